/* test-lint.c: What is missing or wrong in the words about classes
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-lint.h"

#include "exhibit.h"

static GyreDescription *
describe (void)
{
  return gyre_description_new (GYRE_REQUIREMENT (gyre_actor_get (gyre_specimen_get_type ())));
}

static void
assert_mistakes (GyreDescription *description, const char *expected)
{
  g_autoptr (GyreCatalogue) catalogue = gyre_catalogue_new ();
  g_autoptr (GPtrArray) mistakes = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  gyre_catalogue_add (catalogue, description);
  mistakes = gyre_lint_check (catalogue);
  for (guint index = 0; index < mistakes->len; index++)
    {
      const GyreLintMistake *mistake = mistakes->pdata[index];

      g_string_append_printf (text, "%s %s\n", mistake->subject, mistake->rule);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
an_argument_without_a_word_is_found (void)
{
  g_autoptr (GyreDescription) description = describe ();

  assert_mistakes (description, "odd.specimen.grow.factor missing-summary\n");
}

static void
a_number_without_units_is_found_and_a_pure_one_is_none (void)
{
  g_autoptr (GyreDescription) description = describe ();
  GyreDescribedTrait *trait = description->traits->pdata[0];

  g_ptr_array_set_size (description->behaviors, 0);
  g_clear_pointer (&trait->units, g_free);
  assert_mistakes (description, "odd.specimen.width missing-units\n");
  trait->units = g_strdup ("1");
  assert_mistakes (description, "");
}

static void
what_is_inherited_is_not_told_again (void)
{
  g_autoptr (GyreDescription) description = describe ();
  GyreDescribedTrait *trait = description->traits->pdata[1];

  g_ptr_array_set_size (description->behaviors, 0);
  g_clear_pointer (&trait->summary, g_free);
  assert_mistakes (description, "odd.specimen.words missing-summary\n");
  trait->is_inherited = TRUE;
  assert_mistakes (description, "");
}

static void
mistakes_are_texts_and_data (void)
{
  g_autoptr (GyreCatalogue) catalogue = gyre_catalogue_new ();
  g_autoptr (GyreDescription) description = describe ();
  g_autoptr (GPtrArray) mistakes = NULL;
  g_autoptr (GVariant) data = NULL;
  g_autofree char *text = NULL;
  g_autofree char *json = NULL;

  gyre_catalogue_add (catalogue, description);
  mistakes = gyre_lint_check (catalogue);
  text = gyre_lint_to_text (mistakes);
  g_assert_nonnull (strstr (text, "exhibit.h:"));
  g_assert_nonnull (strstr (text, ": odd.specimen.grow.factor: this argument has no summary [missing-summary]\n  hint: say in one line"));
  data = g_variant_ref_sink (gyre_lint_to_variant (mistakes));
  json = gyre_variant_to_json (data);
  g_assert_nonnull (strstr (json, "\"rule\" : \"missing-summary\""));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pages/lint/an-argument-without-a-word-is-found", an_argument_without_a_word_is_found);
  g_test_add_func ("/pages/lint/a-number-without-units-is-found-and-a-pure-one-is-none", a_number_without_units_is_found_and_a_pure_one_is_none);
  g_test_add_func ("/pages/lint/what-is-inherited-is-not-told-again", what_is_inherited_is_not_told_again);
  g_test_add_func ("/pages/lint/mistakes-are-texts-and-data", mistakes_are_texts_and_data);
  return g_test_run ();
}
