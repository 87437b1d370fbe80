/* letters.c: The model: which message comes when
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "world.h"

/* Bytes that follow from the number of the message. */
void
letters_fill (guint64 sequence, guint8 *bytes, gsize size)
{
  guint64 state = sequence * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) + 1;

  for (gsize index = 0; index < size; index++)
    {
      state ^= state << 13;
      state ^= state >> 7;
      state ^= state << 17;
      bytes[index] = (guint8) (state >> 24);
    }
}

static guint64
get_charge (const Letter *letter)
{
  return MAX (letter->size, 1);
}

/* What comes of sending: an error of GyreMessageError, LETTER_ACCEPTED or LETTER_DROPPED. */
int
letters_decide (World *world, Part *receiver, gsize size)
{
  guint64 charge = MAX (size, 1);

  if (!receiver->is_alive)
    return GYRE_MESSAGE_ERROR_RECEIVER;
  if (charge > receiver->capacity)
    return GYRE_MESSAGE_ERROR_SIZE;
  if (receiver->policy == GYRE_MAILBOX_DROP_OLDEST || receiver->n_bytes + charge <= receiver->capacity)
    return LETTER_ACCEPTED;
  return receiver->policy == GYRE_MAILBOX_DROP_NEWEST ? LETTER_DROPPED : GYRE_MESSAGE_ERROR_FULL;
}

void
letters_send (World *world, GyreHandle sender, Part *receiver, GQuark kind, gsize size, gboolean is_for_next)
{
  Letter *letter = g_new0 (Letter, 1);

  *letter = (Letter) { world->n_sent, sender, receiver, kind, (guint32) size };
  receiver->n_bytes += get_charge (letter);
  g_queue_push_tail (is_for_next ? &world->next : &world->log, letter);
}

/* By the places of the senders, then as they were sent. */
static int
compare_senders (gconstpointer first, gconstpointer second, gpointer data)
{
  const Letter *one = first, *other = second;
  guint64 left = one->sender << 32 | one->sender >> 32, right = other->sender << 32 | other->sender >> 32;

  if (left != right)
    return left < right ? -1 : 1;
  return one->sequence < other->sequence ? -1 : 1;
}

void
letters_begin (World *world)
{
  Letter *letter;

  g_queue_sort (&world->next, compare_senders, NULL);
  while ((letter = g_queue_pop_head (&world->next)) != NULL)
    g_queue_push_tail (&world->log, letter);
}

static void
drop (World *world, Letter *letter)
{
  world_trace (world, "message %u to %u is dropped", (guint) letter->sequence, letter->receiver->number);
  letter->receiver->n_bytes -= get_charge (letter);
  world->counts.dropped++;
  g_free (letter);
}

/* Whether the mailbox has dropped the message that comes. */
static gboolean
make_room (World *world, Letter *letter)
{
  Part *part = letter->receiver;

  if (part->policy != GYRE_MAILBOX_DROP_OLDEST && part->policy != GYRE_MAILBOX_DROP_NEWEST)
    return FALSE;
  while (part->policy == GYRE_MAILBOX_DROP_OLDEST && part->n_bytes > part->capacity && part->waiting.length > 0)
    drop (world, g_queue_pop_head (&part->waiting));
  if (part->n_bytes <= part->capacity)
    return FALSE;
  drop (world, letter);
  return TRUE;
}

/* Puts it where nobody sees it. FALSE: it is received at once. */
static gboolean
put_away (World *world, Letter *letter)
{
  Part *part = letter->receiver;

  if (part->is_alive && make_room (world, letter))
    return TRUE;
  if (part->is_alive && part->receives && !part->is_paused && part->waiting.length == 0)
    return FALSE;
  if (part->is_alive)
    {
      g_queue_push_tail (&part->waiting, letter);
      return TRUE;
    }
  world->counts.dead++;
  g_free (letter);
  return TRUE;
}

/* What is under way goes on, up to a message that is received at once. */
static Letter *
go_on (World *world)
{
  Letter *letter;

  while ((letter = g_queue_peek_head (&world->log)) != NULL && put_away (world, letter))
    g_queue_pop_head (&world->log);
  return letter;
}

static void
compare (World *world, const Letter *letter, GyreMessage *message)
{
  g_autofree guint8 *bytes = g_malloc (letter->size + 1);
  gsize size;
  gconstpointer data = gyre_message_get_data (message, &size);
  guint receiver = letter->receiver->number;

  world_trace (world, "message %u comes to %u", (guint) letter->sequence, receiver);
  if (size != letter->size)
    world_fail (world, "message %u to %u has %u bytes, should be %u", (guint) letter->sequence, receiver, (guint) size, letter->size);
  letters_fill (letter->sequence, bytes, size);
  if (size > 0 && memcmp (data, bytes, size) != 0)
    world_fail (world, "message %u to %u has other bytes", (guint) letter->sequence, receiver);
  if (gyre_message_get_sender (message) != letter->sender || gyre_message_get_kind (message) != letter->kind)
    world_fail (world, "message %u to %u has another sender or kind", (guint) letter->sequence, receiver);
}

