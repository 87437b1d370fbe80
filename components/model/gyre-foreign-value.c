/* gyre-foreign-value.c: Values that other code keeps
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The trait of a class that is written without Gyre is a GObject property; its value is reached through GObject alone. The
 * other code tells GObject's handlers itself, and our observers hear of what has come of it.
 */
#include "gyre-foreign-value-private.h"
#include "gyre-commit-private.h"
#include "gyre-dynamic-private.h"
#include "gyre-observer.h"
#include "gyre-resolution-private.h"
#include "gyre-watch-private.h"

/* Whether values of the trait are passed on as they are: objects, what no kind knows, and what nobody has declared. Neither a foreign
 * nor a dynamic trait has a field, which one comparison tells. */
gboolean
gyre_foreign_value_is_opaque (const GyreTrait *trait)
{
  if (G_LIKELY (trait->storage - 1u < GYRE_STORAGE_DYNAMIC - 1u))
    return FALSE;
  return gyre_trait_is_dynamic (trait) || gyre_trait_is_facility (trait) || trait->kind == &gyre_kind_opaque;
}

void
gyre_foreign_value_load (GyreComponent *component, const GyreTrait *trait, GValue *native)
{
  if (!trait->readable)
    return;
  g_value_init (native, trait->specification->value_type);
  g_object_get_property (G_OBJECT (component), trait->descriptor.name, native);
}

/* Borrowed from the native value where the kind is opaque, else owned. */
static GyreValue
value_of (const GyreTrait *trait, const GValue *native)
{
  GyreValue value = GYRE_NONE;

  if (G_IS_VALUE (native))
    trait->kind->from_gvalue (trait, native, &value, NULL);
  return value;
}

static void
tell (GyreComponent *component, const GyreTrait *trait, const GValue *old_native)
{
  g_auto (GValue) new_native = G_VALUE_INIT;
  gboolean is_opaque = gyre_foreign_value_is_opaque (trait);
  GyreChange change = { trait, value_of (trait, old_native), GYRE_NONE };
  gboolean same;

  gyre_foreign_value_load (component, trait, &new_native);
  change.new_value = value_of (trait, &new_native);
  same = is_opaque ? change.old_value.pointer == change.new_value.pointer
                   : gyre_kind_equal (trait->kind, change.old_value, change.new_value);
  if (!same)
    gyre_component_tell (component, trait, change.old_value, change.new_value);
  if (is_opaque)
    return;
  gyre_kind_clear (trait->kind, &change.old_value);
  gyre_kind_clear (trait->kind, &change.new_value);
}

static void
write_native (GyreComponent *component, const GyreTrait *trait, const GValue *native, GyreProvenance provenance)
{
  g_auto (GValue) old_native = G_VALUE_INIT;
  GyreState *state = gyre_state_peek (component);
  gboolean is_observed = state != NULL && gyre_watch_is_heard (state);

  if (is_observed)
    gyre_foreign_value_load (component, trait, &old_native);
  gyre_state_set_provenance (component, trait->descriptor.index, provenance);
  g_object_set_property (G_OBJECT (component), trait->descriptor.name, native);
  if (is_observed)
    tell (component, trait, &old_native);
}

/* Sets a checked value of a kind that is not opaque, and takes it. */
gboolean
gyre_foreign_value_write (GyreComponent *component, const GyreTrait *trait, GyreValue value, GyreProvenance provenance)
{
  g_auto (GValue) native = G_VALUE_INIT;

  g_value_init (&native, trait->specification->value_type);
  gyre_trait_to_gvalue (trait, value, &native);
  gyre_kind_clear (trait->kind, &value);
  write_native (component, trait, &native, provenance);
  return TRUE;
}

static gboolean
refuse (GyreProvenance *provenance, const GyreTrait *trait, const char *found, GError **error)
{
  gyre_provenance_clear (provenance);
  g_set_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_VALUE, "must be a %s, is a %s",
               g_type_name (trait->specification->value_type), found);
  return FALSE;
}

