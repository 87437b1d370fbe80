/* simulator.c: Random programs on an executive, held against a simple model
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * simulator [--seed=N] [--seeds=N] [--frames=N] [--trace]: seeds from N on; the first that does something wrong ends the program
 * with status 1 and says which it was. With that --seed, --seeds=1 and --trace all that happens is told.
 */
#include "world.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

void
world_trace (World *world, const char *format, ...)
{
  va_list arguments;

  if (!world->is_traced)
    return;
  va_start (arguments, format);
  fprintf (stdout, "%6u  ", (guint) world->frame);
  vfprintf (stdout, format, arguments);
  fputc ('\n', stdout);
  va_end (arguments);
}

void
world_fail (World *world, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  fprintf (stdout, "not ok - seed %u, frame %u: ", world->seed, (guint) world->frame);
  vfprintf (stdout, format, arguments);
  fprintf (stdout, "\n# again: --seed=%u --seeds=1 --trace\n", world->seed);
  va_end (arguments);
  fflush (stdout);
  _exit (1);
}

guint
world_choose (World *world, guint n)
{
  return (guint) g_rand_int_range (world->random, 0, (gint32) n);
}

gboolean
world_happens (World *world, double chance)
{
  return g_rand_double (world->random) < chance;
}

gint64
world_get_now (World *world)
{
  return gyre_executive_get_time (world->executive);
}

/* The model: the frame. */

void
model_begin (World *world)
{
  if (world->has_begun)
    return;
  world->has_begun = TRUE;
  world->is_handing_out = TRUE;
  letters_begin (world);
}

/* N.B. when messages are read outside of frames there are no other stages than that of the messages. */
void
model_enter (World *world, Stage stage)
{
  gboolean is_frame = world->stage != STAGE_BETWEEN;

  model_begin (world);
  if (!is_frame)
    {
      if (stage != STAGE_MESSAGES)
        world_fail (world, "something runs outside of a frame");
      world->stage = STAGE_MESSAGES;
      return;
    }
  if (stage < world->stage)
    world_fail (world, "stage %d follows %d in a frame", stage, world->stage);
  if (world->stage < STAGE_PROCESSES && stage >= STAGE_PROCESSES)
    {
      tasks_finish (world);
      turns_begin (world);
    }
  world->stage = stage;
}

void
model_end_delivery (World *world)
{
  model_begin (world);
  letters_finish (world);
  world->stage = STAGE_BETWEEN;
}

static void
check_alerts (World *world)
{
  if (world->n_alerts != world->n_expected_alerts)
    world_fail (world, "there were %u alerts, should be %u", (guint) world->n_alerts, (guint) world->n_expected_alerts);
}

void
model_end_frame (World *world)
{
  model_enter (world, STAGE_MESSAGES);
  model_end_delivery (world);
  turns_check (world);
  letters_check (world);
  check_alerts (world);
  if (gyre_executive_count_postings (world->executive) != world->tasks->len)
    world_fail (world, "%u postings wait, should be %u", (guint) gyre_executive_count_postings (world->executive), world->tasks->len);
  if (world->n_things != world->alive->len)
    world_fail (world, "%u objects live, should be %u", world->n_things, world->alive->len);
  if (gyre_slots_get_length (world->shard->slots) != world->alive->len)
    world_fail (world, "%u handles are given out, should be %u", gyre_slots_get_length (world->shard->slots), world->alive->len);
}

/* Worlds. */

static void
count_alert (GyreAlert *alert, gpointer data)
{
  World *world = data;

  if (gyre_alert_get_level (alert) == GYRE_ALERT_ERROR)
    world->n_alerts++;
  world_trace (world, "alert: %s", gyre_alert_get_message (alert));
}

static void
order_free (gpointer data)
{
  Order *order = data;

  gyre_instruction_unref (order->instruction);
  g_free (order);
}

static World *
world_new (guint32 seed, gboolean is_traced)
{
  World *world = g_new0 (World, 1);

  world->seed = seed;
  world->is_traced = is_traced;
  world->random = g_rand_new_with_seed (seed);
  world->executive = gyre_executive_new ();
  world->surroundings = gyre_surroundings_new_virtual (seed);
  world->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) part_free);
  world->alive = g_ptr_array_new ();
  world->orders = g_ptr_array_new_with_free_func (order_free);
  world->tasks = g_ptr_array_new ();
  world->batch = g_ptr_array_new ();
  world->cancelled = g_ptr_array_new ();
  gyre_executive_set_surroundings (world->executive, world->surroundings, NULL);
  gyre_executive_set_pace (world->executive, GYRE_PACE_ON_DEMAND, 100);
  world->shard = gyre_executive_get_shard (world->executive);
  gyre_executive_connect_alerts (world->executive, count_alert, world, NULL);
  g_object_set_data (G_OBJECT (world->executive), "world", world);
  gyre_executive_push (world->executive);
  if (!gyre_executive_acquire (world->executive, NULL))
    world_fail (world, "the executive can't be had");
  for (guint count = 0; count < 8; count++)
    part_new (world);
  return world;
}

