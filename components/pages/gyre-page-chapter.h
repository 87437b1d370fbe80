/* gyre-page-chapter.h: The page of a chapter
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-chapter.h"
#include "gyre-page.h"

GHashTable *gyre_page_list_sources   (GPtrArray     *chapters);
GString    *gyre_page_write_chapter  (GyreCatalogue *catalogue,
                                      GPtrArray     *chapters,
                                      GHashTable    *sources,
                                      guint          index);
