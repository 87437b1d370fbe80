/* gyre-folder.h: Where pages are written to
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <gyre.h>

char    *gyre_folder_dup_name (const char  *name);
gboolean gyre_folder_write    (const char  *folder,
                               const char  *name,
                               const char  *text,
                               GError     **error);
