/* test-kind-array.c: The kind of rectangular arrays of reals
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "trait-fixture.h"

static GyreTrait *
array (void)
{
  return MAKE_TRAIT (POINTER (array), .nullable = TRUE);
}

static void
test_texts (void)
{
  assert_reads (array (), "((0,1),(0,1))", "((0, 1), (0, 1))");
  assert_reads (array (), "1/3", "(0.3333333333333333)");
  assert_reads (array (), "[(1+2)*3, -0]", "(9, -0)");
  assert_reads (array (), "nan, inf", "(nan, inf)");
  assert_reads (array (), "", "()");
  assert_reads (array (), "(((1)))", "(((1)))");
  assert_reads (array (), " NONE\n", "none");
}

static void
test_mistakes (void)
{
  assert_refuses (array (), "((0,1),(0,1,2))", GYRE_VALUE_ERROR_DIMENSION,
                  "element 1 has the length 3, the lists before it have 2: all must have the same length (at character 8)");
  assert_refuses (array (), "1, π, x", GYRE_VALUE_ERROR_SYNTAX, "element 2: must be a number, has 'x' (at character 7)");
  assert_refuses (MAKE_TRAIT (POINTER (array)), "none", GYRE_VALUE_ERROR_NULL, "may not be none (at character 1)");
  assert_refuses (array (), "(none)", GYRE_VALUE_ERROR_NULL, "element 0 must be a number, is none (at character 2)");
}

static void
test_rules (void)
{
  GyreTrait *positive = MAKE_TRAIT (POINTER (array), .constraints = GYRE_POSITIVE | GYRE_NOT_EMPTY);
  GyreArray *numbers = gyre_array_new_from_text ("(1, 2), (3, 0)", NULL);

  assert_reads (positive, "5e-324, inf", "(5e-324, inf)");
  assert_refuses (positive, "(1, 2), (π, 0)", GYRE_VALUE_ERROR_CONSTRAINT,
                  "element 1,1 must be positive and not empty, is 0 (at character 13)");
  assert_refuses (positive, "nan", GYRE_VALUE_ERROR_CONSTRAINT,
                  "element 0 must be positive and not empty, is nan (at character 1)");
  assert_refuses (positive, "  ()", GYRE_VALUE_ERROR_CONSTRAINT, "must not be empty (at character 3)");
  assert_refuses_native (positive, native_array (numbers), GYRE_VALUE_ERROR_CONSTRAINT,
                         "element 1,1 must be positive and not empty, is 0");
  gyre_array_unref (numbers);
}

static GyreArray *
random_array (GRand *random)
{
  guint rank = g_rand_int_range (random, 1, 5);
  gsize shape[4];
  GyreArray *array;

  for (guint dimension = 0; dimension < rank; dimension++)
    shape[dimension] = g_rand_int_range (random, dimension + 1 == rank ? 0 : 1, 4);
  array = gyre_array_new (rank, shape);
  for (gsize index = 0; index < array->length; index++)
    {
      guint64 bits = (guint64) g_rand_int (random) << 32 | g_rand_int (random);

      memcpy (&array->values[index], &bits, sizeof bits);
    }
  return array;
}

static void
test_reads_back (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (12);

  for (gsize count = 0; count < 3000; count++)
    {
      g_autoptr (GyreArray) numbers = random_array (random);

      assert_survives (array (), (GyreValue) { .present = TRUE, .array = numbers });
    }
}

static void
test_native (void)
{
  g_autoptr (GyreArray) numbers = gyre_array_new_from_text ("1, 2", NULL);
  GValue native = native_array (numbers);
  GyreValue value;

  g_assert_true (gyre_trait_from_gvalue (array (), &native, &value, NULL));
  g_assert_true (value.array == numbers);
  gyre_kind_clear (&gyre_kind_array, &value);
  g_value_unset (&native);
  assert_takes (array (), native_array (NULL), "none");
  assert_refuses_native (array (), native_double (1), GYRE_VALUE_ERROR_TYPE, "must be of kind array of real, is a value of type gdouble");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/traits/kind-array/nested-lists-are-an-array", test_texts);
  g_test_add_func ("/traits/kind-array/mistake-names-element-and-place", test_mistakes);
  g_test_add_func ("/traits/kind-array/rules-hold-for-each-number", test_rules);
  g_test_add_func ("/traits/kind-array/every-printed-array-reads-back", test_reads_back);
  g_test_add_func ("/traits/kind-array/native-array-is-shared", test_native);
  return g_test_run ();
}
