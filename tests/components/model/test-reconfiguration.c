/* test-reconfiguration.c: Settings that arrive when classes and instances are there already
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "model-fixtures.h"

#include "gyre-executive-private.h"
#include "gyre-settings-private.h"

#include <glib/gstdio.h>
#include <malloc.h>

typedef struct { GyreComponent parent_instance; int one, two, three; } TestReach;
typedef struct { GyreComponentClass parent_class; } TestReachClass;
typedef struct { TestReach parent_instance; } TestLeaf;
typedef struct { TestReachClass parent_class; } TestLeafClass;
typedef struct { TestReach parent_instance; int two; } TestNarrow;
typedef struct { TestReachClass parent_class; } TestNarrowClass;
typedef struct { GyreComponent parent_instance; int one, two, three; } TestElse;
typedef struct { GyreComponentClass parent_class; } TestElseClass;

#define TRAITS_OF_REACH GYRE_TRAITS ( \
  gyre_integer (one, 1, .aliases = "uno"), \
  gyre_integer (two, 2), \
  gyre_integer (three, 3))

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestReach, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestLeaf, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestNarrow, g_object_unref)

GYRE_DEFINE_COMPONENT (TestReach, test_reach, GYRE_TYPE_COMPONENT, TRAITS_OF_REACH, GYRE_BEHAVIORS (), .family = "test.reach")
GYRE_DEFINE_COMPONENT (TestLeaf, test_leaf, test_reach_get_type (), GYRE_TRAITS (), GYRE_BEHAVIORS (), .family = "test.leaf")
GYRE_DEFINE_COMPONENT (TestNarrow, test_narrow, test_reach_get_type (),
  GYRE_TRAITS (gyre_integer (two, 2, .maximum = 10)), GYRE_BEHAVIORS (), .family = "test.narrow")
GYRE_DEFINE_COMPONENT (TestElse, test_else, GYRE_TYPE_COMPONENT, TRAITS_OF_REACH, GYRE_BEHAVIORS (), .family = "test.else")

static const char * const trait_names[] = { "one", "two", "three" };

/* Each test has an executive of its own, so that no setting of one reaches another. */
typedef struct
{
  GyreExecutive *executive;
  TestReach *reach;
  TestReach *leaf;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->executive = gyre_executive_new ();
  gyre_executive_push (fixture->executive);
  fixture->reach = test_new (test_reach_get_type (), "reach");
  fixture->leaf = test_new (test_leaf_get_type (), NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->reach);
  g_object_unref (fixture->leaf);
  gyre_executive_pop (fixture->executive);
  g_object_unref (fixture->executive);
}

static void
test_family (Fixture *fixture, gconstpointer data)
{
  test_load ("\ntest.reach.one = 10\n");
  g_assert_cmpint (fixture->reach->one, ==, 10);
  test_assert_family_place (fixture->reach, "one", "test.pfg:2:18");
  g_assert_cmpint (test_category_of (fixture->reach, "one"), ==, GYRE_CATEGORY_USER);
  test_load ("test.reach.uno = 11\n");
  g_assert_cmpint (fixture->reach->one, ==, 11);
  test_load_as (fixture->executive, GYRE_CATEGORY_PACKAGE, "test.reach.one = 12\n");
  g_assert_cmpint (fixture->reach->one, ==, 11);
}

static void
test_derived (Fixture *fixture, gconstpointer data)
{
  test_load ("test.reach.one = 20\n" "test.reach.two = 21\n" "test.leaf.two = 22\n");
  g_assert_cmpint (fixture->leaf->one, ==, 20);
  g_assert_cmpint (fixture->leaf->two, ==, 22);
  g_assert_cmpint (fixture->reach->two, ==, 21);
  test_load ("test.reach.two = 23\n");
  g_assert_cmpint (fixture->leaf->two, ==, 22);
  g_assert_cmpint (fixture->reach->two, ==, 23);
}

