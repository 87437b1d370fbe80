/* test-provider.c: Families that a module can tell of without bringing classes
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <gyre.h>

static GyreExecutive *
new_executive (void)
{
  GyreExecutive *executive = gyre_executive_new ();
  g_autofree char *folder = g_build_filename (g_getenv ("GYRE_TEST_BUILD"), "tests", "components", "executive", "modules", NULL);

  gyre_linker_add_folder (gyre_executive_get_linker (executive), folder);
  return executive;
}

static void
test_family_loads (void)
{
  g_autoptr (GyreExecutive) executive = new_executive ();
  const GyreProvider *provider;
  g_auto (GStrv) packages = NULL;

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, 0);
      g_test_trap_assert_passed ();
      return;
    }
  g_assert_null (gyre_provider_get ("zoo"));
  provider = gyre_executive_find_provider (executive, "zoo.lion");
  g_assert_nonnull (provider);
  g_assert_true (gyre_provider_get ("zoo") == provider);
  packages = gyre_provider_list_packages ();
  g_assert_cmpuint (g_strv_length (packages), ==, 1);
  g_assert_cmpstr (packages[0], ==, "zoo");
  g_assert_null (gyre_executive_find_provider (executive, "fixture.things"));
  g_assert_null (gyre_executive_find_provider (executive, "nobody.here"));
}

static void
test_list (void)
{
  g_autoptr (GyreExecutive) executive = new_executive ();
  const GyreProvider *provider = gyre_executive_find_provider (executive, "zoo");
  g_autoptr (GPtrArray) families = gyre_provider_list (provider);
  const GyreProvidedFamily *first = families->pdata[0], *second = families->pdata[1];

  g_assert_cmpuint (families->len, ==, 2);
  g_assert_cmpstr (first->family, ==, "zoo.lion");
  g_assert_cmpstr (first->summary, ==, "roars");
  g_assert_cmpstr (second->family, ==, "zoo.unicorn");
  g_assert_null (second->summary);
  g_assert_true (gyre_provider_has_family (provider, "zoo.lion"));
  g_assert_false (gyre_provider_has_family (provider, "zoo.loin"));
}

static void
test_fingerprint (void)
{
  g_autoptr (GyreExecutive) executive = new_executive ();
  const GyreProvider *provider = gyre_executive_find_provider (executive, "zoo");
  g_autofree char *before = gyre_provider_dup_fingerprint (provider);
  g_autofree char *after = NULL;

  g_setenv ("ZOO_HAS_ZEBRA", "yes", TRUE);
  after = gyre_provider_dup_fingerprint (provider);
  g_unsetenv ("ZOO_HAS_ZEBRA");
  g_assert_cmpstr (before, !=, after);
}

static void
test_signs (void)
{
  g_autoptr (GyreExecutive) executive = new_executive ();
  const GyreProvider silent = { .package = "silent" };
  g_auto (GStrv) signs = gyre_provider_list_signs (gyre_executive_find_provider (executive, "zoo"));
  g_auto (GStrv) none = gyre_provider_list_signs (&silent);

  g_assert_cmpuint (g_strv_length (signs), ==, 1);
  g_assert_cmpstr (signs[0], ==, "$ZOO_HAS_ZEBRA");
  g_assert_cmpuint (g_strv_length (none), ==, 0);
}

/* It is no class: whoever wants to build it is told so, and no name that is near is offered instead. */
static void
test_not_built (void)
{
  g_autoptr (GyreExecutive) executive = new_executive ();
  g_autoptr (GError) error = NULL;

  g_assert_null (gyre_executive_find_family (executive, "zoo.lion", &error));
  g_assert_error (error, GYRE_EXECUTIVE_ERROR, GYRE_EXECUTIVE_ERROR_UNKNOWN);
  g_assert_cmpstr (error->message, ==, "'zoo.lion' is an animal: it can be read with gyre inspect, and not yet be built or configured");
}

static void
test_suggestion (void)
{
  g_autoptr (GyreExecutive) executive = new_executive ();
  g_autoptr (GError) error = NULL;

  g_assert_null (gyre_executive_find_family (executive, "zoo.loin", &error));
  g_assert_cmpstr (error->message, ==, "no family 'zoo.loin'; did you mean 'zoo.lion'?");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/executive/provider/family-loads-the-module-of-its-package", test_family_loads);
  g_test_add_func ("/executive/provider/families-are-listed-with-their-summaries", test_list);
  g_test_add_func ("/executive/provider/fingerprint-changes-with-what-is-provided", test_fingerprint);
  g_test_add_func ("/executive/provider/signs-are-those-that-it-names", test_signs);
  g_test_add_func ("/executive/provider/provided-family-is-not-built-by-mistake", test_not_built);
  g_test_add_func ("/executive/provider/near-misses-are-suggested", test_suggestion);
  return g_test_run ();
}
