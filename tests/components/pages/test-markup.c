/* test-markup.c: HTML, written piece by piece
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-markup.h"

static void
texts_are_never_markup (void)
{
  g_autoptr (GString) html = g_string_new (NULL);

  gyre_markup_append (html, "<p title=\"$\">$</p>", "\"a\" & 'b'", "<b>$", NULL);
  g_assert_cmpstr (html->str, ==, "<p title=\"&quot;a&quot; &amp; 'b'\">&lt;b&gt;$</p>");
}

static void
what_html_lacks_is_shown_as_lacking (void)
{
  g_autoptr (GString) html = g_string_new (NULL);

  gyre_markup_append_text (html, "a\001b\377c\nd\te");
  g_assert_cmpstr (html->str, ==, "a\357\277\275b\357\277\275c\nd\te");
}

static void
json_strings_are_read_again (void)
{
  g_autoptr (GString) script = g_string_new (NULL);

  gyre_markup_append_json (script, "a \"b\" \\ c\n\001 π");
  g_assert_cmpstr (script->str, ==, "\"a \\\"b\\\" \\\\ c\\u000a\\u0001 π\"");
}

static void
different_names_have_different_files (void)
{
  const char *names[] = { "a.b", "a/b", "a~2fb", "a b", ".a", "~.a", "größe", NULL };
  g_autoptr (GHashTable) files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint index = 0; names[index] != NULL; index++)
    {
      char *file = gyre_markup_dup_file (names[index]);

      g_assert_null (strchr (file, '/'));
      g_assert_cmpint (*file, !=, '.');
      g_assert_true (g_hash_table_add (files, file));
    }
}

static void
an_anchor_has_no_blanks (void)
{
  g_autofree char *anchor = gyre_markup_dup_anchor ("trait", "unit box");

  g_assert_cmpstr (anchor, ==, "trait-unit~20box");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pages/markup/texts-are-never-markup", texts_are_never_markup);
  g_test_add_func ("/pages/markup/what-html-lacks-is-shown-as-lacking", what_html_lacks_is_shown_as_lacking);
  g_test_add_func ("/pages/markup/json-strings-are-read-again", json_strings_are_read_again);
  g_test_add_func ("/pages/markup/different-names-have-different-files", different_names_have_different_files);
  g_test_add_func ("/pages/markup/an-anchor-has-no-blanks", an_anchor_has_no_blanks);
  return g_test_run ();
}
