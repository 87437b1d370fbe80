/* test-explanation-file.c: What is configured, as a file that can be read again
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "pond.h"

#include <string.h>

/* The values and conditions of everything, in the order of the keys. */
static char *
summarise (GyreExecutive *executive)
{
  g_autoptr (GVariant) all = g_variant_ref_sink (gyre_explanation_of_all (executive));
  GString *summary = g_string_new (NULL);
  GVariantIter iterator;
  const char *key;
  GVariant *row;

  g_variant_iter_init (&iterator, all);
  while (g_variant_iter_loop (&iterator, "{&sv}", &key, &row))
    {
      g_autofree char *value = pond_find (g_variant_ref (row), "value");
      g_autofree char *conditions = pond_find (g_variant_ref (row), "conditions");

      g_string_append_printf (summary, "%s|%s|%s\n", key, g_strstrip (value), conditions);
    }
  return g_string_free (summary, FALSE);
}

static void
dump_gives_the_same_again (void)
{
  GyreExecutive *first = pond_begin ("pond.fish # hugo:\n  age = 7\n  food.length = 1\n  pond.weed # food:\n    length = 2\nhugo.age = 3\n"
                                     "pond.fish.years = 4  ; comment\n");
  g_autofree char *before = NULL;
  g_autofree char *text = NULL;
  g_autofree char *after = NULL;
  GyreExecutive *second;

  gyre_settings_insert (gyre_executive_get_settings (first), GYRE_CATEGORY_USER, "free.text", "a; 'b;c' \"d;e", NULL);
  gyre_settings_insert (gyre_executive_get_settings (first), GYRE_CATEGORY_USER, "free.quoted", "\"a;b\"", NULL);
  gyre_settings_insert (gyre_executive_get_settings (first), GYRE_CATEGORY_USER, "free.lines", "one\ntwo", NULL);
  gyre_settings_insert (gyre_executive_get_settings (first), GYRE_CATEGORY_USER, "free.empty", "", NULL);
  before = summarise (first);
  text = gyre_explanation_to_pfg (first);
  second = pond_begin (text);
  after = summarise (second);
  g_assert_cmpstr (before, ==, after);
  g_assert_nonnull (strstr (text, "pond.pfg:2:9"));
  pond_end (second);
  pond_end (first);
}

static void
nothing_is_an_empty_text (void)
{
  GyreExecutive *executive = pond_begin ("");
  g_autofree char *text = gyre_explanation_to_pfg (executive);

  g_assert_cmpstr (text, ==, "");
  pond_end (executive);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/documentation/explanation-file/dump-gives-the-same-again", dump_gives_the_same_again);
  g_test_add_func ("/documentation/explanation-file/nothing-is-an-empty-text", nothing_is_an_empty_text);
  return g_test_run ();
}
