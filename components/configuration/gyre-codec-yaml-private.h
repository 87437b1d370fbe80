/* gyre-codec-yaml-private.h: Reads yaml
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 *     gauss.shapes.ball:                     # a section
 *       radius: 1
 *       center: [0, 0]
 *     gauss.integrators.montecarlo#mc-π:     # holds if mc-π is of that family
 *       samples: 10000
 *     gauss.paths +=: [/usr/share/gauss]     # the operator of a list
 *     "@include": more.yaml
 *
 * Words have the meaning of YAML 1.2's core schema: `no` and `on` are texts. A value is the text that would stand behind
 * the `=` of a pfg, whether it has quotes here or not. Anchors and aliases may be used, within reason; tags other than those
 * of the core schema, merge keys and several documents may not.
 */
#pragma once

#include "gyre-event.h"

/* So many values may come of aliases. */
#define GYRE_CODEC_YAML_EXPANSIONS 100000

void gyre_codec_yaml_decode (GyreSource *source,
                             GyreEvents *events,
                             GyreReport *report);
void gyre_codec_yaml_decode_all (GyreSource *source,
                                 GyreEvents *events,
                                 GyreReport *report);