/* Makes of a native value one of the type of an opaque trait. On failure the provenance goes. */
gboolean
gyre_foreign_value_read_native (GyreComponent *component, const GyreTrait *trait, const GValue *source,
                                GyreProvenance *provenance, GValue *native, GError **error)
{
  GType type = trait->specification->value_type;
  GObject *object = G_VALUE_HOLDS_OBJECT (source) ? g_value_get_object (source) : NULL;

  if (G_VALUE_HOLDS_STRING (source) && gyre_trait_is_facility (trait) && g_value_get_string (source) != NULL)
    return gyre_foreign_value_read_text (component, trait, g_value_get_string (source), provenance, native, error);
  if (object != NULL ? !g_type_is_a (G_OBJECT_TYPE (object), type) : !g_value_type_transformable (G_VALUE_TYPE (source), type))
    return refuse (provenance, trait, object != NULL ? G_OBJECT_TYPE_NAME (object) : G_VALUE_TYPE_NAME (source), error);
  g_value_init (native, type);
  if (object != NULL)
    g_value_set_object (native, object);
  else if (!g_value_transform (source, native))
    {
      g_value_unset (native);
      return refuse (provenance, trait, G_VALUE_TYPE_NAME (source), error);
    }
  return TRUE;
}

/* A component can be said by a text, anything else that is opaque can't. */
gboolean
gyre_foreign_value_read_text (GyreComponent *component, const GyreTrait *trait, const char *text, GyreProvenance *provenance,
                              GValue *native, GError **error)
{
  GyreValue value = GYRE_NONE;
  g_auto (GValue) found = G_VALUE_INIT;
  g_autoptr (GyreLocator) locator = gyre_provenance_dup_locator (provenance);
  GObject *object = NULL;
  gboolean is_read = gyre_trait_parse (trait, text, &value, error);

  if (is_read && value.present)
    {
      object = gyre_resolution_run (gyre_component_get_executive (component), value.string,
                                    trait->specification->value_type, NULL, NULL, locator, error);
      gyre_kind_clear (trait->kind, &value);
      is_read = object != NULL;
    }
  if (!is_read)
    {
      gyre_provenance_clear (provenance);
      return FALSE;
    }
  g_value_take_object (g_value_init (&found, G_TYPE_OBJECT), object);
  return gyre_foreign_value_read_native (component, trait, &found, provenance, native, error);
}

/* Sets an opaque trait. */
gboolean
gyre_foreign_value_write_native (GyreComponent *component, const GyreTrait *trait, const GValue *source,
                                 GyreProvenance provenance, GError **error)
{
  g_auto (GValue) native = G_VALUE_INIT;

  if (!gyre_foreign_value_read_native (component, trait, source, &provenance, &native, error))
    return FALSE;
  write_native (component, trait, &native, provenance);
  return TRUE;
}

gboolean
gyre_foreign_value_write_text (GyreComponent *component, const GyreTrait *trait, const char *text, GyreProvenance provenance,
                               GError **error)
{
  g_auto (GValue) native = G_VALUE_INIT;

  if (!gyre_foreign_value_read_text (component, trait, text, &provenance, &native, error))
    return FALSE;
  write_native (component, trait, &native, provenance);
  return TRUE;
}

/* What the class has, in this executive. The error names component and trait. */
gboolean
gyre_foreign_value_write_birth (GyreComponent *component, const GyreTrait *trait, GError **error)
{
  GyreBirth *birth = gyre_component_get_birth (component);
  guint slot = trait->descriptor.index;
  GyreProvenance provenance = gyre_provenance_copy (&birth->provenances[slot]);
  const char *text = birth->values[slot].present ? birth->values[slot].string : "none";

  if (!gyre_foreign_value_is_opaque (trait))
    return gyre_foreign_value_write (component, trait, gyre_kind_copy (trait->kind, birth->values[slot]), provenance);
  if (gyre_foreign_value_write_text (component, trait, text, provenance, error))
    return TRUE;
  gyre_component_prefix_error (component, trait, error);
  return FALSE;
}
