/* gyre-kind-list.c: The kind of lists of one kind
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-container-private.h"
#include "gyre-delta.h"

static gboolean
list_equal (GyreValue value, GyreValue other)
{
  return value.list == other.list || gyre_list_equal (value.list, other.list);
}

static GyreValue
list_copy (GyreValue value)
{
  value.list = gyre_list_ref (value.list);
  return value;
}

static void
list_clear (GyreValue value)
{
  gyre_list_unref (value.list);
}

const GyreKind gyre_kind_list = {
  .name = "list",
  .structured = TRUE,
  .parse = gyre_container_parse,
  .print = gyre_container_print,
  .equal = list_equal,
  .copy = list_copy,
  .clear = list_clear,
  .validate = gyre_container_validate,
  .specify = gyre_container_specify,
  .from_gvalue = gyre_container_from_gvalue,
  .to_gvalue = gyre_container_to_gvalue,
  .to_variant = gyre_container_to_variant,
  .from_variant = gyre_container_from_variant,
  .describe_schema = gyre_container_describe_schema,
  .difference = gyre_container_difference,
  .check_options = gyre_container_check_options,
};
