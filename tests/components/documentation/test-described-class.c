/* test-described-class.c: The relatives of a class or an interface
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "pond.h"

static const GyreDescribedClass *
get (GPtrArray *classes, guint index)
{
  g_assert_cmpuint (classes->len, >, index);
  return classes->pdata[index];
}

static void
hierarchy_goes_to_the_root_and_the_pedigree_to_the_component (void)
{
  GyreExecutive *executive = pond_begin ("");
  g_autoptr (GyreDescription) pike = gyre_description_new (GYRE_REQUIREMENT (gyre_actor_get (POND_TYPE_PIKE)));

  g_assert_cmpuint (pike->hierarchy->len, ==, 4);
  g_assert_cmpstr (get (pike->hierarchy, 0)->family, ==, "pond.pike");
  g_assert_cmpstr (get (pike->hierarchy, 1)->family, ==, "pond.fish");
  g_assert_cmpstr (get (pike->hierarchy, 2)->type, ==, "GyreComponent");
  g_assert_cmpstr (get (pike->hierarchy, 3)->type, ==, "GObject");
  g_assert_cmpstr (get (pike->pedigree, pike->pedigree->len - 1)->type, ==, "GyreComponent");
  pond_end (executive);
}

static void
derived_classes_are_those_that_derive_at_once (void)
{
  GyreExecutive *executive = pond_begin ("");
  g_autoptr (GyreDescription) fish = gyre_description_new (GYRE_REQUIREMENT (gyre_actor_get (POND_TYPE_FISH)));
  g_autoptr (GyreDescription) component = gyre_description_new (GYRE_REQUIREMENT (gyre_actor_get (GYRE_TYPE_COMPONENT)));

  g_assert_cmpuint (fish->derived->len, ==, 1);
  g_assert_cmpstr (get (fish->derived, 0)->family, ==, "pond.pike");
  for (guint index = 0; index < component->derived->len; index++)
    g_assert_cmpstr (get (component->derived, index)->family, !=, "pond.pike");
  pond_end (executive);
}

static void
interface_says_what_it_asks (void)
{
  GyreExecutive *executive = pond_begin ("");
  g_autoptr (GyreDescription) weed = gyre_description_new (GYRE_REQUIREMENT (gyre_actor_get (POND_TYPE_WEED)));
  const GyreDescribedClass *food = get (weed->interfaces, 0);

  g_assert_cmpstr (food->family, ==, "pond.food");
  g_assert_cmpstr (food->summary, ==, "what is eaten");
  g_assert_cmpstr (food->asks[0], ==, "real weigh ()");
  g_assert_null (food->asks[1]);
  pond_end (executive);
}

static void
interface_of_other_code_says_its_properties (void)
{
  GyreExecutive *executive = pond_begin ("");
  g_autoptr (GObject) group = G_OBJECT (g_simple_action_new ("swim", NULL));
  g_autoptr (GyreDescription) description = gyre_description_new_for_instance (group);
  const GyreDescribedClass *action = get (description->interfaces, 0);

  g_assert_cmpstr (action->type, ==, "GAction");
  g_assert_true (g_strv_contains ((const char * const *) action->asks, "gboolean enabled"));
  pond_end (executive);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/documentation/described-class/hierarchy-goes-to-the-root-and-the-pedigree-to-the-component", hierarchy_goes_to_the_root_and_the_pedigree_to_the_component);
  g_test_add_func ("/documentation/described-class/derived-classes-are-those-that-derive-at-once", derived_classes_are_those_that_derive_at_once);
  g_test_add_func ("/documentation/described-class/interface-says-what-it-asks", interface_says_what_it_asks);
  g_test_add_func ("/documentation/described-class/interface-of-other-code-says-its-properties", interface_of_other_code_says_its_properties);
  return g_test_run ();
}
