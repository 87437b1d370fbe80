/* gyre-assignments-private.h: Many values that traits shall have, all or none
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-assignment-private.h"

gboolean gyre_assignments_run (GPtrArray  *assignments,
                             GError    **error);
