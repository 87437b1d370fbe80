/* test-kernels.c: The kernels agree with Python to the last bit
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gauss-integral.h"
#include "gauss-kernels.h"
#include "gauss-original.h"
#include "gauss-twister.h"

#include <math.h>
#include <string.h>

#define COUNT 1000

/* Not a constant, so that the compiler calls pow, as Python does. */
static volatile double two = 2.0;

static void
test_known_integrals (void)
{
  g_assert_cmpfloat (gauss_integral_quarter_circle (100000, 0), ==, 0.7871100000000001);
  g_assert_cmpfloat (gauss_integral_gaussian (100000, 0), ==, 0.8258655669023206);
}

static void
test_original (void)
{
  static const struct { gsize samples; gint64 seed; } rows[] = {
    { 100000, 0 }, { 1, 1 }, { 10, -3 }, { 1023, 4 }, { 1024, 5 }, { 1025, 6 }, { 20000, G_MAXINT64 },
  };
  g_autofree char *python = gauss_original_find_python ();

  if (python == NULL)
    {
      g_test_skip ("there is no python3");
      return;
    }
  for (guint row = 0; row < G_N_ELEMENTS (rows); row++)
    {
      g_autoptr (GError) error = NULL;
      GaussOriginal original;

      gauss_original_run (rows[row].samples, rows[row].seed, &original, &error);
      g_assert_no_error (error);
      g_assert_cmpfloat (gauss_integral_quarter_circle (rows[row].samples, rows[row].seed), ==, original.quarter_circle);
      g_assert_cmpfloat (gauss_integral_gaussian (rows[row].samples, rows[row].seed), ==, original.gaussian);
    }
}

/* Bits of any kind: ordinary numbers, huge, tiny and subnormal ones, infinities. Python refuses overflow; we go on. */
static void
test_square (void)
{
  const double special[] = { 0.0, -0.0, 1.0, -1.0, 1e-35, 1e35, 1e-160, 1e160, 5e-324, 1.7e308, INFINITY, -INFINITY };
  GaussTwister twister;
  double numbers[COUNT];

  for (guint index = 0; index < G_N_ELEMENTS (special); index++)
    g_assert_cmpfloat (gauss_square (special[index]), ==, pow (special[index], two));
  g_assert_true (isnan (gauss_square (NAN)));
  gauss_twister_init (&twister, 0);
  for (guint block = 0; block < 1000; block++)
    {
      gauss_twister_fill (&twister, numbers, COUNT);
      for (guint index = 0; index < COUNT; index++)
        {
          double number = ldexp (numbers[index] - 0.5, (int) (block % 400) - 200);

          g_assert_cmpfloat (gauss_square (number), ==, pow (number, two));
        }
    }
}

static void
test_box_measure (void)
{
  const double intervals[] = { 0.0, 0.1, -1.0, 2.0, 0.5, 0.75 };

  g_assert_cmpfloat (gauss_box_measure (intervals, 0), ==, 1.0);
  g_assert_cmpfloat (gauss_box_measure (intervals, 1), ==, 0.1);
  g_assert_cmpfloat (gauss_box_measure (intervals, 3), ==, 0.1 * 3.0 * 0.25);
}

static void
test_ball_measure (void)
{
  g_assert_cmpfloat (gauss_ball_measure (3.0, 0), ==, 1.0);
  g_assert_cmpfloat (gauss_ball_measure (3.0, 1), ==, 6.0);
  g_assert_cmpfloat (gauss_ball_measure (1.0, 2), ==, G_PI);
  g_assert_cmpfloat (gauss_ball_measure (0.3, 2), ==, G_PI * pow (0.3, two));
  g_assert_cmpfloat (gauss_ball_measure (0.0, 4), ==, 0.0);
  for (guint dimension = 1; dimension <= 20; dimension++)
    {
      double expected = pow (G_PI, dimension / 2.0) / tgamma (dimension / 2.0 + 1.0) * pow (1.5, dimension);

      g_assert_cmpfloat_with_epsilon (gauss_ball_measure (1.5, dimension) / expected, 1.0, 1e-14);
    }
  /* Far beyond what the gamma function can hold. */
  g_assert_cmpfloat_with_epsilon (log (gauss_ball_measure (10.0, 500)),
                                  250.0 * log (G_PI) + 500.0 * log (10.0) - lgamma (251.0), 1e-9);
}

