/* test-executive.c: The owner of names, settings and modules
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <gyre.h>

#include <glib/gstdio.h>
#include <string.h>

/* What is in force for a key, and where it was said. */
static char *
dup_winner (GyreExecutive *executive, const char *key)
{
  GyreSettings *settings = gyre_executive_get_settings (executive);
  GyreSetting *winner = gyre_settings_get_winner (settings, gyre_settings_find (settings, key));
  g_autoptr (GyreLocator) locator = winner != NULL ? gyre_setting_dup_locator (winner) : NULL;
  g_autofree char *place = locator != NULL ? gyre_locator_to_string (locator) : NULL;

  if (winner == NULL)
    return NULL;
  return g_strdup_printf ("%s @ %s", gyre_setting_get_value (winner), place != NULL ? place : "nowhere");
}

static void
assert_winner (GyreExecutive *executive, const char *key, const char *expected)
{
  g_autofree char *found = dup_winner (executive, key);

  g_assert_cmpstr (found, ==, expected);
}

static void
load_text (GyreExecutive *executive, const char *name, const char *text, GyreCategory category)
{
  g_autoptr (GError) error = NULL;

  gyre_executive_load_text (executive, name, text, category, NULL, &error);
  g_assert_no_error (error);
}

static char *
write_file (const char *name, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("gyre-executive-XXXXXX", &error);
  char *path = g_build_filename (folder, name, NULL);

  g_assert_no_error (error);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  return path;
}

static void
remove_file (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  g_remove (path);
  g_rmdir (folder);
}

static gpointer
get_current_in_thread (gpointer data)
{
  return gyre_executive_get_current ();
}

static void
test_current (void)
{
  GyreExecutive *process = gyre_executive_get_default ();
  g_autoptr (GyreExecutive) first = gyre_executive_new ();
  g_autoptr (GyreExecutive) second = gyre_executive_new ();

  g_assert_true (gyre_executive_get_current () == process);
  gyre_executive_push (first);
  gyre_executive_push (second);
  g_assert_true (gyre_executive_get_current () == second);
  g_assert_true (g_thread_join (g_thread_new ("other", get_current_in_thread, NULL)) == process);
  gyre_executive_pop (second);
  g_assert_true (gyre_executive_get_current () == first);
  gyre_executive_pop (first);
  g_assert_true (gyre_executive_get_current () == process);
}

static void
test_pushed_lives (void)
{
  GyreExecutive *executive = gyre_executive_new ();
  gpointer pointer = executive;

  g_object_add_weak_pointer (G_OBJECT (executive), &pointer);
  gyre_executive_push (executive);
  g_object_unref (executive);
  g_assert_nonnull (pointer);
  gyre_executive_pop (pointer);
  g_assert_null (pointer);
}

static void
test_apart (void)
{
  g_autoptr (GyreExecutive) first = gyre_executive_new ();
  g_autoptr (GyreExecutive) second = gyre_executive_new ();

  load_text (first, "a", "x.y = 1\n", GYRE_CATEGORY_USER);
  assert_winner (first, "x.y", "1 @ a:1:7");
  assert_winner (second, "x.y", NULL);
  g_assert_true (gyre_executive_get_registrar (first) == gyre_executive_get_registrar (second));
  g_assert_true (gyre_executive_get_nameserver (first) != gyre_executive_get_nameserver (second));
  g_assert_true (gyre_executive_get_linker (first) != gyre_executive_get_linker (second));
}

static void
test_categories (void)
{
  g_autoptr (GyreExecutive) executive = gyre_executive_new ();

  load_text (executive, "user.pfg", "x.y = 1\n", GYRE_CATEGORY_USER);
  load_text (executive, "package.pfg", "x.y = 2\n", GYRE_CATEGORY_PACKAGE);
  assert_winner (executive, "x.y", "1 @ user.pfg:1:7");
  load_text (executive, "again.pfg", "x:\n  y = 3\n", GYRE_CATEGORY_USER);
  assert_winner (executive, "x.y", "3 @ again.pfg:2:7");
}

