/* test-facts.c: What is told about a member, fact by fact
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-facts.h"

#include "exhibit.h"

static void
assert_fact (GPtrArray *facts, const char *name, const char *text)
{
  for (guint index = 0; index < facts->len; index++)
    {
      const GyreDescribedRow *row = facts->pdata[index];

      if (g_str_equal (row->name, name))
        {
          g_assert_cmpstr (row->text, ==, text);
          return;
        }
    }
  g_assert_null (text);
}

static void
a_trait_tells_what_it_has (void)
{
  g_autoptr (GyreDescription) description = gyre_description_new (GYRE_REQUIREMENT (gyre_actor_get (gyre_specimen_get_type ())));
  g_autoptr (GPtrArray) facts = gyre_facts_list_trait (description->traits->pdata[0]);

  assert_fact (facts, "Default", "1");
  assert_fact (facts, "Units", "m");
  assert_fact (facts, "Aliases", "w");
  assert_fact (facts, "Range", "at least 0");
  assert_fact (facts, "Deprecated", NULL);
  assert_fact (facts, "Remarks", NULL);
}

static void
a_pure_number_is_told_in_words (void)
{
  g_autoptr (GyreDescription) description = gyre_description_new (GYRE_REQUIREMENT (gyre_actor_get (gyre_specimen_get_type ())));
  GyreDescribedTrait *trait = description->traits->pdata[0];
  g_autoptr (GPtrArray) facts = NULL;

  g_free (trait->units);
  trait->units = g_strdup ("1");
  facts = gyre_facts_list_trait (trait);
  assert_fact (facts, "Units", "a pure number");
}

static void
an_argument_is_a_fact_of_its_behavior (void)
{
  g_autoptr (GyreDescription) description = gyre_description_new (GYRE_REQUIREMENT (gyre_actor_get (gyre_specimen_get_type ())));
  g_autoptr (GPtrArray) facts = gyre_facts_list_behavior (description->behaviors->pdata[0]);

  assert_fact (facts, "factor", "real");
}

static void
a_function_is_told_once (void)
{
  g_autoptr (GyreLocator) place = gyre_locator_new_source ("a.c", 3, "turn");
  GyreDescribedBehavior behavior = { .symbol = (char *) "turn" };

  g_assert_cmpstr (gyre_facts_get_function (&behavior), ==, "turn");
  behavior.locator = place;
  g_assert_null (gyre_facts_get_function (&behavior));
}

static void
a_class_tells_its_ancestors (void)
{
  g_autoptr (GyreDescription) description = gyre_description_new (GYRE_REQUIREMENT (gyre_actor_get (gyre_specimen_get_type ())));
  g_autoptr (GPtrArray) facts = gyre_facts_list_subject (description);
  const GyreDescribedRow *row = facts->pdata[0];

  g_assert_cmpstr (row->name, ==, "Type");
  g_assert_cmpstr (row->text, ==, "GyreSpecimen");
  row = facts->pdata[1];
  g_assert_cmpstr (row->name, ==, "Ancestors");
  g_assert_true (g_str_has_prefix (row->text, "GyreComponent"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pages/facts/a-trait-tells-what-it-has", a_trait_tells_what_it_has);
  g_test_add_func ("/pages/facts/a-pure-number-is-told-in-words", a_pure_number_is_told_in_words);
  g_test_add_func ("/pages/facts/an-argument-is-a-fact-of-its-behavior", an_argument_is_a_fact_of_its_behavior);
  g_test_add_func ("/pages/facts/a-function-is-told-once", a_function_is_told_once);
  g_test_add_func ("/pages/facts/a-class-tells-its-ancestors", a_class_tells_its_ancestors);
  return g_test_run ();
}
