/* test-creation.c: How code asks for a component, from many threads at once
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "model-fixtures.h"

enum { THREADS = 8, ROUNDS = 200 };

static void
run_threads (GThreadFunc function, gpointer data)
{
  GThread *threads[THREADS];

  for (guint index = 0; index < THREADS; index++)
    threads[index] = g_thread_new (NULL, function, data);
  for (guint index = 0; index < THREADS; index++)
    g_thread_join (threads[index]);
}

static gpointer
build_and_drop (gpointer data)
{
  for (guint round = 0; round < ROUNDS; round++)
    {
      g_autofree char *name = g_strdup_printf ("threads-%p-%u", (gpointer) g_thread_self (), round);
      g_autoptr (TestBall) unnamed = test_new (TEST_TYPE_BALL, NULL);
      g_autoptr (TestBall) named = test_new (TEST_TYPE_BALL, name);
      g_autoptr (TestHost) host = test_new (TEST_TYPE_HOST, NULL);
      g_autoptr (TestHost) object = g_object_new (TEST_TYPE_HOST, NULL);

      test_ball_set_radius (unnamed, round, NULL);
      gyre_component_set_text (GYRE_COMPONENT (named), "label", "new", NULL);
      g_assert_nonnull (test_host_get_shape (host, NULL));
      g_assert_cmpfloat (unnamed->radius, ==, round);
    }
  return NULL;
}

static void
test_build_and_drop (void)
{
  g_autoptr (GPtrArray) extent = NULL;

  run_threads (build_and_drop, NULL);
  extent = gyre_actor_get_extent (gyre_actor_get (TEST_TYPE_BALL));
  g_assert_cmpuint (extent->len, ==, 0);
}

typedef struct { GyreComponent parent_instance; double x; gint built; } TestShared;
typedef struct { GyreComponentClass parent_class; } TestSharedClass;

static void
test_shared_constructed (GObject *object)
{
  g_usleep (100);
  g_atomic_int_inc (&((TestShared *) object)->built);
}

static void
test_shared_class_initialize (gpointer type_class, gpointer data)
{
  G_OBJECT_CLASS (type_class)->constructed = test_shared_constructed;
}

GYRE_DEFINE_COMPONENT (TestShared, test_shared, GYRE_TYPE_COMPONENT, GYRE_TRAITS (gyre_real (x, 1.0)), GYRE_BEHAVIORS (),
  .family = "test.shared", .class_initialize = test_shared_class_initialize)

/* What every round needs: threads that start together and compare what they got. */
typedef struct
{
  GMutex lock;
  GCond changed;
  guint arrived;
  guint round;
  gpointer got;
} Meeting;

static void
meet (Meeting *meeting)
{
  g_mutex_lock (&meeting->lock);
  guint round = meeting->round;
  if (++meeting->arrived == THREADS)
    {
      meeting->arrived = 0;
      meeting->round++;
      g_cond_broadcast (&meeting->changed);
    }
  while (meeting->round == round)
    g_cond_wait (&meeting->changed, &meeting->lock);
  g_mutex_unlock (&meeting->lock);
}

static gpointer
ask_for_the_same (gpointer data)
{
  Meeting *meeting = data;

  for (guint round = 0; round < ROUNDS / 4; round++)
    {
      g_autofree char *name = g_strdup_printf ("same-%u", round);
      gpointer component;

      meet (meeting);
      component = test_new (test_shared_get_type (), name);
      g_assert_cmpint (g_atomic_int_get (&((TestShared *) component)->built), ==, 1);
      g_mutex_lock (&meeting->lock);
      g_assert_true (meeting->got == NULL || meeting->got == component);
      meeting->got = component;
      g_mutex_unlock (&meeting->lock);
      meet (meeting);
      g_mutex_lock (&meeting->lock);
      meeting->got = NULL;
      g_mutex_unlock (&meeting->lock);
      g_object_unref (component);
    }
  return NULL;
}

static void
test_same (void)
{
  Meeting meeting = { .arrived = 0 };

  g_mutex_init (&meeting.lock);
  g_cond_init (&meeting.changed);
  run_threads (ask_for_the_same, &meeting);
  g_cond_clear (&meeting.changed);
  g_mutex_clear (&meeting.lock);
}

/* Classes that nobody has used before, as many as rounds. */
typedef struct
{
  Meeting meeting;
  GType types[20];
} Fresh;

