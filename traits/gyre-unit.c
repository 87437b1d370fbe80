/* gyre-unit.c: The names of units, and what they count
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * First our own table, which has the units that UDUNITS lacks, those where we mean another thing, and the commonest, so that
 * `30 ms` does not load a database. Then UDUNITS. Each as it stands first, so that `min` is a minute and `Pa` is a pascal, and
 * then behind one prefix: a long one before a name, a short one before a symbol.
 */
#include "gyre-unit-database-private.h"
#include "gyre-name.h"

#include <math.h>
#include <string.h>

/* No name of a unit is longer, with its prefix. */
#define NAME_SIZE 64

/* What stands before a unit. */
typedef struct
{
  const char *name;
  const char *symbol;
  long double factor;
} Prefix;

static const Prefix decimal_prefixes[] = {
  { "quetta", "Q", 1e30L }, { "ronna", "R", 1e27L }, { "yotta", "Y", 1e24L }, { "zetta", "Z", 1e21L }, { "exa", "E", 1e18L },
  { "peta", "P", 1e15L }, { "tera", "T", 1e12L }, { "giga", "G", 1e9L }, { "mega", "M", 1e6L }, { "kilo", "k", 1e3L },
  { "hecto", "h", 1e2L }, { "deka", "da", 1e1L }, { "deca", "da", 1e1L }, { "deci", "d", 1e-1L }, { "centi", "c", 1e-2L },
  { "milli", "m", 1e-3L }, { "micro", "µ", 1e-6L }, { "micro", "μ", 1e-6L }, { "micro", "u", 1e-6L }, { "nano", "n", 1e-9L },
  { "pico", "p", 1e-12L }, { "femto", "f", 1e-15L }, { "atto", "a", 1e-18L }, { "zepto", "z", 1e-21L }, { "yocto", "y", 1e-24L },
  { "ronto", "r", 1e-27L }, { "quecto", "q", 1e-30L },
};

static const Prefix binary_prefixes[] = {
  { "kibi", "Ki", 0x1p10L }, { "mebi", "Mi", 0x1p20L }, { "gibi", "Gi", 0x1p30L }, { "tebi", "Ti", 0x1p40L },
  { "pebi", "Pi", 0x1p50L }, { "exbi", "Ei", 0x1p60L }, { "zebi", "Zi", 0x1p70L }, { "yobi", "Yi", 0x1p80L },
};

typedef enum { NONE = 0, DECIMAL = 1, BINARY = 2, BOTH = 3 } Prefixes;

/* A row of our own: its names, its symbols, and the powers of the bases in the order of GyreBase. */
typedef struct
{
  const char *names;
  const char *symbols;
  Prefixes prefixes;
  long double factor;
  gint8 powers[GYRE_BASES];
  GyreScale scale;
  long double offset;
} Row;

