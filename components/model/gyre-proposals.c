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

/* Each component once. GObject's handlers of all of them wait until it is over. */
static GPtrArray *
freeze_all (GPtrArray *proposals)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  GPtrArray *components = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint index = 0; index < proposals->len; index++)
    {
      GyreComponent *component = proposal_at (proposals, index)->component;
      if (!g_hash_table_add (seen, component))
        continue;
      g_ptr_array_add (components, g_object_ref (component));
      g_object_freeze_notify (G_OBJECT (component));
    }
  return components;
}

/* Every class is asked, so that one run tells every mistake. */
static gboolean
judge (GPtrArray *components, GError **error)
{
  g_autoptr (GyreReport) report = gyre_report_new ();

  for (guint index = 0; index < components->len; index++)
    {
      GyreComponent *component = g_ptr_array_index (components, index);
      g_autoptr (GError) problem = NULL;
      g_autofree char *subject = NULL;

      if (!gyre_component_has_rules (component) || gyre_component_check_rules (component, &problem))
        continue;
      subject = gyre_component_dup_subject (component);
      gyre_report_error (report, NULL, NULL, "%s: %s", subject, problem->message);
    }
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
  g_autoptr (GPtrArray) components = freeze_all (proposals);
  gboolean done;

  for (guint index = 0; index < proposals->len; index++)
    gyre_proposal_apply (proposal_at (proposals, index));
  done = judge (components, error);
  for (guint index = proposals->len; !done && index > 0; index--)
    gyre_proposal_withdraw (proposal_at (proposals, index - 1));
  for (guint index = 0; done && index < proposals->len; index++)
    gyre_proposal_settle (proposal_at (proposals, index));
  if (done)
    tell_all (proposals);
  for (guint index = 0; index < components->len; index++)
    g_object_thaw_notify (g_ptr_array_index (components, index));
  return done;
}
