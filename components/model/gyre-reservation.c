/* gyre-reservation.c: Names of instances that are being built
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Both lists are as long as the number of instances that are being built right now. The lock is a leaf.
 */
#include "gyre-reservation-private.h"

static GMutex lock;
static GCond changed;
static GyreReservation *taken;
static GyreReservation *awaited;    /* the same, of threads that wait */

static GyreReservation *
find (GyreExecutive *executive, const char *name)
{
  GyreReservation *entry = taken;

  while (entry != NULL && (entry->executive != executive || g_strcmp0 (entry->name, name) != 0))
    entry = entry->next;
  return entry;
}

static void
unlink_entry (GyreReservation **list, GyreReservation *entry)
{
  while (*list != entry)
    list = &(*list)->next;
  *list = entry->next;
}

static GyreReservation *
find_awaited (GThread *thread)
{
  GyreReservation *entry = awaited;

  while (entry != NULL && entry->thread != thread)
    entry = entry->next;
  return entry;
}

/* Whether the builder of a name waits, through others maybe, for what this thread builds. It stands still until we are done, so
 * to look at what it has built so far is what it would be in one thread: an instance that asks for itself. */
static gboolean
waits_for_us (GyreReservation *entry)
{
  GThread *self = g_thread_self ();

  while (entry != NULL && entry->thread != self)
    {
      GyreReservation *next = find_awaited (entry->thread);
      entry = next != NULL ? find (next->executive, next->name) : NULL;
    }
  return entry != NULL;
}

/* Waits until nobody else builds the name. Returns FALSE when it is this thread itself, or one that waits for it. */
static gboolean
wait_for (GyreExecutive *executive, const char *name)
{
  GyreReservation waiting = { awaited, executive, name, g_thread_self () };
  GyreReservation *entry = find (executive, name);

  if (entry == NULL)
    return TRUE;
  awaited = &waiting;
  /* Whoever waited before can be waiting for us through this. */
  g_cond_broadcast (&changed);
  while (entry != NULL && !waits_for_us (entry))
    {
      g_cond_wait (&changed, &lock);
      entry = find (executive, name);
    }
  unlink_entry (&awaited, &waiting);
  return entry == NULL;
}

/* Takes a name for an instance that is to be built. Returns FALSE when the instance is half built and asks for itself. */
gboolean
gyre_reservation_take (GyreReservation *reservation, GyreExecutive *executive, const char *name)
{
  gboolean is_free;

  g_mutex_lock (&lock);
  is_free = wait_for (executive, name);
  if (is_free)
    {
      *reservation = (GyreReservation) { taken, executive, name, g_thread_self () };
      taken = reservation;
    }
  g_mutex_unlock (&lock);
  return is_free;
}

void
gyre_reservation_release (GyreReservation *reservation)
{
  g_mutex_lock (&lock);
  unlink_entry (&taken, reservation);
  g_cond_broadcast (&changed);
  g_mutex_unlock (&lock);
}

/* Waits for an instance that another thread is building. */
void
gyre_reservation_wait (GyreExecutive *executive, const char *name)
{
  g_mutex_lock (&lock);
  wait_for (executive, name);
  g_mutex_unlock (&lock);
}

/* The living instance that has a name, if it is of the class. */
GObject *
gyre_reservation_find (GyreActor *actor, const char *name, GyreLocator *locator, GError **error)
{
  GyreExecutive *executive = gyre_executive_get_current ();
  GObject *instance = gyre_nameserver_find (gyre_executive_get_nameserver (executive), name);

  if (instance == NULL || G_OBJECT_TYPE (instance) == gyre_requirement_get_gtype (GYRE_REQUIREMENT (actor)))
    return instance;

  g_autoptr (GyreLocator) held = gyre_nameserver_dup_locator (gyre_executive_get_nameserver (executive), name);
  g_autofree char *place = gyre_locator_to_string (held);
  g_autofree char *wanted = gyre_locator_to_string (locator);
  g_set_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_NAME,
               "%s: the name '%s' is taken by an instance of %s (%s), asked for again (%s)",
               gyre_requirement_get_public_name (GYRE_REQUIREMENT (actor)), name, G_OBJECT_TYPE_NAME (instance), place, wanted);
  g_object_unref (instance);
  return NULL;
}
