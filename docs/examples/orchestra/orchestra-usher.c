/* orchestra-usher.c: Who does one thing after the other, with pauses in between
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "orchestra.h"

#define NANOSECONDS_A_MICROSECOND 1000

typedef struct
{
  GyreComponent parent_instance;

  GyreList *duties;
  gint64 pause;
} OrchestraUsher;
typedef GyreComponentClass OrchestraUsherClass;

/* It has a stack of its own, and gives the thread back to the others wherever it waits. */
static gboolean
spend_the_evening (GyreFiber *fiber, gpointer object, gpointer user_data, GError **error)
{
  OrchestraUsher *self = object;

  for (guint index = 0; index < gyre_list_get_length (self->duties); index++)
    {
      gyre_component_alert (object, GYRE_ALERT_NOTICE, "%s", gyre_list_get_string (self->duties, index));
      if (!gyre_fiber_wait (fiber, self->pause * NANOSECONDS_A_MICROSECOND))
        break;
    }
  return TRUE;
}

static void
orchestra_usher_registered (GyreComponent *component)
{
  g_autoptr (GError) error = NULL;

  if (!gyre_executive_launch_fiber (gyre_component_get_executive (component), gyre_component_get_handle (component),
                                    spend_the_evening, NULL, NULL, NULL, 0, &error))
    gyre_component_alert (component, GYRE_ALERT_ERROR, "stays at home: %s", error->message);
}

static void
orchestra_usher_class_initialize (gpointer type_class, gpointer data)
{
  GYRE_COMPONENT_CLASS (type_class)->registered = orchestra_usher_registered;
}

GYRE_DEFINE_COMPONENT (OrchestraUsher, orchestra_usher, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (
    gyre_strings (duties, "(opens the doors, closes the doors)", .summary = "what it does, one after the other"),
    gyre_duration (pause, "5 s", .constraints = GYRE_NOT_NEGATIVE, .summary = "how long it waits in between")),
  GYRE_BEHAVIORS (),
  .family = "orchestra.usher",
  .class_initialize = orchestra_usher_class_initialize,
  .summary = "does one thing after the other, with pauses in between")
