/* test-readiness.c: Descriptors whose readiness arrives as an instruction
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "executive-fixture.h"
#include "gyre-readiness-private.h"

#include <fcntl.h>
#include <glib-unix.h>
#include <unistd.h>

typedef struct
{
  int ends[2];
  GyreInstruction *instruction;
} Pipe;

static Pipe
pipe_new (const char *component)
{
  Pipe self;

  g_assert_true (g_unix_open_pipe (self.ends, FD_CLOEXEC, NULL));
  self.instruction = gyre_instruction_new (component, "hear", NULL, 0);
  return self;
}

static void
pipe_clear (Pipe *self)
{
  close (self->ends[0]);
  close (self->ends[1]);
  gyre_instruction_unref (self->instruction);
}

static void
put_in (Pipe *self)
{
  g_assert_cmpint (write (self->ends[1], "x", 1), ==, 1);
}

static void
take_out (Pipe *self)
{
  char letter;

  g_assert_cmpint (read (self->ends[0], &letter, 1), ==, 1);
}

/* Frames by hand, so that a frame happens also when nothing is due. */
static const char *
step (Fixture *fixture)
{
  g_string_set_size (fixture->story, 0);
  g_assert_true (gyre_executive_step (fixture->executive, NULL));
  return fixture->story->str;
}

static void
test_each_frame_that_finds_it_ready_does_the_instruction (Fixture *fixture, gconstpointer data)
{
  Thing *thing = add (fixture, 'a');
  Pipe pipe = pipe_new ("a");
  guint64 watch = gyre_executive_watch_descriptor (fixture->executive, pipe.ends[0], G_IO_IN, pipe.instruction, NULL);

  g_assert_cmpuint (watch, !=, 0);
  g_assert_cmpstr (step (fixture), ==, "");
  put_in (&pipe);
  g_assert_cmpstr (step (fixture), ==, "a.hear");
  g_assert_cmpstr (step (fixture), ==, "a.hear");
  take_out (&pipe);
  g_assert_cmpstr (step (fixture), ==, "");
  put_in (&pipe);
  g_assert_true (gyre_executive_unwatch (fixture->executive, watch));
  g_assert_false (gyre_executive_unwatch (fixture->executive, watch));
  g_assert_cmpstr (step (fixture), ==, "");
  pipe_clear (&pipe);
  end (thing);
}

static void
test_a_watch_for_once_ends_with_the_first (Fixture *fixture, gconstpointer data)
{
  Thing *thing = add (fixture, 'a');
  Pipe pipe = pipe_new ("a");
  guint64 watch = gyre_executive_watch_descriptor_once (fixture->executive, pipe.ends[0], G_IO_IN, pipe.instruction, NULL);

  put_in (&pipe);
  g_assert_cmpstr (step (fixture), ==, "a.hear");
  g_assert_cmpstr (step (fixture), ==, "");
  g_assert_false (gyre_executive_unwatch (fixture->executive, watch));
  g_assert_cmpuint (gyre_executive_watch_descriptor (fixture->executive, pipe.ends[0], G_IO_IN, pipe.instruction, NULL), !=, 0);
  g_assert_cmpstr (step (fixture), ==, "a.hear");
  pipe_clear (&pipe);
  end (thing);
}

static void
test_the_other_sides_end_counts (Fixture *fixture, gconstpointer data)
{
  Thing *thing = add (fixture, 'a');
  Pipe pipe = pipe_new ("a");

  gyre_executive_watch_descriptor_once (fixture->executive, pipe.ends[0], G_IO_IN, pipe.instruction, NULL);
  close (pipe.ends[1]);
  pipe.ends[1] = -1;
  g_assert_cmpstr (step (fixture), ==, "a.hear");
  pipe_clear (&pipe);
  end (thing);
}

