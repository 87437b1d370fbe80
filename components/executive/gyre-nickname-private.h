/* gyre-nickname-private.h: By which name configuration files know a machine
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Machines of one sort can share a nickname: `gyre.hosts.node = "node[0-9]+"` gives all that match the files of `node`. The strongest setting
 * that matches the machine's name, with its domain or without, decides; without one, the name without the domain does.
 */
#pragma once

#include "gyre-report.h"
#include "gyre-settings.h"

/* NULL when no setting matches. An expression that can't be read is told at its place. */
char *gyre_nickname_find (GyreSettings  *settings,
                               const char    *full_name,
                               GyreReport    *report);
