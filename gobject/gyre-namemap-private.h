/* gyre-namemap-private.h: The names that a class answers to
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A map from every name and alias to the index of a descriptor. It is filled while its class is made, by one thread, and
 * never changed afterwards, so any thread may look things up in it. The texts are not copied: they belong to the
 * descriptors, which live as long as the class.
 *
 * A look-up must cost a few nanoseconds for a name that comes from anywhere (no interned pointers): setting a trait by
 * its name is one.
 */
#pragma once

#include <glib.h>

#define GYRE_NAMEMAP_MISSING G_MAXUINT

typedef struct _GyreNamemap GyreNamemap;

typedef void (*GyreNamemapFunction) (const char *name,
                                     guint       index,
                                     gpointer    data);

GyreNamemap *gyre_namemap_new        (guint                expected);
void         gyre_namemap_free       (GyreNamemap         *namemap);
gboolean     gyre_namemap_add        (GyreNamemap         *namemap,
                                      const char          *name,
                                      guint                index,
                                      guint               *taken);
void         gyre_namemap_replace    (GyreNamemap         *namemap,
                                      const char          *name,
                                      guint                index);
void         gyre_namemap_shrink     (GyreNamemap         *namemap);
guint        gyre_namemap_find       (const GyreNamemap   *namemap,
                                      const char          *name);
guint        gyre_namemap_get_length (const GyreNamemap   *namemap);
void         gyre_namemap_foreach    (const GyreNamemap   *namemap,
                                      GyreNamemapFunction  function,
                                      gpointer             data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GyreNamemap, gyre_namemap_free)
