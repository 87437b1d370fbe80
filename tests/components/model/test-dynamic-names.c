/* test-dynamic-names.c: Attributes that nobody has declared, by their names
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "open-fixtures.h"

#include "gyre-dynamic-private.h"

static void
test_unset (void)
{
  g_autoptr (TestOpen) open = test_new (TEST_TYPE_OPEN, NULL);
  g_autoptr (GError) error = NULL;

  test_set_text (open, "count", "1");
  test_set_text (open, "label", "x");
  g_assert_true (gyre_component_unset (GYRE_COMPONENT (open), "count", &error));
  g_assert_no_error (error);
  test_assert_attributes (open, "label");
  g_assert_cmpuint (gyre_dynamics_get_length (GYRE_COMPONENT (open)), ==, 1);
  g_assert_null (gyre_component_dup_text (GYRE_COMPONENT (open), "lable", &error));
  test_assert_error (error, GYRE_DECLARATION_ERROR, GYRE_DECLARATION_ERROR_UNKNOWN, "no attribute 'lable'", "label");
  g_assert_false (gyre_component_unset (GYRE_COMPONENT (open), "count", &error));
  test_assert_error (error, GYRE_DECLARATION_ERROR, GYRE_DECLARATION_ERROR_UNKNOWN, "count");
}

static void
test_inherited (void)
{
  GType base = test_declare ("TestOpenBase", GYRE_TYPE_COMPONENT, "test.open-base", TRUE);
  GType derived = test_declare ("TestOpenDerived", base, "test.open-derived", FALSE);
  GType closed = test_declare ("TestClosed", GYRE_TYPE_COMPONENT, "test.closed", FALSE);
  g_autoptr (GyreComponent) one = test_new (derived, NULL);
  g_autoptr (GyreComponent) other = test_new (closed, NULL);

  g_assert_true (gyre_component_is_open (one));
  g_assert_false (gyre_component_is_open (other));
  test_set_text (one, "anything", "1");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/dynamic-names/unset-removes-it", test_unset);
  g_test_add_func ("/model/dynamic-names/derived-classes-are-open", test_inherited);
  return g_test_run ();
}
