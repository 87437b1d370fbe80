/* gyre-program-cache.h: What is known without loading a module
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-program.h"

gboolean            gyre_program_is_configured (GyreExecutive *executive);
GyreCatalogueCache *gyre_program_open_cache    (GyreExecutive *executive,
                                                gboolean       is_listed);
void                gyre_program_learn         (GyreExecutive *executive,
                                                gboolean       is_told);
GyreDescription    *gyre_program_recall        (GyreExecutive *executive,
                                                const char    *name);
GVariant           *gyre_program_recall_data   (GyreExecutive *executive,
                                                const char    *name);
void                gyre_program_remember      (GyreExecutive   *executive,
                                                GyreDescription *description);
