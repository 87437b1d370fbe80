/* test-commit.c: How a value gets into a component
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "model-fixtures.h"

#include "gyre-commit-private.h"

/* The same two traits again, one level lower. */
typedef struct { GyreComponent parent_instance; double x; char *text; double fixed; } TestUpper;
typedef struct { GyreComponentClass parent_class; } TestUpperClass;
typedef struct { TestUpper parent_instance; double x; char *text; } TestLower;
typedef struct { TestUpperClass parent_class; } TestLowerClass;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestLower, g_object_unref)

GYRE_DEFINE_COMPONENT (TestUpper, test_upper, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (gyre_real (x, 1.0), gyre_string (text, "one"), gyre_real (fixed, 4.0, .construct_only = TRUE)),
  GYRE_BEHAVIORS (), .family = "test.upper")
GYRE_DEFINE_COMPONENT (TestLower, test_lower, test_upper_get_type (),
  GYRE_TRAITS (gyre_real (x, 2.0), gyre_string (text, "two")), GYRE_BEHAVIORS (), .family = "test.lower")

static guint n_observed, n_notified;

static void
on_change (GyreComponent *component, const GyreChange *change, gpointer data)
{
  n_observed++;
}

static void
on_notify (GObject *object, GParamSpec *specification, gpointer data)
{
  n_notified++;
}

static void
listen (gpointer component)
{
  n_observed = n_notified = 0;
  gyre_component_observe (component, NULL, on_change, NULL, NULL, NULL);
  g_signal_connect (component, "notify", G_CALLBACK (on_notify), NULL);
}

static void
assert_heard (guint count)
{
  g_assert_cmpuint (n_observed, ==, count);
  g_assert_cmpuint (n_notified, ==, count);
}

static const GyreTrait *
trait_of (gpointer component, const char *name)
{
  GyreRequirement *requirement = GYRE_REQUIREMENT (gyre_component_get_actor (component));

  return (const GyreTrait *) gyre_requirement_find_trait (requirement, name);
}

static gboolean
commit (gpointer component, const char *trait, const char *text, guint line, GError **error)
{
  g_autoptr (GyreLocator) locator = gyre_locator_new_file ("c.pfg", line, 1);

  return gyre_component_commit_text (component, trait_of (component, trait), text,
                                     gyre_provenance_of_locator (GYRE_CATEGORY_USER, locator), error);
}

static void
test_refused (void)
{
  g_autoptr (TestBall) ball = test_new (TEST_TYPE_BALL, "refusing");
  g_autoptr (GError) error = NULL;
  GyreValue value = { .present = TRUE, .real = -1 };

  g_assert_true (commit (ball, "radius", "3", 1, &error));
  listen (ball);
  g_assert_false (commit (ball, "radius", "-2", 2, &error));
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_VALUE, "refusing.radius: ", "at least 0", "-2");
  g_assert_false (commit (ball, "radius", "wide", 2, &error));
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_VALUE, "refusing.radius: ", "wide");
  g_assert_false (gyre_component_commit (GYRE_COMPONENT (ball), trait_of (ball, "radius"), value,
                                         gyre_provenance_of_address (NULL), &error));
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_VALUE, "refusing.radius: ", "at least 0", "-1");
  g_assert_false (commit (ball, "radius", "none", 2, NULL));
  g_assert_cmpfloat (ball->radius, ==, 3);
  test_assert_place (ball, "radius", "c.pfg:1:1");
  assert_heard (0);
}

static void
test_equal (void)
{
  g_autoptr (TestBall) ball = test_new (TEST_TYPE_BALL, NULL);

  g_assert_true (commit (ball, "label", "a", 1, NULL));
  listen (ball);
  g_assert_true (commit (ball, "label", "a", 2, NULL));
  g_assert_true (commit (ball, "radius", "1.0", 3, NULL));
  assert_heard (0);
  test_assert_place (ball, "label", "c.pfg:2:1");
  test_assert_place (ball, "radius", "c.pfg:3:1");
  g_assert_cmpint (test_category_of (ball, "radius"), ==, GYRE_CATEGORY_USER);
}

