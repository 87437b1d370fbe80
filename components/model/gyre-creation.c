/* gyre-creation.c: How code asks for a component
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-creation-private.h"
#include "gyre-class.h"
#include "gyre-resolution-private.h"
#include "gyre-shape-private.h"
#include "gyre-tree-private.h"

#include <gobject/gvaluecollector.h>

/* Of an attribute that nobody has declared nobody knows the type of the argument: it is a text, as a configuration says it. */
static gboolean
collect_text (GyreActor *actor, const char *name, const char *text, GValue *value, GError **error)
{
  const GyreTrait *shape = gyre_shape_of_text (text != NULL ? text : "none");
  GyreValue read = GYRE_NONE;

  if (!gyre_trait_parse (shape, text != NULL ? text : "none", &read, error))
    {
      g_prefix_error (error, "%s.%s: ", gyre_requirement_get_public_name (GYRE_REQUIREMENT (actor)), name);
      return FALSE;
    }
  gyre_trait_to_gvalue (shape, read, g_value_init (value, shape->specification->value_type));
  gyre_kind_clear (shape->kind, &read);
  return TRUE;
}

/* One keyword and its value from the variable arguments, collected as GObject would for a property of the type. */
gboolean
gyre_creation_collect (GyreActor *actor, const char *name, va_list *arguments, GValue *value, GError **error)
{
  GyreDescriptor *descriptor = gyre_requirement_find_trait (GYRE_REQUIREMENT (actor), name);
  g_autofree char *problem = NULL;
  GParamSpec *specification;

  if (G_UNLIKELY (descriptor == NULL))
    return gyre_actor_is_open (actor) ? collect_text (actor, name, va_arg (*arguments, const char *), value, error)
                                      : gyre_requirement_get_trait (GYRE_REQUIREMENT (actor), name, error) != NULL;
  specification = descriptor->sort != GYRE_DESCRIPTOR_BEHAVIOR ? ((GyreTrait *) descriptor)->specification : NULL;
  if (specification == NULL)
    {
      g_set_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_READ_ONLY, "%s.%s is a behavior and can't be set",
                   gyre_requirement_get_public_name (GYRE_REQUIREMENT (actor)), descriptor->name);
      return FALSE;
    }
  G_VALUE_COLLECT_INIT (value, specification->value_type, *arguments, 0, &problem);
  if (problem == NULL)
    return TRUE;
  g_set_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_VALUE, "%s.%s: %s",
               gyre_requirement_get_public_name (GYRE_REQUIREMENT (actor)), descriptor->name, problem);
  return FALSE;
}

static GObject *
create (GyreActor *actor, const char *name, const char * const *traits, const GValue *values, guint n_traits,
        GyreLocator *locator, GError **error)
{
  const GyreConstruction construction = { name, locator, traits, values, n_traits };

  return gyre_attribute_classifier_call (GYRE_ATTRIBUTE_CLASSIFIER (actor), &construction, error);
}

/* The arrays are made for the first keyword; many instances have none. */
static GObject *
create_collected (GyreActor *actor, const char *name, gconstpointer place, va_list *arguments, GError **error)
{
  const char *trait = va_arg (*arguments, const char *);
  g_autoptr (GyreLocator) locator = gyre_locator_new_address (place);
  g_autoptr (GPtrArray) traits = NULL;
  g_autoptr (GArray) values = NULL;

  if (trait == NULL)
    return create (actor, name, NULL, NULL, 0, locator, error);
  traits = g_ptr_array_new ();
  values = g_array_new (FALSE, TRUE, sizeof (GValue));
  g_array_set_clear_func (values, (GDestroyNotify) g_value_unset);
  for (; trait != NULL; trait = va_arg (*arguments, const char *))
    {
      GValue value = G_VALUE_INIT;
      if (!gyre_creation_collect (actor, trait, arguments, &value, error))
        return NULL;
      g_ptr_array_add (traits, (gpointer) trait);
      g_array_append_val (values, value);
    }
  return create (actor, name, (const char * const *) traits->pdata, (const GValue *) (gpointer) values->data, traits->len,
                 locator, error);
}

static gboolean
check_component (GType type, GError **error)
{
  if (g_type_is_a (type, GYRE_TYPE_COMPONENT))
    return TRUE;
  g_set_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_INVALID, "%s is no component class",
               type != G_TYPE_INVALID ? g_type_name (type) : "nothing");
  return FALSE;
}

