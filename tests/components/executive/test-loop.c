/* test-loop.c: The executive as one source of a main context
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "executive-fixture.h"
#include "gyre-loop.h"
#include "gyre-readiness-private.h"

#include <fcntl.h>
#include <glib-unix.h>
#include <unistd.h>

typedef struct
{
  Fixture fixture;              /* first */
  GMainContext *context;
  guint n_idle;
} LoopFixture;

/* With the clock of the machine. */
static void
set_up_loop (LoopFixture *self, gconstpointer data)
{
  set_up (&self->fixture, data);
  g_object_unref (self->fixture.executive);
  self->fixture.executive = gyre_executive_new ();
  self->fixture.shard = gyre_executive_get_shard (self->fixture.executive);
  self->context = g_main_context_new ();
}

static void
tear_down_loop (LoopFixture *self, gconstpointer data)
{
  g_main_context_unref (self->context);
  tear_down (&self->fixture, data);
}

static guint64
count_frames (LoopFixture *self)
{
  GyreFrameCounts counts;

  gyre_executive_get_counts (self->fixture.executive, &counts);
  return counts.frame;
}

static void
attach (LoopFixture *self)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (gyre_executive_attach (self->fixture.executive, self->context, &error), !=, 0);
  g_assert_no_error (error);
}

static void
test_a_dispatch_is_a_frame (LoopFixture *self, gconstpointer data)
{
  Thing *thing = launch (&self->fixture, 'a', EVERY);

  attach (self);
  for (guint index = 0; index < 5; index++)
    g_assert_true (g_main_context_iteration (self->context, FALSE));
  g_assert_cmpuint (count_frames (self), ==, 5);
  g_assert_cmpuint (thing->n_runs, ==, 5);
  end (thing);
  /* One more for what changed; then nothing is due. */
  while (g_main_context_iteration (self->context, FALSE));
  g_assert_true (gyre_executive_detach (self->fixture.executive));
  g_assert_false (gyre_executive_detach (self->fixture.executive));
}

static gboolean
count_idle (gpointer data)
{
  ((LoopFixture *) data)->n_idle++;
  return G_SOURCE_CONTINUE;
}

/* A process in each frame is always ready, and so is an idle source; both get their turns. */
static void
test_idle_sources_get_their_turns (LoopFixture *self, gconstpointer data)
{
  Thing *thing = launch (&self->fixture, 'a', EVERY);
  g_autoptr (GSource) idle = g_idle_source_new ();

  g_source_set_callback (idle, count_idle, self, NULL);
  g_source_attach (idle, self->context);
  attach (self);
  while (count_frames (self) < 10)
    g_main_context_iteration (self->context, TRUE);
  g_assert_cmpuint (self->n_idle, >=, 8);
  g_source_destroy (idle);
  gyre_executive_detach (self->fixture.executive);
  end (thing);
}

/* Frames are a quarter of a millisecond apart, which a context by itself can't wait for; and none is doubled. */
static void
test_frames_have_their_own_times (LoopFixture *self, gconstpointer data)
{
  gint64 start;
  gint64 time;

  gyre_executive_set_pace (self->fixture.executive, GYRE_PACE_FIXED, 4000);
  start = gyre_executive_get_time (self->fixture.executive);
  attach (self);
  while (count_frames (self) < 101)
    g_main_context_iteration (self->context, TRUE);
  time = gyre_executive_get_time (self->fixture.executive) - start;
  g_assert_cmpint (time, >=, 100 * (SECOND / 4000) - SECOND / 4000);
  gyre_executive_detach (self->fixture.executive);
}

static void
iterate_inside (Thing *thing)
{
  LoopFixture *self = (LoopFixture *) thing->fixture;
  guint n_idle = self->n_idle;

  while (self->n_idle < n_idle + 3)
    g_main_context_iteration (self->context, TRUE);
}

/* By its source or by hand: others are served, and it does not run into itself. */
static void
test_no_frame_runs_inside_of_a_frame (LoopFixture *self, gconstpointer data)
{
  Thing *thing = launch (&self->fixture, 'a', EVERY);
  g_autoptr (GSource) idle = g_idle_source_new ();
  guint64 n_frames;

  g_source_set_callback (idle, count_idle, self, NULL);
  g_source_attach (idle, self->context);
  thing->act = iterate_inside;
  attach (self);
  while (count_frames (self) < 3)
    g_main_context_iteration (self->context, TRUE);
  g_assert_cmpuint (thing->n_runs, ==, count_frames (self));
  n_frames = count_frames (self);
  g_assert_true (gyre_executive_step (self->fixture.executive, NULL));
  g_assert_cmpuint (count_frames (self), ==, n_frames + 1);
  g_source_destroy (idle);
  gyre_executive_detach (self->fixture.executive);
  end (thing);
}

static void
test_what_makes_its_frames_is_one_thing (LoopFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  attach (self);
  g_assert_cmpuint (gyre_executive_attach (self->fixture.executive, NULL, &error), ==, 0);
  g_assert_error (error, GYRE_EXECUTIVE_ERROR, GYRE_EXECUTIVE_ERROR_RUNNING);
  g_assert_false (gyre_executive_run (self->fixture.executive, NULL));
  gyre_executive_detach (self->fixture.executive);
  g_assert_true (gyre_executive_step (self->fixture.executive, NULL));
  attach (self);
  gyre_executive_stop (self->fixture.executive);
  g_main_context_iteration (self->context, TRUE);
  g_assert_false (gyre_executive_detach (self->fixture.executive));
}

