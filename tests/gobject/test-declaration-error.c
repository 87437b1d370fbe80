/* test-declaration-error.c: That errors of the metaclass layer can be told from others
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <gyre.h>

static void
test_domain (void)
{
  g_assert_cmpstr (g_quark_to_string (GYRE_DECLARATION_ERROR), ==, "gyre-declaration-error-quark");
}

static void
test_report (void)
{
  g_autoptr (GyreReport) report = gyre_report_new ();
  g_autoptr (GError) error = NULL;

  gyre_report_error (report, NULL, NULL, "one");
  g_assert_false (gyre_report_to_error (report, GYRE_DECLARATION_ERROR, GYRE_DECLARATION_ERROR_INVALID, &error));
  g_assert_error (error, GYRE_DECLARATION_ERROR, GYRE_DECLARATION_ERROR_INVALID);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gobject/declaration-error/has-a-domain-of-its-own", test_domain);
  g_test_add_func ("/gobject/declaration-error/carries-a-report", test_report);
  return g_test_run ();
}
