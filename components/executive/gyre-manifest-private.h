/* gyre-manifest-private.h: The files that were loaded, in order
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What is read again is everything in here, in the same order, so that the result is that of a program that starts now. An entry is
 * a file that somebody named, or a package whose files were looked for. Any thread may use it.
 */
#pragma once

#include "gyre-executive-private.h"

typedef struct
{
  char *file;             /* NULL for a package */
  char *package;          /* NULL for a file */
  GyreCategory category;  /* of a file */
  guint loads[GYRE_CATEGORIES];   /* numbers of the store, 0 where it never said anything */
} GyreManifestEntry;


GyreManifest *gyre_manifest_new         (void);
void          gyre_manifest_free        (GyreManifest  *manifest);

void          gyre_manifest_add_file    (GyreManifest  *manifest,
                                         const char    *file,
                                         GyreCategory   category);
/* FALSE when the package is there already. */
gboolean      gyre_manifest_add_package (GyreManifest  *manifest,
                                         const char    *package);

/* Copies (of GyreManifestEntry), to be freed by the caller. */
GPtrArray    *gyre_manifest_dup_entries (GyreManifest  *manifest);

/* The load of an entry for a category, by the entry's place in the order; 0 when there is none yet. */
guint         gyre_manifest_get_load    (GyreManifest  *manifest,
                                         guint          position,
                                         GyreCategory   category);
void          gyre_manifest_set_load    (GyreManifest  *manifest,
                                         guint          position,
                                         GyreCategory   category,
                                         guint          load);

/* Adds the entries of another one with their loads, and the files that were read for them. */
void          gyre_manifest_append      (GyreManifest  *manifest,
                                         GyreManifest  *other,
                                         GPtrArray     *files);

/* Which files were read, included ones too, at the last time that all went well. Those of @before are forgotten; what was found since,
 * as the module of a package came in while the files were checked, stays. */
void          gyre_manifest_set_files   (GyreManifest  *manifest,
                                         char * const  *before,
                                         GPtrArray     *files);
GStrv         gyre_manifest_dup_files   (GyreManifest  *manifest);
gboolean      gyre_manifest_has_package (GyreManifest  *manifest,
                                         const char    *package);
gboolean      gyre_manifest_has_file    (GyreManifest  *manifest,
                                         const char    *file);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GyreManifest, gyre_manifest_free)
