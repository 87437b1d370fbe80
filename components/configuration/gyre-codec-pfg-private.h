/* gyre-codec-pfg-private.h: Reads pfg, sections by indentation
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 *     gauss.shapes.ball:               ; a section: a prefix of names
 *         radius = 1
 *     gauss.integrators.montecarlo # mc-π:
 *         samples = 10000              ; holds if the instance mc-π is of that family
 *         box.intervals =              ; nothing here: the value is what stands deeper
 *             ((-1, 1),
 *              (-1, 1))
 *
 * A comment goes from `;` to the end of the line, unless a backslash stands before it or it stands in a quoted text.
 */
#pragma once

#include "gyre-event.h"

void gyre_codec_pfg_decode (GyreSource *source,
                            GyreEvents *events,
                            GyreReport *report);
