/* test-reloader.c: Reads configuration files again when they change
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "pump-fixture.h"

#include <glib/gstdio.h>

typedef struct { GyreComponent parent_instance; int one; } TestStray;
typedef struct { GyreComponentClass parent_class; } TestStrayClass;

GYRE_DEFINE_COMPONENT (TestStray, test_stray, GYRE_TYPE_COMPONENT, GYRE_TRAITS (gyre_integer (one, 1)), GYRE_BEHAVIORS (),
  .family = "pump.stray", .untracked = TRUE)

typedef struct
{
  char *root;
  char *file;
  GyreExecutive *executive;
  TestPump *pump;
  TestPump *named;
  GyreReloader *reloader;
  GStrv pending;
  guint reloaded;
  guint refused;
} Fixture;

static char *
put (Fixture *fixture, const char *name, const char *text)
{
  char *file = g_build_filename (fixture->root, name, NULL);
  g_autofree char *folder = g_path_get_dirname (file);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (file, text, -1, NULL));
  return file;
}

static void
rewrite (Fixture *fixture, const char *text)
{
  g_assert_true (g_file_set_contents (fixture->file, text, -1, NULL));
}

static void
on_reloaded (GyreReloader *reloader, GyreReport *report, char **pending, Fixture *fixture)
{
  fixture->reloaded++;
  g_strfreev (fixture->pending);
  fixture->pending = g_strdupv (pending);
}

static void
on_refused (GyreReloader *reloader, GyreReport *report, Fixture *fixture)
{
  g_assert_cmpuint (gyre_report_get_errors (report), >, 0);
  fixture->refused++;
}

static void
watch (Fixture *fixture)
{
  fixture->reloader = gyre_reloader_new (fixture->executive);
  g_signal_connect (fixture->reloader, "reloaded", G_CALLBACK (on_reloaded), fixture);
  g_signal_connect (fixture->reloader, "refused", G_CALLBACK (on_refused), fixture);
}

static void
start (Fixture *fixture, const char *text)
{
  g_autoptr (GError) error = NULL;

  rewrite (fixture, text);
  gyre_executive_load (fixture->executive, fixture->file, GYRE_CATEGORY_USER, NULL, &error);
  g_assert_no_error (error);
  watch (fixture);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->root = g_dir_make_tmp ("gyre-reloader-XXXXXX", NULL);
  fixture->file = g_build_filename (fixture->root, "main.pfg", NULL);
  fixture->executive = gyre_executive_new ();
  gyre_executive_take_search_path (fixture->executive, gyre_search_path_new_empty ());
  gyre_executive_push (fixture->executive);
  fixture->pump = (TestPump *) gyre_component_new (test_pump_get_type (), NULL, NULL, NULL);
  fixture->named = (TestPump *) gyre_component_new (test_pump_get_type (), "cellar", NULL, NULL);
}

static void
remove_tree (const char *path)
{
  GDir *folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);

      remove_tree (inner);
    }
  g_clear_pointer (&folder, g_dir_close);
  g_remove (path);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->reloader);
  g_strfreev (fixture->pending);
  g_object_unref (fixture->pump);
  g_object_unref (fixture->named);
  gyre_executive_pop (fixture->executive);
  g_object_unref (fixture->executive);
  remove_tree (fixture->root);
  g_free (fixture->root);
  g_free (fixture->file);
}

static void
test_changed (Fixture *fixture, gconstpointer data)
{
  start (fixture, "pump.water.one = 10\n" "cellar.two = 20\n");
  rewrite (fixture, "\n" "pump.water.one = 11\n" "cellar.two = 21\n");
  g_assert_true (gyre_reloader_look (fixture->reloader));
  g_assert_cmpint (fixture->pump->one, ==, 11);
  g_assert_cmpint (fixture->named->one, ==, 11);
  g_assert_cmpint (fixture->named->two, ==, 21);
  g_assert_cmpint (fixture->pump->two, ==, 2);
  g_assert_cmpuint (fixture->reloaded, ==, 1);
}

static void
test_removed (Fixture *fixture, gconstpointer data)
{
  start (fixture, "pump.water.one = 10\n" "pump.water.two = 12\n" "cellar.two = 20\n");
  rewrite (fixture, "\n" "pump.water.two = 12\n");
  g_assert_true (gyre_reloader_look (fixture->reloader));
  g_assert_cmpint (fixture->pump->one, ==, 1);
  g_assert_cmpint (fixture->named->one, ==, 1);
  g_assert_cmpint (fixture->named->two, ==, 12);
  rewrite (fixture, "pump.water.one = 5\n");
  g_assert_true (gyre_reloader_look (fixture->reloader));
  g_assert_cmpint (fixture->named->one, ==, 5);
  g_assert_cmpint (fixture->named->two, ==, 2);
  g_assert_cmpint (fixture->pump->two, ==, 2);
}

static void
test_code_stays (Fixture *fixture, gconstpointer data)
{
  start (fixture, "pump.water.one = 10\n");
  g_assert_true (test_pump_set_one (fixture->pump, 50, NULL));
  rewrite (fixture, "pump.water.one = 11\n");
  g_assert_true (gyre_reloader_look (fixture->reloader));
  g_assert_cmpint (fixture->pump->one, ==, 50);
  g_assert_cmpint (fixture->named->one, ==, 11);
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  start (fixture, "pump.water.one = 10\n");
  rewrite (fixture, "pump.water.two = 7\n" "pump.water.one = 100\n");
  g_assert_false (gyre_reloader_look (fixture->reloader));
  g_assert_false (gyre_reloader_look (fixture->reloader));
  g_assert_cmpuint (fixture->refused, ==, 1);
  g_assert_cmpuint (fixture->reloaded, ==, 0);
  g_assert_cmpint (fixture->pump->one, ==, 10);
  g_assert_cmpint (fixture->pump->two, ==, 2);
  rewrite (fixture, "pump.water.one = 99\n");
  g_assert_true (gyre_reloader_look (fixture->reloader));
  g_assert_cmpint (fixture->pump->one, ==, 99);
}

static void
test_missing (Fixture *fixture, gconstpointer data)
{
  start (fixture, "pump.water.one = 10\n");
  g_assert_cmpint (g_unlink (fixture->file), ==, 0);
  g_assert_false (gyre_reloader_look (fixture->reloader));
  g_assert_cmpuint (fixture->refused, ==, 1);
  g_assert_cmpint (fixture->pump->one, ==, 10);
}

static void
discover_on (Fixture *fixture, GyreSearchPath *path)
{
  g_autofree char *base = put (fixture, "pump.pfg", "pump.water.one = 10\n");
  g_autoptr (GError) error = NULL;

  gyre_search_path_add_folder (path, fixture->root, GYRE_CATEGORY_PERSISTENT);
  gyre_executive_take_search_path (fixture->executive, path);
  gyre_executive_discover (fixture->executive, "pump", NULL, &error);
  g_assert_no_error (error);
  watch (fixture);
}

static void
discover (Fixture *fixture)
{
  discover_on (fixture, gyre_search_path_new_empty ());
}

static void
test_drop_in (Fixture *fixture, gconstpointer data)
{
  g_autofree char *drop_in = NULL;

  discover (fixture);
  drop_in = put (fixture, "pump.d/50-more.pfg", "pump.water.one = 30\n");
  g_assert_true (gyre_reloader_look (fixture->reloader));
  g_assert_cmpint (fixture->pump->one, ==, 30);
  g_assert_cmpint (g_unlink (drop_in), ==, 0);
  g_assert_true (gyre_reloader_look (fixture->reloader));
  g_assert_cmpint (fixture->pump->one, ==, 10);
}

static void
test_restart (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GyreComponent) fresh = NULL;

  start (fixture, "pump.water.late = 10\n");
  rewrite (fixture, "pump.water.late = 11\n" "pump.water.one = 4\n");
  g_assert_true (gyre_reloader_look (fixture->reloader));
  g_assert_cmpint (fixture->pump->late, ==, 10);
  g_assert_cmpint (fixture->pump->one, ==, 4);
  g_assert_cmpuint (g_strv_length (fixture->pending), ==, 1);
  g_assert_cmpstr (fixture->pending[0], ==, "pump.water.late");
  fresh = gyre_component_new (test_pump_get_type (), NULL, NULL, NULL);
  g_assert_cmpint (((TestPump *) fresh)->late, ==, 11);
  /* What only stands on another line waits for nothing. */
  rewrite (fixture, "\n" "pump.water.late = 11\n" "pump.water.one = 4\n");
  g_assert_true (gyre_reloader_look (fixture->reloader));
  g_assert_cmpuint (g_strv_length (fixture->pending), ==, 0);
}

