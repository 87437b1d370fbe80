/* gyre-outside.c: What other threads send
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A sender calls `wake` when the executive is not awake. Both sides write one word and then read the other's: the sender what it
 * has written and whether the executive is awake, the executive that it is not and whether something was written. One of them must
 * see the other. The sender's half is the common one and must cost nothing, so the executive, which is about to sleep anyway, pays
 * for both: it has the kernel order the memory of all threads. Where the kernel cannot, both pay.
 */
#include "gyre-outside-private.h"

#include "gyre-refusal-private.h"
#include "gyre-reply-private.h"

#include <linux/membarrier.h>
#include <sys/syscall.h>
#include <unistd.h>

#define THREAD_LOCAL static __thread __attribute__ ((tls_model ("initial-exec")))

/* The lane that the thread has used last. */
THREAD_LOCAL GyreLane *last_lane;

static void end_lanes (gpointer lanes);

/* All lanes of the thread. */
static GPrivate thread_lanes = G_PRIVATE_INIT (end_lanes);

static gboolean
kernel_orders (void)
{
  static int answer;
  int known = __atomic_load_n (&answer, __ATOMIC_RELAXED);

  if (G_UNLIKELY (known == 0))
    {
      known = syscall (SYS_membarrier, MEMBARRIER_CMD_REGISTER_PRIVATE_EXPEDITED, 0, 0) == 0 ? 1 : -1;
      __atomic_store_n (&answer, known, __ATOMIC_RELAXED);
    }
  return known > 0;
}

/* The thread ends. */
static void
end_lanes (gpointer lanes)
{
  last_lane = NULL;
  for (GyreLane *lane = lanes, *next; lane != NULL; lane = next)
    {
      next = lane->next_of_thread;
      __atomic_store_n (&lane->is_ended, TRUE, __ATOMIC_RELEASE);
      gyre_lane_unref (lane);
    }
}

/* Those of messengers that are gone go too. */
static GyreLane *
drop_closed (GyreLane *lanes)
{
  GyreLane **link = &lanes, *lane;

  while ((lane = *link) != NULL)
    {
      if (!__atomic_load_n (&lane->is_closed, __ATOMIC_ACQUIRE))
        {
          link = &lane->next_of_thread;
          continue;
        }
      *link = lane->next_of_thread;
      gyre_lane_unref (lane);
    }
  return lanes;
}

static GyreLane *
make_lane (GyreMessenger *self)
{
  GyreLane *lane = gyre_lane_new (self->id);

  if (lane == NULL)
    return NULL;
  lane->next_of_thread = drop_closed (g_private_get (&thread_lanes));
  g_private_set (&thread_lanes, lane);
  lane->next = __atomic_load_n (&self->new_lanes, __ATOMIC_RELAXED);
  while (!__atomic_compare_exchange_n (&self->new_lanes, &lane->next, lane, TRUE, __ATOMIC_SEQ_CST, __ATOMIC_RELAXED))
    continue;
  /* N.B. who found no lane before it sleeps has not asked the kernel, and not every processor has this exchange done before a plain
   * look at `is_awake`, with which messages are told. A look that is an exchange too comes after it, and the others after the look. */
  __atomic_fetch_add (&self->is_awake, 0, __ATOMIC_SEQ_CST);
  return lane;
}

/* NULL when there is no memory. */
static GyreLane *
get_lane (GyreMessenger *self)
{
  GyreLane *lane = last_lane;

  if (G_LIKELY (lane != NULL && lane->messenger == self->id))
    return lane;
  for (lane = g_private_get (&thread_lanes); lane != NULL && lane->messenger != self->id; lane = lane->next_of_thread)
    continue;
  if (lane == NULL)
    {
      last_lane = NULL;
      lane = make_lane (self);
    }
  return last_lane = lane;
}

static inline void
tell (GyreMessenger *self, GyreLane *lane)
{
  gboolean is_ordered = !kernel_orders ();

  gyre_lane_tell (lane, is_ordered);
  __asm__ volatile ("" : : : "memory");
  if (!__atomic_load_n (&self->is_awake, is_ordered ? __ATOMIC_SEQ_CST : __ATOMIC_RELAXED) && self->owner->wake != NULL)
    self->owner->wake (self->owner_data);
}

/* Writes messages into the lane of this thread, which it gives, and tells nobody yet. Returns how many. */
static guint
write_all (GyreMessenger *self, const GyreMessage *head, const GyreMessagePart *messages, guint n_messages, GyreLane **lane, GError **error)
{
  const GyreSlot *slot = gyre_slots_peek (self->slots, head->receiver);

  *lane = NULL;
  if (slot == NULL)
    gyre_refusal_of_receiver (head->receiver, error);
  else if ((*lane = get_lane (self)) == NULL)
    gyre_refusal_of_memory (head->receiver, sizeof **lane, error);
  else
    return gyre_lane_write_all (*lane, slot, head, messages, n_messages, &self->next_number, error);
  return 0;
}

/* Those that are not like what this thread has sent last. @lane: stays what it was when there is none. */
static G_GNUC_NO_INLINE gboolean
write_rest (GyreMessenger *self, GyreHandle sender, GyreHandle receiver, GQuark kind, guint flags, const GyreMessagePart *messages,
            guint n_messages, GyreLane **lane, guint *count, GError **error)
{
  GyreMessage head = { .sender = sender, .receiver = receiver, .kind = kind };
  GyreLane *found;
  guint more;

  head.flags = flags;
  more = write_all (self, &head, messages, n_messages, &found, error);
  *count += more;
  if (found == NULL)
    return FALSE;
  *lane = found;
  return more == n_messages;
}

