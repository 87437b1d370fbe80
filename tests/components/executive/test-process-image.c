/* test-process-image.c: How a process stands, to be kept and given back
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "executive-fixture.h"

#include "gyre-process-image-private.h"

/* A process in any state, seen before and after its image was given to another thing. */
static void
assert_same (Fixture *fixture, Thing *thing)
{
  Thing *other = add (fixture, 'z');
  GyreSlot *slot = gyre_slots_find (fixture->shard->slots, thing->handle);
  GyreSlot *other_slot = gyre_slots_find (fixture->shard->slots, other->handle);
  GyreProcessImage image, again;

  g_assert_true (gyre_process_image_take (fixture->shard, slot, &image));
  g_assert_true (gyre_process_image_is_good (&image));
  g_assert_true (gyre_process_image_give (fixture->shard, other_slot, &image));
  g_assert_true (gyre_process_image_take (fixture->shard, other_slot, &again));
  g_assert_cmpint (again.state, ==, image.state);
  g_assert_cmpint (again.is_paused, ==, image.is_paused);
  g_assert_cmpint (again.is_halted, ==, image.is_halted);
  g_assert_cmpint (again.n_frames, ==, image.n_frames);
  g_assert_cmpint (again.delay, ==, image.delay);
  g_assert_cmpuint (again.n_failures, ==, image.n_failures);
  end (other);
}

static void
test_states (Fixture *fixture, gconstpointer data)
{
  static const GyreLaunch launches[] = {
    { .phase = -1 }, { .phase = 2, .interval_frames = 5 }, { .phase = -1, .interval_frames = 200 }, { .interval_time = SECOND },
    { .phase = SECOND / 3, .interval_time = SECOND }, { .phase = -1, .once = TRUE }, { .phase = -1, .once = TRUE, .restart = GYRE_RESTART_ALWAYS },
  };

  for (guint index = 0; index < G_N_ELEMENTS (launches); index++)
    {
      Thing *thing = launch (fixture, 'a', launches[index]);

      assert_same (fixture, thing);
      play (fixture, 3);
      assert_same (fixture, thing);
      gyre_executive_pause (fixture->executive, thing->handle, NULL);
      play (fixture, 4);
      assert_same (fixture, thing);
      gyre_executive_halt (fixture->executive, thing->handle, NULL);
      assert_same (fixture, thing);
      gyre_executive_resume (fixture->executive, thing->handle, NULL);
      gyre_executive_perpetuate (fixture->executive, thing->handle, SECOND / 7, NULL);
      assert_same (fixture, thing);
      gyre_schedule_rest (fixture->shard->schedule, gyre_slots_find (fixture->shard->slots, thing->handle), SECOND / 9);
      assert_same (fixture, thing);
      end (thing);
    }
}

static void
test_no_process (Fixture *fixture, gconstpointer data)
{
  Thing *thing = add (fixture, 'a');
  GyreSlot *slot = gyre_slots_find (fixture->shard->slots, thing->handle);
  GyreProcessImage image;

  g_assert_false (gyre_process_image_take (fixture->shard, slot, &image));
  gyre_executive_pause (fixture->executive, thing->handle, NULL);
  assert_same (fixture, thing);
  g_assert_true (gyre_process_image_take (fixture->shard, slot, &image));
  g_assert_cmpint (image.state, ==, GYRE_RUN_STATE_NONE);
  image.is_paused = FALSE;
  g_assert_false (gyre_process_image_is_good (&image));
  end (thing);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/executive/process-image/given-back-as-it-was", Fixture, NULL, set_up, test_states, tear_down);
  g_test_add ("/executive/process-image/pause-of-what-is-no-process-is-kept", Fixture, NULL, set_up, test_no_process, tear_down);
  return g_test_run ();
}
