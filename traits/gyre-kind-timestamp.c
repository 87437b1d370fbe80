/* gyre-kind-timestamp.c: The kind of moments
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A moment keeps the distance of its zone from universal time, which is what a text can tell of a zone. A text without a zone is
 * in universal time: a file must mean the same wherever it is read.
 */
#include "gyre-calendar-private.h"
#include "gyre-kind-native-private.h"
#include "gyre-literal.h"

/* GLib's seconds are a real number; in whole ones and microseconds nothing is lost. NULL beyond the years 1 to 9999. */
static GDateTime *
make (const GyreCalendarDay *day, gint64 microseconds, gint offset)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_offset (offset);
  gint64 seconds = microseconds / G_USEC_PER_SEC;
  g_autoptr (GDateTime) whole = day->year >= 1 && day->year <= 9999
                                  ? g_date_time_new (zone, day->year, day->month, day->day, (gint) (seconds / 3600),
                                                     (gint) (seconds / 60 % 60), (gdouble) (seconds % 60))
                                  : NULL;

  return whole != NULL ? g_date_time_add (whole, microseconds % G_USEC_PER_SEC) : NULL;
}

static GDateTime *
read_format (const GyreTrait *trait, const char *text)
{
  const char *format = gyre_trait_get_options (trait)->format;
  struct tm fields;

  if (format == NULL || !gyre_calendar_read_format (text, format, &fields) || fields.tm_sec > 59
      || ABS (fields.tm_gmtoff) >= 86400 || fields.tm_year < -1899
      || !g_date_valid_dmy (fields.tm_mday, fields.tm_mon + 1, fields.tm_year + 1900))
    return NULL;
  return make (&(GyreCalendarDay) { fields.tm_year + 1900, fields.tm_mon + 1, fields.tm_mday },
               ((fields.tm_hour * 60 + fields.tm_min) * 60 + fields.tm_sec) * (gint64) G_USEC_PER_SEC, (gint) fields.tm_gmtoff);
}

/* "2026-08-02", "2026-08-02T12:30:15.25+02:00"; a blank will do for the T. */
static GDateTime *
read_standard (const char **cursor)
{
  GyreCalendarDay day;
  gint64 microseconds = 0;
  gint offset = 0;

  if (!gyre_calendar_read_date (cursor, &day))
    return NULL;
  if (**cursor == 'T' || **cursor == 't' || **cursor == ' ')
    {
      *cursor += 1;
      if (!gyre_calendar_read_time (cursor, &microseconds))
        return NULL;
      *cursor += **cursor == ' ' ? 1 : 0;
      if (**cursor != '\0' && !gyre_calendar_read_zone (cursor, &offset))
        return NULL;
    }
  return **cursor == '\0' ? make (&day, microseconds, offset) : NULL;
}

static gboolean
timestamp_parse (const GyreTrait *trait, const char *text, GyreValue *value, GError **error)
{
  const char *cursor = text;
  GDateTime *moment = read_format (trait, text);

  if (moment == NULL)
    moment = read_standard (&cursor);
  if (moment == NULL)
    return gyre_calendar_refuse (trait, text, cursor, "date, time and zone: 2026-08-02T12:30:15+02:00", error);
  *value = (GyreValue) { .present = TRUE, .pointer = moment };
  return TRUE;
}

static gint
get_offset (GDateTime *moment)
{
  return (gint) (g_date_time_get_utc_offset (moment) / G_USEC_PER_SEC);
}

static char *
write_standard (GDateTime *moment)
{
  gint64 seconds = (g_date_time_get_hour (moment) * 60 + g_date_time_get_minute (moment)) * 60 + g_date_time_get_second (moment);
  g_autofree char *time = gyre_calendar_write_time (seconds * G_USEC_PER_SEC + g_date_time_get_microsecond (moment));
  g_autofree char *zone = gyre_calendar_write_zone (get_offset (moment));

  return g_strdup_printf ("%04d-%02d-%02dT%s%s", g_date_time_get_year (moment), g_date_time_get_month (moment),
                          g_date_time_get_day_of_month (moment), time, zone);
}

