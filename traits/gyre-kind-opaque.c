/* gyre-kind-opaque.c: The kind of properties whose values no other kind knows
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Only the properties of plain GObject code are of this kind: they are listed and shown, and passed on as they are.
 */
#include "gyre-kind-native-private.h"

static gboolean
opaque_parse (const GyreTrait *trait, const char *text, GyreValue *value, GError **error)
{
  gyre_value_error_set (error, GYRE_VALUE_ERROR_TYPE, GYRE_VALUE_ERROR_NOWHERE, NULL,
                        "a value of type %s has no text form", g_type_name (gyre_trait_get_value_type (trait)));
  return FALSE;
}

static char *
opaque_print (const GyreTrait *trait, GyreValue value)
{
  return g_strdup_printf ("<%s>", g_type_name (gyre_trait_get_value_type (trait)));
}

static gboolean
opaque_equal (GyreValue value, GyreValue other)
{
  return value.pointer == other.pointer;
}

static gboolean
opaque_from_gvalue (const GyreTrait *trait, const GValue *source, GyreValue *value, GError **error)
{
  *value = (GyreValue) { .present = g_value_fits_pointer (source) && g_value_peek_pointer (source) != NULL };
  if (value->present)
    value->pointer = g_value_peek_pointer (source);
  return TRUE;
}

static void
opaque_to_gvalue (const GyreTrait *trait, GyreValue value, GValue *target)
{
}

static gboolean
opaque_from_variant (const GyreTrait *trait, GVariant *variant, GyreValue *value, GError **error)
{
  *value = GYRE_NONE;
  return opaque_parse (trait, "", value, error);
}

/* It is shown, and can't be written. */
static void
opaque_describe_schema (const GyreTrait *trait, GVariantBuilder *builder)
{
  gyre_kind_describe (builder, "type", "string");
  g_variant_builder_add (builder, "{sv}", "readOnly", g_variant_new_boolean (TRUE));
}

const GyreKind gyre_kind_opaque = {
  .name = "opaque",
  .parse = opaque_parse,
  .print = opaque_print,
  .equal = opaque_equal,
  .from_gvalue = opaque_from_gvalue,
  .to_gvalue = opaque_to_gvalue,
  .to_variant = gyre_kind_print_variant,
  .from_variant = opaque_from_variant,
  .describe_schema = opaque_describe_schema,
  .is_text = TRUE,
};
