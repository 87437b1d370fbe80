/* test-real.c: The text of one real number
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <gyre.h>

#include <float.h>
#include <locale.h>
#include <math.h>
#include <string.h>

static const struct
{
  double value;
  const char *text;
} texts[] = {
  { 0.0, "0" }, { -0.0, "-0" }, { 1.0, "1" }, { -1.0, "-1" }, { 0.1, "0.1" }, { 100000.0, "100000" },
  { 0.7871100000000001, "0.7871100000000001" }, { 0.8258655669023206, "0.8258655669023206" },
  { 1.0 / 3.0, "0.3333333333333333" }, { 2.0 / 3.0, "0.6666666666666666" }, { G_PI, "3.141592653589793" },
  { 1e15, "1000000000000000" }, { 1e16, "1e+16" }, { 12345678901234568.0, "1.2345678901234568e+16" }, { 1e22, "1e+22" },
  { 1e23, "1e+23" }, { 1e-4, "0.0001" }, { 1e-5, "1e-05" }, { 5e-324, "5e-324" }, { DBL_MIN, "2.2250738585072014e-308" },
  { DBL_MAX, "1.7976931348623157e+308" }, { 123456789.125, "123456789.125" }, { 1234567890123456.5, "1234567890123456.5" },
  { 0x1p-1017, "7.120236347223045e-307" },
  { INFINITY, "inf" }, { -INFINITY, "-inf" }, { NAN, "nan" }, { -NAN, "nan" },
};

static void
test_texts (void)
{
  char buffer[GYRE_REAL_TEXT_SIZE];

  for (gsize index = 0; index < G_N_ELEMENTS (texts); index++)
    g_assert_cmpstr (gyre_real_to_string (texts[index].value, buffer), ==, texts[index].text);
}

static guint64
real_bits (double value)
{
  guint64 bits;

  memcpy (&bits, &value, sizeof bits);
  return bits;
}

static void
assert_reads_back (double value)
{
  char buffer[GYRE_REAL_TEXT_SIZE];
  double again = 0.0;

  gyre_real_to_string (value, buffer);
  g_assert_true (gyre_real_from_decimal (buffer, strlen (buffer), &again));
  g_assert_cmphex (real_bits (again), ==, real_bits (value));
}

static void
test_reads_back (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20260801);

  for (gsize count = 0; count < 100000; count++)
    {
      guint64 bits = (guint64) g_rand_int (random) << 32 | g_rand_int (random);
      double value;

      /* Every fourth is subnormal. */
      if (count % 4 == 0)
        bits &= G_GUINT64_CONSTANT (0x800fffffffffffff);
      memcpy (&value, &bits, sizeof value);
      if (isfinite (value))
        assert_reads_back (value);
    }
  for (int exponent = -1074; exponent <= 1023; exponent++)
    assert_reads_back (ldexp (1.0, exponent));
}

static void
test_shortest (void)
{
  char buffer[GYRE_REAL_TEXT_SIZE];
  char written[GYRE_REAL_TEXT_SIZE];

  for (int thousandths = 1; thousandths < 20000; thousandths++)
    {
      g_snprintf (written, sizeof written, "%d.%03d", thousandths / 1000, thousandths % 1000);
      while (g_str_has_suffix (written, "0"))
        written[strlen (written) - 1] = '\0';
      if (g_str_has_suffix (written, "."))
        written[strlen (written) - 1] = '\0';
      g_assert_cmpstr (gyre_real_to_string (g_ascii_strtod (written, NULL), buffer), ==, written);
    }
}

static void
test_locale (void)
{
  static const char *const candidates[] = { "de_DE.UTF-8", "de_DE.utf8", "fr_FR.UTF-8", "C.UTF-8" };
  char buffer[GYRE_REAL_TEXT_SIZE];
  double value = 0.0;

  for (gsize index = 0; index < G_N_ELEMENTS (candidates); index++)
    if (setlocale (LC_NUMERIC, candidates[index]) != NULL)
      break;
  g_assert_cmpstr (gyre_real_to_string (1.5, buffer), ==, "1.5");
  g_assert_true (gyre_real_from_decimal ("1.23456789012345678901", 22, &value));
  g_assert_cmpfloat (value, ==, 1.23456789012345678901);
  setlocale (LC_NUMERIC, "C");
}

static const struct
{
  const char *text;
  double value;
} decimals[] = {
  { "0", 0.0 }, { "12", 12.0 }, { "+12", 12.0 }, { "-12.5", -12.5 }, { ".5", 0.5 }, { "5.", 5.0 }, { "1e5", 1e5 },
  { "1E-5", 1e-5 }, { "1e+22", 1e22 }, { "123456789012345e22", 123456789012345e22 }, { "1e23", 1e23 },
  { "0.000000000000000000000000000001", 1e-30 }, { "9007199254740993", 9007199254740992.0 },
  { "179769313486231570000000000000000000000e270", DBL_MAX }, { "1e-400", 0.0 }, { "0e999999999999", 0.0 },
  { "2.2250738585072011e-308", 2.2250738585072011e-308 }, { "00", 0.0 }, { "007.0", 7.0 }, { "01e1", 10.0 },
};

static void
test_decimals (void)
{
  for (gsize index = 0; index < G_N_ELEMENTS (decimals); index++)
    {
      double value = NAN;

      g_assert_true (gyre_real_from_decimal (decimals[index].text, strlen (decimals[index].text), &value));
      g_assert_cmphex (real_bits (value), ==, real_bits (decimals[index].value));
    }
}

static void
test_no_decimals (void)
{
  static const char *const refused[] = {
    "", " ", "-", ".", "+.", "e5", "1e", "1e+", "1x", " 1", "1 ", "1_0", "0x10", "inf", "nan", "1e400", "--1", "1.2.3", "1,5", "007", "-010",
  };
  double value;

  for (gsize index = 0; index < G_N_ELEMENTS (refused); index++)
    g_assert_false (gyre_real_from_decimal (refused[index], strlen (refused[index]), &value));
}

static void
test_length_rules (void)
{
  double value = 0.0;

  g_assert_true (gyre_real_from_decimal ("1234", 2, &value));
  g_assert_cmpfloat (value, ==, 12.0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/traits/real/texts-are-short-and-plain", test_texts);
  g_test_add_func ("/traits/real/every-double-reads-back", test_reads_back);
  g_test_add_func ("/traits/real/what-a-person-wrote-is-what-is-printed", test_shortest);
  g_test_add_func ("/traits/real/locale-does-not-matter", test_locale);
  g_test_add_func ("/traits/real/decimals-round-correctly", test_decimals);
  g_test_add_func ("/traits/real/what-is-no-plain-decimal-is-refused", test_no_decimals);
  g_test_add_func ("/traits/real/length-ends-the-text", test_length_rules);
  return g_test_run ();
}