static void
test_own_values (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GyreComponent) keyword = gyre_component_new (test_reach_get_type (), NULL, NULL, "one", 31, NULL);
  g_autoptr (GyreComponent) named = NULL;

  test_load ("named.one = 32\n");
  named = test_new (test_reach_get_type (), "named");
  g_assert_true (test_reach_set_one (fixture->reach, 33, NULL));
  test_set_text (fixture->leaf, "one", "34");
  test_load_as (fixture->executive, GYRE_CATEGORY_COMMAND, "test.reach.one = 30\n" "test.reach.two = 35\n");
  test_assert_text (keyword, "one", "31");
  test_assert_text (named, "one", "32");
  g_assert_cmpint (fixture->reach->one, ==, 33);
  g_assert_cmpint (fixture->leaf->one, ==, 34);
  /* One value of its own does not keep the others from the class. */
  test_assert_text (keyword, "two", "35");
  test_assert_text (named, "two", "35");
  g_assert_cmpint (fixture->reach->two, ==, 35);
  g_assert_cmpint (fixture->leaf->two, ==, 35);
}

static void
count_up (guint *count)
{
  *count += 1;
}

static void
test_notify (Fixture *fixture, gconstpointer data)
{
  guint count = 0;

  g_signal_connect_swapped (fixture->reach, "notify::one", G_CALLBACK (count_up), &count);
  test_load ("test.reach.one = 40\n");
  g_assert_cmpuint (count, ==, 1);
  test_load ("reach.one = 41\n");
  g_assert_cmpuint (count, ==, 2);
  test_load ("test.reach.one = 42\n");
  g_assert_cmpuint (count, ==, 2);
}

static void
test_name (Fixture *fixture, gconstpointer data)
{
  test_load_as (fixture->executive, GYRE_CATEGORY_COMMAND, "test.reach.one = 50\n");
  test_load_as (fixture->executive, GYRE_CATEGORY_PACKAGE, "reach.one = 51\n");
  g_assert_cmpint (fixture->reach->one, ==, 51);
  test_load ("reach.one = 52\n");
  g_assert_cmpint (fixture->reach->one, ==, 52);
  test_load_as (fixture->executive, GYRE_CATEGORY_PACKAGE, "reach.one = 53\n");
  g_assert_cmpint (fixture->reach->one, ==, 52);
  test_assert_place (fixture->reach, "one", "test.pfg:1:13");
  test_load ("reach.uno = 54\n");
  g_assert_cmpint (fixture->reach->one, ==, 54);
  g_assert_cmpint (fixture->leaf->one, ==, 50);
}

static void
test_explicit (Fixture *fixture, gconstpointer data)
{
  g_assert_true (test_reach_set_one (fixture->reach, 60, NULL));
  test_load_as (fixture->executive, GYRE_CATEGORY_COMMAND, "reach.one = 61\n");
  g_assert_cmpint (fixture->reach->one, ==, 60);
  test_load_as (fixture->executive, GYRE_CATEGORY_EXPLICIT, "reach.one = 62\n");
  g_assert_cmpint (fixture->reach->one, ==, 62);
}

static void
test_condition (Fixture *fixture, gconstpointer data)
{
  test_load ("test.reach # reach:\n    one = 70\n");
  g_assert_cmpint (fixture->reach->one, ==, 70);
  test_assert_place (fixture->reach, "one", "test.pfg:2:11");
  test_load ("reach.one = 71\n");
  g_assert_cmpint (fixture->reach->one, ==, 70);
  test_load ("test.reach # reach:\n    one = 72\n");
  g_assert_cmpint (fixture->reach->one, ==, 72);
  test_load_as (fixture->executive, GYRE_CATEGORY_COMMAND, "reach.one = 73\n");
  g_assert_cmpint (fixture->reach->one, ==, 73);
  test_load ("test.reach # reach:\n    one = 74\n");
  g_assert_cmpint (fixture->reach->one, ==, 73);
}

static void
test_condition_fails (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TestLeaf) leaf = test_new (test_leaf_get_type (), "leaf");

  test_load ("test.else # reach:\n    one = 80\n" "test.reach # leaf:\n    one = 81\n");
  g_assert_cmpint (fixture->reach->one, ==, 1);
  g_assert_cmpint (leaf->parent_instance.one, ==, 1);
}

/* A trait that is declared again has a default of its own, whether the base's setting comes before or after. */
static void
test_redeclared (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TestNarrow) before = test_new (test_narrow_get_type (), NULL);
  g_autoptr (TestNarrow) after = NULL;

  test_load ("test.reach.two = 90\n" "test.reach.three = 91\n");
  after = test_new (test_narrow_get_type (), NULL);
  g_assert_cmpint (fixture->reach->two, ==, 90);
  g_assert_cmpint (before->two, ==, 2);
  g_assert_cmpint (after->two, ==, 2);
  g_assert_cmpint (before->parent_instance.three, ==, 91);
  g_assert_cmpint (after->parent_instance.three, ==, 91);
  test_load ("test.narrow.two = 9\n");
  g_assert_cmpint (before->two, ==, 9);
  g_assert_cmpint (before->parent_instance.two, ==, 9);
  g_assert_cmpint (fixture->reach->two, ==, 90);
}

