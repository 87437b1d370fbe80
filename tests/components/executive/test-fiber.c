/* test-fiber.c: Sequential code that waits between frames
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "executive-fixture.h"
#include "gyre-fiber.h"

#include <gio/gio.h>

static void
count (gpointer data)
{
  ++*(guint *) data;
}

static gboolean
tell_story (GyreFiber *fiber, gpointer object, gpointer user_data, GError **error)
{
  GString *story = ((Thing *) object)->fixture->story;

  g_string_append (story, "once");
  if (!gyre_fiber_wait_frame (fiber))
    return TRUE;
  g_string_append (story, "upon");
  for (guint index = 0; index < 2; index++)
    {
      if (!gyre_fiber_wait (fiber, SECOND))
        return TRUE;
      g_string_append_printf (story, "%u", index);
    }
  g_string_append (story, "end");
  return TRUE;
}

static void
launch_fiber (Fixture *fixture, Thing *thing, GyreFiberFunction function, guint *n_freed, GyreRestart restart)
{
  GyreLaunch launch = { .phase = -1, .once = TRUE, .restart = restart, .back_off = SECOND };
  g_autoptr (GError) error = NULL;

  g_assert_true (gyre_executive_launch_fiber (fixture->executive, thing->handle, function, n_freed, n_freed != NULL ? count : NULL,
                                              &launch, 0, &error));
  g_assert_no_error (error);
}

static void
test_it_waits_and_goes_on_where_it_was (Fixture *fixture, gconstpointer data)
{
  Thing *thing = add (fixture, 'a');
  Thing *other = launch (fixture, 'b', (GyreLaunch) { .interval_time = SECOND / 2, .phase = -1 });
  guint n_freed = 0;

  launch_fiber (fixture, thing, tell_story, &n_freed, GYRE_RESTART_NEVER);
  g_assert_cmpstr (play (fixture, 8), ==, "onceb|upon|b|b|0|b|b|1end|");
  g_assert_cmpint (gyre_executive_get_run_state (fixture->executive, thing->handle), ==, GYRE_RUN_STATE_STOPPED);
  end (thing);
  g_assert_cmpuint (n_freed, ==, 1);
  end (other);
}

static void
test_a_pause_holds_it_where_it_is (Fixture *fixture, gconstpointer data)
{
  Thing *thing = add (fixture, 'a');
  Thing *other = launch (fixture, 'b', EVERY);

  launch_fiber (fixture, thing, tell_story, NULL, GYRE_RESTART_NEVER);
  g_assert_cmpstr (play (fixture, 1), ==, "onceb|");
  gyre_executive_pause (fixture->executive, thing->handle, NULL);
  g_assert_cmpstr (play (fixture, 3), ==, "b|b|b|");
  gyre_executive_resume (fixture->executive, thing->handle, NULL);
  g_assert_cmpstr (play (fixture, 2), ==, "uponb|b|");
  end (thing);
  end (other);
}

static gboolean
hold_something (GyreFiber *fiber, gpointer object, gpointer user_data, GError **error)
{
  Thing *thing = object;
  g_autofree char *held = g_strdup ("held");

  while (gyre_fiber_wait_frame (fiber))
    g_string_append_c (thing->fixture->story, '.');
  g_string_append (thing->fixture->story, held);
  return TRUE;
}

/* What it has on its stack is let go. */
static void
test_who_ends_brings_it_to_its_end (Fixture *fixture, gconstpointer data)
{
  Thing *thing = add (fixture, 'a');
  guint n_freed = 0;

  launch_fiber (fixture, thing, hold_something, &n_freed, GYRE_RESTART_NEVER);
  g_assert_cmpstr (play (fixture, 3), ==, "|.|.|");
  end (thing);
  g_assert_cmpstr (fixture->story->str, ==, "|.|.|held(a)");
  g_assert_cmpuint (n_freed, ==, 1);
}

static gboolean
end_itself (GyreFiber *fiber, gpointer object, gpointer user_data, GError **error)
{
  Thing *thing = object;

  g_assert_true (gyre_fiber_wait_frame (fiber));
  end (thing);
  g_assert_false (gyre_fiber_wait_frame (fiber));
  g_string_append (thing->fixture->story, "bye");
  return TRUE;
}

static void
test_it_can_end_its_own_component (Fixture *fixture, gconstpointer data)
{
  Thing *thing = add (fixture, 'a');
  guint n_freed = 0;

  launch_fiber (fixture, thing, end_itself, &n_freed, GYRE_RESTART_NEVER);
  g_assert_cmpstr (play (fixture, 3), ==, "|bye(a)||");
  g_assert_cmpuint (n_freed, ==, 1);
}

static gboolean
fail_first (GyreFiber *fiber, gpointer object, gpointer user_data, GError **error)
{
  Thing *thing = object;

  g_string_append_c (thing->fixture->story, 'x');
  if (!gyre_fiber_wait_frame (fiber))
    return TRUE;
  if (thing->n_runs++ == 0)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "no luck");
  else
    g_string_append_c (thing->fixture->story, 'y');
  return thing->n_runs > 1;
}

static void
test_what_failed_begins_again (Fixture *fixture, gconstpointer data)
{
  Thing *thing = add (fixture, 'a');

  launch_fiber (fixture, thing, fail_first, NULL, GYRE_RESTART_ON_FAILURE);
  g_assert_cmpstr (play (fixture, 5), ==, "x|||x|y|");
  end (thing);
}

static gboolean
fill_stack (GyreFiber *fiber, gpointer object, gpointer user_data, GError **error)
{
  volatile char room[40000];

  memset ((char *) room, 7, sizeof room);
  if (!gyre_fiber_wait_frame (fiber))
    return TRUE;
  for (guint index = 0; index < sizeof room; index++)
    g_assert_cmpint (room[index], ==, 7);
  ((Thing *) object)->n_runs++;
  return TRUE;
}

static void
test_many_stacks_do_not_meet (Fixture *fixture, gconstpointer data)
{
  Thing *things[300];

  for (guint index = 0; index < 300; index++)
    {
      things[index] = add (fixture, 'a');
      launch_fiber (fixture, things[index], fill_stack, NULL, GYRE_RESTART_NEVER);
    }
  play (fixture, 2);
  for (guint index = 0; index < 300; index++)
    {
      g_assert_cmpuint (things[index]->n_runs, ==, 1);
      end (things[index]);
    }
}

#define ADD(path, function) g_test_add ("/executive/fiber/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("it-waits-and-goes-on-where-it-was", test_it_waits_and_goes_on_where_it_was);
  ADD ("a-pause-holds-it-where-it-is", test_a_pause_holds_it_where_it_is);
  ADD ("who-ends-brings-it-to-its-end", test_who_ends_brings_it_to_its_end);
  ADD ("it-can-end-its-own-component", test_it_can_end_its_own_component);
  ADD ("what-failed-begins-again", test_what_failed_begins_again);
  ADD ("many-stacks-do-not-meet", test_many_stacks_do_not_meet);
  return g_test_run ();
}
