/* gyre-history.c: What values a trait had, on demand
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Each trait that is tracked has a queue of its own, so that one that changes often does not push out the others. A value is
 * written down as text when it comes; a place in code becomes file and line when somebody asks.
 */
#include "gyre-history-private.h"
#include "gyre-commit-private.h"
#include "gyre-dynamic-private.h"
#include "gyre-secrecy.h"

/* What stands for the value of a secret. */
#define MASK "***"

struct _GyreHistoryEntry
{
  gint references;
  char *name;             /* interned: the attribute that it was of can be gone */
  char *text;
  guint64 sequence;
  GyreProvenance provenance;
};

typedef struct
{
  guint capacity;
  GQueue entries;         /* of GyreHistoryEntry, the oldest first */
} Track;

typedef struct
{
  guint n_slots;
  Track **tracks;         /* one a slot; NULL of those that are not tracked */
  GHashTable *attributes; /* of what nobody has declared: name → Track, both owned; NULL for none */
  guint capacity;         /* for attributes that come; 0 for none */
} History;

G_DEFINE_BOXED_TYPE (GyreHistoryEntry, gyre_history_entry, gyre_history_entry_ref, gyre_history_entry_unref)

static guint64 last_sequence;

/**
 * gyre_history_entry_ref: (skip)
 * @entry: an entry
 *
 * Returns: (transfer full): @entry
 *
 * Since: 0.1
 */
GyreHistoryEntry *
gyre_history_entry_ref (GyreHistoryEntry *entry)
{
  g_return_val_if_fail (entry != NULL, NULL);
  g_atomic_int_inc (&entry->references);
  return entry;
}

/**
 * gyre_history_entry_unref: (skip)
 * @entry: (transfer full): an entry
 *
 * Since: 0.1
 */
void
gyre_history_entry_unref (GyreHistoryEntry *entry)
{
  g_return_if_fail (entry != NULL);
  if (!g_atomic_int_dec_and_test (&entry->references))
    return;
  gyre_provenance_clear (&entry->provenance);
  g_ref_string_release (entry->name);
  g_free (entry->text);
  g_slice_free (GyreHistoryEntry, entry);
}

/**
 * gyre_history_entry_get_trait:
 * @entry: an entry
 *
 * Returns: (transfer none): the name of the trait
 *
 * Since: 0.1
 */
const char *
gyre_history_entry_get_trait (GyreHistoryEntry *entry)
{
  g_return_val_if_fail (entry != NULL, NULL);
  return entry->name;
}

/**
 * gyre_history_entry_get_text:
 * @entry: an entry
 *
 * Returns: (transfer none): the value as text; of a secret `***`
 *
 * Since: 0.1
 */
const char *
gyre_history_entry_get_text (GyreHistoryEntry *entry)
{
  g_return_val_if_fail (entry != NULL, NULL);
  return entry->text;
}

/**
 * gyre_history_entry_get_sequence:
 * @entry: an entry
 *
 * Returns: a number that is greater than those of all entries of the process that came before
 *
 * Since: 0.1
 */
guint64
gyre_history_entry_get_sequence (GyreHistoryEntry *entry)
{
  g_return_val_if_fail (entry != NULL, 0);
  return entry->sequence;
}

/**
 * gyre_history_entry_dup_locator:
 * @entry: an entry, while the executive of its component lives
 *
 * Returns: (transfer full) (nullable): where the value was said
 *
 * Since: 0.1
 */
GyreLocator *
gyre_history_entry_dup_locator (GyreHistoryEntry *entry)
{
  g_autoptr (GyreLocator) locator = NULL;

  g_return_val_if_fail (entry != NULL, NULL);
  locator = gyre_provenance_dup_locator (&entry->provenance);
  return g_strcmp0 (entry->text, MASK) == 0 ? gyre_secrecy_conceal_locator (locator) : g_steal_pointer (&locator);
}

/**
 * gyre_history_entry_get_priority:
 * @entry: an entry
 * @priority: (out caller-allocates): how much weight the value had
 *
 * Since: 0.1
 */
void
gyre_history_entry_get_priority (GyreHistoryEntry *entry, GyrePriority *priority)
{
  g_return_if_fail (entry != NULL && priority != NULL);
  *priority = gyre_provenance_get_priority (&entry->provenance);
}

static void
track_free (gpointer track)
{
  Track *self = track;

  if (self == NULL)
    return;
  g_queue_clear_full (&self->entries, (GDestroyNotify) gyre_history_entry_unref);
  g_free (self);
}

/* Few components have one, so it does not stand in the state of all. */
static G_DEFINE_QUARK (gyre-history, history)

static History *
get_history (GyreComponent *component)
{
  return g_object_get_qdata (G_OBJECT (component), history_quark ());
}

static void
history_free (gpointer history)
{
  History *self = history;

  for (guint slot = 0; slot < self->n_slots; slot++)
    track_free (self->tracks[slot]);
  g_clear_pointer (&self->attributes, g_hash_table_unref);
  g_free (self->tracks);
  g_free (self);
}

