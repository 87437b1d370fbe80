/* test-batch.c: Settings that arrive together: all of them or none
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <gyre.h>

#include <string.h>

static void
describe_setting (GyreSetting *setting, gpointer data)
{
  g_autofree char *key = gyre_setting_dup_written_key (setting);
  g_autofree char *priority = gyre_priority_to_string (gyre_setting_get_priority (setting));

  g_string_append_printf (data, "%s=%s (%s)\n", key, gyre_setting_get_value (setting), priority);
}

static void
describe_node (GyreSettings *settings, guint node, const char *fragment, GyreSetting *winner, gpointer data)
{
  GyreSetting *setting = gyre_settings_get_strongest (settings, node);

  g_string_append_printf (data, "%s:", fragment);
  for (; setting != NULL; setting = gyre_setting_get_shadowed (setting))
    describe_setting (setting, data);
}

/* Everything that can be seen of a store, but for numbers of nodes. */
static char *
describe (GyreSettings *settings)
{
  GString *text = g_string_new (NULL);

  gyre_settings_foreach (settings, describe_setting, text);
  gyre_settings_foreach_node (settings, GYRE_SETTINGS_ROOT, describe_node, text);
  return g_string_free (text, FALSE);
}

static void
test_unseen_before_commit (void)
{
  g_autoptr (GyreSettings) settings = gyre_settings_new ();
  g_autoptr (GyreBatch) batch = gyre_batch_new (settings, GYRE_CATEGORY_USER);
  GyreSetting *setting = gyre_batch_insert (batch, "a.b", -1, 1, 1, "x", -1, 1, 7);

  g_assert_cmpuint (gyre_batch_get_length (batch), ==, 1);
  g_assert_cmpuint (gyre_settings_get_length (settings), ==, 0);
  g_assert_cmpuint (gyre_settings_find (settings, "a"), ==, GYRE_SETTINGS_NOWHERE);
  g_assert_cmpuint (gyre_setting_get_rank (setting), ==, 0);
  gyre_batch_commit (batch);
  g_assert_cmpuint (gyre_batch_get_length (batch), ==, 0);
  g_assert_cmpuint (gyre_setting_get_rank (setting), ==, 1);
  g_assert_true (gyre_settings_get_winner (settings, gyre_settings_find (settings, "a.b")) == setting);
}

static void
test_sections (void)
{
  g_autoptr (GyreSettings) settings = gyre_settings_new ();
  g_autoptr (GyreBatch) batch = gyre_batch_new (settings, GYRE_CATEGORY_USER);
  g_autoptr (GString) text = g_string_new (NULL);

  gyre_batch_push_section (batch, "gauss.ball # x", 10, NULL, 0, 1, 1);
  gyre_batch_insert (batch, "radius = 1", 6, 1, 1, "1 ; one", 1, 1, 1);
  gyre_batch_push_section (batch, "", 0, "f", 1, 1, 1);
  gyre_batch_insert (batch, "center.x", -1, 1, 1, "2", -1, 1, 1);
  gyre_batch_pop_section (batch);
  gyre_batch_insert (batch, "center", -1, 1, 1, "3", -1, 1, 1);
  g_assert_cmpuint (gyre_batch_get_depth (batch), ==, 1);
  gyre_batch_pop_section (batch);
  gyre_batch_insert (batch, "top", -1, 1, 1, "4", -1, 1, 1);
  gyre_batch_foreach (batch, describe_setting, text);
  g_assert_cmpstr (text->str, ==, "gauss.ball.radius=1 (user 0)\ngauss.ball.center.x=2 (user 0, conditional)\n"
                                  "gauss.ball.center=3 (user 0)\ntop=4 (user 0)\n");
}

static void
test_deep_sections (void)
{
  g_autoptr (GyreSettings) settings = gyre_settings_new ();
  g_autoptr (GyreBatch) batch = gyre_batch_new (settings, GYRE_CATEGORY_USER);
  GyreSetting *setting;

  for (guint depth = 0; depth < 20000; depth++)
    gyre_batch_push_section (batch, "a", 1, "f", 1, depth, 1);
  setting = gyre_batch_insert (batch, "x", 1, 1, 1, "1", 1, 1, 1);
  g_assert_cmpuint (gyre_setting_get_conditions (setting), ==, 20000);
  gyre_batch_commit (batch);
  g_assert_cmpuint (gyre_batch_get_depth (batch), ==, 0);
}

