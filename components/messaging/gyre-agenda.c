/* gyre-agenda.c: The instructions that wait for their time
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-agenda-private.h"
#include "gyre-instruction-private.h"
#include "gyre-slots-private.h"

#define PRIORITY_SHIFT 48               /* of an order: priority above, sequence below */

struct _GyreAgenda
{
  GMutex lock;
  GyreWheel *wheel;
  GyreSlots *numbers;                   /* a posting's number is its handle here */
  GHashTable *by_handle;                /* handle → the first posting for it */
  GHashTable *by_name;
  guint64 sequence;
  gint has_any;                         /* something waits, is due or was cancelled; atomic: asked for without the lock */

  GyrePosting *due;                     /* linked by their timers, in order */
  GyrePosting *cancelled;               /* linked by their timers, oldest first */
  GyrePosting *last_cancelled;
};

/* Who has published something wakes the executive afterwards, so that it looks again. */
static void
unlock (GyreAgenda *self)
{
  g_atomic_int_set (&self->has_any, self->due != NULL || self->cancelled != NULL || gyre_wheel_get_length (self->wheel) > 0);
  g_mutex_unlock (&self->lock);
}

GyreAgenda *
gyre_agenda_new (gint64 now)
{
  GyreAgenda *self = g_new0 (GyreAgenda, 1);

  g_mutex_init (&self->lock);
  self->wheel = gyre_wheel_new (now);
  self->numbers = gyre_slots_new ();
  self->by_handle = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->by_name = g_hash_table_new (g_str_hash, g_str_equal);
  return self;
}

void
gyre_posting_free (GyrePosting *posting)
{
  gyre_instruction_unref (posting->instruction);
  g_free (posting);
}

static void
free_all (GyreTimer *list)
{
  while (list != NULL)
    {
      GyreTimer *next = list->next;

      gyre_posting_free ((GyrePosting *) list);
      list = next;
    }
}

void
gyre_agenda_free (GyreAgenda *self)
{
  free_all (gyre_wheel_take_due (self->wheel, G_MAXINT64));
  free_all ((GyreTimer *) self->due);
  free_all ((GyreTimer *) self->cancelled);
  gyre_wheel_free (self->wheel);
  gyre_slots_free (self->numbers);
  g_hash_table_unref (self->by_handle);
  g_hash_table_unref (self->by_name);
  g_mutex_clear (&self->lock);
  g_free (self);
}

/* The postings for one component are a list whose first stands in a table under a key of its own. */

static GHashTable *
get_table (GyreAgenda *self, GyrePosting *posting, gconstpointer *key)
{
  const char *name = gyre_instruction_get_component (posting->instruction);

  *key = name != NULL ? (gconstpointer) name : gyre_instruction_peek_handle (posting->instruction);
  return name != NULL ? self->by_name : self->by_handle;
}

static void
enlist (GyreAgenda *self, GyrePosting *posting)
{
  gconstpointer key;
  GHashTable *table = get_table (self, posting, &key);

  posting->next = g_hash_table_lookup (table, key);
  if (posting->next != NULL)
    posting->next->previous = posting;
  g_hash_table_replace (table, (gpointer) key, posting);
}

/* N.B. the key belongs to the first posting's instruction, so the table gets the next one's with it. */
static void
delist (GyreAgenda *self, GyrePosting *posting)
{
  gconstpointer key;
  GHashTable *table = get_table (self, posting, &key);

  if (posting->next != NULL)
    posting->next->previous = posting->previous;
  if (posting->previous != NULL)
    posting->previous->next = posting->next;
  else if (posting->next == NULL)
    g_hash_table_remove (table, key);
  else
    {
      get_table (self, posting->next, &key);
      g_hash_table_replace (table, (gpointer) key, posting->next);
    }
}

/* From now on it can't be cancelled. */
static void
release_number (GyreAgenda *self, GyrePosting *posting)
{
  gyre_slots_remove (self->numbers, gyre_slots_find (self->numbers, posting->number));
  delist (self, posting);
}

static guint64
get_order (GyreAgenda *self, GyreInstruction *instruction)
{
  guint64 priority = (guint64) (gyre_instruction_get_priority (instruction) - G_MININT16);

  return priority << PRIORITY_SHIFT | (self->sequence++ & ((G_GUINT64_CONSTANT (1) << PRIORITY_SHIFT) - 1));
}

guint64
gyre_agenda_post (GyreAgenda *self, GyreInstruction *instruction, gint64 due, GyreHandle poster, GError **error)
{
  GyrePosting *posting = g_try_new0 (GyrePosting, 1);
  GyreSlot *slot = NULL;
  guint64 number = 0;

  g_mutex_lock (&self->lock);
  if (posting != NULL)
    slot = gyre_slots_add (self->numbers, posting);
  if (slot != NULL)
    {
      posting->number = number = gyre_slot_get_handle (slot);
      posting->poster = poster;
      posting->instruction = gyre_instruction_ref (instruction);
      enlist (self, posting);
      gyre_wheel_insert (self->wheel, &posting->timer, due, get_order (self, instruction));
    }
  unlock (self);
  /* It may be done and gone by now. */
  if (slot != NULL)
    return number;
  g_free (posting);
  g_set_error (error, GYRE_INSTRUCTION_ERROR, GYRE_INSTRUCTION_ERROR_MEMORY, "%s.%s can't be posted: there is no memory",
               gyre_instruction_get_target (instruction), gyre_instruction_get_behavior (instruction));
  return 0;
}

