/* gyre-kind-set.c: The kind of lists that have each element once
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-container-private.h"
#include "gyre-delta.h"

static gboolean
set_equal (GyreValue value, GyreValue other)
{
  return value.list == other.list || gyre_list_equal (value.list, other.list);
}

static GyreValue
set_copy (GyreValue value)
{
  value.list = gyre_list_ref (value.list);
  return value;
}

static void
set_clear (GyreValue value)
{
  gyre_list_unref (value.list);
}

/* A list that code made can have an element twice; texts and data never do, as equal ones fall together there. */
static gboolean
set_validate (const GyreTrait *trait, GyreValue value, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (!gyre_container_validate (trait, value, error))
    return FALSE;
  for (guint index = 0; index < gyre_list_get_length (value.list); index++)
    {
      g_autofree char *text = gyre_container_print_element (trait->element, gyre_list_get_kind (value.list, index),
                                                            gyre_list_get_value (value.list, index));
      if (g_hash_table_add (seen, g_strdup (text)))
        continue;
      gyre_value_error_set (error, GYRE_VALUE_ERROR_CONSTRAINT, GYRE_VALUE_ERROR_NOWHERE, NULL, "[%u]: must be in the set once, has %s again",
                            index, text);
      return FALSE;
    }
  return TRUE;
}

const GyreKind gyre_kind_set = {
  .name = "set",
  .structured = TRUE,
  .parse = gyre_container_parse,
  .print = gyre_container_print,
  .equal = set_equal,
  .copy = set_copy,
  .clear = set_clear,
  .validate = set_validate,
  .specify = gyre_container_specify,
  .from_gvalue = gyre_container_from_gvalue,
  .to_gvalue = gyre_container_to_gvalue,
  .to_variant = gyre_container_to_variant,
  .from_variant = gyre_container_from_variant,
  .describe_schema = gyre_container_describe_schema,
  .difference = gyre_container_difference,
  .check_options = gyre_container_check_options,
};
