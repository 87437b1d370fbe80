/* test-storage.c: How a value lies in a struct
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "trait-fixture.h"

#include <stdbool.h>

static void
assert_integer (GyreStorage storage, gint64 minimum, gint64 maximum)
{
  guint8 field[16];
  gint64 found_minimum, found_maximum;
  const gint64 values[] = { minimum, maximum, minimum / 2, 1 };

  gyre_storage_get_range (storage, &found_minimum, &found_maximum);
  g_assert_cmpint (found_minimum, ==, minimum);
  g_assert_cmpint (found_maximum, ==, maximum);
  for (gsize index = 0; index < G_N_ELEMENTS (values); index++)
    {
      memset (field, 0xa5, sizeof field);
      gyre_storage_store (storage, field, (GyreValue) { .present = TRUE, .integer = values[index] });
      g_assert_cmpint (gyre_storage_load (storage, field).integer, ==, values[index]);
      for (gsize byte = gyre_storage_get_size (storage); byte < sizeof field; byte++)
        g_assert_cmpuint (field[byte], ==, 0xa5);
    }
}

static void
test_integers (void)
{
  assert_integer (GYRE_STORAGE_INT8, G_MININT8, G_MAXINT8);
  assert_integer (GYRE_STORAGE_UINT8, 0, G_MAXUINT8);
  assert_integer (GYRE_STORAGE_INT16, G_MININT16, G_MAXINT16);
  assert_integer (GYRE_STORAGE_UINT16, 0, G_MAXUINT16);
  assert_integer (GYRE_STORAGE_INT32, G_MININT32, G_MAXINT32);
  assert_integer (GYRE_STORAGE_UINT32, 0, G_MAXUINT32);
  assert_integer (GYRE_STORAGE_INT64, G_MININT64, G_MAXINT64);
}

static void
test_others (void)
{
  bool boolean = false;
  double real = 0;
  const char *text = NULL;

  gyre_storage_store (GYRE_STORAGE_BOOLEAN, &boolean, (GyreValue) { .present = TRUE, .boolean = 2 });
  g_assert_true (boolean == true);
  gyre_storage_store (GYRE_STORAGE_DOUBLE, &real, (GyreValue) { .present = TRUE, .real = 0.5 });
  g_assert_cmpfloat (gyre_storage_load (GYRE_STORAGE_DOUBLE, &real).real, ==, 0.5);
  gyre_storage_store (GYRE_STORAGE_POINTER, &text, (GyreValue) { .present = TRUE, .string = (char *) "a" });
  g_assert_cmpstr (gyre_storage_load (GYRE_STORAGE_POINTER, &text).string, ==, "a");
}

static void
test_unsigned (void)
{
  guint64 field = 0;

  gyre_storage_store (GYRE_STORAGE_UINT64, &field, (GyreValue) { .present = TRUE, .integer = (gint64) G_MAXUINT64 });
  g_assert_cmpuint (field, ==, G_MAXUINT64);
  g_assert_cmpint (gyre_storage_compare (GYRE_STORAGE_UINT64, (gint64) G_MAXUINT64, 1), >, 0);
  g_assert_cmpint (gyre_storage_compare (GYRE_STORAGE_INT64, -1, 1), <, 0);
}

static void
test_in_place (void)
{
  GyreComplex complex = { 1, 2 }, other = { 3, 4 };
  GyreFraction fraction = { 3, 4 };

  g_assert_true (gyre_storage_load (GYRE_STORAGE_COMPLEX, &complex).pointer == &complex);
  gyre_storage_store (GYRE_STORAGE_COMPLEX, &complex, (GyreValue) { .present = TRUE, .pointer = &other });
  g_assert_true (gyre_complex_equal (&complex, &other));
  gyre_storage_store (GYRE_STORAGE_FRACTION, &fraction, GYRE_NONE);
  g_assert_cmpint (fraction.denominator, ==, 1);
  g_assert_true (gyre_storage_is_in_place (GYRE_STORAGE_FRACTION) && !gyre_storage_is_in_place (GYRE_STORAGE_POINTER));
  g_assert_cmpuint (sizeof (GyreValue), ==, 16);
}

static void
test_none (void)
{
  GyreMaybeReal real = { TRUE, 5 };
  GyreMaybeInteger integer = { TRUE, 5 };
  GyreMaybeBoolean boolean = { TRUE, TRUE };
  const char *text = "a";

  gyre_storage_store (GYRE_STORAGE_MAYBE_REAL, &real, GYRE_NONE);
  gyre_storage_store (GYRE_STORAGE_MAYBE_INTEGER, &integer, GYRE_NONE);
  gyre_storage_store (GYRE_STORAGE_MAYBE_BOOLEAN, &boolean, GYRE_NONE);
  gyre_storage_store (GYRE_STORAGE_POINTER, &text, GYRE_NONE);
  g_assert_false (gyre_storage_load (GYRE_STORAGE_MAYBE_REAL, &real).present);
  g_assert_false (gyre_storage_load (GYRE_STORAGE_MAYBE_INTEGER, &integer).present);
  g_assert_false (gyre_storage_load (GYRE_STORAGE_MAYBE_BOOLEAN, &boolean).present);
  g_assert_false (gyre_storage_load (GYRE_STORAGE_POINTER, &text).present);
  g_assert_cmpfloat (real.value, ==, 0);
  gyre_storage_store (GYRE_STORAGE_MAYBE_REAL, &real, (GyreValue) { .present = TRUE, .real = 2 });
  g_assert_true (real.present);
  g_assert_cmpfloat (gyre_storage_load (GYRE_STORAGE_MAYBE_REAL, &real).real, ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/traits/storage/integer-fills-its-field-and-no-more", test_integers);
  g_test_add_func ("/traits/storage/value-comes-out-as-it-went-in", test_others);
  g_test_add_func ("/traits/storage/sixty-four-bits-can-have-no-sign", test_unsigned);
  g_test_add_func ("/traits/storage/struct-in-place-is-pointed-to-and-copied", test_in_place);
  g_test_add_func ("/traits/storage/none-leaves-nothing-behind", test_none);
  return g_test_run ();
}
