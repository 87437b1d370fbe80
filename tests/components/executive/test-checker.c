/* test-checker.c: Whether settings fit the classes that they speak of
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "classes.h"
#include "gyre-checker-private.h"
#include "gyre-codec.h"
#include "gyre-command-line.h"

/* Checks a text, and writes each diagnostic as `line:column: severity: message (hint)`. */
static char *
check (const char *text)
{
  g_autoptr (GyreExecutive) executive = gyre_executive_new ();
  g_autoptr (GyreChecker) checker = gyre_checker_new (executive);
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GyreSource) source = gyre_source_new_from_bytes ("a.pfg", bytes);
  g_autoptr (GyreReport) report = gyre_report_new ();
  g_autoptr (GyreEvents) events = gyre_codec_decode (gyre_codec_find ("pfg", NULL), source, report);
  GString *told = g_string_new (NULL);

  g_assert_cmpuint (gyre_report_get_length (report), ==, 0);
  gyre_checker_check (checker, events, report);
  for (guint index = 0; index < gyre_report_get_length (report); index++)
    {
      GyreDiagnostic *diagnostic = gyre_report_get_diagnostic (report, index);
      GyreLocator *place = gyre_diagnostic_get_locator (diagnostic);
      const char *hint = gyre_diagnostic_get_hint (diagnostic);

      g_string_append_printf (told, "%s%u:%u: %s%s%s%s%s", index > 0 ? "\n" : "", gyre_locator_get_line (place),
                              gyre_locator_get_column (place),
                              gyre_diagnostic_get_severity (diagnostic) == GYRE_SEVERITY_WARNING ? "warning: " : "",
                              gyre_diagnostic_get_message (diagnostic), hint != NULL ? " (" : "", hint != NULL ? hint : "",
                              hint != NULL ? ")" : "");
      g_assert_nonnull (gyre_diagnostic_get_excerpt (diagnostic));
    }
  return g_string_free (told, FALSE);
}

/* What is told of a text, row by row. */
typedef struct
{
  const char *path;
  const char *text;
  const char *told;
} Case;

