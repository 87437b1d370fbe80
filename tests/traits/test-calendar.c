/* test-calendar.c: Dates and times of day as texts
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "kind-fixture.h"
#include "gyre-calendar-private.h"

static void
test_zone (void)
{
  static const struct { const char *text; gint seconds; const char *written; } rows[] = {
    { "Z", 0, "Z" }, { "+02", 7200, "+02:00" }, { "-0330", -12600, "-03:30" }, { "+00:09:21", 561, "+00:09:21" }, { "-00:00", 0, "Z" },
  };

  for (gsize index = 0; index < G_N_ELEMENTS (rows); index++)
    {
      const char *cursor = rows[index].text;
      gint seconds = 99;
      g_autofree char *written = NULL;

      g_assert_true (gyre_calendar_read_zone (&cursor, &seconds));
      g_assert_cmpstr (cursor, ==, "");
      g_assert_cmpint (seconds, ==, rows[index].seconds);
      written = gyre_calendar_write_zone (seconds);
      g_assert_cmpstr (written, ==, rows[index].written);
    }
}

static void
test_place (void)
{
  const char *text = "2026-02-30", *cursor = text;
  GyreCalendarDay day;
  gint64 time;

  g_assert_false (gyre_calendar_read_date (&cursor, &day));
  g_assert_cmpint (cursor - text, ==, 8);
  text = cursor = "12:61";
  g_assert_false (gyre_calendar_read_time (&cursor, &time));
  g_assert_cmpint (cursor - text, ==, 3);
  text = cursor = "12:30:15.1234567";
  g_assert_false (gyre_calendar_read_time (&cursor, &time));
  g_assert_cmpint (cursor - text, ==, 15);
}

static void
test_locale (void)
{
  struct tm fields;

  g_assert_true (gyre_calendar_read_format ("2 August 2026", "%d %B %Y", &fields));
  g_assert_cmpint (fields.tm_mon, ==, 7);
  g_assert_false (gyre_calendar_read_format ("2 August 2026!", "%d %B %Y", &fields));
  g_autofree char *text = gyre_calendar_write_format ("%d %B %Y", &fields);
  g_assert_cmpstr (text, ==, "02 August 2026");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/traits/calendar/zone-is-a-distance-from-universal-time", test_zone);
  g_test_add_func ("/traits/calendar/mistake-has-its-place", test_place);
  g_test_add_func ("/traits/calendar/months-have-one-name-everywhere", test_locale);
  return g_test_run ();
}
