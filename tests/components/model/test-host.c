/* test-host.c: What the classes around a part say of it
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "model-fixtures.h"

typedef struct { GyreComponent parent_instance; TestHost *inner; } TestHouse;
typedef struct { GyreComponentClass parent_class; } TestHouseClass;

static GType test_house_get_type (void);

GYRE_DEFINE_COMPONENT (TestHouse, test_house, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (gyre_facility (inner, test_host, "test.host")), GYRE_BEHAVIORS (), .family = "test.house")

static GyreExecutive *
enter (void)
{
  GyreExecutive *executive;

  gyre_executive_get_default ();
  gyre_actor_get (TEST_TYPE_HOST);
  gyre_actor_get (TEST_TYPE_BALL);
  gyre_actor_get (TEST_TYPE_BOX);
  gyre_actor_get (test_house_get_type ());
  executive = gyre_executive_new ();
  gyre_executive_push (executive);
  return executive;
}

static void
leave (GyreExecutive *executive)
{
  gyre_executive_pop (executive);
  g_object_unref (executive);
}

static void
test_part (void)
{
  GyreExecutive *executive = enter ();

  test_load ("test.host.ball.radius = 7\ntest.shapes.ball.radius = 3\ntest.host.ball.label = host\nmine.ball.label = mine\n");
  {
    g_autoptr (TestHost) host = test_new (TEST_TYPE_HOST, "mine");
    g_autoptr (TestBall) free_ball = test_new (TEST_TYPE_BALL, NULL);
    GObject *ball = gyre_component_get_object (GYRE_COMPONENT (host), "ball", NULL);

    test_assert_text (ball, "radius", "7");
    test_assert_place (ball, "radius", "test.pfg:1:25");
    test_assert_text (ball, "label", "mine");
    test_assert_text (free_ball, "radius", "3");
  }
  leave (executive);
}

static void
test_unnamed (void)
{
  GyreExecutive *executive = enter ();

  test_load ("test.host.ball.radius = 7\n");
  {
    g_autoptr (TestHost) host = test_new (TEST_TYPE_HOST, NULL);

    test_assert_text (gyre_component_get_object (GYRE_COMPONENT (host), "ball", NULL), "radius", "7");
  }
  leave (executive);
}

static void
test_late (void)
{
  GyreExecutive *executive = enter ();

  {
    g_autoptr (TestHost) host = test_new (TEST_TYPE_HOST, "mine");
    GObject *ball = gyre_component_get_object (GYRE_COMPONENT (host), "ball", NULL);

    test_load ("test.host.ball.radius = 7\n");
    test_assert_text (ball, "radius", "7");
    test_load ("test.shapes.ball.radius = 3\n");
    test_assert_text (ball, "radius", "7");
    test_load ("mine.ball.radius = 4\n");
    test_assert_text (ball, "radius", "4");
    test_load ("test.host.ball.radius = 8\n");
    test_assert_text (ball, "radius", "4");
  }
  leave (executive);
}

static void
test_nested (void)
{
  GyreExecutive *executive = enter ();

  test_load ("test.host.ball.radius = 7\ntest.house.inner.ball.radius = 9\ntest.host.ball.label = near\n");
  {
    g_autoptr (GyreComponent) house = test_new (test_house_get_type (), "house");
    GObject *inner = gyre_component_get_object (house, "inner", NULL);
    GObject *ball = gyre_component_get_object (GYRE_COMPONENT (inner), "ball", NULL);

    test_assert_text (ball, "radius", "9");
    test_assert_text (ball, "label", "near");
    test_load ("test.house.inner.ball.radius = 10\n");
    test_assert_text (ball, "radius", "10");
  }
  leave (executive);
}

static void
test_other_class (void)
{
  GyreExecutive *executive = enter ();

  test_load ("test.host.shape.radius = 7\nmine.shape = test.shapes.box\n");
  {
    g_autoptr (TestHost) host = test_new (TEST_TYPE_HOST, "mine");

    g_test_expect_message ("Gyre", G_LOG_LEVEL_WARNING, "*test.host.shape has no trait 'radius'*");
    g_assert_nonnull (gyre_component_get_object (GYRE_COMPONENT (host), "shape", NULL));
    g_test_assert_expected_messages ();
  }
  leave (executive);
}

static void
test_mistake (void)
{
  GyreExecutive *executive = enter ();
  g_autoptr (GError) error = NULL;

  g_assert_false (gyre_executive_load_text (executive, "test.pfg", "test.host.ball.radius = -7\n", GYRE_CATEGORY_USER, NULL, &error));
  test_assert_error (error, GYRE_EXECUTIVE_ERROR, GYRE_EXECUTIVE_ERROR_CONFIGURATION, "test.pfg:1:25", "at least 0");
  leave (executive);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/host/a-family-configures-the-parts-of-its-instances", test_part);
  g_test_add_func ("/model/host/a-part-without-a-name-is-configured-too", test_unnamed);
  g_test_add_func ("/model/host/a-late-setting-reaches-living-parts", test_late);
  g_test_add_func ("/model/host/who-stands-further-out-has-the-last-word", test_nested);
  g_test_add_func ("/model/host/a-part-of-another-class-is-told-and-built", test_other_class);
  g_test_add_func ("/model/host/a-mistake-is-told-when-it-is-loaded", test_mistake);
  return g_test_run ();
}
