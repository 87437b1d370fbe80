/* pond.h: Classes to be described: an interface, a class that implements it, and one that derives from another
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <gyre.h>

#define POND_TYPE_FOOD (pond_food_get_type ())
G_DECLARE_INTERFACE (PondFood, pond_food, POND, FOOD, GObject)

struct _PondFoodInterface
{
  GTypeInterface parent_interface;

  double (*weigh) (PondFood *self, GError **error);
};

GYRE_DEFINE_INTERFACE (PondFood, pond_food,
  GYRE_TRAITS (),
  GYRE_BEHAVIORS (gyre_required (weigh, (real), .summary = "how heavy it is")),
  .family = "pond.food",
  .implementation = "pond.weed",
  .summary = "what is eaten")

#define POND_TYPE_WEED (pond_weed_get_type ())
G_DECLARE_FINAL_TYPE (PondWeed, pond_weed, POND, WEED, GyreComponent)

struct _PondWeed
{
  GyreComponent parent_instance;

  double length;
};

static double
pond_weed_weigh (PondWeed *self, GError **error)
{
  return self->length / 100.0;
}

GYRE_DEFINE_COMPONENT (PondWeed, pond_weed, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (gyre_real (length, 2.0, .units = "m", .constraints = GYRE_POSITIVE)),
  GYRE_BEHAVIORS (gyre_behavior (weigh, pond_weed_weigh, (real), .aliases = "weight")),
  GYRE_IMPLEMENTS (POND_TYPE_FOOD),
  .family = "pond.weed")

#define POND_TYPE_FISH (pond_fish_get_type ())
G_DECLARE_DERIVABLE_TYPE (PondFish, pond_fish, POND, FISH, GyreComponent)

struct _PondFishClass
{
  GyreComponentClass parent_class;
};

/* The fields stand where a derivable component has them: behind its parent. */
struct _PondFishFields
{
  GyreComponent parent_instance;

  gint64 age;
  PondFood *food;
};
