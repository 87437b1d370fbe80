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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/traits/value-error/error-of-another-domain-has-no-place", test_foreign_error);
  g_test_add_func ("/traits/value-error/error-without-a-place-says-so", test_plain_error);
  return g_test_run ();
}
