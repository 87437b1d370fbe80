/* test-namemap.c: That every name leads where it was led, and no other does
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-namemap-private.h"

#include <string.h>

static void
test_find_foreign (void)
{
  g_autoptr (GyreNamemap) namemap = gyre_namemap_new (0);
  g_autofree char *foreign = g_strdup ("memory-size");

  g_assert_true (gyre_namemap_add (namemap, "memory-size", 7, NULL));
  g_assert_true (gyre_namemap_add (namemap, "σ of the box", 8, NULL));
  g_assert_true (gyre_namemap_add (namemap, "", 9, NULL));
  g_assert_cmpuint (gyre_namemap_find (namemap, foreign), ==, 7);
  g_assert_cmpuint (gyre_namemap_find (namemap, "σ of the box"), ==, 8);
  g_assert_cmpuint (gyre_namemap_find (namemap, ""), ==, 9);
  g_assert_cmpuint (gyre_namemap_find (namemap, "memory-siz"), ==, GYRE_NAMEMAP_MISSING);
  g_assert_cmpuint (gyre_namemap_get_length (namemap), ==, 3);
}

static void
test_empty (void)
{
  g_autoptr (GyreNamemap) namemap = gyre_namemap_new (0);

  g_assert_cmpuint (gyre_namemap_find (namemap, "x"), ==, GYRE_NAMEMAP_MISSING);
  gyre_namemap_shrink (namemap);
  g_assert_cmpuint (gyre_namemap_find (namemap, ""), ==, GYRE_NAMEMAP_MISSING);
  g_assert_cmpuint (gyre_namemap_get_length (namemap), ==, 0);
  g_assert_true (gyre_namemap_add (namemap, "x", 3, NULL));
  g_assert_cmpuint (gyre_namemap_find (namemap, "x"), ==, 3);
}

static void
test_taken (void)
{
  g_autoptr (GyreNamemap) namemap = gyre_namemap_new (2);
  guint taken = 99;

  g_assert_true (gyre_namemap_add (namemap, "a", 1, &taken));
  g_assert_true (gyre_namemap_add (namemap, "a", 1, &taken));
  g_assert_cmpuint (taken, ==, 99);
  g_assert_false (gyre_namemap_add (namemap, "a", 2, &taken));
  g_assert_cmpuint (taken, ==, 1);
  g_assert_false (gyre_namemap_add (namemap, "a", 2, NULL));
  g_assert_cmpuint (gyre_namemap_find (namemap, "a"), ==, 1);
  g_assert_cmpuint (gyre_namemap_get_length (namemap), ==, 1);
}

/* The text of the replaced descriptor is gone afterwards. */
static void
test_replace (void)
{
  g_autoptr (GyreNamemap) namemap = gyre_namemap_new (2);
  char *old = g_strdup ("name");

  g_assert_true (gyre_namemap_add (namemap, old, 1, NULL));
  gyre_namemap_replace (namemap, "name", 2);
  memset (old, 'z', strlen (old));
  g_free (old);
  gyre_namemap_replace (namemap, "other", 3);
  g_assert_cmpuint (gyre_namemap_find (namemap, "name"), ==, 2);
  g_assert_cmpuint (gyre_namemap_find (namemap, "other"), ==, 3);
  g_assert_cmpuint (gyre_namemap_get_length (namemap), ==, 2);
}

/* Texts that differ in one byte only, at every place of every length: steps of eight bytes must not lose any. */
static void
test_every_byte_counts (void)
{
  for (guint length = 1; length <= 40; length++)
    {
      g_autoptr (GyreNamemap) namemap = gyre_namemap_new (0);
      g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

      for (guint place = 0; place <= length; place++)
        {
          char *name = g_strnfill (length, 'a');

          if (place < length)
            name[place] = 'b';
          g_ptr_array_add (names, name);
          g_assert_true (gyre_namemap_add (namemap, name, place, NULL));
        }
      for (guint place = 0; place <= length; place++)
        {
          g_autofree char *foreign = g_strdup (g_ptr_array_index (names, place));

          g_assert_cmpuint (gyre_namemap_find (namemap, foreign), ==, place);
          foreign[place < length ? place : 0] = 'c';
          g_assert_cmpuint (gyre_namemap_find (namemap, foreign), ==, GYRE_NAMEMAP_MISSING);
        }
    }
}

