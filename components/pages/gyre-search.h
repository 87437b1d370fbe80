/* gyre-search.h: What the search and the tree of a site know, as scripts
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-chapter.h"
#include "gyre-markup.h"

GString *gyre_search_write_families (GyreCatalogue *catalogue,
                                     GPtrArray     *chapters);
GString *gyre_search_write_members  (GyreCatalogue *catalogue,
                                     GPtrArray     *chapters);
