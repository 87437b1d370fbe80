/* test-settings.c: The tree of everything that was said
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <gyre.h>

#include <stdlib.h>
#include <string.h>

static GyreSetting *
say (GyreSettings *settings, GyreCategory category, const char *key, const char *value)
{
  return gyre_settings_insert (settings, category, key, value, NULL);
}

/* Says something that holds while the instance `name` is of the family. */
static GyreSetting *
say_if (GyreSettings *settings, const char *name, const char *family, const char *key, const char *value)
{
  g_autoptr (GyreBatch) batch = gyre_batch_new (settings, GYRE_CATEGORY_USER);
  GyreSetting *setting;

  gyre_batch_push_section (batch, name, -1, family, -1, 1, 1);
  setting = gyre_batch_insert (batch, key, -1, 2, 3, value, -1, 2, 9);
  gyre_batch_commit (batch);
  return setting;
}

static const char *
get (GyreSettings *settings, const char *key)
{
  GyreSetting *winner = gyre_settings_get_winner (settings, gyre_settings_find (settings, key));

  return winner != NULL ? gyre_setting_get_value (winner) : NULL;
}

/* All values of a key, strongest first. */
static char *
get_chain (GyreSettings *settings, const char *key)
{
  GString *text = g_string_new (NULL);
  GyreSetting *setting = gyre_settings_get_strongest (settings, gyre_settings_find (settings, key));

  for (; setting != NULL; setting = gyre_setting_get_shadowed (setting))
    g_string_append_printf (text, " %s", gyre_setting_get_value (setting));
  return g_string_free (text, FALSE);
}

static void
assert_chain (GyreSettings *settings, const char *key, const char *expected)
{
  g_autofree char *chain = get_chain (settings, key);

  g_assert_cmpstr (chain, ==, expected);
}

static void
test_first_insertion (void)
{
  g_autoptr (GyreSettings) settings = gyre_settings_new ();
  GyreSetting *setting = say (settings, GYRE_CATEGORY_USER, "a.b", "1");

  g_assert_cmpstr (get (settings, "a.b"), ==, "1");
  g_assert_null (get (settings, "a"));
  g_assert_cmpint (gyre_setting_get_category (setting), ==, GYRE_CATEGORY_USER);
  g_assert_cmpuint (gyre_setting_get_rank (setting), ==, 1);
  g_assert_null (gyre_setting_get_shadowed (setting));
}

static void
test_default_after_setting (void)
{
  g_autoptr (GyreSettings) settings = gyre_settings_new ();

  say (settings, GYRE_CATEGORY_USER, "a.b", "early");
  say (settings, GYRE_CATEGORY_DEFAULTS, "a.b", "default");
  g_assert_cmpstr (get (settings, "a.b"), ==, "early");
  assert_chain (settings, "a.b", " early default");
}

static void
test_stronger_replaces (void)
{
  g_autoptr (GyreSettings) settings = gyre_settings_new ();

  for (int category = 0; category < GYRE_CATEGORIES; category++)
    {
      say (settings, category, "up", gyre_category_get_name (category));
      say (settings, GYRE_CATEGORIES - 1 - category, "down", gyre_category_get_name (GYRE_CATEGORIES - 1 - category));
      g_assert_cmpstr (get (settings, "up"), ==, gyre_category_get_name (category));
      g_assert_cmpstr (get (settings, "down"), ==, "framework");
    }
}

static void
test_later_wins_and_loser_stays (void)
{
  g_autoptr (GyreSettings) settings = gyre_settings_new ();

  say (settings, GYRE_CATEGORY_USER, "a", "u1");
  say (settings, GYRE_CATEGORY_COMMAND, "a", "c1");
  say (settings, GYRE_CATEGORY_USER, "a", "u2");
  say (settings, GYRE_CATEGORY_PACKAGE, "a", "p1");
  say (settings, GYRE_CATEGORY_COMMAND, "a", "c2");
  say (settings, GYRE_CATEGORY_USER, "a", "u3");
  assert_chain (settings, "a", " c2 c1 u3 u2 u1 p1");
}

