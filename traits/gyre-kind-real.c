/* gyre-kind-real.c: The kind of real numbers
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-kind-private.h"
#include "gyre-quantity-number-private.h"

#include <math.h>
#include <string.h>

static gboolean
real_parse (const GyreTrait *trait, const char *text, GyreValue *value, GError **error)
{
  GyreNumber number;

  *value = (GyreValue) { .present = TRUE };
  if (gyre_real_from_decimal (text, strlen (text), &value->real))
    return TRUE;
  if (!gyre_quantity_read_number (trait->units, text, &number, error))
    return FALSE;
  value->real = number.real;
  return TRUE;
}

static char *
real_print (const GyreTrait *trait, GyreValue value)
{
  char buffer[GYRE_REAL_TEXT_SIZE];

  return g_strdup (gyre_real_to_string (value.real, buffer));
}

static gboolean
real_equal (GyreValue value, GyreValue other)
{
  return gyre_real_equal (value.real, other.real);
}

/*
 * Without bounds GObject must let infinities and not-a-number pass: its own comparison would clamp them. Bounds that leave no
 * value, which the check of the class reports, must not stop GObject.
 */
static GParamSpec *
real_specify (const GyreTrait *trait, GParamFlags flags)
{
  const GyreDescriptor *descriptor = &trait->descriptor;
  gboolean bounded = trait->bounded && trait->real.minimum <= trait->real.maximum;
  double minimum = bounded ? trait->real.minimum : -INFINITY;
  double maximum = bounded ? trait->real.maximum : INFINITY;
  double initial = trait->initial.real;

  if (trait->storage == GYRE_STORAGE_MAYBE_REAL)
    return gyre_kind_specify_maybe (trait, flags, G_VARIANT_TYPE ("md"));
  if (!bounded)
    flags |= G_PARAM_LAX_VALIDATION;
  if (!(initial >= minimum && initial <= maximum))
    initial = bounded ? CLAMP (0.0, minimum, maximum) : 0.0;
  return g_param_spec_double (descriptor->name, descriptor->name, descriptor->summary, minimum, maximum, initial, flags);
}

/* Whether a double holds the very number that an integer of GObject is. */
static gboolean
is_exact (const GValue *source, double real)
{
  if (G_VALUE_HOLDS_UINT64 (source) || G_VALUE_HOLDS_ULONG (source))
    {
      guint64 integer = G_VALUE_HOLDS_UINT64 (source) ? g_value_get_uint64 (source) : g_value_get_ulong (source);
      return real < 0x1p64 && (guint64) real == integer;
    }
  if (G_VALUE_HOLDS_INT64 (source) || G_VALUE_HOLDS_LONG (source))
    {
      gint64 integer = G_VALUE_HOLDS_INT64 (source) ? g_value_get_int64 (source) : g_value_get_long (source);
      return real < 0x1p63 && (gint64) real == integer;
    }
  return TRUE;
}

static gboolean
real_from_gvalue (const GyreTrait *trait, const GValue *source, GyreValue *value, GError **error)
{
  gboolean is_whole = FALSE;

  if (!gyre_kind_number_from_gvalue (source, value, &is_whole))
    return gyre_kind_refuse_type (trait, source, error);
  if (is_whole)
    value->real = (double) value->integer;
  if (is_exact (source, value->real))
    return TRUE;
  g_autofree char *integer = g_strdup_value_contents (source);
  gyre_value_error_set (error, GYRE_VALUE_ERROR_RANGE, GYRE_VALUE_ERROR_NOWHERE, NULL,
                        "must be exact as a real, which the integer %s is not", integer);
  return FALSE;
}

static void
real_to_gvalue (const GyreTrait *trait, GyreValue value, GValue *target)
{
  if (G_VALUE_HOLDS_FLOAT (target))
    g_value_set_float (target, (float) value.real);
  else
    g_value_set_double (target, value.real);
}

const GyreKind gyre_kind_real = {
  .name = "real",
  .parse = real_parse,
  .print = real_print,
  .equal = real_equal,
  .specify = real_specify,
  .from_gvalue = real_from_gvalue,
  .to_gvalue = real_to_gvalue,
};
