/* test-kind-integer.c: The kind of whole numbers
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "trait-fixture.h"
#include "precision-fixture.h"

static const struct
{
  GyreStorage storage;
  gint64 minimum;
  gint64 maximum;
} widths[] = {
  { GYRE_STORAGE_INT8, G_MININT8, G_MAXINT8 }, { GYRE_STORAGE_UINT8, 0, G_MAXUINT8 },
  { GYRE_STORAGE_INT16, G_MININT16, G_MAXINT16 }, { GYRE_STORAGE_UINT16, 0, G_MAXUINT16 },
  { GYRE_STORAGE_INT32, G_MININT32, G_MAXINT32 }, { GYRE_STORAGE_UINT32, 0, G_MAXUINT32 },
  { GYRE_STORAGE_INT64, G_MININT64, G_MAXINT64 },
};

static void
test_arithmetic (void)
{
  GyreTrait *integer = MAKE_TRAIT (INTEGER (INT64));

  assert_reads (integer, "2**10", "1024");
  assert_reads (integer, " 1e5 ", "100000");
  assert_reads (integer, "6/3", "2");
  assert_reads (integer, "'0x_ff'", "255");
  assert_reads (integer, "2**63 - 1", "9223372036854775807");
  assert_reads (integer, "-2**63", "-9223372036854775808");
}

static void
test_refused (void)
{
  GyreTrait *integer = MAKE_TRAIT (INTEGER (INT64));

  assert_refuses (integer, "3.7", GYRE_VALUE_ERROR_TYPE, "must be a whole number, is 3.7 (at character 1)");
  assert_refuses (integer, " 1/3", GYRE_VALUE_ERROR_TYPE, "must be a whole number, is 0.3333333333333333 (at character 2)");
  assert_refuses (integer, "nan", GYRE_VALUE_ERROR_TYPE, "must be a whole number, is nan (at character 1)");
  assert_refuses (integer, "'12 foo'", GYRE_VALUE_ERROR_SYNTAX, "must go on with an operator, has 'foo' (at character 5)");
  assert_refuses (integer, "'\\x31 foo'", GYRE_VALUE_ERROR_SYNTAX, "must go on with an operator, has 'foo' (at character 1)");
  assert_refuses (integer, "", GYRE_VALUE_ERROR_SYNTAX, "must be a number, is empty (at character 1)");
  assert_refuses (integer, "none", GYRE_VALUE_ERROR_NULL, "may not be none (at character 1)");
  assert_refuses (integer, "010", GYRE_VALUE_ERROR_SYNTAX, "must not start with a zero (at character 1)");
  assert_hint (integer, "010", "write 10 for the decimal number, 0o10 for the octal one");
  assert_hint (integer, "08", "write 8 for the decimal number");
}

static void
test_limit_is_named (void)
{
  assert_refuses (MAKE_TRAIT (INTEGER (INT64)), "2**63", GYRE_VALUE_ERROR_RANGE,
                  "must be between -9223372036854775808 and 9223372036854775807, is 9.223372036854776e+18 (at character 1)");
  assert_refuses (MAKE_TRAIT (INTEGER (UINT8)), "2**100", GYRE_VALUE_ERROR_RANGE,
                  "must be between 0 and 255, is 1.2676506002282294e+30 (at character 1)");
  assert_refuses (MAKE_TRAIT (INTEGER (UINT8), .constraints = GYRE_POSITIVE), "300", GYRE_VALUE_ERROR_RANGE,
                  "must be between 0 and 255, is 300 (at character 1)");
  assert_refuses (MAKE_TRAIT (INTEGER (UINT8), .constraints = GYRE_POSITIVE), "0", GYRE_VALUE_ERROR_CONSTRAINT,
                  "must be positive, is 0 (at character 1)");
}

static void
assert_limit (const GyreTrait *trait, gint64 limit, gint64 beyond)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, limit);
  g_autofree char *text_beyond = g_strdup_printf ("%" G_GINT64_FORMAT, beyond);
  g_autoptr (GError) error = NULL;
  GyreValue value;

  assert_reads (trait, text, text);
  assert_takes (trait, native_int64 (limit), text);
  if ((limit < 0) != (beyond < 0) && limit != 0)
    return;     /* the addition has wrapped: these are the limits of 64 bits */
  g_assert_false (gyre_trait_parse (trait, text_beyond, &value, &error));
  g_assert_error (error, GYRE_VALUE_ERROR, GYRE_VALUE_ERROR_RANGE);
}

