/* gyre-real.c: The text of one real number
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Nothing here looks at the locale.
 */
#include "gyre-real.h"

#include <float.h>
#include <math.h>
#include <string.h>

/* Below this, every whole number is written with its digits alone, as Python does. */
#define WHOLE_LIMIT 1e16

static gboolean
text_reads_back (const char *text, double value)
{
  return g_ascii_strtod (text, NULL) == value;
}

/*
 * The doubles around a power of two are closer below than above. So the nearest text of 16 digits, lying below, can belong
 * to the neighbour, while the next text above still belongs to the number.
 */
static gboolean
write_above_power_of_two (double value, char *buffer)
{
  int exponent;
  char *digit;

  if (fabs (frexp (value, &exponent)) != 0.5)
    return FALSE;
  g_ascii_formatd (buffer, GYRE_REAL_TEXT_SIZE, "%.15e", value);
  for (digit = strchr (buffer, 'e') - 1; *digit == '9'; digit--)
    *digit = '0';
  if (!g_ascii_isdigit (*digit))
    return FALSE;
  *digit += 1;
  return text_reads_back (buffer, value);
}

/* Fifteen digits always survive, except among the subnormal numbers, where one may do. */
static void
write_shortest (double value, char *buffer)
{
  char format[8] = "%.15g";

  for (int digits = fabs (value) < DBL_MIN ? 1 : 15; digits <= 17; digits++)
    {
      g_snprintf (format, sizeof format, "%%.%dg", digits);
      g_ascii_formatd (buffer, GYRE_REAL_TEXT_SIZE, format, value);
      if (text_reads_back (buffer, value) || (digits == 16 && write_above_power_of_two (value, buffer)))
        break;
    }
  /* %g has no exponent where it has digits to fill; we have one from 1e+16 on, whatever the digits. */
  if (fabs (value) >= WHOLE_LIMIT && strchr (buffer, 'e') == NULL)
    g_ascii_formatd (buffer, GYRE_REAL_TEXT_SIZE, "%.16e", value);
}

/**
 * gyre_real_to_string: (skip)
 * @value: a number
 * @buffer: (out caller-allocates): %GYRE_REAL_TEXT_SIZE bytes
 *
 * Writes the shortest text that reads back as the same number, in every locale: `0.1`, `100000`, `0.7871100000000001`,
 * `1e+22`, `-0`, `inf`, `-inf`, `nan`.
 *
 * Returns: (transfer none): @buffer
 *
 * Since: 0.1
 */
char *
gyre_real_to_string (double value, char buffer[GYRE_REAL_TEXT_SIZE])
{
  if (isnan (value))
    strcpy (buffer, "nan");
  else if (isinf (value))
    strcpy (buffer, value > 0 ? "inf" : "-inf");
  else if (fabs (value) < WHOLE_LIMIT && value == trunc (value))
    g_ascii_formatd (buffer, GYRE_REAL_TEXT_SIZE, "%.0f", value);
  else
    write_shortest (value, buffer);
  return buffer;
}

/* The parts of a decimal, as far as they were read. */
typedef struct
{
  const char *cursor;
  const char *end;
  gboolean negative;
  guint64 mantissa;
  guint significant;    /* digits in the mantissa */
  guint digits;         /* digits of any sort */
  gboolean is_padded;   /* a zero stands before the first other digit */
  gint exponent;
} Decimal;

/* What is safely beyond every exponent that a double can have, and safely within an int. */
#define EXPONENT_LIMIT 100000

static void
decimal_read_digits (Decimal *decimal, gboolean fraction)
{
  for (; decimal->cursor < decimal->end && g_ascii_isdigit (*decimal->cursor); decimal->cursor++)
    {
      decimal->digits = 1;
      if (decimal->mantissa != 0 || *decimal->cursor != '0')
        decimal->significant = MIN (decimal->significant + 1, 100);
      if (decimal->significant <= 15)
        decimal->mantissa = decimal->mantissa * 10 + (guint64) (*decimal->cursor - '0');
      if (fraction)
        decimal->exponent = MAX (decimal->exponent - 1, -EXPONENT_LIMIT);
    }
}

