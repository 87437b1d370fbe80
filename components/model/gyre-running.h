/* gyre-running.h: A component as a process
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-component.h"
#include "gyre-launch.h"
#include "gyre-process.h"

GYRE_BEGIN_DECLARATIONS

/* Any component that has a behavior `run`. Each of these also while it runs, and from any thread that may use the component. */
gboolean     gyre_component_launch         (GyreComponent     *self,
                                            const GyreLaunch  *launch,
                                            GError           **error);
gboolean     gyre_component_relaunch       (GyreComponent     *self,
                                            const GyreLaunch  *launch,
                                            GError           **error);
gboolean     gyre_component_halt           (GyreComponent     *self,
                                            GError           **error);
gboolean     gyre_component_pause          (GyreComponent     *self,
                                            GError           **error);
gboolean     gyre_component_resume         (GyreComponent     *self,
                                            GError           **error);
gboolean     gyre_component_perpetuate     (GyreComponent     *self,
                                            gint64             delay,
                                            GError           **error);
GyreRunState gyre_component_get_run_state  (GyreComponent     *self);
gboolean     gyre_component_get_accounting (GyreComponent     *self,
                                            GyreAccounting    *accounting);

GYRE_END_DECLARATIONS
