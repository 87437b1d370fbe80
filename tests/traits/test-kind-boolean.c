/* test-kind-boolean.c: The kind of yes and no
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "trait-fixture.h"

static GyreTrait *
boolean (void)
{
  return MAKE_TRAIT (BOOLEAN);
}

static void
test_words (void)
{
  static const char * const yes[] = { "true", "yes", "on", "1", "t", "y", "TRUE", " Yes\n", "'on'" };
  static const char * const no[] = { "false", "no", "off", "0", "f", "n", "False", "\tOFF ", "\"0\"" };

  for (gsize index = 0; index < G_N_ELEMENTS (yes); index++)
    assert_reads (boolean (), yes[index], "true");
  for (gsize index = 0; index < G_N_ELEMENTS (no); index++)
    assert_reads (boolean (), no[index], "false");
}

static void
test_bare_flag (void)
{
  assert_reads (boolean (), "", "true");
}

static void
test_other_words (void)
{
  assert_refuses (boolean (), "  maybe", GYRE_VALUE_ERROR_UNKNOWN, "must be true or false, is 'maybe' (at character 3)");
  assert_refuses (boolean (), "2", GYRE_VALUE_ERROR_UNKNOWN, "must be true or false, is '2' (at character 1)");
  assert_refuses (boolean (), "none", GYRE_VALUE_ERROR_NULL, "may not be none (at character 1)");
  assert_hint (boolean (), "maybe", "write true, yes, on, 1 or false, no, off, 0");
}

static void
test_native (void)
{
  assert_takes (boolean (), native_boolean (TRUE), "true");
  assert_takes (boolean (), native_boolean (FALSE), "false");
  assert_refuses_native (boolean (), native_int (1), GYRE_VALUE_ERROR_TYPE, "must be of kind boolean, is a value of type gint");
}

static void
test_maybe (void)
{
  GyreTrait *maybe = MAKE_TRAIT (MAYBE (boolean, BOOLEAN), .initial = { .text = "none" });

  assert_reads (maybe, "none", "none");
  assert_reads (maybe, "no", "false");
  assert_takes (maybe, native_boolean (TRUE), "true");
  assert_takes (maybe, native_variant ("@mb nothing"), "none");
  assert_takes (maybe, native_variant ("just true"), "true");
  assert_refuses_native (maybe, native_variant ("@mi 5"), GYRE_VALUE_ERROR_TYPE,
                         "must be of kind boolean, is a value of type gint");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/traits/kind-boolean/words-for-yes-and-no-are-read-in-any-case", test_words);
  g_test_add_func ("/traits/kind-boolean/empty-text-is-true", test_bare_flag);
  g_test_add_func ("/traits/kind-boolean/any-other-word-is-refused", test_other_words);
  g_test_add_func ("/traits/kind-boolean/number-is-no-boolean", test_native);
  g_test_add_func ("/traits/kind-boolean/absent-one-is-a-variant-of-nothing", test_maybe);
  return g_test_run ();
}
