/* act.c: What a random program does
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "world.h"

/* Anybody: mostly who lives, often the one that acts, sometimes one that has ended. */
static Part *
choose_part (World *world, Part *self)
{
  if (self != NULL && world_happens (world, 0.2))
    return self;
  if (world->alive->len == 0 || world_happens (world, 0.03))
    return world->parts->pdata[world_choose (world, world->parts->len)];
  return world->alive->pdata[world_choose (world, world->alive->len)];
}

/* Of two answers that must be the same. */
static void
check (World *world, const char *what, const Part *part, gboolean found, gboolean expected)
{
  if (found != expected)
    world_fail (world, "%s %u %s", what, part->number, found ? "was done, and should not" : "was not done");
}

static Part *
begin_run (World *world, gpointer object)
{
  Part *part = NULL;

  for (guint index = 0; index < world->parts->len && part == NULL; index++)
    if ((gpointer) ((Part *) world->parts->pdata[index])->thing == object)
      part = world->parts->pdata[index];
  model_enter (world, STAGE_PROCESSES);
  if (part == NULL)
    world_fail (world, "something runs that has ended");
  turns_run (world, part);
  return part;
}

/* All of a class: whoever ends meanwhile has begun to run. */
static void
step_many (gpointer *objects, guint n_objects)
{
  World *world = g_object_get_data (G_OBJECT (gyre_executive_get_current ()), "world");
  Part *parts[MOST_PARTS];

  if (n_objects > MOST_PARTS)
    world_fail (world, "%u run, and there are not so many", n_objects);
  for (guint index = 0; index < n_objects; index++)
    parts[index] = begin_run (world, objects[index]);
  for (guint index = 0; index < n_objects; index++)
    if (parts[index]->is_alive)
      act_some (world, parts[index]);
}

static gboolean
step (gpointer object, GError **error)
{
  World *world = g_object_get_data (G_OBJECT (gyre_executive_get_current ()), "world");
  Part *part = begin_run (world, object);

  act_some (world, part);
  if (!world_happens (world, 0.1))
    return TRUE;
  world_trace (world, "%u fails", part->number);
  turns_fail (world, part);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "no luck");
  return FALSE;
}

static void
launch (World *world, Part *self)
{
  static const guint intervals[] = { 0, 1, 2, 3, 5, 64, 65, 90 };
  Part *part = choose_part (world, self);
  GyreLaunch how = { .step = step, .phase = world_happens (world, 0.6) ? -1 : (gint) world_choose (world, 6),
                     .once = world_happens (world, 0.3), .restart = world_choose (world, 3),
                     .back_off = world_choose (world, 4) * SECOND / 70 };

  if (world_happens (world, 0.4))
    how.interval_time = (1 + world_choose (world, 12)) * SECOND / 130;
  else
    how.interval_frames = intervals[world_choose (world, G_N_ELEMENTS (intervals))];
  if (world_happens (world, 0.2))
    {
      how.step_many = step_many;
      how.step = world_happens (world, 0.5) ? step : NULL;
    }
  world_trace (world, "%u is launched: %u frames, %d µs, phase %d, once %d, restart %d, back-off %d µs", part->number,
               how.interval_frames, (int) (how.interval_time / 1000), (int) how.phase, how.once, how.restart,
               (int) (how.back_off / 1000));
  check (world, "launching", part, gyre_executive_launch (world->executive, part->handle, &how, NULL), part->is_alive);
  if (part->is_alive)
    turns_launch (world, part, &how);
}

static void
halt (World *world, Part *self)
{
  Part *part = choose_part (world, self);

  world_trace (world, "%u is halted", part->number);
  check (world, "halting", part, gyre_executive_halt (world->executive, part->handle, NULL), part->is_alive);
  turns_halt (world, part);
}

static void
pause_one (World *world, Part *self)
{
  Part *part = choose_part (world, self);

  world_trace (world, "%u is paused", part->number);
  check (world, "pausing", part, gyre_executive_pause (world->executive, part->handle, NULL), part->is_alive);
  if (part->is_alive)
    turns_pause (world, part);
}

static void
resume (World *world, Part *self)
{
  Part *part = choose_part (world, self);

  world_trace (world, "%u is resumed", part->number);
  check (world, "resuming", part, gyre_executive_resume (world->executive, part->handle, NULL), part->is_alive);
  if (part->is_alive)
    turns_resume (world, part);
}

static void
perpetuate (World *world, Part *self)
{
  Part *part = choose_part (world, self);
  gint64 delay = world_happens (world, 0.5) ? -1 : world_choose (world, 10) * SECOND / 90;
  gboolean is_process = part->is_alive && part->state != GYRE_RUN_STATE_NONE;

  if (is_process && !part->launch.once)
    return;
  world_trace (world, "%u shall run again in %d µs", part->number, (int) (delay / 1000));
  check (world, "perpetuating", part, gyre_executive_perpetuate (world->executive, part->handle, delay, NULL), is_process);
  if (is_process)
    turns_perpetuate (world, part, delay);
}