static void
test_identical (Fixture *fixture, gconstpointer data)
{
  start (fixture, "pump.water.one = 10\n");
  rewrite (fixture, "pump.water.one = 10\n");
  g_assert_false (gyre_reloader_look (fixture->reloader));
  g_assert_cmpuint (fixture->reloaded, ==, 0);
  g_assert_true (gyre_executive_reload (fixture->executive, NULL, NULL, NULL));
  g_assert_cmpint (fixture->pump->one, ==, 10);
}

/* A file keeps its place among others of the same priority. */
static void
test_order (Fixture *fixture, gconstpointer data)
{
  g_autofree char *later = put (fixture, "later.pfg", "pump.water.two = 8\n");
  g_autoptr (GError) error = NULL;

  start (fixture, "");
  gyre_executive_load (fixture->executive, later, GYRE_CATEGORY_USER, NULL, &error);
  g_assert_no_error (error);
  rewrite (fixture, "pump.water.two = 7\n" "pump.water.one = 6\n");
  g_assert_true (gyre_reloader_look (fixture->reloader));
  g_assert_cmpint (fixture->pump->two, ==, 8);
  g_assert_cmpint (fixture->pump->one, ==, 6);
}

static void
wait_for (Fixture *fixture, guint reloaded)
{
  while (fixture->reloaded < reloaded)
    g_main_context_iteration (NULL, TRUE);
}