static void
test_conditional_in_chain (void)
{
  g_autoptr (GyreSettings) settings = gyre_settings_new ();

  say_if (settings, "mc", "gauss.mc", "samples", "if1");
  say (settings, GYRE_CATEGORY_USER, "mc.samples", "u1");
  say_if (settings, "mc", "gauss.mc", "samples", "if2");
  say (settings, GYRE_CATEGORY_COMMAND, "mc.samples", "c1");
  assert_chain (settings, "mc.samples", " c1 if2 if1 u1");
}

static gboolean
judge (const char *name, const char *family, gpointer data)
{
  GPtrArray *asked = data;

  g_ptr_array_add (asked, g_strdup (name));
  return strcmp (family, "yes") == 0;
}

static void
test_choose (void)
{
  g_autoptr (GyreSettings) settings = gyre_settings_new ();
  g_autoptr (GPtrArray) asked = g_ptr_array_new_with_free_func (g_free);
  GyreSetting *plain = say (settings, GYRE_CATEGORY_USER, "mc.samples", "plain");
  GyreSetting *yes = say_if (settings, "mc", "yes", "samples", "yes");
  guint node = gyre_settings_find (settings, "mc.samples");

  say_if (settings, "mc", "no", "samples", "no");
  g_assert_true (gyre_settings_choose (settings, node, judge, asked) == yes);
  g_assert_cmpuint (asked->len, ==, 2);
  g_assert_cmpstr (asked->pdata[0], ==, "mc");
  g_assert_true (gyre_settings_get_winner (settings, node) == plain);
}

static void
test_all_conditions_hold (void)
{
  g_autoptr (GyreSettings) settings = gyre_settings_new ();
  g_autoptr (GPtrArray) asked = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GyreBatch) batch = gyre_batch_new (settings, GYRE_CATEGORY_USER);
  static const char *const outer[] = { "yes", "no", "yes" };
  static const char *const inner[] = { "no", "yes", "yes" };

  for (guint index = 0; index < 3; index++)
    {
      char value[] = { '0' + index, '\0' };
      GyreSetting *chosen;

      gyre_batch_push_section (batch, "mc", -1, outer[index], -1, 1, 1);
      gyre_batch_push_section (batch, "box", -1, inner[index], -1, 2, 3);
      gyre_batch_insert (batch, "size", -1, 3, 5, value, -1, 3, 9);
      gyre_batch_commit (batch);
      chosen = gyre_settings_choose (settings, gyre_settings_find (settings, "mc.box.size"), judge, asked);
      g_assert_cmpstr (chosen != NULL ? gyre_setting_get_value (chosen) : NULL, ==, index == 2 ? "2" : NULL);
    }
}

static void
collect (GyreSetting *setting, gpointer data)
{
  g_string_append_printf (data, " %s", gyre_setting_get_value (setting));
}

static void
test_conditional_of_component (void)
{
  g_autoptr (GyreSettings) settings = gyre_settings_new ();
  g_autoptr (GString) text = g_string_new (NULL);

  say_if (settings, "mc", "f", "samples", "s1");
  say_if (settings, "mc", "f", "box.size", "deep");
  say_if (settings, "mc", "g", "mesh", "m1");
  say_if (settings, "mc", "g", "samples", "s2");
  say (settings, GYRE_CATEGORY_USER, "mc.samples", "plain");
  gyre_settings_foreach_conditional (settings, gyre_settings_find (settings, "mc"), collect, text);
  g_assert_cmpstr (text->str, ==, " s2 s1 m1");
  g_string_truncate (text, 0);
  gyre_settings_foreach_conditional (settings, gyre_settings_find (settings, "mc.box"), collect, text);
  g_assert_cmpstr (text->str, ==, " deep");
}

static void
collect_node (GyreSettings *settings, guint node, const char *fragment, GyreSetting *winner, gpointer data)
{
  g_autofree char *name = gyre_settings_dup_name (settings, node);

  g_assert_true (g_str_has_suffix (name, fragment));
  g_string_append_printf (data, " %s=%s", name, winner != NULL ? gyre_setting_get_value (winner) : "?");
}

static void
fill (GyreSettings *settings)
{
  say (settings, GYRE_CATEGORY_USER, "b.y.deep", "1");
  say (settings, GYRE_CATEGORY_USER, "a", "2");
  say (settings, GYRE_CATEGORY_USER, "b", "3");
  say (settings, GYRE_CATEGORY_USER, "b.x", "4");
  say_if (settings, "b", "f", "z", "5");
}

