/* gyre-graph-watch.c: Who hears that a cell has another value
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-graph-private.h"
#include "gyre-term-private.h"

void
gyre_watch_clear (gpointer watch)
{
  GyreWatch *self = watch;

  gyre_term_clear (&self->told);
  g_clear_error (&self->error);
}

static gboolean
errors_equal (const GError *error, const GError *other)
{
  if (error == NULL || other == NULL)
    return error == other;
  return error->code == other->code && g_str_equal (error->message, other->message);
}

static gboolean
note_failure (GyreGraph *self, GyreCell cell, GyreWatch *watch)
{
  const GyreCellRecord *record = gyre_graph_get_cell (self, cell);
  GyreCell blamed = record->state == GYRE_CELL_FAILED ? (GyreCell) record->value.integer : cell;
  g_autoptr (GError) error = gyre_graph_new_failure (self, cell, blamed);

  if (errors_equal (error, watch->error))
    return FALSE;
  gyre_watch_clear (watch);
  watch->error = g_steal_pointer (&error);
  return TRUE;
}

/* gyre_watch_note: notes what a known cell holds as told. Says whether it is anything else than before. */
gboolean
gyre_watch_note (GyreGraph *self, GyreCell cell, GyreWatch *watch)
{
  const GyreCellRecord *record = gyre_graph_get_cell (self, cell);

  if (G_UNLIKELY (record->state != GYRE_CELL_KNOWN))
    return note_failure (self, cell, watch);
  if (watch->error == NULL && gyre_term_equal (record->value, watch->told))
    return FALSE;
  if (gyre_term_owns (&watch->told) || watch->error != NULL)
    gyre_watch_clear (watch);
  watch->told = gyre_term_owns (&record->value) ? gyre_term_copy (record->value) : record->value;
  return TRUE;
}

static guint32
take_watch (GyreGraph *self)
{
  guint32 number = self->free_watch;

  if (number != 0)
    {
      self->free_watch = (guint32) gyre_graph_get_watch (self, number)->next;
      return number;
    }
  number = self->watches->len;
  g_array_set_size (self->watches, number + 1);
  return number;
}

static void
give_back (GyreGraph *self, GyreCellRecord *record)
{
  guint32 number = record->watch;
  GyreWatch *watch = gyre_graph_get_watch (self, number);

  if (number == 0)
    return;
  gyre_watch_clear (watch);
  *watch = (GyreWatch) { .next = self->free_watch };
  self->free_watch = number;
  record->watch = 0;
}

static guint64
watch_cell (GyreGraph *self, GyreCell cell, GyreWatch watch)
{
  GyreCellRecord *record = gyre_graph_get_cell (self, cell);
  guint32 number;

  g_assert (cell != GYRE_CELL_NONE && cell < self->length);
  give_back (self, record);
  number = take_watch (self);
  watch.serial = ++self->serial;
  gyre_graph_make_known (self, cell);
  *gyre_graph_get_watch (self, number) = watch;
  gyre_watch_note (self, cell, gyre_graph_get_watch (self, number));
  record->watch = number;
  return watch.serial;
}

/* There are few, and they stay. */
static const GyreReceiver *
get_receiver (GyreGraph *self, GyreNoticesFunction function, gpointer data)
{
  GyreReceiver *receiver;

  for (guint index = 0; index < self->receivers->len; index++)
    {
      receiver = g_ptr_array_index (self->receivers, index);
      if (receiver->function == function && receiver->data == data)
        return receiver;
    }
  receiver = g_new (GyreReceiver, 1);
  *receiver = (GyreReceiver) { function, data };
  g_ptr_array_add (self->receivers, receiver);
  return receiver;
}

/**
 * gyre_graph_watch: (skip)
 * @graph: a graph
 * @cell: one of its cells
 * @function: what hears that the cell has another value
 * @data: for @function
 *
 * Watches a cell, and computes it; @function hears of what comes after. Whoever watched it before does no more.
 *
 * @function runs without a lock, in the thread that made the change or in one that is telling of another change; one call at a
 * time for the whole graph. It may do anything with the graph.
 *
 * Since: 0.1
 */
void
gyre_graph_watch (GyreGraph *graph, GyreCell cell, GyreCellFunction function, gpointer data)
{
  g_mutex_lock (&graph->mutex);
  watch_cell (graph, cell, (GyreWatch) { .function = function, .data = data });
  g_mutex_unlock (&graph->mutex);
}

/**
 * gyre_graph_watch_together: (skip)
 * @graph: a graph
 * @cell: one of its cells
 * @function: what hears that the cell has another value
 * @data: for @function
 *
 * Watches a cell as gyre_graph_watch() does, for one who watches many with the same @function and @data: it hears of several at
 * once. It can still get notices of watches that have ended meanwhile, and knows them by their serials.
 *
 * Returns: the serial of this watch, never 0
 *
 * Since: 0.1
 */
guint64
gyre_graph_watch_together (GyreGraph *graph, GyreCell cell, GyreNoticesFunction function, gpointer data)
{
  guint64 serial;

  g_mutex_lock (&graph->mutex);
  serial = watch_cell (graph, cell, (GyreWatch) { .receiver = get_receiver (graph, function, data) });
  g_mutex_unlock (&graph->mutex);
  return serial;
}

/**
 * gyre_graph_unwatch: (skip)
 * @graph: a graph
 * @cell: one of its cells
 *
 * Ends a watch. No call of its function begins after that in the thread that says so; one may be running in another thread.
 *
 * Since: 0.1
 */
void
gyre_graph_unwatch (GyreGraph *graph, GyreCell cell)
{
  g_mutex_lock (&graph->mutex);
  g_assert (cell != GYRE_CELL_NONE && cell < graph->length);
  give_back (graph, gyre_graph_get_cell (graph, cell));
  g_mutex_unlock (&graph->mutex);
}