static void
test_widths (void)
{
  for (gsize index = 0; index < G_N_ELEMENTS (widths); index++)
    {
      GyreTrait *trait = MAKE_TRAIT (.kind = &gyre_kind_integer, .storage = widths[index].storage);

      assert_limit (trait, widths[index].minimum, (gint64) ((guint64) widths[index].minimum - 1));
      assert_limit (trait, widths[index].maximum, (gint64) ((guint64) widths[index].maximum + 1));
    }
}

static void
test_reads_back (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (63);
  GyreTrait *trait = MAKE_TRAIT (INTEGER (INT64));

  for (gsize count = 0; count < 10000; count++)
    {
      guint64 bits = ((guint64) g_rand_int (random) << 32 | g_rand_int (random)) >> g_rand_int_range (random, 0, 64);

      assert_survives (trait, (GyreValue) { .present = TRUE, .integer = (gint64) bits });
    }
}

/* Beyond what 64 bits with a sign hold, nothing is rounded on any way. */
static void
test_unsigned (void)
{
  GyreTrait *trait = MAKE_TRAIT (INTEGER (UINT64));

  if (skip_imprecise ())
    return;
  assert_reads (trait, "18446744073709551615", "18446744073709551615");
  assert_reads (trait, "2**64 - 1", "18446744073709551615");
  assert_reads (trait, "0xFFFF_FFFF_FFFF_FFFE", "18446744073709551614");
  assert_takes (trait, native_uint64 (G_MAXUINT64), "18446744073709551615");
  assert_takes (trait, native_double (0x1p63), "9223372036854775808");
  assert_refuses (trait, "18446744073709551616", GYRE_VALUE_ERROR_RANGE,
                  "must be between 0 and 18446744073709551615, is 1.8446744073709552e+19 (at character 1)");
  assert_refuses (trait, "-1", GYRE_VALUE_ERROR_RANGE, "must be between 0 and 18446744073709551615, is -1 (at character 1)");
  assert_refuses_native (trait, native_int64 (-1), GYRE_VALUE_ERROR_RANGE, "must be between 0 and 18446744073709551615, is -1");
}

/* Valgrind computes with 64 bits where the processor has 80. */
static gboolean
holds_unsigned (void)
{
  volatile long double greatest = (long double) G_MAXUINT64;

  return greatest - 1 != greatest;
}

static void
test_unsigned_bounds (void)
{
  GyreTrait *bounded = MAKE_TRAIT (INTEGER (UINT64), .minimum = 10, .maximum = 18446744073709551614.0L);
  g_autofree char *rules = gyre_trait_describe_constraints (bounded);
  g_autoptr (GParamSpec) specification = g_param_spec_ref_sink (gyre_kind_integer.specify (bounded, G_PARAM_READWRITE));

  if (!holds_unsigned ())
    {
      g_test_skip ("bounds are long doubles, which have no room for 64 bits here");
      return;
    }
  assert_refuses (bounded, "18446744073709551615", GYRE_VALUE_ERROR_CONSTRAINT,
                  "must be at least 10 and at most 18446744073709551614, is 18446744073709551615 (at character 1)");
  assert_refuses (bounded, "9", GYRE_VALUE_ERROR_CONSTRAINT,
                  "must be at least 10 and at most 18446744073709551614, is 9 (at character 1)");
  assert_reads (bounded, "18446744073709551614", "18446744073709551614");
  g_assert_cmpstr (rules, ==, "at least 10 and at most 18446744073709551614");
  g_assert_cmpuint (G_PARAM_SPEC_UINT64 (specification)->maximum, ==, G_MAXUINT64 - 1);
}

/* The properties of other code say by their type that they have no sign. */
static void
test_foreign_unsigned (void)
{
  GyreTrait *trait = gyre_trait_new_foreign (g_param_spec_uint64 ("size", NULL, NULL, 1, G_MAXUINT64, G_MAXUINT64, G_PARAM_READWRITE));
  g_autofree char *initial = gyre_trait_dup_initial_text (trait);

  g_assert_cmpstr (initial, ==, "18446744073709551615");
  assert_reads (trait, "18446744073709551615", "18446744073709551615");
  assert_refuses (trait, "0", GYRE_VALUE_ERROR_CONSTRAINT, "must be at least 1, is 0 (at character 1)");
  /* Traits live as long as the process: the first of the fixture makes the place that holds them. */
  MAKE_TRAIT (INTEGER (UINT64));
  g_ptr_array_add (fixture_traits, trait);
}

