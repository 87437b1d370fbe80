/* test-unique-name.c: Names that are given, and names that are made
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "model-fixtures.h"

/* A class, and one whose name is that of the first with a digit. */
#define TEST_TYPE_CELL (test_cell_get_type ())
G_DECLARE_FINAL_TYPE (TestCell, test_cell, TEST, CELL, GyreComponent)
struct _TestCell
{
  GyreComponent parent_instance;
};
GYRE_DEFINE_COMPONENT (TestCell, test_cell, GYRE_TYPE_COMPONENT, GYRE_TRAITS (), GYRE_BEHAVIORS (), .family = "test.cell")

#define TEST_TYPE_CELL1 (test_cell1_get_type ())
G_DECLARE_FINAL_TYPE (TestCell1, test_cell1, TEST, CELL1, GyreComponent)
struct _TestCell1
{
  GyreComponent parent_instance;
};
GYRE_DEFINE_COMPONENT (TestCell1, test_cell1, GYRE_TYPE_COMPONENT, GYRE_TRAITS (), GYRE_BEHAVIORS (), .family = "test.cell-one")

#define TEST_TYPE_LOOSE (test_loose_get_type ())
G_DECLARE_FINAL_TYPE (TestLoose, test_loose, TEST, LOOSE, GyreComponent)
struct _TestLoose
{
  GyreComponent parent_instance;
};
GYRE_DEFINE_COMPONENT (TestLoose, test_loose, GYRE_TYPE_COMPONENT, GYRE_TRAITS (), GYRE_BEHAVIORS (), .family = "test.loose",
  .untracked = TRUE)

typedef struct
{
  GyreExecutive *executive;
} Fixture;

/* Numbers begin with 0 in each executive. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->executive = gyre_executive_new ();
  gyre_executive_push (fixture->executive);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gyre_executive_pop (fixture->executive);
  g_object_unref (fixture->executive);
}

#define assert_called(component, expected) \
  do \
    { \
      g_autofree char *test_name = gyre_component_dup_unique_name (GYRE_COMPONENT (component)); \
      g_assert_cmpstr (test_name, ==, expected); \
    } \
  while (FALSE)

#define assert_found(executive, name, expected) \
  do \
    { \
      g_autoptr (GyreComponent) test_found = gyre_executive_find_component (executive, name); \
      g_assert_true (test_found == (GyreComponent *) (expected)); \
    } \
  while (FALSE)

#define assert_numbered(type, number, expected) \
  do \
    { \
      g_autoptr (GyreComponent) test_found = gyre_actor_find_number (gyre_actor_get (type), number); \
      g_assert_true (test_found == (GyreComponent *) (expected)); \
    } \
  while (FALSE)

static void
test_class_and_number (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TestCell) first = test_new (TEST_TYPE_CELL, NULL);
  g_autoptr (TestCell) second = test_new (TEST_TYPE_CELL, NULL);
  g_autoptr (TestBall) ball = test_new (TEST_TYPE_BALL, NULL);

  assert_called (second, "TestCell1");
  assert_called (first, "TestCell0");
  assert_called (ball, "TestBall0");
  g_assert_cmpuint (gyre_component_get_number (GYRE_COMPONENT (second)), ==, 1);
}

/* In the original an object that nobody kept was found by its name, because the registry kept it alive. */
static void
test_found_weakly (Fixture *fixture, gconstpointer data)
{
  TestCell *cell = test_new (TEST_TYPE_CELL, NULL);

  g_object_add_weak_pointer (G_OBJECT (cell), (gpointer *) &cell);
  assert_found (fixture->executive, "TestCell0", cell);
  assert_found (fixture->executive, "TestCell#0", cell);
  assert_numbered (TEST_TYPE_CELL, 0, cell);
  g_object_unref (cell);
  g_assert_null (cell);
  assert_found (fixture->executive, "TestCell0", NULL);
  assert_numbered (TEST_TYPE_CELL, 0, NULL);
}

/* In the original the next one got the name of one that was deleted, and who kept it reached another object. */
static void
test_number_is_not_used_again (Fixture *fixture, gconstpointer data)
{
  TestCell *cell = test_new (TEST_TYPE_CELL, NULL);
  g_autoptr (TestCell) later = NULL;

  assert_called (cell, "TestCell0");
  g_object_unref (cell);
  later = test_new (TEST_TYPE_CELL, NULL);
  assert_called (later, "TestCell1");
  assert_found (fixture->executive, "TestCell0", NULL);
}

/* In the original the second of A and the first of A1 had one name, and the later one took the place of the earlier. */
static void
test_digit_at_the_end_of_a_class (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (TestCell1) zeroth = test_new (TEST_TYPE_CELL1, NULL);
  g_autoptr (TestCell1) other = test_new (TEST_TYPE_CELL1, NULL);

  for (guint index = 0; index < 12; index++)
    g_ptr_array_add (cells, test_new (TEST_TYPE_CELL, NULL));
  assert_called (cells->pdata[11], "TestCell11");
  assert_called (other, "TestCell1#1");
  assert_found (fixture->executive, "TestCell11", cells->pdata[11]);
  assert_found (fixture->executive, "TestCell#11", cells->pdata[11]);
  assert_found (fixture->executive, "TestCell1#1", other);
  assert_found (fixture->executive, "TestCell10", cells->pdata[10]);
}

