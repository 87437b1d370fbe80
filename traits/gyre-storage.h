/* gyre-storage.h: How a value lies in a struct
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-quantity.h"
#include "gyre-complex.h"
#include "gyre-fraction.h"
#include "gyre-value.h"

GYRE_BEGIN_DECLARATIONS

/**
 * GyreStorage: (skip)
 * @GYRE_STORAGE_NONE: not in a field of ours: behind a GObject property that other code has written
 * @GYRE_STORAGE_BOOLEAN: C's `bool`
 * @GYRE_STORAGE_INT8: 8 bits, signed
 * @GYRE_STORAGE_UINT8: 8 bits
 * @GYRE_STORAGE_INT16: 16 bits, signed
 * @GYRE_STORAGE_UINT16: 16 bits
 * @GYRE_STORAGE_INT32: 32 bits, signed; also an enumeration
 * @GYRE_STORAGE_UINT32: 32 bits
 * @GYRE_STORAGE_INT64: 64 bits, signed
 * @GYRE_STORAGE_UINT64: 64 bits; the value's bits are those of its `integer`
 * @GYRE_STORAGE_DOUBLE: a `double`
 * @GYRE_STORAGE_MAYBE_BOOLEAN: #GyreMaybeBoolean
 * @GYRE_STORAGE_MAYBE_INTEGER: #GyreMaybeInteger
 * @GYRE_STORAGE_MAYBE_REAL: #GyreMaybeReal
 * @GYRE_STORAGE_POINTER: a pointer that the kind owns
 * @GYRE_STORAGE_QUANTITY: #GyreQuantity
 * @GYRE_STORAGE_COMPLEX: #GyreComplex, or C's `double _Complex`; the value points to the field
 * @GYRE_STORAGE_FRACTION: #GyreFraction; the value points to the field
 * @GYRE_STORAGE_TIME: microseconds since midnight, 64 bits, signed
 * @GYRE_STORAGE_DYNAMIC: in no field at all: an attribute of one instance, which nobody has declared
 *
 * Since: 0.1
 */
typedef enum
{
  GYRE_STORAGE_NONE,
  GYRE_STORAGE_BOOLEAN,
  GYRE_STORAGE_INT8,
  GYRE_STORAGE_UINT8,
  GYRE_STORAGE_INT16,
  GYRE_STORAGE_UINT16,
  GYRE_STORAGE_INT32,
  GYRE_STORAGE_UINT32,
  GYRE_STORAGE_INT64,
  GYRE_STORAGE_UINT64,
  GYRE_STORAGE_DOUBLE,
  GYRE_STORAGE_MAYBE_BOOLEAN,
  GYRE_STORAGE_MAYBE_INTEGER,
  GYRE_STORAGE_MAYBE_REAL,
  GYRE_STORAGE_POINTER,
  GYRE_STORAGE_QUANTITY,
  GYRE_STORAGE_COMPLEX,
  GYRE_STORAGE_FRACTION,
  GYRE_STORAGE_TIME,
  GYRE_STORAGE_DYNAMIC,
} GyreStorage;

GyreValue gyre_storage_load            (GyreStorage   storage,
                                        gconstpointer field);
void      gyre_storage_store           (GyreStorage   storage,
                                        gpointer      field,
                                        GyreValue     value);
gsize     gyre_storage_get_size        (GyreStorage   storage);
gboolean  gyre_storage_is_in_place     (GyreStorage   storage);
int       gyre_storage_compare         (GyreStorage   storage,
                                        gint64        left,
                                        gint64        right);
void      gyre_storage_get_range       (GyreStorage   storage,
                                        gint64       *minimum,
                                        gint64       *maximum);

GYRE_END_DECLARATIONS
