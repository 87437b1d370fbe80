/* test-transaction-values.c: What a transaction sets, and what it takes back
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "open-fixtures.h"

#include "gyre-transaction-private.h"

static GyreTransaction *
begin (void)
{
  return gyre_transaction_begin (gyre_executive_get_current ());
}

static void
say (GyreTransaction *transaction, gpointer component, const char *name, const char *text)
{
  g_autoptr (GError) error = NULL;

  gyre_transaction_set_text (transaction, component, name, text, &error);
  g_assert_no_error (error);
}

static void
unset (GyreTransaction *transaction, gpointer component, const char *name)
{
  g_autoptr (GError) error = NULL;

  gyre_transaction_unset (transaction, component, name, &error);
  g_assert_no_error (error);
}

static void
reset (GyreTransaction *transaction, gpointer component, const char *name)
{
  g_autoptr (GError) error = NULL;

  gyre_transaction_reset (transaction, component, name, &error);
  g_assert_no_error (error);
}

static void
commit (GyreTransaction *transaction)
{
  g_autoptr (GError) error = NULL;

  gyre_transaction_commit (transaction, &error);
  g_assert_no_error (error);
  gyre_transaction_unref (transaction);
}

static void
hear (GyreComponent *component, const GyreChange *change, gpointer data)
{
  g_autofree char *before = gyre_trait_print (change->trait, change->old_value);
  g_autofree char *after = gyre_trait_print (change->trait, change->new_value);

  g_string_append_printf (data, "%s %s>%s;", gyre_trait_get_name (change->trait), before, after);
}

static char *
dup_history (gpointer component)
{
  g_autoptr (GPtrArray) list = gyre_component_list_history (component, NULL, NULL);
  GString *text = g_string_new (NULL);

  for (guint index = 0; index < list->len; index++)
    {
      GyreHistoryEntry *entry = g_ptr_array_index (list, index);
      g_autoptr (GyreLocator) locator = gyre_history_entry_dup_locator (entry);
      g_autofree char *place = locator != NULL ? gyre_locator_to_string (locator) : g_strdup ("-");
      g_string_append_printf (text, "%s=%s %s;", gyre_history_entry_get_trait (entry), gyre_history_entry_get_text (entry), place);
    }
  return g_string_free (text, FALSE);
}

/* Nobody hears of a single step, and the rule sees all of them together. */
static void
test_together (void)
{
  g_autoptr (TestOpen) open = test_new (TEST_TYPE_OPEN, NULL);
  g_autoptr (GString) heard = g_string_new (NULL);
  GyreTransaction *transaction = begin ();

  test_set_text (open, "limit", "10");
  test_set_text (open, "label", "old");
  test_set_text (open, "count", "3");
  gyre_component_observe (GYRE_COMPONENT (open), NULL, hear, heard, NULL, NULL);
  unset (transaction, open, "limit");
  unset (transaction, open, "label");
  reset (transaction, open, "count");
  say (transaction, open, "weight", "20");
  test_assert_attributes (open, "limit label count");
  commit (transaction);
  g_assert_cmpstr (heard->str, ==, "limit 10>none;label old>none;count 3>none;weight 1>20;");
  test_assert_attributes (open, "");
}

