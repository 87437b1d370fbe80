/* gyre-kind-boolean.c: The kind of yes and no
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-kind-native-private.h"

#include <string.h>

/* An empty text is true: it is what a flag without a value says on the command line. */
static const char * const true_words[] = { "true", "yes", "on", "1", "t", "y", "", NULL };
static const char * const false_words[] = { "false", "no", "off", "0", "f", "n", NULL };

static gboolean
is_one_of (const char *text, const char * const *words)
{
  for (guint index = 0; words[index] != NULL; index++)
    if (g_ascii_strcasecmp (text, words[index]) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
boolean_parse (const GyreTrait *trait, const char *text, GyreValue *value, GError **error)
{
  *value = (GyreValue) { .present = TRUE, .boolean = is_one_of (text, true_words) };
  if (value->boolean || is_one_of (text, false_words))
    return TRUE;
  gyre_value_error_set (error, GYRE_VALUE_ERROR_UNKNOWN, GYRE_VALUE_ERROR_NOWHERE, "write true, yes, on, 1 or false, no, off, 0",
                        "must be true or false, is '%s'", text);
  return FALSE;
}

static char *
boolean_print (const GyreTrait *trait, GyreValue value)
{
  return g_strdup (value.boolean ? "true" : "false");
}

static gboolean
boolean_equal (GyreValue value, GyreValue other)
{
  return !value.boolean == !other.boolean;
}

static GParamSpec *
boolean_specify (const GyreTrait *trait, GParamFlags flags)
{
  if (trait->storage == GYRE_STORAGE_MAYBE_BOOLEAN)
    return gyre_kind_specify_maybe (trait, flags, G_VARIANT_TYPE ("mb"));
  return g_param_spec_boolean (trait->descriptor.name, trait->descriptor.name, trait->descriptor.summary,
                               trait->initial.boolean, flags);
}

static gboolean
boolean_from_gvalue (const GyreTrait *trait, const GValue *source, GyreValue *value, GError **error)
{
  if (!G_VALUE_HOLDS_BOOLEAN (source))
    return gyre_kind_refuse_type (trait, source, error);
  *value = (GyreValue) { .present = TRUE, .boolean = g_value_get_boolean (source) };
  return TRUE;
}

static void
boolean_to_gvalue (const GyreTrait *trait, GyreValue value, GValue *target)
{
  g_value_set_boolean (target, value.boolean);
}

static GVariant *
boolean_to_variant (const GyreTrait *trait, GyreValue value)
{
  return g_variant_new_boolean (value.boolean);
}

static void
boolean_describe_schema (const GyreTrait *trait, GVariantBuilder *builder)
{
  gyre_kind_describe (builder, "type", "boolean");
}

const GyreKind gyre_kind_boolean = {
  .name = "boolean",
  .parse = boolean_parse,
  .print = boolean_print,
  .equal = boolean_equal,
  .specify = boolean_specify,
  .from_gvalue = boolean_from_gvalue,
  .to_gvalue = boolean_to_gvalue,
  .to_variant = boolean_to_variant,
  .from_variant = gyre_kind_from_variant,
  .describe_schema = boolean_describe_schema,
};
