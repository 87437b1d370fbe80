/* lab-spring.c: A first component: a spring that obeys Hooke's law
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <gyre.h>

G_DECLARE_FINAL_TYPE (LabSpring, lab_spring, LAB, SPRING, GyreComponent)

struct _LabSpring
{
  GyreComponent parent_instance;

  double stiffness;
  double preload;
};

static double
lab_spring_compute_force (LabSpring *self, double extension, GError **error)
{
  return self->preload + self->stiffness * extension;
}

GYRE_DEFINE_COMPONENT (LabSpring, lab_spring, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (
    gyre_real (stiffness, 1.0, .aliases = "k", .units = "N/m", .constraints = GYRE_POSITIVE, .summary = "how stiff it is"),
    gyre_real (preload, 0.0, .units = "N", .minimum = 0, .maximum = 100, .summary = "the force at rest")),
  GYRE_BEHAVIORS (
    gyre_behavior (force, lab_spring_compute_force, (real, (real, extension, .summary = "how far it is pulled, in metres")),
                   .summary = "what it pulls with")),
  .family = "lab.spring",
  .summary = "a spring that obeys Hooke's law")

GYRE_MODULE (lab_spring_get_type)
