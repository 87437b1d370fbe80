/* test-current.c: Which executive a thread works for
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-executive-private.h"

static void
test_the_last_one_pushed_is_current (void)
{
  g_autoptr (GyreExecutive) first = gyre_executive_new ();
  g_autoptr (GyreExecutive) second = gyre_executive_new ();

  g_assert_true (gyre_executive_get_current () == gyre_executive_get_default ());
  gyre_executive_push (first);
  gyre_executive_push (second);
  g_assert_true (gyre_executive_get_current () == second);
  gyre_executive_pop (second);
  g_assert_true (gyre_executive_get_current () == first);
  gyre_executive_pop (first);
  g_assert_true (gyre_executive_get_current () == gyre_executive_get_default ());
}

/* A frame puts its executive in the place of what the thread has pushed, and gives that back. */
static void
test_one_stands_in_for_another (void)
{
  g_autoptr (GyreExecutive) pushed = gyre_executive_new ();
  g_autoptr (GyreExecutive) frame = gyre_executive_new ();
  GyreExecutive *outer;

  gyre_executive_push (pushed);
  outer = gyre_executive_exchange_current (frame);
  g_assert_true (gyre_executive_get_current () == frame);
  g_assert_true (gyre_executive_exchange_current (outer) == frame);
  g_assert_true (gyre_executive_get_current () == pushed);
  gyre_executive_pop (pushed);
}

static gpointer
get_current (gpointer data)
{
  return gyre_executive_get_current ();
}

static void
test_each_thread_has_its_own (void)
{
  g_autoptr (GyreExecutive) mine = gyre_executive_new ();

  gyre_executive_push (mine);
  g_assert_true (g_thread_join (g_thread_new ("other", get_current, NULL)) == gyre_executive_get_default ());
  gyre_executive_pop (mine);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/executive/current/the-last-one-pushed-is-current", test_the_last_one_pushed_is_current);
  g_test_add_func ("/executive/current/one-stands-in-for-another", test_one_stands_in_for_another);
  g_test_add_func ("/executive/current/each-thread-has-its-own", test_each_thread_has_its_own);
  return g_test_run ();
}
