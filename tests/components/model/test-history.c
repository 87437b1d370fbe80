/* test-history.c: What values a trait had, on demand
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "open-fixtures.h"

typedef struct { GyreComponent parent_instance; char *word; double x; } TestKeeper;
typedef struct { GyreComponentClass parent_class; } TestKeeperClass;

GYRE_DEFINE_COMPONENT (TestKeeper, test_keeper, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (gyre_string (word, "hidden-one", .secret = TRUE), gyre_real (x, 1.0)), GYRE_BEHAVIORS (),
  .family = "test.keeper")

static void
track (gpointer component, const char *trait, guint capacity)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (gyre_component_track_history (component, trait, capacity, &error));
  g_assert_no_error (error);
}

static void
assert_history (gpointer component, const char *trait, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = gyre_component_list_history (component, trait, &error);
  g_autoptr (GString) text = g_string_new (NULL);
  guint64 last = 0;

  g_assert_no_error (error);
  for (guint index = 0; index < list->len; index++)
    {
      GyreHistoryEntry *entry = g_ptr_array_index (list, index);
      g_string_append_printf (text, "%s=%s ", gyre_history_entry_get_trait (entry), gyre_history_entry_get_text (entry));
      g_assert_cmpuint (gyre_history_entry_get_sequence (entry), >, last);
      last = gyre_history_entry_get_sequence (entry);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_values (void)
{
  g_autoptr (TestBall) ball = test_new (TEST_TYPE_BALL, NULL);

  test_ball_set_radius (ball, 2, NULL);
  assert_history (ball, NULL, "");
  track (ball, "r", 3);
  assert_history (ball, "radius", "radius=2 ");
  test_ball_set_radius (ball, 3, NULL);
  test_ball_set_label (ball, "x", NULL);
  test_set_text (ball, "radius", "4");
  assert_history (ball, "radius", "radius=2 radius=3 radius=4 ");
  g_assert_false (test_ball_set_radius (ball, -3, NULL));
  test_ball_set_radius (ball, 5, NULL);
  assert_history (ball, NULL, "radius=3 radius=4 radius=5 ");
  track (ball, NULL, 2);
  test_ball_set_label (ball, "y", NULL);
  assert_history (ball, NULL, "radius=4 radius=5 label=x label=y ");
  track (ball, "radius", 0);
  assert_history (ball, NULL, "label=x label=y ");
}

static void
test_places (void)
{
  g_autoptr (TestBall) ball = test_new (TEST_TYPE_BALL, "historic");
  g_autoptr (GPtrArray) list = NULL;
  const char * const places[] = { "default", "test.pfg:1:19", "test-history.c", "form.cfg:7:8" };
  const GyreCategory categories[] = { GYRE_CATEGORY_DEFAULTS, GYRE_CATEGORY_USER, GYRE_CATEGORY_EXPLICIT, GYRE_CATEGORY_EXPLICIT };
  g_autoptr (GyreLocator) form = gyre_locator_new_file ("form.cfg", 7, 8);

  track (ball, "radius", 10);
  test_load ("historic.radius = 2\n");
  test_ball_set_radius (ball, 3, NULL);
  gyre_component_set_text_from (GYRE_COMPONENT (ball), "radius", "4", GYRE_CATEGORY_EXPLICIT, form, NULL);
  list = gyre_component_list_history (GYRE_COMPONENT (ball), "radius", NULL);
  g_assert_cmpuint (list->len, ==, G_N_ELEMENTS (places));
  for (guint index = 0; index < list->len; index++)
    {
      GyreHistoryEntry *entry = g_ptr_array_index (list, index);
      g_autoptr (GyreLocator) locator = gyre_history_entry_dup_locator (entry);
      g_autofree char *place = gyre_locator_to_string (locator);
      GyrePriority priority;

      gyre_history_entry_get_priority (entry, &priority);
      g_assert_cmpint (priority.category, ==, categories[index]);
      g_assert_nonnull (strstr (place, places[index]));
    }
}

/* Who says the same as was said before is the one who said it last. A line that repeats itself is written down once. */
static void
test_equal (void)
{
  g_autoptr (TestBall) ball = test_new (TEST_TYPE_BALL, "repeated");
  g_autoptr (TestHost) host = test_new (TEST_TYPE_HOST, "repeating-host");
  g_autoptr (GyreLocator) form = gyre_locator_new_file ("form.cfg", 7, 8);
  g_autoptr (GyreTransaction) transaction = gyre_transaction_begin (gyre_executive_get_default ());
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GyreLocator) place = NULL;
  GyrePriority priority;

  track (ball, "radius", 10);
  track (host, "ball", 10);
  /* Volatile, so that no compiler makes three lines of one. */
  for (volatile guint index = 0; index < 3; index++)
    test_ball_set_radius (ball, 1, NULL);
  assert_history (ball, "radius", "radius=1 radius=1 ");
  gyre_component_set_text_from (GYRE_COMPONENT (ball), "radius", "1.0", GYRE_CATEGORY_USER, form, NULL);
  gyre_transaction_set_real (transaction, GYRE_COMPONENT (ball), "radius", 1, NULL);
  gyre_transaction_set_text (transaction, GYRE_COMPONENT (host), "ball", "test.shapes.ball", NULL);
  g_assert_true (gyre_transaction_commit (transaction, NULL));
  assert_history (ball, "radius", "radius=1 radius=1 radius=1 radius=1 ");
  assert_history (host, "ball", "ball=test.shapes.ball ball=test.shapes.ball ");
  test_set_text (host, "ball", "test.shapes.ball");
  assert_history (host, "ball", "ball=test.shapes.ball ball=test.shapes.ball ball=test.shapes.ball ");
  list = gyre_component_list_history (GYRE_COMPONENT (ball), "radius", NULL);
  gyre_history_entry_get_priority (list->pdata[2], &priority);
  place = gyre_history_entry_dup_locator (list->pdata[2]);
  g_assert_cmpint (priority.category, ==, GYRE_CATEGORY_USER);
  g_assert_true (gyre_locator_get_line (place) == 7);
}

