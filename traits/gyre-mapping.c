/* gyre-mapping.c: Values of one kind by their names
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-mapping.h"

#include <string.h>

typedef struct
{
  char *key;
  GyreValue value;
} Entry;

struct _GyreMapping
{
  gint references;
  const GyreKind *kind;
  GArray *entries;
  GHashTable *places;   /* key → index + 1; the keys are those of the entries */
};

G_DEFINE_BOXED_TYPE (GyreMapping, gyre_mapping, gyre_mapping_ref, gyre_mapping_unref)

static Entry *
entry_at (const GyreMapping *mapping, guint index)
{
  return &g_array_index (mapping->entries, Entry, index);
}

/**
 * gyre_mapping_new: (skip)
 * @kind: the kind of the values
 *
 * Returns: (transfer full): a mapping without entries, to be filled with gyre_mapping_take_value()
 *
 * Since: 0.1
 */
GyreMapping *
gyre_mapping_new (const GyreKind *kind)
{
  GyreMapping *self = g_new0 (GyreMapping, 1);

  self->references = 1;
  self->kind = kind;
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  self->places = g_hash_table_new (g_str_hash, g_str_equal);
  return self;
}

/**
 * gyre_mapping_ref: (skip)
 * @mapping: a mapping
 *
 * Returns: (transfer full): @mapping
 *
 * Since: 0.1
 */
GyreMapping *
gyre_mapping_ref (GyreMapping *mapping)
{
  g_atomic_int_inc (&mapping->references);
  return mapping;
}

/**
 * gyre_mapping_unref: (skip)
 * @mapping: (transfer full): a mapping
 *
 * Since: 0.1
 */
void
gyre_mapping_unref (GyreMapping *mapping)
{
  if (!g_atomic_int_dec_and_test (&mapping->references))
    return;
  for (guint index = 0; index < mapping->entries->len; index++)
    {
      gyre_kind_clear (mapping->kind, &entry_at (mapping, index)->value);
      g_free (entry_at (mapping, index)->key);
    }
  g_hash_table_unref (mapping->places);
  g_array_unref (mapping->entries);
  g_free (mapping);
}

/**
 * gyre_mapping_take_value: (skip)
 * @mapping: a mapping that nobody else has yet
 * @key: a key; one that is there already keeps its place
 * @value: (transfer full): its value
 *
 * Since: 0.1
 */
void
gyre_mapping_take_value (GyreMapping *mapping, const char *key, GyreValue value)
{
  guint index;

  g_return_if_fail (mapping != NULL && key != NULL);

  if (gyre_mapping_find (mapping, key, &index))
    gyre_kind_clear (mapping->kind, &entry_at (mapping, index)->value);
  else
    {
      Entry entry = { g_strdup (key), GYRE_NONE };
      index = mapping->entries->len;
      g_array_append_val (mapping->entries, entry);
      g_hash_table_insert (mapping->places, entry.key, GUINT_TO_POINTER (index + 1));
    }
  entry_at (mapping, index)->value = value;
}

/**
 * gyre_mapping_get_length:
 * @mapping: a mapping
 *
 * Returns: the number of entries
 *
 * Since: 0.1
 */
guint
gyre_mapping_get_length (const GyreMapping *mapping)
{
  g_return_val_if_fail (mapping != NULL, 0);
  return mapping->entries->len;
}

/**
 * gyre_mapping_get_kind: (skip)
 * @mapping: a mapping
 *
 * Returns: (transfer none): what the values are kept as. A mapping of facilities holds texts before, and objects after somebody
 *   asked for them.
 *
 * Since: 0.1
 */
const GyreKind *
gyre_mapping_get_kind (const GyreMapping *mapping)
{
  g_return_val_if_fail (mapping != NULL, NULL);
  return mapping->kind;
}

/**
 * gyre_mapping_get_key:
 * @mapping: a mapping
 * @index: below the length
 *
 * Returns: (transfer none): the key of an entry
 *
 * Since: 0.1
 */
const char *
gyre_mapping_get_key (const GyreMapping *mapping, guint index)
{
  g_return_val_if_fail (mapping != NULL && index < mapping->entries->len, NULL);
  return entry_at (mapping, index)->key;
}

