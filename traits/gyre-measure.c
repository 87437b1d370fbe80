/* gyre-measure.c: The text of a number with a unit
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A parser by recursive descent that reads the arithmetic of numbers with units in it, and what people write:
 *
 *     sum     = product { ("+" | "-") product | number product }       the second: 1 h 30 min
 *     product = factor { ("*" | "·" | "×" | "/" | nothing) factor }
 *     factor  = ("+" | "-") factor | power
 *     power   = primary [ ("**" | "^") factor | superscripts ]
 *     primary = "(" sum ")" | number | name
 *
 * All of product has one rank, from left to right. Behind a division by a unit, a unit with nothing between is refused, because
 * `J/kg K` is read both ways.
 */
#include "gyre-measure-private.h"
#include "gyre-number.h"
#include "gyre-parser-private.h"
#include "gyre-value-error-private.h"

#include <math.h>
#include <string.h>

static gboolean parse_sum (GyreParser *parser, GyreMeasure *result);
static gboolean parse_factor (GyreParser *parser, GyreMeasure *result);

/* Signs that are not letters, though they are beyond ASCII. The first ten are the powers. */
static const char * const signs[] = { "⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹", "⁻", "·", "⋅", "×", "−", "\302\240", "\342\200\257" };
#define SUPERSCRIPT_MINUS 10

static gboolean
stands (const char *cursor, const char *end, const char *sign)
{
  gsize length = strlen (sign);

  return (gsize) (end - cursor) >= length && memcmp (cursor, sign, length) == 0;
}

static gboolean
is_letter (const char *cursor, const char *end)
{
  if (g_ascii_isalnum (*cursor) || *cursor == '_' || *cursor == '%')
    return TRUE;
  if ((*cursor & 0x80) == 0)
    return FALSE;
  for (gsize index = 0; index < G_N_ELEMENTS (signs); index++)
    if (stands (cursor, end, signs[index]))
      return FALSE;
  return TRUE;
}

static const char *
word_end (const char *cursor, const char *end)
{
  while (cursor < end && is_letter (cursor, end))
    for (cursor++; cursor < end && (*cursor & 0xc0) == 0x80;)
      cursor++;
  return cursor;
}

static gboolean
expect (const GyreParser *parser, const char *expectation)
{
  return gyre_parser_expect (parser, word_end (parser->cursor, parser->end), expectation, NULL);
}

static gboolean
is_number_next (const GyreParser *parser)
{
  return parser->cursor < parser->end
         && (g_ascii_isdigit (*parser->cursor)
             || (*parser->cursor == '.' && parser->end - parser->cursor >= 2 && g_ascii_isdigit (parser->cursor[1])));
}

static const char *
skip_digits (const char *cursor, const char *end, gboolean hexadecimal)
{
  while (cursor < end && (g_ascii_isdigit (*cursor) || (hexadecimal && g_ascii_isxdigit (*cursor))
                          || (*cursor == '_' && cursor + 1 < end && g_ascii_isalnum (cursor[1]) && g_ascii_isxdigit (cursor[1]))))
    cursor++;
  return cursor;
}

/* Where a number ends: an `e` without digits behind it begins a unit. */
static const char *
literal_end (const char *cursor, const char *end)
{
  const char *exponent;

  if (end - cursor > 2 && *cursor == '0' && strchr ("xXoObB", cursor[1]) != NULL && cursor[1] != '\0' && g_ascii_isxdigit (cursor[2]))
    return skip_digits (cursor + 2, end, TRUE);
  cursor = skip_digits (cursor, end, FALSE);
  if (cursor < end && *cursor == '.')
    cursor = skip_digits (cursor + 1, end, FALSE);
  if (cursor == end || (*cursor != 'e' && *cursor != 'E'))
    return cursor;
  exponent = cursor + 1;
  if (exponent < end && (*exponent == '+' || *exponent == '-'))
    exponent++;
  return exponent < end && g_ascii_isdigit (*exponent) ? skip_digits (exponent, end, FALSE) : cursor;
}

static gboolean
parse_literal (GyreParser *parser, GyreMeasure *result)
{
  const char *start = parser->cursor;
  GyreNumber number;
  GError *problem = NULL;

  parser->cursor = literal_end (start, parser->end);
  if (!gyre_number_from_text (start, parser->cursor - start, &number, &problem))
    {
      gyre_value_error_relocate (problem, gyre_parser_count_characters (parser->text, start), NULL);
      g_propagate_error (parser->error, problem);
      return FALSE;
    }
  *result = (GyreMeasure) { .magnitude = number.is_integer ? (long double) number.integer : (long double) number.real };
  return TRUE;
}

