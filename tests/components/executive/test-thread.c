/* test-thread.c: A thread that an executive has for itself
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "executive-fixture.h"
#include "gyre-thread.h"

#define N_FOREIGN 3
#define N_POSTS 500

static GyreExecutive *
start (Fixture *fixture)
{
  GyreExecutive *executive = gyre_executive_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (gyre_executive_start_thread (executive, "executive", &error));
  g_assert_no_error (error);
  return executive;
}

static void
stop_and_join (GyreExecutive *executive)
{
  g_autoptr (GError) error = NULL;

  gyre_executive_stop (executive);
  g_assert_true (gyre_executive_join (executive, &error));
  g_assert_no_error (error);
}

static void
test_it_takes_the_executive_and_gives_it_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GyreExecutive) executive = gyre_executive_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (gyre_executive_step (executive, NULL));
  g_assert_true (gyre_executive_start_thread (executive, "executive", NULL));
  g_assert_false (gyre_executive_step (executive, &error));
  g_assert_error (error, GYRE_EXECUTIVE_ERROR, GYRE_EXECUTIVE_ERROR_THREAD);
  g_clear_error (&error);
  g_assert_false (gyre_executive_start_thread (executive, "another", &error));
  g_assert_error (error, GYRE_EXECUTIVE_ERROR, GYRE_EXECUTIVE_ERROR_RUNNING);
  g_clear_error (&error);
  stop_and_join (executive);
  g_assert_true (gyre_executive_step (executive, NULL));
  g_assert_false (gyre_executive_join (executive, &error));
  g_assert_error (error, GYRE_EXECUTIVE_ERROR, GYRE_EXECUTIVE_ERROR_UNKNOWN);
  gyre_executive_release (executive);
  g_assert_true (gyre_executive_start_thread (executive, "again", NULL));
  stop_and_join (executive);
}

static gpointer
take (gpointer data)
{
  g_assert_true (gyre_executive_acquire (data, NULL));
  return NULL;
}

static gpointer
try_to_start (gpointer data)
{
  GError *error = NULL;

  g_assert_false (gyre_executive_start_thread (data, "executive", &error));
  return error;
}

static void
test_it_does_not_take_it_from_a_third_thread (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GyreExecutive) executive = gyre_executive_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (gyre_executive_acquire (executive, NULL));
  error = g_thread_join (g_thread_new ("third", try_to_start, executive));
  g_assert_error (error, GYRE_EXECUTIVE_ERROR, GYRE_EXECUTIVE_ERROR_THREAD);
  g_assert_true (gyre_executive_is_mine (executive));
  gyre_executive_release (executive);
  /* What belonged to a thread that has ended belongs to nobody. */
  g_thread_join (g_thread_new ("short", take, executive));
  g_assert_true (gyre_executive_start_thread (executive, "executive", NULL));
  stop_and_join (executive);
}

typedef struct
{
  GyreExecutive *executive;
  GyreInstruction *instruction;
  guint n_heard;                /* atomic */
} Foreign;

static void
hear (GyreInstruction *instruction, const GValue *result, const GError *error, gpointer user_data)
{
  Foreign *foreign = user_data;

  g_assert_true (gyre_executive_is_mine (foreign->executive));
  g_assert_true (gyre_executive_get_current () == foreign->executive);
  g_atomic_int_inc (&foreign->n_heard);
}

static gpointer
post_many (gpointer data)
{
  Foreign *foreign = data;

  for (guint index = 0; index < N_POSTS; index++)
    {
      g_assert_cmpuint (gyre_shard_post (gyre_executive_get_shard (foreign->executive), foreign->instruction, G_MININT64,
                                         GYRE_HANDLE_NONE, NULL), !=, 0);
      if (index % 50 == 0)
        g_usleep (100);
    }
  return NULL;
}

/* The executive sleeps in between; every posting of each of them is done. */
static void
test_foreign_threads_post_and_wake_it (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GyreExecutive) executive = start (fixture);
  g_autoptr (GyreInstruction) instruction = gyre_instruction_new_for_handle (12345, "hear", NULL, 0);
  Foreign foreign = { executive, instruction, 0 };
  GThread *threads[N_FOREIGN];

  gyre_instruction_set_callback (instruction, hear, &foreign, NULL);
  for (guint index = 0; index < N_FOREIGN; index++)
    threads[index] = g_thread_new ("foreign", post_many, &foreign);
  for (guint index = 0; index < N_FOREIGN; index++)
    g_thread_join (threads[index]);
  while (g_atomic_int_get (&foreign.n_heard) < N_FOREIGN * N_POSTS)
    g_usleep (100);
  stop_and_join (executive);
  g_assert_cmpuint (foreign.n_heard, ==, N_FOREIGN * N_POSTS);
}