static void
deliver (World *world, Letter *letter, GyreMessage *message)
{
  compare (world, letter, message);
  letter->receiver->n_bytes -= get_charge (letter);
  world->counts.delivered++;
  g_free (letter);
}

/* N.B. those that waited are handed out first of all, and again whenever nothing is under way any more. */
void
letters_receive (World *world, Part *part, GyreMessage *message)
{
  Letter *letter;

  if (!part->is_alive || part->is_paused || !part->receives)
    world_fail (world, "%u receives, which %s", part->number, part->is_alive ? "is paused" : "has ended");
  if (world->stage != STAGE_MESSAGES)
    world_fail (world, "%u receives at the wrong time", part->number);
  if (part->waiting.length == 0 || !world->is_handing_out)
    {
      letter = go_on (world);
      world->is_handing_out = part->waiting.length > 0;
      if (!world->is_handing_out && (letter == NULL || letter->receiver != part))
        world_fail (world, "%u receives, and nothing should come to it now", part->number);
      if (world->is_handing_out && letter != NULL)
        world_fail (world, "%u receives before message %u has come", part->number, (guint) letter->sequence);
    }
  deliver (world, g_queue_pop_head (world->is_handing_out ? &part->waiting : &world->log), message);
}

/* @message: NULL when nothing was read. */
void
letters_read (World *world, Part *part, GQuark kind, GyreMessage *message)
{
  GList *link = part->waiting.head;

  while (link != NULL && kind != 0 && ((Letter *) link->data)->kind != kind)
    link = link->next;
  if (link == NULL && message != NULL)
    world_fail (world, "%u reads what should not wait for it", part->number);
  if (link != NULL && message == NULL)
    world_fail (world, "%u reads nothing, and message %u waits", part->number, (guint) ((Letter *) link->data)->sequence);
  if (link == NULL)
    return;
  deliver (world, link->data, message);
  g_queue_delete_link (&part->waiting, link);
}

void
letters_forget (World *world, Part *part)
{
  Letter *letter;

  while ((letter = g_queue_pop_head (&part->waiting)) != NULL)
    {
      world->counts.dead++;
      g_free (letter);
    }
}

void
letters_finish (World *world)
{
  Letter *letter = go_on (world);

  if (letter != NULL)
    world_fail (world, "message %u has not come to %u", (guint) letter->sequence, letter->receiver->number);
  for (guint index = 0; index < world->alive->len; index++)
    {
      Part *part = world->alive->pdata[index];

      if (part->receives && !part->is_paused && part->waiting.length > 0)
        world_fail (world, "%u messages wait for %u, which could receive them", part->waiting.length, part->number);
    }
}

void
letters_check (World *world)
{
  GyreMessageCounts counts;
  guint64 n_waiting = world->log.length + world->next.length;

  gyre_executive_get_message_counts (world->executive, &counts);
  for (guint index = 0; index < world->alive->len; index++)
    {
      Part *part = world->alive->pdata[index];
      GyreSlot *slot = gyre_slots_find (world->shard->slots, part->handle);

      n_waiting += part->waiting.length;
      if (slot == NULL || slot->n_bytes != part->n_bytes || slot->capacity != part->capacity)
        world_fail (world, "%u holds %u bytes of %u, should be %u of %u", part->number, slot != NULL ? slot->n_bytes : 0,
                    slot != NULL ? slot->capacity : 0, (guint) part->n_bytes, (guint) part->capacity);
    }
  if (counts.sent != world->counts.sent || counts.delivered != world->counts.delivered || counts.dropped != world->counts.dropped
      || counts.dead != world->counts.dead)
    world_fail (world, "counts are %u = %u + %u + %u, should be %u = %u + %u + %u", (guint) counts.sent, (guint) counts.delivered,
                (guint) counts.dropped, (guint) counts.dead, (guint) world->counts.sent, (guint) world->counts.delivered,
                (guint) world->counts.dropped, (guint) world->counts.dead);
  if (counts.sent != counts.delivered + counts.dropped + counts.dead + n_waiting)
    world_fail (world, "%u messages were sent, and %u are accounted for", (guint) counts.sent,
                (guint) (counts.delivered + counts.dropped + counts.dead + n_waiting));
}
