/* gyre-node.c: Dotted names as a tree of numbers
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A node costs 32 bytes. Nodes stand in blocks that never move, siblings mostly side by side: a few of them are searched one
 * after the other. N.B. a hash table of all nodes made half of the time of an insertion, waiting for memory. The children of
 * a parent that has many are in one hash table for the whole tree, and finding one costs a probe however many there are.
 *
 * Nothing here calls itself: a key may have any number of fragments.
 */
#include "gyre-node-private.h"
#include "gyre-memory-private.h"
#include "gyre-setting-private.h"

#include <string.h>

enum
{
  FIRST_SLOTS = 256,
  SPARE_BLOCKS = 128,       /* after so many blocks, so many are made at once */
  FEW_CHILDREN = 16,
};

G_STATIC_ASSERT (GLIB_SIZEOF_VOID_P != 8 || sizeof (GyreNode) == 32);
/* Then it is handed out as zeros. */
G_STATIC_ASSERT (SPARE_BLOCKS * GYRE_NODE_BLOCK * sizeof (GyreNode) >= GYRE_MEMORY_LARGE);

static inline guint32
hash_of (guint32 parent, guint32 fragment)
{
  guint64 key = ((guint64) parent << 32) ^ fragment;

  key *= G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);
  key ^= key >> 29;
  key *= G_GUINT64_CONSTANT (0xBF58476D1CE4E5B9);
  return (guint32) (key >> 32);
}

/* Makes room for the nodes of a block; the table of blocks doubles: it is full whenever their number is a power of two. */
static void
add_block (GyreNodes *self, guint block)
{
  gsize size = GYRE_NODE_BLOCK * sizeof (GyreNode);

  if ((block & (block - 1)) == 0)
    self->blocks = g_renew (GyreNode *, self->blocks, MAX (block * 2, 1));
  if (block < SPARE_BLOCKS)
    self->blocks[block] = g_malloc0 (size);
  else if (block % SPARE_BLOCKS == 0)
    self->blocks[block] = gyre_memory_allocate (size * SPARE_BLOCKS);
  else
    self->blocks[block] = self->blocks[block - 1] + GYRE_NODE_BLOCK;
}

static guint32
node_new (GyreNodes *self, guint32 parent, guint32 fragment)
{
  guint32 node = self->length++;

  g_assert (node < 1u << 29);
  if (node % GYRE_NODE_BLOCK == 0)
    add_block (self, node / GYRE_NODE_BLOCK);
  gyre_nodes_get (self, node)->parent = parent;
  gyre_nodes_get (self, node)->fragment = fragment;
  return node;
}

void
gyre_nodes_init (GyreNodes *self)
{
  memset (self, 0, sizeof *self);
  self->fragments = gyre_fragments_new ();
  self->slots = g_new0 (GyreNodeSlot, FIRST_SLOTS);
  self->mask = FIRST_SLOTS - 1;
  node_new (self, GYRE_NODE_NONE, 0);
  node_new (self, GYRE_NODE_NONE, 0);
  gyre_nodes_get (self, GYRE_NODE_ROOT)->shown = TRUE;
}

void
gyre_nodes_clear (GyreNodes *self)
{
  for (guint32 block = 0; block * GYRE_NODE_BLOCK < self->length; block++)
    if (block < SPARE_BLOCKS)
      g_free (self->blocks[block]);
    else if (block % SPARE_BLOCKS == 0)
      gyre_memory_free (self->blocks[block], SPARE_BLOCKS * GYRE_NODE_BLOCK * sizeof (GyreNode));
  g_free (self->blocks);
  g_free (self->slots);
  gyre_fragments_free (self->fragments);
}

static inline void
put_slot (GyreNodes *self, GyreNodeSlot slot)
{
  guint32 position = slot.hash & self->mask;

  while (self->slots[position].node != 0)
    position = (position + 1) & self->mask;
  self->slots[position] = slot;
}

static void
fill_slot (GyreNodes *self, guint32 node)
{
  const GyreNode *record = gyre_nodes_get (self, node);

  put_slot (self, (GyreNodeSlot) { hash_of (record->parent, record->fragment), node });
}

