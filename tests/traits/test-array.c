/* test-array.c: Numbers in rows, tables, and more dimensions
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <gyre.h>

#include <math.h>

static void
test_zeros (void)
{
  gsize shape[] = { 2, 3, 4 };
  g_autoptr (GyreArray) array = gyre_array_new (3, shape);

  g_assert_cmpuint (array->rank, ==, 3);
  g_assert_cmpuint (array->length, ==, 24);
  g_assert_cmpmem (array->shape, sizeof shape, shape, sizeof shape);
  for (gsize index = 0; index < array->length; index++)
    g_assert_cmpfloat (array->values[index], ==, 0.0);
}

static void
test_refused_shapes (void)
{
  gsize wraps[] = { G_MAXSIZE / 2 + 1, 2 };
  gsize bytes_wrap[] = { G_MAXSIZE / 8 + 1 };
  gsize nine[9] = { 1, 1, 1, 1, 1, 1, 1, 1, 1 };

  g_assert_null (gyre_array_new (2, wraps));
  g_assert_null (gyre_array_new (1, bytes_wrap));
  g_assert_null (gyre_array_new (9, nine));
  g_assert_null (gyre_array_new (0, nine));
}

static void
test_empty (void)
{
  gsize shape[] = { 0, 3 };
  g_autoptr (GyreArray) matrix = gyre_array_new (2, shape);
  g_autoptr (GyreArray) vector = gyre_array_new_from_values (NULL, 0);

  g_assert_cmpuint (matrix->length, ==, 0);
  g_assert_cmpuint (matrix->shape[1], ==, 3);
  g_assert_cmpuint (vector->length, ==, 0);
  g_assert_false (gyre_array_equal (matrix, vector));
}

static void
test_from_values_copies (void)
{
  double values[] = { 1, 2, 3 };
  g_autoptr (GyreArray) array = gyre_array_new_from_values (values, 3);

  values[1] = 20;
  g_assert_cmpfloat (array->values[1], ==, 2);
  g_assert_cmpuint (array->shape[0], ==, 3);
}

static void
test_reference_shares (void)
{
  g_autoptr (GyreArray) array = gyre_array_new_from_values ((double[]) { 1 }, 1);
  GyreArray *same = gyre_array_ref (array);

  g_assert_true (same == array);
  gyre_array_unref (same);
  g_assert_cmpfloat (array->values[0], ==, 1);
}

static void
test_view_is_not_owned (void)
{
  double values[] = { 1, 2, 3, 4, 5, 6 };
  GyreArray view = gyre_array_view_matrix (values, 2, 3);

  g_assert_true (view.values == values);
  g_assert_cmpuint (view.length, ==, 6);
  gyre_array_unref (&view);
  g_assert_cmpfloat (view.values[5], ==, 6);
}

static void
test_view_is_copied_when_kept (void)
{
  double values[] = { 1, 2, 3, 4, 5, 6 };
  GyreArray view = gyre_array_view_matrix (values, 2, 3);
  g_autoptr (GyreArray) kept = gyre_array_ref (&view);

  g_assert_true (kept != &view);
  g_assert_true (gyre_array_equal (kept, &view));
  values[0] = 10;
  g_assert_cmpfloat (kept->values[0], ==, 1);
}

static void
test_boxed (void)
{
  double values[] = { 1, 2 };
  GyreArray view = gyre_array_view_vector (values, 2);
  g_auto (GValue) value = G_VALUE_INIT;
  GyreArray *held;

  g_value_init (&value, GYRE_TYPE_ARRAY);
  g_value_set_boxed (&value, &view);
  held = g_value_get_boxed (&value);
  g_assert_true (held != &view);
  g_assert_true (gyre_array_equal (held, &view));
}

static void
test_equal (void)
{
  double not_a_number[] = { NAN };
  double zero[] = { 0.0, 1.0 };
  double negative_zero[] = { -0.0, 1.0 };
  GyreArray first = gyre_array_view_vector (not_a_number, 1);
  GyreArray plus = gyre_array_view_vector (zero, 2);
  GyreArray minus = gyre_array_view_vector (negative_zero, 2);
  GyreArray row = gyre_array_view_matrix (zero, 1, 2);
  g_autoptr (GyreArray) second = gyre_array_copy (&first);

  g_assert_true (gyre_array_equal (&first, second));
  g_assert_false (gyre_array_equal (&plus, &minus));
  g_assert_false (gyre_array_equal (&plus, &row));
  g_assert_false (gyre_array_equal (&plus, &first));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/traits/array/new-array-holds-zeros", test_zeros);
  g_test_add_func ("/traits/array/shape-that-no-memory-can-hold-is-refused", test_refused_shapes);
  g_test_add_func ("/traits/array/empty-array-keeps-its-shape", test_empty);
  g_test_add_func ("/traits/array/values-are-copied", test_from_values_copies);
  g_test_add_func ("/traits/array/reference-shares", test_reference_shares);
  g_test_add_func ("/traits/array/view-uses-the-memory-of-the-caller", test_view_is_not_owned);
  g_test_add_func ("/traits/array/view-is-copied-when-it-is-kept", test_view_is_copied_when_kept);
  g_test_add_func ("/traits/array/value-of-a-view-owns-a-copy", test_boxed);
  g_test_add_func ("/traits/array/equality-is-that-of-bits-and-shape", test_equal);
  return g_test_run ();
}
