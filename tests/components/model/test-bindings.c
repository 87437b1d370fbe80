/* test-bindings.c: What names between braces mean, in one executive
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "model-fixtures.h"

#include "gyre-revision-private.h"

static GyreExecutive *
enter (void)
{
  GyreExecutive *executive;

  gyre_executive_get_default ();
  gyre_actor_get (TEST_TYPE_BALL);
  executive = gyre_executive_new ();
  gyre_executive_push (executive);
  return executive;
}

static void
leave (GyreExecutive *executive)
{
  gyre_executive_pop (executive);
  g_object_unref (executive);
}

/* What a name means now, as a text; NULL for nothing. */
static char *
ask (GyreBindings *bindings, const char *name)
{
  GyreRevision *revision = gyre_revision_begin (bindings);
  GyreCell cell = gyre_bindings_require (bindings, name);
  GyreTerm term = { .kind = GYRE_TERM_UNDEFINED };
  char *text = NULL;

  gyre_revision_touch (revision, cell);
  g_assert_true (gyre_revision_end (revision, NULL));
  if (gyre_graph_read (gyre_bindings_get_graph (bindings), cell, &term, NULL))
    text = gyre_term_to_text (term);
  gyre_term_clear (&term);
  return text;
}

#define assert_means(bindings, name, expected) \
  do \
    { \
      g_autofree char *test_text = ask (bindings, name); \
      g_assert_cmpstr (test_text, ==, expected); \
    } \
  while (FALSE)

static void
test_order (void)
{
  GyreExecutive *executive = enter ();
  GyreBindings *bindings = gyre_bindings_get (executive);

  assert_means (bindings, "a.radius", NULL);
  assert_means (bindings, "test.shapes.ball.radius", "1");
  test_load ("a.radius = 2\ntest.shapes.ball.radius = 3\n");
  assert_means (bindings, "a.radius", "2");
  assert_means (bindings, "test.shapes.ball.r", "3");
  {
    g_autoptr (TestBall) ball = test_new (TEST_TYPE_BALL, "a");

    g_assert_true (test_ball_set_radius (ball, 5, NULL));
    assert_means (bindings, "a.radius", "5");
    assert_means (bindings, "a.r", "5");
  }
  assert_means (bindings, "a.radius", "2");
  leave (executive);
}

static void
test_unreferenced (void)
{
  GyreExecutive *executive = enter ();

  {
    g_autoptr (TestBall) ball = test_new (TEST_TYPE_BALL, "a");
    g_autoptr (TestBall) named = test_new (TEST_TYPE_BALL, "b");

    g_assert_null (gyre_bindings_peek (executive));
    assert_means (gyre_bindings_get (executive), "b.radius", "1");
    g_assert_null (gyre_state_peek (GYRE_COMPONENT (ball))->bonds);
    g_assert_nonnull (gyre_state_peek (GYRE_COMPONENT (named))->bonds);
    g_assert_cmpuint (gyre_graph_get_length (gyre_bindings_get_graph (gyre_bindings_get (executive))), ==, 1);
  }
  leave (executive);
}

static void
test_numbers (void)
{
  GyreExecutive *executive = enter ();
  GyreBindings *bindings = gyre_bindings_get (executive);

  for (guint round = 0; round < 5; round++)
    {
      g_autoptr (TestBall) ball = test_new (TEST_TYPE_BALL, NULL);

      g_assert_cmpuint (gyre_bindings_ensure_bonds (bindings, GYRE_COMPONENT (ball))->number, ==, 1);
    }
  leave (executive);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/bindings/instances-go-before-classes-and-settings", test_order);
  g_test_add_func ("/model/bindings/who-is-not-referred-to-does-not-pay", test_unreferenced);
  g_test_add_func ("/model/bindings/numbers-of-nameless-components-are-used-again", test_numbers);
  return g_test_run ();
}