static void
test_given_name_comes_first (Fixture *fixture, gconstpointer data)
{
  TestBall *named = test_new (TEST_TYPE_BALL, "TestCell0");
  g_autoptr (TestCell) cell = test_new (TEST_TYPE_CELL, NULL);

  assert_called (named, "TestCell0");
  assert_called (cell, "TestCell#0");
  assert_found (fixture->executive, "TestCell0", named);
  assert_found (fixture->executive, "TestCell#0", cell);
  /* Who kept the name of the other must not reach this one by it. */
  g_object_unref (named);
  assert_found (fixture->executive, "TestCell0", NULL);
  assert_called (cell, "TestCell#0");
}

static void
test_automatic_name_is_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TestCell) cell = test_new (TEST_TYPE_CELL, NULL);
  g_autoptr (GError) error = NULL;
  GyreComponent *ball = gyre_component_new (TEST_TYPE_BALL, "TestCell0", &error, NULL);

  g_assert_null (ball);
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_CONFIGURATION, "TestCell0", "number 0 of the class TestCell",
                     "test-unique-name.c:1", "asked for again (");
  assert_called (cell, "TestCell0");
  g_clear_object (&cell);
  ball = test_new (TEST_TYPE_BALL, "TestCell0");
  assert_called (ball, "TestCell0");
  g_object_unref (ball);
}

static void
test_index_is_kept (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint index = 0; index < 100; index++)
    g_ptr_array_add (cells, test_new (TEST_TYPE_CELL, NULL));
  assert_numbered (TEST_TYPE_CELL, 50, cells->pdata[50]);
  for (guint index = 0; index < 100; index++)
    g_ptr_array_add (cells, test_new (TEST_TYPE_CELL, NULL));
  g_ptr_array_remove_index (cells, 50);
  assert_numbered (TEST_TYPE_CELL, 50, NULL);
  for (guint number = 0; number < 200; number++)
    if (number != 50)
      assert_numbered (TEST_TYPE_CELL, number, cells->pdata[number < 50 ? number : number - 1]);
  assert_numbered (TEST_TYPE_CELL, 200, NULL);
}

static void
test_executives_count_alone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GyreExecutive) other = gyre_executive_new ();
  g_autoptr (TestCell) here = test_new (TEST_TYPE_CELL, NULL);
  g_autoptr (TestCell) there = NULL;

  gyre_executive_push (other);
  there = test_new (TEST_TYPE_CELL, NULL);
  assert_numbered (TEST_TYPE_CELL, 0, there);
  gyre_executive_pop (other);
  assert_called (there, "TestCell0");
  assert_numbered (TEST_TYPE_CELL, 0, here);
  assert_found (fixture->executive, "TestCell0", here);
  assert_found (other, "TestCell0", there);
}

/* In the original a constructor that failed left a ghost behind. */
static void
test_failed_one_leaves_no_ghost (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TestBall) later = NULL;

  g_assert_null (gyre_component_new (TEST_TYPE_BALL, "bad", &error, "radius", -1.0, NULL));
  g_assert_nonnull (error);
  assert_found (fixture->executive, "bad", NULL);
  assert_numbered (TEST_TYPE_BALL, 0, NULL);
  later = test_new (TEST_TYPE_BALL, NULL);
  assert_called (later, "TestBall1");
}

static void
test_untracked_class (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TestLoose) first = test_new (TEST_TYPE_LOOSE, NULL);
  TestLoose *second = test_new (TEST_TYPE_LOOSE, NULL);

  assert_called (second, "TestLoose1");
  assert_found (fixture->executive, "TestLoose1", second);
  assert_numbered (TEST_TYPE_LOOSE, 0, NULL);
  g_object_unref (second);
  assert_found (fixture->executive, "TestLoose1", NULL);
}

/* A specification can say it too. */
static void
test_specification (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TestBall) ball = test_new (TEST_TYPE_BALL, NULL);
  g_autoptr (TestHost) host = test_new (TEST_TYPE_HOST, NULL);
  g_autoptr (GObject) found = gyre_component_new_from_specification ("#TestBall0", NULL);

  g_assert_true (found == G_OBJECT (ball));
  test_set_text (host, "shape", "#TestBall0");
  g_assert_true (gyre_component_get_object (GYRE_COMPONENT (host), "shape", NULL) == found);
}

static void
test_what_is_no_name (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TestCell) cell = test_new (TEST_TYPE_CELL, NULL);
  static const char * const names[] = { "", "0", "#0", "TestCell", "TestCell#", "TestCell00", "TestCell#00", "TestCell-1", "GObject0",
                                        "TestCell#x", "TestCell0 ", "TestCell18446744073709551616", "Nobody0", "TestCell##0" };

  for (guint index = 0; index < G_N_ELEMENTS (names); index++)
    assert_found (fixture->executive, names[index], NULL);
}

#define ADD(path, function) g_test_add ("/model/unique-name/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("is-made-of-class-and-number", test_class_and_number);
  ADD ("keeps-nothing-alive", test_found_weakly);
  ADD ("number-is-not-used-again", test_number_is_not_used_again);
  ADD ("class-with-a-digit-at-its-end-collides-with-nobody", test_digit_at_the_end_of_a_class);
  ADD ("given-name-comes-first-and-stays-apart", test_given_name_comes_first);
  ADD ("automatic-name-of-a-living-instance-is-not-given-away", test_automatic_name_is_refused);
  ADD ("index-of-numbers-follows-births-and-deaths", test_index_is_kept);
  ADD ("executives-count-alone", test_executives_count_alone);
  ADD ("failed-instance-leaves-no-ghost", test_failed_one_leaves_no_ghost);
  ADD ("untracked-instance-is-found-when-its-name-was-asked-for", test_untracked_class);
  ADD ("specification-finds-an-instance-by-its-automatic-name", test_specification);
  ADD ("what-names-no-instance-finds-none", test_what_is_no_name);
  return g_test_run ();
}
