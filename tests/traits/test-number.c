/* test-number.c: The arithmetic that a number's text may use
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <gyre.h>

#include <math.h>
#include <string.h>

static GyreNumber
number (const char *text)
{
  g_autoptr (GError) error = NULL;
  GyreNumber result;

  if (!gyre_number_from_text (text, -1, &result, &error))
    g_error ("'%s' %s", text, error->message);
  return result;
}

static const struct
{
  const char *text;
  gint64 value;
} integers[] = {
  { "0", 0 }, { "00_0", 0 }, { "42", 42 }, { "1_000_000", 1000000 }, { "0x10", 16 }, { "0XfF_ff", 65535 }, { "0x_1", 1 },
  { "0o17", 15 }, { "0b1010", 10 }, { " \t7\n ", 7 }, { "+7", 7 }, { "-7", -7 }, { "--7", 7 }, { "-+-7", 7 },
  { "1+2*3", 7 }, { "(1+2)*3", 9 }, { "10-4-3", 3 }, { "2**10", 1024 }, { "2**3**2", 512 }, { "-2**2", -4 },
  { "(-2)**2", 4 }, { "2**-0", 1 }, { "0**0", 1 }, { "6/3", 2 }, { "-6/3", -2 }, { "7//2", 3 }, { "-7//2", -4 }, { "7//-2", -4 },
  { "7%3", 1 }, { "-7%3", 2 }, { "7%-3", -2 }, { "6%3", 0 }, { "12/2/3", 2 }, { "((((5))))", 5 }, { "2 ** 3", 8 },
  { "2**63-1", G_MAXINT64 }, { "-2**63", G_MININT64 }, { "-9223372036854775808", G_MININT64 },
  { "9223372036854775807", G_MAXINT64 }, { "0x7fff_ffff_ffff_ffff", G_MAXINT64 }, { "2**100 // 2**98", 4 },
  { "3*-2", -6 }, { "2**100 % 7", 2 },
};

static void
test_integers (void)
{
  for (gsize index = 0; index < G_N_ELEMENTS (integers); index++)
    {
      GyreNumber result = number (integers[index].text);

      g_assert_true (result.is_integer);
      g_assert_false (result.overflow);
      g_assert_cmpint (result.integer, ==, integers[index].value);
      g_assert_cmpfloat (result.real, ==, (double) integers[index].value);
    }
}

static const struct
{
  const char *text;
  double value;
} reals[] = {
  { "1.5", 1.5 }, { ".5", 0.5 }, { "5.", 5.0 }, { "1e5", 1e5 }, { "1E-5", 1e-5 }, { "1_0.2_5e1_0", 10.25e10 }, { "010.5", 10.5 },
  { "01e1", 10.0 }, { "1/3", 1.0 / 3.0 }, { "2/3", 2.0 / 3.0 }, { "2**-1", 0.5 }, { "2**0.5", M_SQRT2 }, { "pi", G_PI },
  { "π", G_PI }, { "2*π", 2 * G_PI }, { "-pi/2", -G_PI / 2 }, { "inf", INFINITY }, { "-inf", -INFINITY }, { "1e308", 1e308 },
  { "7.5//2", 3.0 }, { "-7.5//2", -4.0 }, { "7.5%2", 1.5 }, { "-7.5%2", 0.5 }, { "10**30", 1e30 }, { "0.1+0.2", 0.1 + 0.2 },
  { "2**64", 18446744073709551616.0 }, { "123456789012345678901234567890123456789012345", 123456789012345678901234567890123456789012345.0 },
  { "1e-400", 0.0 }, { "9007199254740993/2", 4503599627370496.5 },
};

static void
test_reals (void)
{
  for (gsize index = 0; index < G_N_ELEMENTS (reals); index++)
    {
      GyreNumber result = number (reals[index].text);

      g_assert_false (result.is_integer);
      g_assert_cmpfloat (result.real, ==, reals[index].value);
    }
  g_assert_true (isnan (number ("nan").real));
  g_assert_true (isnan (number ("inf - inf").real));
  g_assert_true (signbit (number ("-0").real));
  g_assert_true (signbit (number ("-0.0").real));
}

static const struct
{
  const char *text;
  gsize offset;
  const char *message;
} mistakes[] = {
  { "", 0, "must be a number, is empty (at character 1)" },
  { "  ", 0, "must be a number, is empty (at character 1)" },
  { "foo", 0, "must be a number, has 'foo' (at character 1)" },
  { "1 + foo", 4, "must be a number, has 'foo' (at character 5)" },
  { "π*foo", 2, "must be a number, has 'foo' (at character 3)" },
  { "Inf", 0, "must be a number, has 'Inf' (at character 1)" },
  { "1 +", 3, "must be a number, ends instead (at character 4)" },
  { "1 2", 2, "must go on with an operator, has '2' (at character 3)" },
  { "1,5", 1, "must go on with an operator, has ',' (at character 2)" },
  { "3m", 1, "must go on with an operator, has 'm' (at character 2)" },
  { "1__0", 1, "must go on with an operator, has '__0' (at character 2)" },
  { "1_", 1, "must go on with an operator, has '_' (at character 2)" },
  { "1.2.3", 3, "must go on with an operator, has '.' (at character 4)" },
  { "1._5", 2, "must go on with an operator, has '_5' (at character 3)" },
  { "1e", 1, "must go on with an operator, has 'e' (at character 2)" },
  { "(1", 2, "must have an operator or ')', ends instead (at character 3)" },
  { "(1]", 2, "must have an operator or ')', has ']' (at character 3)" },
  { "1)", 1, "must go on with an operator, has ')' (at character 2)" },
  { "()", 1, "must be a number, has ')' (at character 2)" },
  { "0x", 2, "must have hexadecimal digits after 0x, ends instead (at character 3)" },
  { "0b2", 2, "must have binary digits after 0b, has '2' (at character 3)" },
  { "0o8", 2, "must have octal digits after 0o, has '8' (at character 3)" },
  { "010", 0, "must not start with a zero (at character 1)" },
  { "1 + 0_7", 4, "must not start with a zero (at character 5)" },
  { "1/0", 1, "must not divide by zero (at character 2)" },
  { "1//0", 1, "must not divide by zero (at character 2)" },
  { "1%0.0", 1, "must not divide by zero (at character 2)" },
  { "0**-1", 1, "must not divide by zero: a negative power of zero does (at character 2)" },
  { "(-1)**0.5", 4, "must be a real number: a broken power of a negative number is not (at character 5)" },
  { "1e400", 0, "is beyond what a real number holds (at character 1)" },
  { "1e308*10", 5, "is beyond what a real number holds (at character 6)" },
  { "10**400", 2, "is beyond what a real number holds (at character 3)" },
  { "10**40 // 3", 7, "must not divide whole numbers that are too large to be exact (at character 8)" },
  { "10**40 % 3", 7, "must not divide whole numbers that are too large to be exact (at character 8)" },
  { "*2", 0, "must be a number, has '*' (at character 1)" },
  { ".", 0, "must be a number, has '.' (at character 1)" },
  { "\xff", 0, "must be a number, has '\xef\xbf\xbd' (at character 1)" },
  { "sqrt(2)", 0, "must be a number, has 'sqrt' (at character 1)" },
};

static void
test_mistakes (void)
{
  for (gsize index = 0; index < G_N_ELEMENTS (mistakes); index++)
    {
      g_autoptr (GError) error = NULL;
      GyreNumber result;
      gsize offset = G_MAXSIZE;

      g_assert_false (gyre_number_from_text (mistakes[index].text, -1, &result, &error));
      g_assert_cmpstr (error->message, ==, mistakes[index].message);
      g_assert_true (gyre_value_error_get_offset (error, &offset));
      g_assert_cmpuint (offset, ==, mistakes[index].offset);
    }
}

static void
test_leading_zero_hint (void)
{
  g_autoptr (GError) error = NULL;
  GyreNumber result;

  g_assert_false (gyre_number_from_text ("010", -1, &result, &error));
  g_assert_error (error, GYRE_VALUE_ERROR, GYRE_VALUE_ERROR_SYNTAX);
  g_assert_cmpstr (gyre_value_error_get_hint (error), ==, "write 10 for the decimal number, 0o10 for the octal one");
}

static char *
repeat (const char *piece, gsize count, const char *end)
{
  GString *text = g_string_new (NULL);

  for (gsize index = 0; index < count; index++)
    g_string_append (text, piece);
  g_string_append (text, end);
  return g_string_free (text, FALSE);
}

static void
test_depth (void)
{
  static const char *const nests[] = { "(", "-", "1**" };
  GyreNumber result;

  for (gsize index = 0; index < G_N_ELEMENTS (nests); index++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *deep = repeat (nests[index], 1000, "1");

      g_assert_false (gyre_number_from_text (deep, -1, &result, &error));
      g_assert_nonnull (strstr (error->message, "deeper than 64"));
    }
  for (gsize index = 1; index < G_N_ELEMENTS (nests); index++)
    {
      g_autofree char *deep = repeat (nests[index], 64, "0");

      number (deep);
    }
}

static void
test_length (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *longest = repeat ("1+", 2047, "1");
  g_autofree char *longer = repeat ("1+", 2048, "1");
  g_autofree char *digits = repeat ("0", 4090, "1.5");
  GyreNumber result;

  g_assert_cmpint (number (longest).integer, ==, 2048);
  g_assert_cmpfloat (number (digits).real, ==, 1.5);
  g_assert_false (gyre_number_from_text (longer, -1, &result, &error));
  g_assert_error (error, GYRE_VALUE_ERROR, GYRE_VALUE_ERROR_SYNTAX);
  g_assert_true (gyre_number_from_text ("123", 2, &result, NULL));
  g_assert_cmpint (result.integer, ==, 12);
}

static void
test_nul_bytes (void)
{
  g_autoptr (GError) error = NULL;
  GyreNumber result;

  g_assert_false (gyre_number_from_text ("1\0" "2", 3, &result, &error));
  g_assert_error (error, GYRE_VALUE_ERROR, GYRE_VALUE_ERROR_SYNTAX);
}

/* The bytes are exactly as many as the text has: a checker of memory sees a step beyond. */
static void
test_unterminated (void)
{
  static const char *const unterminated[] = { "0", "1_000", "0x1f", "1.5", "1e5", "pi", "(2)", "2**3", "7//2", ".5", "0_0" };

  for (gsize index = 0; index < G_N_ELEMENTS (unterminated); index++)
    {
      gsize length = strlen (unterminated[index]);
      g_autofree char *bytes = g_memdup2 (unterminated[index], length);
      GyreNumber result;

      g_assert_true (gyre_number_from_text (bytes, length, &result, NULL));
      g_assert_cmpfloat (result.real, ==, number (unterminated[index]).real);
    }
}

