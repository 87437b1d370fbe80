/* test-value-error.c: What can be wrong with a value
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <gyre.h>

static void
test_foreign_error (void)
{
  g_autoptr (GError) error = g_error_new (G_FILE_ERROR, G_FILE_ERROR_NOENT, "gone");

  g_assert_false (gyre_value_error_get_offset (error, NULL));
  g_assert_null (gyre_value_error_get_hint (error));
}

static void
test_plain_error (void)
{
  g_autoptr (GError) error = g_error_new (GYRE_VALUE_ERROR, GYRE_VALUE_ERROR_CONSTRAINT, "must be positive, is -1");
  gsize offset = 7;

  g_assert_false (gyre_value_error_get_offset (error, &offset));
  g_assert_cmpuint (offset, ==, 7);
  g_assert_null (gyre_value_error_get_hint (error));
}

/* An element of a list, told as a mistake of the whole text. */
static void
test_place (void)
{
  g_autoptr (GError) error = NULL;
  gsize offset = 0;

  g_assert_null (gyre_array_new_from_text ("(é, 1), (0, 010)", &error));
  g_clear_error (&error);
  g_assert_null (gyre_array_new_from_text ("(π, 1), (0, 010)", &error));
  g_assert_true (gyre_value_error_get_offset (error, &offset));
  g_assert_cmpuint (offset, ==, 12);
  g_assert_cmpstr (error->message, ==, "element 1,1: must not start with a zero (at character 13)");
  g_assert_cmpstr (gyre_value_error_get_hint (error), ==, "write 10 for the decimal number, 0o10 for the octal one");
}

static void
test_copy (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) copy = NULL;
  gsize offset = 0;

  g_assert_null (gyre_array_new_from_text ("0, 010", &error));
  copy = g_error_copy (error);
  g_clear_error (&error);
  g_assert_true (gyre_value_error_get_offset (copy, &offset));
  g_assert_cmpuint (offset, ==, 3);
  g_assert_nonnull (gyre_value_error_get_hint (copy));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/traits/value-error/error-of-another-domain-has-no-place", test_foreign_error);
  g_test_add_func ("/traits/value-error/error-without-a-place-says-so", test_plain_error);
  g_test_add_func ("/traits/value-error/place-in-an-element-counts-characters-of-the-whole", test_place);
  g_test_add_func ("/traits/value-error/copy-keeps-place-and-hint", test_copy);
  return g_test_run ();
}