static char *
dup_text (GyreComponent *component, const GyreTrait *trait)
{
  char *text = gyre_trait_is_secret (trait) ? g_strdup (MASK)
                                            : gyre_component_dup_text (component, gyre_trait_get_name (trait), NULL);

  return text != NULL ? text : g_strdup ("none");
}

static const GyreProvenance *
get_provenance (GyreComponent *component, const GyreTrait *trait)
{
  return gyre_trait_is_dynamic (trait) ? &gyre_dynamic_of_trait (trait)->provenance
                                       : gyre_state_get_provenance (component, trait->descriptor.index);
}

static void
record (GyreComponent *component, const GyreTrait *trait, Track *track)
{
  GyreHistoryEntry *entry = g_slice_new (GyreHistoryEntry);

  *entry = (GyreHistoryEntry) { 1, g_ref_string_new_intern (trait->descriptor.name), dup_text (component, trait),
                                __atomic_add_fetch (&last_sequence, 1, __ATOMIC_RELAXED),
                                gyre_provenance_copy (get_provenance (component, trait)) };
  g_queue_push_tail (&track->entries, entry);
  while (track->entries.length > track->capacity)
    gyre_history_entry_unref (g_queue_pop_head (&track->entries));
}

static Track *
ensure_attribute (History *self, const char *name)
{
  Track *track;

  if (self->attributes == NULL)
    self->attributes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, track_free);
  track = g_hash_table_lookup (self->attributes, name);
  if (track != NULL)
    return track;
  track = g_new0 (Track, 1);
  track->capacity = self->capacity;
  g_hash_table_insert (self->attributes, g_strdup (name), track);
  return track;
}

/* NULL for what is not tracked. */
static Track *
find_track (History *self, const GyreTrait *trait)
{
  Track *track;

  if (self == NULL || !gyre_trait_is_dynamic (trait))
    return self != NULL ? self->tracks[trait->descriptor.index] : NULL;
  track = self->attributes != NULL ? g_hash_table_lookup (self->attributes, trait->descriptor.name) : NULL;
  return track != NULL || self->capacity == 0 ? track : ensure_attribute (self, trait->descriptor.name);
}

/* A trait of the component has changed. */
void
gyre_history_record (GyreComponent *component, const GyreTrait *trait)
{
  Track *track = find_track (get_history (component), trait);

  if (track != NULL)
    record (component, trait, track);
}

/* Whether somebody else says it than the one who said it last. A line that says the same again and again is written down once. */
static gboolean
is_other_place (const GyreProvenance *left, const GyreProvenance *right)
{
  return left->kind != right->kind || left->source != right->source || left->category != right->category || left->rank != right->rank;
}

/* A trait of the component was given the value that it had. Who said it last is who says it now, so that is written down as well. */
void
gyre_history_record_again (GyreComponent *component, const GyreTrait *trait)
{
  Track *track = find_track (get_history (component), trait);
  const GyreHistoryEntry *last = track != NULL ? g_queue_peek_tail (&track->entries) : NULL;

  if (last != NULL && is_other_place (&last->provenance, get_provenance (component, trait)))
    record (component, trait, track);
}

static History *
ensure_history (GyreComponent *component)
{
  History *self = get_history (component);

  if (self != NULL)
    return self;
  gyre_state_ensure (component);
  self = g_new0 (History, 1);
  g_object_set_qdata_full (G_OBJECT (component), history_quark (), self, history_free);
  self->n_slots = gyre_component_get_birth (component)->n_slots;
  self->tracks = g_new0 (Track *, self->n_slots);
  gyre_state_set_listening (component, GYRE_LISTENING_HISTORY, TRUE);
  return self;
}

/* The trait of a slot: each trait stands once, whatever aliases it has. */
static const GyreTrait *
trait_at (GyreComponent *component, guint slot)
{
  const GyreTrait *trait = gyre_component_get_slot (component, slot);

  return trait->descriptor.sort != GYRE_DESCRIPTOR_BEHAVIOR && trait->descriptor.index == slot ? trait : NULL;
}

/* The present value is the first. */
static void
limit (GyreComponent *component, const GyreTrait *trait, Track *track, guint capacity)
{
  track->capacity = capacity;
  if (track->entries.length == 0)
    record (component, trait, track);
  while (track->entries.length > capacity)
    gyre_history_entry_unref (g_queue_pop_head (&track->entries));
}

static void
track (GyreComponent *component, const GyreTrait *trait, guint capacity)
{
  Track **place = &ensure_history (component)->tracks[trait->descriptor.index];

  if (capacity == 0 || !trait->readable)
    {
      track_free (g_steal_pointer (place));
      return;
    }
  if (*place == NULL)
    *place = g_new0 (Track, 1);
  limit (component, trait, *place, capacity);
}

static void
track_attribute (GyreComponent *component, const GyreTrait *trait, guint capacity)
{
  History *self = ensure_history (component);

  if (capacity > 0 && trait->readable)
    limit (component, trait, ensure_attribute (self, trait->descriptor.name), capacity);
  else if (self->attributes != NULL)
    g_hash_table_remove (self->attributes, trait->descriptor.name);
}

