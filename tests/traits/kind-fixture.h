/* kind-fixture.h: What holds for every kind, whatever its values are
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "trait-fixture.h"

/* How many values a property is tried with. */
#define FIXTURE_COUNT 10000

typedef GyreValue (*FixtureMake) (GRand *random);

/* As data and back. */
static inline void
assert_travels (const GyreTrait *trait, GyreValue value)
{
  const GyreKind *kind = gyre_trait_get_kind (trait);
  g_autoptr (GVariant) data = g_variant_ref_sink (kind->to_variant (trait, value));
  g_autoptr (GVariant) packed = g_variant_ref_sink (g_variant_new_variant (data));
  g_autoptr (GError) error = NULL;
  GyreValue again = GYRE_NONE;

  kind->from_variant (trait, data, &again, &error);
  g_assert_no_error (error);
  g_assert_true (gyre_kind_equal (kind, value, again));
  gyre_kind_clear (kind, &again);
  /* To data of any shape a variant in a variant is another value. */
  if (kind == &gyre_kind_variant)
    return;
  kind->from_variant (trait, packed, &again, &error);
  g_assert_no_error (error);
  g_assert_true (gyre_kind_equal (kind, value, again));
  gyre_kind_clear (kind, &again);
}

/* Through GObject's property and back. */
static inline void
assert_passes (const GyreTrait *trait, GyreValue value)
{
  const GyreKind *kind = gyre_trait_get_kind (trait);
  g_autoptr (GParamSpec) specification = g_param_spec_ref_sink (kind->specify (trait, G_PARAM_READWRITE));
  g_auto (GValue) native = G_VALUE_INIT;
  g_autoptr (GError) error = NULL;
  GyreValue again = GYRE_NONE;

  gyre_trait_to_gvalue (trait, value, g_value_init (&native, specification->value_type));
  /* Numbers that GObject would clamp are let through as they are. */
  if (!G_IS_PARAM_SPEC_DOUBLE (specification))
    g_assert_false (g_param_value_validate (specification, &native));
  gyre_trait_from_gvalue (trait, &native, &again, &error);
  g_assert_no_error (error);
  g_assert_true (gyre_kind_equal (kind, value, again));
  gyre_kind_clear (kind, &again);
}

static inline void
assert_property (const GyreTrait *trait, FixtureMake make)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (42);
  const GyreKind *kind = gyre_trait_get_kind (trait);

  for (guint count = 0; count < FIXTURE_COUNT; count++)
    {
      GyreValue value = make (random);
      GyreValue copy = gyre_kind_copy (kind, value);

      g_assert_true (gyre_kind_equal (kind, value, copy));
      gyre_kind_clear (kind, &copy);
      assert_survives (trait, value);
      assert_travels (trait, value);
      assert_passes (trait, value);
      gyre_kind_clear (kind, &value);
    }
}

/* What a JSON Schema says of a trait, as GVariant prints it. */
static inline void
assert_schema (const GyreTrait *trait, const char *expected)
{
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);
  g_autoptr (GVariant) schema = NULL;
  g_autofree char *text = NULL;

  gyre_trait_get_kind (trait)->describe_schema (trait, &builder);
  schema = g_variant_ref_sink (g_variant_builder_end (&builder));
  text = g_variant_print (schema, FALSE);
  g_assert_cmpstr (text, ==, expected);
}

/* Data in GVariant's own text, read by the kind. */
static inline void
assert_data (const GyreTrait *trait, const char *data, const char *expected)
{
  g_autoptr (GVariant) variant = g_variant_ref_sink (g_variant_new_parsed (data, NULL));
  g_autoptr (GError) error = NULL;
  GyreValue value = GYRE_NONE;

  gyre_trait_get_kind (trait)->from_variant (trait, variant, &value, &error);
  g_assert_no_error (error);
  g_autofree char *printed = gyre_trait_print (trait, value);
  g_assert_cmpstr (printed, ==, expected);
  gyre_kind_clear (gyre_trait_get_kind (trait), &value);
}

static inline void
assert_refuses_data (const GyreTrait *trait, const char *data, GyreValueError code)
{
  g_autoptr (GVariant) variant = g_variant_ref_sink (g_variant_new_parsed (data, NULL));
  g_autoptr (GError) error = NULL;
  GyreValue value = GYRE_NONE;

  g_assert_false (gyre_trait_get_kind (trait)->from_variant (trait, variant, &value, &error));
  g_assert_error (error, GYRE_VALUE_ERROR, (int) code);
}

/* A declaration whose options make no sense. */
static inline void
assert_declaration_fails (const GyreTrait *trait, const char *message)
{
  g_autoptr (GError) error = NULL;
  GyreValue value = GYRE_NONE;

  g_assert_false (gyre_trait_get_initial (trait, &value, &error));
  g_assert_cmpstr (error->message, ==, message);
}

/* Random pieces. */
static inline guint64
random_bits (GRand *random)
{
  return ((guint64) g_rand_int (random) << 32 | g_rand_int (random)) >> g_rand_int_range (random, 0, 64);
}

static inline double
random_real (GRand *random)
{
  guint64 bits = (guint64) g_rand_int (random) << 32 | g_rand_int (random);
  double real;

  if (g_rand_int_range (random, 0, 4) == 0)
    return g_rand_int_range (random, -1000, 1000) / 8.0;
  memcpy (&real, &bits, sizeof real);
  return isnan (real) ? NAN : real;
}

/* Characters that mean something in one text or another, and some that do not. */
static inline char *
random_text (GRand *random, const char *characters)
{
  GString *text = g_string_new (NULL);
  glong count = g_utf8_strlen (characters, -1);

  for (gint length = g_rand_int_range (random, 0, 12); length > 0; length--)
    g_string_append_unichar (text, g_utf8_get_char (g_utf8_offset_to_pointer (characters, g_rand_int_range (random, 0, (gint) count))));
  return g_string_free (text, FALSE);
}
#define FIXTURE_CHARACTERS "abc019 .,:;|@=#-+/\\\"'(){}[]<>\t\näπ€"
