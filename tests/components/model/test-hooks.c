/* test-hooks.c: The hooks of a class, and what its framework does besides
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-hooks-private.h"

#include "gyre.h"

typedef struct { GyreComponent parent_instance; GString *story; gint64 size; } TestBase;
typedef GyreComponentClass TestBaseClass;
typedef struct { TestBase parent_instance; } TestDerived;
typedef GyreComponentClass TestDerivedClass;

GType test_base_get_type (void);

static GString *story;

static void
base_registered (GyreComponent *component)
{
  g_string_append (story, "base registered;");
}

static void
base_modified (GyreComponent *component, GyreTrait *trait)
{
  g_string_append_printf (story, "base %s;", gyre_trait_get_name (trait));
}

static void
base_validate (GyreComponent *component, GyreReport *report)
{
  if (((TestBase *) component)->size > 10)
    gyre_report_error (report, NULL, NULL, "too large for the base");
}

static void
base_class_initialize (gpointer type_class, gpointer data)
{
  static const GyreFramework framework = { base_registered, base_modified, base_validate };

  gyre_hooks_set_framework (type_class, &framework);
}

GYRE_DEFINE_COMPONENT (TestBase, test_base, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (gyre_integer (size, 0)),
  GYRE_BEHAVIORS (),
  .family = "test.base",
  .class_initialize = base_class_initialize)

static void
test_derived_registered (TestDerived *self)
{
  g_string_append (story, "derived registered;");
}

static void
test_derived_trait_modified (TestDerived *self, GyreTrait *trait)
{
  g_string_append_printf (story, "derived %s;", gyre_trait_get_name (trait));
}

static void
test_derived_validate (TestDerived *self, GyreReport *report)
{
  if (((TestBase *) self)->size < 0)
    gyre_report_error (report, NULL, NULL, "too small for the derived");
}

GYRE_DEFINE_COMPONENT (TestDerived, test_derived, test_base_get_type (),
  GYRE_TRAITS (),
  GYRE_BEHAVIORS (),
  .family = "test.derived",
  .registered = test_derived_registered,
  .trait_modified = test_derived_trait_modified,
  .validate = test_derived_validate)

static void
test_what_does_not_chain_up_comes_after_the_framework (void)
{
  g_autoptr (GyreComponent) derived = NULL;

  story = g_string_new (NULL);
  derived = gyre_component_new (test_derived_get_type (), NULL, NULL, NULL);
  g_assert_true (gyre_component_set_integer (derived, "size", 3, NULL));
  g_assert_cmpstr (story->str, ==, "base registered;derived registered;base size;derived size;");
  g_string_free (story, TRUE);
}

static void
test_rules_of_both_hold (void)
{
  g_autoptr (GyreComponent) derived = NULL;
  g_autoptr (GError) large = NULL, small = NULL;

  story = g_string_new (NULL);
  derived = gyre_component_new (test_derived_get_type (), NULL, NULL, NULL);
  g_assert_false (gyre_component_set_integer (derived, "size", 11, &large));
  g_assert_nonnull (strstr (large->message, "too large for the base"));
  g_assert_false (gyre_component_set_integer (derived, "size", -1, &small));
  g_assert_nonnull (strstr (small->message, "too small for the derived"));
  g_string_free (story, TRUE);
}

/* Who chains up as the rule for hooks is, calls something. */
static void
test_to_chain_up_does_no_harm (void)
{
  GyreComponentClass *class = g_type_class_ref (test_base_get_type ());
  g_autoptr (GyreComponent) base = NULL;

  story = g_string_new (NULL);
  base = gyre_component_new (test_base_get_type (), NULL, NULL, NULL);
  class->registered (base);
  class->trait_modified (base, NULL);
  class->validate (base, NULL);
  g_assert_cmpstr (story->str, ==, "base registered;");
  g_type_class_unref (class);
  g_string_free (story, TRUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/hooks/what-does-not-chain-up-comes-after-the-framework", test_what_does_not_chain_up_comes_after_the_framework);
  g_test_add_func ("/model/hooks/rules-of-both-hold", test_rules_of_both_hold);
  g_test_add_func ("/model/hooks/to-chain-up-does-no-harm", test_to_chain_up_does_no_harm);
  return g_test_run ();
}
