/* test-kind-time.c: The kind of times of day
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "kind-fixture.h"

#define TIME .kind = &gyre_kind_time, .storage = GYRE_STORAGE_TIME

static void
test_reads (void)
{
  assert_reads (MAKE_TRAIT (TIME), "12:30", "12:30:00");
  assert_reads (MAKE_TRAIT (TIME), "12:30:15.250000", "12:30:15.25");
  assert_reads (MAKE_TRAIT (TIME), "23:59:59.999999", "23:59:59.999999");
  assert_reads (MAKE_TRAIT (TIME, .format = "%I:%M %p"), "01:30 pm", "01:30 PM");
  assert_reads (MAKE_TRAIT (TIME, .format = "%I:%M %p"), "01:30:05", "01:30:05");
  assert_takes (MAKE_TRAIT (TIME), native_int (1500000), "00:00:01.5");
  assert_data (MAKE_TRAIT (TIME), "'12:30'", "12:30:00");
  g_assert_cmpint (fixture_read (MAKE_TRAIT (TIME), "00:00:01.5").integer, ==, 1500000);
}

static void
test_refused (void)
{
  assert_refuses (MAKE_TRAIT (TIME), "24:00", GYRE_VALUE_ERROR_SYNTAX, "must be a time that exists, is '24:00' (at character 1)");
  assert_refuses (MAKE_TRAIT (TIME), "12:30:15.1234567", GYRE_VALUE_ERROR_SYNTAX,
                  "must be a time that exists, is '12:30:15.1234567' (at character 16)");
  assert_refuses (MAKE_TRAIT (TIME), "12:30:60", GYRE_VALUE_ERROR_SYNTAX, "must be a time that exists, is '12:30:60' (at character 7)");
  assert_refuses_native (MAKE_TRAIT (TIME), native_int64 (86400000000), GYRE_VALUE_ERROR_RANGE,
                         "must be a time of day of 0 to 86399999999 microseconds, is 86400000000");
  assert_declaration_fails (MAKE_TRAIT (TIME, .nullable = TRUE), "can't be .nullable: the field of a time has no room for none");
}

static GyreValue
make (GRand *random)
{
  gint64 seconds = g_rand_int_range (random, 0, 86400);

  return (GyreValue) { .present = TRUE, .integer = seconds * G_USEC_PER_SEC + (g_rand_boolean (random) ? g_rand_int_range (random, 0, G_USEC_PER_SEC) : 0) };
}

static void
test_property (void)
{
  assert_property (MAKE_TRAIT (TIME), make);
  assert_property (MAKE_TRAIT (TIME, .format = "%H.%M"), make);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/traits/kind-time/is-read-to-the-microsecond", test_reads);
  g_test_add_func ("/traits/kind-time/time-that-no-day-has-is-refused", test_refused);
  g_test_add_func ("/traits/kind-time/every-value-survives", test_property);
  return g_test_run ();
}
