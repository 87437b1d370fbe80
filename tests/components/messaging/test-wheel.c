/* test-wheel.c: Timers come out when they are due, in order
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-wheel-private.h"

#define SECOND G_GINT64_CONSTANT (1000000000)

static guint
length_of (GyreTimer *list)
{
  guint length = 0;

  for (; list != NULL; list = list->next)
    length++;
  return length;
}

static void
test_nothing_comes_early (void)
{
  GyreWheel *wheel = gyre_wheel_new (0);
  GyreTimer timer = { 0 };

  gyre_wheel_insert (wheel, &timer, 1000, 0);
  g_assert_null (gyre_wheel_take_due (wheel, 999));
  g_assert_cmpint (gyre_wheel_get_next_due (wheel), ==, 1000);
  g_assert_true (gyre_wheel_take_due (wheel, 1000) == &timer);
  g_assert_null (gyre_wheel_take_due (wheel, 2000));
  g_assert_cmpint (gyre_wheel_get_next_due (wheel), ==, G_MAXINT64);
  gyre_wheel_free (wheel);
}

static void
test_same_due_time_goes_by_order (void)
{
  GyreWheel *wheel = gyre_wheel_new (0);
  GyreTimer timers[1000] = { { 0 } };
  GyreTimer *due;

  for (guint index = 0; index < 1000; index++)
    gyre_wheel_insert (wheel, &timers[index], 5 * SECOND, (index * 7919) % 1000);
  due = gyre_wheel_take_due (wheel, 6 * SECOND);
  for (guint index = 0; index < 1000; index++, due = due->next)
    g_assert_cmpuint (due->order, ==, index);
  g_assert_null (due);
  gyre_wheel_free (wheel);
}

static void
test_a_cancelled_timer_is_never_due (void)
{
  GyreWheel *wheel = gyre_wheel_new (0);
  GyreTimer timers[3] = { { 0 } };

  for (guint index = 0; index < 3; index++)
    gyre_wheel_insert (wheel, &timers[index], SECOND, index);
  gyre_wheel_cancel (wheel, &timers[1]);
  gyre_wheel_cancel (wheel, &timers[1]);
  g_assert_cmpuint (gyre_wheel_get_length (wheel), ==, 2);
  g_assert_cmpuint (length_of (gyre_wheel_take_due (wheel, SECOND)), ==, 2);
  gyre_wheel_free (wheel);
}

static void
test_what_is_past_is_due_at_once (void)
{
  GyreWheel *wheel = gyre_wheel_new (10 * SECOND);
  GyreTimer late = { 0 }, later = { 0 };

  gyre_wheel_insert (wheel, &late, 3 * SECOND, 0);
  gyre_wheel_insert (wheel, &later, G_MININT64, 0);
  g_assert_true (gyre_wheel_take_due (wheel, 10 * SECOND) == &later);
  g_assert_true (later.next == &late);
  gyre_wheel_free (wheel);
}

static void
test_years_ahead_is_no_matter (void)
{
  GyreWheel *wheel = gyre_wheel_new (0);
  gint64 due = G_GINT64_CONSTANT (200) * 365 * 86400 * SECOND;
  GyreTimer timer = { 0 };

  gyre_wheel_insert (wheel, &timer, due, 0);
  g_assert_null (gyre_wheel_take_due (wheel, due - 1));
  g_assert_true (gyre_wheel_take_due (wheel, due) == &timer);
  gyre_wheel_free (wheel);
}

/* It stays in its place until that comes up; nobody is woken for that, and nothing comes in a wrong order. */
static void
test_who_is_armed_for_later_is_due_then (void)
{
  GyreWheel *wheel = gyre_wheel_new (0);
  GyreTimer timers[3] = { { 0 } };
  GyreTimer *due;

  gyre_wheel_insert (wheel, &timers[0], SECOND, 0);
  gyre_wheel_insert (wheel, &timers[1], 2 * SECOND, 1);
  gyre_wheel_insert (wheel, &timers[2], SECOND, 2);
  gyre_wheel_insert (wheel, &timers[0], 3 * SECOND, 0);
  gyre_wheel_insert (wheel, &timers[2], 4 * SECOND, 0);
  g_assert_cmpint (gyre_wheel_get_next_due (wheel), ==, 2 * SECOND);
  g_assert_cmpuint (gyre_wheel_get_length (wheel), ==, 3);
  gyre_wheel_insert (wheel, &timers[2], 5 * SECOND, 0);
  due = gyre_wheel_take_due (wheel, 6 * SECOND);
  g_assert_true (due == &timers[1] && due->next == &timers[0] && due->next->next == &timers[2]);
  gyre_wheel_free (wheel);
}

