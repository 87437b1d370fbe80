/* test-mutability.c: When a trait can change
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "trait-fixture.h"

static void
test_phases (void)
{
  g_assert_cmpint (gyre_trait_get_mutability (MAKE_TRAIT (REAL)), ==, GYRE_MUTABILITY_ANY_TIME);
  g_assert_cmpint (gyre_trait_get_mutability (MAKE_TRAIT (REAL, .restart = TRUE)), ==, GYRE_MUTABILITY_RESTART);
  g_assert_cmpint (gyre_trait_get_mutability (MAKE_TRAIT (REAL, .construct_only = TRUE)), ==, GYRE_MUTABILITY_CONSTRUCT);
  g_assert_cmpstr (gyre_mutability_get_name (GYRE_MUTABILITY_RESTART), ==, "restart");
  g_assert_cmpstr (gyre_mutability_get_name (GYRE_MUTABILITY_CONSTRUCT), ==, "construct");
  g_assert_cmpstr (gyre_mutability_get_name (GYRE_MUTABILITY_ANY_TIME), ==, "any-time");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/traits/mutability/declaration-says-the-phase", test_phases);
  return g_test_run ();
}
