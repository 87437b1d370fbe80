/* test-observer.c: Hearing of changes, with the old and the new value
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-delta.h"
#include "model-fixtures.h"

static GString *heard;

static void
hear (GyreComponent *component, const GyreChange *change, gpointer data)
{
  if (gyre_trait_get_kind (change->trait) == &gyre_kind_real)
    g_string_append_printf (heard, "%s:%g>%g ", (const char *) data, change->old_value.real, change->new_value.real);
  else
    g_string_append_printf (heard, "%s:%s>%s ", (const char *) data, change->old_value.string, change->new_value.string);
}

static void
on_notify (GObject *object, GParamSpec *specification, gpointer data)
{
  g_string_append_printf (heard, "notify:%s ", specification->name);
}

static void
assert_heard (const char *expected)
{
  g_assert_cmpstr (heard->str, ==, expected);
  g_string_truncate (heard, 0);
}

static gulong
observe (gpointer component, const char *trait, GyreObserverFunction function, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gulong number = gyre_component_observe (component, trait, function, (gpointer) data, NULL, &error);

  g_assert_no_error (error);
  return number;
}

static void
test_order (void)
{
  g_autoptr (TestBall) ball = test_new (TEST_TYPE_BALL, NULL);

  g_signal_connect (ball, "notify", G_CALLBACK (on_notify), NULL);
  observe (ball, "radius", hear, "a");
  observe (ball, NULL, hear, "b");
  observe (ball, "größe", hear, "c");
  observe (ball, "label", hear, "d");
  test_ball_set_radius (ball, 2, NULL);
  assert_heard ("a:1>2 b:1>2 c:1>2 notify:radius ");
  test_ball_set_radius (ball, 2, NULL);
  assert_heard ("");
  test_ball_set_label (ball, "x", NULL);
  assert_heard ("b:plain>x d:plain>x notify:label ");
}

/* Every way in ends with one notification. */
static void
test_every_way (void)
{
  g_autoptr (TestBall) ball = test_new (TEST_TYPE_BALL, "every-way");
  g_auto (GValue) value = G_VALUE_INIT;
  GyreComponent *component = GYRE_COMPONENT (ball);

  g_signal_connect (ball, "notify", G_CALLBACK (on_notify), NULL);
  test_ball_set_radius (ball, 2, NULL);
  assert_heard ("notify:radius ");
  gyre_component_set_real (component, "r", 3, NULL);
  assert_heard ("notify:radius ");
  gyre_component_set_integer (component, "r", 4, NULL);
  assert_heard ("notify:radius ");
  gyre_component_set_text (component, "half of the width", "5", NULL);
  assert_heard ("notify:radius ");
  g_value_set_float (g_value_init (&value, G_TYPE_FLOAT), 6);
  gyre_component_set_value (component, "radius", &value, NULL);
  assert_heard ("notify:radius ");
  g_object_set (ball, "radius", 7.0, NULL);
  assert_heard ("notify:radius ");
  gyre_component_set_text_from (component, "radius", "7.5", GYRE_CATEGORY_USER, NULL, NULL);
  assert_heard ("notify:radius ");
  test_load ("every-way.radius = 8\n");
  assert_heard ("notify:radius ");
  gyre_component_set_text (component, "label", "new", NULL);
  assert_heard ("notify:label ");
  gyre_component_set_none (component, "label", NULL);
  assert_heard ("notify:label ");
  g_object_set (ball, "radius", 8.0, NULL);
  assert_heard ("");
}

static void
test_frozen (void)
{
  g_autoptr (TestBall) ball = test_new (TEST_TYPE_BALL, NULL);

  g_signal_connect (ball, "notify", G_CALLBACK (on_notify), NULL);
  g_object_freeze_notify (G_OBJECT (ball));
  test_ball_set_radius (ball, 2, NULL);
  test_ball_set_radius (ball, 3, NULL);
  assert_heard ("");
  g_object_thaw_notify (G_OBJECT (ball));
  assert_heard ("notify:radius ");
}

static void
test_refused (void)
{
  g_autoptr (TestBall) ball = test_new (TEST_TYPE_BALL, NULL);
  g_autoptr (GError) error = NULL;

  g_signal_connect (ball, "notify", G_CALLBACK (on_notify), NULL);
  observe (ball, NULL, hear, "a");
  g_assert_false (test_ball_set_radius (ball, -1, &error));
  g_assert_cmpfloat (ball->radius, ==, 1);
  assert_heard ("");
}

static gulong second_observer;

