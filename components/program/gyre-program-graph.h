/* gyre-program-graph.h: What the two files of gyre graph share
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-program.h"

#include "gyre-picture.h"

/* The graph; NULL when there is none, and *@code says why. */
char *gyre_program_draw_components (GyreExecutive         *executive,
                                    const GyreCommand     *command,
                                    GStrv                  words,
                                    const GyrePictureWish *wish,
                                    GyreExit              *code);
