/* test-process.c: The interface of processes
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
  GYRE_IMPLEMENTS (GYRE_TYPE_PROCESS),
  .family = "test.counter")

static void
test_a_behavior_called_run_makes_a_process (void)
{
  g_autoptr (GyreComponent) counter = gyre_component_new (test_counter_get_type (), NULL, NULL, NULL);

  g_assert_true (GYRE_IS_PROCESS (counter));
  g_assert_true (gyre_process_run (GYRE_PROCESS (counter), NULL));
  g_assert_cmpint (((TestCounter *) counter)->count, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/interfaces/process/a-behavior-called-run-makes-a-process", test_a_behavior_called_run_makes_a_process);
  return g_test_run ();
}