/* The main context hears of the change by itself. */
static void
test_watched (Fixture *fixture, gconstpointer data)
{
  start (fixture, "pump.water.one = 10\n");
  gyre_reloader_set_delay (fixture->reloader, 1);
  rewrite (fixture, "pump.water.one = 12\n");
  wait_for (fixture, 1);
  g_assert_cmpint (fixture->pump->one, ==, 12);
}

static void
test_watched_drop_in (Fixture *fixture, gconstpointer data)
{
  g_autofree char *drop_in = NULL;
  g_autofree char *again = NULL;

  discover (fixture);
  gyre_reloader_set_delay (fixture->reloader, 1);
  drop_in = put (fixture, "pump.d/50-more.pfg", "pump.water.one = 30\n");
  wait_for (fixture, 1);
  g_assert_cmpint (fixture->pump->one, ==, 30);
  again = put (fixture, "pump.d/50-more.pfg", "pump.water.one = 31\n");
  wait_for (fixture, 2);
  g_assert_cmpint (fixture->pump->one, ==, 31);
}

static void
assert_text (gpointer component, const char *trait, const char *expected)
{
  g_autofree char *text = gyre_component_dup_text (component, trait, NULL);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_operators (Fixture *fixture, gconstpointer data)
{
  start (fixture, "pump.water.numbers += 3\n" "cellar.numbers ^= 0\n" "cellar.numbers += 9\n");
  assert_text (fixture->pump, "numbers", "(1, 2, 3)");
  assert_text (fixture->named, "numbers", "(0, 1, 2, 3, 9)");
  rewrite (fixture, "pump.water.numbers += 4\n" "cellar.numbers -= 2\n" "cellar.numbers += 9\n");
  g_assert_true (gyre_reloader_look (fixture->reloader));
  assert_text (fixture->pump, "numbers", "(1, 2, 4)");
  assert_text (fixture->named, "numbers", "(1, 4, 9)");
  rewrite (fixture, "cellar.numbers += 9\n");
  g_assert_true (gyre_reloader_look (fixture->reloader));
  assert_text (fixture->pump, "numbers", "(1, 2)");
  assert_text (fixture->named, "numbers", "(1, 2, 9)");
  rewrite (fixture, "\n");
  g_assert_true (gyre_reloader_look (fixture->reloader));
  assert_text (fixture->named, "numbers", "(1, 2)");
}

static void
test_entries (Fixture *fixture, gconstpointer data)
{
  start (fixture, "pump.water.table.b = 2\n" "cellar.table.c = 3\n");
  assert_text (fixture->pump, "table", "(a: 1, b: 2)");
  assert_text (fixture->named, "table", "(a: 1, b: 2, c: 3)");
  rewrite (fixture, "pump.water.table.b = 5\n" "cellar.table -= a\n");
  g_assert_true (gyre_reloader_look (fixture->reloader));
  assert_text (fixture->pump, "table", "(a: 1, b: 5)");
  assert_text (fixture->named, "table", "(b: 5)");
  rewrite (fixture, "\n");
  g_assert_true (gyre_reloader_look (fixture->reloader));
  assert_text (fixture->pump, "table", "(a: 1)");
  assert_text (fixture->named, "table", "(a: 1)");
}

static void
test_references (Fixture *fixture, gconstpointer data)
{
  start (fixture, "cellar.two = 20\n" "pump.water.one = {cellar.two} + 1\n");
  g_assert_cmpint (fixture->pump->one, ==, 21);
  rewrite (fixture, "cellar.two = 30\n" "pump.water.one = {cellar.two} * 2\n");
  g_assert_true (gyre_reloader_look (fixture->reloader));
  g_assert_cmpint (fixture->pump->one, ==, 60);
  rewrite (fixture, "cellar.two = 40\n" "pump.water.one = {cellar.two} * 2\n");
  g_assert_true (gyre_reloader_look (fixture->reloader));
  g_assert_cmpint (fixture->pump->one, ==, 80);
  rewrite (fixture, "cellar.two = 40\n" "pump.water.one = {cellar.two} +\n");
  g_assert_false (gyre_reloader_look (fixture->reloader));
  g_assert_cmpint (fixture->pump->one, ==, 80);
  rewrite (fixture, "cellar.two = 40\n" "pump.water.one = 7\n");
  g_assert_true (gyre_reloader_look (fixture->reloader));
  g_assert_cmpint (fixture->pump->one, ==, 7);
  g_assert_true (test_pump_set_two (fixture->named, 50, NULL));
  g_assert_cmpint (fixture->pump->one, ==, 7);
}

static void
test_include (Fixture *fixture, gconstpointer data)
{
  g_autofree char *inner = put (fixture, "inner.pfg", "pump.water.one = 20\n");
  g_autofree char *other = NULL;

  start (fixture, "pump.water.one = 10\n" "@include = inner.pfg\n" "@include = ?other.pfg\n");
  g_assert_cmpint (fixture->pump->one, ==, 20);
  g_assert_true (g_file_set_contents (inner, "pump.water.one = 21\n", -1, NULL));
  g_assert_true (gyre_reloader_look (fixture->reloader));
  g_assert_cmpint (fixture->pump->one, ==, 21);
  other = put (fixture, "other.pfg", "pump.water.one = 33\n");
  g_assert_true (gyre_executive_reload (fixture->executive, NULL, NULL, NULL));
  g_assert_cmpint (fixture->pump->one, ==, 33);
  g_assert_cmpint (g_unlink (other), ==, 0);
  g_assert_true (gyre_reloader_look (fixture->reloader));
  g_assert_cmpint (fixture->pump->one, ==, 21);
  g_assert_true (g_file_set_contents (inner, "pump.water.one = x\n", -1, NULL));
  g_assert_false (gyre_reloader_look (fixture->reloader));
  g_assert_cmpuint (fixture->refused, ==, 1);
  g_assert_cmpint (fixture->pump->one, ==, 21);
  rewrite (fixture, "pump.water.one = 10\n");
  g_assert_true (gyre_reloader_look (fixture->reloader));
  g_assert_cmpint (fixture->pump->one, ==, 10);
}

static void
test_variant (Fixture *fixture, gconstpointer data)
{
  g_autofree char *host = put (fixture, "pump/hosts/node7.pfg", "pump.water.one = 30\n" "cellar.two = 5\n");
  g_autofree char *user = put (fixture, "pump/users/ada@node7.pfg", "pump.water.one = 40\n");
  GyreSearchPath *path = gyre_search_path_new_empty ();

  gyre_search_path_set_host (path, "node7");
  gyre_search_path_set_user (path, "ada");
  discover_on (fixture, path);
  g_assert_cmpint (fixture->pump->one, ==, 40);
  g_assert_cmpint (fixture->named->two, ==, 5);
  g_assert_cmpint (g_unlink (user), ==, 0);
  g_assert_true (gyre_reloader_look (fixture->reloader));
  g_assert_cmpint (fixture->pump->one, ==, 30);
  g_assert_cmpint (g_unlink (host), ==, 0);
  g_assert_true (gyre_reloader_look (fixture->reloader));
  g_assert_cmpint (fixture->pump->one, ==, 10);
  g_assert_cmpint (fixture->named->two, ==, 2);
}

/* Without an extent there are only names to find instances by. */
static void
test_untracked (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GyreComponent) stray = gyre_component_new (test_stray_get_type (), "wanderer", NULL, NULL);

  start (fixture, "pump.stray.one = 5\n" "wanderer.one = 10\n");
  g_assert_cmpint (((TestStray *) stray)->one, ==, 10);
  rewrite (fixture, "pump.stray.one = 5\n" "wanderer.one = 11\n");
  g_assert_true (gyre_reloader_look (fixture->reloader));
  g_assert_cmpint (((TestStray *) stray)->one, ==, 11);
  rewrite (fixture, "pump.stray.one = 5\n");
  g_assert_true (gyre_reloader_look (fixture->reloader));
  g_assert_cmpint (((TestStray *) stray)->one, ==, 5);
  rewrite (fixture, "pump.stray.one = 6\n");
  g_assert_true (gyre_reloader_look (fixture->reloader));
  g_assert_cmpint (((TestStray *) stray)->one, ==, 5);
}

