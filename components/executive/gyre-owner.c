/* gyre-owner.c: Which thread something belongs to
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * N.B. the address of a thread's own variable would do to tell threads apart, but a thread that is new can get that of one that
 * has ended, and would own what it never claimed.
 */
#include "gyre-owner-private.h"

typedef struct
{
  gatomicrefcount references;
  gint has_ended;               /* atomic */
} Thread;

static void
thread_unref (Thread *thread)
{
  if (g_atomic_ref_count_dec (&thread->references))
    g_free (thread);
}

/* The calling one; NULL until it owns something, and when it has ended. One instruction also in a library that is loaded late. */
static __thread Thread *me __attribute__ ((tls_model ("initial-exec")));

static void
thread_end (gpointer data)
{
  Thread *thread = data;

  me = NULL;
  g_atomic_int_set (&thread->has_ended, TRUE);
  thread_unref (thread);
}

static GMutex lock;
static GPrivate this_thread = G_PRIVATE_INIT (thread_end);

static Thread *
get_me (void)
{
  if (G_LIKELY (me != NULL))
    return me;
  me = g_new0 (Thread, 1);
  g_atomic_ref_count_init (&me->references);
  g_private_set (&this_thread, me);
  return me;
}

gboolean
gyre_owner_is_me (GyreOwner *owner)
{
  return me != NULL && g_atomic_pointer_get (owner) == me;
}

/* Under the lock: who looks at an owner must not see it freed. */
static gboolean
claim_of (GyreOwner *owner, Thread *old)
{
  Thread *self = get_me ();

  if (old != NULL && !g_atomic_int_get (&old->has_ended))
    return FALSE;
  g_atomic_ref_count_inc (&self->references);
  g_atomic_pointer_set (owner, self);
  if (old != NULL)
    thread_unref (old);
  return TRUE;
}

gboolean
gyre_owner_is_mine_or_free (GyreOwner *owner)
{
  return g_atomic_pointer_get (owner) == NULL || gyre_owner_is_me (owner);
}

gboolean
gyre_owner_claim (GyreOwner *owner)
{
  gboolean is_mine;

  if (G_LIKELY (gyre_owner_is_me (owner)))
    return TRUE;
  g_mutex_lock (&lock);
  is_mine = claim_of (owner, g_atomic_pointer_get (owner));
  g_mutex_unlock (&lock);
  return is_mine;
}

void
gyre_owner_give_up (GyreOwner *owner)
{
  if (gyre_owner_is_me (owner))
    gyre_owner_clear (owner);
}

void
gyre_owner_clear (GyreOwner *owner)
{
  Thread *old;

  g_mutex_lock (&lock);
  old = __atomic_exchange_n (owner, NULL, __ATOMIC_ACQ_REL);
  if (old != NULL)
    thread_unref (old);
  g_mutex_unlock (&lock);
}
