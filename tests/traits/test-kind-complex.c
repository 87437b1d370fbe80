/* test-kind-complex.c: The kind of complex numbers
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "kind-fixture.h"

#define COMPLEX .kind = &gyre_kind_complex, .storage = GYRE_STORAGE_COMPLEX

static void
test_reads (void)
{
  GyreTrait *trait = MAKE_TRAIT (COMPLEX);

  assert_reads (trait, " 3 + 4j ", "3+4j");
  assert_reads (trait, "(3, -4)", "3-4j");
  assert_reads (trait, "5", "5+0j");
  assert_reads (trait, "-0.0 - 0j", "-0-0j");
  assert_data (trait, "(1, 2.5)", "1+2.5j");
  assert_data (trait, "[<1>, <2>]", "1+2j");
  assert_data (trait, "3", "3+0j");
  assert_data (trait, "'j'", "0+1j");
  assert_takes (trait, native_int (3), "3+0j");
  assert_takes (trait, native_string ("1-j"), "1-1j");
}

static void
test_refused (void)
{
  GyreTrait *trait = MAKE_TRAIT (COMPLEX, .initial = { .text = "3+" });

  assert_refuses (trait, "3+4k", GYRE_VALUE_ERROR_SYNTAX, "must go on with an operator, has 'k' (at character 4)");
  assert_refuses (trait, "3+4jj", GYRE_VALUE_ERROR_SYNTAX, "must go on with an operator, has 'j' (at character 4)");
  assert_refuses (trait, "(3, 4, 5)", GYRE_VALUE_ERROR_SYNTAX, "must go on with an operator, has ',' (at character 6)");
  assert_refuses (trait, "''", GYRE_VALUE_ERROR_SYNTAX, "must be a complex number, is empty (at character 2)");
  assert_refuses_data (trait, "(1, 2, 3)", GYRE_VALUE_ERROR_TYPE);
  assert_refuses_data (trait, "('a', 2)", GYRE_VALUE_ERROR_TYPE);
  assert_declaration_fails (MAKE_TRAIT (COMPLEX, .nullable = TRUE), "can't be .nullable: the field of a complex has no room for none");
}

static GyreValue
make (GRand *random)
{
  return (GyreValue) { .present = TRUE, .pointer = gyre_complex_copy (&(GyreComplex) { random_real (random), random_real (random) }) };
}

static void
test_property (void)
{
  assert_property (MAKE_TRAIT (COMPLEX), make);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/traits/kind-complex/sum-pair-and-number-are-read", test_reads);
  g_test_add_func ("/traits/kind-complex/garbage-has-its-place", test_refused);
  g_test_add_func ("/traits/kind-complex/every-value-survives", test_property);
  return g_test_run ();
}
