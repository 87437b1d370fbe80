/* specimen.h: An interface and classes that the tests of pages write about
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <gyre.h>

#define SPECIMEN_TYPE_SHAPE (specimen_shape_get_type ())
G_DECLARE_INTERFACE (SpecimenShape, specimen_shape, SPECIMEN, SHAPE, GObject)

struct _SpecimenShapeInterface
{
  GTypeInterface parent_interface;

  double (*measure) (SpecimenShape *self, GError **error);
};

GYRE_DEFINE_INTERFACE (SpecimenShape, specimen_shape,
  GYRE_TRAITS (),
  GYRE_BEHAVIORS (gyre_required (measure, (real), .summary = "how big it is")),
  .family = "specimen.shapes",
  .implementation = "specimen.shapes.ball",
  .summary = "a region of space")

typedef enum
{
  SPECIMEN_SWEET,
  SPECIMEN_SOUR = 7,
} SpecimenTaste;

static GType
specimen_taste_get_type (void)
{
  static const GEnumValue words[] = { { SPECIMEN_SWEET, "SPECIMEN_SWEET", "sweet" }, { SPECIMEN_SOUR, "SPECIMEN_SOUR", "sour" }, { 0, NULL, NULL } };
  static GType type;

  if (type == 0)
    type = g_enum_register_static ("SpecimenTaste", words);
  return type;
}

#define SPECIMEN_TYPE_BALL (specimen_ball_get_type ())
G_DECLARE_FINAL_TYPE (SpecimenBall, specimen_ball, SPECIMEN, BALL, GyreComponent)

struct _SpecimenBall
{
  GyreComponent parent_instance;

  double radius;
  double old;
  SpecimenTaste taste;
};

static double
specimen_ball_measure (SpecimenBall *self, GError **error)
{
  return self->radius;
}

GYRE_DEFINE_COMPONENT (SpecimenBall, specimen_ball, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (
    gyre_real (radius, 1.5, .aliases = "r, size", .units = "m", .constraints = GYRE_NOT_NEGATIVE, .summary = "how far it reaches"),
    gyre_enumeration (taste, specimen_taste, SPECIMEN_SOUR, .summary = "what it is like"),
    gyre_real (old, 0.0, .deprecated_since = "0.2", .summary = "what <nobody> needs")),
  GYRE_BEHAVIORS (gyre_behavior (measure, specimen_ball_measure, (real), .summary = "its volume")),
  GYRE_IMPLEMENTS (SPECIMEN_TYPE_SHAPE),
  .family = "specimen.shapes.ball",
  .summary = "round & full")

/* The interface and its class, as a user's module would have them. */
static inline GyreCatalogue *
specimen_catalogue (void)
{
  GyreCatalogue *catalogue = gyre_catalogue_new ();

  g_assert_nonnull (gyre_role_get (SPECIMEN_TYPE_SHAPE));
  g_assert_nonnull (gyre_actor_get (SPECIMEN_TYPE_BALL));
  gyre_catalogue_add_known (catalogue, "specimen");
  return catalogue;
}
