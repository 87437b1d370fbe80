/* gauss-module.c: What the module brings
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gauss.h"

GYRE_MODULE (gauss_shape_get_type, gauss_functor_get_type, gauss_mesh_get_type, gauss_integrator_get_type,
             gauss_ball_get_type, gauss_box_get_type, gauss_constant_get_type, gauss_one_get_type, gauss_gaussian_get_type,
             gauss_mersenne_get_type, gauss_montecarlo_get_type)
