/* gyre-catalogue.h: The descriptions of many classes and interfaces
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Fill it, then ask; pages, pictures, manuals, completion and checks all read a catalogue and nothing else, so that they say the same.
 */
#pragma once

#include "gyre-description.h"

GYRE_BEGIN_DECLARATIONS

#define GYRE_TYPE_CATALOGUE (gyre_catalogue_get_type ())
/**
 * GyreCatalogue:
 *
 * Descriptions, found by family or by type, in the order of their public names. Use it from one thread at a time.
 *
 * Since: 0.1
 */
G_DECLARE_FINAL_TYPE (GyreCatalogue, gyre_catalogue, GYRE, CATALOGUE, GObject)

GyreCatalogue   *gyre_catalogue_new        (void);
void             gyre_catalogue_add        (GyreCatalogue   *self,
                                            GyreDescription *description);
void             gyre_catalogue_add_known  (GyreCatalogue   *self,
                                            const char      *package);

guint            gyre_catalogue_get_length (GyreCatalogue   *self);
GyreDescription *gyre_catalogue_get        (GyreCatalogue   *self,
                                            guint            index);
GyreDescription *gyre_catalogue_find       (GyreCatalogue   *self,
                                            const char      *name);

GYRE_END_DECLARATIONS
