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

/* Reads any of GObject's numbers. */
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
    case G_TYPE_ULONG:
      if (g_value_get_ulong (source) > G_MAXINT64)
        return broken (value, is_whole, (double) g_value_get_ulong (source));
      return whole (value, is_whole, (gint64) g_value_get_ulong (source));
    case G_TYPE_UINT64:
      if (g_value_get_uint64 (source) > G_MAXINT64)
        return broken (value, is_whole, (double) g_value_get_uint64 (source));
      return whole (value, is_whole, (gint64) g_value_get_uint64 (source));
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
