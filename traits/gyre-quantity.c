/* gyre-quantity.c: Numbers that have a dimension
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-measure-private.h"
#include "gyre-value-error-private.h"

#include <math.h>
#include <string.h>

G_DEFINE_BOXED_TYPE (GyreQuantity, gyre_quantity, gyre_quantity_copy, gyre_quantity_free)

/**
 * gyre_quantity_copy: (skip)
 * @quantity: a quantity
 *
 * Returns: (transfer full): a copy
 *
 * Since: 0.1
 */
GyreQuantity *
gyre_quantity_copy (const GyreQuantity *quantity)
{
  return g_memdup2 (quantity, sizeof *quantity);
}

/**
 * gyre_quantity_free: (skip)
 * @quantity: (transfer full): a quantity on the heap
 *
 * Since: 0.1
 */
void
gyre_quantity_free (GyreQuantity *quantity)
{
  g_free (quantity);
}

/* gyre_measure_to_quantity: in base units, as a double has it. */
gboolean
gyre_measure_to_quantity (const GyreMeasure *measure, GyreQuantity *quantity, GError **error)
{
  long double magnitude = measure->magnitude + measure->offset;

  if (measure->scale == GYRE_SCALE_DECIBEL)
    magnitude = powl (10, measure->magnitude / 10);
  *quantity = (GyreQuantity) { .magnitude = (double) magnitude, .dimension = measure->dimension };
  if (!isinf (quantity->magnitude) || measure->is_boundless)
    return TRUE;
  gyre_value_error_set (error, GYRE_VALUE_ERROR_RANGE, GYRE_VALUE_ERROR_NOWHERE, NULL, "is beyond what a real number holds");
  return FALSE;
}

/* gyre_measure_read_units: an expression of units, for which a number may stand: `km/h`, `100 km`. */
gboolean
gyre_measure_read_units (const char *units, GyreUnit *unit, GError **error)
{
  GyreMeasure measure;

  if (!gyre_measure_read (units, -1, &measure, error))
    return FALSE;
  *unit = (GyreUnit) { .factor = measure.magnitude, .offset = measure.offset, .dimension = measure.dimension, .scale = measure.scale };
  if ((measure.scale == GYRE_SCALE_PROPORTIONAL || measure.is_bare) && isfinite (unit->factor) && unit->factor > 0)
    return TRUE;
  gyre_value_error_set (error, GYRE_VALUE_ERROR_DIMENSION, GYRE_VALUE_ERROR_NOWHERE, NULL, "must be units, is %s", units);
  return FALSE;
}

static char *
list_units (GyreDimension dimension)
{
  g_auto (GStrv) units = gyre_dimension_dup_units (dimension);
  g_autofree char *listed = g_strjoinv (", ", units);

  return g_strdup_printf ("valid units are %s", listed);
}

static gboolean
refuse_conversion (GyreQuantity quantity, const char *units, GError **error)
{
  g_autofree char *text = gyre_dimension_to_text (quantity.dimension);
  g_autofree char *hint = list_units (quantity.dimension);

  gyre_value_error_set (error, GYRE_VALUE_ERROR_DIMENSION, GYRE_VALUE_ERROR_NOWHERE, hint,
                        "must have units of the dimension %s, is converted to %s", *text != '\0' ? text : "of plain numbers", units);
  return FALSE;
}

/* gyre_measure_refuse: tells what has units of another dimension than was wanted. */
gboolean
gyre_measure_refuse (GyreDimension found, GyreDimension wanted, const char *units, GError **error)
{
  g_autofree char *text = gyre_dimension_to_text (found);
  g_autofree char *hint = list_units (wanted);

  gyre_value_error_set (error, GYRE_VALUE_ERROR_DIMENSION, GYRE_VALUE_ERROR_NOWHERE, hint,
                        *text != '\0' ? "must be in units such as %s, has the units %s" : "must be in units such as %s, has no units",
                        units, text);
  return FALSE;
}

