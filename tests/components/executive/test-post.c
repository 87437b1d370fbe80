/* test-post.c: Handing instructions to an executive
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "executive-fixture.h"
#include "gyre-post.h"

static void
note (GyreInstruction *instruction, const GValue *result, const GError *error, gpointer user_data)
{
  g_string_append (user_data, error != NULL ? "<no>" : "<yes>");
}

static void
test_one_instruction_is_posted_many_times (Fixture *fixture, gconstpointer data)
{
  Thing *thing = add (fixture, 'a');
  g_autoptr (GyreInstruction) instruction = gyre_instruction_new ("a", "ring", NULL, 0);

  g_assert_cmpuint (gyre_executive_post (fixture->executive, instruction, 0, NULL), !=, 0);
  gyre_executive_post (fixture->executive, instruction, 0, NULL);
  gyre_executive_post (fixture->executive, instruction, SECOND, NULL);
  g_assert_cmpuint (gyre_executive_count_postings (fixture->executive), ==, 3);
  g_assert_cmpstr (play (fixture, 2), ==, "a.ringa.ring|a.ring|");
  end (thing);
}

static void
test_what_is_cancelled_or_purged_is_told (Fixture *fixture, gconstpointer data)
{
  Thing *thing = add (fixture, 'a');
  g_autoptr (GyreInstruction) by_name = gyre_instruction_new ("a", "ring", NULL, 0);
  g_autoptr (GyreInstruction) by_handle = gyre_instruction_new_for_handle (thing->handle, "ring", NULL, 0);
  guint64 posting;

  gyre_instruction_set_callback (by_name, note, fixture->story, NULL);
  gyre_instruction_set_callback (by_handle, note, fixture->story, NULL);
  posting = gyre_executive_post (fixture->executive, by_name, 0, NULL);
  gyre_executive_post (fixture->executive, by_name, 0, NULL);
  gyre_executive_post (fixture->executive, by_handle, 0, NULL);
  g_assert_true (gyre_executive_cancel (fixture->executive, posting));
  g_assert_false (gyre_executive_cancel (fixture->executive, posting));
  g_assert_cmpuint (gyre_executive_purge (fixture->executive, thing->handle), ==, 1);
  g_assert_cmpstr (play (fixture, 1), ==, "<no><no>a.ring<yes>|");
  gyre_executive_post (fixture->executive, by_name, SECOND, NULL);
  g_assert_cmpuint (gyre_executive_purge_name (fixture->executive, "a"), ==, 1);
  g_assert_cmpstr (play (fixture, 1), ==, "<no>|");
  end (thing);
}

static gpointer
post_and_stop (gpointer data)
{
  g_autoptr (GyreInstruction) instruction = gyre_instruction_new ("a", "ring", NULL, 0);
  GyreExecutive *executive = data;

  g_usleep (5000);
  for (guint index = 0; index < 100; index++)
    gyre_executive_post (executive, instruction, 0, NULL);
  g_usleep (5000);
  while (gyre_executive_count_postings (executive) > 0)
    g_usleep (1000);
  gyre_executive_stop (executive);
  return NULL;
}

/* The founding system slept until the first of its heap was due, whatever was posted meanwhile. */
static void
test_another_thread_wakes_it (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GyreExecutive) executive = gyre_executive_new ();
  GThread *thread;
  Thing *thing = add (fixture, 'a');
  GyreHandle other = gyre_shard_add (gyre_executive_get_shard (executive), thing);
  GyreHandle own = thing->handle;
  g_autoptr (GyreInstruction) later = gyre_instruction_new ("a", "late", NULL, 0);

  thing->handle = other;
  gyre_executive_post (executive, later, 3600 * SECOND, NULL);
  gyre_executive_purge_name (executive, "b");
  thread = g_thread_new ("poster", post_and_stop, executive);
  gyre_executive_post (executive, later, 3600 * SECOND, NULL);
  gyre_executive_purge_name (executive, "a");
  g_assert_true (gyre_executive_run (executive, NULL));
  g_thread_join (thread);
  g_assert_nonnull (strstr (fixture->story->str, "a.ring"));
  gyre_shard_remove (gyre_executive_get_shard (executive), other);
  thing->handle = own;
  end (thing);
}

typedef struct
{
  GyreExecutive *executive;
  GyreHandle handle;
} Ending;

static void
note_and_stop (GyreInstruction *instruction, const GValue *result, const GError *error, gpointer user_data)
{
  Ending *ending = user_data;

  if (g_error_matches (error, GYRE_INSTRUCTION_ERROR, GYRE_INSTRUCTION_ERROR_CANCELLED))
    ending->handle = GYRE_HANDLE_NONE;
  gyre_executive_stop (ending->executive);
}

static gpointer
remove_later (gpointer data)
{
  Ending *ending = data;

  g_usleep (20000);
  gyre_shard_remove (gyre_executive_get_shard (ending->executive), ending->handle);
  return NULL;
}

/* An executive that sleeps hears that what waits for a component will not be done. The other instruction ends a test that fails. */
static void
test_a_component_that_ends_in_another_thread_wakes_it (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GyreExecutive) executive = gyre_executive_new ();
  Thing *thing = add (fixture, 'a');
  GyreHandle own = thing->handle;
  Ending ending = { executive, gyre_shard_add (gyre_executive_get_shard (executive), thing) };
  g_autoptr (GyreInstruction) waiting = gyre_instruction_new_for_handle (ending.handle, "ring", NULL, 0);
  g_autoptr (GyreInstruction) last = gyre_instruction_new ("a", "ring", NULL, 0);
  GThread *thread;

  gyre_instruction_set_callback (waiting, note_and_stop, &ending, NULL);
  gyre_instruction_set_callback (last, note_and_stop, &ending, NULL);
  g_assert_cmpuint (gyre_executive_post (executive, waiting, 3600 * SECOND, NULL), !=, 0);
  g_assert_cmpuint (gyre_executive_post (executive, last, 5 * SECOND, NULL), !=, 0);
  thread = g_thread_new ("ending", remove_later, &ending);
  g_assert_true (gyre_executive_run (executive, NULL));
  g_thread_join (thread);
  g_assert_cmpuint (ending.handle, ==, GYRE_HANDLE_NONE);
  thing->handle = own;
  end (thing);
}

#define ADD(path, function) g_test_add ("/executive/post/" path, Fixture, NULL, set_up, function, tear_down)

static void
test_a_delay_beyond_all_time_is_never (void)
{
  g_autoptr (GyreExecutive) executive = gyre_executive_new ();
  g_autoptr (GyreInstruction) instruction = gyre_instruction_new ("nobody", "nothing", NULL, 0);

  g_assert_cmpint (gyre_executive_get_time (executive), >, 0);
  g_assert_cmpuint (gyre_executive_post (executive, instruction, G_MAXINT64, NULL), !=, 0);
  for (guint frame = 0; frame < 3; frame++)
    g_assert_true (gyre_executive_step (executive, NULL));
  g_assert_cmpuint (gyre_executive_count_postings (executive), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("one-instruction-is-posted-many-times", test_one_instruction_is_posted_many_times);
  ADD ("what-is-cancelled-or-purged-is-told", test_what_is_cancelled_or_purged_is_told);
  ADD ("another-thread-wakes-it", test_another_thread_wakes_it);
  ADD ("a-component-that-ends-in-another-thread-wakes-it", test_a_component_that_ends_in_another_thread_wakes_it);
  g_test_add_func ("/executive/post/a-delay-beyond-all-time-is-never", test_a_delay_beyond_all_time_is_never);
  return g_test_run ();
}