static void
test_to_integer (void)
{
  static const struct
  {
    const char *text;
    gint64 value;
  } exact[] = {
    { "1e5", 100000 }, { "2.0", 2 }, { "-2.0**63", G_MININT64 }, { "0.5*4", 2 }, { "2**63-1", G_MAXINT64 }, { "-0.0", 0 },
  };

  for (gsize index = 0; index < G_N_ELEMENTS (exact); index++)
    {
      GyreNumber result = number (exact[index].text);
      gint64 integer = -1;

      g_assert_true (gyre_number_to_integer (&result, &integer, NULL));
      g_assert_cmpint (integer, ==, exact[index].value);
    }
}

#define RANGE "between -9223372036854775808 and 9223372036854775807"

static void
test_to_integer_refused (void)
{
  static const struct
  {
    const char *text;
    const char *message;
    GyreValueError code;
  } refused[] = {
    { "3.7", "must be a whole number, is 3.7", GYRE_VALUE_ERROR_TYPE },
    { "1/3", "must be a whole number, is 0.3333333333333333", GYRE_VALUE_ERROR_TYPE },
    { "inf", "must be a whole number, is inf", GYRE_VALUE_ERROR_TYPE },
    { "nan", "must be a whole number, is nan", GYRE_VALUE_ERROR_TYPE },
    { "2**63", "must be " RANGE ", is 9.223372036854776e+18", GYRE_VALUE_ERROR_RANGE },
    { "2.0**63", "must be " RANGE ", is 9.223372036854776e+18", GYRE_VALUE_ERROR_RANGE },
    { "10**40 - 10**40", "must be computed from numbers that 127 bits hold, is 0", GYRE_VALUE_ERROR_RANGE },
    { "-2**63-1", "must be " RANGE ", is -9.223372036854776e+18", GYRE_VALUE_ERROR_RANGE },
  };

  for (gsize index = 0; index < G_N_ELEMENTS (refused); index++)
    {
      g_autoptr (GError) error = NULL;
      GyreNumber result = number (refused[index].text);
      gint64 integer = 5;

      g_assert_false (gyre_number_to_integer (&result, &integer, &error));
      g_assert_error (error, GYRE_VALUE_ERROR, (int) refused[index].code);
      g_assert_cmpstr (error->message, ==, refused[index].message);
      g_assert_false (gyre_value_error_get_offset (error, NULL));
      g_assert_cmpint (integer, ==, 5);
    }
}

