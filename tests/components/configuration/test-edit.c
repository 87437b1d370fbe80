/* test-edit.c: Changes a configuration file and keeps the rest of it
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <gyre.h>

#include "gyre-edit.h"
#include "gyre-encoder.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char * const formats[] = { "pfg", "cfg", "yaml", "json", "pml" };
static char *folder;

/* One small file in each format, with comments everywhere. */
static const char * const files[] = {
  "; first\na.b:\n    x = 1 ; one\n\n    y =\n        (2,\n         3)\n; before\nf # n:\n  x = old\nlast:\n    z = 9\n",
  "# first\n[a.b]\nx = 1\n\ny = (2, 3)\n# before\n[f # n]\nx = old\n[last]\nz = 9\n",
  "# first\na.b:\n    x: 1 # one\n\n    y:\n    - 2\n    - 3 # three\n# before\nf#n:\n  x: \"old\"\nlast: {z: 9}\n",
  "// first\n{\n  \"a.b\": {\n    \"x\": 1, // one\n\n    \"y\": [2,\n          3]\n  },\n  /* before */\n  \"f#n\": { \"x\": \"old\" },\n"
  "  \"last\": { \"z\": 9 }\n}\n",
  "<!-- first -->\n<config>\n  <package name=\"a.b\">\n    <bind property=\"x\">1</bind> <!-- one -->\n\n"
  "    <bind property=\"y\">(2, 3)</bind>\n  </package>\n  <component name=\"n\" family=\"f\">\n"
  "    <bind property=\"x\">old</bind>\n  </component>\n  <package name=\"last\"><bind property=\"z\">9</bind></package>\n</config>\n",
};

static char *
make_path (const char *format)
{
  return g_strdup_printf ("%s/file.%s", folder, format);
}

static GyreEdit *
open_text (const char *format, const char *text, gssize length)
{
  g_autofree char *path = make_path (format);
  g_autoptr (GError) error = NULL;
  GyreEdit *edit;

  g_assert_true (g_file_set_contents (path, text, length, NULL));
  edit = gyre_edit_open (path, &error);
  g_assert_no_error (error);
  return edit;
}

static char *
dup_text (GyreEdit *edit)
{
  g_autoptr (GBytes) bytes = gyre_edit_dup_bytes (edit);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* Asserts what became of one line, and that nothing else changed. */
static void
assert_line (GyreEdit *edit, const char *before, const char *old_line, const char *new_line)
{
  g_autofree char *after = dup_text (edit);
  g_auto (GStrv) parts = g_strsplit (before, old_line, 2);
  g_autofree char *expected = g_strconcat (parts[0], new_line, parts[1], NULL);

  g_assert_cmpstr (after, ==, expected);
}

static void
test_set (void)
{
  static const char * const lines[][4] = {
    { "x = 1 ;", "x = 2.5 ;", "x = old", "x = a \\; \"b\"" },
    { "x = 1\n", "x = 2.5\n", "x = old", "x = a ; \"b\"" },
    { "x: 1 #", "x: 2.5 #", "x: \"old\"", "x: \"a ; \\\"b\\\"\"" },
    { "\"x\": 1,", "\"x\": 2.5,", "\"old\"", "\"a ; \\\"b\\\"\"" },
    { ">1<", ">2.5<", ">old<", ">a ; &quot;b&quot;<" },
  };

  for (guint format = 0; format < G_N_ELEMENTS (formats); format++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GyreEdit) edit = open_text (formats[format], files[format], -1);

      g_assert_true (gyre_edit_set (edit, "a.b", "x", GYRE_SETTING_ASSIGN, "2.5", &error));
      g_assert_no_error (error);
      assert_line (edit, files[format], lines[format][0], lines[format][1]);
      g_assert_true (gyre_edit_set (edit, "a", "b.x", GYRE_SETTING_ASSIGN, "1", &error));
      g_assert_true (gyre_edit_set (edit, "f # n", "x", GYRE_SETTING_ASSIGN, "a ; \"b\"", &error));
      g_assert_no_error (error);
      assert_line (edit, files[format], lines[format][2], lines[format][3]);
    }
}