static void
test_transaction (void)
{
  g_autoptr (GyreExecutive) executive = gyre_executive_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (gyre_executive_load_text (executive, "a.pfg", "x.y = 1\nx..z = 2\nwhat\n", GYRE_CATEGORY_USER, NULL, &error));
  g_assert_error (error, GYRE_EXECUTIVE_ERROR, GYRE_EXECUTIVE_ERROR_CONFIGURATION);
  g_assert_true (g_str_has_prefix (error->message, "a.pfg:2:"));
  g_assert_nonnull (strstr (error->message, "\na.pfg:3:1: "));
  assert_winner (executive, "x.y", NULL);
  load_text (executive, "b.pfg", "x.y = 2\n", GYRE_CATEGORY_USER);
  assert_winner (executive, "x.y", "2 @ b.pfg:1:7");
}

static void
test_report (void)
{
  g_autoptr (GyreExecutive) executive = gyre_executive_new ();
  g_autoptr (GyreReport) report = gyre_report_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (gyre_executive_load_text (executive, "a.pfg", "x..z = 2\nwhat\n", GYRE_CATEGORY_USER, report, &error));
  g_assert_cmpstr (error->message, ==, "a.pfg: 2 mistakes, nothing of it is in force");
  g_assert_cmpuint (gyre_report_get_errors (report), ==, 2);
  g_clear_error (&error);
  g_assert_true (gyre_executive_load_text (executive, "b.pfg", "x.z = 2\n", GYRE_CATEGORY_USER, report, &error));
  g_assert_no_error (error);
}

static void
test_file (void)
{
  g_autoptr (GyreExecutive) executive = gyre_executive_new ();
  g_autofree char *path = write_file ("a.pfg", "x.y = 1\n");
  g_autofree char *expected = g_strdup_printf ("1 @ %s:1:7", path);
  g_autoptr (GError) error = NULL;

  g_assert_true (gyre_executive_load (executive, path, GYRE_CATEGORY_USER, NULL, &error));
  g_assert_no_error (error);
  assert_winner (executive, "x.y", expected);
  remove_file (path);
}

static void
test_missing_file (void)
{
  g_autoptr (GyreExecutive) executive = gyre_executive_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (gyre_executive_load (executive, "nowhere/a.pfg", GYRE_CATEGORY_USER, NULL, &error));
  g_assert_error (error, GYRE_EXECUTIVE_ERROR, GYRE_EXECUTIVE_ERROR_UNKNOWN);
  g_assert_nonnull (strstr (error->message, "nowhere/a.pfg"));
}

static void
test_unknown_format (void)
{
  g_autoptr (GyreExecutive) executive = gyre_executive_new ();
  g_autoptr (GyreReport) report = gyre_report_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (gyre_executive_load_text (executive, "a.doc", "x.y = 1\n", GYRE_CATEGORY_USER, report, &error));
  g_assert_error (error, GYRE_EXECUTIVE_ERROR, GYRE_EXECUTIVE_ERROR_CONFIGURATION);
  g_assert_cmpuint (gyre_report_get_errors (report), ==, 1);
}

