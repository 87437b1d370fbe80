/* test-kind-tuple.c: The kind of a fixed number of values, each of its own kind
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "container-fixture.h"

static void
test_parts (void)
{
  GyreTrait *trait = MAKE_TRAIT (POINTER (tuple), PARTS ({ .kind = &gyre_kind_real }, { .kind = &gyre_kind_string, .nullable = TRUE }));

  assert_reads (trait, "0.5, a", "(0.5, a)");
  assert_reads (trait, "[1/2, none]", "(0.5, none)");
  assert_refuses (trait, "a, 1", GYRE_VALUE_ERROR_SYNTAX, "[0]: must be a number, has 'a' (at character 1)");
}

static void
test_length (void)
{
  GyreTrait *trait = MAKE_TRAIT (POINTER (tuple), PARTS ({ .kind = &gyre_kind_real }, { .kind = &gyre_kind_real }));

  assert_refuses (trait, "1", GYRE_VALUE_ERROR_DIMENSION, "must have 2 parts, has 1 (at character 1)");
  assert_refuses (trait, "(1, 2, 3)", GYRE_VALUE_ERROR_DIMENSION, "must have 2 parts, has 3 (at character 1)");
  assert_refuses_native (trait, native_variant ("[1, 2, 3]"), GYRE_VALUE_ERROR_DIMENSION, "must have 2 parts, has 3");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/traits/kind-tuple/each-part-has-its-own-kind", test_parts);
  g_test_add_func ("/traits/kind-tuple/part-too-many-or-too-few-is-an-error", test_length);
  return g_test_run ();
}
