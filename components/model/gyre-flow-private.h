/* gyre-flow-private.h: How values come to the traits that follow others
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-binding-private.h"

/* Whether a number that the binding hears can be stored without the general way of values. */
gboolean gyre_flow_is_direct  (const GyreBinding *binding);
/* What the watches of bindings tell; @data are the GyreBindings. */
void     gyre_flow_on_notices (GyreGraph         *graph,
                               const GyreNotice  *notices,
                               guint              length,
                               gpointer           data);
