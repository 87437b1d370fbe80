/* gyre-observers.c: The observers of one component
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The list is an array in the order of connection. While an emission runs nobody is taken out of it and nobody moves: who is
 * removed leaves a hole, who is added stands at the end, and order is made when the outermost emission ends. So an emission
 * goes to exactly those that were there when it began, except those that were removed since. The component itself can go while
 * an observer runs: then the list lives until the outermost emission ends.
 */
#include "gyre-observers-private.h"
#include "gyre-state-private.h"

struct _GyreObservers
{
  guint length;
  guint capacity;
  guint emissions;         /* that run now */
  guint has_holes : 1;     /* removed while an emission ran */
  guint is_unordered : 1;  /* one that was connected before the last one was added behind it */
  guint is_orphan : 1;     /* the component went while an emission ran */
  GyreObserver *list;
};

/* Takes an observer out; its data go last, because that runs code of others. */
static void
drop (GyreObserver *observer)
{
  GDestroyNotify destroy = observer->destroy;
  gpointer data = observer->data;

  observer->function = NULL;
  observer->destroy = NULL;
  if (destroy != NULL)
    destroy (data);
}

static void
free_list (GyreObservers *self)
{
  g_free (self->list);
  g_free (self);
}

void
gyre_observers_free (GyreObservers *observers)
{
  observers->emissions++;
  for (guint index = 0; index < observers->length; index++)
    drop (&observers->list[index]);
  observers->is_orphan = TRUE;
  if (--observers->emissions == 0)
    free_list (observers);
}

static void
close_holes (GyreObservers *self)
{
  guint kept = 0;

  for (guint index = 0; index < self->length; index++)
    if (self->list[index].function != NULL)
      self->list[kept++] = self->list[index];
  self->length = kept;
  self->has_holes = FALSE;
}

static int
compare (gconstpointer one, gconstpointer other)
{
  const GyreObserver *first = one, *second = other;

  return first->number < second->number ? -1 : first->number > second->number;
}

/* Once no emission runs, what was removed meanwhile goes. Returns whether the component is still there. */
static gboolean
tidy (GyreObservers *self)
{
  gboolean is_orphan = self->is_orphan;

  if (self->emissions > 0)
    return !is_orphan;
  if (is_orphan)
    {
      free_list (self);
      return FALSE;
    }
  if (G_UNLIKELY (self->has_holes))
    close_holes (self);
  if (G_UNLIKELY (self->is_unordered))
    qsort (self->list, self->length, sizeof *self->list, compare);
  self->is_unordered = FALSE;
  return TRUE;
}

static inline gboolean
end_emission (GyreObservers *self)
{
  self->emissions--;
  return G_LIKELY (!self->has_holes && !self->is_unordered && !self->is_orphan) || tidy (self);
}

/*
 * gyre_observers_notify:
 *
 * Tells the observers. An emission reads the list by index each time, because an observer can make it grow and so move.
 *
 * Returns FALSE when an observer has let the component go: nobody may touch it any more.
 */
static inline gboolean
notify (GyreObservers *observers, GyreComponent *component, const GyreTrait *key, const GyreChange *change)
{
  guint length = observers->length;

  observers->emissions++;
  for (guint index = 0; index < length && !observers->is_orphan; index++)
    {
      GyreObserver *observer = &observers->list[index];
      if (observer->function != NULL && (observer->trait == key || observer->trait == NULL))
        observer->function (component, change, observer->data);
    }
  return end_emission (observers);
}

gboolean
gyre_observers_notify (GyreObservers *observers, GyreComponent *component, const GyreChange *change)
{
  return notify (observers, component, change->trait, change);
}

/* Those of one trait that is told as another one, whose kind the values have. */
gboolean
gyre_observers_notify_of (GyreObservers *observers, GyreComponent *component, const GyreTrait *key, const GyreChange *change)
{
  return notify (observers, component, key, change);
}

static GyreObservers *
observers_ensure (GyreComponent *component)
{
  GyreState *state = gyre_state_ensure (component);

  if (state->observers == NULL)
    {
      state->observers = g_new0 (GyreObservers, 1);
      gyre_state_set_listening (component, GYRE_LISTENING_OBSERVERS, TRUE);
    }
  return state->observers;
}

static GyreObservers *
observers_peek (GyreComponent *component)
{
  GyreState *state = gyre_state_peek (component);

  return state != NULL ? state->observers : NULL;
}

void
gyre_observers_add (GyreComponent *component, const GyreObserver *observer)
{
  GyreObservers *self = observers_ensure (component);

  if (self->length == self->capacity)
    {
      self->capacity = MAX (2, self->capacity * 2);
      self->list = g_renew (GyreObserver, self->list, self->capacity);
    }
  if (self->length > 0 && self->list[self->length - 1].number > observer->number)
    self->is_unordered = TRUE;
  self->list[self->length++] = *observer;
  self->emissions++;
  end_emission (self);
}

static GyreObserver *
find (GyreObservers *self, gulong number)
{
  for (guint index = 0; self != NULL && index < self->length; index++)
    if (self->list[index].number == number && self->list[index].function != NULL)
      return &self->list[index];
  return NULL;
}

gboolean
gyre_observers_has (GyreComponent *component, gulong number)
{
  return find (observers_peek (component), number) != NULL;
}

/* Removes an observer, or what stands here for one of a pattern. */
gboolean
gyre_observers_remove (GyreComponent *component, gulong number, gboolean is_watch)
{
  GyreObservers *self = observers_peek (component);
  GyreObserver *observer = find (self, number);

  if (observer == NULL || observer->is_watch != is_watch)
    return FALSE;
  self->emissions++;
  self->has_holes = TRUE;
  drop (observer);
  end_emission (self);
  return TRUE;
}

/* Lets all those of patterns go that are not in the set of numbers. */
void
gyre_observers_retain_watches (GyreComponent *component, GHashTable *numbers)
{
  GyreObservers *self = observers_peek (component);

  if (self == NULL)
    return;
  self->emissions++;
  for (guint index = 0; index < self->length; index++)
    if (self->list[index].is_watch && self->list[index].function != NULL
        && !g_hash_table_contains (numbers, GSIZE_TO_POINTER (self->list[index].number)))
      {
        self->has_holes = TRUE;
        drop (&self->list[index]);
      }
  end_emission (self);
}

/* Who would hear of a trait, in order. */
void
gyre_observers_collect (GyreComponent *component, const GyreTrait *trait, GArray *numbers)
{
  GyreObservers *self = observers_peek (component);

  for (guint index = 0; self != NULL && index < self->length; index++)
    if (self->list[index].function != NULL && (self->list[index].trait == trait || self->list[index].trait == NULL))
      g_array_append_val (numbers, self->list[index].number);
}

/* Tells one observer, if it is still there, of changes of this component; a pattern's of those of other components, too. */
void
gyre_observers_call (GyreComponent *component, gulong number, const GyreChange *changes, guint n_changes)
{
  GyreObservers *self = observers_peek (component);
  GyreObserver *observer = find (self, number);
  GyreListener *listener;

  if (observer == NULL)
    return;
  self->emissions++;
  if (observer->function == gyre_listener_hear)
    {
      listener = gyre_listener_ref (observer->data);
      gyre_listener_call (listener, changes, n_changes);
      gyre_listener_unref (listener);
    }
  else
    for (guint index = 0; index < n_changes && (observer = find (self, number)) != NULL; index++)
      observer->function (component, &changes[index], observer->data);
  end_emission (self);
}