static void
grow (GyreNodes *self)
{
  GyreNodeSlot *old = self->slots;
  guint32 length = self->mask + 1;

  self->mask = self->mask * 2 + 1;
  self->slots = g_new0 (GyreNodeSlot, (gsize) self->mask + 1);
  for (guint32 index = 0; index < length; index++)
    if (old[index].node != 0)
      put_slot (self, old[index]);
  g_free (old);
}

static inline gboolean
is_full (const GyreNodes *self, guint32 added)
{
  return ((guint64) self->hashed + added) * 3 > ((guint64) self->mask + 1) * 2;
}

static void
hash_child (GyreNodes *self, guint32 node)
{
  if (is_full (self, 1))
    grow (self);
  self->hashed++;
  fill_slot (self, node);
}

static void
hash_children (GyreNodes *self, GyreNode *parent)
{
  parent->hashed = TRUE;
  for (guint32 child = parent->newest; child != 0; child = gyre_nodes_get (self, child)->older)
    hash_child (self, child);
}

static guint32
find_hashed (const GyreNodes *self, guint32 parent, guint32 fragment)
{
  guint32 hash = hash_of (parent, fragment);
  guint32 position = hash & self->mask;

  for (; self->slots[position].node != 0; position = (position + 1) & self->mask)
    {
      const GyreNode *record;

      if (self->slots[position].hash != hash)
        continue;
      record = gyre_nodes_get ((GyreNodes *) self, self->slots[position].node);
      if (record->parent == parent && record->fragment == fragment)
        break;
    }
  return self->slots[position].node;
}

static inline guint64
get_bit (guint32 fragment)
{
  return G_GUINT64_CONSTANT (1) << (fragment & 63);
}

static guint32
add_child (GyreNodes *self, guint32 parent, guint32 fragment, guint siblings)
{
  guint32 node = node_new (self, parent, fragment);
  GyreNode *record = gyre_nodes_get (self, parent);

  if (record->newest == 0)
    self->memory = (GyreNodeMemory) { parent, 0, 0 };
  if (self->memory.parent == parent)
    {
      self->memory.length++;
      self->memory.fragments |= get_bit (fragment);
    }
  gyre_nodes_get (self, node)->older = record->newest;
  record->newest = node;
  if (record->hashed)
    hash_child (self, node);
  else if (siblings >= FEW_CHILDREN)
    hash_children (self, record);
  return node;
}

/* The child itself, whatever it stands for; it is made when it is missing and @make says so. */
static guint32
find_child (GyreNodes *self, guint32 parent, guint32 fragment, gboolean make)
{
  const GyreNode *record = gyre_nodes_get (self, parent);
  guint siblings = 0;
  guint32 node;

  if (record->hashed)
    node = find_hashed (self, parent, fragment);
  else if (self->memory.parent == parent && (self->memory.fragments & get_bit (fragment)) == 0)
    {
      node = 0;
      siblings = self->memory.length;
    }
  else
    for (node = record->newest; node != 0; node = gyre_nodes_get (self, node)->older, siblings++)
      if (gyre_nodes_get (self, node)->fragment == fragment)
        break;
  return node != 0 || !make ? node : add_child (self, parent, fragment, siblings);
}

/* Whether the node or anything above it stands for something else. */
static gboolean
is_moved (GyreNodes *self, guint32 node)
{
  for (; node != GYRE_NODE_NONE; node = gyre_nodes_get (self, node)->parent)
    if (gyre_nodes_get (self, node)->moved)
      return TRUE;
  return FALSE;
}

/* Walks from the root to where the node's name leads now. */
static guint32
follow_name (GyreNodes *self, guint32 node)
{
  g_autoptr (GArray) fragments = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 place = GYRE_NODE_ROOT;

  for (; node != GYRE_NODE_ROOT; node = gyre_nodes_get (self, node)->parent)
    g_array_append_val (fragments, gyre_nodes_get (self, node)->fragment);
  for (guint index = fragments->len; index > 0; index--)
    {
      place = find_child (self, place, g_array_index (fragments, guint32, index - 1), TRUE);
      while (gyre_nodes_get (self, place)->moved)
        place = gyre_nodes_get (self, place)->same;
    }
  return place;
}