static void
test_conditional (Fixture *fixture, gconstpointer data)
{
  start (fixture, "cellar.one = 5\n" "pump.water # cellar:\n    one = 6\n    numbers += 7\n");
  g_assert_cmpint (fixture->named->one, ==, 6);
  assert_text (fixture->named, "numbers", "(1, 2, 7)");
  rewrite (fixture, "cellar.one = 5\n" "pump.other # cellar:\n    one = 6\n    numbers += 7\n");
  g_assert_true (gyre_reloader_look (fixture->reloader));
  g_assert_cmpint (fixture->named->one, ==, 5);
  assert_text (fixture->named, "numbers", "(1, 2)");
  rewrite (fixture, "pump.water # cellar:\n    one = 8\n");
  g_assert_true (gyre_reloader_look (fixture->reloader));
  g_assert_cmpint (fixture->named->one, ==, 8);
  rewrite (fixture, "\n");
  g_assert_true (gyre_reloader_look (fixture->reloader));
  g_assert_cmpint (fixture->named->one, ==, 1);
}

/* Two files, an included one and a drop-in change at random: a reload gives what a new program would have, or changes nothing. */
static void
write_files (Fixture *fixture, GRand *random)
{
  static const char * const names[] = { "main.pfg", "inner.pfg", "pump.pfg", "pump.d/50-more.pfg" };
  guint chosen = g_rand_int_range (random, 0, G_N_ELEMENTS (names));

  for (guint index = 0; index < G_N_ELEMENTS (names); index++)
    if (index == chosen || g_rand_int_range (random, 0, 3) == 0)
      {
        g_autofree char *text = write_randomly (random);
        g_autofree char *whole = g_strconcat (index == 0 ? "@include = ?inner.pfg\n" : "", text, NULL);
        g_autofree char *file = put (fixture, names[index], whole);

        if (index > 0 && g_rand_int_range (random, 0, 5) == 0)
          g_unlink (file);
      }
}

