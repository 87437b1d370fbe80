/* test-reservation.c: Names of instances that are being built
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-reservation-private.h"

typedef struct
{
  GyreExecutive *executive;
  gint is_released;
  GMutex lock;
  GCond changed;
  guint stage;
} Scene;

static void
go_on (Scene *scene, guint stage)
{
  g_mutex_lock (&scene->lock);
  scene->stage = stage;
  g_cond_broadcast (&scene->changed);
  g_mutex_unlock (&scene->lock);
}

static void
wait_for_stage (Scene *scene, guint stage)
{
  g_mutex_lock (&scene->lock);
  while (scene->stage < stage)
    g_cond_wait (&scene->changed, &scene->lock);
  g_mutex_unlock (&scene->lock);
}

static gpointer
take_later (gpointer data)
{
  Scene *scene = data;
  GyreReservation mine;

  wait_for_stage (scene, 1);
  gyre_reservation_wait (scene->executive, "b");
  g_assert_true (gyre_reservation_take (&mine, scene->executive, "a"));
  g_assert_true (g_atomic_int_get (&scene->is_released));
  gyre_reservation_release (&mine);
  return NULL;
}

static void
test_wait (void)
{
  Scene scene = { .executive = gyre_executive_new () };
  GThread *thread = g_thread_new (NULL, take_later, &scene);
  GyreReservation mine, again;

  g_assert_true (gyre_reservation_take (&mine, scene.executive, "a"));
  g_assert_false (gyre_reservation_take (&again, scene.executive, "a"));
  go_on (&scene, 1);
  g_usleep (2000);
  g_atomic_int_set (&scene.is_released, TRUE);
  gyre_reservation_release (&mine);
  g_thread_join (thread);
  g_object_unref (scene.executive);
}

/* Each builds one and asks for the other's: one of them looks at what is half built, and neither waits for ever. */
static gpointer
cross (gpointer data)
{
  Scene *scene = data;
  GyreReservation mine, other;
  gboolean has_other;

  g_assert_true (gyre_reservation_take (&mine, scene->executive, "y"));
  go_on (scene, 1);
  has_other = gyre_reservation_take (&other, scene->executive, "x");
  if (has_other)
    gyre_reservation_release (&other);
  gyre_reservation_release (&mine);
  return GINT_TO_POINTER (has_other);
}

static void
test_cross (void)
{
  Scene scene = { .executive = gyre_executive_new () };
  GyreReservation mine, other;
  gboolean first, second;
  GThread *thread;

  g_assert_true (gyre_reservation_take (&mine, scene.executive, "x"));
  thread = g_thread_new (NULL, cross, &scene);
  wait_for_stage (&scene, 1);
  first = gyre_reservation_take (&other, scene.executive, "y");
  if (first)
    gyre_reservation_release (&other);
  gyre_reservation_release (&mine);
  second = GPOINTER_TO_INT (g_thread_join (thread));
  g_assert_true (first != second);
  g_object_unref (scene.executive);
}

static void
test_executives (void)
{
  g_autoptr (GyreExecutive) one = gyre_executive_new ();
  g_autoptr (GyreExecutive) two = gyre_executive_new ();
  GyreReservation first, second;

  g_assert_true (gyre_reservation_take (&first, one, "same"));
  g_assert_true (gyre_reservation_take (&second, two, "same"));
  gyre_reservation_release (&first);
  gyre_reservation_release (&second);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/reservation/others-wait-until-the-name-is-built", test_wait);
  g_test_add_func ("/model/reservation/two-that-wait-for-each-other-go-on", test_cross);
  g_test_add_func ("/model/reservation/names-belong-to-an-executive", test_executives);
  return g_test_run ();
}
