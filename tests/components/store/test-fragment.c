/* test-fragment.c: The parts of dotted names, each kept once
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-fragment-private.h"

#include <string.h>

static void
test_same_text_same_number (void)
{
  g_autoptr (GyreFragments) fragments = gyre_fragments_new ();
  guint32 radius = gyre_fragments_intern (fragments, "radius = 1", 6);

  g_assert_cmpuint (radius, ==, 1);
  g_assert_cmpuint (gyre_fragments_intern (fragments, "radius", 6), ==, radius);
  g_assert_cmpuint (gyre_fragments_find (fragments, "radius.x", 6), ==, radius);
  g_assert_cmpuint (gyre_fragments_intern (fragments, "radiu", 5), !=, radius);
  g_assert_cmpstr (gyre_fragments_get_text (fragments, radius, NULL), ==, "radius");
  g_assert_cmpuint (gyre_fragments_get_length (fragments), ==, 2);
}

static void
test_unknown_text (void)
{
  g_autoptr (GyreFragments) fragments = gyre_fragments_new ();

  g_assert_cmpuint (gyre_fragments_find (fragments, "radius", 6), ==, 0);
  g_assert_cmpuint (gyre_fragments_get_length (fragments), ==, 0);
}

static void
test_any_bytes (void)
{
  static const char bytes[] = "a\0b\xff\xfe c\n";
  g_autoptr (GyreFragments) fragments = gyre_fragments_new ();
  guint32 numbers[sizeof bytes];

  for (gsize length = 0; length < sizeof bytes; length++)
    numbers[length] = gyre_fragments_intern (fragments, bytes, length);
  for (gsize length = 0; length < sizeof bytes; length++)
    {
      gsize found;
      const char *text = gyre_fragments_get_text (fragments, numbers[length], &found);

      g_assert_cmpmem (text, found, bytes, length);
      g_assert_cmpuint (numbers[length], ==, length + 1);
    }
}

static void
test_texts_stay (void)
{
  g_autoptr (GyreFragments) fragments = gyre_fragments_new ();
  guint32 first = gyre_fragments_intern (fragments, "first", 5);
  const char *text = gyre_fragments_get_text (fragments, first, NULL);

  for (guint index = 0; index < 50000; index++)
    {
      char name[16];
      int length = g_snprintf (name, sizeof name, "n%u", index);

      g_assert_cmpuint (gyre_fragments_intern (fragments, name, length), ==, index + 2);
    }
  g_assert_true (gyre_fragments_get_text (fragments, first, NULL) == text);
  g_assert_cmpuint (gyre_fragments_find (fragments, "n31234", 6), ==, 31236);
}

/* Each text has its number whatever stood before it, though most of them are guessed from that. */
static void
test_any_order (void)
{
  g_autoptr (GyreFragments) fragments = gyre_fragments_new ();
  guint32 numbers[50] = { 0 };

  for (guint round = 0; round < 20000; round++)
    {
      guint which = round % 3 == 0 ? (guint) g_test_rand_int_range (0, 50) : round % 50;
      g_autofree char *text = g_strdup_printf ("text%u", which);
      guint32 number = gyre_fragments_intern (fragments, text, strlen (text));

      if (numbers[which] == 0)
        numbers[which] = number;
      g_assert_cmpuint (number, ==, numbers[which]);
      g_assert_cmpstr (gyre_fragments_get_text (fragments, number, NULL), ==, text);
    }
  g_assert_cmpuint (gyre_fragments_get_length (fragments), ==, 50);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/fragment/same-text-has-the-same-number", test_same_text_same_number);
  g_test_add_func ("/store/fragment/unknown-text-has-none", test_unknown_text);
  g_test_add_func ("/store/fragment/any-bytes-are-a-fragment", test_any_bytes);
  g_test_add_func ("/store/fragment/texts-and-numbers-stay-while-it-grows", test_texts_stay);
  g_test_add_func ("/store/fragment/number-does-not-depend-on-what-came-before", test_any_order);
  return g_test_run ();
}
