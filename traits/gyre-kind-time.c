/* gyre-kind-time.c: The kind of times of day
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A value is the microseconds since midnight.
 */
#include "gyre-calendar-private.h"
#include "gyre-kind-native-private.h"
#include "gyre-literal.h"

static gboolean
read_format (const GyreTrait *trait, const char *text, gint64 *microseconds)
{
  const char *format = gyre_trait_get_options (trait)->format;
  struct tm fields;

  if (format == NULL || !gyre_calendar_read_format (text, format, &fields))
    return FALSE;
  *microseconds = ((fields.tm_hour * 60 + fields.tm_min) * 60 + fields.tm_sec) * (gint64) G_USEC_PER_SEC;
  return fields.tm_sec < 60;
}

static gboolean
time_parse (const GyreTrait *trait, const char *text, GyreValue *value, GError **error)
{
  const char *cursor = text;

  *value = (GyreValue) { .present = TRUE };
  return read_format (trait, text, &value->integer)
         || (gyre_calendar_read_time (&cursor, &value->integer) && *cursor == '\0')
         || gyre_calendar_refuse (trait, text, cursor, "hours:minutes:seconds: 12:30:15.25", error);
}

static char *
time_print (const GyreTrait *trait, GyreValue value)
{
  const char *format = gyre_trait_get_options (trait)->format;
  gint64 seconds = value.integer / G_USEC_PER_SEC;
  struct tm fields = { .tm_hour = (gint) (seconds / 3600), .tm_min = (gint) (seconds / 60 % 60), .tm_sec = (gint) (seconds % 60),
                       .tm_mday = 1, .tm_year = 70 };
  g_autofree char *text = NULL;

  if (format == NULL)
    return gyre_calendar_write_time (value.integer);
  text = gyre_calendar_choose (trait, value, gyre_calendar_write_format (format, &fields), gyre_calendar_write_time (value.integer));
  return gyre_literal_quote (text);
}

static gboolean
time_equal (GyreValue value, GyreValue other)
{
  return value.integer == other.integer;
}

static int
time_compare (GyreValue value, GyreValue other)
{
  return (value.integer > other.integer) - (value.integer < other.integer);
}

static gboolean
time_validate (const GyreTrait *trait, GyreValue value, GError **error)
{
  if (value.integer >= 0 && value.integer < GYRE_CALENDAR_DAY)
    return TRUE;
  gyre_value_error_set (error, GYRE_VALUE_ERROR_RANGE, GYRE_VALUE_ERROR_NOWHERE, NULL,
                        "must be a time of day of 0 to 86399999999 microseconds, is %" G_GINT64_FORMAT, value.integer);
  return FALSE;
}

static GParamSpec *
time_specify (const GyreTrait *trait, GParamFlags flags)
{
  const GyreDescriptor *descriptor = &trait->descriptor;

  return g_param_spec_int64 (descriptor->name, descriptor->name, descriptor->summary, 0, GYRE_CALENDAR_DAY - 1, 0, flags);
}

static gboolean
time_from_gvalue (const GyreTrait *trait, const GValue *source, GyreValue *value, GError **error)
{
  gboolean is_whole = FALSE;

  if (G_VALUE_HOLDS_STRING (source) && g_value_get_string (source) != NULL)
    return time_parse (trait, g_value_get_string (source), value, error);
  return (gyre_kind_number_from_gvalue (source, value, &is_whole) && is_whole) || gyre_kind_refuse_type (trait, source, error);
}

static void
time_to_gvalue (const GyreTrait *trait, GyreValue value, GValue *target)
{
  g_value_set_int64 (target, value.integer);
}

static GVariant *
time_to_variant (const GyreTrait *trait, GyreValue value)
{
  return g_variant_new_take_string (gyre_calendar_write_time (value.integer));
}

/* Data is in ISO 8601, whatever format people like. */
static gboolean
time_from_variant (const GyreTrait *trait, GVariant *packed, GyreValue *value, GError **error)
{
  g_autoptr (GVariant) variant = gyre_kind_unwrap_variant (packed);
  const char *cursor = g_variant_is_of_type (variant, G_VARIANT_TYPE_STRING) ? g_variant_get_string (variant, NULL) : "";

  *value = (GyreValue) { .present = TRUE };
  if (gyre_calendar_read_time (&cursor, &value->integer) && *cursor == '\0')
    return TRUE;
  return gyre_kind_from_variant (trait, variant, value, error);
}

static void
time_describe_schema (const GyreTrait *trait, GVariantBuilder *builder)
{
  gyre_kind_describe (builder, "type", "string");
  if (gyre_trait_get_options (trait)->format == NULL)
    gyre_kind_describe (builder, "pattern", "^([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]+)?)?$");
}

const GyreKind gyre_kind_time = {
  .name = "time",
  .parse = time_parse,
  .print = time_print,
  .equal = time_equal,
  .compare = time_compare,
  .validate = time_validate,
  .specify = time_specify,
  .from_gvalue = time_from_gvalue,
  .to_gvalue = time_to_gvalue,
  .to_variant = time_to_variant,
  .from_variant = time_from_variant,
  .describe_schema = time_describe_schema,
  .check_options = gyre_calendar_check_format,
  .is_text = TRUE,
};
