/* gyre-condition-private.h: Whether the conditions of a setting hold for a component
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-component.h"

gboolean gyre_condition_holds (const char    *name,
                               const char    *family,
                               gpointer       component);
gboolean gyre_conditions_hold (GyreComponent *component,
                               GyreSetting   *setting);
