/* every-kind-fixture.h: Random values of every kind that has a text
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "kind-fixture.h"

typedef GyreValue (*FixtureMakeOf) (GRand *random, const GyreTrait *trait);

/* Of a random text: what the kind makes of it. */
static inline GyreValue
fixture_take_text (const GyreTrait *trait, char *text)
{
  GyreValue value = fixture_read (trait, text);

  g_free (text);
  return value;
}

static inline GyreValue
make_boolean (GRand *random, const GyreTrait *trait)
{
  return (GyreValue) { .present = TRUE, .boolean = g_rand_boolean (random) };
}

static inline GyreValue
make_integer (GRand *random, const GyreTrait *trait)
{
  return (GyreValue) { .present = TRUE, .integer = (gint64) random_bits (random) };
}

static inline GyreValue
make_byte (GRand *random, const GyreTrait *trait)
{
  return (GyreValue) { .present = TRUE, .integer = g_rand_int_range (random, G_MININT8, G_MAXINT8 + 1) };
}

static inline GyreValue
make_real (GRand *random, const GyreTrait *trait)
{
  return (GyreValue) { .present = TRUE, .real = random_real (random) };
}

static inline GyreValue
make_complex (GRand *random, const GyreTrait *trait)
{
  return (GyreValue) { .present = TRUE, .pointer = gyre_complex_copy (&(GyreComplex) { random_real (random), random_real (random) }) };
}

static inline GyreValue
make_decimal (GRand *random, const GyreTrait *trait)
{
  return fixture_take_text (trait, g_strdup_printf ("%s%u.%u%06ue%d", g_rand_boolean (random) ? "-" : "", g_rand_int (random), g_rand_int (random),
                                                    g_rand_int_range (random, 0, 1000000), g_rand_int_range (random, -40, 40)));
}

static inline GyreValue
make_fraction (GRand *random, const GyreTrait *trait)
{
  return fixture_take_text (trait, g_strdup_printf ("%d/%d", (gint) g_rand_int (random), g_rand_int_range (random, 1, G_MAXINT)));
}

static inline GyreValue
make_string (GRand *random, const GyreTrait *trait)
{
  return (GyreValue) { .present = TRUE, .string = random_text (random, FIXTURE_CHARACTERS) };
}

/* A text that some kinds take and others, such as that of paths, spell in one way. */
static inline GyreValue
make_spelt (GRand *random, const GyreTrait *trait)
{
  GyreValue value = GYRE_NONE;

  while (!value.present)
    {
      g_autofree char *text = random_text (random, FIXTURE_CHARACTERS);
      trait->kind->parse (trait, text, &value, NULL);
    }
  return value;
}

static inline GType
fixture_word_get_type (void)
{
  static const GEnumValue words[] = { { -5, "WORD_A", "a" }, { 0, "WORD_NONE", "none" }, { 3, "WORD_PAIR", "b, c: (d" }, { 0, NULL, NULL } };
  static GType type;

  return type != 0 ? type : (type = g_enum_register_static ("FixtureWord", words));
}

static inline GyreValue
make_enumeration (GRand *random, const GyreTrait *trait)
{
  static const gint numbers[] = { -5, 0, 3 };

  return (GyreValue) { .present = TRUE, .integer = numbers[g_rand_int_range (random, 0, G_N_ELEMENTS (numbers))] };
}

static inline GType
fixture_flags_get_type (void)
{
  static const GFlagsValue words[] = { { 1, "FLAG_A", "a" }, { 2, "FLAG_NONE", "none" }, { 4, "FLAG_C", "c, d" }, { 24, "FLAG_PAIR", "pair" }, { 0, NULL, NULL } };
  static GType type;

  return type != 0 ? type : (type = g_flags_register_static ("FixtureFlags", words));
}

static inline GyreValue
make_flags (GRand *random, const GyreTrait *trait)
{
  return (GyreValue) { .present = TRUE, .integer = g_rand_int_range (random, 0, 8) | (g_rand_boolean (random) ? 24 : 0) };
}

static inline GyreValue
make_date (GRand *random, const GyreTrait *trait)
{
  return (GyreValue) { .present = TRUE, .pointer = g_date_new_julian (g_rand_int_range (random, 1, 23936166)) };
}

static inline GyreValue
make_time (GRand *random, const GyreTrait *trait)
{
  return (GyreValue) { .present = TRUE, .integer = (gint64) (random_bits (random) % (guint64) G_TIME_SPAN_DAY) };
}

