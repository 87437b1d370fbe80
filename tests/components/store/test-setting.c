/* test-setting.c: One thing that was said, and where
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <gyre.h>

static void
assert_place (GyreLocator *locator, const char *expected)
{
  g_autofree char *text = gyre_locator_to_string (locator);

  g_assert_cmpstr (text, ==, expected);
  gyre_locator_unref (locator);
}

static void
test_file_places (void)
{
  g_autoptr (GyreSettings) settings = gyre_settings_new ();
  g_autoptr (GyreBatch) batch = gyre_batch_new (settings, GYRE_CATEGORY_USER);
  GyreSetting *setting;

  gyre_batch_set_source (batch, GYRE_LOCATOR_FILE, "gauss.pfg", NULL);
  setting = gyre_batch_insert (batch, "a.b", -1, 3, 5, "x", -1, 4, 70000);
  gyre_batch_commit (batch);
  assert_place (gyre_setting_dup_key_locator (setting), "gauss.pfg:3:5");
  assert_place (gyre_setting_dup_locator (setting), "gauss.pfg:4:65535");
}

static void
test_other_places (void)
{
  g_autoptr (GyreSettings) settings = gyre_settings_new ();
  g_autoptr (GyreBatch) batch = gyre_batch_new (settings, GYRE_CATEGORY_COMMAND);
  g_autoptr (GyreLocator) line = gyre_locator_new_source ("main.c", 7, "main");
  GyreSetting *argument, *variable, *code, *located;

  gyre_batch_set_source (batch, GYRE_LOCATOR_ARGUMENT, "--a.b=c", NULL);
  argument = gyre_batch_insert (batch, "a.b", -1, 2, 3, "c", -1, 2, 7);
  gyre_batch_set_source (batch, GYRE_LOCATOR_ENVIRONMENT, "HOME", NULL);
  variable = gyre_batch_insert (batch, "a.b", -1, 0, 0, "c", -1, 0, 0);
  gyre_batch_set_source (batch, GYRE_LOCATOR_SOURCE, "main.c", "main");
  code = gyre_batch_insert (batch, "a.b", -1, 9, 0, "c", -1, 9, 0);
  gyre_batch_set_locator (batch, line);
  located = gyre_batch_insert (batch, "a.b", -1, 1, 1, "c", -1, 1, 1);
  gyre_batch_commit (batch);
  assert_place (gyre_setting_dup_locator (argument), "argument 2 '--a.b=c'");
  assert_place (gyre_setting_dup_locator (variable), "environment variable HOME");
  assert_place (gyre_setting_dup_locator (code), "main.c:9 (main)");
  assert_place (gyre_setting_dup_locator (located), "main.c:7 (main)");
}

static void
test_key_parts (void)
{
  g_autoptr (GyreSettings) settings = gyre_settings_new ();
  GyreSetting *setting = gyre_settings_insert (settings, GYRE_CATEGORY_USER, "gauss.mc π.box", "β", NULL);
  g_autofree char *key = gyre_setting_dup_key (setting);
  g_autofree char *component = gyre_setting_dup_component (setting);

  g_assert_cmpstr (key, ==, "gauss.mc π.box");
  g_assert_cmpstr (component, ==, "gauss.mc π");
  g_assert_cmpstr (gyre_setting_get_fragment (setting), ==, "box");
  g_assert_cmpstr (gyre_setting_get_value (setting), ==, "β");
  g_assert_cmpuint (gyre_setting_get_node (setting), ==, gyre_settings_find (settings, "gauss.mc π.box"));
}

static void
test_conditions (void)
{
  g_autoptr (GyreSettings) settings = gyre_settings_new ();
  g_autoptr (GyreBatch) batch = gyre_batch_new (settings, GYRE_CATEGORY_USER);
  g_autofree char *name = NULL;
  g_autofree char *family = NULL;
  GyreSetting *setting;

  gyre_batch_set_source (batch, GYRE_LOCATOR_FILE, "c.pfg", NULL);
  gyre_batch_push_section (batch, "mc", -1, "gauss.montecarlo", -1, 1, 1);
  gyre_batch_push_section (batch, "box", -1, "gauss.box", -1, 2, 3);
  setting = gyre_batch_insert (batch, "intervals", -1, 3, 5, "1", -1, 3, 17);
  gyre_batch_commit (batch);

  g_assert_cmpuint (gyre_setting_get_conditions (setting), ==, 2);
  gyre_setting_dup_condition (setting, 0, &name, NULL);
  gyre_setting_dup_condition (setting, 1, NULL, &family);
  g_assert_cmpstr (name, ==, "mc");
  g_assert_cmpstr (family, ==, "gauss.box");
  g_free (g_steal_pointer (&name));
  gyre_setting_dup_condition (setting, 1, &name, NULL);
  g_assert_cmpstr (name, ==, "mc.box");
  assert_place (gyre_setting_dup_condition_locator (setting, 0), "c.pfg:1:1");
  assert_place (gyre_setting_dup_condition_locator (setting, 1), "c.pfg:2:3");
}

static void
test_reference_keeps_store (void)
{
  GyreSettings *settings = gyre_settings_new ();
  GyreSetting *setting = g_boxed_copy (GYRE_TYPE_SETTING, gyre_settings_insert (settings, GYRE_CATEGORY_USER, "a", "b", NULL));

  gyre_settings_unref (settings);
  g_assert_cmpstr (gyre_setting_get_value (setting), ==, "b");
  g_boxed_free (GYRE_TYPE_SETTING, setting);
}

static void
test_used (void)
{
  g_autoptr (GyreSettings) settings = gyre_settings_new ();
  GyreSetting *setting = gyre_settings_insert (settings, GYRE_CATEGORY_USER, "a", "value", NULL);

  g_assert_false (gyre_setting_is_used (setting));
  gyre_setting_mark_used (setting);
  gyre_setting_mark_used (setting);
  g_assert_true (gyre_setting_is_used (setting));
  g_assert_cmpuint (gyre_setting_get_value_length (setting), ==, 5);
}

static void
test_any_bytes (void)
{
  static const char bytes[] = "\xff\0\x80;=";
  g_autoptr (GyreSettings) settings = gyre_settings_new ();
  g_autoptr (GyreBatch) batch = gyre_batch_new (settings, GYRE_CATEGORY_USER);
  GyreSetting *setting = gyre_batch_insert (batch, bytes, sizeof bytes, 1, 1, bytes, sizeof bytes, 1, 1);
  GyreSetting *blank = gyre_batch_insert (batch, "..", -1, 1, 1, "", 0, 1, 1);
  g_autofree char *key = NULL;

  gyre_batch_commit (batch);
  g_assert_cmpmem (gyre_setting_get_value (setting), gyre_setting_get_value_length (setting), bytes, sizeof bytes);
  key = gyre_setting_dup_key (blank);
  g_assert_cmpstr (key, ==, "..");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/setting/file-places-of-key-and-value", test_file_places);
  g_test_add_func ("/store/setting/places-in-arguments-environment-and-code", test_other_places);
  g_test_add_func ("/store/setting/key-component-and-fragment", test_key_parts);
  g_test_add_func ("/store/setting/conditions-tell-name-family-and-place", test_conditions);
  g_test_add_func ("/store/setting/reference-keeps-the-store", test_reference_keeps_store);
  g_test_add_func ("/store/setting/used-is-remembered-and-nothing-else-changes", test_used);
  g_test_add_func ("/store/setting/any-bytes-are-kept", test_any_bytes);
  return g_test_run ();
}
