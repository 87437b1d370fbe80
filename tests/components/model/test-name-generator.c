/* test-name-generator.c: Who names the instances that are built without a name
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "model-fixtures.h"

static GString *asked;
static guint freed;

static void
note_asked (const char *who)
{
  g_string_append (asked, who);
}

static char *
name_nothing (GyreActor *actor, gpointer data)
{
  note_asked ("nothing ");
  return NULL;
}

/* Balls only: the class is what it is asked about. */
static char *
name_balls (GyreActor *actor, gpointer data)
{
  note_asked (data);
  return gyre_requirement_get_gtype (GYRE_REQUIREMENT (actor)) == TEST_TYPE_BALL ? g_strdup_printf ("%s-ball", (char *) data) : NULL;
}

static char *
name_wrongly (GyreActor *actor, gpointer data)
{
  return g_strdup ("no..name");
}

static void
on_freed (gpointer data)
{
  freed++;
}

static void
free_asked (gpointer data)
{
  g_string_free (data, TRUE);
}

static void
begin (void)
{
  asked = g_string_new (NULL);
  g_test_queue_destroy (free_asked, asked);
  freed = 0;
}

static void
test_first_answer (void)
{
  gulong nothing, first, second;

  begin ();
  nothing = gyre_component_add_name_generator (name_nothing, NULL, NULL);
  first = gyre_component_add_name_generator (name_balls, (gpointer) "first", NULL);
  second = gyre_component_add_name_generator (name_balls, (gpointer) "second", NULL);
  {
    g_autoptr (TestBall) ball = test_new (TEST_TYPE_BALL, NULL);

    g_assert_cmpstr (gyre_component_get_name (GYRE_COMPONENT (ball)), ==, "first-ball");
    g_assert_cmpstr (asked->str, ==, "nothing first");
  }
  g_assert_true (gyre_component_remove_name_generator (nothing));
  g_assert_true (gyre_component_remove_name_generator (first));
  g_assert_true (gyre_component_remove_name_generator (second));
}

static void
test_nobody_answers (void)
{
  gulong generator;
  g_autoptr (TestStone) stone = NULL;
  g_autoptr (TestBall) named = NULL;
  g_autoptr (TestBall) plain = NULL;

  begin ();
  generator = gyre_component_add_name_generator (name_balls, (gpointer) "x", NULL);
  stone = test_new (TEST_TYPE_STONE, NULL);
  g_assert_null (gyre_component_get_name (GYRE_COMPONENT (stone)));
  g_assert_cmpstr (asked->str, ==, "x");

  named = test_new (TEST_TYPE_BALL, "said");
  plain = g_object_new (TEST_TYPE_BALL, NULL);
  g_assert_cmpstr (gyre_component_get_name (GYRE_COMPONENT (named)), ==, "said");
  g_assert_null (gyre_component_get_name (GYRE_COMPONENT (plain)));
  g_assert_cmpstr (asked->str, ==, "x");
  gyre_component_remove_name_generator (generator);
}

static void
test_as_if_said (void)
{
  gulong generator;
  g_autoptr (TestBall) ball = NULL;
  g_autoptr (TestBall) again = NULL;

  begin ();
  test_load ("own-ball.radius = 7\n");
  generator = gyre_component_add_name_generator (name_balls, (gpointer) "own", NULL);
  ball = test_new (TEST_TYPE_BALL, NULL);
  again = test_new (TEST_TYPE_BALL, NULL);
  g_assert_cmpfloat (ball->radius, ==, 7);
  g_assert_true (again == ball);
  gyre_component_remove_name_generator (generator);
}

static void
test_wrong_name (void)
{
  gulong generator = gyre_component_add_name_generator (name_wrongly, NULL, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (gyre_component_new (TEST_TYPE_BALL, NULL, &error, NULL));
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, "no..name"));
  gyre_component_remove_name_generator (generator);
}

static char *
name_once (GyreActor *actor, gpointer data)
{
  g_assert_true (gyre_component_remove_name_generator (*(gulong *) data));
  g_assert_cmpuint (freed, ==, 0);
  return g_strdup ("once");
}

static void
test_removed (void)
{
  gulong generator;
  g_autoptr (TestBall) ball = NULL;
  g_autoptr (TestBall) next = NULL;

  begin ();
  generator = gyre_component_add_name_generator (name_once, &generator, on_freed);
  ball = test_new (TEST_TYPE_BALL, NULL);
  next = test_new (TEST_TYPE_BALL, NULL);
  g_assert_cmpstr (gyre_component_get_name (GYRE_COMPONENT (ball)), ==, "once");
  g_assert_null (gyre_component_get_name (GYRE_COMPONENT (next)));
  g_assert_cmpuint (freed, ==, 1);
  g_assert_false (gyre_component_remove_name_generator (generator));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/name-generator/first-answer-is-the-name", test_first_answer);
  g_test_add_func ("/model/name-generator/who-gets-no-answer-stays-unnamed", test_nobody_answers);
  g_test_add_func ("/model/name-generator/answer-counts-as-if-the-caller-had-said-it", test_as_if_said);
  g_test_add_func ("/model/name-generator/answer-that-is-no-name-is-an-error", test_wrong_name);
  g_test_add_func ("/model/name-generator/removed-one-is-not-asked-and-freed-after-its-answer", test_removed);
  return g_test_run ();
}
