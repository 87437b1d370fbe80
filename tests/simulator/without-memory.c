/* without-memory.c: One allocation of ours is missing, whichever it is: an error, and the executive goes on
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Each call is made in a fresh executive, once for each allocation that it needs, which is refused. It fails with an error that
 * says so, or it can do without; what was before still is, and the call succeeds the next time.
 */
#include "gyre-executive-private.h"
#include "gyre-handover-private.h"
#include "gyre-launch.h"
#include "gyre-post.h"
#include "gyre-request.h"
#include "gyre-send.h"
#include "gyre-shard-private.h"
#include "scarcity.h"

#include <string.h>

#define MILLISECOND (1000 * 1000)

typedef struct
{
  GyreExecutive *executive;
  GyreShard *shard;
  GyreHandle runner;            /* runs in each frame */
  GyreHandle reader;            /* has a mailbox */
  GyreHandle receiver;          /* is told of each message */
  GyreInstruction *instruction;
  guint n_runs;
  guint n_received;
  guint n_told;
  guint n_asked;
  guint n_replies;              /* or that none came */
  guint64 question;             /* that was asked, and is to be answered */
  guint n_added;                /* by the call that is tested */
} World;

typedef struct
{
  const char *name;
  gboolean (*call) (World *world, GError **error);
  void (*prepare) (World *world);       /* NULL: there is nothing to prepare */
} Call;

static gboolean
run (gpointer object, GError **error)
{
  ((World *) object)->n_runs++;
  return TRUE;
}

static void
run_many (gpointer *objects, guint n_objects)
{
}

static gboolean
receive (gpointer object, GyreMessage *message, GError **error)
{
  ((World *) object)->n_received++;
  return TRUE;
}

static void
hear (GyreInstruction *instruction, const GValue *result, const GError *error, gpointer data)
{
  ((World *) data)->n_told++;
}

static GyreHandle
find_handle (GyreExecutive *executive, const char *name)
{
  return GYRE_HANDLE_NONE;
}

static GyreSlot *
get_slot (World *world, GyreHandle handle)
{
  GyreSlot *slot = gyre_slots_find (world->shard->slots, handle);

  if (slot == NULL)
    g_error ("there is no record");
  return slot;
}

static World *
world_new (void)
{
  static const GyreExecutiveModel model = { .find_handle = find_handle };
  World *world = g_new0 (World, 1);
  g_autoptr (GyreSurroundings) surroundings = gyre_surroundings_new_virtual (1);
  GyreLaunch launch = { .step = run, .phase = -1 };

  gyre_executive_set_model (&model);
  world->executive = gyre_executive_new ();
  g_assert_true (gyre_executive_set_surroundings (world->executive, surroundings, NULL));
  gyre_executive_set_pace (world->executive, GYRE_PACE_FIXED, 1000);
  g_assert_true (gyre_executive_acquire (world->executive, NULL));
  world->shard = gyre_executive_get_shard (world->executive);
  world->runner = gyre_shard_add (world->shard, world);
  world->reader = gyre_shard_add (world->shard, world);
  world->receiver = gyre_shard_add (world->shard, world);
  get_slot (world, world->receiver)->receive = receive;
  world->instruction = gyre_instruction_new ("nobody", "anything", NULL, 0);
  gyre_instruction_set_callback (world->instruction, hear, world, NULL);
  g_assert_true (gyre_executive_launch (world->executive, world->runner, &launch, NULL));
  return world;
}

static void
world_free (World *world)
{
  gyre_instruction_unref (world->instruction);
  g_object_unref (world->executive);
  g_free (world);
}

/* The calls. */

static gboolean
add (World *world, GError **error)
{
  GyreHandle handle = gyre_shard_add (world->shard, world);

  if (handle == GYRE_HANDLE_NONE)
    g_set_error_literal (error, GYRE_EXECUTIVE_ERROR, GYRE_EXECUTIVE_ERROR_MEMORY, "no record");
  return handle != GYRE_HANDLE_NONE;
}

