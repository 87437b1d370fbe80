/* gyre-fragment-private.h: The parts of dotted names, each kept once
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A fragment is any text without a dot. Each different text gets a number, from 1, that never changes, and a pointer to
 * a copy that lives as long as the table. The table is not for several threads at once: its owner has a lock.
 */
#pragma once

#include <glib.h>

typedef struct _GyreFragments GyreFragments;

GyreFragments *gyre_fragments_new        (void);
void           gyre_fragments_free       (GyreFragments       *fragments);

guint32        gyre_fragments_intern     (GyreFragments       *fragments,
                                          const char          *text,
                                          gsize                length);
guint32        gyre_fragments_find       (const GyreFragments *fragments,
                                          const char          *text,
                                          gsize                length);
const char    *gyre_fragments_get_text   (const GyreFragments *fragments,
                                          guint32              fragment,
                                          gsize               *length);
guint          gyre_fragments_get_length (const GyreFragments *fragments);

guint32        gyre_fragment_hash        (const char          *text,
                                          gsize                length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GyreFragments, gyre_fragments_free)
