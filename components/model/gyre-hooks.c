/* gyre-hooks.c: The hooks of a class, and what its framework does besides
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-hooks-private.h"

static void
hear_nothing (GyreComponent *component)
{
}

static void
hear_no_change (GyreComponent *component, GyreTrait *trait)
{
}

static void
find_no_fault (GyreComponent *component, GyreReport *report)
{
}

void
gyre_hooks_set_framework (GyreComponentClass *class, const GyreFramework *framework)
{
  class->framework = framework;
  class->registered = hear_nothing;
  class->trait_modified = hear_no_change;
  class->validate = find_no_fault;
}

void
gyre_hooks_registered (GyreComponent *component)
{
  GyreComponentClass *class = GYRE_COMPONENT_GET_CLASS (component);
  const GyreFramework *framework = class->framework;

  if (framework != NULL && framework->registered != NULL)
    framework->registered (component);
  class->registered (component);
}

void
gyre_hooks_trait_modified (GyreComponent *component, const GyreTrait *trait)
{
  GyreComponentClass *class = GYRE_COMPONENT_GET_CLASS (component);
  const GyreFramework *framework = class->framework;

  if (framework != NULL && framework->trait_modified != NULL)
    framework->trait_modified (component, (GyreTrait *) trait);
  class->trait_modified (component, (GyreTrait *) trait);
}

void
gyre_hooks_validate (GyreComponent *component, GyreReport *report)
{
  GyreComponentClass *class = GYRE_COMPONENT_GET_CLASS (component);
  const GyreFramework *framework = class->framework;

  if (framework != NULL && framework->validate != NULL)
    framework->validate (component, report);
  class->validate (component, report);
}