/* Those that are there, and those that come. */
static void
track_attributes (GyreComponent *component, guint capacity)
{
  g_auto (GStrv) names = gyre_component_list_dynamic (component);

  ensure_history (component)->capacity = capacity;
  if (capacity == 0)
    g_clear_pointer (&ensure_history (component)->attributes, g_hash_table_unref);
  for (guint index = 0; capacity > 0 && names[index] != NULL; index++)
    track_attribute (component, gyre_component_find_dynamic (component, names[index]), capacity);
}

static gboolean
find_trait (GyreComponent *self, const char *name, const GyreTrait **trait, GError **error)
{
  GyreRequirement *requirement = GYRE_REQUIREMENT (gyre_component_get_actor (self));
  GyreDescriptor *descriptor = name != NULL ? gyre_dynamic_get (self, name, error) : NULL;

  *trait = (const GyreTrait *) descriptor;
  if (name == NULL)
    return TRUE;
  if (descriptor == NULL || descriptor->sort != GYRE_DESCRIPTOR_BEHAVIOR)
    return descriptor != NULL;
  g_set_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_UNKNOWN, "%s.%s is a behavior and has no value",
               gyre_requirement_get_public_name (requirement), descriptor->name);
  return FALSE;
}

/**
 * gyre_component_track_history:
 * @self: a component
 * @trait: (nullable): a name or alias; %NULL for all traits, and of an open class for all attributes, also those that come
 * @capacity: how many values of each trait are kept, the last ones; 0 for none any more
 * @error: return location for %GYRE_DECLARATION_ERROR_UNKNOWN
 *
 * Begins to write down the values of a trait, the present one first, or changes how many are kept. An equal value is written
 * down when somebody else says it than before: then it is theirs, with their place and priority, although no observer hears of a
 * change. A line that says the same value again is not. What loses against a stronger value is never in force, so it is no part
 * of the history; `gyre configuration explain` shows it.
 *
 * Returns: whether there is such a trait
 *
 * Since: 0.1
 */
gboolean
gyre_component_track_history (GyreComponent *self, const char *trait, guint capacity, GError **error)
{
  const GyreTrait *found;

  g_return_val_if_fail (GYRE_IS_COMPONENT (self), FALSE);

  if (!find_trait (self, trait, &found, error))
    return FALSE;
  if (found != NULL)
    (gyre_trait_is_dynamic (found) ? track_attribute : track) (self, found, capacity);
  for (guint slot = 0; found == NULL && slot < gyre_component_get_birth (self)->n_slots; slot++)
    if (trait_at (self, slot) != NULL)
      track (self, trait_at (self, slot), capacity);
  if (found == NULL && gyre_component_is_open (self))
    track_attributes (self, capacity);
  return TRUE;
}

static void
append (GPtrArray *list, const Track *track)
{
  for (GList *link = track != NULL ? track->entries.head : NULL; link != NULL; link = link->next)
    g_ptr_array_add (list, gyre_history_entry_ref (link->data));
}

static void
append_attributes (GPtrArray *list, GHashTable *attributes)
{
  GHashTableIter iterator;
  gpointer track;

  g_hash_table_iter_init (&iterator, attributes);
  while (g_hash_table_iter_next (&iterator, NULL, &track))
    append (list, track);
}

/* Of an attribute that is gone there is what it was. */
static gboolean
append_attribute (GPtrArray *list, History *history, const char *name)
{
  const Track *track = history != NULL && history->attributes != NULL && name != NULL ? g_hash_table_lookup (history->attributes, name) : NULL;

  append (list, track);
  return track != NULL;
}

static int
compare (gconstpointer one, gconstpointer other)
{
  const GyreHistoryEntry *first = *(GyreHistoryEntry * const *) one, *second = *(GyreHistoryEntry * const *) other;

  return first->sequence < second->sequence ? -1 : first->sequence > second->sequence;
}

/**
 * gyre_component_list_history:
 * @self: a component
 * @trait: (nullable): a name or alias; %NULL for all traits
 * @error: return location for %GYRE_DECLARATION_ERROR_UNKNOWN
 *
 * Lists what gyre_component_track_history() has written down.
 *
 * Returns: (transfer full) (element-type GyreHistoryEntry) (nullable): the values, the oldest first; empty of what is not tracked
 *
 * Since: 0.1
 */
GPtrArray *
gyre_component_list_history (GyreComponent *self, const char *trait, GError **error)
{
  History *history;
  const GyreTrait *found;
  g_autoptr (GPtrArray) list = NULL;

  g_return_val_if_fail (GYRE_IS_COMPONENT (self), NULL);

  history = get_history (self);
  list = g_ptr_array_new_with_free_func ((GDestroyNotify) gyre_history_entry_unref);
  if (append_attribute (list, history, trait))
    return g_steal_pointer (&list);
  if (!find_trait (self, trait, &found, error))
    return NULL;
  for (guint slot = 0; history != NULL && slot < history->n_slots; slot++)
    if (found == NULL || slot == found->descriptor.index)
      append (list, history->tracks[slot]);
  if (found == NULL && history != NULL && history->attributes != NULL)
    append_attributes (list, history->attributes);
  g_ptr_array_sort (list, compare);
  return g_steal_pointer (&list);
}
