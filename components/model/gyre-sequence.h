/* gyre-sequence.h: Processes that are written as sequential code
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-component.h"

GYRE_BEGIN_DECLARATIONS

/* In the behavior `run` of a class with the option `.sequential`: it has a stack of its own, gives the thread back where it waits,
 * and goes on there in another frame. When the component ends meanwhile, each wait says so at once, and `run` lets go of what it has
 * and returns. How it begins, when its turns are and what happens when it fails is said as for any other process. */
gboolean gyre_component_wait      (GyreComponent *self,
                                   gint64         nanoseconds);
gboolean gyre_component_wait_turn (GyreComponent *self);

GYRE_END_DECLARATIONS
