/* test-migration.c: A configuration file that speaks of traits by names that they had
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <gyre.h>

#include <glib/gstdio.h>

typedef struct { GyreComponent parent_instance; gint64 size; gint64 old; } TestGrown;
typedef struct { GyreComponentClass parent_class; } TestGrownClass;

GYRE_DEFINE_COMPONENT (TestGrown, test_grown, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (
    gyre_integer (size, 1, .aliases = "s", .formerly = "width, breadth", .formerly_until = "2.0", .maximum = 9),
    gyre_integer (old, 2, .deprecated_since = "1.1")),
  GYRE_BEHAVIORS (), .family = "grown.thing")

typedef struct
{
  GyreExecutive *executive;
  GyreReport *report;
  char *folder;
  char *file;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_type_ensure (test_grown_get_type ());
  gyre_actor_get (test_grown_get_type ());
  fixture->executive = gyre_executive_new ();
  fixture->report = gyre_report_new ();
  fixture->folder = g_dir_make_tmp ("gyre-migration-XXXXXX", NULL);
  fixture->file = g_build_filename (fixture->folder, "file.pfg", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_remove (fixture->file);
  g_rmdir (fixture->folder);
  g_free (fixture->file);
  g_free (fixture->folder);
  gyre_report_unref (fixture->report);
  g_object_unref (fixture->executive);
}

static GyreMigration *
migrate (Fixture *fixture, const char *text, GError **error)
{
  g_assert_true (g_file_set_contents (fixture->file, text, -1, NULL));
  return gyre_migration_new (fixture->executive, fixture->file, fixture->report, error);
}

static void
test_list (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GyreMigration) migration = migrate (fixture, "grown.thing:\n    width = 3\n    old = 4\n", NULL);
  g_autofree char *text = gyre_migration_to_string (migration);
  g_autofree char *expected = g_strdup_printf ("%s:2:5: renamed; the old name is an error from 2.0\n- grown.thing.width\n"
                                               "+ grown.thing.size\n%s:3:5: deprecated since 1.1\n  grown.thing.old\n",
                                               fixture->file, fixture->file);
  g_autofree char *json = NULL;
  g_autoptr (GVariant) list = g_variant_ref_sink (gyre_migration_to_variant (migration));

  json = gyre_variant_to_json (list);
  g_assert_cmpstr (text, ==, expected);
  g_assert_cmpuint (gyre_migration_get_changes (migration), ==, 1);
  g_assert_cmpuint (gyre_report_get_length (fixture->report), ==, 0);
  g_assert_nonnull (strstr (json, "\"grown.thing.size\""));
}

static void
test_write (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GyreMigration) migration = migrate (fixture, "; a\ngrown.thing:\n    breadth   = 3  ; b\n", NULL);
  g_autoptr (GyreMigration) again = NULL;
  g_autofree char *text = NULL;

  g_assert_true (gyre_migration_write (migration, NULL));
  g_assert_true (g_file_get_contents (fixture->file, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "; a\ngrown.thing:\n    size   = 3  ; b\n");
  again = migrate (fixture, text, NULL);
  g_assert_cmpuint (gyre_migration_get_changes (again), ==, 0);
}

/* What is an error for a load is what a migration is for. */
static void
test_over (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GyreMigration) migration = NULL;
  g_autofree char *text = NULL;

  gyre_executive_set_package_version (fixture->executive, "grown", "2.1");
  migration = migrate (fixture, "grown.thing.width = 3\n", NULL);
  g_assert_nonnull (migration);
  text = gyre_migration_to_string (migration);
  g_assert_nonnull (strstr (text, "an error since 2.0"));
}

static void
test_both (Fixture *fixture, gconstpointer data)
{
  static const char * const texts[] = {
    "grown.thing.width = 3\ngrown.thing:\n    size = 4\n",
    "grown.thing:\n    size = 3\ngrown.thing.width = 4\n",
    "grown.thing:\n    s = 3\n    width = 4\n",
    "grown.thing:\n    breadth = 3\n    width = 4\n",
  };

  for (guint index = 0; index < G_N_ELEMENTS (texts); index++)
    {
      g_autoptr (GyreReport) report = gyre_report_new ();
      g_autoptr (GError) error = NULL;
      g_autofree char *told = NULL;
      g_autofree char *first = g_strdup_printf ("%s:1:", fixture->file);

      g_assert_true (g_file_set_contents (fixture->file, texts[index], -1, NULL));
      g_assert_null (gyre_migration_new (fixture->executive, fixture->file, report, &error));
      g_assert_error (error, GYRE_EXECUTIVE_ERROR, GYRE_EXECUTIVE_ERROR_CONFIGURATION);
      g_assert_cmpuint (gyre_report_get_errors (report), ==, 1);
      told = gyre_report_to_string (report);
      g_assert_nonnull (strstr (told, "is called 'size' now"));
      g_assert_nonnull (strstr (told, index == 0 ? ":3:" : index == 1 ? ":2:" : ":2:"));
    }
}

static void
test_mistakes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) syntax = NULL;

  g_assert_null (migrate (fixture, "grown.thing.width = 10\n", &error));
  g_assert_error (error, GYRE_EXECUTIVE_ERROR, GYRE_EXECUTIVE_ERROR_CONFIGURATION);
  g_assert_null (migrate (fixture, "grown.thing.width\n", &syntax));
  g_assert_error (syntax, GYRE_CONFIGURATION_ERROR, GYRE_CONFIGURATION_ERROR_INVALID);
}

#define ADD(path, function) g_test_add ("/documentation/migration/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("renamed-and-deprecated-traits-are-listed", test_list);
  ADD ("only-keys-are-written-and-once", test_write);
  ADD ("a-name-that-works-no-more-is-migrated", test_over);
  ADD ("two-names-of-one-trait-are-a-mistake-with-both-places", test_both);
  ADD ("a-file-with-mistakes-is-not-migrated", test_mistakes);
  return g_test_run ();
}
