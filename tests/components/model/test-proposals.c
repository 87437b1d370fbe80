/* test-proposals.c: Many values that traits shall have, all or none
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-proposals-private.h"
#include "model-fixtures.h"

typedef struct { GyreComponent parent_instance; double x; char *label; } TestLimited;
typedef struct { GyreComponentClass parent_class; } TestLimitedClass;

/* A note is no mistake. */
static void
check_limit (GyreComponent *component, GyreReport *report)
{
  double x = ((TestLimited *) component)->x;

  gyre_report_note (report, NULL, NULL, "x is %g", x);
  if (x > 10)
    gyre_report_error (report, NULL, NULL, "%g is too much", x);
}

static void
test_limited_class_initialize (gpointer type_class, gpointer data)
{
  ((GyreComponentClass *) type_class)->validate = check_limit;
}

GYRE_DEFINE_COMPONENT (TestLimited, test_limited, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (gyre_real (x, 1.0), gyre_string (label, "plain")), GYRE_BEHAVIORS (),
  .family = "test.limited", .class_initialize = test_limited_class_initialize)

static guint n_heard;

static void
on_notify (GObject *object, GParamSpec *specification, gpointer data)
{
  n_heard++;
}

static void
propose (GPtrArray *proposals, gpointer component, const char *trait, const char *text)
{
  GyreProposal *proposal = g_new0 (GyreProposal, 1);
  GyreDescriptor *descriptor = gyre_requirement_find_trait (GYRE_REQUIREMENT (gyre_component_get_actor (component)), trait);

  proposal->provenance = gyre_provenance_of_address (NULL);
  g_assert_true (gyre_proposal_read_text (proposal, component, (GyreTrait *) descriptor, text, NULL));
  g_ptr_array_add (proposals, proposal);
}

static void
proposal_free (gpointer proposal)
{
  gyre_proposal_clear (proposal);
  g_free (proposal);
}

static void
test_all_or_none (void)
{
  g_autoptr (GyreComponent) first = test_new (test_limited_get_type (), "first-limited");
  g_autoptr (GyreComponent) second = test_new (test_limited_get_type (), "second-limited");
  g_autoptr (GPtrArray) proposals = g_ptr_array_new_with_free_func (proposal_free);
  g_autoptr (GError) error = NULL;

  g_signal_connect (first, "notify", G_CALLBACK (on_notify), NULL);
  propose (proposals, first, "label", "new");
  propose (proposals, first, "x", "11");
  propose (proposals, second, "x", "12");
  g_assert_false (gyre_proposals_run (proposals, &error));
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_VALUE, "first-limited: 11 is too much",
                     "second-limited: 12 is too much");
  g_assert_cmpuint (n_heard, ==, 0);
  test_assert_text (first, "label", "plain");
  g_ptr_array_set_size (proposals, 0);
  propose (proposals, first, "label", "new");
  propose (proposals, first, "x", "9");
  g_assert_true (gyre_proposals_run (proposals, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_heard, ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/proposals/every-mistake-is-told-and-nothing-set", test_all_or_none);
  return g_test_run ();
}
