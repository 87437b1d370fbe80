/* test-condition.c: Whether the conditions of a setting hold for a component
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-condition-private.h"
#include "gyre-define.h"

G_DECLARE_FINAL_TYPE (TestHost, test_host, TEST, HOST, GyreComponent)
struct _TestHost { GyreComponent parent_instance; };
GYRE_DEFINE_COMPONENT (TestHost, test_host, GYRE_TYPE_COMPONENT, GYRE_TRAITS (), GYRE_BEHAVIORS (), .family = "test.condition.host")

G_DECLARE_FINAL_TYPE (TestGuest, test_guest, TEST, GUEST, GyreComponent)
struct _TestGuest { GyreComponent parent_instance; };
GYRE_DEFINE_COMPONENT (TestGuest, test_guest, GYRE_TYPE_COMPONENT, GYRE_TRAITS (), GYRE_BEHAVIORS (), .family = "test.condition.guest")

/* The instance of the name lives and is of exactly the family, whether it is the component itself or another one. */
static void
test_names (void)
{
  g_autoptr (GyreComponent) host = gyre_component_new (test_host_get_type (), "host", NULL, NULL);
  g_autoptr (GyreComponent) guest = gyre_component_new (test_guest_get_type (), "host.guest", NULL, NULL);

  g_assert_true (gyre_condition_holds ("host.guest", "test.condition.guest", guest));
  g_assert_false (gyre_condition_holds ("host.guest", "test.condition.host", guest));
  g_assert_true (gyre_condition_holds ("host", "test.condition.host", guest));
  g_assert_false (gyre_condition_holds ("host", "test.condition.guest", guest));
  g_assert_false (gyre_condition_holds ("nobody", "test.condition.host", guest));
  g_clear_object (&host);
  g_assert_false (gyre_condition_holds ("host", "test.condition.host", guest));
}

static void
count_if_it_holds (GyreSetting *setting, gpointer data)
{
  gpointer *pair = data;

  if (gyre_conditions_hold (pair[0], setting))
    (*(guint *) pair[1])++;
}

/* Nested sections: all conditions must hold. */
static void
test_all (void)
{
  g_autoptr (GyreExecutive) executive = gyre_executive_new ();
  guint holding = 0;
  GyreComponent *host, *guest;
  gpointer pair[2];

  gyre_executive_push (executive);
  g_assert_true (gyre_executive_load_text (executive, "a.pfg",
                                           "test.condition.host # host:\n    test.condition.guest # guest:\n        other.x = 1\n"
                                           "test.condition.guest # host:\n    test.condition.guest # guest:\n        other.y = 1\n",
                                           GYRE_CATEGORY_USER, NULL, NULL));
  host = gyre_component_new (test_host_get_type (), "host", NULL, NULL);
  guest = gyre_component_new (test_guest_get_type (), "host.guest", NULL, NULL);
  pair[0] = guest;
  pair[1] = &holding;
  gyre_settings_foreach (gyre_executive_get_settings (executive), count_if_it_holds, pair);
  g_assert_cmpuint (gyre_settings_get_length (gyre_executive_get_settings (executive)), ==, 2);
  g_assert_cmpuint (holding, ==, 1);
  g_object_unref (guest);
  g_object_unref (host);
  gyre_executive_pop (executive);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/condition/name-and-exact-family", test_names);
  g_test_add_func ("/model/condition/all-of-them", test_all);
  return g_test_run ();
}
