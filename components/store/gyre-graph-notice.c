/* gyre-graph-notice.c: What watchers have yet to hear
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What watchers have to hear is found and queued under the lock, together with the change; it is told without the lock, by
 * whoever is telling already, in the order in which it was queued. So a watcher that changes cells does not hear of it before
 * all the others have heard of what came before.
 *
 * A change can reach a million cells, each in memory that was not used lately. So notices stand one after the other, and what
 * the next ones need is fetched while one is worked on.
 */
#include "gyre-expression-private.h"
#include "gyre-graph-private.h"
#include "gyre-term-private.h"

enum
{
  AHEAD = 16,              /* how far a cell is fetched; half as far what hangs on it, and a quarter what hangs on that */
  KEPT = 4096,             /* so many notices may stay allocated */
};

void
gyre_notice_clear (gpointer notice)
{
  GyreNotice *self = notice;

  gyre_term_clear (&self->value);
  g_clear_error (&self->error);
}

static void
queue_notice (GyreGraph *self, GyreCell cell)
{
  guint32 number = gyre_graph_get_cell (self, cell)->watch;
  GyreWatch *watch = gyre_graph_get_watch (self, number);
  GyreNotice notice;

  if (number == 0 || !gyre_watch_note (self, cell, watch))
    return;
  notice = (GyreNotice) { .cell = cell, .serial = watch->serial, .receiver = watch->receiver };
  notice.value = gyre_term_owns (&watch->told) ? gyre_term_copy (watch->told) : watch->told;
  if (G_UNLIKELY (watch->error != NULL))
    notice.error = g_error_copy (watch->error);
  g_array_append_val (self->notices, notice);
}

static void
fetch_steps (const GyreExpression *expression)
{
  if (expression == NULL)
    return;
  __builtin_prefetch (expression->steps);
  __builtin_prefetch (expression->constants);
}

static void
compute_all (GyreGraph *self, const GyreCell *cells, guint length)
{
  for (guint index = 0; index < length; index++)
    {
      if (index + AHEAD < length)
        __builtin_prefetch (gyre_graph_get_cell (self, cells[index + AHEAD]), 1);
      if (index + AHEAD / 2 < length)
        __builtin_prefetch (gyre_graph_get_cell (self, cells[index + AHEAD / 2])->expression);
      if (index + AHEAD / 4 < length)
        fetch_steps (gyre_graph_get_cell (self, cells[index + AHEAD / 4])->expression);
      gyre_graph_make_known (self, cells[index]);
    }
}

static void
queue_all (GyreGraph *self, const GyreCell *cells, guint length)
{
  guint before = self->notices->len;

  /* Room for all, at once. */
  g_array_set_size (self->notices, before + length);
  g_array_set_size (self->notices, before);
  for (guint index = 0; index < length; index++)
    {
      if (index + AHEAD < length)
        __builtin_prefetch (gyre_graph_get_cell (self, cells[index + AHEAD]));
      if (index + AHEAD / 2 < length)
        __builtin_prefetch (gyre_graph_get_watch (self, gyre_graph_get_cell (self, cells[index + AHEAD / 2])->watch), 1);
      queue_notice (self, cells[index]);
    }
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
  compute_all (self, reached, length);
  queue_all (self, (const GyreCell *) (gpointer) self->affected->data, self->affected->len);
  g_array_set_size (self->affected, 0);
}

/* Tells one watcher, if it still watches. The lock is not held meanwhile. */
static void
tell_one (GyreGraph *self, GyreNotice notice)
{
  guint32 number = gyre_graph_get_cell (self, notice.cell)->watch;
  const GyreWatch *watch = gyre_graph_get_watch (self, number);
  GyreCellFunction function = NULL;
  gpointer data = NULL;

  self->next_notice++;
  if (number != 0 && watch->serial == notice.serial)
    {
      function = watch->function;
      data = watch->data;
    }
  g_mutex_unlock (&self->mutex);
  if (function != NULL)
    function (self, notice.cell, notice.error == NULL ? &notice.value : NULL, notice.error, data);
  gyre_notice_clear (&notice);
  g_mutex_lock (&self->mutex);
}

/* Tells what comes next for the same receiver, without the lock. The queue can move meanwhile. */
static void
tell_together (GyreGraph *self, const GyreReceiver *receiver)
{
  GyreNotice notices[GYRE_GRAPH_TOGETHER];
  guint length = 0;

  while (self->next_notice < self->notices->len && length < GYRE_GRAPH_TOGETHER
         && g_array_index (self->notices, GyreNotice, self->next_notice).receiver == receiver)
    notices[length++] = g_array_index (self->notices, GyreNotice, self->next_notice++);
  g_mutex_unlock (&self->mutex);
  receiver->function (self, notices, length, receiver->data);
  for (guint index = 0; index < length; index++)
    if (gyre_term_owns (&notices[index].value) || notices[index].error != NULL)
      gyre_notice_clear (&notices[index]);
  g_mutex_lock (&self->mutex);
}

static void
forget_notices (GyreGraph *self)
{
  if (self->notices->len > KEPT)
    {
      g_array_unref (self->notices);
      self->notices = g_array_new (FALSE, FALSE, sizeof (GyreNotice));
    }
  g_array_set_size (self->notices, 0);
  self->next_notice = 0;
}

/* gyre_graph_tell: the lock is held; it is not when this returns. */
void
gyre_graph_tell (GyreGraph *self)
{
  if (self->is_telling || self->notices->len == 0)
    {
      g_mutex_unlock (&self->mutex);
      return;
    }
  self->is_telling = TRUE;
  gyre_graph_ref (self);
  while (self->next_notice < self->notices->len)
    {
      const GyreNotice *notice = &g_array_index (self->notices, GyreNotice, self->next_notice);

      if (notice->receiver != NULL)
        tell_together (self, notice->receiver);
      else
        tell_one (self, *notice);
    }
  forget_notices (self);
  self->is_telling = FALSE;
  g_mutex_unlock (&self->mutex);
  gyre_graph_unref (self);
}