/**
 * gyre_component_new: (skip)
 * @type: a component class
 * @name: (nullable): a public name
 * @error: return location for an error of %GYRE_COMPONENT_ERROR or %GYRE_DECLARATION_ERROR
 * @...: pairs of the name or alias of a trait and its value as g_object_new() takes it, ended by %NULL; of a name that is no
 *   trait, which an open class takes, the value is a text as a configuration has it
 *
 * Builds a component. It is configured before the constructor's own code runs: by what is set for its family, by these
 * keywords, and by what is set for its name, the stronger of the two. If an instance of exactly this class has the name, that
 * one is returned.
 *
 * Returns: (transfer full) (nullable): the component
 *
 * Since: 0.1
 */
GyreComponent *
gyre_component_new (GType type, const char *name, GError **error, ...)
{
  va_list arguments;
  GObject *instance;

  if (!check_component (type, error))
    return NULL;
  va_start (arguments, error);
  instance = create_collected (gyre_actor_get (type), name, __builtin_return_address (0), &arguments, error);
  va_end (arguments);
  return (GyreComponent *) instance;
}

/**
 * gyre_component_new_family: (skip)
 * @family: the family of a class; its module is loaded if nobody knows it
 * @name: (nullable): a public name
 * @error: return location for an error
 * @...: as for gyre_component_new()
 *
 * As gyre_component_new().
 *
 * Returns: (transfer full) (nullable): the component
 *
 * Since: 0.1
 */
GyreComponent *
gyre_component_new_family (const char *family, const char *name, GError **error, ...)
{
  GyreActor *actor = gyre_resolution_find_class (gyre_executive_get_current (), family, G_TYPE_INVALID, error);
  va_list arguments;
  GObject *instance;

  if (actor == NULL || !check_component (gyre_requirement_get_gtype (GYRE_REQUIREMENT (actor)), error))
    return NULL;
  va_start (arguments, error);
  instance = create_collected (actor, name, __builtin_return_address (0), &arguments, error);
  va_end (arguments);
  return (GyreComponent *) instance;
}

/**
 * gyre_component_new_with_values: (rename-to gyre_component_new)
 * @type: a component class
 * @name: (nullable): a public name
 * @traits: (array length=n_traits) (nullable): names or aliases of traits
 * @values: (array length=n_traits) (nullable): their values
 * @n_traits: how many
 * @locator: (nullable): where the component is asked for
 * @error: return location for an error
 *
 * As gyre_component_new(), for other languages.
 *
 * Returns: (transfer full) (nullable): the component
 *
 * Since: 0.1
 */
GyreComponent *
gyre_component_new_with_values (GType type, const char *name, const char * const *traits, const GValue *values,
                                guint n_traits, GyreLocator *locator, GError **error)
{
  if (!check_component (type, error))
    return NULL;
  return (GyreComponent *) create (gyre_actor_get (type), name, traits, values, n_traits, locator, error);
}

/**
 * gyre_component_new_from_specification:
 * @specification: "family", "family#name" or "#name"
 * @error: return location for an error
 *
 * Builds the component that a text means, or finds it by its name.
 *
 * Returns: (transfer full) (nullable): the component
 *
 * Since: 0.1
 */
GObject *
gyre_component_new_from_specification (const char *specification, GError **error)
{
  g_autoptr (GyreLocator) locator = gyre_locator_new_address (__builtin_return_address (0));

  g_return_val_if_fail (specification != NULL, NULL);

  return gyre_resolution_run (gyre_executive_get_current (), specification, G_TYPE_INVALID, NULL, NULL, locator, error);
}

/**
 * gyre_component_new_from_specification_at:
 * @specification: `family`, `family#name` or `#name`
 * @locator: where it was said
 * @error: return location for an error
 *
 * Does what gyre_component_new_from_specification() does for a text that somebody else has said: the place of the instance is @locator, and not
 * the caller.
 *
 * Returns: (transfer full) (nullable): the component
 *
 * Since: 0.1
 */
GObject *
gyre_component_new_from_specification_at (const char *specification, GyreLocator *locator, GError **error)
{
  g_return_val_if_fail (specification != NULL && locator != NULL, NULL);

  return gyre_resolution_run (gyre_executive_get_current (), specification, G_TYPE_INVALID, NULL, NULL, locator, error);
}

/* Takes over the reference; the parent has one of its own. */
static GyreComponent *
adopt (GyreComponent *self, GObject *instance, GError **error)
{
  g_autoptr (GObject) held = instance;

  if (instance == NULL)
    return NULL;
  if (GYRE_IS_COMPONENT (instance))
    return gyre_component_adopt (self, GYRE_COMPONENT (instance), error) ? GYRE_COMPONENT (instance) : NULL;
  g_set_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_INVALID, "%s is no component class", G_OBJECT_TYPE_NAME (instance));
  return NULL;
}

