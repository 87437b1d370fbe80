/* test-description-reader.c: A description that was a nested value
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "pond.h"

#include <string.h>

static void
assert_the_same (GyreDescription *description)
{
  g_autoptr (GVariant) first = g_variant_ref_sink (gyre_description_to_variant (description));
  g_autoptr (GError) error = NULL;
  g_autoptr (GyreDescription) again = gyre_description_new_from_variant (first, &error);
  g_autoptr (GVariant) second = NULL;
  g_autofree char *text = gyre_description_to_text (description, FALSE);
  g_autofree char *text_again = NULL;

  g_assert_no_error (error);
  second = g_variant_ref_sink (gyre_description_to_variant (again));
  text_again = gyre_description_to_text (again, FALSE);
  g_assert_cmpvariant (first, second);
  g_assert_cmpstr (text_again, ==, text);
}

static void
class_interface_and_instance_come_back_the_same (void)
{
  GyreExecutive *executive = pond_begin ("pond.weed.length = 3\nkelp.length = 3\n");
  g_autoptr (GyreDescription) weed = gyre_description_new (GYRE_REQUIREMENT (gyre_actor_get (POND_TYPE_WEED)));
  g_autoptr (GyreDescription) food = gyre_description_new (GYRE_REQUIREMENT (gyre_role_get (POND_TYPE_FOOD)));
  g_autoptr (GyreComponent) kelp = gyre_component_new (POND_TYPE_WEED, "kelp", NULL, NULL);
  g_autoptr (GyreDescription) instance = gyre_description_new_for_instance (G_OBJECT (kelp));

  assert_the_same (weed);
  assert_the_same (food);
  assert_the_same (instance);
  pond_end (executive);
}

static void
every_known_family_comes_back_the_same (void)
{
  GyreExecutive *executive = pond_begin ("");
  g_autoptr (GyreCatalogue) catalogue = gyre_catalogue_new ();

  g_type_class_unref (g_type_class_ref (GYRE_TYPE_BASE_PROCESS));
  gyre_catalogue_add_known (catalogue, NULL);
  g_assert_cmpuint (gyre_catalogue_get_length (catalogue), >=, 5);
  for (guint index = 0; index < gyre_catalogue_get_length (catalogue); index++)
    assert_the_same (gyre_catalogue_get (catalogue, index));
  pond_end (executive);
}

static GVariant *
new_dictionary (const char *field, GVariant *value)
{
  GVariantBuilder fields;

  g_variant_builder_init (&fields, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&fields, "{sv}", "schema", g_variant_new_string (GYRE_DESCRIPTION_SCHEMA));
  g_variant_builder_add (&fields, "{sv}", "type", g_variant_new_string ("PondWeed"));
  g_variant_builder_add (&fields, "{sv}", field, value);
  return g_variant_builder_end (&fields);
}

static void
assert_refused (GVariant *variant, const char *message)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (gyre_description_new_from_variant (variant, &error));
  g_assert_error (error, GYRE_VALUE_ERROR, GYRE_VALUE_ERROR_TYPE);
  g_assert_cmpstr (error->message, ==, message);
}

static void
another_form_is_refused_with_its_place (void)
{
  GVariant *trait = g_variant_new_parsed ("[<@a{sv} {'name': <'length'>, 'units': <5>}>]");

  assert_refused (g_variant_new_string ("x"), "a description: it must be a dictionary, is of type 's'");
  assert_refused (g_variant_new_parsed ("@a{sv} {'schema': <'gyre.description/2'>, 'type': <'X'>}"),
                  "a description must have the schema 'gyre.description/1' and a type, has 'gyre.description/2' and 'X'");
  assert_refused (new_dictionary ("subject", g_variant_new_string ("fish")),
                  "a description: subject must be one of the words that the schema has, is of type 's'");
  assert_refused (new_dictionary ("traits", g_variant_new_string ("x")), "a description: traits must be a list, is of type 's'");
  assert_refused (new_dictionary ("traits", trait), "a description: traits/0/units must be a text, is of type 'i'");
}

static void
what_is_missing_is_empty (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GyreDescription) description = gyre_description_new_from_variant (new_dictionary ("news", g_variant_new_string ("x")), &error);

  g_assert_no_error (error);
  g_assert_cmpstr (description->type, ==, "PondWeed");
  g_assert_cmpuint (description->traits->len, ==, 0);
  g_assert_null (description->summary);
  assert_the_same (description);
}

/* Whoever has written it: a text can be made of it. */
static void
what_has_no_name_can_be_told (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) variant = g_variant_ref_sink (g_variant_new_parsed (
    "@a{sv} {'schema': <%s>, 'type': <'X'>, 'traits': <[<@a{sv} {}>]>, 'hierarchy': <[<@a{sv} {}>]>,"
    " 'behaviors': <[<{'arguments': <[<@a{sv} {}>]>}>]>, 'signals': <[<@a{sv} {}>]>, 'sections': <[<{'rows': <[<@a{sv} {}>]>}>]>}",
    GYRE_DESCRIPTION_SCHEMA));
  g_autoptr (GyreDescription) description = gyre_description_new_from_variant (variant, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = gyre_description_to_text (description, FALSE);
  g_assert_nonnull (strstr (text, "behaviors"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/documentation/description-reader/class-interface-and-instance-come-back-the-same", class_interface_and_instance_come_back_the_same);
  g_test_add_func ("/documentation/description-reader/every-known-family-comes-back-the-same", every_known_family_comes_back_the_same);
  g_test_add_func ("/documentation/description-reader/another-form-is-refused-with-its-place", another_form_is_refused_with_its_place);
  g_test_add_func ("/documentation/description-reader/what-is-missing-is-empty", what_is_missing_is_empty);
  g_test_add_func ("/documentation/description-reader/what-has-no-name-can-be-told", what_has_no_name_can_be_told);
  return g_test_run ();
}