static void
test_native (void)
{
  GyreTrait *integer = MAKE_TRAIT (INTEGER (INT64));

  assert_takes (integer, native_char (-3), "-3");
  assert_takes (integer, native_uint (G_MAXUINT), "4294967295");
  assert_takes (integer, native_long (-5), "-5");
  assert_takes (integer, native_ulong (5), "5");
  assert_takes (integer, native_uint64 (G_MAXINT64), "9223372036854775807");
  assert_takes (integer, native_double (1e5), "100000");
  assert_takes (integer, native_float (2), "2");
  assert_refuses_native (integer, native_double (3.7), GYRE_VALUE_ERROR_TYPE, "must be a whole number, is 3.7");
  assert_refuses_native (integer, native_double (NAN), GYRE_VALUE_ERROR_TYPE, "must be a whole number, is nan");
  assert_refuses_native (integer, native_uint64 (G_MAXUINT64), GYRE_VALUE_ERROR_RANGE,
                         "must be between -9223372036854775808 and 9223372036854775807, is 1.8446744073709552e+19");
  assert_refuses_native (MAKE_TRAIT (INTEGER (INT8)), native_int (128), GYRE_VALUE_ERROR_RANGE,
                         "must be between -128 and 127, is 128");
  assert_refuses_native (integer, native_string ("5"), GYRE_VALUE_ERROR_TYPE,
                         "must be of kind integer, is a value of type gchararray");
  assert_refuses_native (integer, native_boolean (TRUE), GYRE_VALUE_ERROR_TYPE,
                         "must be of kind integer, is a value of type gboolean");
}

static void
test_maybe (void)
{
  GyreTrait *maybe = MAKE_TRAIT (MAYBE (integer, INTEGER), .minimum = 0, .maximum = 9);

  assert_reads (maybe, "none", "none");
  assert_reads (maybe, "7", "7");
  assert_takes (maybe, native_variant ("@mx nothing"), "none");
  assert_takes (maybe, native_variant ("@mx 5"), "5");
  assert_takes (maybe, native_variant ("byte 0x05"), "5");
  assert_takes (maybe, native_variant ("uint16 5"), "5");
  assert_takes (maybe, native_variant ("5.0"), "5");
  assert_takes (maybe, native_int (3), "3");
  assert_refuses_native (maybe, native_variant ("@mx 10"), GYRE_VALUE_ERROR_CONSTRAINT,
                         "must be at least 0 and at most 9, is 10");
}

static void
test_out (void)
{
  static const GType types[] = { G_TYPE_CHAR, G_TYPE_UCHAR, G_TYPE_INT, G_TYPE_UINT, G_TYPE_LONG, G_TYPE_ULONG, G_TYPE_INT64, G_TYPE_UINT64 };
  GyreTrait *integer = MAKE_TRAIT (INTEGER (INT64));

  for (gsize index = 0; index < G_N_ELEMENTS (types); index++)
    {
      g_auto (GValue) target = G_VALUE_INIT;
      g_auto (GValue) wide = G_VALUE_INIT;

      g_value_init (&target, types[index]);
      gyre_trait_to_gvalue (integer, (GyreValue) { .present = TRUE, .integer = 100 }, &target);
      g_assert_true (g_value_transform (&target, g_value_init (&wide, G_TYPE_INT64)));
      g_assert_cmpint (g_value_get_int64 (&wide), ==, 100);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/traits/kind-integer/exact-arithmetic-is-read", test_arithmetic);
  g_test_add_func ("/traits/kind-integer/what-is-not-whole-is-refused", test_refused);
  g_test_add_func ("/traits/kind-integer/number-beyond-the-field-is-told-the-limits", test_limit_is_named);
  g_test_add_func ("/traits/kind-integer/each-width-ends-at-its-limits", test_widths);
  g_test_add_func ("/traits/kind-integer/sixty-four-bits-without-a-sign-are-exact", test_unsigned);
  g_test_add_func ("/traits/kind-integer/bounds-of-sixty-four-bits-are-exact", test_unsigned_bounds);
  g_test_add_func ("/traits/kind-integer/property-without-a-sign-is-exact", test_foreign_unsigned);
  g_test_add_func ("/traits/kind-integer/every-printed-integer-reads-back", test_reads_back);
  g_test_add_func ("/traits/kind-integer/native-number-comes-in-if-nothing-is-lost", test_native);
  g_test_add_func ("/traits/kind-integer/absent-one-is-a-variant-of-nothing", test_maybe);
  g_test_add_func ("/traits/kind-integer/goes-out-in-every-width-of-gobject", test_out);
  return g_test_run ();
}
