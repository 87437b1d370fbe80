/* gyre-kind-duration.c: The kind of spans of time
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Microseconds in 64 bits, as GLib's GTimeSpan. What it prints, and what ISO 8601 has for durations, is read with whole numbers,
 * so that nothing is rounded; anything else that is a quantity of time must be a whole number of microseconds.
 */
#include "gyre-kind-private.h"
#include "gyre-measure-private.h"
#include "gyre-number.h"

#include <math.h>
#include <string.h>

#define SECOND G_TIME_SPAN_SECOND
#define DECIMALS 6

static const struct
{
  const char *name;
  char letter;            /* of ISO 8601; 0 for none */
  gboolean is_date;       /* before its `T` */
  gint64 length;
} units[] = {
  { "week", 'W', TRUE, 7 * G_TIME_SPAN_DAY }, { "d", 'D', TRUE, G_TIME_SPAN_DAY }, { "h", 'H', FALSE, G_TIME_SPAN_HOUR },
  { "min", 'M', FALSE, G_TIME_SPAN_MINUTE }, { "s", 'S', FALSE, SECOND }, { "ms", 0, FALSE, G_TIME_SPAN_MILLISECOND },
  { "µs", 0, FALSE, 1 }, { "us", 0, FALSE, 1 },
};

/* Digits with up to six decimals, times what they count. Returns FALSE where that is no whole number of 63 bits. */
static gboolean
read_digits (const char **cursor, guint64 *whole, guint64 *millionths)
{
  guint64 weight = 1000000;
  const char *start = *cursor;
  gboolean fits = TRUE;

  *whole = *millionths = 0;
  for (; g_ascii_isdigit (**cursor); *cursor += 1)
    fits = fits && g_uint64_checked_mul (whole, *whole, 10)
           && g_uint64_checked_add (whole, *whole, (guint64) g_ascii_digit_value (**cursor));
  if (**cursor == '.' && *cursor > start)
    for (*cursor += 1; g_ascii_isdigit (**cursor); *cursor += 1)
      {
        weight /= 10;
        *millionths += weight * (guint64) g_ascii_digit_value (**cursor);
        fits = fits && (weight > 0 || **cursor == '0');
      }
  return fits && *cursor > start;
}

static gboolean
add_part (guint64 *total, guint64 whole, guint64 millionths, gint64 length)
{
  guint64 part, fraction;

  if (!g_uint64_checked_mul (&fraction, millionths, (guint64) length) || fraction % 1000000 != 0)
    return FALSE;
  return g_uint64_checked_mul (&part, whole, (guint64) length) && g_uint64_checked_add (total, *total, part)
         && g_uint64_checked_add (total, *total, fraction / 1000000);
}

/* The magnitude of the least number is one more than that of the greatest. */
static gboolean
give_sign (guint64 total, gboolean is_negative, gint64 *microseconds)
{
  if (total > (guint64) G_MAXINT64 + (is_negative ? 1 : 0))
    return FALSE;
  *microseconds = is_negative ? (gint64) (0 - total) : (gint64) total;
  return TRUE;
}

/* `-1 h 30 min`, larger units first: what is printed. Returns FALSE for everything else, which a slower reader tells about. */
static gboolean
read_plain (const char *cursor, gint64 *microseconds)
{
  gboolean is_negative = *cursor == '-';
  guint64 total = 0, whole, millionths;
  gsize unit = 0;

  cursor += is_negative ? 1 : 0;
  do
    {
      gsize length;

      if (!read_digits (&cursor, &whole, &millionths))
        return FALSE;
      cursor += strspn (cursor, " ");
      length = strcspn (cursor, " 0123456789");
      while (unit < G_N_ELEMENTS (units) && !(strlen (units[unit].name) == length && memcmp (units[unit].name, cursor, length) == 0))
        unit++;
      if (unit == G_N_ELEMENTS (units) || !add_part (&total, whole, millionths, units[unit++].length))
        return FALSE;
      cursor += length;
      cursor += strspn (cursor, " ");
    }
  while (*cursor != '\0');
  return give_sign (total, is_negative, microseconds);
}