static void
test_once (void)
{
  g_autoptr (TestBall) ball = test_new (TEST_TYPE_BALL, NULL);
  g_auto (GValue) native = G_VALUE_INIT;

  listen (ball);
  g_assert_true (commit (ball, "radius", "2", 1, NULL));
  assert_heard (1);
  g_value_set_double (g_value_init (&native, G_TYPE_DOUBLE), 5);
  g_assert_true (gyre_component_commit_gvalue (GYRE_COMPONENT (ball), trait_of (ball, "radius"), &native,
                                               gyre_provenance_of_address (NULL), NULL));
  assert_heard (2);
  g_assert_true (commit (ball, "label", "none", 1, NULL));
  assert_heard (3);
  g_assert_cmpfloat (gyre_component_peek (GYRE_COMPONENT (ball), trait_of (ball, "radius")).real, ==, 5);
  g_assert_null (ball->label);
}

static void
test_shadowed (void)
{
  g_autoptr (TestLower) lower = test_new (test_lower_get_type (), NULL);

  g_assert_true (commit (lower, "x", "7", 1, NULL));
  g_assert_true (commit (lower, "text", "seven", 1, NULL));
  g_assert_cmpfloat (lower->x, ==, 7);
  g_assert_cmpfloat (lower->parent_instance.x, ==, 7);
  g_assert_cmpstr (lower->text, ==, "seven");
  g_assert_true (lower->parent_instance.text == lower->text);
}

static void
test_construct_only (void)
{
  g_autoptr (GyreComponent) upper = NULL;
  g_autoptr (GError) error = NULL;

  upper = gyre_component_new (test_upper_get_type (), NULL, &error, "fixed", 6.0, NULL);
  g_assert_no_error (error);
  listen (upper);
  g_assert_false (commit (upper, "fixed", "5", 1, &error));
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_READ_ONLY, "test.upper.fixed", "while the component is built");
  test_assert_text (upper, "fixed", "6");
  assert_heard (0);
}

static GString *followed;

static void
follow (GyreComponent *component, const GyreTrait *trait)
{
  g_string_append_printf (followed, "%s ", gyre_trait_get_name (trait));
}

static void
test_referenced (void)
{
  g_autoptr (TestBall) ball = test_new (TEST_TYPE_BALL, NULL);
  g_autoptr (TestBall) other = test_new (TEST_TYPE_BALL, NULL);

  followed = g_string_new (NULL);
  gyre_commit_set_listener (follow);
  gyre_commit_set_referenced (GYRE_COMPONENT (ball), TRUE);
  g_assert_true (test_ball_set_radius (other, 2, NULL));
  g_assert_true (test_ball_set_radius (ball, 2, NULL));
  g_assert_true (test_ball_set_radius (ball, 2, NULL));
  g_assert_false (test_ball_set_radius (ball, -2, NULL));
  g_assert_true (commit (ball, "label", "x", 1, NULL));
  g_assert_cmpstr (followed->str, ==, "radius label ");
  gyre_commit_set_referenced (GYRE_COMPONENT (ball), FALSE);
  g_assert_true (test_ball_set_radius (ball, 3, NULL));
  g_assert_cmpstr (followed->str, ==, "radius label ");
  gyre_commit_set_listener (NULL);
  g_string_free (g_steal_pointer (&followed), TRUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/commit/refused-value-leaves-the-old-one-and-nobody-hears", test_refused);
  g_test_add_func ("/model/commit/equal-value-updates-only-the-place", test_equal);
  g_test_add_func ("/model/commit/every-change-is-told-exactly-once", test_once);
  g_test_add_func ("/model/commit/shadowed-fields-keep-step", test_shadowed);
  g_test_add_func ("/model/commit/what-is-settled-by-construction-stays", test_construct_only);
  g_test_add_func ("/model/commit/changes-of-a-referenced-component-reach-the-listener", test_referenced);
  return g_test_run ();
}
