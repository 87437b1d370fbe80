/* gyre-listening.c: An executive that others can reach
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * One thread waits for all callers. It never looks at a component, and the executive never waits for a caller: whatever a caller
 * does or leaves undone, only its own answer is late.
 */
#include "gyre-listening.h"
#include "gyre-caller-private.h"
#include "gyre-door-private.h"

#include <errno.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#define MOST_CALLERS 64
#define PAUSE (G_USEC_PER_SEC / 10)             /* when no descriptor is left */

typedef struct
{
  GyreShard *shard;
  GyreDoor *door;
  GyreBell *bell;
  GThread *thread;
  GPtrArray *callers;           /* of GyreCaller, who was let in first is the first; the thread's */
  gint64 closed_until;          /* the thread's */
  gint is_ending;               /* atomic */
} Listening;

static GMutex lock;             /* around what an executive has of it */

static void
let_go (Listening *self, guint index)
{
  g_ptr_array_remove_index (self->callers, index);
}

/* Whoever has not begun anything makes room for somebody new; the longest first. */
static gboolean
make_room (Listening *self)
{
  if (self->callers->len < MOST_CALLERS)
    return TRUE;
  for (guint index = 0; index < self->callers->len; index++)
    if (gyre_caller_is_idle (self->callers->pdata[index]))
      {
        let_go (self, index);
        return TRUE;
      }
  return FALSE;
}

static void
let_in (Listening *self)
{
  int socket = accept4 (self->door->socket, NULL, NULL, SOCK_CLOEXEC | SOCK_NONBLOCK);

  if (socket < 0)
    {
      if (errno != EAGAIN && errno != EINTR && errno != ECONNABORTED)
        self->closed_until = g_get_monotonic_time () + PAUSE;
      return;
    }
  if (gyre_door_check_peer (socket, NULL, NULL) && make_room (self))
    g_ptr_array_add (self->callers, gyre_caller_new (socket, self->shard, self->bell));
  else
    close (socket);
}

static int
get_milliseconds (gint64 deadline)
{
  gint64 left = deadline == G_MAXINT64 ? G_MAXINT64 : MAX (deadline - g_get_monotonic_time (), 0);

  return left == G_MAXINT64 ? -1 : (int) MIN (left / 1000 + 1, G_MAXINT);
}

/* N.B. callers are gone through from the last one, so that those who go take no other's place. */
static void
go_on (Listening *self, const GPollFD *descriptors)
{
  for (guint index = self->callers->len; index-- > 0;)
    if (!gyre_caller_go_on (self->callers->pdata[index], descriptors[index + 2].revents))
      let_go (self, index);
}

static void
turn (Listening *self)
{
  g_autofree GPollFD *descriptors = g_new0 (GPollFD, self->callers->len + 2);
  gboolean is_open = g_get_monotonic_time () >= self->closed_until;
  gint64 soonest = is_open ? G_MAXINT64 : self->closed_until;

  descriptors[0] = (GPollFD) { .fd = gyre_bell_get_descriptor (self->bell), .events = POLLIN };
  descriptors[1] = (GPollFD) { .fd = is_open ? self->door->socket : -1, .events = POLLIN };
  for (guint index = 0; index < self->callers->len; index++)
    {
      gint64 deadline;

      gyre_caller_prepare (self->callers->pdata[index], &descriptors[index + 2], &deadline);
      soonest = MIN (soonest, deadline);
    }
  if (g_poll (descriptors, self->callers->len + 2, get_milliseconds (soonest)) < 0)
    return;
  if (descriptors[0].revents != 0)
    gyre_bell_silence (self->bell);
  go_on (self, descriptors);
  if (descriptors[1].revents != 0)
    let_in (self);
}

static gpointer
listen_to_all (gpointer data)
{
  Listening *self = data;

  while (!g_atomic_int_get (&self->is_ending))
    turn (self);
  g_ptr_array_set_size (self->callers, 0);
  return NULL;
}

