/* test-encoder-lines.c: Writes pfg and cfg
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
  assert_text (gyre_encoder_dup_pfg_value ("a ; \"b;\" (\"c;\", d;)", 2), "a \\; \"b\\;\" (\"c;\", d\\;)");
  assert_text (gyre_encoder_dup_pfg_value ("a\nb", 2), "\n  a\n  b");
  assert_text (gyre_encoder_dup_cfg_value ("(a,\nb)"), "(a, b)");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/configuration/encoder-lines/values-have-what-their-format-needs", test_values);
  return g_test_run ();
}