static void
quit (GyreInstruction *instruction, const GValue *result, const GError *error, gpointer user_data)
{
  g_main_loop_quit (user_data);
}

typedef struct
{
  Fixture *fixture;
  int descriptor;               /* written to; or -1: an instruction is posted */
  GyreInstruction *instruction;
} Caller;

static gpointer
call_soon (gpointer data)
{
  Caller *caller = data;

  g_usleep (10000);
  if (caller->descriptor >= 0)
    g_assert_cmpint (write (caller->descriptor, "x", 1), ==, 1);
  else
    gyre_shard_post (caller->fixture->shard, caller->instruction, G_MININT64, GYRE_HANDLE_NONE, NULL);
  return NULL;
}

/* The context sleeps in poll (): a posting from another thread, or a watched descriptor, ends that. */
static void
test_a_sleeping_context_is_woken (LoopFixture *self, gconstpointer watches)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (self->context, FALSE);
  g_autoptr (GyreInstruction) instruction = gyre_instruction_new ("nobody", "hear", NULL, 0);
  Caller caller = { &self->fixture, -1, instruction };
  int ends[2] = { -1, -1 };
  GThread *thread;

  gyre_instruction_set_callback (instruction, quit, loop, NULL);
  if (watches != NULL)
    {
      g_assert_true (g_unix_open_pipe (ends, FD_CLOEXEC, NULL));
      gyre_executive_watch_descriptor_once (self->fixture.executive, ends[0], G_IO_IN, instruction, NULL);
      caller.descriptor = ends[1];
    }
  attach (self);
  thread = g_thread_new ("caller", call_soon, &caller);
  g_main_loop_run (loop);
  g_assert_cmpuint (count_frames (self), ==, 1);
  g_thread_join (thread);
  gyre_executive_detach (self->fixture.executive);
  close (ends[0]);
  close (ends[1]);
}

static gpointer
iterate (gpointer data)
{
  LoopFixture *self = data;

  while (count_frames (self) < 3)
    g_main_context_iteration (self->context, TRUE);
  g_assert_true (gyre_executive_is_mine (self->fixture.executive));
  return NULL;
}

/* Who attaches gives it up: the thread of the context gets it. */
static void
test_the_thread_of_the_context_gets_it (LoopFixture *self, gconstpointer data)
{
  Thing *thing = launch (&self->fixture, 'a', EVERY);

  g_assert_true (gyre_executive_acquire (self->fixture.executive, NULL));
  attach (self);
  g_thread_join (g_thread_new ("context", iterate, self));
  g_assert_false (gyre_executive_is_mine (self->fixture.executive));
  gyre_executive_detach (self->fixture.executive);
  end (thing);
}

/* A third thread has it: the context waits until it gives it up. */
static void
test_it_waits_for_a_third_thread (LoopFixture *self, gconstpointer data)
{
  Thing *thing = launch (&self->fixture, 'a', EVERY);
  GThread *thread;

  attach (self);
  g_assert_true (gyre_executive_acquire (self->fixture.executive, NULL));
  thread = g_thread_new ("context", iterate, self);
  g_usleep (10000);
  g_assert_cmpuint (count_frames (self), ==, 0);
  gyre_executive_release (self->fixture.executive);
  g_thread_join (thread);
  gyre_executive_detach (self->fixture.executive);
  end (thing);
}

static void
test_a_virtual_clock_goes_on (LoopFixture *self, gconstpointer data)
{
  Fixture *fixture = &self->fixture;
  Thing *thing;

  g_assert_true (gyre_executive_set_surroundings (fixture->executive, fixture->surroundings, NULL));
  thing = launch (fixture, 'a', (GyreLaunch) { .once = TRUE, .interval_time = 1, .phase = 3600 * SECOND });
  attach (self);
  while (g_main_context_iteration (self->context, FALSE));
  g_assert_cmpstr (fixture->story->str, ==, "a");
  g_assert_cmpint (gyre_executive_get_time (fixture->executive), ==, 3600 * SECOND);
  gyre_executive_detach (fixture->executive);
  end (thing);
}

#define ADD(path, function, data) \
  g_test_add ("/executive/loop/" path, LoopFixture, data, set_up_loop, function, tear_down_loop)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("a-dispatch-is-a-frame", test_a_dispatch_is_a_frame, NULL);
  ADD ("idle-sources-get-their-turns", test_idle_sources_get_their_turns, NULL);
  ADD ("frames-have-their-own-times", test_frames_have_their_own_times, NULL);
  ADD ("no-frame-runs-inside-of-a-frame", test_no_frame_runs_inside_of_a_frame, NULL);
  ADD ("what-makes-its-frames-is-one-thing", test_what_makes_its_frames_is_one_thing, NULL);
  ADD ("a-sleeping-context-is-woken-by-a-posting", test_a_sleeping_context_is_woken, NULL);
  ADD ("a-sleeping-context-is-woken-by-a-descriptor", test_a_sleeping_context_is_woken, "watches");
  ADD ("the-thread-of-the-context-gets-it", test_the_thread_of_the_context_gets_it, NULL);
  ADD ("it-waits-for-a-third-thread", test_it_waits_for_a_third_thread, NULL);
  ADD ("a-virtual-clock-goes-on", test_a_virtual_clock_goes_on, NULL);
  return g_test_run ();
}