/* Beyond 65535 names the table needs wider numbers; lengths beyond 65535 do not fit beside the hash. */
static void
test_many_and_long (void)
{
  g_autoptr (GyreNamemap) namemap = gyre_namemap_new (0);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  guint count = 120000;

  for (guint index = 0; index < count; index++)
    g_ptr_array_add (names, g_strdup_printf ("name %u", index));
  g_ptr_array_add (names, g_strnfill (0xfffe, 'x'));
  g_ptr_array_add (names, g_strnfill (0xffff, 'x'));
  g_ptr_array_add (names, g_strnfill (0x10000, 'x'));
  for (guint index = 0; index < names->len; index++)
    g_assert_true (gyre_namemap_add (namemap, g_ptr_array_index (names, index), index, NULL));
  g_assert_cmpuint (gyre_namemap_get_length (namemap), ==, names->len);
  gyre_namemap_shrink (namemap);
  for (guint index = 0; index < names->len; index++)
    g_assert_cmpuint (gyre_namemap_find (namemap, g_ptr_array_index (names, index)), ==, index);
  g_assert_cmpuint (gyre_namemap_find (namemap, "name 120000"), ==, GYRE_NAMEMAP_MISSING);
}

static void
test_shrink (void)
{
  static const char * const names[] = { "a", "b", "c", "d", "e", "f", "g" };
  g_autoptr (GyreNamemap) namemap = gyre_namemap_new (5000);

  for (guint index = 0; index < 4; index++)
    g_assert_true (gyre_namemap_add (namemap, names[index], index, NULL));
  gyre_namemap_shrink (namemap);
  for (guint index = 4; index < G_N_ELEMENTS (names); index++)
    g_assert_true (gyre_namemap_add (namemap, names[index], index, NULL));
  for (guint index = 0; index < G_N_ELEMENTS (names); index++)
    g_assert_cmpuint (gyre_namemap_find (namemap, names[index]), ==, index);
}

static void
collect (const char *name, guint index, gpointer data)
{
  g_string_append_printf (data, "%s=%u ", name, index);
}

static void
test_foreach (void)
{
  g_autoptr (GyreNamemap) namemap = gyre_namemap_new (1);
  g_autoptr (GString) text = g_string_new (NULL);

  gyre_namemap_add (namemap, "second", 1, NULL);
  gyre_namemap_add (namemap, "first", 0, NULL);
  gyre_namemap_add (namemap, "alias", 1, NULL);
  gyre_namemap_replace (namemap, "second", 4);
  gyre_namemap_foreach (namemap, collect, text);
  g_assert_cmpstr (text->str, ==, "second=4 first=0 alias=1 ");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gobject/namemap/finds-names-by-text", test_find_foreign);
  g_test_add_func ("/gobject/namemap/empty-map-knows-nothing", test_empty);
  g_test_add_func ("/gobject/namemap/name-taken-by-another-is-refused", test_taken);
  g_test_add_func ("/gobject/namemap/replace-forgets-the-old-text", test_replace);
  g_test_add_func ("/gobject/namemap/every-byte-of-a-name-counts", test_every_byte_counts);
  g_test_add_func ("/gobject/namemap/many-names-and-long-ones-are-found", test_many_and_long);
  g_test_add_func ("/gobject/namemap/shrunk-map-finds-and-grows", test_shrink);
  g_test_add_func ("/gobject/namemap/order-of-names-is-kept", test_foreach);
  return g_test_run ();
}
