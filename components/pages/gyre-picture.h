/* gyre-picture.h: Pictures of classes and interfaces, as text that graphviz reads
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * All three draw what the descriptions of a catalogue say, in the order of public names: the same catalogue gives the same bytes.
 */
#pragma once

#include "gyre-sketch.h"

/* Where the page of a class or an interface of the catalogue is. Returns: (transfer full) (nullable) */
typedef char *(*GyrePictureAddress) (GyreDescription *description,
                                     gpointer         data);

/* What a picture shows and where it leads; nothing of it must be said. */
typedef struct
{
  GyrePictureAddress address;
  gpointer           data;      /* for it */
  const char        *pattern;   /* else: the address with `%s` for the public name, `reference/%s.html`; NULL: no links */
  guint              depth;     /* how many steps from what is asked for; 0: as far as it goes, of relatives 1 */
  guint              omitted;   /* 1 << GyreLine: lines that are left out */
} GyrePictureWish;

/* Dot text. @packages: those that are meant, NULL or none: all; @wish: NULL for none. */
char *gyre_picture_draw_packages   (GyreCatalogue         *catalogue,
                                    const char * const    *packages,
                                    const GyrePictureWish *wish);
char *gyre_picture_draw_interfaces (GyreCatalogue         *catalogue,
                                    const char * const    *packages,
                                    const GyrePictureWish *wish);
char *gyre_picture_draw_kin        (GyreCatalogue         *catalogue,
                                    GyreDescription       *description,
                                    const GyrePictureWish *wish);
