/* gyre-graph-proposal.c: What cells shall hold, all of it or nothing
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Everything that can be wrong is found before anything is changed.
 */
#include "gyre-graph-private.h"

static void
change_clear (gpointer data)
{
  GyreChange *change = data;

  gyre_term_clear (&change->value);
  g_clear_pointer (&change->expression, gyre_expression_unref);
  g_clear_pointer (&change->inputs, g_free);
  g_clear_pointer (&change->locator, gyre_locator_unref);
}

/**
 * gyre_proposal_new: (skip)
 * @graph: a graph
 *
 * Returns: (transfer full): a proposal that changes nothing; one thread at a time may use it
 *
 * Since: 0.1
 */
GyreProposal *
gyre_proposal_new (GyreGraph *graph)
{
  GyreProposal *self = g_new0 (GyreProposal, 1);

  self->graph = gyre_graph_ref (graph);
  self->changes = g_array_new (FALSE, TRUE, sizeof (GyreChange));
  g_array_set_clear_func (self->changes, change_clear);
  self->numbers = g_hash_table_new (NULL, NULL);
  return self;
}

/**
 * gyre_proposal_free: (skip)
 * @proposal: a proposal
 *
 * Frees a proposal, whether it was committed or not.
 *
 * Since: 0.1
 */
void
gyre_proposal_free (GyreProposal *proposal)
{
  gyre_proposal_forget_overlay (proposal);
  g_array_unref (proposal->changes);
  g_hash_table_unref (proposal->numbers);
  gyre_graph_unref (proposal->graph);
  g_free (proposal);
}

/* gyre_proposal_find: what a proposal says of a cell, or NULL. */
GyreChange *
gyre_proposal_find (GyreProposal *self, GyreCell cell)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, GUINT_TO_POINTER (cell)));

  return number == 0 ? NULL : &g_array_index (self->changes, GyreChange, number - 1);
}

/* The change of a cell, emptied; a new one if there is none. */
static GyreChange *
proposal_change (GyreProposal *self, GyreCell cell, GyreChangeKind kind, GyreLocator *locator)
{
  GyreChange *change = gyre_proposal_find (self, cell);

  gyre_proposal_forget_overlay (self);
  if (change == NULL)
    {
      g_array_set_size (self->changes, self->changes->len + 1);
      change = &g_array_index (self->changes, GyreChange, self->changes->len - 1);
      g_hash_table_insert (self->numbers, GUINT_TO_POINTER (cell), GUINT_TO_POINTER (self->changes->len));
    }
  change_clear (change);
  change->kind = kind;
  change->cell = cell;
  change->length = 0;
  change->locator = locator != NULL ? gyre_locator_ref (locator) : NULL;
  return change;
}

/**
 * gyre_proposal_set: (skip)
 * @proposal: a proposal
 * @cell: a cell of its graph
 * @value: what the cell shall hold, which the proposal takes over; an undefined one forgets the cell
 * @locator: (nullable): where it was said
 *
 * Proposes a value. It replaces what the proposal said of the cell before.
 *
 * Since: 0.1
 */
void
gyre_proposal_set (GyreProposal *proposal, GyreCell cell, GyreTerm value, GyreLocator *locator)
{
  g_return_if_fail (cell != GYRE_CELL_NONE);
  if (value.kind == GYRE_TERM_UNDEFINED)
    proposal_change (proposal, cell, GYRE_CHANGE_FORGET, NULL);
  else
    proposal_change (proposal, cell, GYRE_CHANGE_SET, locator)->value = value;
}

/**
 * gyre_proposal_bind: (skip)
 * @proposal: a proposal
 * @cell: a cell of its graph
 * @expression: what the cell's value shall be made by
 * @inputs: the cells for the expression's names, in their order
 * @locator: (nullable): where it was said
 *
 * Proposes an expression. It replaces what the proposal said of the cell before.
 *
 * Since: 0.1
 */
