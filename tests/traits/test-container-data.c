/* test-container-data.c: Containers as the data of other languages
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "container-fixture.h"

static void
test_random_variants (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (12);
  GyreTrait *traits[MOST_TRAITS];
  guint count = random_traits (traits);

  for (guint round = 0; round < 1000; round++)
    for (guint index = 0; index < count; index++)
      {
        const GyreKind *kind = gyre_trait_get_kind (traits[index]);
        GyreValue value = random_value (random, traits[index]), again = GYRE_NONE;
        g_autoptr (GVariant) variant = g_variant_ref_sink (kind->to_variant (traits[index], value));
        g_autoptr (GError) error = NULL;

        kind->from_variant (traits[index], variant, &again, &error);
        g_assert_no_error (error);
        g_assert_true (gyre_kind_equal (kind, value, again));
        gyre_kind_clear (kind, &value);
        gyre_kind_clear (kind, &again);
      }
}

static void
assert_variant (GyreTrait *trait, const char *text, const char *expected)
{
  GyreValue value = fixture_read (trait, text);
  g_autoptr (GVariant) variant = g_variant_ref_sink (gyre_trait_get_kind (trait)->to_variant (trait, value));
  g_autofree char *printed = g_variant_print (variant, TRUE);

  g_assert_cmpstr (printed, ==, expected);
  gyre_kind_clear (gyre_trait_get_kind (trait), &value);
}

static void
test_shapes (void)
{
  assert_variant (MAKE_TRAIT (LIST_OF (integer)), "1, 2", "[int64 1, 2]");
  assert_variant (MAKE_TRAIT (LIST_OF (string)), "()", "@av []");
  assert_variant (MAKE_TRAIT (POINTER (array)), "(1, 2), (3, 4)", "[[1.0, 2.0], [3.0, 4.0]]");
  assert_variant (MAKE_TRAIT (POINTER (mapping), .element = &gyre_kind_real), "a: 1", "{'a': <1.0>}");
  assert_variant (MAKE_TRAIT (POINTER (tuple), PARTS ({ .kind = &gyre_kind_real }, { .kind = &gyre_kind_string })), "1, a", "(1.0, 'a')");
  assert_variant (MAKE_TRAIT (POINTER (catalog), OF (.kind = &gyre_kind_list, .element = &gyre_kind_string)), "a: (b, c)", "{'a': <['b', 'c']>}");
}

static void
assert_schema (GyreTrait *trait, const char *expected)
{
  GVariantBuilder builder;
  g_autoptr (GVariant) schema = NULL;
  g_autofree char *printed = NULL;

  g_variant_builder_init (&builder, G_VARIANT_TYPE_VARDICT);
  gyre_trait_get_kind (trait)->describe_schema (trait, &builder);
  schema = g_variant_ref_sink (g_variant_builder_end (&builder));
  printed = g_variant_print (schema, FALSE);
  g_assert_cmpstr (printed, ==, expected);
}

static void
test_schema (void)
{
  assert_schema (MAKE_TRAIT (POINTER (list), OF (.kind = &gyre_kind_set, .element = &gyre_kind_integer)),
                 "{'type': <'array'>, 'items': <{'type': <'array'>, 'items': <{'type': <'integer'>, 'minimum': <int64 -9223372036854775808>, 'maximum': <int64 9223372036854775807>}>, 'uniqueItems': <true>}>}");
  assert_schema (MAKE_TRAIT (POINTER (tuple), PARTS ({ .kind = &gyre_kind_real }, { .kind = &gyre_kind_string })),
                 "{'type': <'array'>, 'prefixItems': <[{'type': <'number'>}, {'type': <'string'>}]>, 'minItems': <int64 2>, 'maxItems': <int64 2>}");
  assert_schema (MAKE_TRAIT (POINTER (mapping), .element = &gyre_kind_boolean),
                 "{'type': <'object'>, 'additionalProperties': <{'type': <'boolean'>}>}");
}

static GValue
boxed (GType type, gpointer content)
{
  GValue native = G_VALUE_INIT;

  g_value_take_boxed (g_value_init (&native, type), content);
  return native;
}

static void
test_native (void)
{
  static const char * const numbers[] = { "1", "2", NULL };
  GyreMapping *mapping = gyre_mapping_new (&gyre_kind_string);
  GyreTrait *set = MAKE_TRAIT (POINTER (set), .element = &gyre_kind_integer);
  GyreTrait *words = MAKE_TRAIT (POINTER (mapping), .element = &gyre_kind_string);
  GyreList *twice = gyre_list_new (&gyre_kind_integer, 2);

  gyre_mapping_take_value (mapping, "a", (GyreValue) { .present = TRUE, .string = g_strdup ("b") });
  gyre_list_take_value (twice, 0, (GyreValue) { .present = TRUE, .integer = 5 });
  gyre_list_take_value (twice, 1, (GyreValue) { .present = TRUE, .integer = 5 });
  assert_takes (words, boxed (GYRE_TYPE_MAPPING, mapping), "(a: b)");
  assert_takes (words, native_variant ("{'x': 'y', 'z': 'none'}"), "(x: y, z: \"none\")");
  assert_takes (words, native_variant ("{'x': <'y'>}"), "(x: y)");
  assert_takes (set, boxed (GYRE_TYPE_LIST, twice), "(5)");
  assert_takes (set, native_strings (numbers), "(1, 2)");
  assert_refuses_native (words, native_variant ("{'x': 1}"), GYRE_VALUE_ERROR_TYPE, "[x]: must be of kind string, is a value of type gint");
  assert_refuses_native (words, native_variant ("['x']"), GYRE_VALUE_ERROR_TYPE, "must be of kind mapping of string, is a value of type GVariant");
}

/* What a mapping of the wrong kind holds is looked at, element by element. */
static void
test_other_kind (void)
{
  GyreMapping *mapping = gyre_mapping_new (&gyre_kind_integer);

  gyre_mapping_take_value (mapping, "a", (GyreValue) { .present = TRUE, .integer = 5 });
  assert_refuses_native (MAKE_TRAIT (POINTER (mapping), .element = &gyre_kind_string), boxed (GYRE_TYPE_MAPPING, mapping),
                         GYRE_VALUE_ERROR_TYPE, "[a]: must be of kind string, is of kind integer");
}

static void
test_out (void)
{
  GyreTrait *trait = MAKE_TRAIT (POINTER (mapping), .element = &gyre_kind_string);
  GyreValue value = fixture_read (trait, "a: b");
  g_auto (GValue) target = G_VALUE_INIT;

  gyre_trait_to_gvalue (trait, value, g_value_init (&target, GYRE_TYPE_MAPPING));
  g_assert_cmpstr (gyre_mapping_get_string (g_value_get_boxed (&target), "a"), ==, "b");
  gyre_kind_clear (&gyre_kind_mapping, &value);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/traits/container-data/random-values-come-back-from-their-data", test_random_variants);
  g_test_add_func ("/traits/container-data/data-have-the-shape-of-the-value", test_shapes);
  g_test_add_func ("/traits/container-data/schema-says-the-shape", test_schema);
  g_test_add_func ("/traits/container-data/native-container-comes-in-if-nothing-is-lost", test_native);
  g_test_add_func ("/traits/container-data/elements-of-another-kind-are-refused", test_other_kind);
  g_test_add_func ("/traits/container-data/mapping-goes-out-boxed", test_out);
  return g_test_run ();
}
