/* gyre-completion.h: How a program of a user completes in a shell
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-executive.h"

GYRE_BEGIN_DECLARATIONS

gboolean gyre_completion_answer (GyreExecutive      *executive,
                                 const GOptionEntry *entries);

GYRE_END_DECLARATIONS