static void
test_box_border (void)
{
  const double intervals[] = { 0.0, 1.0, -1.0, 2.0, 0.0, 1.0, 0.0, 1.0 };
  const double point[] = { 0.5, 2.0, 1.0, 0.0 };

  for (guint dimension = 1; dimension <= 4; dimension++)
    {
      double points[12];
      guint8 inside[3] = { 9, 9, 9 };

      for (guint index = 0; index < 3; index++)
        memcpy (points + index * dimension, point, dimension * sizeof (double));
      points[dimension + dimension - 1] = nextafter (intervals[2 * dimension - 1], 9.0);
      points[2 * dimension] = NAN;
      gauss_box_contains (intervals, points, 3, dimension, inside);
      g_assert_cmpint (inside[0], ==, 1);
      g_assert_cmpint (inside[1], ==, 0);
      g_assert_cmpint (inside[2], ==, 0);
    }
}

/* The straightforward form, with pow. */
static gboolean
is_in_ball (const double *point, const double *center, guint dimension, double radius)
{
  double distance = 0.0;

  for (guint axis = 0; axis < dimension; axis++)
    distance += pow (point[axis] - center[axis], two);
  return distance <= pow (radius, two);
}

static void
assert_ball (const double *points, gsize count, guint dimension, const double *center, double radius)
{
  guint8 inside[COUNT];

  gauss_ball_contains (center, radius, points, count, dimension, inside);
  for (gsize index = 0; index < count; index++)
    g_assert_cmpint (inside[index], ==, is_in_ball (points + index * dimension, center, dimension, radius));
}

static void
test_ball_contains (void)
{
  const double intervals[] = { -1.0, 1.0, 0.0, 1.0, -2.0, 2.0, 0.0, 3.0 };
  const double center[] = { 0.1, 0.2, -0.3, 1.0 };
  double points[4 * COUNT];
  GaussTwister twister;

  gauss_twister_init (&twister, 1);
  for (guint dimension = 1; dimension <= 4; dimension++)
    {
      gauss_twister_fill_points (&twister, intervals, points, COUNT, dimension);
      assert_ball (points, COUNT, dimension, center, 1.0);
    }
}

/* Points as close to the surface as numbers can be: here one square that is off by a bit changes the answer. */
static void
test_ball_surface (void)
{
  const double center[] = { 0.0, 0.0 };
  GaussTwister twister;
  double points[2 * COUNT];

  gauss_twister_init (&twister, 2);
  for (guint power = 0; power < 4; power++)
    {
      double radius = pow (0.3, power) * 1.1;

      gauss_twister_fill (&twister, points, COUNT);
      for (guint index = COUNT; index-- > 0;)
        {
          double angle = 2.0 * G_PI * points[index];

          points[2 * index] = radius * cos (angle);
          points[2 * index + 1] = radius * sin (angle);
        }
      assert_ball (points, COUNT, 2, center, radius);
    }
}

/* A square that pow gets wrong: just here x × x would take the other side of the surface. */
static void
test_ball_wrong_square (void)
{
  const double center[] = { 0.0 };
  GaussTwister twister;
  double numbers[COUNT];
  guint found = 0;

  gauss_twister_init (&twister, 3);
  for (guint block = 0; block < 100; block++)
    {
      gauss_twister_fill (&twister, numbers, COUNT);
      for (guint index = 0; index < COUNT; index++)
        {
          double square = pow (numbers[index], two);

          if (square == numbers[index] * numbers[index])
            continue;
          found++;
          assert_ball (&numbers[index], 1, 1, center, numbers[index]);
        }
    }
  g_test_message ("%u of 100000 squares differ", found);
}

