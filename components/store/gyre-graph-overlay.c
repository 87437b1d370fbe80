/* gyre-graph-overlay.c: What cells would hold if a proposal were committed
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The cells that a proposal would reach get a value in a table of the proposal's own; the others are read as they are. The
 * table lives until the proposal or the graph changes.
 */
#include "gyre-graph-private.h"

/* What a cell would hold; the states are those of cells. */
typedef struct
{
  GyreTerm value;
  GError *mistake;
  GyreCell blamed;
  guint8 state;
} Shadow;

static void
shadow_free (gpointer data)
{
  Shadow *shadow = data;

  gyre_term_clear (&shadow->value);
  g_clear_error (&shadow->mistake);
  g_free (shadow);
}

void
gyre_proposal_forget_overlay (GyreProposal *self)
{
  g_clear_pointer (&self->overlay, g_hash_table_unref);
}

static Shadow *
find_shadow (GyreProposal *self, GyreCell cell)
{
  return g_hash_table_lookup (self->overlay, GUINT_TO_POINTER (cell));
}

static void
add_shadow (GyreProposal *self, GyreCell cell, GArray *stack)
{
  Shadow *shadow;

  if (find_shadow (self, cell) != NULL)
    return;
  shadow = g_new0 (Shadow, 1);
  shadow->state = GYRE_CELL_DIRTY;
  g_hash_table_insert (self->overlay, GUINT_TO_POINTER (cell), shadow);
  g_array_append_val (stack, cell);
}

/* Everything that the changes would reach. What is made of a cell now and would not be then is in it as well, to no harm. */
static void
make_overlay (GyreProposal *self)
{
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (GyreCell));

  self->overlay = g_hash_table_new_full (NULL, NULL, NULL, shadow_free);
  self->version = self->graph->version;
  for (guint index = 0; index < self->changes->len; index++)
    add_shadow (self, g_array_index (self->changes, GyreChange, index).cell, stack);
  while (stack->len > 0)
    {
      const GyreCellRecord *record = gyre_graph_get_cell (self->graph, g_array_index (stack, GyreCell, stack->len - 1));
      const GyreCell *dependents = gyre_graph_get_dependents (self->graph, record);

      stack->len--;
      for (guint32 index = 0; index < record->dependents.length; index++)
        add_shadow (self, dependents[index], stack);
    }
}

static guint
inputs_of (GyreProposal *self, GyreCell cell)
{
  const GyreChange *change = gyre_proposal_find (self, cell);

  return change != NULL ? change->length : gyre_graph_get_cell (self->graph, cell)->n_inputs;
}

static GyreCell
input_of (GyreProposal *self, GyreCell cell, guint index)
{
  const GyreChange *change = gyre_proposal_find (self, cell);

  if (change != NULL)
    return change->inputs[index];
  return gyre_graph_get_input (self->graph, gyre_graph_get_cell (self->graph, cell), index);
}

/* What a cell that is known, here or there, amounts to: its value, or whom to blame. */
static const GyreTerm *
peek (GyreProposal *self, GyreCell cell, GyreCell *blamed)
{
  const Shadow *shadow = find_shadow (self, cell);
  const GyreCellRecord *record = gyre_graph_get_cell (self->graph, cell);
  guint8 state = shadow != NULL ? shadow->state : record->state;

  if (state == GYRE_CELL_KNOWN)
    return shadow != NULL ? &shadow->value : &record->value;
  *blamed = state == GYRE_CELL_UNDEFINED ? cell : shadow != NULL ? shadow->blamed : (GyreCell) record->value.integer;
  return NULL;
}

static void
evaluate (GyreProposal *self, GyreCell cell, GyreExpression *expression, Shadow *shadow)
{
  guint length = inputs_of (self, cell);
  g_autofree GyreTerm *inputs = g_new (GyreTerm, MAX (length, 1));

  shadow->state = GYRE_CELL_FAILED;
  for (guint index = 0; index < length; index++)
    {
      const GyreTerm *value = peek (self, input_of (self, cell, index), &shadow->blamed);

      if (value == NULL)
        return;
      inputs[index] = *value;
    }
  shadow->blamed = cell;
  if (gyre_expression_evaluate (expression, inputs, &shadow->value, &shadow->mistake))
    shadow->state = GYRE_CELL_KNOWN;
}

