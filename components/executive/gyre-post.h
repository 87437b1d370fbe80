/* gyre-post.h: Handing instructions to an executive
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-executive.h"
#include "gyre-instruction.h"

GYRE_BEGIN_DECLARATIONS

/* Any thread; the executive is woken. Nothing is ever done inline: it is done in a frame, those that are due at the same time in
 * the order of their priorities, then of their posting. */
guint64  gyre_executive_post      (GyreExecutive    *self,
                                   GyreInstruction  *instruction,
                                   gint64            delay,
                                   GError          **error);
guint64  gyre_executive_post_at   (GyreExecutive    *self,
                                   GyreInstruction  *instruction,
                                   gint64            time,
                                   GError          **error);
gboolean gyre_executive_cancel    (GyreExecutive    *self,
                                   guint64           posting);
guint    gyre_executive_purge     (GyreExecutive    *self,
                                   GyreHandle        component);
guint    gyre_executive_purge_name (GyreExecutive   *self,
                                   const char       *component);
guint64  gyre_executive_count_postings (GyreExecutive *self);

GYRE_END_DECLARATIONS
