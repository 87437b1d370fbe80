/* gyre-readiness.h: Descriptors whose readiness arrives as an instruction
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-executive.h"
#include "gyre-instruction.h"

GYRE_BEGIN_DECLARATIONS

/* The instruction is done in each frame that finds the descriptor ready, or in the first only; the behavior reads or writes it
 * without waiting. Any thread. A watch ends before the descriptor is closed. */
guint64   gyre_executive_watch_descriptor      (GyreExecutive    *self,
                                                int               descriptor,
                                                GIOCondition      condition,
                                                GyreInstruction  *instruction,
                                                GError          **error);
guint64   gyre_executive_watch_descriptor_once (GyreExecutive    *self,
                                                int               descriptor,
                                                GIOCondition      condition,
                                                GyreInstruction  *instruction,
                                                GError          **error);
gboolean  gyre_executive_unwatch               (GyreExecutive    *self,
                                                guint64           watch);

GYRE_END_DECLARATIONS