static void
test_children_in_order (void)
{
  g_autoptr (GyreSettings) settings = gyre_settings_new ();
  g_autoptr (GString) text = g_string_new (NULL);

  fill (settings);
  gyre_settings_foreach_child (settings, gyre_settings_find (settings, "b"), collect_node, text);
  g_assert_cmpstr (text->str, ==, " b.y=? b.x=4 b.z=?");
}

static void
test_dump_order (void)
{
  g_autoptr (GyreSettings) settings = gyre_settings_new ();
  g_autoptr (GString) text = g_string_new (NULL);

  fill (settings);
  gyre_settings_foreach_node (settings, GYRE_SETTINGS_ROOT, collect_node, text);
  g_assert_cmpstr (text->str, ==, " b=3 b.y.deep=1 b.x=4 b.z=? a=2");
  g_string_truncate (text, 0);
  gyre_settings_foreach_node (settings, gyre_settings_find (settings, "b.y"), collect_node, text);
  g_assert_cmpstr (text->str, ==, " b.y.deep=1");
}

static void
test_insertion_order (void)
{
  g_autoptr (GyreSettings) settings = gyre_settings_new ();
  g_autoptr (GString) text = g_string_new (NULL);

  fill (settings);
  gyre_settings_foreach (settings, collect, text);
  g_assert_cmpstr (text->str, ==, " 1 2 3 4 5");
  g_assert_cmpuint (gyre_settings_get_length (settings), ==, 5);
}

static void
test_unused (void)
{
  g_autoptr (GyreSettings) settings = gyre_settings_new ();
  g_autoptr (GString) text = g_string_new (NULL);

  fill (settings);
  gyre_setting_mark_used (gyre_settings_get_winner (settings, gyre_settings_find (settings, "b.x")));
  gyre_setting_mark_used (gyre_settings_get_winner (settings, gyre_settings_find (settings, "a")));
  gyre_settings_foreach_unused (settings, collect, text);
  g_assert_cmpstr (text->str, ==, " 1 3 5");
}

static void
insert_more (GyreSetting *setting, gpointer data)
{
  g_autofree char *key = g_strdup_printf ("new.%s", gyre_setting_get_value (setting));

  say (data, GYRE_CATEGORY_USER, key, "more");
}

static void
test_callbacks_may_change (void)
{
  g_autoptr (GyreSettings) settings = gyre_settings_new ();

  fill (settings);
  gyre_settings_foreach (settings, insert_more, settings);
  g_assert_cmpuint (gyre_settings_get_length (settings), ==, 10);
  g_assert_cmpstr (get (settings, "new.5"), ==, "more");
}

static void
test_find (void)
{
  g_autoptr (GyreSettings) settings = gyre_settings_new ();
  guint ball;

  say (settings, GYRE_CATEGORY_USER, "gauss.ball.radius", "1");
  ball = gyre_settings_find (settings, "gauss.ball");
  g_assert_cmpuint (ball, !=, GYRE_SETTINGS_NOWHERE);
  g_assert_cmpuint (gyre_settings_find_child (settings, ball, "radius"), ==, gyre_settings_find (settings, "gauss.ball.radius"));
  g_assert_cmpuint (gyre_settings_get_parent (settings, ball), ==, gyre_settings_find (settings, "gauss"));
  g_assert_cmpuint (gyre_settings_get_parent (settings, GYRE_SETTINGS_ROOT), ==, GYRE_SETTINGS_NOWHERE);
  g_assert_cmpuint (gyre_settings_find (settings, "gauss.bal"), ==, GYRE_SETTINGS_NOWHERE);
  g_assert_cmpuint (gyre_settings_find (settings, "ball"), ==, GYRE_SETTINGS_NOWHERE);
  g_assert_cmpuint (gyre_settings_find_child (settings, GYRE_SETTINGS_NOWHERE, "gauss"), ==, GYRE_SETTINGS_NOWHERE);
  g_assert_cmpuint (gyre_settings_find_child (settings, G_MAXUINT, "gauss"), ==, GYRE_SETTINGS_NOWHERE);
  g_assert_null (gyre_settings_get_winner (settings, GYRE_SETTINGS_NOWHERE));
}

