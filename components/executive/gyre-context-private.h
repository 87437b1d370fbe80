/* gyre-context-private.h: GLib's own sources of a thread, served between the frames
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A thread that runs frames can have other sources, of a main context that nobody else serves meanwhile: what its components
 * have begun with GIO comes back there. They are asked once per frame, and waited for together with the next frame.
 */
#pragma once

#include <glib.h>

typedef struct _GyreContext GyreContext;

/* The context of the calling thread: its own, or in the first thread of the process the default one. NULL when it has none, or
 * when another thread serves it. */
GyreContext *gyre_context_new       (void);
void         gyre_context_free      (GyreContext *self);

/* What to wait for: descriptors, which stay the context's, and how long at most (nanoseconds;
 * G_MAXINT64: for ever). @extra stands first of them, unless it
 * is -1. A wait and gyre_context_dispatch() follow. */
GPollFD     *gyre_context_prepare   (GyreContext *self,
                                     int          extra,
                                     gint64      *delay,
                                     guint       *n_descriptors);

/* Who is ready after the wait is served. */
void         gyre_context_dispatch  (GyreContext *self);
