/* gyre-watch.c: Hearing of changes of all components whose names fit a pattern
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The patterns of an executive are a list that never changes: whoever adds or removes one puts another list in its place and
 * counts the generation up. The lock is a leaf.
 */
#include "gyre-watch-private.h"
#include "gyre-observers-private.h"
#include "gyre-pattern-private.h"

typedef struct
{
  gint references;
  GyrePattern *pattern;
  GyreListener *listener;
} Watch;

typedef struct
{
  GMutex lock;
  GPtrArray *list;        /* of Watch, in the order of connection */
} Watches;

guint gyre_watch_generation;

static G_DEFINE_QUARK (gyre-watches, watches)

static gpointer
watch_ref (gconstpointer watch, gpointer data)
{
  g_atomic_int_inc (&((Watch *) watch)->references);
  return (gpointer) watch;
}

static void
watch_unref (gpointer watch)
{
  Watch *self = watch;

  if (!g_atomic_int_dec_and_test (&self->references))
    return;
  gyre_pattern_free (self->pattern);
  gyre_listener_unref (self->listener);
  g_free (self);
}

static void
watches_free (gpointer watches)
{
  Watches *self = watches;

  for (guint index = 0; index < self->list->len; index++)
    gyre_listener_disconnect (((Watch *) g_ptr_array_index (self->list, index))->listener);
  g_ptr_array_unref (self->list);
  g_mutex_clear (&self->lock);
  g_free (self);
}

static GPtrArray *
new_list (void)
{
  return g_ptr_array_new_with_free_func (watch_unref);
}

static Watches *
peek_watches (GyreExecutive *executive)
{
  return g_object_get_qdata (G_OBJECT (executive), watches_quark ());
}

static Watches *
ensure_watches (GyreExecutive *executive)
{
  static GMutex lock;
  Watches *self;

  g_mutex_lock (&lock);
  self = peek_watches (executive);
  if (self == NULL)
    {
      self = g_new0 (Watches, 1);
      g_mutex_init (&self->lock);
      self->list = new_list ();
      g_object_set_qdata_full (G_OBJECT (executive), watches_quark (), self, watches_free);
    }
  g_mutex_unlock (&lock);
  return self;
}

static GPtrArray *
get_list (Watches *self)
{
  GPtrArray *list;

  g_mutex_lock (&self->lock);
  list = g_ptr_array_ref (self->list);
  g_mutex_unlock (&self->lock);
  return list;
}

/* Another list, with a watch more or one less. The old one goes outside the lock, because that runs code of others. */
static Watch *
change_list (Watches *self, Watch *added, gulong removed)
{
  g_autoptr (GPtrArray) old_list = NULL;
  Watch *found = NULL;

  g_mutex_lock (&self->lock);
  old_list = self->list;
  self->list = new_list ();
  for (guint index = 0; index < old_list->len; index++)
    {
      Watch *watch = g_ptr_array_index (old_list, index);
      if (gyre_listener_get_number (watch->listener) == removed)
        found = watch_ref (watch, NULL);
      else
        g_ptr_array_add (self->list, watch_ref (watch, NULL));
    }
  if (added != NULL)
    g_ptr_array_add (self->list, added);
  g_mutex_unlock (&self->lock);
  __atomic_add_fetch (&gyre_watch_generation, 1, __ATOMIC_SEQ_CST);
  return found;
}

static void
add_entry (GyreComponent *component, Watch *watch, const GyreTrait *trait)
{
  const GyreObserver observer = { gyre_listener_get_number (watch->listener), trait, gyre_listener_hear,
                                  gyre_listener_ref (watch->listener), gyre_listener_unref, TRUE };

  gyre_observers_add (component, &observer);
}

static void
match_all (GyreComponent *component, GPtrArray *list)
{
  g_autoptr (GHashTable) matching = g_hash_table_new (NULL, NULL);

  for (guint index = 0; index < list->len; index++)
    {
      Watch *watch = g_ptr_array_index (list, index);
      const GyreTrait *trait = NULL;
      gulong number = gyre_listener_get_number (watch->listener);

      if (!gyre_listener_is_connected (watch->listener) || !gyre_pattern_match (watch->pattern, component, &trait))
        continue;
      g_hash_table_add (matching, GSIZE_TO_POINTER (number));
      if (!gyre_observers_has (component, number))
        add_entry (component, watch, trait);
    }
  gyre_observers_retain_watches (component, matching);
}

