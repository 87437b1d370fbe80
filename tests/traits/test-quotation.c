/* test-quotation.c: Quotes, escapes and braces in the text of a value
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-quotation-private.h"

#include <string.h>

static void
test_skip_stops_behind (void)
{
  GyreScanner scanner = { .text = "'a\"b' tail" };
  gboolean is_escaped = TRUE;

  scanner.cursor = scanner.text;
  g_assert_true (gyre_scanner_skip_quoted (&scanner, &is_escaped));
  g_assert_false (is_escaped);
  g_assert_cmpstr (scanner.cursor, ==, " tail");
}

static void
test_refusal_counts_characters (void)
{
  g_autoptr (GError) error = NULL;
  GyreScanner scanner = { .text = "ππ}", .error = &error };
  gsize offset = 0;

  scanner.cursor = scanner.text + strlen ("ππ");
  g_assert_false (gyre_scanner_skip_brace (&scanner));
  g_assert_true (gyre_value_error_get_offset (error, &offset));
  g_assert_cmpuint (offset, ==, 2);
}

static void
test_decode (void)
{
  g_autofree char *bare = gyre_quotation_decode ("a\\n{{}}", 7, FALSE);
  g_autofree char *quoted = gyre_quotation_decode ("a\\n{{}}", 7, TRUE);

  g_assert_cmpstr (bare, ==, "a\\n{}");
  g_assert_cmpstr (quoted, ==, "a\n{}");
}

static void
test_write (void)
{
  static const struct
  {
    const char *text;
    const char *written;
  } rows[] = {
    { "plain text", "plain text" }, { "", "\"\"" }, { "NonE", "\"NonE\"" }, { " x", "\" x\"" }, { "x ", "\"x \"" },
    { "it's", "it's" }, { "'tis", "\"'tis\"" }, { "\"q\"", "\"\\\"q\\\"\"" }, { "a{b}", "a{{b}}" }, { "a\\b", "a\\b" },
    { "a\nb\x01", "\"a\\nb\\x01\"" }, { "a;b", "\"a;b\"" }, { "a,b", "\"a,b\"" }, { "π", "π" }, { "\xff", "\xef\xbf\xbd" },
  };

  for (gsize index = 0; index < G_N_ELEMENTS (rows); index++)
    {
      g_autofree char *written = gyre_quotation_write (rows[index].text, ",");

      g_assert_cmpstr (written, ==, rows[index].written);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/traits/quotation/scanner-stops-behind-the-last-quote", test_skip_stops_behind);
  g_test_add_func ("/traits/quotation/place-of-a-mistake-counts-characters", test_refusal_counts_characters);
  g_test_add_func ("/traits/quotation/backslash-is-itself-outside-quotes", test_decode);
  g_test_add_func ("/traits/quotation/text-is-bare-where-it-can-be", test_write);
  return g_test_run ();
}
