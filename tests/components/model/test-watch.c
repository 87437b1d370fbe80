/* test-watch.c: Hearing of changes of all components whose names fit a pattern
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "open-fixtures.h"

static GString *heard;

static void
hear (GyreComponent *component, const GyreChange *change, gpointer data)
{
  const char *name = gyre_component_get_name (component);

  g_string_append_printf (heard, "%s:%s.%s ", (const char *) data, name != NULL ? name : "-", gyre_trait_get_name (change->trait));
}

static void
assert_heard (const char *expected)
{
  g_assert_cmpstr (heard->str, ==, expected);
  g_string_truncate (heard, 0);
}

static gulong
watch (const char *pattern, const char *data)
{
  g_autoptr (GError) error = NULL;
  gulong number = gyre_executive_observe (gyre_executive_get_current (), pattern, hear, (gpointer) data, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (number, >, 0);
  return number;
}

static void
unwatch (gulong number)
{
  g_assert_true (gyre_executive_unobserve (gyre_executive_get_current (), number));
  g_assert_false (gyre_executive_unobserve (gyre_executive_get_current (), number));
}

static void
test_before_and_after (void)
{
  g_autoptr (TestBall) earlier = test_new (TEST_TYPE_BALL, "earlier.ball");
  gulong number = watch ("*.ball.radius", "w");
  g_autoptr (TestBall) later = test_new (TEST_TYPE_BALL, "later.ball");
  g_autoptr (TestBall) other = test_new (TEST_TYPE_BALL, "later.other");
  g_autoptr (TestBall) unnamed = test_new (TEST_TYPE_BALL, NULL);

  test_ball_set_radius (earlier, 2, NULL);
  test_ball_set_radius (later, 2, NULL);
  test_ball_set_radius (later, 2, NULL);
  test_ball_set_radius (other, 2, NULL);
  test_ball_set_radius (unnamed, 2, NULL);
  test_ball_set_label (later, "x", NULL);
  assert_heard ("w:earlier.ball.radius w:later.ball.radius ");
  unwatch (number);
  test_ball_set_radius (earlier, 3, NULL);
  assert_heard ("");
}

/* What it is born with is no change, from wherever it comes. */
static void
test_construction (void)
{
  gulong number = watch ("**", "w");
  g_autoptr (GyreComponent) component = NULL;
  g_autoptr (TestBall) plain = NULL;

  test_load ("born.radius = 4\nplain-born.radius = 5\n");
  component = gyre_component_new (TEST_TYPE_BALL, "born", NULL, "label", "said", NULL);
  plain = g_object_new (TEST_TYPE_BALL, "name", "plain-born", NULL);
  g_assert_cmpfloat (plain->radius, ==, 5);
  assert_heard ("");
  test_set_text (component, "radius", "6");
  test_set_text (plain, "radius", "6");
  assert_heard ("w:born.radius w:plain-born.radius ");
  unwatch (number);
}

static void
test_order (void)
{
  g_autoptr (TestBall) ball = test_new (TEST_TYPE_BALL, "ordered");
  gulong first = watch ("ordered.*", "1"), second, third;

  second = gyre_component_observe (GYRE_COMPONENT (ball), "radius", hear, (gpointer) "2", NULL, NULL);
  third = watch ("**.radius", "3");
  gyre_component_observe (GYRE_COMPONENT (ball), NULL, hear, (gpointer) "4", NULL, NULL);
  g_assert_true (first < second && second < third);
  test_ball_set_radius (ball, 2, NULL);
  assert_heard ("1:ordered.radius 2:ordered.radius 3:ordered.radius 4:ordered.radius ");
  unwatch (first);
  test_ball_set_radius (ball, 3, NULL);
  assert_heard ("2:ordered.radius 3:ordered.radius 4:ordered.radius ");
  g_assert_false (gyre_component_unobserve (GYRE_COMPONENT (ball), third));
  unwatch (third);
}

static void
test_parts (void)
{
  g_autoptr (TestHost) host = test_new (TEST_TYPE_HOST, "part-host");
  gulong number = watch ("part-host.ball.radius", "w");
  GObject *part = gyre_component_get_object (GYRE_COMPONENT (host), "ball", NULL);

  test_set_text (part, "radius", "2");
  assert_heard ("w:part-host.ball.radius ");
  /* A part that has been replaced has no name any more. */
  g_object_ref (part);
  test_set_text (host, "ball", "none");
  test_set_text (part, "radius", "3");
  assert_heard ("");
  g_object_unref (part);
  unwatch (number);
}

static gulong own_number;

