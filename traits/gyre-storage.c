/* gyre-storage.c: How a value lies in a struct
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Neither function owns anything: a loaded value is borrowed from the field, a stored one is handed over to it.
 */
#include "gyre-storage.h"

#include <stdbool.h>

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
    case GYRE_STORAGE_INT64: value.integer = *(const gint64 *) field; break;
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
    case GYRE_STORAGE_NONE:
    default:
      value.present = FALSE;
      break;
    }
  return value;
}

/**
 * gyre_storage_store: (skip)
 * @storage: how the value lies there
 * @field: the field
 * @value: (transfer full): the value; what the field held before is not freed
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
    case GYRE_STORAGE_INT64: *(gint64 *) field = value.integer; break;
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
    [GYRE_STORAGE_DOUBLE] = sizeof (double),
    [GYRE_STORAGE_MAYBE_BOOLEAN] = sizeof (GyreMaybeBoolean),
    [GYRE_STORAGE_MAYBE_INTEGER] = sizeof (GyreMaybeInteger),
    [GYRE_STORAGE_MAYBE_REAL] = sizeof (GyreMaybeReal),
    [GYRE_STORAGE_POINTER] = sizeof (gpointer),
    [GYRE_STORAGE_QUANTITY] = sizeof (GyreQuantity),
  };

  return sizes[storage];
}

/**
 * gyre_storage_get_range: (skip)
 * @storage: how an integer lies in a struct
 * @minimum: (out): the least value that fits
 * @maximum: (out): the greatest
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
    default: break;
    }
}
