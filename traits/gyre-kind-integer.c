/* gyre-kind-integer.c: The kind of whole numbers
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-kind-private.h"
#include "gyre-number.h"

static gboolean
integer_parse (const GyreTrait *trait, const char *text, GyreValue *value, GError **error)
{
  GyreNumber number;

  *value = (GyreValue) { .present = TRUE };
  return gyre_number_from_text (text, -1, &number, error) && gyre_number_to_integer (&number, &value->integer, error);
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
  gint64 minimum, maximum;

  gyre_storage_get_range (trait->storage, &minimum, &maximum);
  if (value.integer >= minimum && value.integer <= maximum)
    return TRUE;
  gyre_value_error_set (error, GYRE_VALUE_ERROR_RANGE, GYRE_VALUE_ERROR_NOWHERE, NULL,
                        "must be between %" G_GINT64_FORMAT " and %" G_GINT64_FORMAT ", is %" G_GINT64_FORMAT,
                        minimum, maximum, value.integer);
  return FALSE;
}

static GParamSpec *
specify_32 (const GyreTrait *trait, GParamFlags flags)
{
  const GyreDescriptor *descriptor = &trait->descriptor;

  return g_param_spec_int (descriptor->name, descriptor->name, descriptor->summary,
                           (gint) trait->integer.minimum, (gint) trait->integer.maximum,
                           CLAMP ((gint) trait->initial.integer, (gint) trait->integer.minimum, (gint) trait->integer.maximum),
                           flags);
}

static GParamSpec *
specify_unsigned_32 (const GyreTrait *trait, GParamFlags flags)
{
  const GyreDescriptor *descriptor = &trait->descriptor;

  return g_param_spec_uint (descriptor->name, descriptor->name, descriptor->summary,
                            (guint) trait->integer.minimum, (guint) trait->integer.maximum,
                            CLAMP ((guint) trait->initial.integer, (guint) trait->integer.minimum,
                                   (guint) trait->integer.maximum),
                            flags);
}

static GParamSpec *
integer_specify (const GyreTrait *trait, GParamFlags flags)
{
  const GyreDescriptor *descriptor = &trait->descriptor;

  switch (trait->storage)
    {
    case GYRE_STORAGE_MAYBE_INTEGER:
      return gyre_kind_specify_maybe (trait, flags, G_VARIANT_TYPE ("mx"));
    case GYRE_STORAGE_INT8:
    case GYRE_STORAGE_INT16:
    case GYRE_STORAGE_INT32:
      return specify_32 (trait, flags);
    case GYRE_STORAGE_UINT8:
    case GYRE_STORAGE_UINT16:
    case GYRE_STORAGE_UINT32:
      return specify_unsigned_32 (trait, flags);
    default:
      return g_param_spec_int64 (descriptor->name, descriptor->name, descriptor->summary,
                                 trait->integer.minimum, trait->integer.maximum,
                                 CLAMP (trait->initial.integer, trait->integer.minimum, trait->integer.maximum), flags);
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
    case G_TYPE_INT: g_value_set_int (target, (gint) value.integer); break;
    case G_TYPE_UINT: g_value_set_uint (target, (guint) value.integer); break;
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