static void
remove_second (GyreComponent *component, const GyreChange *change, gpointer data)
{
  gyre_component_unobserve (component, second_observer);
  for (guint index = 0; index < 20; index++)
    observe (component, "radius", hear, "late");
}

static void
test_changes_while_told (void)
{
  g_autoptr (TestBall) ball = test_new (TEST_TYPE_BALL, NULL);
  gulong first = observe (ball, "radius", remove_second, NULL);

  second_observer = observe (ball, "radius", hear, "second");
  observe (ball, "radius", hear, "third");
  test_ball_set_radius (ball, 2, NULL);
  assert_heard ("third:1>2 ");
  g_assert_false (gyre_component_unobserve (GYRE_COMPONENT (ball), second_observer));
  g_assert_true (gyre_component_unobserve (GYRE_COMPONENT (ball), first));
  test_ball_set_radius (ball, 3, NULL);
  g_assert_true (g_str_has_prefix (heard->str, "third:2>3 late:2>3 late:2>3 "));
  g_string_truncate (heard, 0);
}

static void
set_again (GyreComponent *component, const GyreChange *change, gpointer data)
{
  if (strcmp (change->new_value.string, "final") != 0)
    gyre_component_set_string (component, "label", "final", NULL);
}

/* The value that the second one sees is gone from the component by then. */
static void
test_set_in_observer (void)
{
  g_autoptr (TestBall) ball = test_new (TEST_TYPE_BALL, NULL);

  observe (ball, "label", set_again, NULL);
  observe (ball, "label", hear, "b");
  test_ball_set_label (ball, "first", NULL);
  g_assert_cmpstr (ball->label, ==, "final");
  assert_heard ("b:first>final b:plain>first ");
}

static void
let_go (GyreComponent *component, const GyreChange *change, gpointer data)
{
  g_clear_object ((GObject **) data);
}

static void
count (gpointer data)
{
  ++*(guint *) data;
}

static void
test_component_goes (void)
{
  TestBall *ball = test_new (TEST_TYPE_BALL, NULL);
  TestBall *kept = ball;
  guint destroyed = 0;

  observe (ball, "label", let_go, &kept);
  gyre_component_observe (GYRE_COMPONENT (ball), "label", hear, &destroyed, count, NULL);
  g_assert_true (test_ball_set_label (ball, "first", NULL));
  g_assert_null (kept);
  g_assert_cmpuint (destroyed, ==, 1);
  assert_heard ("");
  kept = ball = test_new (TEST_TYPE_BALL, NULL);
  observe (ball, "radius", let_go, &kept);
  g_assert_true (test_ball_set_radius (ball, 2, NULL));
  g_assert_null (kept);
}

static void
test_dropped (void)
{
  g_autoptr (TestBall) ball = test_new (TEST_TYPE_BALL, NULL);
  gpointer watched = ball;

  /* An observer that keeps its component alive goes with dispose. */
  gyre_component_observe (GYRE_COMPONENT (ball), NULL, hear, g_object_ref (ball), g_object_unref, NULL);
  g_object_add_weak_pointer (G_OBJECT (ball), &watched);
  g_object_run_dispose (G_OBJECT (ball));
  g_clear_object (&ball);
  g_assert_null (watched);
}

static void
on_closure (GyreComponent *component, const char *name, double *old_value, gpointer data)
{
  g_string_append_printf (heard, "closure:%s ", name);
}

static void
test_closure (void)
{
  g_autoptr (TestBall) ball = test_new (TEST_TYPE_BALL, NULL);
  g_autoptr (GError) error = NULL;
  GClosure *closure = g_cclosure_new (G_CALLBACK (on_closure), NULL, NULL);
  gulong number = gyre_component_observe_closure (GYRE_COMPONENT (ball), "label", closure, &error);

  g_assert_no_error (error);
  test_ball_set_label (ball, "x", NULL);
  assert_heard ("closure:label ");
  g_assert_true (gyre_component_unobserve (GYRE_COMPONENT (ball), number));
  test_ball_set_label (ball, "y", NULL);
  assert_heard ("");
}

static void
test_unknown (void)
{
  g_autoptr (TestBall) ball = test_new (TEST_TYPE_BALL, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (gyre_component_observe (GYRE_COMPONENT (ball), "radiusx", hear, NULL, NULL, &error), ==, 0);
  test_assert_error (error, GYRE_DECLARATION_ERROR, GYRE_DECLARATION_ERROR_UNKNOWN, "did you mean 'radius'?");
  g_assert_cmpuint (gyre_component_observe (GYRE_COMPONENT (ball), "measure", hear, NULL, NULL, &error), ==, 0);
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_UNKNOWN, "behavior");
}

