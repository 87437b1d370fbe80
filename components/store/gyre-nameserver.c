/* gyre-nameserver.c: Names and the living objects they belong to
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A hash table with open addressing and linear probing; removal shifts back what stood behind, so there are no dead slots
 * and the last of many names costs what the first does. All names of one object form a ring.
 *
 * An object is reached through a GWeakRef: GLib clears it before `dispose` begins, and never while a reference is being
 * taken. N.B. a plain pointer that `dispose` clears under our lock was not enough: a look-up between the last unref and
 * that moment would return an object that is then disposed in its new owner's hands.
 *
 * The lock is held while a reference is taken, never while one is dropped: that may run `dispose`, which comes back here.
 */
#include "gyre-nameserver.h"
#include "gyre-fragment-private.h"
#include "gyre-name.h"

#include <string.h>

typedef struct _Entry Entry;

struct _Entry
{
  GWeakRef object;
  gconstpointer identity;   /* which object it is, also when it is dying; never followed */
  GyreLocator *locator;
  Entry *ring;              /* the next name of the same object */
  guint32 hash : 31;
  guint32 alias : 1;
  char name[];
};

/* The hash stands here too: who looks at a slot that it does not want does not wait for the entry's memory. */
typedef struct
{
  Entry *entry;
  guint32 hash;
} Slot;

struct _GyreNameserver
{
  GObject parent_instance;
  GMutex mutex;
  Slot *slots;
  guint mask;
  guint length;
};

enum { FIRST_SLOTS = 16 };

G_DEFINE_QUARK (gyre-name-error-quark, gyre_name_error)
G_DEFINE_FINAL_TYPE (GyreNameserver, gyre_nameserver, G_TYPE_OBJECT)

static Slot *
find_slot (GyreNameserver *self, const char *name, guint32 hash)
{
  guint position = hash & self->mask;

  while (self->slots[position].entry != NULL
         && (self->slots[position].hash != hash || strcmp (self->slots[position].entry->name, name) != 0))
    position = (position + 1) & self->mask;
  return &self->slots[position];
}

static guint32
hash_name (const char *name)
{
  return gyre_fragment_hash (name, strlen (name)) >> 1;
}

static Entry *
find_entry (GyreNameserver *self, const char *name)
{
  return find_slot (self, name, hash_name (name))->entry;
}

static void
resize (GyreNameserver *self, guint length)
{
  Slot *old = self->slots;
  guint old_length = self->mask + 1;

  self->slots = g_new0 (Slot, length);
  self->mask = length - 1;
  for (guint index = 0; index < old_length; index++)
    if (old[index].entry != NULL)
      *find_slot (self, old[index].entry->name, old[index].hash) = old[index];
  g_free (old);
}

static Entry *
add_entry (GyreNameserver *self, const char *name, GObject *object, GyreLocator *locator)
{
  gsize length = strlen (name);
  Entry *entry = g_malloc0 (G_STRUCT_OFFSET (Entry, name) + length + 1);

  memcpy (entry->name, name, length + 1);
  entry->hash = hash_name (name);
  entry->identity = object;
  entry->locator = locator != NULL ? gyre_locator_ref (locator) : NULL;
  entry->ring = entry;
  g_weak_ref_init (&entry->object, object);
  if (++self->length * 3 > (self->mask + 1) * 2)
    resize (self, (self->mask + 1) * 2);
  *find_slot (self, name, entry->hash) = (Slot) { entry, entry->hash };
  return entry;
}

static void
entry_free (Entry *entry)
{
  g_weak_ref_clear (&entry->object);
  g_clear_pointer (&entry->locator, gyre_locator_unref);
  g_free (entry);
}

