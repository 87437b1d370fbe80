/* test-pattern.c: Which components and traits somebody wants to hear of
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-pattern-private.h"
#include "model-fixtures.h"

/* Which trait of a component a pattern means: its name, "all" or "none". */
static const char *
match (const char *text, gpointer component)
{
  g_autoptr (GError) error = NULL;
  GyrePattern *pattern = gyre_pattern_new (gyre_executive_get_default (), text, &error);
  const GyreTrait *trait = NULL;
  gboolean matches;

  g_assert_no_error (error);
  matches = gyre_pattern_match (pattern, component, &trait);
  gyre_pattern_free (pattern);
  return !matches ? "none" : trait == NULL ? "all" : gyre_trait_get_name (trait);
}

static void
test_grammar (void)
{
  static const struct { const char *name, *pattern, *expected; } cases[] = {
    { "run.mesh", "run.mesh.radius", "radius" },
    { "run.mesh", "run.mesh.r", "radius" },
    { "run.mesh", "*.mesh.radius", "radius" },
    { "run.mesh", "*.*.radius", "radius" },
    { "run.mesh", "*.radius", "none" },
    { "run.mesh", "**.radius", "radius" },
    { "run.mesh", "**.mesh.radius", "radius" },
    { "run.mesh", "run.**.mesh.radius", "radius" },
    { "run.mesh", "run.**.other.radius", "none" },
    { "run.mesh", "run.**", "all" },
    { "run", "run.**", "all" },
    { "run", "run.*", "all" },
    { "run.mesh", "run.*", "none" },
    { "running", "run.**", "none" },
    { "run.mesh", "**", "all" },
    { "run.mesh", "**.weight", "none" },
    { "run.mesh", "*.mesh.measure", "none" },
    { "a.b.a.b.c", "**.a.b.c.*", "all" },
    { "a.b.a.b.c", "**.b.**.c.radius", "radius" },
    { "a.b.a.b.c", "a.**.a.c.radius", "none" },
    { "run.mesh", "test.shapes.ball#*.mesh.radius", "radius" },
    { "run.mesh", "test.shapes.box#**", "none" },
    { "run.mesh", "test.shapes#**", "all" },
    { "unit ball", "unit ball.half of the width", "radius" },
  };

  for (guint index = 0; index < G_N_ELEMENTS (cases); index++)
    {
      g_autoptr (TestBall) ball = test_new (TEST_TYPE_BALL, cases[index].name);
      const char *found = match (cases[index].pattern, ball);
      if (strcmp (found, cases[index].expected) != 0)
        g_error ("%s on %s: %s", cases[index].pattern, cases[index].name, found);
    }
}

static void
test_unnamed (void)
{
  g_autoptr (TestBall) ball = test_new (TEST_TYPE_BALL, NULL);

  g_assert_cmpstr (match ("**", ball), ==, "none");
  g_assert_cmpstr (match ("**.radius", ball), ==, "none");
}

static void
assert_refused (const char *text, GQuark domain, int code, const char *message)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (gyre_pattern_new (gyre_executive_get_default (), text, &error));
  test_assert_error (error, domain, code, message);
}

static void
test_impossible (void)
{
  assert_refused ("", GYRE_NAME_ERROR, GYRE_NAME_ERROR_INVALID, "must not be empty");
  assert_refused ("a..b", GYRE_NAME_ERROR, GYRE_NAME_ERROR_INVALID, "must not be empty");
  assert_refused ("a.b=c", GYRE_NAME_ERROR, GYRE_NAME_ERROR_INVALID, "must not hold any of");
  assert_refused ("radius", GYRE_NAME_ERROR, GYRE_NAME_ERROR_INVALID, "'**.'");
  assert_refused ("*", GYRE_NAME_ERROR, GYRE_NAME_ERROR_INVALID, "no name before");
  assert_refused ("me*h.radius", GYRE_NAME_ERROR, GYRE_NAME_ERROR_INVALID, "one whole fragment");
  assert_refused ("***.radius", GYRE_NAME_ERROR, GYRE_NAME_ERROR_INVALID, "one whole fragment");
  assert_refused ("#a.b", GYRE_EXECUTIVE_ERROR, GYRE_EXECUTIVE_ERROR_UNKNOWN, "");
}

static void
test_unknown (void)
{
  g_autoptr (TestBall) ball = test_new (TEST_TYPE_BALL, "one.ball");

  assert_refused ("test.shapes.bal#**.radius", GYRE_EXECUTIVE_ERROR, GYRE_EXECUTIVE_ERROR_UNKNOWN, "did you mean 'test.shapes.ball'?");
  assert_refused ("test.shapes.ball#**.radus", GYRE_DECLARATION_ERROR, GYRE_DECLARATION_ERROR_UNKNOWN, "did you mean 'radius'?");
  assert_refused ("test.shapes.ball#**.measure", GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_UNKNOWN, "is a behavior");
  assert_refused ("one.ball.radus", GYRE_DECLARATION_ERROR, GYRE_DECLARATION_ERROR_UNKNOWN, "did you mean 'radius'?");
  g_assert_cmpstr (match ("other.ball.radus", ball), ==, "none");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_object_unref (test_new (TEST_TYPE_BALL, NULL));
  g_object_unref (test_new (TEST_TYPE_BOX, NULL));
  g_test_add_func ("/model/pattern/one-star-is-a-fragment-two-are-any-number", test_grammar);
  g_test_add_func ("/model/pattern/component-without-a-name-has-no-path", test_unnamed);
  g_test_add_func ("/model/pattern/what-can-never-be-a-name-is-an-error", test_impossible);
  g_test_add_func ("/model/pattern/unknown-trait-of-a-known-class-is-an-error", test_unknown);
  return g_test_run ();
}
