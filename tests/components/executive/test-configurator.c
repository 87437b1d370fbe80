/* test-configurator.c: How events become settings that are in force
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "classes.h"
#include "gyre-executive-private.h"

#include <glib/gstdio.h>

static GString *configured;   /* the keys and values that the model was told, in order */
static GyreExecutive *configured_executive;

static void
on_configured (GyreExecutive *executive, GPtrArray *settings, GPtrArray *pending)
{
  configured_executive = executive;
  for (guint index = 0; index < settings->len; index++)
    {
      g_autofree char *key = gyre_setting_dup_key (settings->pdata[index]);

      g_string_append_printf (configured, "%s=%s@%u;", key, gyre_setting_get_value (settings->pdata[index]),
                              gyre_setting_get_rank (settings->pdata[index]));
    }
}

static const GyreExecutiveModel model = { .configured = on_configured };

static char *
write_file (const char *text)
{
  g_autoptr (GError) error = NULL;
  char *path;
  int file = g_file_open_tmp ("gyre-configurator-XXXXXX.pfg", &path, &error);

  g_assert_no_error (error);
  g_close (file, NULL);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  return path;
}

static void
test_configured (void)
{
  g_autoptr (GyreExecutive) executive = gyre_executive_new ();

  g_string_truncate (configured, 0);
  g_assert_true (gyre_executive_load_text (executive, "a", "b.z = 1\na.y = 2\nb:\n  z = 3\n", GYRE_CATEGORY_USER, NULL, NULL));
  g_assert_true (gyre_executive_set (executive, "c.x", "4", GYRE_CATEGORY_USER, NULL, NULL));
  g_assert_cmpstr (configured->str, ==, "b.z=1@1;a.y=2@2;b.z=3@3;c.x=4@4;");
  g_assert_true (configured_executive == executive);
}

static void
test_not_configured (void)
{
  g_autoptr (GyreExecutive) executive = gyre_executive_new ();

  g_string_truncate (configured, 0);
  g_assert_false (gyre_executive_load_text (executive, "a", "b.z = 1\nwhat\n", GYRE_CATEGORY_USER, NULL, NULL));
  g_assert_true (gyre_executive_load_text (executive, "a", "", GYRE_CATEGORY_USER, NULL, NULL));
  g_assert_cmpstr (configured->str, ==, "");
}

static void
test_order_of_places (void)
{
  g_autoptr (GyreExecutive) executive = gyre_executive_new ();
  g_autoptr (GyreReport) report = gyre_report_new ();
  static const guint lines[] = { 1, 2, 3 };

  g_assert_false (gyre_executive_load_text (executive, "a", "test.shapes.ball.radios = 1\nwhat\ntest.integrator.samples = 0\n",
                                            GYRE_CATEGORY_USER, report, NULL));
  g_assert_cmpuint (gyre_report_get_errors (report), ==, 3);
  for (guint index = 0; index < 3; index++)
    g_assert_cmpuint (gyre_locator_get_line (gyre_diagnostic_get_locator (gyre_report_get_diagnostic (report, index))), ==,
                      lines[index]);
}

static void
test_classes_are_checked (void)
{
  g_autoptr (GyreExecutive) executive = gyre_executive_new ();
  g_autoptr (GError) error = NULL;
  const char * const arguments[] = { "--test.shapes.ball.radius=-1", NULL };

  g_assert_false (gyre_executive_load_text (executive, "a.pfg", "test.shapes.ball.radius = -1\nx.y = 1\n", GYRE_CATEGORY_USER,
                                            NULL, &error));
  g_assert_cmpstr (error->message, ==, "a.pfg:1:27: test.shapes.ball.radius: must be at least 0, is -1");
  g_clear_error (&error);
  g_assert_false (gyre_executive_set (executive, "test.shapes.ball.radius", "-1", GYRE_CATEGORY_USER, NULL, &error));
  g_assert_cmpstr (error->message, ==, "test.shapes.ball.radius: must be at least 0, is -1");
  g_clear_error (&error);
  g_assert_false (gyre_executive_load_arguments (executive, arguments, NULL, NULL, &error));
  g_assert_cmpstr (error->message, ==,
                   "argument 1 '--test.shapes.ball.radius=-1': test.shapes.ball.radius: must be at least 0, is -1");
  g_assert_cmpuint (gyre_settings_get_length (gyre_executive_get_settings (executive)), ==, 0);
}

