/* fixture.c: A module that is as it should be: it brings one interface, and counts how often it was registered
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <gyre.h>

static GType
fixture_things_get_type (void)
{
  static const GyreTraitDeclaration traits[] = { { .field = NULL } };
  static const GyreBehaviorDeclaration behaviors[] = { { .name = NULL } };
  const GyreInterfaceDeclaration declaration = {
    .name = "FixtureThings", .class_size = sizeof (GTypeInterface), .traits = traits, .behaviors = behaviors,
    .file = __FILE__, .line = __LINE__, .family = "fixture.things",
  };
  GObject *registrar = G_OBJECT (gyre_registrar_get_default ());
  gsize count = GPOINTER_TO_SIZE (g_object_get_data (registrar, "fixture-registrations"));

  g_object_set_data (registrar, "fixture-registrations", GSIZE_TO_POINTER (count + 1));
  return count == 0 ? gyre_interface_define (&declaration) : g_type_from_name ("FixtureThings");
}

GYRE_MODULE (fixture_things_get_type)