static inline GyreValue
make_timestamp (GRand *random, const GyreTrait *trait)
{
  return fixture_take_text (trait, g_strdup_printf ("%04d-%02d-%02dT%02d:%02d:%02d.%d%c%02d:30", g_rand_int_range (random, 2, 9999),
                                                    g_rand_int_range (random, 1, 13), g_rand_int_range (random, 1, 29), g_rand_int_range (random, 0, 24),
                                                    g_rand_int_range (random, 0, 60), g_rand_int_range (random, 0, 60),
                                                    g_rand_int_range (random, 0, 1000000), g_rand_boolean (random) ? '+' : '-',
                                                    g_rand_int_range (random, 0, 14)));
}

static inline GyreValue
make_duration (GRand *random, const GyreTrait *trait)
{
  return (GyreValue) { .present = TRUE, .integer = (gint64) (random_bits (random) * (g_rand_boolean (random) ? 1 : -1)) };
}

static inline GyreValue
make_uri (GRand *random, const GyreTrait *trait)
{
  g_autofree char *path = random_text (random, "abc/.~=&+:@!,()'");

  return fixture_take_text (trait, g_strdup_printf ("\"x-y://host%d/%s?%s\"", g_rand_int_range (random, 0, 99), path, path));
}

static inline GyreValue
make_internet_address (GRand *random, const GyreTrait *trait)
{
  guint port = g_rand_int_range (random, 0, 65536);

  switch (g_rand_int_range (random, 0, 4))
    {
    case 0: return fixture_take_text (trait, g_strdup_printf ("[%x::%x]:%u", g_rand_int (random) & 0xffff, g_rand_int (random) & 0xffff, port));
    case 1: return fixture_take_text (trait, g_strdup_printf ("10.%u.0.1:%u", g_rand_int (random) & 0xff, port));
    case 2: return fixture_take_text (trait, g_strdup_printf ("ip6:host%u.example:%u", port, port));
    default: return fixture_take_text (trait, g_strdup_printf ("\"unix:/run/a b, %u: (\"", port));
    }
}

static inline GyreValue
make_variant (GRand *random, const GyreTrait *trait)
{
  g_autofree char *text = random_text (random, FIXTURE_CHARACTERS);

  return (GyreValue) { .present = TRUE, .pointer = g_variant_ref_sink (g_variant_new ("(sdmsv)", text, random_real (random), NULL, g_variant_new_int64 ((gint64) random_bits (random)))) };
}

/* A magnitude in base units, of the dimension that the trait's units fix, or of one or another. */
static inline GyreValue
make_quantity (GRand *random, const GyreTrait *trait)
{
  static const char * const units[] = { "m", "kg*m/s^2", "1", "K", "B", "A*s/mol", "cd^0.5" };
  const char *unit = trait->units != NULL ? trait->units : units[g_rand_int_range (random, 0, G_N_ELEMENTS (units))];
  g_autofree char *one = g_strdup_printf ("1 %s", unit);
  GyreQuantity quantity;

  g_assert_true (gyre_quantity_from_text (g_str_equal (unit, "1") ? "1" : one, -1, &quantity, NULL));
  return (GyreValue) { .present = TRUE, .dimension = quantity.dimension, .real = random_real (random) };
}

static inline GyreValue
make_array (GRand *random, const GyreTrait *trait)
{
  double numbers[] = { random_real (random), random_real (random), random_real (random) };

  return (GyreValue) { .present = TRUE, .array = gyre_array_new_from_values (numbers, g_rand_int_range (random, 1, 4)) };
}

static inline GyreValue
make_list (GRand *random, const GyreTrait *trait)
{
  guint length = g_rand_int_range (random, 0, 4);
  GyreList *list = gyre_list_new (&gyre_kind_string, length);

  for (guint index = 0; index < length; index++)
    gyre_list_take_value (list, index, make_string (random, trait->element));
  return (GyreValue) { .present = TRUE, .list = list };
}

/* Each element once, as a set has them. */
static inline GyreValue
make_set (GRand *random, const GyreTrait *trait)
{
  guint length = g_rand_int_range (random, 0, 4);
  GyreList *list = gyre_list_new (&gyre_kind_integer, length);

  for (guint index = 0; index < length; index++)
    gyre_list_take_value (list, index, (GyreValue) { .present = TRUE, .integer = (gint64) index * 1000 - g_rand_int_range (random, 0, 1000) });
  return (GyreValue) { .present = TRUE, .list = list };
}

static inline GyreValue
make_tuple (GRand *random, const GyreTrait *trait)
{
  const GyreKind *kinds[] = { &gyre_kind_real, &gyre_kind_string };
  GyreList *list = gyre_list_new_tuple (kinds, G_N_ELEMENTS (kinds));

  gyre_list_take_value (list, 0, make_real (random, NULL));
  gyre_list_take_value (list, 1, make_string (random, NULL));
  return (GyreValue) { .present = TRUE, .list = list };
}