static gboolean
count_run (gpointer object, GError **error)
{
  g_atomic_int_inc (&((Thing *) object)->n_runs);
  return TRUE;
}

/* Launched, paused and ended from here while the thread makes its frames. */
static void
test_processes_are_ruled_from_outside (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GyreExecutive) executive = start (fixture);
  GyreShard *shard = gyre_executive_get_shard (executive);
  GyreLaunch every = { .step = count_run, .phase = -1 };
  Thing *thing = g_object_new (thing_get_type (), NULL);
  gint n_runs;

  thing->handle = gyre_shard_add (shard, thing);
  g_assert_true (gyre_executive_launch (executive, thing->handle, &every, NULL));
  while (g_atomic_int_get (&thing->n_runs) < 10)
    g_thread_yield ();
  g_assert_true (gyre_executive_pause (executive, thing->handle, NULL));
  n_runs = g_atomic_int_get (&thing->n_runs);
  g_usleep (2000);
  g_assert_cmpint (g_atomic_int_get (&thing->n_runs), ==, n_runs);
  g_assert_true (gyre_executive_resume (executive, thing->handle, NULL));
  while ((gint) g_atomic_int_get (&thing->n_runs) < n_runs + 10)
    g_thread_yield ();
  gyre_shard_remove (shard, thing->handle);
  g_object_unref (thing);
  stop_and_join (executive);
}

static void
note_end (gpointer data, GObject *where_it_was)
{
  g_atomic_int_set ((gint *) data, TRUE);
}

/* Nobody has stopped it. */
static void
test_who_lets_go_of_it_last_ends_the_thread (Fixture *fixture, gconstpointer data)
{
  GyreExecutive *executive = start (fixture);
  gint has_ended = FALSE;

  g_object_weak_ref (G_OBJECT (executive), note_end, &has_ended);
  g_object_unref (executive);
  g_assert_true (has_ended);
}

static void
let_go (GyreInstruction *instruction, const GValue *result, const GError *error, gpointer user_data)
{
  g_autoptr (GError) refusal = NULL;

  g_assert_false (gyre_executive_join (user_data, &refusal));
  g_assert_error (refusal, GYRE_EXECUTIVE_ERROR, GYRE_EXECUTIVE_ERROR_THREAD);
  g_object_unref (user_data);
}

/* In the middle of a frame: the executive stays until that is over. */
static void
test_it_can_be_let_go_of_by_its_own_thread (Fixture *fixture, gconstpointer data)
{
  GyreExecutive *executive = start (fixture);
  g_autoptr (GyreInstruction) instruction = gyre_instruction_new_for_handle (12345, "hear", NULL, 0);
  GyreShard *shard = gyre_executive_get_shard (executive);
  gint has_ended = FALSE;
  GWeakRef reference;

  g_weak_ref_init (&reference, executive);
  g_object_set_data_full (G_OBJECT (executive), "end", &has_ended, (GDestroyNotify) note_end);
  gyre_instruction_set_callback (instruction, let_go, executive, NULL);
  g_assert_cmpuint (gyre_shard_post (shard, instruction, G_MININT64, GYRE_HANDLE_NONE, NULL), !=, 0);
  while (!g_atomic_int_get (&has_ended))
    g_usleep (100);
  g_assert_null (g_weak_ref_get (&reference));
  g_weak_ref_clear (&reference);
}

#define ADD(path, function) g_test_add ("/executive/thread/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("it-takes-the-executive-and-gives-it-back", test_it_takes_the_executive_and_gives_it_back);
  ADD ("it-does-not-take-it-from-a-third-thread", test_it_does_not_take_it_from_a_third_thread);
  ADD ("foreign-threads-post-and-wake-it", test_foreign_threads_post_and_wake_it);
  ADD ("processes-are-ruled-from-outside", test_processes_are_ruled_from_outside);
  ADD ("who-lets-go-of-it-last-ends-the-thread", test_who_lets_go_of_it_last_ends_the_thread);
  ADD ("it-can-be-let-go-of-by-its-own-thread", test_it_can_be_let_go_of_by_its_own_thread);
  return g_test_run ();
}
