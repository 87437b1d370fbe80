/* gyre-observer.c: Hearing of changes, with the old and the new value
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-commit-private.h"
#include "gyre-dynamic-private.h"
#include "gyre-observers-private.h"
#include "gyre-trampoline-private.h"
#include "gyre-watch-private.h"

/**
 * gyre_change_list_deltas: (skip)
 * @change: a change
 *
 * Tells what was removed from a container and what was added, and where: doing all steps on the old value gives the new one.
 *
 * Returns: (transfer full) (element-type gpointer) (nullable): the steps, each a #GyreDelta; %NULL when the trait is no container
 *
 * Since: 0.1
 */
GPtrArray *
gyre_change_list_deltas (const GyreChange *change)
{
  g_return_val_if_fail (change != NULL, NULL);

  if (gyre_trait_is_facility (change->trait) || change->trait->kind->difference == NULL)
    return NULL;
  return change->trait->kind->difference (change->trait, change->old_value, change->new_value);
}

/* The trait that a name means, %NULL for all. */
static gboolean
find_trait (GyreComponent *self, const char *name, const GyreTrait **trait, GError **error)
{
  GyreDescriptor *descriptor;

  *trait = NULL;
  if (name == NULL)
    return TRUE;
  descriptor = gyre_dynamic_get (self, name, error);
  if (descriptor == NULL)
    return FALSE;
  *trait = (const GyreTrait *) descriptor;
  if (descriptor->sort != GYRE_DESCRIPTOR_BEHAVIOR)
    return TRUE;
  g_set_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_UNKNOWN, "%s.%s is a behavior and has no value",
               gyre_requirement_get_public_name (GYRE_REQUIREMENT (gyre_component_get_actor (self))), descriptor->name);
  return FALSE;
}

