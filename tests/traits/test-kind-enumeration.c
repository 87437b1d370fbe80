/* test-kind-enumeration.c: The kind of words of an enumeration
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "trait-fixture.h"

typedef enum
{
  MODE_FAST = 3,
  MODE_CAREFUL = -7,
  MODE_NONE = 0,
} Mode;

static GType
mode_get_type (void)
{
  static const GEnumValue words[] = {
    { MODE_FAST, "MODE_FAST", "fast" }, { MODE_CAREFUL, "MODE_CAREFUL", "careful" }, { MODE_NONE, "MODE_NONE", "none" }, { 0, NULL, NULL },
  };
  static GType type;

  if (type == 0)
    type = g_enum_register_static ("TestMode", words);
  return type;
}

static GyreTrait *
mode (void)
{
  return MAKE_TRAIT (.kind = &gyre_kind_enumeration, .storage = GYRE_STORAGE_INT32, .get_type = mode_get_type,
                     .initial = { .integer = MODE_FAST });
}

static void
test_words (void)
{
  GyreValue value = fixture_read (mode (), " careful ");

  g_assert_cmpint (value.integer, ==, MODE_CAREFUL);
  assert_reads (mode (), "FAST", "fast");
  assert_reads (mode (), "MODE_FAST", "fast");
  assert_reads (mode (), "'none'", "\"none\"");
  assert_survives (mode (), (GyreValue) { .present = TRUE, .integer = MODE_NONE });
}

static void
test_near_miss (void)
{
  assert_refuses (mode (), "\tcarefull", GYRE_VALUE_ERROR_UNKNOWN,
                  "must be one of fast, careful, none, is 'carefull' (at character 2)");
  assert_hint (mode (), "carefull", "did you mean 'careful'?");
  assert_hint (mode (), "xyzzy", NULL);
  assert_refuses (mode (), "none", GYRE_VALUE_ERROR_NULL, "may not be none (at character 1)");
}

static void
test_native (void)
{
  GValue native = G_VALUE_INIT;

  g_value_set_enum (g_value_init (&native, mode_get_type ()), MODE_CAREFUL);
  assert_takes (mode (), native, "careful");
  assert_takes (mode (), native_int (3), "fast");
  assert_takes (mode (), native_int64 (-7), "careful");
  assert_refuses_native (mode (), native_int64 (G_GINT64_CONSTANT (0x100000003)), GYRE_VALUE_ERROR_UNKNOWN,
                         "must be one of fast, careful, none, is the number 4294967299");
  assert_refuses_native (mode (), native_double (3), GYRE_VALUE_ERROR_TYPE,
                         "must be of kind enumeration TestMode, is a value of type gdouble");
}

static void
test_wrong_default (void)
{
  GyreTrait *trait = MAKE_TRAIT (.kind = &gyre_kind_enumeration, .storage = GYRE_STORAGE_INT32, .get_type = mode_get_type,
                                 .initial = { .integer = 99 });
  g_autoptr (GParamSpec) specification = g_param_spec_ref_sink (gyre_kind_enumeration.specify (trait, G_PARAM_READWRITE));
  g_autoptr (GError) error = NULL;
  GyreValue value;

  g_assert_nonnull (specification);
  g_assert_false (gyre_trait_get_initial (trait, &value, &error));
  g_assert_cmpstr (error->message, ==, "must be one of fast, careful, none, is the number 99");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/traits/kind-enumeration/word-is-read-in-any-case", test_words);
  g_test_add_func ("/traits/kind-enumeration/near-miss-has-a-suggestion", test_near_miss);
  g_test_add_func ("/traits/kind-enumeration/number-of-no-word-is-refused", test_native);
  g_test_add_func ("/traits/kind-enumeration/default-that-is-no-word-is-reported", test_wrong_default);
  return g_test_run ();
}