static void
come_and_go (GyreComponent *component, const GyreChange *change, gpointer data)
{
  hear (component, change, data);
  unwatch (own_number);
  watch ("while-told.**", "late");
}

static void
test_changes_while_told (void)
{
  g_autoptr (TestBall) ball = test_new (TEST_TYPE_BALL, "while-told");
  g_autoptr (GyreExecutive) executive = gyre_executive_new ();

  own_number = gyre_executive_observe (gyre_executive_get_default (), "while-told.radius", come_and_go, (gpointer) "w", NULL, NULL);
  test_ball_set_radius (ball, 2, NULL);
  assert_heard ("w:while-told.radius ");
  test_ball_set_radius (ball, 3, NULL);
  assert_heard ("late:while-told.radius ");
}

static void
count (gpointer data)
{
  ++*(guint *) data;
}

static void
test_owner (void)
{
  g_autoptr (TestBall) ball = test_new (TEST_TYPE_BALL, "owned");
  GObject *owner = g_object_new (G_TYPE_OBJECT, NULL);
  guint destroyed = 0;

  gyre_executive_observe_for (gyre_executive_get_default (), "owned.*", owner, hear, (gpointer) "w", NULL, NULL);
  gyre_executive_observe_for (gyre_executive_get_default (), "owned.label", owner, hear, &destroyed, count, NULL);
  test_ball_set_radius (ball, 2, NULL);
  assert_heard ("w:owned.radius ");
  g_object_unref (owner);
  g_assert_cmpuint (destroyed, ==, 1);
  test_ball_set_radius (ball, 3, NULL);
  assert_heard ("");
}

/* The patterns of one executive do not reach the components of another, and go with it. */
static void
test_executives (void)
{
  g_autoptr (TestBall) ball = test_new (TEST_TYPE_BALL, "somewhere");
  g_autoptr (GObject) owner = g_object_new (G_TYPE_OBJECT, NULL);
  GyreExecutive *executive = gyre_executive_new ();
  guint destroyed = 0;

  gyre_executive_observe (executive, "somewhere.*", hear, (gpointer) "w", NULL, NULL);
  gyre_executive_observe_for (executive, "somewhere.*", owner, hear, &destroyed, count, NULL);
  test_ball_set_radius (ball, 2, NULL);
  assert_heard ("");
  g_object_unref (executive);
  g_assert_cmpuint (destroyed, ==, 1);
}

static gboolean
fail (GyreComponent *component, const GyreChange *change, gpointer data, GError **error)
{
  g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_NOSPC, "no room");
  return FALSE;
}

static void
hear_all (const GyreChange *changes, guint n_changes, gpointer data)
{
  for (guint index = 0; index < n_changes; index++)
    hear (changes[index].component, &changes[index], data);
}

static void
on_closure (GyreComponent *component, const char *trait, double old_value, double new_value, gpointer data)
{
  g_string_append_printf (heard, "closure:%s ", trait);
}

static void
test_forms (void)
{
  g_autoptr (TestBall) ball = test_new (TEST_TYPE_BALL, "formed");
  GyreExecutive *executive = gyre_executive_get_default ();
  gulong failing = gyre_executive_observe_checked (executive, "formed.*", fail, NULL, NULL, NULL);
  gulong whole = gyre_executive_observe_changes (executive, "formed.*", hear_all, (gpointer) "all", NULL, NULL);
  gulong closure = gyre_executive_observe_closure (executive, "formed.radius", g_cclosure_new (G_CALLBACK (on_closure), NULL, NULL), NULL);

  g_test_expect_message ("Gyre", G_LOG_LEVEL_WARNING, "formed.radius: the observer at *: no room");
  test_ball_set_radius (ball, 2, NULL);
  g_test_assert_expected_messages ();
  assert_heard ("all:formed.radius closure:radius ");
  unwatch (failing);
  unwatch (whole);
  unwatch (closure);
}

static void
test_refused (void)
{
  GyreExecutive *executive = gyre_executive_get_default ();
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (gyre_executive_observe (executive, "test.shapes.ball#**.radus", hear, NULL, NULL, &error), ==, 0);
  test_assert_error (error, GYRE_DECLARATION_ERROR, GYRE_DECLARATION_ERROR_UNKNOWN, "did you mean 'radius'?");
  g_assert_cmpuint (gyre_executive_observe_closure (executive, "radius", g_cclosure_new (G_CALLBACK (on_closure), NULL, NULL), &error), ==, 0);
  test_assert_error (error, GYRE_NAME_ERROR, GYRE_NAME_ERROR_INVALID, "'radius' is no pattern");
}

enum { N_THREADS = 3 };

static gint n_heard, stop;

