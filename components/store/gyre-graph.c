/* gyre-graph.c: Values that follow other values
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-graph.h"
#include "gyre-fragment-private.h"
#include "gyre-graph-private.h"

#include <string.h>

enum { FIRST_SLOTS = 16 };

G_DEFINE_QUARK (gyre-graph-error-quark, gyre_graph_error)

static void
add_record (GyreGraph *self)
{
  if (self->length == self->allocated)
    {
      self->allocated = MAX (self->allocated * 2, FIRST_SLOTS);
      self->cells = g_renew (GyreCellRecord, self->cells, self->allocated);
      self->names = g_renew (char *, self->names, self->allocated);
    }
  memset (&self->cells[self->length], 0, sizeof (GyreCellRecord));
  self->names[self->length] = NULL;
  self->length++;
}

/**
 * gyre_graph_new: (skip)
 *
 * Returns: (transfer full): a graph without cells
 *
 * Since: 0.1
 */
GyreGraph *
gyre_graph_new (void)
{
  GyreGraph *self = g_new0 (GyreGraph, 1);

  self->references = 1;
  g_mutex_init (&self->mutex);
  self->slots = g_new0 (guint32, FIRST_SLOTS);
  self->mask = FIRST_SLOTS - 1;
  self->texts = g_string_chunk_new (GYRE_GRAPH_CHUNK);
  self->stack = g_array_new (FALSE, FALSE, sizeof (GyreCell));
  self->affected = g_array_new (FALSE, FALSE, sizeof (GyreCell));
  self->failures = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_error_free);
  self->watches = g_array_new (FALSE, TRUE, sizeof (GyreWatch));
  g_array_set_size (self->watches, 1);
  g_array_set_clear_func (self->watches, gyre_watch_clear);
  self->receivers = g_ptr_array_new_with_free_func (g_free);
  self->notices = g_array_new (FALSE, FALSE, sizeof (GyreNotice));
  gyre_pool_init (&self->pool);
  add_record (self);
  return self;
}

/**
 * gyre_graph_ref: (skip)
 * @graph: a graph
 *
 * Takes a reference. Any thread may call it.
 *
 * Returns: @graph
 *
 * Since: 0.1
 */
GyreGraph *
gyre_graph_ref (GyreGraph *graph)
{
  g_atomic_int_inc (&graph->references);
  return graph;
}