gboolean
gyre_messenger_send_from_outside (GyreMessenger *self, GyreHandle sender, GyreHandle receiver, GQuark kind,
                                  const GyreMessagePart *messages, guint n_messages, GyreMessageFlags flags, guint *n_sent,
                                  GError **error)
{
  guint all_flags = (flags & GYRE_MESSAGE_VARIANT) | GYRE_MESSAGE_IS_FOREIGN | (kind != 0 ? GYRE_MESSAGE_IS_WIDE : 0), count = 0;
  GyreLane *lane = last_lane;
  gboolean is_sent = TRUE;

  if (G_LIKELY (lane != NULL && lane->messenger == self->id && gyre_lane_is_model (lane, sender, receiver, kind, all_flags)))
    count = n_messages == 1 ? (guint) gyre_lane_write_one_alike (lane, messages) : gyre_lane_write_alike (lane, messages, n_messages);
  if (G_UNLIKELY (count < MAX (n_messages, 1)))
    is_sent = write_rest (self, sender, receiver, kind, all_flags, messages + count, n_messages - count, &lane, &count, error);
  if (count > 0)
    tell (self, lane);
  if (n_sent != NULL)
    *n_sent = count;
  return is_sent;
}

/* N.B. it is known that somebody waits before the request is seen. */
gboolean
gyre_messenger_request_from_outside (GyreMessenger *self, GyreReply *reply, GyreHandle receiver, GQuark kind,
                                     const GyreMessagePart *message, GyreMessageFlags flags, GError **error)
{
  GyreMessage head = { .sender = reply->requester, .receiver = receiver, .kind = kind };
  GyreLane *lane;

  head.flags = (flags & GYRE_MESSAGE_VARIANT) | GYRE_MESSAGE_IS_FOREIGN | GYRE_MESSAGE_IS_REQUEST
               | (kind != 0 ? GYRE_MESSAGE_IS_WIDE : 0);
  if (write_all (self, &head, message, 1, &lane, error) == 0)
    return FALSE;
  reply->number = gyre_lane_get_number (lane);
  reply->next = __atomic_load_n (&self->asked, __ATOMIC_RELAXED);
  while (!__atomic_compare_exchange_n (&self->asked, &reply->next, reply, TRUE, __ATOMIC_RELEASE, __ATOMIC_RELAXED))
    continue;
  tell (self, lane);
  return TRUE;
}

/* Of this thread's side: a lane that comes later is put there before its first message, and its thread sees then what was stored
 * before this looked. */
static gboolean
has_lanes (GyreMessenger *self)
{
  return self->lanes != NULL || __atomic_load_n (&self->new_lanes, __ATOMIC_SEQ_CST) != NULL;
}

void
gyre_messenger_set_awake (GyreMessenger *self, gboolean is_awake)
{
  __atomic_store_n (&self->is_awake, is_awake, __ATOMIC_SEQ_CST);
  if (!is_awake && has_lanes (self) && kernel_orders ())
    syscall (SYS_membarrier, MEMBARRIER_CMD_PRIVATE_EXPEDITED, 0, 0);
}

/* New lanes stand behind those that are known, in the order in which they came. */
static void
take_new_lanes (GyreMessenger *self)
{
  GyreLane *lanes = __atomic_exchange_n (&self->new_lanes, NULL, __ATOMIC_ACQUIRE), *in_order = NULL, *next;
  GyreLane **link = &self->lanes;

  for (; lanes != NULL; lanes = next)
    {
      next = lanes->next;
      self->n_lanes++;
      lanes->next = in_order;
      in_order = lanes;
    }
  while (*link != NULL)
    link = &(*link)->next;
  *link = in_order;
}

/* N.B. whether the thread has ended is asked first: only then is a lane empty for good. */
void
gyre_outside_take_up (GyreMessenger *self)
{
  GyreLane **link = &self->lanes, *lane;

  if (G_UNLIKELY (__atomic_load_n (&self->new_lanes, __ATOMIC_RELAXED) != NULL))
    take_new_lanes (self);
  while ((lane = *link) != NULL)
    {
      if (G_UNLIKELY (__atomic_load_n (&lane->is_ended, __ATOMIC_ACQUIRE)) && gyre_lane_is_empty (lane))
        {
          *link = lane->next;
          self->n_lanes--;
          gyre_lane_close (lane, &self->mailboxes.chunks);
          continue;
        }
      gyre_lane_take_up (lane);
      link = &lane->next;
    }
}

gboolean
gyre_outside_is_idle (GyreMessenger *self)
{
  if (__atomic_load_n (&self->new_lanes, __ATOMIC_SEQ_CST) != NULL)
    return FALSE;
  for (GyreLane *lane = self->lanes; lane != NULL; lane = lane->next)
    if (!gyre_lane_is_empty (lane))
      return FALSE;
  return TRUE;
}

void
gyre_outside_close (GyreMessenger *self)
{
  GyreLane *lane;

  take_new_lanes (self);
  while ((lane = self->lanes) != NULL)
    {
      self->lanes = lane->next;
      gyre_lane_close (lane, &self->mailboxes.chunks);
    }
}
