/* test-kind-variant.c: The kind of data of any shape
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "kind-fixture.h"

static void
test_reads (void)
{
  GyreTrait *trait = MAKE_TRAIT (POINTER (variant));

  assert_reads (trait, "5", "5");
  assert_reads (trait, "'text'", "'text'");
  assert_reads (trait, "[1, 2]", "[1, 2]");
  assert_reads (trait, "{{'a': <5>}}", "{{'a': <5>}}");
  assert_reads (trait, "@mi nothing", "@mi nothing");
  assert_reads (trait, "('{{', 2)", "('{{', 2)");
  assert_reads (MAKE_TRAIT (POINTER (variant), .format = "ad"), "[1, 2]", "[1.0, 2.0]");
  assert_reads (trait, "=d:AQAAAAAAAAA=", "=d:AQAAAAAAAAA=");
  assert_takes (trait, native_variant ("uint16 3"), "uint16 3");
}

static void
test_refused (void)
{
  GyreTrait *trait = MAKE_TRAIT (POINTER (variant), .nullable = TRUE);
  GyreTrait *numbers = MAKE_TRAIT (POINTER (variant), .format = "ad");

  assert_refuses (trait, "[1, 'ä', x]", GYRE_VALUE_ERROR_SYNTAX, "must be data: expected value (at character 10)");
  assert_refuses (trait, "{{'a': <5>}} x", GYRE_VALUE_ERROR_SYNTAX, "must be data: expected end of input (at character 14)");
  assert_refuses (trait, "{'a': 5}", GYRE_VALUE_ERROR_SYNTAX, "must be data: a brace is written twice (at character 1)");
  assert_refuses (trait, "=d:AQ==", GYRE_VALUE_ERROR_SYNTAX, "must be data: expected =type:bytes, with the bytes in Base64 (at character 1)");
  assert_refuses (trait, "", GYRE_VALUE_ERROR_SYNTAX, "must be data: expected value (at character 1)");
  assert_refuses_native (numbers, native_variant ("5"), GYRE_VALUE_ERROR_TYPE, "must be data of type ad, is of type i");
  assert_reads (trait, "none", "none");
  assert_declaration_fails (MAKE_TRAIT (POINTER (variant), .format = "numbers"), "has a .format that is no type: 'numbers'");
}

static void
test_long (void)
{
  GyreTrait *trait = MAKE_TRAIT (POINTER (variant));
  g_autofree char *text = g_strnfill (200000, 'a');
  g_autofree char *quoted = g_strdup_printf ("'%s'", text);
  GyreValue value = { .present = TRUE, .pointer = g_variant_ref_sink (g_variant_new_string (text)) };

  assert_survives (trait, value);
  assert_refuses (trait, quoted, GYRE_VALUE_ERROR_SYNTAX,
                  "must be data: a text of more than 131072 bytes, which is written =type:bytes (at character 1)");
  gyre_kind_clear (&gyre_kind_variant, &value);
}

static GVariant *
random_variant (GRand *random, guint depth)
{
  g_autofree char *text = random_text (random, FIXTURE_CHARACTERS);
  GVariant *child = depth > 0 ? random_variant (random, depth - 1) : NULL;

  if (child == NULL)
    return g_rand_boolean (random) ? g_variant_new_string (text) : g_variant_new_double (random_real (random));
  switch (g_rand_int_range (random, 0, 5))
    {
    case 0: return g_variant_new_maybe (NULL, child);
    case 1: return g_variant_new_variant (child);
    case 2: return g_variant_new ("(yt@*)", g_rand_int_range (random, 0, 256), random_bits (random), child);
    case 3: return g_variant_new_array (NULL, &child, 1);
    default: return g_variant_new_dict_entry (g_variant_new_string (text), child);
    }
}

static GyreValue
make (GRand *random)
{
  return (GyreValue) { .present = TRUE, .pointer = g_variant_ref_sink (random_variant (random, 4)) };
}

static void
test_property (void)
{
  GyreTrait *trait = MAKE_TRAIT (POINTER (variant));

  assert_property (trait, make);
  assert_schema (trait, "{}");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/traits/kind-variant/is-read-as-glib-writes-it", test_reads);
  g_test_add_func ("/traits/kind-variant/mistake-has-the-place-that-glib-says", test_refused);
  g_test_add_func ("/traits/kind-variant/long-data-is-written-as-bytes", test_long);
  g_test_add_func ("/traits/kind-variant/every-value-survives", test_property);
  return g_test_run ();
}
