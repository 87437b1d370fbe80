/* gyre-extent-private.h: The living instances of a class
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * An intrusive list in the order of birth. Its members are not kept alive; each takes itself out when it is disposed of. The
 * lock is a leaf: nothing is called while it is held, except that a visitor takes its references under it.
 */
#pragma once

#include <glib-object.h>

typedef struct _GyreExtentLink GyreExtentLink;

struct _GyreExtentLink
{
  GyreExtentLink *previous;
  GyreExtentLink *next;
};

typedef struct
{
  GyreExtentLink head;      /* a ring: the oldest is next, the youngest previous */
  gint lock;                /* held for a few instructions at a time */
  guint length;
  guint64 births;
  gsize offset;             /* of the link in the instance */
} GyreExtent;

void        gyre_extent_initialize (GyreExtent      *extent,
                                    gsize            offset);
void        gyre_extent_add        (GyreExtent      *extent,
                                    GyreExtentLink  *link);
gboolean    gyre_extent_remove     (GyreExtent      *extent,
                                    GyreExtentLink  *link);
GPtrArray  *gyre_extent_snapshot   (GyreExtent      *extent,
                                    gconstpointer    type_class);
/* Whoever is in the list, also half built, under the lock: nothing but looking is allowed. Returns FALSE when one said so, and
 * does not go on then. */
gboolean    gyre_extent_visit      (GyreExtent      *extent,
                                    gboolean       (*visitor) (GyreExtentLink *link,
                                                               gpointer        data),
                                    gpointer         data);
guint       gyre_extent_get_length (GyreExtent      *extent);
