/* gyre-readiness.c: Descriptors whose readiness arrives as an instruction
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The kernel keeps the set, so that it can change while another thread waits for it. What it says of a watch that has ended
 * meanwhile finds no watch of that number, and is nothing.
 */
#include "gyre-readiness-private.h"

#include <errno.h>
#include <sys/epoll.h>
#include <unistd.h>

#define MOST_AT_ONCE 64       /* more are found in the next frame */

typedef struct
{
  guint64 number;             /* first: the key */
  int descriptor;
  gboolean once;
  GyreInstruction *instruction;
} Watch;

struct _GyreReadiness
{
  int descriptor;
  guint64 last_number;
  GHashTable *watches;        /* number → Watch */
};

static void
watch_free (gpointer data)
{
  Watch *watch = data;

  gyre_instruction_unref (watch->instruction);
  g_free (watch);
}

static GyreReadiness *
readiness_new (GError **error)
{
  int descriptor = epoll_create1 (EPOLL_CLOEXEC);
  GyreReadiness *self;

  if (descriptor < 0)
    {
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), "no descriptor can be watched: %s", g_strerror (errno));
      return NULL;
    }
  self = g_new0 (GyreReadiness, 1);
  self->descriptor = descriptor;
  self->watches = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, watch_free);
  return self;
}

GyreReadiness *
gyre_readiness_ensure (GyreShard *shard, GError **error)
{
  if (shard->readiness == NULL)
    shard->readiness = readiness_new (error);
  return shard->readiness;
}

void
gyre_readiness_free (GyreReadiness *self)
{
  g_hash_table_unref (self->watches);
  close (self->descriptor);
  g_free (self);
}

int
gyre_readiness_get_descriptor (GyreReadiness *self)
{
  return self->descriptor;
}

static void
end_watch (GyreReadiness *self, Watch *watch)
{
  epoll_ctl (self->descriptor, EPOLL_CTL_DEL, watch->descriptor, NULL);
  g_hash_table_remove (self->watches, &watch->number);
}

static gboolean
has_ended (GyreShard *shard, GyreInstruction *instruction)
{
  return gyre_instruction_get_component (instruction) == NULL
         && gyre_slots_find (shard->slots, gyre_instruction_get_handle (instruction)) == NULL;
}

/* Without memory it is found again in the next frame. Of a component that has ended it is told once. */
static void
post (GyreReadiness *self, GyreShard *shard, Watch *watch)
{
  gboolean was_last = watch->once || has_ended (shard, watch->instruction);

  if (gyre_agenda_post (shard->agenda, watch->instruction, shard->now, GYRE_HANDLE_NONE, NULL) != 0 && was_last)
    end_watch (self, watch);
}

void
gyre_readiness_poll (GyreReadiness *self, GyreShard *shard)
{
  struct epoll_event events[MOST_AT_ONCE];
  int n_events = 0;

  if (g_hash_table_size (self->watches) > 0)
    n_events = epoll_wait (self->descriptor, events, MOST_AT_ONCE, 0);
  for (int index = 0; index < n_events; index++)
    {
      Watch *watch = g_hash_table_lookup (self->watches, &events[index].data.u64);

      if (watch != NULL)
        post (self, shard, watch);
    }
}

static guint32
get_events (GIOCondition condition)
{
  return ((condition & G_IO_IN) ? EPOLLIN : 0) | ((condition & G_IO_OUT) ? EPOLLOUT : 0)
         | ((condition & G_IO_PRI) ? EPOLLPRI : 0);
}

static const char *
explain (int code)
{
  if (code == EEXIST)
    return "it is watched already, for something else; end that watch first, or watch a duplicate (dup())";
  if (code == EPERM)
    return "a file or a folder is always ready; only pipes, sockets, terminals and the like can be watched";
  return g_strerror (code);
}

/* Inside of the shard. */
static guint64
add (GyreShard *shard, Watch *watch, GIOCondition condition, GError **error)
{
  GyreReadiness *self = gyre_readiness_ensure (shard, error);
  struct epoll_event event = { .events = get_events (condition) };

  if (self == NULL)
    return 0;
  event.data.u64 = watch->number = ++self->last_number;
  if (epoll_ctl (self->descriptor, EPOLL_CTL_ADD, watch->descriptor, &event) != 0)
    {
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), "descriptor %d can't be watched: %s", watch->descriptor,
                   explain (errno));
      return 0;
    }
  g_hash_table_insert (self->watches, &watch->number, watch);
  return watch->number;
}

