/* gyre-kind-integer.c: The kind of whole numbers
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-kind-private.h"
#include "gyre-quantity-number-private.h"

#include <math.h>

/* What the field can hold: the error of a text that is beyond it says so, even where 64 bits would hold the number. */
static gboolean
refuse_range (const GyreTrait *trait, const char *found, GError **error)
{
  gint64 minimum, maximum;

  gyre_storage_get_range (trait->storage, &minimum, &maximum);
  gyre_value_error_set (error, GYRE_VALUE_ERROR_RANGE, GYRE_VALUE_ERROR_NOWHERE, NULL,
                        "must be between %" G_GINT64_FORMAT " and %" G_GINT64_FORMAT ", is %s", minimum, maximum, found);
  return FALSE;
}

static gboolean
integer_parse (const GyreTrait *trait, const char *text, GyreValue *value, GError **error)
{
  char buffer[GYRE_REAL_TEXT_SIZE];
  GyreNumber number;

  *value = (GyreValue) { .present = TRUE };
  if (!gyre_quantity_read_number (trait->units, text, &number, error))
    return FALSE;
  if (!number.is_integer && fabs (number.real) > 0x1p63 && isfinite (number.real))
    return refuse_range (trait, gyre_real_to_string (number.real, buffer), error);
  return gyre_number_to_integer (&number, &value->integer, error);
}

static char *
integer_print (const GyreTrait *trait, GyreValue value)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, value.integer);
}

static gboolean
integer_equal (GyreValue value, GyreValue other)
{
  return value.integer == other.integer;
}

static gboolean
integer_validate (const GyreTrait *trait, GyreValue value, GError **error)
{
  g_autofree char *found = NULL;
  gint64 minimum, maximum;

  gyre_storage_get_range (trait->storage, &minimum, &maximum);
  if (value.integer >= minimum && value.integer <= maximum)
    return TRUE;
  found = integer_print (trait, value);
  return refuse_range (trait, found, error);
}

/* Bounds that leave no value, which the check of the class reports, must not stop GObject. */
static void
find_bounds (const GyreTrait *trait, gint64 *minimum, gint64 *maximum)
{
  gyre_storage_get_range (trait->storage, minimum, maximum);
  if (trait->integer.minimum > trait->integer.maximum)
    return;
  *minimum = MAX (*minimum, trait->integer.minimum);
  *maximum = MIN (*maximum, trait->integer.maximum);
}

static GParamSpec *
integer_specify (const GyreTrait *trait, GParamFlags flags)
{
  const char *name = trait->descriptor.name;
  const char *summary = trait->descriptor.summary;
  gint64 minimum, maximum, initial;

  find_bounds (trait, &minimum, &maximum);
  initial = CLAMP (trait->initial.integer, minimum, maximum);
  switch (trait->storage)
    {
    case GYRE_STORAGE_MAYBE_INTEGER:
      return gyre_kind_specify_maybe (trait, flags, G_VARIANT_TYPE ("mx"));
    case GYRE_STORAGE_INT8:
    case GYRE_STORAGE_INT16:
    case GYRE_STORAGE_INT32:
      return g_param_spec_int (name, name, summary, (gint) minimum, (gint) maximum, (gint) initial, flags);
    case GYRE_STORAGE_UINT8:
    case GYRE_STORAGE_UINT16:
    case GYRE_STORAGE_UINT32:
      return g_param_spec_uint (name, name, summary, (guint) minimum, (guint) maximum, (guint) initial, flags);
    default:
      return g_param_spec_int64 (name, name, summary, minimum, maximum, initial, flags);
    }
}

static gboolean
integer_from_gvalue (const GyreTrait *trait, const GValue *source, GyreValue *value, GError **error)
{
  gboolean is_whole = FALSE;
  GyreNumber number = { 0 };

  if (!gyre_kind_number_from_gvalue (source, value, &is_whole))
    return gyre_kind_refuse_type (trait, source, error);
  if (is_whole)
    return TRUE;
  number.real = value->real;
  value->integer = 0;
  return gyre_number_to_integer (&number, &value->integer, error);
}

static void
integer_to_gvalue (const GyreTrait *trait, GyreValue value, GValue *target)
{
  switch (G_VALUE_TYPE (target))
    {
    case G_TYPE_CHAR: g_value_set_schar (target, (gint8) value.integer); break;
    case G_TYPE_UCHAR: g_value_set_uchar (target, (guchar) value.integer); break;
    case G_TYPE_INT: g_value_set_int (target, (gint) value.integer); break;
    case G_TYPE_UINT: g_value_set_uint (target, (guint) value.integer); break;
    case G_TYPE_LONG: g_value_set_long (target, (glong) value.integer); break;
    case G_TYPE_ULONG: g_value_set_ulong (target, (gulong) value.integer); break;
    case G_TYPE_UINT64: g_value_set_uint64 (target, (guint64) value.integer); break;
    default: g_value_set_int64 (target, value.integer); break;
    }
}

const GyreKind gyre_kind_integer = {
  .name = "integer",
  .parse = integer_parse,
  .print = integer_print,
  .equal = integer_equal,
  .validate = integer_validate,
  .specify = integer_specify,
  .from_gvalue = integer_from_gvalue,
  .to_gvalue = integer_to_gvalue,
};
