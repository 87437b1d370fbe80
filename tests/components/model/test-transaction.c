/* test-transaction.c: Several traits of several components, all or none
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "model-fixtures.h"

/* Its three numbers must rise. */
typedef struct { GyreComponent parent_instance; double a, b, c; char *label; TestShape *shape; } TestRising;
typedef struct { GyreComponentClass parent_class; } TestRisingClass;

static void
check_rising (GyreComponent *component, GyreReport *report)
{
  double a = 0, b = 0, c = 0;

  gyre_component_get_real (component, "a", &a, NULL);
  gyre_component_get_real (component, "b", &b, NULL);
  gyre_component_get_real (component, "c", &c, NULL);
  if (!(a < b && b < c))
    gyre_report_error (report, NULL, NULL, "a < b < c must hold: %g, %g, %g", a, b, c);
}

static void
test_rising_class_initialize (gpointer type_class, gpointer data)
{
  ((GyreComponentClass *) type_class)->validate = check_rising;
}

GYRE_DEFINE_COMPONENT (TestRising, test_rising, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (
    gyre_real (a, 1.0),
    gyre_real (b, 2.0),
    gyre_real (c, 3.0),
    gyre_string (label, "plain", .nullable = TRUE),
    gyre_facility (shape, test_shape, NULL)),
  GYRE_BEHAVIORS (),
  .family = "test.rising",
  .class_initialize = test_rising_class_initialize)

/* A validator of one trait that looks at another one. */
typedef struct { GyreComponent parent_instance; double least, most; } TestSpan;
typedef struct { GyreComponentClass parent_class; } TestSpanClass;

static gboolean
check_most (const GyreTrait *trait, GyreValue value, gpointer instance, GError **error)
{
  double least = 0;

  if (instance == NULL || (gyre_component_get_real (instance, "least", &least, NULL) && least <= value.real))
    return TRUE;
  g_set_error (error, GYRE_VALUE_ERROR, GYRE_VALUE_ERROR_CONSTRAINT, "must be at least the least one, %g", least);
  return FALSE;
}

static const GyreValidator most_validators[] = { check_most, NULL };

GYRE_DEFINE_COMPONENT (TestSpan, test_span, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (gyre_real (least, 0.0), gyre_real (most, 1.0, .validators = most_validators)), GYRE_BEHAVIORS (),
  .family = "test.span")

static GString *heard;

static void
hear (GyreComponent *component, const GyreChange *change, gpointer data)
{
  g_autofree char *old_text = gyre_trait_print (change->trait, change->old_value);
  g_autofree char *new_text = gyre_trait_print (change->trait, change->new_value);

  g_string_append_printf (heard, "%s:%s>%s ", (const char *) data, old_text, new_text);
}

static void
hear_all (const GyreChange *changes, guint n_changes, gpointer data)
{
  g_string_append_printf (heard, "%s(", (const char *) data);
  for (guint index = 0; index < n_changes; index++)
    hear (changes[index].component, &changes[index], (gpointer) gyre_trait_get_name (changes[index].trait));
  g_string_append (heard, ") ");
}

static void
on_notify (GObject *object, GParamSpec *specification, gpointer data)
{
  g_string_append_printf (heard, "notify:%s ", specification->name);
}

static void
assert_heard (const char *expected)
{
  g_assert_cmpstr (heard->str, ==, expected);
  g_string_truncate (heard, 0);
}

static void
observe (gpointer component, const char *trait, const char *data)
{
  g_assert_cmpuint (gyre_component_observe (component, trait, hear, (gpointer) data, NULL, NULL), >, 0);
}

static GyreTransaction *
begin (void)
{
  return gyre_transaction_begin (gyre_executive_get_current ());
}

static void
set (GyreTransaction *transaction, gpointer component, const char *trait, const char *text)
{
  g_autoptr (GError) error = NULL;

  gyre_transaction_set_text (transaction, component, trait, text, &error);
  g_assert_no_error (error);
}

static void
commit (GyreTransaction *transaction)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (gyre_transaction_commit (transaction, &error));
  g_assert_no_error (error);
}

static void
assert_values (TestRising *rising, double a, double b, double c)
{
  g_assert_cmpfloat (rising->a, ==, a);
  g_assert_cmpfloat (rising->b, ==, b);
  g_assert_cmpfloat (rising->c, ==, c);
}

