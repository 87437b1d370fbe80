/* test-load.c: Settings that can be said anew
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <gyre.h>

#include <string.h>

/* Fills a batch with lines such as "a.b = 1;f # a | x += 2": a condition is `family # name |`. Each is a line of @file. */
static GyreBatch *
fill (GyreSettings *settings, GyreCategory category, const char *file, const char *text)
{
  GyreBatch *batch = gyre_batch_new (settings, category);
  g_auto (GStrv) lines = g_strsplit (text, ";", -1);

  gyre_batch_set_source (batch, GYRE_LOCATOR_FILE, file, NULL);
  for (guint index = 0; lines[index] != NULL && *text != '\0'; index++)
    {
      g_auto (GStrv) words = g_strsplit (g_strstrip (lines[index]), " ", -1);
      guint first = g_strv_length (words) == 7 ? 4 : 0;
      GyreSetting *setting;

      g_assert_cmpuint (g_strv_length (words), ==, first + 3);
      if (first > 0)
        gyre_batch_push_section (batch, words[2], -1, words[0], -1, index + 1, 1);
      setting = gyre_batch_insert (batch, words[first], -1, index + 1, 1, words[first + 2], -1, index + 1, 5);
      if (*words[first + 1] == '+')
        gyre_batch_set_operator (batch, setting, GYRE_SETTING_APPEND);
      if (first > 0)
        gyre_batch_pop_section (batch);
    }
  return batch;
}

static void
append_chain (GyreSettings *settings, guint node, const char *fragment G_GNUC_UNUSED, GyreSetting *winner, gpointer data)
{
  GString *text = data;
  g_autofree char *name = gyre_settings_dup_name (settings, node);
  GyreSetting *setting = gyre_settings_get_strongest (settings, node);

  g_string_append_printf (text, "%s wins %s:", name, winner != NULL ? gyre_setting_get_value (winner) : "-");
  for (; setting != NULL; setting = gyre_setting_get_shadowed (setting))
    {
      g_autoptr (GyreLocator) locator = gyre_setting_dup_locator (setting);
      g_autofree char *place = gyre_locator_to_string (locator);

      g_assert_false (gyre_setting_is_withdrawn (setting));
      g_string_append_printf (text, " %s%s", gyre_setting_operator_to_string (gyre_setting_get_operator (setting)),
                              gyre_setting_get_value (setting));
      for (guint index = 0; index < gyre_setting_get_conditions (setting); index++)
        {
          g_autofree char *condition = NULL;
          g_autofree char *family = NULL;

          gyre_setting_dup_condition (setting, index, &condition, &family);
          g_string_append_printf (text, " if %s is %s", condition, family);
        }
      g_string_append_printf (text, " (%s %s)", place, gyre_category_get_name (gyre_setting_get_category (setting)));
    }
  g_string_append_c (text, '\n');
}

static int
compare_lines (gconstpointer left, gconstpointer right)
{
  return strcmp (*(char * const *) left, *(char * const *) right);
}

/* Everything that a store has, key by key, in alphabetical order. */
static char *
describe (GyreSettings *settings)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_auto (GStrv) lines = NULL;

  gyre_settings_foreach_node (settings, GYRE_SETTINGS_ROOT, append_chain, text);
  lines = g_strsplit (text->str, "\n", -1);
  qsort (lines, g_strv_length (lines), sizeof *lines, compare_lines);
  return g_strjoinv ("\n", lines);
}

static GArray *
load (GyreSettings *settings, guint number, GyreCategory category, const char *file, const char *text)
{
  g_autoptr (GyreBatch) batch = fill (settings, category, file, text);
  GArray *changes = gyre_batch_commit_load (batch, number);

  g_assert_cmpuint (gyre_batch_get_length (batch), ==, 0);
  return changes;
}

static void
assert_changes (GyreSettings *settings, GArray *changes, const char *expected)
{
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint index = 0; index < changes->len; index++)
    {
      const GyreSettingChange *change = &g_array_index (changes, GyreSettingChange, index);
      g_autofree char *name = gyre_settings_dup_name (settings, change->node);

      g_string_append_printf (found, "%s: %s -> %s%s; ", name, change->before != NULL ? gyre_setting_get_value (change->before) : "-",
                              change->after != NULL ? gyre_setting_get_value (change->after) : "-",
                              change->differs ? "" : " moved");
    }
  g_assert_cmpstr (found->str, ==, expected);
  g_array_unref (changes);
}

