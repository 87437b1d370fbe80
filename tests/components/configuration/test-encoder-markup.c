/* test-encoder-markup.c: Writes pml
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
  assert_text (gyre_encoder_dup_pml_value ("<a & \"b\">\n"), "&lt;a &amp; &quot;b&quot;&gt;&#10;");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/configuration/encoder-markup/values-have-what-their-format-needs", test_values);
  return g_test_run ();
}