static gboolean
add_many (World *world, GError **error)
{
  for (; world->n_added < 5000; world->n_added++)
    if (!add (world, error))
      return FALSE;
  return TRUE;
}

static gboolean
launch_frames (World *world, GError **error)
{
  GyreLaunch launch = { .step = run, .interval_frames = 3, .phase = -1 };

  return gyre_executive_launch (world->executive, world->reader, &launch, error);
}

/* It is a process already, and stays what it is when it can't be another one. */
static gboolean
launch_anew (World *world, GError **error)
{
  GyreLaunch launch = { .step = run, .interval_frames = 7, .phase = -1 };
  gboolean runs = gyre_executive_launch (world->executive, world->runner, &launch, error);

  g_assert_cmpint (gyre_executive_get_run_state (world->executive, world->runner), ==, GYRE_RUN_STATE_RUNNING);
  return runs;
}

static gboolean
launch_time (World *world, GError **error)
{
  GyreLaunch launch = { .step = run, .interval_time = 5 * MILLISECOND, .phase = -1 };

  return gyre_executive_launch (world->executive, world->reader, &launch, error);
}

static gboolean
launch_class (World *world, GError **error)
{
  GyreLaunch launch = { .step = run, .step_many = run_many, .phase = -1 };

  return gyre_executive_launch (world->executive, world->reader, &launch, error);
}

static gboolean
launch_once (World *world, GError **error)
{
  GyreLaunch launch = { .step = run, .once = TRUE, .phase = -1 };

  return gyre_executive_launch (world->executive, world->reader, &launch, error)
         && gyre_executive_perpetuate (world->executive, world->reader, 3 * MILLISECOND, error);
}

static gboolean
launch_many (World *world, GError **error)
{
  GyreLaunch launch = { .step = run, .phase = -1 };

  for (; world->n_added < 200; world->n_added++)
    if (!gyre_executive_launch (world->executive, gyre_shard_add (world->shard, world), &launch, error))
      return FALSE;
  return TRUE;
}

/* Others take all places meanwhile. */
static void
pause_runner (World *world)
{
  GyreLaunch launch = { .step = run, .phase = -1 };

  g_assert_true (gyre_executive_pause (world->executive, world->runner, NULL));
  for (guint count = 0; count < 31; count++)
    g_assert_true (gyre_executive_launch (world->executive, gyre_shard_add (world->shard, world), &launch, NULL));
}

static gboolean
resume (World *world, GError **error)
{
  gboolean runs = gyre_executive_resume (world->executive, world->runner, error);

  g_assert_cmpint (gyre_executive_get_run_state (world->executive, world->runner), ==,
                   runs ? GYRE_RUN_STATE_RUNNING : GYRE_RUN_STATE_PAUSED);
  return runs;
}

static gboolean
post (World *world, GError **error)
{
  return gyre_executive_post (world->executive, world->instruction, 0, error) != 0;
}

static gboolean
post_many (World *world, GError **error)
{
  for (; world->n_added < 1500; world->n_added++)
    if (gyre_executive_post (world->executive, world->instruction, 0, error) == 0)
      return FALSE;
  return TRUE;
}

static gboolean
send_small (World *world, GError **error)
{
  return gyre_executive_send (world->executive, 0, world->receiver, 0, "bytes", 5, 0, error);
}

static gboolean
send_and_wait (World *world, GError **error)
{
  return gyre_executive_send (world->executive, 0, world->reader, 5, "bytes", 5, GYRE_MESSAGE_NEXT_FRAME, error);
}

static gboolean
send_kinds (World *world, GError **error)
{
  for (; world->n_added < 40; world->n_added++)
    if (!gyre_executive_send (world->executive, 0, world->reader, 1 + world->n_added, "bytes", 5, 0, error))
      return FALSE;
  return TRUE;
}

