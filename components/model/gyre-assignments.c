/* gyre-assignments.c: Many values that traits shall have, all or none
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-assignments-private.h"
#include "gyre-delivery-private.h"
#include "gyre-rebinding-private.h"
#include "gyre-reflection-private.h"

static GyreAssignment *
assignment_at (GPtrArray *assignments, guint index)
{
  return g_ptr_array_index (assignments, index);
}

/* GObject's handlers of what other code keeps wait until everything is set. */
static void
freeze (GPtrArray *assignments, void (*function) (GObject *object))
{
  for (guint index = 0; index < assignments->len; index++)
    if (gyre_trait_is_foreign (assignment_at (assignments, index)->trait))
      function (G_OBJECT (assignment_at (assignments, index)->component));
}

/* The components whose classes have rules, each once; NULL for none. */
static GPtrArray *
list_judged (GPtrArray *assignments)
{
  GPtrArray *components = NULL;

  for (guint index = 0; index < assignments->len; index++)
    {
      GyreComponent *component = assignment_at (assignments, index)->component;
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
ask_validators (GPtrArray *assignments, GyreReport *report)
{
  for (guint index = 0; index < assignments->len; index++)
    {
      g_autoptr (GError) problem = NULL;
      if (!gyre_assignment_check (assignment_at (assignments, index), &problem))
        gyre_report_error (report, NULL, NULL, "%s", problem->message);
    }
}

static void
ask_classes (GPtrArray *assignments, GyreReport *report)
{
  g_autoptr (GPtrArray) components = list_judged (assignments);

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

/* What has a value of its own, then what follows that, then what shows what another one has. */
static void
apply_plain (GPtrArray *assignments)
{
  for (guint index = 0; index < assignments->len; index++)
    if (assignment_at (assignments, index)->binding == NULL && assignment_at (assignments, index)->part == NULL)
      gyre_assignment_apply (assignment_at (assignments, index));
}

static void
apply_bound (GPtrArray *assignments)
{
  for (guint index = 0; index < assignments->len; index++)
    if (assignment_at (assignments, index)->binding != NULL)
      gyre_assignment_apply (assignment_at (assignments, index));
}

static void
apply_shown (GPtrArray *assignments)
{
  for (guint index = 0; index < assignments->len; index++)
    if (assignment_at (assignments, index)->part != NULL)
      {
        gyre_reflection_look (assignment_at (assignments, index));
        gyre_assignment_apply (assignment_at (assignments, index));
      }
}

/* Everybody is asked, so that one run tells every mistake; but nobody about values that could not be found out. */
static gboolean
propose (GPtrArray *assignments, GyreRebinding **rebinding, GError **error)
{
  g_autoptr (GyreReport) report = gyre_report_new ();

  apply_plain (assignments);
  *rebinding = gyre_rebinding_new (assignments);
  if (*rebinding != NULL)
    gyre_rebinding_propose (*rebinding, report);
  apply_bound (assignments);
  apply_shown (assignments);
  if (gyre_report_get_errors (report) == 0)
    {
      ask_validators (assignments, report);
      ask_classes (assignments, report);
    }
  return gyre_report_to_error (report, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_VALUE, error);
}

static void
withdraw (GPtrArray *assignments)
{
  for (guint index = assignments->len; index > 0; index--)
    gyre_assignment_withdraw (assignment_at (assignments, index - 1));
}

/* What other code keeps comes last, as nobody could take it back. */
static void
settle (GPtrArray *assignments, gboolean is_foreign)
{
  for (guint index = 0; index < assignments->len; index++)
    if (gyre_assignment_is_foreign (assignment_at (assignments, index)) == is_foreign)
      gyre_assignment_settle (assignment_at (assignments, index));
}

static void
tell_all (GPtrArray *assignments)
{
  g_autoptr (GArray) changes = g_array_sized_new (FALSE, FALSE, sizeof (GyreChange), assignments->len);

  for (guint index = 0; index < assignments->len; index++)
    gyre_assignment_list_changes (assignment_at (assignments, index), changes);
  gyre_delivery_run ((const GyreChange *) (gpointer) changes->data, changes->len);
}

static void
note_all (GPtrArray *assignments)
{
  for (guint index = 0; index < assignments->len; index++)
    gyre_assignment_note (assignment_at (assignments, index));
}

/* Sets all of them and tells of what has changed, or sets none and says everything that was wrong. */
gboolean
gyre_assignments_run (GPtrArray *assignments, GError **error)
{
  g_autoptr (GyreRebinding) rebinding = NULL;
  gboolean done;

  freeze (assignments, g_object_freeze_notify);
  done = propose (assignments, &rebinding, error);
  if (done)
    settle (assignments, FALSE);
  if (done && rebinding != NULL)
    done = gyre_rebinding_commit (rebinding, error);
  if (done)
    {
      settle (assignments, TRUE);
      note_all (assignments);
      tell_all (assignments);
    }
  else
    withdraw (assignments);
  freeze (assignments, g_object_thaw_notify);
  return done;
}
