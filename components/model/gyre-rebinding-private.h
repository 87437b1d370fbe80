/* gyre-rebinding-private.h: Which traits follow others when many values are set at once
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The order of calls: the plain assignments are applied; make it; propose, which gives the assignments with references their first
 * values and changes nothing; apply those as well; then commit, or nothing; at last free it, when everybody has heard.
 */
#pragma once

#include "gyre-assignment-private.h"
#include "gyre-report.h"

typedef struct _GyreRebinding GyreRebinding;

/* Reads a text with references; nothing is bound yet. */
gboolean       gyre_rebinding_read    (GyreAssignment  *assignment,
                                       const char      *text,
                                       GError         **error);
/* A binding that was read and has not come into force. */
void           gyre_rebinding_drop    (GyreAssignment  *assignment);

/* NULL where nobody follows anything. */
GyreRebinding *gyre_rebinding_new     (GPtrArray       *assignments);
void           gyre_rebinding_propose (GyreRebinding   *self,
                                       GyreReport      *report);
gboolean       gyre_rebinding_commit  (GyreRebinding   *self,
                                       GError         **error);
void           gyre_rebinding_free    (GyreRebinding   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GyreRebinding, gyre_rebinding_free)