/* Brings the list of a component up to date with the patterns that there are now. */
void
gyre_watch_refresh (GyreComponent *component)
{
  GyreState *state = gyre_state_peek (component);
  guint generation = gyre_watch_get_generation ();
  Watches *watches;

  if (generation == (state != NULL ? state->watched : 0) || (state != NULL && state->building))
    return;
  gyre_state_ensure (component)->watched = generation;
  watches = peek_watches (gyre_component_get_executive (component));
  if (watches != NULL)
    {
      g_autoptr (GPtrArray) list = get_list (watches);
      match_all (component, list);
    }
}

/* The component has got its name, maybe while it is being built, or has lost it. */
void
gyre_watch_name_changed (GyreComponent *component, gboolean is_building)
{
  GyreState *state = gyre_state_ensure (component);

  state->watched = 0;
  state->building = is_building;
}

void
gyre_watch_built (GyreComponent *component)
{
  GyreState *state = gyre_state_peek (component);

  if (state != NULL)
    state->building = FALSE;
}

static void
remove_from_executive (gpointer place, gulong number)
{
  gyre_executive_unobserve (place, number);
}

static gulong
observe_as (GyreExecutive *self, const char *text, const GyreListenerForm *form, GError **error)
{
  GyrePattern *pattern = gyre_pattern_new (self, text, error);
  gulong number;
  Watch *watch;

  if (pattern == NULL)
    return 0;
  number = gyre_listener_next_number ();
  watch = g_new (Watch, 1);
  *watch = (Watch) { 1, pattern, gyre_listener_new (form, number, self, remove_from_executive) };
  change_list (ensure_watches (self), watch, 0);
  return number;
}

/**
 * gyre_executive_observe: (skip)
 * @self: an executive
 * @pattern: names of components and of a trait, see the head of this file
 * @function: what to call
 * @data: its data
 * @destroy: (nullable): frees the data when the observer is removed, or the executive ends; not after an error
 * @error: return location for an error of %GYRE_NAME_ERROR, %GYRE_COMPONENT_ERROR, %GYRE_DECLARATION_ERROR or
 *   %GYRE_EXECUTIVE_ERROR
 *
 * Observes the traits of all components, also of those to come, whose names fit a pattern. It is an error if the pattern can't
 * fit any name, if nobody knows its family, or if it has one, or means one living component, and the class has no such
 * trait and is not open: in an open class any attribute can be meant. Otherwise as gyre_component_observe(). Any thread can connect and disconnect.
 *
 * Returns: a number for gyre_executive_unobserve(), or 0
 *
 * Since: 0.1
 */
gulong
gyre_executive_observe (GyreExecutive *self, const char *pattern, GyreObserverFunction function, gpointer data,
                        GDestroyNotify destroy, GError **error)
{
  const GyreListenerForm form = { .function = function, .data = data, .destroy = destroy };

  g_return_val_if_fail (GYRE_IS_EXECUTIVE (self) && pattern != NULL && function != NULL, 0);
  return observe_as (self, pattern, &form, error);
}

/**
 * gyre_executive_observe_for: (skip)
 * @self: an executive
 * @pattern: names of components and of a trait
 * @owner: the object for whose sake the observer is there
 * @function: what to call
 * @data: its data
 * @destroy: (nullable): frees the data; not after an error
 * @error: return location for an error, as of gyre_executive_observe()
 *
 * As gyre_executive_observe(). The observer is removed when @owner is disposed of.
 *
 * Returns: a number for gyre_executive_unobserve(), or 0
 *
 * Since: 0.1
 */
