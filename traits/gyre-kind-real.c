/* gyre-kind-real.c: The kind of real numbers
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-kind-private.h"
#include "gyre-number.h"

#include <float.h>
#include <math.h>
#include <string.h>

static gboolean
real_parse (const GyreTrait *trait, const char *text, GyreValue *value, GError **error)
{
  GyreNumber number;

  *value = (GyreValue) { .present = TRUE };
  if (gyre_real_from_decimal (text, strlen (text), &value->real))
    return TRUE;
  if (!gyre_number_from_text (text, -1, &number, error))
    return FALSE;
  value->real = number.is_integer ? (double) number.integer : number.real;
  return TRUE;
}

static char *
real_print (const GyreTrait *trait, GyreValue value)
{
  char buffer[GYRE_REAL_TEXT_SIZE];

  return g_strdup (gyre_real_to_string (value.real, buffer));
}

/* To the bit: a not-a-number is the same as itself, and -0 is another value than 0. */
static gboolean
real_equal (GyreValue value, GyreValue other)
{
  return memcmp (&value.real, &other.real, sizeof (double)) == 0;
}

static GParamSpec *
real_specify (const GyreTrait *trait, GParamFlags flags)
{
  const GyreDescriptor *descriptor = &trait->descriptor;
  double minimum = isinf (trait->real.minimum) ? -DBL_MAX : trait->real.minimum;
  double maximum = isinf (trait->real.maximum) ? DBL_MAX : trait->real.maximum;
  double initial = trait->initial.real;

  if (trait->storage == GYRE_STORAGE_MAYBE_REAL)
    return gyre_kind_specify_maybe (trait, flags, G_VARIANT_TYPE ("md"));
  /* Without bounds GObject must let infinities and not-a-number pass: its own comparison would clamp them. */
  if (!trait->bounded)
    flags |= G_PARAM_LAX_VALIDATION;
  return g_param_spec_double (descriptor->name, descriptor->name, descriptor->summary,
                              trait->bounded ? minimum : -INFINITY, trait->bounded ? maximum : INFINITY,
                              initial >= minimum && initial <= maximum ? initial : CLAMP (0.0, minimum, maximum), flags);
}

static gboolean
real_from_gvalue (const GyreTrait *trait, const GValue *source, GyreValue *value, GError **error)
{
  gboolean is_whole = FALSE;

  if (!gyre_kind_number_from_gvalue (source, value, &is_whole))
    return gyre_kind_refuse_type (trait, source, error);
  if (is_whole)
    {
      gint64 integer = value->integer;
      value->real = (double) integer;
      if (value->real >= 0x1p63 || (gint64) value->real != integer)
        {
          gyre_value_error_set (error, GYRE_VALUE_ERROR_RANGE, GYRE_VALUE_ERROR_NOWHERE, NULL,
                                "the integer %" G_GINT64_FORMAT " is not exact as a real", integer);
          return FALSE;
        }
    }
  return TRUE;
}

static void
real_to_gvalue (const GyreTrait *trait, GyreValue value, GValue *target)
{
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
