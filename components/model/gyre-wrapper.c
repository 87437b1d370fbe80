/* gyre-wrapper.c: A component around any object
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-wrapper.h"
#include "gyre-wrapper-private.h"
#include "gyre-binding-private.h"
#include "gyre-class.h"
#include "gyre-define.h"
#include "gyre-shown-private.h"

static void
proxy_class_init (gpointer type_class, gpointer data)
{
  ((GyreWrapperClass *) type_class)->is_proxy = TRUE;
}

GYRE_DEFINE_COMPONENT (GyreWrapper, gyre_wrapper, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (),
  GYRE_BEHAVIORS (),
  .family = "gyre.wrapper",
  .summary = "a component around any object, whose own attributes come first",
  .open = TRUE)

GYRE_DEFINE_COMPONENT (GyreProxy, gyre_proxy, GYRE_TYPE_WRAPPER,
  GYRE_TRAITS (),
  GYRE_BEHAVIORS (),
  .family = "gyre.proxy",
  .summary = "a component around any object, whose properties come first",
  .class_initialize = proxy_class_init)

/* What was configured for the name before there was an object. */
static gboolean
pass_on (GyreComponent *self, GyreShown *shown, GError **error)
{
  for (guint index = gyre_dynamics_get_length (self); index > 0; index--)
    {
      GyreDynamic *own = gyre_dynamics_get (self, index - 1);
      GyreDynamic *property = own->shape != NULL ? gyre_shown_find (shown, own->trait.descriptor.name) : NULL;
      const GyreBinding *binding = property != NULL ? gyre_binding_peek (self, &own->trait) : NULL;
      g_autofree char *text = NULL;
      GyreProvenance provenance;

      if (property == NULL)
        continue;
      text = binding != NULL ? g_strdup (binding->text) : gyre_trait_print (own->shape, own->value);
      provenance = gyre_provenance_copy (&own->provenance);
      gyre_dynamic_withdraw (self, own);
      if (!gyre_dynamic_commit_text (self, &property->trait, text, provenance, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
gyre_wrapper_show (GyreComponent *self, GObject *object, GError **error)
{
  gboolean is_proxy = GYRE_WRAPPER_GET_CLASS (self)->is_proxy;

  gyre_dynamics_show (self, gyre_shown_new (self, object, is_proxy));
  return !is_proxy || pass_on (self, gyre_dynamics_get_shown (self), error);
}

static GyreComponent *
wrap (GType type, GObject *object, const char *name, gconstpointer place, GError **error)
{
  g_autoptr (GyreLocator) locator = gyre_locator_new_address (place);
  GyreComponent *self = gyre_component_new_with_values (type, name, NULL, NULL, 0, locator, error);

  if (self != NULL && gyre_dynamics_get_shown (self) != NULL && gyre_shown_get_object (gyre_dynamics_get_shown (self)) != object)
    {
      g_set_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_NAME, "'%s' is around another object", name);
      g_clear_object (&self);
    }
  if (self == NULL || gyre_dynamics_get_shown (self) != NULL)
    return self;
  if (!gyre_wrapper_show (self, object, error))
    {
      g_object_run_dispose (G_OBJECT (self));
      g_clear_object (&self);
    }
  return self;
}

/**
 * gyre_wrapper_new:
 * @object: any object
 * @name: (nullable): a public name
 * @error: return location for an error of %GYRE_COMPONENT_ERROR
 *
 * Makes a component around an object, which it keeps. If a wrapper of that name is around the same object, it is returned.
 *
 * Returns: (transfer full) (nullable): a #GyreWrapper
 *
 * Since: 0.1
 */
GyreComponent *
gyre_wrapper_new (GObject *object, const char *name, GError **error)
{
  g_return_val_if_fail (G_IS_OBJECT (object), NULL);
  return wrap (GYRE_TYPE_WRAPPER, object, name, __builtin_return_address (0), error);
}

/**
 * gyre_proxy_new: (constructor)
 * @object: any object
 * @name: (nullable): a public name
 * @error: return location for an error of %GYRE_COMPONENT_ERROR
 *
 * As gyre_wrapper_new(), but the object comes first, and what is configured for the name goes to it.
 *
 * Returns: (transfer full) (nullable): a #GyreProxy
 *
 * Since: 0.1
 */
GyreComponent *
gyre_proxy_new (GObject *object, const char *name, GError **error)
{
  g_return_val_if_fail (G_IS_OBJECT (object), NULL);
  return wrap (GYRE_TYPE_PROXY, object, name, __builtin_return_address (0), error);
}

/**
 * gyre_wrapper_get_object:
 * @self: a wrapper
 *
 * Returns: (transfer none) (nullable): the object; %NULL when the wrapper has ended
 *
 * Since: 0.1
 */
GObject *
gyre_wrapper_get_object (GyreWrapper *self)
{
  GyreShown *shown;

  g_return_val_if_fail (GYRE_IS_WRAPPER (self), NULL);

  shown = gyre_dynamics_get_shown (GYRE_COMPONENT (self));
  return shown != NULL ? gyre_shown_get_object (shown) : NULL;
}
