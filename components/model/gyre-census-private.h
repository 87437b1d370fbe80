/* gyre-census-private.h: The numbers of the instances of a class in one executive
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Every instance gets a number when it is born: 0, 1, 2 and so on, none twice. To find one by its number needs an index, which
 * is made at the first such look-up, from the extent of the class, and kept from then on. What fails for want of memory lets
 * the index go; the next look-up makes it anew. A class that keeps no extent finds those that were entered by hand.
 *
 * The order of locks: the one in here, then that of the extent.
 */
#pragma once

#include "gyre-actor-private.h"
#include "gyre-birth-private.h"
#include "gyre-identity-private.h"

typedef struct _GyreNumbers GyreNumbers;

struct _GyreCensus
{
  guint64 n_births;         /* the number of the next one; atomic */
  GMutex lock;
  GyreNumbers *numbers;     /* atomic for those who only ask whether it is there */
};

void           gyre_census_initialize (GyreCensus     *self);
void           gyre_census_clear      (GyreCensus     *self);

/* Any thread, weakly. @extent can be NULL. A reference, or NULL. */
GyreComponent *gyre_census_find       (GyreCensus     *self,
                                       GyreExtent     *extent,
                                       GType           type,
                                       guint64         number);
/* Entering twice is allowed, and so is leaving what did not enter. */
void           gyre_census_enter      (GyreCensus     *self,
                                       GyreComponent  *component);
void           gyre_census_leave      (GyreCensus     *self,
                                       GyreComponent  *component);

static inline void
gyre_census_take_number (GyreCensus *self, GyreComponent *component)
{
  component->number = __atomic_fetch_add (&self->n_births, 1, __ATOMIC_RELAXED) << GYRE_IDENTITY_FLAG_BITS;
}

static inline gboolean
gyre_census_has_index (GyreCensus *self)
{
  return __atomic_load_n (&self->numbers, __ATOMIC_RELAXED) != NULL;
}

/* N.B. the index is looked at behind the lock of the extent: whoever makes it says so before it walks through the extent, so
 * that an instance is seen by the walk, or sees the index. */
static inline void
gyre_census_add_to_extent (GyreCensus *self, GyreExtent *extent, GyreComponent *component)
{
  gyre_extent_add (extent, (GyreExtentLink *) component->links);
  if (G_UNLIKELY (gyre_census_has_index (self)))
    gyre_census_enter (self, component);
}
