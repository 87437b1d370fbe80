/* test-unit-database.c: The units that UDUNITS knows
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-unit-database-private.h"

static void
assert_unit (const char *name, GyreUnitSpelling spelling, double factor, double offset, const char *dimension)
{
  g_autofree char *text = NULL;
  GyreUnit unit;

  g_assert_true (gyre_unit_database_find (name, spelling, &unit));
  text = gyre_dimension_to_text (unit.dimension);
  g_assert_cmpfloat_with_epsilon ((double) unit.factor / factor, 1, 1e-15);
  g_assert_cmpfloat_with_epsilon ((double) unit.offset, offset, 1e-9);
  g_assert_cmpint (unit.scale, ==, offset != 0 ? GYRE_SCALE_OFFSET : GYRE_SCALE_PROPORTIONAL);
  g_assert_cmpstr (text, ==, dimension);
}

static void
test_found (void)
{
  assert_unit ("inch", GYRE_UNIT_NAME, 0.0254, 0, "m");
  assert_unit ("Ω", GYRE_UNIT_SYMBOL, 1, 0, "kg*m^2/(s^3*A^2)");
  assert_unit ("kg", GYRE_UNIT_SYMBOL, 1, 0, "kg");
  assert_unit ("fahrenheit", GYRE_UNIT_NAME, 5 / 9.0, 459.67 * 5 / 9, "K");
  assert_unit ("arcminute", GYRE_UNIT_NAME, G_PI / 10800, 0, "");
}

static void
test_refused (void)
{
  GyreUnit unit;

  g_assert_false (gyre_unit_database_find ("inch", GYRE_UNIT_SYMBOL, &unit));
  g_assert_false (gyre_unit_database_find ("m s-1", GYRE_UNIT_SYMBOL, &unit));
  g_assert_false (gyre_unit_database_find ("seconds since 1970-01-01", GYRE_UNIT_NAME, &unit));
  g_assert_false (gyre_unit_database_find ("", GYRE_UNIT_NAME, &unit));
}

static gpointer
find_often (gpointer data)
{
  for (guint turn = 0; turn < 300; turn++)
    {
      assert_unit ("mile", GYRE_UNIT_NAME, 1609.344, 0, "m");
      assert_unit ("Pa", GYRE_UNIT_SYMBOL, 1, 0, "kg/(m*s^2)");
    }
  return NULL;
}

static void
test_threads (void)
{
  GThread *threads[4];

  for (guint index = 0; index < G_N_ELEMENTS (threads); index++)
    threads[index] = g_thread_new (NULL, find_often, NULL);
  for (guint index = 0; index < G_N_ELEMENTS (threads); index++)
    g_thread_join (threads[index]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/traits/unit-database/unit-is-so-many-base-units", test_found);
  g_test_add_func ("/traits/unit-database/only-one-name-is-looked-up", test_refused);
  g_test_add_func ("/traits/unit-database/several-threads-ask-at-once", test_threads);
  return g_test_run ();
}
