/* gyre-codec-json-private.h: Reads json
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 *     {
 *       "gauss.shapes.ball": { "radius": 1, "center": [0, 0] },       // a section
 *       "gauss.integrators.montecarlo#mc-π": { "samples": 10000 },    // holds if mc-π is of that family
 *       "gauss.paths +=": ["/usr/share/gauss"],                       // the operator of a list
 *       "@include": "more.json"
 *     }
 *
 * Both sorts of comment of JavaScript may stand wherever a blank may.
 */
#pragma once

#include "gyre-event.h"

void gyre_codec_json_decode (GyreSource *source,
                             GyreEvents *events,
                             GyreReport *report);
