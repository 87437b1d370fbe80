/* gyre-kin-private.h: Who holds whom
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A tie stands in two rings at once: of what its holder holds, and of who holds its member. A component has one parent at
 * most, so that tie is a part of its own record; those to other holders are made one by one. A tie keeps its member alive.
 *
 * Everything here belongs to the thread that uses the components.
 */
#pragma once

#include "gyre-state-private.h"

typedef struct _GyreTie GyreTie;
typedef struct _GyreKin GyreKin;

struct _GyreTie
{
  GyreComponent *holder;          /* NULL: it is not tied */
  GyreComponent *member;
  GyreTie *previous;              /* of the same holder */
  GyreTie *next;
  GyreTie *other;                 /* of the same member, where the holder is no parent */
};

typedef struct
{
  GyreTie *first;
  GyreTie *last;
  guint length;
  GyreTie *found;                 /* the one that was asked for last by its position; NULL: none */
  guint position;
} GyreTies;

struct _GyreKin
{
  GyreTie parent;
  GyreTies children;
  GyreTies members;
  GyreTie *holders;               /* linked by `other` */
};

/* NULL while it has neither parent nor children nor holders. */
static inline GyreKin *
gyre_kin_peek (GyreComponent *component)
{
  GyreState *state = gyre_state_peek (component);

  return state != NULL ? state->kin : NULL;
}

/* NULL when there is no memory. */
GyreKin  *gyre_kin_ensure       (GyreComponent  *component);
void      gyre_kin_free         (GyreKin        *kin);

/* Both have a record, and the member has no parent. */
void      gyre_kin_tie_child    (GyreComponent  *parent,
                                 GyreComponent  *child);
/* Returns FALSE when there is no memory. */
gboolean  gyre_kin_tie_member   (GyreComponent  *holder,
                                 GyreComponent  *member);
GyreTie  *gyre_kin_find_member  (GyreComponent  *holder,
                                 GyreComponent  *member);

/* Unties; the caller gets the reference that the tie had. */
GyreComponent *gyre_kin_untie   (GyreTie        *tie);

GyreTie  *gyre_kin_get_nth      (GyreTies       *ties,
                                 guint           position);

/* Ends all ties of a component that ends. */
void      gyre_kin_leave        (GyreComponent  *component);