/* The cell's inputs are known. */
static void
compute (GyreProposal *self, GyreCell cell, Shadow *shadow)
{
  const GyreChange *change = gyre_proposal_find (self, cell);

  if (change == NULL)
    evaluate (self, cell, gyre_graph_get_cell (self->graph, cell)->expression, shadow);
  else if (change->kind == GYRE_CHANGE_BIND)
    evaluate (self, cell, change->expression, shadow);
  else
    {
      shadow->value = gyre_term_copy (change->value);
      shadow->state = change->kind == GYRE_CHANGE_FORGET ? GYRE_CELL_UNDEFINED : GYRE_CELL_KNOWN;
    }
}

/* Puts what has to be known before onto the stack. What the proposal does not reach is computed as it is. */
static gboolean
push_inputs (GyreProposal *self, GyreCell cell, GArray *stack)
{
  guint length = inputs_of (self, cell);
  guint before = stack->len;

  for (guint index = 0; index < length; index++)
    {
      GyreCell input = input_of (self, cell, index);
      const Shadow *shadow = find_shadow (self, input);

      if (shadow == NULL)
        gyre_graph_make_known (self->graph, input);
      else if (shadow->state == GYRE_CELL_DIRTY)
        g_array_append_val (stack, input);
    }
  return stack->len > before;
}

static void
make_known (GyreProposal *self, GyreCell cell)
{
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (GyreCell));

  if (find_shadow (self, cell) == NULL)
    {
      gyre_graph_make_known (self->graph, cell);
      return;
    }
  g_array_append_val (stack, cell);
  while (stack->len > 0)
    {
      GyreCell top = g_array_index (stack, GyreCell, stack->len - 1);
      Shadow *shadow = find_shadow (self, top);

      if (shadow->state == GYRE_CELL_DIRTY && push_inputs (self, top, stack))
        continue;
      stack->len--;
      if (shadow->state == GYRE_CELL_DIRTY)
        compute (self, top, shadow);
    }
}

static GError *
new_failure (GyreProposal *self, GyreCell cell, GyreCell blamed)
{
  const Shadow *shadow = find_shadow (self, blamed);

  if (shadow == NULL)
    return gyre_graph_new_failure (self->graph, cell, blamed);
  return gyre_graph_tell_failure (self->graph, cell, blamed, shadow->mistake);
}

static GError *
read_locked (GyreProposal *self, GyreCell cell, GyreTerm *value)
{
  const GyreTerm *found;
  GyreCell blamed;

  if (self->overlay == NULL || self->version != self->graph->version)
    {
      GError *cycle = gyre_proposal_find_cycle (self);

      gyre_proposal_forget_overlay (self);
      if (cycle != NULL)
        return cycle;
      make_overlay (self);
    }
  make_known (self, cell);
  found = peek (self, cell, &blamed);
  if (found == NULL)
    return new_failure (self, cell, blamed);
  *value = gyre_term_copy (*found);
  return NULL;
}

/**
 * gyre_proposal_read: (skip)
 * @proposal: a proposal
 * @cell: a cell of its graph
 * @value: (out): what it would hold; the caller's
 * @error: return location for an error of [error@Gyre.GraphError]
 *
 * Finds out what a cell would hold if the proposal were committed now. Nothing is changed and nobody is told.
 *
 * Returns: whether there would be a value
 *
 * Since: 0.1
 */
gboolean
gyre_proposal_read (GyreProposal *proposal, GyreCell cell, GyreTerm *value, GError **error)
{
  GError *failure;

  *value = (GyreTerm) { .kind = GYRE_TERM_UNDEFINED };
  g_mutex_lock (&proposal->graph->mutex);
  g_assert (cell != GYRE_CELL_NONE && cell < proposal->graph->length);
  failure = read_locked (proposal, cell, value);
  g_mutex_unlock (&proposal->graph->mutex);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, failure);
  return FALSE;
}