static void
test_add (void)
{
  static const char * const lines[][2] = {
    { "         3)\n", "         3)\n    w.v += new\n" },
    { "y = (2, 3)\n", "y = (2, 3)\nw.v += new\n" },
    { "    - 3 # three\n", "    - 3 # three\n    w.v +=: new\n" },
    { "          3]\n", "          3],\n    \"w.v +=\": \"new\"\n" },
    { "(2, 3)</bind>\n", "(2, 3)</bind>\n    <bind property=\"w.v\" operator=\"+=\">new</bind>\n" },
  };

  for (guint format = 0; format < G_N_ELEMENTS (formats); format++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GyreEdit) edit = open_text (formats[format], files[format], -1);

      g_assert_true (gyre_edit_set (edit, "a.b", "w.v", GYRE_SETTING_APPEND, "new", &error));
      g_assert_no_error (error);
      assert_line (edit, files[format], lines[format][0], lines[format][1]);
    }
}

static void
test_new_section (void)
{
  static const char * const ends[] = {
    "    z = 9\ng # new.one:\n    w = 1\n",
    "z = 9\n[g # new.one]\nw = 1\n",
    "last: {z: 9}\ng#new.one:\n  w: 1\n",
    "{ \"z\": 9 },\n  \"g#new.one\": {\"w\": 1}\n}\n",
    "</package>\n  <component name=\"new.one\" family=\"g\">\n    <bind property=\"w\">1</bind>\n  </component>\n</config>\n",
  };

  for (guint format = 0; format < G_N_ELEMENTS (formats); format++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GyreEdit) edit = open_text (formats[format], files[format], -1);
      g_autofree char *text = NULL;

      g_assert_true (gyre_edit_set (edit, "g # new.one", "w", GYRE_SETTING_ASSIGN, "1", &error));
      g_assert_no_error (error);
      text = dup_text (edit);
      if (!g_str_has_suffix (text, ends[format]))
        g_assert_cmpstr (text, ==, ends[format]);
    }
}

static void
test_remove (void)
{
  static const char * const lines[][4] = {
    { "    x = 1 ; one\n", "", "    y =\n        (2,\n         3)\n", "" },
    { "x = 1\n", "", "y = (2, 3)\n", "" },
    { "    x: 1 # one\n", "", "    y:\n    - 2\n    - 3 # three\n", "" },
    { "    \"x\": 1, // one\n", "     // one\n", ", // one\n\n    \"y\": [2,\n          3]\n", " // one\n\n" },
    { "<bind property=\"x\">1</bind> <!--", " <!--", "    <bind property=\"y\">(2, 3)</bind>\n", "" },
  };

  for (guint format = 0; format < G_N_ELEMENTS (formats); format++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GyreEdit) edit = open_text (formats[format], files[format], -1);
      g_autoptr (GyreEdit) other = NULL;
      g_autofree char *text = NULL;

      g_assert_true (gyre_edit_remove (edit, "a.b", "x", GYRE_SETTING_ASSIGN, &error));
      g_assert_no_error (error);
      text = dup_text (edit);
      g_assert_null (strstr (text, "x = 1"));
      if (format < 3)
        assert_line (edit, files[format], lines[format][0], lines[format][1]);
      other = open_text (formats[format], files[format], -1);
      g_assert_true (gyre_edit_remove (other, "a.b", "y", GYRE_SETTING_ASSIGN, &error));
      g_assert_no_error (error);
      if (format != 3)
        assert_line (other, files[format], lines[format][2], lines[format][3]);
      g_assert_true (gyre_edit_remove (other, "f # n", "x", GYRE_SETTING_ASSIGN, &error));
      g_assert_true (gyre_edit_remove (other, "last", "z", GYRE_SETTING_ASSIGN, &error));
      g_assert_true (gyre_edit_remove (other, "a.b", "x", GYRE_SETTING_ASSIGN, &error));
      g_assert_no_error (error);
      g_assert_false (gyre_edit_remove (other, "a.b", "x", GYRE_SETTING_ASSIGN, &error));
      g_assert_error (error, GYRE_CONFIGURATION_ERROR, GYRE_CONFIGURATION_ERROR_NOT_FOUND);
    }
}