static const char *
get_value (GyreSettings *settings, const char *name)
{
  GyreSetting *winner = gyre_settings_get_winner (settings, gyre_settings_find (settings, name));

  return winner != NULL ? gyre_setting_get_value (winner) : NULL;
}

static void
test_replaces (void)
{
  g_autoptr (GyreSettings) settings = gyre_settings_new ();
  guint number = gyre_settings_new_load (settings);
  GyreSetting *old;

  assert_changes (settings, load (settings, number, GYRE_CATEGORY_USER, "a", "a.x = 1;a.y = 2"), "a.x: - -> 1; a.y: - -> 2; ");
  old = gyre_settings_get_winner (settings, gyre_settings_find (settings, "a.x"));
  assert_changes (settings, load (settings, number, GYRE_CATEGORY_USER, "a", "a.x = 3;a.z = 4"),
                  "a.x: 1 -> 3; a.y: 2 -> -; a.z: - -> 4; ");
  g_assert_cmpstr (get_value (settings, "a.x"), ==, "3");
  g_assert_null (get_value (settings, "a.y"));
  g_assert_cmpuint (gyre_settings_get_length (settings), ==, 2);
  g_assert_true (gyre_setting_is_withdrawn (old));
  g_assert_cmpstr (gyre_setting_get_value (old), ==, "1");
}

static void
test_moved (void)
{
  g_autoptr (GyreSettings) settings = gyre_settings_new ();
  guint number = gyre_settings_new_load (settings);
  g_autofree char *found = NULL;

  g_array_unref (load (settings, number, GYRE_CATEGORY_USER, "a", "x = 1;y = 2"));
  assert_changes (settings, load (settings, number, GYRE_CATEGORY_USER, "a", "x = 1;z = 0;y = 2"),
                  "x: 1 -> 1 moved; y: 2 -> 2 moved; z: - -> 0; ");
  found = describe (settings);
  g_assert_cmpstr (found, ==, "\nx wins 1: =1 (a:1:5 user)\ny wins 2: =2 (a:3:5 user)\nz wins 0: =0 (a:2:5 user)");
}

static void
test_same (void)
{
  g_autoptr (GyreSettings) settings = gyre_settings_new ();
  guint number = gyre_settings_new_load (settings);
  static const char text[] = "x = 1;f # a | b.y += 2;f # c | y = 2";
  GyreSetting *setting;

  g_array_unref (load (settings, number, GYRE_CATEGORY_USER, "a", text));
  setting = gyre_settings_get_winner (settings, gyre_settings_find (settings, "x"));
  for (guint round = 0; round < 100; round++)
    assert_changes (settings, load (settings, number, GYRE_CATEGORY_USER, "a", text), "");
  g_assert_true (gyre_settings_get_winner (settings, gyre_settings_find (settings, "x")) == setting);
  assert_changes (settings, load (settings, number, GYRE_CATEGORY_USER, "b", "x = 1"), "x: 1 -> 1 moved; a.b.y: - -> -; c.y: - -> -; ");
}

static void
test_keeps_its_place (void)
{
  g_autoptr (GyreSettings) settings = gyre_settings_new ();
  guint first = gyre_settings_new_load (settings);
  guint second = gyre_settings_new_load (settings);
  GyrePriority between;

  g_array_unref (load (settings, first, GYRE_CATEGORY_USER, "a", "x = 1"));
  between = gyre_settings_next_priority (settings, GYRE_CATEGORY_USER);
  g_array_unref (load (settings, second, GYRE_CATEGORY_USER, "b", "x = 2"));
  assert_changes (settings, load (settings, first, GYRE_CATEGORY_USER, "a", "y = 1;x = 3;y = 4;y = 5"), "y: - -> 5; ");
  g_assert_cmpstr (get_value (settings, "x"), ==, "2");
  g_assert_cmpint (gyre_priority_compare (gyre_setting_get_priority (gyre_settings_get_winner (
                     settings, gyre_settings_find (settings, "y"))), between), <, 0);
  assert_changes (settings, load (settings, second, GYRE_CATEGORY_USER, "b", ""), "x: 2 -> 3; ");
  assert_changes (settings, load (settings, second, GYRE_CATEGORY_USER, "b", "x = 6"), "x: 3 -> 6; ");
}

