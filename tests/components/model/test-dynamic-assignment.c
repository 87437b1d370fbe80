/* test-dynamic-assignment.c: An attribute that nobody has declared, among many values that are set at once
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "open-fixtures.h"

#include "gyre-assignment-private.h"

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

  g_string_append_printf (data, "%s %s: %s>%s;", gyre_trait_get_name (change->trait), gyre_trait_get_kind_name (change->trait), before, after);
}

static void
test_all (void)
{
  g_autoptr (TestOpen) open = test_new (TEST_TYPE_OPEN, NULL);
  g_autoptr (GString) heard = g_string_new (NULL);
  GyreTransaction *transaction = begin ();

  test_set_text (open, "count", "1");
  test_set_text (open, "label", "old");
  gyre_component_observe (GYRE_COMPONENT (open), NULL, hear, heard, NULL, NULL);
  say (transaction, open, "count", "2");
  say (transaction, open, "weight", "3");
  say (transaction, open, "label", "5");
  say (transaction, open, "size", "2.5");
  test_assert_text (open, "count", "1");
  g_assert_null (gyre_component_find_dynamic (GYRE_COMPONENT (open), "size"));
  commit (transaction);
  g_assert_cmpstr (heard->str, ==, "count integer: 1>2;weight real: 1>3;label string: old>none;label integer: none>5;size real: none>2.5;");
  test_assert_attributes (open, "count label size");
  test_assert_kind (open, "label", "integer");
  g_assert_cmpint (test_category_of (open, "size"), ==, GYRE_CATEGORY_EXPLICIT);
}

/* A rule of the class refuses the whole of it. */
static void
test_none (void)
{
  g_autoptr (TestOpen) open = test_new (TEST_TYPE_OPEN, NULL);
  g_autoptr (GString) heard = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  GyreTransaction *transaction = begin ();

  test_set_text (open, "label", "old");
  test_set_text (open, "limit", "10");
  gyre_component_observe (GYRE_COMPONENT (open), NULL, hear, heard, NULL, NULL);
  say (transaction, open, "label", "(1, 2)");
  say (transaction, open, "fresh", "new");
  say (transaction, open, "limit", "none");
  say (transaction, open, "limit", "20");
  say (transaction, open, "weight", "21");
  g_assert_false (gyre_transaction_commit (transaction, &error));
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_VALUE, "heavier");
  gyre_transaction_unref (transaction);
  g_assert_cmpstr (heard->str, ==, "");
  test_assert_attributes (open, "label limit");
  test_assert_kind (open, "label", "string");
  test_assert_text (open, "label", "old");
  test_assert_text (open, "limit", "10");
}

static void
test_cancelled (void)
{
  g_autoptr (TestOpen) open = test_new (TEST_TYPE_OPEN, NULL);
  GyreTransaction *transaction = begin ();
  g_autoptr (GError) error = NULL;

  say (transaction, open, "fresh", "new");
  say (transaction, open, "other", "{nobody.there} + 1");
  gyre_transaction_cancel (transaction);
  gyre_transaction_unref (transaction);
  test_assert_attributes (open, "");
  g_assert_cmpuint (gyre_dynamics_get_length (GYRE_COMPONENT (open)), ==, 0);
  transaction = begin ();
  g_assert_false (gyre_transaction_set_text (transaction, GYRE_COMPONENT (open), "a.b", "1", &error));
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_NAME, "can't be an attribute");
  g_assert_false (gyre_transaction_commit (transaction, NULL));
  gyre_transaction_unref (transaction);
}

/* What follows and what is followed can come in the same transaction, and either can be new. */
static void
test_followed (void)
{
  g_autoptr (TestOpen) one = test_new (TEST_TYPE_OPEN, "followed-one");
  g_autoptr (TestOpen) other = test_new (TEST_TYPE_OPEN, "followed-other");
  GyreTransaction *transaction = begin ();

  say (transaction, other, "double", "2 * {followed-one.base}");
  say (transaction, other, "weight", "{followed-other.double} + 1");
  say (transaction, one, "base", "4");
  commit (transaction);
  test_assert_text (other, "double", "8");
  g_assert_cmpfloat (other->weight, ==, 9);
  transaction = begin ();
  say (transaction, one, "base", "2.5");
  say (transaction, other, "weight", "7");
  commit (transaction);
  test_assert_text (other, "double", "5.0");
  g_assert_cmpfloat (other->weight, ==, 7);
}