/* gyre_measure_in_units: how many of a unit. With an offset only what has one; @units are told in the error. */
gboolean
gyre_measure_in_units (const GyreMeasure *measure, const GyreUnit *unit, const char *units, double *number, GError **error)
{
  GyreQuantity quantity;

  if (measure->dimension != unit->dimension)
    return gyre_measure_refuse (measure->dimension, unit->dimension, units, error);
  if (measure->scale == GYRE_SCALE_DECIBEL && unit->scale == GYRE_SCALE_DECIBEL)
    *number = (double) measure->magnitude;
  else if (measure->scale == GYRE_SCALE_DECIBEL || unit->scale == GYRE_SCALE_DECIBEL)
    {
      if (!gyre_measure_to_quantity (measure, &quantity, error))
        return FALSE;
      *number = unit->scale == GYRE_SCALE_DECIBEL ? 10 * log10 (quantity.magnitude) : (double) (quantity.magnitude / unit->factor);
    }
  else
    *number = (double) ((measure->magnitude + (measure->offset - unit->offset)) / unit->factor);
  if (!isinf (*number) || measure->is_boundless)
    return TRUE;
  gyre_value_error_set (error, GYRE_VALUE_ERROR_RANGE, GYRE_VALUE_ERROR_NOWHERE, NULL, "is beyond what a real number holds");
  return FALSE;
}

/**
 * gyre_quantity_from_text: (skip)
 * @text: (array length=length): a text; any bytes are allowed
 * @length: its length in bytes, or -1 if it ends with a NUL
 * @quantity: (out): what it amounts to, in base units
 * @error: return location for an error of [error@Gyre.ValueError]; it may know the offset of the mistake
 *
 * Reads a number with units, or arithmetic between such: `9.81*kg*m/s**2`, `micro*meter`, `m**0.5`, `30*minute`, and
 * `9.81 m/s^2`, `9.81 m/s²`, `30 ms`, `64 MiB`, `1 h 30 min`. A number in celsius, fahrenheit or decibel stands alone; beside other
 * units a degree is a difference (`W/m²/°C`), and decibels are nothing. A decibel is a tenth of the logarithm of a ratio of powers:
 * `-3 dB` is 0.501. Bytes and bits are a dimension of their own. At most %GYRE_NUMBER_MAXIMUM_LENGTH bytes are read. Any
 * thread may call it.
 *
 * Returns: whether @text is a quantity
 *
 * Since: 0.1
 */
gboolean
gyre_quantity_from_text (const char *text, gssize length, GyreQuantity *quantity, GError **error)
{
  GyreMeasure measure;

  g_return_val_if_fail (text != NULL && quantity != NULL, FALSE);
  return gyre_measure_read (text, length, &measure, error) && gyre_measure_to_quantity (&measure, quantity, error);
}

/*
 * Of the numbers that make the same quantity, the one that a person would write: 20 °C, and not 19.99999999999998. An offset
 * costs more digits than a factor.
 */
static double
settle (double number, const GyreUnit *unit, double magnitude)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE], format[8];

  if (!isfinite (number) || unit->scale == GYRE_SCALE_DECIBEL || (number == rint (number) && fabs (number) < 0x1p53))
    return number;
  for (int digits = unit->scale == GYRE_SCALE_OFFSET ? 1 : 15; digits <= 16; digits++)
    {
      double shorter;

      g_snprintf (format, sizeof format, "%%.%dg", digits);
      shorter = g_ascii_strtod (g_ascii_formatd (buffer, sizeof buffer, format, number), NULL);
      if ((double) (shorter * unit->factor + unit->offset) == magnitude)
        return shorter;
    }
  return number;
}

/**
 * gyre_quantity_convert: (skip)
 * @quantity: a quantity
 * @units: an expression of units: `km/h`
 * @number: (out): how many of them it is
 * @error: return location for an error of [error@Gyre.ValueError], whose hint has the units that would do
 *
 * Returns: whether @units are of its dimension
 *
 * Since: 0.1
 */
gboolean
gyre_quantity_convert (GyreQuantity quantity, const char *units, double *number, GError **error)
{
  GyreMeasure measure = { .magnitude = quantity.magnitude, .dimension = quantity.dimension,
                          .is_boundless = isinf (quantity.magnitude) };
  GyreUnit unit;

  g_return_val_if_fail (units != NULL && number != NULL, FALSE);

  if (!gyre_measure_read_units (units, &unit, error))
    return FALSE;
  if (unit.dimension != quantity.dimension)
    return refuse_conversion (quantity, units, error);
  if (!gyre_measure_in_units (&measure, &unit, units, number, error))
    return FALSE;
  *number = settle (*number, &unit, quantity.magnitude);
  return TRUE;
}