static void
test_rising_together (void)
{
  g_autoptr (GyreComponent) component = test_new (test_rising_get_type (), NULL);
  g_autoptr (GyreTransaction) transaction = begin ();
  g_autoptr (GError) error = NULL;

  g_signal_connect (component, "notify", G_CALLBACK (on_notify), NULL);
  observe (component, NULL, "o");
  g_assert_false (gyre_component_set_real (component, "a", 10, &error));
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_VALUE, "test.rising.a: ", "a < b < c must hold: 10, 2, 3");
  assert_heard ("");
  g_assert_true (gyre_transaction_set_real (transaction, component, "a", 10, &error));
  g_assert_true (gyre_transaction_set_integer (transaction, component, "b", 20, &error));
  set (transaction, component, "c", "30");
  assert_values ((TestRising *) component, 1, 2, 3);
  commit (transaction);
  assert_values ((TestRising *) component, 10, 20, 30);
  assert_heard ("o:1>10 o:2>20 o:3>30 notify:a notify:b notify:c ");
  g_assert_true (gyre_component_set_real (component, "a", 11, &error));
  assert_heard ("o:10>11 notify:a ");
}

static void
test_refused_by_rule (void)
{
  g_autoptr (GyreComponent) component = test_new (test_rising_get_type (), "refusing");
  g_autoptr (GyreComponent) other = test_new (test_rising_get_type (), "other-refusing");
  g_autoptr (TestBall) ball = test_new (TEST_TYPE_BALL, NULL);
  g_autoptr (GyreTransaction) transaction = begin ();
  g_autoptr (GError) error = NULL;

  g_signal_connect (component, "notify", G_CALLBACK (on_notify), NULL);
  observe (component, NULL, "o");
  observe (ball, NULL, "p");
  set (transaction, ball, "radius", "5");
  set (transaction, ball, "label", "big");
  set (transaction, component, "a", "10");
  set (transaction, other, "c", "0");
  g_assert_false (gyre_transaction_commit (transaction, &error));
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_VALUE, "refusing: a < b < c must hold: 10, 2, 3",
                     "other-refusing: a < b < c must hold: 1, 2, 0");
  assert_values ((TestRising *) component, 1, 2, 3);
  g_assert_cmpfloat (ball->radius, ==, 1);
  g_assert_cmpstr (ball->label, ==, "plain");
  g_assert_cmpint (test_category_of (ball, "radius"), ==, GYRE_CATEGORY_DEFAULTS);
  assert_heard ("");
}

static void
test_refused_set (void)
{
  g_autoptr (TestBall) ball = test_new (TEST_TYPE_BALL, NULL);
  g_autoptr (GyreTransaction) transaction = begin ();
  g_autoptr (GError) error = NULL;
  GyreComponent *component = GYRE_COMPONENT (ball);

  set (transaction, ball, "label", "x");
  g_assert_false (gyre_transaction_set_real (transaction, component, "radius", -1, NULL));
  g_assert_false (gyre_transaction_set_real (transaction, component, "radus", 1, &error));
  test_assert_error (error, GYRE_DECLARATION_ERROR, GYRE_DECLARATION_ERROR_UNKNOWN, "did you mean 'radius'?");
  g_assert_false (gyre_transaction_set_real (transaction, component, "measure", 1, &error));
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_UNKNOWN, "is a behavior");
  g_assert_false (gyre_transaction_commit (transaction, &error));
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_VALUE, "test.shapes.ball.radius: ", "is -1");
  g_assert_cmpstr (ball->label, ==, "plain");
}

/* The last word counts, what ends as it was is no change, and each listener hears once. */
static void
test_one_notification (void)
{
  g_autoptr (TestBall) ball = test_new (TEST_TYPE_BALL, NULL);
  g_autoptr (GyreTransaction) transaction = begin ();

  g_signal_connect (ball, "notify", G_CALLBACK (on_notify), NULL);
  observe (ball, NULL, "o");
  for (guint index = 2; index < 22; index++)
    g_assert_true (gyre_transaction_set_real (transaction, GYRE_COMPONENT (ball), index % 2 ? "r" : "radius", index + 1.0, NULL));
  set (transaction, ball, "label", "other");
  set (transaction, ball, "label", "plain");
  commit (transaction);
  assert_heard ("o:1>22 notify:radius ");
  g_assert_cmpint (test_category_of (ball, "label"), ==, GYRE_CATEGORY_EXPLICIT);
}

