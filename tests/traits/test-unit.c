/* test-unit.c: The names of units, and what they count
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-unit-private.h"

#include <math.h>

typedef struct
{
  const char *name;
  double factor;
  const char *dimension;
} Expected;

static void
assert_units (const Expected *table, gsize length)
{
  for (gsize index = 0; index < length; index++)
    {
      GyreQuantity unit;
      double offset = 1;
      gboolean found = gyre_unit_find (table[index].name, -1, &unit, &offset);
      g_autofree char *dimension = found ? gyre_dimension_to_text (unit.dimension) : NULL;

      if (!found || fabs (unit.magnitude / table[index].factor - 1) > 1e-12)
        g_error ("%s: %.17g", table[index].name, found ? unit.magnitude : 0);
      g_assert_cmpstr (dimension, ==, table[index].dimension);
      g_assert_cmpfloat (offset, ==, 0);
    }
}

#define JOULE "kg*m^2/s^2"
#define PASCAL "kg/(m*s^2)"
#define IN 0.0254
#define POUND 0.45359237

/* Every name of pyre's units but `celcius`, which is misspelt. What it rounds is exact here: the pound, the parsec, the Btu. */
static const Expected pyre[] = {
  { "kilogram", 1, "kg" }, { "meter", 1, "m" }, { "second", 1, "s" }, { "ampere", 1, "A" }, { "kelvin", 1, "K" }, { "mole", 1, "mol" },
  { "candela", 1, "cd" }, { "kg", 1, "kg" }, { "m", 1, "m" }, { "s", 1, "s" }, { "A", 1, "A" }, { "K", 1, "K" }, { "mol", 1, "mol" },
  { "cd", 1, "cd" }, { "radian", 1, "" }, { "steradian", 1, "" }, { "hertz", 1, "1/s" }, { "newton", 1, "kg*m/s^2" },
  { "pascal", 1, PASCAL }, { "joule", 1, JOULE }, { "watt", 1, "kg*m^2/s^3" }, { "coulomb", 1, "s*A" }, { "volt", 1, "kg*m^2/(s^3*A)" },
  { "farad", 1, "s^4*A^2/(kg*m^2)" }, { "ohm", 1, "kg*m^2/(s^3*A^2)" }, { "siemens", 1, "s^3*A^2/(kg*m^2)" },
  { "weber", 1, "kg*m^2/(s^2*A)" }, { "tesla", 1, "kg/(s^2*A)" }, { "henry", 1, "kg*m^2/(s^2*A^2)" }, { "lumen", 1, "cd" },
  { "lux", 1, "cd/m^2" }, { "becquerel", 1, "1/s" }, { "gray", 1, "m^2/s^2" }, { "sievert", 1, "m^2/s^2" }, { "katal", 1, "mol/s" },
  { "yotta", 1e24, "" }, { "zetta", 1e21, "" }, { "exa", 1e18, "" }, { "peta", 1e15, "" }, { "tera", 1e12, "" }, { "giga", 1e9, "" },
  { "mega", 1e6, "" }, { "kilo", 1e3, "" }, { "hecto", 1e2, "" }, { "deka", 1e1, "" }, { "deci", 1e-1, "" }, { "centi", 1e-2, "" },
  { "milli", 1e-3, "" }, { "micro", 1e-6, "" }, { "nano", 1e-9, "" }, { "pico", 1e-12, "" }, { "femto", 1e-15, "" },
  { "atto", 1e-18, "" }, { "zepto", 1e-21, "" }, { "yocto", 1e-24, "" }, { "kibi", 0x1p10, "" }, { "mebi", 0x1p20, "" },
  { "gibi", 0x1p30, "" }, { "tebi", 0x1p40, "" }, { "pebi", 0x1p50, "" }, { "exbi", 0x1p60, "" }, { "zebi", 0x1p70, "" },
  { "yobi", 0x1p80, "" }, { "degree", G_PI / 180, "" }, { "arcminute", G_PI / 10800, "" }, { "arcsecond", G_PI / 648000, "" },
  { "deg", G_PI / 180, "" }, { "rad", 1, "" }, { "square_meter", 1, "m^2" }, { "square_centimeter", 1e-4, "m^2" },
  { "square_foot", 144 * IN * IN, "m^2" }, { "square_inch", IN * IN, "m^2" }, { "square_mile", 1609.344 * 1609.344, "m^2" },
  { "acre", 4046.8726098742, "m^2" }, { "hectare", 1e4, "m^2" }, { "barn", 1e-28, "m^2" }, { "btu", 1055.05585262, JOULE },
  { "erg", 1e-7, JOULE }, { "foot_pound", 1.3558179483314004, JOULE }, { "horse_power_hour", 2684519.5376961732, JOULE },
  { "calorie", 4.1868, JOULE }, { "Calorie", 4186.8, JOULE }, { "kilowatt_hour", 3.6e6, JOULE },
  { "electron_volt", 1.602176634e-19, JOULE }, { "J", 1, JOULE }, { "kJ", 1e3, JOULE }, { "MJ", 1e6, JOULE },
  { "eV", 1.602176634e-19, JOULE }, { "meV", 1.602176634e-22, JOULE }, { "MeV", 1.602176634e-13, JOULE },
  { "GeV", 1.602176634e-10, JOULE }, { "cal", 4.1868, JOULE }, { "kcal", 4186.8, JOULE }, { "gal", 0.01, "m/s^2" },
  { "nanometer", 1e-9, "m" }, { "micrometer", 1e-6, "m" }, { "millimeter", 1e-3, "m" }, { "centimeter", 1e-2, "m" },
  { "kilometer", 1e3, "m" }, { "nm", 1e-9, "m" }, { "um", 1e-6, "m" }, { "micron", 1e-6, "m" }, { "mm", 1e-3, "m" }, { "cm", 1e-2, "m" },
  { "km", 1e3, "m" }, { "inch", IN, "m" }, { "foot", 12 * IN, "m" }, { "yard", 36 * IN, "m" }, { "mile", 1609.344, "m" },
  { "mil", IN / 1000, "m" }, { "fathom", 1.8288036576073152, "m" }, { "nautical_mile", 1852, "m" }, { "angstrom", 1e-10, "m" },
  { "fermi", 1e-15, "m" }, { "astronomical_unit", 149597870700, "m" }, { "light_year", 9460730472580800, "m" },
  { "parsec", 3.0856775814913673e16, "m" }, { "gram", 1e-3, "kg" }, { "centigram", 1e-5, "kg" }, { "milligram", 1e-6, "kg" },
  { "g", 1e-3, "kg" }, { "cg", 1e-5, "kg" }, { "mg", 1e-6, "kg" }, { "metric_ton", 1e3, "kg" }, { "ounce", POUND / 16, "kg" },
  { "pound", POUND, "kg" }, { "lb", POUND, "kg" }, { "ton", 2000 * POUND, "kg" }, { "kilowatt", 1e3, "kg*m^2/s^3" },
  { "horsepower", 745.6998715822702, "kg*m^2/s^3" }, { "Pa", 1, PASCAL }, { "kPa", 1e3, PASCAL }, { "MPa", 1e6, PASCAL },
  { "GPa", 1e9, PASCAL }, { "bar", 1e5, PASCAL }, { "millibar", 100, PASCAL }, { "torr", 133.322387415, PASCAL },
  { "atmosphere", 101325, PASCAL }, { "atm", 101325, PASCAL }, { "psi", 6894.75729316836, PASCAL }, { "knot", 1852 / 3600.0, "m/s" },
  { "kmol", 1e3, "mol" }, { "picosecond", 1e-12, "s" }, { "nanosecond", 1e-9, "s" }, { "microsecond", 1e-6, "s" },
  { "millisecond", 1e-3, "s" }, { "ps", 1e-12, "s" }, { "ns", 1e-9, "s" }, { "us", 1e-6, "s" }, { "ms", 1e-3, "s" }, { "minute", 60, "s" },
  { "hour", 3600, "s" }, { "day", 86400, "s" }, { "year", 31557600, "s" }, { "cubic_meter", 1, "m^3" },
  { "cubic_centimeter", 1e-6, "m^3" }, { "cubic_foot", 0.028316846592, "m^3" }, { "cubic_inch", IN * IN * IN, "m^3" },
  { "liter", 1e-3, "m^3" }, { "us_fluid_ounce", 2.95735295625e-05, "m^3" }, { "us_pint", 0.000473176473, "m^3" },
  { "us_fluid_quart", 0.000946352946, "m^3" }, { "us_fluid_gallon", 0.003785411784, "m^3" },
};

