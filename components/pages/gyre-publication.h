/* gyre-publication.h: Files that are written to a folder together
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <gyre.h>

/* The files of one output. Add them all, then write; nothing is written before all are there. */
typedef struct _GyrePublication GyrePublication;

GyrePublication *gyre_publication_new   (const char      *folder,
                                         const char      *format);
void             gyre_publication_free  (GyrePublication *self);
gboolean         gyre_publication_add   (GyrePublication *self,
                                         const char      *name,
                                         GBytes          *contents,
                                         GError         **error);
gboolean         gyre_publication_add_text (GyrePublication *self,
                                            const char      *name,
                                            GString         *text,
                                            GError         **error);
guint            gyre_publication_get_length (GyrePublication *self);
gboolean         gyre_publication_write (GyrePublication *self,
                                         GError         **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GyrePublication, gyre_publication_free)
