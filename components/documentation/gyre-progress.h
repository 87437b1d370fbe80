/* gyre-progress.h: How far a piece of work is
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A behavior that takes long says now and then how far it is: gyre_progress_report (done / total). Whoever calls it and wants to know
 * pushes a listener first. When nobody listens a report costs what reading a variable costs, so a behavior need not ask.
 */
#pragma once

#include "gyre-macros.h"

GYRE_BEGIN_DECLARATIONS

/**
 * GyreProgressFunction:
 * @fraction: how much is done, from 0 to 1
 * @data: the listener's data
 *
 * Hears how far the work of its thread is.
 *
 * Since: 0.1
 */
typedef void (*GyreProgressFunction) (double   fraction,
                                      gpointer data);

void gyre_progress_push   (GyreProgressFunction function,
                           gpointer             data);
void gyre_progress_pop    (void);
void gyre_progress_report (double               fraction);

GYRE_END_DECLARATIONS