/* Values, places, kinds, order, history and who follows are as they were, and nobody has heard. */
static void
test_refused (void)
{
  g_autoptr (TestOpen) open = test_new (TEST_TYPE_OPEN, "refused-open");
  g_autoptr (TestBall) follower = test_new (TEST_TYPE_BALL, NULL);
  g_autoptr (GString) heard = g_string_new (NULL);
  g_autoptr (GString) watched = g_string_new (NULL);
  g_autoptr (GVariant) before = NULL;
  g_autoptr (GVariant) after = NULL;
  g_autofree char *history = NULL;
  g_autofree char *later = NULL;
  g_autoptr (GError) error = NULL;
  gulong watch = gyre_executive_observe (gyre_executive_get_current (), "refused-open.*", hear, watched, NULL, &error);
  GyreTransaction *transaction = begin ();

  g_assert_no_error (error);
  test_set_text (open, "limit", "10");
  test_set_text (open, "weight", "5");
  test_set_text (open, "label", "old");
  test_set_text (open, "double", "2 * {.weight}");
  test_set_text (follower, "radius", "{refused-open.limit}");
  gyre_component_track_history (GYRE_COMPONENT (open), NULL, 100, &error);
  g_assert_no_error (error);
  history = dup_history (open);
  before = gyre_component_take_snapshot (GYRE_COMPONENT (open), GYRE_SNAPSHOT_PLAIN, NULL);
  gyre_component_observe (GYRE_COMPONENT (open), NULL, hear, heard, NULL, NULL);
  g_string_set_size (watched, 0);
  unset (transaction, open, "label");
  unset (transaction, open, "double");
  reset (transaction, open, "weight");
  unset (transaction, open, "limit");
  say (transaction, open, "limit", "0");
  g_assert_false (gyre_transaction_commit (transaction, &error));
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_VALUE, "heavier");
  gyre_transaction_unref (transaction);
  g_assert_cmpstr (heard->str, ==, "");
  g_assert_cmpstr (watched->str, ==, "");
  later = dup_history (open);
  g_assert_cmpstr (later, ==, history);
  after = gyre_component_take_snapshot (GYRE_COMPONENT (open), GYRE_SNAPSHOT_PLAIN, NULL);
  g_assert_true (g_variant_equal (before, after));
  test_assert_attributes (open, "limit label double");
  g_assert_true (gyre_component_is_set (GYRE_COMPONENT (open), "weight", NULL));
  test_set_text (open, "weight", "6");
  test_assert_text (open, "double", "12.0");
  test_set_text (open, "limit", "7");
  g_assert_cmpfloat (follower->radius, ==, 7);
  g_assert_cmpstr (watched->str, ==, "double 10>12;weight 5>6;limit 10>7;");
  gyre_executive_unobserve (gyre_executive_get_current (), watch);
}

/* Each is written down once, also one that was none. */
static void
test_history (void)
{
  g_autoptr (TestOpen) open = test_new (TEST_TYPE_OPEN, NULL);
  GyreTransaction *transaction = begin ();
  g_autofree char *history = NULL;

  test_set_text (open, "label", "old");
  test_set_text (open, "count", "3");
  test_set_text (open, "empty", "none");
  gyre_component_track_history (GYRE_COMPONENT (open), NULL, 100, NULL);
  unset (transaction, open, "label");
  unset (transaction, open, "count");
  unset (transaction, open, "empty");
  commit (transaction);
  history = dup_history (open);
  g_assert_nonnull (strstr (history, "label=none -;count=none -;"));
  test_assert_attributes (open, "");
  test_set_text (open, "count", "4");
  test_assert_text (open, "count", "4");
}

/* Who followed the attribute keeps the last value and is told that it is not there; when it comes again they go on. */
static void
test_followed (void)
{
  g_autoptr (TestOpen) open = test_new (TEST_TYPE_OPEN, "unset-leader");
  g_autoptr (TestBall) follower = test_new (TEST_TYPE_BALL, NULL);
  g_autoptr (GError) error = NULL;
  GyreTransaction *transaction = begin ();

  test_set_text (open, "size", "4");
  test_set_text (open, "copy", "{.size}");
  test_set_text (follower, "radius", "{unset-leader.copy} + {unset-leader.size}");
  g_assert_cmpfloat (follower->radius, ==, 8);
  unset (transaction, open, "copy");
  unset (transaction, open, "size");
  commit (transaction);
  test_assert_attributes (open, "");
  g_assert_cmpfloat (follower->radius, ==, 8);
  g_assert_false (gyre_component_check_binding (GYRE_COMPONENT (follower), "radius", &error));
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_VALUE, "unset-leader");
  test_set_text (open, "size", "1");
  test_set_text (open, "copy", "2");
  g_assert_cmpfloat (follower->radius, ==, 3);
}

