/* gyre-graph.h: Values that follow other values
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-expression.h"
#include "gyre-locator.h"

GYRE_BEGIN_DECLARATIONS

/**
 * GyreGraph: (skip)
 *
 * Cells that hold values, and expressions that make one cell's value from those of others. A cell is a number; it never
 * changes and is given out once. A value is computed when it is asked for and kept until something it was made of changes.
 *
 * Order of calls: add cells; propose what they shall hold, any number of them; commit all of it, or nothing; read. Cells that
 * are watched are told of after the commit, inputs before what is made of them, each once, and only if its value is
 * another one.
 *
 * Nothing here recurses: a chain may be as long as memory allows. Any thread may do anything at any time; the lock inside is a
 * leaf, and no lock is held while a function of the caller runs.
 *
 * Since: 0.1
 */
typedef struct _GyreGraph GyreGraph;

typedef guint32 GyreCell;

/* No cell. */
#define GYRE_CELL_NONE 0

/**
 * GyreGraphError:
 * @GYRE_GRAPH_ERROR_CYCLE: a value would be made of itself; the message has the whole cycle, with each place
 * @GYRE_GRAPH_ERROR_UNDEFINED: nothing has been said about a name that the value is made of
 * @GYRE_GRAPH_ERROR_EVALUATION: an expression can't be computed
 *
 * Since: 0.1
 */
typedef enum
{
  GYRE_GRAPH_ERROR_CYCLE,
  GYRE_GRAPH_ERROR_UNDEFINED,
  GYRE_GRAPH_ERROR_EVALUATION,
} GyreGraphError;

#define GYRE_GRAPH_ERROR (gyre_graph_error_quark ())
GQuark gyre_graph_error_quark (void);

/**
 * GyreCellFunction: (skip)
 * @graph: the graph
 * @cell: the cell
 * @value: (nullable): its new value, borrowed; %NULL when it has none
 * @error: (nullable): why it has none
 * @data: the caller's data
 *
 * Hears that a watched cell has another value.
 *
 * Since: 0.1
 */
typedef void (*GyreCellFunction) (GyreGraph      *graph,
                                  GyreCell        cell,
                                  const GyreTerm *value,
                                  const GError   *error,
                                  gpointer        data);

typedef struct _GyreReceiver GyreReceiver;

/**
 * GyreNotice: (skip)
 * @cell: a cell
 * @serial: of the watch that hears of it
 * @value: its new value, borrowed; undefined when it has none
 * @error: (nullable): why it has none
 *
 * What the watcher of a cell hears.
 *
 * Since: 0.1
 */
typedef struct
{
  /*< public >*/
  GyreCell cell;
  guint64 serial;
  GyreTerm value;
  GError *error;
  /*< private >*/
  const GyreReceiver *receiver;
} GyreNotice;

/**
 * GyreNoticesFunction: (skip)
 * @graph: the graph
 * @notices: (array length=length): what cells hold, in order
 * @length: at least 1, at most %GYRE_GRAPH_TOGETHER
 * @data: the caller's data
 *
 * Hears that watched cells have other values.
 *
 * Since: 0.1
 */
typedef void (*GyreNoticesFunction) (GyreGraph        *graph,
                                     const GyreNotice *notices,
                                     guint             length,
                                     gpointer          data);

#define GYRE_GRAPH_TOGETHER 64

GyreGraph  *gyre_graph_new             (void);
GyreGraph  *gyre_graph_ref             (GyreGraph         *graph);
void        gyre_graph_unref           (GyreGraph         *graph);

/* Cells have names for the sake of messages. The same name gives the same cell. */
GyreCell    gyre_graph_add             (GyreGraph         *graph,
                                        const char        *name);
GyreCell    gyre_graph_find            (GyreGraph         *graph,
                                        const char        *name);
const char *gyre_graph_get_name        (GyreGraph         *graph,
                                        GyreCell           cell);
guint       gyre_graph_get_length      (GyreGraph         *graph);
gboolean    gyre_graph_has_dependents  (GyreGraph         *graph,
                                        GyreCell           cell);

/* What cells shall hold. A proposal is filled by one thread and is nothing before it is committed. It takes values over, and
 * refers to expressions and locators. */
typedef struct _GyreProposal GyreProposal;

GyreProposal *gyre_proposal_new        (GyreGraph         *graph);
void        gyre_proposal_free         (GyreProposal      *proposal);
void        gyre_proposal_set          (GyreProposal      *proposal,
                                        GyreCell           cell,
                                        GyreTerm           value,
                                        GyreLocator       *locator);
void        gyre_proposal_bind         (GyreProposal      *proposal,
                                        GyreCell           cell,
                                        GyreExpression    *expression,
                                        const GyreCell    *inputs,
                                        GyreLocator       *locator);
void        gyre_proposal_forget       (GyreProposal      *proposal,
                                        GyreCell           cell);

/* All of it or nothing. Checks exactly for cycles, computes no value, tells nobody. */
gboolean    gyre_proposal_check        (GyreProposal      *proposal,
                                        GError           **error);
gboolean    gyre_proposal_commit       (GyreProposal      *proposal,
                                        GError           **error);

/* The one change that happens most: a plain value, which the graph takes over. Tells the watchers. */
void        gyre_graph_set             (GyreGraph         *graph,
                                        GyreCell           cell,
                                        GyreTerm           value);

/* What a cell holds now. The value is the caller's. */
gboolean    gyre_graph_read            (GyreGraph         *graph,
                                        GyreCell           cell,
                                        GyreTerm          *value,
                                        GError           **error);
/* What it would hold if a proposal were committed. */
gboolean    gyre_proposal_read         (GyreProposal      *proposal,
                                        GyreCell           cell,
                                        GyreTerm          *value,
                                        GError           **error);
GyreLocator *gyre_graph_dup_locator    (GyreGraph         *graph,
                                        GyreCell           cell);
/* The cells that @cell is made of, directly; as many as returned. Freed with g_free(). */
GyreCell   *gyre_graph_dup_inputs      (GyreGraph         *graph,
                                        GyreCell           cell,
                                        guint             *length);

/* One watcher a cell. */
void        gyre_graph_watch           (GyreGraph         *graph,
                                        GyreCell           cell,
                                        GyreCellFunction   function,
                                        gpointer           data);
guint64     gyre_graph_watch_together  (GyreGraph         *graph,
                                        GyreCell           cell,
                                        GyreNoticesFunction function,
                                        gpointer           data);
void        gyre_graph_unwatch         (GyreGraph         *graph,
                                        GyreCell           cell);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GyreGraph, gyre_graph_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GyreProposal, gyre_proposal_free)

GYRE_END_DECLARATIONS
