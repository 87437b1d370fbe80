/* gyre-number.c: The arithmetic that a number's text may use
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A parser by recursive descent, whose rules are the ones of docs/guide/values.md:
 *
 *     sum     = product { ("+" | "-") product }
 *     product = factor { ("*" | "/" | "//" | "%") factor }
 *     factor  = ("+" | "-") factor | power
 *     power   = primary [ "**" factor ]
 *     primary = "(" sum ")" | name | literal
 */
#include "gyre-number.h"
#include "gyre-operand-private.h"
#include "gyre-parser-private.h"
#include "gyre-value-error-private.h"

#include <math.h>
#include <string.h>

static gboolean parse_sum (GyreParser *parser, GyreOperand *result);
static gboolean parse_factor (GyreParser *parser, GyreOperand *result);

static gboolean
byte_is_of_word (char byte)
{
  return g_ascii_isalnum (byte) || byte == '_' || (byte & 0x80) != 0;
}

static const char *
find_word_end (const GyreParser *parser)
{
  const char *end = parser->cursor;

  while (end < parser->end && byte_is_of_word (*end))
    end++;
  return end;
}

/* What stands at the cursor: a word, or one character. */
static gboolean
expect (const GyreParser *parser, const char *expectation, const char *hint)
{
  return gyre_parser_expect (parser, find_word_end (parser), expectation, hint);
}

static gint
digit_value (char byte, gint radix)
{
  gint value = g_ascii_xdigit_value (byte);

  return value < radix ? value : -1;
}

/* Digits, with single underscores between them. Returns where they end. */
static const char *
digits_end (const char *cursor, const char *end, gint radix)
{
  while (cursor < end)
    {
      if (digit_value (*cursor, radix) >= 0)
        cursor++;
      else if (*cursor == '_' && cursor + 1 < end && digit_value (cursor[1], radix) >= 0)
        cursor += 2;
      else
        break;
    }
  return cursor;
}

/* Reads digits into a whole number, or into a real one where they are too many. */
static void
read_digits (const char *cursor, const char *end, gint radix, GyreOperand *result)
{
  GyreWide integer = 0;
  double real = 0.0;
  gboolean fits = TRUE;

  for (; cursor < end; cursor++)
    {
      gint digit = digit_value (*cursor, radix);

      if (digit < 0)
        continue;
      fits = fits && !__builtin_mul_overflow (integer, (GyreWide) radix, &integer)
             && !__builtin_add_overflow (integer, (GyreWide) digit, &integer);
      real = real * radix + digit;
    }
  if (fits)
    gyre_operand_set_integer (result, integer);
  else
    gyre_operand_set_real (result, real);
  result->overflow = !fits;
}

static gboolean
parse_radix (GyreParser *parser, gint radix, GyreOperand *result)
{
  const char *start = parser->cursor;
  const char *digits = start + 2;

  /* Python allows one underscore between the prefix and the digits. */
  if (digits < parser->end && *digits == '_')
    digits++;
  parser->cursor = digits_end (digits, parser->end, radix);
  if (parser->cursor == digits)
    return expect (parser, radix == 16 ? "have hexadecimal digits after 0x"
                          : radix == 8        ? "have octal digits after 0o"
                                              : "have binary digits after 0b", NULL);
  read_digits (digits, parser->cursor, radix, result);
  if (isinf (result->real))
    return gyre_parser_refuse (parser, GYRE_VALUE_ERROR_RANGE, start, NULL, "is beyond what a real number holds");
  return TRUE;
}

static gint
literal_radix (const char *cursor, const char *end)
{
  if (end - cursor < 2 || *cursor != '0')
    return 10;
  switch (cursor[1])
    {
    case 'x':
    case 'X':
      return 16;
    case 'o':
    case 'O':
      return 8;
    case 'b':
    case 'B':
      return 2;
    default:
      return 10;
    }
}

/* Where a decimal literal ends; tells whether it has a point or an exponent. */
static const char *
decimal_end (const char *cursor, const char *end, gboolean *is_real)
{
  const char *exponent;

  cursor = digits_end (cursor, end, 10);
  *is_real = cursor < end && *cursor == '.';
  if (*is_real)
    {
      cursor++;
      if (cursor < end && g_ascii_isdigit (*cursor))
        cursor = digits_end (cursor, end, 10);
    }
  if (cursor == end || (*cursor != 'e' && *cursor != 'E'))
    return cursor;
  exponent = cursor + 1;
  if (exponent < end && (*exponent == '+' || *exponent == '-'))
    exponent++;
  if (exponent == end || !g_ascii_isdigit (*exponent))
    return cursor;
  *is_real = TRUE;
  return digits_end (exponent, end, 10);
}

