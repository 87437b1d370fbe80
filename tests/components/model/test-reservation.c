/* test-reservation.c: Names of instances that are being built
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-reservation-private.h"

typedef struct
{
  GyreExecutive *executive;
  const char *first;            /* what it builds from the start; NULL for nothing */
  const char *second;           /* what it then asks for */
  gboolean only_waits;
  GAsyncQueue *steps;
  GAsyncQueue *signal_to_go;    /* what it waits for before it asks; NULL for nothing */
  gint done;
  gboolean took;
} Builder;

static gpointer
build (gpointer data)
{
  Builder *builder = data;
  GyreReservation first;
  GyreReservation second;

  if (builder->first != NULL)
    g_assert_true (gyre_reservation_take (&first, builder->executive, builder->first));
  g_async_queue_push (builder->steps, builder);
  if (builder->signal_to_go != NULL)
    g_async_queue_pop (builder->signal_to_go);
  if (builder->only_waits)
    gyre_reservation_wait (builder->executive, builder->second);
  else
    builder->took = gyre_reservation_take (&second, builder->executive, builder->second);
  g_atomic_int_set (&builder->done, TRUE);
  if (builder->took)
    gyre_reservation_release (&second);
  if (builder->first != NULL)
    gyre_reservation_release (&first);
  return NULL;
}

/* Returns when it has what it builds from the start. */
static GThread *
start (Builder *builder, GyreExecutive *executive, GAsyncQueue *steps)
{
  GThread *thread;

  builder->executive = executive;
  builder->steps = steps;
  thread = g_thread_new ("builder", build, builder);
  g_async_queue_pop (steps);
  return thread;
}

/* Gives a thread that should stand still the chance to show that it does not. */
static void
let_others_run (void)
{
  for (guint round = 0; round < 20; round++)
    g_usleep (500);
}

static void
test_free_name (void)
{
  g_autoptr (GyreExecutive) executive = gyre_executive_new ();
  GyreReservation reservation;

  for (guint round = 0; round < 2; round++)
    {
      g_assert_true (gyre_reservation_take (&reservation, executive, "mc"));
      g_assert_true (reservation.executive == executive && reservation.thread == g_thread_self ());
      gyre_reservation_release (&reservation);
    }
  gyre_reservation_wait (executive, "mc");
}

static void
test_asks_for_itself (void)
{
  g_autoptr (GyreExecutive) executive = gyre_executive_new ();
  g_autofree char *again_name = g_strdup ("mc");
  GyreReservation reservation;
  GyreReservation again;

  g_assert_true (gyre_reservation_take (&reservation, executive, "mc"));
  g_assert_false (gyre_reservation_take (&again, executive, again_name));
  gyre_reservation_wait (executive, "mc");
  gyre_reservation_release (&reservation);
  g_assert_true (gyre_reservation_take (&again, executive, again_name));
  gyre_reservation_release (&again);
}

static void
test_others (void)
{
  g_autoptr (GyreExecutive) one = gyre_executive_new ();
  g_autoptr (GyreExecutive) two = gyre_executive_new ();
  GyreReservation reservations[3];

  g_assert_true (gyre_reservation_take (&reservations[0], one, "mc"));
  g_assert_true (gyre_reservation_take (&reservations[1], one, "mc.box"));
  g_assert_true (gyre_reservation_take (&reservations[2], two, "mc"));
  /* Not the youngest first. */
  gyre_reservation_release (&reservations[1]);
  gyre_reservation_release (&reservations[0]);
  g_assert_false (gyre_reservation_take (&reservations[1], two, "mc"));
  gyre_reservation_release (&reservations[2]);
}

static void
assert_stands_still_until_released (gboolean only_waits)
{
  g_autoptr (GyreExecutive) executive = gyre_executive_new ();
  g_autoptr (GAsyncQueue) steps = g_async_queue_new ();
  Builder builder = { .second = "mc", .only_waits = only_waits };
  GyreReservation reservation;
  GThread *thread;

  g_assert_true (gyre_reservation_take (&reservation, executive, "mc"));
  thread = start (&builder, executive, steps);
  let_others_run ();
  g_assert_false (g_atomic_int_get (&builder.done));
  gyre_reservation_release (&reservation);
  g_thread_join (thread);
  g_assert_true (builder.done);
  g_assert_true (builder.took == !only_waits);
}

