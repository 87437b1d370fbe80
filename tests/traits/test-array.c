/* test-array.c: Numbers in rows, tables, and more dimensions
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <gyre.h>

#include <math.h>
#include <string.h>

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

static const struct
{
  const char *text;
  const char *printed;
  guint rank;
  gsize shape[3];
} texts[] = {
  { "", "()", 1, { 0 } },
  { "()", "()", 1, { 0 } },
  { "0", "(0)", 1, { 1 } },
  { "[0]", "(0)", 1, { 1 } },
  { "1, 1/2", "(1, 0.5)", 1, { 2 } },
  { "(2**10, -π, 1_000)", "(1024, -3.141592653589793, 1000)", 1, { 3 } },
  { "(1+2)*3, 4", "(9, 4)", 1, { 2 } },
  { "'1', \"2\"", "(1, 2)", 1, { 2 } },
  { "((0,1),(0,1))", "((0, 1), (0, 1))", 2, { 2, 2 } },
  { "(0,1),(0,1)", "((0, 1), (0, 1))", 2, { 2, 2 } },
  { "((0,1))", "((0, 1))", 2, { 1, 2 } },
  { "[(1,2,3),[4,5,6],]", "((1, 2, 3), (4, 5, 6))", 2, { 2, 3 } },
  { "((),())", "((), ())", 2, { 2, 0 } },
  { "(((1,2)),((3,4)))", "(((1, 2)), ((3, 4)))", 3, { 2, 1, 2 } },
};

static void
test_texts (void)
{
  for (gsize index = 0; index < G_N_ELEMENTS (texts); index++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GyreArray) array = gyre_array_new_from_text (texts[index].text, &error);
      g_autofree char *printed = NULL;

      g_assert_no_error (error);
      g_assert_cmpuint (array->rank, ==, texts[index].rank);
      g_assert_cmpmem (array->shape, array->rank * sizeof (gsize), texts[index].shape, array->rank * sizeof (gsize));
      printed = gyre_array_to_string (array);
      g_assert_cmpstr (printed, ==, texts[index].printed);
    }
}

static const struct
{
  const char *text;
  GyreValueError code;
  const char *message;
} mistakes[] = {
  { "none", GYRE_VALUE_ERROR_NULL, "must be an array, is none" },
  { "(1, none)", GYRE_VALUE_ERROR_NULL, "element 1 must be a number, is none (at character 5)" },
  { "((1,2),(3,4,5))", GYRE_VALUE_ERROR_DIMENSION,
    "element 1 has the length 3, the lists before it have 2: all must have the same length (at character 8)" },
  { "(((1,2),(3,4)),((5,6),(7)))", GYRE_VALUE_ERROR_DIMENSION,
    "element 1,1 has the length 1, the lists before it have 2: all must have the same length (at character 23)" },
  { "((1,2),3)", GYRE_VALUE_ERROR_DIMENSION, "element 1 must be a list, as those before it are (at character 8)" },
  { "(1,(2))", GYRE_VALUE_ERROR_DIMENSION, "element 1 must be a number, is a list (at character 4)" },
  { "((1,2),(x,4))", GYRE_VALUE_ERROR_SYNTAX, "element 1,0: must be a number, has 'x' (at character 9)" },
  { "π, 1 + y", GYRE_VALUE_ERROR_SYNTAX, "element 1: must be a number, has 'y' (at character 8)" },
  { "1, '2x'", GYRE_VALUE_ERROR_SYNTAX, "element 1: must go on with an operator, has 'x' (at character 6)" },
  { "1, '\\x32'", GYRE_VALUE_ERROR_SYNTAX, "element 1 must be a number, has escapes or braces (at character 4)" },
  { "1, 1/0", GYRE_VALUE_ERROR_RANGE, "element 1: must not divide by zero (at character 5)" },
  { "1 2", GYRE_VALUE_ERROR_SYNTAX, "element 0: must go on with an operator, has '2' (at character 3)" },
  { "(((((((((1)))))))))", GYRE_VALUE_ERROR_DIMENSION, "must have at most 8 dimensions (at character 9)" },
  { "1,,2", GYRE_VALUE_ERROR_SYNTAX, "must not have an empty element (at character 3)" },
};

static void
test_mistakes (void)
{
  for (gsize index = 0; index < G_N_ELEMENTS (mistakes); index++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (gyre_array_new_from_text (mistakes[index].text, &error));
      g_assert_error (error, GYRE_VALUE_ERROR, (int) mistakes[index].code);
      g_assert_cmpstr (error->message, ==, mistakes[index].message);
    }
}

static void
test_hint_survives (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (gyre_array_new_from_text ("1, 010", &error));
  g_assert_cmpstr (gyre_value_error_get_hint (error), ==, "write 10 for the decimal number, 0o10 for the octal one");
}

static void
test_random_arrays_read_back (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (8);

  for (gsize count = 0; count < 2000; count++)
    {
      gsize shape[GYRE_ARRAY_MAXIMUM_RANK];
      guint rank = g_rand_int_range (random, 1, 5);
      g_autoptr (GyreArray) array = NULL;
      g_autoptr (GyreArray) again = NULL;
      g_autofree char *text = NULL;

      for (guint index = 0; index < rank; index++)
        shape[index] = g_rand_int_range (random, 1, 5);
      if (count % 10 == 0)
        shape[rank - 1] = 0;
      array = gyre_array_new (rank, shape);
      for (gsize index = 0; index < array->length; index++)
        {
          guint64 bits = (guint64) g_rand_int (random) << 32 | g_rand_int (random);

          memcpy (&array->values[index], &bits, sizeof bits);
          if (isnan (array->values[index]))
            array->values[index] = NAN;
        }
      text = gyre_array_to_string (array);
      again = gyre_array_new_from_text (text, NULL);
      g_assert_nonnull (again);
      g_assert_true (gyre_array_equal (array, again));
    }
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
  g_test_add_func ("/traits/array/text-of-nested-lists-is-an-array", test_texts);
  g_test_add_func ("/traits/array/mistake-names-element-and-place", test_mistakes);
  g_test_add_func ("/traits/array/hint-of-a-number-survives", test_hint_survives);
  g_test_add_func ("/traits/array/printed-array-reads-back", test_random_arrays_read_back);
  return g_test_run ();
}
