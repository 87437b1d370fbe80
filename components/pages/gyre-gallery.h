/* gyre-gallery.h: The pictures of a site
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-kinship.h"

/* All pictures, drawn together. Where they can't be drawn there are none, and the pages do without. */
typedef struct _GyreGallery GyreGallery;

GyreGallery *gyre_gallery_new           (GyreCatalogue   *catalogue,
                                         GyreKinship     *kinship,
                                         char           **note);
void         gyre_gallery_free          (GyreGallery     *self);
const char  *gyre_gallery_get_relatives (GyreGallery     *self,
                                         GyreDescription *description);
const char  *gyre_gallery_get_package   (GyreGallery     *self,
                                         const char      *package);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GyreGallery, gyre_gallery_free)
