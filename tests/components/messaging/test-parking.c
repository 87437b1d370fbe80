/* test-parking.c: Waiting for time and for others
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-parking-private.h"

#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

#define MILLISECOND G_GINT64_CONSTANT (1000000)

static gint64
get_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_MONOTONIC, &now);
  return (gint64) now.tv_sec * 1000 * MILLISECOND + now.tv_nsec;
}

static void
test_it_waits_for_a_time_and_not_shorter (void)
{
  GyreParking *parking = gyre_parking_new ();
  gint64 until = get_time () + 3 * MILLISECOND;
  GPollFD descriptor = { .fd = gyre_parking_get_descriptor (parking), .events = G_IO_IN };

  g_assert_false (gyre_parking_park (parking, until, NULL, 0));
  g_assert_cmpint (get_time (), >=, until);
  until = get_time () + 3 * MILLISECOND;
  g_assert_false (gyre_parking_park (parking, until, &descriptor, 1));
  g_assert_cmpint (get_time (), >=, until);
  g_assert_false (gyre_parking_park (parking, G_MININT64, NULL, 0));
  gyre_parking_free (parking);
}

static void
test_a_wake_up_before_is_not_lost (void)
{
  GyreParking *parking = gyre_parking_new ();

  gyre_parking_wake (parking);
  gyre_parking_wake (parking);
  g_assert_true (gyre_parking_park (parking, G_MAXINT64, NULL, 0));
  g_assert_false (gyre_parking_park (parking, get_time () + MILLISECOND, NULL, 0));
  gyre_parking_wake (parking);
  g_assert_false (gyre_parking_begin (parking));
  g_assert_true (gyre_parking_begin (parking));
  g_assert_false (gyre_parking_end (parking));
  gyre_parking_free (parking);
}

static void
test_a_descriptor_ends_the_waiting (void)
{
  GyreParking *parking = gyre_parking_new ();
  int ends[2];
  GPollFD descriptor = { .events = G_IO_IN };

  g_assert_cmpint (pipe (ends), ==, 0);
  descriptor.fd = ends[0];
  g_assert_cmpint (write (ends[1], "x", 1), ==, 1);
  g_assert_true (gyre_parking_park (parking, G_MAXINT64, &descriptor, 1));
  g_assert_cmpuint (descriptor.revents, ==, G_IO_IN);
  close (ends[0]);
  close (ends[1]);
  gyre_parking_free (parking);
}

typedef struct
{
  GyreParking *parking;
  guint given;                  /* atomic */
  guint taken;
} Exchange;

#define N_EXCHANGES 20000

static gpointer
give (gpointer data)
{
  Exchange *exchange = data;

  for (guint index = 0; index < N_EXCHANGES; index++)
    {
      __atomic_store_n (&exchange->given, index + 1, __ATOMIC_RELEASE);
      gyre_parking_wake (exchange->parking);
      while (index % 3 == 0 && __atomic_load_n (&exchange->taken, __ATOMIC_ACQUIRE) <= index)
        g_thread_yield ();
    }
  return NULL;
}

/* A lost wake-up would stop this for ever. */
static void
test_no_wake_up_is_lost (gconstpointer polls)
{
  Exchange exchange = { .parking = gyre_parking_new () };
  GPollFD descriptor = { .fd = -1, .events = G_IO_IN };
  GThread *thread = g_thread_new ("giver", give, &exchange);

  while (exchange.taken < N_EXCHANGES)
    {
      guint given = __atomic_load_n (&exchange.given, __ATOMIC_ACQUIRE);

      if (given == exchange.taken)
        gyre_parking_park (exchange.parking, G_MAXINT64, &descriptor, GPOINTER_TO_UINT (polls));
      else
        __atomic_store_n (&exchange.taken, given, __ATOMIC_RELEASE);
    }
  g_thread_join (thread);
  gyre_parking_free (exchange.parking);
}

static void
test_waiting_uses_no_processor_time (void)
{
  GyreParking *parking = gyre_parking_new ();
  struct rusage before, after;

  getrusage (RUSAGE_THREAD, &before);
  gyre_parking_park (parking, get_time () + 100 * MILLISECOND, NULL, 0);
  getrusage (RUSAGE_THREAD, &after);
  g_assert_cmpint (after.ru_nvcsw - before.ru_nvcsw, <=, 2);
  gyre_parking_free (parking);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/messaging/parking/it-waits-for-a-time-and-not-shorter", test_it_waits_for_a_time_and_not_shorter);
  g_test_add_func ("/messaging/parking/a-wake-up-before-is-not-lost", test_a_wake_up_before_is_not_lost);
  g_test_add_func ("/messaging/parking/a-descriptor-ends-the-waiting", test_a_descriptor_ends_the_waiting);
  g_test_add_data_func ("/messaging/parking/no-wake-up-is-lost", GUINT_TO_POINTER (0), test_no_wake_up_is_lost);
  g_test_add_data_func ("/messaging/parking/no-wake-up-is-lost-with-descriptors", GUINT_TO_POINTER (1), test_no_wake_up_is_lost);
  g_test_add_func ("/messaging/parking/waiting-uses-no-processor-time", test_waiting_uses_no_processor_time);
  return g_test_run ();
}
