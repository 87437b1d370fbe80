/* gyre-dimension.c: Powers of the base units
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A dimension is a number, and what it stands for is in a table that only grows. Reading takes no lock: a row does not change
 * once its number was given away. A new dimension is rare and is made behind a lock that calls nothing else.
 */
#include "gyre-dimension-private.h"

#include <math.h>
#include <string.h>

#define CHUNK_LENGTH 256

static GMutex lock;
static GHashTable *numbers;                 /* of GyreExponents; behind the lock */
static guint count = 1;                     /* behind the lock */
static const GyreExponents none = { .denominator = { 1, 1, 1, 1, 1, 1, 1, 1 } };
static GyreExponents *chunks[GYRE_DIMENSION_MAXIMUM_COUNT / CHUNK_LENGTH];

static guint
exponents_hash (gconstpointer key)
{
  const guint8 *bytes = key;
  guint hash = 5381;

  for (gsize index = 0; index < sizeof (GyreExponents); index++)
    hash = hash * 33 + bytes[index];
  return hash;
}

static gboolean
exponents_equal (gconstpointer key, gconstpointer other)
{
  return memcmp (key, other, sizeof (GyreExponents)) == 0;
}

/* gyre_dimension_get_exponents: what a number stands for. */
GyreExponents
gyre_dimension_get_exponents (GyreDimension dimension)
{
  const GyreExponents *chunk;

  if (dimension == GYRE_DIMENSIONLESS || dimension >= GYRE_DIMENSION_MAXIMUM_COUNT)
    return none;
  chunk = g_atomic_pointer_get (&chunks[dimension / CHUNK_LENGTH]);
  return chunk != NULL ? chunk[dimension % CHUNK_LENGTH] : none;
}

/* Gives a number away; the lock is held. */
static gboolean
add (const GyreExponents *exponents, GyreDimension *dimension)
{
  GyreExponents *chunk = chunks[count / CHUNK_LENGTH % G_N_ELEMENTS (chunks)];

  if (count == GYRE_DIMENSION_MAXIMUM_COUNT)
    return FALSE;
  if (chunk == NULL)
    {
      chunk = g_new0 (GyreExponents, CHUNK_LENGTH);
      g_atomic_pointer_set (&chunks[count / CHUNK_LENGTH], chunk);
    }
  chunk[count % CHUNK_LENGTH] = *exponents;
  g_hash_table_insert (numbers, &chunk[count % CHUNK_LENGTH], GUINT_TO_POINTER (count));
  *dimension = count++;
  return TRUE;
}

/* gyre_dimension_intern: the number of a dimension. Returns FALSE where there are no more numbers. */
gboolean
gyre_dimension_intern (const GyreExponents *exponents, GyreDimension *dimension)
{
  gboolean fits = TRUE;

  *dimension = GYRE_DIMENSIONLESS;
  if (exponents_equal (exponents, &none))
    return TRUE;
  g_mutex_lock (&lock);
  if (numbers == NULL)
    numbers = g_hash_table_new (exponents_hash, exponents_equal);
  *dimension = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, exponents));
  if (*dimension == GYRE_DIMENSIONLESS)
    fits = add (exponents, dimension);
  g_mutex_unlock (&lock);
  return fits;
}

static gint
greatest_common_divisor (gint left, gint right)
{
  while (right != 0)
    {
      gint remainder = left % right;
      left = right;
      right = remainder;
    }
  return ABS (left);
}

static gboolean
set_exponent (GyreExponents *exponents, guint base, gint numerator, gint denominator)
{
  gint divisor = MAX (greatest_common_divisor (numerator, denominator), 1);

  numerator /= divisor;
  denominator /= divisor;
  if (ABS (numerator) > GYRE_EXPONENT_MAXIMUM_NUMERATOR || denominator > GYRE_EXPONENT_MAXIMUM_DENOMINATOR)
    return FALSE;
  exponents->numerator[base] = (gint16) numerator;
  exponents->denominator[base] = (guint16) denominator;
  return TRUE;
}

/* What products came to: 16 bits for each of the three, one for the sign, one that says that the place is taken. */
#define MEMO_LENGTH 1024
static guint64 memo[MEMO_LENGTH];