static void
test_source_stays (void)
{
  g_autoptr (GyreSettings) settings = gyre_settings_new ();
  g_autoptr (GyreBatch) batch = gyre_batch_new (settings, GYRE_CATEGORY_USER);
  g_autoptr (GyreLocator) locator = NULL;

  gyre_batch_set_source (batch, GYRE_LOCATOR_FILE, "a.pfg", NULL);
  gyre_batch_commit (batch);
  locator = gyre_setting_dup_locator (gyre_batch_insert (batch, "a", -1, 1, 1, "b", -1, 2, 3));
  g_assert_cmpstr (gyre_locator_get_file (locator), ==, "a.pfg");
}

static void
test_alias_before_commit (void)
{
  g_autoptr (GyreSettings) settings = gyre_settings_new ();
  g_autoptr (GyreBatch) batch = gyre_batch_new (settings, GYRE_CATEGORY_USER);
  GyreSetting *first, *second;

  gyre_batch_push_section (batch, "old", -1, NULL, 0, 1, 1);
  first = gyre_batch_insert (batch, "x", -1, 1, 1, "1", -1, 1, 1);
  g_assert_true (gyre_settings_alias (settings, "old", "new", NULL));
  second = gyre_batch_insert (batch, "y", -1, 1, 1, "2", -1, 1, 1);
  gyre_batch_commit (batch);
  g_assert_true (gyre_settings_get_winner (settings, gyre_settings_find (settings, "new.x")) == first);
  g_assert_true (gyre_settings_get_winner (settings, gyre_settings_find (settings, "new.y")) == second);
}

static void
random_insert (GRand *random, GyreBatch *batch)
{
  g_autofree char *key = g_strdup_printf ("%c.%c", 'a' + g_rand_int_range (random, 0, 5), 'a' + g_rand_int_range (random, 0, 5));
  g_autofree char *value = g_strdup_printf ("%u", g_rand_int (random));
  gboolean conditional = g_rand_int_range (random, 0, 3) == 0;

  if (conditional)
    gyre_batch_push_section (batch, g_rand_boolean (random) ? "a" : "", -1, "f", -1, 1, 1);
  gyre_batch_insert (batch, key, -1, 1, 1, value, -1, 1, 1);
  if (conditional)
    gyre_batch_pop_section (batch);
}

/* Two stores hear the same batches, but one of them also hears batches that are dropped. */
static void
test_rollback (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20261121);
  g_autoptr (GyreSettings) settings = gyre_settings_new ();
  g_autoptr (GyreSettings) model = gyre_settings_new ();

  for (guint round = 0; round < 60; round++)
    {
      GyreCategory category = g_rand_int_range (random, 0, GYRE_CATEGORIES);
      g_autoptr (GyreBatch) batch = gyre_batch_new (settings, category);
      g_autoptr (GyreBatch) twin = gyre_batch_new (model, category);
      g_autoptr (GyreBatch) dropped = gyre_batch_new (settings, g_rand_int_range (random, 0, GYRE_CATEGORIES));
      g_autofree char *before = describe (settings);
      g_autofree char *after = NULL;
      g_autofree char *committed = NULL;
      g_autofree char *expected = NULL;
      guint length = g_rand_int_range (random, 0, 40);
      guint32 seed = g_rand_int (random);
      g_autoptr (GRand) left = g_rand_new_with_seed (seed);
      g_autoptr (GRand) right = g_rand_new_with_seed (seed);

      for (guint index = 0; index < length; index++)
        random_insert (random, dropped);
      gyre_batch_free (g_steal_pointer (&dropped));
      after = describe (settings);
      g_assert_cmpstr (before, ==, after);

      for (guint index = 0; index < length; index++)
        {
          random_insert (left, batch);
          random_insert (right, twin);
        }
      gyre_batch_commit (batch);
      gyre_batch_commit (twin);
      committed = describe (settings);
      expected = describe (model);
      g_assert_cmpstr (committed, ==, expected);
    }
  g_assert_cmpuint (gyre_settings_get_length (settings), >, 500);
}

typedef struct
{
  char *key;
  char *value;
  GyrePriority priority;
} Said;

static void
said_clear (gpointer data)
{
  Said *said = data;

  g_free (said->key);
  g_free (said->value);
}

