/* test-alerts.c: Where alerts go
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-alerts-private.h"

#include <glib/gstdio.h>

typedef struct
{
  GyreSurroundings *surroundings;
  GyreAlerts *alerts;
  GString *story;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->surroundings = gyre_surroundings_new_virtual (1);
  fixture->alerts = gyre_alerts_new (fixture->surroundings);
  fixture->story = g_string_new (NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gyre_alerts_free (fixture->alerts);
  gyre_surroundings_unref (fixture->surroundings);
  g_string_free (fixture->story, TRUE);
}

G_GNUC_PRINTF (4, 5) static GyreAlert *
give (Fixture *fixture, GyreAlertLevel level, GyreAlertLevel verbosity, const char *format, ...)
{
  GyreAlertOrigin origin = { .name = "Bell0", .family = "tower.bell" };
  GyreAlert *alert;
  va_list arguments;

  va_start (arguments, format);
  alert = gyre_alerts_give (fixture->alerts, level, verbosity, &origin, format, arguments);
  va_end (arguments);
  return alert;
}

static void
drop (GyreAlert *alert)
{
  if (alert != NULL)
    gyre_alert_unref (alert);
}

static void
note (GyreAlert *alert, gpointer user_data)
{
  g_string_append_printf (((Fixture *) user_data)->story, "%s;", gyre_alert_get_message (alert));
}

static void
say_everything (Fixture *fixture, GyreAlertLevel verbosity)
{
  for (guint level = GYRE_ALERT_ERROR; level <= GYRE_ALERT_DEBUG; level++)
    drop (give (fixture, level, verbosity, "%s", gyre_alert_level_get_name (level)));
}

static void
test_listeners_hear_what_verbosity_lets_through (Fixture *fixture, gconstpointer data)
{
  guint64 connection;

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, 0);
      g_test_trap_assert_passed ();
      return;
    }
  connection = gyre_alerts_connect (fixture->alerts, note, fixture, NULL);
  say_everything (fixture, GYRE_ALERT_NOTICE);
  g_assert_cmpstr (fixture->story->str, ==, "error;warning;notice;");
  gyre_alerts_disconnect (fixture->alerts, connection);
  say_everything (fixture, GYRE_ALERT_DEBUG);
  g_assert_cmpstr (fixture->story->str, ==, "error;warning;notice;");
}

static void
test_errors_are_never_suppressed (Fixture *fixture, gconstpointer data)
{
  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, 0);
      g_test_trap_assert_passed ();
      g_test_trap_assert_stderr ("error: Bell0: error\n");
      return;
    }
  gyre_alerts_set_print_level (fixture->alerts, GYRE_ALERT_ERROR);
  gyre_alerts_set_log_level (fixture->alerts, GYRE_ALERT_ERROR);
  say_everything (fixture, GYRE_ALERT_ERROR);
}

static void
test_print_and_log_levels_are_separate (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("alerts-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "log", NULL);
  g_autofree char *text = NULL;

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, 0);
      g_test_trap_assert_passed ();
      g_test_trap_assert_stderr ("error: Bell0: error\nwarning: Bell0: warning\n");
      g_rmdir (folder);
      return;
    }
  gyre_alerts_set_log_level (fixture->alerts, GYRE_ALERT_DETAIL);
  g_assert_true (gyre_alerts_set_log_file (fixture->alerts, path, FALSE, 0, 0, NULL));
  say_everything (fixture, GYRE_ALERT_DEBUG);
  gyre_alerts_flush (fixture->alerts);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "2001-01-01 00:00:00.000 detail: Bell0: detail\n"));
  g_assert_null (strstr (text, "debug"));
  g_unlink (path);
  g_rmdir (folder);
}

/* What would crash if it were formatted. */
static void
test_what_nobody_wants_is_not_formatted (Fixture *fixture, gconstpointer data)
{
  const char *nowhere = GINT_TO_POINTER (1);

  g_assert_false (gyre_alerts_is_wanted (fixture->alerts, GYRE_ALERT_DEBUG, GYRE_ALERT_DEBUG));
  g_assert_null (give (fixture, GYRE_ALERT_DEBUG, GYRE_ALERT_DEBUG, "%s", nowhere));
  g_assert_null (give (fixture, GYRE_ALERT_WARNING, GYRE_ALERT_ERROR, "%s", nowhere));
}