static gboolean
refuse_pair (const char *verb, GyreQuantity left, GyreQuantity right, GError **error)
{
  g_autofree char *first = gyre_dimension_to_text (left.dimension);
  g_autofree char *second = gyre_dimension_to_text (right.dimension);

  gyre_value_error_set (error, GYRE_VALUE_ERROR_DIMENSION, GYRE_VALUE_ERROR_NOWHERE, NULL,
                        "must %s what has the same dimension, has %s and %s", verb, *first != '\0' ? first : "a plain number",
                        *second != '\0' ? second : "a plain number");
  return FALSE;
}

static gboolean
refuse (GyreValueError code, const char *complaint, GError **error)
{
  gyre_value_error_set (error, code, GYRE_VALUE_ERROR_NOWHERE, NULL, "%s", complaint);
  return FALSE;
}

/* A result that no double holds is a mistake, unless infinity went in. */
static gboolean
give (double magnitude, GyreDimension dimension, gboolean is_boundless, GyreQuantity *result, GError **error)
{
  *result = (GyreQuantity) { magnitude, dimension };
  return !isinf (magnitude) || is_boundless || refuse (GYRE_VALUE_ERROR_RANGE, "is beyond what a real number holds", error);
}

/**
 * gyre_quantity_add: (skip)
 * @left: a quantity
 * @right: another
 * @result: (out): their sum
 * @error: return location for an error of [error@Gyre.ValueError]
 *
 * Returns: whether both have the same dimension; a plain number has none
 *
 * Since: 0.1
 */
gboolean
gyre_quantity_add (GyreQuantity left, GyreQuantity right, GyreQuantity *result, GError **error)
{
  if (left.dimension != right.dimension)
    return refuse_pair ("add", left, right, error);
  return give (left.magnitude + right.magnitude, left.dimension, isinf (left.magnitude) || isinf (right.magnitude), result, error);
}

/**
 * gyre_quantity_subtract: (skip)
 * @left: a quantity
 * @right: another
 * @result: (out): their difference
 * @error: return location for an error of [error@Gyre.ValueError]
 *
 * Returns: whether both have the same dimension
 *
 * Since: 0.1
 */
gboolean
gyre_quantity_subtract (GyreQuantity left, GyreQuantity right, GyreQuantity *result, GError **error)
{
  if (left.dimension != right.dimension)
    return refuse_pair ("subtract", left, right, error);
  return give (left.magnitude - right.magnitude, left.dimension, isinf (left.magnitude) || isinf (right.magnitude), result, error);
}

/**
 * gyre_quantity_multiply: (skip)
 * @left: a quantity
 * @right: another
 * @result: (out): their product; a plain number where the units cancel out
 * @error: return location for an error of [error@Gyre.ValueError]
 *
 * Returns: whether there is such a quantity
 *
 * Since: 0.1
 */
gboolean
gyre_quantity_multiply (GyreQuantity left, GyreQuantity right, GyreQuantity *result, GError **error)
{
  GyreDimension dimension;

  if (!gyre_dimension_combine (left.dimension, right.dimension, 1, &dimension))
    return refuse (GYRE_VALUE_ERROR_DIMENSION, "must have units with exponents of up to a thousand", error);
  return give (left.magnitude * right.magnitude, dimension, isinf (left.magnitude) || isinf (right.magnitude), result, error);
}

/**
 * gyre_quantity_divide: (skip)
 * @left: a quantity
 * @right: another
 * @result: (out): their quotient; a plain number where the units cancel out
 * @error: return location for an error of [error@Gyre.ValueError]
 *
 * Returns: whether there is such a quantity
 *
 * Since: 0.1
 */
gboolean
gyre_quantity_divide (GyreQuantity left, GyreQuantity right, GyreQuantity *result, GError **error)
{
  GyreDimension dimension;

  if (right.magnitude == 0)
    return refuse (GYRE_VALUE_ERROR_RANGE, "must not divide by zero", error);
  if (!gyre_dimension_combine (left.dimension, right.dimension, -1, &dimension))
    return refuse (GYRE_VALUE_ERROR_DIMENSION, "must have units with exponents of up to a thousand", error);
  return give (left.magnitude / right.magnitude, dimension, isinf (left.magnitude), result, error);
}

