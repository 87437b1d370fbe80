/* gyre-listener.c: One who hears of changes in a special way
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-listener-private.h"
#include "gyre-commit-private.h"

struct _GyreListener
{
  gint references;
  gint users;                  /* calls that run now, and one for being connected */
  gint connected;
  gulong number;
  GyreListenerForm form;
  gpointer place;
  GyreListenerRemoval remove;
  GWeakRef owner;
  char *told;                  /* the failure that was told last; NULL after a success */
};

static gulong last_number;

/* Observers of all sorts are numbered in the order in which they are connected. */
gulong
gyre_listener_next_number (void)
{
  return __atomic_add_fetch (&last_number, 1, __ATOMIC_RELAXED);
}

/* It can have been disconnected while its owner was going already. */
static void
on_owner_gone (gpointer data, GObject *owner)
{
  GyreListener *self = data;

  g_weak_ref_set (&self->owner, NULL);
  if (gyre_listener_is_connected (self))
    self->remove (self->place, self->number);
  gyre_listener_unref (self);
}

GyreListener *
gyre_listener_new (const GyreListenerForm *form, gulong number, gpointer place, GyreListenerRemoval remove)
{
  GyreListener *self = g_new0 (GyreListener, 1);

  self->references = self->users = self->connected = 1;
  self->number = number;
  self->form = *form;
  self->place = place;
  self->remove = remove;
  g_weak_ref_init (&self->owner, form->owner);
  if (form->owner != NULL)
    g_object_weak_ref (form->owner, on_owner_gone, gyre_listener_ref (self));
  return self;
}

GyreListener *
gyre_listener_ref (GyreListener *listener)
{
  g_atomic_int_inc (&listener->references);
  return listener;
}

void
gyre_listener_unref (gpointer listener)
{
  GyreListener *self = listener;

  if (!g_atomic_int_dec_and_test (&self->references))
    return;
  g_weak_ref_clear (&self->owner);
  g_free (self->told);
  g_free (self);
}

gulong
gyre_listener_get_number (GyreListener *listener)
{
  return listener->number;
}

gboolean
gyre_listener_is_connected (GyreListener *listener)
{
  return g_atomic_int_get (&listener->connected);
}

/* The data go with the last one who uses them. */
static void
leave (GyreListener *self)
{
  if (g_atomic_int_dec_and_test (&self->users) && self->form.destroy != NULL)
    self->form.destroy (self->form.data);
}

static gboolean
enter (GyreListener *self)
{
  gint users;

  do
    {
      users = g_atomic_int_get (&self->users);
      if (users == 0 || !gyre_listener_is_connected (self))
        return FALSE;
    }
  while (!g_atomic_int_compare_and_exchange (&self->users, users, users + 1));
  return TRUE;
}

/* Nobody calls it any more, but for calls that run now. */
void
gyre_listener_disconnect (GyreListener *listener)
{
  g_autoptr (GObject) owner = g_weak_ref_get (&listener->owner);

  if (!g_atomic_int_compare_and_exchange (&listener->connected, TRUE, FALSE))
    return;
  leave (listener);
  if (owner == NULL)
    return;
  g_object_weak_unref (owner, on_owner_gone, listener);
  gyre_listener_unref (listener);
}

/* An observer that fails does not undo what it hears of. A failure that comes again and again is told once. */
static void
tell_failure (GyreListener *self, const GyreChange *change, const GError *error)
{
  g_autofree char *subject = gyre_component_dup_subject (change->component);
  g_autoptr (GyreLocator) locator = gyre_locator_new_address ((gconstpointer) self->form.checked);
  g_autofree char *place = gyre_locator_to_string (locator);

  if (g_strcmp0 (self->told, error->message) == 0)
    return;
  g_free (self->told);
  self->told = g_strdup (error->message);
  g_warning ("%s.%s: the observer at %s: %s", subject, gyre_trait_get_name (change->trait), place, error->message);
}

static void
call_checked (GyreListener *self, const GyreChange *change)
{
  g_autoptr (GError) error = NULL;

  if (self->form.checked (change->component, change, self->form.data, &error))
    g_clear_pointer (&self->told, g_free);
  else if (error != NULL)
    tell_failure (self, change, error);
}

static void
call_each (GyreListener *self, const GyreChange *changes, guint n_changes)
{
  for (guint index = 0; index < n_changes && gyre_listener_is_connected (self); index++)
    if (self->form.function != NULL)
      self->form.function (changes[index].component, &changes[index], self->form.data);
    else
      call_checked (self, &changes[index]);
}

/* Its owner is held meanwhile; one whose owner is going hears no more. */
void
gyre_listener_call (GyreListener *listener, const GyreChange *changes, guint n_changes)
{
  g_autoptr (GObject) owner = g_weak_ref_get (&listener->owner);

  if ((listener->form.owner != NULL && owner == NULL) || !enter (listener))
    return;
  if (listener->form.changes != NULL)
    listener->form.changes (changes, n_changes, listener->form.data);
  else
    call_each (listener, changes, n_changes);
  leave (listener);
}

/* What stands in the list of a component for a listener. */
void
gyre_listener_hear (GyreComponent *component, const GyreChange *change, gpointer listener)
{
  GyreListener *held = gyre_listener_ref (listener);

  gyre_listener_call (held, change, 1);
  gyre_listener_unref (held);
}
