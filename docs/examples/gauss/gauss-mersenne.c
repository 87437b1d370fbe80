/* gauss-mersenne.c: Points of the Mersenne twister, as Python's random module draws them
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gauss-dimension.h"
#include "gauss-twister.h"

struct _GaussMersenne
{
  GyreComponent parent_instance;

  GyreMaybeInteger seed;
  GaussTwister twister;
};

/* A mesh with a seed begins its stream when it is built, and again when the seed changes. */
static void
gauss_mersenne_start (GaussMersenne *self)
{
  if (self->seed.present)
    gauss_twister_init (&self->twister, self->seed.value);
  else
    gauss_twister_init_randomly (&self->twister);
}

static void
gauss_mersenne_constructed (GObject *object);

static gboolean
gauss_mersenne_fill_points (GaussMersenne *self, const GyreArray *intervals, GyreArray *points, GError **error)
{
  if (!gauss_dimension_check (points, intervals->shape[0], "box", error))
    return FALSE;
  gauss_twister_fill_points (&self->twister, intervals->values, points->values, points->shape[0], points->shape[1]);
  return TRUE;
}

static void
gauss_mersenne_trait_modified (GaussMersenne *self, GyreTrait *trait)
{
  gauss_mersenne_start (self);
}

static void
gauss_mersenne_class_initialize (gpointer type_class, gpointer data)
{
  G_OBJECT_CLASS (type_class)->constructed = gauss_mersenne_constructed;
}

GYRE_DEFINE_COMPONENT (GaussMersenne, gauss_mersenne, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (
    gyre_maybe_integer (seed, "none", .summary = "where the stream begins; none begins it anywhere")),
  GYRE_BEHAVIORS (
    gyre_behavior (points, gauss_mersenne_fill_points, (nothing, (array, intervals), (buffer, points)),
                   .summary = "the next points of a box")),
  GYRE_IMPLEMENTS (GAUSS_TYPE_MESH),
  .family = "gauss.meshes.mersenne",
  .summary = "points of the Mersenne twister, as Python's random module draws them",
  .class_initialize = gauss_mersenne_class_initialize,
  .trait_modified = gauss_mersenne_trait_modified)

static void
gauss_mersenne_constructed (GObject *object)
{
  G_OBJECT_CLASS (gauss_mersenne_parent_class)->constructed (object);
  gauss_mersenne_start ((GaussMersenne *) object);
}
