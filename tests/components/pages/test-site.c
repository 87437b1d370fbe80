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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pages/site/each-class-and-interface-has-a-page", each_class_and_interface_has_a_page);
  g_test_add_func ("/pages/site/the-same-catalogue-gives-the-same-bytes", the_same_catalogue_gives_the_same_bytes);
  return g_test_run ();
}
