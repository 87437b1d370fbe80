/* test-listener.c: One who hears of changes in a special way
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-listener-private.h"
#include "model-fixtures.h"

static GString *heard;

static void
hear (GyreComponent *component, const GyreChange *change, gpointer data)
{
  g_string_append_printf (heard, "%s:%g>%g ", (const char *) data, change->old_value.real, change->new_value.real);
}

static void
hear_all (const GyreChange *changes, guint n_changes, gpointer data)
{
  g_string_append_printf (heard, "%s:%u:", (const char *) data, n_changes);
  for (guint index = 0; index < n_changes; index++)
    g_string_append_printf (heard, "%s ", gyre_trait_get_name (changes[index].trait));
}

static gboolean
fail (GyreComponent *component, const GyreChange *change, gpointer data, GError **error)
{
  if (change->new_value.real < 3)
    return TRUE;
  g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_NOSPC, "no room for %s", change->new_value.real < 10 ? "it" : "such a thing");
  return FALSE;
}

static void
assert_heard (const char *expected)
{
  g_assert_cmpstr (heard->str, ==, expected);
  g_string_truncate (heard, 0);
}

static void
count (gpointer data)
{
  ++*(guint *) data;
}

static void
test_owner (void)
{
  g_autoptr (TestBall) ball = test_new (TEST_TYPE_BALL, NULL);
  GObject *owner = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr (GError) error = NULL;
  guint destroyed = 0;

  g_assert_cmpuint (gyre_component_observe_for (GYRE_COMPONENT (ball), "radius", owner, hear, (gpointer) "a", NULL, &error), >, 0);
  g_assert_no_error (error);
  gyre_component_observe_for (GYRE_COMPONENT (ball), NULL, owner, (GyreObserverFunction) hear, &destroyed, count, NULL);
  gyre_component_observe (GYRE_COMPONENT (ball), "radius", hear, (gpointer) "b", NULL, NULL);
  g_object_unref (owner);
  g_assert_cmpuint (destroyed, ==, 1);
  test_ball_set_radius (ball, 2, NULL);
  assert_heard ("b:1>2 ");
}

static void
drop_owner (GyreComponent *component, const GyreChange *change, gpointer data)
{
  GObject **owner = data;

  g_string_append (heard, "dropping ");
  g_clear_object (owner);
}

static void
on_finalized (gpointer data, GObject *object)
{
  g_string_append (heard, "gone ");
}

static void
test_owner_is_held (void)
{
  g_autoptr (TestBall) ball = test_new (TEST_TYPE_BALL, NULL);
  GObject *owner = g_object_new (G_TYPE_OBJECT, NULL);
  GObject *watched = owner;

  g_object_weak_ref (owner, on_finalized, NULL);
  gyre_component_observe_for (GYRE_COMPONENT (ball), "radius", owner, drop_owner, &owner, NULL, NULL);
  gyre_component_observe_for (GYRE_COMPONENT (ball), "radius", watched, hear, (gpointer) "b", NULL, NULL);
  test_ball_set_radius (ball, 2, NULL);
  assert_heard ("dropping gone ");
  test_ball_set_radius (ball, 3, NULL);
  assert_heard ("");
}

/* A component can be the owner of its observers, or go before the owner. */
static void
test_owner_outlives (void)
{
  g_autoptr (GObject) owner = g_object_new (G_TYPE_OBJECT, NULL);
  TestBall *ball = test_new (TEST_TYPE_BALL, NULL);
  guint destroyed = 0;

  gyre_component_observe_for (GYRE_COMPONENT (ball), "radius", owner, hear, &destroyed, count, NULL);
  gyre_component_observe_for (GYRE_COMPONENT (ball), "radius", G_OBJECT (ball), hear, &destroyed, count, NULL);
  g_object_unref (ball);
  g_assert_cmpuint (destroyed, ==, 2);
}

static void
test_failure (void)
{
  g_autoptr (TestBall) ball = test_new (TEST_TYPE_BALL, "failing-ball");
  g_autoptr (GError) error = NULL;

  gyre_component_observe_checked (GYRE_COMPONENT (ball), "radius", fail, NULL, NULL, &error);
  g_assert_no_error (error);
  gyre_component_observe (GYRE_COMPONENT (ball), "radius", hear, (gpointer) "b", NULL, NULL);
  g_test_expect_message ("Gyre", G_LOG_LEVEL_WARNING, "failing-ball.radius: the observer at *test-listener.c:*: no room for it");
  g_assert_true (test_ball_set_radius (ball, 3, &error));
  g_test_assert_expected_messages ();
  g_assert_true (test_ball_set_radius (ball, 4, &error));
  g_test_expect_message ("Gyre", G_LOG_LEVEL_WARNING, "*: no room for such a thing");
  g_assert_true (test_ball_set_radius (ball, 10, &error));
  g_test_assert_expected_messages ();
  g_assert_true (test_ball_set_radius (ball, 2, &error));
  g_test_expect_message ("Gyre", G_LOG_LEVEL_WARNING, "*: no room for such a thing");
  g_assert_true (test_ball_set_radius (ball, 11, &error));
  g_test_assert_expected_messages ();
  g_assert_cmpfloat (ball->radius, ==, 11);
  assert_heard ("b:1>3 b:3>4 b:4>10 b:10>2 b:2>11 ");
}

static void
test_changes (void)
{
  g_autoptr (TestBall) ball = test_new (TEST_TYPE_BALL, NULL);

  gyre_component_observe_changes (GYRE_COMPONENT (ball), NULL, hear_all, (gpointer) "a", NULL, NULL);
  test_ball_set_radius (ball, 2, NULL);
  test_ball_set_label (ball, "x", NULL);
  assert_heard ("a:1:radius a:1:label ");
}

/* A call that runs keeps the data. */
static void
test_disconnected (void)
{
  guint destroyed = 0;
  const GyreListenerForm form = { .function = hear, .data = &destroyed, .destroy = count };
  GyreListener *listener = gyre_listener_new (&form, gyre_listener_next_number (), NULL, NULL);
  const GyreChange change = { NULL };

  gyre_listener_disconnect (listener);
  gyre_listener_disconnect (listener);
  g_assert_cmpuint (destroyed, ==, 1);
  gyre_listener_call (listener, &change, 1);
  assert_heard ("");
  gyre_listener_unref (listener);
  g_assert_cmpuint (gyre_listener_next_number (), <, gyre_listener_next_number ());
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  heard = g_string_new (NULL);
  g_test_add_func ("/model/listener/observer-goes-with-its-owner", test_owner);
  g_test_add_func ("/model/listener/owner-is-held-while-the-observer-runs", test_owner_is_held);
  g_test_add_func ("/model/listener/component-can-go-before-the-owner", test_owner_outlives);
  g_test_add_func ("/model/listener/failure-is-told-once-and-stops-nothing", test_failure);
  g_test_add_func ("/model/listener/set-is-a-list-of-one-change", test_changes);
  g_test_add_func ("/model/listener/who-is-disconnected-hears-nothing", test_disconnected);
  return g_test_run ();
}
