/* gyre-stream.h: A stream that is opened on first use
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-macros.h"

#include <gio/gio.h>

GYRE_BEGIN_DECLARATIONS

/**
 * GyreStreamMode:
 * @GYRE_STREAM_READ: what is there is read
 * @GYRE_STREAM_REPLACE: what was there is gone
 * @GYRE_STREAM_APPEND: what was there comes first
 * @GYRE_STREAM_CREATE: nothing may be there
 *
 * What is done with what a stream leads to.
 *
 * Since: 0.1
 */
typedef enum
{
  GYRE_STREAM_READ,
  GYRE_STREAM_REPLACE,
  GYRE_STREAM_APPEND,
  GYRE_STREAM_CREATE,
} GyreStreamMode;

/**
 * GyreStream:
 *
 * Where a stream leads to: `stdin`, `stdout`, `stderr`, a path or a uri. Nothing is opened before somebody asks for it, and then it
 * stays open for everybody who has the same #GyreStream. It is counted; any thread may ask, and one at a time reads or writes.
 *
 * Since: 0.1
 */
typedef struct _GyreStream GyreStream;

#define GYRE_TYPE_STREAM (gyre_stream_get_type ())
GType          gyre_stream_get_type    (void);

GyreStream    *gyre_stream_new         (const char        *text,
                                        GyreStreamMode     mode,
                                        GError           **error);
GyreStream    *gyre_stream_ref         (GyreStream        *stream);
void           gyre_stream_unref       (GyreStream        *stream);

const char    *gyre_stream_get_text    (const GyreStream  *stream);
GyreStreamMode gyre_stream_get_mode    (const GyreStream  *stream);
gboolean       gyre_stream_is_open     (GyreStream        *stream);
GInputStream  *gyre_stream_open_input  (GyreStream        *stream,
                                        GError           **error);
GOutputStream *gyre_stream_open_output (GyreStream        *stream,
                                        GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GyreStream, gyre_stream_unref)

GYRE_END_DECLARATIONS