#define MINUTE 60.0L
#define HOUR 3600.0L
#define DAY 86400.0L
#define DEGREE (3.14159265358979323846264338327950288L / 180)
#define INCH 0.0254L
static const Row rows[] = {
  { "kilogram kilograms", "kg", NONE, 1, { 1 } },
  { "gram grams", "g", DECIMAL, 1e-3L, { 1 } },
  { "metre metres meter meters", "m", DECIMAL, 1, { 0, 1 } },
  { "second seconds", "s", DECIMAL, 1, { 0, 0, 1 } },
  { "ampere amperes", "A", DECIMAL, 1, { 0, 0, 0, 1 } },
  { "kelvin kelvins", "K", DECIMAL, 1, { 0, 0, 0, 0, 1 } },
  { "mole moles", "mol", DECIMAL, 1, { 0, 0, 0, 0, 0, 1 } },
  { "candela candelas", "cd", DECIMAL, 1, { 0, 0, 0, 0, 0, 0, 1 } },
  { "byte bytes", "B", BOTH, 1, { 0, 0, 0, 0, 0, 0, 0, 1 } },
  { "bit bits", "bit", BOTH, 0.125L, { 0, 0, 0, 0, 0, 0, 0, 1 } },
  { "decibel decibels", "dB", NONE, 1, { 0 }, GYRE_SCALE_DECIBEL },
  { "percent", "%", NONE, 1e-2L, { 0 } },
  { "radian radians steradian steradians", "rad sr", DECIMAL, 1, { 0 } },
  { "degree degrees deg", "°", NONE, DEGREE, { 0 } },
  { "minute minutes", "min", NONE, MINUTE, { 0, 0, 1 } },
  { "hour hours", "h", NONE, HOUR, { 0, 0, 1 } },
  { "day days", "d", NONE, DAY, { 0, 0, 1 } },
  { "week weeks", "", NONE, 7 * DAY, { 0, 0, 1 } },
  { "year years", "yr", NONE, 365.25L * DAY, { 0, 0, 1 } },
  { "hertz", "Hz", DECIMAL, 1, { 0, 0, -1 } },
  { "newton newtons", "N", DECIMAL, 1, { 1, 1, -2 } },
  { "pascal pascals", "Pa", DECIMAL, 1, { 1, -1, -2 } },
  { "joule joules", "J", DECIMAL, 1, { 1, 2, -2 } },
  { "watt watts", "W", DECIMAL, 1, { 1, 2, -3 } },
  { "volt volts", "V", DECIMAL, 1, { 1, 2, -3, -1 } },
  { "electron_volt electron_volts electronvolt electronvolts", "eV", DECIMAL, 1.602176634e-19L, { 1, 2, -2 } },
  { "kilowatt_hour", "", NONE, 3.6e6L, { 1, 2, -2 } },
  { "", "Wh", DECIMAL, HOUR, { 1, 2, -2 } },
  { "Calorie Calories", "", NONE, 4186.8L, { 1, 2, -2 } },
  { "foot_pound", "", NONE, 12 * INCH * 0.45359237L * 9.80665L, { 1, 2, -2 } },
  { "horse_power_hour", "", NONE, 550 * 12 * INCH * 0.45359237L * 9.80665L * HOUR, { 1, 2, -2 } },
  { "horsepower", "", NONE, 550 * 12 * INCH * 0.45359237L * 9.80665L, { 1, 2, -3 } },
  { "celsius degree_celsius degrees_celsius degC", "°C", NONE, 1, { 0, 0, 0, 0, 1 }, GYRE_SCALE_OFFSET, 273.15L },
  { "fahrenheit degree_fahrenheit degrees_fahrenheit degF", "°F", NONE, 5 / 9.0L, { 0, 0, 0, 0, 1 }, GYRE_SCALE_OFFSET,
    459.67L * 5 / 9 },
  { "ounce ounces", "oz", NONE, 0.45359237L / 16, { 1 } },
  { "inch inches", "in", NONE, INCH, { 0, 1 } },
  { "foot feet", "ft", NONE, 12 * INCH, { 0, 1 } },
  { "light_year light_years", "ly", NONE, 299792458 * 365.25L * DAY, { 0, 1 } },
  { "parsec parsecs", "pc", DECIMAL, 648000 / 3.14159265358979323846264338327950288L * 149597870700.0L, { 0, 1 } },
  { "square_meter square_metre", "", NONE, 1, { 0, 2 } },
  { "square_centimeter square_centimetre", "", NONE, 1e-4L, { 0, 2 } },
  { "square_foot", "", NONE, 144 * INCH * INCH, { 0, 2 } },
  { "square_inch", "", NONE, INCH * INCH, { 0, 2 } },
  { "square_mile", "", NONE, 63360.0L * 63360 * INCH * INCH, { 0, 2 } },
  { "cubic_meter cubic_metre", "", NONE, 1, { 0, 3 } },
  { "cubic_centimeter cubic_centimetre", "", NONE, 1e-6L, { 0, 3 } },
  { "cubic_foot", "", NONE, 1728 * INCH * INCH * INCH, { 0, 3 } },
  { "cubic_inch", "", NONE, INCH * INCH * INCH, { 0, 3 } },
  { "us_fluid_ounce", "", NONE, 231 / 128.0L * INCH * INCH * INCH, { 0, 3 } },
  { "us_pint", "", NONE, 231 / 8.0L * INCH * INCH * INCH, { 0, 3 } },
  { "us_fluid_quart", "", NONE, 231 / 4.0L * INCH * INCH * INCH, { 0, 3 } },
  { "us_fluid_gallon", "", NONE, 231 * INCH * INCH * INCH, { 0, 3 } },
  { "litre litres liter liters", "L l", DECIMAL, 1e-3L, { 0, 3 } },
};

