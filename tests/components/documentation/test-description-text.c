/* test-description-text.c: A description as aligned text
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "pond.h"

#include <string.h>

/* Where a function stands is known only with debug information. */
static char *
without_places (const char *text)
{
  g_autoptr (GRegex) place = g_regex_new ("^ +source .*\n", G_REGEX_MULTILINE, 0, NULL);

  return g_regex_replace (place, text, -1, 0, "", 0, NULL);
}

static void
class_reads_as_a_page (void)
{
  GyreExecutive *executive = pond_begin ("pond.weed.length = 3\n");
  g_autoptr (GyreDescription) weed = gyre_description_new (GYRE_REQUIREMENT (gyre_actor_get (POND_TYPE_WEED)));
  g_autofree char *whole = gyre_description_to_text (weed, FALSE);
  g_autofree char *text = without_places (whole);
  const char *traits = strstr (text, "\ntraits\n");

  g_assert_true (g_str_has_prefix (text, "pond.weed\n  type        PondWeed\n"));
  g_assert_cmpstr (traits, ==,
                   "\ntraits\n"
                   "  length  real  = 3\n"
                   "      from        user, pond.pfg:1:20\n"
                   "      range       positive\n"
                   "      units       m\n"
                   "\nbehaviors\n"
                   "  1. real weigh ()\n"
                   "      how heavy it is\n"
                   "      words of    pond.food\n"
                   "      aliases     weight\n"
                   "\nsignals\n"
                   "  nothing deleted ()\n"
                   "      somebody deletes it; all of it but its children is still there\n"
                   "      owner       GyreComponent\n"
                   "      flags       run-last\n"
                   "  nothing notify (property)\n"
                   "      owner       GObject\n"
                   "      flags       run-first, no-recurse, detailed, action, no-hooks\n"
                   "\nexample\n"
                   "  pond.weed:\n"
                   "      length = 2\n");
  pond_end (executive);
}

static void
instance_shows_where_the_default_differs (void)
{
  GyreExecutive *executive = pond_begin ("kelp.length = 3\n");
  g_autoptr (GyreComponent) kelp = gyre_component_new (POND_TYPE_WEED, "kelp", NULL, NULL);
  g_autoptr (GyreDescription) description = gyre_description_new_for_instance (G_OBJECT (kelp));
  g_autofree char *text = gyre_description_to_text (description, FALSE);

  g_assert_true (g_str_has_prefix (text, "pond.weed#kelp\n"));
  g_assert_nonnull (strstr (text, "  length  real  = 3\n      from        user, pond.pfg:1:15\n      default     2  default ("));
  pond_end (executive);
}

static void
colours_are_asked_for (void)
{
  GyreExecutive *executive = pond_begin ("");
  g_autoptr (GyreDescription) food = gyre_description_new (GYRE_REQUIREMENT (gyre_role_get (POND_TYPE_FOOD)));
  g_autofree char *plain = gyre_description_to_text (food, FALSE);
  g_autofree char *coloured = gyre_description_to_text (food, TRUE);

  g_assert_null (strchr (plain, '\033'));
  g_assert_true (g_str_has_prefix (coloured, "\033[1mpond.food\033[0m: what is eaten\n"));
  pond_end (executive);
}

static void
pure_numbers_are_told_in_words (void)
{
  GyreExecutive *executive = pond_begin ("");
  g_autoptr (GyreDescription) fish = gyre_description_new (GYRE_REQUIREMENT (gyre_actor_get (POND_TYPE_FISH)));
  GyreDescribedTrait *age = fish->traits->pdata[0];
  g_autofree char *text = NULL;
  g_autoptr (GVariant) variant = NULL;
  g_autofree char *json = NULL;

  g_assert_null (gyre_described_trait_get_units (age));
  age->units = g_strdup ("1");
  g_assert_cmpstr (gyre_described_trait_get_units (age), ==, "a pure number");
  text = gyre_description_to_text (fish, FALSE);
  g_assert_nonnull (strstr (text, "      units       a pure number\n"));
  variant = g_variant_ref_sink (gyre_description_to_variant (fish));
  json = gyre_variant_to_json (variant);
  g_assert_nonnull (strstr (json, "\"units\" : \"1\""));
  pond_end (executive);
}