static gboolean
ignore (const char *domain, GLogLevelFlags level, const char *message, gpointer data)
{
  return (level & G_LOG_LEVEL_MASK) != G_LOG_LEVEL_WARNING;
}

static void
be_silent (const char *domain, GLogLevelFlags level, const char *message, gpointer data)
{
}

static guint
compare_randomly (Fixture *fixture, GRand *random, guint seed)
{
  Program living = { NULL };
  guint refused = 0;

  write_files (fixture, random);
  while (!program_start (&living, fixture->root, fixture->file))
    {
      program_end (&living);
      write_files (fixture, random);
    }
  for (guint round = 0; round < 12; round++)
    {
      Program fresh = { NULL };
      g_autofree char *before = program_describe (&living);
      g_autofree char *after = NULL;
      g_autofree char *expected = NULL;
      gboolean is_good;

      write_files (fixture, random);
      is_good = gyre_executive_reload (living.executive, NULL, NULL, NULL);
      refused += !is_good;
      after = program_describe (&living);
      if (is_good && program_start (&fresh, fixture->root, fixture->file))
        expected = program_describe (&fresh);
      program_end (&fresh);
      if (g_strcmp0 (after, is_good ? expected : before) != 0)
        {
          g_test_message ("seed %u, round %u", seed, round);
          g_assert_cmpstr (after, ==, is_good ? expected : before);
        }
    }
  program_end (&living);
  return refused;
}