/* Those of patterns that were connected before come first. */
static gulong
add (GyreComponent *self, GyreObserver *observer)
{
  gyre_watch_refresh (self);
  gyre_observers_add (self, observer);
  return observer->number;
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
 * Observes changes of a trait. Observers of a trait, of a component and of a pattern (gyre_executive_observe()) hear in the
 * order in which they were connected, before GObject's notify handlers, and only of changes: setting an equal value is none.
 *
 * Returns: a number for gyre_component_unobserve(), or 0
 *
 * Since: 0.1
 */
gulong
gyre_component_observe (GyreComponent *self, const char *trait, GyreObserverFunction function, gpointer data,
                        GDestroyNotify destroy, GError **error)
{
  GyreObserver observer = { .function = function, .data = data, .destroy = destroy };

  g_return_val_if_fail (GYRE_IS_COMPONENT (self) && function != NULL, 0);

  if (!find_trait (self, trait, &observer.trait, error))
    return 0;
  observer.number = gyre_listener_next_number ();
  return add (self, &observer);
}

static void
remove_from_component (gpointer place, gulong number)
{
  gyre_observers_remove (place, number, FALSE);
}

static void
let_go (gpointer data)
{
  gyre_listener_disconnect (data);
  gyre_listener_unref (data);
}

static gulong
observe_as (GyreComponent *self, const char *trait, const GyreListenerForm *form, GError **error)
{
  GyreObserver observer = { .function = gyre_listener_hear, .destroy = let_go };

  if (!find_trait (self, trait, &observer.trait, error))
    return 0;
  observer.number = gyre_listener_next_number ();
  observer.data = gyre_listener_new (form, observer.number, self, remove_from_component);
  return add (self, &observer);
}

/**
 * gyre_component_observe_for: (skip)
 * @self: a component
 * @trait: (nullable): a name or alias; %NULL for all traits
 * @owner: the object for whose sake the observer is there
 * @function: what to call
 * @data: its data, for example @owner
 * @destroy: (nullable): frees the data; not after an error
 * @error: return location for an error of %GYRE_COMPONENT_ERROR or %GYRE_DECLARATION_ERROR
 *
 * As gyre_component_observe(). The observer is removed when @owner is disposed of, which must happen in the thread that uses the
 * component; while the observer runs it holds @owner.
 *
 * Returns: a number for gyre_component_unobserve(), or 0
 *
 * Since: 0.1
 */
gulong
gyre_component_observe_for (GyreComponent *self, const char *trait, GObject *owner, GyreObserverFunction function, gpointer data,
                            GDestroyNotify destroy, GError **error)
{
  const GyreListenerForm form = { .function = function, .data = data, .destroy = destroy, .owner = owner };

  g_return_val_if_fail (GYRE_IS_COMPONENT (self) && G_IS_OBJECT (owner) && function != NULL, 0);
  return observe_as (self, trait, &form, error);
}

/**
 * gyre_component_observe_checked: (skip)
 * @self: a component
 * @trait: (nullable): a name or alias; %NULL for all traits
 * @function: what to call; it can fail
 * @data: its data
 * @destroy: (nullable): frees the data; not after an error
 * @error: return location for an error of %GYRE_COMPONENT_ERROR or %GYRE_DECLARATION_ERROR
 *
 * As gyre_component_observe(), for a function that can fail: see #GyreCheckedObserverFunction.
 *
 * Returns: a number for gyre_component_unobserve(), or 0
 *
 * Since: 0.1
 */
gulong
gyre_component_observe_checked (GyreComponent *self, const char *trait, GyreCheckedObserverFunction function, gpointer data,
                                GDestroyNotify destroy, GError **error)
{
  const GyreListenerForm form = { .checked = function, .data = data, .destroy = destroy };

  g_return_val_if_fail (GYRE_IS_COMPONENT (self) && function != NULL, 0);
  return observe_as (self, trait, &form, error);
}

/**
 * gyre_component_observe_changes: (skip)
 * @self: a component
 * @trait: (nullable): a name or alias; %NULL for all traits
 * @function: what to call
 * @data: its data
 * @destroy: (nullable): frees the data; not after an error
 * @error: return location for an error of %GYRE_COMPONENT_ERROR or %GYRE_DECLARATION_ERROR
 *
 * As gyre_component_observe(), for a function that takes all changes of a transaction in one call.
 *
 * Returns: a number for gyre_component_unobserve(), or 0
 *
 * Since: 0.1
 */
gulong
gyre_component_observe_changes (GyreComponent *self, const char *trait, GyreChangesFunction function, gpointer data,
                                GDestroyNotify destroy, GError **error)
{
  const GyreListenerForm form = { .changes = function, .data = data, .destroy = destroy };

  g_return_val_if_fail (GYRE_IS_COMPONENT (self) && function != NULL, 0);
  return observe_as (self, trait, &form, error);
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

/* As with an observer in C that fails: the change stays, and the others hear of it. */
static void
warn_of_raised (GyreComponent *component, const GyreTrait *trait, const char *message)
{
  g_autofree char *subject = gyre_component_dup_subject (component);

  g_warning ("%s.%s: an observer: %s", subject, gyre_trait_get_name (trait), message);
}

/* What a pattern calls, too. */
void
gyre_observer_invoke_closure (GyreComponent *component, const GyreChange *change, gpointer closure)
{
  GValue parameters[4] = { G_VALUE_INIT };
  g_autofree char *message = gyre_trampoline_steal_raised ();

  g_clear_pointer (&message, g_free);
  g_value_set_object (g_value_init (&parameters[0], GYRE_TYPE_COMPONENT), component);
  g_value_set_string (g_value_init (&parameters[1], G_TYPE_STRING), change->trait->descriptor.name);
  set_value (&parameters[2], change->trait, change->old_value);
  set_value (&parameters[3], change->trait, change->new_value);
  g_closure_invoke (closure, NULL, G_N_ELEMENTS (parameters), parameters, NULL);
  for (guint index = 0; index < G_N_ELEMENTS (parameters); index++)
    g_value_unset (&parameters[index]);
  message = gyre_trampoline_steal_raised ();
  if (message != NULL)
    warn_of_raised (component, change->trait, message);
}

void
gyre_observer_take_closure (GClosure *closure)
{
  g_closure_ref (closure);
  g_closure_sink (closure);
  if (G_CLOSURE_NEEDS_MARSHAL (closure))
    g_closure_set_marshal (closure, g_cclosure_marshal_generic);
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

  gyre_observer_take_closure (closure);
  number = gyre_component_observe (self, trait, gyre_observer_invoke_closure, closure, (GDestroyNotify) g_closure_unref, error);
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
  g_return_val_if_fail (GYRE_IS_COMPONENT (self), FALSE);
  return gyre_observers_remove (self, observer, FALSE);
}
