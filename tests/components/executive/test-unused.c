/* test-unused.c: What was configured and never used
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "classes.h"
#include "gyre-executive.h"

static void
test_unused_family (void)
{
  g_autoptr (GyreExecutive) executive = gyre_executive_new ();
  g_autoptr (GyreReport) report = gyre_report_new ();

  g_assert_true (gyre_executive_load_text (executive, "a", "test.shapes.ball.radius = 1\ntst.integrator.samples = 1\n",
                                           GYRE_CATEGORY_USER, NULL, NULL));
  gyre_executive_report_unused (executive, report);
  g_assert_cmpuint (gyre_report_get_length (report), ==, 1);
  g_assert_cmpstr (gyre_diagnostic_get_message (gyre_report_get_diagnostic (report, 0)), ==,
                   "no instance 'tst.integrator' was built");
  g_assert_cmpstr (gyre_diagnostic_get_hint (gyre_report_get_diagnostic (report, 0)), ==, "did you mean 'test.integrator'?");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  classes_define_all ();
  g_test_add_func ("/executive/unused/settings-of-known-families-are-not-unused", test_unused_family);
  return g_test_run ();
}
