/* gyre-storage.c: How a value lies in a struct
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Neither function owns anything: a loaded value is borrowed from the field, a stored one is handed over to it. A struct that lies
 * in place has no room in a value: its loaded value points to the field and changes with it, and a stored one is copied.
 */
#include "gyre-storage.h"

#include <stdbool.h>
#include <string.h>

/**
 * gyre_storage_load: (skip)
 * @storage: how the value lies there
 * @field: the field
 *
 * Returns: the value, borrowed from the field
 *
 * Since: 0.1
 */
GyreValue
gyre_storage_load (GyreStorage storage, gconstpointer field)
{
  GyreValue value = { .present = TRUE };

  switch (storage)
    {
    case GYRE_STORAGE_BOOLEAN: value.boolean = *(const bool *) field; break;
    case GYRE_STORAGE_INT8: value.integer = *(const gint8 *) field; break;
    case GYRE_STORAGE_UINT8: value.integer = *(const guint8 *) field; break;
    case GYRE_STORAGE_INT16: value.integer = *(const gint16 *) field; break;
    case GYRE_STORAGE_UINT16: value.integer = *(const guint16 *) field; break;
    case GYRE_STORAGE_INT32: value.integer = *(const gint32 *) field; break;
    case GYRE_STORAGE_UINT32: value.integer = *(const guint32 *) field; break;
    case GYRE_STORAGE_INT64:
    case GYRE_STORAGE_UINT64:
    case GYRE_STORAGE_TIME: value.integer = *(const gint64 *) field; break;
    case GYRE_STORAGE_DOUBLE: value.real = *(const double *) field; break;
    case GYRE_STORAGE_MAYBE_BOOLEAN:
      value.present = ((const GyreMaybeBoolean *) field)->present;
      value.boolean = ((const GyreMaybeBoolean *) field)->value;
      break;
    case GYRE_STORAGE_MAYBE_INTEGER:
      value.present = ((const GyreMaybeInteger *) field)->present;
      value.integer = ((const GyreMaybeInteger *) field)->value;
      break;
    case GYRE_STORAGE_MAYBE_REAL:
      value.present = ((const GyreMaybeReal *) field)->present;
      value.real = ((const GyreMaybeReal *) field)->value;
      break;
    case GYRE_STORAGE_POINTER:
      value.pointer = *(const gpointer *) field;
      value.present = value.pointer != NULL;
      break;
    case GYRE_STORAGE_QUANTITY:
      value.real = ((const GyreQuantity *) field)->magnitude;
      value.dimension = ((const GyreQuantity *) field)->dimension;
      break;
    case GYRE_STORAGE_COMPLEX:
    case GYRE_STORAGE_FRACTION: value.pointer = (gpointer) field; break;
    case GYRE_STORAGE_NONE:
    default:
      value.present = FALSE;
      break;
    }
  return value;
}

/* No fraction has nothing below its line. */
static void
store_in_place (GyreStorage storage, gpointer field, GyreValue value)
{
  static const GyreComplex no_complex = { 0, 0 };
  static const GyreFraction no_fraction = { 0, 1 };

  if (storage == GYRE_STORAGE_COMPLEX)
    memcpy (field, value.present ? value.pointer : &no_complex, sizeof no_complex);
  else
    memcpy (field, value.present ? value.pointer : &no_fraction, sizeof no_fraction);
}

/**
 * gyre_storage_store: (skip)
 * @storage: how the value lies there
 * @field: the field
 * @value: (transfer full): the value; what the field held before is not freed. A struct that lies in place is copied, and
 *   the value stays the caller's
 *
 * Since: 0.1
 */
void
gyre_storage_store (GyreStorage storage, gpointer field, GyreValue value)
{
  switch (storage)
    {
    case GYRE_STORAGE_BOOLEAN: *(bool *) field = value.boolean; break;
    case GYRE_STORAGE_INT8: *(gint8 *) field = (gint8) value.integer; break;
    case GYRE_STORAGE_UINT8: *(guint8 *) field = (guint8) value.integer; break;
    case GYRE_STORAGE_INT16: *(gint16 *) field = (gint16) value.integer; break;
    case GYRE_STORAGE_UINT16: *(guint16 *) field = (guint16) value.integer; break;
    case GYRE_STORAGE_INT32: *(gint32 *) field = (gint32) value.integer; break;
    case GYRE_STORAGE_UINT32: *(guint32 *) field = (guint32) value.integer; break;
    case GYRE_STORAGE_INT64:
    case GYRE_STORAGE_UINT64:
    case GYRE_STORAGE_TIME: *(gint64 *) field = value.integer; break;
    case GYRE_STORAGE_DOUBLE: *(double *) field = value.real; break;
    case GYRE_STORAGE_MAYBE_BOOLEAN:
      *(GyreMaybeBoolean *) field = (GyreMaybeBoolean) { value.present, value.present ? value.boolean : FALSE };
      break;
    case GYRE_STORAGE_MAYBE_INTEGER:
      *(GyreMaybeInteger *) field = (GyreMaybeInteger) { value.present, value.present ? value.integer : 0 };
      break;
    case GYRE_STORAGE_MAYBE_REAL:
      *(GyreMaybeReal *) field = (GyreMaybeReal) { value.present, value.present ? value.real : 0 };
      break;
    case GYRE_STORAGE_POINTER:
      *(gpointer *) field = value.present ? value.pointer : NULL;
      break;
    case GYRE_STORAGE_QUANTITY:
      *(GyreQuantity *) field = (GyreQuantity) { value.real, value.dimension };
      break;
    case GYRE_STORAGE_COMPLEX:
    case GYRE_STORAGE_FRACTION: store_in_place (storage, field, value); break;
    case GYRE_STORAGE_NONE:
    default:
      break;
    }
}

