/* test-spelling.c: The text of one value, read and written
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <gyre.h>

static void
assert_key (const char *text, const char *expected)
{
  g_autofree char *key = gyre_literal_quote_key (text);

  g_assert_cmpstr (key, ==, expected);
}

static void
test_key (void)
{
  assert_key ("plain key", "plain key");
  assert_key ("a:b", "\"a:b\"");
  assert_key ("a,b", "\"a,b\"");
  assert_key ("say \"a\"", "\"say \\\"a\\\"\"");
  assert_key ("", "\"\"");
}

static void
test_element (void)
{
  g_autofree char *element = gyre_literal_quote_element ("a, b");
  g_autofree char *value = gyre_literal_quote ("a, b");
  g_autofree char *read = gyre_literal_scalar (element, NULL, NULL, NULL);

  g_assert_cmpstr (element, ==, "\"a, b\"");
  g_assert_cmpstr (value, ==, "a, b");
  g_assert_cmpstr (read, ==, "a, b");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/traits/spelling/key-stands-in-quotes-where-it-must", test_key);
  g_test_add_func ("/traits/spelling/element-stands-in-quotes-where-a-value-need-not", test_element);
  return g_test_run ();
}
