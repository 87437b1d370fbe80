/* gyre-fraction.c: An exact quotient of two whole numbers
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-fraction.h"
#include "gyre-operand-private.h"
#include "gyre-parser-private.h"
#include "gyre-value-error-private.h"

#include <string.h>

G_DEFINE_BOXED_TYPE (GyreFraction, gyre_fraction, gyre_fraction_copy, gyre_fraction_free)

/**
 * gyre_fraction_copy:
 * @fraction: a fraction
 *
 * Returns: (transfer full): a copy
 *
 * Since: 0.1
 */
GyreFraction *
gyre_fraction_copy (const GyreFraction *fraction)
{
  GyreFraction *copy = g_new (GyreFraction, 1);

  *copy = *fraction;
  return copy;
}

/**
 * gyre_fraction_free:
 * @fraction: (transfer full): a fraction
 *
 * Since: 0.1
 */
void
gyre_fraction_free (GyreFraction *fraction)
{
  g_free (fraction);
}

static gboolean
refuse_overflow (GError **error)
{
  gyre_value_error_set (error, GYRE_VALUE_ERROR_RANGE, GYRE_VALUE_ERROR_NOWHERE, NULL,
                        "must have a numerator and a denominator of 64 bits, has larger ones");
  return FALSE;
}

/* A sign and two numbers without one. */
static gboolean
fraction_reduce (GyreFraction *fraction, gboolean is_negative, guint64 above, guint64 below, GError **error)
{
  guint64 divisor = above;

  for (guint64 rest = below; rest != 0; )
    {
      guint64 next = divisor % rest;
      divisor = rest;
      rest = next;
    }
  above /= divisor;
  below /= divisor;
  if (below > G_MAXINT64 || above > (guint64) G_MAXINT64 + (is_negative ? 1 : 0))
    return refuse_overflow (error);
  fraction->numerator = (gint64) (is_negative ? -above : above);
  fraction->denominator = (gint64) below;
  return TRUE;
}

static guint64
get_magnitude (gint64 integer)
{
  return integer < 0 ? -(guint64) integer : (guint64) integer;
}

/**
 * gyre_fraction_set:
 * @fraction: (out caller-allocates): a fraction
 * @numerator: what stands above the line
 * @denominator: what stands below it
 * @error: return location for an error of [error@Gyre.ValueError]
 *
 * Makes a fraction in its lowest terms.
 *
 * Returns: whether there is one: not with a denominator of 0, nor where 64 bits do not hold it
 *
 * Since: 0.1
 */
gboolean
gyre_fraction_set (GyreFraction *fraction, gint64 numerator, gint64 denominator, GError **error)
{
  g_return_val_if_fail (fraction != NULL, FALSE);

  if (denominator == 0)
    {
      gyre_value_error_set (error, GYRE_VALUE_ERROR_RANGE, GYRE_VALUE_ERROR_NOWHERE, NULL, "must have a denominator that is not 0");
      return FALSE;
    }
  return fraction_reduce (fraction, (numerator < 0) != (denominator < 0), get_magnitude (numerator), get_magnitude (denominator), error);
}

/**
 * gyre_fraction_compare:
 * @fraction: a fraction
 * @other: another
 *
 * Returns: less than, equal to, or greater than 0
 *
 * Since: 0.1
 */
int
gyre_fraction_compare (const GyreFraction *fraction, const GyreFraction *other)
{
  GyreWide left, right;

  g_return_val_if_fail (fraction != NULL && other != NULL, 0);
  left = (GyreWide) fraction->numerator * other->denominator;
  right = (GyreWide) other->numerator * fraction->denominator;
  return (left > right) - (left < right);
}

/**
 * gyre_fraction_to_real:
 * @fraction: a fraction
 *
 * Returns: the real number next to it
 *
 * Since: 0.1
 */
double
gyre_fraction_to_real (const GyreFraction *fraction)
{
  g_return_val_if_fail (fraction != NULL, 0);
  return (double) ((long double) fraction->numerator / (long double) fraction->denominator);
}

typedef struct
{
  const char *text;
  const char *cursor;
  GError **error;
} Parser;

static gboolean
refuse (const Parser *parser, GyreValueError code, const char *expectation)
{
  g_autofree char *found = g_utf8_validate (parser->cursor, -1, NULL) ? g_utf8_substring (parser->cursor, 0, MIN (1, g_utf8_strlen (parser->cursor, 2)))
                                                                      : g_strdup ("?");
  gsize offset = gyre_parser_count_characters (parser->text, parser->cursor);

  gyre_value_error_set (parser->error, code, offset, "write 3/4, 1.20 or a whole number", *found != '\0' ? "must %s, has '%s'" : "must %s, ends%s",
                        expectation, found);
  return FALSE;
}

