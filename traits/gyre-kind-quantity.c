/* gyre-kind-quantity.c: The kind of numbers that have a dimension
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The field is in base units. The option `.units` fixes the dimension, is what a plain number counts and what the value is
 * shown in; without it every dimension is taken.
 */
#include "gyre-kind-private.h"
#include "gyre-measure-private.h"
#include "gyre-quantity-format-private.h"
#include "gyre-real.h"

#include <math.h>

static GyreQuantity
quantity_of (GyreValue value)
{
  return (GyreQuantity) { value.real, value.dimension };
}

static GyreValue
value_of (GyreQuantity quantity)
{
  return (GyreValue) { .present = TRUE, .dimension = quantity.dimension, .real = quantity.magnitude };
}

/* A plain number is in the units of the trait. */
static gboolean
take_units (const GyreTrait *trait, GyreMeasure *measure, GError **error)
{
  GyreUnit unit;

  if (trait->units == NULL)
    return TRUE;
  if (!gyre_measure_read_units (trait->units, &unit, error))
    return FALSE;
  if (!measure->has_unit)
    {
      measure->magnitude *= unit.factor;
      measure->offset = unit.offset;
      measure->dimension = unit.dimension;
      measure->scale = unit.scale;
    }
  return measure->dimension == unit.dimension || gyre_measure_refuse (measure->dimension, unit.dimension, trait->units, error);
}

static gboolean
quantity_parse (const GyreTrait *trait, const char *text, GyreValue *value, GError **error)
{
  GyreMeasure measure;
  GyreQuantity quantity;

  if (!gyre_measure_read (text, -1, &measure, error) || !take_units (trait, &measure, error)
      || !gyre_measure_to_quantity (&measure, &quantity, error))
    return FALSE;
  *value = value_of (quantity);
  return TRUE;
}

static char *
quantity_print (const GyreTrait *trait, GyreValue value)
{
  return gyre_quantity_to_text_in (quantity_of (value), trait->units);
}

static gboolean
quantity_equal (GyreValue value, GyreValue other)
{
  return value.dimension == other.dimension && gyre_real_equal (value.real, other.real);
}

static gboolean
quantity_validate (const GyreTrait *trait, GyreValue value, GError **error)
{
  GyreUnit unit;

  if (trait->units == NULL)
    return TRUE;
  if (!gyre_measure_read_units (trait->units, &unit, error))
    return FALSE;
  return value.dimension == unit.dimension || gyre_measure_refuse (value.dimension, unit.dimension, trait->units, error);
}

static GParamSpec *
quantity_specify (const GyreTrait *trait, GParamFlags flags)
{
  return g_param_spec_boxed (trait->descriptor.name, trait->descriptor.name, trait->descriptor.summary, GYRE_TYPE_QUANTITY, flags);
}

static gboolean
quantity_from_gvalue (const GyreTrait *trait, const GValue *source, GyreValue *value, GError **error)
{
  GyreMeasure measure = { .magnitude = 0 };
  gboolean is_whole = FALSE;
  GyreQuantity quantity;

  if (G_VALUE_HOLDS (source, GYRE_TYPE_QUANTITY))
    {
      const GyreQuantity *boxed = g_value_get_boxed (source);
      *value = boxed != NULL ? value_of (*boxed) : GYRE_NONE;
      return TRUE;
    }
  if (!gyre_kind_number_from_gvalue (source, value, &is_whole))
    return gyre_kind_refuse_type (trait, source, error);
  measure.magnitude = is_whole ? (long double) value->integer : (long double) value->real;
  measure.is_boundless = !is_whole && isinf (value->real);
  if (!take_units (trait, &measure, error) || !gyre_measure_to_quantity (&measure, &quantity, error))
    return FALSE;
  *value = value_of (quantity);
  return TRUE;
}

static void
quantity_to_gvalue (const GyreTrait *trait, GyreValue value, GValue *target)
{
  GyreQuantity quantity = quantity_of (value);

  g_value_set_boxed (target, value.present ? &quantity : NULL);
}

static gboolean
quantity_check_options (const GyreTrait *trait, GError **error)
{
  GyreUnit unit;

  if (trait->units == NULL || gyre_measure_read_units (trait->units, &unit, error))
    return TRUE;
  g_prefix_error (error, "has .units that cannot be read: ");
  return FALSE;
}

const GyreKind gyre_kind_quantity = {
  .name = "quantity",
  .parse = quantity_parse,
  .print = quantity_print,
  .equal = quantity_equal,
  .validate = quantity_validate,
  .specify = quantity_specify,
  .from_gvalue = quantity_from_gvalue,
  .to_gvalue = quantity_to_gvalue,
  .check_options = quantity_check_options,
};
