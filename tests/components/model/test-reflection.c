/* test-reflection.c: The copy of the trait of a part, while both are set at once
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "model-fixtures.h"

typedef struct { GyreComponent parent_instance; TestBall *ball; double radius, most; } TestPane;
typedef struct { GyreComponentClass parent_class; } TestPaneClass;

static void
check_pane (GyreComponent *component, GyreReport *report)
{
  TestPane *self = (TestPane *) component;

  if (self->radius > self->most)
    gyre_report_error (report, NULL, NULL, "radius must be at most %g, is %g", self->most, self->radius);
}

static void
test_pane_class_initialize (gpointer type_class, gpointer data)
{
  ((GyreComponentClass *) type_class)->validate = check_pane;
}

GYRE_DEFINE_COMPONENT (TestPane, test_pane, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (
    gyre_facility (ball, test_ball, "test.shapes.ball"),
    gyre_real (radius, 0, .delegate = "ball.radius"),
    gyre_real (most, 10)),
  GYRE_BEHAVIORS (), .family = "test.pane", .class_initialize = test_pane_class_initialize)

static GString *heard;

static void
hear (GyreComponent *component, const GyreChange *change, gpointer data)
{
  g_string_append_printf (heard, "%s:%g>%g ", (const char *) data, change->old_value.real, change->new_value.real);
}

static void
assert_heard (const char *expected)
{
  g_assert_cmpstr (heard->str, ==, expected);
  g_string_truncate (heard, 0);
}

static void
set (GyreTransaction *transaction, gpointer component, const char *trait, const char *text)
{
  g_autoptr (GError) error = NULL;

  gyre_transaction_set_text (transaction, component, trait, text, &error);
  g_assert_no_error (error);
}

static TestPane *
new_pane (TestBall **ball)
{
  TestPane *pane = test_new (test_pane_get_type (), NULL);

  *ball = (TestBall *) gyre_component_get_object (GYRE_COMPONENT (pane), "ball", NULL);
  gyre_component_observe (GYRE_COMPONENT (pane), "radius", hear, (gpointer) "pane", NULL, NULL);
  gyre_component_observe (GYRE_COMPONENT (*ball), "radius", hear, (gpointer) "ball", NULL, NULL);
  return pane;
}

static void
test_commit (void)
{
  TestBall *ball;
  g_autoptr (GyreComponent) pane = GYRE_COMPONENT (new_pane (&ball));
  g_autoptr (GyreTransaction) transaction = gyre_transaction_begin (gyre_executive_get_default ());

  g_assert_true (gyre_transaction_set_integer (transaction, pane, "radius", 20, NULL));
  set (transaction, pane, "most", "30");
  g_assert_cmpfloat (ball->radius, ==, 1);
  g_assert_true (gyre_transaction_commit (transaction, NULL));
  g_assert_cmpfloat (ball->radius, ==, 20);
  g_assert_cmpfloat (((TestPane *) pane)->radius, ==, 20);
  assert_heard ("pane:1>20 ball:1>20 ");
  g_assert_cmpint (test_category_of (pane, "radius"), ==, GYRE_CATEGORY_EXPLICIT);
  g_assert_cmpint (test_category_of (ball, "radius"), ==, GYRE_CATEGORY_EXPLICIT);
  test_set_text (ball, "radius", "21");
  assert_heard ("pane:20>21 ball:20>21 ");
}

static void
test_refused (void)
{
  TestBall *ball;
  g_autoptr (GyreComponent) pane = GYRE_COMPONENT (new_pane (&ball));
  g_autoptr (GyreTransaction) transaction = gyre_transaction_begin (gyre_executive_get_default ());
  g_autoptr (GyreTransaction) wrong = NULL;
  g_autoptr (GError) error = NULL;

  set (transaction, pane, "radius", "5");
  set (transaction, ball, "radius", "20");
  g_assert_false (gyre_transaction_commit (transaction, &error));
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_VALUE, "radius must be at most 10, is 20");
  g_assert_cmpfloat (ball->radius, ==, 1);
  g_assert_cmpfloat (((TestPane *) pane)->radius, ==, 1);
  g_assert_cmpint (test_category_of (ball, "radius"), ==, GYRE_CATEGORY_DEFAULTS);
  wrong = gyre_transaction_begin (gyre_executive_get_default ());
  g_assert_false (gyre_transaction_set_real (wrong, pane, "radius", -1, &error));
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_VALUE, "radius: ", "is -1");
  g_assert_false (gyre_transaction_commit (wrong, NULL));
  assert_heard ("");
}

static void
test_bound (void)
{
  TestBall *ball;
  g_autoptr (GyreComponent) pane = GYRE_COMPONENT (new_pane (&ball));
  g_autoptr (GyreComponent) model = test_new (test_pane_get_type (), "reflected");
  g_autoptr (GyreTransaction) transaction = gyre_transaction_begin (gyre_executive_get_default ());

  set (transaction, pane, "radius", "{reflected.most} / 2");
  g_assert_true (gyre_transaction_commit (transaction, NULL));
  assert_heard ("pane:1>5 ball:1>5 ");
  test_set_text (model, "most", "12");
  assert_heard ("pane:5>6 ball:5>6 ");
  g_assert_cmpstr (gyre_component_get_binding (GYRE_COMPONENT (ball), "radius", NULL), ==, "{reflected.most} / 2");
}

static void
test_replaced (void)
{
  TestBall *ball;
  g_autoptr (GyreComponent) pane = GYRE_COMPONENT (new_pane (&ball));
  g_autoptr (GyreTransaction) transaction = gyre_transaction_begin (gyre_executive_get_default ());
  g_autoptr (GError) error = NULL;

  set (transaction, pane, "ball", "test.shapes.ball#other-reflected");
  set (transaction, pane, "radius", "5");
  g_assert_false (gyre_transaction_commit (transaction, &error));
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_VALUE, "test.pane.radius: shows a trait of a part that is replaced");
  g_assert_true (gyre_component_get_object (pane, "ball", NULL) == G_OBJECT (ball));
  g_assert_cmpfloat (ball->radius, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  heard = g_string_new (NULL);
  gyre_actor_get (TEST_TYPE_BALL);
  g_test_add_func ("/model/reflection/delegated-trait-is-set-at-the-part-and-each-is-told-once", test_commit);
  g_test_add_func ("/model/reflection/rules-see-the-proposed-copy-and-a-refusal-leaves-both", test_refused);
  g_test_add_func ("/model/reflection/delegated-trait-can-follow-others", test_bound);
  g_test_add_func ("/model/reflection/part-that-is-replaced-in-the-same-transaction-is-a-mistake", test_replaced);
  return g_test_run ();
}
