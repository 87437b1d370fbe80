/* inspect.c: A program that configures a component and asks it what its values are and where they come from
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <gyre.h>
#include <stdio.h>

static void
show (GyreComponent *component)
{
  g_autoptr (GPtrArray) traits = gyre_requirement_get_traits (GYRE_REQUIREMENT (gyre_component_get_actor (component)));

  for (guint index = 0; index < traits->len; index++)
    {
      const char *name = gyre_descriptor_get_name (g_ptr_array_index (traits, index));
      g_autofree char *text = gyre_component_dup_text (component, name, NULL);
      g_autoptr (GyreLocator) locator = gyre_component_dup_value_locator (component, name, NULL);
      g_autofree char *place = gyre_locator_to_string (locator);

      if (text != NULL)
        printf ("%s = %s (%s)\n", name, text, place);
    }
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GyreComponent) door = NULL;

  if (gyre_executive_load (gyre_executive_get_default (), argc > 1 ? argv[1] : "docs/examples/lab/lab.pfg",
                           GYRE_CATEGORY_USER, NULL, &error))
    door = gyre_component_new_family ("lab.spring", "door", &error, NULL);
  if (door == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  show (door);
  return 0;
}
