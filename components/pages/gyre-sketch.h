/* gyre-sketch.h: Places and lines between them, as text that graphviz reads
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Any name and any text may be given; a sketch writes them so that graphviz, SVG and HTML take them for text. The same places and
 * lines in the same order give the same bytes. How a picture is laid out follows from how many places and lines it has.
 */
#pragma once

#include <gyre.h>

/* What a place stands for. */
typedef enum
{
  GYRE_FORM_CLASS,
  GYRE_FORM_ABSTRACT,
  GYRE_FORM_INVALID,
  GYRE_FORM_INTERFACE,
  GYRE_FORM_OUTSIDE,            /* mentioned, and described elsewhere */
  GYRE_FORM_SUBJECT,            /* what the picture is about */
  GYRE_FORM_COMPONENT,
  GYRE_FORM_RUNNING,
  GYRE_FORM_WAITING,
  GYRE_FORM_PAUSED,
  GYRE_FORM_STOPPED,
  GYRE_FORM_PLAN,               /* not built yet */
} GyreForm;

/* What a line says. Lines go from who depends to what it depends on, apart from children and messages. */
typedef enum
{
  GYRE_LINE_DERIVES,
  GYRE_LINE_IMPLEMENTS,
  GYRE_LINE_FACILITY,
  GYRE_LINE_CHILD,
  GYRE_LINE_FOLLOWS,
  GYRE_LINE_MESSAGES,
} GyreLine;

/* A place. @name tells it from all others, @title and @subtitle are read, @cluster is the frame around those of the same one. */
typedef struct
{
  const char *name;
  const char *title;
  const char *subtitle;         /* NULL: none */
  const char *tooltip;          /* NULL: none */
  const char *address;          /* where a click leads; NULL: nowhere */
  const char *cluster;          /* NULL: no frame */
  const char *group;            /* only those of the same one stand in one table, where many are alike; NULL: none */
  GyreForm    form;
} GyrePlace;

typedef struct _GyreSketch GyreSketch;

/* @is_tree: lines lead away from the root, as to children; else to it, as to what a class derives from. */
GyreSketch *gyre_sketch_new       (const char       *title,
                                   gboolean          is_tree);
void        gyre_sketch_free      (GyreSketch       *self);

/* The first place of a name stays. */
void        gyre_sketch_add_place (GyreSketch       *self,
                                   const GyrePlace  *place);
gboolean    gyre_sketch_has_place (GyreSketch       *self,
                                   const char       *name);
guint       gyre_sketch_get_length (GyreSketch      *self);

/* Between places that are there, else nothing. One line for each kind and pair; its labels stand together, counts are summed. */
void        gyre_sketch_add_line  (GyreSketch       *self,
                                   GyreLine          line,
                                   const char       *from,
                                   const char       *to,
                                   const char       *label,
                                   guint64           count);

/* A sentence below the picture. */
void        gyre_sketch_set_note  (GyreSketch       *self,
                                   const char       *note);

char       *gyre_sketch_to_dot    (GyreSketch       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GyreSketch, gyre_sketch_free)
