/* gyre-delivery.c: Telling of many changes at once
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Listeners are told one after the other, in the order of their connection, each of all that concerns it in the order in which
 * it was set. Who hears is settled before the first is told; who is removed meanwhile hears no more. When all of them have
 * heard come the hooks of the classes, then GObject's handlers.
 */
#include "gyre-delivery-private.h"
#include "gyre-commit-private.h"
#include "gyre-dynamic-private.h"
#include "gyre-hooks-private.h"
#include "gyre-watch-private.h"

typedef struct
{
  gulong number;
  guint change;
} Appointment;

static int
compare (gconstpointer one, gconstpointer other)
{
  const Appointment *first = one, *second = other;

  if (first->number != second->number)
    return first->number < second->number ? -1 : 1;
  return first->change < second->change ? -1 : first->change > second->change;
}

/* An attribute is told as the kind that it had; observers know it by itself. */
static const GyreTrait *
get_key (const GyreChange *change)
{
  return gyre_trait_is_dynamic (change->trait) ? &gyre_dynamic_of_face (change->trait)->trait : change->trait;
}

static void
collect (GArray *appointments, const GyreChange *change, guint index)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (gulong));

  gyre_watch_refresh (change->component);
  gyre_observers_collect (change->component, get_key (change), numbers);
  for (guint place = 0; place < numbers->len; place++)
    {
      const Appointment appointment = { g_array_index (numbers, gulong, place), index };
      g_array_append_val (appointments, appointment);
    }
}

/* NULL for nobody. */
static GArray *
collect_all (const GyreChange *changes, guint n_changes)
{
  GArray *appointments = NULL;

  for (guint index = 0; index < n_changes; index++)
    {
      GyreState *state = gyre_state_peek (changes[index].component);
      if (state == NULL || !gyre_watch_is_heard (state))
        continue;
      if (appointments == NULL)
        appointments = g_array_new (FALSE, FALSE, sizeof (Appointment));
      collect (appointments, &changes[index], index);
    }
  if (appointments != NULL)
    g_array_sort (appointments, compare);
  return appointments;
}

/* A pattern's listener stands with several components, of which some can be disposed of by now. */
static void
call (gulong number, GArray *heard)
{
  const GyreChange *changes = (const GyreChange *) (gpointer) heard->data;

  for (guint index = 0; index < heard->len; index++)
    if (gyre_observers_has (changes[index].component, number))
      {
        gyre_observers_call (changes[index].component, number, changes, heard->len);
        return;
      }
}

static void
tell_listeners (const GyreChange *changes, GArray *appointments)
{
  g_autoptr (GArray) heard = g_array_new (FALSE, FALSE, sizeof (GyreChange));

  for (guint index = 0; index < appointments->len; index++)
    {
      const Appointment *appointment = &g_array_index (appointments, Appointment, index);

      g_array_append_val (heard, changes[appointment->change]);
      if (index + 1 < appointments->len && appointment[1].number == appointment->number)
        continue;
      call (appointment->number, heard);
      g_array_set_size (heard, 0);
    }
}

static void
tell_component (const GyreChange *change)
{
  GyreComponentClass *class = GYRE_COMPONENT_GET_CLASS (change->component);
  GyreState *state = gyre_state_peek (change->component);

  if (class->trait_modified != NULL && state != NULL && state->complete)
    gyre_hooks_trait_modified (change->component, change->trait);
  if (!gyre_trait_is_foreign (change->trait) && !gyre_trait_is_dynamic (change->trait))
    g_object_notify_by_pspec (G_OBJECT (change->component), change->trait->specification);
}

/* That a value of the old kind has gone is only half of what has happened. */
static gboolean
is_preface (const GyreChange *change)
{
  return gyre_trait_is_dynamic (change->trait) && gyre_dynamic_of_face (change->trait)->shape != NULL
         && change->trait->kind != get_key (change)->kind;
}

/* The caller holds the components and the values; all values are stored. */
void
gyre_delivery_run (const GyreChange *changes, guint n_changes)
{
  g_autoptr (GArray) appointments = NULL;

  for (guint index = 0; index < n_changes; index++)
    if (!is_preface (&changes[index]))
      gyre_component_tell_first (changes[index].component, get_key (&changes[index]));
  appointments = collect_all (changes, n_changes);
  if (appointments != NULL)
    tell_listeners (changes, appointments);
  for (guint index = 0; index < n_changes; index++)
    tell_component (&changes[index]);
}
