/* test-kind-native.c: What the kinds share on the way to native values and to data
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "kind-fixture.h"

static void
test_data (void)
{
  assert_data (MAKE_TRAIT (BOOLEAN), "true", "true");
  assert_data (MAKE_TRAIT (BOOLEAN), "<'yes'>", "true");
  assert_data (MAKE_TRAIT (INTEGER (UINT8)), "uint64 200", "200");
  assert_data (MAKE_TRAIT (INTEGER (INT64)), "'2**3'", "8");
  assert_data (MAKE_TRAIT (REAL), "3", "3");
  assert_data (MAKE_TRAIT (REAL), "'inf'", "inf");
  assert_data (MAKE_TRAIT (POINTER (string)), "'none'", "\"none\"");
  assert_data (MAKE_TRAIT (POINTER (string)), "@ms nothing", "none");
  assert_data (MAKE_TRAIT (POINTER (path)), "'a//b'", "a/b");
  assert_data (MAKE_TRAIT (POINTER (facility)), "'shape#one'", "shape#one");
  assert_refuses_data (MAKE_TRAIT (INTEGER (INT64)), "[1, 2]", GYRE_VALUE_ERROR_TYPE);
  assert_refuses_data (MAKE_TRAIT (INTEGER (INT64)), "2.5", GYRE_VALUE_ERROR_TYPE);
  assert_refuses_data (MAKE_TRAIT (POINTER (string)), "5", GYRE_VALUE_ERROR_TYPE);
  assert_refuses_data (MAKE_TRAIT (POINTER (facility)), "5", GYRE_VALUE_ERROR_TYPE);
}

static GType
word_get_type (void)
{
  static const GEnumValue words[] = { { 0, "WORD_A", "a" }, { 1, "WORD_B", "b" }, { 0, NULL, NULL } };
  static GType type;

  if (type == 0)
    type = g_enum_register_static ("TestWord", words);
  return type;
}

static void
test_schema (void)
{
  assert_schema (MAKE_TRAIT (BOOLEAN), "{'type': <'boolean'>}");
  assert_schema (MAKE_TRAIT (INTEGER (UINT8), .minimum = 5, .maximum = 1000),
                 "{'type': <'integer'>, 'minimum': <int64 5>, 'maximum': <int64 255>}");
  assert_schema (MAKE_TRAIT (REAL, .constraints = GYRE_POSITIVE), "{'type': <'number'>, 'exclusiveMinimum': <0.0>}");
  assert_schema (MAKE_TRAIT (REAL, .minimum = -1, .maximum = 1), "{'type': <'number'>, 'minimum': <-1.0>, 'maximum': <1.0>}");
  assert_schema (MAKE_TRAIT (POINTER (string)), "{'type': <'string'>}");
  assert_schema (MAKE_TRAIT (.kind = &gyre_kind_enumeration, .storage = GYRE_STORAGE_INT32, .get_type = word_get_type),
                 "{'enum': <['a', 'b']>}");
}

static GyreValue
make_boolean (GRand *random)
{
  return (GyreValue) { .present = TRUE, .boolean = g_rand_boolean (random) };
}

static GyreValue
make_integer (GRand *random)
{
  return (GyreValue) { .present = TRUE, .integer = (gint64) random_bits (random) };
}

static GyreValue
make_real (GRand *random)
{
  return (GyreValue) { .present = TRUE, .real = random_real (random) };
}

static GyreValue
make_string (GRand *random)
{
  return (GyreValue) { .present = TRUE, .string = random_text (random, FIXTURE_CHARACTERS) };
}

static GyreValue
make_path (GRand *random)
{
  GyreValue value = make_string (random), path = GYRE_NONE;

  gyre_kind_path.parse (NULL, value.string, &path, NULL);
  gyre_kind_clear (&gyre_kind_string, &value);
  return path;
}

static void
test_properties (void)
{
  assert_property (MAKE_TRAIT (BOOLEAN), make_boolean);
  assert_property (MAKE_TRAIT (INTEGER (INT64)), make_integer);
  assert_property (MAKE_TRAIT (INTEGER (UINT64)), make_integer);
  assert_property (MAKE_TRAIT (REAL), make_real);
  assert_property (MAKE_TRAIT (POINTER (string)), make_string);
  assert_property (MAKE_TRAIT (POINTER (path)), make_path);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/traits/kind-native/data-is-read-as-it-is-packed", test_data);
  g_test_add_func ("/traits/kind-native/schema-says-what-may-be-written", test_schema);
  g_test_add_func ("/traits/kind-native/every-value-survives-text-data-and-property", test_properties);
  return g_test_run ();
}
