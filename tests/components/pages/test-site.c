/* test-site.c: A catalogue as a web site of files
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-site.h"

#include "specimen.h"

static char *
write_site (void)
{
  g_autoptr (GyreCatalogue) catalogue = specimen_catalogue ();
  g_autoptr (GError) error = NULL;
  g_autofree char *note = NULL;
  char *folder = g_dir_make_tmp ("gyre-site-XXXXXX", NULL);

  gyre_site_write (catalogue, NULL, folder, &note, &error);
  g_assert_no_error (error);
  return folder;
}

static void
each_class_and_interface_has_a_page (void)
{
  const char *names[] = { "index.html", "reference/specimen.shapes.html", "reference/specimen.shapes.ball.html", "site.css", "site.js", NULL };
  g_autofree char *folder = write_site ();

  for (guint index = 0; names[index] != NULL; index++)
    {
      g_autofree char *path = g_build_filename (folder, names[index], NULL);

      g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
    }
}

static void
the_same_catalogue_gives_the_same_bytes (void)
{
  g_autofree char *first = write_site ();
  g_autofree char *second = write_site ();
  g_autofree char *command = g_strdup_printf ("diff -r %s %s", first, second);
  int status = -1;

  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, &status, NULL));
  g_assert_cmpint (status, ==, 0);
}

static gboolean
leads_to_library (const char *folder)
{
  g_autoptr (GyreCatalogue) catalogue = specimen_catalogue ();
  g_autofree char *path = g_build_filename (folder, "index.html", NULL);
  g_autofree char *note = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  gyre_site_write (catalogue, NULL, folder, &note, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return strstr (text, "<a href=\"../reference/index.html\">") != NULL;
}

static void
reference_of_the_library_beside_it_is_linked (void)
{
  g_autofree char *root = g_dir_make_tmp ("gyre-site-XXXXXX", NULL);
  g_autofree char *folder = g_build_filename (root, "site", NULL);
  g_autofree char *reference = g_build_filename (root, "reference", NULL);
  g_autofree char *page = g_build_filename (reference, "index.html", NULL);

  g_assert_false (leads_to_library (folder));
  g_assert_cmpint (g_mkdir_with_parents (reference, 0755), ==, 0);
  g_assert_true (g_file_set_contents (page, "", 0, NULL));
  g_assert_true (leads_to_library (folder));
}

/* A copy of a description under another name. */
static GyreDescription *
copy_as (GyreDescription *original, guint number)
{
  g_autoptr (GVariant) variant = g_variant_ref_sink (gyre_description_to_variant (original));
  g_autoptr (GError) error = NULL;
  GyreDescription *copy = gyre_description_new_from_variant (variant, &error);

  g_assert_no_error (error);
  g_free (copy->family);
  g_free (copy->type);
  copy->family = g_strdup_printf ("specimen.many.number-%03u", number);
  copy->type = g_strdup_printf ("SpecimenNumber%03u", number);
  return copy;
}

static void
what_a_thousand_classes_have_is_in_the_index_once (void)
{
  g_autoptr (GyreCatalogue) few = specimen_catalogue ();
  g_autoptr (GyreCatalogue) many = gyre_catalogue_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *note = NULL;
  g_autofree char *folder = g_dir_make_tmp ("gyre-site-XXXXXX", NULL);
  g_autofree char *index_path = g_build_filename (folder, "members.js", NULL);
  g_autofree char *last_path = g_build_filename (folder, "reference", "specimen.many.number-999.html", NULL);
  g_autofree char *index = NULL;
  gsize length;
  const char *first;

  for (guint number = 0; number < 1000; number++)
    {
      g_autoptr (GyreDescription) copy = copy_as (gyre_catalogue_find (few, "specimen.shapes.ball"), number);

      gyre_catalogue_add (many, copy);
    }
  gyre_site_write (many, NULL, folder, &note, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_test (last_path, G_FILE_TEST_IS_REGULAR));
  g_assert_true (g_file_get_contents (index_path, &index, &length, NULL));
  first = strstr (index, "[\"radius\",\"trait\"");
  g_assert_nonnull (first);
  g_assert_null (strstr (first + 1, "[\"radius\",\"trait\""));
  /* Ten names or so, with a thousand numbers each. */
  g_assert_cmpuint (length, <, 60000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pages/site/reference-of-the-library-beside-it-is-linked", reference_of_the_library_beside_it_is_linked);
  g_test_add_func ("/pages/site/each-class-and-interface-has-a-page", each_class_and_interface_has_a_page);
  g_test_add_func ("/pages/site/the-same-catalogue-gives-the-same-bytes", the_same_catalogue_gives_the_same_bytes);
  g_test_add_func ("/pages/site/what-a-thousand-classes-have-is-in-the-index-once", what_a_thousand_classes_have_is_in_the_index_once);
  return g_test_run ();
}
