/* test-rebinding.c: Which traits follow others when many values are set at once
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "model-fixtures.h"

typedef struct { GyreComponent parent_instance; double x, y, z; int count; char *label; TestBall *ball; double radius; } TestKnot;
typedef struct { GyreComponentClass parent_class; } TestKnotClass;

static gboolean is_refusing;

static void
check_knot (GyreComponent *component, GyreReport *report)
{
  double z = 0, radius = 0;

  gyre_component_get_real (component, "z", &z, NULL);
  gyre_component_get_real (component, "radius", &radius, NULL);
  if (is_refusing || z > 1000)
    gyre_report_error (report, NULL, NULL, "z must be at most 1000, is %g", z);
}

static void
test_knot_class_initialize (gpointer type_class, gpointer data)
{
  ((GyreComponentClass *) type_class)->validate = check_knot;
}

GYRE_DEFINE_COMPONENT (TestKnot, test_knot, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (
    gyre_real (x, 1), gyre_real (y, 2, .constraints = GYRE_NOT_NEGATIVE), gyre_real (z, 3), gyre_integer (count, 4),
    gyre_string (label, "plain"), gyre_facility (ball, test_ball, "test.shapes.ball"),
    gyre_real (radius, 0, .delegate = "ball.radius")),
  GYRE_BEHAVIORS (), .family = "test.knot", .class_initialize = test_knot_class_initialize)

static GString *heard;

static void
hear (GyreComponent *component, const GyreChange *change, gpointer data)
{
  g_autofree char *old_text = gyre_trait_print (change->trait, change->old_value);
  g_autofree char *new_text = gyre_trait_print (change->trait, change->new_value);

  g_string_append_printf (heard, "%s.%s:%s>%s ", gyre_component_get_name (component), gyre_trait_get_name (change->trait), old_text,
                          new_text);
}

static void
assert_heard (const char *expected)
{
  g_assert_cmpstr (heard->str, ==, expected);
  g_string_truncate (heard, 0);
}

static GyreExecutive *
enter (void)
{
  GyreExecutive *executive;

  gyre_executive_get_default ();
  gyre_actor_get (test_knot_get_type ());
  gyre_actor_get (TEST_TYPE_BALL);
  executive = gyre_executive_new ();
  gyre_executive_push (executive);
  is_refusing = FALSE;
  return executive;
}

static void
leave (GyreExecutive *executive)
{
  gyre_executive_pop (executive);
  g_object_unref (executive);
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

  gyre_transaction_commit (transaction, &error);
  g_assert_no_error (error);
  gyre_transaction_unref (transaction);
}

static void
refuse (GyreTransaction *transaction, const char *message)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (gyre_transaction_commit (transaction, &error));
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_VALUE, message);
  gyre_transaction_unref (transaction);
}

static void
assert_bound (gpointer component, const char *trait, const char *text)
{
  g_assert_cmpstr (gyre_component_get_binding (component, trait, NULL), ==, text);
}

static void
test_bind (void)
{
  GyreExecutive *executive = enter ();

  {
    g_autoptr (GyreComponent) a = test_new (test_knot_get_type (), "a");
    g_autoptr (GyreComponent) b = test_new (test_knot_get_type (), "b");
    GyreTransaction *transaction = gyre_transaction_begin (executive);

    gyre_component_observe (b, NULL, hear, NULL, NULL, NULL);
    set (transaction, b, "x", "{a.y} * 2");
    set (transaction, b, "y", "{b.x} + {a.z}");
    set (transaction, b, "label", "y is {.y}");
    set (transaction, a, "y", "10");
    assert_bound (b, "x", NULL);
    commit (transaction);
    assert_heard ("b.x:1>20 b.y:2>23 b.label:plain>y is 23 ");
    assert_bound (b, "x", "{a.y} * 2");
    test_set_text (a, "y", "20");
    assert_heard ("b.x:20>40 b.y:23>43 b.label:y is 23>y is 43 ");
    transaction = gyre_transaction_begin (executive);
    set (transaction, b, "x", "{a.count} + 1");
    commit (transaction);
    test_set_text (a, "y", "30");
    test_assert_text (b, "x", "5");
    test_set_text (a, "count", "7");
    test_assert_text (b, "x", "8");
    test_assert_text (b, "y", "11");
  }
  leave (executive);
  g_string_truncate (heard, 0);
}

static void
test_refused (void)
{
  GyreExecutive *executive = enter ();

  {
    g_autoptr (GyreComponent) a = test_new (test_knot_get_type (), "a");
    g_autoptr (GyreComponent) b = test_new (test_knot_get_type (), "b");
    GyreTransaction *transaction = gyre_transaction_begin (executive);

    test_set_text (b, "x", "{a.y}");
    gyre_component_observe (b, NULL, hear, NULL, NULL, NULL);
    set (transaction, b, "x", "{a.z}");
    set (transaction, b, "z", "{a.count} * 1000");
    refuse (transaction, "z must be at most 1000, is 4000");
    assert_bound (b, "x", "{a.y}");
    assert_bound (b, "z", NULL);
    transaction = gyre_transaction_begin (executive);
    set (transaction, b, "y", "{a.count} - 100");
    refuse (transaction, "b.y: ");
    transaction = gyre_transaction_begin (executive);
    set (transaction, b, "z", "{.x}");
    set (transaction, a, "y", "{b.z}");
    refuse (transaction, "'a.y' would be made of itself");
    assert_heard ("");
    assert_bound (a, "y", NULL);
    test_set_text (a, "y", "30");
    test_assert_text (b, "x", "30");
    assert_heard ("b.x:2>30 ");
    test_set_text (a, "z", "7");
    test_set_text (a, "count", "9");
    assert_heard ("");
  }
  leave (executive);
}

/* The same line of code binds and unbinds here: what counts is what was said, not where. */
static void
test_unbind (void)
{
  GyreExecutive *executive = enter ();

  {
    g_autoptr (GyreComponent) a = test_new (test_knot_get_type (), "a");
    g_autoptr (GyreComponent) b = test_new (test_knot_get_type (), "b");
    GyreTransaction *transaction = gyre_transaction_begin (executive);

    set (transaction, b, "x", "{a.y}");
    set (transaction, b, "z", "{.x} + 1");
    commit (transaction);
    transaction = gyre_transaction_begin (executive);
    set (transaction, b, "x", "50");
    set (transaction, a, "z", "5000");
    refuse (transaction, "z must be");
    assert_bound (b, "x", "{a.y}");
    test_set_text (a, "y", "4");
    test_assert_text (b, "x", "4");
    test_assert_text (b, "z", "5");
    transaction = gyre_transaction_begin (executive);
    set (transaction, b, "x", "4");
    commit (transaction);
    assert_bound (b, "x", NULL);
    test_set_text (a, "y", "8");
    test_assert_text (b, "x", "4");
    test_set_text (b, "x", "9");
    test_assert_text (b, "z", "10");
  }
  leave (executive);
}

