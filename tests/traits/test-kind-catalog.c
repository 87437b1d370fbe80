/* test-kind-catalog.c: The kind of lists by their names
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "container-fixture.h"

static void
test_texts (void)
{
  GyreTrait *trait = MAKE_TRAIT (POINTER (catalog), OF (.kind = &gyre_kind_list, .element = &gyre_kind_integer));

  assert_reads (trait, "a: (1, 2), b: ()", "(a: (1, 2), b: ())");
  assert_refuses (trait, "a: 1", GYRE_VALUE_ERROR_TYPE, "[a]: must be a list in brackets (at character 4)");
  g_assert_true (gyre_kind_is_a (&gyre_kind_catalog, &gyre_kind_mapping));
}

static void
test_entry (void)
{
  GyreTrait *trait = MAKE_TRAIT (POINTER (catalog), OF (.kind = &gyre_kind_list, .element = &gyre_kind_integer));
  GyreValue value = GYRE_NONE;

  g_assert_true (gyre_trait_set_entry (trait, &value, "a", "1, 2", NULL));
  g_assert_cmpuint (gyre_list_get_length (gyre_mapping_get_list (value.mapping, "a")), ==, 2);
  gyre_kind_clear (&gyre_kind_catalog, &value);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/traits/kind-catalog/entries-are-lists", test_texts);
  g_test_add_func ("/traits/kind-catalog/entry-by-its-name-needs-no-brackets", test_entry);
  return g_test_run ();
}