/* Whether a list of words, separated by one blank, has a word. */
static gboolean
has_word (const char *words, const char *word)
{
  gsize length = strlen (word);

  for (const char *cursor = words; *cursor != '\0';)
    {
      gsize span = strcspn (cursor, " ");

      if (span == length && memcmp (cursor, word, length) == 0)
        return TRUE;
      cursor += span;
      cursor += *cursor == ' ' ? 1 : 0;
    }
  return FALSE;
}

static gboolean
take_row (const Row *row, GyreUnit *unit)
{
  GyreExponents exponents = { .denominator = { 1, 1, 1, 1, 1, 1, 1, 1 } };

  for (guint base = 0; base < GYRE_BASES; base++)
    exponents.numerator[base] = row->powers[base];
  *unit = (GyreUnit) { .factor = row->factor, .offset = row->offset, .scale = row->scale };
  return gyre_dimension_intern (&exponents, &unit->dimension);
}

static gboolean
find_row (const char *name, GyreUnitSpelling spelling, Prefixes prefixes, GyreUnit *unit)
{
  for (gsize index = 0; index < G_N_ELEMENTS (rows); index++)
    if ((rows[index].prefixes & prefixes) == prefixes
        && has_word (spelling == GYRE_UNIT_NAME ? rows[index].names : rows[index].symbols, name))
      return take_row (&rows[index], unit);
  return FALSE;
}

static gboolean
find_plain (const char *name, GyreUnit *unit)
{
  return find_row (name, GYRE_UNIT_NAME, NONE, unit) || find_row (name, GYRE_UNIT_SYMBOL, NONE, unit)
         || gyre_unit_database_find (name, GYRE_UNIT_NAME, unit) || gyre_unit_database_find (name, GYRE_UNIT_SYMBOL, unit);
}

static gboolean
find_behind (const char *name, const Prefix *prefix, Prefixes sort, GyreUnitSpelling spelling, GyreUnit *unit)
{
  const char *before = spelling == GYRE_UNIT_NAME ? prefix->name : prefix->symbol;

  if (!g_str_has_prefix (name, before) || name[strlen (before)] == '\0')
    return FALSE;
  name += strlen (before);
  /* A row of ours hides the database's unit of that name, also where it has no prefixes: UDUNITS knows a year, and bits. */
  if (!find_row (name, spelling, sort, unit)
      && (sort != DECIMAL || find_row (name, spelling, NONE, unit) || !gyre_unit_database_find (name, spelling, unit)))
    return FALSE;
  unit->factor *= prefix->factor;
  return unit->scale == GYRE_SCALE_PROPORTIONAL;
}

static gboolean
find_prefixed (const char *name, const Prefix *prefixes, gsize length, Prefixes sort, GyreUnit *unit)
{
  for (gsize index = 0; index < length; index++)
    {
      if (strcmp (name, prefixes[index].name) == 0)
        {
          *unit = (GyreUnit) { .factor = prefixes[index].factor };
          return TRUE;
        }
      if (find_behind (name, &prefixes[index], sort, GYRE_UNIT_NAME, unit)
          || find_behind (name, &prefixes[index], sort, GYRE_UNIT_SYMBOL, unit))
        return TRUE;
    }
  return FALSE;
}

static gboolean
find (const char *name, GyreUnit *unit)
{
  return find_plain (name, unit)
         || find_prefixed (name, decimal_prefixes, G_N_ELEMENTS (decimal_prefixes), DECIMAL, unit)
         || find_prefixed (name, binary_prefixes, G_N_ELEMENTS (binary_prefixes), BINARY, unit);
}

/* As there is no end of ways to write a name in large and small letters, there must be one of what is kept. */
#define CACHE_LENGTH 4096

/* What was found stays. Names that nobody knows are not kept. */
static gboolean
find_cached (const char *name, GyreUnit *unit)
{
  static GRWLock lock;
  static GHashTable *cache;      /* behind the lock */
  const GyreUnit *cached;
  gboolean is_cached;

  g_rw_lock_reader_lock (&lock);
  cached = cache != NULL ? g_hash_table_lookup (cache, name) : NULL;
  is_cached = cached != NULL;
  if (is_cached)
    *unit = *cached;
  g_rw_lock_reader_unlock (&lock);
  if (is_cached)
    return TRUE;
  if (!find (name, unit))
    return FALSE;
  g_rw_lock_writer_lock (&lock);
  if (cache == NULL)
    cache = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (g_hash_table_size (cache) < CACHE_LENGTH)
    g_hash_table_replace (cache, g_strdup (name), g_memdup2 (unit, sizeof *unit));
  g_rw_lock_writer_unlock (&lock);
  return TRUE;
}

