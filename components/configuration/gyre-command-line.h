/* gyre-command-line.h: Settings on the command line
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-event.h"

GYRE_BEGIN_DECLARATIONS

GyreEvents *gyre_command_line_parse (const char * const  *arguments,
                                     GyreReport          *report);

GYRE_END_DECLARATIONS