static void
skip_blanks (Parser *parser)
{
  while (*parser->cursor == ' ' || *parser->cursor == '\t' || *parser->cursor == '\n')
    parser->cursor++;
}

/* Digits behind what was read so far. They are read to their end: what is too large is an error of the whole. */
static gboolean
read_digits (Parser *parser, const char *end, guint64 *magnitude)
{
  for (; parser->cursor < end; parser->cursor++)
    if (__builtin_mul_overflow (*magnitude, (guint64) 10, magnitude)
        || __builtin_add_overflow (*magnitude, (guint64) (*parser->cursor - '0'), magnitude))
      return refuse_overflow (parser->error);
  return TRUE;
}

static gboolean
read_whole (Parser *parser, guint64 *magnitude)
{
  const char *end = parser->cursor;

  while (g_ascii_isdigit (*end))
    end++;
  if (end == parser->cursor)
    return refuse (parser, GYRE_VALUE_ERROR_SYNTAX, "go on with a digit");
  *magnitude = 0;
  return read_digits (parser, end, magnitude);
}

/* Zeros at the end say nothing. */
static gboolean
read_decimals (Parser *parser, guint64 *above, guint64 *below)
{
  const char *end = parser->cursor + strspn (parser->cursor, "0123456789");
  const char *last = end;

  if (end == parser->cursor)
    return refuse (parser, GYRE_VALUE_ERROR_SYNTAX, "go on with a digit");
  while (last > parser->cursor && last[-1] == '0')
    last--;
  for (const char *digit = parser->cursor; digit < last; digit++)
    if (__builtin_mul_overflow (*below, (guint64) 10, below))
      return refuse_overflow (parser->error);
  if (!read_digits (parser, last, above))
    return FALSE;
  parser->cursor = end;
  return TRUE;
}

static gboolean
read_denominator (Parser *parser, guint64 *below)
{
  const char *start;

  skip_blanks (parser);
  start = parser->cursor;
  if (!read_whole (parser, below))
    return FALSE;
  if (*below != 0)
    return TRUE;
  parser->cursor = start;
  return refuse (parser, GYRE_VALUE_ERROR_RANGE, "have a denominator that is not 0");
}

/**
 * gyre_fraction_from_text: (skip)
 * @text: a text; any bytes are allowed
 * @fraction: (out): the fraction
 * @error: return location for an error of [error@Gyre.ValueError]
 *
 * Reads `3/4`, `1.20` or a whole number.
 *
 * Returns: whether @text is a fraction
 *
 * Since: 0.1
 */
gboolean
gyre_fraction_from_text (const char *text, GyreFraction *fraction, GError **error)
{
  Parser parser = { text, text, error };
  gboolean is_negative;
  guint64 above = 0;
  guint64 below = 1;
  gboolean fine;

  g_return_val_if_fail (text != NULL && fraction != NULL, FALSE);

  skip_blanks (&parser);
  is_negative = *parser.cursor == '-';
  if (*parser.cursor == '-' || *parser.cursor == '+')
    parser.cursor++;
  if (!read_whole (&parser, &above))
    return FALSE;
  if (*parser.cursor == '.')
    {
      parser.cursor++;
      fine = read_decimals (&parser, &above, &below);
      skip_blanks (&parser);
    }
  else
    {
      skip_blanks (&parser);
      fine = *parser.cursor != '/' || (parser.cursor++, read_denominator (&parser, &below));
      skip_blanks (&parser);
    }
  if (!fine)
    return FALSE;
  if (*parser.cursor != '\0')
    return refuse (&parser, GYRE_VALUE_ERROR_SYNTAX, "end behind the number");
  return fraction_reduce (fraction, is_negative, above, below, error);
}

/**
 * gyre_fraction_to_text:
 * @fraction: a fraction
 *
 * Returns: (transfer full): `3/4`, or `3` where it is whole
 *
 * Since: 0.1
 */
char *
gyre_fraction_to_text (const GyreFraction *fraction)
{
  g_return_val_if_fail (fraction != NULL, NULL);
  if (fraction->denominator == 1)
    return g_strdup_printf ("%" G_GINT64_FORMAT, fraction->numerator);
  return g_strdup_printf ("%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT, fraction->numerator, fraction->denominator);
}
