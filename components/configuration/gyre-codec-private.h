/* gyre-codec-private.h: How a file format makes itself known
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-codec.h"
#include "gyre-event-private.h"

/* Adds the events that @source tells to @events, and every mistake in it to @report. It goes on after a mistake. */
typedef void (*GyreCodecFunction) (GyreSource *source,
                                   GyreEvents *events,
                                   GyreReport *report);

void gyre_codec_register (const char        *encoding,
                          const char        *summary,
                          GyreCodecFunction  decode);