static gboolean
is_in_order (GyreTimer *list)
{
  for (; list != NULL && list->next != NULL; list = list->next)
    if (list->next->due < list->due || (list->next->due == list->due && list->next->order < list->order))
      return FALSE;
  return TRUE;
}

/* Against a model that looks at all timers each time. */
static void
test_random_timers_come_as_a_list_would_give_them (void)
{
  enum { N = 500 };
  GyreWheel *wheel = gyre_wheel_new (0);
  GyreTimer *timers = g_new0 (GyreTimer, N);
  gint64 now = 0;

  for (guint round = 0; round < 20000; round++)
    {
      GyreTimer *timer = &timers[g_test_rand_int_range (0, N)];
      guint expected = 0;
      gint64 first = G_MAXINT64;
      GyreTimer *due;

      if (g_test_rand_int_range (0, 4) == 0)
        gyre_wheel_cancel (wheel, timer);
      else
        gyre_wheel_insert (wheel, timer, now + ((gint64) 1 << g_test_rand_int_range (0, 44)) + g_test_rand_int_range (0, 1000),
                           round);
      for (guint index = 0; index < N; index++)
        if (timers[index].link != NULL)
          first = MIN (first, timers[index].due);
      g_assert_cmpint (gyre_wheel_get_next_due (wheel), <=, first);
      now += (gint64) 1 << g_test_rand_int_range (0, g_test_rand_int_range (1, 40));
      for (guint index = 0; index < N; index++)
        expected += timers[index].link != NULL && timers[index].due <= now;
      due = gyre_wheel_take_due (wheel, now);
      g_assert_true (is_in_order (due));
      g_assert_cmpuint (length_of (due), ==, expected);
      for (; due != NULL; due = due->next)
        {
          g_assert_null (due->link);
          g_assert_cmpint (due->due, <=, now);
        }
    }
  g_free (timers);
  gyre_wheel_free (wheel);
}

/* Steps of some nanoseconds: what is due comes with the first step that reaches it, also what came, was armed anew or was cancelled
 * within the tick. */
static void
test_frames_are_shorter_than_a_tick (void)
{
  GRand *random = g_rand_new_with_seed (5);
  GyreWheel *wheel = gyre_wheel_new (0);
  GyreTimer timers[64] = { { 0 } };
  gint64 now = 0, before;

  for (guint step = 0; step < 100000; step++)
    {
      GyreTimer *timer = &timers[g_rand_int_range (random, 0, 64)];
      gint64 last = G_MININT64;

      if (g_rand_int_range (random, 0, 4) > 0)
        gyre_wheel_insert (wheel, timer, now + g_rand_int_range (random, -50, g_rand_boolean (random) ? 3000 : 40000), step);
      else
        gyre_wheel_cancel (wheel, timer);
      before = now;
      now += g_rand_int_range (random, 0, 300);
      for (GyreTimer *due = gyre_wheel_take_due (wheel, now); due != NULL; due = due->next)
        {
          g_assert_cmpint (due->due, >, before - 60);
          g_assert_cmpint (due->due, <=, now);
          g_assert_cmpint (due->due, >=, last);
          last = due->due;
        }
      for (guint index = 0; index < 64; index++)
        g_assert_true (timers[index].link == NULL || timers[index].due > now);
    }
  gyre_wheel_free (wheel);
  g_rand_free (random);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/messaging/wheel/nothing-comes-early", test_nothing_comes_early);
  g_test_add_func ("/messaging/wheel/same-due-time-goes-by-order", test_same_due_time_goes_by_order);
  g_test_add_func ("/messaging/wheel/a-cancelled-timer-is-never-due", test_a_cancelled_timer_is_never_due);
  g_test_add_func ("/messaging/wheel/what-is-past-is-due-at-once", test_what_is_past_is_due_at_once);
  g_test_add_func ("/messaging/wheel/years-ahead-is-no-matter", test_years_ahead_is_no_matter);
  g_test_add_func ("/messaging/wheel/who-is-armed-for-later-is-due-then", test_who_is_armed_for_later_is_due_then);
  g_test_add_func ("/messaging/wheel/random-timers-come-as-a-list-would-give-them", test_random_timers_come_as_a_list_would_give_them);
  g_test_add_func ("/messaging/wheel/frames-that-are-shorter-than-a-tick-take-what-is-due", test_frames_are_shorter_than_a_tick);
  return g_test_run ();
}
