/* test-search-path.c: Where the configuration files of a package are looked for
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-search-path.h"

#include <glib/gstdio.h>
#include <unistd.h>

typedef struct
{
  char *root;
  GyreSearchPath *path;
} Fixture;

static void
put (Fixture *fixture, const char *name, const char *text)
{
  g_autofree char *file = g_build_filename (fixture->root, name, NULL);
  g_autofree char *folder = g_path_get_dirname (file);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (file, text, -1, NULL));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *far_folder = NULL;
  g_autofree char *near_folder = NULL;

  fixture->root = g_dir_make_tmp ("gyre-search-XXXXXX", NULL);
  far_folder = g_build_filename (fixture->root, "far", NULL);
  near_folder = g_build_filename (fixture->root, "near", NULL);
  fixture->path = gyre_search_path_new_empty ();
  gyre_search_path_add_folder (fixture->path, far_folder, GYRE_CATEGORY_PACKAGE);
  gyre_search_path_add_folder (fixture->path, near_folder, GYRE_CATEGORY_USER);
  gyre_search_path_set_platform (fixture->path, "debian");
  gyre_search_path_set_host (fixture->path, "node7");
  gyre_search_path_set_user (fixture->path, "ada");
}

static void
remove_tree (const char *path)
{
  GDir *folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);

      if (g_file_test (inner, G_FILE_TEST_IS_DIR) && !g_file_test (inner, G_FILE_TEST_IS_SYMLINK))
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
  gyre_search_path_free (fixture->path);
  remove_tree (fixture->root);
  g_free (fixture->root);
}

/* The files that are found, relative to the root, with their categories. */
static char *
find (Fixture *fixture, const char *module_folder)
{
  g_autofree char *folder = module_folder != NULL ? g_build_filename (fixture->root, module_folder, NULL) : NULL;
  g_autoptr (GPtrArray) hits = gyre_search_path_find (fixture->path, "gauss", folder);
  GString *list = g_string_new (NULL);

  for (guint index = 0; index < hits->len; index++)
    {
      GyreSearchHit *hit = hits->pdata[index];

      g_assert_true (g_str_has_prefix (hit->file, fixture->root));
      g_string_append_printf (list, "%s%s %s", index > 0 ? ", " : "", hit->file + strlen (fixture->root) + 1,
                              gyre_category_get_name (hit->category));
    }
  return g_string_free (list, FALSE);
}

static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  g_autofree char *found = find (fixture, NULL);

  g_assert_cmpstr (found, ==, "");
}

static void
test_order_in_a_folder (Fixture *fixture, gconstpointer data)
{
  static const char * const names[] = {
    "near/gauss/users/ada@node7.pfg", "near/ada@node7.pfg", "near/gauss/hosts/node7.pfg", "near/node7.pfg",
    "near/gauss/platforms/debian.pfg", "near/debian.pfg", "near/gauss.d/20-b.pfg", "near/gauss.d/10-a.pfg",
    "near/gauss/gauss.pfg", "near/gauss.pfg", "near/gauss/hosts/other.pfg", "near/other.pfg", "near/gauss.txt",
  };
  g_autofree char *found = NULL;

  for (guint index = 0; index < G_N_ELEMENTS (names); index++)
    put (fixture, names[index], "a = 1\n");
  found = find (fixture, NULL);
  g_assert_cmpstr (found, ==,
                   "near/gauss.pfg user, near/gauss/gauss.pfg user, near/gauss.d/10-a.pfg user, near/gauss.d/20-b.pfg user, "
                   "near/debian.pfg user, near/gauss/platforms/debian.pfg user, near/node7.pfg user, "
                   "near/gauss/hosts/node7.pfg user, near/ada@node7.pfg user, near/gauss/users/ada@node7.pfg user");
}

static void
test_nearer_folders_come_later (Fixture *fixture, gconstpointer data)
{
  g_autofree char *found = NULL;

  put (fixture, "near/gauss.pfg", "a = 1\n");
  put (fixture, "far/gauss/hosts/node7.pfg", "a = 1\n");
  put (fixture, "modules/gauss.pfg", "a = 1\n");
  found = find (fixture, "modules");
  g_assert_cmpstr (found, ==, "modules/gauss.pfg package, far/gauss/hosts/node7.pfg package, near/gauss.pfg user");
}