static gboolean
combine (GyreDimension left, GyreDimension right, int sign, GyreDimension *result)
{
  GyreExponents first = gyre_dimension_get_exponents (left);
  GyreExponents second = gyre_dimension_get_exponents (right);
  GyreExponents sum;

  memset (&sum, 0, sizeof sum);
  for (guint base = 0; base < GYRE_BASES; base++)
    if (!set_exponent (&sum, base,
                       first.numerator[base] * second.denominator[base] + sign * second.numerator[base] * first.denominator[base],
                       first.denominator[base] * second.denominator[base]))
      return FALSE;
  return gyre_dimension_intern (&sum, result);
}

/*
 * gyre_dimension_combine: the dimension of a product (sign 1) or of a quotient (sign -1). Returns FALSE where it is beyond the
 * exponents that we keep.
 */
gboolean
gyre_dimension_combine (GyreDimension left, GyreDimension right, int sign, GyreDimension *result)
{
  guint64 key = (guint64) 1 << 63 | (guint64) (sign < 0) << 48 | (guint64) left << 32 | (guint64) right << 16;
  guint64 *place = &memo[(left * 31 + right * 2 + (sign < 0)) % MEMO_LENGTH];
  guint64 found;

  if (right == GYRE_DIMENSIONLESS || (left == GYRE_DIMENSIONLESS && sign > 0))
    {
      *result = left + right;
      return TRUE;
    }
  found = __atomic_load_n (place, __ATOMIC_ACQUIRE);
  if ((found & ~(guint64) 0xffff) == key)
    {
      *result = (GyreDimension) (found & 0xffff);
      return TRUE;
    }
  if (!combine (left, right, sign, result))
    return FALSE;
  __atomic_store_n (place, key | *result, __ATOMIC_RELEASE);
  return TRUE;
}

/* The fraction that a number is, as far as a double can tell. */
static gboolean
find_fraction (double number, gint *numerator, gint *denominator)
{
  if (!(fabs (number) <= GYRE_EXPONENT_MAXIMUM_NUMERATOR))
    return FALSE;
  for (*denominator = 1; *denominator <= GYRE_EXPONENT_MAXIMUM_DENOMINATOR; *denominator += 1)
    {
      double product = number * *denominator;

      *numerator = (gint) lround (product);
      if (fabs (product - *numerator) < 1e-9)
        return TRUE;
    }
  return FALSE;
}

/* gyre_dimension_raise: the dimension of a power. Returns FALSE where it is no fraction that we keep. */
gboolean
gyre_dimension_raise (GyreDimension dimension, double exponent, GyreDimension *result)
{
  GyreExponents exponents = gyre_dimension_get_exponents (dimension);
  gint numerator, denominator;

  *result = GYRE_DIMENSIONLESS;
  if (dimension == GYRE_DIMENSIONLESS)
    return TRUE;
  if (!find_fraction (exponent, &numerator, &denominator))
    return FALSE;
  for (guint base = 0; base < GYRE_BASES; base++)
    if (!set_exponent (&exponents, base, exponents.numerator[base] * numerator, exponents.denominator[base] * denominator))
      return FALSE;
  return gyre_dimension_intern (&exponents, result);
}

static void
append_power (GString *text, const char *symbol, gint numerator, gint denominator)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? "*" : "", symbol);
  if (denominator != 1)
    g_string_append_printf (text, "^(%d/%d)", numerator, denominator);
  else if (numerator != 1)
    g_string_append_printf (text, "^%d", numerator);
}

/**
 * gyre_dimension_to_text: (skip)
 * @dimension: a dimension
 *
 * Returns: (transfer full): its base units: `kg*m/s^2`, `1/s`; empty for plain numbers
 *
 * Since: 0.1
 */
char *
gyre_dimension_to_text (GyreDimension dimension)
{
  static const char * const symbols[GYRE_BASES] = { "kg", "m", "s", "A", "K", "mol", "cd", "B" };
  GyreExponents exponents = gyre_dimension_get_exponents (dimension);
  g_autoptr (GString) over = g_string_new (NULL);
  g_autoptr (GString) under = g_string_new (NULL);
  guint divisors = 0;

  for (guint base = 0; base < GYRE_BASES; base++)
    {
      if (exponents.numerator[base] > 0)
        append_power (over, symbols[base], exponents.numerator[base], exponents.denominator[base]);
      if (exponents.numerator[base] < 0)
        append_power (under, symbols[base], -exponents.numerator[base], exponents.denominator[base]);
      divisors += exponents.numerator[base] < 0 ? 1 : 0;
    }
  if (divisors == 0)
    return g_strdup (over->str);
  return g_strdup_printf (divisors > 1 ? "%s/(%s)" : "%s/%s", over->len > 0 ? over->str : "1", under->str);
}
