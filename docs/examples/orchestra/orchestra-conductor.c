/* orchestra-conductor.c: Who fills the seats, gives the beat and follows the score
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "orchestra.h"

#include <string.h>

typedef struct
{
  GyreBaseProcess parent_instance;

  GyreMapping *seats;
  GyreMapping *score;
  gint64 beats;
  gint64 beat;                  /* the present one; the first is 1 */
  guint n_substitutes;
} OrchestraConductor;
typedef GyreBaseProcessClass OrchestraConductorClass;

/* The players of a section are those of its children that are of a family. */
static GPtrArray *
list_section (OrchestraConductor *self, const char *section)
{
  g_autofree char *family = g_strconcat ("orchestra.", section, NULL);
  GPtrArray *players = gyre_component_list_children (GYRE_COMPONENT (self), ORCHESTRA_TYPE_PLAYER);

  for (guint index = players->len; index > 0; index--)
    if (strcmp (gyre_component_get_family (players->pdata[index - 1]), family) != 0)
      g_ptr_array_remove_index (players, index - 1);
  return players;
}

/* Who failed and was not to be started again has stopped, and leaves. */
static guint
dismiss_stopped (OrchestraConductor *self, const char *section)
{
  g_autoptr (GPtrArray) players = list_section (self, section);
  guint n_left = players->len;

  for (guint index = 0; index < players->len; index++)
    {
      GyreComponent *player = players->pdata[index];

      if (gyre_component_get_run_state (player) != GYRE_RUN_STATE_STOPPED)
        continue;
      gyre_component_alert (GYRE_COMPONENT (self), GYRE_ALERT_NOTICE, "dismisses %s", gyre_component_get_name (player));
      gyre_component_delete (player);
      n_left--;
    }
  return n_left;
}

/* A new player begins to play in the next frame; its name and its family say how it is configured. */
static gboolean
hire (OrchestraConductor *self, const char *section, const char *name, GError **error)
{
  g_autofree char *family = g_strconcat ("orchestra.", section, NULL);

  return gyre_component_create_family (GYRE_COMPONENT (self), family, name, error, NULL) != NULL;
}

/* Who comes later is a substitute. */
static gboolean
fill_seats (OrchestraConductor *self, const char *section, gint64 n_seats, GError **error)
{
  for (gint64 n_taken = dismiss_stopped (self, section); n_taken < n_seats; n_taken++)
    {
      g_autofree char *name = self->beat == 1 ? g_strdup_printf ("%s-%d", section, (int) n_taken + 1)
                                              : g_strdup_printf ("substitute-%u", ++self->n_substitutes);

      if (self->beat > 1)
        gyre_component_alert (GYRE_COMPONENT (self), GYRE_ALERT_NOTICE, "hires %s", name);
      if (!hire (self, section, name, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
fill_sections (OrchestraConductor *self, GError **error)
{
  for (guint index = 0; index < gyre_mapping_get_length (self->seats); index++)
    if (!fill_seats (self, gyre_mapping_get_key (self->seats, index), gyre_mapping_get_value (self->seats, index).integer, error))
      return FALSE;
  return TRUE;
}

/* A pause counts at once; an instruction waits for the next frame. */
static gboolean
tell_player (GyreComponent *player, const char *what, GError **error)
{
  if (strcmp (what, "rest") == 0)
    return gyre_component_pause (player, error);
  if (strcmp (what, "return") == 0)
    return gyre_component_resume (player, error);
  return gyre_component_post (player, what, 0, error) != 0;
}

/* "strings rest": a section or a name, and what it shall do. Whoever wants to hear of it does. */
static gboolean
follow_sign (OrchestraConductor *self, const char *sign, GError **error)
{
  g_auto (GStrv) words = g_strsplit (sign, " ", 2);
  g_autoptr (GPtrArray) players = list_section (self, words[0]);
  g_autoptr (GyreInstruction) instruction = NULL;

  gyre_component_alert (GYRE_COMPONENT (self), GYRE_ALERT_NOTICE, "beat %d: %s", (int) self->beat, sign);
  gyre_component_publish (GYRE_COMPONENT (self), "score", sign, strlen (sign), NULL);
  for (guint index = 0; index < players->len; index++)
    if (!tell_player (players->pdata[index], words[1], error))
      return FALSE;
  if (players->len > 0)
    return TRUE;
  instruction = gyre_instruction_new (words[0], words[1], NULL, 0);
  return gyre_executive_post (gyre_component_get_executive (GYRE_COMPONENT (self)), instruction, 0, error) != 0;
}

static gboolean
follow_score (OrchestraConductor *self, GError **error)
{
  g_autofree char *beat = g_strdup_printf ("%d", (int) self->beat);
  GyreList *signs = gyre_mapping_contains (self->score, beat) ? gyre_mapping_get_list (self->score, beat) : NULL;

  for (guint index = 0; signs != NULL && index < gyre_list_get_length (signs); index++)
    if (!follow_sign (self, gyre_list_get_string (signs, index), error))
      return FALSE;
  return TRUE;
}

/* Without it nobody would end the concert, so it ends when the conductor fails, too. */
static gboolean
orchestra_conductor_run (OrchestraConductor *self, GError **error)
{
  gboolean is_well;

  self->beat++;
  is_well = fill_sections (self, error) && follow_score (self, error);
  if (!is_well || self->beat == self->beats)
    gyre_executive_stop (gyre_component_get_executive (GYRE_COMPONENT (self)));
  return is_well;
}

GYRE_DEFINE_COMPONENT (OrchestraConductor, orchestra_conductor, GYRE_TYPE_BASE_PROCESS,
  GYRE_TRAITS (
    gyre_mapping (seats, integer, "(strings: 5, winds: 3)", .minimum = 0, .summary = "how many play in which section"),
    gyre_catalog (score, string, "()", .summary = "who shall do what at which beat"),
    gyre_integer (beats, 40, .constraints = GYRE_POSITIVE, .summary = "how many the concert has")),
  GYRE_BEHAVIORS (
    gyre_behavior (run, orchestra_conductor_run, (nothing), .summary = "gives one beat")),
  GYRE_IMPLEMENTS (GYRE_TYPE_PROCESS),
  GYRE_DEFAULTS ({ "priority", "500 ms" }),
  .family = "orchestra.conductor",
  .summary = "fills the seats, gives the beat and follows the score")
