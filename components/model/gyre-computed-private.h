/* gyre-computed-private.h: Values that are made when they are asked for
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A computed default (`.compute`) is made at the first read of an instance that nobody has given a value. A delegate
 * (`.delegate = "facility.trait"`) shows the trait of a part: the field of the component keeps a copy.
 *
 * N.B. The code of the class that reads its field directly sees such a value after the getter, or anybody, has asked for it.
 */
#pragma once

#include "gyre-report.h"
#include "gyre-state-private.h"

static inline gboolean
gyre_trait_is_computed (const GyreTrait *trait)
{
  return G_UNLIKELY (trait->options != NULL) && (trait->options->compute != NULL || trait->options->delegate != NULL);
}

/* Makes the value what it should be, before somebody reads it. */
void      gyre_computed_settle          (GyreComponent    *component,
                                         const GyreTrait  *trait);

/* The part that shows its trait, built if it is not there and followed from now on, and the trait of the part. */
GyreComponent *gyre_delegate_fetch      (GyreComponent    *component,
                                         const GyreTrait  *trait,
                                         const GyreTrait **target,
                                         GError          **error);
/* The part that is there now; NULL while it is not built. */
gpointer  gyre_delegate_peek            (GyreComponent    *component,
                                         const GyreTrait  *trait);
/* Sets the trait of the part, of which the component then hears. */
gboolean  gyre_delegate_commit_text     (GyreComponent    *component,
                                         const GyreTrait  *trait,
                                         const char       *text,
                                         GyreProvenance    provenance,
                                         GError          **error);
/* The part of a facility has come or has been replaced. */
void      gyre_delegate_attach          (GyreComponent    *component,
                                         const GyreTrait  *facility,
                                         gboolean          is_told);
void      gyre_delegate_release         (GyreComponent    *component);
/* Whether what delegates name can be: each broken promise of a class goes into the report. */
void      gyre_delegate_check           (GyreActor        *actor,
                                         GyreReport       *report);
gboolean  gyre_computed_is_needed       (GyreActor        *actor);
