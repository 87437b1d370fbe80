/* gyre-kind-object.c: The kind of objects that code hands over
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A component that a file can name is a facility. An object of this kind has no name and no text: it is there because code put it.
 */
#include "gyre-kind-native-private.h"

static GType
object_type (const GyreTrait *trait)
{
  GType type = gyre_trait_get_value_type (trait);

  return type != G_TYPE_INVALID ? type : G_TYPE_OBJECT;
}

static gboolean
object_parse (const GyreTrait *trait, const char *text, GyreValue *value, GError **error)
{
  gyre_value_error_set (error, GYRE_VALUE_ERROR_TYPE, GYRE_VALUE_ERROR_NOWHERE, "write none, or let the program set it",
                        "must be an object of type %s, which no text can say", g_type_name (object_type (trait)));
  return FALSE;
}

static char *
object_print (const GyreTrait *trait, GyreValue value)
{
  return g_strdup_printf ("<%s>", G_OBJECT_TYPE_NAME (value.object));
}

static GyreValue
object_copy (GyreValue value)
{
  value.object = g_object_ref (value.object);
  return value;
}

static void
object_clear (GyreValue value)
{
  g_object_unref (value.object);
}

static gboolean
object_validate (const GyreTrait *trait, GyreValue value, GError **error)
{
  if (g_type_is_a (G_OBJECT_TYPE (value.object), object_type (trait)))
    return TRUE;
  gyre_value_error_set (error, GYRE_VALUE_ERROR_TYPE, GYRE_VALUE_ERROR_NOWHERE, NULL, "must be an object of type %s, is one of type %s",
                        g_type_name (object_type (trait)), G_OBJECT_TYPE_NAME (value.object));
  return FALSE;
}

static GParamSpec *
object_specify (const GyreTrait *trait, GParamFlags flags)
{
  const GyreDescriptor *descriptor = &trait->descriptor;

  return g_param_spec_object (descriptor->name, descriptor->name, descriptor->summary, object_type (trait), flags);
}

static gboolean
object_from_gvalue (const GyreTrait *trait, const GValue *source, GyreValue *value, GError **error)
{
  if (!G_VALUE_HOLDS_OBJECT (source))
    return gyre_kind_refuse_type (trait, source, error);
  *value = (GyreValue) { .present = g_value_get_object (source) != NULL, .object = g_value_dup_object (source) };
  return TRUE;
}

static void
object_to_gvalue (const GyreTrait *trait, GyreValue value, GValue *target)
{
  g_value_set_object (target, value.present ? value.object : NULL);
}

static gboolean
object_from_variant (const GyreTrait *trait, GVariant *variant, GyreValue *value, GError **error)
{
  *value = GYRE_NONE;
  return object_parse (trait, "", value, error);
}

static void
object_describe_schema (const GyreTrait *trait, GVariantBuilder *builder)
{
  gyre_kind_describe (builder, "type", "null");
}

const GyreKind gyre_kind_object = {
  .name = "object",
  .parse = object_parse,
  .print = object_print,
  .equal = gyre_kind_equal_pointers,
  .copy = object_copy,
  .clear = object_clear,
  .validate = object_validate,
  .specify = object_specify,
  .from_gvalue = object_from_gvalue,
  .to_gvalue = object_to_gvalue,
  .to_variant = gyre_kind_print_variant,
  .from_variant = object_from_variant,
  .describe_schema = object_describe_schema,
  .is_text = TRUE,
};
