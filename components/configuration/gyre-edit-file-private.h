/* gyre-edit-file-private.h: A file gives way to another one, at once
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <glib.h>

/* Puts a new file with the mode, and if we may the owner, of the old one into its place. FALSE: errno tells why not. */
gboolean gyre_edit_file_replace (const char *path,
                                 GBytes     *bytes);
