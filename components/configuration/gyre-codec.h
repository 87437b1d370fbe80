/* gyre-codec.h: File formats of configurations
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-event.h"

GYRE_BEGIN_DECLARATIONS

/**
 * GyreCodec:
 *
 * A file format, known by its encoding, which is the suffix of such files: `pfg`. It lives as long as the program, and any
 * thread may use it.
 *
 * Order of calls: find the codec of a file, read the source, decode it, look at the report; use the events if there is no
 * error in it.
 *
 * Since: 0.1
 */
typedef struct _GyreCodec GyreCodec;

const GyreCodec *gyre_codec_find           (const char       *encoding,
                                            GError          **error);
const GyreCodec *gyre_codec_find_for_file  (const char       *path,
                                            GError          **error);
GStrv            gyre_codec_dup_encodings  (void);

const char      *gyre_codec_get_encoding   (const GyreCodec  *codec);
const char      *gyre_codec_get_summary    (const GyreCodec  *codec);
GyreEvents      *gyre_codec_decode         (const GyreCodec  *codec,
                                            GyreSource       *source,
                                            GyreReport       *report);

GYRE_END_DECLARATIONS
