/* gyre-context.c: GLib's own sources of a thread, served between the frames
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-context-private.h"

#include <sys/syscall.h>
#include <unistd.h>

#define MILLISECOND G_GINT64_CONSTANT (1000000)
#define FIRST_ROOM 8

struct _GyreContext
{
  GMainContext *context;
  int priority;
  GPollFD *polled;            /* the extra one first */
  guint room;
  guint n_own;                /* those of the context */
};

static gboolean
is_first_thread (void)
{
  return syscall (SYS_gettid) == getpid ();
}

GyreContext *
gyre_context_new (void)
{
  GMainContext *context = g_main_context_get_thread_default ();
  GyreContext *self;

  if (context == NULL && is_first_thread ())
    context = g_main_context_default ();
  if (context == NULL || !g_main_context_acquire (context))
    return NULL;
  self = g_new0 (GyreContext, 1);
  self->context = g_main_context_ref (context);
  self->room = FIRST_ROOM;
  self->polled = g_new (GPollFD, self->room + 1);
  return self;
}

void
gyre_context_free (GyreContext *self)
{
  g_main_context_release (self->context);
  g_main_context_unref (self->context);
  g_free (self->polled);
  g_free (self);
}

/* Returns: for how many milliseconds it may be waited. */
static int
query (GyreContext *self)
{
  int milliseconds;
  guint n_needed = (guint) g_main_context_query (self->context, self->priority, &milliseconds, self->polled + 1, (int) self->room);

  while (n_needed > self->room)
    {
      self->room = n_needed * 2;
      self->polled = g_renew (GPollFD, self->polled, self->room + 1);
      n_needed = (guint) g_main_context_query (self->context, self->priority, &milliseconds, self->polled + 1, (int) self->room);
    }
  self->n_own = n_needed;
  return milliseconds;
}

GPollFD *
gyre_context_prepare (GyreContext *self, int extra, gint64 *delay, guint *n_descriptors)
{
  int milliseconds;

  g_main_context_prepare (self->context, &self->priority);
  milliseconds = query (self);
  *delay = milliseconds < 0 ? G_MAXINT64 : milliseconds * MILLISECOND;
  *n_descriptors = self->n_own + (extra >= 0);
  self->polled[0] = (GPollFD) { .fd = extra, .events = G_IO_IN };
  return extra >= 0 ? self->polled : self->polled + 1;
}

void
gyre_context_dispatch (GyreContext *self)
{
  if (g_main_context_check (self->context, self->priority, self->polled + 1, (int) self->n_own))
    g_main_context_dispatch (self->context);
}