/* `PT1H30M`, `P2DT0.5S`, `-PT5S`. Years and months have no length. */
static gboolean
read_standard (const char *cursor, gint64 *microseconds)
{
  gboolean is_negative = *cursor == '-', is_date = TRUE;
  guint64 total = 0, whole, millionths;
  gsize unit = 0;

  cursor += is_negative ? 2 : 1;
  do
    {
      if (is_date && *cursor == 'T')
        {
          is_date = FALSE;
          cursor++;
        }
      if (!read_digits (&cursor, &whole, &millionths))
        return FALSE;
      while (unit < G_N_ELEMENTS (units)
             && !(units[unit].letter == *cursor && units[unit].letter != 0 && units[unit].is_date == is_date))
        unit++;
      if (unit == G_N_ELEMENTS (units) || !add_part (&total, whole, millionths, units[unit++].length))
        return FALSE;
      cursor++;
    }
  while (*cursor != '\0');
  return give_sign (total, is_negative, microseconds);
}

static gboolean
refuse_range (GError **error)
{
  gyre_value_error_set (error, GYRE_VALUE_ERROR_RANGE, GYRE_VALUE_ERROR_NOWHERE, NULL,
                        "must be between -106751991 and 106751991 days, which 64 bits of microseconds hold");
  return FALSE;
}

static gboolean
take_microseconds (long double number, gint64 *microseconds, GError **error)
{
  long double whole = rintl (number);

  if (!(fabsl (whole) < 0x1p63L))
    return refuse_range (error);
  /* A text such as 0.1 ms is not exact in binary; one such as 0.1 µs is far from it. */
  if (fabsl (number - whole) > 1e-6L)
    {
      gyre_value_error_set (error, GYRE_VALUE_ERROR_RANGE, GYRE_VALUE_ERROR_NOWHERE, NULL,
                            "must be a whole number of microseconds, is %.9Lg of them", number);
      return FALSE;
    }
  *microseconds = (gint64) whole;
  return TRUE;
}

/* What the number of a text without units counts. */
static gboolean
find_unit (const GyreTrait *trait, GyreUnit *unit, GError **error)
{
  static const char * const bare = "s";

  if (!gyre_measure_read_units (trait->units != NULL ? trait->units : bare, unit, error))
    return FALSE;
  return TRUE;
}

static gboolean
read_measure (const GyreTrait *trait, const char *text, gint64 *microseconds, GError **error)
{
  GyreMeasure measure;
  GyreUnit second;

  if (!find_unit (trait, &second, error) || !gyre_measure_read (text, -1, &measure, error))
    return FALSE;
  if (!measure.has_unit && trait->units != NULL)
    {
      measure.magnitude *= second.factor;
      measure.dimension = second.dimension;
    }
  if (measure.dimension != second.dimension)
    return gyre_measure_refuse (measure.dimension, second.dimension, trait->units != NULL ? trait->units : "s", error);
  return take_microseconds (measure.magnitude * SECOND, microseconds, error);
}

static gboolean
refuse_standard (GError **error)
{
  gyre_value_error_set (error, GYRE_VALUE_ERROR_SYNTAX, GYRE_VALUE_ERROR_NOWHERE,
                        "years and months have no fixed length; write weeks, days, hours, minutes and seconds",
                        "must be a duration such as PT1H30M or P2DT12H that fits 64 bits of microseconds");
  return FALSE;
}

static gboolean
duration_parse (const GyreTrait *trait, const char *text, GyreValue *value, GError **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  *value = (GyreValue) { .present = TRUE };
  if (stripped[0] == 'P' || (stripped[0] == '-' && stripped[1] == 'P'))
    {
      if (!read_standard (stripped, &value->integer))
        return refuse_standard (error);
      return TRUE;
    }
  return read_plain (stripped, &value->integer) || read_measure (trait, text, &value->integer, error);
}

