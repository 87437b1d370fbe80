/* gyre-kind-path.c: The kind of names of files
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A path is normalised however it comes in, so that two spellings of one path are one value.
 */
#include "gyre-kind-native-private.h"
#include "gyre-literal.h"
#include "gyre-path.h"

static gboolean
path_parse (const GyreTrait *trait, const char *text, GyreValue *value, GError **error)
{
  *value = (GyreValue) { .present = TRUE, .string = gyre_path_normalize (text) };
  return TRUE;
}

static char *
path_print (const GyreTrait *trait, GyreValue value)
{
  return gyre_literal_quote (value.string);
}

static GParamSpec *
path_specify (const GyreTrait *trait, GParamFlags flags)
{
  g_autofree char *initial = trait->initial.text != NULL ? gyre_path_normalize (trait->initial.text) : NULL;

  return g_param_spec_string (trait->descriptor.name, trait->descriptor.name, trait->descriptor.summary, initial, flags);
}

static gboolean
path_from_gvalue (const GyreTrait *trait, const GValue *source, GyreValue *value, GError **error)
{
  if (!G_VALUE_HOLDS_STRING (source))
    return gyre_kind_refuse_type (trait, source, error);
  *value = GYRE_NONE;
  return g_value_get_string (source) == NULL || path_parse (trait, g_value_get_string (source), value, error);
}

const GyreKind gyre_kind_path = {
  .name = "path",
  .base = &gyre_kind_string,
  .parse = path_parse,
  .print = path_print,
  .equal = gyre_kind_equal_strings,
  .copy = gyre_kind_copy_string,
  .clear = gyre_kind_clear_string,
  .validate = gyre_kind_validate_string,
  .specify = path_specify,
  .from_gvalue = path_from_gvalue,
  .to_gvalue = gyre_kind_string_to_gvalue,
  .to_variant = gyre_kind_string_to_variant,
  .from_variant = gyre_kind_string_from_variant,
  .describe_schema = gyre_kind_describe_text,
  .is_text = TRUE,
};
