/* gyre-log-file-private.h: A file that alerts are written to, turned over when it grows
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Lines are added to what is there. When the file would grow beyond its size it becomes `path.1`, what was `path.1` becomes
 * `path.2`, and so on; the oldest goes. A file that can't be written any more (a full disk) is tried again with the next line,
 * and what was lost is counted and said then. One thread at a time.
 */
#pragma once

#include "gyre-alert.h"

typedef struct _GyreLogFile GyreLogFile;

GyreLogFile *gyre_log_file_open     (const char   *path,
                                     guint64       maximum_size,
                                     guint         n_kept,
                                     GError      **error);
void         gyre_log_file_free     (GyreLogFile  *self);

/* Lines of JSON in place of text. */
void         gyre_log_file_set_json (GyreLogFile  *self,
                                     gboolean      is_json);
void         gyre_log_file_write    (GyreLogFile  *self,
                                     GyreAlert    *alert);
void         gyre_log_file_flush    (GyreLogFile  *self);