/* What is said for a living instance by its name is checked when it is said, and nothing of the file is in force. */
static void
test_mistake_by_name (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GyreReport) report = gyre_report_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (gyre_executive_load_text (fixture->executive, "test.pfg", "reach.one = 100\nreach.tow = 101\nreach.three = x\n",
                                            GYRE_CATEGORY_USER, report, &error));
  g_assert_error (error, GYRE_EXECUTIVE_ERROR, GYRE_EXECUTIVE_ERROR_CONFIGURATION);
  g_assert_cmpuint (gyre_report_get_errors (report), ==, 2);
  g_assert_cmpstr (gyre_diagnostic_get_hint (gyre_report_get_diagnostic (report, 0)), ==, "did you mean 'two'?");
  g_assert_cmpuint (gyre_locator_get_column (gyre_diagnostic_get_locator (gyre_report_get_diagnostic (report, 1))), ==, 15);
  test_assert_text (fixture->reach, "one", "1");
}

static void
test_file_with_mistakes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GyreReport) report = gyre_report_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (gyre_executive_load_text (fixture->executive, "test.pfg",
                                            "test.reach.one = 100\n" "reach.two = 101\n" "test.reach.three = x\n",
                                            GYRE_CATEGORY_USER, report, &error));
  g_assert_error (error, GYRE_EXECUTIVE_ERROR, GYRE_EXECUTIVE_ERROR_CONFIGURATION);
  g_assert_cmpint (fixture->reach->one, ==, 1);
  g_assert_cmpint (fixture->reach->two, ==, 2);
}

static void
test_other_executive (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GyreExecutive) other = gyre_executive_new ();

  test_load_as (other, GYRE_CATEGORY_USER, "test.reach.one = 110\n" "reach.two = 111\n");
  g_assert_cmpint (fixture->reach->one, ==, 1);
  g_assert_cmpint (fixture->reach->two, ==, 2);
}

/* A change of the class by code concerns later instances, and hides a weaker setting that comes after it. */
static void
test_changed_by_code (Fixture *fixture, gconstpointer data)
{
  GyreActor *actor = gyre_actor_get (test_reach_get_type ());
  g_autoptr (GError) error = NULL;
  g_autoptr (TestReach) later = NULL;

  g_assert_true (gyre_actor_set_default (actor, "one", "120", &error));
  g_assert_cmpint (fixture->reach->one, ==, 1);
  later = test_new (test_reach_get_type (), NULL);
  g_assert_cmpint (later->one, ==, 120);
  test_load ("test.reach.one = 121\n");
  g_assert_cmpint (later->one, ==, 120);
}

/* The steps of a scene: what is loaded, and one of them builds the instance. */
enum { STEP_BASE, STEP_FAMILY, STEP_NAME, STEP_CONDITION, STEP_FALSE_CONDITION, STEP_BUILD, N_STEPS };

typedef struct
{
  char *texts[N_STEPS];
  GyreCategory categories[N_STEPS];
} Scene;

/* A file sets some of the traits, in any of the categories that files have. */
static void
write_step (Scene *scene, GRand *random, int step, const char *section, const char *prefix)
{
  static const GyreCategory categories[] = { GYRE_CATEGORY_PACKAGE, GYRE_CATEGORY_USER, GYRE_CATEGORY_COMMAND };
  GString *text = g_string_new (section);

  for (guint index = 0; index < G_N_ELEMENTS (trait_names); index++)
    if (g_rand_boolean (random))
      g_string_append_printf (text, "%s%s = %d\n", prefix, trait_names[index], 100 * (step + 1) + index);
  if (strchr (text->str, '=') == NULL)
    g_string_append_printf (text, "%sone = %d\n", prefix, 100 * (step + 1));
  scene->categories[step] = categories[g_rand_int_range (random, 0, G_N_ELEMENTS (categories))];
  scene->texts[step] = g_string_free (text, FALSE);
}