typedef struct { GyreComponent parent_instance; double x; } TestModified;
typedef struct { GyreComponentClass parent_class; } TestModifiedClass;

static void
on_modified (GyreComponent *self, GyreTrait *trait)
{
  g_string_append_printf (heard, "modified:%s ", gyre_trait_get_name (trait));
}

static void
test_modified_class_initialize (gpointer type_class, gpointer data)
{
  ((GyreComponentClass *) type_class)->trait_modified = on_modified;
}

GYRE_DEFINE_COMPONENT (TestModified, test_modified, GYRE_TYPE_COMPONENT, GYRE_TRAITS (gyre_real (x, 1.0)), GYRE_BEHAVIORS (),
  .class_initialize = test_modified_class_initialize)

static void
test_hook (void)
{
  g_autoptr (GyreComponent) component = gyre_component_new (test_modified_get_type (), NULL, NULL, "x", 2.0, NULL);

  assert_heard ("");
  observe (component, "x", hear, "a");
  g_signal_connect (component, "notify", G_CALLBACK (on_notify), NULL);
  test_set_text (component, "x", "3");
  assert_heard ("a:2>3 modified:x notify:x ");
  gyre_component_set_real (component, "x", 4, NULL);
  assert_heard ("a:3>4 modified:x notify:x ");
}

typedef struct { GyreComponent parent_instance; GyreList *steps; } TestTrack;
typedef struct { GyreComponentClass parent_class; } TestTrackClass;

GYRE_DEFINE_COMPONENT (TestTrack, test_track, GYRE_TYPE_COMPONENT, GYRE_TRAITS (gyre_list (steps, string, "a, b, c")),
  GYRE_BEHAVIORS ())

static void
hear_deltas (GyreComponent *component, const GyreChange *change, gpointer data)
{
  g_autoptr (GPtrArray) deltas = gyre_change_list_deltas (change);

  for (guint index = 0; index < deltas->len; index++)
    {
      GyreDelta *delta = g_ptr_array_index (deltas, index);
      g_string_append_printf (heard, "%c%u%s ", delta->sort == GYRE_DELTA_ADDED ? '+' : '-', delta->index, delta->value.string);
    }
}

static void
hear_no_container (GyreComponent *component, const GyreChange *change, gpointer data)
{
  g_assert_null (gyre_change_list_deltas (change));
}

static void
test_deltas (void)
{
  g_autoptr (GyreComponent) component = test_new (test_track_get_type (), NULL);
  g_autoptr (TestBall) ball = test_new (TEST_TYPE_BALL, NULL);

  observe (ball, "radius", hear_no_container, NULL);
  test_ball_set_radius (ball, 2, NULL);
  if (gyre_kind_list.difference == NULL)
    {
      g_test_skip ("the kind of lists tells no differences in this build");
      return;
    }
  observe (component, "steps", hear_deltas, NULL);
  test_set_text (component, "steps", "a, c, d");
  assert_heard ("-1b +2d ");
  test_set_text (component, "steps", "a, c, d");
  assert_heard ("");
  test_set_text (component, "steps", "z, a, c, d");
  assert_heard ("+0z ");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  heard = g_string_new (NULL);
  g_test_add_func ("/model/observer/observers-hear-in-order-and-before-notify", test_order);
  g_test_add_func ("/model/observer/every-way-to-set-notifies-once", test_every_way);
  g_test_add_func ("/model/observer/frozen-notifications-come-once", test_frozen);
  g_test_add_func ("/model/observer/refused-value-is-not-told", test_refused);
  g_test_add_func ("/model/observer/observers-come-and-go-while-told", test_changes_while_told);
  g_test_add_func ("/model/observer/observer-can-set-again", test_set_in_observer);
  g_test_add_func ("/model/observer/observer-can-let-the-component-go", test_component_goes);
  g_test_add_func ("/model/observer/observers-go-when-the-component-is-disposed-of", test_dropped);
  g_test_add_func ("/model/observer/closures-hear-too", test_closure);
  g_test_add_func ("/model/observer/what-has-no-value-is-an-error", test_unknown);
  g_test_add_func ("/model/observer/hook-of-the-class-runs-once-complete", test_hook);
  g_test_add_func ("/model/observer/containers-tell-what-went-and-came-and-where", test_deltas);
  return g_test_run ();
}
