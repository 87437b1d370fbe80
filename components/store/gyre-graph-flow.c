/* gyre-graph-flow.c: How values come from cell to cell
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A change marks what is made of the cell as dirty, and stops where that has been done; a value is computed when somebody asks.
 * Both walk with a stack of their own.
 */
#include "gyre-graph-private.h"

#include <string.h>

static GyreCell
pop (GArray *stack)
{
  GyreCell cell = g_array_index (stack, GyreCell, stack->len - 1);

  stack->len--;
  return cell;
}

static void
queue_watched (GyreGraph *self, GyreCell cell)
{
  GyreCellRecord *record = gyre_graph_get_cell (self, cell);

  if (record->is_queued)
    return;
  record->is_queued = TRUE;
  g_array_append_val (self->affected, cell);
}

/* A failure is a value that nobody keeps: an old value of the same cell is of no use after it. */
void
gyre_graph_forget_failure (GyreGraph *self, GyreCell cell)
{
  GyreCellRecord *record = gyre_graph_get_cell (self, cell);

  if (record->state == GYRE_CELL_FAILED && record->value.integer == (gint64) cell)
    g_hash_table_remove (self->failures, GUINT_TO_POINTER (cell));
}

static void
mark_dirty (GyreGraph *self, GyreCell cell, GyreCellRecord *record)
{
  if (G_UNLIKELY (record->state == GYRE_CELL_FAILED))
    gyre_graph_forget_failure (self, cell);
  record->state = GYRE_CELL_DIRTY;
  if (record->watch != 0)
    queue_watched (self, cell);
  if (record->dependents.length > 0)
    g_array_append_val (self->stack, cell);
}

/* How far ahead a dependent is fetched. */
#define AHEAD 16

static void
reach_dependents (GyreGraph *self, GyreCell cell)
{
  const GyreCellRecord *record = gyre_graph_get_cell (self, cell);
  guint32 length = record->dependents.length;
  const GyreCell *dependents = gyre_graph_get_dependents (self, record);

  for (guint32 index = 0; index < length; index++)
    {
      GyreCellRecord *dependent = gyre_graph_get_cell (self, dependents[index]);

      if (index + AHEAD < length)
        __builtin_prefetch ((char *) gyre_graph_get_cell (self, dependents[index + AHEAD]) + 56, 1);
      if (dependent->state != GYRE_CELL_DIRTY)
        mark_dirty (self, dependents[index], dependent);
    }
}

/* gyre_graph_reach: something else is said of a cell. What is made of it is dirty; what is watched has to be looked at. */
void
gyre_graph_reach (GyreGraph *self, GyreCell cell)
{
  self->version++;
  if (gyre_graph_get_cell (self, cell)->watch != 0)
    queue_watched (self, cell);
  g_array_set_size (self->stack, 0);
  reach_dependents (self, cell);
  while (self->stack->len > 0)
    reach_dependents (self, pop (self->stack));
}

/* gyre_graph_hold: a cell's value becomes a plain one, which the graph owns from here on. */
void
gyre_graph_hold (GyreGraph *self, GyreCell cell, GyreTerm value)
{
  GyreCellRecord *record = gyre_graph_get_cell (self, cell);

  if (record->state == GYRE_CELL_FAILED)
    gyre_graph_forget_failure (self, cell);
  gyre_term_clear (&record->value);
  record->value = value;
  record->state = value.kind == GYRE_TERM_UNDEFINED ? GYRE_CELL_UNDEFINED : GYRE_CELL_KNOWN;
}

static void
fail (GyreGraph *self, GyreCell cell, GyreCell blamed)
{
  GyreCellRecord *record = gyre_graph_get_cell (self, cell);

  gyre_term_clear (&record->value);
  record->value.integer = blamed;
  record->state = GYRE_CELL_FAILED;
}

/* How many terms of inputs need no memory of their own. */
#define FEW_INPUTS 16

static void
compute_from (GyreGraph *self, GyreCell cell, GyreTerm *inputs)
{
  GyreCellRecord *record = gyre_graph_get_cell (self, cell);
  GError *error = NULL;
  GyreTerm value = { 0 };

  for (guint32 index = 0; index < record->n_inputs; index++)
    {
      GyreCell source = gyre_graph_get_input (self, record, index);
      const GyreCellRecord *input = gyre_graph_get_cell (self, source);

      if (input->state != GYRE_CELL_KNOWN)
        {
          fail (self, cell, input->state == GYRE_CELL_UNDEFINED ? source : (GyreCell) input->value.integer);
          return;
        }
      inputs[index] = input->value;
    }
  if (gyre_expression_evaluate (record->expression, inputs, &value, &error))
    {
      gyre_term_clear (&record->value);
      record->value = value;
      record->state = GYRE_CELL_KNOWN;
      return;
    }
  fail (self, cell, cell);
  g_hash_table_insert (self->failures, GUINT_TO_POINTER (cell), error);
}