static void
test_circle (void)
{
  g_autoptr (TestOpen) open = test_new (TEST_TYPE_OPEN, "circular");
  GyreTransaction *transaction = begin ();
  g_autoptr (GError) error = NULL;

  test_set_text (open, "two", "3");
  say (transaction, open, "one", "{.two}");
  say (transaction, open, "two", "{.one}");
  g_assert_false (gyre_transaction_commit (transaction, &error));
  g_assert_nonnull (error);
  gyre_transaction_unref (transaction);
  test_assert_attributes (open, "two");
  test_assert_text (open, "two", "3");
}

static gboolean
random_step (GyreTransaction *transaction, GyreComponent *component, GRand *random)
{
  static const char * const texts[] = { "1", "2.5", "true", "red", "(1, 2)", "none", "{.weight} * 2", "{.c}", "{.a} {.b}", "{nobody.x}" };
  static const char * const names[] = { "a", "b", "c", "d" };
  const char *name = names[g_rand_int_range (random, 0, G_N_ELEMENTS (names))];

  if (gyre_component_find_dynamic (component, name) == NULL || g_rand_int_range (random, 0, 4) > 0)
    return gyre_transaction_set_text (transaction, component, name, texts[g_rand_int_range (random, 0, G_N_ELEMENTS (texts))], NULL);
  return g_rand_boolean (random) ? gyre_transaction_unset (transaction, component, name, NULL)
                                 : gyre_transaction_reset (transaction, component, name, NULL);
}

/* Random sets, of which half are refused in the end: then the component saves as it was. */
static void
test_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (11);
  g_autoptr (TestOpen) open = test_new (TEST_TYPE_OPEN, "randomly");

  test_set_text (open, "limit", "5");
  for (guint round = 0; round < 400; round++)
    {
      g_autoptr (GVariant) before = gyre_component_take_snapshot (GYRE_COMPONENT (open), GYRE_SNAPSHOT_PLAIN, NULL);
      g_autoptr (GVariant) after = NULL;
      GyreTransaction *transaction = begin ();
      gboolean done = TRUE;

      for (guint count = g_rand_int_range (random, 1, 5); done && count > 0; count--)
        done = random_step (transaction, GYRE_COMPONENT (open), random);
      if (g_rand_boolean (random))
        done = gyre_transaction_set_real (transaction, GYRE_COMPONENT (open), "weight", 6, NULL) && done;
      done = gyre_transaction_commit (transaction, NULL) && done;
      gyre_transaction_unref (transaction);
      after = gyre_component_take_snapshot (GYRE_COMPONENT (open), GYRE_SNAPSHOT_PLAIN, NULL);
      g_assert_nonnull (after);
      if (!done)
        g_assert_true (g_variant_equal (before, after));
    }
}

static void
test_property (void)
{
  g_autoptr (GyreComponent) wrapper = NULL;
  g_autoptr (TestOpen) open = test_new (TEST_TYPE_OPEN, NULL);
  g_autoptr (GSimpleAction) action = g_simple_action_new ("act", NULL);
  g_autoptr (GError) error = NULL;
  GyreTransaction *transaction = begin ();

  wrapper = gyre_proxy_new (G_OBJECT (action), NULL, &error);
  g_assert_no_error (error);
  test_set_text (open, "limit", "5");
  say (transaction, wrapper, "enabled", "false");
  say (transaction, open, "weight", "6");
  g_assert_false (gyre_transaction_commit (transaction, NULL));
  gyre_transaction_unref (transaction);
  g_assert_true (g_action_get_enabled (G_ACTION (action)));
  transaction = begin ();
  say (transaction, wrapper, "enabled", "false");
  say (transaction, open, "weight", "4");
  commit (transaction);
  g_assert_false (g_action_get_enabled (G_ACTION (action)));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/dynamic-assignment/all-are-set-and-told-together", test_all);
  g_test_add_func ("/model/dynamic-assignment/refused-transaction-leaves-everything-as-it-was", test_none);
  g_test_add_func ("/model/dynamic-assignment/cancelled-transaction-leaves-nothing", test_cancelled);
  g_test_add_func ("/model/dynamic-assignment/what-follows-is-set-with-what-it-follows", test_followed);
  g_test_add_func ("/model/dynamic-assignment/circle-is-refused", test_circle);
  g_test_add_func ("/model/dynamic-assignment/random-transactions-are-all-or-none", test_random);
  g_test_add_func ("/model/dynamic-assignment/property-of-another-object-is-set-last", test_property);
  return g_test_run ();
}
