/* test-commit.c: How a value gets into a component
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "model-fixtures.h"

#include "gyre-commit-private.h"

static void
test_commit (void)
{
  g_autoptr (TestBall) ball = test_new (TEST_TYPE_BALL, "committed");
  GyreComponent *component = GYRE_COMPONENT (ball);
  const GyreTrait *label = gyre_component_get_slot (component, 1);
  g_autoptr (GError) error = NULL;

  g_assert_true (gyre_component_commit_text (component, label, "x", gyre_provenance_of_address (NULL), &error));
  g_assert_cmpstr (gyre_component_peek (component, label).string, ==, "x");
  g_assert_true (gyre_component_commit (component, label, GYRE_NONE, gyre_provenance_of_address (NULL), &error));
  g_assert_false (gyre_component_peek (component, label).present);
  g_assert_no_error (error);
}

/* The message says who, which trait, what rule, what was found. */
static void
test_error (void)
{
  g_autoptr (TestBall) ball = test_new (TEST_TYPE_BALL, "erring");
  GyreComponent *component = GYRE_COMPONENT (ball);
  g_autoptr (GError) error = NULL;
  g_autoptr (GyreLocator) locator = gyre_locator_new_file ("x", 1, 1);

  g_assert_false (gyre_component_commit_text (component, gyre_component_get_slot (component, 0), "-1",
                                              gyre_provenance_of_locator (GYRE_CATEGORY_USER, locator), &error));
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_VALUE, "erring.radius: must be at least 0", "-1");
  g_assert_cmpint (test_category_of (ball, "radius"), ==, GYRE_CATEGORY_DEFAULTS);
  g_assert_false (gyre_component_commit_text (component, gyre_component_get_slot (component, 0), "none",
                                              gyre_provenance_of_address (NULL), NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/commit/value-is-stored", test_commit);
  g_test_add_func ("/model/commit/refused-value-changes-nothing-and-is-told-with-its-rule", test_error);
  return g_test_run ();
}