static void
test_structured_alerts_do_not_end_the_program (Fixture *fixture, gconstpointer data)
{
  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, 0);
      g_test_trap_assert_passed ();
      g_test_trap_assert_stderr ("*the rope broke*");
      return;
    }
  gyre_alerts_set_structured (fixture->alerts, TRUE);
  drop (give (fixture, GYRE_ALERT_ERROR, GYRE_ALERT_DEBUG, "the rope broke"));
}

static const char *
find_field (const GyreAlertFields *fields, const char *key)
{
  for (gsize index = 0; index < fields->n_fields; index++)
    if (strcmp (fields->fields[index].key, key) == 0)
      return fields->fields[index].value;
  return NULL;
}

static void
test_the_journal_gets_the_place (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GyreLocator) locator = gyre_locator_new_source ("bell.c", 42, "ring");
  GyreAlertOrigin origin = { .name = "Bell0", .locator = locator };
  g_autoptr (GyreAlert) alert = gyre_alert_new (GYRE_ALERT_WARNING, &origin, 0, g_strdup ("it rings"));
  GyreAlertFields fields;

  gyre_alert_fields_fill (&fields, alert);
  g_assert_cmpstr (find_field (&fields, "CODE_FILE"), ==, "bell.c");
  g_assert_cmpstr (find_field (&fields, "CODE_LINE"), ==, "42");
  g_assert_cmpstr (find_field (&fields, "CODE_FUNC"), ==, "ring");
  g_assert_cmpstr (find_field (&fields, "GYRE_COMPONENT"), ==, "Bell0");
  g_assert_cmpstr (find_field (&fields, "PRIORITY"), ==, "4");
  g_assert_null (find_field (&fields, "GYRE_FAMILY"));
  gyre_alert_fields_clear (&fields);
}

static gpointer
say_much (gpointer data)
{
  for (guint index = 0; index < 2000; index++)
    drop (give (data, GYRE_ALERT_NOTICE, GYRE_ALERT_DEBUG, "%u", index));
  return NULL;
}

static void
test_any_thread_can_say_something (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("alerts-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "log", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  GThread *threads[3];

  g_assert_true (gyre_alerts_set_log_file (fixture->alerts, path, TRUE, 0, 0, NULL));
  for (guint index = 0; index < 3; index++)
    threads[index] = g_thread_new ("talker", say_much, fixture);
  for (guint index = 0; index < 3; index++)
    g_thread_join (threads[index]);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 6001);
  for (guint index = 0; index < 6000; index++)
    g_assert_true (g_str_has_prefix (lines[index], "{\"date\"") && g_str_has_suffix (lines[index], "\"}"));
  g_unlink (path);
  g_rmdir (folder);
}

#define ADD(path, function) g_test_add ("/messaging/alerts/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("listeners-hear-what-verbosity-lets-through", test_listeners_hear_what_verbosity_lets_through);
  ADD ("errors-are-never-suppressed", test_errors_are_never_suppressed);
  ADD ("print-and-log-levels-are-separate", test_print_and_log_levels_are_separate);
  ADD ("what-nobody-wants-is-not-formatted", test_what_nobody_wants_is_not_formatted);
  ADD ("structured-alerts-do-not-end-the-program", test_structured_alerts_do_not_end_the_program);
  ADD ("the-journal-gets-the-place", test_the_journal_gets_the_place);
  ADD ("any-thread-can-say-something", test_any_thread_can_say_something);
  return g_test_run ();
}
