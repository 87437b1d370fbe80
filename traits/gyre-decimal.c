/* gyre-decimal.c: A decimal number of any size, exact
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The text is that of IEEE 754 and of Python's decimal numbers: what is printed reads back with the same sign, digits and scale.
 */
#include "gyre-decimal.h"
#include "gyre-real.h"
#include "gyre-parser-private.h"
#include "gyre-value-error-private.h"

#include <math.h>
#include <string.h>

struct _GyreDecimal
{
  gatomicrefcount references;
  gboolean is_negative;
  gint64 exponent;      /* of the last digit */
  gsize length;
  char digits[];        /* "0", or without zeros before them; a NUL ends them */
};

G_DEFINE_BOXED_TYPE (GyreDecimal, gyre_decimal, gyre_decimal_ref, gyre_decimal_unref)

/**
 * gyre_decimal_ref:
 * @decimal: a number
 *
 * Returns: (transfer full): the same
 *
 * Since: 0.1
 */
GyreDecimal *
gyre_decimal_ref (GyreDecimal *decimal)
{
  g_return_val_if_fail (decimal != NULL, NULL);
  g_atomic_ref_count_inc (&decimal->references);
  return decimal;
}

/**
 * gyre_decimal_unref:
 * @decimal: (transfer full): a number
 *
 * Since: 0.1
 */
void
gyre_decimal_unref (GyreDecimal *decimal)
{
  g_return_if_fail (decimal != NULL);
  if (g_atomic_ref_count_dec (&decimal->references))
    g_free (decimal);
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
  g_autofree char *found = g_utf8_validate (parser->cursor, -1, NULL)
                             ? g_utf8_substring (parser->cursor, 0, MIN (1, g_utf8_strlen (parser->cursor, 2))) : g_strdup ("?");
  gsize offset = gyre_parser_count_characters (parser->text, parser->cursor);

  gyre_value_error_set (parser->error, code, offset, "write a decimal number, such as -12.50 or 1.5e-7",
                        *found != '\0' ? "must %s, has '%s'" : "must %s, ends%s", expectation, found);
  return FALSE;
}

/* Puts digits behind those that are there, without zeros before the first other one. */
static gsize
append_digits (GyreDecimal *self, Parser *parser)
{
  const char *start = parser->cursor;

  for (; g_ascii_isdigit (*parser->cursor); parser->cursor++)
    {
      if (self->length == 1 && self->digits[0] == '0')
        self->length = 0;
      self->digits[self->length++] = *parser->cursor;
    }
  return parser->cursor - start;
}

static gboolean
parse_exponent (GyreDecimal *self, Parser *parser)
{
  const char *start = parser->cursor + 1;
  gboolean is_negative;
  gint64 exponent = 0;

  parser->cursor = start;
  is_negative = *start == '-';
  if (*start == '-' || *start == '+')
    parser->cursor++;
  if (!g_ascii_isdigit (*parser->cursor))
    return refuse (parser, GYRE_VALUE_ERROR_SYNTAX, "go on with a digit of the exponent");
  for (; g_ascii_isdigit (*parser->cursor); parser->cursor++)
    exponent = MIN (exponent * 10 + (*parser->cursor - '0'), 10 * (gint64) GYRE_DECIMAL_MAXIMUM_EXPONENT);
  self->exponent += is_negative ? -exponent : exponent;
  if (self->exponent >= -GYRE_DECIMAL_MAXIMUM_EXPONENT && self->exponent <= GYRE_DECIMAL_MAXIMUM_EXPONENT)
    return TRUE;
  gyre_value_error_set (parser->error, GYRE_VALUE_ERROR_RANGE, start - parser->text, NULL,
                        "must have an exponent between -" G_STRINGIFY (GYRE_DECIMAL_MAXIMUM_EXPONENT) " and "
                        G_STRINGIFY (GYRE_DECIMAL_MAXIMUM_EXPONENT));
  return FALSE;
}

static gboolean
parse_decimal (GyreDecimal *self, Parser *parser)
{
  gsize count;

  self->is_negative = *parser->cursor == '-';
  if (*parser->cursor == '-' || *parser->cursor == '+')
    parser->cursor++;
  count = append_digits (self, parser);
  if (*parser->cursor == '.')
    {
      parser->cursor++;
      self->exponent = -(gint64) append_digits (self, parser);
      count -= self->exponent;
    }
  if (count == 0)
    return refuse (parser, GYRE_VALUE_ERROR_SYNTAX, "go on with a digit");
  if ((*parser->cursor == 'e' || *parser->cursor == 'E') && !parse_exponent (self, parser))
    return FALSE;
  return *parser->cursor == '\0' || refuse (parser, GYRE_VALUE_ERROR_SYNTAX, "end behind the number");
}

/**
 * gyre_decimal_new_from_text:
 * @text: a text; any bytes are allowed
 * @error: return location for an error of [error@Gyre.ValueError]
 *
 * Reads digits with or without a sign, a point and an exponent. It takes time in proportion to the length of @text.
 *
 * Returns: (transfer full) (nullable): the number; %NULL with @error if @text is none
 *
 * Since: 0.1
 */
GyreDecimal *
gyre_decimal_new_from_text (const char *text, GError **error)
{
  g_autoptr (GyreDecimal) self = NULL;
  Parser parser = { text, text, error };

  g_return_val_if_fail (text != NULL, NULL);

  self = g_malloc0 (sizeof (GyreDecimal) + strlen (text) + 1);
  g_atomic_ref_count_init (&self->references);
  if (!parse_decimal (self, &parser))
    return NULL;
  self->digits[self->length] = '\0';
  return g_steal_pointer (&self);
}

