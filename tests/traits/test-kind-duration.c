/* test-kind-duration.c: The kind of spans of time
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "trait-fixture.h"
#include "precision-fixture.h"

#define DURATION .kind = &gyre_kind_duration, .storage = GYRE_STORAGE_INT64

static void
test_text (void)
{
  GyreTrait *duration = MAKE_TRAIT (DURATION);

  assert_reads (duration, "30 ms", "30 ms");
  assert_reads (duration, "1h 30min", "1 h 30 min");
  assert_reads (duration, " -1h30min ", "-1 h 30 min");
  assert_reads (duration, "90*minute", "1 h 30 min");
  assert_reads (duration, "1.5 s", "1.5 s");
  assert_reads (duration, "0.1 ms", "100 µs");
  assert_reads (duration, "2 days", "2 d");
  assert_reads (duration, "5 µs", "5 µs");
  assert_reads (duration, "0 s", "0 s");
  assert_reads (duration, "1/(50 Hz)", "20 ms");
}

static void
test_standard (void)
{
  GyreTrait *duration = MAKE_TRAIT (DURATION);

  assert_reads (duration, "PT1H30M", "1 h 30 min");
  assert_reads (duration, "P2DT0.5S", "2 d 0.5 s");
  assert_reads (duration, "-PT5S", "-5 s");
  assert_reads (duration, "P1W", "7 d");
  assert_refuses (duration, "P1Y", GYRE_VALUE_ERROR_SYNTAX,
                  "must be a duration such as PT1H30M or P2DT12H that fits 64 bits of microseconds (at character 1)");
  assert_refuses (duration, "P1M", GYRE_VALUE_ERROR_SYNTAX,
                  "must be a duration such as PT1H30M or P2DT12H that fits 64 bits of microseconds (at character 1)");
  assert_refuses (duration, "PT", GYRE_VALUE_ERROR_SYNTAX,
                  "must be a duration such as PT1H30M or P2DT12H that fits 64 bits of microseconds (at character 1)");
}

static void
test_refused (void)
{
  GyreTrait *duration = MAKE_TRAIT (DURATION);

  if (skip_imprecise ())
    return;
  assert_refuses (duration, "30", GYRE_VALUE_ERROR_DIMENSION, "must be in units such as s, has no units (at character 1)");
  assert_refuses (duration, "30 m", GYRE_VALUE_ERROR_DIMENSION, "must be in units such as s, has the units m (at character 1)");
  assert_hint (duration, "30 m", "valid units are s, ms, µs, ns, min, h, d");
  assert_refuses (duration, "10 ns", GYRE_VALUE_ERROR_RANGE, "must be a whole number of microseconds, is 0.01 of them (at character 1)");
  assert_refuses (duration, "300000 year", GYRE_VALUE_ERROR_RANGE,
                  "must be between -106751991 and 106751991 days, which 64 bits of microseconds hold (at character 1)");
  assert_refuses (duration, "106751992 d", GYRE_VALUE_ERROR_RANGE,
                  "must be between -106751991 and 106751991 days, which 64 bits of microseconds hold (at character 1)");
  assert_refuses (duration, "inf s", GYRE_VALUE_ERROR_RANGE,
                  "must be between -106751991 and 106751991 days, which 64 bits of microseconds hold (at character 1)");
}

static void
test_units (void)
{
  GyreTrait *duration = MAKE_TRAIT (DURATION, .units = "ms", .minimum = 1, .maximum = 2000, .initial = { .text = "30" });
  g_autofree char *initial = gyre_trait_dup_initial_text (duration);

  g_assert_cmpstr (initial, ==, "30 ms");
  assert_reads (duration, "5", "5 ms");
  assert_refuses (duration, "3 s", GYRE_VALUE_ERROR_CONSTRAINT, "must be at least 1 ms and at most 2 s, is 3 s (at character 1)");
  assert_takes (duration, native_int64 (1500), "0.0015 s");
}

static void
test_reads_back (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (42);
  GyreTrait *duration = MAKE_TRAIT (DURATION);
  static const gint64 special[] = { G_MININT64, G_MAXINT64, G_MININT64 + 1, 0, 1, -1, 999, 1000, 999999, 1000001 };

  for (gsize index = 0; index < G_N_ELEMENTS (special); index++)
    assert_survives (duration, (GyreValue) { .present = TRUE, .integer = special[index] });
  for (gsize count = 0; count < 100000; count++)
    {
      guint64 bits = (guint64) g_rand_int (random) << 32 | g_rand_int (random);

      assert_survives (duration, (GyreValue) { .present = TRUE, .integer = (gint64) bits >> (count % 64) });
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/traits/kind-duration/span-is-read-as-people-write-it", test_text);
  g_test_add_func ("/traits/kind-duration/standard-form-is-read", test_standard);
  g_test_add_func ("/traits/kind-duration/nothing-is-rounded-or-clamped", test_refused);
  g_test_add_func ("/traits/kind-duration/plain-number-and-bounds-are-in-the-units", test_units);
  g_test_add_func ("/traits/kind-duration/every-printed-span-reads-back", test_reads_back);
  return g_test_run ();
}
