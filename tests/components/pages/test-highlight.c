/* test-highlight.c: Code with its words, texts and comments told apart
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-highlight.h"

static void
check (const char *code, const char *language, const char *expected)
{
  g_autoptr (GString) html = g_string_new (NULL);

  gyre_highlight_append (html, code, language);
  g_assert_cmpstr (html->str, ==, expected);
}

static void
words_texts_and_comments_are_told_apart (void)
{
  check ("int a; // <b>\n", "c", "<span class=\"word\">int</span> a; <span class=\"note\">// &lt;b&gt;</span>\n");
  check ("/* if */ \"int\"", "c", "<span class=\"note\">/* if */</span> <span class=\"text\">&quot;int&quot;</span>");
  check ("printing", "c", "printing");
}

static void
an_open_quote_is_no_text (void)
{
  check ("it's; a", "c", "it's; a");
}

static void
a_configuration_has_comments_only (void)
{
  check ("a = 'b'  ; c\n", "pfg", "a = 'b'  <span class=\"note\">; c</span>\n");
}

static void
an_unknown_language_stays_as_it_is (void)
{
  check ("int a;", "", "int a;");
  check ("int a;", "klingon", "int a;");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pages/highlight/words-texts-and-comments-are-told-apart", words_texts_and_comments_are_told_apart);
  g_test_add_func ("/pages/highlight/an-open-quote-is-no-text", an_open_quote_is_no_text);
  g_test_add_func ("/pages/highlight/a-configuration-has-comments-only", a_configuration_has_comments_only);
  g_test_add_func ("/pages/highlight/an-unknown-language-stays-as-it-is", an_unknown_language_stays_as_it_is);
  return g_test_run ();
}