/**
 * gyre_decimal_new_from_integer:
 * @integer: a whole number
 *
 * Returns: (transfer full): the same number
 *
 * Since: 0.1
 */
GyreDecimal *
gyre_decimal_new_from_integer (gint64 integer)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, integer);

  return gyre_decimal_new_from_text (text, NULL);
}

/**
 * gyre_decimal_new_from_real:
 * @real: a real number
 * @error: return location for an error of [error@Gyre.ValueError]
 *
 * Takes the decimal number that a person would have written: that of 0.1 is `0.1`.
 *
 * Returns: (transfer full) (nullable): the number; %NULL with @error if @real is infinite or no number
 *
 * Since: 0.1
 */
GyreDecimal *
gyre_decimal_new_from_real (double real, GError **error)
{
  char buffer[GYRE_REAL_TEXT_SIZE];

  if (isfinite (real))
    return gyre_decimal_new_from_text (gyre_real_to_string (real, buffer), error);
  gyre_value_error_set (error, GYRE_VALUE_ERROR_RANGE, GYRE_VALUE_ERROR_NOWHERE, NULL, "must be finite, is %s",
                        gyre_real_to_string (real, buffer));
  return NULL;
}

/**
 * gyre_decimal_equal:
 * @decimal: a number
 * @other: another
 *
 * Returns: whether both are the same, with the same scale: `0.1` is not `0.10`
 *
 * Since: 0.1
 */
gboolean
gyre_decimal_equal (const GyreDecimal *decimal, const GyreDecimal *other)
{
  g_return_val_if_fail (decimal != NULL && other != NULL, FALSE);
  return decimal->is_negative == other->is_negative && decimal->exponent == other->exponent
         && strcmp (decimal->digits, other->digits) == 0;
}

static gboolean
is_zero (const GyreDecimal *self)
{
  return self->digits[0] == '0';
}

/* Without their signs, of numbers that are not 0: the place of the first digit decides, then the digits do. */
static int
compare_magnitudes (const GyreDecimal *left, const GyreDecimal *right)
{
  gint64 left_place = left->exponent + (gint64) left->length;
  gint64 right_place = right->exponent + (gint64) right->length;
  gsize shared = MIN (left->length, right->length);
  int order = memcmp (left->digits, right->digits, shared);
  const GyreDecimal *longer = left->length > right->length ? left : right;

  if (left_place != right_place)
    return left_place < right_place ? -1 : 1;
  if (order != 0)
    return order;
  if (strspn (longer->digits + shared, "0") == longer->length - shared)
    return 0;
  return longer == left ? 1 : -1;
}

/**
 * gyre_decimal_compare:
 * @decimal: a number
 * @other: another
 *
 * Compares by value: `0.1` and `0.10` are equal.
 *
 * Returns: less than, equal to, or greater than 0
 *
 * Since: 0.1
 */
int
gyre_decimal_compare (const GyreDecimal *decimal, const GyreDecimal *other)
{
  int sign, other_sign;

  g_return_val_if_fail (decimal != NULL && other != NULL, 0);
  sign = is_zero (decimal) ? 0 : decimal->is_negative ? -1 : 1;
  other_sign = is_zero (other) ? 0 : other->is_negative ? -1 : 1;
  if (sign != other_sign)
    return sign - other_sign;
  return sign == 0 ? 0 : sign * compare_magnitudes (decimal, other);
}

/**
 * gyre_decimal_get_scale:
 * @decimal: a number
 *
 * Returns: how many digits stand behind the point; negative where zeros are missing before it, as in `1e3`
 *
 * Since: 0.1
 */
gint64
gyre_decimal_get_scale (const GyreDecimal *decimal)
{
  g_return_val_if_fail (decimal != NULL, 0);
  return -decimal->exponent;
}

/**
 * gyre_decimal_to_real:
 * @decimal: a number
 *
 * Returns: the real number next to it, which can be infinite
 *
 * Since: 0.1
 */
double
gyre_decimal_to_real (const GyreDecimal *decimal)
{
  g_autofree char *text = gyre_decimal_to_text (decimal);

  return g_ascii_strtod (text, NULL);
}

static void
write_plain (const GyreDecimal *self, GString *text)
{
  gint64 before = (gint64) self->length + self->exponent;

  if (self->exponent == 0)
    g_string_append (text, self->digits);
  else if (before > 0)
    g_string_append_printf (text, "%.*s.%s", (int) before, self->digits, self->digits + before);
  else
    {
      g_string_append (text, "0.");
      for (; before < 0; before++)
        g_string_append_c (text, '0');
      g_string_append (text, self->digits);
    }
}

/**
 * gyre_decimal_to_text:
 * @decimal: a number
 *
 * Returns: (transfer full): a text that reads as the same number with the same scale
 *
 * Since: 0.1
 */
char *
gyre_decimal_to_text (const GyreDecimal *decimal)
{
  GString *text;
  gint64 first;

  g_return_val_if_fail (decimal != NULL, NULL);
  text = g_string_new (decimal->is_negative ? "-" : NULL);
  first = decimal->exponent + (gint64) decimal->length - 1;
  if (decimal->exponent <= 0 && first >= -6)
    write_plain (decimal, text);
  else
    {
      g_string_append_c (text, decimal->digits[0]);
      if (decimal->length > 1)
        g_string_append_printf (text, ".%s", decimal->digits + 1);
      g_string_append_printf (text, "e%+" G_GINT64_FORMAT, first);
    }
  return g_string_free (text, FALSE);
}
