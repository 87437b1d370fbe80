/* gyre-rebinding.c: Which traits follow others when many values are set at once
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A trait that is set begins to follow, goes on with another text, or follows no more. All of that is one revision of meanings,
 * which is worked out twice: first to see what the values would be, and is dropped; then, when all rules have agreed, for good.
 * N.B. one revision that waits for the rules would hold the lock of all meanings while code of users runs.
 */
#include "gyre-rebinding-private.h"
#include "gyre-binding-private.h"
#include "gyre-facility-container-private.h"
#include "gyre-revision-private.h"
#include "gyre-shape-private.h"
#include "gyre-shown-private.h"
#include "gyre-value-error.h"

/* What one trait follows, before and after. */
typedef struct
{
  GyreAssignment *assignment;
  GyreBonds *bonds;             /* good until others are told */
  GyreCell cell;
  GyreBinding *old;             /* NULL where it followed nothing */
  GyreBinding *fresh;           /* NULL where it follows nothing any more */
} Exchange;

struct _GyreRebinding
{
  GyreBindings *bindings;
  GPtrArray *assignments;
  GArray *exchanges;            /* of Exchange: those that are linked now */
};

static void
binding_free (GyreBinding *self)
{
  gyre_expression_unref (self->expression);
  gyre_provenance_clear (&self->provenance);
  g_free (self->text);
  g_free (self);
}

gboolean
gyre_rebinding_read (GyreAssignment *assignment, const char *text, GError **error)
{
  GyreExpression *expression = gyre_scale_compile (assignment->trait, text, error);
  GyreBinding *binding;

  if (expression == NULL)
    return FALSE;
  gyre_binding_attach ();
  assignment->binding = binding = g_new0 (GyreBinding, 1);
  binding->component = assignment->component;
  binding->trait = assignment->trait;
  binding->expression = expression;
  binding->text = g_strdup (text);
  binding->provenance = gyre_provenance_copy (&assignment->provenance);
  gyre_scale_init (&binding->scale, assignment->trait);
  return TRUE;
}

void
gyre_rebinding_drop (GyreAssignment *assignment)
{
  g_clear_pointer (&assignment->binding, binding_free);
}

static gboolean
can_follow (const GyreAssignment *assignment)
{
  return gyre_trait_is_dynamic (assignment->trait)
         || (!gyre_trait_is_facility (assignment->trait) && !gyre_trait_is_foreign (assignment->trait));
}

static GyreAssignment *
assignment_at (GPtrArray *assignments, guint index)
{
  return g_ptr_array_index (assignments, index);
}

static GyreBinding *
find_old (const GyreAssignment *assignment)
{
  return can_follow (assignment) ? gyre_bindings_find (assignment->component, assignment->trait) : NULL;
}

GyreRebinding *
gyre_rebinding_new (GPtrArray *assignments)
{
  GyreRebinding *self;
  GyreExecutive *executive = assignments->len > 0 ? gyre_component_get_executive (assignment_at (assignments, 0)->component) : NULL;
  gboolean is_needed = FALSE;

  for (guint index = 0; index < assignments->len && !is_needed; index++)
    is_needed = assignment_at (assignments, index)->binding != NULL || find_old (assignment_at (assignments, index)) != NULL;
  if (!is_needed)
    return NULL;
  self = g_new (GyreRebinding, 1);
  *self = (GyreRebinding) { gyre_bindings_get (executive), assignments, g_array_new (FALSE, FALSE, sizeof (Exchange)) };
  return self;
}

static void
link_binding (GyreBonds *bonds, GyreBinding *binding)
{
  if (binding == NULL)
    return;
  binding->next = bonds->first;
  bonds->first = binding;
}

static void
unlink_binding (GyreBonds *bonds, GyreBinding *binding)
{
  GyreBinding **link = &bonds->first;

  while (*link != NULL && *link != binding)
    link = &(*link)->next;
  if (*link != NULL)
    *link = binding->next;
}

