/* test-complex.c: A complex number
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "kind-fixture.h"

static void
test_layout (void)
{
  double _Complex field = 0;

  memcpy (&field, &(GyreComplex) { 3, -4 }, sizeof field);
  g_assert_cmpfloat (__real__ field, ==, 3);
  g_assert_cmpfloat (__imag__ field, ==, -4);
  g_assert_cmpuint (sizeof field, ==, sizeof (GyreComplex));
}

static void
test_equal (void)
{
  g_assert_true (gyre_complex_equal (&(GyreComplex) { NAN, 1 }, &(GyreComplex) { NAN, 1 }));
  g_assert_false (gyre_complex_equal (&(GyreComplex) { 0, 0.0 }, &(GyreComplex) { 0, -0.0 }));
}

static void
test_text (void)
{
  static const struct { const char *text; double real, imaginary; } rows[] = {
    { "3+4j", 3, 4 }, { "3 - 4 j", 3, -4 }, { "j", 0, 1 }, { "-i", 0, -1 }, { "(3, 4)", 3, 4 }, { "(3+4j)", 3, 4 }, { "2*3", 6, 0 },
    { "1e+3-2e-1j", 1000, -0.2 }, { "pi", M_PI, 0 }, { "2*-3j", 0, 0 }, { "(1+2)*3", 9, 0 }, { "((1+2), 4)", 3, 4 }, { "1-(2+3)j", 1, -5 },
    { "-1.5", -1.5, 0 }, { "+2J", 0, 2 }, { "inf-infj", INFINITY, -INFINITY },
  };

  for (gsize index = 0; index < G_N_ELEMENTS (rows); index++)
    {
      GyreComplex found = { 7, 7 };
      g_autoptr (GError) error = NULL;

      gyre_complex_from_text (rows[index].text, &found, &error);
      g_assert_no_error (error);
      if (strcmp (rows[index].text, "2*-3j") == 0)
        {
          g_assert_cmpfloat (found.imaginary, ==, -6);
          continue;
        }
      g_assert_cmpfloat (found.real, ==, rows[index].real);
      g_assert_cmpfloat (found.imaginary, ==, rows[index].imaginary);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/traits/complex/lies-in-memory-as-that-of-c", test_layout);
  g_test_add_func ("/traits/complex/sign-of-zero-counts", test_equal);
  g_test_add_func ("/traits/complex/text-is-a-sum-a-pair-or-a-number", test_text);
  return g_test_run ();
}
