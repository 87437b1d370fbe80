/* gyre-listening.h: An executive that others can reach
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-executive.h"

GYRE_BEGIN_DECLARATIONS

/* Other programs of the same user can list, inspect, set, call, post, pause and resume what lives in the executive; a thread of
 * its own talks with them, and each question is answered in the thread of the executive, between frames. */
gboolean gyre_executive_listen        (GyreExecutive  *self,
                                       const char     *name,
                                       GError        **error);
void     gyre_executive_end_listening (GyreExecutive  *self);
char    *gyre_executive_dup_address   (GyreExecutive  *self);

GYRE_END_DECLARATIONS
