/* gyre-component-values.c: The values of a component by their names
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Every function finds the trait by name or alias and keeps where it was called from.
 */
#include "gyre-accessor.h"
#include "gyre-binding-private.h"
#include "gyre-commit-private.h"
#include "gyre-component-private.h"
#include "gyre-computed-private.h"
#include "gyre-dynamic-private.h"
#include "gyre-facility-container-private.h"
#include "gyre-facility-private.h"
#include "gyre-requirement-private.h"
#include "gyre-shape-private.h"

#include <string.h>

#define PLACE __builtin_return_address (0)

/* Whoever calls has checked the component, so its record is not checked again: most names are found at once. */
static inline GyreDescriptor *
find (GyreComponent *self, const char *name, GyreDescriptor *(*miss) (GyreComponent *, const char *, GError **), GError **error)
{
  GyreRecord *record = gyre_requirement_get_record ((GyreRequirement *) gyre_component_get_birth (self)->actor);
  guint slot = gyre_namemap_find (record->namemap, name);

  return G_LIKELY (slot != GYRE_NAMEMAP_MISSING) ? record->slots[slot] : miss (self, name, error);
}

static const GyreTrait *
check_value (GyreComponent *self, GyreDescriptor *descriptor, GError **error)
{
  if (G_UNLIKELY (descriptor != NULL && descriptor->sort == GYRE_DESCRIPTOR_BEHAVIOR))
    {
      g_autofree char *subject = gyre_component_dup_subject (self);
      g_set_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_UNKNOWN, "%s.%s is a behavior and has no value",
                   subject, descriptor->name);
      return NULL;
    }
  return (const GyreTrait *) descriptor;
}

static const GyreTrait *
find_trait (GyreComponent *self, const char *name, GError **error)
{
  return check_value (self, find (self, name, gyre_dynamic_get, error), error);
}

static const GyreTrait *
find_settable (GyreComponent *self, const char *name, GError **error)
{
  return check_value (self, find (self, name, gyre_dynamic_get_settable, error), error);
}

static gboolean
set_native (GyreComponent *self, const char *name, GType type, const GValue *value, gconstpointer place, GError **error)
{
  const GyreTrait *trait = find_settable (self, name, error);

  return trait != NULL && gyre_component_commit_gvalue (self, trait, value, gyre_provenance_of_address (place), error);
}

/**
 * gyre_component_set_real:
 * @self: a component
 * @trait: a name or alias
 * @value: the value
 * @error: return location for an error of %GYRE_COMPONENT_ERROR or %GYRE_DECLARATION_ERROR_UNKNOWN
 *
 * Returns: whether the value is set; if not, the old one stays
 *
 * Since: 0.1
 */
gboolean
gyre_component_set_real (GyreComponent *self, const char *trait, double value, GError **error)
{
  const GyreTrait *found;
  g_auto (GValue) native = G_VALUE_INIT;

  g_return_val_if_fail (GYRE_IS_COMPONENT (self) && trait != NULL, FALSE);

  found = find_settable (self, trait, error);
  if (found == NULL)
    return FALSE;
  if (G_LIKELY (found->storage == GYRE_STORAGE_DOUBLE))
    return gyre_component_commit_real (self, found->descriptor.index, value, PLACE, error);
  g_value_set_double (g_value_init (&native, G_TYPE_DOUBLE), value);
  return gyre_component_commit_gvalue (self, found, &native, gyre_provenance_of_address (PLACE), error);
}

/**
 * gyre_component_set_integer:
 * @self: a component
 * @trait: a name or alias
 * @value: the value; a real trait takes it if it is exact as a real
 * @error: return location for an error of %GYRE_COMPONENT_ERROR or %GYRE_DECLARATION_ERROR_UNKNOWN
 *
 * Returns: whether the value is set; if not, the old one stays
 *
 * Since: 0.1
 */
gboolean
gyre_component_set_integer (GyreComponent *self, const char *trait, gint64 value, GError **error)
{
  const GyreTrait *found;
  g_auto (GValue) native = G_VALUE_INIT;

  g_return_val_if_fail (GYRE_IS_COMPONENT (self) && trait != NULL, FALSE);

  found = find_settable (self, trait, error);
  if (found == NULL)
    return FALSE;
  if (G_LIKELY (found->kind == &gyre_kind_integer && found->storage - 1u < GYRE_STORAGE_DYNAMIC - 1u))
    return gyre_component_commit_integer (self, found->descriptor.index, value, PLACE, error);
  g_value_set_int64 (g_value_init (&native, G_TYPE_INT64), value);
  return gyre_component_commit_gvalue (self, found, &native, gyre_provenance_of_address (PLACE), error);
}