static void
exchange (GyreRebinding *self, GyreRevision *revision, GyreAssignment *assignment)
{
  GyreBonds *bonds = gyre_bindings_ensure_bonds (self->bindings, assignment->component);
  g_autofree char *key = gyre_trait_dup_path (assignment->trait, bonds->owner);
  Exchange exchange = { assignment, bonds, gyre_bindings_require (self->bindings, key), find_old (assignment), assignment->binding };

  *gyre_bonds_get_cell (bonds, assignment->trait) = exchange.cell;
  unlink_binding (exchange.bonds, exchange.old);
  link_binding (exchange.bonds, exchange.fresh);
  if (exchange.fresh != NULL)
    exchange.fresh->cell = exchange.cell;
  gyre_revision_touch (revision, exchange.cell);
  g_array_append_val (self->exchanges, exchange);
}

/* An attribute that was not there has no cell yet, and may be followed all the same. */
static void
touch_attributes (GyreRevision *revision, GyreComponent *component, const GyreBonds *bonds)
{
  const char *owner = bonds != NULL ? bonds->owner : gyre_component_get_name (component);

  if (owner != NULL)
    gyre_revision_touch_owner (revision, owner);
}

/* All that is set means what it is set to: the plain values stand in their fields. */
static GyreRevision *
begin (GyreRebinding *self)
{
  GyreRevision *revision = gyre_revision_begin (self->bindings);

  for (guint index = 0; index < self->assignments->len; index++)
    {
      GyreAssignment *assignment = assignment_at (self->assignments, index);
      GyreState *state = gyre_state_peek (assignment->component);
      GyreBonds *bonds = state != NULL ? state->bonds : NULL;

      if (assignment->binding != NULL || find_old (assignment) != NULL)
        exchange (self, revision, assignment);
      else if (gyre_trait_is_dynamic (assignment->trait))
        touch_attributes (revision, assignment->component, bonds);
      else if (bonds != NULL && bonds->cells[assignment->trait->descriptor.index] != GYRE_CELL_NONE)
        gyre_revision_touch (revision, bonds->cells[assignment->trait->descriptor.index]);
    }
  return revision;
}

/* Everybody follows what it followed. */
static void
undo (GyreRebinding *self)
{
  for (guint index = self->exchanges->len; index > 0; index--)
    {
      const Exchange *exchange = &g_array_index (self->exchanges, Exchange, index - 1);

      if (exchange->fresh != NULL)
        unlink_binding (exchange->bonds, exchange->fresh);
      link_binding (exchange->bonds, exchange->old);
    }
  g_array_set_size (self->exchanges, 0);
}

static gboolean
take_term (GyreAssignment *assignment, const GyreTerm *term, GError **error)
{
  if (gyre_trait_takes_any_kind (assignment->trait))
    return gyre_shape_read_term (term, &assignment->shape, &assignment->value, error);
  return gyre_scale_from_term (&assignment->binding->scale, assignment->trait, term, &assignment->value, error);
}

/* What another object has is not looked at as a value any more. */
static gboolean
check_value (GyreAssignment *assignment, GError **error)
{
  GyreValue value = assignment->value;

  if (gyre_trait_is_shown (assignment->trait))
    {
      assignment->value = GYRE_NONE;
      return gyre_shown_read_value (assignment->component, assignment->trait, value, &assignment->native, error);
    }
  if (gyre_trait_is_dynamic (assignment->trait))
    return TRUE;
  return gyre_trait_normalise (assignment->trait, &assignment->value, error)
         && gyre_trait_validate (assignment->trait, assignment->value, error)
         && gyre_facility_container_check (assignment->component, assignment->trait, assignment->value, error);
}

