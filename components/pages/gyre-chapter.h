/* gyre-chapter.h: Pages of Markdown that become pages of a site
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <gyre.h>

/* One file of Markdown. */
typedef struct
{
  char *source;         /* its name in the folder, `guide/1-declare.md` */
  char *file;           /* its name in the site, `guide/1-declare.html` */
  char *title;
  char *markdown;
} GyreChapter;

GPtrArray *gyre_chapter_read_folder (const char        *folder,
                                     GError           **error);
GPtrArray *gyre_chapter_list_headings (const GyreChapter *chapter);
char      *gyre_chapter_dup_slug    (const char        *heading,
                                     GHashTable        *used);
