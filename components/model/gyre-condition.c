/* gyre-condition.c: Whether what a section's head says is so
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-condition-private.h"

GyreJudgement
gyre_condition_judgement (GyreComponent *component)
{
  return (GyreJudgement) { gyre_component_get_executive (component), gyre_component_get_name (component),
                           gyre_component_get_family (component) };
}

/* A condition holds for the living instance of the name, or for the one that is being built, if it is of exactly the family. */
gboolean
gyre_condition_judge (const char *name, const char *family, gpointer data)
{
  GyreJudgement *judgement = data;
  g_autoptr (GObject) instance = NULL;

  if (g_strcmp0 (name, judgement->name) == 0)
    return g_strcmp0 (family, judgement->family) == 0;
  instance = gyre_nameserver_find (gyre_executive_get_nameserver (judgement->executive), name);
  return GYRE_IS_COMPONENT (instance) && g_strcmp0 (gyre_component_get_family (GYRE_COMPONENT (instance)), family) == 0;
}

gboolean
gyre_condition_holds (GyreComponent *component, const char *name, const char *family)
{
  GyreJudgement judgement = gyre_condition_judgement (component);

  return gyre_condition_judge (name, family, &judgement);
}
