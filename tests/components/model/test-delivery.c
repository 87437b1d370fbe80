/* test-delivery.c: Telling of many changes at once
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-commit-private.h"
#include "gyre-delivery-private.h"
#include "gyre-watch.h"
#include "model-fixtures.h"

static GString *heard;
static TestBall *balls[2];
static GyreChange changes[3];

static void
hear (GyreComponent *component, const GyreChange *change, gpointer data)
{
  g_string_append_printf (heard, "%s%d%s ", (const char *) data, component != (gpointer) balls[0],
                          gyre_trait_get_name (change->trait));
}

static void
on_notify (GObject *object, GParamSpec *specification, gpointer data)
{
  g_string_append_printf (heard, "notify%d%s ", object != (gpointer) balls[0], specification->name);
}

static gulong
observe (gpointer component, const char *trait, GyreObserverFunction function, const char *data)
{
  return gyre_component_observe (component, trait, function, (gpointer) data, NULL, NULL);
}

static const GyreTrait *
trait_of (gpointer component, const char *name)
{
  return (const GyreTrait *) gyre_requirement_find_trait (GYRE_REQUIREMENT (gyre_component_get_actor (component)), name);
}

static void
set_up (void)
{
  for (guint index = 0; index < 2; index++)
    {
      balls[index] = test_new (TEST_TYPE_BALL, NULL);
      test_ball_set_radius (balls[index], 2, NULL);
      g_signal_connect (balls[index], "notify", G_CALLBACK (on_notify), NULL);
    }
  changes[0] = (GyreChange) { .trait = trait_of (balls[1], "radius"), .component = GYRE_COMPONENT (balls[1]) };
  changes[1] = (GyreChange) { .trait = trait_of (balls[0], "radius"), .component = GYRE_COMPONENT (balls[0]) };
  changes[2] = (GyreChange) { .trait = trait_of (balls[1], "label"), .component = GYRE_COMPONENT (balls[1]) };
}

static void
run (const char *expected)
{
  gyre_delivery_run (changes, 3);
  g_assert_cmpstr (heard->str, ==, expected);
  g_string_truncate (heard, 0);
  g_object_unref (balls[0]);
  g_object_unref (balls[1]);
}

static void
test_order (void)
{
  set_up ();
  observe (balls[0], NULL, hear, "a");
  observe (balls[1], NULL, hear, "b");
  observe (balls[0], "radius", hear, "c");
  observe (balls[0], "label", hear, "d");
  run ("a0radius b1radius b1label c0radius notify1radius notify0radius notify1label ");
}

static gulong last;

static void
remove_last (GyreComponent *component, const GyreChange *change, gpointer data)
{
  gyre_component_unobserve (GYRE_COMPONENT (balls[0]), last);
  observe (balls[0], NULL, hear, "late");
}

static void
dispose (GyreComponent *component, const GyreChange *change, gpointer data)
{
  g_object_run_dispose (G_OBJECT (balls[0]));
}

static void
test_changes_while_told (void)
{
  set_up ();
  observe (balls[0], NULL, hear, "a");
  observe (balls[1], "radius", remove_last, NULL);
  last = observe (balls[0], NULL, hear, "b");
  run ("a0radius notify1radius notify0radius notify1label ");
  set_up ();
  observe (balls[1], "radius", dispose, NULL);
  observe (balls[0], NULL, hear, "a");
  observe (balls[1], NULL, hear, "b");
  run ("b1radius b1label notify1radius notify1label ");
}

/* One pattern, several components, one of which is disposed of before it hears. */
static void
test_pattern (void)
{
  gulong number;

  set_up ();
  g_object_unref (balls[0]);
  g_object_unref (balls[1]);
  balls[0] = test_new (TEST_TYPE_BALL, "told.one");
  balls[1] = test_new (TEST_TYPE_BALL, "told.two");
  test_ball_set_radius (balls[0], 2, NULL);
  test_ball_set_radius (balls[1], 2, NULL);
  changes[0].component = changes[2].component = GYRE_COMPONENT (balls[1]);
  changes[1].component = GYRE_COMPONENT (balls[0]);
  observe (balls[0], "radius", dispose, NULL);
  number = gyre_executive_observe (gyre_executive_get_default (), "told.*.radius", hear, (gpointer) "w", NULL, NULL);
  run ("w1radius w0radius ");
  gyre_executive_unobserve (gyre_executive_get_default (), number);
}

static void
follow (GyreComponent *component, const GyreTrait *trait)
{
  g_string_append_printf (heard, "follow%d%s ", component != (gpointer) balls[0], gyre_trait_get_name (trait));
}

static void
test_references_first (void)
{
  set_up ();
  observe (balls[1], "radius", hear, "a");
  gyre_commit_set_listener (follow);
  gyre_commit_set_referenced (GYRE_COMPONENT (balls[0]), TRUE);
  run ("follow0radius a1radius notify1radius notify0radius notify1label ");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  heard = g_string_new (NULL);
  g_test_add_func ("/model/delivery/listeners-hear-one-after-the-other", test_order);
  g_test_add_func ("/model/delivery/listeners-come-and-go-while-told", test_changes_while_told);
  g_test_add_func ("/model/delivery/pattern-hears-of-all-components-at-once", test_pattern);
  g_test_add_func ("/model/delivery/what-is-bound-hears-first", test_references_first);
  return g_test_run ();
}