static const Case cases[] = {
  { "good-settings-are-not-told",
    "test.shapes.ball.radius = 2\ntest.shapes.ball:\n  r = 0\n  radius = 1/3\ntest.integrator.samples = 1e3\n", "" },
  { "instance-is-left-to-run-time", "mc.samples = x\nmc.region.radius = -1\nmc:\n  r = y\n", "" },
  { "single-word-is-no-setting-of-a-class", "x = 3\ntest = 4\n", "" },
  { "instance-called-like-a-package-is-left-to-run-time", "test.samples = 3\ntest.quite.another = 3\n", "" },
  { "unknown-trait-is-told-at-its-fragment", "test.shapes.ball.radios = 1\n",
    "1:18: test.shapes.ball has no trait 'radios' (did you mean 'radius'?)" },
  { "unknown-trait-of-a-section-is-told-at-its-line", "test.shapes.ball:\n  radius = 1\n  radios = 1\n",
    "3:3: test.shapes.ball has no trait 'radios' (did you mean 'radius'?)" },
  { "columns-count-characters", "mc.ä = 1\ntest.shapes.ball.ärger = 1\n  \n", "2:18: test.shapes.ball has no trait 'ärger'" },
  { "value-is-told-at-the-value", "test.shapes.ball.radius =  -1\n",
    "1:28: test.shapes.ball.radius: must be at least 0, is -1" },
  { "alias-is-told-by-the-canonical-name", "test.shapes.ball:\n  r = -1\n",
    "2:7: test.shapes.ball.radius: must be at least 0, is -1" },
  { "near-miss-of-a-family-is-told-at-the-key", "test.shapes.bal.radius = 1\n",
    "1:1: warning: no family 'test.shapes.bal' (did you mean 'test.shapes.ball'?)" },
  { "near-miss-of-a-family-is-told-once-for-a-section", "test.shapes.bal:\n  radius = 1\n  size = 2\n",
    "1:1: warning: no family 'test.shapes.bal' (did you mean 'test.shapes.ball'?)" },
  { "near-miss-is-told-for-each-key-that-says-it-in-full", "test.shapes.bal.radius = 1\ntest.shapes.bal.size = 2\n",
    "1:1: warning: no family 'test.shapes.bal' (did you mean 'test.shapes.ball'?)\n"
    "2:1: warning: no family 'test.shapes.bal' (did you mean 'test.shapes.ball'?)" },
  { "near-miss-is-told-below-a-trait-too", "test.integratr.region.radius = 1\n",
    "1:1: warning: no family 'test.integratr' (did you mean 'test.integrator'?)" },
  { "interface-has-no-settings", "test.shapes.color = 3\n",
    "1:1: test.shapes is an interface, which has no settings (settings are for classes and instances)" },
  { "family-has-no-value", "test.shapes.ball = 3\n",
    "1:1: 'test.shapes.ball' is a family, which has no value (settings are for the traits of a class)" },
  { "unknown-trait-with-more-behind-it-is-told", "test.integrator.regio.radius = 1\n",
    "1:17: test.integrator has no trait 'regio' (did you mean 'region'?)" },
  { "property-has-no-traits", "test.shapes.ball.radius.unit = m\n",
    "1:25: test.shapes.ball.radius: is a property, which has no traits" },
  { "facility-is-configured-through-the-family", "test.integrator.region.radius = 1\n", "" },
  { "value-in-a-facility-is-checked-by-its-default-class", "test.integrator.region.radius = -1\n",
    "1:33: test.shapes.ball.radius: must be at least 0, is -1" },
  { "behavior-has-no-value", "test.shapes.ball.measure = 1\n", "1:18: test.shapes.ball.measure: is a behavior, which has no value" },
  { "deprecated-trait-is-a-warning", "test.shapes.ball.size = 1\n", "1:18: warning: test.shapes.ball.size: deprecated since 0.2" },
  { "value-of-a-deprecated-trait-is-checked", "test.shapes.ball.size = x\n", NULL },

  { "facility-takes-a-family", "test.integrator.region = test.shapes.ball\n", "" },
  { "facility-takes-a-family-and-a-name", "test.integrator.region = test.shapes.ball#mine\n", "" },
  { "facility-takes-a-short-name", "test.integrator.region = ball\n", "" },
  { "facility-takes-an-interface-for-its-default", "test.integrator.region = test.shapes\n", "" },
  { "facility-takes-an-instance-that-may-come", "test.integrator.region = #mine\n", "" },
  { "nullable-facility-takes-none", "test.integrator.other-region = none\n", "" },
  { "facility-refuses-none", "test.integrator.region = none\n", NULL },
  { "facility-refuses-an-unknown-family", "test.integrator.region = test.shapes.bal\n",
    "1:26: test.integrator.region: no family 'test.shapes.bal' (did you mean 'test.shapes.ball'?)" },
  { "facility-refuses-an-unknown-short-name", "test.integrator.region = bal\n",
    "1:26: test.integrator.region: no family 'bal' (did you mean 'ball'?)" },
  { "facility-refuses-an-abstract-class", "test.integrator.region = idea\n",
    "1:26: test.integrator.region: must be a class that has instances, 'test.shapes.idea' is abstract" },
  { "facility-refuses-what-breaks-its-promise", "test.integrator.region = bare\n", NULL },
  { "facility-refuses-an-empty-name", "test.integrator.region = ball#\n",
    "1:30: test.integrator.region: behind the '#', a name must not be empty (write a family, family#name, #name, or none)" },

  { "condition-of-a-known-family-is-good", "test.integrator # mc:\n  samples = 3\n", "" },
  { "condition-of-an-unknown-package-is-left-to-run-time", "who.knows # mc:\n  samples = x\n", "" },
  { "condition-of-an-unknown-family-is-told-at-the-family", "mc:\n  test.integratr # region:\n    samples = 3\n",
    "2:3: warning: no family 'test.integratr' (did you mean 'test.integrator'?)" },
  { "condition-must-be-a-class", "test.shapes # mc:\n  radius = 3\n",
    "1:1: a condition must name the family of a class, 'test.shapes' is an interface" },
  { "condition-gives-the-class-of-its-traits", "test.integrator # mc:\n  smples = 3\n",
    "2:3: test.integrator has no trait 'smples' (did you mean 'samples'?)" },
  { "condition-gives-the-class-of-its-values", "test.integrator # mc:\n  samples = 0\n", NULL },
  { "inner-condition-gives-the-class", "test.integrator # mc:\n  test.shapes.ball # region:\n    radius = -1\n",
    "3:14: test.shapes.ball.radius: must be at least 0, is -1" },
  { "condition-on-the-outside-gives-no-class", "test.integrator # mc:\n  region:\n    radius = -1\n", "" },
  { "nothing-stands-below-a-property-under-a-condition", "test.shapes.ball # b:\n  radius.x = 1\n",
    "2:10: test.shapes.ball.radius: is a property, which has no traits" },
  { "nothing-stands-in-a-property-under-a-condition", "test.shapes.ball # b:\n  radius:\n    x = 1\n",
    "3:5: test.shapes.ball.radius: is a property, which has no traits" },
  { "component-below-a-condition-is-left-to-run-time", "test.integrator # mc:\n  region.radius = -1\n", "" },
  { "all-mistakes-are-told", "test.shapes.ball:\n  radios = 1\n  radius = -1\ntest.integrator.sampels = 3\n",
    "2:3: test.shapes.ball has no trait 'radios' (did you mean 'radius'?)\n"
    "3:12: test.shapes.ball.radius: must be at least 0, is -1\n"
    "4:17: test.integrator has no trait 'sampels' (did you mean 'samples'?)" },
};