static void
test_drop_in_hides (Fixture *fixture, gconstpointer data)
{
  g_autofree char *found = NULL;
  g_autofree char *link = g_build_filename (fixture->root, "near", "gauss.d", "40-d.pfg", NULL);

  put (fixture, "far/gauss.d/10-a.pfg", "a = 1\n");
  put (fixture, "far/gauss.d/20-b.pfg", "a = 1\n");
  put (fixture, "far/gauss.d/30-c.pfg", "a = 1\n");
  put (fixture, "far/gauss.d/40-d.pfg", "a = 1\n");
  put (fixture, "near/gauss.d/20-b.pfg", "a = 2\n");
  put (fixture, "near/gauss.d/30-c.pfg", "");
  g_assert_cmpint (symlink ("/dev/null", link), ==, 0);
  found = find (fixture, NULL);
  g_assert_cmpstr (found, ==, "far/gauss.d/10-a.pfg package, near/gauss.d/20-b.pfg user");
}

static void
test_hidden_files (Fixture *fixture, gconstpointer data)
{
  g_autofree char *found = NULL;

  put (fixture, "near/gauss.d/.10-a.pfg", "a = 1\n");
  put (fixture, "near/gauss.d/10-a.pfg~", "a = 1\n");
  put (fixture, "near/gauss.d/README", "text\n");
  found = find (fixture, NULL);
  g_assert_cmpstr (found, ==, "");
}

static void
test_host_like_the_package (Fixture *fixture, gconstpointer data)
{
  g_autofree char *found = NULL;

  gyre_search_path_set_host (fixture->path, "gauss");
  gyre_search_path_set_platform (fixture->path, "../debian");
  put (fixture, "near/gauss.pfg", "a = 1\n");
  put (fixture, "debian.pfg", "a = 1\n");
  found = find (fixture, NULL);
  g_assert_cmpstr (found, ==, "near/gauss.pfg user");
}

static void
test_of_this_machine (void)
{
  g_autoptr (GyreSearchPath) path = NULL;
  GyreCategory category = GYRE_CATEGORY_UNINITIALIZED;
  guint length;

  g_unsetenv ("GYRE_CONFIGURATION_PATH");
  path = gyre_search_path_new ();
  length = gyre_search_path_get_length (path);
  g_assert_cmpuint (length, >=, 2);
  g_assert_cmpstr (gyre_search_path_get_folder (path, length - 1, &category), ==, ".");
  g_assert_cmpint (category, ==, GYRE_CATEGORY_PERSISTENT);
  g_assert_true (g_str_has_prefix (gyre_search_path_get_folder (path, length - 2, &category), g_get_user_config_dir ()));
  g_assert_cmpint (category, ==, GYRE_CATEGORY_PERSISTENT);
  for (guint index = 0; index + 2 < length; index++)
    {
      gyre_search_path_get_folder (path, index, &category);
      g_assert_cmpint (category, ==, GYRE_CATEGORY_PACKAGE);
    }
  g_assert_null (strchr (gyre_search_path_get_host (path), '.'));
  g_assert_cmpstr (gyre_search_path_get_user (path), ==, g_get_user_name ());
}

static void
test_named_by_the_environment (void)
{
  g_autoptr (GyreSearchPath) path = NULL;
  g_autoptr (GyreSearchPath) none = NULL;

  g_setenv ("GYRE_CONFIGURATION_PATH", "/a:/b", TRUE);
  path = gyre_search_path_new ();
  g_assert_cmpuint (gyre_search_path_get_length (path), ==, 2);
  g_assert_cmpstr (gyre_search_path_get_folder (path, 1, NULL), ==, "/b");
  g_setenv ("GYRE_CONFIGURATION_PATH", "", TRUE);
  none = gyre_search_path_new ();
  g_assert_cmpuint (gyre_search_path_get_length (none), ==, 0);
  g_unsetenv ("GYRE_CONFIGURATION_PATH");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add ("/executive/search-path/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("empty-folders-give-nothing", test_nothing);
  ADD ("in-a-folder-the-special-comes-behind-the-general", test_order_in_a_folder);
  ADD ("nearer-folders-come-later", test_nearer_folders_come_later);
  ADD ("a-drop-in-hides-those-of-its-name-in-farther-folders", test_drop_in_hides);
  ADD ("files-of-other-programs-are-not-taken", test_hidden_files);
  ADD ("no-file-is-taken-twice-and-none-from-outside", test_host_like_the_package);
#undef ADD
  g_test_add_func ("/executive/search-path/of-this-machine", test_of_this_machine);
  g_test_add_func ("/executive/search-path/the-environment-names-other-folders", test_named_by_the_environment);
  return g_test_run ();
}
