/* gyre-stamp-private.h: How a file is known again
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-macros.h"

/* Path, time of the contents, time of the file's own record (both ns), size, inode. All numbers of a file that is not there are 0. */
#define GYRE_STAMP_TYPE "(ayxxtt)"

GVariant *gyre_stamp_new   (const char *path);
gboolean  gyre_stamp_holds (GVariant   *stamp);
