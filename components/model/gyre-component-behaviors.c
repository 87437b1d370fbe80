/* gyre-component-behaviors.c: The behaviors of a component by their names
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-action-private.h"
#include "gyre-behavior.h"
#include "gyre-class.h"
#include "gyre-commit-private.h"
#include "gyre-wrapper.h"

/* A component around another object has that one's behaviors, too. */
static const GyreBehavior *
find_behavior (GyreComponent *self, const char *name, GObject **target, GError **error)
{
  GyreRequirement *requirement = GYRE_REQUIREMENT (gyre_component_get_actor (self));
  GObject *object = GYRE_IS_WRAPPER (self) ? gyre_wrapper_get_object (GYRE_WRAPPER (self)) : NULL;
  GyreDescriptor *descriptor;
  g_autofree char *subject = NULL;

  *target = G_OBJECT (self);
  if (object != NULL && gyre_requirement_find_trait (requirement, name) == NULL)
    {
      *target = object;
      requirement = GYRE_REQUIREMENT (gyre_actor_get (G_OBJECT_TYPE (object)));
    }
  descriptor = gyre_requirement_get_trait (requirement, name, error);
  if (descriptor == NULL || descriptor->sort == GYRE_DESCRIPTOR_BEHAVIOR)
    return (const GyreBehavior *) descriptor;
  subject = gyre_component_dup_subject (self);
  g_set_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_UNKNOWN, "%s.%s is a value and can't be called", subject,
               descriptor->name);
  return NULL;
}

/* An action of the object in a wrapper; 0 for none. */
static guint
find_action (GyreComponent *self, const char *name)
{
  GObject *object = GYRE_IS_WRAPPER (self) ? gyre_wrapper_get_object (GYRE_WRAPPER (self)) : NULL;

  return object != NULL && gyre_requirement_find_trait (GYRE_REQUIREMENT (gyre_component_get_actor (self)), name) == NULL
           ? gyre_action_find (object, name) : 0;
}

/**
 * gyre_component_call: (skip)
 * @self: a component
 * @behavior: a name or alias
 * @arguments: (array length=n_arguments) (nullable): the arguments
 * @n_arguments: how many
 * @result: (out caller-allocates) (optional): an empty #GValue for the result; %NULL when nobody wants it
 * @error: return location for an error of the behavior's own, or of %GYRE_BEHAVIOR_ERROR, or %GYRE_DECLARATION_ERROR_UNKNOWN
 *
 * Calls a behavior through reflection.
 *
 * Returns: whether it succeeded
 *
 * Since: 0.1
 */
gboolean
gyre_component_call (GyreComponent *self, const char *behavior, const GValue *arguments, guint n_arguments, GValue *result,
                     GError **error)
{
  g_auto (GValue) unwanted = G_VALUE_INIT;
  const GyreBehavior *found;
  GObject *target;
  guint action;

  g_return_val_if_fail (GYRE_IS_COMPONENT (self) && behavior != NULL, FALSE);

  result = result != NULL ? result : &unwanted;
  action = find_action (self, behavior);
  if (G_UNLIKELY (action != 0))
    return gyre_action_call (gyre_wrapper_get_object (GYRE_WRAPPER (self)), action, arguments, n_arguments, result, error);
  found = find_behavior (self, behavior, &target, error);
  return found != NULL && gyre_behavior_call (found, target, arguments, n_arguments, result, error);
}

/**
 * gyre_component_call_value: (rename-to gyre_component_call)
 * @self: a component
 * @behavior: a name or alias
 * @arguments: (array length=n_arguments) (nullable): the arguments
 * @n_arguments: how many
 * @result: (out caller-allocates): an empty #GValue for the result; a behavior without one gives %TRUE
 * @error: return location for an error
 *
 * As gyre_component_call(), for other languages, which can't hand out a #GValue that is empty.
 *
 * Returns: whether it succeeded
 *
 * Since: 0.1
 */
gboolean
gyre_component_call_value (GyreComponent *self, const char *behavior, const GValue *arguments, guint n_arguments,
                           GValue *result, GError **error)
{
  gboolean done = gyre_component_call (self, behavior, arguments, n_arguments, result, error);

  if (done && !G_IS_VALUE (result))
    g_value_set_boolean (g_value_init (result, G_TYPE_BOOLEAN), TRUE);
  return done;
}

/**
 * gyre_component_call_with_texts:
 * @self: a component
 * @behavior: a name or alias
 * @texts: (array zero-terminated=1): the texts of the arguments
 * @result: (out caller-allocates) (optional): an empty #GValue for the result; %NULL when nobody wants it
 * @error: return location for an error
 *
 * Calls a behavior with arguments as a command line has them.
 *
 * Returns: whether it succeeded
 *
 * Since: 0.1
 */
gboolean
gyre_component_call_with_texts (GyreComponent *self, const char *behavior, const char * const *texts, GValue *result,
                                GError **error)
{
  g_auto (GValue) unwanted = G_VALUE_INIT;
  const GyreBehavior *found;
  GObject *target;
  guint action;

  g_return_val_if_fail (GYRE_IS_COMPONENT (self) && behavior != NULL && texts != NULL, FALSE);

  result = result != NULL ? result : &unwanted;
  action = find_action (self, behavior);
  if (G_UNLIKELY (action != 0))
    return gyre_action_call_with_texts (gyre_wrapper_get_object (GYRE_WRAPPER (self)), action, texts, result, error);
  found = find_behavior (self, behavior, &target, error);
  return found != NULL && gyre_behavior_call_with_texts (found, target, texts, result, error);
}
