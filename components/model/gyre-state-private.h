/* gyre-state-private.h: What only some instances have
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * An instance without a name, without observers and with nothing but the values of its class has no state; most instances of
 * which there are many are like that.
 */
#pragma once

#include "gyre-birth-private.h"

typedef struct _GyreObservers GyreObservers;

/* Who hears of the changes of a component; with nobody a set stops at the store. */
typedef enum
{
  GYRE_LISTENING_OBSERVERS = 1 << 0,
  GYRE_LISTENING_REFERENCES = 1 << 1,   /* traits of others are bound to its traits */
  GYRE_LISTENING_HISTORY = 1 << 2,      /* its values are written down */
} GyreListening;

typedef struct
{
  char *name;
  GyreLocator *locator;            /* where the instance was asked for */
  GyreProvenance *provenances;     /* one a slot, of values that are the instance's own; NULL while there are none */
  char **pending;                  /* one a slot: what a facility shall be, said to this instance; NULL while nothing was said */
  GyreObservers *observers;
  gpointer bonds;                  /* what it is bound to and what is bound to it */
  GPtrArray *links;                /* the parts whose traits it shows */
  GHashTable *bases;               /* slot → the list that code has said, under the settings that add to it */
  GyreReport *report;              /* what went wrong while it was built */
  gpointer dynamics;               /* of gyre-dynamic.c; NULL while it has no attributes of its own */
  gpointer kin;                    /* GyreKin: parent, children, holders; NULL for none */
  gpointer history;                /* of gyre-history.c; NULL while nothing is written down */
  guint watched;                   /* the generation of patterns that its observers know */
  guint8 listening;                /* GyreListening: who hears of its changes */
  guint configured : 1;            /* the hook of that name has run */
  guint disposed : 1;              /* its parts are gone and none is built any more */
  guint complete : 1;              /* built; what can only be set while it is built is settled */
  guint listed : 1;                /* already among those whose classes a transaction asks */
  guint building : 1;              /* has its name, and is not built yet */
} GyreState;

GyreState       *gyre_state_ensure        (GyreComponent       *component);
void             gyre_state_free          (GyreComponent       *component);
GyreProvenance  *gyre_state_ensure_provenances (GyreComponent  *component);
void             gyre_state_set_listening (GyreComponent       *component,
                                           GyreListening        who,
                                           gboolean             listens);
void             gyre_state_set_provenance (GyreComponent      *component,
                                           guint                slot,
                                           GyreProvenance       provenance);
const GyreProvenance *gyre_state_get_provenance (GyreComponent *component,
                                           guint                slot);
char           **gyre_state_ensure_pending (GyreComponent      *component);
void             gyre_state_set_pending_text (GyreComponent    *component,
                                           guint                slot,
                                           const char          *text,
                                           GyreProvenance       provenance);
const char      *gyre_state_get_pending   (GyreComponent       *component,
                                           guint                slot);

static inline GyreState *
gyre_state_peek (GyreComponent *component)
{
  return component->state;
}

static inline gboolean
gyre_state_is_disposed (GyreComponent *component)
{
  GyreState *state = component->state;
  return state != NULL && state->disposed;
}

static inline GyreBirth *
gyre_component_get_birth (GyreComponent *component)
{
  return component->birth;
}
