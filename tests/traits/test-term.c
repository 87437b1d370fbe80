/* test-term.c: A value while an expression is computed
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-term.h"

#include <math.h>
#include <string.h>

static void
assert_kind (const char *text, GyreTermKind kind, const char *written)
{
  GyreTerm term = gyre_term_from_text (text, -1);
  g_autofree char *found = gyre_term_to_text (term);
  GyreTerm again = gyre_term_from_text (found, -1);

  if (term.kind != kind)
    g_error ("%s: is of kind %u", text, term.kind);
  g_assert_cmpstr (found, ==, written);
  g_assert_true (gyre_term_equal (term, again));
  gyre_term_clear (&term);
  gyre_term_clear (&again);
  g_assert_cmpuint (term.kind, ==, GYRE_TERM_UNDEFINED);
}

static void
test_texts (void)
{
  assert_kind ("12", GYRE_TERM_INTEGER, "12");
  assert_kind (" 0x10 ", GYRE_TERM_INTEGER, "16");
  assert_kind ("1.5", GYRE_TERM_REAL, "1.5");
  assert_kind ("-inf", GYRE_TERM_REAL, "-inf");
  assert_kind ("30 ms", GYRE_TERM_REAL, "0.03 s");
  assert_kind ("none", GYRE_TERM_NONE, "none");
  assert_kind ("Yes", GYRE_TERM_BOOLEAN, "true");
  assert_kind ("no", GYRE_TERM_BOOLEAN, "false");
  assert_kind ("m", GYRE_TERM_STRING, "m");
  assert_kind ("pi day", GYRE_TERM_STRING, "pi day");
  assert_kind ("\"12\"", GYRE_TERM_STRING, "\"12\"");
  assert_kind ("'none'", GYRE_TERM_STRING, "\"none\"");
  assert_kind ("'true'", GYRE_TERM_STRING, "\"true\"");
  assert_kind ("a {{b}}", GYRE_TERM_STRING, "a {{b}}");
  assert_kind ("", GYRE_TERM_STRING, "\"\"");
  assert_kind ("(1, 'a, b', (2.5, none), '3')", GYRE_TERM_LIST, "(1, \"a, b\", (2.5, none), \"3\")");
  assert_kind ("()", GYRE_TERM_LIST, "()");
  assert_kind ("(1) + 2", GYRE_TERM_INTEGER, "3");
}

static void
test_copies (void)
{
  GyreTerm list = gyre_term_from_text ("(a, (b, 1))", -1);
  GyreTerm copy = gyre_term_copy (list);

  g_assert_true (copy.list == list.list);
  g_assert_cmpuint (list.list->weight, ==, 5);
  g_assert_cmpuint (list.list->depth, ==, 2);
  gyre_term_clear (&list);
  g_assert_cmpstr (copy.list->terms[0].string, ==, "a");
  gyre_term_clear (&copy);
}

static void
test_equality (void)
{
  const char * const texts[] = { "1", "1.0", "0.0", "-0.0", "nan", "1 m", "1 s", "a", "b", "(1, 2)", "(1, 3)", "none", "yes", "no" };

  for (gsize first = 0; first < G_N_ELEMENTS (texts); first++)
    for (gsize second = 0; second < G_N_ELEMENTS (texts); second++)
      {
        GyreTerm left = gyre_term_from_text (texts[first], -1);
        GyreTerm right = gyre_term_from_text (texts[second], -1);

        g_assert_true (gyre_term_equal (left, right) == (first == second));
        gyre_term_clear (&left);
        gyre_term_clear (&right);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/traits/term/text-is-guessed-and-written-so-that-it-is-guessed-again", test_texts);
  g_test_add_func ("/traits/term/copies-share-and-live-on", test_copies);
  g_test_add_func ("/traits/term/only-the-same-is-equal", test_equality);
  return g_test_run ();
}
