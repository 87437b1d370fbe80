/* gyre-unit-database.c: The units that UDUNITS knows
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * UDUNITS keeps trees that even a search may rebalance, and the state of its last call in variables of the process. So
 * one system is read when it is first needed, stays, and is asked behind a lock, which calls nothing of ours. A missing
 * database is a warning, once: then the units of our own table are left.
 */
#include "gyre-unit-database-private.h"
#include "gyre-real.h"

#include <math.h>
#include <string.h>
#include <udunits2.h>

static GMutex lock;

static ut_system *
get_system (void)
{
  static ut_system *system;
  static gboolean is_read;

  if (!is_read)
    {
      ut_set_error_message_handler (ut_ignore);
      system = ut_read_xml (NULL);
      is_read = TRUE;
      if (system == NULL)
        g_warning ("the database of units of UDUNITS cannot be read: only the commonest units are known");
    }
  return system;
}

/* The number that somebody wrote in the database, which the nearest double is not: 0.0254. */
static long double
read_decimal (double number)
{
  char buffer[GYRE_REAL_TEXT_SIZE];
  guint64 mantissa = 0;
  gint exponent = 0, digits = 0;
  gboolean fraction = FALSE;

  if (!isfinite (number) || number < 0)
    return number;
  for (const char *cursor = gyre_real_to_string (number, buffer); *cursor != '\0'; cursor++)
    {
      if (*cursor == 'e')
        {
          exponent += (gint) g_ascii_strtoll (cursor + 1, NULL, 10);
          break;
        }
      if (*cursor == '.')
        fraction = TRUE;
      else
        {
          mantissa = mantissa * 10 + (guint64) g_ascii_digit_value (*cursor);
          digits += mantissa > 0 ? 1 : 0;
          exponent -= fraction ? 1 : 0;
        }
    }
  if (digits > 15 || ABS (exponent) > 27)
    return number;
  return exponent < 0 ? mantissa / powl (10, -exponent) : mantissa * powl (10, exponent);
}

typedef struct
{
  GyreUnit unit;
  GyreExponents exponents;
  long double factor;
  gboolean is_linear;
} Visit;

static gboolean
visit_power (Visit *visit, const ut_unit *basic, int power)
{
  static const char * const symbols[] = { "kg", "m", "s", "A", "K", "mol", "cd" };
  const char *symbol = ut_get_symbol (basic, UT_ASCII);

  for (guint base = 0; symbol != NULL && base < G_N_ELEMENTS (symbols); base++)
    if (strcmp (symbol, symbols[base]) == 0)
      visit->exponents.numerator[base] = (gint16) (visit->exponents.numerator[base] + power);
  return symbol != NULL && ABS (power) < 100;
}

static ut_status
visit_basic (const ut_unit *unit, void *data)
{
  return visit_power (data, unit, 1) ? UT_SUCCESS : UT_VISIT_ERROR;
}

static ut_status
visit_product (const ut_unit *unit, int count, const ut_unit * const *basics, const int *powers, void *data)
{
  for (int index = 0; index < count; index++)
    if (!visit_power (data, basics[index], powers[index]))
      return UT_VISIT_ERROR;
  return UT_SUCCESS;
}

static const ut_visitor visitor;

static ut_status
visit_galilean (const ut_unit *unit, double scale, const ut_unit *underlying, double offset, void *data)
{
  Visit *visit = data;

  visit->unit.factor *= read_decimal (scale);
  if (offset != 0)
    {
      visit->unit.scale = GYRE_SCALE_OFFSET;
      visit->unit.offset += read_decimal (offset) * visit->unit.factor;
    }
  return ut_accept_visitor (underlying, &visitor, data);
}

/* A moment is no unit, and of the logarithms only our own decibel is one. */
static ut_status
visit_timestamp (const ut_unit *unit, const ut_unit *underlying, double origin, void *data)
{
  return UT_VISIT_ERROR;
}

static ut_status
visit_logarithmic (const ut_unit *unit, double base, const ut_unit *reference, void *data)
{
  return UT_VISIT_ERROR;
}

static const ut_visitor visitor = { visit_basic, visit_product, visit_galilean, visit_timestamp, visit_logarithmic };

static gboolean
visit (const ut_unit *found, GyreUnit *unit)
{
  Visit state = { .unit = { .factor = 1 }, .exponents = { .denominator = { 1, 1, 1, 1, 1, 1, 1, 1 } } };

  if (ut_accept_visitor (found, &visitor, &state) != UT_SUCCESS || !gyre_dimension_intern (&state.exponents, &state.unit.dimension))
    return FALSE;
  *unit = state.unit;
  return TRUE;
}

/*
 * gyre_unit_database_find: one name or symbol, without a prefix. Names are compared as UDUNITS does it, without regard to
 * the case of ASCII letters; symbols to the letter.
 */
gboolean
gyre_unit_database_find (const char *name, GyreUnitSpelling spelling, GyreUnit *unit)
{
  ut_unit *found = NULL;
  gboolean is_unit = FALSE;
  ut_system *system;

  g_mutex_lock (&lock);
  system = get_system ();
  if (system != NULL)
    found = spelling == GYRE_UNIT_NAME ? ut_get_unit_by_name (system, name) : ut_get_unit_by_symbol (system, name);
  if (found != NULL)
    is_unit = visit (found, unit);
  ut_free (found);
  g_mutex_unlock (&lock);
  return is_unit;
}
