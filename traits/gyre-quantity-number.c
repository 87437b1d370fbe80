/* gyre-quantity-number.c: A number's text that may have units
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-quantity-number-private.h"
#include "gyre-measure-private.h"

#include <math.h>

/* gyre_quantity_is_units: whether units can be converted, or are just a word that pages show: `samples`. */
gboolean
gyre_quantity_is_units (const char *units)
{
  GyreUnit unit;

  return units != NULL && gyre_measure_read_units (units, &unit, NULL);
}

static void
take_real (GyreNumber *number, double real)
{
  gboolean fits = real == trunc (real) && fabs (real) < 0x1p63;

  *number = (GyreNumber) { .is_integer = fits, .integer = fits ? (gint64) real : 0, .real = real };
}

/*
 * gyre_quantity_read_number: a number is in @units (or NULL) already, and a quantity is converted to them. A text without
 * units is read as numbers always are, and its mistakes are told so.
 */
gboolean
gyre_quantity_read_number (const char *units, const char *text, GyreNumber *number, GError **error)
{
  g_autoptr (GError) problem = NULL;
  GyreMeasure measure;
  GyreUnit unit;
  double real;

  if (gyre_number_from_text (text, -1, number, &problem))
    return TRUE;
  if (units == NULL || !gyre_measure_read_units (units, &unit, NULL))
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  if (!gyre_measure_read (text, -1, &measure, error))
    return FALSE;
  if (!measure.has_unit)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  if (!gyre_measure_in_units (&measure, &unit, units, &real, error))
    return FALSE;
  take_real (number, real);
  return TRUE;
}
