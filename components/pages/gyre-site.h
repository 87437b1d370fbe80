/* gyre-site.h: A catalogue as a web site of files
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <gyre.h>

gboolean gyre_site_write (GyreCatalogue *catalogue,
                          const char    *pages,
                          const char    *folder,
                          char         **note,
                          GError       **error);