/* The model: a list of everything, searched from end to end. */
static GString *
model_chain (GArray *everything, const char *key)
{
  GString *text = g_string_new (NULL);
  GyrePriority below = { .category = G_MAXINT8 };

  while (TRUE)
    {
      const Said *best = NULL;

      for (guint index = 0; index < everything->len; index++)
        {
          const Said *said = &g_array_index (everything, Said, index);

          if (strcmp (said->key, key) == 0 && gyre_priority_compare (said->priority, below) < 0
              && (best == NULL || gyre_priority_compare (said->priority, best->priority) > 0))
            best = said;
        }
      if (best == NULL)
        return text;
      g_string_append_printf (text, " %s", best->value);
      below = best->priority;
    }
}

static void
note (GyreSetting *setting, gpointer data)
{
  Said said = { gyre_setting_dup_key (setting), g_strdup (gyre_setting_get_value (setting)), gyre_setting_get_priority (setting) };

  g_array_append_val ((GArray *) data, said);
}

static void
test_against_model (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1868);
  g_autoptr (GyreSettings) settings = gyre_settings_new ();
  g_autoptr (GArray) everything = g_array_new (FALSE, FALSE, sizeof (Said));

  g_array_set_clear_func (everything, said_clear);
  for (guint round = 0; round < 200; round++)
    {
      g_autoptr (GyreBatch) batch = gyre_batch_new (settings, g_rand_int_range (random, 0, GYRE_CATEGORIES));

      for (guint index = 0; index < 5; index++)
        random_insert (random, batch);
      if (round % 4 != 0)
        gyre_batch_commit (batch);
    }
  for (char letter = 'a'; letter < 'd'; letter++)
    {
      char from[] = { letter, '\0' };
      char to[] = { 'm', letter, '\0' };

      g_assert_true (gyre_settings_alias (settings, from, letter == 'c' ? "ma" : to, NULL));
    }
  gyre_settings_foreach (settings, note, everything);
  g_assert_cmpuint (everything->len, ==, 750);
  for (guint index = 0; index < everything->len; index++)
    {
      const char *key = g_array_index (everything, Said, index).key;
      g_autoptr (GString) expected = model_chain (everything, key);
      g_autoptr (GString) found = g_string_new (NULL);
      GyreSetting *setting = gyre_settings_get_strongest (settings, gyre_settings_find (settings, key));

      for (; setting != NULL; setting = gyre_setting_get_shadowed (setting))
        g_string_append_printf (found, " %s", gyre_setting_get_value (setting));
      g_assert_cmpstr (found->str, ==, expected->str);
    }
}

static void
test_through (void)
{
  g_autoptr (GyreSettings) settings = gyre_settings_new ();
  g_autoptr (GyreBatch) batch = gyre_batch_new (settings, GYRE_CATEGORY_USER);
  g_autoptr (GyreLocator) outer = gyre_locator_new_file ("outer.cfg", 1, 1);
  static const char * const expected[] = { "inner.cfg:3:5, through outer.cfg:1:1", "outer.cfg:4:5" };
  GyreSetting *inserted[2];

  gyre_batch_set_through (batch, outer);
  gyre_batch_set_source (batch, GYRE_LOCATOR_FILE, "inner.cfg", NULL);
  gyre_batch_push_section (batch, "a", -1, "f", -1, 2, 1);
  inserted[0] = gyre_batch_insert (batch, "x", -1, 3, 1, "1", -1, 3, 5);
  gyre_batch_set_through (batch, NULL);
  gyre_batch_set_source (batch, GYRE_LOCATOR_FILE, "outer.cfg", NULL);
  inserted[1] = gyre_batch_insert (batch, "y", -1, 4, 1, "2", -1, 4, 5);
  gyre_batch_commit (batch);
  for (guint index = 0; index < 2; index++)
    {
      g_autoptr (GyreLocator) locator = gyre_setting_dup_locator (inserted[index]);
      g_autofree char *text = gyre_locator_to_string (locator);

      g_assert_cmpstr (text, ==, expected[index]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/batch/unseen-before-commit", test_unseen_before_commit);
  g_test_add_func ("/store/batch/sections-prefix-keys-and-add-conditions", test_sections);
  g_test_add_func ("/store/batch/deep-conditional-sections-cost-little", test_deep_sections);
  g_test_add_func ("/store/batch/source-stays-after-commit", test_source_stays);
  g_test_add_func ("/store/batch/alias-made-before-commit-is-followed", test_alias_before_commit);
  g_test_add_func ("/store/batch/dropped-batches-leave-no-trace", test_rollback);
  g_test_add_func ("/store/batch/random-batches-agree-with-a-simple-model", test_against_model);
  g_test_add_func ("/store/batch/included-setting-tells-what-included-it", test_through);
  return g_test_run ();
}
