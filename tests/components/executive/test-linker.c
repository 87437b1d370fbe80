/* test-linker.c: Finds and loads the modules that bring classes
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <gyre.h>

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* Where the build has put the modules of this test. */
static char *
dup_modules (void)
{
  return g_build_filename (g_getenv ("GYRE_TEST_BUILD"), "tests", "components", "executive", "modules", NULL);
}

static GyreLinker *
new_linker (void)
{
  GyreLinker *linker = gyre_linker_new ();
  g_autofree char *folder = dup_modules ();

  gyre_linker_add_folder (linker, folder);
  return linker;
}

static gsize
count_registrations (void)
{
  return GPOINTER_TO_SIZE (g_object_get_data (G_OBJECT (gyre_registrar_get_default ()), "fixture-registrations"));
}

static char *
make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("gyre-linker-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

static void
test_once (void)
{
  g_autoptr (GyreLinker) linker = new_linker ();
  g_autoptr (GyreLinker) other = gyre_linker_new ();
  g_autofree char *modules = dup_modules ();
  g_autofree char *file = g_build_filename (modules, "libfixture.so", NULL);
  g_autofree char *folder = make_folder ();
  g_autofree char *link = g_build_filename (folder, "fixture.so", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (gyre_linker_load (linker, "fixture", &error));
  g_assert_no_error (error);
  g_assert_true (gyre_registrar_has_package (gyre_registrar_get_default (), "fixture"));
  g_assert_true (gyre_linker_load (linker, "fixture", &error));
  /* Another linker, another folder and another name: still the same file. */
  g_assert_cmpint (symlink (file, link), ==, 0);
  gyre_linker_add_folder (other, folder);
  g_assert_true (gyre_linker_load (other, "fixture", &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_registrations (), ==, 1);
  g_remove (link);
  g_rmdir (folder);
}

static void
test_family_loads (void)
{
  g_autoptr (GyreExecutive) executive = gyre_executive_new ();
  g_autofree char *folder = dup_modules ();
  g_autoptr (GError) error = NULL;

  gyre_linker_add_folder (gyre_executive_get_linker (executive), folder);
  g_assert_nonnull (gyre_executive_find_family (executive, "fixture.things", &error));
  g_assert_no_error (error);
}

/* In a process of its own, so that nothing has loaded the module before. */
static void
test_key_loads (void)
{
  g_autoptr (GyreExecutive) executive = gyre_executive_new ();
  g_autofree char *folder = dup_modules ();
  g_autoptr (GError) error = NULL;

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, 0);
      g_test_trap_assert_passed ();
      return;
    }
  gyre_linker_add_folder (gyre_executive_get_linker (executive), folder);
  g_assert_null (gyre_registrar_find (gyre_registrar_get_default (), "fixture.things"));
  g_assert_false (gyre_executive_load_text (executive, "a", "fixture.things.x = 1\n", GYRE_CATEGORY_USER, NULL, &error));
  g_assert_true (g_str_has_prefix (error->message, "a:1:1: fixture.things is an interface, which has no settings"));
}

static void
test_not_found (void)
{
  g_autoptr (GyreLinker) linker = new_linker ();
  g_autofree char *folder = dup_modules ();
  g_autoptr (GError) error = NULL;

  g_assert_false (gyre_linker_load (linker, "nobody", &error));
  g_assert_error (error, GYRE_LINKER_ERROR, GYRE_LINKER_ERROR_NOT_FOUND);
  g_assert_true (g_str_has_prefix (error->message, "no module 'nobody' (libnobody.so, nobody.so) in "));
  g_assert_nonnull (strstr (error->message, folder));
}

static void
test_path_is_no_package (void)
{
  g_autoptr (GyreLinker) linker = new_linker ();
  g_autoptr (GError) error = NULL;

  g_assert_false (gyre_linker_load (linker, "../modules/fixture", &error));
  g_assert_error (error, GYRE_LINKER_ERROR, GYRE_LINKER_ERROR_NOT_FOUND);
}

static void
test_stranger (void)
{
  g_autoptr (GyreLinker) linker = new_linker ();
  g_autoptr (GError) error = NULL;

  g_assert_false (gyre_linker_load (linker, "stranger", &error));
  g_assert_error (error, GYRE_LINKER_ERROR, GYRE_LINKER_ERROR_REFUSED);
  g_assert_true (g_str_has_suffix (error->message, "is no module of Gyre: it has no function gyre_module_register"));
}

static void
test_broken (void)
{
  g_autoptr (GyreLinker) linker = gyre_linker_new ();
  g_autofree char *folder = make_folder ();
  g_autofree char *file = g_build_filename (folder, "libbroken.so", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (file, "text", -1, NULL));
  gyre_linker_add_folder (linker, folder);
  g_assert_false (gyre_linker_load (linker, "broken", &error));
  g_assert_error (error, GYRE_LINKER_ERROR, GYRE_LINKER_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "libbroken.so"));
  g_remove (file);
  g_rmdir (folder);
}

static void
test_path (void)
{
  g_autoptr (GyreLinker) linker = gyre_linker_new ();
  g_auto (GStrv) path = NULL;

  g_setenv ("GYRE_MODULE_PATH", "/environment/one::/environment/two", TRUE);
  gyre_linker_add_folder (linker, "/added/one");
  gyre_linker_add_folder (linker, "/added/two");
  path = gyre_linker_dup_path (linker);
  g_unsetenv ("GYRE_MODULE_PATH");
  g_assert_cmpuint (g_strv_length (path), ==, 5);
  g_assert_cmpstr (path[0], ==, "/added/one");
  g_assert_cmpstr (path[1], ==, "/added/two");
  g_assert_cmpstr (path[2], ==, "/environment/one");
  g_assert_cmpstr (path[3], ==, "/environment/two");
  g_assert_true (g_path_is_absolute (path[4]) && g_str_has_suffix (path[4], "/gyre-1/modules"));
}

static void
test_lists (void)
{
  g_autoptr (GyreLinker) linker = new_linker ();
  g_auto (GStrv) available = gyre_linker_list_available (linker);
  g_autofree char *modules = dup_modules ();
  g_autofree char *file = g_build_filename (modules, "libfixture.so", NULL);
  g_autofree char *real = realpath (file, NULL);
  g_auto (GStrv) loaded = NULL;

  g_assert_true (gyre_linker_load (linker, "fixture", NULL));
  loaded = gyre_linker_list (linker);
  g_assert_true (g_strv_contains ((const char * const *) available, "fixture"));
  g_assert_true (g_strv_contains ((const char * const *) available, "stranger"));
  g_assert_cmpuint (g_strv_length (loaded), ==, 1);
  g_assert_cmpstr (loaded[0], ==, real);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/executive/linker/same-file-is-loaded-once", test_once);
  g_test_add_func ("/executive/linker/unknown-family-loads-its-module", test_family_loads);
  g_test_add_func ("/executive/linker/key-of-a-file-loads-its-module", test_key_loads);
  g_test_add_func ("/executive/linker/missing-module-is-told-with-the-path", test_not_found);
  g_test_add_func ("/executive/linker/path-is-no-package", test_path_is_no_package);
  g_test_add_func ("/executive/linker/other-library-is-refused", test_stranger);
  g_test_add_func ("/executive/linker/broken-file-is-refused", test_broken);
  g_test_add_func ("/executive/linker/added-folders-go-before-the-environment-and-the-installed-folder-is-last", test_path);
  g_test_add_func ("/executive/linker/loaded-and-available-modules-are-listed", test_lists);
  return g_test_run ();
}