static void
world_free (World *world)
{
  gyre_executive_pop (world->executive);
  g_object_unref (world->executive);
  gyre_surroundings_unref (world->surroundings);
  g_ptr_array_unref (world->parts);
  g_ptr_array_unref (world->alive);
  g_ptr_array_unref (world->orders);
  g_ptr_array_unref (world->tasks);
  g_ptr_array_unref (world->batch);
  g_ptr_array_unref (world->cancelled);
  g_rand_free (world->random);
  g_free (world);
}

/* The executive must want its next frame early enough. */
static void
check_next_due (World *world)
{
  gint64 due = MIN (turns_get_next_due (world), tasks_get_next_due (world));

  if (world->log.length + world->next.length > 0)
    due = G_MININT64;
  if (gyre_executive_get_next_due (world->executive) > MAX (due, world_get_now (world)))
    world_fail (world, "a frame is wanted at %d µs, should be at %d µs", (int) (gyre_executive_get_next_due (world->executive) / 1000),
                (int) (due / 1000));
}

static void
play_frame (World *world)
{
  gint64 now = world_get_now (world), longest = world_happens (world, 0.05) ? SECOND : SECOND / 50;

  check_next_due (world);
  gyre_surroundings_advance_to (world->surroundings, now + (gint64) (world_happens (world, 0.7) ? SECOND / 100
                                                                     : g_rand_double (world->random) * (double) longest));
  world->frame++;
  world->stage = STAGE_INSTRUCTIONS;
  world->has_begun = FALSE;
  world->n_acts = world->is_ending ? 0 : 60;
  model_begin (world);
  tasks_begin (world);
  world_trace (world, "--- a frame at %d µs", (int) (world_get_now (world) / 1000));
  if (!gyre_executive_step (world->executive, NULL))
    world_fail (world, "there is no frame");
  model_end_frame (world);
}

/* Everybody ends; then nothing may be left. */
static void
end_world (World *world)
{
  const GyreMessenger *messenger = world->shard->messenger;

  world->is_ending = TRUE;
  while (world->alive->len > 0)
    part_end (world, world->alive->pdata[0]);
  for (guint count = 0; count < 3; count++)
    {
      gyre_surroundings_advance_to (world->surroundings, world_get_now (world) + 2 * SECOND);
      play_frame (world);
    }
  if (world->tasks->len > 0 || world->cancelled->len > 0 || world->log.length + world->next.length > 0)
    world_fail (world, "something is left in the model");
  if (messenger->mailboxes.n_bytes != 0 || messenger->mailboxes.first != NULL || messenger->released != NULL
      || messenger->mailboxes.chunks.n_bytes > messenger->log.n_bytes + messenger->next.n_bytes
      || messenger->log.n_bytes + messenger->next.n_bytes > 4 * GYRE_CHUNK_SIZE)
    world_fail (world, "%u bytes of messages are left, in chunks of %u bytes", (guint) messenger->mailboxes.n_bytes,
                (guint) messenger->mailboxes.chunks.n_bytes);
}

/* Whatever broke, the seed is told. */
static guint32 present;

static void
on_fault (int number)
{
  g_autofree char *text = g_strdup_printf ("not ok - seed %u: signal %d\n", present, number);

  if (write (STDOUT_FILENO, text, strlen (text)) < 0)
    _exit (2);
  signal (number, SIG_DFL);
  raise (number);
}

static void
play (guint32 seed, guint n_frames, gboolean is_traced)
{
  World *world = world_new (seed, is_traced);

  present = seed;
  for (guint frame = 0; frame < n_frames; frame++)
    {
      world->n_acts = 60;
      for (guint count = world_choose (world, 10); count > 0; count--)
        act (world, NULL);
      play_frame (world);
    }
  end_world (world);
  world_free (world);
}

int
main (int argc, char **argv)
{
  int seed = 1, n_seeds = 300, n_frames = 60;
  gboolean is_traced = FALSE;
  const GOptionEntry entries[] = {
    { "seed", 0, 0, G_OPTION_ARG_INT, &seed, "the first seed", "N" },
    { "seeds", 0, 0, G_OPTION_ARG_INT, &n_seeds, "how many", "N" },
    { "frames", 0, 0, G_OPTION_ARG_INT, &n_frames, "frames of each", "N" },
    { "trace", 0, 0, G_OPTION_ARG_NONE, &is_traced, "tell what happens", NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("- random programs on an executive, held against a simple model");
  g_autoptr (GError) error = NULL;

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      fprintf (stderr, "simulator: %s\n", error->message);
      return 2;
    }
  /* Alerts of failures are wanted by the thousand here. */
  stderr = fopen ("/dev/null", "w");
  setvbuf (stdout, NULL, _IOLBF, 0);
  signal (SIGSEGV, on_fault);
  signal (SIGABRT, on_fault);
  for (int count = 0; count < n_seeds; count++)
    play ((guint32) (seed + count), (guint) n_frames, is_traced);
  fprintf (stdout, "ok 1 - %d seeds from %d on, %d frames each\n1..1\n", n_seeds, seed, n_frames);
  return 0;
}