static void
test_conditional (void)
{
  g_autoptr (GyreSettings) settings = gyre_settings_new ();
  guint number = gyre_settings_new_load (settings);

  g_array_unref (load (settings, number, GYRE_CATEGORY_USER, "a", "a.x = 1;f # a | x = 2"));
  assert_changes (settings, load (settings, number, GYRE_CATEGORY_USER, "a", "a.x = 1;f # a | x = 3"), "a.x: 1 -> 1; ");
  assert_changes (settings, load (settings, number, GYRE_CATEGORY_USER, "a", "a.x = 1;g # a | x = 3"), "a.x: 1 -> 1; ");
  assert_changes (settings, load (settings, number, GYRE_CATEGORY_USER, "a", "a.x = 1;a.x += 3"), "a.x: 1 -> 3; ");
}

static void
count_child (GyreSettings *settings G_GNUC_UNUSED, guint node G_GNUC_UNUSED, const char *fragment G_GNUC_UNUSED,
             GyreSetting *winner G_GNUC_UNUSED, gpointer data)
{
  ++*(guint *) data;
}

static void
test_names_go (void)
{
  g_autoptr (GyreSettings) settings = gyre_settings_new ();
  guint number = gyre_settings_new_load (settings);
  guint children = 0;

  g_array_unref (load (settings, number, GYRE_CATEGORY_USER, "a", "a.b.c.x = 1;a.b.y = 2;d.e = 3"));
  g_array_unref (load (settings, number, GYRE_CATEGORY_USER, "a", "a.b.y = 2"));
  g_assert_cmpuint (gyre_settings_find (settings, "a.b.c.x"), ==, GYRE_SETTINGS_NOWHERE);
  g_assert_cmpuint (gyre_settings_find (settings, "a.b.c"), ==, GYRE_SETTINGS_NOWHERE);
  g_assert_cmpuint (gyre_settings_find (settings, "d"), ==, GYRE_SETTINGS_NOWHERE);
  gyre_settings_foreach_child (settings, gyre_settings_find (settings, "a.b"), count_child, &children);
  g_assert_cmpuint (children, ==, 1);
  g_array_unref (load (settings, number, GYRE_CATEGORY_USER, "a", "d.e = 5;a.b.c.x = 4"));
  g_assert_cmpstr (get_value (settings, "a.b.c.x"), ==, "4");
  g_assert_cmpstr (get_value (settings, "d.e"), ==, "5");
  g_assert_cmpuint (gyre_settings_find (settings, "a.b.y"), ==, GYRE_SETTINGS_NOWHERE);
}

static void
append_key (GyreSetting *setting, gpointer data)
{
  g_autofree char *key = gyre_setting_dup_key (setting);

  g_string_append_printf (data, "%s=%s;", key, gyre_setting_get_value (setting));
}

static void
test_walks (void)
{
  g_autoptr (GyreSettings) settings = gyre_settings_new ();
  guint first = gyre_settings_new_load (settings);
  guint second = gyre_settings_new_load (settings);
  g_autoptr (GString) of_load = g_string_new (NULL);
  g_autoptr (GString) of_source = g_string_new (NULL);
  g_autoptr (GString) all = g_string_new (NULL);

  g_array_unref (load (settings, first, GYRE_CATEGORY_USER, "a", "x = 1;y = 2"));
  g_array_unref (load (settings, second, GYRE_CATEGORY_USER, "b", "z = 3"));
  g_array_unref (load (settings, first, GYRE_CATEGORY_USER, "a", "y = 4;x = 5"));
  gyre_settings_foreach_of_load (settings, first, append_key, of_load);
  gyre_settings_foreach_of_source (settings, "b", append_key, of_source);
  gyre_settings_foreach (settings, append_key, all);
  g_assert_cmpstr (of_load->str, ==, "y=4;x=5;");
  g_assert_cmpstr (of_source->str, ==, "z=3;");
  g_assert_cmpstr (all->str, ==, "z=3;y=4;x=5;");
}

enum { SOURCES = 4 };

static const GyreCategory categories[SOURCES] = { GYRE_CATEGORY_USER, GYRE_CATEGORY_PACKAGE, GYRE_CATEGORY_USER, GYRE_CATEGORY_USER };
static const char * const files[SOURCES] = { "a", "b", "c", "d" };

