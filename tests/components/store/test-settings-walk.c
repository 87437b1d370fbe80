/* test-settings-walk.c: Walks over everything that was said
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <gyre.h>

static void
note (GyreSetting *setting, gpointer data)
{
  g_autofree char *key = gyre_setting_dup_key (setting);
  GString *text = data;

  g_string_append_printf (text, "%s;", key);
}

/* Everything is visited in the order in which it was said, and what was used meanwhile is left out where only the rest counts. */
static void
test_order (void)
{
  g_autoptr (GyreSettings) settings = gyre_settings_new ();
  g_autoptr (GyreLocator) locator = gyre_locator_new_file ("walk.pfg", 1, 1);
  GString *all = g_string_new (NULL);
  GString *unused = g_string_new (NULL);

  gyre_settings_insert (settings, GYRE_CATEGORY_USER, "b.x", "1", locator);
  gyre_setting_mark_used (gyre_settings_insert (settings, GYRE_CATEGORY_USER, "a.y", "2", locator));
  gyre_settings_insert (settings, GYRE_CATEGORY_USER, "b.z", "3", locator);
  gyre_settings_foreach (settings, note, all);
  gyre_settings_foreach_unused (settings, note, unused);
  g_assert_cmpstr (all->str, ==, "b.x;a.y;b.z;");
  g_assert_cmpstr (unused->str, ==, "b.x;b.z;");
  g_string_free (all, TRUE);
  g_string_free (unused, TRUE);
}

static void
insert_more (GyreSetting *setting, gpointer data)
{
  g_autofree char *key = gyre_setting_dup_key (setting);
  g_autofree char *more = g_strconcat (key, ".more", NULL);

  gyre_settings_insert (data, GYRE_CATEGORY_USER, more, "1", NULL);
}

/* A visitor can change the store; what it adds is not visited by the same walk. */
static void
test_changing (void)
{
  g_autoptr (GyreSettings) settings = gyre_settings_new ();

  gyre_settings_insert (settings, GYRE_CATEGORY_USER, "a.x", "1", NULL);
  gyre_settings_insert (settings, GYRE_CATEGORY_USER, "b.x", "1", NULL);
  gyre_settings_foreach (settings, insert_more, settings);
  g_assert_cmpuint (gyre_settings_get_length (settings), ==, 4);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/settings-walk/visits-in-the-order-of-saying", test_order);
  g_test_add_func ("/store/settings-walk/the-visitor-can-change-the-store", test_changing);
  return g_test_run ();
}
