/* test-diagnostic.c: How one mistake is told
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <gyre.h>

#include <string.h>

static char *
tell (GyreSeverity severity, guint column, const char *message, const char *hint, const char *excerpt)
{
  g_autoptr (GyreLocator) locator = gyre_locator_new_file ("gauss.pfg", 12, column);
  g_autoptr (GyreDiagnostic) diagnostic = gyre_diagnostic_new (severity, locator, message, hint, excerpt);

  return gyre_diagnostic_to_string (diagnostic);
}

/* The caret line of an excerpt, which follows the excerpt. */
static char *
dup_caret_line (guint column, const char *excerpt)
{
  g_autofree char *text = tell (GYRE_SEVERITY_ERROR, column, "m", NULL, excerpt);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  g_assert_cmpuint (g_strv_length (lines), ==, 3);
  return g_strdup (lines[2]);
}

static void
assert_caret (guint column, const char *excerpt, const char *expected)
{
  g_autofree char *line = dup_caret_line (column, excerpt);

  g_assert_cmpstr (line, ==, expected);
}

static void
test_full (void)
{
  g_autofree char *text = tell (GYRE_SEVERITY_ERROR, 12, "radius: must be at least 0, is -1", "take 0", "  radius = -1");

  g_assert_cmpstr (text, ==,
                   "gauss.pfg:12:12: error: radius: must be at least 0, is -1\n"
                   "    radius = -1\n"
                   "             ^\n"
                   "  hint: take 0");
}

static void
test_bare (void)
{
  g_autoptr (GyreDiagnostic) diagnostic = gyre_diagnostic_new (GYRE_SEVERITY_ERROR, NULL, "message", NULL, NULL);
  g_autofree char *text = gyre_diagnostic_to_string (diagnostic);

  g_assert_cmpstr (text, ==, "error: message");
}

static void
test_severities (void)
{
  g_autofree char *note = tell (GYRE_SEVERITY_NOTE, 1, "m", NULL, NULL);
  g_autofree char *warning = tell (GYRE_SEVERITY_WARNING, 1, "m", NULL, NULL);

  g_assert_cmpstr (note, ==, "gauss.pfg:12:1: note: m");
  g_assert_cmpstr (warning, ==, "gauss.pfg:12:1: warning: m");
}

static void
test_getters (void)
{
  g_autoptr (GyreLocator) locator = gyre_locator_new_file ("a", 1, 1);
  g_autoptr (GyreDiagnostic) first = gyre_diagnostic_new (GYRE_SEVERITY_WARNING, locator, "m", "h", "line\r\n");
  g_autoptr (GyreDiagnostic) diagnostic = g_boxed_copy (GYRE_TYPE_DIAGNOSTIC, first);

  g_assert_true (diagnostic == first);
  g_assert_cmpint (gyre_diagnostic_get_severity (diagnostic), ==, GYRE_SEVERITY_WARNING);
  g_assert_true (gyre_diagnostic_get_locator (diagnostic) == locator);
  g_assert_cmpstr (gyre_diagnostic_get_message (diagnostic), ==, "m");
  g_assert_cmpstr (gyre_diagnostic_get_hint (diagnostic), ==, "h");
  g_assert_cmpstr (gyre_diagnostic_get_excerpt (diagnostic), ==, "line");
}

static void
test_caret_counts_characters (void)
{
  assert_caret (1, "abc", "  ^");
  assert_caret (3, "βγ = 1", "    ^");
}

static void
test_caret_keeps_tabs (void)
{
  assert_caret (4, "\ta\tb", "  \t \t^");
}

static void
test_caret_under_wide_characters (void)
{
  assert_caret (3, "名前=1", "      ^");
}

static void
test_caret_skips_combining_marks (void)
{
  assert_caret (3, "e\xcc\x81x", "   ^");
}

static void
test_caret_under_escapes (void)
{
  assert_caret (2, "\x1b" "x", "      ^");
  assert_caret (2, "\xff" "x", "      ^");
}

static void
test_caret_behind_the_end (void)
{
  assert_caret (4, "abc", "     ^");
  assert_caret (4000000000u, "abc", "     ^");
  assert_caret (1, "", "  ^");
}

static void
test_no_column_no_caret (void)
{
  g_autofree char *text = tell (GYRE_SEVERITY_ERROR, 0, "m", NULL, "abc");

  g_assert_cmpstr (text, ==, "gauss.pfg:12: error: m\n  abc");
}

/* A line of so many characters; the one at the column is an X. */
static char *
dup_long_line (guint length, guint column)
{
  GString *line = g_string_new (NULL);

  for (guint index = 1; index <= length; index++)
    g_string_append (line, index == column ? "X" : "β");
  return g_string_free (line, FALSE);
}

static void
assert_window (guint length, guint column, gboolean front, gboolean back)
{
  g_autofree char *line = dup_long_line (length, column);
  g_autofree char *text = tell (GYRE_SEVERITY_ERROR, column, "m", NULL, line);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  const char *cross = strchr (lines[1], 'X');

  g_assert_cmpuint (g_strv_length (lines), ==, 3);
  g_assert_cmpint (g_utf8_strlen (lines[1], -1), ==, 2 + 120 + front + back);
  g_assert_true (g_str_has_prefix (lines[1] + 2, "…") == front);
  g_assert_true (g_str_has_suffix (lines[1], "…") == back);
  g_assert_nonnull (cross);
  g_assert_cmpint (g_utf8_pointer_to_offset (lines[1], cross), ==, strlen (lines[2]) - 1);
}

