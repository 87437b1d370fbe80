/* test-kind.c: What a trait's values are and how they are read, written and kept
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "every-kind-fixture.h"

static void
test_is_a (void)
{
  g_assert_true (gyre_kind_is_a (&gyre_kind_path, &gyre_kind_string));
  g_assert_true (gyre_kind_is_a (&gyre_kind_path, &gyre_kind_path));
  g_assert_false (gyre_kind_is_a (&gyre_kind_string, &gyre_kind_path));
  g_assert_false (gyre_kind_is_a (&gyre_kind_integer, &gyre_kind_real));
}

static void
test_none (void)
{
  GyreValue text = { .present = TRUE, .string = (char *) "" };

  g_assert_true (gyre_kind_equal (&gyre_kind_string, GYRE_NONE, GYRE_NONE));
  g_assert_false (gyre_kind_equal (&gyre_kind_string, GYRE_NONE, text));
  g_assert_false (gyre_kind_equal (&gyre_kind_string, text, GYRE_NONE));
  g_assert_false (gyre_kind_copy (&gyre_kind_string, GYRE_NONE).present);
}

static void
test_equal (void)
{
  GyreValue zero = { .present = TRUE, .real = 0.0 }, negative_zero = { .present = TRUE, .real = -0.0 };
  GyreValue nan = { .present = TRUE, .real = NAN }, other_nan = { .present = TRUE, .real = -NAN };
  GyreValue yes = { .present = TRUE, .boolean = 1 }, other_yes = { .present = TRUE, .boolean = 2 };

  g_assert_false (gyre_kind_equal (&gyre_kind_real, zero, negative_zero));
  g_assert_true (gyre_kind_equal (&gyre_kind_real, nan, other_nan));
  g_assert_true (gyre_kind_equal (&gyre_kind_boolean, yes, other_yes));
}

static void
test_copy (void)
{
  char text[] = "abc";
  GyreValue copy = gyre_kind_copy (&gyre_kind_string, (GyreValue) { .present = TRUE, .string = text });

  text[0] = 'x';
  g_assert_cmpstr (copy.string, ==, "abc");
  gyre_kind_clear (&gyre_kind_string, &copy);
  g_assert_false (copy.present);
  g_assert_null (copy.string);
}

/* A kind that is added to the header and to no row of the fixture fails here. */
static void
test_every_kind_has_a_row (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("GYRE_TEST_SOURCE"), "..", "traits", "gyre-kind.h", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *header = NULL;
  static const char start[] = "extern const GyreKind gyre_kind_";
  guint count = 0;

  g_file_get_contents (path, &header, NULL, &error);
  g_assert_no_error (error);
  for (const char *at = strstr (header, start); at != NULL; at = strstr (at, start))
    {
      at += strlen (start);
      g_autofree char *name = g_strndup (at, strcspn (at, ";"));

      if (!fixture_has_row (name))
        g_error ("no random values of kind %s are tried", name);
      count++;
    }
  g_assert_cmpuint (count, >=, 32);
}

static void
test_values_read_back (void)
{
  for (gsize index = 0; index < G_N_ELEMENTS (fixture_rows); index++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (7);
      GyreTrait *trait = fixture_make (fixture_rows[index].declaration);

      for (guint count = 0; count < 2000; count++)
        {
          GyreValue value = fixture_rows[index].make (random, trait);

          assert_survives (trait, value);
          gyre_kind_clear (gyre_trait_get_kind (trait), &value);
        }
    }
}

/* In a list and under a key other characters have a meaning than in the value alone. */
static void
test_elements_read_back (void)
{
  for (gsize index = 0; index < G_N_ELEMENTS (fixture_rows); index++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (8);
      GyreTraitDeclaration element[] = { fixture_rows[index].declaration, { .kind = NULL } };
      GyreTrait *list = MAKE_TRAIT (POINTER (list), .of = element);
      GyreTrait *mapping = MAKE_TRAIT (POINTER (mapping), .of = element);

      for (guint count = 0; count < 500; count++)
        {
          g_autoptr (GyreList) values = gyre_list_new (element->kind, 2);
          g_autoptr (GyreMapping) entries = gyre_mapping_new (element->kind);

          for (guint place = 0; place < 2; place++)
            gyre_list_take_value (values, place, fixture_rows[index].make (random, list->element));
          gyre_mapping_take_value (entries, "key", fixture_rows[index].make (random, mapping->element));
          assert_survives (list, (GyreValue) { .present = TRUE, .list = values });
          assert_survives (mapping, (GyreValue) { .present = TRUE, .mapping = entries });
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/traits/kind/path-is-a-string", test_is_a);
  g_test_add_func ("/traits/kind/none-equals-only-itself", test_none);
  g_test_add_func ("/traits/kind/same-value-is-what-a-text-cannot-tell-apart", test_equal);
  g_test_add_func ("/traits/kind/copy-is-owned", test_copy);
  g_test_add_func ("/traits/kind/every-kind-is-tried-with-random-values", test_every_kind_has_a_row);
  g_test_add_func ("/traits/kind/printed-value-of-every-kind-reads-back", test_values_read_back);
  g_test_add_func ("/traits/kind/printed-value-of-every-kind-reads-back-in-a-list-and-under-a-key", test_elements_read_back);
  return g_test_run ();
}
