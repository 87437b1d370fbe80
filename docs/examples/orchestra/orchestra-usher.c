/* orchestra-usher.c: Who does one thing after the other, with pauses in between
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "orchestra.h"

typedef struct
{
  GyreBaseProcess parent_instance;

  GyreList *duties;
  gint64 pause;
} OrchestraUsher;
typedef GyreBaseProcessClass OrchestraUsherClass;

/* It has a stack of its own, and gives the thread back to the others wherever it waits. */
static gboolean
orchestra_usher_run (OrchestraUsher *self, GError **error)
{
  for (guint index = 0; index < gyre_list_get_length (self->duties); index++)
    {
      gyre_component_alert (GYRE_COMPONENT (self), GYRE_ALERT_NOTICE, "%s", gyre_list_get_string (self->duties, index));
      if (!gyre_component_wait (GYRE_COMPONENT (self), GYRE_MICROSECONDS (self->pause)))
        break;
    }
  return TRUE;
}

GYRE_DEFINE_COMPONENT (OrchestraUsher, orchestra_usher, GYRE_TYPE_BASE_PROCESS,
  GYRE_TRAITS (
    gyre_strings (duties, "(opens the doors, closes the doors)", .summary = "what it does, one after the other"),
    gyre_duration (pause, "5 s", .constraints = GYRE_NOT_NEGATIVE, .summary = "how long it waits in between")),
  GYRE_BEHAVIORS (
    gyre_behavior (run, orchestra_usher_run, (nothing), .summary = "does all of it, once")),
  GYRE_IMPLEMENTS (GYRE_TYPE_PROCESS),
  GYRE_DEFAULTS ({ "perpetual", "no" }),
  .family = "orchestra.usher",
  .sequential = TRUE,
  .summary = "does one thing after the other, with pauses in between")
