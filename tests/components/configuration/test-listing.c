/* test-listing.c: An array of a document, written as a list
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-listing-private.h"
#include "gyre-literal.h"

#include <string.h>

static void
append (GyreListing *self, const char *text, GyreNestingScalar kind)
{
  GyreNestingText element = { .text = text, .length = strlen (text), .line = 1, .column = 1 };

  gyre_listing_append (self, &element, kind);
}

/* Asserts how one text is written as an element, and that the list's grammar reads it back. */
static void
assert_element (const char *text, const char *expected)
{
  g_autoptr (GyreLiteral) literal = NULL;
  g_autofree char *found = NULL;
  g_autofree char *meaning = NULL;
  GyreListing self;

  gyre_listing_init (&self);
  gyre_listing_begin (&self, 1, 1, 0);
  gyre_listing_open (&self, 1, 1);
  append (&self, text, GYRE_NESTING_STRING);
  gyre_listing_close (&self, 1, 1, 0);
  found = g_strndup (self.text.text + 1, self.text.length - 2);
  g_assert_cmpstr (found, ==, expected);
  if (strpbrk (text, "{}") == NULL)
    {
      literal = gyre_literal_parse_list (self.list->str, NULL);
      g_assert_nonnull (literal);
      g_assert_cmpuint (gyre_literal_get_length (literal), ==, 1);
      meaning = gyre_literal_dup_text (gyre_literal_get_first (literal));
      g_assert_cmpstr (meaning, ==, text);
    }
  gyre_listing_clear (&self);
}

static void
test_quotes (void)
{
  assert_element ("a", "a");
  assert_element ("two words", "two words");
  assert_element ("a, b", "\"a, b\"");
  assert_element ("", "\"\"");
  assert_element (" a", "\" a\"");
  assert_element ("none", "\"none\"");
  assert_element ("it's", "\"it's\"");
  assert_element ("a;b", "\"a;b\"");
  assert_element ("a\nb\\", "\"a\\nb\\\\\"");
  assert_element ("(1, 2)", "\"(1, 2)\"");
  assert_element ("a)", "\"a)\"");
}

static void
test_brackets (void)
{
  assert_element ("(1+2)*3", "(1+2)*3");
  assert_element ("f(a, [b])", "f(a, [b])");
}

static void
test_references (void)
{
  assert_element ("{a.b}", "{a.b}");
  assert_element ("{a}, {b}", "\"{a}, {b}\"");
}

static void
test_nested (void)
{
  GyreListing self;

  gyre_listing_init (&self);
  gyre_listing_begin (&self, 1, 1, 0);
  gyre_listing_open (&self, 1, 1);
  gyre_listing_open (&self, 1, 2);
  gyre_listing_close (&self, 1, 3, 0);
  gyre_listing_open (&self, 1, 4);
  append (&self, "1", GYRE_NESTING_WORD);
  append (&self, "none", GYRE_NESTING_WORD);
  gyre_listing_close (&self, 1, 5, 0);
  gyre_listing_close (&self, 1, 6, 0);
  g_assert_cmpstr (self.list->str, ==, "((), (1, none))");
  gyre_listing_clear (&self);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add_func ("/configuration/listing/" path, function)
  ADD ("element-has-quotes-where-it-needs-them", test_quotes);
  ADD ("brackets-that-pair-need-no-quotes", test_brackets);
  ADD ("reference-stays-a-reference", test_references);
  ADD ("lists-nest", test_nested);
  return g_test_run ();
}