static gboolean
send_variant (World *world, GError **error)
{
  return gyre_executive_send_variant (world->executive, 0, world->receiver, 0, g_variant_new_string ("text"), 0, error);
}

static gboolean
send_vector (World *world, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("bytes", 5);
  GBytes *messages[] = { bytes, bytes, bytes };

  return gyre_executive_send_many (world->executive, 0, world->receiver, 0, messages, 3, 0, error) == 3;
}

static gboolean
post_later (World *world, GError **error)
{
  return gyre_executive_post (world->executive, world->instruction, 7 * MILLISECOND, error) != 0;
}

static void
hear_reply (GyreReply *reply, gpointer data)
{
  ((World *) data)->n_replies++;
}

static GyreReply *
ask (World *world, GError **error)
{
  GyreReply *reply = gyre_executive_request (world->executive, world->runner, world->reader, 0, "?", 1, 5 * MILLISECOND, error);

  if (reply != NULL)
    {
      world->n_asked++;
      gyre_reply_set_callback (reply, hear_reply, world, NULL);
    }
  return reply;
}

/* Each is complete once, by its deadline. */
static gboolean
request (World *world, GError **error)
{
  GyreReply *reply = ask (world, error);

  if (reply != NULL)
    gyre_reply_unref (reply);
  return reply != NULL;
}

static gboolean
request_much (World *world, GError **error)
{
  for (; world->n_added < 100; world->n_added++)
    if (!request (world, error))
      return FALSE;
  return TRUE;
}

static void
request_before (World *world)
{
  g_assert_true (request (world, NULL));
  g_assert_true (gyre_executive_step (world->executive, NULL));
}

/* The request waits until somebody has answered. */
static gboolean
reply (World *world, GError **error)
{
  GyreMessage *question = gyre_executive_read (world->executive, world->reader, 0, NULL);

  if (question != NULL)
    world->question = gyre_message_get_number (question);
  return gyre_executive_reply_to (world->executive, world->reader, world->question, "yes", 3, error);
}

static gboolean
subscribe (World *world, GError **error)
{
  return gyre_executive_subscribe (world->executive, world->receiver, "news", error);
}

static gboolean
subscribe_much (World *world, GError **error)
{
  for (; world->n_added < 100; world->n_added++)
    {
      g_autofree char *topic = g_strdup_printf ("topic-%u", world->n_added);

      if (!gyre_executive_subscribe (world->executive, world->receiver, topic, error)
          || !gyre_executive_subscribe (world->executive, gyre_shard_add (world->shard, world), "news", error))
        return FALSE;
    }
  return TRUE;
}

static void
subscribe_before (World *world)
{
  g_assert_true (subscribe (world, NULL));
}

static gboolean
publish (World *world, GError **error)
{
  return gyre_executive_publish (world->executive, world->runner, "news", "bytes", 5, 0, error) == 1;
}

static gboolean
set_mailbox (World *world, GError **error)
{
  GyreSlot *slot = get_slot (world, world->reader);
  guint32 before = slot->capacity;
  gboolean is_set = gyre_executive_set_mailbox (world->executive, world->reader, 100, GYRE_MAILBOX_GROW, 500, error);

  g_assert_cmpuint (slot->capacity, ==, is_set ? 500 : before);
  return is_set;
}

static void
send_to_reader (World *world)
{
  g_assert_true (gyre_executive_send (world->executive, 0, world->reader, 7, "bytes", 5, 0, NULL));
}

/* What was sent can always be read. */
static gboolean
read_one (World *world, GError **error)
{
  g_assert_nonnull (gyre_executive_read (world->executive, world->reader, 0, error));
  return TRUE;
}

static gboolean
remove_one (World *world, GError **error)
{
  if (gyre_slots_find (world->shard->slots, world->reader) != NULL)
    gyre_shard_remove (world->shard, world->reader);
  return TRUE;
}

static gboolean
frame (World *world, GError **error)
{
  return gyre_executive_step (world->executive, error);
}

