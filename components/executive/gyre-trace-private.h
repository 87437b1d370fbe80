/* gyre-trace-private.h: What an executive does, written down as Chrome and Perfetto read it
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A file of JSON: {"traceEvents": [ … ]}. Track 0 is the executive with its frames; every component has a track of its own, in the
 * order in which they appear. Times are microseconds since the beginning of the trace. Nothing in it depends on addresses, dates
 * or numbers of processes, so that the same run gives the same bytes.
 *
 * One thread at a time; whoever owns it sees to that. What can't be written is remembered until the end.
 */
#pragma once

#include "gyre-handle.h"

#include <gio/gio.h>

typedef struct _GyreTrace GyreTrace;

/* A further member of an event: a text, or a number where @text is NULL. */
typedef struct
{
  const char *name;
  const char *text;
  guint64 number;
} GyreTraceArgument;

GyreTrace *gyre_trace_new         (GOutputStream            *stream,
                                   gint64                    time);

/* Ends the file. FALSE with @error when something could not be written. The trace goes in any case. */
gboolean   gyre_trace_free        (GyreTrace                *self,
                                   GError                  **error);

/* 0: it has none yet. */
guint      gyre_trace_find_track  (GyreTrace                *self,
                                   GyreHandle                component);
guint      gyre_trace_add_track   (GyreTrace                *self,
                                   GyreHandle                component,
                                   const char               *name);

/* Something lasts, until the end that belongs to it; or it happens at a moment. @arguments end with one that has no name; they
 * and @name may have any bytes. */
void       gyre_trace_begin       (GyreTrace                *self,
                                   guint                     track,
                                   const char               *category,
                                   const char               *name,
                                   gint64                    time,
                                   const GyreTraceArgument  *arguments);
void       gyre_trace_end         (GyreTrace                *self,
                                   guint                     track,
                                   gint64                    time);
void       gyre_trace_happen      (GyreTrace                *self,
                                   guint                     track,
                                   const char               *category,
                                   const char               *name,
                                   gint64                    time,
                                   const GyreTraceArgument  *arguments);
