/* gyre-finaliser.c: What is done when an executive is shut down
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-finaliser.h"
#include "gyre-shard-private.h"

/* One thing to be done. */
typedef struct
{
  guint64 number;
  int priority;
  GyreFinaliser function;
  gpointer user_data;
  GDestroyNotify destroy;
} Last;

static void
last_free (gpointer data)
{
  Last *self = data;

  if (self->destroy != NULL)
    self->destroy (self->user_data);
  g_free (self);
}

/* Under the lock of the shard. */
static GPtrArray *
ensure_list (GyreShard *shard)
{
  if (shard->finalisers == NULL)
    shard->finalisers = g_ptr_array_new_with_free_func (last_free);
  return shard->finalisers;
}

/**
 * gyre_executive_add_finaliser:
 * @self: an executive
 * @priority: the smaller goes first
 * @function: (scope notified) (closure user_data) (destroy destroy): what is done
 * @user_data: what it gets
 * @destroy: (nullable): frees that
 *
 * Something that gyre_executive_shut_down() does, also when it is called only because the executive goes. Any thread; others than
 * the executive's own wait for the end of the frame.
 *
 * Returns: by which number it can be taken back
 *
 * Since: 0.1
 */
guint64
gyre_executive_add_finaliser (GyreExecutive *self, int priority, GyreFinaliser function, gpointer user_data, GDestroyNotify destroy)
{
  GyreShard *shard;
  Last *last;

  g_return_val_if_fail (GYRE_IS_EXECUTIVE (self), 0);
  g_return_val_if_fail (function != NULL, 0);

  last = g_new (Last, 1);
  shard = gyre_executive_get_shard (self);
  gyre_shard_enter (shard);
  *last = (Last) { ++shard->n_finalisers, priority, function, user_data, destroy };
  g_ptr_array_add (ensure_list (shard), last);
  gyre_shard_leave (shard);
  return last->number;
}

static gboolean
do_instruction (GyreExecutive *executive, gpointer instruction, GError **error)
{
  return gyre_shard_do (gyre_executive_get_shard (executive), instruction, error);
}

/**
 * gyre_executive_add_last_instruction:
 * @self: an executive
 * @priority: the smaller goes first
 * @instruction: what is done
 *
 * As gyre_executive_add_finaliser(), by the behavior of a component.
 *
 * Returns: by which number it can be taken back
 *
 * Since: 0.1
 */
guint64
gyre_executive_add_last_instruction (GyreExecutive *self, int priority, GyreInstruction *instruction)
{
  g_return_val_if_fail (instruction != NULL, 0);
  return gyre_executive_add_finaliser (self, priority, do_instruction, gyre_instruction_ref (instruction),
                                       (GDestroyNotify) gyre_instruction_unref);
}

/* Under the lock: the place of what has a number, or of what goes first (0); G_MAXUINT when there is none. */
static guint
find (GyreShard *shard, guint64 number)
{
  guint found = G_MAXUINT;

  for (guint index = 0; shard->finalisers != NULL && index < shard->finalisers->len; index++)
    {
      const Last *last = shard->finalisers->pdata[index];
      const Last *best = found != G_MAXUINT ? shard->finalisers->pdata[found] : NULL;

      if (number != 0 ? last->number == number : best == NULL || last->priority <= best->priority)
        found = index;
    }
  return found;
}

static Last *
take (GyreShard *shard, guint64 number)
{
  Last *last = NULL;
  guint index;

  gyre_shard_enter (shard);
  index = find (shard, number);
  if (index != G_MAXUINT)
    last = g_ptr_array_steal_index (shard->finalisers, index);
  gyre_shard_leave (shard);
  return last;
}

/**
 * gyre_executive_remove_finaliser:
 * @self: an executive
 * @finaliser: the number that adding it gave
 *
 * Returns: whether it was still to be done; then it is not
 *
 * Since: 0.1
 */
gboolean
gyre_executive_remove_finaliser (GyreExecutive *self, guint64 finaliser)
{
  Last *last;

  g_return_val_if_fail (GYRE_IS_EXECUTIVE (self), FALSE);
  g_return_val_if_fail (finaliser != 0, FALSE);

  last = take (gyre_executive_get_shard (self), finaliser);
  if (last == NULL)
    return FALSE;
  last_free (last);
  return TRUE;
}

static gboolean
finalise (GyreExecutive *self, Last *last)
{
  g_autoptr (GError) error = NULL;

  if (last->function (self, last->user_data, &error))
    return TRUE;
  gyre_shard_alert (gyre_executive_get_shard (self), NULL, NULL, GYRE_ALERT_ERROR, "while it was shut down: %s",
                    error != NULL ? error->message : "something failed and did not say why");
  return FALSE;
}

/**
 * gyre_executive_shut_down:
 * @self: an executive that does not run
 *
 * Does all that was to be done at the end, also what is added meanwhile. What fails is an alert, and the others are done. The
 * program `gyre` does this when it ends; when an executive goes on which nobody has called it, it does it itself.
 *
 * Returns: how many failed
 *
 * Since: 0.1
 */
guint
gyre_executive_shut_down (GyreExecutive *self)
{
  GyreShard *shard;
  guint n_failed = 0;
  Last *last;

  g_return_val_if_fail (GYRE_IS_EXECUTIVE (self), 0);

  shard = gyre_executive_get_shard (self);
  while ((last = take (shard, 0)) != NULL)
    {
      n_failed += !finalise (self, last);
      last_free (last);
    }
  gyre_alerts_flush (shard->alerts);
  return n_failed;
}