static void
test_random (Fixture *fixture, gconstpointer data)
{
  guint handler = g_log_set_handler ("Gyre", G_LOG_LEVEL_WARNING | G_LOG_FLAG_FATAL, be_silent, NULL);
  guint refused = 0;

  g_test_log_set_fatal_handler (ignore, NULL);
  for (guint seed = 0; seed < 30; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);

      refused += compare_randomly (fixture, random, seed);
    }
  g_assert_cmpuint (refused, <, 180);
  g_log_remove_handler ("Gyre", handler);
}

#define add(path, test) g_test_add ("/executive/reloader/" path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("changed-value-reaches-living-instances", test_changed);
  add ("removed-line-takes-back-its-value", test_removed);
  add ("value-of-code-stays", test_code_stays);
  add ("mistakes-change-nothing-and-are-told-once", test_refused);
  add ("missing-file-is-a-mistake", test_missing);
  add ("new-drop-in-counts-until-it-goes", test_drop_in);
  add ("restart-trait-is-pending", test_restart);
  add ("identical-file-does-nothing", test_identical);
  add ("file-keeps-its-place", test_order);
  add ("folder-is-watched", test_watched);
  add ("folder-of-drop-ins-is-watched-when-it-appears", test_watched_drop_in);
  add ("lists-that-several-lines-make-are-made-anew", test_operators);
  add ("entries-of-mappings-come-change-and-go", test_entries);
  add ("references-are-followed-anew-or-no-more", test_references);
  add ("included-files-change-appear-and-go", test_include);
  add ("variant-that-goes-gives-way-to-what-it-hid", test_variant);
  add ("untracked-instances-are-reached-by-their-names-only", test_untracked);
  add ("conditional-sections-come-and-go", test_conditional);
  add ("random-reloads-give-what-a-new-start-would-give", test_random);
  return g_test_run ();
}