static void
test_keep_inside (void)
{
  const guint8 inside[] = { 0, 1, 0, 0, 1, 1 };

  for (guint dimension = 1; dimension <= 4; dimension++)
    {
      double points[24];
      const guint expected[] = { 1, 4, 5 };

      for (guint index = 0; index < 6 * dimension; index++)
        points[index] = index;
      g_assert_cmpuint (gauss_points_keep_inside (points, 6, dimension, inside), ==, 3);
      for (guint index = 0; index < 3 * dimension; index++)
        g_assert_cmpfloat (points[index], ==, expected[index / dimension] * dimension + index % dimension);
    }
  g_assert_cmpuint (gauss_points_keep_inside (NULL, 0, 2, NULL), ==, 0);
}

static void
test_constant (void)
{
  double values[] = { 0.0, 0.0, 7.0 };

  gauss_constant_evaluate (2.5, 2, values);
  g_assert_cmpfloat (values[0], ==, 2.5);
  g_assert_cmpfloat (values[1], ==, 2.5);
  g_assert_cmpfloat (values[2], ==, 7.0);
}

static void
test_gaussian (void)
{
  const double intervals[] = { -1.0, 1.0, 0.0, 1.0, -2.0, 2.0, 0.0, 3.0 };
  const double mean[] = { 0.1, 0.2, -0.3, 1.0 };
  double points[4 * COUNT], values[COUNT];
  GaussTwister twister;

  gauss_twister_init (&twister, 4);
  for (guint dimension = 1; dimension <= 4; dimension++)
    {
      gauss_twister_fill_points (&twister, intervals, points, COUNT, dimension);
      gauss_gaussian_evaluate (mean, 0.7, points, COUNT, dimension, values);
      for (guint index = 0; index < COUNT; index++)
        {
          double distance = 0.0;

          for (guint axis = 0; axis < dimension; axis++)
            distance += pow (points[index * dimension + axis] - mean[axis], two);
          g_assert_cmpfloat (values[index], ==, exp (-distance / (2.0 * pow (0.7, two))) / (sqrt (2.0 * G_PI) * 0.7));
        }
    }
}

static void
test_sum (void)
{
  const double values[] = { 1e16, 1.0, -1e16, 1.0, 0.5 };
  const double holes[] = { 1e16, NAN, 1.0, INFINITY, -1e16 };
  const guint8 inside[] = { 1, 0, 1, 0, 1 };
  double total = gauss_values_sum (0.0, values, 2);

  g_assert_cmpfloat (gauss_values_sum (0.0, values, 5), ==, 1.5);
  g_assert_cmpfloat (gauss_values_sum (total, values + 2, 3), ==, 1.5);
  g_assert_cmpfloat (gauss_values_sum_inside (0.0, holes, inside, 5), ==, 0.0);
  g_assert_cmpfloat (gauss_values_sum_inside (2.0, holes + 2, inside + 2, 1), ==, 3.0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gauss/kernels/integrals-are-known-to-the-last-bit", test_known_integrals);
  g_test_add_func ("/gauss/kernels/integrals-are-those-of-the-original", test_original);
  g_test_add_func ("/gauss/kernels/square-is-the-one-of-python", test_square);
  g_test_add_func ("/gauss/kernels/box-measure-is-the-product-in-order", test_box_measure);
  g_test_add_func ("/gauss/kernels/ball-measure-holds-in-any-dimension", test_ball_measure);
  g_test_add_func ("/gauss/kernels/box-holds-its-border", test_box_border);
  g_test_add_func ("/gauss/kernels/ball-holds-what-python-says", test_ball_contains);
  g_test_add_func ("/gauss/kernels/ball-decides-at-its-surface-as-python-does", test_ball_surface);
  g_test_add_func ("/gauss/kernels/ball-holds-a-point-at-its-radius", test_ball_wrong_square);
  g_test_add_func ("/gauss/kernels/points-inside-keep-their-order", test_keep_inside);
  g_test_add_func ("/gauss/kernels/constant-is-the-same-everywhere", test_constant);
  g_test_add_func ("/gauss/kernels/gaussian-is-the-one-of-python", test_gaussian);
  g_test_add_func ("/gauss/kernels/sum-is-in-order-and-leaves-out-what-is-outside", test_sum);
  return g_test_run ();
}
