/* test-described.c: The parts of a description, and how they end
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-described-private.h"

static void
empty_description_has_lists_and_text (void)
{
  g_autoptr (GyreDescription) description = gyre_description_alloc ();
  g_autofree char *text = NULL;

  description->type = g_strdup ("PondNothing");
  text = gyre_description_to_text (description, FALSE);
  g_assert_cmpuint (description->traits->len + description->signals->len + description->sections->len, ==, 0);
  g_assert_true (g_str_has_prefix (text, "PondNothing\n"));
}

static void
parts_end_with_their_description (void)
{
  g_autoptr (GyreDescription) description = gyre_description_alloc ();
  GyreDescribedSection *section = gyre_described_section_new ("water");
  GyreDescribedTrait *trait = gyre_described_trait_alloc ();

  gyre_described_section_add (section, "depth", g_strdup ("3 m"));
  g_ptr_array_add (description->sections, section);
  trait->name = g_strdup ("depth");
  g_ptr_array_add (description->traits, trait);
  g_assert_cmpint (trait->value.priority.category, ==, GYRE_CATEGORY_UNINITIALIZED);
  g_assert_cmpstr (((GyreDescribedRow *) section->rows->pdata[0])->text, ==, "3 m");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/documentation/described/empty-description-has-lists-and-text", empty_description_has_lists_and_text);
  g_test_add_func ("/documentation/described/parts-end-with-their-description", parts_end_with_their_description);
  return g_test_run ();
}
