/* test-kind-real.c: The kind of real numbers
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "trait-fixture.h"

static void
test_arithmetic (void)
{
  GyreTrait *real = MAKE_TRAIT (REAL);

  assert_reads (real, "1/3", "0.3333333333333333");
  assert_reads (real, " 2*π ", "6.283185307179586");
  assert_reads (real, "5", "5");
  assert_reads (real, "-inf", "-inf");
  assert_reads (real, "nan", "nan");
  assert_reads (real, "-0", "-0");
  assert_reads (real, "- (0)", "-0");
  assert_reads (real, "5e-324", "5e-324");
}

static void
test_refused (void)
{
  GyreTrait *real = MAKE_TRAIT (REAL);

  assert_refuses (real, "  1,5", GYRE_VALUE_ERROR_SYNTAX, "must go on with an operator, has ',' (at character 4)");
  assert_refuses (real, "π*foo", GYRE_VALUE_ERROR_SYNTAX, "must be a number, has 'foo' (at character 3)");
  assert_refuses (real, "1e400", GYRE_VALUE_ERROR_RANGE, "is beyond what a real number holds (at character 1)");
  assert_refuses (real, "010", GYRE_VALUE_ERROR_SYNTAX, "must not start with a zero (at character 1)");
  assert_refuses (real, "{x}", GYRE_VALUE_ERROR_SYNTAX,
                  "must not begin a reference with '{', as references cannot be read here (at character 1)");
}

static void
test_reads_back (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (754);
  GyreTrait *real = MAKE_TRAIT (REAL);
  static const double special[] = { 0.0, -0.0, INFINITY, -INFINITY, NAN, -NAN, 5e-324, 0x1p-1022, 0x1.fffffffffffffp1023 };

  for (gsize index = 0; index < G_N_ELEMENTS (special); index++)
    assert_survives (real, (GyreValue) { .present = TRUE, .real = special[index] });
  for (gsize count = 0; count < 100000; count++)
    {
      guint64 bits = (guint64) g_rand_int (random) << 32 | g_rand_int (random);
      GyreValue value = { .present = TRUE };

      /* Every fourth is subnormal. */
      if (count % 4 == 0)
        bits &= G_GUINT64_CONSTANT (0x800fffffffffffff);
      memcpy (&value.real, &bits, sizeof value.real);
      assert_survives (real, value);
    }
}

static void
test_native (void)
{
  GyreTrait *real = MAKE_TRAIT (REAL);

  assert_takes (real, native_int (-3), "-3");
  assert_takes (real, native_float (0.5f), "0.5");
  assert_takes (real, native_int64 (G_GINT64_CONSTANT (9007199254740992)), "9007199254740992");
  assert_takes (real, native_uint64 (G_GUINT64_CONSTANT (1) << 63), "9.223372036854776e+18");
  assert_refuses_native (real, native_int64 (G_GINT64_CONSTANT (9007199254740993)), GYRE_VALUE_ERROR_RANGE,
                         "must be exact as a real, which the integer 9007199254740993 is not");
  assert_refuses_native (real, native_int64 (G_MAXINT64), GYRE_VALUE_ERROR_RANGE,
                         "must be exact as a real, which the integer 9223372036854775807 is not");
  assert_refuses_native (real, native_uint64 (G_MAXUINT64), GYRE_VALUE_ERROR_RANGE,
                         "must be exact as a real, which the integer 18446744073709551615 is not");
  assert_refuses_native (real, native_string ("5"), GYRE_VALUE_ERROR_TYPE, "must be of kind real, is a value of type gchararray");
}

static void
test_maybe (void)
{
  GyreTrait *maybe = MAKE_TRAIT (MAYBE (real, REAL), .initial = { .text = "1/4" });
  g_auto (GValue) target = G_VALUE_INIT;
  g_autofree char *initial = gyre_trait_dup_initial_text (maybe);

  g_assert_cmpstr (initial, ==, "0.25");
  assert_reads (maybe, " None ", "none");
  assert_takes (maybe, native_variant ("@md nothing"), "none");
  assert_takes (maybe, native_variant ("@md 1.5"), "1.5");
  assert_takes (maybe, native_variant ("<3>"), "3");
  assert_takes (maybe, native_double (1.5), "1.5");
  gyre_trait_to_gvalue (maybe, GYRE_NONE, g_value_init (&target, G_TYPE_VARIANT));
  g_assert_cmpstr (g_variant_get_type_string (g_value_get_variant (&target)), ==, "md");
  g_assert_cmpuint (g_variant_n_children (g_value_get_variant (&target)), ==, 0);
}

/* GObject would clamp what it finds out of range, silently or not. */
static void
test_specification (void)
{
  g_autoptr (GParamSpec) any = g_param_spec_ref_sink (gyre_kind_real.specify (MAKE_TRAIT (REAL, .initial = { .real = NAN }), G_PARAM_READWRITE));
  g_autoptr (GParamSpec) positive =
    g_param_spec_ref_sink (gyre_kind_real.specify (MAKE_TRAIT (REAL, .constraints = GYRE_POSITIVE, .initial = { .real = 1 }), G_PARAM_READWRITE));
  g_autoptr (GParamSpec) impossible =
    g_param_spec_ref_sink (gyre_kind_real.specify (MAKE_TRAIT (REAL, .minimum = 5, .maximum = 1), G_PARAM_READWRITE));
  GValue infinity = native_double (INFINITY);

  g_assert_false (g_param_value_validate (any, &infinity));
  g_assert_false (g_param_value_validate (positive, &infinity));
  g_assert_cmpfloat (g_value_get_double (&infinity), ==, INFINITY);
  g_assert_cmpfloat (G_PARAM_SPEC_DOUBLE (positive)->minimum, ==, 5e-324);
  g_assert_nonnull (impossible);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/traits/kind-real/arithmetic-is-read", test_arithmetic);
  g_test_add_func ("/traits/kind-real/mistake-has-its-place", test_refused);
  g_test_add_func ("/traits/kind-real/every-printed-double-reads-back", test_reads_back);
  g_test_add_func ("/traits/kind-real/integer-comes-in-if-it-is-exact", test_native);
  g_test_add_func ("/traits/kind-real/absent-one-is-a-variant-of-nothing", test_maybe);
  g_test_add_func ("/traits/kind-real/property-lets-infinity-pass", test_specification);
  return g_test_run ();
}
