/* test-expression-scanner.c: The words of an expression
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-expression-scanner-private.h"

#include <string.h>

/* The words with a bar behind each. */
static void
assert_words (const char *text, const char *expected)
{
  g_autoptr (GString) found = g_string_new (NULL);
  const char *end = text + strlen (text);
  GyreToken token = { GYRE_TOKEN_END, text, text };

  while (TRUE)
    {
      g_autoptr (GError) error = NULL;

      if (!gyre_token_scan (text, token.end, end, &token, &error))
        {
          g_string_append_printf (found, "! %s", error->message);
          break;
        }
      if (token.kind == GYRE_TOKEN_END)
        break;
      g_string_append_len (found, token.start, token.end - token.start);
      g_string_append_c (found, '|');
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_words (void)
{
  assert_words ("30ms+{a . b}**-2", "30|ms|+|{a . b}|**|-|2|");
  assert_words ("1e5 1e 1.5.2 0x1f .5", "1e5|1|e|1.5|.2|0x1f|.5|");
  assert_words ("a<=b//c!='x\\'y'", "a|<=|b|//|c|!=|'x\\'y'|");
  assert_words ("\"a { {b} + '\"' } {{\" c", "\"a { {b} + '\"' } {{\"|c|");
  assert_words ("\"a {b", "! must close the brace '{' (at character 4)");
  assert_words ("a && b", "a|! must be an expression, has '&' (at character 3)");
  assert_words ("π ; b", "π|! must be an expression, has ';' (at character 3)");
  assert_words ("{{a}}", "! must have a name after '{' (at character 1)");
  assert_words ("{a", "! must close the brace '{' (at character 1)");
  assert_words ("{a{b}}", "! must close the brace '{' (at character 1)");
  assert_words ("'a", "! must close the quote ' (at character 1)");
  assert_words ("'a\\", "! must close the quote ' (at character 1)");
}

static void
assert_trimmed (const char *text, const char *expected)
{
  g_autofree char *found = gyre_reference_trim (text, strlen (text));

  g_assert_cmpstr (found, ==, expected);
}

static void
test_names (void)
{
  assert_trimmed (" a . b c .d ", "a.b c.d");
  assert_trimmed ("..a", "..a");
  assert_trimmed (" . a", ".a");
  assert_trimmed ("10 + β / [x]", "10 + β / [x]");
  assert_trimmed ("a..b", NULL);
  assert_trimmed ("a.", NULL);
  assert_trimmed ("..", NULL);
  assert_trimmed (" ", NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/traits/expression-scanner/text-falls-into-words", test_words);
  g_test_add_func ("/traits/expression-scanner/names-lose-the-blanks-around-fragments", test_names);
  return g_test_run ();
}