/**
 * gyre_mapping_get_value: (skip)
 * @mapping: a mapping
 * @index: below the length
 *
 * Returns: the value of an entry, borrowed
 *
 * Since: 0.1
 */
GyreValue
gyre_mapping_get_value (const GyreMapping *mapping, guint index)
{
  g_return_val_if_fail (mapping != NULL && index < mapping->entries->len, GYRE_NONE);
  return entry_at (mapping, index)->value;
}

/**
 * gyre_mapping_contains:
 * @mapping: a mapping
 * @key: a key
 *
 * Returns: whether there is an entry with that key
 *
 * Since: 0.1
 */
gboolean
gyre_mapping_contains (const GyreMapping *mapping, const char *key)
{
  return gyre_mapping_find (mapping, key, NULL);
}

/**
 * gyre_mapping_find:
 * @mapping: a mapping
 * @key: a key
 * @index: (out) (optional): where its entry is
 *
 * Returns: whether there is an entry with that key
 *
 * Since: 0.1
 */
gboolean
gyre_mapping_find (const GyreMapping *mapping, const char *key, guint *index)
{
  guint place;

  g_return_val_if_fail (mapping != NULL && key != NULL, FALSE);

  place = GPOINTER_TO_UINT (g_hash_table_lookup (mapping->places, key));
  if (place > 0 && index != NULL)
    *index = place - 1;
  return place > 0;
}

/**
 * gyre_mapping_get: (skip)
 * @mapping: a mapping
 * @key: a key
 *
 * Returns: its value, borrowed; `none` where there is no such entry
 *
 * Since: 0.1
 */
GyreValue
gyre_mapping_get (const GyreMapping *mapping, const char *key)
{
  guint index;

  return gyre_mapping_find (mapping, key, &index) ? entry_at (mapping, index)->value : GYRE_NONE;
}

/**
 * gyre_mapping_get_string:
 * @mapping: a mapping of strings or paths
 * @key: a key
 *
 * Returns: (nullable) (transfer none): its value; %NULL where there is no such entry
 *
 * Since: 0.1
 */
const char *
gyre_mapping_get_string (const GyreMapping *mapping, const char *key)
{
  return gyre_mapping_get (mapping, key).string;
}

/**
 * gyre_mapping_get_real:
 * @mapping: a mapping of reals
 * @key: a key
 *
 * Returns: its value; 0 where there is no such entry
 *
 * Since: 0.1
 */
double
gyre_mapping_get_real (const GyreMapping *mapping, const char *key)
{
  return gyre_mapping_get (mapping, key).real;
}

/**
 * gyre_mapping_get_integer:
 * @mapping: a mapping of integers or words of an enumeration
 * @key: a key
 *
 * Returns: its value; 0 where there is no such entry
 *
 * Since: 0.1
 */
gint64
gyre_mapping_get_integer (const GyreMapping *mapping, const char *key)
{
  return gyre_mapping_get (mapping, key).integer;
}

/**
 * gyre_mapping_get_boolean:
 * @mapping: a mapping of booleans
 * @key: a key
 *
 * Returns: its value; %FALSE where there is no such entry
 *
 * Since: 0.1
 */
gboolean
gyre_mapping_get_boolean (const GyreMapping *mapping, const char *key)
{
  return gyre_mapping_get (mapping, key).boolean;
}

/**
 * gyre_mapping_get_list:
 * @mapping: a mapping of lists, sets or tuples
 * @key: a key
 *
 * Returns: (nullable) (transfer none): its value; %NULL where there is no such entry
 *
 * Since: 0.1
 */
GyreList *
gyre_mapping_get_list (const GyreMapping *mapping, const char *key)
{
  return gyre_mapping_get (mapping, key).list;
}

/**
 * gyre_mapping_get_mapping:
 * @mapping: a mapping of mappings
 * @key: a key
 *
 * Returns: (nullable) (transfer none): its value; %NULL where there is no such entry
 *
 * Since: 0.1
 */
GyreMapping *
gyre_mapping_get_mapping (const GyreMapping *mapping, const char *key)
{
  return gyre_mapping_get (mapping, key).mapping;
}

