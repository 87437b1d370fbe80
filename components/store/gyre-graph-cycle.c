/* gyre-graph-cycle.c: Whether a value would be made of itself
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A graph has no cycle, so a proposal makes one only through a cell that it binds. From each of these we walk along inputs, as
 * they would be, and come back to the path that we are on, or not. No cell is looked at twice. A cell of which nothing would
 * be made is on no cycle: that is the one that is added at the end of a long chain.
 */
#include "gyre-graph-private.h"

#include <string.h>

/* So many cells of a cycle are told; nobody reads more. */
#define MOST_TOLD 20

typedef struct
{
  GyreCell cell;
  guint32 next;            /* of its inputs */
} Step;

typedef struct
{
  GyreProposal *proposal;
  GyreGraph *graph;
  GArray *path;
  guint32 on_path;         /* the marks of this walk */
  guint32 done;
} Walk;

static guint
inputs_of (const Walk *walk, GyreCell cell, const GyreCell **proposed)
{
  const GyreCellRecord *record = gyre_graph_get_cell (walk->graph, cell);
  const GyreChange *change;

  *proposed = NULL;
  if (!record->is_changed)
    return record->n_inputs;
  change = gyre_proposal_find (walk->proposal, cell);
  *proposed = change->inputs;
  return change->length;
}

static void
enter (Walk *walk, GyreCell cell)
{
  Step step = { cell, 0 };

  gyre_graph_get_cell (walk->graph, cell)->mark = walk->on_path;
  g_array_append_val (walk->path, step);
}

/* Walks everything that a cell would be made of. Returns the cell that the path came back to, or none. */
static GyreCell
walk_from (Walk *walk, GyreCell start)
{
  enter (walk, start);
  while (walk->path->len > 0)
    {
      Step *step = &g_array_index (walk->path, Step, walk->path->len - 1);
      const GyreCell *proposed;
      guint length = inputs_of (walk, step->cell, &proposed);
      GyreCellRecord *record = gyre_graph_get_cell (walk->graph, step->cell);
      GyreCell input;
      guint32 mark;

      if (step->next == length)
        {
          record->mark = walk->done;
          g_array_set_size (walk->path, walk->path->len - 1);
          continue;
        }
      input = proposed != NULL ? proposed[step->next] : gyre_graph_get_input (walk->graph, record, step->next);
      step->next++;
      mark = gyre_graph_get_cell (walk->graph, input)->mark;
      if (mark == walk->on_path)
        return input;
      if (mark != walk->done)
        enter (walk, input);
    }
  return GYRE_CELL_NONE;
}

static GyreLocator *
locator_of (const Walk *walk, GyreCell cell)
{
  const GyreCellRecord *record = gyre_graph_get_cell (walk->graph, cell);

  return record->is_changed ? gyre_proposal_find (walk->proposal, cell)->locator : record->locator;
}

/* The cycle begins with the cell of it that the proposal spoke of first. */
static guint
find_beginning (const Walk *walk, guint first)
{
  guint best = first;
  const GyreChange *earliest = NULL;

  for (guint index = first; index < walk->path->len; index++)
    {
      GyreCell cell = g_array_index (walk->path, Step, index).cell;
      const GyreChange *change = gyre_proposal_find (walk->proposal, cell);

      if (change != NULL && (earliest == NULL || change < earliest))
        {
          earliest = change;
          best = index;
        }
    }
  return best;
}

static GError *
cycle_to_error (const Walk *walk, GyreCell meeting)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint first = 0;
  guint length, beginning;

  while (g_array_index (walk->path, Step, first).cell != meeting)
    first++;
  length = walk->path->len - first;
  beginning = find_beginning (walk, first) - first;
  g_string_printf (text, "'%s' would be made of itself:",
                   walk->graph->names[g_array_index (walk->path, Step, first + beginning).cell]);
  for (guint index = 0; index < MIN (length, MOST_TOLD); index++)
    {
      GyreCell cell = g_array_index (walk->path, Step, first + (beginning + index) % length).cell;
      g_autofree char *subject = gyre_graph_describe (walk->graph, cell, locator_of (walk, cell));

      g_string_append_printf (text, "\n  %s is made of", subject);
    }
  if (length > MOST_TOLD)
    g_string_append_printf (text, "\n  %u more, and of", length - MOST_TOLD);
  g_string_append_printf (text, "\n  '%s'", walk->graph->names[g_array_index (walk->path, Step, first + beginning).cell]);
  return g_error_new_literal (GYRE_GRAPH_ERROR, GYRE_GRAPH_ERROR_CYCLE, text->str);
}

/* Two marks that no cell has. */
static void
take_marks (Walk *walk)
{
  GyreGraph *graph = walk->graph;

  if (graph->mark > G_MAXUINT32 - 4)
    {
      graph->mark = 0;
      for (guint32 cell = 0; cell < graph->length; cell++)
        graph->cells[cell].mark = 0;
    }
  walk->on_path = ++graph->mark;
  walk->done = ++graph->mark;
}

/* What the proposal makes something of. A cell without this mark and without dependents is on no cycle. */
static void
mark_used (const Walk *walk, guint32 used)
{
  for (guint index = 0; index < walk->proposal->changes->len; index++)
    {
      const GyreChange *change = &g_array_index (walk->proposal->changes, GyreChange, index);

      for (guint input = 0; input < change->length; input++)
        gyre_graph_get_cell (walk->graph, change->inputs[input])->mark = used;
    }
}

static GError *
find_cycle (Walk *walk, guint32 used)
{
  for (guint index = 0; index < walk->proposal->changes->len; index++)
    {
      const GyreChange *change = &g_array_index (walk->proposal->changes, GyreChange, index);
      const GyreCellRecord *record = gyre_graph_get_cell (walk->graph, change->cell);
      GyreCell meeting;

      if (change->kind != GYRE_CHANGE_BIND || record->mark == walk->done)
        continue;
      if (record->dependents.length == 0 && record->mark != used)
        continue;
      meeting = walk_from (walk, change->cell);
      if (meeting != GYRE_CELL_NONE)
        return cycle_to_error (walk, meeting);
    }
  return NULL;
}

/* gyre_proposal_find_cycle: an error with the whole cycle, or NULL. The lock is held. */
GError *
gyre_proposal_find_cycle (GyreProposal *self)
{
  Walk walk = { .proposal = self, .graph = self->graph };
  GError *error;
  guint32 used;

  take_marks (&walk);
  used = walk.done;
  take_marks (&walk);
  walk.path = g_array_new (FALSE, FALSE, sizeof (Step));
  gyre_proposal_mark (self, TRUE);
  mark_used (&walk, used);
  error = find_cycle (&walk, used);
  gyre_proposal_mark (self, FALSE);
  g_array_unref (walk.path);
  return error;
}