/**
 * gyre_storage_get_size: (skip)
 * @storage: how a value lies in a struct
 *
 * Returns: bytes of the field
 *
 * Since: 0.1
 */
gsize
gyre_storage_get_size (GyreStorage storage)
{
  static const guint8 sizes[] = {
    [GYRE_STORAGE_NONE] = 0,
    [GYRE_STORAGE_BOOLEAN] = sizeof (bool),
    [GYRE_STORAGE_INT8] = 1,
    [GYRE_STORAGE_UINT8] = 1,
    [GYRE_STORAGE_INT16] = 2,
    [GYRE_STORAGE_UINT16] = 2,
    [GYRE_STORAGE_INT32] = 4,
    [GYRE_STORAGE_UINT32] = 4,
    [GYRE_STORAGE_INT64] = 8,
    [GYRE_STORAGE_UINT64] = 8,
    [GYRE_STORAGE_DOUBLE] = sizeof (double),
    [GYRE_STORAGE_MAYBE_BOOLEAN] = sizeof (GyreMaybeBoolean),
    [GYRE_STORAGE_MAYBE_INTEGER] = sizeof (GyreMaybeInteger),
    [GYRE_STORAGE_MAYBE_REAL] = sizeof (GyreMaybeReal),
    [GYRE_STORAGE_POINTER] = sizeof (gpointer),
    [GYRE_STORAGE_QUANTITY] = sizeof (GyreQuantity),
    [GYRE_STORAGE_COMPLEX] = sizeof (GyreComplex),
    [GYRE_STORAGE_FRACTION] = sizeof (GyreFraction),
    [GYRE_STORAGE_TIME] = 8,
  };

  return sizes[storage];
}

/**
 * gyre_storage_is_in_place: (skip)
 * @storage: how a value lies in a struct
 *
 * Returns: whether it is a struct that a value only points to: whoever keeps a loaded one past the next change copies it
 *
 * Since: 0.1
 */
gboolean
gyre_storage_is_in_place (GyreStorage storage)
{
  return storage == GYRE_STORAGE_COMPLEX || storage == GYRE_STORAGE_FRACTION;
}

/**
 * gyre_storage_compare: (skip)
 * @storage: how an integer lies in a struct
 * @left: the bits of an integer
 * @right: those of another
 *
 * Compares two integers as the field has them: those of %GYRE_STORAGE_UINT64 have no sign.
 *
 * Returns: less than, equal to, or greater than 0
 *
 * Since: 0.1
 */
int
gyre_storage_compare (GyreStorage storage, gint64 left, gint64 right)
{
  if (storage == GYRE_STORAGE_UINT64)
    return ((guint64) left > (guint64) right) - ((guint64) left < (guint64) right);
  return (left > right) - (left < right);
}

/**
 * gyre_storage_get_range: (skip)
 * @storage: how an integer lies in a struct
 * @minimum: (out): the least value that fits
 * @maximum: (out): the greatest; of %GYRE_STORAGE_UINT64 its bits
 *
 * Since: 0.1
 */
void
gyre_storage_get_range (GyreStorage storage, gint64 *minimum, gint64 *maximum)
{
  *minimum = G_MININT64;
  *maximum = G_MAXINT64;
  switch (storage)
    {
    case GYRE_STORAGE_INT8: *minimum = G_MININT8; *maximum = G_MAXINT8; break;
    case GYRE_STORAGE_UINT8: *minimum = 0; *maximum = G_MAXUINT8; break;
    case GYRE_STORAGE_INT16: *minimum = G_MININT16; *maximum = G_MAXINT16; break;
    case GYRE_STORAGE_UINT16: *minimum = 0; *maximum = G_MAXUINT16; break;
    case GYRE_STORAGE_INT32: *minimum = G_MININT32; *maximum = G_MAXINT32; break;
    case GYRE_STORAGE_UINT32: *minimum = 0; *maximum = G_MAXUINT32; break;
    case GYRE_STORAGE_UINT64: *minimum = 0; *maximum = (gint64) G_MAXUINT64; break;
    default: break;
    }
}
