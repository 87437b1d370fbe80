/* test-description-variant.c: A description as a nested value
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "pond.h"

static void
class_has_its_fields (void)
{
  GyreExecutive *executive = pond_begin ("pond.weed.length = 3\n");
  g_autoptr (GyreDescription) weed = gyre_description_new (GYRE_REQUIREMENT (gyre_actor_get (POND_TYPE_WEED)));

  pond_assert (gyre_description_to_variant (weed), "subject", "class");
  pond_assert (gyre_description_to_variant (weed), "hierarchy/1/type", "GyreComponent");
  pond_assert (gyre_description_to_variant (weed), "interfaces/0/family", "pond.food");
  pond_assert (gyre_description_to_variant (weed), "traits/0/default", "3");
  pond_assert (gyre_description_to_variant (weed), "traits/0/declared", "2");
  pond_assert (gyre_description_to_variant (weed), "traits/0/default-from/priority", "user");
  pond_assert (gyre_description_to_variant (weed), "traits/0/constraints/0/rule", "positive");
  pond_assert (gyre_description_to_variant (weed), "behaviors/0/aliases/0", "weight");
  pond_end (executive);
}

static void
instance_has_values_and_places (void)
{
  GyreExecutive *executive = pond_begin ("kelp.length = 3\n");
  g_autoptr (GyreComponent) kelp = gyre_component_new (POND_TYPE_WEED, "kelp", NULL, NULL);
  g_autoptr (GyreDescription) description = gyre_description_new_for_instance (G_OBJECT (kelp));

  pond_assert (gyre_description_to_variant (description), "name", "kelp");
  pond_assert (gyre_description_to_variant (description), "traits/0/value", "3");
  pond_assert (gyre_description_to_variant (description), "traits/0/locator/column", "15");
  pond_assert (gyre_description_to_variant (description), "traits/0/priority", "user");
  pond_end (executive);
}

static void
interface_has_no_values (void)
{
  GyreExecutive *executive = pond_begin ("");
  g_autoptr (GyreDescription) food = gyre_description_new (GYRE_REQUIREMENT (gyre_role_get (POND_TYPE_FOOD)));

  pond_assert (gyre_description_to_variant (food), "subject", "interface");
  pond_assert (gyre_description_to_variant (food), "implementers/0/family", "pond.weed");
  pond_assert (gyre_description_to_variant (food), "behaviors/0/name", "weigh");
  pond_end (executive);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/documentation/description-variant/class-has-its-fields", class_has_its_fields);
  g_test_add_func ("/documentation/description-variant/instance-has-values-and-places", instance_has_values_and_places);
  g_test_add_func ("/documentation/description-variant/interface-has-no-values", interface_has_no_values);
  return g_test_run ();
}
