/* gyre-manual.h: Manual pages
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-publication.h"

void     gyre_manual_append_head  (GString          *page,
                                   const char       *name,
                                   const char       *section,
                                   const char       *summary);
char    *gyre_manual_dup_page     (GyreCatalogue    *catalogue,
                                   GyreDescription  *description);
gboolean gyre_manual_add_pages    (GyrePublication  *publication,
                                   GyreCatalogue    *catalogue,
                                   GError          **error);
gboolean gyre_manual_write        (GyreCatalogue    *catalogue,
                                   const char       *folder,
                                   GError          **error);
