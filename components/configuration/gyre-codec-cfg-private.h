/* gyre-codec-cfg-private.h: Reads cfg, sections in brackets
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 *     # a comment
 *     [gauss.shapes.ball]
 *     radius = 1
 *     [gauss.integrators.montecarlo # mc-π]
 *     samples = 10000
 *     box.intervals = ((-1, 1), (-1, 1))
 *     [gauss.integrators.montecarlo # mc-π > gauss.shapes.box # box]
 *     color = red
 *
 * The family of a condition and the name of the instance have a `#` between them, or the name has quotes: `[family "name"]`.
 * A `>` leads into a section within a section, as indentation does in pfg: that is how conditions add up.
 *
 * Comments are lines that begin with `#` or `;`, and nothing else is one: a value is the rest of its line. A value never
 * goes on in the next line, so a line that stands deeper than the setting before it is a mistake. What stands before the
 * first section has no prefix. GKeyFile reads files of plain sections, without what stands before them, to the same texts.
 */
#pragma once

#include "gyre-event.h"

void gyre_codec_cfg_decode (GyreSource *source,
                            GyreEvents *events,
                            GyreReport *report);