gulong
gyre_executive_observe_for (GyreExecutive *self, const char *pattern, GObject *owner, GyreObserverFunction function, gpointer data,
                            GDestroyNotify destroy, GError **error)
{
  const GyreListenerForm form = { .function = function, .data = data, .destroy = destroy, .owner = owner };

  g_return_val_if_fail (GYRE_IS_EXECUTIVE (self) && pattern != NULL && G_IS_OBJECT (owner) && function != NULL, 0);
  return observe_as (self, pattern, &form, error);
}

/**
 * gyre_executive_observe_checked: (skip)
 * @self: an executive
 * @pattern: names of components and of a trait
 * @function: what to call; it can fail
 * @data: its data
 * @destroy: (nullable): frees the data; not after an error
 * @error: return location for an error, as of gyre_executive_observe()
 *
 * As gyre_executive_observe(), for a function that can fail: see #GyreCheckedObserverFunction.
 *
 * Returns: a number for gyre_executive_unobserve(), or 0
 *
 * Since: 0.1
 */
gulong
gyre_executive_observe_checked (GyreExecutive *self, const char *pattern, GyreCheckedObserverFunction function, gpointer data,
                                GDestroyNotify destroy, GError **error)
{
  const GyreListenerForm form = { .checked = function, .data = data, .destroy = destroy };

  g_return_val_if_fail (GYRE_IS_EXECUTIVE (self) && pattern != NULL && function != NULL, 0);
  return observe_as (self, pattern, &form, error);
}

/**
 * gyre_executive_observe_changes: (skip)
 * @self: an executive
 * @pattern: names of components and of a trait
 * @function: what to call
 * @data: its data
 * @destroy: (nullable): frees the data; not after an error
 * @error: return location for an error, as of gyre_executive_observe()
 *
 * As gyre_executive_observe(), for a function that takes all changes of a transaction that fit the pattern in one call.
 *
 * Returns: a number for gyre_executive_unobserve(), or 0
 *
 * Since: 0.1
 */
gulong
gyre_executive_observe_changes (GyreExecutive *self, const char *pattern, GyreChangesFunction function, gpointer data,
                                GDestroyNotify destroy, GError **error)
{
  const GyreListenerForm form = { .changes = function, .data = data, .destroy = destroy };

  g_return_val_if_fail (GYRE_IS_EXECUTIVE (self) && pattern != NULL && function != NULL, 0);
  return observe_as (self, pattern, &form, error);
}

/**
 * gyre_executive_observe_closure: (rename-to gyre_executive_observe)
 * @self: an executive
 * @pattern: names of components and of a trait
 * @closure: called with the component, the name of the trait, the old and the new value
 * @error: return location for an error
 *
 * As gyre_executive_observe(), for other languages.
 *
 * Returns: a number for gyre_executive_unobserve(), or 0
 *
 * Since: 0.1
 */
gulong
gyre_executive_observe_closure (GyreExecutive *self, const char *pattern, GClosure *closure, GError **error)
{
  const GyreListenerForm form = { .function = gyre_observer_invoke_closure, .data = closure,
                                  .destroy = (GDestroyNotify) g_closure_unref };
  gulong number;

  g_return_val_if_fail (GYRE_IS_EXECUTIVE (self) && pattern != NULL && closure != NULL, 0);

  gyre_observer_take_closure (closure);
  number = observe_as (self, pattern, &form, error);
  if (number == 0)
    g_closure_unref (closure);
  return number;
}

/**
 * gyre_executive_unobserve:
 * @self: an executive
 * @observer: what gyre_executive_observe() returned
 *
 * Removes an observer; also while it is being called, from any thread. A call that runs in another thread ends.
 *
 * Returns: whether it was there
 *
 * Since: 0.1
 */
gboolean
gyre_executive_unobserve (GyreExecutive *self, gulong observer)
{
  Watches *watches;
  Watch *watch;

  g_return_val_if_fail (GYRE_IS_EXECUTIVE (self), FALSE);

  watches = peek_watches (self);
  watch = watches != NULL ? change_list (watches, NULL, observer) : NULL;
  if (watch == NULL)
    return FALSE;
  gyre_listener_disconnect (watch->listener);
  watch_unref (watch);
  return TRUE;
}
