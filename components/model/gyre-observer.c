/* gyre-observer.c: Hearing of changes, with the old and the new value
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The list is an array that is written only while no emission runs over it. An observer that is added or removed meanwhile
 * works on a copy that takes the array's place, so an emission goes to exactly those that were there when it began, except
 * those that were removed since. The component itself can go while an observer runs: then the list lives until the outermost
 * emission ends.
 */
#include "gyre-observers-private.h"
#include "gyre-state-private.h"

typedef struct
{
  gulong number;
  const GyreTrait *trait;            /* NULL for all */
  GyreObserverFunction function;     /* NULL when removed */
  gpointer data;
  GDestroyNotify destroy;
} Observer;

struct _GyreObservers
{
  guint length;
  guint capacity;
  guint emissions;         /* that run now */
  gboolean has_holes;      /* removed while an emission ran */
  gboolean is_orphan;      /* the component went while an emission ran */
  gulong last_number;
  Observer *list;
};

/* Takes an observer out; its data go last, because that runs code of others. */
static void
drop (Observer *observer)
{
  GDestroyNotify destroy = observer->destroy;
  gpointer data = observer->data;

  observer->function = NULL;
  observer->destroy = NULL;
  if (destroy != NULL)
    destroy (data);
}

static void
free_list (GyreObservers *self)
{
  g_free (self->list);
  g_free (self);
}

void
gyre_observers_free (GyreObservers *observers)
{
  observers->emissions++;
  for (guint index = 0; index < observers->length; index++)
    drop (&observers->list[index]);
  observers->is_orphan = TRUE;
  if (--observers->emissions == 0)
    free_list (observers);
}

static void
close_holes (GyreObservers *self)
{
  guint kept = 0;

  for (guint index = 0; index < self->length; index++)
    if (self->list[index].function != NULL)
      self->list[kept++] = self->list[index];
  self->length = kept;
  self->has_holes = FALSE;
}

/* Once no emission runs, what was removed meanwhile goes. Returns whether the component is still there. */
static gboolean
end_emission (GyreObservers *self)
{
  gboolean is_orphan = self->is_orphan;

  if (--self->emissions == 0)
    {
      if (is_orphan)
        free_list (self);
      else if (self->has_holes)
        close_holes (self);
    }
  return !is_orphan;
}

/*
 * gyre_observers_notify:
 *
 * Tells the observers. An emission reads the list by index each time, because an observer can make it grow and so move.
 *
 * Returns FALSE when an observer has let the component go: nobody may touch it any more.
 */
gboolean
gyre_observers_notify (GyreObservers *observers, GyreComponent *component, const GyreChange *change)
{
  guint length = observers->length;

  observers->emissions++;
  for (guint index = 0; index < length && !observers->is_orphan; index++)
    {
      Observer *observer = &observers->list[index];
      if (observer->function != NULL && (observer->trait == change->trait || observer->trait == NULL))
        observer->function (component, change, observer->data);
    }
  return end_emission (observers);
}

static GyreObservers *
observers_ensure (GyreComponent *component)
{
  GyreState *state = gyre_state_ensure (component);

  if (state->observers == NULL)
    {
      state->observers = g_new0 (GyreObservers, 1);
      gyre_state_set_listening (component, GYRE_LISTENING_OBSERVERS, TRUE);
    }
  return state->observers;
}

static gulong
observers_add (GyreObservers *self, Observer observer)
{
  if (self->length == self->capacity)
    {
      self->capacity = MAX (2, self->capacity * 2);
      self->list = g_renew (Observer, self->list, self->capacity);
    }
  observer.number = ++self->last_number;
  self->list[self->length++] = observer;
  return observer.number;
}

static gboolean
check_observable (GyreComponent *self, GyreDescriptor *descriptor, GError **error)
{
  if (descriptor->sort != GYRE_DESCRIPTOR_BEHAVIOR)
    return TRUE;
  g_set_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_UNKNOWN, "%s.%s is a behavior and has no value",
               gyre_requirement_get_public_name (GYRE_REQUIREMENT (gyre_component_get_actor (self))), descriptor->name);
  return FALSE;
}

