/* gyre-kind-catalog.c: The kind of lists by their names
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-container-private.h"
#include "gyre-delta.h"

static gboolean
catalog_equal (GyreValue value, GyreValue other)
{
  return value.mapping == other.mapping || gyre_mapping_equal (value.mapping, other.mapping);
}

static GyreValue
catalog_copy (GyreValue value)
{
  value.mapping = gyre_mapping_ref (value.mapping);
  return value;
}

static void
catalog_clear (GyreValue value)
{
  gyre_mapping_unref (value.mapping);
}

const GyreKind gyre_kind_catalog = {
  .name = "catalog",
  .base = &gyre_kind_mapping,
  .structured = TRUE,
  .parse = gyre_container_parse,
  .print = gyre_container_print,
  .equal = catalog_equal,
  .copy = catalog_copy,
  .clear = catalog_clear,
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
