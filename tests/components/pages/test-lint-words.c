/* test-lint-words.c: What the words of a summary tell
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-lint-words.h"

static void
names_are_repeated_with_and_without_articles (void)
{
  const char *names[] = { "radius", ".ball", NULL };
  const char *types[] = { "tower.clock", "TowerClock", NULL };

  g_assert_true (gyre_lint_repeats ("the radius", names));
  g_assert_true (gyre_lint_repeats ("Radius of the ball.", names));
  g_assert_true (gyre_lint_repeats ("the clock of a tower", types));
  g_assert_true (gyre_lint_repeats ("clocks", types));
  g_assert_false (gyre_lint_repeats ("the largest radius", names));
  g_assert_false (gyre_lint_repeats ("how far the points are", names));
}

static void
a_measured_number_is_known_by_its_name (void)
{
  g_autofree char *radius = gyre_lint_find_dimension ("outer-radius", NULL);
  g_autofree char *rate = gyre_lint_find_dimension ("sample_rate", "");

  g_assert_cmpstr (radius, ==, "radius");
  g_assert_cmpstr (rate, ==, "rate");
  g_assert_null (gyre_lint_find_dimension ("time-zone-number", "which zone"));
  g_assert_null (gyre_lint_find_dimension ("samples", "how many points are drawn"));
}

static void
a_measured_number_is_known_by_its_summary (void)
{
  g_autofree char *unit = gyre_lint_find_dimension ("pause", "between two runs, in milliseconds");
  g_autofree char *question = gyre_lint_find_dimension ("pause", "How long it rests");

  g_assert_cmpstr (unit, ==, "milliseconds");
  g_assert_cmpstr (question, ==, "how long");
  g_assert_null (gyre_lint_find_dimension ("rank", "the second of two; a matter of degree"));
  g_assert_null (gyre_lint_find_dimension ("mood", "how it feels, and how long ago nobody knows"));
}

static void
sentences_begin_and_end (void)
{
  g_assert_true (gyre_lint_ends_a_sentence ("It runs."));
  g_assert_false (gyre_lint_ends_a_sentence ("and so on etc."));
  g_assert_false (gyre_lint_ends_a_sentence ("and..."));
  g_assert_true (gyre_lint_begins_large ("It runs"));
  g_assert_true (gyre_lint_begins_large ("A run"));
  g_assert_false (gyre_lint_begins_large ("JSON text"));
  g_assert_false (gyre_lint_begins_large ("it runs"));
  g_assert_false (gyre_lint_begins_large ("1 of 2"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pages/lint-words/names-are-repeated-with-and-without-articles", names_are_repeated_with_and_without_articles);
  g_test_add_func ("/pages/lint-words/a-measured-number-is-known-by-its-name", a_measured_number_is_known_by_its_name);
  g_test_add_func ("/pages/lint-words/a-measured-number-is-known-by-its-summary", a_measured_number_is_known_by_its_summary);
  g_test_add_func ("/pages/lint-words/sentences-begin-and-end", sentences_begin_and_end);
  return g_test_run ();
}