/* Its callback hears of it. */
static void
push_cancelled (GyreAgenda *self, GyrePosting *posting)
{
  if (self->cancelled == NULL)
    self->cancelled = posting;
  else
    self->last_cancelled->timer.next = &posting->timer;
  self->last_cancelled = posting;
}

/* A posting that is due already stays where it is, and is passed over. */
static void
cancel (GyreAgenda *self, GyrePosting *posting)
{
  release_number (self, posting);
  posting->is_cancelled = TRUE;
  if (posting->timer.link == NULL)
    return;
  gyre_wheel_cancel (self->wheel, &posting->timer);
  posting->timer.next = NULL;
  push_cancelled (self, posting);
}

gboolean
gyre_agenda_cancel (GyreAgenda *self, guint64 number)
{
  GyreSlot *slot;

  g_mutex_lock (&self->lock);
  slot = gyre_slots_find (self->numbers, number);
  if (slot != NULL)
    cancel (self, slot->object);
  unlock (self);
  return slot != NULL;
}

static guint
purge (GyreAgenda *self, GHashTable *table, gconstpointer key)
{
  GyrePosting *posting = g_hash_table_lookup (table, key);
  guint n_purged = 0;

  for (GyrePosting *next; posting != NULL; posting = next, n_purged++)
    {
      next = posting->next;
      cancel (self, posting);
    }
  return n_purged;
}

guint
gyre_agenda_purge (GyreAgenda *self, GyreHandle handle, const char *name)
{
  guint n_purged = 0;

  g_mutex_lock (&self->lock);
  if (handle != GYRE_HANDLE_NONE)
    n_purged += purge (self, self->by_handle, &handle);
  if (name != NULL)
    n_purged += purge (self, self->by_name, name);
  unlock (self);
  return n_purged;
}

static void
list (GHashTable *table, gconstpointer key, GArray *waiting)
{
  for (GyrePosting *posting = g_hash_table_lookup (table, key); posting != NULL; posting = posting->next)
    {
      const GyreWaiting one = { gyre_instruction_ref (posting->instruction), posting->timer.due, posting->timer.order };

      g_array_append_val (waiting, one);
    }
}

void
gyre_agenda_list (GyreAgenda *self, GyreHandle handle, const char *name, GArray *waiting)
{
  g_mutex_lock (&self->lock);
  if (handle != GYRE_HANDLE_NONE)
    list (self->by_handle, &handle, waiting);
  if (name != NULL)
    list (self->by_name, name, waiting);
  g_mutex_unlock (&self->lock);
}

gboolean
gyre_agenda_begin (GyreAgenda *self, gint64 now)
{
  GyreTimer *list, **end = (GyreTimer **) &self->due;
  gboolean any;

  if (!g_atomic_int_get (&self->has_any))
    return FALSE;
  g_mutex_lock (&self->lock);
  list = gyre_wheel_take_due (self->wheel, now);
  while (*end != NULL)
    end = &(*end)->next;
  *end = list;
  any = self->due != NULL || self->cancelled != NULL;
  unlock (self);
  return any;
}

static GyrePosting *
pop (GyrePosting **list)
{
  GyrePosting *first = *list;

  *list = (GyrePosting *) first->timer.next;
  first->timer.next = NULL;
  return first;
}

GyrePosting *
gyre_agenda_take (GyreAgenda *self)
{
  GyrePosting *taken = NULL;

  /* Only the owner, who asks, changes it. */
  if (self->due == NULL)
    return NULL;
  g_mutex_lock (&self->lock);
  while (taken == NULL && self->due != NULL)
    {
      GyrePosting *posting = pop (&self->due);

      if (posting->is_cancelled)
        push_cancelled (self, posting);
      else
        taken = posting;
    }
  if (taken != NULL)
    release_number (self, taken);
  unlock (self);
  return taken;
}

GyrePosting *
gyre_agenda_take_cancelled (GyreAgenda *self)
{
  GyrePosting *posting = NULL;

  if (!g_atomic_int_get (&self->has_any))
    return NULL;
  g_mutex_lock (&self->lock);
  if (self->cancelled != NULL)
    posting = pop (&self->cancelled);
  unlock (self);
  return posting;
}

gint64
gyre_agenda_get_next_due (GyreAgenda *self)
{
  gint64 due;

  if (!g_atomic_int_get (&self->has_any))
    return G_MAXINT64;
  g_mutex_lock (&self->lock);
  due = self->due != NULL || self->cancelled != NULL ? G_MININT64 : gyre_wheel_get_next_due (self->wheel);
  g_mutex_unlock (&self->lock);
  return due;
}

guint64
gyre_agenda_get_length (GyreAgenda *self)
{
  guint64 length;

  g_mutex_lock (&self->lock);
  length = gyre_slots_get_length (self->numbers);
  g_mutex_unlock (&self->lock);
  return length;
}
