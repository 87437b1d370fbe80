/* gyre-loop.c: The executive as one source of a main context
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A context waits in whole milliseconds: so it is a timerfd that tells when the next frame is due, an eventfd that another thread
 * has brought work, and an epoll descriptor that a watched one is ready.
 *
 * Fairness: a frame per dispatch. When the next one is due at once the source has the priority of what is done while a program is
 * idle, so that what is drawn and clicked comes first, and other idle sources take turns with it; frames that have a time have
 * the usual priority.
 */
#include "gyre-loop.h"
#include "gyre-readiness-private.h"
#include "gyre-turn-private.h"
#include "gyre-visit-private.h"

#include <glib-unix.h>

#define NEXT_TRY 100          /* milliseconds until a thread asks again for an executive that another one has */

typedef struct
{
  GSource source;
  GyreExecutive *executive;
  GyreShard *shard;
  gpointer wake;              /* the descriptors, as the context has them */
  gpointer timer;
  gpointer watched;
  gboolean is_listening;      /* to those */
  gboolean is_watching;
  gboolean is_parked;
} Loop;

/* Guards the source of each shard. */
static GMutex lock;

/* Which descriptors end the waiting: none while a frame runs, which can iterate the context, and the watched ones only where a
 * frame can be made for them. */
static void
listen (Loop *self, gboolean is_listening)
{
  gboolean is_watching = is_listening && gyre_turn_get_descriptor (self->shard) >= 0;

  if (is_listening != self->is_listening)
    {
      g_source_modify_unix_fd (&self->source, self->wake, is_listening ? G_IO_IN : 0);
      g_source_modify_unix_fd (&self->source, self->timer, is_listening ? G_IO_IN : 0);
    }
  if (is_watching != self->is_watching)
    g_source_modify_unix_fd (&self->source, self->watched, is_watching ? G_IO_IN : 0);
  self->is_listening = is_listening;
  self->is_watching = is_watching;
}

static void
leave_parking (Loop *self)
{
  if (self->is_parked)
    gyre_parking_end (self->shard->parking);
  self->is_parked = FALSE;
}

static gboolean
is_due (Loop *self)
{
  gint64 due = gyre_turn_get_due (self->shard);

  if (g_atomic_int_get (&self->shard->is_stopping) || gyre_visits_are_there (self->shard))
    return TRUE;
  if (gyre_surroundings_is_virtual (self->shard->surroundings))
    return due < G_MAXINT64;
  if (due <= gyre_turn_get_time (self->shard))
    return TRUE;
  gyre_parking_set_time (self->shard->parking, due);
  return FALSE;
}

/* N.B. a context that finds something of higher priority checks nobody below: the parking may still be that of the last time. */
static gboolean
prepare (GSource *source, int *timeout)
{
  Loop *self = (Loop *) source;

  *timeout = -1;
  leave_parking (self);
  if (!gyre_shard_claim (self->shard))
    *timeout = NEXT_TRY;
  if (!gyre_shard_is_mine (self->shard) || self->shard->in_frame)
    {
      listen (self, FALSE);
      return FALSE;
    }
  listen (self, TRUE);
  while (!self->is_parked)
    {
      if (is_due (self))
        return TRUE;
      self->is_parked = gyre_parking_begin (self->shard->parking);
    }
  return FALSE;
}

static gboolean
check (GSource *source)
{
  Loop *self = (Loop *) source;

  leave_parking (self);
  if (!gyre_shard_is_mine (self->shard) || self->shard->in_frame)
    return FALSE;
  return (self->is_watching && g_source_query_unix_fd (source, self->watched) != 0) || is_due (self);
}

static gboolean
dispatch (GSource *source, GSourceFunc callback, gpointer user_data)
{
  Loop *self = (Loop *) source;
  int priority;

  leave_parking (self);
  if (!gyre_shard_is_mine (self->shard) || self->shard->in_frame)
    return G_SOURCE_CONTINUE;
  if (g_atomic_int_compare_and_exchange (&self->shard->is_stopping, TRUE, FALSE))
    return G_SOURCE_REMOVE;
  if (gyre_visits_receive (self->shard))
    return G_SOURCE_CONTINUE;
  gyre_turn_run (self->shard);
  priority = gyre_turn_get_due (self->shard) == G_MININT64 ? G_PRIORITY_DEFAULT_IDLE : G_PRIORITY_DEFAULT;
  if (priority != g_source_get_priority (source))
    g_source_set_priority (source, priority);
  return G_SOURCE_CONTINUE;
}

