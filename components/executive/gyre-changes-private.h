/* gyre-changes-private.h: Processes that began or ceased to run, and have not heard so
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The schedule says so in the midst of its work, and other threads do; code of components must run in neither. So it is put down,
 * and told after the processes of the frame have run, at the begin of the next one, or right after a call of the thread that may use
 * the components.
 */
#pragma once

#include "gyre-handle.h"

typedef struct _GyreShard GyreShard;

/* Under the lock of the shard. */
typedef struct
{
  GArray *handles;
  gint has_any;                 /* atomic: asked for without the lock */
} GyreChanges;

void     gyre_changes_init       (GyreChanges *self);
void     gyre_changes_clear      (GyreChanges *self);
void     gyre_changes_add        (GyreChanges *self,
                                  GyreHandle   handle);

/* Any thread. Whether there are some. */
gboolean gyre_changes_wait       (GyreChanges *self);

/* Without the lock, or within a frame. Who may use the components tells them, if there are some; for others nothing happens. */
void     gyre_shard_tell_changes (GyreShard   *self);
