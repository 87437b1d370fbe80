/* orchestra-soloist.c: Who plays only when it is asked to, for a while
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "orchestra.h"

typedef struct
{
  OrchestraPlayer parent_instance;

  gint64 cadenza;
  gint64 pause;
  gint64 n_left;
} OrchestraSoloist;
typedef OrchestraPlayerClass OrchestraSoloistClass;

/* It is not perpetual: it runs once, and once more whenever it says so. */
static gboolean
orchestra_soloist_run (OrchestraSoloist *self, GError **error)
{
  if (self->n_left == 0)
    return TRUE;
  self->n_left--;
  return orchestra_player_play (&self->parent_instance, error)
         && gyre_component_perpetuate (GYRE_COMPONENT (self), GYRE_MICROSECONDS (self->pause), error);
}

static gboolean
orchestra_soloist_solo (OrchestraSoloist *self, GError **error)
{
  self->n_left = self->cadenza;
  return gyre_component_perpetuate (GYRE_COMPONENT (self), -1, error);
}

GYRE_DEFINE_COMPONENT (OrchestraSoloist, orchestra_soloist, ORCHESTRA_TYPE_PLAYER,
  GYRE_TRAITS (
    gyre_integer (cadenza, 12, .constraints = GYRE_POSITIVE, .summary = "how many notes its solo has"),
    gyre_duration (pause, "150 ms", .constraints = GYRE_NOT_NEGATIVE, .summary = "what is between two of them")),
  GYRE_BEHAVIORS (
    gyre_behavior (run, orchestra_soloist_run, (nothing), .summary = "plays a note of its solo"),
    gyre_behavior (solo, orchestra_soloist_solo, (nothing), .summary = "begins its solo")),
  GYRE_IMPLEMENTS (GYRE_TYPE_PROCESS),
  GYRE_DEFAULTS ({ "perpetual", "no" }, { "melody", "(a, b, c, d, c, b)" }),
  .family = "orchestra.soloist",
  .summary = "plays only when it is asked to, for a while")
