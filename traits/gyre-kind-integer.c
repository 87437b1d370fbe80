/* gyre-kind-integer.c: The kind of whole numbers
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-kind-native-private.h"
#include "gyre-quantity-number-private.h"

#include <math.h>

/* The text of the bits of an integer as the field has it. */
char *
gyre_kind_integer_to_text (GyreStorage storage, gint64 bits)
{
  return storage == GYRE_STORAGE_UINT64 ? g_strdup_printf ("%" G_GUINT64_FORMAT, (guint64) bits) : g_strdup_printf ("%" G_GINT64_FORMAT, bits);
}

/* The bounds of a declaration, as bits. One that is beyond 64 bits, or in the wrong order, leaves no value. */
void
gyre_kind_integer_bound_unsigned (long double least, long double greatest, gint64 *minimum, gint64 *maximum)
{
  *minimum = least >= 0x1p64L ? (gint64) G_MAXUINT64 : least > 0 ? (gint64) (guint64) ceill (least) : 0;
  *maximum = greatest >= 0x1p64L ? (gint64) G_MAXUINT64 : greatest >= 0 ? (gint64) (guint64) floorl (greatest) : 0;
  if (greatest < 0)
    *minimum = MAX (*minimum, 1);
}

/* What the field can hold: the error of a text that is beyond it says so, even where 64 bits would hold the number. */
static gboolean
refuse_range (const GyreTrait *trait, const char *found, GError **error)
{
  gint64 minimum, maximum;
  g_autofree char *least = NULL;
  g_autofree char *greatest = NULL;

  gyre_storage_get_range (gyre_kind_integer_storage (trait), &minimum, &maximum);
  least = gyre_kind_integer_to_text (gyre_kind_integer_storage (trait), minimum);
  greatest = gyre_kind_integer_to_text (gyre_kind_integer_storage (trait), maximum);
  gyre_value_error_set (error, GYRE_VALUE_ERROR_RANGE, GYRE_VALUE_ERROR_NOWHERE, NULL,
                        "must be between %s and %s, is %s", least, greatest, found);
  return FALSE;
}

/* Exactly, as far as there is something to be exact about: it tells what was found, not what was computed. */
static gboolean
take_number (const GyreTrait *trait, const GyreNumber *number, GyreValue *value, GError **error)
{
  char buffer[GYRE_REAL_TEXT_SIZE];
  g_autofree char *whole = number->is_integer ? g_strdup_printf ("%" G_GINT64_FORMAT, number->integer) : NULL;
  guint64 bits = 0;

  if (gyre_kind_integer_storage (trait) != GYRE_STORAGE_UINT64)
    {
      if (!number->is_integer && fabs (number->real) > 0x1p63 && isfinite (number->real))
        return refuse_range (trait, gyre_real_to_string (number->real, buffer), error);
      return gyre_number_to_integer (number, &value->integer, error);
    }
  if (isfinite (number->real) && (number->real < 0 || number->real > 0x1p64))
    return refuse_range (trait, whole != NULL ? whole : gyre_real_to_string (number->real, buffer), error);
  if (!gyre_number_to_unsigned (number, &bits, error))
    return FALSE;
  value->integer = (gint64) bits;
  return TRUE;
}

static gboolean
integer_parse (const GyreTrait *trait, const char *text, GyreValue *value, GError **error)
{
  GyreNumber number;

  *value = (GyreValue) { .present = TRUE };
  return gyre_quantity_read_number (trait->units, text, &number, error) && take_number (trait, &number, value, error);
}

static char *
integer_print (const GyreTrait *trait, GyreValue value)
{
  return gyre_kind_integer_to_text (gyre_kind_integer_storage (trait), value.integer);
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

  gyre_storage_get_range (gyre_kind_integer_storage (trait), &minimum, &maximum);
  if (gyre_storage_compare (gyre_kind_integer_storage (trait), value.integer, minimum) >= 0
      && gyre_storage_compare (gyre_kind_integer_storage (trait), value.integer, maximum) <= 0)
    return TRUE;
  found = integer_print (trait, value);
  return refuse_range (trait, found, error);
}

/* Bounds that leave no value, which the check of the class reports, must not stop GObject. */
static void
find_bounds (const GyreTrait *trait, gint64 *minimum, gint64 *maximum)
{
  gyre_storage_get_range (gyre_kind_integer_storage (trait), minimum, maximum);
  if (gyre_storage_compare (gyre_kind_integer_storage (trait), trait->integer.minimum, trait->integer.maximum) > 0)
    return;
  if (gyre_storage_compare (gyre_kind_integer_storage (trait), trait->integer.minimum, *minimum) > 0)
    *minimum = trait->integer.minimum;
  if (gyre_storage_compare (gyre_kind_integer_storage (trait), trait->integer.maximum, *maximum) < 0)
    *maximum = trait->integer.maximum;
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
    case GYRE_STORAGE_UINT64:
      return g_param_spec_uint64 (name, name, summary, (guint64) minimum, (guint64) maximum,
                                  CLAMP ((guint64) trait->initial.integer, (guint64) minimum, (guint64) maximum), flags);
    default:
      return g_param_spec_int64 (name, name, summary, minimum, maximum, initial, flags);
    }
}

/* A number of GObject, where 64 bits without a sign are exact, too. */
static gboolean
read_native (const GValue *source, GyreNumber *number)
{
  GyreValue value = GYRE_NONE;
  gboolean is_whole = FALSE;
  guint64 bits = G_VALUE_HOLDS_UINT64 (source) ? g_value_get_uint64 (source)
                 : G_VALUE_HOLDS_ULONG (source) ? g_value_get_ulong (source) : 0;

  if (!gyre_kind_number_from_gvalue (source, &value, &is_whole))
    return FALSE;
  number->is_unsigned = bits > G_MAXINT64;
  number->is_integer = is_whole;
  number->integer = is_whole ? value.integer : (gint64) bits;
  number->real = is_whole ? (double) value.integer : value.real;
  return TRUE;
}

static gboolean
integer_from_gvalue (const GyreTrait *trait, const GValue *source, GyreValue *value, GError **error)
{
  GyreNumber number = { 0 };

  *value = (GyreValue) { .present = TRUE };
  if (!read_native (source, &number))
    return gyre_kind_refuse_type (trait, source, error);
  return take_number (trait, &number, value, error);
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

static GVariant *
integer_to_variant (const GyreTrait *trait, GyreValue value)
{
  return gyre_kind_integer_storage (trait) == GYRE_STORAGE_UINT64 ? g_variant_new_uint64 ((guint64) value.integer) : g_variant_new_int64 (value.integer);
}

static GVariant *
variant_of_bound (const GyreTrait *trait, gint64 bound)
{
  return integer_to_variant (trait, (GyreValue) { .present = TRUE, .integer = bound });
}

static void
integer_describe_schema (const GyreTrait *trait, GVariantBuilder *builder)
{
  gint64 minimum, maximum;

  find_bounds (trait, &minimum, &maximum);
  g_variant_builder_add (builder, "{sv}", "type", g_variant_new_string ("integer"));
  g_variant_builder_add (builder, "{sv}", "minimum", variant_of_bound (trait, minimum));
  g_variant_builder_add (builder, "{sv}", "maximum", variant_of_bound (trait, maximum));
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
  .to_variant = integer_to_variant,
  .from_variant = gyre_kind_from_variant,
  .describe_schema = integer_describe_schema,
};