static void
test_pyre (void)
{
  GyreUnit unit;

  assert_units (pyre, G_N_ELEMENTS (pyre));
  g_assert_false (gyre_unit_look_up ("celcius", 7, &unit));
}

static void
test_prefixes (void)
{
  static const Expected table[] = {
    { "kHz", 1e3, "1/s" }, { "µs", 1e-6, "s" }, { "μs", 1e-6, "s" }, { "MiB", 0x1p20, "B" }, { "YiB", 0x1p80, "B" }, { "kB", 1e3, "B" },
    { "Mbit", 125e3, "B" }, { "kibibyte", 0x1p10, "B" }, { "Gibit", 0x1p27, "B" }, { "dag", 1e-2, "kg" }, { "hPa", 100, PASCAL },
    { "kΩ", 1e3, "kg*m^2/(s^3*A^2)" }, { "min", 60, "s" }, { "kWh", 3.6e6, JOULE }, { "ft", 0.3048, "m" }, { "pF", 1e-12, "s^4*A^2/(kg*m^2)" },
    { "hours", 3600, "s" }, { "Ohm", 1, "kg*m^2/(s^3*A^2)" }, { "°", G_PI / 180, "" }, { "%", 0.01, "" },
  };
  static const char * const refused[] = { "kkm", "kmetre", "kilom", "KB", "kdB", "m°C", "k", "kyear", "Kim", "kkilogram", "kilo kilo", "" };
  GyreQuantity unit;

  assert_units (table, G_N_ELEMENTS (table));
  for (gsize index = 0; index < G_N_ELEMENTS (refused); index++)
    if (gyre_unit_find (refused[index], -1, &unit, NULL))
      g_error ("%s", refused[index]);
}

