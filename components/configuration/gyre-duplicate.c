/* gyre-duplicate.c: Finds the keys that a map of a document has twice
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-duplicate-private.h"

#include <string.h>

#define SMALL_MAP 12
#define FIRST_TABLE 64

void
gyre_duplicate_init (GyreDuplicate *self)
{
  *self = (GyreDuplicate) {
    .maps = g_array_new (FALSE, TRUE, sizeof (GyreDuplicateMap)),
    .seed = ((guint64) g_random_int () << 32 | g_random_int ()) | 1,
  };
}

void
gyre_duplicate_clear (GyreDuplicate *self)
{
  for (guint index = 0; index < self->maps->len; index++)
    g_free (g_array_index (self->maps, GyreDuplicateMap, index).table);
  g_clear_pointer (&self->maps, g_array_unref);
  g_clear_pointer (&self->keys, g_free);
}

static inline GyreDuplicateMap *
get_map (GyreDuplicate *self)
{
  return &g_array_index (self->maps, GyreDuplicateMap, self->depth - 1);
}

/* Opens a map inside the one that is open. */
void
gyre_duplicate_open (GyreDuplicate *self)
{
  if (self->depth == self->maps->len)
    g_array_set_size (self->maps, self->depth + 1);
  self->depth++;
  get_map (self)->filter = 0;
  get_map (self)->first = self->length;
  get_map (self)->size = 0;
}

/* Closes the innermost map and forgets its keys. */
void
gyre_duplicate_close (GyreDuplicate *self)
{
  self->length = get_map (self)->first;
  self->depth--;
}

static inline guint32
make_hash (GyreDuplicate *self, const char *text, guint length)
{
  guint64 hash = self->seed ^ length;
  guint64 word;

  for (; length >= 8; text += 8, length -= 8)
    {
      memcpy (&word, text, 8);
      hash = (hash ^ word) * self->seed;
      hash ^= hash >> 29;
    }
  word = 0;
  if (length >= 4)
    {
      guint32 first, last;

      memcpy (&first, text, 4);
      memcpy (&last, text + length - 4, 4);
      word = (guint64) first << 32 | last;
    }
  else if (length > 0)
    word = (guint64) (guchar) text[0] << 16 | (guint64) (guchar) text[length / 2] << 8 | (guchar) text[length - 1];
  hash = (hash ^ word) * self->seed;
  hash ^= hash >> 32;
  return (hash * self->seed) >> 32;
}

static inline gboolean
is_same (GyreDuplicate *self, const GyreDuplicateKey *key, const GyreDuplicateKey *other)
{
  self->steps++;
  return key->hash == other->hash && key->length == other->length && memcmp (key->text, other->text, key->length) == 0;
}

/* Enters a key that is in no slot yet. */
static void
enter (GyreDuplicateMap *map, const GyreDuplicateKey *keys, guint32 number)
{
  guint slot = keys[number - 1].hash & (map->size - 1);

  while (map->table[slot] != 0)
    slot = (slot + 1) & (map->size - 1);
  map->table[slot] = number;
}

/* Makes the table larger and enters all keys anew. */
static void
grow (GyreDuplicate *self, GyreDuplicateMap *map)
{
  map->size = map->size == 0 ? FIRST_TABLE : map->size * 4;
  if (map->size > map->allocated)
    {
      map->table = g_renew (guint32, map->table, map->size);
      map->allocated = map->size;
    }
  memset (map->table, 0, map->size * sizeof (guint32));
  for (guint number = 1; number <= self->length - map->first; number++)
    enter (map, self->keys + map->first, number);
}

static const GyreDuplicateKey *
find (GyreDuplicate *self, const GyreDuplicateMap *map, const GyreDuplicateKey *key)
{
  if (map->size == 0)
    {
      for (guint index = map->first; index < self->length; index++)
        if (is_same (self, &self->keys[index], key))
          return &self->keys[index];
      return NULL;
    }
  for (guint slot = key->hash & (map->size - 1); map->table[slot] != 0; slot = (slot + 1) & (map->size - 1))
    if (is_same (self, &self->keys[map->first + map->table[slot] - 1], key))
      return &self->keys[map->first + map->table[slot] - 1];
  return NULL;
}

/* Adds a key to the innermost map. Returns the one that was there before, NULL when it is new. */
const GyreDuplicateKey *
gyre_duplicate_add (GyreDuplicate *self, const char *text, guint length, guint line, guint column)
{
  GyreDuplicateKey key = { text, length, make_hash (self, text, length), line, column };
  GyreDuplicateMap *map = get_map (self);
  guint64 bit = G_GUINT64_CONSTANT (1) << (key.hash >> 26);
  const GyreDuplicateKey *found = (map->filter & bit) != 0 ? find (self, map, &key) : NULL;

  if (found != NULL)
    return found;
  map->filter |= bit;
  if (self->length == self->allocated)
    {
      self->allocated = MAX (64, self->allocated * 2);
      self->keys = g_renew (GyreDuplicateKey, self->keys, self->allocated);
    }
  self->keys[self->length++] = key;
  if (self->length - map->first >= SMALL_MAP && (self->length - map->first) * 2 > map->size)
    grow (self, map);
  else if (map->size > 0)
    enter (map, self->keys + map->first, self->length - map->first);
  return NULL;
}