void
gyre_proposal_bind (GyreProposal *proposal, GyreCell cell, GyreExpression *expression, const GyreCell *inputs, GyreLocator *locator)
{
  GyreChange *change;

  g_return_if_fail (cell != GYRE_CELL_NONE && expression != NULL);
  change = proposal_change (proposal, cell, GYRE_CHANGE_BIND, locator);
  change->expression = gyre_expression_ref (expression);
  change->length = gyre_expression_get_length (expression);
  change->inputs = g_memdup2 (inputs, change->length * sizeof (GyreCell));
}

/**
 * gyre_proposal_forget: (skip)
 * @proposal: a proposal
 * @cell: a cell of its graph
 *
 * Proposes that nothing has been said of a cell. What is made of it has no value then, until something is said again.
 *
 * Since: 0.1
 */
void
gyre_proposal_forget (GyreProposal *proposal, GyreCell cell)
{
  g_return_if_fail (cell != GYRE_CELL_NONE);
  proposal_change (proposal, cell, GYRE_CHANGE_FORGET, NULL);
}

/* gyre_proposal_mark: cells know while they are looked at that the proposal speaks of them. */
void
gyre_proposal_mark (GyreProposal *self, gboolean is_changed)
{
  for (guint index = 0; index < self->changes->len; index++)
    gyre_graph_get_cell (self->graph, g_array_index (self->changes, GyreChange, index).cell)->is_changed = is_changed;
}

/* The lock is held. */
static gboolean
check_locked (GyreProposal *self, GError **error)
{
  GError *cycle = gyre_proposal_find_cycle (self);

  if (cycle == NULL)
    return TRUE;
  g_propagate_error (error, cycle);
  return FALSE;
}

/**
 * gyre_proposal_check: (skip)
 * @proposal: a proposal
 * @error: return location for %GYRE_GRAPH_ERROR_CYCLE
 *
 * Finds out whether a proposal could be committed now. Nothing is computed or changed.
 *
 * Returns: whether it could
 *
 * Since: 0.1
 */
gboolean
gyre_proposal_check (GyreProposal *proposal, GError **error)
{
  gboolean fine;

  g_mutex_lock (&proposal->graph->mutex);
  fine = check_locked (proposal, error);
  g_mutex_unlock (&proposal->graph->mutex);
  return fine;
}

/* Takes what the change has: a proposal is of no use after its commit. */
static void
apply (GyreGraph *self, GyreChange *change)
{
  GyreCellRecord *record = gyre_graph_get_cell (self, change->cell);

  if (record->n_inputs > 0)
    gyre_graph_unlink (self, change->cell);
  g_clear_pointer (&record->expression, gyre_expression_unref);
  g_clear_pointer (&record->locator, gyre_locator_unref);
  gyre_graph_hold (self, change->cell, change->value);
  change->value = (GyreTerm) { .kind = GYRE_TERM_UNDEFINED };
  record->locator = g_steal_pointer (&change->locator);
  if (change->kind == GYRE_CHANGE_BIND)
    {
      record->expression = g_steal_pointer (&change->expression);
      gyre_graph_link (self, change->cell, change->inputs, change->length);
      record->state = GYRE_CELL_DIRTY;
    }
  gyre_graph_reach (self, change->cell);
}

/**
 * gyre_proposal_commit: (skip)
 * @proposal: a proposal
 * @error: return location for %GYRE_GRAPH_ERROR_CYCLE
 *
 * Makes it so, or changes nothing. Watchers are told before it returns, unless they are being told of something else already:
 * then they are told after that. The proposal is empty afterwards, if it was committed.
 *
 * Returns: whether it is so
 *
 * Since: 0.1
 */
gboolean
gyre_proposal_commit (GyreProposal *proposal, GError **error)
{
  GyreGraph *graph = proposal->graph;
  gboolean fine;

  g_mutex_lock (&graph->mutex);
  fine = check_locked (proposal, error);
  if (!fine)
    {
      g_mutex_unlock (&graph->mutex);
      return FALSE;
    }
  for (guint index = 0; index < proposal->changes->len; index++)
    apply (graph, &g_array_index (proposal->changes, GyreChange, index));
  gyre_graph_queue_notices (graph);
  gyre_graph_tell (graph);
  gyre_proposal_forget_overlay (proposal);
  g_array_set_size (proposal->changes, 0);
  g_hash_table_remove_all (proposal->numbers);
  return TRUE;
}
