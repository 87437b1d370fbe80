/* gyre-kind-environment-variable.c: The kind of texts that the environment suggests
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The default is what the variable says when the default is asked for, and the text of the declaration where there is no such variable.
 * Only the default comes from there: whatever is said about the trait itself wins.
 */
#include "gyre-kind-native-private.h"
#include "gyre-literal.h"

#include <string.h>

const char *
gyre_kind_environment_variable_get_initial (const GyreTrait *trait)
{
  const char *variable = gyre_trait_get_options (trait)->variable;
  const char *text = variable != NULL ? g_getenv (variable) : NULL;

  return text != NULL ? text : trait->initial.text;
}

static gboolean
variable_parse (const GyreTrait *trait, const char *text, GyreValue *value, GError **error)
{
  *value = (GyreValue) { .present = TRUE, .string = g_strdup (text) };
  return TRUE;
}

static char *
variable_print (const GyreTrait *trait, GyreValue value)
{
  return gyre_literal_quote (value.string);
}

static gboolean
variable_check_options (const GyreTrait *trait, GError **error)
{
  const char *variable = gyre_trait_get_options (trait)->variable;

  if (variable != NULL && *variable != '\0' && strchr (variable, '=') == NULL)
    return TRUE;
  gyre_value_error_set (error, GYRE_VALUE_ERROR_CONSTRAINT, GYRE_VALUE_ERROR_NOWHERE, "write .variable = \"HOME\"",
                        "has no .variable that the environment can have: '%s'", variable != NULL ? variable : "");
  return FALSE;
}

const GyreKind gyre_kind_environment_variable = {
  .name = "environment variable",
  .base = &gyre_kind_string,
  .parse = variable_parse,
  .print = variable_print,
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
  .check_options = variable_check_options,
  .is_text = TRUE,
};
