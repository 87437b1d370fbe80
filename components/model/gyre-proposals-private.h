/* gyre-proposals-private.h: Many values that traits shall have, all or none
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-proposal-private.h"

gboolean gyre_proposals_run (GPtrArray  *proposals,
                             GError    **error);