static gboolean
refuse_unit (GyreParser *parser, const char *end)
{
  g_autofree char *found = gyre_parser_dup_found (parser, parser->cursor, end);
  g_autofree char *hint = gyre_unit_suggest (found);

  gyre_value_error_set (parser->error, GYRE_VALUE_ERROR_UNKNOWN, gyre_parser_count_characters (parser->text, parser->cursor), hint,
                        "must have units that are known, has '%s'", found);
  return FALSE;
}

static gboolean
read_constant (const char *name, gsize length, GyreMeasure *result)
{
  static const struct { const char *name; long double value; } constants[] = {
    { "inf", INFINITY }, { "nan", NAN }, { "pi", 3.14159265358979323846264338327950288L }, { "π", 3.14159265358979323846264338327950288L },
  };

  for (gsize index = 0; index < G_N_ELEMENTS (constants); index++)
    if (strlen (constants[index].name) == length && memcmp (constants[index].name, name, length) == 0)
      {
        *result = (GyreMeasure) { .magnitude = constants[index].value, .is_boundless = isinf (constants[index].value) };
        return TRUE;
      }
  return FALSE;
}

static gboolean
parse_name (GyreParser *parser, GyreMeasure *result)
{
  const char *end = word_end (parser->cursor, parser->end);
  GyreUnit unit;

  if (end == parser->cursor)
    return expect (parser, "be a number or a unit");
  if (!read_constant (parser->cursor, end - parser->cursor, result))
    {
      if (!gyre_unit_look_up (parser->cursor, end - parser->cursor, &unit))
        return refuse_unit (parser, end);
      *result = (GyreMeasure) { .magnitude = unit.factor, .offset = unit.offset, .dimension = unit.dimension, .scale = unit.scale,
                                .has_unit = TRUE, .is_bare = TRUE };
    }
  parser->cursor = end;
  return TRUE;
}

static gboolean
parse_primary (GyreParser *parser, GyreMeasure *result)
{
  gyre_parser_skip_blanks (parser);
  if (gyre_parser_accept (parser, "("))
    {
      if (!gyre_parser_descend (parser) || !parse_sum (parser, result))
        return FALSE;
      parser->depth--;
      gyre_parser_skip_blanks (parser);
      return gyre_parser_accept (parser, ")") || expect (parser, "have an operator or ')'");
    }
  return is_number_next (parser) ? parse_literal (parser, result) : parse_name (parser, result);
}

static gboolean
refuse_alone (GyreParser *parser, const char *place, const GyreMeasure *measure)
{
  if (measure->scale == GYRE_SCALE_DECIBEL)
    return gyre_parser_refuse (parser, GYRE_VALUE_ERROR_DIMENSION, place, NULL, "must have decibels alone, with one number");
  return gyre_parser_refuse (parser, GYRE_VALUE_ERROR_DIMENSION, place, "write it in kelvin",
                        "must have a temperature with an offset alone, with one number");
}

/* Between units, a degree is a difference. */
static void
drop_offset (GyreMeasure *measure)
{
  if (measure->scale != GYRE_SCALE_OFFSET)
    return;
  measure->scale = GYRE_SCALE_PROPORTIONAL;
  measure->offset = 0;
}

static gboolean
check_range (GyreParser *parser, const char *place, const GyreMeasure *measure)
{
  if (isfinite ((double) measure->magnitude) || measure->is_boundless || isnan (measure->magnitude))
    return TRUE;
  return gyre_parser_refuse (parser, GYRE_VALUE_ERROR_RANGE, place, NULL, "is beyond what a real number holds");
}

static gboolean
raise_measure (GyreParser *parser, const char *place, GyreMeasure *result, const GyreMeasure *exponent)
{
  gboolean is_negative = result->magnitude < 0;

  if (exponent->has_unit)
    return gyre_parser_refuse (parser, GYRE_VALUE_ERROR_DIMENSION, place, NULL, "must have a plain number for an exponent");
  if (result->scale == GYRE_SCALE_DECIBEL || (result->scale == GYRE_SCALE_OFFSET && !result->is_bare))
    return refuse_alone (parser, place, result);
  if (result->magnitude == 0 && exponent->magnitude < 0)
    return gyre_parser_refuse (parser, GYRE_VALUE_ERROR_RANGE, place, NULL, "must not divide by zero");
  drop_offset (result);
  if (!gyre_dimension_raise (result->dimension, (double) exponent->magnitude, &result->dimension))
    return gyre_parser_refuse (parser, GYRE_VALUE_ERROR_DIMENSION, place, NULL,
                          "must raise units to whole numbers or simple fractions, of up to a thousand");
  result->magnitude = powl (result->magnitude, exponent->magnitude);
  result->is_bare = FALSE;
  result->is_boundless |= exponent->is_boundless;
  if (is_negative && isnan (result->magnitude) && !isnan (exponent->magnitude))
    return gyre_parser_refuse (parser, GYRE_VALUE_ERROR_RANGE, place, NULL, "must not raise a negative number to a fraction");
  return check_range (parser, place, result);
}

