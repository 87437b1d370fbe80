/* gyre-calendar.c: Dates and times of day as texts
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-calendar-private.h"
#include "gyre-kind-native-private.h"
#include "gyre-parser-private.h"

#include <locale.h>
#include <string.h>

/* Exactly as many digits. */
static gboolean
read_digits (const char **cursor, guint count, gint *number)
{
  *number = 0;
  for (; count > 0; count--)
    {
      if (!g_ascii_isdigit (**cursor))
        return FALSE;
      *number = *number * 10 + (**cursor - '0');
      *cursor += 1;
    }
  return TRUE;
}

/* Two digits that are at most @greatest: the place of a mistake is where they begin. */
static gboolean
read_pair (const char **cursor, gint least, gint greatest, gint *number)
{
  const char *start = *cursor;

  if (!read_digits (cursor, 2, number))
    return FALSE;
  if (*number >= least && *number <= greatest)
    return TRUE;
  *cursor = start;
  return FALSE;
}

static gboolean
accept (const char **cursor, char byte)
{
  if (**cursor != byte)
    return FALSE;
  *cursor += 1;
  return TRUE;
}

/* "2026-08-02" */
gboolean
gyre_calendar_read_date (const char **cursor, GyreCalendarDay *day)
{
  const char *place;

  if (!read_digits (cursor, 4, &day->year))
    return FALSE;
  for (guint more = 0; more < 1 && g_ascii_isdigit (**cursor); more++, *cursor += 1)
    day->year = day->year * 10 + (**cursor - '0');
  if (!accept (cursor, '-') || !read_pair (cursor, 1, 12, &day->month) || !accept (cursor, '-'))
    return FALSE;
  place = *cursor;
  if (!read_pair (cursor, 1, 31, &day->day))
    return FALSE;
  if (day->year <= G_MAXUINT16 && g_date_valid_dmy (day->day, day->month, day->year))
    return TRUE;
  *cursor = place;
  return FALSE;
}

static gboolean
read_decimals (const char **cursor, gint64 *microseconds)
{
  gint64 unit = G_USEC_PER_SEC / 10;

  if (!g_ascii_isdigit (**cursor))
    return FALSE;
  for (; g_ascii_isdigit (**cursor); *cursor += 1, unit /= 10)
    {
      if (unit == 0 && **cursor != '0')
        return FALSE;
      *microseconds += unit * (**cursor - '0');
    }
  return TRUE;
}

/* "12:30", "12:30:15", "12:30:15.25"; nothing is finer than a microsecond. */
gboolean
gyre_calendar_read_time (const char **cursor, gint64 *microseconds)
{
  gint hours, minutes, seconds = 0;

  *microseconds = 0;
  if (!read_pair (cursor, 0, 23, &hours) || !accept (cursor, ':') || !read_pair (cursor, 0, 59, &minutes))
    return FALSE;
  if (accept (cursor, ':'))
    {
      if (!read_pair (cursor, 0, 59, &seconds))
        return FALSE;
      if (accept (cursor, '.') && !read_decimals (cursor, microseconds))
        return FALSE;
    }
  *microseconds += ((hours * 60 + minutes) * 60 + seconds) * (gint64) G_USEC_PER_SEC;
  return TRUE;
}

/* "Z", "+02", "+0200", "+02:00", and of the time before zones "+00:09:21". */
gboolean
gyre_calendar_read_zone (const char **cursor, gint *seconds)
{
  gint hours, minutes = 0, rest = 0;
  gint sign = **cursor == '-' ? -1 : 1;
  gboolean has_colon;

  *seconds = 0;
  if (accept (cursor, 'Z') || accept (cursor, 'z'))
    return TRUE;
  if (!accept (cursor, '+') && !accept (cursor, '-'))
    return FALSE;
  if (!read_pair (cursor, 0, 23, &hours))
    return FALSE;
  has_colon = accept (cursor, ':');
  if ((has_colon || g_ascii_isdigit (**cursor)) && !read_pair (cursor, 0, 59, &minutes))
    return FALSE;
  if (has_colon && accept (cursor, ':') && !read_pair (cursor, 0, 59, &rest))
    return FALSE;
  *seconds = sign * ((hours * 60 + minutes) * 60 + rest);
  return TRUE;
}