/**
 * gyre_component_set_boolean:
 * @self: a component
 * @trait: a name or alias
 * @value: the value
 * @error: return location for an error of %GYRE_COMPONENT_ERROR or %GYRE_DECLARATION_ERROR_UNKNOWN
 *
 * Returns: whether the value is set; if not, the old one stays
 *
 * Since: 0.1
 */
gboolean
gyre_component_set_boolean (GyreComponent *self, const char *trait, gboolean value, GError **error)
{
  g_auto (GValue) native = G_VALUE_INIT;

  g_return_val_if_fail (GYRE_IS_COMPONENT (self) && trait != NULL, FALSE);

  g_value_set_boolean (g_value_init (&native, G_TYPE_BOOLEAN), value);
  return set_native (self, trait, G_TYPE_BOOLEAN, &native, PLACE, error);
}

/**
 * gyre_component_set_string:
 * @self: a component
 * @trait: a name or alias of a string, a path or a facility
 * @value: (nullable): the value itself, not the text of one: quotes are part of it
 * @error: return location for an error of %GYRE_COMPONENT_ERROR or %GYRE_DECLARATION_ERROR_UNKNOWN
 *
 * Returns: whether the value is set; if not, the old one stays
 *
 * Since: 0.1
 */
gboolean
gyre_component_set_string (GyreComponent *self, const char *trait, const char *value, GError **error)
{
  g_auto (GValue) native = G_VALUE_INIT;

  g_return_val_if_fail (GYRE_IS_COMPONENT (self) && trait != NULL, FALSE);

  g_value_set_string (g_value_init (&native, G_TYPE_STRING), value);
  return set_native (self, trait, G_TYPE_STRING, &native, PLACE, error);
}

/**
 * gyre_component_set_object:
 * @self: a component
 * @trait: a name or alias of a facility
 * @value: (nullable): the component that the facility shall be
 * @error: return location for an error of %GYRE_COMPONENT_ERROR or %GYRE_DECLARATION_ERROR_UNKNOWN
 *
 * Returns: whether the value is set; if not, the old one stays
 *
 * Since: 0.1
 */
gboolean
gyre_component_set_object (GyreComponent *self, const char *trait, GObject *value, GError **error)
{
  g_auto (GValue) native = G_VALUE_INIT;

  g_return_val_if_fail (GYRE_IS_COMPONENT (self) && trait != NULL, FALSE);

  g_value_set_object (g_value_init (&native, G_TYPE_OBJECT), value);
  return set_native (self, trait, G_TYPE_OBJECT, &native, PLACE, error);
}

/**
 * gyre_component_set_none:
 * @self: a component
 * @trait: a name or alias of a nullable trait
 * @error: return location for an error of %GYRE_COMPONENT_ERROR or %GYRE_DECLARATION_ERROR_UNKNOWN
 *
 * Returns: whether the trait is none now; if not, the old value stays
 *
 * Since: 0.1
 */
gboolean
gyre_component_set_none (GyreComponent *self, const char *trait, GError **error)
{
  const GyreTrait *found;

  g_return_val_if_fail (GYRE_IS_COMPONENT (self) && trait != NULL, FALSE);

  found = find_settable (self, trait, error);
  return found != NULL && gyre_component_commit_text (self, found, "none", gyre_provenance_of_address (PLACE), error);
}

/**
 * gyre_component_set_value:
 * @self: a component
 * @trait: a name or alias
 * @value: a native value
 * @error: return location for an error of %GYRE_COMPONENT_ERROR or %GYRE_DECLARATION_ERROR_UNKNOWN
 *
 * Sets a trait. A number of any width is taken if the trait can hold it without loss.
 *
 * Returns: whether the value is set; if not, the old one stays
 *
 * Since: 0.1
 */
gboolean
gyre_component_set_value (GyreComponent *self, const char *trait, const GValue *value, GError **error)
{
  g_return_val_if_fail (GYRE_IS_COMPONENT (self) && trait != NULL && G_IS_VALUE (value), FALSE);

  return set_native (self, trait, G_VALUE_TYPE (value), value, PLACE, error);
}

/**
 * gyre_component_set_text:
 * @self: a component
 * @trait: a name or alias
 * @text: the text of a value, as a configuration file has it
 * @error: return location for an error of %GYRE_COMPONENT_ERROR or %GYRE_DECLARATION_ERROR_UNKNOWN
 *
 * Returns: whether the value is set; if not, the old one stays
 *
 * Since: 0.1
 */
gboolean
gyre_component_set_text (GyreComponent *self, const char *trait, const char *text, GError **error)
{
  const GyreTrait *found;

  g_return_val_if_fail (GYRE_IS_COMPONENT (self) && trait != NULL && text != NULL, FALSE);

  found = find_settable (self, trait, error);
  return found != NULL && gyre_component_commit_text (self, found, text, gyre_provenance_of_address (PLACE), error);
}

