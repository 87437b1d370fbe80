/* gyre-kind.c: What a trait's values are and how they are read, written and kept
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-kind-private.h"

#include <string.h>

/**
 * gyre_kind_is_a: (skip)
 * @kind: a kind
 * @other: another
 *
 * Returns: whether @kind is @other or specialises it
 *
 * Since: 0.1
 */
gboolean
gyre_kind_is_a (const GyreKind *kind, const GyreKind *other)
{
  while (kind != NULL && kind != other)
    kind = kind->base;
  return kind != NULL;
}

/* gyre_kind_get_element_storage: how an element of a list lies, for its bounds. */
GyreStorage
gyre_kind_get_element_storage (const GyreKind *kind)
{
  if (kind == &gyre_kind_boolean)
    return GYRE_STORAGE_BOOLEAN;
  if (kind == &gyre_kind_integer || kind == &gyre_kind_duration)
    return GYRE_STORAGE_INT64;
  if (kind == &gyre_kind_quantity)
    return GYRE_STORAGE_QUANTITY;
  if (kind == &gyre_kind_real)
    return GYRE_STORAGE_DOUBLE;
  if (kind == &gyre_kind_complex)
    return GYRE_STORAGE_COMPLEX;
  if (kind == &gyre_kind_fraction)
    return GYRE_STORAGE_FRACTION;
  if (kind == &gyre_kind_time)
    return GYRE_STORAGE_TIME;
  if (kind == &gyre_kind_flags)
    return GYRE_STORAGE_UINT32;
  return kind == &gyre_kind_enumeration ? GYRE_STORAGE_INT32 : GYRE_STORAGE_POINTER;
}

/**
 * gyre_kind_equal: (skip)
 * @kind: a kind
 * @value: a value
 * @other: another
 *
 * Returns: whether both are the same, or both `none`
 *
 * Since: 0.1
 */
gboolean
gyre_kind_equal (const GyreKind *kind, GyreValue value, GyreValue other)
{
  if (!value.present || !other.present)
    return value.present == other.present;
  return kind->equal (value, other);
}

/**
 * gyre_kind_copy: (skip)
 * @kind: a kind
 * @value: a borrowed value
 *
 * Returns: (transfer full): the same value, owned by the caller
 *
 * Since: 0.1
 */
GyreValue
gyre_kind_copy (const GyreKind *kind, GyreValue value)
{
  return kind->copy != NULL && value.present ? kind->copy (value) : value;
}

/**
 * gyre_kind_clear: (skip)
 * @kind: a kind
 * @value: an owned value; `none` afterwards
 *
 * Since: 0.1
 */
void
gyre_kind_clear (const GyreKind *kind, GyreValue *value)
{
  if (kind->clear != NULL && value->present)
    kind->clear (*value);
  *value = GYRE_NONE;
}

/* A number that can be `none` is a GVariant property of maybe type: GObject's own numbers have no room for it. */
GParamSpec *
gyre_kind_specify_maybe (const GyreTrait *trait, GParamFlags flags, const GVariantType *type)
{
  return g_param_spec_variant (trait->descriptor.name, trait->descriptor.name, trait->descriptor.summary,
                               type, NULL, flags);
}

gboolean
gyre_kind_refuse_type (const GyreTrait *trait, const GValue *source, GError **error)
{
  g_autofree char *wanted = gyre_trait_dup_kind_text (trait);

  gyre_value_error_set (error, GYRE_VALUE_ERROR_TYPE, GYRE_VALUE_ERROR_NOWHERE, NULL,
                        "must be of kind %s, is a value of type %s", wanted, G_VALUE_TYPE_NAME (source));
  return FALSE;
}

static gboolean
whole (GyreValue *value, gboolean *is_whole, gint64 integer)
{
  *value = (GyreValue) { .present = TRUE, .integer = integer };
  *is_whole = TRUE;
  return TRUE;
}

static gboolean
broken (GyreValue *value, gboolean *is_whole, double real)
{
  *value = (GyreValue) { .present = TRUE, .real = real };
  *is_whole = FALSE;
  return TRUE;
}

static gboolean
unsigned_whole (GyreValue *value, gboolean *is_whole, guint64 integer)
{
  return integer > G_MAXINT64 ? broken (value, is_whole, (double) integer) : whole (value, is_whole, (gint64) integer);
}

