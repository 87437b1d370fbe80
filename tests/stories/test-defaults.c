/* test-defaults.c: A fresh instance holds what its declaration says, in every class of the tree
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <gyre.h>
#include <string.h>

/* A facility that names nothing has what its interface suggests; a name may be short. */
static void
check_facility (GyreComponent *instance, GyreTrait *trait)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = gyre_component_dup_text (instance, gyre_trait_get_name (trait), &error);
  g_autofree char *declared = gyre_trait_dup_initial_text (trait);
  GyreRole *role = gyre_role_get (gyre_trait_get_value_type (trait));

  g_assert_no_error (error);
  if (strcmp (declared, "none") != 0)
    g_assert_cmpstr (text, ==, declared);
  else
    g_assert_cmpstr (text, ==, role != NULL ? gyre_role_get_implementation (role) : "none");
}

static void
check_trait (GyreComponent *instance, GyreTrait *trait)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = gyre_component_dup_text (instance, gyre_trait_get_name (trait), &error);
  g_autofree char *declared = gyre_trait_dup_initial_text (trait);
  GyrePriority priority;

  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, declared);
  g_assert_true (gyre_component_get_value_priority (instance, gyre_trait_get_name (trait), &priority, &error));
  g_assert_cmpint (priority.category, ==, GYRE_CATEGORY_DEFAULTS);
}

static void
check_class (GyreActor *actor)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GyreComponent) instance = gyre_component_new (gyre_requirement_get_gtype (GYRE_REQUIREMENT (actor)), NULL, &error, NULL);
  g_autoptr (GPtrArray) traits = gyre_requirement_get_traits (GYRE_REQUIREMENT (actor));

  g_assert_no_error (error);
  for (guint index = 0; index < traits->len; index++)
    {
      GyreDescriptor *descriptor = g_ptr_array_index (traits, index);

      if (gyre_descriptor_get_sort (descriptor) == GYRE_DESCRIPTOR_FACILITY)
        check_facility (instance, (GyreTrait *) descriptor);
      else if (gyre_descriptor_get_sort (descriptor) == GYRE_DESCRIPTOR_PROPERTY)
        check_trait (instance, (GyreTrait *) descriptor);
    }
}

static void
test_every_class (void)
{
  static const char * const families[] = { "gauss.shapes.ball", "lab.spring" };
  g_autoptr (GPtrArray) classes = NULL;
  guint checked = 0;

  for (guint index = 0; index < G_N_ELEMENTS (families); index++)
    g_assert_nonnull (gyre_executive_find_family (gyre_executive_get_default (), families[index], NULL));
  classes = gyre_registrar_list_classes (gyre_registrar_get_default ());
  for (guint index = 0; index < classes->len; index++)
    if (!gyre_actor_is_abstract (g_ptr_array_index (classes, index))
        && g_type_is_a (gyre_requirement_get_gtype (g_ptr_array_index (classes, index)), GYRE_TYPE_COMPONENT))
      {
        check_class (g_ptr_array_index (classes, index));
        checked++;
      }
  g_assert_cmpuint (checked, >=, 8);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stories/defaults/every-class-of-the-tree", test_every_class);
  return g_test_run ();
}