static void
finalize (GSource *source)
{
  Loop *self = (Loop *) source;

  leave_parking (self);
  gyre_shard_give_up (self->shard);
  g_mutex_lock (&lock);
  if (self->shard->source == source)
    {
      self->shard->source = NULL;
      gyre_shard_end_loop (self->shard);
    }
  g_mutex_unlock (&lock);
  g_object_unref (self->executive);
}

static GSource *
loop_new (GyreExecutive *executive, GyreShard *shard)
{
  static GSourceFuncs functions = { prepare, check, dispatch, finalize, NULL, NULL };
  GSource *source = g_source_new (&functions, sizeof (Loop));
  Loop *self = (Loop *) source;

  self->executive = g_object_ref (executive);
  self->shard = shard;
  self->wake = g_source_add_unix_fd (source, gyre_parking_get_descriptor (shard->parking), G_IO_IN);
  self->timer = g_source_add_unix_fd (source, gyre_parking_get_timer (shard->parking), G_IO_IN);
  self->watched = g_source_add_unix_fd (source, gyre_readiness_get_descriptor (shard->readiness), G_IO_IN);
  self->is_listening = self->is_watching = TRUE;
  g_source_set_static_name (source, "executive");
  return source;
}

/* Both at once, so that a source is never without one of them. */
static guint
attach (GyreExecutive *executive, GyreShard *shard, GMainContext *context)
{
  g_autoptr (GSource) source = loop_new (executive, shard);
  guint number;

  g_mutex_lock (&lock);
  shard->source = source;
  number = g_source_attach (source, context);
  g_mutex_unlock (&lock);
  return number;
}

/**
 * gyre_executive_attach:
 * @self: an executive
 * @context: (nullable): the main context that shall make its frames; %NULL for the default one
 * @error: return location for a #GError
 *
 * Makes the executive a source of a main context, which keeps it alive. The thread that runs the context owns the executive then;
 * the calling thread gives it up, and where a third one has it the context asks again until that gives it up. It ends by
 * gyre_executive_detach(), gyre_executive_stop(), or when the source is removed.
 *
 * A callback of a frame can iterate the context: other sources are served, and no frame runs inside of the frame.
 *
 * Returns: the number of the source; 0 when something makes the executive's frames already, or from inside a frame
 *
 * Since: 0.1
 */
guint
gyre_executive_attach (GyreExecutive *self, GMainContext *context, GError **error)
{
  GyreShard *shard;
  GyreReadiness *readiness;

  g_return_val_if_fail (GYRE_IS_EXECUTIVE (self), 0);

  shard = gyre_executive_get_shard (self);
  if (!gyre_shard_begin_loop (shard, error))
    return 0;
  gyre_shard_enter (shard);
  readiness = gyre_readiness_ensure (shard, error);
  gyre_shard_leave (shard);
  if (readiness == NULL)
    {
      gyre_shard_end_loop (shard);
      return 0;
    }
  gyre_executive_release (self);
  return attach (self, shard, context);
}

/**
 * gyre_executive_detach:
 * @self: an executive
 *
 * No frame begins any more in the main context to which it was attached. Any thread.
 *
 * Returns: whether it was attached to one
 *
 * Since: 0.1
 */
gboolean
gyre_executive_detach (GyreExecutive *self)
{
  GyreShard *shard;
  GSource *source;

  g_return_val_if_fail (GYRE_IS_EXECUTIVE (self), FALSE);

  shard = gyre_executive_get_shard (self);
  g_mutex_lock (&lock);
  source = shard->source != NULL ? g_source_ref (shard->source) : NULL;
  g_mutex_unlock (&lock);
  if (source == NULL)
    return FALSE;
  g_source_destroy (source);
  g_source_unref (source);
  return TRUE;
}
