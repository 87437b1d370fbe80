/* test-running.c: Components as processes
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre.h"

typedef struct
{
  GyreComponent parent_instance;

  gint64 count;
} TestCounter;
typedef struct { GyreComponentClass parent_class; } TestCounterClass;

static gboolean
test_counter_run (TestCounter *self, GError **error)
{
  self->count++;
  return TRUE;
}

GYRE_DEFINE_COMPONENT (TestCounter, test_counter, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (gyre_integer (count, 0)),
  GYRE_BEHAVIORS (gyre_behavior (run, test_counter_run, (nothing))),
  .family = "test.counter")

typedef struct
{
  GyreComponent parent_instance;
} TestStone;
typedef struct { GyreComponentClass parent_class; } TestStoneClass;

GYRE_DEFINE_COMPONENT (TestStone, test_stone, GYRE_TYPE_COMPONENT, GYRE_TRAITS (), GYRE_BEHAVIORS (), .family = "test.stone")

typedef TestCounter TestTeller;
typedef TestCounterClass TestTellerClass;

static gint64
test_teller_run (TestTeller *self, GError **error)
{
  return ++self->count;
}

/* Not what the interface promises. */
GYRE_DEFINE_COMPONENT (TestTeller, test_teller, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (gyre_integer (count, 0)),
  GYRE_BEHAVIORS (gyre_behavior (run, test_teller_run, (integer))),
  .family = "test.teller")

static void
test_a_run_of_another_shape_is_called_by_its_name (void)
{
  g_autoptr (GyreComponent) teller = gyre_component_new (test_teller_get_type (), NULL, NULL, NULL);
  GyreAccounting accounting;

  g_assert_true (gyre_component_launch (teller, NULL, NULL));
  g_assert_true (gyre_executive_run_frames (gyre_component_get_executive (teller), 3, NULL));
  g_assert_cmpint (((TestTeller *) teller)->count, ==, 3);
  g_assert_true (gyre_component_get_accounting (teller, &accounting));
  g_assert_cmpuint (accounting.failures, ==, 0);
}

static void
test_what_has_a_behavior_run_can_be_launched (void)
{
  g_autoptr (GyreComponent) counter = gyre_component_new (test_counter_get_type (), NULL, NULL, NULL);
  GyreExecutive *executive = gyre_component_get_executive (counter);
  g_autoptr (GError) error = NULL;

  g_assert_true (gyre_component_launch (counter, NULL, &error));
  g_assert_no_error (error);
  for (guint frame = 0; frame < 3; frame++)
    g_assert_true (gyre_executive_step (executive, NULL));
  g_assert_cmpint (((TestCounter *) counter)->count, ==, 3);
  g_assert_true (gyre_component_pause (counter, NULL));
  gyre_executive_step (executive, NULL);
  g_assert_cmpint (gyre_component_get_run_state (counter), ==, GYRE_RUN_STATE_PAUSED);
  g_assert_true (gyre_component_resume (counter, NULL));
  gyre_executive_step (executive, NULL);
  g_assert_true (gyre_component_halt (counter, NULL));
  gyre_executive_step (executive, NULL);
  g_assert_cmpint (((TestCounter *) counter)->count, ==, 4);
}

static void
test_what_has_none_can_not (void)
{
  g_autoptr (GyreComponent) stone = gyre_component_new (test_stone_get_type (), NULL, NULL, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (gyre_component_launch (stone, NULL, &error));
  g_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_INCOMPATIBLE);
  g_assert_cmpint (gyre_component_get_run_state (stone), ==, GYRE_RUN_STATE_NONE);
}

/* Nothing runs what has ended, although nobody said so. */
static void
test_who_is_let_go_runs_no_more (void)
{
  GyreComponent *counter = gyre_component_new (test_counter_get_type (), NULL, NULL, NULL);
  GyreExecutive *executive = gyre_component_get_executive (counter);
  GyreFrameCounts before, after;

  g_assert_true (gyre_component_launch (counter, NULL, NULL));
  gyre_executive_step (executive, NULL);
  gyre_executive_get_counts (executive, &before);
  g_object_unref (counter);
  gyre_executive_step (executive, NULL);
  gyre_executive_get_counts (executive, &after);
  g_assert_cmpuint (after.runs, ==, before.runs);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/running/what-has-a-behavior-run-can-be-launched", test_what_has_a_behavior_run_can_be_launched);
  g_test_add_func ("/model/running/a-run-of-another-shape-is-called-by-its-name", test_a_run_of_another_shape_is_called_by_its_name);
  g_test_add_func ("/model/running/what-has-none-can-not", test_what_has_none_can_not);
  g_test_add_func ("/model/running/who-is-let-go-runs-no-more", test_who_is_let_go_runs_no_more);
  return g_test_run ();
}