static void
write_scene (Scene *scene, GRand *random)
{
  write_step (scene, random, STEP_BASE, "", "test.reach.");
  write_step (scene, random, STEP_FAMILY, "", "test.leaf.");
  write_step (scene, random, STEP_NAME, "", "subject.");
  write_step (scene, random, STEP_CONDITION, "test.leaf # subject:\n", "    ");
  write_step (scene, random, STEP_FALSE_CONDITION, "test.else # subject:\n", "    ");
  scene->texts[STEP_BUILD] = NULL;
}

static void
describe (GString *text, gpointer component)
{
  for (guint index = 0; index < G_N_ELEMENTS (trait_names); index++)
    {
      g_autofree char *value = gyre_component_dup_text (component, trait_names[index], NULL);
      g_autoptr (GyreLocator) locator = gyre_component_dup_value_locator (component, trait_names[index], NULL);
      g_autofree char *place = gyre_locator_to_string (locator);
      GyrePriority priority = GYRE_PRIORITY_NONE;

      gyre_component_get_value_priority (component, trait_names[index], &priority, NULL);
      g_string_append_printf (text, "%s = %s, %s, %d %d\n", trait_names[index], value, place, priority.category,
                              priority.conditional);
    }
}

/* Plays the steps in an order, in an executive of its own, and says what the instance has come to be. */
static char *
play (const Scene *scene, const int *order)
{
  g_autoptr (GyreExecutive) executive = gyre_executive_new ();
  g_autoptr (GyreComponent) component = NULL;
  GString *text = g_string_new (NULL);

  gyre_executive_push (executive);
  for (guint index = 0; index < N_STEPS; index++)
    {
      g_autofree char *file = g_strdup_printf ("%d.pfg", order[index]);
      g_autoptr (GError) error = NULL;

      if (order[index] == STEP_BUILD)
        component = test_new (test_leaf_get_type (), "subject");
      else
        gyre_executive_load_text (executive, file, scene->texts[order[index]], scene->categories[order[index]], NULL, &error);
      g_assert_no_error (error);
    }
  describe (text, component);
  gyre_executive_pop (executive);
  return g_string_free (text, FALSE);
}

static void
shuffle (int *order, GRand *random)
{
  for (int index = N_STEPS - 1; index > 0; index--)
    {
      int other = g_rand_int_range (random, 0, index + 1);
      int kept = order[index];

      order[index] = order[other];
      order[other] = kept;
    }
}

static void
test_any_order (void)
{
  for (guint32 seed = 0; seed < 300; seed++)
    {
      GRand *random = g_rand_new_with_seed (seed);
      Scene scene = { 0 };
      int order[N_STEPS] = { STEP_BASE, STEP_FAMILY, STEP_NAME, STEP_CONDITION, STEP_FALSE_CONDITION, STEP_BUILD };
      g_autofree char *expected = NULL;
      g_autofree char *found = NULL;

      write_scene (&scene, random);
      expected = play (&scene, order);
      shuffle (order, random);
      found = play (&scene, order);
      if (strcmp (expected, found) != 0)
        g_test_message ("seed %u, order %d %d %d %d %d %d", seed, order[0], order[1], order[2], order[3], order[4], order[5]);
      g_assert_cmpstr (found, ==, expected);
      for (guint index = 0; index < N_STEPS; index++)
        g_free (scene.texts[index]);
      g_rand_free (random);
    }
}

#define add(path, function) g_test_add ("/model/reconfiguration/" path, Fixture, NULL, set_up, function, tear_down)

enum { FILES = 24, WARM = 300 };

static char *
dup_path (const char *folder, guint file)
{
  return g_strdup_printf ("%s/%u.pfg", folder, file);
}

/* The first file speaks of the class, the others of an instance, all of them of both. */
static void
write_file (const char *folder, guint file, guint round)
{
  g_autofree char *path = dup_path (folder, file);
  g_autofree char *text = g_strdup_printf ("%s.one = %u\nreach.three = %u\n\ntest.leaf.%s = %u\n", file == 0 ? "test.reach" : "reach", round,
                                           round + file, file % 2 == 0 ? "one" : "two", round);
  g_autoptr (GError) error = NULL;

  g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
}

static void
load_file (const char *folder, guint file)
{
  g_autofree char *path = dup_path (folder, file);
  g_autoptr (GError) error = NULL;

  write_file (folder, file, 1);
  gyre_executive_load (gyre_executive_get_current (), path, GYRE_CATEGORY_USER, NULL, &error);
  g_assert_no_error (error);
}