/* What already follows, and is told to follow something of another value from another place, goes on with that. */
static void
test_again (void)
{
  GyreExecutive *executive = enter ();

  {
    g_autoptr (GyreComponent) a = test_new (test_knot_get_type (), "a");
    g_autoptr (GyreComponent) b = test_new (test_knot_get_type (), "b");

    g_assert_true (gyre_component_bind (b, "x", "{a.y}", NULL));
    g_assert_true (gyre_component_bind (b, "x", "{a.z} + 5", NULL));
    assert_bound (b, "x", "{a.z} + 5");
    test_assert_text (b, "x", "8");
    test_set_text (a, "z", "10");
    test_assert_text (b, "x", "15");
  }
  leave (executive);
}

static void
test_undefined (void)
{
  GyreExecutive *executive = enter ();

  {
    g_autoptr (GyreComponent) b = test_new (test_knot_get_type (), "b");
    g_autoptr (GyreComponent) late = NULL;
    GyreTransaction *transaction = gyre_transaction_begin (executive);

    set (transaction, b, "x", "{late.y} * 3");
    commit (transaction);
    test_assert_text (b, "x", "1");
    late = test_new (test_knot_get_type (), "late");
    test_assert_text (b, "x", "6");
  }
  leave (executive);
}

static void
test_syntax (void)
{
  GyreExecutive *executive = enter ();

  {
    g_autoptr (GyreComponent) b = test_new (test_knot_get_type (), "b");
    g_autoptr (GyreTransaction) transaction = gyre_transaction_begin (executive);
    g_autoptr (GError) error = NULL;

    g_assert_false (gyre_transaction_set_text (transaction, b, "x", "{a.y} +", &error));
    test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_VALUE, "b.x: must be an expression");
    g_assert_false (gyre_transaction_commit (transaction, NULL));
  }
  leave (executive);
}

/* Everything that can be asked of the components: values, places, priorities, and what follows what. */
static char *
dup_state (GyreComponent **components, guint length)
{
  static const char * const traits[] = { "x", "y", "z", "count", "label", "radius", "ball" };
  GString *state = g_string_new (NULL);

  for (guint index = 0; index < length; index++)
    for (guint number = 0; number < G_N_ELEMENTS (traits); number++)
      {
        g_autofree char *text = gyre_component_dup_text (components[index], traits[number], NULL);
        g_autoptr (GyreLocator) locator = gyre_component_dup_value_locator (components[index], traits[number], NULL);
        g_autofree char *place = locator != NULL ? gyre_locator_to_string (locator) : NULL;
        GyrePriority priority = GYRE_PRIORITY_NONE;
        const char *binding = number < 5 ? gyre_component_get_binding (components[index], traits[number], NULL) : NULL;

        gyre_component_get_value_priority (components[index], traits[number], &priority, NULL);
        g_string_append_printf (state, "%s|%s|%d|%d|%s|%d\n", text, place, priority.category, priority.rank, binding,
                                gyre_component_is_set (components[index], traits[number], NULL));
      }
  return g_string_free (state, FALSE);
}