/* gyre_unit_look_up: what one name means. */
gboolean
gyre_unit_look_up (const char *name, gsize length, GyreUnit *unit)
{
  char copy[NAME_SIZE];

  if (length == 0 || length >= sizeof copy || memchr (name, '\0', length) != NULL)
    return FALSE;
  memcpy (copy, name, length);
  copy[length] = '\0';
  return g_utf8_validate (copy, -1, NULL) && find_cached (copy, unit);
}

/**
 * gyre_unit_find: (skip)
 * @name: (array length=length): one name or symbol of a unit, with its prefix, or a prefix alone
 * @length: its length in bytes, or -1 if it ends with a NUL
 * @unit: (out): one of it, in base units
 * @offset: (out) (optional): what has to be added to a number of them: 273.15 for celsius, else 0
 *
 * Looks a unit up. A decibel is no multiple of a unit, so it is not found here. Any thread may call it.
 *
 * Returns: whether there is such a unit
 *
 * Since: 0.1
 */
gboolean
gyre_unit_find (const char *name, gssize length, GyreQuantity *unit, double *offset)
{
  GyreUnit found;

  g_return_val_if_fail (name != NULL && unit != NULL, FALSE);

  if (!gyre_unit_look_up (name, length < 0 ? strlen (name) : (gsize) length, &found) || found.scale == GYRE_SCALE_DECIBEL)
    return FALSE;
  *unit = (GyreQuantity) { .magnitude = (double) found.factor, .dimension = found.dimension };
  if (offset != NULL)
    *offset = (double) found.offset;
  return TRUE;
}

/* What a mistake can be near to. UDUNITS does not list its units. */
static const char suggestions[] =
  "m km cm mm µm nm um s ms µs ns us min h kg g mg A mA K mol cd Hz kHz MHz GHz N kN Pa kPa MPa hPa bar mbar J kJ MJ W kW MW V mV kV "
  "C F pF Ω ohm S Wb T H lm lx Bq Gy Sv kat eV keV MeV GeV L mL ft in B kB MB GB TB KiB MiB GiB TiB bit kbit Mbit Gbit dB rad "
  "rpm psi atm "
  "coulomb farad siemens weber tesla henry lumen lux becquerel gray sievert katal liter litre gallon ounce pound ton metric_ton "
  "yard mile fathom nautical_mile angstrom micron astronomical_unit acre hectare barn erg calorie btu torr atmosphere millibar "
  "knot gal arcminute arcsecond kilometer kilometre centimeter millimeter micrometer nanometer millisecond microsecond nanosecond "
  "milligram kilowatt kilohertz megahertz gigahertz kilobyte megabyte gigabyte kibibyte mebibyte gibibyte";

static void
add_words (GPtrArray *words, const char *text)
{
  g_auto (GStrv) split = g_strsplit (text, " ", -1);

  for (char **word = split; *word != NULL; word++)
    if (**word != '\0')
      g_ptr_array_add (words, g_strdup (*word));
}

/* The same letters in another case are nearest: `khz`, `Km`, `kb`. */
static const char *
find_other_case (const GPtrArray *words, const char *name)
{
  for (guint index = 0; index < words->len; index++)
    if (g_ascii_strcasecmp (g_ptr_array_index (words, index), name) == 0)
      return g_ptr_array_index (words, index);
  return NULL;
}

/**
 * gyre_unit_suggest: (skip)
 * @name: what was written for a unit
 *
 * Returns: (nullable) (transfer full): a hint, `did you mean 'kHz'?`; %NULL where nothing is near
 *
 * Since: 0.1
 */
char *
gyre_unit_suggest (const char *name)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  const char *same;

  g_return_val_if_fail (name != NULL, NULL);

  add_words (words, suggestions);
  for (gsize index = 0; index < G_N_ELEMENTS (rows); index++)
    add_words (words, rows[index].names);
  same = find_other_case (words, name);
  if (same != NULL)
    return g_strdup_printf ("did you mean '%s'?", same);
  g_ptr_array_add (words, NULL);
  return strlen (name) < NAME_SIZE ? gyre_name_suggest (name, (const char * const *) words->pdata) : NULL;
}