static TestBall *seen_ball;

static void
see_both (GyreComponent *component, const GyreChange *change, gpointer data)
{
  g_string_append_printf (heard, "%g+%s ", seen_ball->radius, seen_ball->label);
}

/* Nobody hears before everything is stored, across components; each listener hears of all that is its own at once. */
static void
test_delivery (void)
{
  g_autoptr (TestBall) first = test_new (TEST_TYPE_BALL, "delivery.one");
  g_autoptr (TestBall) second = test_new (TEST_TYPE_BALL, "delivery.two");
  g_autoptr (GyreTransaction) transaction = begin ();
  GyreExecutive *executive = gyre_executive_get_default ();
  gulong whole = gyre_executive_observe_changes (executive, "delivery.**", hear_all, (gpointer) "all", NULL, NULL);
  gulong each;

  observe (second, "radius", "second");
  each = gyre_executive_observe (executive, "delivery.*.radius", hear, (gpointer) "each", NULL, NULL);
  observe (first, NULL, "first");
  seen_ball = second;
  gyre_component_observe (GYRE_COMPONENT (first), "radius", see_both, NULL, NULL, NULL);
  set (transaction, first, "radius", "2");
  set (transaction, second, "radius", "3");
  set (transaction, second, "label", "x");
  set (transaction, first, "label", "y");
  commit (transaction);
  assert_heard ("all(radius:1>2 radius:1>3 label:plain>x label:plain>y ) second:1>3 each:1>2 each:1>3 "
                "first:1>2 first:plain>y 3+x ");
  gyre_executive_unobserve (executive, whole);
  gyre_executive_unobserve (executive, each);
}

static void
test_nested (void)
{
  g_autoptr (GyreComponent) component = test_new (test_rising_get_type (), NULL);
  g_autoptr (GyreTransaction) outer = begin ();
  g_autoptr (GyreTransaction) inner = begin ();
  g_autoptr (GyreTransaction) dropped = NULL;

  observe (component, NULL, "o");
  set (inner, component, "c", "40");
  set (inner, component, "a", "20");
  commit (inner);
  assert_values ((TestRising *) component, 1, 2, 3);
  dropped = begin ();
  set (dropped, component, "a", "1000");
  gyre_transaction_cancel (dropped);
  set (outer, component, "b", "30");
  assert_heard ("");
  commit (outer);
  assert_values ((TestRising *) component, 20, 30, 40);
  assert_heard ("o:3>40 o:1>20 o:2>30 ");
}

static void
test_dropped (void)
{
  g_autoptr (TestBall) ball = test_new (TEST_TYPE_BALL, NULL);
  GyreTransaction *transaction = begin ();

  set (transaction, ball, "radius", "2");
  gyre_transaction_unref (transaction);
  g_assert_cmpfloat (ball->radius, ==, 1);
  transaction = begin ();
  set (transaction, ball, "radius", "2");
  commit (transaction);
  g_assert_cmpfloat (ball->radius, ==, 2);
  gyre_transaction_unref (transaction);
}

static void
test_places (void)
{
  g_autoptr (TestBall) ball = test_new (TEST_TYPE_BALL, NULL);
  g_autoptr (GyreTransaction) transaction = begin ();
  g_autoptr (GyreLocator) locator = gyre_locator_new_file ("form.cfg", 3, 4);
  g_autoptr (GyreLocator) place = NULL;
  g_autofree char *text = NULL;

  g_assert_true (gyre_transaction_set_text_from (transaction, GYRE_COMPONENT (ball), "radius", "2", GYRE_CATEGORY_USER, locator, NULL));
  g_assert_true (gyre_transaction_set_string (transaction, GYRE_COMPONENT (ball), "label", "x", NULL));
  commit (transaction);
  test_assert_place (ball, "radius", "form.cfg:3:4");
  g_assert_cmpint (test_category_of (ball, "radius"), ==, GYRE_CATEGORY_USER);
  place = gyre_component_dup_value_locator (GYRE_COMPONENT (ball), "label", NULL);
  text = gyre_locator_to_string (place);
  g_assert_nonnull (strstr (text, "test-transaction.c"));
}

