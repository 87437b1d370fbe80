/* gauss-interfaces.c: What shapes, functors, meshes and integrators promise
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gauss.h"

GYRE_DEFINE_INTERFACE (GaussShape, gauss_shape,
  GYRE_TRAITS (),
  GYRE_BEHAVIORS (
    gyre_required (measure, (real), .summary = "length, area, volume: whatever the dimension calls it"),
    gyre_required (contains, (nothing, (array, points, .summary = "one a row"), (buffer, inside, .summary = "one number for each point")),
                   .summary = "for each point, 1 if the shape contains it, else 0")),
  .family = "gauss.shapes",
  .implementation = "gauss.shapes.ball",
  .summary = "a region of space")

GYRE_DEFINE_INTERFACE (GaussFunctor, gauss_functor,
  GYRE_TRAITS (),
  GYRE_BEHAVIORS (
    gyre_required (evaluate, (nothing, (array, points, .summary = "one a row"), (buffer, values, .summary = "one for each point")), .aliases = "eval",
                   .summary = "the value at each point")),
  .family = "gauss.functors",
  .implementation = "gauss.functors.constant",
  .summary = "a function of the points of space")

GYRE_DEFINE_INTERFACE (GaussMesh, gauss_mesh,
  GYRE_TRAITS (),
  GYRE_BEHAVIORS (
    gyre_required (points, (nothing, (array, intervals, .summary = "the least and the greatest value of each coordinate"),
                            (buffer, points, .summary = "as many as there is room for, one a row")),
                   .summary = "the next points of a box")),
  .family = "gauss.meshes",
  .implementation = "gauss.meshes.mersenne",
  .summary = "a source of points")

GYRE_DEFINE_INTERFACE (GaussIntegrator, gauss_integrator,
  GYRE_TRAITS (
    gyre_required_facility (region, gauss_shape, .summary = "where to integrate"),
    gyre_required_facility (integrand, gauss_functor, .summary = "what to integrate")),
  GYRE_BEHAVIORS (
    gyre_required (integrate, (real), .summary = "the integral of the integrand over the region")),
  .family = "gauss.integrators",
  .implementation = "gauss.integrators.montecarlo",
  .summary = "integrates a functor over a region")
