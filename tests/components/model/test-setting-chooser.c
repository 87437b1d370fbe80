/* test-setting-chooser.c: Which settings a class or an instance takes
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "model-fixtures.h"

#include "gyre-setting-chooser-private.h"

static gboolean
holds (const char *name, const char *family, gpointer data)
{
  return strcmp (family, data) == 0;
}

static GPtrArray *
choose (GyreExecutive *executive, const char *name, gpointer family, GyreReport **report)
{
  return gyre_settings_choose_for (gyre_executive_get_settings (executive), name,
                                   GYRE_REQUIREMENT (gyre_actor_get (TEST_TYPE_BALL)), family != NULL ? holds : NULL, family, report);
}

static const char *
value_at (GPtrArray *chosen, guint index)
{
  return gyre_setting_get_value (((GyreChosenSetting *) chosen->pdata[index])->setting);
}

static void
test_strongest (void)
{
  g_autoptr (GyreExecutive) executive = gyre_executive_new ();
  g_autoptr (GyreReport) report = NULL;
  g_autoptr (GPtrArray) chosen = NULL;

  test_load_as (executive, GYRE_CATEGORY_COMMAND, "thing.größe = 1\n");
  test_load_as (executive, GYRE_CATEGORY_USER, "thing.radius = 2\n" "thing.r = 3\n" "thing.part.x = 4\n");
  chosen = choose (executive, "thing", NULL, &report);
  g_assert_null (report);
  g_assert_cmpuint (chosen->len, ==, 1);
  g_assert_cmpstr (value_at (chosen, 0), ==, "1");
}

static void
test_conditions (void)
{
  g_autoptr (GyreExecutive) executive = gyre_executive_new ();
  g_autoptr (GyreReport) report = NULL;
  g_autoptr (GPtrArray) with = NULL;
  g_autoptr (GPtrArray) without = NULL;

  test_load_as (executive, GYRE_CATEGORY_USER, "test.shapes.ball # thing:\n    radius = 1\n" "thing.radius = 2\n");
  with = choose (executive, "thing", (gpointer) "test.shapes.ball", &report);
  without = choose (executive, "thing", (gpointer) "other", &report);
  g_assert_cmpstr (value_at (with, 0), ==, "1");
  g_assert_cmpstr (value_at (without, 0), ==, "2");
}

static void
test_unknown (void)
{
  g_autoptr (GyreExecutive) executive = gyre_executive_new ();
  g_autoptr (GyreReport) report = NULL;
  g_autoptr (GPtrArray) chosen = NULL;
  g_autofree char *text = NULL;

  test_load_as (executive, GYRE_CATEGORY_USER, "thing.raduis = 1\n" "thing.measure = 2\n");
  chosen = choose (executive, "thing", NULL, &report);
  g_assert_cmpuint (chosen->len, ==, 0);
  g_assert_cmpuint (gyre_report_get_errors (report), ==, 2);
  text = gyre_report_to_string (report);
  g_assert_nonnull (strstr (text, "test.pfg:1:1"));
  g_assert_nonnull (strstr (text, "did you mean 'radius'?"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/setting-chooser/strongest-of-all-spellings-wins", test_strongest);
  g_test_add_func ("/model/setting-chooser/conditions-are-judged", test_conditions);
  g_test_add_func ("/model/setting-chooser/what-is-no-trait-is-told", test_unknown);
  return g_test_run ();
}
