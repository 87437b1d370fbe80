/* classes.h: Classes to check settings against, declared by function calls on plain objects
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * There is an interface test.shapes, which promises a real radius and has the default test.shapes.ball; the classes
 * test.shapes.ball and test.shapes.bare, of which the second has no radius; the abstract class test.shapes.idea; and
 * test.integrator with traits of several sorts.
 */
#pragma once

#include "gyre-actor-private.h"
#include "gyre-behavior.h"
#include "gyre-interface.h"
#include "gyre-record-private.h"
#include "gyre-registrar.h"
#include "gyre-trait.h"

#include <math.h>
#include <string.h>

static void
classes_install (GyreActor *actor, gpointer type_class, GyreReport *report)
{
}

static void
classes_finish (GyreActor *actor, gpointer type_class)
{
}

static const GyreActorModel classes_model = {
  .install = classes_install,
  .check = classes_install,
  .finish = classes_finish,
};

static const GyreBehaviorDeclaration classes_measure = { .name = "measure", .summary = "how large it is" };

static GType
classes_get_shapes (void)
{
  static GType type;

  if (g_once_init_enter (&type))
    {
      static const GyreTraitDeclaration traits[] = {
        { .field = "radius", .kind = &gyre_kind_real, .constraints = GYRE_NOT_NEGATIVE, .minimum = -INFINITY, .maximum = INFINITY },
        { .field = NULL },
      };
      static const GyreBehaviorDeclaration none = { .name = NULL };
      const GyreInterfaceDeclaration declaration = {
        .name = "TestShapes", .class_size = sizeof (GTypeInterface), .traits = traits, .behaviors = &none,
        .file = __FILE__, .line = __LINE__, .family = "test.shapes", .implementation = "test.shapes.ball",
      };

      g_once_init_leave (&type, gyre_interface_define (&declaration));
    }
  return type;
}

static void
classes_define (const char *name, const char *family, gboolean is_abstract, const GyreTraitDeclaration *traits)
{
  GyreActor *actor = GYRE_ACTOR (gyre_record_new (G_TYPE_INVALID, GYRE_TYPE_ACTOR, NULL, 0, NULL));
  g_autoptr (GyreDeclaration) declaration = NULL;
  g_autoptr (GyreLocator) locator = gyre_locator_new_source (__FILE__, __LINE__, NULL);
  g_autoptr (GError) error = NULL;
  GType type;

  gyre_actor_set_model (actor, &classes_model);
  declaration = gyre_attribute_classifier_prepare (GYRE_ATTRIBUTE_CLASSIFIER (actor), name, G_TYPE_OBJECT);
  gyre_declaration_set_family (declaration, family);
  gyre_declaration_set_locator (declaration, locator);
  gyre_declaration_set_abstract (declaration, is_abstract);
  for (; traits->field != NULL; traits++)
    gyre_declaration_add (declaration, &gyre_trait_new (traits)->descriptor);
  gyre_declaration_add (declaration, &gyre_behavior_new (&classes_measure)->descriptor);
  gyre_attribute_classifier_new_class (GYRE_ATTRIBUTE_CLASSIFIER (actor), declaration, &error);
  g_assert_no_error (error);
  type = g_type_from_name (name);
  g_type_class_ref (type);
  gyre_requirement_is_valid (GYRE_REQUIREMENT (actor), &error);
  g_assert_no_error (error);
}

static const GyreTraitDeclaration classes_ball_traits[] = {
  { .field = "radius", .kind = &gyre_kind_real, .storage = GYRE_STORAGE_DOUBLE, .initial = { .real = 1 },
    .constraints = GYRE_NOT_NEGATIVE, .minimum = -INFINITY, .maximum = INFINITY, .aliases = "r" },
  { .field = "size", .kind = &gyre_kind_real, .storage = GYRE_STORAGE_DOUBLE,
    .minimum = -INFINITY, .maximum = INFINITY, .deprecated_since = "0.2" },
  { .field = NULL },
};

static const GyreTraitDeclaration classes_bare_traits[] = {
  { .field = NULL },
};

static const GyreTraitDeclaration classes_integrator_traits[] = {
  { .field = "samples", .kind = &gyre_kind_integer, .storage = GYRE_STORAGE_INT64, .initial = { .integer = 10 },
    .constraints = GYRE_POSITIVE, .minimum = -INFINITY, .maximum = INFINITY },
  { .field = "region", .kind = &gyre_kind_facility, .storage = GYRE_STORAGE_POINTER, .get_type = classes_get_shapes,
    .initial = { .text = "ball" } },
  { .field = "other_region", .kind = &gyre_kind_facility, .storage = GYRE_STORAGE_POINTER, .get_type = classes_get_shapes,
    .nullable = TRUE },
  { .field = NULL },
};

G_GNUC_UNUSED static void
classes_define_all (void)
{
  classes_get_shapes ();
  classes_define ("TestBall", "test.shapes.ball", FALSE, classes_ball_traits);
  classes_define ("TestBare", "test.shapes.bare", FALSE, classes_bare_traits);
  classes_define ("TestIdea", "test.shapes.idea", TRUE, classes_ball_traits);
  classes_define ("TestIntegrator", "test.integrator", FALSE, classes_integrator_traits);
}