static void
test_rename (void)
{
  static const char * const lines[][2] = {
    { "x = 1", "radius = 1" }, { "x = 1", "radius = 1" }, { "x: 1", "radius: 1" }, { "\"x\": 1", "\"radius\": 1" },
    { "\"x\">1", "\"radius\">1" },
  };

  for (guint format = 0; format < G_N_ELEMENTS (formats); format++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GyreEdit) edit = open_text (formats[format], files[format], -1);

      g_assert_true (gyre_edit_rename (edit, "a.b", "x", "radius", &error));
      g_assert_no_error (error);
      assert_line (edit, files[format], lines[format][0], lines[format][1]);
      g_assert_false (gyre_edit_rename (edit, "a.b", "radius", "y", &error) && g_str_equal (formats[format], "json"));
    }
}

/* Makes a file as people leave them: odd blanks, comments, other line ends, a byte order mark, no newline at the end. */
static GString *
make_random (guint format, guint round)
{
  g_autoptr (GyreEncoder) encoder = gyre_encoder_new (formats[format], NULL);
  g_autofree char *text = NULL;
  GString *bytes = g_string_new (round % 7 == 0 ? "\xef\xbb\xbf" : NULL);
  gboolean has_returns = round % 3 == 0;
  guint sections = g_test_rand_int_range (1, 5);

  for (guint section = 0; section < sections; section++)
    {
      g_autofree char *name = g_strdup_printf ("section%u.λ", section);
      guint count = g_test_rand_int_range (1, 5);

      gyre_encoder_open (encoder, section % 2 == 1 ? "f" : NULL, name);
      for (guint index = 0; index < count; index++)
        {
          g_autofree char *key = g_strdup_printf ("key%u", index);

          gyre_encoder_add (encoder, key, GYRE_SETTING_ASSIGN, index % 2 == 0 ? "some text" : "(1, (2, 3))",
                            g_test_rand_bit () ? "a comment; # : {" : NULL);
        }
      gyre_encoder_close (encoder);
    }
  text = gyre_encoder_finish (encoder, NULL);
  g_assert_nonnull (text);
  for (const char *at = text; *at != '\0'; at++)
    {
      if (*at == '\n' && at[1] == '\0' && round % 5 == 0)
        break;
      if (*at == '\n' && g_test_rand_int_range (0, 4) == 0 && format != 4)
        g_string_append (bytes, "  ");
      if (*at == '\n' && has_returns)
        g_string_append_c (bytes, '\r');
      g_string_append_c (bytes, *at);
      if (*at == '\n' && g_test_rand_int_range (0, 4) == 0)
        g_string_append (bytes, has_returns ? "\r\n" : "\n");
    }
  return bytes;
}