static void
test_reads_back (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1995);
  char text[GYRE_REAL_TEXT_SIZE];

  for (gsize count = 0; count < 100000; count++)
    {
      guint64 bits = (guint64) g_rand_int (random) << 32 | g_rand_int (random);
      double value, again;

      if (count % 4 == 0)
        bits &= G_GUINT64_CONSTANT (0x800fffffffffffff);
      memcpy (&value, &bits, sizeof value);
      again = number (gyre_real_to_string (value, text)).real;
      g_assert_true (isnan (value) ? isnan (again) : memcmp (&value, &again, sizeof value) == 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/traits/number/whole-numbers-stay-exact", test_integers);
  g_test_add_func ("/traits/number/reals-round-correctly", test_reals);
  g_test_add_func ("/traits/number/mistake-is-told-with-its-place", test_mistakes);
  g_test_add_func ("/traits/number/leading-zero-has-a-hint", test_leading_zero_hint);
  g_test_add_func ("/traits/number/nesting-is-limited", test_depth);
  g_test_add_func ("/traits/number/length-is-limited", test_length);
  g_test_add_func ("/traits/number/length-ends-the-text", test_unterminated);
  g_test_add_func ("/traits/number/nul-byte-is-a-mistake", test_nul_bytes);
  g_test_add_func ("/traits/number/whole-real-becomes-an-integer", test_to_integer);
  g_test_add_func ("/traits/number/conversion-that-loses-is-refused", test_to_integer_refused);
  g_test_add_func ("/traits/number/every-printed-double-reads-back", test_reads_back);
  return g_test_run ();
}