/**
 * gyre_quantity_power: (skip)
 * @base: a quantity
 * @exponent: a number; for a quantity with units a simple fraction
 * @result: (out): the power
 * @error: return location for an error of [error@Gyre.ValueError]
 *
 * Returns: whether there is such a quantity
 *
 * Since: 0.1
 */
gboolean
gyre_quantity_power (GyreQuantity base, double exponent, GyreQuantity *result, GError **error)
{
  double magnitude = pow (base.magnitude, exponent);
  GyreDimension dimension;

  if (base.magnitude == 0 && exponent < 0)
    return refuse (GYRE_VALUE_ERROR_RANGE, "must not divide by zero", error);
  if (isnan (magnitude) && !isnan (base.magnitude) && !isnan (exponent))
    return refuse (GYRE_VALUE_ERROR_RANGE, "must not raise a negative number to a fraction", error);
  if (!gyre_dimension_raise (base.dimension, exponent, &dimension))
    return refuse (GYRE_VALUE_ERROR_DIMENSION, "must raise units to whole numbers or simple fractions, of up to a thousand", error);
  return give (magnitude, dimension, isinf (base.magnitude) || isinf (exponent), result, error);
}

/**
 * gyre_quantity_compare: (skip)
 * @left: a quantity
 * @right: another
 * @order: (out): less than, equal to or greater than 0 as @left is to @right; %G_MAXINT where one of them is not-a-number, which
 *   is neither
 * @error: return location for an error of [error@Gyre.ValueError]
 *
 * Returns: whether both have the same dimension
 *
 * Since: 0.1
 */
gboolean
gyre_quantity_compare (GyreQuantity left, GyreQuantity right, int *order, GError **error)
{
  if (left.dimension != right.dimension)
    return refuse_pair ("compare", left, right, error);
  if (isnan (left.magnitude) || isnan (right.magnitude))
    *order = G_MAXINT;
  else
    *order = (left.magnitude > right.magnitude) - (left.magnitude < right.magnitude);
  return TRUE;
}

static const char common_units[] =
  "m km cm mm µm mi s ms µs ns min h d kg g mg t A mA K °C °F mol mmol cd Hz kHz MHz GHz m/s km/h knot m/s^2 "
  "N kN Pa kPa MPa bar J kJ kWh eV W kW MW V mV kV C Ω kΩ F µF H T Wb m^2 cm^2 ha m^3 L mL "
  "kg/m^3 g/cm^3 m^3/s L/min N*m kg*m/s kg*m^2 W/m^2 V/m A/m Pa*s m^2/s J/K J/(kg*K) W/(m*K) W/(m^2*K) N/m kg/s mol/L mol/m^3 1/m 1/m^2 1/m^3 1/K "
  "B kB KiB MB MiB GB GiB bit B/s kB/s MB/s MiB/s bit/s kbit/s Mbit/s rad ° % dB 1";

/* Nobody asks for the units of torque and means joule, but both have the same dimension: the list says what fits. */
static gboolean
fits (const char *units, GyreDimension dimension)
{
  GyreUnit unit;

  return gyre_measure_read_units (units, &unit, NULL) && unit.dimension == dimension;
}

/**
 * gyre_dimension_dup_units: (skip)
 * @dimension: a dimension
 *
 * Returns: (transfer full) (array zero-terminated=1): common units that have it, the base units where there are no others
 *
 * Since: 0.1
 */
GStrv
gyre_dimension_dup_units (GyreDimension dimension)
{
  g_auto (GStrv) all = g_strsplit (common_units, " ", -1);
  g_autoptr (GStrvBuilder) fitting = g_strv_builder_new ();
  gboolean found = FALSE;

  for (char **units = all; *units != NULL; units++)
    if (fits (*units, dimension))
      {
        g_strv_builder_add (fitting, *units);
        found = TRUE;
      }
  if (!found)
    {
      g_autofree char *base = gyre_dimension_to_text (dimension);
      g_strv_builder_add (fitting, base);
    }
  return g_strv_builder_end (fitting);
}
