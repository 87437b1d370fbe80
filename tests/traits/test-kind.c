/* test-kind.c: What a trait's values are and how they are read, written and kept
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "trait-fixture.h"

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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/traits/kind/path-is-a-string", test_is_a);
  g_test_add_func ("/traits/kind/none-equals-only-itself", test_none);
  g_test_add_func ("/traits/kind/same-value-is-what-a-text-cannot-tell-apart", test_equal);
  g_test_add_func ("/traits/kind/copy-is-owned", test_copy);
  return g_test_run ();
}
