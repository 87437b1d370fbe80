/* gyre-graph-private.h: The cells of a graph and what leads from one to another
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A cell is 64 bytes, all cells stand in one array, and cells know each other by number. One input and one dependent stand in
 * the cell itself, more of them in blocks that are powers of two long.
 *
 * What holds at all times: a cell that is known has no input that is dirty. So marking stops at a cell that is dirty already.
 * Everything here wants the graph's lock.
 */
#pragma once

#include "gyre-graph.h"

#define GYRE_GRAPH_CHUNK 65536

typedef enum
{
  GYRE_CELL_UNDEFINED,     /* nothing has been said; it counts as known */
  GYRE_CELL_KNOWN,         /* the value is what it is */
  GYRE_CELL_FAILED,        /* the value's integer is the cell that is to blame: itself, or one that it is made of */
  GYRE_CELL_DIRTY,         /* the value is an old one */
} GyreCellState;

/* Whom a cell is made of, and which of its dependents the cell is there. */
typedef struct
{
  GyreCell source;
  guint32 position;
} GyreInput;

/* How many there are, and where: one in place, more from a place of the pool. */
typedef struct
{
  guint32 length;
  guint32 place;
} GyreDependents;

typedef struct
{
  GyreTerm value;
  GyreExpression *expression;
  GyreLocator *locator;
  GyreInput input;         /* the only one; or its source is a place of the pool */
  GyreDependents dependents;
  guint32 n_inputs;
  guint32 mark;            /* of a walk */
  guint32 watch;           /* its place among the watches; 0 for none */
  guint8 state;
  guint8 is_changed : 1;   /* by the proposal that is being looked at */
  guint8 is_queued : 1;    /* for its watcher */
} GyreCellRecord;

G_STATIC_ASSERT (GLIB_SIZEOF_VOID_P != 8 || sizeof (GyreCellRecord) == 64);

/* Blocks of numbers, in powers of two; free ones of each size form a list. */
typedef struct
{
  guint32 *words;
  guint32 length;
  guint32 allocated;
  guint32 free[32];
} GyrePool;

/* Who hears of many cells at once. */
struct _GyreReceiver
{
  GyreNoticesFunction function;
  gpointer data;
};

/* What the watcher of a cell knows. One that nobody has leads to the next such one. */
typedef struct
{
  const GyreReceiver *receiver;  /* or else: */
  GyreCellFunction function;
  union
  {
    gpointer data;
    gsize next;
  };
  guint64 serial;          /* 0 when nobody has it */
  GyreTerm told;
  GError *error;
} GyreWatch;

struct _GyreGraph
{
  gint references;
  GMutex mutex;
  GyreCellRecord *cells;
  char **names;
  guint32 length;          /* with the cell 0, which is none */
  guint32 allocated;
  guint32 *slots;
  guint32 mask;
  GStringChunk *texts;
  GyrePool pool;
  GArray *stack;           /* of cells, for walks */
  GArray *affected;        /* watched cells that a change has reached */
  GHashTable *failures;    /* cell to GError, of the cells that are to blame */
  GArray *watches;         /* of GyreWatch; the first one is none */
  guint32 free_watch;
  GPtrArray *receivers;
  GArray *notices;         /* of GyreNotice: what watchers have yet to hear */
  guint next_notice;
  gboolean is_telling;
  guint64 serial;
  guint64 version;         /* of what the cells hold */
  guint32 mark;
};

static inline GyreCellRecord *
gyre_graph_get_cell (const GyreGraph *self, GyreCell cell)
{
  return &self->cells[cell];
}

static inline GyreWatch *
gyre_graph_get_watch (const GyreGraph *self, guint32 watch)
{
  return &g_array_index (self->watches, GyreWatch, watch);
}

/* Links. */
void            gyre_pool_init              (GyrePool             *pool);
void            gyre_pool_clear             (GyrePool             *pool);
GyreCell        gyre_graph_get_input        (const GyreGraph      *self,
                                             const GyreCellRecord *record,
                                             guint                 index);
const GyreCell *gyre_graph_get_dependents   (const GyreGraph      *self,
                                             const GyreCellRecord *record);
void            gyre_graph_link             (GyreGraph            *self,
                                             GyreCell              cell,
                                             const GyreCell       *inputs,
                                             guint                 length);
void            gyre_graph_unlink           (GyreGraph            *self,
                                             GyreCell              cell);

/* The flow of values. */
void            gyre_graph_reach            (GyreGraph            *self,
                                             GyreCell              cell);
void            gyre_graph_make_known       (GyreGraph            *self,
                                             GyreCell              cell);
void            gyre_graph_hold             (GyreGraph            *self,
                                             GyreCell              cell,
                                             GyreTerm              value);
void            gyre_graph_forget_failure   (GyreGraph            *self,
                                             GyreCell              cell);
GError         *gyre_graph_tell_failure     (GyreGraph            *self,
                                             GyreCell              cell,
                                             GyreCell              blamed,
                                             const GError         *mistake);
GError         *gyre_graph_new_failure      (GyreGraph            *self,
                                             GyreCell              cell,
                                             GyreCell              blamed);
char           *gyre_graph_describe         (GyreGraph            *self,
                                             GyreCell              cell,
                                             GyreLocator          *locator);

/* Watchers. Queues what the affected ones have to hear; then tells, without the lock. */
void            gyre_graph_queue_notices    (GyreGraph            *self);
void            gyre_graph_tell             (GyreGraph            *self);
gboolean        gyre_watch_note             (GyreGraph            *self,
                                             GyreCell              cell,
                                             GyreWatch            *watch);
void            gyre_watch_clear            (gpointer              watch);
void            gyre_notice_clear           (gpointer              notice);

/* Proposals. */
typedef enum
{
  GYRE_CHANGE_SET,
  GYRE_CHANGE_BIND,
  GYRE_CHANGE_FORGET,
} GyreChangeKind;

typedef struct
{
  GyreChangeKind kind;
  GyreCell cell;
  GyreTerm value;
  GyreExpression *expression;
  GyreCell *inputs;
  guint length;
  GyreLocator *locator;
} GyreChange;

struct _GyreProposal
{
  GyreGraph *graph;
  GArray *changes;         /* the last one about a cell counts, and stands where the first one stood */
  GHashTable *numbers;     /* cell to the number of its change, from 1 */
  GHashTable *overlay;     /* cell to what it would hold; NULL when nobody asked */
  guint64 version;         /* of the graph, when somebody asked */
};

GyreChange     *gyre_proposal_find          (GyreProposal         *self,
                                             GyreCell              cell);
void            gyre_proposal_mark          (GyreProposal         *self,
                                             gboolean              is_changed);
GError         *gyre_proposal_find_cycle    (GyreProposal         *self);
void            gyre_proposal_forget_overlay (GyreProposal        *self);
