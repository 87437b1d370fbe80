/* gyre-markdown-page.h: Pages in Markdown
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <gyre.h>

char    *gyre_markdown_page_dup (GyreCatalogue    *catalogue,
                                 GyreDescription  *description);
char    *gyre_markdown_page_dup_index (GyreCatalogue *catalogue);
gboolean gyre_markdown_write    (GyreCatalogue    *catalogue,
                                 const char       *folder,
                                 GError          **error);