static void
append_part (GString *text, guint64 *rest, guint64 length, const char *unit)
{
  if (*rest < length)
    return;
  g_string_append_printf (text, "%s%" G_GUINT64_FORMAT " %s", text->len > 1 ? " " : "", *rest / length, unit);
  *rest %= length;
}

static void
append_seconds (GString *text, guint64 microseconds)
{
  g_string_append_printf (text, "%s%" G_GUINT64_FORMAT, text->len > 1 ? " " : "", microseconds / SECOND);
  if (microseconds % SECOND != 0)
    {
      g_string_append_printf (text, ".%06" G_GUINT64_FORMAT, microseconds % SECOND);
      while (text->str[text->len - 1] == '0')
        g_string_truncate (text, text->len - 1);
    }
  g_string_append (text, " s");
}

static char *
duration_print (const GyreTrait *trait, GyreValue value)
{
  guint64 rest = value.integer < 0 ? 0 - (guint64) value.integer : (guint64) value.integer;
  GString *text = g_string_new (value.integer < 0 ? "-" : "");

  if (rest != 0 && rest < G_TIME_SPAN_MILLISECOND)
    append_part (text, &rest, 1, "µs");
  else if (rest < SECOND && rest % G_TIME_SPAN_MILLISECOND == 0)
    append_part (text, &rest, G_TIME_SPAN_MILLISECOND, "ms");
  append_part (text, &rest, G_TIME_SPAN_DAY, "d");
  append_part (text, &rest, G_TIME_SPAN_HOUR, "h");
  append_part (text, &rest, G_TIME_SPAN_MINUTE, "min");
  if (rest > 0 || value.integer == 0)
    append_seconds (text, rest);
  return g_string_free (text, FALSE);
}

static gboolean
duration_equal (GyreValue value, GyreValue other)
{
  return value.integer == other.integer;
}

static GParamSpec *
duration_specify (const GyreTrait *trait, GParamFlags flags)
{
  const GyreDescriptor *descriptor = &trait->descriptor;
  gboolean sensible = trait->integer.minimum <= trait->integer.maximum;
  gint64 minimum = sensible ? trait->integer.minimum : G_MININT64;
  gint64 maximum = sensible ? trait->integer.maximum : G_MAXINT64;

  return g_param_spec_int64 (descriptor->name, descriptor->name, descriptor->summary, minimum, maximum, CLAMP (0, minimum, maximum), flags);
}

static gboolean
duration_from_gvalue (const GyreTrait *trait, const GValue *source, GyreValue *value, GError **error)
{
  gboolean is_whole = FALSE;

  if (!gyre_kind_number_from_gvalue (source, value, &is_whole))
    return gyre_kind_refuse_type (trait, source, error);
  if (is_whole)
    return TRUE;
  return take_microseconds (value->real, &value->integer, error);
}

static void
duration_to_gvalue (const GyreTrait *trait, GyreValue value, GValue *target)
{
  g_value_set_int64 (target, value.integer);
}

static gboolean
duration_check_options (const GyreTrait *trait, GError **error)
{
  GyreUnit unit, second;

  if (trait->units == NULL)
    return TRUE;
  if (!gyre_measure_read_units ("s", &second, error) || !find_unit (trait, &unit, error))
    {
      g_prefix_error (error, "has .units that cannot be read: ");
      return FALSE;
    }
  return unit.dimension == second.dimension || gyre_measure_refuse (unit.dimension, second.dimension, "s", error);
}

const GyreKind gyre_kind_duration = {
  .name = "duration",
  .parse = duration_parse,
  .print = duration_print,
  .equal = duration_equal,
  .specify = duration_specify,
  .from_gvalue = duration_from_gvalue,
  .to_gvalue = duration_to_gvalue,
  .check_options = duration_check_options,
};
