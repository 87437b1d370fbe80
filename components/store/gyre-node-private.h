/* gyre-node-private.h: Dotted names as a tree of numbers
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A node is one dotted name; its number never changes and nothing is ever removed. A node is made hidden, and shown, with
 * everything above it, when something is said about it: a configuration that was read and thrown away leaves hidden nodes
 * behind and nothing else. Children are listed in the order in which they were shown.
 *
 * A node may stand for another one (an alias). Numbers that were handed out before stay good: gyre_nodes_resolve tells
 * what a number stands for now. Not for several threads at once: the owner has a lock.
 */
#pragma once

#include "gyre-fragment-private.h"
#include "gyre-setting.h"

#define GYRE_NODE_NONE 0
#define GYRE_NODE_ROOT 1

typedef struct
{
  guint32 parent : 29;
  guint32 shown : 1;
  guint32 moved : 1;        /* stands for another node */
  guint32 hashed : 1;       /* has so many children that they are in the hash table */
  guint32 fragment;
  guint32 newest;           /* of its children, hidden ones too; then from each child to the older one */
  guint32 older;
  guint32 last;             /* of its children that are shown; then from each child to the next one, from the last to the first */
  guint32 next;
  union
  {
    GyreSetting *strongest; /* what was said about it: a chain, strongest first */
    gsize same;             /* what it stands for */
  };
} GyreNode;

/* The whole hash stands beside the node, so that a look-up reads no node but the right one. */
typedef struct
{
  guint32 hash;
  guint32 node;             /* 0 for a free slot */
} GyreNodeSlot;

/* What is known of all the children of one node, the one that was last to get its first child. */
typedef struct
{
  guint32 parent;
  guint32 length;
  guint64 fragments;        /* a bit for the fragment of each child: where it is missing, there is no such child */
} GyreNodeMemory;

typedef struct
{
  GyreFragments *fragments;
  GyreNode **blocks;
  GyreNodeSlot *slots;      /* open addressing by parent and fragment, for parents with many children */
  guint32 mask;
  guint32 hashed;           /* how many slots are taken */
  guint32 length;           /* the next number */
  guint aliases;            /* how many nodes stand for others */
  GyreNodeMemory memory;
} GyreNodes;

enum { GYRE_NODE_BLOCK = 1024 };

void      gyre_nodes_init        (GyreNodes  *nodes);
void      gyre_nodes_clear       (GyreNodes  *nodes);

guint32   gyre_nodes_add         (GyreNodes  *nodes,
                                  guint32     parent,
                                  const char *path,
                                  gsize       length);
guint32   gyre_nodes_find        (GyreNodes  *nodes,
                                  guint32     parent,
                                  const char *path,
                                  gsize       length);
guint32   gyre_nodes_resolve     (GyreNodes  *nodes,
                                  guint32     node);
void      gyre_nodes_show        (GyreNodes  *nodes,
                                  guint32     node);
void      gyre_nodes_hide        (GyreNodes  *nodes,
                                  GArray     *empty);
gboolean  gyre_nodes_is_within   (GyreNodes  *nodes,
                                  guint32     node,
                                  guint32     ancestor);
gboolean  gyre_nodes_merge       (GyreNodes  *nodes,
                                  guint32     alias,
                                  guint32     target);
guint32   gyre_nodes_get_first   (GyreNodes  *nodes,
                                  guint32     node);
guint32   gyre_nodes_get_next    (GyreNodes  *nodes,
                                  guint32     node);
void      gyre_nodes_append_name (GyreNodes  *nodes,
                                  guint32     node,
                                  GString    *text);

static inline GyreNode *
gyre_nodes_get (GyreNodes *nodes, guint32 node)
{
  return &nodes->blocks[node / GYRE_NODE_BLOCK][node % GYRE_NODE_BLOCK];
}