/* Takes the entry out of the table; what stands behind it moves up where it may. */
static void
empty_slot (GyreNameserver *self, Entry *entry)
{
  guint hole = find_slot (self, entry->name, entry->hash) - self->slots;
  guint position = hole;

  while (TRUE)
    {
      position = (position + 1) & self->mask;
      if (self->slots[position].entry == NULL)
        break;
      if (((position - self->slots[position].hash) & self->mask) >= ((position - hole) & self->mask))
        {
          self->slots[hole] = self->slots[position];
          hole = position;
        }
    }
  self->slots[hole] = (Slot) { NULL, 0 };
  self->length--;
}

static void
remove_entry (GyreNameserver *self, Entry *entry)
{
  Entry *before = entry;

  while (before->ring != entry)
    before = before->ring;
  before->ring = entry->ring;
  empty_slot (self, entry);
  entry_free (entry);
}

/* Removes all names of the object that the entry belongs to. */
static void
remove_ring (GyreNameserver *self, Entry *entry)
{
  while (entry->ring != entry)
    {
      Entry *other = entry->ring;

      entry->ring = other->ring;
      empty_slot (self, other);
      entry_free (other);
    }
  empty_slot (self, entry);
  entry_free (entry);
}

/* After many have gone, the table shrinks. */
static void
shrink (GyreNameserver *self)
{
  guint length = self->mask + 1;

  while (length > FIRST_SLOTS && self->length * 6 < length)
    length /= 2;
  if (length < self->mask + 1)
    resize (self, length);
}

static void
gyre_nameserver_finalize (GObject *object)
{
  GyreNameserver *self = GYRE_NAMESERVER (object);

  for (guint index = 0; index <= self->mask; index++)
    if (self->slots[index].entry != NULL)
      entry_free (self->slots[index].entry);
  g_free (self->slots);
  g_mutex_clear (&self->mutex);
  G_OBJECT_CLASS (gyre_nameserver_parent_class)->finalize (object);
}

static void
gyre_nameserver_class_init (GyreNameserverClass *self_class)
{
  G_OBJECT_CLASS (self_class)->finalize = gyre_nameserver_finalize;
}

static void
gyre_nameserver_init (GyreNameserver *self)
{
  g_mutex_init (&self->mutex);
  self->slots = g_new0 (Slot, FIRST_SLOTS);
  self->mask = FIRST_SLOTS - 1;
}

/**
 * gyre_nameserver_new:
 *
 * Returns: (transfer full): a namespace without names
 *
 * Since: 0.1
 */
GyreNameserver *
gyre_nameserver_new (void)
{
  return g_object_new (GYRE_TYPE_NAMESERVER, NULL);
}

static gboolean
check_name (const char *name, GError **error)
{
  const char *reason = NULL;

  if (gyre_name_is_valid (name, &reason))
    return TRUE;
  g_set_error (error, GYRE_NAME_ERROR, GYRE_NAME_ERROR_INVALID, "'%s': is not a name: %s", name, reason);
  return FALSE;
}

static void
set_taken (GError **error, const char *name, GObject *holder, GyreLocator *held, GyreLocator *wanted)
{
  g_autofree char *first = gyre_locator_to_string (held);
  g_autofree char *second = gyre_locator_to_string (wanted);

  g_set_error (error, GYRE_NAME_ERROR, GYRE_NAME_ERROR_TAKEN,
               "'%s': a name belongs to one object, is that of a %s (%s), asked for again (%s)",
               name, G_OBJECT_TYPE_NAME (holder), first, second);
}

/* The living holder of a name, as a reference that must be dropped without the lock, and the place where it was named. */
static GObject *
find_holder (GyreNameserver *self, const char *name, GyreLocator **locator)
{
  Entry *entry = find_entry (self, name);
  GObject *holder = entry != NULL ? g_weak_ref_get (&entry->object) : NULL;

  if (holder != NULL && locator != NULL && entry->locator != NULL)
    *locator = gyre_locator_ref (entry->locator);
  return holder;
}