static inline GyreValue
make_mapping (GRand *random, const GyreTrait *trait)
{
  GyreMapping *mapping = gyre_mapping_new (trait->element->kind);

  for (gint length = g_rand_int_range (random, 0, 4); length > 0; length--)
    {
      g_autofree char *key = random_text (random, FIXTURE_CHARACTERS);

      if (*key != '\0')
        gyre_mapping_take_value (mapping, key,
                                 trait->element->kind == &gyre_kind_list ? make_list (random, trait->element) : make_string (random, NULL));
    }
  return (GyreValue) { .present = TRUE, .mapping = mapping };
}

typedef struct
{
  const char *name;
  FixtureMakeOf make;
  GyreTraitDeclaration declaration;
} FixtureRow;

#define ROW(kind_, make_, ...) { #kind_, make_, { .field = "field", .kind = &gyre_kind_##kind_, __VA_ARGS__ } }
#define POINTER_ROW(kind_, make_, ...) ROW (kind_, make_, .storage = GYRE_STORAGE_POINTER, ##__VA_ARGS__)
static const FixtureRow fixture_rows[] = {
  ROW (boolean, make_boolean, .storage = GYRE_STORAGE_BOOLEAN),
  ROW (integer, make_integer, .storage = GYRE_STORAGE_INT64),
  ROW (integer, make_integer, .storage = GYRE_STORAGE_UINT64),
  ROW (integer, make_byte, .storage = GYRE_STORAGE_INT8),
  ROW (real, make_real, .storage = GYRE_STORAGE_DOUBLE),
  ROW (real, make_real, .storage = GYRE_STORAGE_DOUBLE, .units = "km/h"),
  ROW (complex, make_complex, .storage = GYRE_STORAGE_COMPLEX),
  POINTER_ROW (decimal, make_decimal),
  ROW (fraction, make_fraction, .storage = GYRE_STORAGE_FRACTION),
  POINTER_ROW (string, make_string),
  POINTER_ROW (path, make_spelt),
  ROW (enumeration, make_enumeration, .storage = GYRE_STORAGE_INT32, .get_type = fixture_word_get_type),
  ROW (flags, make_flags, .storage = GYRE_STORAGE_UINT32, .get_type = fixture_flags_get_type),
  POINTER_ROW (date, make_date),
  POINTER_ROW (date, make_date, .format = "%A, %d %B %Y"),
  ROW (time, make_time, .storage = GYRE_STORAGE_TIME),
  POINTER_ROW (timestamp, make_timestamp),
  POINTER_ROW (timestamp, make_timestamp, .format = "%a, %d %b %Y %H:%M:%S %z"),
  ROW (duration, make_duration, .storage = GYRE_STORAGE_INT64),
  ROW (duration, make_duration, .storage = GYRE_STORAGE_INT64, .units = "ms"),
  POINTER_ROW (uri, make_uri),
  POINTER_ROW (internet_address, make_internet_address),
  POINTER_ROW (variant, make_variant),
  POINTER_ROW (variant, make_variant, .format = "(sdmsv)"),
  ROW (quantity, make_quantity, .storage = GYRE_STORAGE_QUANTITY),
  ROW (quantity, make_quantity, .storage = GYRE_STORAGE_QUANTITY, .units = "km/h"),
  ROW (quantity, make_quantity, .storage = GYRE_STORAGE_QUANTITY, .units = "°C"),
  ROW (quantity, make_quantity, .storage = GYRE_STORAGE_QUANTITY, .units = "MiB"),
  POINTER_ROW (environment_variable, make_string, .variable = "HOME"),
  POINTER_ROW (input_stream, make_spelt),
  POINTER_ROW (output_stream, make_spelt),
  POINTER_ROW (array, make_array),
  POINTER_ROW (list, make_list, .element = &gyre_kind_string),
  POINTER_ROW (set, make_set, .element = &gyre_kind_integer),
  POINTER_ROW (tuple, make_tuple, .parts = (const GyreTraitDeclaration[]) { { .kind = &gyre_kind_real }, { .kind = &gyre_kind_string }, { .kind = NULL } }),
  POINTER_ROW (mapping, make_mapping, .element = &gyre_kind_string),
  POINTER_ROW (catalog, make_mapping, .of = (const GyreTraitDeclaration[]) { { .kind = &gyre_kind_list, .element = &gyre_kind_string } }),
};

static inline gboolean
fixture_has_row (const char *name)
{
  /* These have no text, are printed as stars, have the text that their author registers, or are other components: see their own tests. */
  static const char * const others[] = { "opaque", "object", "secret", "boxed", "facility", NULL };

  for (gsize index = 0; index < G_N_ELEMENTS (fixture_rows); index++)
    if (g_str_equal (fixture_rows[index].name, name))
      return TRUE;
  return g_strv_contains (others, name);
}