/**
 * gyre_component_set_text_from:
 * @self: a component
 * @trait: a name or alias
 * @text: the text of a value
 * @category: who says it
 * @locator: (nullable): where
 * @error: return location for an error of %GYRE_COMPONENT_ERROR or %GYRE_DECLARATION_ERROR_UNKNOWN
 *
 * Sets a trait on behalf of somebody: a console, a form, a remote control.
 *
 * Returns: whether the value is set; if not, the old one stays
 *
 * Since: 0.1
 */
gboolean
gyre_component_set_text_from (GyreComponent *self, const char *trait, const char *text, GyreCategory category,
                              GyreLocator *locator, GError **error)
{
  const GyreTrait *found;

  g_return_val_if_fail (GYRE_IS_COMPONENT (self) && trait != NULL && text != NULL, FALSE);

  found = find_settable (self, trait, error);
  return found != NULL
         && gyre_component_commit_text (self, found, text, gyre_provenance_of_locator (category, locator), error);
}

/**
 * gyre_component_set_value_from:
 * @self: a component
 * @trait: a name or alias
 * @value: a native value
 * @category: who says it
 * @locator: (nullable): where
 * @error: return location for an error of %GYRE_COMPONENT_ERROR or %GYRE_DECLARATION_ERROR_UNKNOWN
 *
 * As gyre_component_set_value(), on behalf of somebody: a line of another language.
 *
 * Returns: whether the value is set; if not, the old one stays
 *
 * Since: 0.1
 */
gboolean
gyre_component_set_value_from (GyreComponent *self, const char *trait, const GValue *value, GyreCategory category,
                               GyreLocator *locator, GError **error)
{
  const GyreTrait *found;

  g_return_val_if_fail (GYRE_IS_COMPONENT (self) && trait != NULL && G_IS_VALUE (value), FALSE);

  found = find_settable (self, trait, error);
  return found != NULL
         && gyre_component_commit_gvalue (self, found, value, gyre_provenance_of_locator (category, locator), error);
}

static void
settle (GyreComponent *self, const GyreTrait *trait)
{
  if (gyre_trait_is_computed (trait))
    gyre_computed_settle (self, trait);
}

static void
load (GyreComponent *self, const GyreTrait *trait, GValue *value)
{
  settle (self, trait);
  g_value_init (value, trait->specification->value_type);
  if (gyre_trait_is_foreign (trait))
    g_object_get_property (G_OBJECT (self), trait->descriptor.name, value);
  else if (gyre_trait_is_facility (trait))
    gyre_component_get_facility_value (self, trait, value);
  else
    gyre_component_get_plain_value (self, trait, value);
}

/**
 * gyre_component_get_value:
 * @self: a component
 * @trait: a name or alias
 * @value: (out caller-allocates): an empty #GValue, which gets the type of the property
 * @error: return location for %GYRE_DECLARATION_ERROR_UNKNOWN
 *
 * Returns: whether there is such a trait
 *
 * Since: 0.1
 */
gboolean
gyre_component_get_value (GyreComponent *self, const char *trait, GValue *value, GError **error)
{
  const GyreTrait *found;

  g_return_val_if_fail (GYRE_IS_COMPONENT (self) && trait != NULL && value != NULL, FALSE);

  found = find_trait (self, trait, error);
  if (found != NULL)
    load (self, found, value);
  return found != NULL;
}

static gboolean
get_as (GyreComponent *self, const char *name, const GyreKind *kind, GyreValue *value, GError **error)
{
  const GyreTrait *trait = find_trait (self, name, error);
  g_auto (GValue) native = G_VALUE_INIT;

  if (trait == NULL)
    return FALSE;
  if (!gyre_kind_is_a (trait->kind, kind))
    {
      g_autofree char *subject = gyre_component_dup_subject (self);
      g_set_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_VALUE, "%s.%s: is of kind %s, not %s", subject,
                   trait->descriptor.name, trait->kind->name, kind->name);
      return FALSE;
    }
  settle (self, trait);
  if (!gyre_trait_is_foreign (trait))
    *value = gyre_component_peek (self, trait);
  else
    {
      load (self, trait, &native);
      if (!gyre_trait_from_gvalue (trait, &native, value, error))
        return FALSE;
    }
  if (value->present)
    return TRUE;
  g_autofree char *subject = gyre_component_dup_subject (self);
  g_set_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_VALUE, "%s.%s: is none", subject, trait->descriptor.name);
  return FALSE;
}

/**
 * gyre_component_get_real:
 * @self: a component
 * @trait: a name or alias of a real trait
 * @value: (out): the value
 * @error: return location for an error; a trait that is none gives one
 *
 * Returns: whether there is a value
 *
 * Since: 0.1
 */