static void
test_suggest (void)
{
  g_autoptr (GyreSettings) settings = gyre_settings_new ();
  g_autofree char *near = NULL;
  g_autofree char *far = NULL;

  say (settings, GYRE_CATEGORY_USER, "ball.radius", "1");
  say (settings, GYRE_CATEGORY_USER, "ball.center", "1");
  near = gyre_settings_suggest_child (settings, gyre_settings_find (settings, "ball"), "raduis");
  far = gyre_settings_suggest_child (settings, gyre_settings_find (settings, "ball"), "xyzzy");
  g_assert_cmpstr (near, ==, "did you mean 'radius'?");
  g_assert_null (far);
}

static void
test_next_priority (void)
{
  g_autoptr (GyreSettings) settings = gyre_settings_new ();
  GyrePriority taken;
  GyreSetting *later;

  say (settings, GYRE_CATEGORY_EXPLICIT, "a", "1");
  taken = gyre_settings_next_priority (settings, GYRE_CATEGORY_EXPLICIT);
  later = say (settings, GYRE_CATEGORY_EXPLICIT, "a", "2");
  g_assert_cmpuint (taken.rank, ==, 2);
  g_assert_cmpint (gyre_priority_compare (gyre_setting_get_priority (later), taken), >, 0);
}

static void
alias (GyreSettings *settings, const char *name, const char *target)
{
  g_autoptr (GError) error = NULL;

  gyre_settings_alias (settings, name, target, &error);
  g_assert_no_error (error);
}

static void
test_alias_of_unknown (void)
{
  g_autoptr (GyreSettings) settings = gyre_settings_new ();

  alias (settings, "ball.r", "ball.radius");
  g_assert_cmpuint (gyre_settings_find (settings, "ball"), ==, GYRE_SETTINGS_NOWHERE);
  say (settings, GYRE_CATEGORY_USER, "ball.r", "1");
  g_assert_cmpstr (get (settings, "ball.radius"), ==, "1");
  say (settings, GYRE_CATEGORY_USER, "ball.radius", "2");
  g_assert_cmpstr (get (settings, "ball.r"), ==, "2");
}

static void
test_alias_of_known (void)
{
  g_autoptr (GyreSettings) settings = gyre_settings_new ();

  say (settings, GYRE_CATEGORY_USER, "ball.radius", "1");
  alias (settings, "ball.r", "ball.radius");
  g_assert_cmpstr (get (settings, "ball.r"), ==, "1");
}

static void
test_alias_said_before (void)
{
  g_autoptr (GyreSettings) settings = gyre_settings_new ();
  g_autofree char *key = NULL;
  g_autofree char *written = NULL;
  GyreSetting *setting = say (settings, GYRE_CATEGORY_USER, "ball.r", "1");
  guint node = gyre_setting_get_node (setting);

  alias (settings, "ball.r", "ball.radius");
  key = gyre_setting_dup_key (setting);
  written = gyre_setting_dup_written_key (setting);
  g_assert_cmpstr (get (settings, "ball.radius"), ==, "1");
  g_assert_cmpstr (key, ==, "ball.radius");
  g_assert_cmpstr (written, ==, "ball.r");
  g_assert_true (gyre_settings_get_winner (settings, node) == setting);
}

static void
test_alias_weaker (void)
{
  g_autoptr (GyreSettings) settings = gyre_settings_new ();

  say (settings, GYRE_CATEGORY_USER, "ball.r", "older");
  say (settings, GYRE_CATEGORY_USER, "ball.radius", "newer");
  alias (settings, "ball.r", "ball.radius");
  assert_chain (settings, "ball.radius", " newer older");
}

static void
test_alias_stronger (void)
{
  g_autoptr (GyreSettings) settings = gyre_settings_new ();

  say (settings, GYRE_CATEGORY_COMMAND, "ball.r", "command");
  say (settings, GYRE_CATEGORY_USER, "ball.radius", "u1");
  say (settings, GYRE_CATEGORY_USER, "ball.r", "u2");
  say (settings, GYRE_CATEGORY_USER, "ball.radius", "u3");
  alias (settings, "ball.r", "ball.radius");
  assert_chain (settings, "ball.r", " command u3 u2 u1");
  say (settings, GYRE_CATEGORY_USER, "ball.r", "u4");
  assert_chain (settings, "ball.radius", " command u4 u3 u2 u1");
}

