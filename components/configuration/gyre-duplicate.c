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
  get_map (self)->is_in_order = TRUE;
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
  return key->length == other->length && memcmp (key->text, other->text, key->length) == 0;
}

/* Enters a key that is in no slot yet. */
static void
enter (GyreDuplicateMap *map, const GyreDuplicateKey *keys, guint32 number)
{
  guint slot = keys[number - 1].hash & (map->size - 1);

  while (map->table[slot] != 0)
    slot = (slot + 1) & (map->size - 1);
  map->table[slot] = (guint64) keys[number - 1].hash << 32 | number;
}

/* Makes the table large enough for the keys and enters all of them anew. */
static void
grow (GyreDuplicate *self, GyreDuplicateMap *map)
{
  for (guint index = map->size == 0 ? map->first : self->length; index < self->length; index++)
    self->keys[index].hash = make_hash (self, self->keys[index].text, self->keys[index].length);
  map->size = map->size == 0 ? FIRST_TABLE : map->size * 4;
  while (map->size < (self->length - map->first) * 2)
    map->size *= 4;
  if (map->size > map->allocated)
    {
      map->table = g_renew (guint64, map->table, map->size);
      map->allocated = map->size;
    }
  memset (map->table, 0, map->size * sizeof (guint64));
  for (guint number = 1; number <= self->length - map->first; number++)
    enter (map, self->keys + map->first, number);
}

/* Looks at all keys of a small map. */
static const GyreDuplicateKey *
find_slowly (GyreDuplicate *self, const GyreDuplicateMap *map, const GyreDuplicateKey *key)
{
  for (guint index = map->first; index < self->length; index++)
    if (is_same (self, &self->keys[index], key))
      return &self->keys[index];
  return NULL;
}

static const GyreDuplicateKey *
find (GyreDuplicate *self, const GyreDuplicateMap *map, const GyreDuplicateKey *key)
{
  for (guint slot = key->hash & (map->size - 1); map->table[slot] != 0; slot = (slot + 1) & (map->size - 1))
    {
      const GyreDuplicateKey *other = &self->keys[map->first + (guint32) map->table[slot] - 1];

      if (map->table[slot] >> 32 == key->hash && is_same (self, other, key))
        return other;
      self->steps++;
    }
  return NULL;
}

static inline gboolean
comes_after (const GyreDuplicateKey *key, const GyreDuplicateKey *other)
{
  if (key->length != other->length)
    return key->length > other->length;
  return memcmp (key->text, other->text, key->length) > 0;
}

static inline void
append (GyreDuplicate *self, const GyreDuplicateKey *key)
{
  if (G_UNLIKELY (self->length == self->allocated))
    {
      self->allocated = MAX (64, self->allocated * 2);
      self->keys = g_renew (GyreDuplicateKey, self->keys, self->allocated);
    }
  self->keys[self->length++] = *key;
}

/* Cheaper than a hash: a small map has few keys, whatever they are. */
static inline guint64
get_bit (const GyreDuplicateKey *key)
{
  const guchar *text = (const guchar *) key->text;
  guint32 length = key->length;

  if (length == 0)
    return 1;
  return G_GUINT64_CONSTANT (1) << ((37u * text[length - 1] + 11u * text[length / 2] + text[0] + length) & 63);
}

/* From now on the keys of a map have to be looked for. */
static void
leave_order (GyreDuplicate *self, GyreDuplicateMap *map)
{
  map->is_in_order = FALSE;
  if (self->length - map->first >= SMALL_MAP)
    grow (self, map);
  else
    for (guint index = map->first; index < self->length; index++)
      map->filter |= get_bit (&self->keys[index]);
}

static const GyreDuplicateKey *
add_to_small (GyreDuplicate *self, GyreDuplicateMap *map, GyreDuplicateKey *key)
{
  guint64 bit = get_bit (key);
  const GyreDuplicateKey *found = (map->filter & bit) != 0 ? find_slowly (self, map, key) : NULL;

  if (found != NULL)
    return found;
  map->filter |= bit;
  append (self, key);
  if (self->length - map->first >= SMALL_MAP)
    grow (self, map);
  return NULL;
}

static const GyreDuplicateKey *
add_to_table (GyreDuplicate *self, GyreDuplicateMap *map, GyreDuplicateKey *key)
{
  const GyreDuplicateKey *found;

  key->hash = make_hash (self, key->text, key->length);
  found = find (self, map, key);
  if (found != NULL)
    return found;
  append (self, key);
  if ((self->length - map->first) * 2 > map->size)
    grow (self, map);
  else
    enter (map, self->keys + map->first, self->length - map->first);
  return NULL;
}

/* Adds a key to the innermost map. Returns the one that was there before, NULL when it is new. */
const GyreDuplicateKey *
gyre_duplicate_add (GyreDuplicate *self, const char *text, guint length, guint line, guint column)
{
  GyreDuplicateKey key = { text, length, 0, line, column };
  GyreDuplicateMap *map = get_map (self);

  if (map->is_in_order && (self->length == map->first || comes_after (&key, &self->keys[self->length - 1])))
    {
      append (self, &key);
      return NULL;
    }
  if (map->is_in_order)
    leave_order (self, map);
  return map->size > 0 ? add_to_table (self, map, &key) : add_to_small (self, map, &key);
}
