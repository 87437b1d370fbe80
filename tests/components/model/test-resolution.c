/* test-resolution.c: From the text that says a component to the component
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "model-fixtures.h"

#include "gyre-resolution-private.h"

static void
test_parts (void)
{
  g_autoptr (GError) error = NULL;
  const char *wrong[] = { "", "#", " # ", "a..b", "a#b#c", "a#.b" };

  for (guint index = 0; index < G_N_ELEMENTS (wrong); index++)
    {
      g_autofree char *family = NULL;
      g_autofree char *name = NULL;
      g_assert_false (gyre_resolution_check (gyre_executive_get_default (), wrong[index], &family, &name, &error));
      test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_SPECIFICATION, wrong[index]);
    }
}

static void
test_run (void)
{
  GyreExecutive *executive = gyre_executive_get_default ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GObject) fresh = gyre_resolution_run (executive, "test.shapes.ball#r-1", G_TYPE_INVALID, NULL, NULL, NULL, &error);
  g_autoptr (GObject) same = gyre_resolution_run (executive, "#r-1", G_TYPE_INVALID, NULL, NULL, NULL, &error);
  g_autoptr (GObject) small = gyre_resolution_run (executive, "box", TEST_TYPE_SHAPE, NULL, "r-2", NULL, &error);
  g_autoptr (GObject) by_default = gyre_resolution_run (executive, "#r-3", TEST_TYPE_SHAPE, NULL, NULL, NULL, &error);
  GObject *nothing;

  g_assert_no_error (error);
  g_assert_true (fresh == same);
  g_assert_true (TEST_IS_BOX (small));
  g_assert_cmpstr (gyre_component_get_name (GYRE_COMPONENT (small)), ==, "r-2");
  g_assert_true (TEST_IS_BALL (by_default));
  nothing = gyre_resolution_run (executive, "#r-11", G_TYPE_INVALID, NULL, NULL, NULL, &error);
  g_assert_null (nothing);
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_UNKNOWN, "r-11", "did you mean");
  nothing = gyre_resolution_run (executive, "test.shapes.box#r-1", G_TYPE_INVALID, NULL, NULL, NULL, &error);
  g_assert_null (nothing);
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_NAME, "r-1", "test.shapes.ball");
  nothing = gyre_resolution_run (executive, "#r-1", TEST_TYPE_BOX, NULL, NULL, NULL, &error);
  g_assert_null (nothing);
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_INCOMPATIBLE, "TestBox", "TestBall");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gyre_actor_get (TEST_TYPE_BALL);
  gyre_actor_get (TEST_TYPE_BOX);
  g_test_add_func ("/model/resolution/text-must-say-a-component", test_parts);
  g_test_add_func ("/model/resolution/finds-the-living-and-builds-the-others", test_run);
  return g_test_run ();
}
