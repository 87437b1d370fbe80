/* gyre-running-private.h: A component as a process
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-running.h"

/* What its behavior `run` is; NULL with @error where there is none. */
GyreStep gyre_running_find_step (GyreComponent *self,
                                 GError       **error);
