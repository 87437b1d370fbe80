/* gyre-condition.c: Whether the conditions of a setting hold for a component
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-condition-private.h"

/* A condition holds for the living instance of the name, be it the component itself while it is built, if it is of exactly the
 * family. It has the form of a #GyreConditionFunction whose data is the component. */
gboolean
gyre_condition_holds (const char *name, const char *family, gpointer component)
{
  GyreComponent *self = component;
  g_autoptr (GObject) instance = NULL;

  if (g_strcmp0 (name, gyre_component_get_name (self)) == 0)
    return g_strcmp0 (family, gyre_component_get_family (self)) == 0;
  instance = gyre_nameserver_find (gyre_executive_get_nameserver (gyre_component_get_executive (self)), name);
  return GYRE_IS_COMPONENT (instance) && g_strcmp0 (gyre_component_get_family (GYRE_COMPONENT (instance)), family) == 0;
}

/* All of them; a setting without a condition holds. */
gboolean
gyre_conditions_hold (GyreComponent *component, GyreSetting *setting)
{
  for (guint index = 0; index < gyre_setting_get_conditions (setting); index++)
    {
      g_autofree char *name = NULL;
      g_autofree char *family = NULL;

      gyre_setting_dup_condition (setting, index, &name, &family);
      if (!gyre_condition_holds (name, family, component))
        return FALSE;
    }
  return TRUE;
}
