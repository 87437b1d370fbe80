/* test-gauss.c: The classic example, from a configuration file to the last bit of its integrals
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <gyre.h>

static void
load (const char *text)
{
  g_autoptr (GError) error = NULL;

  gyre_executive_load_text (gyre_executive_get_default (), "story.pfg", text, GYRE_CATEGORY_USER, NULL, &error);
  g_assert_no_error (error);
}

static double
integrate (GyreComponent *component)
{
  const char *none[] = { NULL };
  g_auto (GValue) result = G_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  gyre_component_call_with_texts (component, "integrate", none, &result, &error);
  g_assert_no_error (error);
  return g_value_get_double (&result);
}

static void
test_quarter_circle (void)
{
  g_autoptr (GyreComponent) component = NULL;
  g_autoptr (GError) error = NULL;

  load ("gauss.integrators.montecarlo # mc-π:\n"
        "    samples = 1e5\n"
        "    mesh.seed = 0\n"
        "    integrand = one\n");
  component = gyre_component_new_family ("gauss.integrators.montecarlo", "mc-π", &error, NULL);
  g_assert_no_error (error);
  g_assert_cmpfloat (integrate (component), ==, 0.7871100000000001);
}

static void
test_gaussian (void)
{
  g_autoptr (GObject) component = NULL;
  g_autoptr (GError) error = NULL;

  load ("gauss.integrators.montecarlo # mc-gaussian:\n"
        "    box.intervals = ((-1, 1), (-1, 1))\n"
        "    mesh.seed = 0\n"
        "    integrand = gaussian\n"
        "gauss.functors.gaussian:\n"
        "    μ = (0, 0)\n"
        "    σ = 1/3\n");
  component = gyre_component_new_from_specification ("gauss.integrators.montecarlo#mc-gaussian", &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (integrate (GYRE_COMPONENT (component)), ==, 0.8258655669023206);
}

static void
test_dimensions (void)
{
  const char *none[] = { NULL };
  g_auto (GValue) result = G_VALUE_INIT;
  g_autoptr (GyreComponent) component = NULL;
  g_autoptr (GError) error = NULL;

  component = gyre_component_new_family ("gauss.integrators.montecarlo", "three", &error, NULL);
  g_assert_no_error (error);
  gyre_component_set_text (component, "box", "box#wide", &error);
  g_assert_no_error (error);
  gyre_component_set_text (GYRE_COMPONENT (gyre_component_get_object (component, "box", &error)), "intervals",
                           "((0, 1), (0, 1), (0, 1))", &error);
  g_assert_no_error (error);
  g_assert_false (gyre_component_call_with_texts (component, "integrate", none, &result, &error));
  g_assert_cmpstr (error->message, ==, "the points have dimension 3, the center has dimension 2");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stories/gauss/quarter-circle-to-the-last-bit", test_quarter_circle);
  g_test_add_func ("/stories/gauss/gaussian-to-the-last-bit", test_gaussian);
  g_test_add_func ("/stories/gauss/another-dimension-names-both", test_dimensions);
  return g_test_run ();
}
