/* gyre-sketch-private.h: What a sketch has, for those who write it
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-sketch.h"

#define GYRE_SKETCH_TITLE_LENGTH 36
#define GYRE_SKETCH_SUBTITLE_LENGTH 44
#define GYRE_SKETCH_MANY_PLACES 40

typedef struct _GyreRoster GyreRoster;

typedef struct
{
  char *name;                   /* as graphviz has it */
  char *title;
  char *subtitle;
  char *tooltip;
  char *address;
  char *group;                  /* NULL: any */
  const char *cluster;
  GyreForm form;
  GyreRoster *roster;           /* NULL: it stands for itself */
} GyreSketchPlace;

typedef struct
{
  GyreLine kind;
  GyreSketchPlace *from;
  GyreSketchPlace *to;
  GString *label;
  guint64 count;
} GyreSketchLine;

typedef struct
{
  char *title;                  /* empty: outside of all frames */
  GPtrArray *places;
} GyreSketchCluster;

struct _GyreSketch
{
  char *title;
  char *note;
  gboolean is_tree;
  GPtrArray *places;            /* of GyreSketchPlace */
  GHashTable *names;            /* of the caller → GyreSketchPlace */
  GPtrArray *clusters;          /* of GyreSketchCluster, in the order in which they came */
  GHashTable *frames;           /* their names → GyreSketchCluster */
  GPtrArray *lines;             /* of GyreSketchLine */
  GHashTable *pairs;            /* what tells a line from others → GyreSketchLine */
};
