/* test-overview.c: The classes of a package that has many, in groups
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-overview.h"

#include "studio.h"

#include <string.h>

static char *
describe (GPtrArray *groups)
{
  GString *text = g_string_new (NULL);

  for (guint index = 0; groups != NULL && index < groups->len; index++)
    {
      const GyreOverviewGroup *group = groups->pdata[index];

      g_string_append_printf (text, "%s%s < %s: %u, %u here", index > 0 ? "; " : "", group->name, group->parent != NULL ? group->parent : "-",
                              group->count, group->members->len);
    }
  return g_string_free (text, FALSE);
}

static void
groups_are_two_levels_below_what_all_derive_from (void)
{
  g_autoptr (GyreCatalogue) catalogue = studio_new ();
  g_autoptr (GPtrArray) groups = gyre_overview_list (catalogue, "studio");
  g_autofree char *text = describe (groups);

  g_assert_cmpstr (text, ==, "Element < -: 162, 2 here; Source < Element: 100, 90 here; Sink < Element: 60, 60 here; Push < Source: 10, 10 here");
}

static void
families_of_three_words_are_grouped_by_two (void)
{
  g_autoptr (GyreCatalogue) catalogue = gyre_catalogue_new ();
  g_autoptr (GPtrArray) groups = NULL;
  g_autofree char *text = NULL;

  for (guint index = 0; index < 200; index++)
    {
      g_autofree char *family = g_strdup_printf ("shop.%s.thing%u", index % 4 == 0 ? "tools" : "goods", index);

      studio_add_class (catalogue, family, "Ware GObject");
    }
  groups = gyre_overview_list (catalogue, "shop");
  text = describe (groups);
  g_assert_cmpstr (text, ==, "shop.goods < -: 150, 150 here; shop.tools < -: 50, 50 here");
}

static void
no_groups_are_no_overview (void)
{
  g_autoptr (GyreCatalogue) catalogue = gyre_catalogue_new ();

  for (guint index = 0; index < 200; index++)
    {
      g_autofree char *family = g_strdup_printf ("flat.thing%u", index);

      studio_add_class (catalogue, family, "Ware GObject");
    }
  studio_add_class (catalogue, "small.thing", "Ware GObject");
  g_assert_null (gyre_overview_list (catalogue, "flat"));
  g_assert_null (gyre_overview_list (catalogue, "small"));
  g_assert_null (gyre_overview_list (catalogue, "nothing"));
  g_assert_null (gyre_overview_draw (catalogue, "flat"));
}

static void
each_group_leads_to_its_list_or_its_page (void)
{
  g_autoptr (GyreCatalogue) catalogue = studio_new ();
  g_autofree char *bare = NULL;
  g_autofree char *known = NULL;

  bare = gyre_overview_draw (catalogue, "studio");
  g_assert_nonnull (strstr (bare, "#group-studio-Push"));
  g_assert_nonnull (strstr (bare, "10 classes"));
  g_assert_null (strstr (bare, "reference/"));
  for (guint index = 0; index < 3; index++)
    {
      g_autofree char *family = g_strdup_printf ("studio.child%u", index);

      studio_add_class (catalogue, family, "Type-studio.alone Hermit Element Thing GObject");
    }
  known = gyre_overview_draw (catalogue, "studio");
  g_assert_nonnull (strstr (known, "reference/studio.alone.html"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pages/overview/groups-are-two-levels-below-what-all-derive-from", groups_are_two_levels_below_what_all_derive_from);
  g_test_add_func ("/pages/overview/families-of-three-words-are-grouped-by-two", families_of_three_words_are_grouped_by_two);
  g_test_add_func ("/pages/overview/no-groups-are-no-overview", no_groups_are_no_overview);
  g_test_add_func ("/pages/overview/each-group-leads-to-its-list-or-its-page", each_group_leads_to_its_list_or_its_page);
  return g_test_run ();
}