static void
hear_in_thread (GyreComponent *component, const GyreChange *change, gpointer data)
{
  g_atomic_int_inc (&n_heard);
  g_assert_cmpint (g_atomic_int_get ((gint *) data), ==, 1);
}

static void
forget (gpointer data)
{
  g_atomic_int_set ((gint *) data, 0);
}

static gpointer
set_often (gpointer ball)
{
  for (guint index = 0; !g_atomic_int_get (&stop); index++)
    test_ball_set_radius (ball, index, NULL);
  return NULL;
}

/* Patterns come and go in one thread while others set; the data of one are there as long as it is called. */
static void
test_threads (void)
{
  GyreExecutive *executive = gyre_executive_get_default ();
  TestBall *balls[N_THREADS];
  GThread *threads[N_THREADS];
  static gint alive[200];

  for (guint index = 0; index < N_THREADS; index++)
    {
      g_autofree char *name = g_strdup_printf ("threaded.ball%u", index);
      balls[index] = test_new (TEST_TYPE_BALL, name);
      threads[index] = g_thread_new (name, set_often, balls[index]);
    }
  for (guint index = 0; index < G_N_ELEMENTS (alive); index++)
    {
      gulong number;

      alive[index] = 1;
      number = gyre_executive_observe (executive, "threaded.*.radius", hear_in_thread, &alive[index], forget, NULL);
      while (index % 20 == 0 && g_atomic_int_get (&n_heard) == 0)
        g_thread_yield ();
      g_atomic_int_set (&n_heard, 0);
      g_assert_true (gyre_executive_unobserve (executive, number));
    }
  g_atomic_int_set (&stop, 1);
  for (guint index = 0; index < N_THREADS; index++)
    {
      g_thread_join (threads[index]);
      g_object_unref (balls[index]);
    }
}

/* Attributes that nobody has declared, those of patterns that are older and those of patterns that are younger. */
static void
test_attributes (void)
{
  g_autoptr (TestOpen) open = test_new (TEST_TYPE_OPEN, "opened.one");
  g_autoptr (TestOpen) other = NULL;
  gulong number = watch ("opened.*.count", "w");
  gulong family = watch ("test.open#**.size", "f");
  gulong one = watch ("opened.one.other", "o");
  g_autoptr (GError) error = NULL;

  test_set_text (open, "count", "1");
  test_set_text (open, "count", "1");
  test_set_text (open, "weight", "2");
  test_set_text (open, "other", "x");
  test_set_text (open, "size", "3");
  assert_heard ("w:opened.one.count o:opened.one.other f:opened.one.size ");
  other = test_new (TEST_TYPE_OPEN, "opened.two");
  test_set_text (other, "count", "1");
  gyre_component_unset (GYRE_COMPONENT (other), "count", NULL);
  test_set_text (other, "count", "text");
  assert_heard ("w:opened.two.count w:opened.two.count w:opened.two.count ");
  unwatch (number);
  unwatch (family);
  unwatch (one);
  test_set_text (open, "count", "2");
  assert_heard ("");
  g_type_class_unref (g_type_class_ref (TEST_TYPE_BALL));
  g_assert_cmpuint (gyre_executive_observe (gyre_executive_get_current (), "test.shapes.ball#**.count", hear, NULL, NULL, &error), ==, 0);
  test_assert_error (error, GYRE_DECLARATION_ERROR, GYRE_DECLARATION_ERROR_UNKNOWN, "count");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  heard = g_string_new (NULL);
  g_type_ensure (TEST_TYPE_BALL);
  g_test_add_func ("/model/watch/attributes-that-nobody-declared-are-heard-of", test_attributes);
  g_test_add_func ("/model/watch/components-of-now-and-of-later-are-heard", test_before_and_after);
  g_test_add_func ("/model/watch/what-a-component-is-born-with-is-no-change", test_construction);
  g_test_add_func ("/model/watch/all-sorts-of-observers-hear-in-the-order-of-connection", test_order);
  g_test_add_func ("/model/watch/parts-are-called-as-their-host-and-facility", test_parts);
  g_test_add_func ("/model/watch/patterns-come-and-go-while-told", test_changes_while_told);
  g_test_add_func ("/model/watch/pattern-goes-with-its-owner", test_owner);
  g_test_add_func ("/model/watch/pattern-is-of-one-executive", test_executives);
  g_test_add_func ("/model/watch/patterns-have-every-form-of-observer", test_forms);
  g_test_add_func ("/model/watch/patterns-come-and-go-while-other-threads-set", test_threads);
  g_test_add_func ("/model/watch/impossible-pattern-is-an-error", test_refused);
  return g_test_run ();
}
