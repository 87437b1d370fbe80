/* test-kind-set.c: The kind of lists that have each element once
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "container-fixture.h"

static void
test_union (void)
{
  assert_reads (MAKE_TRAIT (POINTER (set), .element = &gyre_kind_integer), "3, 1, 3e0, 2, 1", "(3, 1, 2)");
  assert_reads (MAKE_TRAIT (POINTER (set), OF (.kind = &gyre_kind_list, .element = &gyre_kind_string)), "(a, b), (a, 'b'), (b)", "((a, b), (b))");
  assert_reads (MAKE_TRAIT (POINTER (set), .element = &gyre_kind_string), "()", "()");
}

static void
test_code (void)
{
  g_autoptr (GyreList) list = gyre_list_new (&gyre_kind_integer, 2);
  g_autoptr (GError) error = NULL;

  gyre_list_take_value (list, 0, (GyreValue) { .present = TRUE, .integer = 5 });
  gyre_list_take_value (list, 1, (GyreValue) { .present = TRUE, .integer = 5 });
  g_assert_false (gyre_trait_validate (MAKE_TRAIT (POINTER (set), .element = &gyre_kind_integer),
                                       (GyreValue) { .present = TRUE, .list = list }, &error));
  g_assert_cmpstr (error->message, ==, "[1]: must be in the set once, has 5 again");
}

static void
test_bad (void)
{
  assert_refuses (MAKE_TRAIT (POINTER (set), .element = &gyre_kind_integer, .minimum = 0, .maximum = 9), "1, 1, 11", GYRE_VALUE_ERROR_CONSTRAINT,
                  "[2]: must be at least 0 and at most 9, is 11 (at character 7)");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/traits/kind-set/equal-elements-fall-together-in-order-of-first-mention", test_union);
  g_test_add_func ("/traits/kind-set/list-of-code-with-an-element-twice-is-refused", test_code);
  g_test_add_func ("/traits/kind-set/bad-element-is-an-error-that-names-it", test_bad);
  return g_test_run ();
}
