/* test-kind-date.c: The kind of days of the calendar
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "kind-fixture.h"

static void
test_reads (void)
{
  GyreTrait *trait = MAKE_TRAIT (POINTER (date));
  GyreTrait *german = MAKE_TRAIT (POINTER (date), .format = "%d.%m.%Y");
  GyreTrait *lossy = MAKE_TRAIT (POINTER (date), .format = "%d %b");

  assert_reads (trait, "2026-08-02", "2026-08-02");
  assert_reads (trait, "2024-02-29", "2024-02-29");
  assert_reads (german, "2.8.2026", "02.08.2026");
  assert_reads (german, "2026-08-02", "02.08.2026");
  assert_reads (lossy, "2026-08-02", "2026-08-02");
  assert_data (german, "'2026-08-02'", "02.08.2026");
  assert_takes (trait, native_string ("2026-08-02"), "2026-08-02");
}

static void
test_refused (void)
{
  GyreTrait *trait = MAKE_TRAIT (POINTER (date));
  GyreTrait *german = MAKE_TRAIT (POINTER (date), .format = "%d.%m.%Y");
  GValue native = G_VALUE_INIT;

  assert_refuses (trait, " 2026-02-30", GYRE_VALUE_ERROR_SYNTAX, "must be a date that exists, is '2026-02-30' (at character 10)");
  assert_refuses (trait, "2026-13-01", GYRE_VALUE_ERROR_SYNTAX, "must be a date that exists, is '2026-13-01' (at character 6)");
  assert_refuses (trait, "2026-08-02x", GYRE_VALUE_ERROR_SYNTAX, "must be a date that exists, is '2026-08-02x' (at character 11)");
  assert_hint (trait, "2/8/2026", "write year-month-day: 2026-08-02");
  assert_hint (german, "31.2.2026", "write year-month-day: 2026-08-02, or as the format says: %d.%m.%Y");
  assert_refuses (german, "31.2.2026", GYRE_VALUE_ERROR_SYNTAX, "must be a date that exists, is '31.2.2026' (at character 1)");
  g_value_take_boxed (g_value_init (&native, G_TYPE_DATE), g_date_new ());
  assert_refuses_native (trait, native, GYRE_VALUE_ERROR_RANGE, "must be a date that exists, is one that nobody has set");
  assert_declaration_fails (MAKE_TRAIT (POINTER (date), .format = "day"), "has a .format that says nothing: 'day'");
}

/* Whatever is read when a file is loaded would stand still from then on. */
static void
test_today (void)
{
  assert_hint (MAKE_TRAIT (POINTER (date)), "today", "'today' would be frozen when it is read: let the class compute it");
}

static GyreValue
make (GRand *random)
{
  return (GyreValue) { .present = TRUE, .pointer = g_date_new_julian (g_rand_int_range (random, 1, 23936166)) };
}

static void
test_property (void)
{
  assert_property (MAKE_TRAIT (POINTER (date)), make);
  assert_property (MAKE_TRAIT (POINTER (date), .format = "%A, %d %B %Y"), make);
  assert_property (MAKE_TRAIT (POINTER (date), .format = "%y%m%d"), make);
  assert_schema (MAKE_TRAIT (POINTER (date)), "{'type': <'string'>, 'format': <'date'>}");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/traits/kind-date/is-read-as-iso-and-as-its-format", test_reads);
  g_test_add_func ("/traits/kind-date/day-that-does-not-exist-has-its-place", test_refused);
  g_test_add_func ("/traits/kind-date/today-is-not-frozen", test_today);
  g_test_add_func ("/traits/kind-date/every-value-survives", test_property);
  return g_test_run ();
}
