/* test-report.c: That one run tells every mistake
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <gyre.h>

static GyreReport *
make_report (void)
{
  g_autoptr (GyreLocator) first = gyre_locator_new_file ("a.pfg", 1, 2);
  g_autoptr (GyreLocator) second = gyre_locator_new_file ("a.pfg", 3, 4);
  g_autoptr (GyreDiagnostic) warning = gyre_diagnostic_new (GYRE_SEVERITY_WARNING, NULL, "deprecated", NULL, NULL);
  GyreReport *report = gyre_report_new ();

  gyre_report_error (report, first, "did you mean 'b'?", "%s: unknown", "c");
  gyre_report_note (report, NULL, NULL, "%d files read", 2);
  gyre_report_add (report, warning);
  gyre_report_error (report, second, NULL, "broken\nline");
  return report;
}

static void
test_order (void)
{
  g_autoptr (GyreReport) report = make_report ();
  static const char * const messages[] = { "c: unknown", "2 files read", "deprecated", "broken\nline" };
  static const GyreSeverity severities[] = {
    GYRE_SEVERITY_ERROR, GYRE_SEVERITY_NOTE, GYRE_SEVERITY_WARNING, GYRE_SEVERITY_ERROR,
  };

  g_assert_cmpuint (gyre_report_get_length (report), ==, G_N_ELEMENTS (messages));
  for (guint index = 0; index < G_N_ELEMENTS (messages); index++)
    {
      GyreDiagnostic *diagnostic = gyre_report_get_diagnostic (report, index);

      g_assert_cmpstr (gyre_diagnostic_get_message (diagnostic), ==, messages[index]);
      g_assert_cmpint (gyre_diagnostic_get_severity (diagnostic), ==, severities[index]);
    }
  g_assert_null (gyre_report_get_diagnostic (report, G_N_ELEMENTS (messages)));
}

static void
test_errors_are_counted (void)
{
  g_autoptr (GyreReport) report = make_report ();

  g_assert_cmpuint (gyre_report_get_errors (report), ==, 2);
}

static void
test_to_string (void)
{
  g_autoptr (GyreReport) report = make_report ();
  g_autoptr (GyreReport) empty = gyre_report_new ();
  g_autofree char *text = gyre_report_to_string (report);
  g_autofree char *nothing = gyre_report_to_string (empty);

  g_assert_cmpstr (text, ==,
                   "a.pfg:1:2: error: c: unknown\n"
                   "  hint: did you mean 'b'?\n"
                   "note: 2 files read\n"
                   "warning: deprecated\n"
                   "a.pfg:3:4: error: broken\\nline");
  g_assert_cmpstr (nothing, ==, "");
}

static void
test_to_error (void)
{
  g_autoptr (GyreReport) report = make_report ();
  g_autoptr (GError) error = NULL;

  g_assert_false (gyre_report_to_error (report, G_MARKUP_ERROR, G_MARKUP_ERROR_PARSE, &error));
  g_assert_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_PARSE);
  g_assert_cmpstr (error->message, ==,
                   "a.pfg:1:2: c: unknown (did you mean 'b'?)\n"
                   "a.pfg:3:4: broken\\nline");
  g_assert_false (gyre_report_to_error (report, G_MARKUP_ERROR, G_MARKUP_ERROR_PARSE, NULL));
}

static void
test_notes_are_no_error (void)
{
  g_autoptr (GyreReport) report = gyre_report_new ();
  g_autoptr (GyreDiagnostic) warning = gyre_diagnostic_new (GYRE_SEVERITY_WARNING, NULL, "old", NULL, NULL);
  g_autoptr (GError) error = NULL;

  gyre_report_note (report, NULL, NULL, "nothing is wrong");
  gyre_report_add (report, warning);
  g_assert_true (gyre_report_to_error (report, G_MARKUP_ERROR, G_MARKUP_ERROR_PARSE, &error));
  g_assert_no_error (error);
}

static void
test_append (void)
{
  g_autoptr (GyreReport) report = make_report ();
  g_autoptr (GyreReport) other = gyre_report_new ();

  gyre_report_error (other, NULL, NULL, "another");
  gyre_report_append (report, other);
  g_assert_cmpuint (gyre_report_get_length (report), ==, 5);
  g_assert_cmpuint (gyre_report_get_errors (report), ==, 3);
  g_assert_cmpuint (gyre_report_get_length (other), ==, 1);
  g_assert_true (gyre_report_get_diagnostic (report, 4) == gyre_report_get_diagnostic (other, 0));
}

static void
test_append_to_itself (void)
{
  g_autoptr (GyreReport) report = make_report ();

  gyre_report_append (report, report);
  g_assert_cmpuint (gyre_report_get_length (report), ==, 8);
  g_assert_cmpuint (gyre_report_get_errors (report), ==, 4);
}

static void
test_boxed (void)
{
  GyreReport *report = gyre_report_new ();
  GyreReport *copy = g_boxed_copy (GYRE_TYPE_REPORT, report);

  gyre_report_unref (report);
  gyre_report_error (copy, NULL, NULL, "still here");
  g_assert_cmpuint (gyre_report_get_length (copy), ==, 1);
  g_boxed_free (GYRE_TYPE_REPORT, copy);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gobject/report/keeps-the-order", test_order);
  g_test_add_func ("/gobject/report/counts-errors-apart-from-notes-and-warnings", test_errors_are_counted);
  g_test_add_func ("/gobject/report/text-tells-every-diagnostic", test_to_string);
  g_test_add_func ("/gobject/report/error-tells-every-broken-rule", test_to_error);
  g_test_add_func ("/gobject/report/notes-and-warnings-are-no-error", test_notes_are_no_error);
  g_test_add_func ("/gobject/report/append-shares-and-keeps-the-other", test_append);
  g_test_add_func ("/gobject/report/append-to-itself-doubles", test_append_to_itself);
  g_test_add_func ("/gobject/report/copy-is-a-reference", test_boxed);
  return g_test_run ();
}