static gboolean
read_decimal (const char *start, const char *end, double *value)
{
  char plain[GYRE_NUMBER_MAXIMUM_LENGTH];
  gsize length = 0;

  if (memchr (start, '_', end - start) == NULL)
    return gyre_real_from_decimal (start, end - start, value);
  for (; start < end; start++)
    if (*start != '_')
      plain[length++] = *start;
  return gyre_real_from_decimal (plain, length, value);
}

/* An octal number to C, a decimal one to a person: nobody can know which was meant. */
static gboolean
refuse_leading_zero (GyreParser *parser, const char *start, const char *end)
{
  g_autofree char *hint = NULL;

  while (start < end && (*start == '0' || *start == '_'))
    start++;
  hint = digits_end (start, end, 8) == end
           ? g_strdup_printf ("write %.*s for the decimal number, 0o%.*s for the octal one",
                              (int) (end - start), start, (int) (end - start), start)
           : g_strdup_printf ("write %.*s for the decimal number", (int) (end - start), start);
  return gyre_parser_refuse (parser, GYRE_VALUE_ERROR_SYNTAX, parser->cursor, hint, "must not start with a zero");
}

static gboolean
has_leading_zero (const char *start, const char *end)
{
  const char *digit = start;

  while (digit < end && (*digit == '0' || *digit == '_'))
    digit++;
  return *start == '0' && digit < end;
}

static gboolean
parse_decimal (GyreParser *parser, GyreOperand *result)
{
  const char *start = parser->cursor;
  gboolean is_real;
  const char *end = decimal_end (start, parser->end, &is_real);
  double value;

  if (!is_real && has_leading_zero (start, end))
    return refuse_leading_zero (parser, start, end);
  if (!is_real)
    read_digits (start, end, 10, result);
  if (is_real || !result->is_integer)
    {
      if (!read_decimal (start, end, &value))
        return gyre_parser_refuse (parser, GYRE_VALUE_ERROR_RANGE, start, "write inf for infinity",
                              "is beyond what a real number holds");
      gyre_operand_set_real (result, value);
      result->overflow = !is_real;
    }
  parser->cursor = end;
  return TRUE;
}

static gboolean
parse_literal (GyreParser *parser, GyreOperand *result)
{
  gint radix = literal_radix (parser->cursor, parser->end);

  return radix == 10 ? parse_decimal (parser, result) : parse_radix (parser, radix, result);
}

static const struct
{
  const char *name;
  double value;
} names[] = {
  { "inf", INFINITY },
  { "nan", NAN },
  { "pi", G_PI },
  { "π", G_PI },
};

static gboolean
parse_name (GyreParser *parser, GyreOperand *result)
{
  const char *end = find_word_end (parser);

  for (gsize index = 0; index < G_N_ELEMENTS (names); index++)
    if (strlen (names[index].name) == (gsize) (end - parser->cursor)
        && memcmp (names[index].name, parser->cursor, end - parser->cursor) == 0)
      {
        parser->cursor = end;
        gyre_operand_set_real (result, names[index].value);
        return TRUE;
      }
  return expect (parser, "be a number", end > parser->cursor ? "the names of numbers are inf, nan, pi and π" : NULL);
}

static gboolean
parse_parentheses (GyreParser *parser, GyreOperand *result)
{
  if (!gyre_parser_descend (parser) || !parse_sum (parser, result))
    return FALSE;
  parser->depth--;
  gyre_parser_skip_blanks (parser);
  return gyre_parser_accept (parser, ")") || expect (parser, "have an operator or ')'", NULL);
}

static gboolean
parse_primary (GyreParser *parser, GyreOperand *result)
{
  gboolean point = parser->end - parser->cursor >= 2 && *parser->cursor == '.' && g_ascii_isdigit (parser->cursor[1]);

  if (gyre_parser_accept (parser, "("))
    return parse_parentheses (parser, result);
  if (parser->cursor < parser->end && (point || g_ascii_isdigit (*parser->cursor)))
    return parse_literal (parser, result);
  return parse_name (parser, result);
}

