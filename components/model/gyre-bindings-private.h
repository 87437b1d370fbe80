/* gyre-bindings-private.h: What names between braces mean, in one executive
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A name means, in this order: a trait of the living instance that is called so; a trait of the class whose family it is; what
 * a setting says of it. Each name that somebody uses has a cell in the one graph. When an instance comes or goes, or something
 * is said, the cells of the names concerned get their new meaning, and who follows them hears of it.
 */
#pragma once

#include "gyre-graph.h"
#include "gyre-scale-private.h"
#include "gyre-state-private.h"

typedef struct _GyreBindings GyreBindings;
typedef struct _GyreBinding GyreBinding;
typedef struct _GyreRevision GyreRevision;

struct _GyreBindings
{
  GyreExecutive *executive;
  GyreGraph *graph;
  GRecMutex lock;
  GPtrArray *meanings;          /* cell → GyreMeaning */
  GHashTable *owners;           /* owner → GArray of GyreCell */
  GHashTable *unnamed;          /* owner → GyreComponent */
  GHashTable *families;         /* set of cells of GYRE_SENSE_FAMILY */
  GyreExpression *same;         /* the expression of an alias */
  guint revision;               /* the last that has begun; who reads it without the lock sees that something changes */
  GyreRevision *current;        /* whose meanings are being worked out */
  guint numbers;                /* given to components without a name */
  GArray *free_numbers;         /* of guint */
};

/* A trait of a living component that follows others. */
struct _GyreBinding
{
  GyreBinding *next;              /* of the component */
  GyreComponent *component;       /* not counted: it takes its bindings with it */
  const GyreTrait *trait;
  GyreCell cell;
  guint is_committing : 1;
  guint is_told : 1;              /* that the value can't be set */
  guint is_direct : 1;            /* a number goes straight to its field, if nothing unusual is going on */
  guint64 watch;                  /* the serial of the watch; 0 until it watches */
  GyreProvenance provenance;      /* what the trait has while it is bound */
  GyreScale scale;
  GyreExpression *expression;
  char *text;
};

/* What a component has that is bound, or that others are bound to. */
typedef struct
{
  GyreBindings *bindings;
  char *owner;                    /* its name, or one that only serves here */
  guint number;                   /* of that; 0 for a real name */
  GyreBinding *first;
  GyreCell cells[];               /* one a slot */
} GyreBonds;

GyreBindings *gyre_bindings_get           (GyreExecutive     *executive);
GyreBindings *gyre_bindings_peek          (GyreExecutive     *executive);
void          gyre_bindings_free          (gpointer           self);
GyreGraph    *gyre_bindings_get_graph     (GyreBindings      *self);
GyreBonds    *gyre_bindings_ensure_bonds  (GyreBindings      *self,
                                           GyreComponent     *component);
GyreCell      gyre_bindings_require       (GyreBindings      *self,
                                           const char        *key);
GyreBinding  *gyre_bindings_take_watched  (GyreBindings      *self,
                                           GyreCell           cell,
                                           GyreComponent    **component);
guint         gyre_bindings_peek_watched  (GyreBindings      *self,
                                           const GyreNotice  *notices,
                                           guint              length,
                                           GyreBinding      **bindings);
GyreBinding  *gyre_bindings_find          (GyreComponent     *component,
                                           const GyreTrait   *trait);
/* The place for the cell of a trait: an attribute that nobody has declared keeps it itself. */
GyreCell     *gyre_bonds_get_cell         (GyreBonds         *self,
                                           const GyreTrait   *trait);
void          gyre_bindings_foreach       (GyreBindings      *self,
                                           void             (*function) (GyreBinding *binding,
                                                                         gpointer     data),
                                           gpointer           data);
