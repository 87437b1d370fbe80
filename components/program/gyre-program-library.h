/* gyre-program-library.h: Types of libraries that know nothing of Gyre
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-program.h"

/* Loads what --library and --typelib name. */
gboolean gyre_program_open_libraries   (const GyreCommand *command,
                                        GError           **error);

/* A type by its name in C, or of a typelib by its name there; what no loaded library has is G_TYPE_INVALID. */
GType    gyre_program_find_type        (const GyreCommand *command,
                                        const char        *name);

/* What the libraries and typelibs of the command line have: (element-type utf8) (transfer full), in order. */
GStrv    gyre_program_list_types       (const GyreCommand *command);