static void
compute (GyreGraph *self, GyreCell cell)
{
  GyreTerm few[FEW_INPUTS];
  guint32 length = gyre_graph_get_cell (self, cell)->n_inputs;
  GyreTerm *many = length > FEW_INPUTS ? g_new (GyreTerm, length) : NULL;

  compute_from (self, cell, many != NULL ? many : few);
  g_free (many);
}

/* Puts the inputs of a cell that are dirty onto the stack. Says whether there are any. */
static gboolean
push_dirty_inputs (GyreGraph *self, GyreCell cell)
{
  const GyreCellRecord *record = gyre_graph_get_cell (self, cell);
  guint before = self->stack->len;

  for (guint32 index = record->n_inputs; index-- > 0;)
    {
      GyreCell source = gyre_graph_get_input (self, record, index);

      if (gyre_graph_get_cell (self, source)->state == GYRE_CELL_DIRTY)
        g_array_append_val (self->stack, source);
    }
  return self->stack->len > before;
}

/* A watched cell is queued when it is computed, so that the queue has inputs before what is made of them. */
static void
make_known_and_queue (GyreGraph *self, GyreCell cell)
{
  GyreCellRecord *record = gyre_graph_get_cell (self, cell);

  if (record->state != GYRE_CELL_DIRTY)
    return;
  compute (self, cell);
  if (record->is_queued)
    {
      record->is_queued = FALSE;
      g_array_append_val (self->affected, cell);
    }
}

/* gyre_graph_make_known: computes a cell that is dirty, and before it all that it is made of. */
void
gyre_graph_make_known (GyreGraph *self, GyreCell cell)
{
  if (gyre_graph_get_cell (self, cell)->state != GYRE_CELL_DIRTY)
    return;
  g_array_set_size (self->stack, 0);
  g_array_append_val (self->stack, cell);
  while (self->stack->len > 0)
    {
      GyreCell top = g_array_index (self->stack, GyreCell, self->stack->len - 1);

      if (gyre_graph_get_cell (self, top)->state == GYRE_CELL_DIRTY && push_dirty_inputs (self, top))
        continue;
      self->stack->len--;
      make_known_and_queue (self, top);
    }
}

/* gyre_graph_describe: a cell for a message: its name, and where its value was said. */
char *
gyre_graph_describe (GyreGraph *self, GyreCell cell, GyreLocator *locator)
{
  g_autofree char *place = locator != NULL ? gyre_locator_to_string (locator) : NULL;

  return place != NULL ? g_strdup_printf ("'%s' (%s)", self->names[cell], place) : g_strdup_printf ("'%s'", self->names[cell]);
}

/* gyre_graph_tell_failure: why a cell has no value, when @blamed is to blame: @mistake says what is wrong, or it is undefined. */
GError *
gyre_graph_tell_failure (GyreGraph *self, GyreCell cell, GyreCell blamed, const GError *mistake)
{
  g_autofree char *subject = gyre_graph_describe (self, blamed, gyre_graph_get_cell (self, blamed)->locator);
  g_autofree char *reader = cell == blamed ? NULL : gyre_graph_describe (self, cell, gyre_graph_get_cell (self, cell)->locator);
  const char *hint = mistake != NULL ? gyre_value_error_get_hint (mistake) : NULL;

  if (mistake == NULL)
    return g_error_new (GYRE_GRAPH_ERROR, GYRE_GRAPH_ERROR_UNDEFINED, "'%s' is not defined%s%s", self->names[blamed],
                        reader != NULL ? ", which is needed for " : "", reader != NULL ? reader : "");
  return g_error_new (GYRE_GRAPH_ERROR, GYRE_GRAPH_ERROR_EVALUATION, "%s: %s%s%s%s%s", subject, mistake->message,
                      hint != NULL ? "; " : "", hint != NULL ? hint : "",
                      reader != NULL ? ", which is needed for " : "", reader != NULL ? reader : "");
}

GError *
gyre_graph_new_failure (GyreGraph *self, GyreCell cell, GyreCell blamed)
{
  return gyre_graph_tell_failure (self, cell, blamed, g_hash_table_lookup (self->failures, GUINT_TO_POINTER (blamed)));
}
