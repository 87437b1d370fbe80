/* gyre-graph-watch.c: Who hears that a cell has another value
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What watchers have to hear is found and queued under the lock, together with the change; it is told without the lock, by
 * whoever is telling already, in the order in which it was queued. So a watcher that changes cells does not hear of it before
 * all the others have heard of what came before.
 */
#include "gyre-graph-private.h"

typedef struct
{
  GyreCell cell;
  guint64 serial;          /* of the watch that it is for */
  GyreTerm value;
  GError *error;
} Notice;

void
gyre_notice_free (gpointer notice)
{
  Notice *self = notice;

  gyre_term_clear (&self->value);
  g_clear_error (&self->error);
  g_free (self);
}

void
gyre_watch_free (gpointer watch)
{
  GyreWatch *self = watch;

  gyre_term_clear (&self->told);
  g_clear_error (&self->error);
  g_free (self);
}

static gboolean
errors_equal (const GError *error, const GError *other)
{
  if (error == NULL || other == NULL)
    return error == other;
  return error->code == other->code && g_str_equal (error->message, other->message);
}

/* Notes what a known cell holds as told. Says whether it is anything else than before. */
static gboolean
note (GyreGraph *self, GyreCell cell, GyreWatch *watch)
{
  const GyreCellRecord *record = gyre_graph_get_cell (self, cell);
  GyreCell blamed = record->state == GYRE_CELL_FAILED ? (GyreCell) record->value.integer : cell;
  g_autoptr (GError) error = record->state != GYRE_CELL_KNOWN ? gyre_graph_new_failure (self, cell, blamed) : NULL;
  GyreTerm value = { 0 };

  if (error == NULL)
    value = record->value;
  if (gyre_term_equal (value, watch->told) && errors_equal (error, watch->error))
    return FALSE;
  gyre_term_clear (&watch->told);
  watch->told = gyre_term_copy (value);
  g_clear_error (&watch->error);
  watch->error = g_steal_pointer (&error);
  return TRUE;
}

static void
queue_notice (GyreGraph *self, GyreCell cell)
{
  GyreWatch *watch = g_hash_table_lookup (self->watches, GUINT_TO_POINTER (cell));
  Notice *notice;

  if (watch == NULL || !note (self, cell, watch))
    return;
  notice = g_new0 (Notice, 1);
  notice->cell = cell;
  notice->serial = watch->serial;
  notice->value = gyre_term_copy (watch->told);
  notice->error = watch->error != NULL ? g_error_copy (watch->error) : NULL;
  g_ptr_array_add (self->notices, notice);
}

/* gyre_graph_queue_notices: computes the watched cells that a change has reached, and queues what their watchers hear. */
void
gyre_graph_queue_notices (GyreGraph *self)
{
  g_autofree GyreCell *reached = NULL;
  guint length = self->affected->len;

  if (length == 0)
    return;
  reached = g_memdup2 (self->affected->data, length * sizeof (GyreCell));
  g_array_set_size (self->affected, 0);
  /* What is plain is made of nothing, and comes first; the others come as they are computed. */
  for (guint index = 0; index < length; index++)
    {
      GyreCellRecord *record = gyre_graph_get_cell (self, reached[index]);

      if (record->state == GYRE_CELL_DIRTY)
        continue;
      record->is_queued = FALSE;
      g_array_append_val (self->affected, reached[index]);
    }
  for (guint index = 0; index < length; index++)
    gyre_graph_make_known (self, reached[index]);
  for (guint index = 0; index < self->affected->len; index++)
    queue_notice (self, g_array_index (self->affected, GyreCell, index));
  g_array_set_size (self->affected, 0);
}

static Notice *
next_notice (GyreGraph *self)
{
  if (self->next_notice < self->notices->len)
    return g_ptr_array_index (self->notices, self->next_notice++);
  g_ptr_array_set_size (self->notices, 0);
  self->next_notice = 0;
  return NULL;
}

/* Tells one watcher, if it still watches. The lock is not held meanwhile. */
static void
tell_one (GyreGraph *self, Notice *notice)
{
  const GyreWatch *watch = g_hash_table_lookup (self->watches, GUINT_TO_POINTER (notice->cell));
  GyreCellFunction function = NULL;
  gpointer data = NULL;

  if (watch != NULL && watch->serial == notice->serial)
    {
      function = watch->function;
      data = watch->data;
    }
  g_mutex_unlock (&self->mutex);
  if (function != NULL)
    function (self, notice->cell, notice->error == NULL ? &notice->value : NULL, notice->error, data);
  gyre_notice_free (notice);
  g_mutex_lock (&self->mutex);
}

/* gyre_graph_tell: the lock is held; it is not when this returns. */
void
gyre_graph_tell (GyreGraph *self)
{
  Notice *notice;

  if (self->is_telling || self->notices->len == 0)
    {
      g_mutex_unlock (&self->mutex);
      return;
    }
  self->is_telling = TRUE;
  gyre_graph_ref (self);
  while ((notice = next_notice (self)) != NULL)
    tell_one (self, notice);
  self->is_telling = FALSE;
  g_mutex_unlock (&self->mutex);
  gyre_graph_unref (self);
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
  GyreWatch *watch = g_new0 (GyreWatch, 1);

  watch->function = function;
  watch->data = data;
  g_mutex_lock (&graph->mutex);
  g_assert (cell != GYRE_CELL_NONE && cell < graph->length);
  watch->serial = ++graph->serial;
  gyre_graph_make_known (graph, cell);
  note (graph, cell, watch);
  gyre_graph_get_cell (graph, cell)->is_watched = TRUE;
  g_hash_table_replace (graph->watches, GUINT_TO_POINTER (cell), watch);
  g_mutex_unlock (&graph->mutex);
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
  gyre_graph_get_cell (graph, cell)->is_watched = FALSE;
  g_hash_table_remove (graph->watches, GUINT_TO_POINTER (cell));
  g_mutex_unlock (&graph->mutex);
}