static void
test_other_thread_waits (void)
{
  assert_stands_still_until_released (FALSE);
  assert_stands_still_until_released (TRUE);
}

/* Each has what the next one asks for: the one that closes the circle looks at what is half built, the others get what they want. */
static void
test_circle (void)
{
  g_autoptr (GyreExecutive) executive = gyre_executive_new ();
  g_autoptr (GAsyncQueue) steps = g_async_queue_new ();
  g_autoptr (GAsyncQueue) go = g_async_queue_new ();

  for (guint round = 0; round < 50; round++)
    {
      Builder builders[] = { { .first = "a", .second = "b" }, { .first = "b", .second = "c" }, { .first = "c", .second = "a" } };
      GThread *threads[G_N_ELEMENTS (builders)];
      guint took = 0;

      for (guint index = 0; index < G_N_ELEMENTS (builders); index++)
        {
          builders[index].signal_to_go = go;
          threads[index] = start (&builders[index], executive, steps);
        }
      for (guint index = 0; index < G_N_ELEMENTS (builders); index++)
        g_async_queue_push (go, executive);
      for (guint index = 0; index < G_N_ELEMENTS (builders); index++)
        {
          g_thread_join (threads[index]);
          took += builders[index].took;
        }
      g_assert_cmpuint (took, ==, G_N_ELEMENTS (builders) - 1);
    }
}

/* Two that ask for each other: whoever asks last is told that the name is half built, the other one has waited for it. */
static void
test_half_built_of_waiting_thread (void)
{
  g_autoptr (GyreExecutive) executive = gyre_executive_new ();
  g_autoptr (GAsyncQueue) steps = g_async_queue_new ();
  Builder builder = { .first = "theirs", .second = "ours" };
  GyreReservation ours;
  GyreReservation theirs;
  GThread *thread;
  gboolean took;

  g_assert_true (gyre_reservation_take (&ours, executive, "ours"));
  thread = start (&builder, executive, steps);
  took = gyre_reservation_take (&theirs, executive, "theirs");
  if (took)
    gyre_reservation_release (&theirs);
  gyre_reservation_release (&ours);
  g_thread_join (thread);
  g_assert_true (took != builder.took);
}

static void
test_order_of_waiting (void)
{
  g_autoptr (GyreExecutive) executive = gyre_executive_new ();
  g_autoptr (GAsyncQueue) steps = g_async_queue_new ();
  Builder builders[4] = { { .second = "mc" }, { .second = "mc" }, { .second = "mc", .only_waits = TRUE }, { .second = "mc" } };
  GThread *threads[G_N_ELEMENTS (builders)];
  GyreReservation reservation;

  g_assert_true (gyre_reservation_take (&reservation, executive, "mc"));
  for (guint index = 0; index < G_N_ELEMENTS (builders); index++)
    threads[index] = start (&builders[index], executive, steps);
  gyre_reservation_release (&reservation);
  for (guint index = 0; index < G_N_ELEMENTS (builders); index++)
    {
      g_thread_join (threads[index]);
      g_assert_true (builders[index].took == !builders[index].only_waits);
    }
  g_assert_true (gyre_reservation_take (&reservation, executive, "mc"));
  gyre_reservation_release (&reservation);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/reservation/free-name-is-taken-and-free-again-when-released", test_free_name);
  g_test_add_func ("/model/reservation/thread-that-builds-the-name-itself-is-told-so", test_asks_for_itself);
  g_test_add_func ("/model/reservation/other-names-and-other-executives-do-not-matter", test_others);
  g_test_add_func ("/model/reservation/other-thread-waits-until-the-name-is-released", test_other_thread_waits);
  g_test_add_func ("/model/reservation/everyone-that-waits-has-its-turn", test_order_of_waiting);
  g_test_add_func ("/model/reservation/thread-that-waits-for-us-is-not-waited-for", test_half_built_of_waiting_thread);
  g_test_add_func ("/model/reservation/circle-of-threads-does-not-hang", test_circle);
  return g_test_run ();
}
