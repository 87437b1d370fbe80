/* gauss-components.c: The two integrals of the original, by the components of the module
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What a program would do that uses the module without knowing its types: everything goes by names and texts.
 */
#include "gauss-components.h"

#include <gyre.h>

static void
set (GyreComponent *component, const char *trait, const char *text)
{
  g_autoptr (GError) error = NULL;

  if (!gyre_component_set_text (component, trait, text, &error))
    g_error ("%s", error->message);
}

static GyreComponent *
get (GyreComponent *component, const char *facility)
{
  g_autoptr (GError) error = NULL;
  GObject *object = gyre_component_get_object (component, facility, &error);

  if (object == NULL)
    g_error ("%s", error->message);
  return GYRE_COMPONENT (object);
}

static double
integrate (const char *integrand, const char *intervals, gsize samples, gint64 seed)
{
  const char *no_arguments[] = { NULL };
  g_auto (GValue) result = G_VALUE_INIT;
  g_autoptr (GError) error = NULL;
  g_autoptr (GyreComponent) integrator = gyre_component_new_family ("gauss.integrators.montecarlo", NULL, &error,
                                                                    "samples", (gint64) samples, NULL);

  if (integrator == NULL)
    g_error ("%s", error->message);
  set (integrator, "integrand", integrand);
  set (get (integrator, "box"), "intervals", intervals);
  if (!gyre_component_set_integer (get (integrator, "mesh"), "seed", seed, &error))
    g_error ("%s", error->message);
  if (g_strcmp0 (integrand, "gaussian") == 0)
    {
      set (get (integrator, "integrand"), "μ", "(0, 0)");
      set (get (integrator, "integrand"), "σ", "1/3");
    }
  if (!gyre_component_call_with_texts (integrator, "integrate", no_arguments, &result, &error))
    g_error ("%s", error->message);
  return g_value_get_double (&result);
}

/* The area of the part of the unit ball that is in the unit box. */
double
gauss_components_quarter_circle (gsize samples, gint64 seed)
{
  return integrate ("one", "((0, 1), (0, 1))", samples, seed);
}

/* A gaussian of spread 1/3 over the unit ball. */
double
gauss_components_gaussian (gsize samples, gint64 seed)
{
  return integrate ("gaussian", "((-1, 1), (-1, 1))", samples, seed);
}
