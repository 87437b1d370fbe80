/* test-stream.c: A stream that is opened on first use
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "kind-fixture.h"

#include <glib/gstdio.h>

static char *
dup_path (const char *name)
{
  static char *folder;

  if (folder == NULL)
    folder = g_dir_make_tmp ("gyre-stream-XXXXXX", NULL);
  return g_build_filename (folder, name, NULL);
}

static void
write_text (GyreStreamMode mode, const char *path, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GyreStream) stream = gyre_stream_new (path, mode, &error);
  g_autoptr (GOutputStream) output = gyre_stream_open_output (stream, &error);

  g_assert_no_error (error);
  g_assert_true (g_output_stream_write_all (output, text, strlen (text), NULL, NULL, NULL));
  g_assert_true (g_output_stream_close (output, NULL, NULL));
}

static void
test_late (void)
{
  g_autofree char *path = dup_path ("late");
  g_autoptr (GError) error = NULL;
  g_autoptr (GyreStream) stream = gyre_stream_new (path, GYRE_STREAM_READ, NULL);
  g_autoptr (GInputStream) input = NULL;
  g_autoptr (GInputStream) again = NULL;
  g_autofree char *expected = g_strdup_printf ("'%s' can't be opened: ", path);
  char content[8] = "";

  g_assert_false (gyre_stream_is_open (stream));
  g_assert_null (gyre_stream_open_input (stream, &error));
  g_assert_true (g_str_has_prefix (error->message, expected));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_true (g_file_set_contents (path, "there", -1, NULL));
  input = gyre_stream_open_input (stream, NULL);
  again = gyre_stream_open_input (stream, NULL);
  g_assert_true (input != NULL && input == again);
  g_assert_true (gyre_stream_is_open (stream));
  g_assert_cmpint (g_input_stream_read (again, content, sizeof content - 1, NULL, NULL), ==, 5);
  g_assert_cmpstr (content, ==, "there");
  g_unlink (path);
}

static void
test_modes (void)
{
  g_autofree char *path = dup_path ("modes");
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autofree char *content = NULL;
  g_autoptr (GyreStream) stream = gyre_stream_new (path, GYRE_STREAM_CREATE, NULL);
  g_autoptr (GError) error = NULL;

  write_text (GYRE_STREAM_REPLACE, path, "gone");
  write_text (GYRE_STREAM_REPLACE, uri, "one ");
  write_text (GYRE_STREAM_APPEND, path, "two");
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "one two");
  g_assert_null (gyre_stream_open_output (stream, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  g_unlink (path);
}

static void
test_standard (void)
{
  g_autoptr (GyreStream) stream = gyre_stream_new ("<stderr>", GYRE_STREAM_APPEND, NULL);
  g_autoptr (GOutputStream) output = gyre_stream_open_output (stream, NULL);

  g_assert_cmpstr (gyre_stream_get_text (stream), ==, "stderr");
  g_assert_true (g_output_stream_write_all (output, "# said\n", 7, NULL, NULL, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/traits/stream/is-opened-when-it-is-asked-for-and-once", test_late);
  g_test_add_func ("/traits/stream/mode-says-what-happens-to-what-is-there", test_modes);
  g_test_add_func ("/traits/stream/standard-stream-has-a-name", test_standard);
  return g_test_run ();
}
