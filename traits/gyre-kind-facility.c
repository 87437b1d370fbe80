/* gyre-kind-facility.c: The kind of other components
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Here a facility's value is what was said about it: the text of a specification. Who resolves it to a component, and keeps
 * that in the field, is the model; it does not go through the functions for native values.
 */
#include "gyre-kind-native-private.h"
#include "gyre-literal.h"

static gboolean
facility_parse (const GyreTrait *trait, const char *text, GyreValue *value, GError **error)
{
  if (*text == '\0')
    {
      gyre_value_error_set (error, GYRE_VALUE_ERROR_SYNTAX, GYRE_VALUE_ERROR_NOWHERE, "write a family, family#name, #name, or none",
                            "must say a component, is empty");
      return FALSE;
    }
  *value = (GyreValue) { .present = TRUE, .string = g_strdup (text) };
  return TRUE;
}

static char *
facility_print (const GyreTrait *trait, GyreValue value)
{
  return gyre_literal_quote (value.string);
}

/* Any object can be compatible by its structure, so the property is of no narrower type. */
static GParamSpec *
facility_specify (const GyreTrait *trait, GParamFlags flags)
{
  return g_param_spec_object (trait->descriptor.name, trait->descriptor.name, trait->descriptor.summary,
                              G_TYPE_OBJECT, flags);
}

static gboolean
facility_from_gvalue (const GyreTrait *trait, const GValue *source, GyreValue *value, GError **error)
{
  if (!G_VALUE_HOLDS_OBJECT (source))
    return gyre_kind_refuse_type (trait, source, error);
  *value = (GyreValue) { .present = g_value_get_object (source) != NULL, .object = g_value_get_object (source) };
  return TRUE;
}

static void
facility_to_gvalue (const GyreTrait *trait, GyreValue value, GValue *target)
{
  g_value_set_object (target, value.object);
}

/* As long as it is a text. Whoever has the component itself tells it by its name. */
static gboolean
facility_from_variant (const GyreTrait *trait, GVariant *variant, GyreValue *value, GError **error)
{
  g_auto (GValue) native = G_VALUE_INIT;

  *value = GYRE_NONE;
  if (!gyre_kind_unpack_variant (variant, &native) || (G_IS_VALUE (&native) && !G_VALUE_HOLDS_STRING (&native)))
    return gyre_kind_refuse_variant (trait, variant, error);
  return !G_IS_VALUE (&native) || facility_parse (trait, g_value_get_string (&native), value, error);
}

const GyreKind gyre_kind_facility = {
  .name = "facility",
  .parse = facility_parse,
  .print = facility_print,
  .equal = gyre_kind_equal_strings,
  .copy = gyre_kind_copy_string,
  .clear = gyre_kind_clear_string,
  .specify = facility_specify,
  .from_gvalue = facility_from_gvalue,
  .to_gvalue = facility_to_gvalue,
  .to_variant = gyre_kind_string_to_variant,
  .from_variant = facility_from_variant,
  .describe_schema = gyre_kind_describe_text,
  .is_text = TRUE,
};
