/* gyre-succession-private.h: The births of a class, one after the other
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * An instance explains its values by its birth, also when the class has got others since. Births that no instance has are given
 * back, so that a class can change as often as it likes. Instances of a class that keeps no extent can't be asked: its births stay.
 */
#pragma once

#include "gyre-birth-private.h"

typedef struct
{
  GyreBirth *newest;
  guint length;
  guint limit;            /* how many there can be before somebody looks for those that can go */
} GyreSuccession;

/* Under the lock of the owner. */
void       gyre_succession_add    (GyreSuccession *self,
                                   GyreBirth      *birth);
/* Takes out what can go, for gyre_births_free() to free without the lock; NULL while there is nothing. */
GyreBirth *gyre_succession_expire (GyreSuccession *self);
/* A birth with all that are older. */
void       gyre_births_free       (GyreBirth      *newest);
