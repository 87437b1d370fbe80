/* gyre-namemap.c: The names that a class answers to
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Open addressing: a table of small numbers, a power of two long and never more than three quarters full, leads to an
 * array of entries in the order in which they were added. Nearly every slot that a look-up visits is the one that it
 * wants, or an empty one. Twenty names take about 420 bytes.
 */
#include "gyre-namemap-private.h"

#include <string.h>

typedef struct
{
  const char *name;
  guint32 tag;              /* of its key */
  guint32 index;
} GyreNamemapEntry;

/* A name with what is computed from it once. */
typedef struct
{
  const char *text;
  gsize length;
  guint32 hash;
  guint32 tag;
} GyreNamemapKey;

/* The numbers of the table are one more than the entry's position; zero is an empty slot. */
struct _GyreNamemap
{
  GyreNamemapEntry *entries;
  gpointer table;           /* guint16 while that is enough, else guint32 */
  guint length;
  guint capacity;           /* of entries */
  guint mask;               /* the slots of the table, less one */
  gboolean wide;
};

#define SMALLEST_TABLE 4
#define LARGEST_NARROW_TABLE (1u << 16)

static inline guint64
read_eight (const char *bytes)
{
  guint64 word;

  memcpy (&word, bytes, sizeof word);
  return word;
}

static inline guint64
read_four (const char *bytes)
{
  guint32 word;

  memcpy (&word, bytes, sizeof word);
  return word;
}

static inline guint64
mix (guint64 state, guint64 word)
{
  state = (state ^ word) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  return state ^ (state >> 32);
}

/* Eight bytes a step. The last step takes the last eight bytes, which may overlap those before: no byte behind the text is
 * read, and the length keeps texts apart that look alike because of it. */
static inline guint64
hash_text (const char *text, gsize length)
{
  guint64 state = length * G_GUINT64_CONSTANT (0xff51afd7ed558ccd);
  guint64 last = 0;

  if (length >= 8)
    {
      for (gsize offset = 0; offset + 8 < length; offset += 8)
        state = mix (state, read_eight (text + offset));
      last = read_eight (text + length - 8);
    }
  else if (length >= 4)
    last = read_four (text) << 32 | read_four (text + length - 4);
  else if (length > 0)
    last = (guint64) (guchar) text[0] << 16 | (guint64) (guchar) text[length / 2] << 8 | (guchar) text[length - 1];
  return mix (state, last);
}

/* The same steps over two texts of one length. */
static inline gboolean
is_same_text (const char *first, const char *second, gsize length)
{
  if (length >= 8)
    {
      for (gsize offset = 0; offset + 8 < length; offset += 8)
        if (read_eight (first + offset) != read_eight (second + offset))
          return FALSE;
      return read_eight (first + length - 8) == read_eight (second + length - 8);
    }
  if (length >= 4)
    return read_four (first) == read_four (second) && read_four (first + length - 4) == read_four (second + length - 4);
  for (gsize offset = 0; offset < length; offset++)
    if (first[offset] != second[offset])
      return FALSE;
  return TRUE;
}

#define LONGEST_TAGGED 0xffff

/* Sixteen bits of the hash beside the length: when two tags are equal, so are the lengths, and the texts can be compared
 * without looking for their ends. Lengths that do not fit look all the same. */
static inline GyreNamemapKey
make_key (const char *name)
{
  GyreNamemapKey key = { .text = name, .length = strlen (name) };
  guint64 hash = hash_text (name, key.length);

  key.hash = (guint32) hash;
  key.tag = (guint32) (hash >> 48) << 16 | (guint32) MIN (key.length, LONGEST_TAGGED);
  return key;
}

static inline gboolean
entry_has_name (const GyreNamemapEntry *self, const GyreNamemapKey *key)
{
  if (self->tag != key->tag)
    return FALSE;
  if (G_UNLIKELY (key->length >= LONGEST_TAGGED))
    return strcmp (self->name, key->text) == 0;
  return is_same_text (self->name, key->text, key->length);
}

static inline guint
table_get (const GyreNamemap *self, guint slot)
{
  return G_UNLIKELY (self->wide) ? ((const guint32 *) self->table)[slot] : ((const guint16 *) self->table)[slot];
}

static inline void
table_set (GyreNamemap *self, guint slot, guint number)
{
  if (self->wide)
    ((guint32 *) self->table)[slot] = number;
  else
    ((guint16 *) self->table)[slot] = (guint16) number;
}

/* The smallest table that is at most three quarters full with so many entries. */
static guint
slots_for (guint length)
{
  guint slots = SMALLEST_TABLE;

  while (slots / 4 * 3 < length)
    slots *= 2;
  return slots;
}

static void
namemap_rebuild (GyreNamemap *self, guint slots)
{
  g_free (self->table);
  self->wide = slots > LARGEST_NARROW_TABLE;
  self->table = g_malloc0_n (slots, self->wide ? sizeof (guint32) : sizeof (guint16));
  self->mask = slots - 1;
  for (guint position = 0; position < self->length; position++)
    {
      guint slot = make_key (self->entries[position].name).hash & self->mask;

      while (table_get (self, slot) != 0)
        slot = (slot + 1) & self->mask;
      table_set (self, slot, position + 1);
    }
}

