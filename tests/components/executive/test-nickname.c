/* test-nickname.c: By which name configuration files know a machine
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-executive.h"
#include "gyre-nickname-private.h"

static char *
find (const char *configuration, const char *name, GyreReport *report)
{
  g_autoptr (GyreExecutive) executive = gyre_executive_new ();
  g_autoptr (GError) error = NULL;

  gyre_executive_load_text (executive, "hosts.pfg", configuration, GYRE_CATEGORY_PACKAGE, NULL, &error);
  g_assert_no_error (error);
  return gyre_nickname_find (gyre_executive_get_settings (executive), name, report);
}

static void
test_nickname (void)
{
  g_autoptr (GyreReport) report = gyre_report_new ();
  const char *configuration = "gyre.hosts:\n  node = node[0-9]+\n  office = \".*[.]office[.]example\"\n";
  g_autofree char *node = find (configuration, "node7.cluster.example", report);
  g_autofree char *office = find (configuration, "desk.office.example", report);
  g_autofree char *none = find (configuration, "mynode7x", report);

  g_assert_cmpstr (node, ==, "node");
  g_assert_cmpstr (office, ==, "office");
  g_assert_null (none);
  g_assert_cmpuint (gyre_report_get_length (report), ==, 0);
}

static void
test_strongest (void)
{
  g_autoptr (GyreReport) report = gyre_report_new ();
  g_autofree char *nickname = find ("gyre.hosts:\n  all = .*\n  node = node[0-9]+\n", "node7", report);
  g_autofree char *other = find ("gyre.hosts:\n  node = node[0-9]+\n  all = .*\n", "node7", report);

  g_assert_cmpstr (nickname, ==, "node");
  g_assert_cmpstr (other, ==, "all");
}

static void
test_bad_expression (void)
{
  g_autoptr (GyreReport) report = gyre_report_new ();
  g_autofree char *nickname = find ("gyre.hosts:\n  node = \"a)|(.*\"\n", "node7", report);

  g_assert_null (nickname);
  g_assert_cmpuint (gyre_report_get_errors (report), ==, 1);
  g_assert_cmpuint (gyre_locator_get_line (gyre_diagnostic_get_locator (gyre_report_get_diagnostic (report, 0))), ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/executive/nickname/all-that-match-share-a-nickname", test_nickname);
  g_test_add_func ("/executive/nickname/the-strongest-setting-decides", test_strongest);
  g_test_add_func ("/executive/nickname/an-expression-that-cannot-be-read-is-told", test_bad_expression);
  return g_test_run ();
}
