/* gyre-pipeline-private.h: What a declaration does with a value on its way in
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The order: converters, the kind's parse, normalisers, the kind's validate, rules, validators.
 */
#pragma once

#include "gyre-trait.h"

gboolean gyre_pipeline_parse      (const GyreTrait  *trait,
                                   const char       *text,
                                   GyreValue        *value,
                                   GError          **error);
char    *gyre_pipeline_convert    (const GyreTrait  *trait,
                                   const char       *text,
                                   GError          **error);
gboolean gyre_pipeline_normalise  (const GyreTrait  *trait,
                                   GyreValue        *value,
                                   GError          **error);
gboolean gyre_pipeline_validate   (const GyreTrait  *trait,
                                   GyreValue         value,
                                   gpointer          instance,
                                   GError          **error);

/* Most traits have nothing of this, and pay for one comparison. */
static inline gboolean
gyre_pipeline_has_converters (const GyreTrait *trait)
{
  return G_UNLIKELY (trait->options != NULL && trait->options->converters != NULL);
}