/* What the node stands for now. An alias of an ancestor moves a node too, and what it moves to may have moved as well. */
guint32
gyre_nodes_resolve (GyreNodes *self, guint32 node)
{
  if (G_LIKELY (self->aliases == 0))
    return node;
  while (is_moved (self, node))
    node = follow_name (self, node);
  return node;
}

static guint32
walk (GyreNodes *self, guint32 node, const char *path, gsize length, gboolean make)
{
  const char *end = path + length;

  while (TRUE)
    {
      const char *dot = memchr (path, '.', end - path);
      gsize size = (dot != NULL ? dot : end) - path;
      guint32 fragment = make ? gyre_fragments_intern (self->fragments, path, size)
                              : gyre_fragments_find (self->fragments, path, size);

      if (fragment == 0)
        return GYRE_NODE_NONE;
      node = find_child (self, gyre_nodes_resolve (self, node), fragment, make);
      if (dot == NULL || node == GYRE_NODE_NONE)
        return node;
      path = dot + 1;
    }
}

/* The node that the dotted path leads to from @parent, made when it is missing: the last one as it is written, whatever
 * it stands for. */
guint32
gyre_nodes_add (GyreNodes *self, guint32 parent, const char *path, gsize length)
{
  return walk (self, parent, path, length, TRUE);
}

/* The node that the dotted path leads to from @parent, or none. */
guint32
gyre_nodes_find (GyreNodes *self, guint32 parent, const char *path, gsize length)
{
  return walk (self, parent, path, length, FALSE);
}

/* Lists the node, and whatever is above it, among its parent's children. */
void
gyre_nodes_show (GyreNodes *self, guint32 node)
{
  GyreNode *record = gyre_nodes_get (self, node);

  while (!record->shown)
    {
      GyreNode *parent = gyre_nodes_get (self, record->parent);

      GyreNode *last = parent->last != 0 ? gyre_nodes_get (self, parent->last) : record;

      record->shown = TRUE;
      record->next = parent->last != 0 ? last->next : node;
      last->next = node;
      parent->last = node;
      node = record->parent;
      record = parent;
    }
}

static gboolean
is_empty (const GyreNode *record)
{
  return record->last == 0 && !record->moved && record->strongest == NULL;
}

/* Takes the children with nothing below them out of the list of those that are shown. */
static void
hide_children (GyreNodes *self, GyreNode *parent)
{
  guint32 last = parent->last;
  guint32 child = last != 0 ? gyre_nodes_get (self, last)->next : 0;
  guint32 first = 0;

  parent->last = 0;
  while (child != 0)
    {
      GyreNode *record = gyre_nodes_get (self, child);
      guint32 next = child != last ? record->next : 0;

      if (is_empty (record))
        record->shown = FALSE;
      else
        {
          if (parent->last != 0)
            gyre_nodes_get (self, parent->last)->next = child;
          else
            first = child;
          parent->last = child;
        }
      child = next;
    }
  if (parent->last != 0)
    gyre_nodes_get (self, parent->last)->next = first;
}

static int
compare_numbers (gconstpointer left, gconstpointer right)
{
  guint32 first = *(const guint32 *) left, second = *(const guint32 *) right;

  return (first > second) - (first < second);
}

/* The parents of the nodes that are shown without reason, each once. */
static GArray *
list_parents (GyreNodes *self, GArray *empty)
{
  GArray *parents = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint kept = 0;

  for (guint index = 0; index < empty->len; index++)
    {
      const GyreNode *record = gyre_nodes_get (self, g_array_index (empty, guint32, index));
      guint32 parent = record->parent;

      if (record->shown && is_empty (record) && parent != GYRE_NODE_NONE)
        g_array_append_val (parents, parent);
    }
  g_array_sort (parents, compare_numbers);
  for (guint index = 0; index < parents->len; index++)
    if (kept == 0 || g_array_index (parents, guint32, index) != g_array_index (parents, guint32, kept - 1))
      g_array_index (parents, guint32, kept++) = g_array_index (parents, guint32, index);
  g_array_set_size (parents, kept);
  return parents;
}

/* Hides nodes about which nothing is said any more, and what is above them if it has nothing else below. The list of
 * each parent's children is walked once for each level of what goes. */
