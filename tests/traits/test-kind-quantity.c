/* test-kind-quantity.c: The kind of numbers that have a dimension
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "trait-fixture.h"

#define QUANTITY .kind = &gyre_kind_quantity, .storage = GYRE_STORAGE_QUANTITY

static void
test_text (void)
{
  GyreTrait *speed = MAKE_TRAIT (QUANTITY, .units = "km/h", .minimum = 0, .maximum = 300);
  GyreTrait *any = MAKE_TRAIT (QUANTITY);

  assert_reads (speed, "20 m/s", "72 km/h");
  assert_reads (speed, "50", "50 km/h");
  assert_reads (MAKE_TRAIT (QUANTITY, .units = "°C"), "20", "20 °C");
  assert_reads (any, "9.81*kg*m/s**2", "9.81 kg*m/s^2");
  assert_reads (any, "5", "5");
  assert_refuses (speed, "5 m", GYRE_VALUE_ERROR_DIMENSION, "must be in units such as km/h, has the units m (at character 1)");
  assert_hint (speed, "5 m", "valid units are m/s, km/h, knot");
  assert_refuses (speed, "100 m/s", GYRE_VALUE_ERROR_CONSTRAINT, "must be at least 0 and at most 300, is 360 km/h (at character 1)");
  assert_refuses (MAKE_TRAIT (QUANTITY, .constraints = GYRE_POSITIVE), "-1 m", GYRE_VALUE_ERROR_CONSTRAINT,
                  "must be positive, is -1 m (at character 1)");
}

static GValue
native_quantity (const char *text)
{
  GValue native = G_VALUE_INIT;
  GyreQuantity quantity;

  g_assert_true (gyre_quantity_from_text (text, -1, &quantity, NULL));
  g_value_set_boxed (g_value_init (&native, GYRE_TYPE_QUANTITY), &quantity);
  return native;
}

static void
test_native (void)
{
  GyreTrait *speed = MAKE_TRAIT (QUANTITY, .units = "km/h");
  g_autoptr (GParamSpec) specification = g_param_spec_ref_sink (gyre_kind_quantity.specify (speed, G_PARAM_READWRITE));
  g_auto (GValue) target = G_VALUE_INIT;

  assert_takes (speed, native_quantity ("20 m/s"), "72 km/h");
  assert_takes (speed, native_double (36), "36 km/h");
  assert_takes (speed, native_int (36), "36 km/h");
  assert_refuses_native (speed, native_quantity ("20 s"), GYRE_VALUE_ERROR_DIMENSION, "must be in units such as km/h, has the units s");
  assert_refuses_native (speed, native_string ("20 m/s"), GYRE_VALUE_ERROR_TYPE, "must be of kind quantity, is a value of type gchararray");
  g_assert_true (specification->value_type == GYRE_TYPE_QUANTITY);
  gyre_trait_to_gvalue (speed, fixture_read (speed, "36"), g_value_init (&target, GYRE_TYPE_QUANTITY));
  g_assert_cmpfloat (((GyreQuantity *) g_value_get_boxed (&target))->magnitude, ==, 10);
}

static void
test_storage (void)
{
  GyreTrait *speed = MAKE_TRAIT (QUANTITY, .units = "km/h");
  GyreQuantity field = { 0 };

  gyre_storage_store (GYRE_STORAGE_QUANTITY, &field, fixture_read (speed, "36"));
  g_assert_cmpfloat (field.magnitude, ==, 10);
  g_assert_true (gyre_kind_equal (&gyre_kind_quantity, gyre_storage_load (GYRE_STORAGE_QUANTITY, &field), fixture_read (speed, "36")));
  g_assert_false (gyre_kind_equal (&gyre_kind_quantity, gyre_storage_load (GYRE_STORAGE_QUANTITY, &field),
                                   fixture_read (MAKE_TRAIT (QUANTITY), "10")));
}

static void
test_declared (void)
{
  g_autoptr (GError) error = NULL;
  GyreValue value;

  g_assert_true (gyre_trait_get_initial (MAKE_TRAIT (QUANTITY, .units = "m/s^2", .initial = { .text = "9.81 m/s²" }), &value, NULL));
  g_assert_cmpfloat (value.real, ==, 9.81);
  g_assert_false (gyre_trait_get_initial (MAKE_TRAIT (QUANTITY, .units = "frobs", .initial = { .text = "9" }), &value, &error));
  g_assert_cmpstr (error->message, ==, "has .units that cannot be read: must have units that are known, has 'frobs' (at character 1)");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/traits/kind-quantity/units-fix-the-dimension", test_text);
  g_test_add_func ("/traits/kind-quantity/native-number-is-in-the-units", test_native);
  g_test_add_func ("/traits/kind-quantity/field-holds-base-units", test_storage);
  g_test_add_func ("/traits/kind-quantity/units-are-checked-with-the-class", test_declared);
  return g_test_run ();
}