static void
assert_contents (const char *path, GBytes *bytes)
{
  g_autofree char *text = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  g_assert_cmpmem (text, length, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
assert_bytes (const char *path, const GString *bytes)
{
  g_autoptr (GBytes) expected = g_bytes_new_static (bytes->str, bytes->len);

  assert_contents (path, expected);
}

static void
test_random (void)
{
  for (guint format = 0; format < G_N_ELEMENTS (formats); format++)
    for (guint round = 0; round < 500; round++)
      {
        g_autoptr (GString) bytes = make_random (format, round);
        g_autofree char *path = make_path (formats[format]);
        g_autoptr (GyreEdit) edit = open_text (formats[format], bytes->str, bytes->len);
        g_autoptr (GError) error = NULL;
        g_autoptr (GBytes) changed = NULL;

        g_assert_true (gyre_edit_save (edit, &error));
        assert_bytes (path, bytes);
        g_assert_true (gyre_edit_set (edit, "section0.λ", "key0", GYRE_SETTING_ASSIGN, "another", &error));
        g_assert_no_error (error);
        changed = gyre_edit_dup_bytes (edit);
        g_assert_cmpint (ABS ((gint) g_bytes_get_size (changed) - (gint) bytes->len), <, 10);
        /* What comes back to its old bytes is not written at all: sometimes the other ones go to the disk between. */
        if (round % 20 == 0)
          {
            g_assert_true (gyre_edit_save (edit, &error));
            g_assert_no_error (error);
            assert_contents (path, changed);
            gyre_edit_free (edit);
            edit = gyre_edit_open (path, &error);
            g_assert_no_error (error);
          }
        g_assert_true (gyre_edit_set (edit, "section0.λ", "key0", GYRE_SETTING_ASSIGN, "some text", &error));
        g_assert_true (gyre_edit_set (edit, "section0.λ", "new", GYRE_SETTING_ASSIGN, "1", &error));
        g_assert_no_error (error);
        g_assert_true (gyre_edit_remove (edit, "section0.λ", "new", GYRE_SETTING_ASSIGN, &error));
        g_assert_true (gyre_edit_save (edit, &error));
        g_assert_no_error (error);
        assert_bytes (path, bytes);
      }
}

static void
test_save (void)
{
  g_autofree char *path = make_path ("pfg");
  g_autofree char *link_path = g_build_filename (folder, "link.pfg", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GyreEdit) edit = open_text ("pfg", files[0], -1);
  g_autoptr (GyreEdit) linked = NULL;
  g_autoptr (GDir) names = NULL;
  struct stat status;
  guint count = 0;

  g_assert_cmpint (g_chmod (path, 0640), ==, 0);
  g_assert_cmpint (symlink ("file.pfg", link_path), ==, 0);
  linked = gyre_edit_open (link_path, &error);
  g_assert_no_error (error);
  g_assert_true (gyre_edit_set (linked, "a.b", "x", GYRE_SETTING_ASSIGN, "7", &error));
  g_assert_true (gyre_edit_save (linked, &error));
  g_assert_no_error (error);
  g_assert_cmpint (g_lstat (link_path, &status), ==, 0);
  g_assert_true (S_ISLNK (status.st_mode));
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0640);
  g_assert_true (gyre_edit_set (edit, "a.b", "x", GYRE_SETTING_ASSIGN, "8", &error));
  g_assert_false (gyre_edit_save (edit, &error));
  g_assert_error (error, GYRE_CONFIGURATION_ERROR, GYRE_CONFIGURATION_ERROR_CHANGED);
  g_unlink (link_path);
  names = g_dir_open (folder, 0, NULL);
  for (const char *name = g_dir_read_name (names); name != NULL; name = g_dir_read_name (names))
    count += strstr (name, ".pfg.") != NULL;
  g_assert_cmpuint (count, ==, 0);
}

static void
test_refused (void)
{
  g_autofree char *path = make_path ("json");
  g_autoptr (GError) error = NULL;
  g_autoptr (GyreEdit) edit = NULL;

  g_assert_true (g_file_set_contents (path, "{\"a\": 1,}", -1, NULL));
  g_assert_null (gyre_edit_open (path, &error));
  g_assert_error (error, GYRE_CONFIGURATION_ERROR, GYRE_CONFIGURATION_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, ":1:8: error: "));
  g_clear_error (&error);
  edit = open_text ("yaml", "a: &x 1\nb: *x\n", -1);
  g_assert_false (gyre_edit_set (edit, NULL, "a", GYRE_SETTING_ASSIGN, "2", &error));
  g_assert_error (error, GYRE_CONFIGURATION_ERROR, GYRE_CONFIGURATION_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (gyre_edit_set (edit, NULL, "b", GYRE_SETTING_ASSIGN, "2", &error));
  assert_line (edit, "a: &x 1\nb: *x\n", "*x", "2");
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("gyre-edit-XXXXXX", NULL);
  g_assert_nonnull (folder);
#define ADD(path, function) g_test_add_func ("/configuration/edit/" path, function)
  ADD ("one-value-changes-one-line", test_set);
  ADD ("new-key-stands-behind-its-section", test_add);
  ADD ("new-section-stands-at-the-end", test_new_section);
  ADD ("removed-setting-takes-its-lines-along", test_remove);
  ADD ("renamed-setting-keeps-value-and-place", test_rename);
  ADD ("random-files-come-back-byte-for-byte", test_random);
  ADD ("saving-keeps-mode-and-link-and-strangers-changes", test_save);
  ADD ("what-cannot-be-changed-alone-is-refused", test_refused);
  result = g_test_run ();
  for (guint format = 0; format < G_N_ELEMENTS (formats); format++)
    {
      g_autofree char *path = make_path (formats[format]);

      g_unlink (path);
    }
  g_rmdir (folder);
  g_free (folder);
  return result;
}
