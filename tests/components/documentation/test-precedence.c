/* test-precedence.c: Who beats whom, and which files are looked for
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <gyre.h>

#include <glib/gstdio.h>

static void
test_categories (void)
{
  g_autoptr (GyreExecutive) executive = gyre_executive_new ();
  g_autofree char *text = gyre_precedence_to_string (executive, NULL);
  const char *last = text;

  for (int category = 0; category < GYRE_CATEGORIES; category++)
    {
      g_autofree char *line = g_strdup_printf ("\n  %s ", gyre_category_get_name (category));
      const char *place = strstr (last, line);

      g_assert_nonnull (place);
      last = place;
    }
  g_assert_null (strstr (text, "Files of"));
}

static void
test_files (void)
{
  g_autoptr (GyreExecutive) executive = gyre_executive_new ();
  g_autofree char *folder = g_dir_make_tmp ("gyre-precedence-XXXXXX", NULL);
  g_autofree char *file = g_build_filename (folder, "specimen.pfg", NULL);
  GyreSearchPath *path = gyre_search_path_new_empty ();
  g_autofree char *text = NULL;
  g_autoptr (GVariant) fields = NULL;
  g_autofree char *json = NULL;

  g_assert_true (g_file_set_contents (file, "", 0, NULL));
  gyre_search_path_add_folder (path, folder, GYRE_CATEGORY_USER);
  gyre_executive_take_search_path (executive, path);
  text = gyre_precedence_to_string (executive, "specimen");
  g_assert_nonnull (strstr (text, file));
  fields = g_variant_ref_sink (gyre_precedence_describe (executive, "specimen"));
  json = gyre_variant_to_json (fields);
  g_assert_nonnull (strstr (json, file));
  g_remove (file);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/documentation/precedence/categories-are-listed-weakest-first", test_categories);
  g_test_add_func ("/documentation/precedence/the-files-of-a-package-are-those-that-are-there", test_files);
  return g_test_run ();
}
