/* test-loading.c: What is being loaded, which comes into force together or not at all
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "classes.h"
#include "gyre-loading-private.h"
#include "gyre-manifest-private.h"

#include <glib/gstdio.h>

typedef struct
{
  char *root;
  GyreExecutive *executive;
  GyreReport *report;
} Fixture;

static char *
put (Fixture *fixture, const char *name, const char *text)
{
  char *file = g_build_filename (fixture->root, name, NULL);
  g_autofree char *folder = g_path_get_dirname (file);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (file, text, -1, NULL));
  return file;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->root = g_dir_make_tmp ("gyre-loading-XXXXXX", NULL);
  fixture->executive = gyre_executive_new ();
  fixture->report = gyre_report_new ();
}

static void
remove_tree (const char *path)
{
  GDir *folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);

      if (g_file_test (inner, G_FILE_TEST_IS_DIR))
        remove_tree (inner);
      else
        g_assert_cmpint (g_unlink (inner), ==, 0);
    }
  g_clear_pointer (&folder, g_dir_close);
  g_rmdir (path);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  remove_tree (fixture->root);
  g_free (fixture->root);
  g_object_unref (fixture->executive);
  gyre_report_unref (fixture->report);
}

static GyreSetting *
winner (Fixture *fixture, const char *key)
{
  GyreSettings *settings = gyre_executive_get_settings (fixture->executive);

  return gyre_settings_get_winner (settings, gyre_settings_find (settings, key));
}

static const char *
value (Fixture *fixture, const char *key)
{
  GyreSetting *setting = winner (fixture, key);

  return setting != NULL ? gyre_setting_get_value (setting) : NULL;
}

static gboolean
load (Fixture *fixture, const char *file)
{
  return gyre_executive_load (fixture->executive, file, GYRE_CATEGORY_USER, fixture->report, NULL);
}

static void
test_read (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = put (fixture, "a.pfg", "test.shapes.ball.radius = -1\nwhat\n");
  g_autoptr (GError) error = NULL;
  g_autoptr (GyreEvents) events = gyre_loading_read (path, fixture->report, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (gyre_events_get_length (events), ==, 1);
  g_assert_cmpuint (gyre_report_get_errors (fixture->report), ==, 1);
  g_assert_null (gyre_loading_read ("nowhere/a.pfg", fixture->report, &error));
  g_assert_error (error, GYRE_CONFIGURATION_ERROR, GYRE_CONFIGURATION_ERROR_NOT_FOUND);
}

static void
test_include (Fixture *fixture, gconstpointer data)
{
  g_autofree char *outer = put (fixture, "outer.pfg", "b.x = 1\n\n@include = inner/inner.pfg\nb.y = 3\n");
  g_autofree char *inner = put (fixture, "inner/inner.pfg", "b.x = 2\nb.y = 2\n@include = innermost.pfg\n");
  g_autofree char *innermost = put (fixture, "inner/innermost.pfg", "\nb.z = 7\n");
  g_autoptr (GyreLocator) place = NULL;
  g_autofree char *text = NULL;
  g_autofree char *wanted = NULL;

  g_assert_true (load (fixture, outer));
  g_assert_cmpstr (value (fixture, "b.x"), ==, "2");
  g_assert_cmpstr (value (fixture, "b.y"), ==, "3");
  g_assert_cmpstr (value (fixture, "b.z"), ==, "7");
  place = gyre_setting_dup_locator (winner (fixture, "b.z"));
  text = gyre_locator_to_string (place);
  wanted = g_strdup_printf ("%s:2:7, through %s:3:12, through %s:3:12", innermost, inner, outer);
  g_assert_cmpstr (text, ==, wanted);
  g_assert_true (gyre_manifest_has_file (gyre_executive_get_manifest (fixture->executive), innermost));
}

static void
test_mistake_within (Fixture *fixture, gconstpointer data)
{
  g_autofree char *outer = put (fixture, "outer.pfg", "b.x = 1\n@include = inner.pfg\n");
  g_autofree char *inner = put (fixture, "inner.pfg", "b.x = 2\nwhat\n");
  GyreLocator *place;

  g_assert_false (load (fixture, outer));
  g_assert_cmpuint (gyre_report_get_errors (fixture->report), ==, 1);
  place = gyre_diagnostic_get_locator (gyre_report_get_diagnostic (fixture->report, 0));
  g_assert_cmpstr (gyre_locator_get_file (place), ==, inner);
  g_assert_null (winner (fixture, "b.x"));
  g_assert_false (gyre_manifest_has_file (gyre_executive_get_manifest (fixture->executive), outer));
}

static void
test_cycle (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = put (fixture, "first.pfg", "@include = second.pfg\n");
  g_autofree char *second = put (fixture, "second.pfg", "\n@include = first.pfg\n");
  g_autofree char *way = g_strdup_printf ("%s:1:12 includes %s, %s:2:12 includes %s", first, second, second, first);
  GyreDiagnostic *diagnostic;

  g_assert_false (load (fixture, first));
  g_assert_cmpuint (gyre_report_get_errors (fixture->report), ==, 1);
  diagnostic = gyre_report_get_diagnostic (fixture->report, 0);
  g_assert_nonnull (strstr (gyre_diagnostic_get_message (diagnostic), way));
  g_assert_cmpstr (gyre_locator_get_file (gyre_diagnostic_get_locator (diagnostic)), ==, second);
  g_assert_cmpuint (gyre_locator_get_line (gyre_diagnostic_get_locator (diagnostic)), ==, 2);
}

static void
test_missing (Fixture *fixture, gconstpointer data)
{
  g_autofree char *file = put (fixture, "a.pfg", "@include = ?nowhere.pfg\nb.x = 1\n");
  g_autofree char *bad = put (fixture, "b.pfg", "@include = nowhere.pfg\nb.x = 2\n");

  g_assert_true (load (fixture, file));
  g_assert_false (load (fixture, bad));
  g_assert_cmpuint (gyre_report_get_errors (fixture->report), ==, 1);
  g_assert_cmpstr (value (fixture, "b.x"), ==, "1");
}

static void
use_folders (Fixture *fixture)
{
  GyreSearchPath *path = gyre_search_path_new_empty ();
  g_autofree char *far_folder = g_build_filename (fixture->root, "far", NULL);
  g_autofree char *near_folder = g_build_filename (fixture->root, "near", NULL);

  gyre_search_path_add_folder (path, far_folder, GYRE_CATEGORY_PACKAGE);
  gyre_search_path_add_folder (path, near_folder, GYRE_CATEGORY_USER);
  gyre_search_path_set_host (path, "node7");
  gyre_executive_take_search_path (fixture->executive, path);
}

static void
test_discover (Fixture *fixture, gconstpointer data)
{
  g_autofree char *system = put (fixture, "far/spec.pfg", "b.x = 1\nb.y = 1\nb.z = 1\n");
  g_autofree char *host = put (fixture, "far/spec/hosts/node7.pfg", "b.y = 2\nb.z = 2\n");
  g_autofree char *own = put (fixture, "near/spec.pfg", "b.z = 3\n");
  g_autofree char *drop_in = put (fixture, "near/spec.d/10-z.pfg", "b.w = 4\n");
  g_autoptr (GError) error = NULL;

  use_folders (fixture);
  g_assert_true (gyre_executive_discover (fixture->executive, "spec", fixture->report, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (value (fixture, "b.x"), ==, "1");
  g_assert_cmpstr (value (fixture, "b.y"), ==, "2");
  g_assert_cmpstr (value (fixture, "b.z"), ==, "3");
  g_assert_cmpstr (value (fixture, "b.w"), ==, "4");
  g_assert_cmpint (gyre_setting_get_category (winner (fixture, "b.y")), ==, GYRE_CATEGORY_PACKAGE);
  g_assert_cmpint (gyre_setting_get_category (winner (fixture, "b.z")), ==, GYRE_CATEGORY_USER);
  g_assert_true (g_file_set_contents (own, "b.z = 5\n", -1, NULL));
  g_assert_true (gyre_executive_discover (fixture->executive, "spec", fixture->report, &error));
  g_assert_cmpstr (value (fixture, "b.z"), ==, "3");
}

static void
test_discover_mistake (Fixture *fixture, gconstpointer data)
{
  g_autofree char *system = put (fixture, "far/spec.pfg", "b.x = 1\n");
  g_autofree char *own = put (fixture, "near/spec.pfg", "what\n");

  use_folders (fixture);
  g_assert_false (gyre_executive_discover (fixture->executive, "spec", fixture->report, NULL));
  g_assert_cmpuint (gyre_report_get_errors (fixture->report), ==, 1);
  g_assert_null (winner (fixture, "b.x"));
}

static void
test_files_of_all_packages (Fixture *fixture, gconstpointer data)
{
  g_autofree char *file = put (fixture, "near/node7.pfg", "b.x = 1\n");

  use_folders (fixture);
  g_assert_true (gyre_executive_discover (fixture->executive, "spec", fixture->report, NULL));
  g_assert_true (gyre_executive_discover (fixture->executive, "other", fixture->report, NULL));
  g_assert_null (gyre_setting_get_shadowed (winner (fixture, "b.x")));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  classes_define_all ();
#define ADD(name, function) g_test_add ("/executive/loading/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("reading-checks-no-classes", test_read);
  ADD ("an-include-counts-where-it-stands", test_include);
  ADD ("a-mistake-in-an-included-file-is-told-there-and-nothing-is-in-force", test_mistake_within);
  ADD ("files-that-include-each-other-are-told-with-the-way", test_cycle);
  ADD ("only-an-optional-file-can-be-missing", test_missing);
  ADD ("a-package-has-its-files-in-order-and-once", test_discover);
  ADD ("a-mistake-in-one-file-of-a-package-keeps-all-out", test_discover_mistake);
  ADD ("a-file-for-all-packages-is-read-once", test_files_of_all_packages);
#undef ADD
  return g_test_run ();
}
