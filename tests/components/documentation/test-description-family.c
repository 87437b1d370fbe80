/* test-description-family.c: From a family to its description, whoever tells of it
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "pond.h"

#include <string.h>

static GPtrArray *
zoo_list (void)
{
  GPtrArray *families = g_ptr_array_new_with_free_func ((GDestroyNotify) gyre_provided_family_free);

  g_ptr_array_add (families, gyre_provided_family_new ("zoo.lion", "roars"));
  g_ptr_array_add (families, gyre_provided_family_new ("zoo.unicorn", NULL));
  return families;
}

static GyreDescription *
zoo_describe (const char *family, GError **error)
{
  GyreDescription *description;

  if (!g_str_equal (family, "zoo.lion"))
    {
      g_set_error (error, GYRE_EXECUTIVE_ERROR, GYRE_EXECUTIVE_ERROR_UNKNOWN, "nobody has seen a %s", family + strlen ("zoo."));
      return NULL;
    }
  description = gyre_description_new (GYRE_REQUIREMENT (gyre_actor_get (G_TYPE_CANCELLABLE)));
  description->family = g_strdup (family);
  return description;
}

static char *
zoo_fingerprint (void)
{
  return g_strdup ("always the same");
}

/* A provider can be a part of the program as well. */
static GyreExecutive *
new_executive (void)
{
  static const GyreProvider zoo = {
    .package = "zoo", .noun = "an animal", .list = zoo_list, .describe = zoo_describe, .fingerprint = zoo_fingerprint,
  };

  gyre_provider_add (&zoo);
  return gyre_executive_new ();
}

static void
a_class_is_described_by_its_family (void)
{
  GyreExecutive *executive = pond_begin ("");
  g_autoptr (GError) error = NULL;
  g_autoptr (GyreDescription) description = NULL;

  g_type_class_unref (g_type_class_ref (POND_TYPE_PIKE));
  description = gyre_description_new_for_family (executive, "pond.pike", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (description->type, ==, "PondPike");
  pond_end (executive);
}

static void
a_provided_family_is_described_by_its_provider (void)
{
  g_autoptr (GyreExecutive) executive = new_executive ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GyreDescription) description = gyre_description_new_for_family (executive, "zoo.lion", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (description->family, ==, "zoo.lion");
  g_assert_cmpstr (description->type, ==, "GCancellable");
}

static void
what_the_provider_cannot_tell_is_its_error (void)
{
  g_autoptr (GyreExecutive) executive = new_executive ();
  g_autoptr (GError) error = NULL;

  g_assert_null (gyre_description_new_for_family (executive, "zoo.unicorn", &error));
  g_assert_error (error, GYRE_EXECUTIVE_ERROR, GYRE_EXECUTIVE_ERROR_UNKNOWN);
  g_assert_cmpstr (error->message, ==, "nobody has seen a unicorn");
}

static void
what_nobody_knows_is_suggested (void)
{
  g_autoptr (GyreExecutive) executive = new_executive ();
  g_autoptr (GError) error = NULL;

  g_assert_null (gyre_description_new_for_family (executive, "zoo.loin", &error));
  g_assert_cmpstr (error->message, ==, "no family 'zoo.loin'; did you mean 'zoo.lion'?");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/documentation/description-family/a-class-is-described-by-its-family", a_class_is_described_by_its_family);
  g_test_add_func ("/documentation/description-family/a-provided-family-is-described-by-its-provider", a_provided_family_is_described_by_its_provider);
  g_test_add_func ("/documentation/description-family/what-the-provider-cannot-tell-is-its-error", what_the_provider_cannot_tell_is_its_error);
  g_test_add_func ("/documentation/description-family/what-nobody-knows-is-suggested", what_nobody_knows_is_suggested);
  return g_test_run ();
}
