/* test-kind-environment-variable.c: The kind of texts that the environment suggests
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "kind-fixture.h"

static void
test_initial (void)
{
  GyreTrait *trait = MAKE_TRAIT (POINTER (environment_variable), .variable = "GYRE_TEST_VARIABLE", .initial = { .text = "else" });
  g_autofree char *before = gyre_trait_dup_initial_text (trait);
  g_autofree char *after = NULL;

  g_assert_cmpstr (before, ==, "else");
  g_setenv ("GYRE_TEST_VARIABLE", "{as} 'it' is", TRUE);
  after = gyre_trait_dup_initial_text (trait);
  g_assert_cmpstr (after, ==, "{{as}} 'it' is");
  assert_reads (trait, "said", "said");
  g_unsetenv ("GYRE_TEST_VARIABLE");
}

static void
test_rules (void)
{
  GyreTrait *trait = MAKE_TRAIT (POINTER (environment_variable), .variable = "GYRE_TEST_VARIABLE", .like = "[a-z]+", .initial = { .text = "a" });

  g_setenv ("GYRE_TEST_VARIABLE", "5", TRUE);
  assert_declaration_fails (trait, "must be like '[a-z]+', is 5");
  g_unsetenv ("GYRE_TEST_VARIABLE");
  assert_declaration_fails (MAKE_TRAIT (POINTER (environment_variable), .initial = { .text = "a" }),
                            "has no .variable that the environment can have: ''");
  assert_declaration_fails (MAKE_TRAIT (POINTER (environment_variable), .variable = "GYRE_TEST_VARIABLE"), "may not be none");
}

static GyreValue
make (GRand *random)
{
  return (GyreValue) { .present = TRUE, .string = random_text (random, FIXTURE_CHARACTERS) };
}

static void
test_property (void)
{
  assert_property (MAKE_TRAIT (POINTER (environment_variable), .variable = "HOME"), make);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/traits/kind-environment-variable/default-is-what-the-variable-says-now", test_initial);
  g_test_add_func ("/traits/kind-environment-variable/rules-hold-for-the-variable-too", test_rules);
  g_test_add_func ("/traits/kind-environment-variable/every-value-survives", test_property);
  return g_test_run ();
}
