/* gyre-kind-date.c: The kind of days of the calendar
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-calendar-private.h"
#include "gyre-kind-native-private.h"
#include "gyre-literal.h"

static void
take (const GyreCalendarDay *day, GyreValue *value)
{
  *value = (GyreValue) { .present = TRUE, .pointer = g_date_new_dmy (day->day, day->month, day->year) };
}

static gboolean
read_format (const GyreTrait *trait, const char *text, GyreCalendarDay *day)
{
  const char *format = gyre_trait_get_options (trait)->format;
  struct tm fields;

  if (format == NULL || !gyre_calendar_read_format (text, format, &fields))
    return FALSE;
  *day = (GyreCalendarDay) { fields.tm_year + 1900, fields.tm_mon + 1, fields.tm_mday };
  return day->year > 0 && day->year <= G_MAXUINT16 && g_date_valid_dmy (day->day, day->month, day->year);
}

static gboolean
date_parse (const GyreTrait *trait, const char *text, GyreValue *value, GError **error)
{
  const char *cursor = text;
  GyreCalendarDay day;

  if (!read_format (trait, text, &day) && (!gyre_calendar_read_date (&cursor, &day) || *cursor != '\0'))
    return gyre_calendar_refuse (trait, text, cursor, "year-month-day: 2026-08-02", error);
  take (&day, value);
  return TRUE;
}

static char *
date_print (const GyreTrait *trait, GyreValue value)
{
  const char *format = gyre_trait_get_options (trait)->format;
  const GDate *date = value.pointer;
  struct tm fields;
  char *standard = g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (date), g_date_get_month (date), g_date_get_day (date));
  g_autofree char *text = NULL;

  if (format == NULL)
    return standard;
  g_date_to_struct_tm (date, &fields);
  text = gyre_calendar_choose (trait, value, gyre_calendar_write_format (format, &fields), standard);
  return gyre_literal_quote (text);
}

static gboolean
date_equal (GyreValue value, GyreValue other)
{
  return g_date_compare (value.pointer, other.pointer) == 0;
}

static int
date_compare (GyreValue value, GyreValue other)
{
  return g_date_compare (value.pointer, other.pointer);
}

static GyreValue
date_copy (GyreValue value)
{
  value.pointer = g_date_copy (value.pointer);
  return value;
}

static void
date_clear (GyreValue value)
{
  g_date_free (value.pointer);
}

static GParamSpec *
date_specify (const GyreTrait *trait, GParamFlags flags)
{
  return gyre_kind_specify_boxed (trait, flags, G_TYPE_DATE);
}

/* A date that nobody has set is none of the calendar, and can't even be compared. */
static gboolean
date_from_gvalue (const GyreTrait *trait, const GValue *source, GyreValue *value, GError **error)
{
  if (!G_VALUE_HOLDS (source, G_TYPE_DATE) || g_value_get_boxed (source) == NULL || g_date_valid (g_value_get_boxed (source)))
    return gyre_kind_boxed_from_gvalue (trait, source, G_TYPE_DATE, value, error);
  gyre_value_error_set (error, GYRE_VALUE_ERROR_RANGE, GYRE_VALUE_ERROR_NOWHERE, NULL, "must be a date that exists, is one that nobody has set");
  return FALSE;
}

static GVariant *
date_to_variant (const GyreTrait *trait, GyreValue value)
{
  const GDate *date = value.pointer;

  return g_variant_new_take_string (g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (date), g_date_get_month (date), g_date_get_day (date)));
}

/* Data is in ISO 8601, whatever format people like. */
static gboolean
date_from_variant (const GyreTrait *trait, GVariant *packed, GyreValue *value, GError **error)
{
  g_autoptr (GVariant) variant = gyre_kind_unwrap_variant (packed);
  const char *cursor;
  GyreCalendarDay day;

  if (!g_variant_is_of_type (variant, G_VARIANT_TYPE_STRING))
    return gyre_kind_from_variant (trait, variant, value, error);
  cursor = g_variant_get_string (variant, NULL);
  if (!gyre_calendar_read_date (&cursor, &day) || *cursor != '\0')
    return gyre_kind_from_variant (trait, variant, value, error);
  take (&day, value);
  return TRUE;
}

static void
date_describe_schema (const GyreTrait *trait, GVariantBuilder *builder)
{
  gyre_kind_describe (builder, "type", "string");
  if (gyre_trait_get_options (trait)->format == NULL)
    gyre_kind_describe (builder, "format", "date");
}

const GyreKind gyre_kind_date = {
  .name = "date",
  .parse = date_parse,
  .print = date_print,
  .equal = date_equal,
  .compare = date_compare,
  .copy = date_copy,
  .clear = date_clear,
  .specify = date_specify,
  .from_gvalue = date_from_gvalue,
  .to_gvalue = gyre_kind_boxed_to_gvalue,
  .to_variant = date_to_variant,
  .from_variant = date_from_variant,
  .describe_schema = date_describe_schema,
  .check_options = gyre_calendar_check_format,
  .is_text = TRUE,
};