/**
 * gyre_mapping_get_object:
 * @mapping: a mapping of facilities, as the accessor of a trait gives it
 * @key: a key
 *
 * Returns: (nullable) (transfer none): its value; %NULL where there is no such entry
 *
 * Since: 0.1
 */
GObject *
gyre_mapping_get_object (const GyreMapping *mapping, const char *key)
{
  return gyre_mapping_get (mapping, key).object;
}

/**
 * gyre_mapping_dup_keys:
 * @mapping: a mapping
 *
 * Returns: (transfer full): the keys, in their order
 *
 * Since: 0.1
 */
char **
gyre_mapping_dup_keys (const GyreMapping *mapping)
{
  guint length = gyre_mapping_get_length (mapping);
  char **keys = g_new0 (char *, length + 1);

  for (guint index = 0; index < length; index++)
    keys[index] = g_strdup (entry_at (mapping, index)->key);
  return keys;
}

static void
copy_entries (GyreMapping *target, const GyreMapping *source, guint first, guint end)
{
  for (guint index = first; index < end; index++)
    gyre_mapping_take_value (target, entry_at (source, index)->key,
                             gyre_kind_copy (source->kind, entry_at (source, index)->value));
}

/**
 * gyre_mapping_replace: (skip)
 * @mapping: a mapping
 * @position: of the first entry that goes
 * @removed: how many go
 * @added: (nullable): a mapping of the same kind, whose entries come there; they have other keys than those that stay
 *
 * A mapping does not change, so this makes another one.
 *
 * Returns: (transfer full): the mapping that comes of it
 *
 * Since: 0.1
 */
GyreMapping *
gyre_mapping_replace (const GyreMapping *mapping, guint position, guint removed, const GyreMapping *added)
{
  GyreMapping *self;

  g_return_val_if_fail (mapping != NULL && position <= mapping->entries->len, NULL);
  g_return_val_if_fail (removed <= mapping->entries->len - position, NULL);
  g_return_val_if_fail (added == NULL || added->kind == mapping->kind, NULL);

  self = gyre_mapping_new (mapping->kind);
  copy_entries (self, mapping, 0, position);
  if (added != NULL)
    copy_entries (self, added, 0, added->entries->len);
  copy_entries (self, mapping, position + removed, mapping->entries->len);
  return self;
}

/**
 * gyre_mapping_with: (skip)
 * @mapping: a mapping
 * @key: a key; one that is there already keeps its place
 * @value: (transfer full): its value
 *
 * Returns: (transfer full): the mapping with that entry
 *
 * Since: 0.1
 */
GyreMapping *
gyre_mapping_with (const GyreMapping *mapping, const char *key, GyreValue value)
{
  GyreMapping *self;

  g_return_val_if_fail (mapping != NULL && key != NULL, NULL);

  self = gyre_mapping_replace (mapping, 0, 0, NULL);
  gyre_mapping_take_value (self, key, value);
  return self;
}

/**
 * gyre_mapping_without: (skip)
 * @mapping: a mapping
 * @key: a key
 *
 * Returns: (transfer full): the mapping without that entry
 *
 * Since: 0.1
 */
GyreMapping *
gyre_mapping_without (const GyreMapping *mapping, const char *key)
{
  guint index = 0;
  gboolean found = gyre_mapping_find (mapping, key, &index);

  return gyre_mapping_replace (mapping, index, found ? 1 : 0, NULL);
}

/**
 * gyre_mapping_equal:
 * @mapping: a mapping
 * @other: another of the same kind
 *
 * Returns: whether both hold the same in the same order
 *
 * Since: 0.1
 */
gboolean
gyre_mapping_equal (const GyreMapping *mapping, const GyreMapping *other)
{
  g_return_val_if_fail (mapping != NULL && other != NULL, FALSE);

  if (mapping->kind != other->kind || mapping->entries->len != other->entries->len)
    return FALSE;
  for (guint index = 0; index < mapping->entries->len; index++)
    if (strcmp (entry_at (mapping, index)->key, entry_at (other, index)->key) != 0
        || !gyre_kind_equal (mapping->kind, entry_at (mapping, index)->value, entry_at (other, index)->value))
      return FALSE;
  return TRUE;
}
