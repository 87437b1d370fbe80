/* test-kind-timestamp.c: The kind of moments
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "kind-fixture.h"

static void
test_reads (void)
{
  GyreTrait *trait = MAKE_TRAIT (POINTER (timestamp));
  GyreTrait *mail = MAKE_TRAIT (POINTER (timestamp), .format = "%a, %d %b %Y %H:%M:%S %z");

  assert_reads (trait, "2026-08-02T12:30:15.25+02:00", "2026-08-02T12:30:15.25+02:00");
  assert_reads (trait, "2026-08-02 12:30", "2026-08-02T12:30:00Z");
  assert_reads (trait, "2026-08-02", "2026-08-02T00:00:00Z");
  assert_reads (trait, "2026-08-02 12:30:15 -0330", "2026-08-02T12:30:15-03:30");
  assert_reads (mail, "Sun, 02 Aug 2026 12:30:15 +0200", "Sun, 02 Aug 2026 12:30:15 +0200");
  assert_reads (mail, "2026-08-02T12:30:15.5Z", "2026-08-02T12:30:15.5Z");
  assert_data (mail, "'2026-08-02T12:30:15Z'", "Sun, 02 Aug 2026 12:30:15 +0000");
}

static void
test_refused (void)
{
  GyreTrait *trait = MAKE_TRAIT (POINTER (timestamp));

  assert_refuses (trait, "2026-08-02T12:30:15+25:00", GYRE_VALUE_ERROR_SYNTAX,
                  "must be a timestamp that exists, is '2026-08-02T12:30:15+25:00' (at character 21)");
  assert_refuses (trait, "2026-08-02T", GYRE_VALUE_ERROR_SYNTAX, "must be a timestamp that exists, is '2026-08-02T' (at character 12)");
  assert_refuses (trait, "12026-08-02", GYRE_VALUE_ERROR_SYNTAX, "must be a timestamp that exists, is '12026-08-02' (at character 12)");
  assert_hint (trait, "now", "'now' would be frozen when it is read: let the class compute it");
}

/* The same moment in another zone is another value: the zone is kept. */
static void
test_zone (void)
{
  GyreTrait *trait = MAKE_TRAIT (POINTER (timestamp));
  GyreValue here = fixture_read (trait, "2026-08-02T12:00:00+02:00"), there = fixture_read (trait, "2026-08-02T10:00:00Z");

  g_assert_true (g_date_time_equal (here.pointer, there.pointer));
  g_assert_false (gyre_kind_equal (&gyre_kind_timestamp, here, there));
  gyre_kind_clear (&gyre_kind_timestamp, &here);
  gyre_kind_clear (&gyre_kind_timestamp, &there);
}

static GyreValue
make (GRand *random)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_offset (g_rand_int_range (random, -86399, 86400));
  g_autoptr (GDateTime) whole = g_date_time_new (zone, g_rand_int_range (random, 2, 9999), g_rand_int_range (random, 1, 13),
                                                 g_rand_int_range (random, 1, 29), g_rand_int_range (random, 0, 24),
                                                 g_rand_int_range (random, 0, 60), g_rand_int_range (random, 0, 60));

  return (GyreValue) { .present = TRUE, .pointer = g_date_time_add (whole, g_rand_int_range (random, 0, G_USEC_PER_SEC)) };
}

static void
test_property (void)
{
  assert_property (MAKE_TRAIT (POINTER (timestamp)), make);
  assert_property (MAKE_TRAIT (POINTER (timestamp), .format = "%c %z"), make);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/traits/kind-timestamp/is-read-as-iso-and-as-its-format", test_reads);
  g_test_add_func ("/traits/kind-timestamp/moment-that-does-not-exist-is-refused", test_refused);
  g_test_add_func ("/traits/kind-timestamp/zone-is-kept", test_zone);
  g_test_add_func ("/traits/kind-timestamp/every-value-survives", test_property);
  return g_test_run ();
}