static gboolean
decimal_accept (Decimal *decimal, char first, char second)
{
  if (decimal->cursor == decimal->end || (*decimal->cursor != first && *decimal->cursor != second))
    return FALSE;
  decimal->cursor++;
  return TRUE;
}

static gboolean
decimal_read_exponent (Decimal *decimal)
{
  gboolean negative = decimal_accept (decimal, '-', '-');
  gint exponent = 0;

  if (!negative)
    decimal_accept (decimal, '+', '+');
  if (decimal->cursor == decimal->end)
    return FALSE;
  for (; decimal->cursor < decimal->end; decimal->cursor++)
    {
      if (!g_ascii_isdigit (*decimal->cursor))
        return FALSE;
      exponent = MIN (exponent * 10 + (*decimal->cursor - '0'), EXPONENT_LIMIT);
    }
  decimal->exponent += negative ? -exponent : exponent;
  return TRUE;
}

static gboolean
decimal_read (Decimal *decimal)
{
  decimal->negative = decimal_accept (decimal, '-', '-');
  if (!decimal->negative)
    decimal_accept (decimal, '+', '+');
  decimal->is_padded = decimal->cursor < decimal->end && *decimal->cursor == '0';
  decimal_read_digits (decimal, FALSE);
  if (decimal->cursor == decimal->end)
    return decimal->digits > 0 && !(decimal->is_padded && decimal->significant > 0);
  if (decimal_accept (decimal, '.', '.'))
    decimal_read_digits (decimal, TRUE);
  if (decimal->digits == 0)
    return FALSE;
  if (decimal_accept (decimal, 'e', 'E') && !decimal_read_exponent (decimal))
    return FALSE;
  return decimal->cursor == decimal->end;
}

/* Up to here, the mantissa and the power of ten are exact doubles, so that one operation rounds correctly. */
#define EXACT_POWER 22

static double
decimal_compute (const Decimal *decimal)
{
  static const double powers[EXACT_POWER + 1] = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11,
    1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  };
  double mantissa = (double) decimal->mantissa;
  double value = decimal->exponent < 0 ? mantissa / powers[-decimal->exponent] : mantissa * powers[decimal->exponent];

  return decimal->negative ? -value : value;
}

static double
decimal_convert (const char *text, gsize length)
{
  char copy[64];
  g_autofree char *long_copy = NULL;

  if (length >= sizeof copy)
    {
      long_copy = g_strndup (text, length);
      return g_ascii_strtod (long_copy, NULL);
    }
  memcpy (copy, text, length);
  copy[length] = '\0';
  return g_ascii_strtod (copy, NULL);
}

/**
 * gyre_real_from_decimal: (skip)
 * @text: (array length=length): a text
 * @length: its length in bytes
 * @value: (out): the number
 *
 * Reads a plain decimal number: a sign, digits with a point, an exponent; no blanks, no arithmetic, no names, and no whole
 * number such as 010, which could be octal. It rounds correctly, and is fast for numbers of up to 15 digits.
 *
 * Returns: whether the whole of @text is such a number, and a double can hold it
 *
 * Since: 0.1
 */
gboolean
gyre_real_from_decimal (const char *text, gsize length, double *value)
{
  Decimal decimal = { .cursor = text, .end = text + length };

  if (!decimal_read (&decimal))
    return FALSE;
  if (decimal.significant <= 15 && ABS (decimal.exponent) <= EXACT_POWER)
    *value = decimal_compute (&decimal);
  else
    *value = decimal_convert (text, length);
  return isfinite (*value);
}

/**
 * gyre_real_equal: (skip)
 * @value: a number
 * @other: another
 *
 * Compares as traits do: what a text tells apart is different, so 0 and -0 are, and every not-a-number is the same.
 *
 * Returns: whether both are the same value
 *
 * Since: 0.1
 */
gboolean
gyre_real_equal (double value, double other)
{
  if (isnan (value) || isnan (other))
    return isnan (value) && isnan (other);
  return value == other && signbit (value) == signbit (other);
}