static guint64
start (GyreExecutive *executive, int descriptor, GIOCondition condition, gboolean once, GyreInstruction *instruction,
       GError **error)
{
  GyreShard *shard = gyre_executive_get_shard (executive);
  Watch *watch = g_try_new0 (Watch, 1);
  guint64 number;

  if (watch == NULL)
    {
      g_set_error (error, GYRE_EXECUTIVE_ERROR, GYRE_EXECUTIVE_ERROR_MEMORY, "descriptor %d can't be watched: there is no memory",
                   descriptor);
      return 0;
    }
  *watch = (Watch) { .descriptor = descriptor, .once = once, .instruction = gyre_instruction_ref (instruction) };
  gyre_shard_enter (shard);
  number = add (shard, watch, condition, error);
  gyre_shard_leave (shard);
  gyre_shard_wake (shard);
  if (number == 0)
    watch_free (watch);
  return number;
}

/**
 * gyre_executive_watch_descriptor:
 * @self: an executive
 * @descriptor: a pipe, socket or the like
 * @condition: %G_IO_IN, %G_IO_OUT or %G_IO_PRI; an error and the other side's end always count
 * @instruction: what is to be done
 * @error: return location for a #GError of %G_IO_ERROR or %GYRE_EXECUTIVE_ERROR
 *
 * In each frame that finds the descriptor ready the instruction is done once. An executive whose frames happen on demand makes one
 * as soon as it is ready. When the component that the instruction has by handle ends, so does the watch.
 *
 * Any thread; others than the executive's own wait for the end of the frame.
 *
 * Returns: the number of the watch; 0 when the descriptor can't be watched
 *
 * Since: 0.1
 */
guint64
gyre_executive_watch_descriptor (GyreExecutive *self, int descriptor, GIOCondition condition, GyreInstruction *instruction,
                                 GError **error)
{
  g_return_val_if_fail (GYRE_IS_EXECUTIVE (self), 0);
  g_return_val_if_fail (instruction != NULL, 0);
  return start (self, descriptor, condition, FALSE, instruction, error);
}

/**
 * gyre_executive_watch_descriptor_once:
 * @self: an executive
 * @descriptor: a pipe, socket or the like
 * @condition: %G_IO_IN, %G_IO_OUT or %G_IO_PRI; an error and the other side's end always count
 * @instruction: what is to be done
 * @error: return location for a #GError of %G_IO_ERROR or %GYRE_EXECUTIVE_ERROR
 *
 * As gyre_executive_watch_descriptor(), for the first frame that finds the descriptor ready; the watch ends with it.
 *
 * Returns: the number of the watch; 0 when the descriptor can't be watched
 *
 * Since: 0.1
 */
guint64
gyre_executive_watch_descriptor_once (GyreExecutive *self, int descriptor, GIOCondition condition, GyreInstruction *instruction,
                                      GError **error)
{
  g_return_val_if_fail (GYRE_IS_EXECUTIVE (self), 0);
  g_return_val_if_fail (instruction != NULL, 0);
  return start (self, descriptor, condition, TRUE, instruction, error);
}

/**
 * gyre_executive_unwatch:
 * @self: an executive
 * @watch: the number of a watch
 *
 * Ends a watch. An instruction that was posted for it already is still done. Any thread; others than the executive's own wait for
 * the end of the frame.
 *
 * Returns: whether it was still there
 *
 * Since: 0.1
 */
gboolean
gyre_executive_unwatch (GyreExecutive *self, guint64 watch)
{
  GyreShard *shard;
  Watch *found = NULL;

  g_return_val_if_fail (GYRE_IS_EXECUTIVE (self), FALSE);

  shard = gyre_executive_get_shard (self);
  gyre_shard_enter (shard);
  if (shard->readiness != NULL)
    found = g_hash_table_lookup (shard->readiness->watches, &watch);
  if (found != NULL)
    end_watch (shard->readiness, found);
  gyre_shard_leave (shard);
  return found != NULL;
}
