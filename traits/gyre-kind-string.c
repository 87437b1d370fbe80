/* gyre-kind-string.c: The kind of texts
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-kind-private.h"
#include "gyre-literal.h"

/* The text comes without its quotes: the trait has taken them off. */
static gboolean
string_parse (const GyreTrait *trait, const char *text, GyreValue *value, GError **error)
{
  *value = (GyreValue) { .present = TRUE, .string = g_strdup (text) };
  return TRUE;
}

static char *
string_print (const GyreTrait *trait, GyreValue value)
{
  return gyre_literal_quote (value.string);
}

static GParamSpec *
string_specify (const GyreTrait *trait, GParamFlags flags)
{
  return g_param_spec_string (trait->descriptor.name, trait->descriptor.name, trait->descriptor.summary,
                              trait->initial.text, flags);
}

static gboolean
string_from_gvalue (const GyreTrait *trait, const GValue *source, GyreValue *value, GError **error)
{
  if (!G_VALUE_HOLDS_STRING (source))
    return gyre_kind_refuse_type (trait, source, error);
  *value = (GyreValue) { .present = g_value_get_string (source) != NULL, .string = g_value_dup_string (source) };
  return TRUE;
}

static void
string_to_gvalue (const GyreTrait *trait, GyreValue value, GValue *target)
{
  g_value_set_string (target, value.string);
}

const GyreKind gyre_kind_string = {
  .name = "string",
  .parse = string_parse,
  .print = string_print,
  .equal = gyre_kind_equal_strings,
  .copy = gyre_kind_copy_string,
  .clear = gyre_kind_clear_string,
  .validate = gyre_kind_validate_string,
  .specify = string_specify,
  .from_gvalue = string_from_gvalue,
  .to_gvalue = string_to_gvalue,
};