/* The value that a trait would get. Inputs that are not there yet are no reason to refuse: it keeps what it has. */
static gboolean
read_value (GyreAssignment *assignment, GyreRevision *revision, GError **error)
{
  const GyreBinding *binding = assignment->binding;
  GyreTerm term = { .kind = GYRE_TERM_UNDEFINED };
  g_autoptr (GError) problem = NULL;
  gboolean is_good;

  if (!gyre_proposal_read (gyre_revision_get_proposal (revision), binding->cell, &term, &problem))
    {
      is_good = g_error_matches (problem, GYRE_GRAPH_ERROR, GYRE_GRAPH_ERROR_UNDEFINED);
      if (!is_good)
        g_propagate_error (error, g_steal_pointer (&problem));
      return is_good;
    }
  is_good = take_term (assignment, &term, error) && check_value (assignment, error);
  gyre_term_clear (&term);
  if (is_good)
    assignment->is_known = TRUE;
  else
    gyre_kind_clear (assignment->trait->kind, &assignment->value);
  return is_good;
}

static void
report_refused (GyreAssignment *assignment, GyreReport *report, GError *problem)
{
  g_autoptr (GError) error = problem;

  gyre_component_prefix_error (assignment->component, assignment->trait, &error);
  gyre_report_error (report, NULL, NULL, "%s", error->message);
}

static void
read_values (GyreRebinding *self, GyreRevision *revision, GyreReport *report)
{
  for (guint index = 0; index < self->assignments->len; index++)
    {
      GyreAssignment *assignment = assignment_at (self->assignments, index);
      GError *problem = NULL;

      if (assignment->binding != NULL && !read_value (assignment, revision, &problem))
        report_refused (assignment, report, problem);
    }
}

/* A circle is told once, as it belongs to nobody alone. */
void
gyre_rebinding_propose (GyreRebinding *self, GyreReport *report)
{
  GyreRevision *revision = begin (self);
  g_autoptr (GError) problem = NULL;

  if (gyre_revision_check (revision, &problem))
    read_values (self, revision, report);
  else
    gyre_report_error (report, NULL, NULL, "%s", problem->message);
  gyre_revision_drop (revision);
  undo (self);
}

/* Somebody who heard of something can have ended the binding, or the component. */
static gboolean
is_alive (const Exchange *exchange)
{
  return exchange->fresh != NULL
         && gyre_bindings_find (exchange->assignment->component, exchange->assignment->trait) == exchange->fresh;
}

/* What a trait gets first is what it has been given already: that does not end the binding. */
static void
set_committing (GyreRebinding *self, gboolean is_committing)
{
  for (guint index = 0; index < self->exchanges->len; index++)
    if (is_alive (&g_array_index (self->exchanges, Exchange, index)))
      g_array_index (self->exchanges, Exchange, index).fresh->is_committing = is_committing;
}

static void
settle (GyreRebinding *self, const Exchange *exchange)
{
  if (find_old (exchange->assignment) == NULL)
    gyre_graph_unwatch (gyre_bindings_get_graph (self->bindings), exchange->cell);
  else if (is_alive (exchange))
    gyre_binding_follow (self->bindings, exchange->fresh);
  if (exchange->old != NULL)
    binding_free (exchange->old);
}

/* On failure everybody follows what it followed. Those who follow what was set hear of it here; they are in nobody's transaction. */
gboolean
gyre_rebinding_commit (GyreRebinding *self, GError **error)
{
  GyreRevision *revision = begin (self);

  set_committing (self, TRUE);
  if (!gyre_revision_end (revision, error))
    {
      undo (self);
      return FALSE;
    }
  for (guint index = 0; index < self->exchanges->len; index++)
    {
      g_array_index (self->exchanges, Exchange, index).assignment->binding = NULL;
      settle (self, &g_array_index (self->exchanges, Exchange, index));
    }
  set_committing (self, TRUE);
  return TRUE;
}

void
gyre_rebinding_free (GyreRebinding *self)
{
  set_committing (self, FALSE);
  g_array_unref (self->exchanges);
  g_free (self);
}
