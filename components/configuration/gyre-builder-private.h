/* gyre-builder-private.h: Makes events of formats that nest: yaml, json, pml
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Order of calls: open a section for each mapping that is a value, with its key; assign what it says; close it; free the
 * builder when all is read. Mistakes in names are told in the report; what is in a section with a wrong name is read on.
 *
 * A key is a dotted name, at any level. That of a section may be `family # name`, which is a condition, also inside other
 * conditions. That of a value may end with an operator, `shapes +=`, and `@include` names files. Every text is copied, if it
 * is no part of the source.
 */
#pragma once

#include "gyre-event-private.h"

/* A text that was read, and where. Where it is not as it was written, segments tell the places of its parts: of each only
 * offset, line and column count. */
typedef struct
{
  const char *text;
  gsize length;
  guint line;
  guint column;
  const GyreEventSegment *segments;
  guint n_segments;
} GyreText;

typedef struct _GyreBuilder GyreBuilder;

GyreBuilder *gyre_builder_new              (GyreEvents          *events,
                                            GyreReport          *report);
void         gyre_builder_free             (GyreBuilder         *builder);

void         gyre_builder_open             (GyreBuilder         *builder,
                                            const GyreText      *key);
void         gyre_builder_open_conditional (GyreBuilder         *builder,
                                            const GyreText      *family,
                                            const GyreText      *name);
void         gyre_builder_close            (GyreBuilder         *builder);
guint        gyre_builder_get_depth        (GyreBuilder         *builder);

void         gyre_builder_assign           (GyreBuilder         *builder,
                                            const GyreText      *key,
                                            const GyreText      *value);
void         gyre_builder_assign_with      (GyreBuilder         *builder,
                                            const GyreText      *key,
                                            GyreSettingOperator  operator,
                                            const GyreText      *value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GyreBuilder, gyre_builder_free)
