/* gyre-kind-set.c: The kind of lists that have each element once
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-container-private.h"

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
  .validate = set_validate,
  GYRE_CONTAINER_FUNCTIONS (list),
};
