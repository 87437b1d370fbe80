/* gyre-name-generator.h: Who names the instances that are built without a name
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-component.h"

GYRE_BEGIN_DECLARATIONS

/**
 * GyreNameFunction:
 * @actor: the class of the instance that is to be built
 * @data: the generator's data
 *
 * Names an instance that was asked for without a name. It can build components, and add and remove generators.
 *
 * Returns: (transfer full) (nullable): a name, or %NULL to leave it to the next generator
 * Since: 0.1
 */
typedef char *(*GyreNameFunction) (GyreActor *actor,
                                   gpointer   data);

gulong   gyre_component_add_name_generator    (GyreNameFunction function,
                                               gpointer         data,
                                               GDestroyNotify   destroy);
gboolean gyre_component_remove_name_generator (gulong           generator);

GYRE_END_DECLARATIONS