static void
test_what_cannot_be_watched_is_said (Fixture *fixture, gconstpointer data)
{
  Pipe pipe = pipe_new ("a");
  g_autoptr (GError) error = NULL;
  int file = open (g_get_tmp_dir (), O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  g_assert_cmpuint (gyre_executive_watch_descriptor (fixture->executive, file, G_IO_IN, pipe.instruction, &error), ==, 0);
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, "can't be watched: a file or a folder is always ready"));
  g_clear_error (&error);
  g_assert_cmpuint (gyre_executive_watch_descriptor (fixture->executive, pipe.ends[0], G_IO_IN, pipe.instruction, NULL), !=, 0);
  g_assert_cmpuint (gyre_executive_watch_descriptor (fixture->executive, pipe.ends[0], G_IO_IN, pipe.instruction, &error), ==, 0);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  close (file);
  pipe_clear (&pipe);
}

static void
note_alert (GyreAlert *alert, gpointer user_data)
{
  g_assert_true (g_str_has_suffix (gyre_alert_get_message (alert), "the component has ended"));
  ++*(guint *) user_data;
}

/* It would be told in every frame. */
static void
test_the_watch_ends_with_the_component_of_its_handle (Fixture *fixture, gconstpointer data)
{
  Thing *thing = add (fixture, 'a');
  Pipe pipe = pipe_new ("a");
  g_autoptr (GyreInstruction) instruction = gyre_instruction_new_for_handle (thing->handle, "hear", NULL, 0);
  guint64 watch = gyre_executive_watch_descriptor (fixture->executive, pipe.ends[0], G_IO_IN, instruction, NULL);
  guint n_alerts = 0;

  put_in (&pipe);
  g_assert_cmpstr (step (fixture), ==, "a.hear");
  end (thing);
  gyre_alerts_connect (fixture->shard->alerts, note_alert, &n_alerts, NULL);
  g_assert_cmpstr (step (fixture), ==, "");
  g_assert_cmpstr (step (fixture), ==, "");
  g_assert_cmpuint (n_alerts, ==, 1);
  g_assert_false (gyre_executive_unwatch (fixture->executive, watch));
  pipe_clear (&pipe);
}

static gpointer
put_in_soon (gpointer data)
{
  g_usleep (10000);
  put_in (data);
  return NULL;
}

static void
stop (GyreInstruction *instruction, const GValue *result, const GError *error, gpointer user_data)
{
  gyre_executive_stop (user_data);
}

/* The executive sleeps, and the descriptor ends that, with and without sources of GLib to wait for. */
static void
test_an_idle_executive_is_woken_by_it (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GyreExecutive) executive = gyre_executive_new ();
  g_autoptr (GyreInstruction) instruction = gyre_instruction_new ("nobody", "hear", NULL, 0);
  Pipe pipe = pipe_new ("a");
  GThread *thread = g_thread_new ("writer", put_in_soon, &pipe);
  GyreFrameCounts counts;

  gyre_instruction_set_callback (instruction, stop, executive, NULL);
  g_assert_cmpuint (gyre_executive_watch_descriptor (executive, pipe.ends[0], G_IO_IN, instruction, NULL), !=, 0);
  g_assert_true (gyre_executive_run (executive, NULL));
  gyre_executive_get_counts (executive, &counts);
  g_assert_cmpuint (counts.frame, ==, 1);
  g_thread_join (thread);
  pipe_clear (&pipe);
}

#define ADD(path, function) g_test_add ("/executive/readiness/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("each-frame-that-finds-it-ready-does-the-instruction", test_each_frame_that_finds_it_ready_does_the_instruction);
  ADD ("a-watch-for-once-ends-with-the-first", test_a_watch_for_once_ends_with_the_first);
  ADD ("the-other-sides-end-counts", test_the_other_sides_end_counts);
  ADD ("what-cannot-be-watched-is-said", test_what_cannot_be_watched_is_said);
  ADD ("the-watch-ends-with-the-component-of-its-handle", test_the_watch_ends_with_the_component_of_its_handle);
  ADD ("an-idle-executive-is-woken-by-it", test_an_idle_executive_is_woken_by_it);
  return g_test_run ();
}
