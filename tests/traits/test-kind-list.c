/* test-kind-list.c: The kind of lists of one kind
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "trait-fixture.h"

typedef enum
{
  COLOUR_RED,
  COLOUR_PALE_BLUE,
} Colour;

static GType
colour_get_type (void)
{
  static const GEnumValue words[] = { { COLOUR_RED, "COLOUR_RED", "red" }, { COLOUR_PALE_BLUE, "COLOUR_PALE_BLUE", "pale, blue" }, { 0, NULL, NULL } };
  static GType type;

  if (type == 0)
    type = g_enum_register_static ("TestColour", words);
  return type;
}

static void
test_texts (void)
{
  assert_reads (MAKE_TRAIT (LIST_OF (string)), "a, b c, \"d, e\"", "(a, b c, \"d, e\")");
  assert_reads (MAKE_TRAIT (LIST_OF (string)), "[f(a, b), 'none', '']", "(\"f(a, b)\", \"none\", \"\")");
  assert_reads (MAKE_TRAIT (LIST_OF (integer)), "1e3, 2**4,", "(1000, 16)");
  assert_reads (MAKE_TRAIT (LIST_OF (real)), "1/2", "(0.5)");
  assert_reads (MAKE_TRAIT (LIST_OF (boolean)), "yes, off", "(true, false)");
  assert_reads (MAKE_TRAIT (LIST_OF (path)), "a//b, ./c", "(a/b, c)");
  assert_reads (MAKE_TRAIT (LIST_OF (enumeration), .get_type = colour_get_type), "RED, 'pale, blue'", "(red, \"pale, blue\")");
  assert_reads (MAKE_TRAIT (LIST_OF (string)), "()", "()");
  assert_reads (MAKE_TRAIT (LIST_OF (string), .nullable = TRUE), "none", "none");
}

/* Nothing is dropped: one bad element is an error about the whole. */
static void
test_bad_element (void)
{
  assert_refuses (MAKE_TRAIT (LIST_OF (integer)), "1, x, 3", GYRE_VALUE_ERROR_SYNTAX, "[1]: must be a number, has 'x' (at character 4)");
  assert_refuses (MAKE_TRAIT (LIST_OF (real)), "(π, 'ü')", GYRE_VALUE_ERROR_SYNTAX, "[1]: must be a number, has 'ü' (at character 6)");
  assert_refuses (MAKE_TRAIT (LIST_OF (real)), "1, '\\x31x'", GYRE_VALUE_ERROR_SYNTAX,
                  "[1]: must go on with an operator, has 'x' (at character 4)");
  assert_refuses (MAKE_TRAIT (LIST_OF (integer)), "1, 2.5", GYRE_VALUE_ERROR_TYPE, "[1]: must be a whole number, is 2.5 (at character 4)");
  assert_refuses (MAKE_TRAIT (LIST_OF (string)), "a,,b", GYRE_VALUE_ERROR_SYNTAX, "must not have an empty element (at character 3)");
  assert_refuses (MAKE_TRAIT (LIST_OF (string)), "a, (b)", GYRE_VALUE_ERROR_TYPE, "[1]: must be of kind string, is a list (at character 4)");
  assert_refuses (MAKE_TRAIT (LIST_OF (string)), "a, none", GYRE_VALUE_ERROR_NULL, "[1]: may not be none (at character 4)");
  assert_refuses (MAKE_TRAIT (LIST_OF (enumeration), .get_type = colour_get_type), "red, rad", GYRE_VALUE_ERROR_UNKNOWN,
                  "[1]: must be one of red, pale, blue, is 'rad' (at character 6)");
  assert_hint (MAKE_TRAIT (LIST_OF (enumeration), .get_type = colour_get_type), "red, rad", "did you mean 'red'?");
}

static void
test_rules (void)
{
  static const char * const names[] = { "a", "B", NULL };
  GyreTrait *small = MAKE_TRAIT (LIST_OF (integer), .minimum = 0, .maximum = 9, .constraints = GYRE_NOT_EMPTY);
  GyreTrait *lower = MAKE_TRAIT (LIST_OF (string), .like = "[a-z]*");

  assert_refuses (small, "1, 10", GYRE_VALUE_ERROR_CONSTRAINT, "[1]: must be at least 0 and at most 9, is 10 (at character 4)");
  assert_refuses (small, " ", GYRE_VALUE_ERROR_CONSTRAINT, "must not be empty (at character 2)");
  assert_refuses_native (small, native_variant ("[@x 1, 2, 10]"), GYRE_VALUE_ERROR_CONSTRAINT,
                         "[2]: must be at least 0 and at most 9, is 10");
  assert_refuses_native (lower, native_strings (names), GYRE_VALUE_ERROR_CONSTRAINT, "[1]: must be like '[a-z]*', is B");
}

