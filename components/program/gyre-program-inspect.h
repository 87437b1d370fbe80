/* gyre-program-inspect.h: How a description is shown
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-program.h"

void     gyre_program_print_description (GyreDescription   *description,
                                         const GyreCommand *command);

/* gyre-program-module.c: what a module brings. */
GyreExit gyre_program_inspect_module    (GyreExecutive     *executive,
                                         const GyreCommand *command,
                                         const char        *package,
                                         GError           **error);