static const Call calls[] = {
  { "a-record", add }, { "many-records", add_many },
  { "launching-by-frames", launch_frames }, { "launching-anew", launch_anew }, { "launching-by-time", launch_time },
  { "launching-for-a-class", launch_class }, { "launching-once", launch_once }, { "launching-many", launch_many },
  { "resuming", resume, pause_runner },
  { "posting", post }, { "posting-much", post_many },
  { "sending", send_small }, { "sending-for-the-next-frame", send_and_wait }, { "sending-many-kinds", send_kinds },
  { "sending-a-variant", send_variant }, { "sending-a-vector", send_vector },
  { "posting-for-later", post_later }, { "asking", request }, { "asking-much", request_much }, { "replying", reply, request_before },
  { "subscribing", subscribe }, { "subscribing-much", subscribe_much }, { "publishing", publish, subscribe_before },
  { "a-mailbox", set_mailbox }, { "reading", read_one, send_to_reader }, { "removing", remove_one, send_to_reader }, { "a-frame", frame },
};

/* It goes on for 16 ms: processes run, instructions are done, messages come, and who has asked hears what came of it. */
static void
check_alive (World *world)
{
  GyreMessageCounts counts;
  guint n_runs = world->n_runs, n_told = world->n_told, n_received = world->n_received;
  guint64 n_waiting = gyre_executive_count_postings (world->executive);

  g_assert_cmpuint (gyre_executive_post (world->executive, world->instruction, 0, NULL), !=, 0);
  g_assert_true (gyre_executive_send (world->executive, 0, world->receiver, 0, "x", 1, 0, NULL));
  g_assert_true (gyre_executive_run_frames (world->executive, 16, NULL));
  g_assert_cmpuint (world->n_runs, >, n_runs);
  g_assert_cmpuint (world->n_told, ==, n_told + n_waiting + 1);
  g_assert_cmpuint (world->n_received, >, n_received);
  g_assert_cmpuint (world->n_replies, ==, world->n_asked);
  gyre_executive_get_message_counts (world->executive, &counts);
  for (const GyreMailbox *mailbox = world->shard->messenger->mailboxes.first; mailbox != NULL; mailbox = mailbox->next)
    counts.delivered += mailbox->n_messages;
  g_assert_cmpuint (counts.sent, ==, counts.delivered + counts.dropped + counts.dead);
}

/* Whether an allocation was missing. */
static gboolean
call_without (const Call *call, gint number)
{
  World *world = world_new ();
  g_autoptr (GError) error = NULL;
  gboolean succeeds, is_missing;

  if (call->prepare != NULL)
    call->prepare (world);
  scarcity_begin (number);
  succeeds = call->call (world, &error);
  is_missing = scarcity_end ();
  g_assert_cmpuint (scarcity_get_n_fatal (), ==, 0);
  g_assert_true (succeeds == (error == NULL));
  if (!succeeds)
    {
      g_assert_true (is_missing);
      g_assert_true (g_error_matches (error, GYRE_EXECUTIVE_ERROR, GYRE_EXECUTIVE_ERROR_MEMORY)
                     || g_error_matches (error, GYRE_MESSAGE_ERROR, GYRE_MESSAGE_ERROR_MEMORY)
                     || g_error_matches (error, GYRE_INSTRUCTION_ERROR, GYRE_INSTRUCTION_ERROR_MEMORY));
      check_alive (world);
      g_clear_error (&error);
      g_assert_true (call->call (world, &error));
    }
  check_alive (world);
  world_free (world);
  return is_missing;
}

static void
test_call (gconstpointer data)
{
  gint number = 0;

  while (call_without (data, number))
    number++;
  g_test_message ("%d allocations", number);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint index = 0; index < G_N_ELEMENTS (calls); index++)
    {
      g_autofree char *path = g_strdup_printf ("/simulator/without-memory/%s-fails-and-all-goes-on", calls[index].name);

      g_test_add_data_func (path, &calls[index], test_call);
    }
  return g_test_run ();
}
