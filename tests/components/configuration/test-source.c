/* test-source.c: The text of a configuration file in memory
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <gyre.h>

#include <glib/gstdio.h>
#include <string.h>

static GyreSource *
make_source (const char *text, gsize length)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length);

  return gyre_source_new_from_bytes ("some.pfg", bytes);
}

#define SOURCE(text) make_source (text, sizeof text - 1)

static void
assert_line (GyreSource *source, guint line, const char *expected)
{
  g_autofree char *found = gyre_source_dup_line (source, line);

  g_assert_cmpstr (found, ==, expected);
}

static void
assert_text (GyreSource *source, const char *expected)
{
  gsize length;
  const char *text = gyre_source_get_text (source, &length);

  g_assert_cmpmem (text, length, expected, strlen (expected));
}

static void
assert_place (GyreSource *source, gsize offset, guint line, guint column)
{
  guint found_line, found_column;

  gyre_source_find_place (source, offset, &found_line, &found_column);
  g_assert_cmpuint (found_line, ==, line);
  g_assert_cmpuint (found_column, ==, column);
}

static void
test_reads_file (void)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "gyre-test-source.pfg", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GyreSource) source = NULL;

  g_assert_true (g_file_set_contents (path, "a = 1\n", -1, NULL));
  source = gyre_source_new_from_file (path, &error);
  g_unlink (path);
  g_assert_no_error (error);
  g_assert_cmpstr (gyre_source_get_name (source), ==, path);
  assert_text (source, "a = 1\n");
}

static void
test_missing_file (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (gyre_source_new_from_file ("no/such/file.pfg", &error));
  g_assert_error (error, GYRE_CONFIGURATION_ERROR, GYRE_CONFIGURATION_ERROR_NOT_FOUND);
  g_assert_cmpstr (error->message, ==, "no/such/file.pfg: there is no such file");
}

static void
test_unreadable_file (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (gyre_source_new_from_file (g_get_tmp_dir (), &error));
  g_assert_error (error, GYRE_CONFIGURATION_ERROR, GYRE_CONFIGURATION_ERROR_UNREADABLE);
  g_assert_true (g_str_has_prefix (error->message, g_get_tmp_dir ()));
}

static void
test_lines (void)
{
  g_autoptr (GyreSource) source = SOURCE ("one\r\n\ntwo");

  assert_line (source, 0, NULL);
  assert_line (source, 1, "one");
  assert_line (source, 2, "");
  assert_line (source, 3, "two");
  assert_line (source, 4, NULL);
}

static void
test_places (void)
{
  g_autoptr (GyreSource) source = SOURCE ("a\nμν\nb");

  assert_place (source, 0, 1, 1);
  assert_place (source, 1, 1, 2);
  assert_place (source, 2, 2, 1);
  assert_place (source, 4, 2, 2);
  assert_place (source, 6, 2, 3);
  assert_place (source, 7, 3, 1);
  assert_place (source, 8, 3, 2);
}

static void
test_order_mark (void)
{
  g_autoptr (GyreSource) source = SOURCE ("\xef\xbb\xbfx = 1");

  assert_text (source, "x = 1");
  assert_place (source, 0, 1, 1);
  assert_line (source, 1, "x = 1");
}

static void
test_empty (void)
{
  g_autoptr (GyreSource) source = SOURCE ("");
  g_autoptr (GyreReport) report = gyre_report_new ();

  assert_text (source, "");
  assert_line (source, 1, "");
  g_assert_true (gyre_source_check (source, report));
}

static void
test_good_text (void)
{
  g_autoptr (GyreSource) source = SOURCE ("plain ASCII that is longer than a word, and \316\274\360\237\230\200\n");
  g_autoptr (GyreReport) report = gyre_report_new ();

  g_assert_true (gyre_source_check (source, report));
  g_assert_cmpuint (gyre_report_get_length (report), ==, 0);
}

static void
test_bad_bytes (void)
{
  g_autoptr (GyreSource) source = SOURCE ("123456789 \xff \xff\nfine\nμ\xc3(\n\xe2\x82");
  g_autoptr (GyreReport) report = gyre_report_new ();
  g_autofree char *told = NULL;

  g_assert_false (gyre_source_check (source, report));
  told = gyre_report_to_string (report);
  g_assert_cmpuint (gyre_report_get_errors (report), ==, 3);
  g_assert_nonnull (strstr (told, "some.pfg:1:11: error: the text must be UTF-8, is not at byte 0xff"));
  g_assert_nonnull (strstr (told, "some.pfg:3:2: error: the text must be UTF-8, is not at byte 0xc3"));
  g_assert_nonnull (strstr (told, "some.pfg:4:1: error: the text must be UTF-8, is not at byte 0xe2"));
  assert_text (source, "123456789 ? ?\nfine\nμ?(\n??");
}

static void
test_nul (void)
{
  g_autoptr (GyreSource) source = SOURCE ("a\nb\0c");
  g_autoptr (GyreReport) report = gyre_report_new ();
  GyreDiagnostic *told;

  g_assert_false (gyre_source_check (source, report));
  told = gyre_report_get_diagnostic (report, 0);
  g_assert_cmpstr (gyre_diagnostic_get_message (told), ==, "the text must not have NUL bytes");
  g_assert_cmpuint (gyre_locator_get_line (gyre_diagnostic_get_locator (told)), ==, 2);
  g_assert_cmpuint (gyre_locator_get_column (gyre_diagnostic_get_locator (told)), ==, 2);
  assert_text (source, "a\nb?c");
}

static void
test_every_byte_value (void)
{
  char bytes[256];
  gsize length;
  g_autoptr (GyreSource) source = NULL;

  for (guint index = 0; index < sizeof bytes; index++)
    bytes[index] = index;
  source = make_source (bytes, sizeof bytes);
  g_assert_true (g_utf8_validate_len (gyre_source_get_text (source, &length), sizeof bytes, NULL));
  g_assert_cmpuint (length, ==, sizeof bytes);
}

static void
test_binary (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GyreSource) source = NULL;
  g_autoptr (GyreReport) report = gyre_report_new ();
  GyreDiagnostic *last;

  for (guint line = 0; line < 1000; line++)
    g_string_append (text, "\xff\n");
  source = make_source (text->str, text->len);
  g_assert_false (gyre_source_check (source, report));
  g_assert_cmpuint (gyre_report_get_errors (report), ==, 21);
  last = gyre_report_get_diagnostic (report, 20);
  g_assert_cmpstr (gyre_diagnostic_get_message (last), ==, "980 more lines are not UTF-8 text");
}

static void
test_report (void)
{
  g_autoptr (GyreSource) source = SOURCE ("a = 1\nμ = x\n");
  g_autoptr (GyreReport) report = gyre_report_new ();
  g_autofree char *told = NULL;

  gyre_source_report (source, report, 2, 5, "try %d", "μ: must be a number, is '%s'", "x");
  told = gyre_report_to_string (report);
  g_assert_cmpstr (told, ==, "some.pfg:2:5: error: μ: must be a number, is 'x'\n  μ = x\n      ^\n  hint: try %d");
}

static gpointer
find_in_thread (gpointer source)
{
  assert_place (source, 2, 2, 1);
  return NULL;
}

static void
test_threads (void)
{
  g_autoptr (GyreSource) source = SOURCE ("a\nb\n");
  GThread *threads[4];

  for (guint index = 0; index < G_N_ELEMENTS (threads); index++)
    threads[index] = g_thread_new ("reader", find_in_thread, source);
  for (guint index = 0; index < G_N_ELEMENTS (threads); index++)
    g_thread_join (threads[index]);
}

static void
test_too_many_mistakes (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("abc\n", 4);
  g_autoptr (GyreSource) source = gyre_source_new_from_bytes ("a.pfg", bytes);
  g_autoptr (GyreReport) report = gyre_report_new ();
  g_autofree char *last = NULL;

  for (guint index = 0; index < 5000; index++)
    gyre_source_report (source, report, 1, 1, NULL, "mistake %u", index);
  g_assert_cmpuint (gyre_report_get_errors (report), ==, 1001);
  last = gyre_diagnostic_to_string (gyre_report_get_diagnostic (report, 1000));
  g_assert_cmpstr (last, ==, "a.pfg:1:1: error: from here on mistakes are not told: there are more than 1000");
}

/* What is told of a long line is what is told of the whole line. */
static void
test_long_line (void)
{
  static const guint columns[] = { 1, 2, 60, 61, 999, 1000, 1001, 1002, 10000, 18000, 19000, 19999, 20000, 20001 };
  g_autofree char *line = g_malloc0 (20001);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GyreSource) source = NULL;

  for (guint index = 0; index < 20000; index++)
    line[index] = 'a' + index % 23;
  bytes = g_bytes_new (line, 20000);
  source = gyre_source_new_from_bytes ("t", bytes);
  for (guint index = 0; index < G_N_ELEMENTS (columns); index++)
    {
      g_autoptr (GyreReport) report = gyre_report_new ();
      g_autoptr (GyreLocator) locator = gyre_locator_new_file ("t", 1, columns[index]);
      g_autoptr (GyreDiagnostic) whole = gyre_diagnostic_new (GYRE_SEVERITY_ERROR, locator, "wrong", NULL, line);
      g_autofree char *expected = gyre_diagnostic_to_string (whole);
      g_autofree char *found = NULL;

      gyre_source_report (source, report, 1, columns[index], NULL, "wrong");
      found = gyre_report_to_string (report);
      g_assert_cmpstr (g_strchomp (found), ==, g_strchomp (expected));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add_func ("/configuration/source/" path, function)
  ADD ("file-keeps-the-name-that-was-given", test_reads_file);
  ADD ("missing-file-is-told", test_missing_file);
  ADD ("unreadable-file-is-told", test_unreadable_file);
  ADD ("lines-count-from-one-and-have-no-end", test_lines);
  ADD ("columns-count-characters-from-one", test_places);
  ADD ("byte-order-mark-is-no-part-of-the-text", test_order_mark);
  ADD ("empty-text-is-a-text", test_empty);
  ADD ("good-text-has-no-mistakes", test_good_text);
  ADD ("bad-bytes-are-told-once-a-line-and-replaced", test_bad_bytes);
  ADD ("nul-byte-is-told-and-replaced", test_nul);
  ADD ("any-bytes-become-text", test_every_byte_value);
  ADD ("binary-file-is-told-in-few-lines", test_binary);
  ADD ("mistake-is-told-with-its-line", test_report);
  ADD ("any-thread-may-ask-for-places", test_threads);
  g_test_add_func ("/configuration/source/thousand-mistakes-are-enough", test_too_many_mistakes);
  ADD ("part-of-a-long-line-is-shown-as-of-the-whole", test_long_line);
  return g_test_run ();
}