/* `m²`, `s⁻¹`. Returns whether there is one. */
static gboolean
accept_superscripts (GyreParser *parser, GyreMeasure *exponent)
{
  const char *start = parser->cursor;
  gboolean is_negative = gyre_parser_accept (parser, signs[SUPERSCRIPT_MINUS]);
  gint number = 0;
  gboolean found = FALSE, more = TRUE;

  while (more && number < 10000)
    {
      more = FALSE;
      for (gint digit = 0; digit < 10 && !more; digit++)
        if (gyre_parser_accept (parser, signs[digit]))
          {
            number = number * 10 + digit;
            found = more = TRUE;
          }
    }
  if (!found)
    parser->cursor = start;
  *exponent = (GyreMeasure) { .magnitude = is_negative ? -number : number };
  return found;
}

static gboolean
parse_power (GyreParser *parser, GyreMeasure *result)
{
  GyreMeasure exponent;
  const char *place;

  if (!parse_primary (parser, result))
    return FALSE;
  place = parser->cursor;
  if (accept_superscripts (parser, &exponent))
    return raise_measure (parser, place, result, &exponent);
  gyre_parser_skip_blanks (parser);
  place = parser->cursor;
  if (!gyre_parser_accept (parser, "**") && !gyre_parser_accept (parser, "^"))
    return TRUE;
  if (!gyre_parser_descend (parser) || !parse_factor (parser, &exponent))
    return FALSE;
  parser->depth--;
  return raise_measure (parser, place, result, &exponent);
}

static gboolean
parse_factor (GyreParser *parser, GyreMeasure *result)
{
  const char *place;
  gboolean is_negative;

  gyre_parser_skip_blanks (parser);
  place = parser->cursor;
  is_negative = gyre_parser_accept (parser, "-") || gyre_parser_accept (parser, "−");
  if (!is_negative && !gyre_parser_accept (parser, "+"))
    return parse_power (parser, result);
  if (!gyre_parser_descend (parser) || !parse_factor (parser, result))
    return FALSE;
  parser->depth--;
  if (is_negative && result->scale != GYRE_SCALE_PROPORTIONAL)
    return refuse_alone (parser, place, result);
  if (is_negative)
    result->magnitude = -result->magnitude;
  result->is_bare = FALSE;
  return TRUE;
}

/* A number and a unit that is no multiple: the one place where those can stand. */
static gboolean
multiply_scale (GyreMeasure *left, const GyreMeasure *right)
{
  const GyreMeasure *number = left->has_unit ? right : left;
  const GyreMeasure *unit = left->has_unit ? left : right;
  long double count = number->magnitude;
  gboolean is_boundless = number->is_boundless;

  if (number->has_unit || !unit->is_bare || unit->scale == GYRE_SCALE_PROPORTIONAL)
    return FALSE;
  *left = *unit;
  left->magnitude *= count;
  left->is_boundless = is_boundless;
  left->is_bare = FALSE;
  return TRUE;
}

static gboolean
multiply (GyreParser *parser, const char *place, GyreMeasure *left, GyreMeasure *right, int sign)
{
  if (sign > 0 && multiply_scale (left, right))
    return check_range (parser, place, left);
  if (left->scale == GYRE_SCALE_DECIBEL || right->scale == GYRE_SCALE_DECIBEL)
    return refuse_alone (parser, place, left->scale == GYRE_SCALE_DECIBEL ? left : right);
  if ((left->scale == GYRE_SCALE_OFFSET && !right->has_unit) || (right->scale == GYRE_SCALE_OFFSET && !right->is_bare))
    return refuse_alone (parser, place, left->scale == GYRE_SCALE_OFFSET ? left : right);
  if (sign < 0 && right->magnitude == 0)
    return gyre_parser_refuse (parser, GYRE_VALUE_ERROR_RANGE, place, NULL, "must not divide by zero");
  drop_offset (left);
  drop_offset (right);
  if (!gyre_dimension_combine (left->dimension, right->dimension, sign, &left->dimension))
    return gyre_parser_refuse (parser, GYRE_VALUE_ERROR_DIMENSION, place, NULL, "must have units with exponents of up to a thousand");
  left->magnitude = sign > 0 ? left->magnitude * right->magnitude : left->magnitude / right->magnitude;
  left->has_unit |= right->has_unit;
  left->is_boundless |= right->is_boundless;
  left->is_bare = FALSE;
  return check_range (parser, place, left);
}

