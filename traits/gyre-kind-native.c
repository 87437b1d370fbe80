/* gyre-kind-native.c: What the kinds share on the way to native values and to data
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-kind-native-private.h"

GParamSpec *
gyre_kind_specify_boxed (const GyreTrait *trait, GParamFlags flags, GType type)
{
  const GyreDescriptor *descriptor = &trait->descriptor;

  return g_param_spec_boxed (descriptor->name, descriptor->name, descriptor->summary, type, flags);
}

/* Other languages often have no value of the type at hand, but always a text. */
gboolean
gyre_kind_boxed_from_gvalue (const GyreTrait *trait, const GValue *source, GType type, GyreValue *value, GError **error)
{
  *value = GYRE_NONE;
  if (G_VALUE_HOLDS (source, type))
    {
      GyreValue borrowed = { .present = g_value_get_boxed (source) != NULL, .pointer = g_value_get_boxed (source) };
      *value = gyre_kind_copy (trait->kind, borrowed);
      return TRUE;
    }
  if (!G_VALUE_HOLDS_STRING (source))
    return gyre_kind_refuse_type (trait, source, error);
  return g_value_get_string (source) == NULL || trait->kind->parse (trait, g_value_get_string (source), value, error);
}

void
gyre_kind_boxed_to_gvalue (const GyreTrait *trait, GyreValue value, GValue *target)
{
  g_value_set_boxed (target, value.present ? value.pointer : NULL);
}

gboolean
gyre_kind_equal_pointers (GyreValue value, GyreValue other)
{
  return value.pointer == other.pointer;
}

GParamSpec *
gyre_kind_specify_string (const GyreTrait *trait, GParamFlags flags)
{
  const GyreDescriptor *descriptor = &trait->descriptor;

  return g_param_spec_string (descriptor->name, descriptor->name, descriptor->summary, trait->initial.text, flags);
}

gboolean
gyre_kind_string_from_gvalue (const GyreTrait *trait, const GValue *source, GyreValue *value, GError **error)
{
  if (!G_VALUE_HOLDS_STRING (source))
    return gyre_kind_refuse_type (trait, source, error);
  *value = (GyreValue) { .present = g_value_get_string (source) != NULL, .string = g_value_dup_string (source) };
  return TRUE;
}

void
gyre_kind_string_to_gvalue (const GyreTrait *trait, GyreValue value, GValue *target)
{
  g_value_set_string (target, value.present ? value.string : NULL);
}

GVariant *
gyre_kind_string_to_variant (const GyreTrait *trait, GyreValue value)
{
  return g_variant_new_string (value.string);
}

/* Data has no quotes and no escapes to undo: the text is the value. */
gboolean
gyre_kind_string_from_variant (const GyreTrait *trait, GVariant *variant, GyreValue *value, GError **error)
{
  g_auto (GValue) native = G_VALUE_INIT;

  *value = GYRE_NONE;
  if (!gyre_kind_unpack_variant (variant, &native))
    return gyre_kind_refuse_variant (trait, variant, error);
  return !G_IS_VALUE (&native) || trait->kind->from_gvalue (trait, &native, value, error);
}

/* Of a kind whose text is its data, and never in quotes. */
GVariant *
gyre_kind_print_variant (const GyreTrait *trait, GyreValue value)
{
  return g_variant_new_take_string (trait->kind->print (trait, value));
}

/* What is in a variant, or in a variant in one; full. */
GVariant *
gyre_kind_unwrap_variant (GVariant *variant)
{
  GVariant *inner = g_variant_ref (variant);

  while (g_variant_is_of_type (inner, G_VARIANT_TYPE_VARIANT))
    {
      g_autoptr (GVariant) outer = inner;
      inner = g_variant_get_variant (outer);
    }
  return inner;
}

gboolean
gyre_kind_refuse_variant (const GyreTrait *trait, GVariant *variant, GError **error)
{
  g_autofree char *wanted = gyre_trait_dup_kind_text (trait);

  gyre_value_error_set (error, GYRE_VALUE_ERROR_TYPE, GYRE_VALUE_ERROR_NOWHERE, NULL, "must be of kind %s, is data of type %s", wanted,
                        g_variant_get_type_string (variant));
  return FALSE;
}

gboolean
gyre_kind_check_room (const GyreTrait *trait, GError **error)
{
  if (!trait->nullable || trait->storage == GYRE_STORAGE_POINTER || trait->storage == GYRE_STORAGE_NONE)
    return TRUE;
  gyre_value_error_set (error, GYRE_VALUE_ERROR_CONSTRAINT, GYRE_VALUE_ERROR_NOWHERE, NULL,
                        "can't be .nullable: the field of a %s has no room for none", trait->kind->name);
  return FALSE;
}

/* A text is read as the text of a value; anything else as GObject's own value. Nothing is `none`. */
gboolean
gyre_kind_from_variant (const GyreTrait *trait, GVariant *variant, GyreValue *value, GError **error)
{
  g_auto (GValue) native = G_VALUE_INIT;

  *value = GYRE_NONE;
  if (!gyre_kind_unpack_variant (variant, &native))
    return gyre_kind_refuse_variant (trait, variant, error);
  if (!G_IS_VALUE (&native))
    return TRUE;
  if (G_VALUE_HOLDS_STRING (&native))
    return trait->kind->parse (trait, g_value_get_string (&native), value, error);
  return trait->kind->from_gvalue (trait, &native, value, error);
}

void
gyre_kind_describe (GVariantBuilder *builder, const char *name, const char *text)
{
  g_variant_builder_add (builder, "{sv}", name, g_variant_new_string (text));
}

void
gyre_kind_describe_text (const GyreTrait *trait, GVariantBuilder *builder)
{
  gyre_kind_describe (builder, "type", "string");
}
