/* gyre-kind-string.c: The kind of texts
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-kind-native-private.h"
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

const GyreKind gyre_kind_string = {
  .name = "string",
  .parse = string_parse,
  .print = string_print,
  .equal = gyre_kind_equal_strings,
  .copy = gyre_kind_copy_string,
  .clear = gyre_kind_clear_string,
  .validate = gyre_kind_validate_string,
  .specify = gyre_kind_specify_string,
  .from_gvalue = gyre_kind_string_from_gvalue,
  .to_gvalue = gyre_kind_string_to_gvalue,
  .to_variant = gyre_kind_string_to_variant,
  .from_variant = gyre_kind_string_from_variant,
  .describe_schema = gyre_kind_describe_text,
  .is_text = TRUE,
};