/* Reads any of GObject's numbers. One beyond 64 signed bits is no integer to us, and a real only if nothing is lost. */
gboolean
gyre_kind_number_from_gvalue (const GValue *source, GyreValue *value, gboolean *is_whole)
{
  switch (G_VALUE_TYPE (source))
    {
    case G_TYPE_CHAR: return whole (value, is_whole, g_value_get_schar (source));
    case G_TYPE_UCHAR: return whole (value, is_whole, g_value_get_uchar (source));
    case G_TYPE_INT: return whole (value, is_whole, g_value_get_int (source));
    case G_TYPE_UINT: return whole (value, is_whole, g_value_get_uint (source));
    case G_TYPE_LONG: return whole (value, is_whole, g_value_get_long (source));
    case G_TYPE_INT64: return whole (value, is_whole, g_value_get_int64 (source));
    case G_TYPE_ULONG: return unsigned_whole (value, is_whole, g_value_get_ulong (source));
    case G_TYPE_UINT64: return unsigned_whole (value, is_whole, g_value_get_uint64 (source));
    case G_TYPE_FLOAT: return broken (value, is_whole, (double) g_value_get_float (source));
    case G_TYPE_DOUBLE: return broken (value, is_whole, g_value_get_double (source));
    default: return FALSE;
    }
}

GyreValue
gyre_kind_copy_string (GyreValue value)
{
  value.string = g_strdup (value.string);
  return value;
}

void
gyre_kind_clear_string (GyreValue value)
{
  g_free (value.string);
}

gboolean
gyre_kind_equal_strings (GyreValue value, GyreValue other)
{
  return strcmp (value.string, other.string) == 0;
}

gboolean
gyre_kind_validate_string (const GyreTrait *trait, GyreValue value, GError **error)
{
  const char *end = NULL;

  if (g_utf8_validate (value.string, -1, &end))
    return TRUE;
  gyre_value_error_set (error, GYRE_VALUE_ERROR_TYPE, GYRE_VALUE_ERROR_NOWHERE, NULL,
                        "must be UTF-8, has the byte 0x%02x after %" G_GSIZE_FORMAT " others", (guint) (guchar) *end,
                        (gsize) (end - value.string));
  return FALSE;
}

static gboolean
unpack_container (GVariant *variant, GValue *target)
{
  g_autoptr (GVariant) inner = NULL;

  if (g_variant_is_of_type (variant, G_VARIANT_TYPE_VARIANT))
    inner = g_variant_get_variant (variant);
  else if (!g_variant_is_of_type (variant, G_VARIANT_TYPE_MAYBE))
    return FALSE;
  else
    inner = g_variant_get_maybe (variant);
  return inner == NULL || gyre_kind_unpack_variant (inner, target);
}

/* What a GVariant says, as GObject's own value. Nothing in a maybe leaves @target empty. */
gboolean
gyre_kind_unpack_variant (GVariant *variant, GValue *target)
{
  switch (g_variant_classify (variant))
    {
    case G_VARIANT_CLASS_BOOLEAN:
      g_value_set_boolean (g_value_init (target, G_TYPE_BOOLEAN), g_variant_get_boolean (variant));
      return TRUE;
    case G_VARIANT_CLASS_BYTE:
      g_value_set_uchar (g_value_init (target, G_TYPE_UCHAR), g_variant_get_byte (variant));
      return TRUE;
    case G_VARIANT_CLASS_INT16:
      g_value_set_int (g_value_init (target, G_TYPE_INT), g_variant_get_int16 (variant));
      return TRUE;
    case G_VARIANT_CLASS_UINT16:
      g_value_set_int (g_value_init (target, G_TYPE_INT), g_variant_get_uint16 (variant));
      return TRUE;
    case G_VARIANT_CLASS_INT32:
      g_value_set_int (g_value_init (target, G_TYPE_INT), g_variant_get_int32 (variant));
      return TRUE;
    case G_VARIANT_CLASS_UINT32:
      g_value_set_uint (g_value_init (target, G_TYPE_UINT), g_variant_get_uint32 (variant));
      return TRUE;
    case G_VARIANT_CLASS_INT64:
      g_value_set_int64 (g_value_init (target, G_TYPE_INT64), g_variant_get_int64 (variant));
      return TRUE;
    case G_VARIANT_CLASS_UINT64:
      g_value_set_uint64 (g_value_init (target, G_TYPE_UINT64), g_variant_get_uint64 (variant));
      return TRUE;
    case G_VARIANT_CLASS_DOUBLE:
      g_value_set_double (g_value_init (target, G_TYPE_DOUBLE), g_variant_get_double (variant));
      return TRUE;
    case G_VARIANT_CLASS_STRING:
      g_value_set_string (g_value_init (target, G_TYPE_STRING), g_variant_get_string (variant, NULL));
      return TRUE;
    default:
      return unpack_container (variant, target);
    }
}
