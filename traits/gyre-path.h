/* gyre-path.h: One spelling for each path
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-macros.h"

GYRE_BEGIN_DECLARATIONS

char *gyre_path_normalize (const char *path);

GYRE_END_DECLARATIONS
