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

static GyreProposal
propose (gpointer host, const char *text)
{
  GyreProposal proposal = { .provenance = gyre_provenance_of_address (NULL) };
  g_autoptr (GError) error = NULL;

  gyre_proposal_read_text (&proposal, host, trait_of (host, "ball"), text, &error);
  g_assert_no_error (error);
  return proposal;
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
  GyreProposal proposal = propose (host, "test.shapes.ball");
  GObject *proposed;

  gyre_proposal_clear (&proposal);
  proposal = propose (host, "none");
  gyre_proposal_apply (&proposal);
  g_assert_null (host->ball);
  assert_name (old_part, NULL);
  gyre_proposal_withdraw (&proposal);
  gyre_proposal_clear (&proposal);
  g_assert_true ((gpointer) host->ball == old_part);
  assert_name (old_part, "lending.ball");

  test_set_text (host, "ball", "none");
  test_set_text (host, "ball", "test.shapes.ball");
  g_set_object (&old_part, gyre_component_get_object (GYRE_COMPONENT (host), "ball", NULL));
  proposal = propose (host, "test.shapes.ball#own-name");
  gyre_proposal_apply (&proposal);
  proposed = gyre_component_get_object (GYRE_COMPONENT (host), "ball", NULL);
  assert_name (proposed, "own-name");
  gyre_proposal_withdraw (&proposal);
  gyre_proposal_clear (&proposal);
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
  GyreProposal proposal = propose (host, "test.shapes.ball");

  gyre_proposal_apply (&proposal);
  g_assert_false (proposal.is_changed);
  gyre_proposal_settle (&proposal);
  gyre_proposal_clear (&proposal);
  g_assert_true ((gpointer) host->ball == part);
  g_assert_cmpint (test_category_of (host, "ball"), ==, GYRE_CATEGORY_EXPLICIT);
}

static void
test_settled (void)
{
  g_autoptr (TestHost) host = test_new (TEST_TYPE_HOST, "settled");
  GObject *part = gyre_component_get_object (GYRE_COMPONENT (host), "ball", NULL);
  GyreProposal proposal = propose (host, "none");

  g_object_add_weak_pointer (part, (gpointer *) &part);
  gyre_proposal_apply (&proposal);
  gyre_proposal_settle (&proposal);
  g_assert_true (proposal.old_value.object == part);
  g_assert_false (proposal.new_value.present);
  gyre_proposal_clear (&proposal);
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