static void
test_arguments (void)
{
  g_autoptr (GyreExecutive) executive = gyre_executive_new ();
  g_autofree char *path = write_file ("a.pfg", "x.y = file\nx.z = file\nx.w = file\n");
  g_autofree char *option = g_strdup_printf ("--config=%s", path);
  g_autofree char *place = g_strdup_printf ("file @ %s:3:7", path);
  const char *arguments[] = { "run", "--x.y=early", option, "--x.z=late", "it", NULL };
  g_auto (GStrv) words = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (gyre_executive_load_arguments (executive, arguments, &words, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (words), ==, 2);
  g_assert_cmpstr (words[0], ==, "run");
  g_assert_cmpstr (words[1], ==, "it");
  assert_winner (executive, "x.y", "early @ argument 2 '--x.y=early'");
  assert_winner (executive, "x.w", place);
  assert_winner (executive, "x.z", "late @ argument 4 '--x.z=late'");
  load_text (executive, "user.pfg", "x.z = user\n", GYRE_CATEGORY_USER);
  assert_winner (executive, "x.z", "late @ argument 4 '--x.z=late'");
  remove_file (path);
}

static void
test_bad_arguments (void)
{
  g_autoptr (GyreExecutive) executive = gyre_executive_new ();
  g_autofree char *path = write_file ("a.pfg", "what\nx.w = 1\n");
  g_autofree char *option = g_strdup_printf ("--config=%s,nowhere.pfg", path);
  const char *arguments[] = { "--x.y=1", "--x..z=2", option, NULL };
  g_auto (GStrv) words = NULL;
  g_autoptr (GyreReport) report = gyre_report_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (gyre_executive_load_arguments (executive, arguments, &words, report, &error));
  g_assert_error (error, GYRE_EXECUTIVE_ERROR, GYRE_EXECUTIVE_ERROR_CONFIGURATION);
  g_assert_cmpstr (error->message, ==, "command line: 3 mistakes, nothing of it is in force");
  g_assert_null (words);
  assert_winner (executive, "x.y", NULL);
  assert_winner (executive, "x.w", NULL);
  g_assert_cmpuint (gyre_locator_get_line (gyre_diagnostic_get_locator (gyre_report_get_diagnostic (report, 2))), ==, 3);
  remove_file (path);
}

static void
test_set (void)
{
  g_autoptr (GyreExecutive) executive = gyre_executive_new ();
  g_autoptr (GyreLocator) place = gyre_locator_new_source ("main.c", 7, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (gyre_executive_set (executive, "x.y", "1", GYRE_CATEGORY_EXPLICIT, place, &error));
  g_assert_no_error (error);
  assert_winner (executive, "x.y", "1 @ main.c:7");
}

static void
test_bad_set (void)
{
  static const char * const keys[] = { "", "x..y", "x.\xff", "x = y" };
  g_autoptr (GyreExecutive) executive = gyre_executive_new ();
  g_autoptr (GError) error = NULL;

  for (guint index = 0; index < G_N_ELEMENTS (keys); index++)
    {
      g_assert_false (gyre_executive_set (executive, keys[index], "1", GYRE_CATEGORY_USER, NULL, &error));
      g_assert_error (error, GYRE_EXECUTIVE_ERROR, GYRE_EXECUTIVE_ERROR_CONFIGURATION);
      g_clear_error (&error);
    }
  g_assert_false (gyre_executive_set (executive, "x.y", "\xff", GYRE_CATEGORY_USER, NULL, &error));
  g_assert_error (error, GYRE_EXECUTIVE_ERROR, GYRE_EXECUTIVE_ERROR_CONFIGURATION);
  g_assert_cmpuint (gyre_settings_get_length (gyre_executive_get_settings (executive)), ==, 0);
}

static void
test_unknown_family (void)
{
  g_autoptr (GyreExecutive) executive = gyre_executive_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (gyre_executive_find_family (executive, "nobody.knows.me", &error));
  g_assert_error (error, GYRE_EXECUTIVE_ERROR, GYRE_EXECUTIVE_ERROR_UNKNOWN);
  g_assert_cmpstr (error->message, ==, "no family 'nobody.knows.me'");
}

static void
test_broken_module (void)
{
  g_autoptr (GyreExecutive) executive = gyre_executive_new ();
  g_autofree char *path = write_file ("libbroken.so", "this is no shared object");
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GyreReport) report = gyre_report_new ();
  g_autoptr (GError) error = NULL;

  gyre_linker_add_folder (gyre_executive_get_linker (executive), folder);
  g_assert_null (gyre_executive_find_family (executive, "broken.class", &error));
  g_assert_error (error, GYRE_EXECUTIVE_ERROR, GYRE_EXECUTIVE_ERROR_UNKNOWN);
  g_assert_true (g_str_has_prefix (error->message, "no family 'broken.class': its module can't be loaded: "));
  g_clear_error (&error);

  /* A name like that of the module can be an instance's, so this is a warning, and one for all. */
  g_assert_true (gyre_executive_load_text (executive, "a", "broken.x = 1\nbroken.y.z = 2\n", GYRE_CATEGORY_USER, report, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (gyre_report_get_length (report), ==, 1);
  g_assert_cmpint (gyre_diagnostic_get_severity (gyre_report_get_diagnostic (report, 0)), ==, GYRE_SEVERITY_WARNING);
  remove_file (path);
}

static void
test_failure_is_remembered (void)
{
  g_autoptr (GyreExecutive) executive = gyre_executive_new ();
  g_autofree char *path = write_file ("libbroken2.so", "this is no shared object");
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  g_assert_null (gyre_executive_find_family (executive, "broken2.class", &error));
  g_assert_cmpstr (error->message, ==, "no family 'broken2.class'");
  g_clear_error (&error);
  /* Another path is another chance. */
  gyre_linker_add_folder (gyre_executive_get_linker (executive), folder);
  g_assert_null (gyre_executive_find_family (executive, "broken2.class", &error));
  g_assert_nonnull (strstr (error->message, "can't be loaded"));
  g_clear_error (&error);
  remove_file (path);
  /* The same path is none. */
  g_assert_null (gyre_executive_find_family (executive, "broken2.class", &error));
  g_assert_nonnull (strstr (error->message, "can't be loaded"));
}

static void
test_unused (void)
{
  g_autoptr (GyreExecutive) executive = gyre_executive_new ();
  g_autoptr (GObject) living = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr (GyreReport) report = gyre_report_new ();
  g_autoptr (GError) error = NULL;
  GyreSettings *settings = gyre_executive_get_settings (executive);
  GyreDiagnostic *note;
  g_autofree char *place = NULL;

  gyre_nameserver_register (gyre_executive_get_nameserver (executive), "mc-1", living, NULL, &error);
  g_assert_no_error (error);
  load_text (executive, "a.pfg", "mc-1.x = 1\nmc-2.x = 1\nmc-2.y = 2\nused.x = 1\nvariable = 3\n", GYRE_CATEGORY_USER);
  gyre_setting_mark_used (gyre_settings_get_winner (settings, gyre_settings_find (settings, "used.x")));
  gyre_executive_report_unused (executive, report);

  g_assert_cmpuint (gyre_report_get_length (report), ==, 1);
  note = gyre_report_get_diagnostic (report, 0);
  place = gyre_locator_to_string (gyre_diagnostic_get_locator (note));
  g_assert_cmpint (gyre_diagnostic_get_severity (note), ==, GYRE_SEVERITY_NOTE);
  g_assert_cmpstr (gyre_diagnostic_get_message (note), ==, "no instance 'mc-2' was built");
  g_assert_cmpstr (gyre_diagnostic_get_hint (note), ==, "did you mean 'mc-1'?");
  g_assert_cmpstr (place, ==, "a.pfg:2:1");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/executive/executive/thread-has-a-current-one", test_current);
  g_test_add_func ("/executive/executive/pushed-one-is-kept-alive", test_pushed_lives);
  g_test_add_func ("/executive/executive/names-and-settings-are-apart-and-classes-shared", test_apart);
  g_test_add_func ("/executive/executive/stronger-category-wins-then-the-later", test_categories);
  g_test_add_func ("/executive/executive/text-with-a-mistake-changes-nothing", test_transaction);
  g_test_add_func ("/executive/executive/report-gets-all-and-error-a-summary", test_report);
  g_test_add_func ("/executive/executive/file-is-loaded", test_file);
  g_test_add_func ("/executive/executive/missing-file-is-unknown", test_missing_file);
  g_test_add_func ("/executive/executive/unknown-format-is-refused", test_unknown_format);
  g_test_add_func ("/executive/executive/arguments-hold-in-their-order", test_arguments);
  g_test_add_func ("/executive/executive/bad-argument-undoes-all", test_bad_arguments);
  g_test_add_func ("/executive/executive/set-says-one-thing", test_set);
  g_test_add_func ("/executive/executive/set-refuses-what-is-no-key-or-text", test_bad_set);
  g_test_add_func ("/executive/executive/unknown-family-is-told", test_unknown_family);
  g_test_add_func ("/executive/executive/broken-module-is-told", test_broken_module);
  g_test_add_func ("/executive/executive/failed-module-is-tried-again-on-another-path-only", test_failure_is_remembered);
  g_test_add_func ("/executive/executive/names-without-instance-are-noted", test_unused);
  return g_test_run ();
}