gboolean
gyre_component_get_real (GyreComponent *self, const char *trait, double *value, GError **error)
{
  GyreValue found = GYRE_NONE;

  g_return_val_if_fail (GYRE_IS_COMPONENT (self) && trait != NULL && value != NULL, FALSE);

  if (!get_as (self, trait, &gyre_kind_real, &found, error))
    return FALSE;
  *value = found.real;
  return TRUE;
}

/**
 * gyre_component_get_integer:
 * @self: a component
 * @trait: a name or alias of an integer trait
 * @value: (out): the value
 * @error: return location for an error; a trait that is none gives one
 *
 * Returns: whether there is a value
 *
 * Since: 0.1
 */
gboolean
gyre_component_get_integer (GyreComponent *self, const char *trait, gint64 *value, GError **error)
{
  GyreValue found = GYRE_NONE;

  g_return_val_if_fail (GYRE_IS_COMPONENT (self) && trait != NULL && value != NULL, FALSE);

  if (!get_as (self, trait, &gyre_kind_integer, &found, error))
    return FALSE;
  *value = found.integer;
  return TRUE;
}

/**
 * gyre_component_get_boolean:
 * @self: a component
 * @trait: a name or alias of a boolean trait
 * @value: (out): the value
 * @error: return location for an error; a trait that is none gives one
 *
 * Returns: whether there is a value
 *
 * Since: 0.1
 */
gboolean
gyre_component_get_boolean (GyreComponent *self, const char *trait, gboolean *value, GError **error)
{
  GyreValue found = GYRE_NONE;

  g_return_val_if_fail (GYRE_IS_COMPONENT (self) && trait != NULL && value != NULL, FALSE);

  if (!get_as (self, trait, &gyre_kind_boolean, &found, error))
    return FALSE;
  *value = found.boolean;
  return TRUE;
}

/**
 * gyre_component_get_object:
 * @self: a component
 * @trait: a name or alias of a facility
 * @error: return location for an error
 *
 * Gets a facility, and builds it if nobody has asked for it yet.
 *
 * Returns: (transfer none) (nullable): the component; %NULL without an error where it is none
 *
 * Since: 0.1
 */
GObject *
gyre_component_get_object (GyreComponent *self, const char *trait, GError **error)
{
  const GyreTrait *found;
  g_autoptr (GObject) held = NULL;

  g_return_val_if_fail (GYRE_IS_COMPONENT (self) && trait != NULL, NULL);

  found = find_trait (self, trait, error);
  if (found == NULL)
    return NULL;
  if (found->kind == &gyre_kind_object && gyre_trait_is_dynamic (found))
    return gyre_dynamic_of_trait (found)->value.object;
  if (!gyre_trait_is_facility (found))
    {
      g_autofree char *subject = gyre_component_dup_subject (self);
      g_set_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_VALUE, "%s.%s: is of kind %s, not a facility", subject,
                   found->descriptor.name, found->kind->name);
      return NULL;
    }
  if (!gyre_trait_is_foreign (found))
    return gyre_component_fetch_object (self, found->descriptor.index, error);
  g_object_get (self, found->descriptor.name, &held, NULL);
  return held;
}

/**
 * gyre_component_dup_text:
 * @self: a component
 * @trait: a name or alias
 * @error: return location for %GYRE_DECLARATION_ERROR_UNKNOWN
 *
 * Returns: (transfer full) (nullable): the text of the value: gyre_component_set_text() reads the same again
 *
 * Since: 0.1
 */
char *
gyre_component_dup_text (GyreComponent *self, const char *trait, GError **error)
{
  const GyreTrait *found;
  g_auto (GValue) native = G_VALUE_INIT;
  GyreValue value = GYRE_NONE;
  char *text;

  g_return_val_if_fail (GYRE_IS_COMPONENT (self) && trait != NULL, NULL);

  found = find_trait (self, trait, error);
  if (found == NULL)
    return NULL;
  settle (self, found);
  if (gyre_trait_is_dynamic (found))
    return gyre_shape_print (gyre_dynamic_of_trait (found)->shape, gyre_dynamic_of_trait (found)->value);
  if (!gyre_trait_is_foreign (found))
    return gyre_trait_is_facility (found) ? gyre_facility_dup_text (self, found)
                                          : gyre_trait_print (found, gyre_component_peek (self, found));
  load (self, found, &native);
  if (gyre_trait_is_facility (found) || !found->kind->from_gvalue (found, &native, &value, NULL))
    return g_strdup_value_contents (&native);
  text = gyre_trait_print (found, value);
  gyre_kind_clear (found->kind, &value);
  return text;
}
