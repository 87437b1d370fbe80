/* test-explanation.c: Which setting is in force, and which ones lost
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "pond.h"

#include <string.h>

static void
later_beats_earlier_under_every_spelling (void)
{
  GyreExecutive *executive = pond_begin ("pond.fish:\n  years = 3\n  age = 4\npond.fish:\n  years = 5\n");

  pond_assert (gyre_explanation_of_key (executive, "pond.fish.age", NULL), "value", "5");
  pond_assert (gyre_explanation_of_key (executive, "pond.fish.age", NULL), "winner/key", "pond.fish.years");
  pond_assert (gyre_explanation_of_key (executive, "pond.fish.years", NULL), "key", "pond.fish.age");
  pond_assert (gyre_explanation_of_key (executive, "pond.fish.age", NULL), "shadowed/0/value", "4");
  pond_assert (gyre_explanation_of_key (executive, "pond.fish.age", NULL), "shadowed/1/value", "3");
  pond_assert (gyre_explanation_of_key (executive, "pond.fish.age", NULL), "shadowed/2/priority", "defaults");
  pond_assert (gyre_explanation_of_key (executive, "pond.fish.age", NULL), "shadowed/0/locator/line", "3");
  pond_end (executive);
}

static void
nearest_ancestor_has_it (void)
{
  GyreExecutive *executive = pond_begin ("pond.pike.age = 8\npond.fish.age = 9\n");

  pond_assert (gyre_explanation_of_key (executive, "pond.pike.age", NULL), "winner/key", "pond.pike.age");
  pond_assert (gyre_explanation_of_key (executive, "pond.pike.age", NULL), "shadowed/0/key", "pond.fish.age");
  pond_end (executive);
}

static void
explanation_agrees_with_what_the_class_has (void)
{
  GyreExecutive *executive = pond_begin ("pond.pike.age = 8\npond.fish.age = 9\npond.fish.food = pond.weed\n");
  const char *keys[] = { "age", "food", "is-hungry" };

  for (guint index = 0; index < G_N_ELEMENTS (keys); index++)
    {
      g_autofree char *key = g_strdup_printf ("pond.pike.%s", keys[index]);
      g_autofree char *wanted = gyre_actor_dup_default (gyre_actor_get (POND_TYPE_PIKE), keys[index], NULL);

      pond_assert (gyre_explanation_of_key (executive, key, NULL), "value", wanted);
    }
  pond_end (executive);
}

static void
name_is_explained_before_the_instance_lives (void)
{
  GyreExecutive *executive = pond_begin ("pond.fish # hugo:\n  age = 7\npond.fish.age = 2\nhugo.age = 3\npond.weed # hugo:\n  length = 1\n");

  pond_assert (gyre_explanation_of_key (executive, "pond.fish#hugo.age", NULL), "value", "7");
  pond_assert (gyre_explanation_of_key (executive, "pond.fish#hugo.age", NULL), "winner/conditions/0/family", "pond.fish");
  pond_assert (gyre_explanation_of_key (executive, "pond.fish#hugo.age", NULL), "shadowed/0/key", "hugo.age");
  pond_assert (gyre_explanation_of_key (executive, "pond.fish#hugo.age", NULL), "shadowed/1/key", "pond.fish.age");
  pond_assert (gyre_explanation_of_key (executive, "pond.fish#otto.age", NULL), "value", "2");
  pond_assert (gyre_explanation_of_key (executive, "pond.fish#otto.age", NULL), "winner/locator/line", "3");
  pond_assert (gyre_explanation_of_key (executive, "pond.fish#otto.age", NULL), "winner/locator/through/0/kind", "source");
  pond_assert (gyre_explanation_of_key (executive, "pond.fish.age", NULL), "winner/locator/through", "[]");
  pond_assert (gyre_explanation_of_key (executive, "pond.pike#hugo.age", NULL), "value", "3");
  pond_assert (gyre_explanation_of_key (executive, "pond.pike#hugo.age", NULL), "inapplicable/0/value", "7");
  pond_end (executive);
}

static void
facility_is_followed_to_its_class (void)
{
  GyreExecutive *executive = pond_begin ("pond.fish # hugo:\n  food.length = 7\n");

  pond_assert (gyre_explanation_of_key (executive, "hugo.food.length", NULL), "family", "pond.weed");
  pond_assert (gyre_explanation_of_key (executive, "hugo.food.length", NULL), "shadowed/0/value", "2");
  pond_end (executive);
}

static void
living_instance_has_what_code_has_set (void)
{
  GyreExecutive *executive = pond_begin ("hugo.age = 7\n");
  g_autoptr (GyreComponent) hugo = gyre_component_new (POND_TYPE_FISH, "hugo", NULL, NULL);

  pond_assert (gyre_explanation_of_key (executive, "hugo.age", NULL), "winner/key", "hugo.age");
  pond_assert (gyre_explanation_of_key (executive, "hugo.age", NULL), "shadowed/0/priority", "defaults");
  g_assert_true (gyre_component_set_integer (hugo, "age", 8, NULL));
  pond_assert (gyre_explanation_of_key (executive, "hugo.age", NULL), "value", "8");
  pond_assert (gyre_explanation_of_key (executive, "hugo.age", NULL), "winner/priority", "explicit");
  pond_assert (gyre_explanation_of_key (executive, "hugo.age", NULL), "shadowed/0/value", "7");
  pond_end (executive);
}

static void
unknown_key_gets_a_suggestion (void)
{
  const char *keys[] = { "pond.fish.agee", "pond.fsh.age", "hugoo.age", "nothing", "pond.fish#", "", ".", "a..b", "#.a" };
  const char *hints[] = { "age", "pond.fish", "hugo", "", "", "", "", "", "" };
  GyreExecutive *executive = pond_begin ("hugo.age = 7\n");

  for (guint index = 0; index < G_N_ELEMENTS (keys); index++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (gyre_explanation_of_key (executive, keys[index], &error));
      g_assert_nonnull (error);
      g_assert_nonnull (strstr (error->message, hints[index]));
    }
  pond_end (executive);
}

static void
everything_is_told_with_what_holds_otherwise (void)
{
  GyreExecutive *executive = pond_begin ("hugo.age = 1\npond.fish # hugo:\n  age = 7\nx.y.z = 5\n");
  g_autoptr (GVariant) all = g_variant_ref_sink (gyre_explanation_of_all (executive));

  g_assert_cmpuint (g_variant_n_children (all), ==, 2);
  pond_assert (g_variant_ref (all), "hugo.age/value", "7");
  pond_assert (g_variant_ref (all), "hugo.age/conditions/0/name", "hugo");
  pond_assert (g_variant_ref (all), "hugo.age/otherwise/0/value", "1");
  pond_assert (g_variant_ref (all), "x.y.z/priority", "user");
  pond_end (executive);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/documentation/explanation/later-beats-earlier-under-every-spelling", later_beats_earlier_under_every_spelling);
  g_test_add_func ("/documentation/explanation/nearest-ancestor-has-it", nearest_ancestor_has_it);
  g_test_add_func ("/documentation/explanation/explanation-agrees-with-what-the-class-has", explanation_agrees_with_what_the_class_has);
  g_test_add_func ("/documentation/explanation/name-is-explained-before-the-instance-lives", name_is_explained_before_the_instance_lives);
  g_test_add_func ("/documentation/explanation/facility-is-followed-to-its-class", facility_is_followed_to_its_class);
  g_test_add_func ("/documentation/explanation/living-instance-has-what-code-has-set", living_instance_has_what_code_has_set);
  g_test_add_func ("/documentation/explanation/unknown-key-gets-a-suggestion", unknown_key_gets_a_suggestion);
  g_test_add_func ("/documentation/explanation/everything-is-told-with-what-holds-otherwise", everything_is_told_with_what_holds_otherwise);
  return g_test_run ();
}
