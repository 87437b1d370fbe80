/* test-duplicate.c: Finds the keys that a map of a document has twice
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-duplicate-private.h"

#include <string.h>

static const GyreDuplicateKey *
add (GyreDuplicate *self, const char *text, guint line)
{
  return gyre_duplicate_add (self, text, strlen (text), line, 7);
}

static void
test_twice (void)
{
  GyreDuplicate self;
  const GyreDuplicateKey *found;

  gyre_duplicate_init (&self);
  gyre_duplicate_open (&self);
  g_assert_null (add (&self, "a", 1));
  g_assert_null (add (&self, "b", 2));
  found = add (&self, "a", 3);
  g_assert_nonnull (found);
  g_assert_cmpuint (found->line, ==, 1);
  g_assert_cmpuint (found->column, ==, 7);
  gyre_duplicate_clear (&self);
}

static void
test_maps (void)
{
  GyreDuplicate self;

  gyre_duplicate_init (&self);
  gyre_duplicate_open (&self);
  g_assert_null (add (&self, "a", 1));
  gyre_duplicate_open (&self);
  g_assert_null (add (&self, "a", 2));
  g_assert_nonnull (add (&self, "a", 3));
  gyre_duplicate_close (&self);
  gyre_duplicate_open (&self);
  g_assert_null (add (&self, "a", 4));
  gyre_duplicate_close (&self);
  g_assert_nonnull (add (&self, "a", 5));
  gyre_duplicate_clear (&self);
}

static void
test_many (void)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  GyreDuplicate self;

  gyre_duplicate_init (&self);
  gyre_duplicate_open (&self);
  for (guint index = 0; index < 100000; index++)
    {
      g_ptr_array_add (names, g_strdup_printf ("number%u", index));
      g_assert_null (add (&self, names->pdata[index], index));
    }
  for (guint index = 0; index < names->len; index += 7)
    g_assert_cmpuint (add (&self, names->pdata[index], 0)->line, ==, index);
  g_assert_cmpuint (self.steps, <, 10 * names->len);
  gyre_duplicate_clear (&self);
}

/* The same as GLib's table finds, in maps in maps of keys that are in order for a while. */
static void
test_any_order (void)
{
  static const guint counts[] = { 3, 11, 12, 13, 40, 1000 };
  GRand *random = g_rand_new_with_seed (g_test_rand_int ());
  GyreDuplicate self;

  gyre_duplicate_init (&self);
  for (guint round = 0; round < 600; round++)
    {
      g_autoptr (GHashTable) lines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      guint count = counts[round % G_N_ELEMENTS (counts)];
      guint in_order = g_rand_int_range (random, 0, count);

      gyre_duplicate_open (&self);
      for (guint line = 1; line <= count; line++)
        {
          guint number = line <= in_order ? line : (guint) g_rand_int_range (random, 0, count);
          char *name = number == 0 ? g_strdup ("") : g_strdup_printf ("a%u", number);
          guint known = GPOINTER_TO_UINT (g_hash_table_lookup (lines, name));
          const char *kept = name;
          const GyreDuplicateKey *found;

          if (known == 0)
            g_hash_table_insert (lines, name, GUINT_TO_POINTER (line));
          found = add (&self, kept, line);
          g_assert_cmpuint (found != NULL ? found->line : 0, ==, known);
          if (known != 0)
            g_free (name);
        }
      gyre_duplicate_close (&self);
    }
  gyre_duplicate_clear (&self);
  g_rand_free (random);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add_func ("/configuration/duplicate/" path, function)
  ADD ("second-key-finds-the-place-of-the-first", test_twice);
  ADD ("each-map-has-its-own-keys", test_maps);
  ADD ("large-maps-take-few-comparisons", test_many);
  ADD ("keys-are-found-whatever-their-order", test_any_order);
  return g_test_run ();
}
