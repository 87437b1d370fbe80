/* gyre-class-state-private.h: What a class is in one executive
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-birth-private.h"
#include "gyre-census-private.h"
#include "gyre-succession-private.h"

/* A default that code has given to a class, or that the class gives to an inherited trait. */
typedef struct
{
  const GyreTrait *trait;
  char *text;
  GyreProvenance provenance;
} GyreOverride;

typedef struct
{
  GMutex lock;
  guint version;            /* counts what was changed: a birth that was made meanwhile is out of date */
  GyreBirth *current;       /* NULL while nobody needs one */
  GyreSuccession births;
  GArray *overrides;        /* of GyreOverride: of this executive, by code */
  GyreCensus census;        /* the numbers of its instances */
} GyreClassState;

/* Made when it is first needed; it goes with the executive. Any thread. */
GyreClassState *gyre_class_state_get           (GyreActor        *actor,
                                                GyreExecutive    *executive);

/* Without the births. */
void            gyre_class_state_free          (GyreClassState   *self);
void            gyre_class_state_drop_override (GyreClassState   *self,
                                                const GyreTrait  *trait);
