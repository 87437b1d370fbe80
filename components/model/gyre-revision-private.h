/* gyre-revision-private.h: A change of what names between braces mean
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * It begins, is told of which names something may have changed, works out what they mean now, and ends: with all of it in force,
 * or with nothing changed. The lock of the bindings is held all the while.
 */
#pragma once

#include "gyre-meaning-private.h"

struct _GyreRevision
{
  GyreRevision *outer;
  GyreBindings *bindings;
  GyreProposal *proposal;
  GArray *pending;              /* of GyreCell */
  GArray *before;               /* of GyreMeaning: what they were */
  guint number;
};

GyreRevision *gyre_revision_begin         (GyreBindings      *self);
void          gyre_revision_touch         (GyreRevision      *revision,
                                           GyreCell           cell);
void          gyre_revision_touch_owner   (GyreRevision      *revision,
                                           const char        *owner);
GyreProposal *gyre_revision_get_proposal  (GyreRevision      *revision);
gboolean      gyre_revision_check         (GyreRevision      *revision,
                                           GError           **error);
void          gyre_revision_drop          (GyreRevision      *revision);
gboolean      gyre_revision_end           (GyreRevision      *revision,
                                           GError           **error);