static gboolean
parser_apply (GyreParser *parser, GyreOperand *left, GyreOperator operator, const GyreOperand *right, const char *place)
{
  const char *complaint = gyre_operand_apply (left, operator, right);

  return complaint == NULL || gyre_parser_refuse (parser, GYRE_VALUE_ERROR_RANGE, place, NULL, complaint);
}

static gboolean
parse_power (GyreParser *parser, GyreOperand *result)
{
  GyreOperand exponent;
  const char *place;

  if (!parse_primary (parser, result))
    return FALSE;
  gyre_parser_skip_blanks (parser);
  place = parser->cursor;
  if (!gyre_parser_accept (parser, "**"))
    return TRUE;
  if (!gyre_parser_descend (parser) || !parse_factor (parser, &exponent))
    return FALSE;
  parser->depth--;
  return parser_apply (parser, result, GYRE_OPERATOR_POWER, &exponent, place);
}

static gboolean
parse_factor (GyreParser *parser, GyreOperand *result)
{
  gboolean negative;

  gyre_parser_skip_blanks (parser);
  negative = gyre_parser_accept (parser, "-");
  if (!negative && !gyre_parser_accept (parser, "+"))
    return parse_power (parser, result);
  if (!gyre_parser_descend (parser) || !parse_factor (parser, result))
    return FALSE;
  parser->depth--;
  if (negative)
    gyre_operand_negate (result);
  return TRUE;
}

static GyreOperator
parser_accept_multiplication (GyreParser *parser)
{
  gyre_parser_skip_blanks (parser);
  if (gyre_parser_accept (parser, "*"))
    return GYRE_OPERATOR_MULTIPLY;
  if (gyre_parser_accept (parser, "//"))
    return GYRE_OPERATOR_FLOOR;
  if (gyre_parser_accept (parser, "/"))
    return GYRE_OPERATOR_DIVIDE;
  if (gyre_parser_accept (parser, "%"))
    return GYRE_OPERATOR_REMAINDER;
  return GYRE_OPERATOR_NONE;
}

static GyreOperator
parser_accept_addition (GyreParser *parser)
{
  gyre_parser_skip_blanks (parser);
  if (gyre_parser_accept (parser, "+"))
    return GYRE_OPERATOR_ADD;
  if (gyre_parser_accept (parser, "-"))
    return GYRE_OPERATOR_SUBTRACT;
  return GYRE_OPERATOR_NONE;
}

/* Operators of one rank between operands of the next one, from left to right. */
static gboolean
parse_chain (GyreParser *parser, GyreOperator (*accept) (GyreParser *), gboolean (*parse) (GyreParser *, GyreOperand *),
             GyreOperand *result)
{
  GyreOperand right;

  if (!parse (parser, result))
    return FALSE;
  while (TRUE)
    {
      GyreOperator operator = accept (parser);
      const char *place = parser->cursor - (operator == GYRE_OPERATOR_FLOOR ? 2 : 1);

      if (operator == GYRE_OPERATOR_NONE)
        return TRUE;
      if (!parse (parser, &right) || !parser_apply (parser, result, operator, &right, place))
        return FALSE;
    }
}

static gboolean
parse_product (GyreParser *parser, GyreOperand *result)
{
  return parse_chain (parser, parser_accept_multiplication, parse_factor, result);
}

static gboolean
parse_sum (GyreParser *parser, GyreOperand *result)
{
  return parse_chain (parser, parser_accept_addition, parse_product, result);
}

static void
number_from_operand (GyreNumber *number, const GyreOperand *operand)
{
  gboolean fits = operand->is_integer && operand->integer >= G_MININT64 && operand->integer <= G_MAXINT64;

  number->is_integer = fits;
  number->is_unsigned = operand->is_integer && operand->integer > G_MAXINT64 && operand->integer <= (GyreWide) G_MAXUINT64;
  number->overflow = operand->overflow || (operand->is_integer && !fits);
  number->integer = fits || number->is_unsigned ? (gint64) operand->integer : 0;
  number->real = operand->real;
}

/**
 * gyre_number_from_text: (skip)
 * @text: (array length=length): a text; any bytes are allowed
 * @length: its length in bytes, or -1 if it ends with a NUL
 * @number: (out): what it amounts to
 * @error: return location for an error of [error@Gyre.ValueError]
 *
 * Reads a number, or arithmetic between numbers: decimal, `0x`, `0o` and `0b` whole numbers with `_` between digits, reals,
 * `inf`, `nan`, `pi` and `π`; `+ - * / // % **` with the ranks of Python, and parentheses. Whole numbers stay exact, `/`
 * yields a whole number where it divides evenly, `//` and `%` round down, and what no double can hold is an error. No other
 * names are known and no code is run. Any thread may call it.
 *
 * Returns: whether @text is a number
 *
 * Since: 0.1
 */
