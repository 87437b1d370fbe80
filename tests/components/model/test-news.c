/* test-news.c: What changes the meaning of names
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "model-fixtures.h"

#include "gyre-binding.h"
#include "gyre-news-private.h"

static void
test_coming_and_going (void)
{
  GyreExecutive *executive = gyre_executive_new ();

  gyre_executive_push (executive);
  {
    g_autoptr (TestBall) follower = test_new (TEST_TYPE_BALL, NULL);

    g_assert_true (gyre_component_bind (GYRE_COMPONENT (follower), "radius", "{other.radius} * 2", NULL));
    {
      g_autoptr (TestBall) other = test_new (TEST_TYPE_BALL, "other");

      g_assert_cmpfloat (follower->radius, ==, 2);
      g_assert_true (test_ball_set_radius (other, 4, NULL));
      g_assert_cmpfloat (follower->radius, ==, 8);
      gyre_bindings_came (GYRE_COMPONENT (other));
      g_assert_cmpfloat (follower->radius, ==, 8);
    }
    g_assert_cmpfloat (follower->radius, ==, 8);
    test_load ("other.radius = 7\n");
    g_assert_cmpfloat (follower->radius, ==, 14);
  }
  gyre_executive_pop (executive);
  g_object_unref (executive);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/news/who-comes-and-who-goes-is-heard-of", test_coming_and_going);
  return g_test_run ();
}
