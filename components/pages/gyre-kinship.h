/* gyre-kinship.h: Who derives from whom, and who implements what, among the classes of a catalogue
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-markup.h"

/* Read from the catalogue once; a description of an ancestor need not know its descendants. */
typedef struct _GyreKinship GyreKinship;

GyreKinship *gyre_kinship_new              (GyreCatalogue   *catalogue);
void         gyre_kinship_free             (GyreKinship     *self);
GPtrArray   *gyre_kinship_get_derived      (GyreKinship     *self,
                                            GyreDescription *description);
GPtrArray   *gyre_kinship_get_implementers (GyreKinship     *self,
                                            GyreDescription *description);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GyreKinship, gyre_kinship_free)
