/* gyre-gir.h: What an introspection repository does not know of properties
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <gyre.h>

char    *gyre_gir_enrich (const char   *text,
                          const char   *name,
                          const char   *folder,
                          GError      **error);
char    *gyre_gir_read   (const char   *path,
                          GError      **error);