static char *
timestamp_print (const GyreTrait *trait, GyreValue value)
{
  const char *format = gyre_trait_get_options (trait)->format;
  GDateTime *moment = value.pointer;
  struct tm fields = { .tm_year = g_date_time_get_year (moment) - 1900, .tm_mon = g_date_time_get_month (moment) - 1,
                       .tm_mday = g_date_time_get_day_of_month (moment), .tm_hour = g_date_time_get_hour (moment),
                       .tm_min = g_date_time_get_minute (moment), .tm_sec = g_date_time_get_second (moment),
                       .tm_wday = g_date_time_get_day_of_week (moment) % 7, .tm_yday = g_date_time_get_day_of_year (moment) - 1,
                       .tm_gmtoff = get_offset (moment), .tm_zone = g_date_time_get_timezone_abbreviation (moment) };
  g_autofree char *text = NULL;

  if (format == NULL)
    return write_standard (moment);
  text = gyre_calendar_choose (trait, value, gyre_calendar_write_format (format, &fields), write_standard (moment));
  return gyre_literal_quote (text);
}

static gboolean
timestamp_equal (GyreValue value, GyreValue other)
{
  return g_date_time_equal (value.pointer, other.pointer) && get_offset (value.pointer) == get_offset (other.pointer);
}

/* Wherever the zones are: 12:00+02:00 is 10:00Z. */
static int
timestamp_compare (GyreValue value, GyreValue other)
{
  return g_date_time_compare (value.pointer, other.pointer);
}

static GyreValue
timestamp_copy (GyreValue value)
{
  value.pointer = g_date_time_ref (value.pointer);
  return value;
}

static void
timestamp_clear (GyreValue value)
{
  g_date_time_unref (value.pointer);
}

static GParamSpec *
timestamp_specify (const GyreTrait *trait, GParamFlags flags)
{
  return gyre_kind_specify_boxed (trait, flags, G_TYPE_DATE_TIME);
}

static gboolean
timestamp_from_gvalue (const GyreTrait *trait, const GValue *source, GyreValue *value, GError **error)
{
  return gyre_kind_boxed_from_gvalue (trait, source, G_TYPE_DATE_TIME, value, error);
}

static GVariant *
timestamp_to_variant (const GyreTrait *trait, GyreValue value)
{
  return g_variant_new_take_string (write_standard (value.pointer));
}

/* Data is in ISO 8601, whatever format people like. */
static gboolean
timestamp_from_variant (const GyreTrait *trait, GVariant *packed, GyreValue *value, GError **error)
{
  g_autoptr (GVariant) variant = gyre_kind_unwrap_variant (packed);
  const char *cursor = g_variant_is_of_type (variant, G_VARIANT_TYPE_STRING) ? g_variant_get_string (variant, NULL) : "";
  GDateTime *moment = read_standard (&cursor);

  if (moment == NULL)
    return gyre_kind_from_variant (trait, variant, value, error);
  *value = (GyreValue) { .present = TRUE, .pointer = moment };
  return TRUE;
}

static void
timestamp_describe_schema (const GyreTrait *trait, GVariantBuilder *builder)
{
  gyre_kind_describe (builder, "type", "string");
  if (gyre_trait_get_options (trait)->format == NULL)
    gyre_kind_describe (builder, "format", "date-time");
}

const GyreKind gyre_kind_timestamp = {
  .name = "timestamp",
  .parse = timestamp_parse,
  .print = timestamp_print,
  .equal = timestamp_equal,
  .compare = timestamp_compare,
  .copy = timestamp_copy,
  .clear = timestamp_clear,
  .specify = timestamp_specify,
  .from_gvalue = timestamp_from_gvalue,
  .to_gvalue = gyre_kind_boxed_to_gvalue,
  .to_variant = timestamp_to_variant,
  .from_variant = timestamp_from_variant,
  .describe_schema = timestamp_describe_schema,
  .check_options = gyre_calendar_check_format,
  .is_text = TRUE,
};
