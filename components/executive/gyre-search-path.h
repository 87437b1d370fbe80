/* gyre-search-path.h: Where the configuration files of a package are looked for
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-priority.h"

GYRE_BEGIN_DECLARATIONS

/**
 * GyreSearchPath: (skip)
 *
 * The folders in which the configuration files of a package are looked for, weakest first, and who and where we are, because
 * some files are for one platform, one host or one user only. It touches no file before gyre_search_path_find().
 *
 * In each folder, for a package `gauss` on the host `node7`, in this order (what is loaded later wins):
 *
 *     gauss.cfg                       any encoding
 *     gauss/gauss.cfg
 *     gauss.d/10-more.cfg             drop-ins, by name
 *     debian.cfg                      this platform, all packages
 *     gauss/platforms/debian.cfg
 *     node7.cfg                       this host
 *     gauss/hosts/node7.cfg
 *     ada@node7.cfg                   this user on this host
 *     gauss/users/ada@node7.cfg
 *
 * A drop-in hides the drop-ins of the same name in the folders before it, and an empty one (or a link to /dev/null) hides them and
 * says nothing: the rule of the UAPI group.
 *
 * Not for several threads at once.
 *
 * Since: 0.1
 */
typedef struct _GyreSearchPath GyreSearchPath;

/**
 * GyreSearchHit: (skip)
 * @file: its name
 * @category: the category of its settings
 * @folder: the folder of the path that it was found in
 *
 * A file that is there.
 *
 * Since: 0.1
 */
typedef struct
{
  char *file;
  GyreCategory category;
  char *folder;
} GyreSearchHit;

GyreSearchPath *gyre_search_path_new           (void);
GyreSearchPath *gyre_search_path_new_empty     (void);
void            gyre_search_path_free          (GyreSearchPath  *path);

void            gyre_search_path_add_folder    (GyreSearchPath  *path,
                                                const char      *folder,
                                                GyreCategory     category);
guint           gyre_search_path_get_length    (GyreSearchPath  *path);
const char     *gyre_search_path_get_folder    (GyreSearchPath  *path,
                                                guint            index,
                                                GyreCategory    *category);

void            gyre_search_path_set_platform  (GyreSearchPath  *path,
                                                const char      *platform);
void            gyre_search_path_set_host      (GyreSearchPath  *path,
                                                const char      *host);
void            gyre_search_path_set_user      (GyreSearchPath  *path,
                                                const char      *user);
const char     *gyre_search_path_get_platform  (GyreSearchPath  *path);
const char     *gyre_search_path_get_host      (GyreSearchPath  *path);
const char     *gyre_search_path_get_user      (GyreSearchPath  *path);

GPtrArray      *gyre_search_path_find          (GyreSearchPath  *path,
                                                const char      *package,
                                                const char      *module_folder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GyreSearchPath, gyre_search_path_free)

GYRE_END_DECLARATIONS
