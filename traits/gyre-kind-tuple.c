/* gyre-kind-tuple.c: The kind of a fixed number of values, each of its own kind
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-container-private.h"
#include "gyre-delta.h"

static gboolean
tuple_equal (GyreValue value, GyreValue other)
{
  return value.list == other.list || gyre_list_equal (value.list, other.list);
}

static GyreValue
tuple_copy (GyreValue value)
{
  value.list = gyre_list_ref (value.list);
  return value;
}

static void
tuple_clear (GyreValue value)
{
  gyre_list_unref (value.list);
}

const GyreKind gyre_kind_tuple = {
  .name = "tuple",
  .structured = TRUE,
  .parse = gyre_container_parse,
  .print = gyre_container_print,
  .equal = tuple_equal,
  .copy = tuple_copy,
  .clear = tuple_clear,
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