static void
test_warning (void)
{
  g_autoptr (GyreExecutive) executive = gyre_executive_new ();
  g_autoptr (GyreReport) report = gyre_report_new ();

  g_assert_true (gyre_executive_load_text (executive, "a", "test.shapes.ball.size = 1\n", GYRE_CATEGORY_USER, report, NULL));
  g_assert_cmpuint (gyre_report_get_length (report), ==, 1);
  g_assert_nonnull (gyre_settings_get_winner (gyre_executive_get_settings (executive),
                                              gyre_settings_find (gyre_executive_get_settings (executive),
                                                                  "test.shapes.ball.size")));
}

static void
test_check (void)
{
  g_autoptr (GyreExecutive) executive = gyre_executive_new ();
  g_autofree char *good = write_file ("test.shapes.ball.radius = 1\n");
  g_autofree char *bad = write_file ("test.shapes.ball.radius = -1\nwhat\n");
  g_autoptr (GyreReport) report = gyre_report_new ();

  g_string_truncate (configured, 0);
  g_assert_true (gyre_executive_check (executive, good, report));
  g_assert_cmpuint (gyre_report_get_length (report), ==, 0);
  g_assert_false (gyre_executive_check (executive, bad, report));
  g_assert_cmpuint (gyre_report_get_errors (report), ==, 2);
  g_assert_false (gyre_executive_check (executive, "nowhere/a.pfg", report));
  g_assert_cmpuint (gyre_report_get_errors (report), ==, 3);
  g_assert_true (gyre_executive_check (executive, good, report));
  g_assert_cmpuint (gyre_settings_get_length (gyre_executive_get_settings (executive)), ==, 0);
  g_assert_cmpstr (configured->str, ==, "");
  g_remove (good);
  g_remove (bad);
}

static void
test_class_state (void)
{
  g_autoptr (GyreExecutive) executive = gyre_executive_new ();
  GyreActor *actor = GYRE_ACTOR (gyre_executive_find_family (executive, "test.shapes.ball", NULL));
  int first, second;

  g_assert_null (gyre_executive_get_class_state (executive, actor));
  g_assert_true (gyre_executive_set_class_state (executive, actor, &first) == &first);
  g_assert_true (gyre_executive_set_class_state (executive, actor, &second) == &first);
  g_assert_true (gyre_executive_get_class_state (executive, actor) == &first);
}

static void
test_environment (void)
{
  g_autoptr (GyreExecutive) executive = gyre_executive_new ();
  const char * const good[] = { "HOME=/", "GYRE__free__size=2", NULL };
  const char * const bad[] = { "GYRE__free__size=3", "GYRE__=1", NULL };
  const char * const arguments[] = { "--free.size=4", NULL };
  GyreSettings *settings = gyre_executive_get_settings (executive);
  g_autoptr (GError) error = NULL;

  g_assert_true (gyre_executive_load_environment (executive, good, NULL, NULL));
  g_assert_false (gyre_executive_load_environment (executive, bad, NULL, &error));
  g_assert_error (error, GYRE_EXECUTIVE_ERROR, GYRE_EXECUTIVE_ERROR_CONFIGURATION);
  g_assert_cmpstr (gyre_setting_get_value (gyre_settings_get_strongest (settings, gyre_settings_find (settings, "free.size"))), ==, "2");
  g_assert_true (gyre_executive_load_arguments (executive, arguments, NULL, NULL, NULL));
  g_assert_cmpstr (gyre_setting_get_value (gyre_settings_get_strongest (settings, gyre_settings_find (settings, "free.size"))), ==, "4");
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  classes_define_all ();
  configured = g_string_new (NULL);
  gyre_executive_set_model (&model);
  g_test_add_func ("/executive/configurator/model-hears-of-settings-in-their-order", test_configured);
  g_test_add_func ("/executive/configurator/model-hears-nothing-of-mistakes", test_not_configured);
  g_test_add_func ("/executive/configurator/mistakes-are-told-in-the-order-of-lines", test_order_of_places);
  g_test_add_func ("/executive/configurator/all-ways-in-have-the-same-checks", test_classes_are_checked);
  g_test_add_func ("/executive/configurator/warning-hinders-nothing", test_warning);
  g_test_add_func ("/executive/configurator/checking-loads-nothing", test_check);
  g_test_add_func ("/executive/configurator/first-state-of-a-class-wins", test_class_state);
  g_test_add_func ("/executive/configurator/arguments-beat-the-environment", test_environment);
  result = g_test_run ();
  g_string_free (configured, TRUE);
  return result;
}
