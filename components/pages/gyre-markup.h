/* gyre-markup.h: HTML, written piece by piece
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <gyre.h>

/* A list that nobody has filled is an empty one. */
static inline guint
gyre_markup_count (GPtrArray *list)
{
  return list != NULL ? list->len : 0;
}

void  gyre_markup_append      (GString *html, const char *pattern, ...) G_GNUC_NULL_TERMINATED;
void  gyre_markup_append_text (GString *html, const char *text);
void  gyre_markup_append_name (GString *html, const char *name);
void  gyre_markup_append_json (GString *script, const char *text);
char *gyre_markup_dup_file    (const char *name);
char *gyre_markup_dup_link    (const char *file);
char *gyre_markup_dup_anchor  (const char *sort, const char *name);
