/* orchestra-player.c: Who plays a note in each of its turns
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "orchestra.h"

#include <string.h>

G_DEFINE_QUARK (orchestra-error-quark, orchestra_error)

/* Chance is the executive's, so that the same seed gives the same concert. */
static gboolean
slips (OrchestraPlayer *self)
{
  GyreExecutive *executive = gyre_component_get_executive (GYRE_COMPONENT (self));

  return self->clumsiness > 0 && gyre_surroundings_get_chance (gyre_executive_get_surroundings (executive)) < self->clumsiness;
}

gboolean
orchestra_player_play (OrchestraPlayer *self, GError **error)
{
  const char *note = gyre_list_get_string (self->melody, self->n_played % gyre_list_get_length (self->melody));
  g_autofree char *sound = g_strconcat (note, self->is_loud ? " forte" : "", NULL);

  if (slips (self))
    {
      g_set_error (error, ORCHESTRA_ERROR, ORCHESTRA_ERROR_WRONG_NOTE, "that was no %s", note);
      return FALSE;
    }
  self->n_played++;
  return gyre_component_send_to (GYRE_COMPONENT (self), self->listener, sound, strlen (sound), error);
}

static gboolean
orchestra_player_forte (OrchestraPlayer *self, GError **error)
{
  self->is_loud = TRUE;
  return TRUE;
}

static gboolean
orchestra_player_piano (OrchestraPlayer *self, GError **error)
{
  self->is_loud = FALSE;
  return TRUE;
}

GYRE_DEFINE_COMPONENT (OrchestraPlayer, orchestra_player, GYRE_TYPE_BASE_PROCESS,
  GYRE_TRAITS (
    gyre_strings (melody, "(c, e, g)", .constraints = GYRE_NOT_EMPTY, .summary = "its notes, again and again"),
    gyre_string (listener, "stage", .summary = "the name of who gets the notes"),
    gyre_real (clumsiness, 0, .minimum = 0, .maximum = 1, .summary = "how likely it is that a note goes wrong")),
  GYRE_BEHAVIORS (
    gyre_behavior (run, orchestra_player_play, (nothing), .summary = "plays a note"),
    gyre_behavior (forte, orchestra_player_forte, (nothing), .summary = "from now on it plays loud"),
    gyre_behavior (piano, orchestra_player_piano, (nothing), .summary = "from now on it plays soft")),
  GYRE_IMPLEMENTS (GYRE_TYPE_PROCESS),
  .family = "orchestra.player",
  .summary = "plays a note in each of its turns")
