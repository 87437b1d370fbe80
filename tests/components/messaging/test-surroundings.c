/* test-surroundings.c: Time, chance and files
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre.h"

#include <glib/gstdio.h>

static void
test_virtual_time_stands_still (void)
{
  g_autoptr (GyreSurroundings) surroundings = gyre_surroundings_new_virtual (1);

  g_assert_cmpint (gyre_surroundings_get_time (surroundings), ==, 0);
  g_usleep (2000);
  g_assert_cmpint (gyre_surroundings_get_time (surroundings), ==, 0);
  gyre_surroundings_advance_to (surroundings, 5000);
  gyre_surroundings_advance_to (surroundings, 3000);
  g_assert_cmpint (gyre_surroundings_get_time (surroundings), ==, 5000);
  g_assert_cmpint (gyre_surroundings_get_date (surroundings), ==, G_GINT64_CONSTANT (978307200000005000));
}

static void
test_real_time_goes_on (void)
{
  g_autoptr (GyreSurroundings) surroundings = gyre_surroundings_new ();
  gint64 before = gyre_surroundings_get_time (surroundings);

  g_usleep (2000);
  g_assert_cmpint (gyre_surroundings_get_time (surroundings) - before, >=, 2000000);
  g_assert_cmpint (ABS (gyre_surroundings_get_date (surroundings) / 1000 - g_get_real_time ()), <, 10000000);
  g_assert_cmpuint (gyre_surroundings_get_random (surroundings), !=, gyre_surroundings_get_random (surroundings));
}

static void
test_the_same_seed_gives_the_same_numbers (void)
{
  g_autoptr (GyreSurroundings) surroundings = gyre_surroundings_new_virtual (7);
  g_autoptr (GyreSurroundings) again = gyre_surroundings_new_virtual (7);
  g_autoptr (GyreSurroundings) other = gyre_surroundings_new_virtual (8);
  guint n_equal = 0;

  for (guint index = 0; index < 1000; index++)
    {
      guint64 number = gyre_surroundings_get_random (surroundings);

      g_assert_cmpuint (number, ==, gyre_surroundings_get_random (again));
      n_equal += number == gyre_surroundings_get_random (other);
    }
  g_assert_cmpuint (n_equal, ==, 0);
}

static void
test_chances_are_even (void)
{
  g_autoptr (GyreSurroundings) surroundings = gyre_surroundings_new_virtual (3);
  guint counts[10] = { 0 };

  for (guint index = 0; index < 100000; index++)
    {
      double chance = gyre_surroundings_get_chance (surroundings);

      g_assert_cmpfloat (chance, >=, 0);
      g_assert_cmpfloat (chance, <, 1);
      counts[(guint) (chance * 10)]++;
    }
  for (guint index = 0; index < 10; index++)
    g_assert_cmpint (ABS ((int) counts[index] - 10000), <, 500);
}

static gint64
get_noon (gpointer data)
{
  return 12;
}

static guint64
get_four (gpointer data)
{
  return 4;
}

static void
count_free (gpointer data)
{
  ++*(guint *) data;
}

static void
test_surroundings_of_ones_own (void)
{
  GyreSurroundingsTable table = { .get_time = get_noon, .get_date = get_noon, .get_random = get_four, .free = count_free };
  guint n_freed = 0;
  GyreSurroundings *surroundings = gyre_surroundings_new_full (&table, &n_freed, FALSE);

  g_assert_cmpint (gyre_surroundings_get_time (surroundings), ==, 12);
  g_assert_cmpuint (gyre_surroundings_get_random (surroundings), ==, 4);
  gyre_surroundings_unref (gyre_surroundings_ref (surroundings));
  g_assert_cmpuint (n_freed, ==, 0);
  gyre_surroundings_unref (surroundings);
  g_assert_cmpuint (n_freed, ==, 1);
}

static void
test_a_file_is_written_and_read (void)
{
  g_autoptr (GyreSurroundings) surroundings = gyre_surroundings_new ();
  g_autofree char *folder = g_dir_make_tmp ("surroundings-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "file", NULL);
  g_autoptr (GError) error = NULL;
  GOutputStream *output = gyre_surroundings_write_file (surroundings, path, &error);
  GInputStream *input;
  char text[6] = "";

  g_assert_no_error (error);
  g_assert_true (g_output_stream_write_all (output, "hello", 5, NULL, NULL, NULL));
  g_assert_true (g_output_stream_close (output, NULL, NULL));
  g_object_unref (output);
  input = gyre_surroundings_read_file (surroundings, path, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_input_stream_read (input, text, 5, NULL, NULL), ==, 5);
  g_assert_cmpstr (text, ==, "hello");
  g_object_unref (input);
  g_unlink (path);
  g_assert_null (gyre_surroundings_read_file (surroundings, path, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/messaging/surroundings/virtual-time-stands-still", test_virtual_time_stands_still);
  g_test_add_func ("/messaging/surroundings/real-time-goes-on", test_real_time_goes_on);
  g_test_add_func ("/messaging/surroundings/the-same-seed-gives-the-same-numbers", test_the_same_seed_gives_the_same_numbers);
  g_test_add_func ("/messaging/surroundings/chances-are-even", test_chances_are_even);
  g_test_add_func ("/messaging/surroundings/ones-own", test_surroundings_of_ones_own);
  g_test_add_func ("/messaging/surroundings/a-file-is-written-and-read", test_a_file_is_written_and_read);
  return g_test_run ();
}
