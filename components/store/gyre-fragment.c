/* gyre-fragment.c: The parts of dotted names, each kept once
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Open addressing with linear probing; a slot holds the whole hash, so that a look-up reads no text but the right one.
 * The hash starts from a random seed: a file cannot be written so that its keys collide. Sections say the same keys in the
 * same order again and again: most texts are found where they are guessed, behind the one before.
 */
#include "gyre-fragment-private.h"

#include <string.h>

typedef struct
{
  const char *text;
  guint32 length;
  guint32 follower;   /* what came after it the last time, 0: nothing yet */
} Fragment;

typedef struct
{
  guint32 hash;
  guint32 fragment;   /* 0 for a free slot */
} Slot;

struct _GyreFragments
{
  GStringChunk *texts;
  GArray *entries;    /* of Fragment; the first stands for no fragment */
  Slot *slots;
  guint mask;
  guint32 previous;   /* what was interned last */
};

enum
{
  FIRST_SLOTS = 64,
  TEXT_BLOCK = 4096,
};

static guint64
hash_seed (void)
{
  static gsize seed = 0;

  if (g_once_init_enter (&seed))
    g_once_init_leave (&seed, ((gsize) g_random_int () << 1) | 1);
  return seed;
}

static inline guint64
mix (guint64 value)
{
  value *= G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);
  return value ^ (value >> 32);
}

static inline guint64
read_eight (const char *text)
{
  guint64 word;

  memcpy (&word, text, sizeof word);
  return word;
}

/* The last bytes, fewer than eight: two reads that may overlap. */
static inline guint64
read_rest (const char *text, gsize length)
{
  const guint8 *bytes = (const guint8 *) text;
  guint32 first, last;

  if (length >= 4)
    {
      memcpy (&first, text, sizeof first);
      memcpy (&last, text + length - sizeof last, sizeof last);
      return (guint64) first << 32 | last;
    }
  return (guint64) bytes[0] | (guint64) bytes[length / 2] << 8 | (guint64) bytes[length - 1] << 16;
}

/* The hash of a text, different in each run of the program. */
guint32
gyre_fragment_hash (const char *text, gsize length)
{
  guint64 hash = mix (hash_seed () ^ length);

  for (; length >= 8; text += 8, length -= 8)
    hash = mix (hash ^ read_eight (text));
  if (length > 0)
    hash = mix (hash ^ read_rest (text, length));
  return (guint32) (mix (hash) >> 16);
}

GyreFragments *
gyre_fragments_new (void)
{
  GyreFragments *self = g_new0 (GyreFragments, 1);
  Fragment nothing = { "", 0, 0 };

  self->texts = g_string_chunk_new (TEXT_BLOCK);
  self->entries = g_array_new (FALSE, FALSE, sizeof (Fragment));
  g_array_append_val (self->entries, nothing);
  self->slots = g_new0 (Slot, FIRST_SLOTS);
  self->mask = FIRST_SLOTS - 1;
  return self;
}

void
gyre_fragments_free (GyreFragments *self)
{
  g_string_chunk_free (self->texts);
  g_array_unref (self->entries);
  g_free (self->slots);
  g_free (self);
}

/* The slot of the text, or the free one where it belongs. */
static Slot *
find_slot (const GyreFragments *self, const char *text, gsize length, guint32 hash)
{
  guint position = hash & self->mask;

  for (;; position = (position + 1) & self->mask)
    {
      Slot *slot = &self->slots[position];
      const Fragment *entry;

      if (slot->fragment == 0)
        return slot;
      if (slot->hash != hash)
        continue;
      entry = &g_array_index (self->entries, Fragment, slot->fragment);
      if (entry->length == length && memcmp (entry->text, text, length) == 0)
        return slot;
    }
}

static void
grow (GyreFragments *self)
{
  Slot *old = self->slots;
  guint old_length = self->mask + 1;

  self->mask = old_length * 2 - 1;
  self->slots = g_new0 (Slot, old_length * 2);
  for (guint index = 0; index < old_length; index++)
    {
      guint position = old[index].hash & self->mask;

      if (old[index].fragment == 0)
        continue;
      while (self->slots[position].fragment != 0)
        position = (position + 1) & self->mask;
      self->slots[position] = old[index];
    }
  g_free (old);
}

static guint32
find_or_add (GyreFragments *self, const char *text, gsize length)
{
  guint32 hash = gyre_fragment_hash (text, length);
  Slot *slot = find_slot (self, text, length, hash);
  Fragment entry = { NULL, length, 0 };

  if (slot->fragment != 0)
    return slot->fragment;

  entry.text = g_string_chunk_insert_len (self->texts, text, length);
  *slot = (Slot) { hash, self->entries->len };
  g_array_append_val (self->entries, entry);
  if (self->entries->len * 3 > (self->mask + 1) * 2)
    grow (self);
  return self->entries->len - 1;
}

/* The number of a text; it gets one when it has none. */
guint32
gyre_fragments_intern (GyreFragments *self, const char *text, gsize length)
{
  const Fragment *entries = (const Fragment *) self->entries->data;
  guint32 fragment = entries[self->previous].follower;

  if (fragment == 0 || entries[fragment].length != length || memcmp (entries[fragment].text, text, length) != 0)
    {
      fragment = find_or_add (self, text, length);
      g_array_index (self->entries, Fragment, self->previous).follower = fragment;
    }
  self->previous = fragment;
  return fragment;
}

/* The number of a text, 0 when it has none. */
guint32
gyre_fragments_find (const GyreFragments *self, const char *text, gsize length)
{
  return find_slot (self, text, length, gyre_fragment_hash (text, length))->fragment;
}

/* The text of a number, which stays where it is. */
const char *
gyre_fragments_get_text (const GyreFragments *self, guint32 fragment, gsize *length)
{
  const Fragment *entry;

  g_assert (fragment < self->entries->len);
  entry = &g_array_index (self->entries, Fragment, fragment);
  if (length != NULL)
    *length = entry->length;
  return entry->text;
}

guint
gyre_fragments_get_length (const GyreFragments *self)
{
  return self->entries->len - 1;
}