static void
test_facilities (void)
{
  g_autoptr (TestHost) host = test_new (TEST_TYPE_HOST, "transaction-host");
  g_autoptr (TestBox) box = test_new (TEST_TYPE_BOX, "transaction-box");
  g_autoptr (TestStone) stone = test_new (TEST_TYPE_STONE, NULL);
  g_autoptr (GyreTransaction) transaction = begin ();
  g_autoptr (GyreTransaction) refused = NULL;
  g_autoptr (GError) error = NULL;
  GObject *old_ball = gyre_component_get_object (GYRE_COMPONENT (host), "ball", NULL);

  g_object_ref (old_ball);
  g_assert_true (gyre_transaction_set_object (transaction, GYRE_COMPONENT (host), "shape", G_OBJECT (box), NULL));
  set (transaction, host, "ball", "test.shapes.ball#another");
  g_assert_null (host->shape);
  commit (transaction);
  g_assert_true ((gpointer) host->shape == box);
  g_assert_null (host->ball);
  g_assert_null (gyre_component_get_name (GYRE_COMPONENT (old_ball)));
  test_assert_text (host, "ball", "test.shapes.ball#another");
  g_object_unref (old_ball);
  refused = begin ();
  g_assert_false (gyre_transaction_set_text (refused, GYRE_COMPONENT (host), "ball", "test.stone", &error));
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_INCOMPATIBLE, "transaction-host.ball");
}

static void
test_validators (void)
{
  g_autoptr (GyreComponent) span = test_new (test_span_get_type (), NULL);
  g_autoptr (GyreTransaction) transaction = begin ();
  g_autoptr (GyreTransaction) refused = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (gyre_component_set_real (span, "most", -3, &error));
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_VALUE, "test.span.most: must be at least the least one, 0");
  set (transaction, span, "most", "-3");
  set (transaction, span, "least", "-5");
  commit (transaction);
  test_assert_text (span, "most", "-3");
  refused = begin ();
  set (refused, span, "most", "7");
  set (refused, span, "least", "8");
  g_assert_false (gyre_transaction_commit (refused, &error));
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_VALUE, "test.span.most: must be at least the least one, 8");
  test_assert_text (span, "least", "-5");
}

static void
test_construction (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GyreComponent) good = gyre_component_new (test_rising_get_type (), NULL, &error, "a", 4.0, "b", 5.0, "c", 6.0, NULL);

  g_assert_no_error (error);
  assert_values ((TestRising *) good, 4, 5, 6);
  g_assert_null (gyre_component_new (test_rising_get_type (), "badly-built", &error, "a", 4.0, NULL));
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_CONFIGURATION, "a < b < c must hold: 4, 2, 3");
}

static void
test_executives (void)
{
  g_autoptr (TestBall) ball = test_new (TEST_TYPE_BALL, NULL);
  g_autoptr (GyreExecutive) executive = gyre_executive_new ();
  g_autoptr (GyreTransaction) transaction = gyre_transaction_begin (executive);
  g_autoptr (GError) error = NULL;

  g_assert_false (gyre_transaction_set_real (transaction, GYRE_COMPONENT (ball), "radius", 2, &error));
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_INVALID, "another executive");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  heard = g_string_new (NULL);
  g_test_add_func ("/model/transaction/what-rises-together-can-be-raised-only-together", test_rising_together);
  g_test_add_func ("/model/transaction/refused-by-a-rule-leaves-everything", test_refused_by_rule);
  g_test_add_func ("/model/transaction/refused-set-can-not-be-committed", test_refused_set);
  g_test_add_func ("/model/transaction/trait-is-told-once-with-its-first-and-last-value", test_one_notification);
  g_test_add_func ("/model/transaction/listeners-hear-when-everything-is-stored", test_delivery);
  g_test_add_func ("/model/transaction/inner-one-belongs-to-the-outer", test_nested);
  g_test_add_func ("/model/transaction/dropped-one-sets-nothing", test_dropped);
  g_test_add_func ("/model/transaction/values-know-where-they-were-said", test_places);
  g_test_add_func ("/model/transaction/facilities-take-part", test_facilities);
  g_test_add_func ("/model/transaction/validators-see-the-proposed-values", test_validators);
  g_test_add_func ("/model/transaction/what-does-not-go-together-is-not-built", test_construction);
  g_test_add_func ("/model/transaction/components-are-of-one-executive", test_executives);
  return g_test_run ();
}