static void
reload (void)
{
  g_autoptr (GError) error = NULL;

  gyre_executive_reload (gyre_executive_get_current (), NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
remove_files (char *folder, guint files)
{
  for (guint file = 0; file < files; file++)
    {
      g_autofree char *path = dup_path (folder, file);
      g_unlink (path);
    }
  g_rmdir (folder);
  g_free (folder);
}

/* More sources at once than versions that are kept for nobody: all of them are there until everybody has been told. */
static void
test_many_files (Fixture *fixture, gconstpointer data)
{
  GyreSettings *settings = gyre_executive_get_settings (fixture->executive);
  char *folder = g_dir_make_tmp ("gyre-reload-XXXXXX", NULL);

  for (guint file = 0; file < FILES; file++)
    load_file (folder, file);
  for (guint round = 2; round < 40; round++)
    {
      for (guint file = 0; file < FILES; file++)
        write_file (folder, file, round);
      reload ();
      g_assert_cmpint (fixture->reach->one, ==, (int) round);
      g_assert_cmpint (fixture->reach->three, ==, (int) round + FILES - 1);
      g_assert_cmpint (fixture->leaf->one, ==, (int) round);
      g_assert_cmpuint (settings->withdrawn, <=, 25 * FILES);
    }
  remove_files (folder, FILES);
}

static gsize
get_memory (void)
{
  struct mallinfo2 info = mallinfo2 ();

  return info.uordblks + info.hblkhd;
}

/* A program that reads its configuration again and again, with instances that live on and some that come and go. */
static void
test_memory (Fixture *fixture, gconstpointer data)
{
  GyreSettings *settings = gyre_executive_get_settings (fixture->executive);
  char *folder = g_dir_make_tmp ("gyre-reload-XXXXXX", NULL);
  gsize before = 0;

  load_file (folder, 0);
  for (guint round = 2; round < 3000; round++)
    {
      g_autoptr (TestReach) passing = NULL;

      write_file (folder, 0, round);
      reload ();
      passing = test_new (test_reach_get_type (), NULL);
      g_assert_cmpint (passing->one, ==, (int) round);
      g_assert_cmpuint (settings->withdrawn, <=, 3 * 64);
      if (round == WARM)
        before = get_memory ();
    }
  g_test_message ("%" G_GSIZE_FORMAT " bytes, then %" G_GSIZE_FORMAT, before, get_memory ());
  g_assert_cmpuint (get_memory (), <, before + 64 * 1024);
  {
    g_autoptr (GyreLocator) place = gyre_component_dup_value_locator (GYRE_COMPONENT (fixture->reach), "three", NULL);

    g_assert_cmpint (gyre_locator_get_line (place), ==, 2);
  }
  remove_files (folder, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gyre_executive_get_default ();
  gyre_module_mention (test_reach_get_type ());
  gyre_module_mention (test_leaf_get_type ());
  gyre_module_mention (test_narrow_get_type ());
  gyre_module_mention (test_else_get_type ());
  add ("a-late-family-setting-reaches-instances-whose-value-came-from-the-class", test_family);
  add ("a-late-family-setting-reaches-derived-classes-without-a-value-of-their-own", test_derived);
  add ("a-late-family-setting-passes-by-instances-with-a-value-of-their-own", test_own_values);
  add ("a-late-setting-that-changes-a-value-is-heard-of", test_notify);
  add ("a-late-setting-for-a-name-reaches-the-instance-unless-its-value-weighs-more", test_name);
  add ("many-files-that-are-read-again-are-there-until-all-are-told", test_many_files);
  add ("a-program-that-reads-its-files-again-and-again-does-not-grow", test_memory);
  add ("what-code-has-set-stays-against-files-and-arguments", test_explicit);
  add ("a-condition-beats-a-plain-setting-within-a-category-and-not-beyond", test_condition);
  add ("a-condition-that-does-not-hold-reaches-nobody", test_condition_fails);
  add ("a-late-family-setting-passes-by-a-trait-that-a-derived-class-declares-again", test_redeclared);
  add ("a-file-with-mistakes-changes-no-living-instance", test_file_with_mistakes);
  add ("a-mistake-by-name-is-found-before-anything-changes", test_mistake_by_name);
  add ("settings-of-another-executive-reach-nobody-here", test_other_executive);
  add ("a-change-by-code-concerns-later-instances-and-hides-a-weaker-setting", test_changed_by_code);
  g_test_add_func ("/model/reconfiguration/the-order-of-settings-and-instances-does-not-matter", test_any_order);
  return g_test_run ();
}