static void
namemap_resize (GyreNamemap *self, guint capacity)
{
  self->entries = g_renew (GyreNamemapEntry, self->entries, capacity);
  self->capacity = capacity;
}

/* The table always has an empty slot, which ends the search. */
static inline GyreNamemapEntry *
namemap_find_entry (const GyreNamemap *self, const GyreNamemapKey *key, guint *slot)
{
  guint number;

  *slot = key->hash & self->mask;
  while ((number = table_get (self, *slot)) != 0)
    {
      GyreNamemapEntry *entry = &self->entries[number - 1];

      if (entry_has_name (entry, key))
        return entry;
      *slot = (*slot + 1) & self->mask;
    }
  return NULL;
}

static void
namemap_insert (GyreNamemap *self, const GyreNamemapKey *key, guint index, guint slot)
{
  if (self->length == self->capacity)
    namemap_resize (self, self->capacity < 4 ? 4 : self->capacity + self->capacity / 2);
  self->entries[self->length] = (GyreNamemapEntry) { key->text, key->tag, index };
  self->length++;
  if (self->length > (self->mask + 1) / 4 * 3)
    namemap_rebuild (self, slots_for (self->length));
  else
    table_set (self, slot, self->length);
}

/*
 * gyre_namemap_new:
 * @expected: how many names will come, as far as is known
 *
 * Returns: (transfer full): a map without names
 */
GyreNamemap *
gyre_namemap_new (guint expected)
{
  GyreNamemap *self = g_new0 (GyreNamemap, 1);

  if (expected > 0)
    namemap_resize (self, expected);
  namemap_rebuild (self, slots_for (expected));
  return self;
}

void
gyre_namemap_free (GyreNamemap *namemap)
{
  g_free (namemap->entries);
  g_free (namemap->table);
  g_free (namemap);
}

/*
 * gyre_namemap_add:
 * @namemap: a map
 * @name: (transfer none): a name, which must outlive the map
 * @index: what it leads to
 * @taken: (out) (optional): what the name leads to already, when it is refused
 *
 * Adds a name. One that leads to @index already is accepted again.
 *
 * Returns: %FALSE when the name leads elsewhere
 */
gboolean
gyre_namemap_add (GyreNamemap *namemap, const char *name, guint index, guint *taken)
{
  GyreNamemapKey key = make_key (name);
  guint slot;
  GyreNamemapEntry *entry = namemap_find_entry (namemap, &key, &slot);

  g_assert (index != GYRE_NAMEMAP_MISSING);
  if (entry == NULL)
    {
      namemap_insert (namemap, &key, index, slot);
      return TRUE;
    }
  if (entry->index == index)
    return TRUE;
  if (taken != NULL)
    *taken = entry->index;
  return FALSE;
}

/*
 * gyre_namemap_replace:
 * @namemap: a map
 * @name: (transfer none): a name, which must outlive the map
 * @index: what it leads to from now on
 *
 * Adds a name, or leads it elsewhere. The map keeps this text of the name and forgets the one it had: it may belong to the
 * descriptor that is replaced.
 */
void
gyre_namemap_replace (GyreNamemap *namemap, const char *name, guint index)
{
  GyreNamemapKey key = make_key (name);
  guint slot;
  GyreNamemapEntry *entry = namemap_find_entry (namemap, &key, &slot);

  g_assert (index != GYRE_NAMEMAP_MISSING);
  if (entry == NULL)
    {
      namemap_insert (namemap, &key, index, slot);
      return;
    }
  entry->name = name;
  entry->index = index;
}

/*
 * gyre_namemap_shrink:
 * @namemap: a map
 *
 * Gives back what is not used. More names can be added afterwards.
 */
void
gyre_namemap_shrink (GyreNamemap *namemap)
{
  if (namemap->capacity > namemap->length)
    namemap_resize (namemap, namemap->length);
  if (slots_for (namemap->length) < namemap->mask + 1)
    namemap_rebuild (namemap, slots_for (namemap->length));
}

/*
 * gyre_namemap_find:
 * @namemap: a map
 * @name: a name from anywhere
 *
 * Returns: what the name leads to, or %GYRE_NAMEMAP_MISSING
 */
guint
gyre_namemap_find (const GyreNamemap *namemap, const char *name)
{
  GyreNamemapKey key = make_key (name);
  guint slot;
  const GyreNamemapEntry *entry = namemap_find_entry (namemap, &key, &slot);

  return entry != NULL ? entry->index : GYRE_NAMEMAP_MISSING;
}

guint
gyre_namemap_get_length (const GyreNamemap *namemap)
{
  return namemap->length;
}

/*
 * gyre_namemap_foreach:
 * @namemap: a map, which must not change meanwhile
 * @function: (scope call): called for each name in the order in which they were added
 * @data: handed to @function
 */
void
gyre_namemap_foreach (const GyreNamemap *namemap, GyreNamemapFunction function, gpointer data)
{
  for (guint position = 0; position < namemap->length; position++)
    function (namemap->entries[position].name, namemap->entries[position].index, data);
}
