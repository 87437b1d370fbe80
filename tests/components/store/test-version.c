/* test-version.c: What a source has said before
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-batch.h"
#include "gyre-load.h"
#include "gyre-settings-private.h"

enum { VERSIONS = 2000, BOUND = 40 };

static GyreSetting *
find (GyreSettings *settings, const char *key)
{
  return gyre_settings_get_strongest (settings, gyre_settings_find (settings, key));
}

/* A source of two lines, one under a condition. */
static void
say (GyreSettings *settings, guint load, guint number)
{
  g_autoptr (GyreBatch) batch = gyre_batch_new (settings, GYRE_CATEGORY_USER);
  g_autofree char *value = g_strdup_printf ("%u", number);

  gyre_batch_set_source (batch, GYRE_LOCATOR_FILE, "a.pfg", NULL);
  gyre_batch_insert (batch, "a.b", -1, 1, 1, value, -1, 1, 7);
  gyre_batch_push_section (batch, "a", -1, "test.family", -1, 2, 1);
  gyre_batch_insert (batch, "c", -1, 3, 1, value, -1, 3, 7);
  g_array_unref (gyre_batch_commit_load (batch, load));
}

static void
test_bound (void)
{
  g_autoptr (GyreSettings) settings = gyre_settings_new ();
  guint first = gyre_settings_new_load (settings), second = gyre_settings_new_load (settings);

  for (guint number = 1; number <= VERSIONS; number++)
    {
      say (settings, number % 3 == 0 ? second : first, number);
      if (number % 5 == 0)
        gyre_settings_insert (settings, GYRE_CATEGORY_COMMAND, "x.y", "1", NULL);
      g_assert_cmpuint (settings->withdrawn, <=, BOUND);
      g_assert_cmpuint (settings->versions.length, <=, BOUND);
    }
  g_assert_cmpuint (settings->origins->len, ==, VERSIONS / 5);
  g_assert_cmpuint (gyre_settings_get_length (settings), ==, 4 + VERSIONS / 5);
  g_assert_cmpstr (gyre_setting_get_value (gyre_settings_get_winner (settings, gyre_settings_find (settings, "a.b"))), ==, "1998");
}

static void
test_pinned (void)
{
  g_autoptr (GyreSettings) settings = gyre_settings_new ();
  guint load = gyre_settings_new_load (settings);
  g_autoptr (GyreLocator) place = NULL;
  g_autofree char *text = NULL;
  GyreSetting *setting;

  say (settings, load, 7);
  setting = gyre_setting_ref (find (settings, "a.b"));
  for (guint number = 8; number < 108; number++)
    say (settings, load, number);
  place = gyre_setting_dup_locator (setting);
  text = gyre_locator_to_string (place);
  g_assert_cmpstr (gyre_setting_get_value (setting), ==, "7");
  g_assert_cmpstr (text, ==, "a.pfg:1:7");
  g_assert_true (gyre_setting_is_withdrawn (setting));
  g_assert_null (gyre_setting_get_shadowed (setting));
  gyre_setting_unref (setting);
  say (settings, load, 108);
  g_assert_cmpuint (settings->withdrawn, <=, BOUND);
}

/* Who keeps a setting keeps its store. */
static void
test_store (void)
{
  GyreSettings *settings = gyre_settings_new ();
  guint load = gyre_settings_new_load (settings);
  GyreSetting *setting;

  say (settings, load, 7);
  setting = find (settings, "a.b");
  g_assert_true (gyre_setting_pin (setting));
  gyre_settings_unref (settings);
  g_assert_cmpstr (gyre_setting_get_value (setting), ==, "7");
  gyre_setting_unpin (setting);
}

static void
visit (GyreSetting *setting, gpointer data)
{
  guint *load = data;
  GyreSettings *settings = setting->origin->settings;

  for (guint number = 100; number < 200; number++)
    say (settings, *load, number);
  g_assert_true (*gyre_setting_get_value (setting) == '1' || *gyre_setting_get_value (setting) == '7');
}

/* A walk can say everything anew. */
static void
test_walk (void)
{
  g_autoptr (GyreSettings) settings = gyre_settings_new ();
  guint load = gyre_settings_new_load (settings);

  say (settings, load, 7);
  gyre_settings_foreach (settings, visit, &load);
  gyre_settings_foreach_of_load (settings, load, visit, &load);
  say (settings, load, 8);
  g_assert_cmpuint (settings->withdrawn, <=, BOUND);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/version/what-was-said-anew-a-thousand-times-is-given-back", test_bound);
  g_test_add_func ("/store/version/what-somebody-keeps-stays", test_pinned);
  g_test_add_func ("/store/version/who-keeps-a-setting-keeps-its-store", test_store);
  g_test_add_func ("/store/version/a-walk-does-not-see-settings-go", test_walk);
  return g_test_run ();
}