/* The last word counts: what is set and removed in one is not there, what is removed and set is. */
static void
test_last_word (void)
{
  g_autoptr (TestOpen) open = test_new (TEST_TYPE_OPEN, NULL);
  GyreTransaction *transaction = begin ();
  GyreTransaction *inner;

  test_set_text (open, "old", "1");
  say (transaction, open, "fresh", "2");
  unset (transaction, open, "fresh");
  unset (transaction, open, "old");
  inner = begin ();
  say (inner, open, "old", "5");
  say (inner, open, "inner", "6");
  commit (inner);
  unset (transaction, open, "inner");
  test_assert_attributes (open, "old");
  commit (transaction);
  test_assert_attributes (open, "old");
  test_assert_text (open, "old", "5");
}

static void
test_unknown (void)
{
  g_autoptr (TestOpen) open = test_new (TEST_TYPE_OPEN, NULL);
  g_autoptr (GyreTransaction) transaction = begin ();
  g_autoptr (GError) error = NULL;

  test_set_text (open, "old", "1");
  g_assert_false (gyre_transaction_unset (transaction, GYRE_COMPONENT (open), "weight", &error));
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_READ_ONLY, "declared", "can be reset");
  g_assert_false (gyre_transaction_unset (transaction, GYRE_COMPONENT (open), "ald", &error));
  test_assert_error (error, GYRE_DECLARATION_ERROR, GYRE_DECLARATION_ERROR_UNKNOWN, "ald", "did you mean 'old'?");
  g_assert_false (gyre_transaction_reset (transaction, GYRE_COMPONENT (open), "ald", &error));
  test_assert_error (error, GYRE_DECLARATION_ERROR, GYRE_DECLARATION_ERROR_UNKNOWN, "ald");
  g_assert_true (gyre_transaction_unset (transaction, GYRE_COMPONENT (open), "old", NULL));
  g_assert_false (gyre_transaction_unset (transaction, GYRE_COMPONENT (open), "old", &error));
  test_assert_error (error, GYRE_DECLARATION_ERROR, GYRE_DECLARATION_ERROR_UNKNOWN, "removed before");
  g_assert_false (gyre_transaction_commit (transaction, NULL));
  test_assert_text (open, "old", "1");
}

/* A rule that wants an attribute keeps it, also outside of transactions. */
static void
judge (GyreComponent *component, GyreReport *report)
{
  if (gyre_component_find_dynamic (component, "needed") == NULL && gyre_component_find_dynamic (component, "free") == NULL)
    gyre_report_error (report, NULL, NULL, "must have what is needed");
}

static void
needing_class_init (gpointer type_class, gpointer data)
{
  GYRE_COMPONENT_CLASS (type_class)->validate = judge;
}

typedef struct { GyreComponent parent_instance; } TestNeeding;
typedef struct { GyreComponentClass parent_class; } TestNeedingClass;

GType test_needing_get_type (void);

GYRE_DEFINE_COMPONENT (TestNeeding, test_needing, GYRE_TYPE_COMPONENT, GYRE_TRAITS (), GYRE_BEHAVIORS (),
  .family = "test.needing",
  .open = TRUE,
  .class_initialize = needing_class_init)

static void
test_needed (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GyreComponent) component = gyre_component_new (test_needing_get_type (), NULL, &error, "needed", "1", NULL);
  GyreTransaction *transaction = begin ();

  g_assert_no_error (error);
  g_assert_false (gyre_component_unset (component, "needed", &error));
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_VALUE, "needed", "must have");
  g_assert_false (gyre_component_reset (component, "needed", &error));
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_VALUE, "needed", "must have");
  test_assert_text (component, "needed", "1");
  unset (transaction, component, "needed");
  say (transaction, component, "free", "true");
  commit (transaction);
  test_assert_attributes (component, "free");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/transaction-values/what-is-taken-back-together-is-told-together", test_together);
  g_test_add_func ("/model/transaction-values/refused-one-that-takes-back-leaves-everything-as-it-was", test_refused);
  g_test_add_func ("/model/transaction-values/what-was-removed-is-in-the-history", test_history);
  g_test_add_func ("/model/transaction-values/followers-of-what-was-removed-keep-their-value", test_followed);
  g_test_add_func ("/model/transaction-values/last-word-counts", test_last_word);
  g_test_add_func ("/model/transaction-values/what-is-not-there-is-not-taken-back", test_unknown);
  g_test_add_func ("/model/transaction-values/rules-keep-what-is-needed", test_needed);
  return g_test_run ();
}
