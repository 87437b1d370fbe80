/* test-kind-flags.c: The kind of sets of the words of a flags type
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "kind-fixture.h"

static GType
toppings_get_type (void)
{
  static const GFlagsValue words[] = {
    { 1, "TOPPINGS_CHEESE", "cheese" }, { 2, "TOPPINGS_HAM", "ham" }, { 4, "TOPPINGS_OLIVES", "olives" }, { 8, "TOPPINGS_NONE", "none" },
    { 3, "TOPPINGS_BOTH", "both" }, { 48, "TOPPINGS_PAIR", "pair" }, { 0, NULL, NULL },
  };
  static GType type;

  if (type == 0)
    type = g_flags_register_static ("TestToppings", words);
  return type;
}
#define FLAGS .kind = &gyre_kind_flags, .storage = GYRE_STORAGE_UINT32, .get_type = toppings_get_type

static void
test_reads (void)
{
  GyreTrait *trait = MAKE_TRAIT (FLAGS);

  assert_reads (trait, "cheese | ham", "cheese | ham");
  assert_reads (trait, "(HAM, cheese)", "cheese | ham");
  assert_reads (trait, "[TOPPINGS_OLIVES]", "olives");
  assert_reads (trait, "olives,ham", "ham | olives");
  assert_reads (trait, "both", "cheese | ham");
  assert_reads (trait, "()", "()");
  assert_reads (trait, "'none'", "\"none\"");
  assert_takes (trait, native_int (5), "cheese | olives");
  assert_takes (trait, native_string ("ham"), "ham");
  assert_data (trait, "['ham', 'olives']", "ham | olives");
  assert_data (trait, "@as []", "()");
  assert_data (trait, "[<'ham'>]", "ham");
  assert_data (trait, "'ham, olives'", "ham | olives");
}

static void
test_refused (void)
{
  GyreTrait *trait = MAKE_TRAIT (FLAGS);

  assert_refuses (trait, "cheese | olivs", GYRE_VALUE_ERROR_UNKNOWN,
                  "must be some of cheese, ham, olives, none, both, pair, has 'olivs' (at character 10)");
  assert_hint (trait, "cheese | olivs", "did you mean 'olives'?");
  assert_refuses (trait, "cheese | | ham", GYRE_VALUE_ERROR_SYNTAX,
                  "must be some of cheese, ham, olives, none, both, pair, has an empty word (at character 10)");
  assert_refuses (trait, "none", GYRE_VALUE_ERROR_NULL, "may not be none (at character 1)");
  assert_refuses_native (trait, native_int (16), GYRE_VALUE_ERROR_UNKNOWN,
                         "must be some of cheese, ham, olives, none, both, pair, is the number 16");
  assert_refuses_native (trait, native_int64 (G_GINT64_CONSTANT (0x100000001)), GYRE_VALUE_ERROR_UNKNOWN,
                         "must be some of cheese, ham, olives, none, both, pair, is the number 4294967297");
  assert_refuses_data (trait, "['ham|olives']", GYRE_VALUE_ERROR_UNKNOWN);
  assert_refuses_data (trait, "[1]", GYRE_VALUE_ERROR_TYPE);
}

static GyreValue
make (GRand *random)
{
  gint pair = g_rand_boolean (random) ? 48 : 0;

  return (GyreValue) { .present = TRUE, .integer = g_rand_int_range (random, 0, 16) | pair };
}

static void
test_property (void)
{
  GyreTrait *trait = MAKE_TRAIT (FLAGS);

  assert_property (trait, make);
  assert_schema (trait, "{'type': <['array', 'string']>, 'items': <{'enum': <['cheese', 'ham', 'olives', 'none', 'both', 'pair']>}>, "
                        "'uniqueItems': <true>}");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/traits/kind-flags/words-are-read-in-any-brackets", test_reads);
  g_test_add_func ("/traits/kind-flags/near-miss-has-place-and-suggestion", test_refused);
  g_test_add_func ("/traits/kind-flags/every-value-survives", test_property);
  return g_test_run ();
}