static void
test_alias_of_subtree (void)
{
  g_autoptr (GyreSettings) settings = gyre_settings_new ();
  g_autoptr (GString) text = g_string_new (NULL);

  say (settings, GYRE_CATEGORY_USER, "short.a", "1");
  say (settings, GYRE_CATEGORY_USER, "long.a", "2");
  say (settings, GYRE_CATEGORY_USER, "short.b.c", "3");
  alias (settings, "short", "long");
  gyre_settings_foreach_node (settings, GYRE_SETTINGS_ROOT, collect_node, text);
  g_assert_cmpstr (text->str, ==, " long.a=2 long.b.c=3");
  g_assert_cmpstr (get (settings, "short.b.c"), ==, "3");
  assert_chain (settings, "short.a", " 2 1");
}

static void
test_alias_refused (void)
{
  g_autoptr (GyreSettings) settings = gyre_settings_new ();
  g_autoptr (GError) within = NULL;
  g_autoptr (GError) taken = NULL;

  say (settings, GYRE_CATEGORY_USER, "a.b", "1");
  g_assert_false (gyre_settings_alias (settings, "a", "a.b", &within));
  g_assert_error (within, GYRE_NAME_ERROR, GYRE_NAME_ERROR_INVALID);
  alias (settings, "x", "a.b");
  alias (settings, "x", "a.b");
  alias (settings, "a.b", "x");
  g_assert_false (gyre_settings_alias (settings, "x", "c", &taken));
  g_assert_error (taken, GYRE_NAME_ERROR, GYRE_NAME_ERROR_TAKEN);
  g_assert_cmpstr (get (settings, "x"), ==, "1");
}

static void
test_many (void)
{
  g_autoptr (GyreSettings) settings = gyre_settings_new ();
  g_autoptr (GyreBatch) batch = gyre_batch_new (settings, GYRE_CATEGORY_USER);

  for (guint index = 0; index < 100000; index++)
    {
      char key[32], value[16];

      g_snprintf (key, sizeof key, "s%u.k%u", index / 7, index % 7);
      g_snprintf (value, sizeof value, "%u", index);
      gyre_batch_insert (batch, key, -1, index, 1, value, -1, index, 9);
    }
  gyre_batch_commit (batch);
  for (guint index = 0; index < 100000; index++)
    {
      char key[32], value[16];

      g_snprintf (key, sizeof key, "s%u.k%u", index / 7, index % 7);
      g_snprintf (value, sizeof value, "%u", index);
      g_assert_cmpstr (get (settings, key), ==, value);
    }
  g_assert_cmpuint (gyre_settings_get_length (settings), ==, 100000);
}

/* The same key said again and again in two categories by turns: each must find its place without a walk over all. */
static void
test_one_key_often (void)
{
  g_autoptr (GyreSettings) settings = gyre_settings_new ();
  guint length = 0;
  guint previous = G_MAXUINT;
  GyreSetting *setting;

  for (guint index = 0; index < 200000; index++)
    say (settings, index % 2 ? GYRE_CATEGORY_COMMAND : GYRE_CATEGORY_USER, "a", "x");
  setting = gyre_settings_get_strongest (settings, gyre_settings_find (settings, "a"));
  for (; setting != NULL; setting = gyre_setting_get_shadowed (setting), length++)
    {
      g_assert_cmpint (gyre_setting_get_category (setting), ==, length < 100000 ? GYRE_CATEGORY_COMMAND : GYRE_CATEGORY_USER);
      if (length % 100000 != 0)
        g_assert_cmpuint (gyre_setting_get_rank (setting), ==, previous - 1);
      previous = gyre_setting_get_rank (setting);
    }
  g_assert_cmpuint (length, ==, 200000);
}

static gint writer_is_done;

static gpointer
read_all_the_time (gpointer data)
{
  GyreSettings *settings = data;

  while (!g_atomic_int_get (&writer_is_done))
    {
      g_autoptr (GString) text = g_string_new (NULL);
      const char *first = get (settings, "thread.first");
      const char *last = get (settings, "thread.last");

      /* A batch is seen as a whole: what was read first is never ahead of what was read last. */
      if (first != NULL)
        g_assert_cmpint (atoi (last), >=, atoi (first));
      gyre_settings_foreach_child (settings, gyre_settings_find (settings, "thread"), collect_node, text);
      gyre_setting_mark_used (gyre_settings_insert (settings, GYRE_CATEGORY_BOOT, "thread.boot", "0", NULL));
    }
  return NULL;
}