static void
create (World *world, Part *self)
{
  if (world->alive->len < MOST_PARTS)
    part_new (world);
}

static void
end (World *world, Part *self)
{
  Part *part = choose_part (world, self);

  if (part->is_alive && world->alive->len > 2)
    part_end (world, part);
}

/* Instructions. */

static void
hear (GyreInstruction *instruction, const GValue *result, const GError *error, gpointer data)
{
  World *world = g_object_get_data (G_OBJECT (gyre_executive_get_current ()), "world");

  model_enter (world, STAGE_INSTRUCTIONS);
  tasks_told (world, data, error);
  act_some (world, NULL);
}

static Order *
order_new (World *world, Part *self)
{
  Order *order = g_new0 (Order, 1);
  g_auto (GValue) argument = G_VALUE_INIT;

  order->number = world->orders->len;
  order->target = world_happens (world, 0.6) ? choose_part (world, self) : NULL;
  order->name = world_choose (world, N_NAMES);
  order->priority = (int) world_choose (world, 3) - 1;
  order->fails = world_happens (world, 0.1);
  order->has_callback = world_happens (world, 0.5);
  g_value_init (&argument, G_TYPE_POINTER);
  g_value_set_pointer (&argument, order);
  if (order->target != NULL)
    order->instruction = gyre_instruction_new_for_handle (order->target->handle, "do", &argument, 1);
  else
    {
      g_autofree char *name = g_strdup_printf ("%u", order->name);

      order->instruction = gyre_instruction_new (name, "do", &argument, 1);
    }
  gyre_instruction_set_priority (order->instruction, order->priority);
  if (order->has_callback)
    gyre_instruction_set_callback (order->instruction, hear, order, NULL);
  g_ptr_array_add (world->orders, order);
  return order;
}

static void
post (World *world, Part *self)
{
  gboolean is_known = world->orders->len > 0 && world_happens (world, 0.3);
  Order *order = is_known ? world->orders->pdata[world_choose (world, world->orders->len)] : order_new (world, self);
  gint64 due = world_get_now (world) + ((gint64) world_choose (world, 8) - 1) * SECOND / 120;
  guint64 number = gyre_executive_post_at (world->executive, order->instruction, due, NULL);

  world_trace (world, "instruction %u is posted for %d µs", order->number, (int) (due / 1000));
  if (number == 0)
    world_fail (world, "instruction %u can't be posted", order->number);
  tasks_post (world, order, due, number);
}

static void
cancel (World *world, Part *self)
{
  static const guint64 none = G_GUINT64_CONSTANT (1) << 32 | 77777;
  guint64 number = none;

  if (world->tasks->len > 0)
    number = ((Task *) world->tasks->pdata[world_choose (world, world->tasks->len)])->number;
  else if (world->current != NULL)
    number = world->current->number;
  world_trace (world, "a posting is cancelled");
  if (gyre_executive_cancel (world->executive, number) != tasks_cancel (world, number))
    world_fail (world, "cancelling a posting has the wrong answer");
}

static void
purge (World *world, Part *self)
{
  Part *part = choose_part (world, self);
  guint name = world_choose (world, N_NAMES), found, expected;
  g_autofree char *text = g_strdup_printf ("%u", name);

  if (world_happens (world, 0.5))
    {
      found = gyre_executive_purge (world->executive, part->handle);
      expected = tasks_purge (world, part, N_NAMES);
    }
  else
    {
      found = gyre_executive_purge_name (world->executive, text);
      expected = tasks_purge (world, NULL, name);
    }
  world_trace (world, "%u postings are purged", found);
  if (found != expected)
    world_fail (world, "%u postings are purged, should be %u", found, expected);
}

/* Messages. */

static gsize
choose_size (World *world, const Part *receiver)
{
  if (receiver->capacity > GYRE_CHUNK_SIZE && world_happens (world, 0.5))
    return GYRE_CHUNK_SIZE - 200 + world_choose (world, 30000);
  switch (world_choose (world, 12))
    {
    case 0: return 0;
    case 1: return receiver->capacity;
    case 2: return receiver->capacity + 1;
    case 3: return world_choose (world, 200000);
    case 4: case 5: return world_choose (world, 3000);
    default: return world_choose (world, 100);
    }
}

static gboolean
send_bytes (World *world, GyreHandle sender, Part *receiver, GQuark kind, gsize size, GyreMessageFlags flags, GError **error)
{
  g_autofree guint8 *bytes = g_malloc (size + 1);

  letters_fill (world->n_sent, bytes, size);
  if (world_happens (world, 0.8))
    return gyre_executive_send (world->executive, sender, receiver->handle, kind, bytes, size, flags, error);
  else
    {
      g_autoptr (GBytes) message = g_bytes_new_take (g_steal_pointer (&bytes), size);

      return gyre_executive_send_many (world->executive, sender, receiver->handle, kind, &message, 1, flags, error) == 1;
    }
}

