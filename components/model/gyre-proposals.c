/* gyre-proposals.c: Many values that traits shall have, all or none
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-proposals-private.h"
#include "gyre-delivery-private.h"

static GyreProposal *
proposal_at (GPtrArray *proposals, guint index)
{
  return g_ptr_array_index (proposals, index);
}

/* GObject's handlers of what other code keeps wait until everything is set. */
static void
freeze (GPtrArray *proposals, void (*function) (GObject *object))
{
  for (guint index = 0; index < proposals->len; index++)
    if (gyre_trait_is_foreign (proposal_at (proposals, index)->trait))
      function (G_OBJECT (proposal_at (proposals, index)->component));
}

/* The components whose classes have rules, each once; NULL for none. */
static GPtrArray *
list_judged (GPtrArray *proposals)
{
  GPtrArray *components = NULL;

  for (guint index = 0; index < proposals->len; index++)
    {
      GyreComponent *component = proposal_at (proposals, index)->component;
      if (!gyre_component_has_rules (component) || gyre_state_peek (component)->listed)
        continue;
      if (components == NULL)
        components = g_ptr_array_new ();
      gyre_state_peek (component)->listed = TRUE;
      g_ptr_array_add (components, component);
    }
  for (guint index = 0; components != NULL && index < components->len; index++)
    gyre_state_peek (g_ptr_array_index (components, index))->listed = FALSE;
  return components;
}

/* The validators of the traits, which now see the other proposed values. */
static void
ask_validators (GPtrArray *proposals, GyreReport *report)
{
  for (guint index = 0; index < proposals->len; index++)
    {
      g_autoptr (GError) problem = NULL;
      if (!gyre_proposal_check (proposal_at (proposals, index), &problem))
        gyre_report_error (report, NULL, NULL, "%s", problem->message);
    }
}

static void
ask_classes (GPtrArray *proposals, GyreReport *report)
{
  g_autoptr (GPtrArray) components = list_judged (proposals);

  for (guint index = 0; components != NULL && index < components->len; index++)
    {
      GyreComponent *component = g_ptr_array_index (components, index);
      g_autoptr (GError) problem = NULL;
      g_autofree char *subject = NULL;

      if (gyre_component_check_rules (component, &problem))
        continue;
      subject = gyre_component_dup_subject (component);
      gyre_report_error (report, NULL, NULL, "%s: %s", subject, problem->message);
    }
}

/* Everybody is asked, so that one run tells every mistake. */
static gboolean
judge (GPtrArray *proposals, GError **error)
{
  g_autoptr (GyreReport) report = gyre_report_new ();

  ask_validators (proposals, report);
  ask_classes (proposals, report);
  return gyre_report_to_error (report, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_VALUE, error);
}

static void
tell_all (GPtrArray *proposals)
{
  g_autoptr (GArray) changes = g_array_sized_new (FALSE, FALSE, sizeof (GyreChange), proposals->len);

  for (guint index = 0; index < proposals->len; index++)
    {
      const GyreChange change = gyre_proposal_get_change (proposal_at (proposals, index));
      if (proposal_at (proposals, index)->is_changed)
        g_array_append_val (changes, change);
    }
  gyre_delivery_run ((const GyreChange *) (gpointer) changes->data, changes->len);
}

/* Sets all of them and tells of what has changed, or sets none and says everything that was wrong. */
gboolean
gyre_proposals_run (GPtrArray *proposals, GError **error)
{
  gboolean done;

  freeze (proposals, g_object_freeze_notify);
  for (guint index = 0; index < proposals->len; index++)
    gyre_proposal_apply (proposal_at (proposals, index));
  done = judge (proposals, error);
  for (guint index = proposals->len; !done && index > 0; index--)
    gyre_proposal_withdraw (proposal_at (proposals, index - 1));
  for (guint index = 0; done && index < proposals->len; index++)
    gyre_proposal_settle (proposal_at (proposals, index));
  if (done)
    tell_all (proposals);
  freeze (proposals, g_object_thaw_notify);
  return done;
}
