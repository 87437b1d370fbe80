/* gyre-include-private.h: Configurations that name others to be read
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 *     @include = defaults.pfg, ?local.pfg, conf.d/[0-9]?.pfg
 *
 * One key means the same in every format. It stands outside of all sections; its value is a list of paths, with or without
 * parentheses, that may be quoted; lines separate them as commas do. A path is relative to the folder of the file that says
 * so, a `?` before it allows that there is no such file, and `*`, `?` and `[…]` later in it make it a pattern. What is
 * included is read at that place: the file's own later lines win over it.
 */
#pragma once

#include "gyre-event-private.h"

#define GYRE_INCLUDE_KEY "@include"

void  gyre_include_read       (GyreEvents  *events,
                               GyreReport  *report);
GStrv gyre_include_find_files (GyreEvents  *events,
                               guint        index,
                               GError     **error);