static void
send_one (World *world, Part *self)
{
  Part *receiver = choose_part (world, self);
  GyreHandle sender = self != NULL && self->is_alive ? self->handle : GYRE_HANDLE_NONE;
  GQuark kind = world_choose (world, 4) == 0 ? g_quark_from_static_string ("red") + world_choose (world, 7) : 0;
  gsize size = choose_size (world, receiver);
  gboolean is_for_next = world_happens (world, 0.3);
  int expected = letters_decide (world, receiver, size);
  g_autoptr (GError) error = NULL;
  gboolean is_sent = send_bytes (world, sender, receiver, kind, size, is_for_next ? GYRE_MESSAGE_NEXT_FRAME : 0, &error);
  int found = is_sent ? LETTER_ACCEPTED : error != NULL ? error->code : GYRE_MESSAGE_ERROR_MEMORY;

  world_trace (world, "message %u of %u bytes is sent to %u: %d", (guint) world->n_sent, (guint) size, receiver->number, found);
  if (found != (expected == LETTER_DROPPED ? LETTER_ACCEPTED : expected) || is_sent != (error == NULL))
    world_fail (world, "sending %u bytes to %u gives %d, should be %d", (guint) size, receiver->number, found, expected);
  if (expected == LETTER_ACCEPTED)
    letters_send (world, sender, receiver, kind, size, is_for_next);
  world->counts.sent += is_sent;
  world->counts.dropped += expected == LETTER_DROPPED;
  world->n_sent++;
}

static void
send_some (World *world, Part *self)
{
  for (guint count = world_happens (world, 0.1) ? 10 : 1; count > 0; count--)
    send_one (world, self);
}

static void
read_some (World *world, Part *self)
{
  Part *part = choose_part (world, self);
  GQuark kind = world_choose (world, 3) == 0 ? g_quark_from_static_string ("red") + world_choose (world, 7) : 0;
  GyreMessage *message;

  if (!part->is_alive)
    return;
  for (guint count = 1 + world_choose (world, 8); count > 0 && part->is_alive; count--)
    {
      gboolean is_between = world->stage == STAGE_BETWEEN;

      if (is_between)
        world->has_begun = FALSE;
      message = gyre_executive_read (world->executive, part->handle, kind, NULL);
      if (is_between)
        model_end_delivery (world);
      if (part->is_alive || message != NULL)
        letters_read (world, part, kind, message);
    }
}

static void
set_mailbox (World *world, Part *self)
{
  static const guint capacities[] = { 0, 10, 500, 3000, 8096, 100000, 400000 };
  Part *part = choose_part (world, self);
  guint capacity = capacities[world_choose (world, G_N_ELEMENTS (capacities))];
  GyreMailboxPolicy policy = world_choose (world, 4);
  guint limit = world_choose (world, 20000);

  world_trace (world, "the mailbox of %u has %u bytes, policy %d, limit %u", part->number, capacity, policy, limit);
  check (world, "changing the mailbox of", part,
         gyre_executive_set_mailbox (world->executive, part->handle, capacity, policy, limit, NULL), part->is_alive);
  part->policy = policy;
  part->capacity = policy == GYRE_MAILBOX_GROW ? MAX (capacity, limit) : capacity;
}

static void
claim (World *world, Part *self)
{
  Part *receiver = choose_part (world, self);
  gsize size = world_happens (world, 0.2) ? choose_size (world, receiver) : world_choose (world, 500), written = world_choose (world, (guint) size + 1);
  int expected = letters_decide (world, receiver, size);
  gboolean is_given_up = world_happens (world, 0.3);
  gpointer bytes = gyre_messenger_claim (world->shard->messenger, GYRE_HANDLE_NONE, receiver->handle, 0, size, 0, NULL);

  world_trace (world, "%u bytes of %u are claimed for %u", (guint) written, (guint) size, receiver->number);
  check (world, "claiming for", receiver, bytes != NULL, expected == LETTER_ACCEPTED);
  world->counts.sent += expected == LETTER_DROPPED;
  world->counts.dropped += expected == LETTER_DROPPED;
  if (bytes == NULL)
    return;
  letters_fill (world->n_sent, bytes, written);
  if (is_given_up)
    gyre_messenger_abandon (world->shard->messenger);
  else
    {
      gyre_messenger_commit (world->shard->messenger, written);
      letters_send (world, GYRE_HANDLE_NONE, receiver, 0, written, FALSE);
      world->counts.sent++;
    }
  world->n_sent++;
}

void
act (World *world, Part *part)
{
  static void (* const acts[]) (World *world, Part *self) = {
    create, create, end, launch, launch, halt, pause_one, resume, resume, perpetuate, perpetuate, post, post, post, cancel, purge,
    send_some, send_some, send_some, send_some, send_some, read_some, read_some, set_mailbox, claim,
  };

  acts[world_choose (world, G_N_ELEMENTS (acts))] (world, part);
}

void
act_some (World *world, Part *part)
{
  while (world->n_acts > 0 && world_happens (world, 0.35))
    {
      world->n_acts--;
      act (world, part);
    }
}
