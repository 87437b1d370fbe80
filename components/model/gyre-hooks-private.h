/* gyre-hooks-private.h: The hooks of a class, and what its framework does besides
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A class of ours that has to hear of its instances, whatever derived classes do with the hooks, has a table of its own, which those
 * inherit: it is served first. Then comes the hook. So that somebody who looks whether there is a hook sees one, such a class has hooks that do
 * nothing.
 */
#pragma once

#include "gyre-component.h"

/* Each may be NULL. */
typedef struct
{
  void (*registered)     (GyreComponent *component);
  void (*trait_modified) (GyreComponent *component,
                          GyreTrait     *trait);
  void (*validate)       (GyreComponent *component,
                          GyreReport    *report);
} GyreFramework;

/* From the function that fills the class. */
void gyre_hooks_set_framework  (GyreComponentClass  *class,
                                const GyreFramework *framework);

/* Where the class has such a hook. */
void gyre_hooks_registered     (GyreComponent       *component);
void gyre_hooks_trait_modified (GyreComponent       *component,
                                const GyreTrait     *trait);
void gyre_hooks_validate       (GyreComponent       *component,
                                GyreReport          *report);