static char *
make_version (void)
{
  static const char * const keys[] = { "x", "a.x", "a.y", "a.b.x", "c.d.e.f" };
  GString *text = g_string_new (NULL);

  for (gint line = g_test_rand_int_range (0, 8); line > 0; line--)
    g_string_append_printf (text, "%s%s%s %s %d", text->len > 0 ? ";" : "", g_test_rand_int_range (0, 3) == 0 ? "f # a | " : "",
                            keys[g_test_rand_int_range (0, 5)], g_test_rand_int_range (0, 4) == 0 ? "+=" : "=",
                            g_test_rand_int_range (0, 4));
  return g_string_free (text, FALSE);
}

static char *
describe_fresh (char **versions)
{
  g_autoptr (GyreSettings) settings = gyre_settings_new ();

  for (guint source = 0; source < SOURCES; source++)
    if (versions[source] != NULL)
      {
        g_autoptr (GyreBatch) batch = fill (settings, categories[source], files[source], versions[source]);

        gyre_batch_commit (batch);
      }
  return describe (settings);
}

/* What is told must be what is seen: a key that is not told has the same chain as before, down to what decides. */
static void
test_random (void)
{
  for (guint round = 0; round < 100; round++)
    {
      g_autoptr (GyreSettings) settings = gyre_settings_new ();
      char *versions[SOURCES] = { NULL };
      guint loads[SOURCES];

      for (guint source = 0; source < SOURCES; source++)
        loads[source] = gyre_settings_new_load (settings);
      for (guint step = 0; step < 20; step++)
        {
          guint source = step < SOURCES ? step : (guint) g_test_rand_int_range (0, SOURCES);
          g_autofree char *before = describe (settings);
          g_autofree char *after = NULL;
          g_autofree char *expected = NULL;
          g_autoptr (GArray) changes = NULL;

          g_free (versions[source]);
          versions[source] = make_version ();
          changes = load (settings, loads[source], categories[source], files[source], versions[source]);
          after = describe (settings);
          expected = describe_fresh (versions);
          g_assert_cmpstr (after, ==, expected);
          g_assert_true (changes->len == 0 || strcmp (before, after) != 0);
        }
      for (guint source = 0; source < SOURCES; source++)
        g_free (versions[source]);
    }
}

/* What decides about each key before a change and after it, as text. */
static GHashTable *
list_winners (GyreSettings *settings)
{
  static const char * const keys[] = { "x", "a.x", "a.y", "a.b.x", "c.d.e.f" };
  GHashTable *winners = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  for (guint index = 0; index < G_N_ELEMENTS (keys); index++)
    g_hash_table_insert (winners, (gpointer) keys[index], g_strdup (get_value (settings, keys[index])));
  return winners;
}

static void
test_told (void)
{
  g_autoptr (GyreSettings) settings = gyre_settings_new ();
  guint loads[SOURCES];

  for (guint source = 0; source < SOURCES; source++)
    loads[source] = gyre_settings_new_load (settings);
  for (guint step = 0; step < 2000; step++)
    {
      guint source = g_test_rand_int_range (0, SOURCES);
      g_autofree char *version = make_version ();
      g_autoptr (GHashTable) winners = list_winners (settings);
      g_autoptr (GArray) changes = load (settings, loads[source], categories[source], files[source], version);
      g_autoptr (GHashTable) after = list_winners (settings);
      GHashTableIter iterator;
      gpointer key, value;

      for (guint index = 0; index < changes->len; index++)
        {
          const GyreSettingChange *change = &g_array_index (changes, GyreSettingChange, index);
          g_autofree char *name = gyre_settings_dup_name (settings, change->node);

          if (g_hash_table_contains (winners, name))
            g_assert_cmpstr (g_hash_table_lookup (winners, name), ==,
                             change->before != NULL ? gyre_setting_get_value (change->before) : NULL);
          g_hash_table_remove (winners, name);
        }
      g_hash_table_iter_init (&iterator, winners);
      while (g_hash_table_iter_next (&iterator, &key, &value))
        g_assert_cmpstr (value, ==, g_hash_table_lookup (after, key));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add_func ("/store/load/" path, function)
  ADD ("new-version-takes-the-place-of-the-old-one", test_replaces);
  ADD ("setting-that-only-moved-is-told-as-that", test_moved);
  ADD ("same-version-changes-nothing", test_same);
  ADD ("later-loads-still-win", test_keeps_its_place);
  ADD ("change-of-a-condition-or-an-operator-is-told", test_conditional);
  ADD ("names-without-settings-are-not-found", test_names_go);
  ADD ("walks-see-the-last-version", test_walks);
  ADD ("random-loads-are-like-fresh-ones", test_random);
  ADD ("every-change-is-told", test_told);
  return g_test_run ();
}