static char *
without_blanks (const char *text)
{
  g_autoptr (GRegex) blanks = g_regex_new ("\\s+", 0, 0, NULL);

  return g_regex_replace (blanks, text, -1, 0, " ", 0, NULL);
}

static void
lines_end_where_the_terminal_does (void)
{
  GyreExecutive *executive = pond_begin ("");
  g_autoptr (GyreDescription) fish = gyre_description_new (GYRE_REQUIREMENT (gyre_actor_get (POND_TYPE_FISH)));
  g_autofree char *whole = NULL;
  g_autofree char *page = NULL;
  g_autofree char *words = NULL;
  g_autofree char *same_words = NULL;

  g_clear_pointer (&fish->module, g_free);
  g_clear_pointer (&fish->declared, gyre_locator_unref);
  whole = gyre_description_to_text (fish, FALSE);
  page = gyre_description_to_page (fish, FALSE, 40);
  g_assert_nonnull (strstr (page, "      flags       run-first, no-recurse,\n                  detailed, action,\n                  no-hooks\n"));
  words = without_blanks (whole);
  same_words = without_blanks (page);
  g_assert_cmpstr (words, ==, same_words);
  pond_end (executive);
}

static void
prose_is_broken_and_code_is_not (void)
{
  GyreExecutive *executive = pond_begin ("");
  g_autoptr (GyreDescription) fish = gyre_description_new (GYRE_REQUIREMENT (gyre_actor_get (POND_TYPE_FISH)));
  g_autofree char *page = NULL;

  fish->description = g_strdup ("- a long item of a list, which goes on in the column where its words began\n"
                                "```\ncode that is long and is to be copied as it stands, and not otherwise\n```");
  page = gyre_description_to_page (fish, FALSE, 50);
  g_assert_nonnull (strstr (page, "\n  - a long item of a list, which goes on in the\n    column where its words began\n"));
  g_assert_nonnull (strstr (page, "\n  code that is long and is to be copied as it stands, and not otherwise\n"));
  pond_end (executive);
}

static void
each_line_of_a_long_name_has_its_style (void)
{
  GyreExecutive *executive = pond_begin ("");
  g_autoptr (GyreDescription) fish = gyre_description_new (GYRE_REQUIREMENT (gyre_actor_get (POND_TYPE_FISH)));
  GyreDescribedSignal *signal = fish->signals->pdata[0];
  g_autofree char *page = NULL;

  g_free (signal->signature);
  signal->signature = g_strdup ("nothing happened (integer how_often, integer how_long)");
  page = gyre_description_to_page (fish, TRUE, 30);
  g_assert_nonnull (strstr (page, "  \033[1mnothing happened (integer\033[0m\n          \033[1mhow_often, integer\033[0m\n"
                                  "          \033[1mhow_long)\033[0m\n"));
  pond_end (executive);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/documentation/description-text/class-reads-as-a-page", class_reads_as_a_page);
  g_test_add_func ("/documentation/description-text/instance-shows-where-the-default-differs", instance_shows_where_the_default_differs);
  g_test_add_func ("/documentation/description-text/colours-are-asked-for", colours_are_asked_for);
  g_test_add_func ("/documentation/description-text/pure-numbers-are-told-in-words", pure_numbers_are_told_in_words);
  g_test_add_func ("/documentation/description-text/lines-end-where-the-terminal-does", lines_end_where_the_terminal_does);
  g_test_add_func ("/documentation/description-text/prose-is-broken-and-code-is-not", prose_is_broken_and_code_is_not);
  g_test_add_func ("/documentation/description-text/each-line-of-a-long-name-has-its-style", each_line_of_a_long_name_has_its_style);
  return g_test_run ();
}
