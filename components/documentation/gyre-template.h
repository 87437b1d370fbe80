/* gyre-template.h: A configuration file to begin with
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-requirement.h"

GYRE_BEGIN_DECLARATIONS

char *gyre_template_write (GyreRequirement  *requirement,
                           const char       *encoding,
                           GError          **error);

GYRE_END_DECLARATIONS