static void
set_randomly (GyreTransaction *transaction, GyreComponent **components, guint length)
{
  static const char * const traits[] = { "x", "y", "z", "count", "radius", "label" };
  const char *trait = traits[g_test_rand_int_range (0, G_N_ELEMENTS (traits))];
  GyreComponent *component = components[g_test_rand_int_range (0, length)];
  const char *other = traits[g_test_rand_int_range (0, 4)];
  g_autofree char *text = NULL;

  switch (g_test_rand_int_range (0, 4))
    {
    case 0: text = g_strdup_printf ("{k%d.%s} + 1", g_test_rand_int_range (0, (gint32) length), other); break;
    case 1: text = g_strdup_printf ("{.%s}", other); break;
    default: text = g_strdup_printf ("%d", g_test_rand_int_range (-1, 10)); break;
    }
  gyre_transaction_set_text (transaction, component, trait, text, NULL);
}

/* Follows are live afterwards: what a trait follows changes, and it changes with it. */
static void
assert_live (GyreComponent *a, GyreComponent *b)
{
  double value = 0;

  for (int number = 100; number < 102; number++)
    {
      g_assert_true (gyre_component_set_real (a, "z", number, NULL));
      g_assert_true (gyre_component_get_real (b, "x", &value, NULL));
      g_assert_cmpfloat (value, ==, number + 5);
    }
}

static gboolean
ignore (const char *domain, GLogLevelFlags level, const char *message, gpointer data)
{
  return (level & G_LOG_LEVEL_MASK) != G_LOG_LEVEL_WARNING;
}

static void
be_silent (const char *domain, GLogLevelFlags level, const char *message, gpointer data)
{
}

static void
test_random (void)
{
  GyreExecutive *executive = enter ();
  guint refused = 0, done = 0;

  /* What follows can be refused after a good transaction, which is a warning. */
  guint handler = g_log_set_handler ("Gyre", G_LOG_LEVEL_WARNING | G_LOG_FLAG_FATAL, be_silent, NULL);
  g_test_log_set_fatal_handler (ignore, NULL);
  {
    GyreComponent *components[3];

    for (guint index = 0; index < 3; index++)
      {
        g_autofree char *name = g_strdup_printf ("k%u", index);
        components[index] = test_new (test_knot_get_type (), name);
      }
    for (guint round = 0; round < 120; round++)
      {
        g_autoptr (GyreTransaction) transaction = gyre_transaction_begin (executive);
        g_autofree char *before = dup_state (components, 3);
        g_autofree char *after = NULL;
        guint length = g_test_rand_int_range (1, 8);

        for (guint index = 0; index < length; index++)
          set_randomly (transaction, components, 3);
        is_refusing = g_test_rand_bit ();
        if (gyre_transaction_commit (transaction, NULL))
          {
            done++;
            is_refusing = FALSE;
            continue;
          }
        refused++;
        is_refusing = FALSE;
        after = dup_state (components, 3);
        g_assert_cmpstr (after, ==, before);
      }
    g_assert_cmpuint (refused, >, 10);
    g_assert_cmpuint (done, >, 10);
    for (guint index = 0; index < 3; index++)
      gyre_component_reset (components[index], "z", NULL);
    g_assert_true (gyre_component_set_text (components[0], "z", "0", NULL));
    g_assert_true (gyre_component_set_text (components[1], "x", "{k0.z} + 5", NULL));
    assert_live (components[0], components[1]);
    for (guint index = 0; index < 3; index++)
      g_object_unref (components[index]);
  }
  g_log_remove_handler ("Gyre", handler);
  leave (executive);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  heard = g_string_new (NULL);
  g_test_add_func ("/model/rebinding/texts-with-references-bind-at-the-commit-and-see-the-other-values", test_bind);
  g_test_add_func ("/model/rebinding/refused-commit-leaves-what-was-bound", test_refused);
  g_test_add_func ("/model/rebinding/plain-value-unbinds-and-a-rollback-keeps-it-live", test_unbind);
  g_test_add_func ("/model/rebinding/what-is-bound-can-be-bound-again-elsewhere", test_again);
  g_test_add_func ("/model/rebinding/what-is-not-there-yet-is-no-reason-to-refuse", test_undefined);
  g_test_add_func ("/model/rebinding/mistakes-of-the-text-are-told-at-the-set", test_syntax);
  g_test_add_func ("/model/rebinding/random-transactions-that-fail-leave-the-state-identical", test_random);
  return g_test_run ();
}