static void
listening_free (Listening *self)
{
  g_atomic_int_set (&self->is_ending, TRUE);
  gyre_bell_ring (self->bell);
  g_thread_join (self->thread);
  g_ptr_array_unref (self->callers);
  gyre_door_close (self->door);
  gyre_bell_unref (self->bell);
  g_free (self);
}

static GQuark
get_quark (void)
{
  return g_quark_from_static_string ("gyre-listening");
}

/* N.B. what hangs on an object as data goes after it was finalized; here the thread must end while everything is still there. */
static void
executive_ends (gpointer data, GObject *executive)
{
  Listening *listening = g_object_steal_qdata (executive, get_quark ());

  g_clear_pointer (&listening, listening_free);
}

static gboolean
begin (GyreExecutive *executive, const char *name, GError **error)
{
  GyreDoor *door = gyre_door_open (name, error);
  Listening *self;

  if (door == NULL)
    return FALSE;
  self = g_new0 (Listening, 1);
  self->shard = gyre_executive_get_shard (executive);
  self->door = door;
  self->bell = gyre_bell_new ();
  self->callers = g_ptr_array_new_with_free_func ((GDestroyNotify) gyre_caller_free);
  self->thread = g_thread_new ("gyre-listening", listen_to_all, self);
  g_object_set_qdata (G_OBJECT (executive), get_quark (), self);
  g_object_weak_ref (G_OBJECT (executive), executive_ends, NULL);
  return TRUE;
}

/**
 * gyre_executive_listen:
 * @self: an executive
 * @name: (nullable): what it is called, of letters, digits, `-`, `_` and `.`; %NULL: the number of the process
 * @error: return location for a #GError of %GYRE_REMOTE_ERROR
 *
 * From now on other programs of the same user can reach the executive, as `gyre top --at=NAME` does, at the socket
 * `$XDG_RUNTIME_DIR/gyre/NAME.socket`. They are answered whenever somebody runs its frames or it sleeps between them. It ends with
 * the executive or with gyre_executive_end_listening(). Any thread.
 *
 * Returns: whether it listens now; not when it does already, when another program has the name, or when the folder is not the
 *   user's alone
 *
 * Since: 0.1
 */
gboolean
gyre_executive_listen (GyreExecutive *self, const char *name, GError **error)
{
  gboolean listens;

  g_return_val_if_fail (GYRE_IS_EXECUTIVE (self), FALSE);

  g_mutex_lock (&lock);
  listens = g_object_get_qdata (G_OBJECT (self), get_quark ()) == NULL;
  if (!listens)
    g_set_error_literal (error, GYRE_REMOTE_ERROR, GYRE_REMOTE_ERROR_NAME, "the executive can be reached already");
  else
    listens = begin (self, name, error);
  g_mutex_unlock (&lock);
  return listens;
}

/**
 * gyre_executive_end_listening:
 * @self: an executive
 *
 * Nobody can reach it any more, and the socket is gone. Who waits for an answer gets none. Any thread.
 *
 * Since: 0.1
 */
void
gyre_executive_end_listening (GyreExecutive *self)
{
  Listening *listening;

  g_return_if_fail (GYRE_IS_EXECUTIVE (self));

  g_mutex_lock (&lock);
  listening = g_object_steal_qdata (G_OBJECT (self), get_quark ());
  if (listening != NULL)
    g_object_weak_unref (G_OBJECT (self), executive_ends, NULL);
  g_mutex_unlock (&lock);
  g_clear_pointer (&listening, listening_free);
}

/**
 * gyre_executive_dup_address:
 * @self: an executive
 *
 * Returns: (transfer full) (nullable) (type filename): the socket at which it listens; %NULL when it does not
 *
 * Since: 0.1
 */
char *
gyre_executive_dup_address (GyreExecutive *self)
{
  Listening *listening;
  char *path;

  g_return_val_if_fail (GYRE_IS_EXECUTIVE (self), NULL);

  g_mutex_lock (&lock);
  listening = g_object_get_qdata (G_OBJECT (self), get_quark ());
  path = listening != NULL ? g_strdup (listening->door->path) : NULL;
  g_mutex_unlock (&lock);
  return path;
}
