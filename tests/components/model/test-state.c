/* test-state.c: What only some instances have
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "model-fixtures.h"

#include "gyre-state-private.h"

static guint
slot_of (gpointer component, const char *trait)
{
  return gyre_requirement_find_trait (GYRE_REQUIREMENT (gyre_component_get_actor (component)), trait)->index;
}

static GyreProvenance
said_at (GyreCategory category, const char *file)
{
  g_autoptr (GyreLocator) locator = gyre_locator_new_file (file, 1, 2);

  return gyre_provenance_of_locator (category, locator);
}

static void
assert_said_at (gpointer component, const char *trait, int category, const char *place)
{
  const GyreProvenance *provenance = gyre_state_get_provenance (component, slot_of (component, trait));
  g_autoptr (GyreLocator) locator = gyre_provenance_dup_locator (provenance);
  g_autofree char *text = gyre_locator_to_string (locator);

  g_assert_cmpint (provenance->category, ==, category);
  g_assert_cmpstr (text, ==, place);
}

static void
test_none (void)
{
  g_autoptr (TestBall) ball = test_new (TEST_TYPE_BALL, NULL);
  g_autoptr (GObject) object = g_object_new (TEST_TYPE_BALL, NULL);
  g_autofree char *text = gyre_component_dup_text (GYRE_COMPONENT (ball), "radius", NULL);
  g_autoptr (GyreLocator) locator = gyre_component_dup_value_locator (GYRE_COMPONENT (ball), "radius", NULL);

  /* To ask is not to need. */
  g_assert_nonnull (text);
  g_assert_nonnull (locator);
  g_assert_null (gyre_component_get_name (GYRE_COMPONENT (ball)));
  g_assert_false (gyre_state_is_disposed (GYRE_COMPONENT (ball)));
  g_assert_null (gyre_state_peek (GYRE_COMPONENT (ball)));
  g_assert_null (gyre_state_peek (GYRE_COMPONENT (object)));
}

static void
test_when_needed (void)
{
  g_autoptr (TestBall) named = test_new (TEST_TYPE_BALL, "named-ball");
  g_autoptr (TestBall) changed = test_new (TEST_TYPE_BALL, NULL);
  GyreState *state = gyre_state_peek (GYRE_COMPONENT (named));

  g_assert_nonnull (state);
  g_assert_cmpstr (state->name, ==, "named-ball");
  g_assert_null (state->provenances);
  g_assert_null (state->pending);
  g_assert_null (state->observers);
  g_assert_true (test_ball_set_radius (changed, 2, NULL));
  state = gyre_state_peek (GYRE_COMPONENT (changed));
  g_assert_nonnull (state);
  g_assert_nonnull (state->provenances);
  g_assert_null (state->name);
  g_assert_null (state->pending);
  g_assert_true (gyre_state_ensure (GYRE_COMPONENT (changed)) == state);
  g_assert_true (gyre_state_ensure_provenances (GYRE_COMPONENT (changed)) == state->provenances);
}

static void
test_own_and_class (void)
{
  g_autoptr (GyreExecutive) executive = gyre_executive_new ();
  g_autoptr (TestBall) ball = NULL;
  g_autoptr (TestBall) other = NULL;

  test_load_as (executive, GYRE_CATEGORY_USER, "test.shapes.ball.radius = 2\n" "test.shapes.ball.label = l\n");
  gyre_executive_push (executive);
  ball = test_new (TEST_TYPE_BALL, NULL);
  other = test_new (TEST_TYPE_BALL, NULL);
  gyre_executive_pop (executive);
  assert_said_at (ball, "radius", GYRE_CATEGORY_USER, "test.pfg:1:27");
  gyre_state_set_provenance (GYRE_COMPONENT (ball), slot_of (ball, "radius"), said_at (GYRE_CATEGORY_COMMAND, "own"));
  assert_said_at (ball, "radius", GYRE_CATEGORY_COMMAND, "own:1:2");
  assert_said_at (ball, "label", GYRE_CATEGORY_USER, "test.pfg:2:26");
  assert_said_at (other, "radius", GYRE_CATEGORY_USER, "test.pfg:1:27");
  /* The one that is replaced goes, or the leak checks tell. */
  gyre_state_set_provenance (GYRE_COMPONENT (ball), slot_of (ball, "radius"), said_at (GYRE_CATEGORY_EXPLICIT, "again"));
  assert_said_at (ball, "radius", GYRE_CATEGORY_EXPLICIT, "again:1:2");
}