/* The names of months and days are English everywhere, so that a file means the same everywhere. */
static locale_t
enter_locale (void)
{
  static gsize plain;

  if (g_once_init_enter (&plain))
    g_once_init_leave (&plain, (gsize) newlocale (LC_ALL_MASK, "C", (locale_t) 0));
  return uselocale ((locale_t) plain);
}

gboolean
gyre_calendar_read_format (const char *text, const char *format, struct tm *fields)
{
  locale_t before = enter_locale ();
  const char *end;

  *fields = (struct tm) { .tm_mday = 1, .tm_year = 70 };
  end = strptime (text, format, fields);
  uselocale (before);
  return end != NULL && *end == '\0';
}

char *
gyre_calendar_write_time (gint64 microseconds)
{
  gint64 seconds = microseconds / G_USEC_PER_SEC;
  char *text = g_strdup_printf ("%02d:%02d:%02d.%06d", (gint) (seconds / 3600), (gint) (seconds / 60 % 60), (gint) (seconds % 60),
                                (gint) (microseconds % G_USEC_PER_SEC));
  gsize length = strlen (text);

  while (text[length - 1] == '0')
    text[--length] = '\0';
  if (text[length - 1] == '.')
    text[length - 1] = '\0';
  return text;
}

char *
gyre_calendar_write_zone (gint seconds)
{
  gint rest = ABS (seconds);
  const char *sign = seconds < 0 ? "-" : "+";

  if (seconds == 0)
    return g_strdup ("Z");
  if (rest % 60 != 0)
    return g_strdup_printf ("%s%02d:%02d:%02d", sign, rest / 3600, rest / 60 % 60, rest % 60);
  return g_strdup_printf ("%s%02d:%02d", sign, rest / 3600, rest / 60 % 60);
}

/* NULL where it comes to nothing, or to more than a line. */
char *
gyre_calendar_write_format (const char *format, const struct tm *fields)
{
  char buffer[256];
  locale_t before = enter_locale ();
  gsize length = strftime (buffer, sizeof buffer, format, fields);

  uselocale (before);
  return length > 0 ? g_strdup (buffer) : NULL;
}

gboolean
gyre_calendar_refuse (const GyreTrait *trait, const char *text, const char *place, const char *example, GError **error)
{
  const char *format = gyre_trait_get_options (trait)->format;
  g_autofree char *shown = g_utf8_make_valid (text, -1);
  g_autofree char *hint = NULL;

  if (g_ascii_strcasecmp (text, "now") == 0 || g_ascii_strcasecmp (text, "today") == 0)
    hint = g_strdup_printf ("'%s' would be frozen when it is read: let the class compute it", text);
  else
    hint = g_strdup_printf ("write %s%s%s", example, format != NULL ? ", or as the format says: " : "", format != NULL ? format : "");
  gyre_value_error_set (error, GYRE_VALUE_ERROR_SYNTAX,
                        format == NULL && place != NULL ? gyre_parser_count_characters (text, place) : GYRE_VALUE_ERROR_NOWHERE, hint,
                        "must be a %s that exists, is '%s'", trait->kind->name, shown);
  return FALSE;
}

char *
gyre_calendar_choose (const GyreTrait *trait, GyreValue value, char *formatted, char *standard)
{
  GyreValue again = GYRE_NONE;
  gboolean is_same = formatted != NULL && trait->kind->parse (trait, formatted, &again, NULL)
                     && gyre_kind_equal (trait->kind, value, again);

  gyre_kind_clear (trait->kind, &again);
  g_free (is_same ? standard : formatted);
  return is_same ? formatted : standard;
}

gboolean
gyre_calendar_check_format (const GyreTrait *trait, GError **error)
{
  const char *format = gyre_trait_get_options (trait)->format;

  if (!gyre_kind_check_room (trait, error))
    return FALSE;
  if (format == NULL || (strchr (format, '%') != NULL && g_utf8_validate (format, -1, NULL)))
    return TRUE;
  gyre_value_error_set (error, GYRE_VALUE_ERROR_CONSTRAINT, GYRE_VALUE_ERROR_NOWHERE, "write it as strptime() has it: %d.%m.%Y",
                        "has a .format that says nothing: '%s'", format);
  return FALSE;
}