/* With the lock held: gives a name that nothing living has to an object; the names of a dead holder go. */
static Entry *
take_name (GyreNameserver *self, const char *name, GObject *object, GyreLocator *locator)
{
  Entry *dead = find_entry (self, name);

  if (dead != NULL)
    remove_ring (self, dead);
  return add_entry (self, name, object, locator);
}

/**
 * gyre_nameserver_register:
 * @nameserver: a namespace
 * @name: a dotted name
 * @object: what it names
 * @locator: (nullable): where it is said
 * @error: where to put a [error@Gyre.NameError]
 *
 * Gives @name to @object. The same name for the same object again changes nothing.
 *
 * Returns: whether @object has the name; if not, @error tells where the other one got it
 *
 * Since: 0.1
 */
gboolean
gyre_nameserver_register (GyreNameserver *nameserver, const char *name, GObject *object, GyreLocator *locator, GError **error)
{
  g_autoptr (GObject) holder = NULL;
  g_autoptr (GyreLocator) held = NULL;

  g_return_val_if_fail (GYRE_IS_NAMESERVER (nameserver) && name != NULL && G_IS_OBJECT (object), FALSE);
  if (!check_name (name, error))
    return FALSE;

  g_mutex_lock (&nameserver->mutex);
  holder = find_holder (nameserver, name, &held);
  if (holder == NULL)
    take_name (nameserver, name, object, locator);
  g_mutex_unlock (&nameserver->mutex);

  if (holder == NULL || holder == object)
    return TRUE;
  set_taken (error, name, holder, held, locator);
  return FALSE;
}

/**
 * gyre_nameserver_alias:
 * @nameserver: a namespace
 * @target: a name that a living object has
 * @alias: another name for the same object
 * @locator: (nullable): where it is said
 * @error: where to put a [error@Gyre.NameError]
 *
 * Gives the object called @target a second name, which goes when the first one goes.
 *
 * Returns: whether it has the name
 *
 * Since: 0.1
 */
gboolean
gyre_nameserver_alias (GyreNameserver *nameserver, const char *target, const char *alias, GyreLocator *locator, GError **error)
{
  g_autoptr (GObject) object = NULL;
  g_autoptr (GObject) holder = NULL;
  g_autoptr (GyreLocator) held = NULL;

  g_return_val_if_fail (GYRE_IS_NAMESERVER (nameserver) && target != NULL && alias != NULL, FALSE);
  if (!check_name (alias, error))
    return FALSE;

  g_mutex_lock (&nameserver->mutex);
  object = find_holder (nameserver, target, NULL);
  holder = find_holder (nameserver, alias, &held);
  if (object != NULL && holder == NULL)
    {
      Entry *entry = take_name (nameserver, alias, object, locator);
      Entry *first = find_entry (nameserver, target);

      g_assert (first != NULL);
      entry->alias = TRUE;
      entry->ring = first->ring;
      first->ring = entry;
    }
  g_mutex_unlock (&nameserver->mutex);

  if (object == NULL)
    g_set_error (error, GYRE_NAME_ERROR, GYRE_NAME_ERROR_UNKNOWN, "'%s': nothing has this name", target);
  else if (holder != NULL && holder != object)
    set_taken (error, alias, holder, held, locator);
  return object != NULL && (holder == NULL || holder == object);
}

/**
 * gyre_nameserver_unregister:
 * @nameserver: a namespace
 * @name: a name or an alias
 * @object: what it names
 *
 * Frees a name, and with the name the aliases. To be called from `dispose` with the object's name, so that the name's memory
 * goes too. If the name belongs to another object by now, nothing happens.
 *
 * Since: 0.1
 */
void
gyre_nameserver_unregister (GyreNameserver *nameserver, const char *name, GObject *object)
{
  g_autoptr (GMutexLocker) locker = NULL;
  Entry *entry;

  g_return_if_fail (GYRE_IS_NAMESERVER (nameserver) && name != NULL && object != NULL);
  locker = g_mutex_locker_new (&nameserver->mutex);
  entry = find_entry (nameserver, name);
  if (entry == NULL || entry->identity != object)
    return;
  if (entry->alias)
    remove_entry (nameserver, entry);
  else
    remove_ring (nameserver, entry);
  shrink (nameserver);
}