static void
test_offset (void)
{
  static const char * const names[] = { "celsius", "°C", "degC", "degree_Celsius" };
  GyreQuantity unit;
  double offset;

  for (gsize index = 0; index < G_N_ELEMENTS (names); index++)
    {
      g_assert_true (gyre_unit_find (names[index], -1, &unit, &offset));
      g_assert_cmpfloat (offset, ==, 273.15);
    }
  g_assert_true (gyre_unit_find ("°F and more", 3, &unit, &offset));
  g_assert_cmpfloat_with_epsilon (offset, 255.3722222222222, 1e-12);
  g_assert_false (gyre_unit_find ("dB", -1, &unit, &offset));
}

static void
assert_suggestion (const char *name, const char *expected)
{
  g_autofree char *hint = gyre_unit_suggest (name);

  g_assert_cmpstr (hint, ==, expected);
}

static void
test_suggestion (void)
{
  assert_suggestion ("khz", "did you mean 'kHz'?");
  assert_suggestion ("celcius", "did you mean 'celsius'?");
  assert_suggestion ("mintue", "did you mean 'minute'?");
  assert_suggestion ("KB", "did you mean 'kB'?");
  assert_suggestion ("frobnication", NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/traits/unit/every-name-of-pyre-is-known", test_pyre);
  g_test_add_func ("/traits/unit/one-prefix-stands-before-a-unit", test_prefixes);
  g_test_add_func ("/traits/unit/temperature-has-an-offset", test_offset);
  g_test_add_func ("/traits/unit/near-miss-is-told", test_suggestion);
  return g_test_run ();
}