static void
test_threads (void)
{
  g_autoptr (GyreSettings) settings = gyre_settings_new ();
  GThread *readers[4];

  g_atomic_int_set (&writer_is_done, FALSE);
  for (guint index = 0; index < G_N_ELEMENTS (readers); index++)
    readers[index] = g_thread_new ("reader", read_all_the_time, settings);
  for (guint index = 0; index < 500; index++)
    {
      g_autoptr (GyreBatch) batch = gyre_batch_new (settings, GYRE_CATEGORY_USER);
      char value[16];

      g_snprintf (value, sizeof value, "%u", index);
      gyre_batch_insert (batch, "thread.first", -1, 1, 1, value, -1, 1, 1);
      gyre_batch_insert (batch, value, -1, 1, 1, value, -1, 1, 1);
      gyre_batch_insert (batch, "thread.last", -1, 1, 1, value, -1, 1, 1);
      if (index % 3 != 2)
        gyre_batch_commit (batch);
      if (index == 250)
        alias (settings, "thread.old", "thread.first");
    }
  g_atomic_int_set (&writer_is_done, TRUE);
  for (guint index = 0; index < G_N_ELEMENTS (readers); index++)
    g_thread_join (readers[index]);
  g_assert_cmpstr (get (settings, "thread.last"), ==, "499");
  g_assert_cmpstr (get (settings, "thread.old"), ==, "499");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/settings/priority/first-insertion-makes-the-key", test_first_insertion);
  g_test_add_func ("/store/settings/priority/default-that-comes-late-changes-nothing", test_default_after_setting);
  g_test_add_func ("/store/settings/priority/stronger-category-replaces-weaker-is-kept-below", test_stronger_replaces);
  g_test_add_func ("/store/settings/priority/later-wins-in-its-category-and-nothing-is-forgotten", test_later_wins_and_loser_stays);
  g_test_add_func ("/store/settings/conditional/stands-before-unconditional-of-its-category", test_conditional_in_chain);
  g_test_add_func ("/store/settings/conditional/strongest-that-holds-is-chosen", test_choose);
  g_test_add_func ("/store/settings/conditional/all-conditions-must-hold", test_all_conditions_hold);
  g_test_add_func ("/store/settings/conditional/candidates-are-those-of-the-component", test_conditional_of_component);
  g_test_add_func ("/store/settings/walk/children-in-order-of-first-mention", test_children_in_order);
  g_test_add_func ("/store/settings/walk/dump-has-a-node-before-its-children", test_dump_order);
  g_test_add_func ("/store/settings/walk/everything-in-order-of-insertion", test_insertion_order);
  g_test_add_func ("/store/settings/walk/unused-settings-only", test_unused);
  g_test_add_func ("/store/settings/walk/callbacks-may-change-the-store", test_callbacks_may_change);
  g_test_add_func ("/store/settings/find/dotted-names-step-by-step-or-at-once", test_find);
  g_test_add_func ("/store/settings/find/near-miss-is-suggested", test_suggest);
  g_test_add_func ("/store/settings/priority/rank-taken-for-a-value-elsewhere", test_next_priority);
  g_test_add_func ("/store/settings/alias/neither-was-said", test_alias_of_unknown);
  g_test_add_func ("/store/settings/alias/name-was-said", test_alias_of_known);
  g_test_add_func ("/store/settings/alias/alias-was-said", test_alias_said_before);
  g_test_add_func ("/store/settings/alias/both-were-said-name-is-stronger", test_alias_weaker);
  g_test_add_func ("/store/settings/alias/both-were-said-alias-is-stronger", test_alias_stronger);
  g_test_add_func ("/store/settings/alias/children-are-merged-too", test_alias_of_subtree);
  g_test_add_func ("/store/settings/alias/loop-and-second-meaning-are-refused", test_alias_refused);
  g_test_add_func ("/store/settings/many/a-hundred-thousand-keys", test_many);
  g_test_add_func ("/store/settings/many/one-key-said-often-in-two-categories", test_one_key_often);
  g_test_add_func ("/store/settings/threads/four-read-while-one-writes", test_threads);
  return g_test_run ();
}
