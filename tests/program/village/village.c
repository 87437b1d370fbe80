/* village.c: A program that can be reached, in which everything hangs together with everything
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Usage: village NAME [HOUSES [FRAMES-A-SECOND]]
 *
 * A town has houses as its children; each house has a keeper as its facility, and its size follows the town's. The keepers' boss, a
 * process, sends a letter to the first house in each of its runs; a watch tells how long the longest gap between two of its own was.
 */
#include <gyre.h>

#include <stdio.h>
#include <stdlib.h>

#define VILLAGE_TYPE_KEEPER (village_keeper_get_type ())
G_DECLARE_FINAL_TYPE (VillageKeeper, village_keeper, VILLAGE, KEEPER, GyreComponent)

struct _VillageKeeper
{
  GyreComponent parent_instance;
};

GYRE_DEFINE_COMPONENT (VillageKeeper, village_keeper, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (),
  GYRE_BEHAVIORS (),
  .family = "village.keeper",
  .summary = "keeps a house")

#define VILLAGE_TYPE_HOUSE (village_house_get_type ())
G_DECLARE_FINAL_TYPE (VillageHouse, village_house, VILLAGE, HOUSE, GyreComponent)

struct _VillageHouse
{
  GyreComponent parent_instance;

  VillageKeeper *keeper;
  gint64 size;
};

GYRE_DEFINE_COMPONENT (VillageHouse, village_house, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (
    gyre_facility (keeper, village_keeper, "village.keeper", .summary = "who keeps it"),
    gyre_integer (size, 1, .summary = "how many live in it")),
  GYRE_BEHAVIORS (),
  .family = "village.house",
  .summary = "a house")

#define VILLAGE_TYPE_TOWN (village_town_get_type ())
G_DECLARE_FINAL_TYPE (VillageTown, village_town, VILLAGE, TOWN, GyreComponent)

struct _VillageTown
{
  GyreComponent parent_instance;

  gint64 size;
};

GYRE_DEFINE_COMPONENT (VillageTown, village_town, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (gyre_integer (size, 3, .summary = "how many live in each house")),
  GYRE_BEHAVIORS (),
  .family = "village.town",
  .summary = "has houses")

#define VILLAGE_TYPE_BOSS (village_boss_get_type ())
G_DECLARE_FINAL_TYPE (VillageBoss, village_boss, VILLAGE, BOSS, GyreBaseProcess)

struct _VillageBoss
{
  GyreBaseProcess parent_instance;
};

static gboolean
boss_run (VillageBoss *self, GError **error)
{
  return gyre_component_send_to (GYRE_COMPONENT (self), "house-0", "hi", 2, NULL) || TRUE;
}

GYRE_DEFINE_COMPONENT (VillageBoss, village_boss, GYRE_TYPE_BASE_PROCESS,
  GYRE_TRAITS (),
  GYRE_BEHAVIORS (gyre_behavior (run, boss_run, (nothing))),
  .family = "village.boss",
  .summary = "writes letters")

#define VILLAGE_TYPE_WATCH (village_watch_get_type ())
G_DECLARE_FINAL_TYPE (VillageWatch, village_watch, VILLAGE, WATCH, GyreBaseProcess)

struct _VillageWatch
{
  GyreBaseProcess parent_instance;

  gint64 last;
  gint64 longest;
};

static gboolean
watch_run (VillageWatch *self, GError **error)
{
  gint64 now = g_get_monotonic_time ();

  if (self->last != 0)
    self->longest = MAX (self->longest, now - self->last);
  self->last = now;
  return TRUE;
}

/* What is asked for from outside is done between frames, and is itself in a gap. */
static gint64
watch_forget (VillageWatch *self, GError **error)
{
  gint64 longest = self->longest;

  self->last = 0;
  self->longest = 0;
  return longest;
}

GYRE_DEFINE_COMPONENT (VillageWatch, village_watch, GYRE_TYPE_BASE_PROCESS,
  GYRE_TRAITS (
    gyre_integer (last, 0, .units = "us", .summary = "when it ran last"),
    gyre_integer (longest, 0, .units = "us", .summary = "the longest time between two runs")),
  GYRE_BEHAVIORS (
    gyre_behavior (run, watch_run, (nothing)),
    gyre_behavior (forget, watch_forget, (integer), .summary = "tells the longest gap, and begins anew")),
  .family = "village.watch",
  .summary = "watches the clock")

/* Who lives; NULL with @error. */
static GPtrArray *
build (guint n_houses, GError **error)
{
  g_autoptr (GPtrArray) components = g_ptr_array_new_with_free_func (g_object_unref);
  GyreActor *keeper = gyre_actor_get (VILLAGE_TYPE_KEEPER);
  GyreComponent *town = keeper != NULL ? gyre_component_new (VILLAGE_TYPE_TOWN, "town", error, NULL) : NULL;

  if (town == NULL)
    return NULL;
  g_ptr_array_add (components, town);
  for (guint index = 0; index < n_houses; index++)
    {
      g_autofree char *name = g_strdup_printf ("house-%u", index);
      GyreComponent *house = gyre_component_create (town, VILLAGE_TYPE_HOUSE, name, error, NULL);

      if (house == NULL || !gyre_component_set_text (house, "size", "{town.size}", error)
          || gyre_component_get_object (house, "keeper", error) == NULL)
        return NULL;
    }
  g_ptr_array_add (components, gyre_component_new (VILLAGE_TYPE_BOSS, "boss", error, NULL));
  g_ptr_array_add (components, gyre_component_new (VILLAGE_TYPE_WATCH, "watch", error, NULL));
  return g_steal_pointer (&components);
}

static gboolean
live (const char *name, guint n_houses, double rate, GError **error)
{
  GyreExecutive *executive = gyre_executive_get_default ();
  g_autoptr (GPtrArray) components = build (n_houses, error);
  gboolean is_done;

  if (components == NULL)
    return FALSE;
  gyre_executive_set_pace (executive, GYRE_PACE_FIXED, rate);
  is_done = gyre_executive_listen (executive, name, error);
  if (is_done)
    {
      printf ("ready\n");
      fflush (stdout);
      is_done = gyre_executive_run (executive, error);
    }
  gyre_executive_end_listening (executive);
  return is_done;
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;

  if (argc > 1 && live (argv[1], argc > 2 ? (guint) atoi (argv[2]) : 3, argc > 3 ? atof (argv[3]) : 500, &error))
    return 0;
  fprintf (stderr, "village: %s\n", error != NULL ? error->message : "usage: village NAME [HOUSES [FRAMES-A-SECOND]]");
  return 1;
}