/* 1 to multiply, -1 to divide, 2 to multiply by what follows with nothing between, 0 for the end of the product. */
static int
accept_multiplication (GyreParser *parser)
{
  gyre_parser_skip_blanks (parser);
  if (parser->cursor == parser->end)
    return 0;
  if (gyre_parser_accept (parser, "*") || gyre_parser_accept (parser, "·") || gyre_parser_accept (parser, "⋅") || gyre_parser_accept (parser, "×"))
    return 1;
  if (gyre_parser_accept (parser, "/"))
    return -1;
  for (gsize index = G_N_ELEMENTS (signs) - 2; index < G_N_ELEMENTS (signs); index++)
    if (gyre_parser_accept (parser, signs[index]))
      return accept_multiplication (parser);
  return !is_number_next (parser) && (*parser->cursor == '(' || is_letter (parser->cursor, parser->end)) ? 2 : 0;
}

static gboolean
parse_product (GyreParser *parser, GyreMeasure *result)
{
  gboolean is_divided = FALSE;
  GyreMeasure right;

  if (!parse_factor (parser, result))
    return FALSE;
  for (int operator = accept_multiplication (parser); operator != 0; operator = accept_multiplication (parser))
    {
      const char *place = parser->cursor;

      if (operator == 2 && is_divided)
        return gyre_parser_refuse (parser, GYRE_VALUE_ERROR_SYNTAX, place, "write J/(kg*K), or J/kg*K",
                              "must say with '*' or parentheses whether this is divided by too");
      if (!parse_factor (parser, &right))
        return FALSE;
      is_divided = is_divided || (operator < 0 && (right.has_unit || result->has_unit));
      if (!multiply (parser, place, result, &right, operator < 0 ? -1 : 1))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add (GyreParser *parser, const char *place, GyreMeasure *left, const GyreMeasure *right, int sign)
{
  if (left->scale != GYRE_SCALE_PROPORTIONAL || right->scale != GYRE_SCALE_PROPORTIONAL)
    return refuse_alone (parser, place, left->scale != GYRE_SCALE_PROPORTIONAL ? left : right);
  if (left->dimension != right->dimension)
    {
      g_autofree char *first = gyre_dimension_to_text (left->dimension);
      g_autofree char *second = gyre_dimension_to_text (right->dimension);

      gyre_value_error_set (parser->error, GYRE_VALUE_ERROR_DIMENSION, gyre_parser_count_characters (parser->text, place), NULL,
                            "must add and subtract what has the same dimension, has %s and %s",
                            *first != '\0' ? first : "a plain number", *second != '\0' ? second : "a plain number");
      return FALSE;
    }
  left->magnitude += sign * right->magnitude;
  left->has_unit |= right->has_unit;
  left->is_boundless |= right->is_boundless;
  left->is_bare = FALSE;
  return check_range (parser, place, left);
}

/* `1 h 30 min`: a further number with its unit belongs to what stands before it, with its sign. */
static int
accept_addition (GyreParser *parser, const GyreMeasure *left)
{
  gyre_parser_skip_blanks (parser);
  if (gyre_parser_accept (parser, "+"))
    return 1;
  if (gyre_parser_accept (parser, "-") || gyre_parser_accept (parser, "−"))
    return -1;
  if (!left->has_unit || !is_number_next (parser))
    return 0;
  return left->magnitude < 0 ? -1 : 1;
}

static gboolean
parse_sum (GyreParser *parser, GyreMeasure *result)
{
  GyreMeasure right;

  if (!parse_product (parser, result))
    return FALSE;
  for (int sign = accept_addition (parser, result); sign != 0; sign = accept_addition (parser, result))
    {
      const char *place = parser->cursor;

      if (!parse_product (parser, &right) || !add (parser, place, result, &right, sign))
        return FALSE;
    }
  return TRUE;
}

/* gyre_measure_read: what a text amounts to. */
gboolean
gyre_measure_read (const char *text, gssize length, GyreMeasure *measure, GError **error)
{
  gsize size = length < 0 ? strlen (text) : (gsize) length;
  GyreParser parser = { .text = text, .cursor = text, .end = text + size, .error = error };

  if (size > GYRE_NUMBER_MAXIMUM_LENGTH)
    return gyre_parser_refuse (&parser, GYRE_VALUE_ERROR_SYNTAX, text, NULL,
                          "must be a quantity of at most " G_STRINGIFY (GYRE_NUMBER_MAXIMUM_LENGTH) " bytes");
  if (!parse_sum (&parser, measure))
    return FALSE;
  gyre_parser_skip_blanks (&parser);
  return parser.cursor == parser.end || expect (&parser, "go on with an operator or a unit");
}
