/* gyre-path.h: Names of files, as people write them
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-macros.h"

GYRE_BEGIN_DECLARATIONS

char *gyre_path_normalize (const char *text);

GYRE_END_DECLARATIONS
