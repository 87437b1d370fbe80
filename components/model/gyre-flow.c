/* gyre-flow.c: How values come to the traits that follow others
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A change can be followed by a million traits. What they hear comes in batches: whom a batch is for is found under one lock,
 * traits of one component that stand together share one reference to it, and a number goes straight to its field when the
 * general way would do no more than that. The place where the value was said is in the trait already as long as the binding is
 * in force.
 *
 * Setting a trait runs code of others, which can end bindings and let components go. Both begin a revision: so what was found is
 * used as long as none has begun, and looked up anew otherwise.
 */
#include "gyre-flow-private.h"
#include "gyre-assignment-private.h"
#include "gyre-commit-private.h"
#include "gyre-dynamic-private.h"
#include "gyre-watch-private.h"

#include <math.h>

gboolean
gyre_flow_is_direct (const GyreBinding *binding)
{
  const GyreTrait *trait = binding->trait;
  gboolean is_real = trait->kind == &gyre_kind_real && trait->storage == GYRE_STORAGE_DOUBLE;

  return trait->simple && !gyre_trait_is_dynamic (trait) && !gyre_component_has_rules (binding->component)
         && (is_real || trait->kind == &gyre_kind_integer || trait->kind == &gyre_kind_boolean);
}

/* What is out of bounds goes the general way, which tells why. */
static gboolean
read_real (const GyreBinding *binding, const GyreTerm *term, GyreValue *value)
{
  const GyreTrait *trait = binding->trait;
  const GyreScale *scale = &binding->scale;
  gboolean is_same = term->dimension == scale->dimension && scale->slope == 1 && scale->offset == 0;
  double real = term->kind == GYRE_TERM_INTEGER ? (double) term->integer : term->real;

  if (term->kind != GYRE_TERM_INTEGER && (term->kind != GYRE_TERM_REAL || !is_same || !isfinite (real)))
    return FALSE;
  *value = (GyreValue) { .present = TRUE, .real = real };
  return !trait->bounded || (real >= trait->real.minimum && real <= trait->real.maximum);
}

static gboolean
read_value (const GyreBinding *binding, const GyreTerm *term, GyreValue *value)
{
  const GyreTrait *trait = binding->trait;

  if (trait->kind == &gyre_kind_real)
    return read_real (binding, term, value);
  if (trait->kind == &gyre_kind_integer)
    {
      *value = (GyreValue) { .present = TRUE, .integer = term->integer };
      return term->kind == GYRE_TERM_INTEGER && term->integer >= trait->integer.minimum && term->integer <= trait->integer.maximum;
    }
  *value = (GyreValue) { .present = TRUE, .boolean = !!term->boolean };
  return term->kind == GYRE_TERM_BOOLEAN;
}

static gboolean
is_equal (const GyreTrait *trait, GyreValue old_value, GyreValue value)
{
  if (!old_value.present)
    return FALSE;
  if (trait->kind == &gyre_kind_boolean)
    return !old_value.boolean == !value.boolean;
  return old_value.integer == value.integer;
}

/* Only this binding hears of the change among those who follow, and it knows. */
static void
announce (GyreComponent *component, const GyreTrait *trait, GyreValue old_value, GyreValue value)
{
  const GyreState *state = gyre_state_peek (component);
  GyreComponentClass *class = GYRE_COMPONENT_GET_CLASS (component);

  if (G_UNLIKELY (state->listening != GYRE_LISTENING_REFERENCES || state->watched != gyre_watch_get_generation ()
                  || class->trait_modified != NULL))
    gyre_component_notify_change (component, trait, old_value, value);
  else
    g_object_notify_by_pspec (G_OBJECT (component), trait->specification);
}

static void
deliver (GyreBinding *binding, const GyreNotice *notice)
{
  const GyreTrait *trait = binding->trait;
  gpointer field = gyre_component_get_field (binding->component, trait);
  GyreValue old_value, value;

  if (G_UNLIKELY (!binding->is_direct || notice->error != NULL || !gyre_binding_is_in_force (binding)
                  || !read_value (binding, &notice->value, &value) || gyre_component_is_judged ()))
    {
      gyre_binding_hear (binding, notice);
      return;
    }
  old_value = gyre_storage_load (trait->storage, field);
  if (is_equal (trait, old_value, value))
    return;
  gyre_storage_store (trait->storage, field, value);
  announce (binding->component, trait, old_value, value);
}

typedef struct
{
  GyreBindings *bindings;
  guint revision;          /* when the bindings were found */
  const GyreNotice *notices;
  GyreBinding *found[GYRE_GRAPH_TOGETHER];
  guint length;
} Batch;

/* Finds anew what stands from a place on, if anything was going on meanwhile. */
static void
refresh (Batch *self, guint first)
{
  if (G_LIKELY (__atomic_load_n (&self->bindings->revision, __ATOMIC_ACQUIRE) == self->revision))
    return;
  self->revision = gyre_bindings_peek_watched (self->bindings, self->notices + first, self->length - first, self->found + first);
}

/* The component that hears of a notice, held. */
static GyreComponent *
hold (Batch *self, guint index)
{
  GyreComponent *component = NULL;

  g_rec_mutex_lock (&self->bindings->lock);
  refresh (self, index);
  if (self->found[index] != NULL)
    component = g_object_ref (self->found[index]->component);
  g_rec_mutex_unlock (&self->bindings->lock);
  return component;
}

/* Nobody else may have it any more: then it hears nothing of the rest. */
static gboolean
is_alone (GyreComponent *component)
{
  return g_atomic_int_get (&G_OBJECT (component)->ref_count) == 1;
}

/* Tells a component of what stands together. Returns how many notices that were. */
static guint
tell_component (Batch *self, guint first)
{
  GyreComponent *component = hold (self, first);
  guint index = first;

  if (component == NULL)
    return 1;
  do
    deliver (self->found[index], &self->notices[index]);
  while (++index < self->length && !is_alone (component)
         && (refresh (self, index), self->found[index] != NULL && self->found[index]->component == component));
  g_object_unref (component);
  return index - first;
}

void
gyre_flow_on_notices (GyreGraph *graph, const GyreNotice *notices, guint length, gpointer data)
{
  Batch batch = { .bindings = data, .notices = notices, .length = length };

  batch.revision = gyre_bindings_peek_watched (data, notices, length, batch.found);
  for (guint index = 0; index < length;)
    index += tell_component (&batch, index);
}