/**
 * gyre_component_observe: (skip)
 * @self: a component
 * @trait: (nullable): a name or alias; %NULL for all traits
 * @function: what to call
 * @data: its data
 * @destroy: (nullable): frees the data when the observer is removed or the component is disposed of; not after an error
 * @error: return location for an error of %GYRE_COMPONENT_ERROR or %GYRE_DECLARATION_ERROR
 *
 * Observes changes of a trait. Observers hear in the order in which they were added, before GObject's notify handlers, and
 * only of changes: setting an equal value is none.
 *
 * Returns: a number for gyre_component_unobserve(), or 0
 *
 * Since: 0.1
 */
gulong
gyre_component_observe (GyreComponent *self, const char *trait, GyreObserverFunction function, gpointer data,
                        GDestroyNotify destroy, GError **error)
{
  Observer observer = { 0, NULL, function, data, destroy };

  g_return_val_if_fail (GYRE_IS_COMPONENT (self) && function != NULL, 0);

  if (trait != NULL)
    {
      GyreDescriptor *descriptor = gyre_requirement_get_trait (GYRE_REQUIREMENT (gyre_component_get_actor (self)), trait, error);
      if (descriptor == NULL || !check_observable (self, descriptor, error))
        return 0;
      observer.trait = (const GyreTrait *) descriptor;
    }
  return observers_add (observers_ensure (self), observer);
}

static void
set_value (GValue *target, const GyreTrait *trait, GyreValue value)
{
  g_value_init (target, trait->specification->value_type);
  if (!gyre_trait_is_facility (trait))
    gyre_trait_to_gvalue (trait, value, target);
  else
    g_value_set_object (target, value.object);
}

static void
invoke_closure (GyreComponent *component, const GyreChange *change, gpointer data)
{
  GValue parameters[4] = { G_VALUE_INIT };

  g_value_set_object (g_value_init (&parameters[0], GYRE_TYPE_COMPONENT), component);
  g_value_set_string (g_value_init (&parameters[1], G_TYPE_STRING), change->trait->descriptor.name);
  set_value (&parameters[2], change->trait, change->old_value);
  set_value (&parameters[3], change->trait, change->new_value);
  g_closure_invoke (data, NULL, G_N_ELEMENTS (parameters), parameters, NULL);
  for (guint index = 0; index < G_N_ELEMENTS (parameters); index++)
    g_value_unset (&parameters[index]);
}

/**
 * gyre_component_observe_closure: (rename-to gyre_component_observe)
 * @self: a component
 * @trait: (nullable): a name or alias; %NULL for all traits
 * @closure: called with the component, the name of the trait, the old and the new value
 * @error: return location for an error
 *
 * As gyre_component_observe(), for other languages.
 *
 * Returns: a number for gyre_component_unobserve(), or 0
 *
 * Since: 0.1
 */
gulong
gyre_component_observe_closure (GyreComponent *self, const char *trait, GClosure *closure, GError **error)
{
  gulong number;

  g_return_val_if_fail (GYRE_IS_COMPONENT (self) && closure != NULL, 0);

  g_closure_ref (closure);
  g_closure_sink (closure);
  if (G_CLOSURE_NEEDS_MARSHAL (closure))
    g_closure_set_marshal (closure, g_cclosure_marshal_generic);
  number = gyre_component_observe (self, trait, invoke_closure, closure, (GDestroyNotify) g_closure_unref, error);
  if (number == 0)
    g_closure_unref (closure);
  return number;
}

/**
 * gyre_component_unobserve:
 * @self: a component
 * @observer: what gyre_component_observe() returned
 *
 * Removes an observer; also while it is being called.
 *
 * Returns: whether it was there
 *
 * Since: 0.1
 */
gboolean
gyre_component_unobserve (GyreComponent *self, gulong observer)
{
  GyreState *state;
  GyreObservers *observers;

  g_return_val_if_fail (GYRE_IS_COMPONENT (self), FALSE);

  state = gyre_state_peek (self);
  observers = state != NULL ? state->observers : NULL;
  for (guint index = 0; observers != NULL && index < observers->length; index++)
    if (observers->list[index].number == observer && observers->list[index].function != NULL)
      {
        observers->emissions++;
        observers->has_holes = TRUE;
        drop (&observers->list[index]);
        end_emission (observers);
        return TRUE;
      }
  return FALSE;
}
