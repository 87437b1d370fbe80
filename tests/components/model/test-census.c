/* test-census.c: The numbers of the instances of a class in one executive
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "model-fixtures.h"

#include "gyre-class-state-private.h"
#include "gyre-state-private.h"

enum { COUNT = 1000, ROUNDS = 20000 };

static GyreCensus *
census_of (gpointer component)
{
  return gyre_component_get_birth (component)->census;
}

static void
test_numbers_in_any_order (void)
{
  GyreExtent *extent = &gyre_actor_get_record (gyre_actor_get (TEST_TYPE_BALL))->extent;
  g_autoptr (GRand) chance = g_rand_new_with_seed (7);
  GyreComponent *balls[COUNT] = { NULL };
  GyreCensus *census = NULL;

  for (guint round = 0; round < ROUNDS; round++)
    {
      guint place = g_rand_int_range (chance, 0, COUNT);
      g_autoptr (GyreComponent) found = NULL;
      guint64 number;

      if (balls[place] == NULL)
        balls[place] = test_new (TEST_TYPE_BALL, NULL);
      number = gyre_component_get_number (balls[place]);
      census = census_of (balls[place]);
      found = gyre_census_find (census, extent, TEST_TYPE_BALL, number);
      g_assert_true (found == balls[place]);
      g_clear_object (&found);
      if (g_rand_boolean (chance))
        {
          g_clear_object (&balls[place]);
          g_assert_null (gyre_census_find (census, extent, TEST_TYPE_BALL, number));
        }
    }
  for (guint place = 0; place < COUNT; place++)
    g_clear_object (&balls[place]);
}

static void
test_no_index_before_a_look_up (void)
{
  g_autoptr (TestBox) box = test_new (TEST_TYPE_BOX, NULL);

  g_assert_false (gyre_census_has_index (census_of (box)));
}

static gint is_over;

static gpointer
build_boxes (gpointer data)
{
  while (!g_atomic_int_get (&is_over))
    {
      g_autoptr (GyreComponent) stone = test_new (TEST_TYPE_STONE, NULL);
      g_autoptr (GyreComponent) other = test_new (TEST_TYPE_STONE, NULL);
      g_autoptr (GyreComponent) found = gyre_actor_find_number (gyre_component_get_actor (stone), gyre_component_get_number (stone));

      g_assert_true (found == stone);
    }
  return NULL;
}

/* Others look up what comes and goes in another thread: they get it whole, or not at all. */
static void
test_threads (void)
{
  GThread *builders[2];

  for (guint index = 0; index < G_N_ELEMENTS (builders); index++)
    builders[index] = g_thread_new ("builder", build_boxes, NULL);
  for (guint round = 0; round < ROUNDS; round++)
    {
      g_autoptr (GyreComponent) found = gyre_actor_find_number (gyre_actor_get (TEST_TYPE_STONE), round);

      g_assert_true (found == NULL || gyre_component_get_number (found) == round);
    }
  g_atomic_int_set (&is_over, TRUE);
  for (guint index = 0; index < G_N_ELEMENTS (builders); index++)
    g_thread_join (builders[index]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/census/instances-that-come-and-go-are-found-by-number", test_numbers_in_any_order);
  g_test_add_func ("/model/census/no-index-is-made-before-a-look-up", test_no_index_before_a_look_up);
  g_test_add_func ("/model/census/threads-find-what-others-build", test_threads);
  return g_test_run ();
}
