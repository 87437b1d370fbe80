/* gyre-schema-way-private.h: All ways to write a value, as a JSON Schema
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-trait.h"

/* A part of a schema is a map; a text that is NULL is left out. */
void      gyre_schema_begin            (GVariantBuilder *builder);
void      gyre_schema_add_text         (GVariantBuilder *builder,
                                        const char      *name,
                                        const char      *text);

/* `{NAME: TEXT}` */
GVariant *gyre_schema_new_member       (const char      *name,
                                        const char      *text);

/* `{"anyOf": […]}`: what the value of a trait can be in a yaml or json file. */
GVariant *gyre_schema_describe_ways    (const GyreTrait *trait);

/* An empty map, which says nothing and so can stand everywhere. */
GVariant *gyre_schema_describe_nothing (void);
