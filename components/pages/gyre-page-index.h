/* gyre-page-index.h: The page that leads to all classes and interfaces
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-chapter.h"
#include "gyre-gallery.h"
#include "gyre-kinship.h"
#include "gyre-page.h"

GString *gyre_page_write_index (GyreCatalogue *catalogue,
                                GyreKinship   *kinship,
                                GyreGallery   *gallery,
                                GPtrArray     *chapters,
                                const char    *library,
                                const char    *file);
