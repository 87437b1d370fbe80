/* gyre-thread.c: A thread that an executive has for itself
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The thread does not keep the executive alive: who lets go of it last stops the thread and waits for its end. When that happens
 * in the thread itself, in the middle of a frame, it keeps the executive until the frame is over.
 *
 * N.B. a toggle reference would not do: another thread can let go of the last one while GLib still tells of the last but one.
 */
#include "gyre-thread-private.h"
#include "gyre-turn-private.h"

struct _GyreThread
{
  GThread *thread;
  GyreExecutive *executive;
  GMutex lock;
  GCond has_begun;
  gboolean is_known;          /* whether it could begin */
  GError *error;              /* why not */
  gboolean is_last;           /* to have the executive; its own */
};

/* Guards the thread of each shard. */
static GMutex lock;

static void
thread_free (GyreThread *self)
{
  if (self->thread != NULL)
    g_thread_unref (self->thread);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->has_begun);
  g_clear_error (&self->error);
  g_free (self);
}

static GyreThread *
take (GyreShard *shard)
{
  GyreThread *thread;

  g_mutex_lock (&lock);
  thread = g_steal_pointer (&shard->thread);
  g_mutex_unlock (&lock);
  return thread;
}

static void
keep (GyreShard *shard, GyreThread *self)
{
  g_mutex_lock (&lock);
  shard->thread = self;
  g_mutex_unlock (&lock);
}

/* Tells who waits for it. N.B. with a mistake the waiter frees it at once. */
static gboolean
begin (GyreThread *self)
{
  gboolean is_mine;

  g_mutex_lock (&self->lock);
  is_mine = gyre_executive_acquire (self->executive, &self->error);
  self->is_known = TRUE;
  g_cond_signal (&self->has_begun);
  g_mutex_unlock (&self->lock);
  return is_mine;
}

/* With a main context of its own. */
static void
run (GyreShard *shard)
{
  g_autoptr (GMainContext) context = g_main_context_new ();

  g_main_context_push_thread_default (context);
  gyre_turn_run_many (shard, G_MAXUINT64, NULL, NULL);
  g_main_context_pop_thread_default (context);
}

/* N.B. when the loop has ended another thread can be started, which forgets this one. */
static gpointer
work (gpointer data)
{
  GyreThread *self = data;
  GyreExecutive *executive = self->executive;
  GyreShard *shard = gyre_executive_get_shard (executive);
  gboolean is_last;

  if (!begin (self))
    return NULL;
  run (shard);
  is_last = self->is_last;
  gyre_shard_give_up (shard);
  gyre_shard_end_loop (shard);
  if (!is_last)
    return NULL;
  thread_free (take (shard));
  g_object_unref (executive);
  return NULL;
}

void
gyre_thread_end (GyreShard *shard)
{
  GyreThread *self = take (shard);

  if (self == NULL)
    return;
  gyre_executive_stop (shard->executive);
  if (self->thread == g_thread_self ())
    {
      self->is_last = TRUE;
      g_object_ref (shard->executive);
      keep (shard, self);
      return;
    }
  g_thread_join (g_steal_pointer (&self->thread));
  thread_free (self);
}

static gboolean
wait_for_begin (GyreThread *self, GError **error)
{
  gboolean has_begun;

  g_mutex_lock (&self->lock);
  while (!self->is_known)
    g_cond_wait (&self->has_begun, &self->lock);
  has_begun = self->error == NULL;
  if (!has_begun)
    g_propagate_error (error, g_steal_pointer (&self->error));
  g_mutex_unlock (&self->lock);
  return has_begun;
}

static gboolean
start (GyreThread *self, const char *name, GError **error)
{
  self->thread = g_thread_try_new (name, work, self, error);
  if (self->thread == NULL)
    return FALSE;
  if (wait_for_begin (self, error))
    return TRUE;
  g_thread_join (g_steal_pointer (&self->thread));
  return FALSE;
}

static GyreThread *
thread_new (GyreExecutive *executive)
{
  GyreThread *self = g_new0 (GyreThread, 1);

  self->executive = executive;
  g_mutex_init (&self->lock);
  g_cond_init (&self->has_begun);
  return self;
}

/* A thread that has ended, and that nobody has waited for. */
static void
forget_old (GyreShard *shard)
{
  GyreThread *old = take (shard);

  if (old != NULL)
    thread_free (old);
}

/**
 * gyre_executive_start_thread:
 * @self: an executive
 * @name: the name of the thread
 * @error: return location for a #GError
 *
 * Makes a thread that owns the executive and makes its frames, until gyre_executive_stop(). When the calling thread owns the
 * executive, it gives it up. The thread has a main context of its own for what components begin with GIO.
 *
 * Whoever lets go of the executive last need not stop the thread before: that stops it, and waits for the end of the frame. Any
 * thread.
 *
 * Returns: whether it runs; not when another thread owns the executive, or something makes its frames already
 *
 * Since: 0.1
 */
gboolean
gyre_executive_start_thread (GyreExecutive *self, const char *name, GError **error)
{
  GyreShard *shard;
  GyreThread *thread;

  g_return_val_if_fail (GYRE_IS_EXECUTIVE (self), FALSE);
  g_return_val_if_fail (name != NULL, FALSE);

  shard = gyre_executive_get_shard (self);
  if (!gyre_shard_begin_loop (shard, error))
    return FALSE;
  forget_old (shard);
  gyre_executive_release (self);
  thread = thread_new (self);
  if (start (thread, name, error))
    {
      keep (shard, thread);
      return TRUE;
    }
  thread_free (thread);
  gyre_shard_end_loop (shard);
  return FALSE;
}

/**
 * gyre_executive_join:
 * @self: an executive
 * @error: return location for a #GError of %GYRE_EXECUTIVE_ERROR
 *
 * Waits for the end of its thread, which somebody stops by gyre_executive_stop(), before or meanwhile. Afterwards the executive
 * belongs to nobody, and the thread that asks first gets it.
 *
 * Returns: whether there was a thread; not from that thread itself
 *
 * Since: 0.1
 */
gboolean
gyre_executive_join (GyreExecutive *self, GError **error)
{
  GyreShard *shard;
  GyreThread *thread;

  g_return_val_if_fail (GYRE_IS_EXECUTIVE (self), FALSE);

  shard = gyre_executive_get_shard (self);
  thread = take (shard);
  if (thread == NULL)
    {
      g_set_error_literal (error, GYRE_EXECUTIVE_ERROR, GYRE_EXECUTIVE_ERROR_UNKNOWN, "the executive has no thread of its own");
      return FALSE;
    }
  if (thread->thread == g_thread_self ())
    {
      keep (shard, thread);
      g_set_error_literal (error, GYRE_EXECUTIVE_ERROR, GYRE_EXECUTIVE_ERROR_THREAD, "a thread can't wait for its own end");
      return FALSE;
    }
  g_thread_join (g_steal_pointer (&thread->thread));
  thread_free (thread);
  return TRUE;
}
