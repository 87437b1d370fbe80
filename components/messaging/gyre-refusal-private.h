/* gyre-refusal-private.h: Why a message is not accepted, told to its sender
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-message.h"

/* All return FALSE. The messenger knows no names: it says the handle. */
gboolean gyre_refusal_of_receiver (GyreHandle   receiver,
                                   GError     **error);
gboolean gyre_refusal_of_size     (GyreHandle   receiver,
                                   gsize        size,
                                   guint64      capacity,
                                   GError     **error);
gboolean gyre_refusal_when_full   (GyreHandle   receiver,
                                   gsize        size,
                                   guint64      n_bytes,
                                   guint64      capacity,
                                   GError     **error);
gboolean gyre_refusal_of_lane     (GyreHandle   receiver,
                                   guint64      n_bytes,
                                   GError     **error);
gboolean gyre_refusal_of_memory   (GyreHandle   receiver,
                                   gsize        size,
                                   GError     **error);

/* Says @name where the refusal says the handle of its receiver. */
void     gyre_refusal_name        (GError      *error,
                                   GyreHandle   receiver,
                                   const char  *name);
