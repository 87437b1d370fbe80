/* test-part.c: A part of a component that gives way to another
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-part-private.h"
#include "model-fixtures.h"

static const GyreTrait *
trait_of (gpointer component, const char *name)
{
  return (const GyreTrait *) gyre_requirement_find_trait (GYRE_REQUIREMENT (gyre_component_get_actor (component)), name);
}

static GyreAssignment
propose (gpointer host, const char *text)
{
  GyreAssignment assignment = { .provenance = gyre_provenance_of_address (NULL) };
  g_autoptr (GError) error = NULL;

  gyre_assignment_read_text (&assignment, host, trait_of (host, "ball"), text, &error);
  g_assert_no_error (error);
  return assignment;
}

static void
assert_name (gpointer component, const char *expected)
{
  g_assert_cmpstr (gyre_component_get_name (component), ==, expected);
}

/* The proposed part is built under the name, and the old one gets it back. */
static void
test_name (void)
{
  g_autoptr (TestHost) host = test_new (TEST_TYPE_HOST, "lending");
  g_autoptr (GObject) old_part = g_object_ref (gyre_component_get_object (GYRE_COMPONENT (host), "ball", NULL));
  g_autoptr (GObject) found = NULL;
  GyreAssignment assignment = propose (host, "test.shapes.ball");
  GObject *proposed;

  gyre_assignment_clear (&assignment);
  assignment = propose (host, "none");
  gyre_assignment_apply (&assignment);
  g_assert_null (host->ball);
  assert_name (old_part, NULL);
  gyre_assignment_withdraw (&assignment);
  gyre_assignment_clear (&assignment);
  g_assert_true ((gpointer) host->ball == old_part);
  assert_name (old_part, "lending.ball");

  test_set_text (host, "ball", "none");
  test_set_text (host, "ball", "test.shapes.ball");
  g_set_object (&old_part, gyre_component_get_object (GYRE_COMPONENT (host), "ball", NULL));
  assignment = propose (host, "test.shapes.ball#own-name");
  gyre_assignment_apply (&assignment);
  proposed = gyre_component_get_object (GYRE_COMPONENT (host), "ball", NULL);
  assert_name (proposed, "own-name");
  gyre_assignment_withdraw (&assignment);
  gyre_assignment_clear (&assignment);
  assert_name (host->ball, "lending.ball");
  found = gyre_nameserver_find (gyre_executive_get_nameserver (gyre_executive_get_default ()), "lending.ball");
  g_assert_true (found == old_part);
  g_assert_null (gyre_nameserver_find (gyre_executive_get_nameserver (gyre_executive_get_default ()), "own-name"));
}

static void
test_same (void)
{
  g_autoptr (TestHost) host = test_new (TEST_TYPE_HOST, "the-same");
  GObject *part = gyre_component_get_object (GYRE_COMPONENT (host), "ball", NULL);
  GyreAssignment assignment = propose (host, "test.shapes.ball");

  gyre_assignment_apply (&assignment);
  g_assert_false (assignment.is_changed);
  gyre_assignment_settle (&assignment);
  gyre_assignment_clear (&assignment);
  g_assert_true ((gpointer) host->ball == part);
  g_assert_cmpint (test_category_of (host, "ball"), ==, GYRE_CATEGORY_EXPLICIT);
}

static void
test_settled (void)
{
  g_autoptr (TestHost) host = test_new (TEST_TYPE_HOST, "settled");
  GObject *part = gyre_component_get_object (GYRE_COMPONENT (host), "ball", NULL);
  GyreAssignment assignment = propose (host, "none");

  g_object_add_weak_pointer (part, (gpointer *) &part);
  gyre_assignment_apply (&assignment);
  gyre_assignment_settle (&assignment);
  g_assert_true (assignment.old_value.object == part);
  g_assert_false (assignment.new_value.present);
  gyre_assignment_clear (&assignment);
  g_assert_null (part);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_object_unref (test_new (TEST_TYPE_BALL, NULL));
  g_test_add_func ("/model/part/name-is-lent-and-comes-back", test_name);
  g_test_add_func ("/model/part/same-text-is-no-change", test_same);
  g_test_add_func ("/model/part/settled-one-lets-the-old-part-go", test_settled);
  return g_test_run ();
}