/**
 * gyre_nameserver_find:
 * @nameserver: a namespace
 * @name: a name or an alias
 *
 * Returns: (transfer full) (nullable): the living object of that name
 *
 * Since: 0.1
 */
GObject *
gyre_nameserver_find (GyreNameserver *nameserver, const char *name)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (GYRE_IS_NAMESERVER (nameserver) && name != NULL, NULL);
  locker = g_mutex_locker_new (&nameserver->mutex);
  return find_holder (nameserver, name, NULL);
}

/**
 * gyre_nameserver_dup_locator:
 * @nameserver: a namespace
 * @name: a name or an alias
 *
 * Returns: (transfer full) (nullable): where the living object got that name, if that was told
 *
 * Since: 0.1
 */
GyreLocator *
gyre_nameserver_dup_locator (GyreNameserver *nameserver, const char *name)
{
  g_autoptr (GObject) holder = NULL;
  GyreLocator *locator = NULL;

  g_return_val_if_fail (GYRE_IS_NAMESERVER (nameserver) && name != NULL, NULL);
  g_mutex_lock (&nameserver->mutex);
  holder = find_holder (nameserver, name, &locator);
  g_mutex_unlock (&nameserver->mutex);
  return locator;
}

/* The names of the living; the references are dropped when the lock is free again. */
static GPtrArray *
collect_names (GyreNameserver *self)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) holders = g_ptr_array_new_with_free_func (g_object_unref);

  g_mutex_lock (&self->mutex);
  for (guint index = 0; index <= self->mask; index++)
    {
      Entry *entry = self->slots[index].entry;
      GObject *holder = entry != NULL ? g_weak_ref_get (&entry->object) : NULL;

      if (holder == NULL)
        continue;
      g_ptr_array_add (holders, holder);
      g_ptr_array_add (names, g_strdup (entry->name));
    }
  g_mutex_unlock (&self->mutex);
  return names;
}

static int
compare_names (gconstpointer left, gconstpointer right)
{
  return strcmp (*(const char * const *) left, *(const char * const *) right);
}

/**
 * gyre_nameserver_list:
 * @nameserver: a namespace
 *
 * Returns: (transfer full): the names and aliases of everything that lives, sorted
 *
 * Since: 0.1
 */
GStrv
gyre_nameserver_list (GyreNameserver *nameserver)
{
  GPtrArray *names;

  g_return_val_if_fail (GYRE_IS_NAMESERVER (nameserver), NULL);
  names = collect_names (nameserver);
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  return (GStrv) g_ptr_array_free (names, FALSE);
}

/**
 * gyre_nameserver_count:
 * @nameserver: a namespace
 *
 * Returns: how many names and aliases living objects have
 *
 * Since: 0.1
 */
guint
gyre_nameserver_count (GyreNameserver *nameserver)
{
  g_autoptr (GPtrArray) names = NULL;

  g_return_val_if_fail (GYRE_IS_NAMESERVER (nameserver), 0);
  names = collect_names (nameserver);
  return names->len;
}

/**
 * gyre_nameserver_suggest:
 * @nameserver: a namespace
 * @word: a name that nothing has
 *
 * Returns: (transfer full) (nullable): a question such as `did you mean 'gauss.ball'?`
 *
 * Since: 0.1
 */
char *
gyre_nameserver_suggest (GyreNameserver *nameserver, const char *word)
{
  g_auto (GStrv) names = NULL;

  g_return_val_if_fail (GYRE_IS_NAMESERVER (nameserver) && word != NULL, NULL);
  names = gyre_nameserver_list (nameserver);
  return gyre_name_suggest (word, (const char * const *) names);
}