static void
graph_free (GyreGraph *self)
{
  for (guint32 cell = 1; cell < self->length; cell++)
    {
      gyre_term_clear (&self->cells[cell].value);
      g_clear_pointer (&self->cells[cell].expression, gyre_expression_unref);
      g_clear_pointer (&self->cells[cell].locator, gyre_locator_unref);
    }
  for (guint index = self->next_notice; index < self->notices->len; index++)
    gyre_notice_clear (&g_array_index (self->notices, GyreNotice, index));
  g_array_unref (self->notices);
  g_array_unref (self->watches);
  g_ptr_array_unref (self->receivers);
  g_hash_table_unref (self->failures);
  g_array_unref (self->affected);
  g_array_unref (self->stack);
  g_string_chunk_free (self->texts);
  gyre_pool_clear (&self->pool);
  g_free (self->slots);
  g_free (self->names);
  g_free (self->cells);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

/**
 * gyre_graph_unref: (skip)
 * @graph: a graph
 *
 * Drops a reference. Any thread may call it.
 *
 * Since: 0.1
 */
void
gyre_graph_unref (GyreGraph *graph)
{
  if (g_atomic_int_dec_and_test (&graph->references))
    graph_free (graph);
}

static guint32
hash_name (const char *name)
{
  return gyre_fragment_hash (name, strlen (name));
}

static guint32 *
find_slot (GyreGraph *self, const char *name)
{
  guint32 position = hash_name (name) & self->mask;

  while (self->slots[position] != GYRE_CELL_NONE && strcmp (self->names[self->slots[position]], name) != 0)
    position = (position + 1) & self->mask;
  return &self->slots[position];
}

static void
grow_slots (GyreGraph *self)
{
  g_free (self->slots);
  self->mask = self->mask * 2 + 1;
  self->slots = g_new0 (guint32, (gsize) self->mask + 1);
  for (guint32 cell = 1; cell < self->length; cell++)
    *find_slot (self, self->names[cell]) = cell;
}

static GyreCell
add_cell (GyreGraph *self, const char *name)
{
  guint32 *slot = find_slot (self, name);
  GyreCell cell = *slot;

  if (cell != GYRE_CELL_NONE)
    return cell;
  g_assert (self->length < G_MAXINT32);
  cell = self->length;
  add_record (self);
  self->names[cell] = g_string_chunk_insert (self->texts, name);
  *slot = cell;
  if ((guint64) self->length * 3 > ((guint64) self->mask + 1) * 2)
    grow_slots (self);
  return cell;
}

/**
 * gyre_graph_add: (skip)
 * @graph: a graph
 * @name: any text
 *
 * Adds a cell of which nothing has been said, or finds the one that there is. Any thread may call it.
 *
 * Returns: the cell of that name
 *
 * Since: 0.1
 */
GyreCell
gyre_graph_add (GyreGraph *graph, const char *name)
{
  GyreCell cell;

  g_return_val_if_fail (graph != NULL && name != NULL, GYRE_CELL_NONE);
  g_mutex_lock (&graph->mutex);
  cell = add_cell (graph, name);
  g_mutex_unlock (&graph->mutex);
  return cell;
}

/**
 * gyre_graph_find: (skip)
 * @graph: a graph
 * @name: any text
 *
 * Finds a cell. Any thread may call it.
 *
 * Returns: the cell of that name, or %GYRE_CELL_NONE
 *
 * Since: 0.1
 */
GyreCell
gyre_graph_find (GyreGraph *graph, const char *name)
{
  GyreCell cell;

  g_return_val_if_fail (graph != NULL && name != NULL, GYRE_CELL_NONE);
  g_mutex_lock (&graph->mutex);
  cell = *find_slot (graph, name);
  g_mutex_unlock (&graph->mutex);
  return cell;
}

/* The lock is taken; a cell that was not given out is a programmer's mistake. */
static gboolean
has_cell (GyreGraph *self, GyreCell cell)
{
  return cell != GYRE_CELL_NONE && cell < self->length;
}

/**
 * gyre_graph_get_name: (skip)
 * @graph: a graph
 * @cell: one of its cells
 *
 * Any thread may call it.
 *
 * Returns: (transfer none): the cell's name, which lives as long as the graph
 *
 * Since: 0.1
 */
const char *
gyre_graph_get_name (GyreGraph *graph, GyreCell cell)
{
  const char *name = NULL;

  g_mutex_lock (&graph->mutex);
  if (has_cell (graph, cell))
    name = graph->names[cell];
  g_mutex_unlock (&graph->mutex);
  g_return_val_if_fail (name != NULL, NULL);
  return name;
}

/**
 * gyre_graph_get_length: (skip)
 * @graph: a graph
 *
 * Any thread may call it.
 *
 * Returns: how many cells it has
 *
 * Since: 0.1
 */
guint
gyre_graph_get_length (GyreGraph *graph)
{
  guint length;

  g_mutex_lock (&graph->mutex);
  length = graph->length - 1;
  g_mutex_unlock (&graph->mutex);
  return length;
}

/**
 * gyre_graph_has_dependents: (skip)
 * @graph: a graph
 * @cell: one of its cells
 *
 * Any thread may call it.
 *
 * Returns: whether another cell is made of it
 *
 * Since: 0.1
 */
gboolean
gyre_graph_has_dependents (GyreGraph *graph, GyreCell cell)
{
  gboolean answer;

  g_mutex_lock (&graph->mutex);
  answer = has_cell (graph, cell) && gyre_graph_get_cell (graph, cell)->dependents.length > 0;
  g_mutex_unlock (&graph->mutex);
  return answer;
}

static void
set_plain (GyreGraph *self, GyreCell cell, GyreTerm value)
{
  GyreCellRecord *record = gyre_graph_get_cell (self, cell);

  if (record->n_inputs > 0)
    gyre_graph_unlink (self, cell);
  g_clear_pointer (&record->expression, gyre_expression_unref);
  gyre_graph_hold (self, cell, value);
  gyre_graph_reach (self, cell);
}

/**
 * gyre_graph_set: (skip)
 * @graph: a graph
 * @cell: one of its cells
 * @value: its value, which the graph takes over; an undefined one forgets the cell
 *
 * Says what a cell holds. Where the cell's value was said stays as it was. Watchers are told before it returns, unless they are
 * being told of something else already: then they are told after that. Any thread may call it.
 *
 * Since: 0.1
 */
void
gyre_graph_set (GyreGraph *graph, GyreCell cell, GyreTerm value)
{
  gboolean fine;

  g_mutex_lock (&graph->mutex);
  fine = has_cell (graph, cell);
  if (fine)
    {
      set_plain (graph, cell, value);
      gyre_graph_queue_notices (graph);
    }
  else
    gyre_term_clear (&value);
  gyre_graph_tell (graph);
  g_return_if_fail (fine);
}

/**
 * gyre_graph_read: (skip)
 * @graph: a graph
 * @cell: one of its cells
 * @value: (out): what it holds; the caller's
 * @error: return location for an error of [error@Gyre.GraphError]
 *
 * Reads a cell, and computes before what is not known. Any thread may call it.
 *
 * Returns: whether there is a value
 *
 * Since: 0.1
 */
gboolean
gyre_graph_read (GyreGraph *graph, GyreCell cell, GyreTerm *value, GError **error)
{
  gboolean fine = FALSE;
  GError *failure = NULL;
  const GyreCellRecord *record;

  *value = (GyreTerm) { .kind = GYRE_TERM_UNDEFINED };
  g_mutex_lock (&graph->mutex);
  g_assert (has_cell (graph, cell));
  gyre_graph_make_known (graph, cell);
  record = gyre_graph_get_cell (graph, cell);
  fine = record->state == GYRE_CELL_KNOWN;
  if (fine)
    *value = gyre_term_copy (record->value);
  else if (error != NULL)
    failure = gyre_graph_new_failure (graph, cell, record->state == GYRE_CELL_UNDEFINED ? cell : (GyreCell) record->value.integer);
  g_mutex_unlock (&graph->mutex);
  if (failure != NULL)
    g_propagate_error (error, failure);
  return fine;
}

/**
 * gyre_graph_dup_locator: (skip)
 * @graph: a graph
 * @cell: one of its cells
 *
 * Any thread may call it.
 *
 * Returns: (transfer full) (nullable): where what it holds was said
 *
 * Since: 0.1
 */
GyreLocator *
gyre_graph_dup_locator (GyreGraph *graph, GyreCell cell)
{
  GyreLocator *locator;

  g_mutex_lock (&graph->mutex);
  locator = has_cell (graph, cell) ? gyre_graph_get_cell (graph, cell)->locator : NULL;
  if (locator != NULL)
    gyre_locator_ref (locator);
  g_mutex_unlock (&graph->mutex);
  return locator;
}

/**
 * gyre_graph_dup_inputs: (skip)
 * @graph: a graph
 * @cell: one of its cells
 * @length: (out): how many there are
 *
 * Any thread may call it.
 *
 * Returns: the cells that it is made of, in the order of its expression's names; freed with g_free()
 *
 * Since: 0.1
 */
GyreCell *
gyre_graph_dup_inputs (GyreGraph *graph, GyreCell cell, guint *length)
{
  const GyreCellRecord *record;
  GyreCell *inputs;

  g_mutex_lock (&graph->mutex);
  record = gyre_graph_get_cell (graph, has_cell (graph, cell) ? cell : GYRE_CELL_NONE);
  *length = record->n_inputs;
  inputs = g_new (GyreCell, MAX (record->n_inputs, 1));
  for (guint index = 0; index < record->n_inputs; index++)
    inputs[index] = gyre_graph_get_input (graph, record, index);
  g_mutex_unlock (&graph->mutex);
  return inputs;
}