static void
test_secret (void)
{
  g_autoptr (GyreComponent) keeper = test_new (test_keeper_get_type (), NULL);

  track (keeper, NULL, 5);
  test_set_text (keeper, "word", "hidden-two");
  assert_history (keeper, NULL, "word=*** x=1 word=*** ");
}

/* A transaction is one change a trait; a facility is written as what it is. */
static void
test_transaction (void)
{
  g_autoptr (TestHost) host = test_new (TEST_TYPE_HOST, "history-host");
  g_autoptr (GyreTransaction) transaction = gyre_transaction_begin (gyre_executive_get_default ());

  track (host, "ball", 5);
  gyre_transaction_set_text (transaction, GYRE_COMPONENT (host), "ball", "test.shapes.ball#history-ball", NULL);
  gyre_transaction_set_text (transaction, GYRE_COMPONENT (host), "ball", "none", NULL);
  g_assert_true (gyre_transaction_commit (transaction, NULL));
  assert_history (host, "ball", "ball=test.shapes.ball ball=none ");
}

static void
test_unknown (void)
{
  g_autoptr (TestBall) ball = test_new (TEST_TYPE_BALL, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (gyre_component_track_history (GYRE_COMPONENT (ball), "radus", 3, &error));
  test_assert_error (error, GYRE_DECLARATION_ERROR, GYRE_DECLARATION_ERROR_UNKNOWN, "did you mean 'radius'?");
  g_assert_null (gyre_component_list_history (GYRE_COMPONENT (ball), "measure", &error));
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_UNKNOWN, "is a behavior");
}

static void
test_attributes (void)
{
  g_autoptr (TestOpen) open = test_new (TEST_TYPE_OPEN, "remembered");
  g_autoptr (GError) error = NULL;
  GyreTransaction *transaction = gyre_transaction_begin (gyre_executive_get_current ());

  g_assert_false (gyre_component_track_history (GYRE_COMPONENT (open), "count", 5, &error));
  test_assert_error (error, GYRE_DECLARATION_ERROR, GYRE_DECLARATION_ERROR_UNKNOWN, "count");
  test_set_text (open, "count", "1");
  track (open, "count", 3);
  test_set_text (open, "count", "many");
  test_set_text (open, "other", "x");
  test_load ("remembered.count = many\n");
  assert_history (open, "count", "count=1 count=many ");
  gyre_component_unset (GYRE_COMPONENT (open), "count", NULL);
  assert_history (open, "count", "count=1 count=many count=none ");
  track (open, NULL, 2);
  gyre_transaction_set_integer (transaction, GYRE_COMPONENT (open), "late", 3, NULL);
  gyre_transaction_set_integer (transaction, GYRE_COMPONENT (open), "other", 4, NULL);
  g_assert_true (gyre_transaction_commit (transaction, NULL));
  gyre_transaction_unref (transaction);
  test_set_text (open, "count", "2.5");
  assert_history (open, NULL, "count=many count=none weight=1 other=x late=3 other=4 count=2.5 ");
  track (open, NULL, 0);
  test_set_text (open, "late", "5");
  assert_history (open, NULL, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_object_unref (test_new (TEST_TYPE_BALL, NULL));
  g_test_add_func ("/model/history/attributes-that-nobody-declared-are-written-down", test_attributes);
  g_test_add_func ("/model/history/last-values-of-each-trait-are-kept", test_values);
  g_test_add_func ("/model/history/values-know-who-said-them", test_places);
  g_test_add_func ("/model/history/equal-value-of-somebody-else-is-theirs", test_equal);
  g_test_add_func ("/model/history/secrets-are-masked", test_secret);
  g_test_add_func ("/model/history/transaction-is-one-change", test_transaction);
  g_test_add_func ("/model/history/unknown-trait-is-an-error", test_unknown);
  return g_test_run ();
}