static void
test_window (void)
{
  assert_window (120, 100, FALSE, FALSE);
  assert_window (121, 1, FALSE, TRUE);
  assert_window (121, 121, TRUE, FALSE);
  assert_window (1000, 30, FALSE, TRUE);
  assert_window (1000, 61, FALSE, TRUE);
  assert_window (1000, 62, TRUE, TRUE);
  assert_window (1000, 500, TRUE, TRUE);
  assert_window (1000, 990, TRUE, FALSE);
}

static void
test_long_line_is_not_kept (void)
{
  g_autofree char *line = dup_long_line (100000, 50000);
  g_autoptr (GyreLocator) locator = gyre_locator_new_file ("a", 1, 50000);
  g_autoptr (GyreDiagnostic) diagnostic = gyre_diagnostic_new (GYRE_SEVERITY_ERROR, locator, "m", NULL, line);

  g_assert_cmpuint (strlen (gyre_diagnostic_get_excerpt (diagnostic)), <, 500);
}

static void
test_nothing_raw (void)
{
  g_autoptr (GyreLocator) locator = gyre_locator_new_file ("a\n\x1b[2J", 1, 1);
  g_autoptr (GyreDiagnostic) diagnostic =
    gyre_diagnostic_new (GYRE_SEVERITY_ERROR, locator, "m\n\t\xff\xc2\x9b", "\xe2\x80\xae\r", "x\n\x01\xfe");
  g_autofree char *text = gyre_diagnostic_to_string (diagnostic);

  g_assert_cmpstr (text, ==,
                   "a\\n\\x1b[2J:1:1: error: m\\n\\t\\xff\\u009b\n"
                   "  x\\n\\x01\\xfe\n"
                   "  ^\n"
                   "  hint: \\u202e\\r");
}

static void
test_messages_are_utf8 (void)
{
  g_autoptr (GyreDiagnostic) diagnostic = gyre_diagnostic_new (GYRE_SEVERITY_ERROR, NULL, "m\xff", "\xc3", NULL);

  g_assert_cmpstr (gyre_diagnostic_get_message (diagnostic), ==, "m\\xff");
  g_assert_cmpstr (gyre_diagnostic_get_hint (diagnostic), ==, "\\xc3");
}

static void
test_any_bytes (void)
{
  for (guint round = 0; round < 2000; round++)
    {
      char bytes[300];
      guint length = (guint) g_test_rand_int_range (0, sizeof bytes);
      g_autofree char *text = NULL;
      g_auto (GStrv) lines = NULL;

      for (guint index = 0; index < length; index++)
        bytes[index] = (char) g_test_rand_int_range (1, 256);
      bytes[length] = '\0';
      text = tell (GYRE_SEVERITY_ERROR, (guint) g_test_rand_int_range (0, 400), bytes, bytes, bytes);
      g_assert_true (g_utf8_validate (text, -1, NULL));
      for (const char *place = text; *place != '\0'; place = g_utf8_next_char (place))
        g_assert_true (*place == '\n' || *place == '\t' || !g_unichar_iscntrl (g_utf8_get_char (place)));
      lines = g_strsplit (text, "\n", -1);
      g_assert_cmpuint (g_strv_length (lines), <=, 4);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gobject/diagnostic/tells-place-message-excerpt-caret-and-hint", test_full);
  g_test_add_func ("/gobject/diagnostic/leaves-out-what-is-not-there", test_bare);
  g_test_add_func ("/gobject/diagnostic/names-its-severity", test_severities);
  g_test_add_func ("/gobject/diagnostic/getters-return-what-was-given", test_getters);
  g_test_add_func ("/gobject/diagnostic/caret-counts-characters", test_caret_counts_characters);
  g_test_add_func ("/gobject/diagnostic/caret-line-keeps-tabs", test_caret_keeps_tabs);
  g_test_add_func ("/gobject/diagnostic/caret-knows-wide-characters", test_caret_under_wide_characters);
  g_test_add_func ("/gobject/diagnostic/caret-skips-combining-marks", test_caret_skips_combining_marks);
  g_test_add_func ("/gobject/diagnostic/caret-knows-the-width-of-escapes", test_caret_under_escapes);
  g_test_add_func ("/gobject/diagnostic/caret-behind-the-end-stands-at-the-end", test_caret_behind_the_end);
  g_test_add_func ("/gobject/diagnostic/without-a-column-there-is-no-caret", test_no_column_no_caret);
  g_test_add_func ("/gobject/diagnostic/long-excerpt-is-cut-around-the-column", test_window);
  g_test_add_func ("/gobject/diagnostic/long-line-is-not-kept", test_long_line_is_not_kept);
  g_test_add_func ("/gobject/diagnostic/control-characters-are-escaped-everywhere", test_nothing_raw);
  g_test_add_func ("/gobject/diagnostic/messages-are-always-utf8", test_messages_are_utf8);
  g_test_add_func ("/gobject/diagnostic/any-bytes-make-a-clean-text-of-four-lines", test_any_bytes);
  return g_test_run ();
}
