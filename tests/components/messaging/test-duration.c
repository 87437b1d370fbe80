/* test-duration.c: Times as numbers of nanoseconds
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-duration.h"

/* It can stand where a constant must. */
static const gint64 pauses[] = { GYRE_SECONDS (2), GYRE_MILLISECONDS (5), GYRE_MICROSECONDS (7u), GYRE_NANOSECONDS (9) };

static void
test_each_unit_is_so_many_nanoseconds (void)
{
  g_assert_cmpint (pauses[0], ==, G_GINT64_CONSTANT (2000000000));
  g_assert_cmpint (pauses[1], ==, 5000000);
  g_assert_cmpint (pauses[2], ==, 7000);
  g_assert_cmpint (pauses[3], ==, 9);
}

static void
test_numbers_can_be_broken (void)
{
  g_assert_cmpint (GYRE_SECONDS (0.25), ==, 250000000);
  g_assert_cmpint (GYRE_MILLISECONDS (-1.5f), ==, -1500000);
}

static void
test_whole_numbers_are_exact (void)
{
  gint64 microseconds = G_GINT64_CONSTANT (9007199254740993);

  g_assert_cmpint (GYRE_MICROSECONDS (microseconds), ==, G_GINT64_CONSTANT (9007199254740993000));
}

static void
test_what_is_too_long_is_as_long_as_can_be (void)
{
  gint64 long_time = G_MAXINT64 / 10;

  g_assert_cmpint (GYRE_SECONDS (long_time), ==, G_MAXINT64);
  g_assert_cmpint (GYRE_SECONDS (-long_time), ==, G_MININT64);
  g_assert_cmpint (GYRE_SECONDS (1e300), ==, G_MAXINT64);
  g_assert_cmpint (GYRE_MILLISECONDS (-1e300), ==, G_MININT64);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/messaging/duration/each-unit-is-so-many-nanoseconds", test_each_unit_is_so_many_nanoseconds);
  g_test_add_func ("/messaging/duration/numbers-can-be-broken", test_numbers_can_be_broken);
  g_test_add_func ("/messaging/duration/whole-numbers-are-exact", test_whole_numbers_are_exact);
  g_test_add_func ("/messaging/duration/what-is-too-long-is-as-long-as-can-be", test_what_is_too_long_is_as_long_as_can_be);
  return g_test_run ();
}