void
gyre_nodes_hide (GyreNodes *self, GArray *empty)
{
  GArray *parents = list_parents (self, empty);

  while (parents->len > 0)
    {
      GArray *next;

      for (guint index = 0; index < parents->len; index++)
        hide_children (self, gyre_nodes_get (self, g_array_index (parents, guint32, index)));
      next = list_parents (self, parents);
      g_array_unref (parents);
      parents = next;
    }
  g_array_unref (parents);
}

gboolean
gyre_nodes_is_within (GyreNodes *self, guint32 node, guint32 ancestor)
{
  while (node != GYRE_NODE_NONE && node != ancestor)
    node = gyre_nodes_get (self, node)->parent;
  return node == ancestor;
}

typedef struct
{
  guint32 alias;
  guint32 target;
} Pair;

/* Every node at and below @alias, with the one that it will stand for: breadth first, a node before its children. */
static GArray *
collect_pairs (GyreNodes *self, guint32 alias, guint32 target)
{
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (Pair));
  Pair pair = { alias, target };

  g_array_append_val (pairs, pair);
  for (guint index = 0; index < pairs->len; index++)
    {
      Pair above = g_array_index (pairs, Pair, index);

      for (guint32 child = gyre_nodes_get_first (self, above.alias); child != 0; child = gyre_nodes_get_next (self, child))
        {
          pair.alias = child;
          pair.target = find_child (self, above.target, gyre_nodes_get (self, child)->fragment, TRUE);
          pair.target = gyre_nodes_resolve (self, pair.target);
          g_array_append_val (pairs, pair);
        }
    }
  return pairs;
}

static void
merge_pair (GyreNodes *self, const Pair *pair)
{
  GyreNode *from = gyre_nodes_get (self, pair->alias);
  GyreNode *to = gyre_nodes_get (self, pair->target);

  if (from->strongest != NULL)
    {
      to->strongest = gyre_setting_merge (to->strongest, g_steal_pointer (&from->strongest));
      gyre_nodes_show (self, pair->target);
    }
  from->moved = TRUE;
  from->same = pair->target;
  self->aliases++;
}

/* Makes @alias stand for @target, children too: what was said about both becomes one chain in the order of priority. Both
 * are resolved. Nothing happens, and FALSE is returned, when one lies within the other, there or further down. */
gboolean
gyre_nodes_merge (GyreNodes *self, guint32 alias, guint32 target)
{
  g_autoptr (GArray) pairs = collect_pairs (self, alias, target);

  for (guint index = 0; index < pairs->len; index++)
    {
      const Pair *pair = &g_array_index (pairs, Pair, index);

      if (gyre_nodes_is_within (self, pair->target, alias) || gyre_nodes_is_within (self, pair->alias, pair->target))
        return FALSE;
    }
  for (guint index = 0; index < pairs->len; index++)
    merge_pair (self, &g_array_index (pairs, Pair, index));
  return TRUE;
}

/* The first child that is shown and stands for itself, or 0. */
guint32
gyre_nodes_get_first (GyreNodes *self, guint32 node)
{
  guint32 last = gyre_nodes_get (self, node)->last;
  guint32 first = last != 0 ? gyre_nodes_get (self, last)->next : 0;

  return first != 0 && gyre_nodes_get (self, first)->moved ? gyre_nodes_get_next (self, first) : first;
}

/* The next such child of the same parent, or 0. */
guint32
gyre_nodes_get_next (GyreNodes *self, guint32 node)
{
  guint32 last = gyre_nodes_get (self, gyre_nodes_get (self, node)->parent)->last;

  do
    {
      if (node == last)
        return 0;
      node = gyre_nodes_get (self, node)->next;
    }
  while (gyre_nodes_get (self, node)->moved);
  return node;
}

void
gyre_nodes_append_name (GyreNodes *self, guint32 node, GString *text)
{
  g_autoptr (GArray) fragments = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (; node > GYRE_NODE_ROOT; node = gyre_nodes_get (self, node)->parent)
    g_array_append_val (fragments, gyre_nodes_get (self, node)->fragment);
  for (guint index = fragments->len; index > 0; index--)
    {
      gsize length;
      const char *fragment = gyre_fragments_get_text (self->fragments, g_array_index (fragments, guint32, index - 1), &length);

      if (index < fragments->len)
        g_string_append_c (text, '.');
      g_string_append_len (text, fragment, length);
    }
}