static void
test_native (void)
{
  static const char * const names[] = { "a, b", "none", "", NULL };
  static const char * const colours[] = { "red", "green", NULL };
  GyreTrait *reals = MAKE_TRAIT (LIST_OF (real), .nullable = TRUE);

  assert_takes (MAKE_TRAIT (LIST_OF (string)), native_strings (names), "(\"a, b\", \"none\", \"\")");
  assert_takes (reals, native_variant ("[1.5, 2]"), "(1.5, 2)");
  assert_takes (reals, native_variant ("[1, 2]"), "(1, 2)");
  assert_takes (reals, native_variant ("[<1>, <2.5>]"), "(1, 2.5)");
  assert_takes (reals, native_variant ("@ad []"), "()");
  assert_takes (MAKE_TRAIT (LIST_OF (integer)), native_variant ("[byte 0x01, 0x02]"), "(1, 2)");
  assert_takes (MAKE_TRAIT (LIST_OF (boolean)), native_variant ("[true, false]"), "(true, false)");
  assert_refuses_native (reals, native_variant ("[@x 9007199254740993]"), GYRE_VALUE_ERROR_RANGE,
                         "[0]: must be exact as a real, which the integer 9007199254740993 is not");
  assert_refuses_native (MAKE_TRAIT (LIST_OF (integer)), native_variant ("[1.0, 1.5]"), GYRE_VALUE_ERROR_TYPE,
                         "[1]: must be a whole number, is 1.5");
  assert_refuses_native (reals, native_variant ("[(1, 2)]"), GYRE_VALUE_ERROR_TYPE, "[0]: must be of kind real, is data of type (ii)");
  assert_refuses_native (reals, native_variant ("1.0"), GYRE_VALUE_ERROR_TYPE, "must be of kind list of real, is a value of type GVariant");
  assert_refuses_native (MAKE_TRAIT (LIST_OF (enumeration), .get_type = colour_get_type), native_strings (colours), GYRE_VALUE_ERROR_UNKNOWN,
                         "[1]: must be one of red, pale, blue, is 'green'");
}

static void
assert_goes_out (GyreTrait *trait, const char *text, GType type)
{
  GyreValue value = fixture_read (trait, text);
  GValue target = G_VALUE_INIT;

  gyre_trait_to_gvalue (trait, value, g_value_init (&target, type));
  assert_takes (trait, target, text);
  gyre_kind_clear (&gyre_kind_list, &value);
}

static void
test_out (void)
{
  assert_goes_out (MAKE_TRAIT (LIST_OF (string)), "(a, \"b, c\")", G_TYPE_STRV);
  assert_goes_out (MAKE_TRAIT (LIST_OF (enumeration), .get_type = colour_get_type), "(red, \"pale, blue\")", G_TYPE_STRV);
  assert_goes_out (MAKE_TRAIT (LIST_OF (integer)), "(1, 2)", G_TYPE_VARIANT);
  assert_goes_out (MAKE_TRAIT (LIST_OF (real)), "()", G_TYPE_VARIANT);
  assert_goes_out (MAKE_TRAIT (LIST_OF (boolean)), "(true)", G_TYPE_VARIANT);
}

static void
test_random_texts (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  GyreTrait *trait = MAKE_TRAIT (LIST_OF (string));

  for (gsize count = 0; count < 5000; count++)
    {
      guint length = g_rand_int_range (random, 0, 5);
      g_autoptr (GyreList) list = gyre_list_new (&gyre_kind_string, length);

      for (guint index = 0; index < length; index++)
        {
          char text[4] = { 0 };

          for (guint byte = 0; byte < 3; byte++)
            text[byte] = " ,()[]{}'\"\\;\nnone%"[g_rand_int_range (random, 0, 18)];
          gyre_list_take_value (list, index, (GyreValue) { .present = TRUE, .string = g_strdup (text) });
        }
      assert_survives (trait, (GyreValue) { .present = TRUE, .list = list });
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/traits/kind-list/each-kind-of-elements-is-read", test_texts);
  g_test_add_func ("/traits/kind-list/bad-element-is-an-error-that-names-it", test_bad_element);
  g_test_add_func ("/traits/kind-list/elements-keep-the-rules-however-they-come-in", test_rules);
  g_test_add_func ("/traits/kind-list/native-list-comes-in-if-nothing-is-lost", test_native);
  g_test_add_func ("/traits/kind-list/goes-out-as-it-comes-in", test_out);
  g_test_add_func ("/traits/kind-list/random-texts-read-back", test_random_texts);
  return g_test_run ();
}
