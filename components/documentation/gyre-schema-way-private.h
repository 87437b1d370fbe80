/* gyre-schema-way-private.h: All ways to write a value, as a JSON Schema
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-trait.h"

/* `{"anyOf": […]}`: what the value of a trait can be in a yaml or json file. */
GVariant *gyre_schema_describe_ways    (const GyreTrait *trait);

/* An empty map, which says nothing and so can stand everywhere. */
GVariant *gyre_schema_describe_nothing (void);