static GObject *
create_child (GyreComponent *self, GyreActor *actor, const char *name, gconstpointer place, va_list *arguments, GError **error)
{
  GObject *instance;

  gyre_executive_push (gyre_component_get_executive (self));
  instance = create_collected (actor, name, place, arguments, error);
  gyre_executive_pop (gyre_component_get_executive (self));
  return instance;
}

/**
 * gyre_component_create: (skip)
 * @self: a component
 * @type: a component class
 * @name: (nullable): a public name
 * @error: return location for an error, as of gyre_component_new() and gyre_component_adopt()
 * @...: as for gyre_component_new()
 *
 * Builds a component in the executive of @self, and adopts it.
 *
 * Returns: (transfer none) (nullable): the new child
 *
 * Since: 0.1
 */
GyreComponent *
gyre_component_create (GyreComponent *self, GType type, const char *name, GError **error, ...)
{
  va_list arguments;
  GObject *instance;

  g_return_val_if_fail (GYRE_IS_COMPONENT (self), NULL);

  if (!gyre_tree_check_parent (self, error) || !check_component (type, error))
    return NULL;
  va_start (arguments, error);
  instance = create_child (self, gyre_actor_get (type), name, __builtin_return_address (0), &arguments, error);
  va_end (arguments);
  return adopt (self, instance, error);
}

/**
 * gyre_component_create_family: (skip)
 * @self: a component
 * @family: the family of a class; its module is loaded if nobody knows it
 * @name: (nullable): a public name
 * @error: return location for an error
 * @...: as for gyre_component_new()
 *
 * As gyre_component_create().
 *
 * Returns: (transfer none) (nullable): the new child
 *
 * Since: 0.1
 */
GyreComponent *
gyre_component_create_family (GyreComponent *self, const char *family, const char *name, GError **error, ...)
{
  GyreActor *actor;
  va_list arguments;
  GObject *instance;

  g_return_val_if_fail (GYRE_IS_COMPONENT (self) && family != NULL, NULL);

  if (!gyre_tree_check_parent (self, error))
    return NULL;
  actor = gyre_resolution_find_class (gyre_component_get_executive (self), family, G_TYPE_INVALID, error);
  if (actor == NULL || !check_component (gyre_requirement_get_gtype (GYRE_REQUIREMENT (actor)), error))
    return NULL;
  va_start (arguments, error);
  instance = create_child (self, actor, name, __builtin_return_address (0), &arguments, error);
  va_end (arguments);
  return adopt (self, instance, error);
}

/**
 * gyre_component_create_specification:
 * @self: a component
 * @specification: "family", "family#name" or "#name"
 * @error: return location for an error
 *
 * Builds the component that a text means, or finds it by its name, and adopts it.
 *
 * Returns: (transfer none) (nullable): the new child
 *
 * Since: 0.1
 */
GyreComponent *
gyre_component_create_specification (GyreComponent *self, const char *specification, GError **error)
{
  g_autoptr (GyreLocator) locator = gyre_locator_new_address (__builtin_return_address (0));

  g_return_val_if_fail (GYRE_IS_COMPONENT (self) && specification != NULL, NULL);

  if (!gyre_tree_check_parent (self, error))
    return NULL;
  return adopt (self, gyre_resolution_run (gyre_component_get_executive (self), specification, G_TYPE_INVALID, NULL, NULL, locator,
                                           error), error);
}

/**
 * gyre_component_create_with_values: (rename-to gyre_component_create)
 * @self: a component
 * @type: a component class
 * @name: (nullable): a public name
 * @traits: (array length=n_traits) (nullable): names or aliases of traits
 * @values: (array length=n_traits) (nullable): their values
 * @n_traits: how many
 * @locator: (nullable): where the component is asked for
 * @error: return location for an error
 *
 * As gyre_component_create(), for other languages.
 *
 * Returns: (transfer none) (nullable): the new child
 *
 * Since: 0.1
 */
GyreComponent *
gyre_component_create_with_values (GyreComponent *self, GType type, const char *name, const char * const *traits,
                                   const GValue *values, guint n_traits, GyreLocator *locator, GError **error)
{
  GObject *instance;

  g_return_val_if_fail (GYRE_IS_COMPONENT (self), NULL);

  if (!gyre_tree_check_parent (self, error) || !check_component (type, error))
    return NULL;
  gyre_executive_push (gyre_component_get_executive (self));
  instance = create (gyre_actor_get (type), name, traits, values, n_traits, locator, error);
  gyre_executive_pop (gyre_component_get_executive (self));
  return adopt (self, instance, error);
}