static gpointer
use_first (gpointer data)
{
  Fresh *fresh = data;

  for (guint index = 0; index < G_N_ELEMENTS (fresh->types); index++)
    {
      g_autoptr (GyreComponent) component = NULL;
      g_autoptr (GError) error = NULL;

      meet (&fresh->meeting);
      component = gyre_component_new (fresh->types[index], NULL, &error, "radius", 3.0, NULL);
      g_assert_no_error (error);
      g_assert_cmpfloat (TEST_BALL (component)->radius, ==, 3);
    }
  return NULL;
}

static void
test_first_use (void)
{
  Fresh fresh = { .meeting = { .arrived = 0 } };

  g_mutex_init (&fresh.meeting.lock);
  g_cond_init (&fresh.meeting.changed);
  for (guint index = 0; index < G_N_ELEMENTS (fresh.types); index++)
    {
      g_autofree char *name = g_strdup_printf ("TestFresh%u", index);
      g_autoptr (GyreDeclaration) declaration = gyre_declaration_new (name, TEST_TYPE_BALL);
      fresh.types[index] = gyre_component_register (declaration, G_TYPE_INVALID, NULL);
    }
  run_threads (use_first, &fresh);
  g_cond_clear (&fresh.meeting.changed);
  g_mutex_clear (&fresh.meeting.lock);
}

static gint is_running;

/* The sanitizer does not see the order that GLib's reference counts give, and takes this for a race with the end of the stone. */
#ifdef __SANITIZE_THREAD__
#define assert_stone(object) g_assert_nonnull (object)
#else
#define assert_stone(object) g_assert_true (TEST_IS_STONE (object))
#endif

static gpointer
look_at_extent (gpointer data)
{
  while (g_atomic_int_get (&is_running))
    {
      g_autoptr (GPtrArray) extent = gyre_actor_get_extent (gyre_actor_get (TEST_TYPE_STONE));
      for (guint index = 0; index < extent->len; index++)
        assert_stone (extent->pdata[index]);
    }
  return NULL;
}

static gpointer
make_stones (gpointer data)
{
  for (guint round = 0; round < 10 * ROUNDS; round++)
    g_object_unref (test_new (TEST_TYPE_STONE, NULL));
  return NULL;
}

static void
test_extent (void)
{
  GThread *looker;

  gyre_actor_get (TEST_TYPE_STONE);
  g_atomic_int_set (&is_running, TRUE);
  looker = g_thread_new (NULL, look_at_extent, NULL);
  run_threads (make_stones, NULL);
  g_atomic_int_set (&is_running, FALSE);
  g_thread_join (looker);
}

static gpointer
change_defaults (gpointer data)
{
  GyreActor *actor = gyre_actor_get (TEST_TYPE_BALL);

  for (guint round = 0; round < ROUNDS; round++)
    {
      g_autoptr (TestBall) ball = NULL;
      g_assert_true (gyre_actor_set_default (actor, "radius", round % 2 == 0 ? "2" : "4", NULL));
      ball = test_new (TEST_TYPE_BALL, NULL);
      g_assert_true (ball->radius == 2 || ball->radius == 4);
    }
  return NULL;
}

static void
test_defaults (void)
{
  run_threads (change_defaults, NULL);
  g_assert_true (gyre_actor_set_default (gyre_actor_get (TEST_TYPE_BALL), "radius", "1", NULL));
}

static void
test_no_component (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (gyre_component_new (G_TYPE_OBJECT, NULL, &error, NULL));
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_INVALID, "GObject");
  g_assert_null (gyre_component_new (G_TYPE_INVALID, NULL, &error, NULL));
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_INVALID, "nothing");
  g_assert_null (gyre_component_new_family ("test.shapes.bal", NULL, &error, NULL));
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_UNKNOWN, "test.shapes.bal", "did you mean");
  g_assert_null (gyre_component_new_from_specification ("", &error));
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_SPECIFICATION, "empty");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/creation/first-use-can-come-from-many-threads", test_first_use);
  g_test_add_func ("/model/creation/threads-build-and-drop-at-once", test_build_and_drop);
  g_test_add_func ("/model/creation/same-name-is-the-same-instance-and-never-half-built", test_same);
  g_test_add_func ("/model/creation/extent-can-be-read-while-instances-come-and-go", test_extent);
  g_test_add_func ("/model/creation/defaults-can-change-while-instances-are-built", test_defaults);
  g_test_add_func ("/model/creation/what-is-no-component-is-an-error", test_no_component);
  return g_test_run ();
}