/* Messages of other layers are not repeated in the table: there, that something is told at the value is enough. */
static void
test_case (gconstpointer data)
{
  const Case *row = data;
  g_autofree char *told = check (row->text);

  if (row->told != NULL)
    g_assert_cmpstr (told, ==, row->told);
  else
    g_assert_cmpstr (told, !=, "");
}

static void
test_incompatible (void)
{
  g_autofree char *told = check ("test.integrator.region = test.shapes.bare\n");

  g_assert_true (g_str_has_prefix (told, "1:26: test.integrator.region: "));
  g_assert_nonnull (strstr (told, "radius"));
}

static void
test_arguments (void)
{
  const char * const arguments[] = { "word", "--test.shapes.ball.(radios,r)=-1", NULL };
  g_autoptr (GyreExecutive) executive = gyre_executive_new ();
  g_autoptr (GyreChecker) checker = gyre_checker_new (executive);
  g_autoptr (GyreReport) report = gyre_report_new ();
  g_autoptr (GyreEvents) events = gyre_command_line_parse (arguments, report);
  g_autoptr (GError) error = NULL;

  gyre_checker_check (checker, events, report);
  gyre_report_to_error (report, GYRE_EXECUTIVE_ERROR, 0, &error);
  g_assert_nonnull (error);
  g_assert_cmpuint (gyre_report_get_errors (report), ==, 2);
  g_assert_cmpuint (gyre_locator_get_line (gyre_diagnostic_get_locator (gyre_report_get_diagnostic (report, 0))), ==, 2);
  g_assert_cmpuint (gyre_locator_get_column (gyre_diagnostic_get_locator (gyre_report_get_diagnostic (report, 0))), ==, 21);
  g_assert_cmpuint (gyre_locator_get_column (gyre_diagnostic_get_locator (gyre_report_get_diagnostic (report, 1))), ==, 31);
}

static void
test_code (void)
{
  g_autoptr (GyreExecutive) executive = gyre_executive_new ();
  g_autoptr (GyreChecker) checker = gyre_checker_new (executive);
  g_autoptr (GyreReport) report = gyre_report_new ();
  g_autoptr (GyreLocator) place = gyre_locator_new_source ("main.c", 7, "main");

  gyre_checker_check_setting (checker, "test.shapes.ball.radius", "-1", place, report);
  gyre_checker_check_setting (checker, "test.shapes.ball.radios", "-1", NULL, report);
  g_assert_cmpuint (gyre_report_get_errors (report), ==, 2);
  g_assert_true (gyre_diagnostic_get_locator (gyre_report_get_diagnostic (report, 0)) == place);
  g_assert_null (gyre_diagnostic_get_locator (gyre_report_get_diagnostic (report, 1)));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  classes_define_all ();
  for (guint index = 0; index < G_N_ELEMENTS (cases); index++)
    {
      g_autofree char *path = g_strconcat ("/executive/checker/", cases[index].path, NULL);

      g_test_add_data_func (path, &cases[index], test_case);
    }
  g_test_add_func ("/executive/checker/incompatible-class-is-told-with-the-broken-promise", test_incompatible);
  g_test_add_func ("/executive/checker/argument-is-told-at-its-place", test_arguments);
  g_test_add_func ("/executive/checker/setting-from-code-has-its-own-place", test_code);
  return g_test_run ();
}
