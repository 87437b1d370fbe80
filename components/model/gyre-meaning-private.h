/* gyre-meaning-private.h: What a name between braces means now
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-bindings-private.h"

typedef enum
{
  GYRE_SENSE_NEW,               /* nobody has looked yet */
  GYRE_SENSE_UNDEFINED,
  GYRE_SENSE_TRAIT,             /* of a living instance, which sets the cell */
  GYRE_SENSE_BOUND,             /* the same, and the trait follows others */
  GYRE_SENSE_FAMILY,
  GYRE_SENSE_SAID,              /* by a setting, or an alias for another name */
} GyreSense;

typedef struct
{
  GyreCell cell;
  guint owner_length;           /* of the key, before its last dot */
  GyreSense sense;
  guint revision;               /* the last one that looked at it */
  GyreBinding *binding;         /* of GYRE_SENSE_BOUND */
} GyreMeaning;

/* NULL for a cell that is no name. Under the lock. */
static inline GyreMeaning *
gyre_meaning_get (GyreBindings *bindings, GyreCell cell)
{
  return cell < bindings->meanings->len ? g_ptr_array_index (bindings->meanings, cell) : NULL;
}
