/* test-yaml-scalar.c: The texts of yaml, where they were written and what they mean
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-yaml-scalar-private.h"

#include <string.h>

static void
assert_resolved (const char *written, const char *expected, GyreNestingScalar kind)
{
  GyreNestingText text = { .text = written, .length = strlen (written) };
  g_autofree char *found = NULL;

  g_assert_cmpint (gyre_yaml_scalar_resolve (&text), ==, kind);
  found = g_strndup (text.text, text.length);
  g_assert_cmpstr (found, ==, expected);
}

static void
test_core (void)
{
  assert_resolved ("", "none", GYRE_NESTING_WORD);
  assert_resolved ("~", "none", GYRE_NESTING_WORD);
  assert_resolved ("NULL", "none", GYRE_NESTING_WORD);
  assert_resolved ("TRUE", "true", GYRE_NESTING_STRING);
  assert_resolved ("False", "false", GYRE_NESTING_STRING);
  assert_resolved ("+.INF", "inf", GYRE_NESTING_STRING);
  assert_resolved ("-.inf", "-inf", GYRE_NESTING_STRING);
  assert_resolved (".NaN", "nan", GYRE_NESTING_STRING);
}

static void
test_texts (void)
{
  assert_resolved ("n", "n", GYRE_NESTING_STRING);
  assert_resolved ("Yes", "Yes", GYRE_NESTING_STRING);
  assert_resolved ("on", "on", GYRE_NESTING_STRING);
  assert_resolved ("nUll", "nUll", GYRE_NESTING_STRING);
  assert_resolved ("0o17", "0o17", GYRE_NESTING_STRING);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add_func ("/configuration/yaml-scalar/" path, function)
  ADD ("words-of-the-core-schema-are-written-as-ours", test_core);
  ADD ("words-of-older-yaml-are-texts", test_texts);
  return g_test_run ();
}