gboolean
gyre_number_from_text (const char *text, gssize length, GyreNumber *number, GError **error)
{
  gsize size = length < 0 ? strlen (text) : (gsize) length;
  GyreParser parser = { .text = text, .cursor = text, .end = text + size, .error = error };
  GyreOperand result = { 0 };

  g_return_val_if_fail (number != NULL, FALSE);

  if (size > GYRE_NUMBER_MAXIMUM_LENGTH)
    return gyre_parser_refuse (&parser, GYRE_VALUE_ERROR_SYNTAX, text, NULL,
                          "must be a number of at most " G_STRINGIFY (GYRE_NUMBER_MAXIMUM_LENGTH) " bytes");
  gyre_parser_skip_blanks (&parser);
  if (parser.cursor == parser.end)
    return gyre_parser_refuse (&parser, GYRE_VALUE_ERROR_SYNTAX, text, NULL, "must be a number, is empty");
  if (!parse_sum (&parser, &result))
    return FALSE;
  if (parser.cursor < parser.end)
    return expect (&parser, "go on with an operator", NULL);
  number_from_operand (number, &result);
  return TRUE;
}

static gboolean
refuse_conversion (const GyreNumber *number, GyreValueError code, const char *rule, GError **error)
{
  char text[GYRE_REAL_TEXT_SIZE];

  gyre_value_error_set (error, code, GYRE_VALUE_ERROR_NOWHERE, NULL, "must be %s, is %s", rule,
                        gyre_real_to_string (number->real, text));
  return FALSE;
}

/**
 * gyre_number_to_integer: (skip)
 * @number: a number
 * @integer: (out): the same number
 * @error: return location for an error of [error@Gyre.ValueError]
 *
 * Converts a number to a whole one, exactly or not at all: `1e5` is one, `3.7` and `2**63` are not.
 *
 * Returns: whether @number is a whole number of 64 bits
 *
 * Since: 0.1
 */
gboolean
gyre_number_to_integer (const GyreNumber *number, gint64 *integer, GError **error)
{
  g_return_val_if_fail (number != NULL && integer != NULL, FALSE);

  if (!number->is_integer)
    {
      if (!number->overflow && (!isfinite (number->real) || number->real != trunc (number->real)))
        return refuse_conversion (number, GYRE_VALUE_ERROR_TYPE, "a whole number", error);
      if (number->real < -0x1p63 || number->real >= 0x1p63 || (number->overflow && number->real == -0x1p63))
        return refuse_conversion (number, GYRE_VALUE_ERROR_RANGE, "between -9223372036854775808 and 9223372036854775807", error);
      if (number->overflow)
        return refuse_conversion (number, GYRE_VALUE_ERROR_RANGE, "computed from numbers that 127 bits hold", error);
    }
  *integer = number->is_integer ? number->integer : (gint64) number->real;
  return TRUE;
}

/**
 * gyre_number_to_unsigned: (skip)
 * @number: a number
 * @integer: (out): the same number
 * @error: return location for an error of [error@Gyre.ValueError]
 *
 * Converts a number to a whole one without a sign, exactly or not at all.
 *
 * Returns: whether @number is a whole number of 64 bits that is not negative
 *
 * Since: 0.1
 */
gboolean
gyre_number_to_unsigned (const GyreNumber *number, guint64 *integer, GError **error)
{
  gboolean is_exact;

  g_return_val_if_fail (number != NULL && integer != NULL, FALSE);

  is_exact = number->is_integer || number->is_unsigned;
  if (!is_exact && !number->overflow && (!isfinite (number->real) || number->real != trunc (number->real)))
    return refuse_conversion (number, GYRE_VALUE_ERROR_TYPE, "a whole number", error);
  if (number->real < 0 || (!is_exact && number->real >= 0x1p64))
    return refuse_conversion (number, GYRE_VALUE_ERROR_RANGE, "between 0 and 18446744073709551615", error);
  if (!is_exact && number->overflow)
    return refuse_conversion (number, GYRE_VALUE_ERROR_RANGE, "computed from numbers that 127 bits hold", error);
  *integer = is_exact ? (guint64) number->integer : (guint64) number->real;
  return TRUE;
}
