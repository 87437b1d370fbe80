/* gyre-delta.h: What changed in a container, and where
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-trait.h"

GYRE_BEGIN_DECLARATIONS

/**
 * GyreDeltaSort:
 * @GYRE_DELTA_REMOVED: an element went
 * @GYRE_DELTA_ADDED: an element came
 *
 * Since: 0.1
 */
typedef enum
{
  GYRE_DELTA_REMOVED,
  GYRE_DELTA_ADDED,
} GyreDeltaSort;

/**
 * GyreDelta: (skip)
 * @sort: what happened
 * @index: of a list, tuple or array where, counted when the deltas before this one are done
 * @key: (nullable): of a mapping, which entry
 * @element: the trait that the element obeys
 * @value: the element, owned by the delta
 *
 * One step from the old value of a container to the new one. Doing all of them in order on the old value gives the new one.
 *
 * Since: 0.1
 */
typedef struct
{
  GyreDeltaSort    sort;
  guint            index;
  char            *key;
  const GyreTrait *element;
  GyreValue        value;
} GyreDelta;

GyreDelta *gyre_delta_new          (GyreDeltaSort     sort,
                                    guint             index,
                                    const char       *key,
                                    const GyreTrait  *element,
                                    GyreValue         value);
void       gyre_delta_free         (GyreDelta        *delta);
char      *gyre_delta_to_string    (const GyreDelta  *delta);

/* (element-type GyreDelta) (transfer full): the steps; empty when nothing changed, NULL when the kind is no container. */
GPtrArray *gyre_trait_list_deltas  (const GyreTrait  *trait,
                                    GyreValue         old_value,
                                    GyreValue         new_value);

GYRE_END_DECLARATIONS
