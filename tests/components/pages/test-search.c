/* test-search.c: What the search and the tree of a site know, as scripts
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-search.h"

#include "specimen.h"

static void
families_come_with_their_summaries (void)
{
  g_autoptr (GyreCatalogue) catalogue = specimen_catalogue ();
  g_autoptr (GString) script = gyre_search_write_families (catalogue, NULL);

  g_assert_nonnull (strstr (script->str, "[\"specimen.shapes.ball\",\"class\",\"round & full\",\"SpecimenBall\",\"specimen\"]"));
}

static void
an_alias_leads_to_the_trait (void)
{
  g_autoptr (GyreCatalogue) catalogue = specimen_catalogue ();
  g_autoptr (GString) script = gyre_search_write_members (catalogue, NULL);

  g_assert_nonnull (strstr (script->str, "[\"r\",\"trait\",\"radius\",\"how far it reaches\",1]"));
  g_assert_nonnull (strstr (script->str, "[\"radius\",\"trait\",\"\",\"how far it reaches\",1]"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pages/search/families-come-with-their-summaries", families_come_with_their_summaries);
  g_test_add_func ("/pages/search/an-alias-leads-to-the-trait", an_alias_leads_to_the_trait);
  return g_test_run ();
}