static void
test_pending (void)
{
  g_autoptr (TestHost) host = test_new (TEST_TYPE_HOST, NULL);
  GyreComponent *component = GYRE_COMPONENT (host);
  guint slot = slot_of (host, "ball");

  g_assert_cmpstr (gyre_state_get_pending (component, slot), ==, "test.shapes.ball");
  g_assert_null (gyre_state_get_pending (component, slot_of (host, "spare")));
  gyre_state_set_pending_text (component, slot, "#mine", said_at (GYRE_CATEGORY_USER, "own"));
  g_assert_cmpstr (gyre_state_get_pending (component, slot), ==, "#mine");
  assert_said_at (host, "ball", GYRE_CATEGORY_USER, "own:1:2");
  g_assert_null (gyre_state_get_pending (component, slot_of (host, "spare")));
  /* The text that is there is said again by somebody else. */
  gyre_state_set_pending_text (component, slot, gyre_state_get_pending (component, slot), said_at (GYRE_CATEGORY_COMMAND, "again"));
  g_assert_cmpstr (gyre_state_get_pending (component, slot), ==, "#mine");
  assert_said_at (host, "ball", GYRE_CATEGORY_COMMAND, "again:1:2");
  gyre_state_set_pending_text (component, slot, NULL, said_at (GYRE_CATEGORY_EXPLICIT, "none"));
  g_assert_null (gyre_state_get_pending (component, slot));
}

static void
on_gone (gpointer data)
{
  (*(guint *) data)++;
}

static void
on_change (GyreComponent *component, const GyreChange *change, gpointer data)
{
}

static void
test_free (void)
{
  TestHost *host = test_new (TEST_TYPE_HOST, NULL);
  GyreComponent *component = GYRE_COMPONENT (host);
  g_autoptr (GyreLocator) locator = gyre_locator_new_file ("own", 1, 2);
  g_autoptr (GError) error = NULL;
  guint gone = 0;

  gyre_state_free (component);
  gyre_state_set_pending_text (component, slot_of (host, "ball"), "#mine", gyre_provenance_of_locator (GYRE_CATEGORY_USER, locator));
  gyre_component_observe (component, "ball", on_change, &gone, on_gone, &error);
  g_assert_no_error (error);
  gyre_state_free (component);
  g_assert_null (gyre_state_peek (component));
  g_assert_cmpuint (gone, ==, 1);
  g_assert_cmpstr (gyre_state_get_pending (component, slot_of (host, "ball")), ==, "test.shapes.ball");
  g_object_unref (host);
}

static void
test_disposed (void)
{
  g_autoptr (TestHost) host = test_new (TEST_TYPE_HOST, NULL);

  g_assert_nonnull (gyre_component_get_object (GYRE_COMPONENT (host), "ball", NULL));
  g_assert_false (gyre_state_is_disposed (GYRE_COMPONENT (host)));
  g_object_run_dispose (G_OBJECT (host));
  g_assert_true (gyre_state_is_disposed (GYRE_COMPONENT (host)));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/state/instance-with-the-values-of-its-class-has-none", test_none);
  g_test_add_func ("/model/state/name-and-values-of-its-own-need-it-and-only-what-they-need", test_when_needed);
  g_test_add_func ("/model/state/provenance-is-the-own-one-else-that-of-the-class", test_own_and_class);
  g_test_add_func ("/model/state/pending-text-is-what-was-said-last-of-a-facility", test_pending);
  g_test_add_func ("/model/state/free-leaves-nothing-and-frees-the-observers", test_free);
  g_test_add_func ("/model/state/host-that-lets-its-parts-go-is-disposed", test_disposed);
  return g_test_run ();
}
