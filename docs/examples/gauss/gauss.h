/* gauss.h: Integrals by the Monte Carlo method, made of components
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What a program sees that uses the module from C. A program that only configures and runs needs none of it.
 */
#pragma once

#include <gyre.h>

G_BEGIN_DECLS

/**
 * GaussShape:
 *
 * A region of space. Family `gauss.shapes`.
 */
#define GAUSS_TYPE_SHAPE (gauss_shape_get_type ())
G_DECLARE_INTERFACE (GaussShape, gauss_shape, GAUSS, SHAPE, GObject)

/**
 * GaussShapeInterface:
 * @measure: length, area, volume: whatever the dimension calls it
 * @contains: for each row of points, 1 if the shape contains it, else 0
 */
struct _GaussShapeInterface
{
  GTypeInterface parent_interface;

  double   (*measure)  (GaussShape       *self,
                        GError          **error);
  gboolean (*contains) (GaussShape       *self,
                        const GyreArray  *points,
                        GyreArray        *inside,
                        GError          **error);
};

double   gauss_shape_measure  (GaussShape       *self,
                               GError          **error);
gboolean gauss_shape_contains (GaussShape       *self,
                               const GyreArray  *points,
                               GyreArray        *inside,
                               GError          **error);

/**
 * GaussFunctor:
 *
 * A function of the points of space. Family `gauss.functors`.
 */
#define GAUSS_TYPE_FUNCTOR (gauss_functor_get_type ())
G_DECLARE_INTERFACE (GaussFunctor, gauss_functor, GAUSS, FUNCTOR, GObject)

/**
 * GaussFunctorInterface:
 * @evaluate: the value at each row of points
 */
struct _GaussFunctorInterface
{
  GTypeInterface parent_interface;

  gboolean (*evaluate) (GaussFunctor     *self,
                        const GyreArray  *points,
                        GyreArray        *values,
                        GError          **error);
};

gboolean gauss_functor_evaluate (GaussFunctor     *self,
                                 const GyreArray  *points,
                                 GyreArray        *values,
                                 GError          **error);

/**
 * GaussMesh:
 *
 * A source of points. Family `gauss.meshes`.
 */
#define GAUSS_TYPE_MESH (gauss_mesh_get_type ())
G_DECLARE_INTERFACE (GaussMesh, gauss_mesh, GAUSS, MESH, GObject)

/**
 * GaussMeshInterface:
 * @points: fills rows with points of a box, given by its intervals; the next call goes on where this one stopped
 */
struct _GaussMeshInterface
{
  GTypeInterface parent_interface;

  gboolean (*points)  (GaussMesh        *self,
                       const GyreArray  *intervals,
                       GyreArray        *points,
                       GError          **error);
};

gboolean gauss_mesh_points  (GaussMesh        *self,
                             const GyreArray  *intervals,
                             GyreArray        *points,
                             GError          **error);

/**
 * GaussIntegrator:
 *
 * Integrates a functor over a region. Family `gauss.integrators`.
 */
#define GAUSS_TYPE_INTEGRATOR (gauss_integrator_get_type ())
G_DECLARE_INTERFACE (GaussIntegrator, gauss_integrator, GAUSS, INTEGRATOR, GObject)

/**
 * GaussIntegratorInterface:
 * @integrate: the integral
 */
struct _GaussIntegratorInterface
{
  GTypeInterface parent_interface;

  double (*integrate) (GaussIntegrator  *self,
                       GError          **error);
};

double gauss_integrator_integrate (GaussIntegrator  *self,
                                   GError          **error);

#define GAUSS_TYPE_BALL (gauss_ball_get_type ())
G_DECLARE_FINAL_TYPE (GaussBall, gauss_ball, GAUSS, BALL, GyreComponent)
GYRE_DECLARE_ARRAY (GaussBall, gauss_ball, center);
GYRE_DECLARE_REAL (GaussBall, gauss_ball, radius);

#define GAUSS_TYPE_BOX (gauss_box_get_type ())
G_DECLARE_FINAL_TYPE (GaussBox, gauss_box, GAUSS, BOX, GyreComponent)
GYRE_DECLARE_ARRAY (GaussBox, gauss_box, intervals);

#define GAUSS_TYPE_CONSTANT (gauss_constant_get_type ())
G_DECLARE_FINAL_TYPE (GaussConstant, gauss_constant, GAUSS, CONSTANT, GyreComponent)
GYRE_DECLARE_REAL (GaussConstant, gauss_constant, value);

#define GAUSS_TYPE_ONE (gauss_one_get_type ())
G_DECLARE_FINAL_TYPE (GaussOne, gauss_one, GAUSS, ONE, GyreComponent)

#define GAUSS_TYPE_GAUSSIAN (gauss_gaussian_get_type ())
G_DECLARE_FINAL_TYPE (GaussGaussian, gauss_gaussian, GAUSS, GAUSSIAN, GyreComponent)
GYRE_DECLARE_ARRAY (GaussGaussian, gauss_gaussian, mean);
GYRE_DECLARE_REAL (GaussGaussian, gauss_gaussian, spread);

#define GAUSS_TYPE_MERSENNE (gauss_mersenne_get_type ())
G_DECLARE_FINAL_TYPE (GaussMersenne, gauss_mersenne, GAUSS, MERSENNE, GyreComponent)
GYRE_DECLARE_MAYBE_INTEGER (GaussMersenne, gauss_mersenne, seed);

#define GAUSS_TYPE_MONTECARLO (gauss_montecarlo_get_type ())
G_DECLARE_FINAL_TYPE (GaussMontecarlo, gauss_montecarlo, GAUSS, MONTECARLO, GyreComponent)
GYRE_DECLARE_INTEGER (GaussMontecarlo, gauss_montecarlo, samples, gint64);
GYRE_DECLARE_FACILITY (GaussMontecarlo, gauss_montecarlo, box, GaussBox);
GYRE_DECLARE_FACILITY (GaussMontecarlo, gauss_montecarlo, mesh, GaussMesh);
GYRE_DECLARE_FACILITY (GaussMontecarlo, gauss_montecarlo, region, GaussShape);
GYRE_DECLARE_FACILITY (GaussMontecarlo, gauss_montecarlo, integrand, GaussFunctor);

/**
 * GaussError:
 * @GAUSS_ERROR_DIMENSION: points, center, mean and box have different dimensions
 *
 * What can go wrong with an integral.
 */
typedef enum
{
  GAUSS_ERROR_DIMENSION,
} GaussError;

#define GAUSS_ERROR (gauss_error_quark ())
GQuark gauss_error_quark (void);

G_END_DECLS
