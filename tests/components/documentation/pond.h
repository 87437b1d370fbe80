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
typedef struct
{
  GyreComponent parent_instance;

  gint64 age;
  PondFood *food;
} PondFish;
typedef GyreComponentClass PondFishClass;

GYRE_DEFINE_COMPONENT (PondFish, pond_fish, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (
    gyre_integer (age, 1, .aliases = "years", .constraints = GYRE_NOT_NEGATIVE, .summary = "how old it is"),
    gyre_facility (food, pond_food, NULL, .nullable = true)),
  GYRE_BEHAVIORS (),
  .family = "pond.fish",
  .summary = "whatever swims")

#define POND_TYPE_PIKE (pond_pike_get_type ())
typedef struct
{
  PondFish parent_instance;

  bool is_hungry;
} PondPike;
typedef GyreComponentClass PondPikeClass;

GYRE_DEFINE_COMPONENT (PondPike, pond_pike, POND_TYPE_FISH,
  GYRE_TRAITS (gyre_boolean (is_hungry, true)),
  GYRE_BEHAVIORS (),
  .family = "pond.pike")

/* An executive of its own for each case, with the classes known. */
static inline GyreExecutive *
pond_begin (const char *configuration)
{
  GyreExecutive *executive = gyre_executive_new ();
  g_autoptr (GError) error = NULL;

  gyre_actor_get (POND_TYPE_WEED);
  gyre_actor_get (POND_TYPE_PIKE);
  gyre_executive_push (executive);
  gyre_executive_load_text (executive, "pond.pfg", configuration, GYRE_CATEGORY_USER, NULL, &error);
  g_assert_no_error (error);
  return executive;
}

static inline void
pond_end (GyreExecutive *executive)
{
  gyre_executive_pop (executive);
  g_object_unref (executive);
}

/* A text in nested dictionaries and lists: "traits/0/name". NULL for null. */
static inline char *
pond_find (GVariant *variant, const char *path)
{
  g_auto (GStrv) steps = g_strsplit (path, "/", -1);
  g_autoptr (GVariant) place = g_variant_take_ref (variant);

  for (guint index = 0; steps[index] != NULL; index++)
    {
      GVariant *next = NULL;

      if (g_variant_is_of_type (place, G_VARIANT_TYPE_VARDICT))
        next = g_variant_lookup_value (place, steps[index], NULL);
      else if (g_ascii_strtoull (steps[index], NULL, 10) < g_variant_n_children (place))
        g_variant_get_child (place, g_ascii_strtoull (steps[index], NULL, 10), "v", &next);
      if (next == NULL)
        g_error ("%s: there is no %s", path, steps[index]);
      g_variant_unref (place);
      place = next;
    }
  if (g_variant_is_of_type (place, G_VARIANT_TYPE_MAYBE))
    return NULL;
  return g_variant_is_of_type (place, G_VARIANT_TYPE_STRING) ? g_variant_dup_string (place, NULL) : g_variant_print (place, FALSE);
}

#define pond_assert(variant, path, wanted) \
  G_STMT_START { \
    g_autofree char *found_ = pond_find ((variant), (path)); \
    g_assert_cmpstr (found_, ==, (wanted)); \
  } G_STMT_END
