/* gyre-kind-fraction.c: The kind of exact quotients of whole numbers
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A field holds the two numbers themselves; a value, which has room for one, points to them.
 */
#include "gyre-kind-native-private.h"
#include "gyre-real.h"

#include <math.h>

static gboolean
take (const GyreFraction *fraction, GyreValue *value)
{
  *value = (GyreValue) { .present = TRUE, .pointer = gyre_fraction_copy (fraction) };
  return TRUE;
}

static gboolean
fraction_parse (const GyreTrait *trait, const char *text, GyreValue *value, GError **error)
{
  GyreFraction fraction;

  return gyre_fraction_from_text (text, &fraction, error) && take (&fraction, value);
}

static char *
fraction_print (const GyreTrait *trait, GyreValue value)
{
  return gyre_fraction_to_text (value.pointer);
}

static gboolean
fraction_equal (GyreValue value, GyreValue other)
{
  const GyreFraction *left = value.pointer, *right = other.pointer;

  return left->numerator == right->numerator && left->denominator == right->denominator;
}

static int
fraction_compare (GyreValue value, GyreValue other)
{
  return gyre_fraction_compare (value.pointer, other.pointer);
}

static GyreValue
fraction_copy (GyreValue value)
{
  value.pointer = gyre_fraction_copy (value.pointer);
  return value;
}

static void
fraction_clear (GyreValue value)
{
  gyre_fraction_free (value.pointer);
}

/* A native one that nobody has reduced. */
static gboolean
fraction_validate (const GyreTrait *trait, GyreValue value, GError **error)
{
  const GyreFraction *fraction = value.pointer;
  GyreFraction reduced;

  if (!gyre_fraction_set (&reduced, fraction->numerator, fraction->denominator, error))
    return FALSE;
  if (reduced.numerator == fraction->numerator && reduced.denominator == fraction->denominator)
    return TRUE;
  gyre_value_error_set (error, GYRE_VALUE_ERROR_TYPE, GYRE_VALUE_ERROR_NOWHERE, "gyre_fraction_set() makes it so",
                        "must be in its lowest terms, is %" G_GINT64_FORMAT "/%" G_GINT64_FORMAT, fraction->numerator, fraction->denominator);
  return FALSE;
}

static GParamSpec *
fraction_specify (const GyreTrait *trait, GParamFlags flags)
{
  return gyre_kind_specify_boxed (trait, flags, GYRE_TYPE_FRACTION);
}

/* The number that a person would have written: 0.1 is a tenth. */
static gboolean
from_real (double real, GyreValue *value, GError **error)
{
  char buffer[GYRE_REAL_TEXT_SIZE];
  GyreFraction fraction;

  gyre_real_to_string (real, buffer);
  if (real == trunc (real) && fabs (real) < 0x1p63)
    return take (&(GyreFraction) { (gint64) real, 1 }, value);
  if (isfinite (real) && gyre_fraction_from_text (buffer, &fraction, NULL))
    return take (&fraction, value);
  gyre_value_error_set (error, GYRE_VALUE_ERROR_RANGE, GYRE_VALUE_ERROR_NOWHERE, NULL,
                        "must have a numerator and a denominator of 64 bits, is %s", buffer);
  return FALSE;
}

static gboolean
fraction_from_gvalue (const GyreTrait *trait, const GValue *source, GyreValue *value, GError **error)
{
  GyreValue number = GYRE_NONE;
  gboolean is_whole = FALSE;

  if (!gyre_kind_number_from_gvalue (source, &number, &is_whole))
    return gyre_kind_boxed_from_gvalue (trait, source, GYRE_TYPE_FRACTION, value, error);
  return is_whole ? take (&(GyreFraction) { number.integer, 1 }, value) : from_real (number.real, value, error);
}

static void
fraction_describe_schema (const GyreTrait *trait, GVariantBuilder *builder)
{
  g_variant_builder_add (builder, "{sv}", "type", g_variant_new_strv ((const char *[]) { "string", "number" }, 2));
  gyre_kind_describe (builder, "pattern", "^[-+]?[0-9]+(\\.[0-9]+|\\s*/\\s*[0-9]+)?$");
}

const GyreKind gyre_kind_fraction = {
  .name = "fraction",
  .parse = fraction_parse,
  .print = fraction_print,
  .equal = fraction_equal,
  .compare = fraction_compare,
  .copy = fraction_copy,
  .clear = fraction_clear,
  .validate = fraction_validate,
  .specify = fraction_specify,
  .from_gvalue = fraction_from_gvalue,
  .to_gvalue = gyre_kind_boxed_to_gvalue,
  .to_variant = gyre_kind_print_variant,
  .from_variant = gyre_kind_from_variant,
  .describe_schema = fraction_describe_schema,
  .check_options = gyre_kind_check_room,
};
