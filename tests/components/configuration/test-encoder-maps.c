/* test-encoder-maps.c: Writes yaml and json
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-encoder-private.h"

static void
assert_text (char *found, const char *expected)
{
  g_autofree char *owned = found;

  g_assert_cmpstr (owned, ==, expected);
}

static void
test_values (void)
{
  assert_text (gyre_encoder_dup_json_value ("1.50"), "1.50");
  assert_text (gyre_encoder_dup_json_value ("010"), "\"010\"");
  assert_text (gyre_encoder_dup_json_value ("none"), "null");
  assert_text (gyre_encoder_dup_json_value ("null"), "\"null\"");
  assert_text (gyre_encoder_dup_json_value ("(a, (1, none), \"b, c\")"), "[\"a\", [1, null], \"b, c\"]");
  assert_text (gyre_encoder_dup_json_value ("(a,b)"), "\"(a,b)\"");
  assert_text (gyre_encoder_dup_yaml_value ("two words"), "two words");
  assert_text (gyre_encoder_dup_yaml_value ("null"), "\"null\"");
  assert_text (gyre_encoder_dup_yaml_value ("a: b"), "\"a: b\"");
  assert_text (gyre_encoder_dup_map_key (FALSE, "f", "a.b", GYRE_SETTING_ASSIGN, 0), "f#a.b");
  assert_text (gyre_encoder_dup_map_key (TRUE, NULL, "a", GYRE_SETTING_APPEND, 1), "\"a += \"");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/configuration/encoder-maps/values-have-what-their-format-needs", test_values);
  return g_test_run ();
}
