/* test-described-trait.c: What a property or a facility is
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "pond.h"

#include <string.h>

static const GyreDescribedTrait *
find (GyreDescription *description, const char *name)
{
  for (guint index = 0; index < description->traits->len; index++)
    if (g_str_equal (((GyreDescribedTrait *) description->traits->pdata[index])->name, name))
      return description->traits->pdata[index];
  g_error ("there is no trait %s", name);
}

static void
key_is_what_a_configuration_says (void)
{
  GyreExecutive *executive = pond_begin ("");
  g_autoptr (GyreDescription) pike = gyre_description_new (GYRE_REQUIREMENT (gyre_actor_get (POND_TYPE_PIKE)));
  g_autoptr (GyreDescription) food = gyre_description_new (GYRE_REQUIREMENT (gyre_role_get (POND_TYPE_FOOD)));

  g_assert_cmpstr (find (pike, "age")->key, ==, "pond.pike.age");
  g_assert_cmpuint (food->traits->len, ==, 0);
  pond_end (executive);
}

static void
facility_knows_who_satisfies_it (void)
{
  GyreExecutive *executive = pond_begin ("");
  g_autoptr (GyreDescription) fish = gyre_description_new (GYRE_REQUIREMENT (gyre_actor_get (POND_TYPE_FISH)));
  const GyreDescribedTrait *food = find (fish, "food");

  g_assert_cmpuint (food->implementers->len, ==, 1);
  g_assert_cmpstr (((GyreDescribedClass *) food->implementers->pdata[0])->family, ==, "pond.weed");
  pond_end (executive);
}

static void
bounds_are_told_for_programs (void)
{
  GyreExecutive *executive = pond_begin ("");
  g_autoptr (GyreDescription) fish = gyre_description_new (GYRE_REQUIREMENT (gyre_actor_get (POND_TYPE_FISH)));
  g_autoptr (GyreDescription) weed = gyre_description_new (GYRE_REQUIREMENT (gyre_actor_get (POND_TYPE_WEED)));

  g_assert_cmpstr (find (fish, "age")->least, ==, "0");
  g_assert_null (find (fish, "age")->most);
  g_assert_cmpstr (find (fish, "age")->native, ==, "gint64");
  g_assert_null (find (weed, "length")->least);
  g_assert_cmpstr (find (weed, "length")->rules, ==, "positive");
  pond_end (executive);
}

#define POND_TYPE_CARP (pond_carp_get_type ())
typedef struct
{
  PondFish parent_instance;

  double age;
} PondCarp;
typedef GyreComponentClass PondCarpClass;

GYRE_DEFINE_COMPONENT (PondCarp, pond_carp, POND_TYPE_FISH,
  GYRE_TRAITS (gyre_real (age, 2.5)),
  GYRE_BEHAVIORS (),
  .family = "pond.carp")

static void
trait_tells_which_ancestor_it_shadows (void)
{
  GyreExecutive *executive = pond_begin ("");
  g_autoptr (GyreDescription) carp = gyre_description_new (GYRE_REQUIREMENT (gyre_actor_get (POND_TYPE_CARP)));

  g_assert_cmpstr (find (carp, "age")->shadows, ==, "pond.fish");
  g_assert_cmpstr (find (carp, "age")->kind, ==, "real");
  g_assert_null (find (carp, "food")->shadows);
  pond_end (executive);
}

#define POND_TYPE_VAULT (pond_vault_get_type ())
typedef struct
{
  GyreComponent parent_instance;

  char *word;
  gint64 doors;
} PondVault;
typedef GyreComponentClass PondVaultClass;

GYRE_DEFINE_COMPONENT (PondVault, pond_vault, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (
    gyre_string (word, "sesame", .secret = true),
    gyre_integer (doors, 1, .restart = true)),
  GYRE_BEHAVIORS (),
  .family = "pond.vault")

static void
secrets_and_restarts_are_told_and_a_secret_is_not (void)
{
  GyreExecutive *executive = pond_begin ("");
  g_autoptr (GyreDescription) vault = gyre_description_new (GYRE_REQUIREMENT (gyre_actor_get (POND_TYPE_VAULT)));
  g_autofree char *text = gyre_description_to_text (vault, FALSE);

  g_assert_true (g_strv_contains ((const char * const *) find (vault, "word")->flags, "secret"));
  g_assert_true (g_strv_contains ((const char * const *) find (vault, "doors")->flags, "restart"));
  g_assert_cmpstr (find (vault, "word")->declared.text, ==, "***");
  g_assert_null (strstr (text, "sesame"));
  g_assert_nonnull (strstr (text, "remarks     shown to nobody\n"));
  g_assert_nonnull (strstr (text, "remarks     a change needs a restart\n"));
  g_assert_cmpstr (vault->example, ==, "pond.vault:\n    doors = 1\n");
  pond_end (executive);
}

static void
values_of_other_objects_read_as_a_configuration_says_them (void)
{
  g_autoptr (GObject) action = G_OBJECT (g_simple_action_new_stateful ("swim", NULL, g_variant_new_int32 (5)));
  g_autoptr (GyreDescription) description = gyre_description_new_for_instance (action);

  g_assert_cmpstr (find (description, "name")->value.text, ==, "swim");
  g_assert_cmpstr (find (description, "enabled")->value.text, ==, "true");
  g_assert_cmpstr (find (description, "state")->value.text, ==, "5");
  g_assert_cmpstr (find (description, "parameter-type")->value.text, ==, "none");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/documentation/described-trait/key-is-what-a-configuration-says", key_is_what_a_configuration_says);
  g_test_add_func ("/documentation/described-trait/facility-knows-who-satisfies-it", facility_knows_who_satisfies_it);
  g_test_add_func ("/documentation/described-trait/bounds-are-told-for-programs", bounds_are_told_for_programs);
  g_test_add_func ("/documentation/described-trait/trait-tells-which-ancestor-it-shadows", trait_tells_which_ancestor_it_shadows);
  g_test_add_func ("/documentation/described-trait/secrets-and-restarts-are-told-and-a-secret-is-not", secrets_and_restarts_are_told_and_a_secret_is_not);
  g_test_add_func ("/documentation/described-trait/values-of-other-objects-read-as-a-configuration-says-them", values_of_other_objects_read_as_a_configuration_says_them);
  return g_test_run ();
}
