/* test-binding.c: Traits that follow other values
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "model-fixtures.h"

typedef struct
{
  GyreComponent parent_instance;
  double one, two, length;
  int number;
  bool flag;
  char *text;
  GyreList *words;
} TestPoint;
typedef struct { GyreComponentClass parent_class; } TestPointClass;

GYRE_DEFINE_COMPONENT (TestPoint, test_point, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (
    gyre_real (one, 1, .aliases = "uno"),
    gyre_real (two, 2, .constraints = GYRE_NOT_NEGATIVE),
    gyre_real (length, 5, .units = "mm"),
    gyre_integer (number, 3),
    gyre_boolean (flag, FALSE),
    gyre_string (text, "plain"),
    gyre_list (words, string, "a, b")),
  GYRE_BEHAVIORS (), .family = "test.point")

static GyreExecutive *
enter (void)
{
  GyreExecutive *executive;

  gyre_executive_get_default ();
  gyre_actor_get (test_point_get_type ());
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

static gpointer
point (const char *name)
{
  return test_new (test_point_get_type (), name);
}

#define bind(component, trait, text) \
  do \
    { \
      g_autoptr (GError) test_error = NULL; \
      gyre_component_bind (GYRE_COMPONENT (component), trait, text, &test_error); \
      g_assert_no_error (test_error); \
    } \
  while (FALSE)

static void
count (GObject *object, GParamSpec *specification, gpointer data)
{
  ++*(guint *) data;
}

static void
test_follow (void)
{
  GyreExecutive *executive = enter ();

  {
    g_autoptr (GyreComponent) a = point ("a");
    g_autoptr (GyreComponent) b = point ("b");
    guint changes = 0;

    g_signal_connect (b, "notify::one", G_CALLBACK (count), &changes);
    bind (b, "one", "{a.two} * 3 + 1");
    test_assert_text (b, "one", "7");
    g_assert_cmpstr (gyre_component_get_binding (b, "one", NULL), ==, "{a.two} * 3 + 1");
    g_assert_true (test_point_set_two ((TestPoint *) a, 5, NULL));
    g_assert_cmpfloat (((TestPoint *) b)->one, ==, 16);
    g_object_set (a, "two", 6.0, NULL);
    g_assert_cmpfloat (((TestPoint *) b)->one, ==, 19);
    g_assert_cmpuint (changes, ==, 3);
  }
  leave (executive);
}

static void
test_kinds (void)
{
  GyreExecutive *executive = enter ();

  {
    g_autoptr (GyreComponent) a = point ("a");
    g_autoptr (GyreComponent) b = point ("b");

    bind (b, "number", "{a.number} + 1");
    bind (b, "flag", "{a.number} > 10");
    bind (b, "text", "n={a.number} of {a.text}");
    bind (b, "words", "({a.text}, {a.number})");
    bind (b, "length", "{a.length} * 2");
    test_assert_text (b, "number", "4");
    test_assert_text (b, "flag", "false");
    test_assert_text (b, "text", "n=3 of plain");
    test_assert_text (b, "words", "(plain, 3)");
    test_assert_text (b, "length", "10");
    test_set_text (a, "number", "12");
    test_set_text (a, "length", "1 m");
    test_assert_text (b, "number", "13");
    test_assert_text (b, "flag", "true");
    test_assert_text (b, "text", "n=12 of plain");
    test_assert_text (b, "length", "2000");
  }
  leave (executive);
}

static void
test_file (void)
{
  GyreExecutive *executive = enter ();

  test_load ("base = 4\nb.one = {base} * 5\nb.two = {.one} + {a.one}\na.one = 0.5\ntest.point.text = I am {.number}\n");
  {
    g_autoptr (GyreComponent) b = point ("b");
    g_autoptr (GyreComponent) nameless = point (NULL);

    test_assert_text (b, "one", "20");
    test_assert_text (b, "two", "20.5");
    test_assert_text (b, "text", "I am 3");
    test_assert_place (b, "one", "test.pfg:2:9, through test.pfg:1:8");
    test_set_text (nameless, "number", "8");
    test_assert_text (nameless, "text", "I am 8");
    test_assert_text (b, "text", "I am 3");
    test_load ("base = 5\n");
    test_assert_text (b, "one", "25");
    {
      g_autoptr (GyreComponent) a = point ("a");

      test_set_text (a, "one", "1");
      test_assert_text (b, "two", "26");
    }
    test_assert_text (b, "two", "25.5");
  }
  leave (executive);
}

static void
test_late (void)
{
  GyreExecutive *executive = enter ();

  {
    g_autoptr (GyreComponent) b = point ("b");

    test_load ("b.one = {never.said} + 1\ntest.point.two = {b.one}\n");
    test_assert_text (b, "one", "1");
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GyreReport) report = gyre_report_new ();
      g_autofree char *told = NULL;

      g_assert_false (gyre_component_check_binding (b, "one", &error));
      g_assert_nonnull (strstr (error->message, "test.pfg:1:9"));
      g_assert_nonnull (strstr (error->message, "never.said"));
      gyre_executive_report_undefined (executive, report);
      told = gyre_report_to_string (report);
      g_assert_nonnull (strstr (told, "test.pfg:1:9"));
      g_assert_nonnull (strstr (told, "never.said"));
    }
    test_load ("never.said = 41\n");
    test_assert_text (b, "one", "42");
    test_assert_text (b, "two", "42");
    g_assert_true (gyre_component_check_binding (b, "one", NULL));
  }
  leave (executive);
}

static void
test_unbind (void)
{
  GyreExecutive *executive = enter ();

  {
    g_autoptr (GyreComponent) a = point ("a");
    g_autoptr (GyreComponent) b = point ("b");
    g_autoptr (GyreComponent) c = point ("c");

    bind (b, "one", "{a.two}");
    bind (c, "one", "{b.one} + 1");
    test_set_text (b, "one", "9");
    test_assert_text (c, "one", "10");
    g_assert_null (gyre_component_get_binding (b, "one", NULL));
    test_set_text (a, "two", "3");
    test_assert_text (b, "one", "9");
    test_assert_text (c, "one", "10");

    bind (b, "one", "{a.two}");
    g_assert_true (gyre_component_unbind (b, "one", NULL));
    test_set_text (a, "two", "4");
    test_assert_text (b, "one", "3");
    bind (b, "one", "{a.two}");
    /* The same value said otherwise ends it as well. */
    test_set_text (b, "one", "4");
    test_set_text (a, "two", "5");
    test_assert_text (b, "one", "4");
    test_assert_text (c, "one", "5");
  }
  leave (executive);
}

static void
test_cycle (void)
{
  GyreExecutive *executive = enter ();

  {
    g_autoptr (GyreComponent) a = point ("a");
    g_autoptr (GyreComponent) b = point ("b");
    g_autoptr (GError) error = NULL;

    bind (a, "one", "{b.one} + 1");
    g_assert_false (gyre_component_bind (b, "one", "{a.one} - 1", &error));
    test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_VALUE, "a.one", "b.one");
    test_set_text (b, "one", "10");
    test_assert_text (a, "one", "11");
    g_assert_false (gyre_component_bind (b, "two", "{.two}", &error));
    test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_VALUE, "b.two");
    g_assert_false (gyre_component_bind (a, "one", "{a.two} +", &error));
    g_clear_error (&error);
    test_set_text (b, "one", "12");
    test_assert_text (a, "one", "13");
  }
  leave (executive);
}

static void
test_cycle_of_a_file (void)
{
  GyreExecutive *executive = enter ();
  g_autoptr (GError) error = NULL;

  g_assert_false (gyre_executive_load_text (executive, "c.pfg", "x.good = 1\nx.a = {x.b}\nx.b = {x.c}\nx.c = {x.a} + 1\n",
                                            GYRE_CATEGORY_USER, NULL, &error));
  test_assert_error (error, GYRE_EXECUTIVE_ERROR, GYRE_EXECUTIVE_ERROR_CONFIGURATION, "x.a", "x.b", "x.c", "c.pfg:2:7", "c.pfg:3:7",
                     "c.pfg:4:7");
  g_assert_cmpuint (gyre_settings_find (gyre_executive_get_settings (executive), "x.good"), ==, GYRE_SETTINGS_NOWHERE);
  /* What is said last counts. */
  test_load ("x.a = {x.b}\nx.b = {x.a}\nx:\n  b = 3\n");
  g_assert_false (gyre_executive_load_text (executive, "d.pfg", "x.b = {x.a}\n", GYRE_CATEGORY_USER, NULL, &error));
  test_assert_error (error, GYRE_EXECUTIVE_ERROR, GYRE_EXECUTIVE_ERROR_CONFIGURATION, "test.pfg:1:7", "d.pfg:1:7");
  g_assert_false (gyre_executive_load_text (executive, "e.pfg", "test.point.one = {x.a} * (2\n", GYRE_CATEGORY_USER, NULL, &error));
  test_assert_error (error, GYRE_EXECUTIVE_ERROR, GYRE_EXECUTIVE_ERROR_CONFIGURATION, "e.pfg:1:");
  leave (executive);
}

static void
test_refused (void)
{
  GyreExecutive *executive = enter ();

  test_load ("b.two = {a.one}\n");
  {
    g_autoptr (GyreComponent) a = point ("a");
    g_autoptr (GyreComponent) b = point ("b");

    test_assert_text (b, "two", "1");
    g_test_expect_message ("Gyre", G_LOG_LEVEL_WARNING, "*test.pfg:1:9*b.two*at least 0*");
    test_set_text (a, "one", "-1");
    g_test_assert_expected_messages ();
    test_assert_text (b, "two", "1");
    test_set_text (a, "one", "-2");
    test_set_text (a, "one", "7");
    test_assert_text (b, "two", "7");
  }
  {
    g_autoptr (GyreComponent) a = point ("a");
    g_autoptr (GError) error = NULL;

    test_set_text (a, "one", "-1");
    g_assert_null (gyre_component_new (test_point_get_type (), "b", &error, NULL));
    g_assert_nonnull (strstr (error->message, "at least 0"));
  }
  leave (executive);
}

static void
test_dimension (void)
{
  GyreExecutive *executive = enter ();

  {
    g_autoptr (GyreComponent) a = point ("a");
    g_autoptr (GyreComponent) b = point ("b");
    g_autoptr (GError) error = NULL;

    g_assert_false (gyre_component_bind (b, "length", "{a.length} * {a.length}", &error));
    g_assert_nonnull (strstr (error->message, "b.length"));
    test_assert_text (b, "length", "5");
  }
  leave (executive);
}

static void
test_replaced (void)
{
  GyreExecutive *executive = enter ();

  {
    g_autoptr (GyreComponent) b = point ("b");

    bind (b, "one", "{a.uno} + 1");
    for (guint round = 1; round <= 3; round++)
      {
        g_autoptr (GyreComponent) a = point ("a");
        g_autofree char *expected = g_strdup_printf ("%u", round * 10 + 1);

        g_assert_true (test_point_set_one ((TestPoint *) a, round * 10, NULL));
        test_assert_text (b, "one", expected);
      }
    test_assert_text (b, "one", "31");
    test_load ("a.uno = 5\n");
    test_assert_text (b, "one", "6");
    g_assert_false (gyre_component_check_binding (b, "nonsense", NULL));
  }
  leave (executive);
}

static void
test_family (void)
{
  GyreExecutive *executive = enter ();

  {
    g_autoptr (GyreComponent) b = point ("b");

    bind (b, "one", "{test.point.two} * 10");
    test_assert_text (b, "one", "20");
    test_load ("test.point.two = 4\n");
    test_assert_text (b, "one", "40");
    g_assert_true (gyre_actor_set_default (gyre_actor_get (test_point_get_type ()), "two", "5", NULL));
    test_assert_text (b, "one", "50");
  }
  leave (executive);
}

static void
test_class (void)
{
  GyreExecutive *executive = enter ();

  test_load ("test.point.one = {shared} * 2\nshared = 3\n");
  {
    g_autoptr (GyreComponent) a = point (NULL);
    g_autoptr (GyreComponent) b = g_object_new (test_point_get_type (), NULL);
    g_autoptr (GyreComponent) c = g_object_new (test_point_get_type (), "name", "c", NULL);
    g_autofree char *text = gyre_actor_dup_default (gyre_actor_get (test_point_get_type ()), "one", NULL);

    g_assert_cmpstr (text, ==, "{shared} * 2");
    test_assert_text (a, "one", "6");
    test_assert_text (b, "one", "6");
    test_assert_text (c, "one", "6");
    test_load ("shared = 4\n");
    test_assert_text (a, "one", "8");
    test_assert_text (b, "one", "8");
    test_load ("test.point.one = 1\n");
    test_assert_text (a, "one", "1");
    test_load ("test.point.one = {shared}\n");
    test_assert_text (a, "one", "4");
    test_load ("c.one = 9\n");
    test_assert_text (c, "one", "9");
  }
  leave (executive);
}

static void
test_chain (void)
{
  GyreExecutive *executive = enter ();
  const guint length = g_test_thorough () ? 1000000 : 100000;
  g_autoptr (GString) text = g_string_new ("chain.c0 = 0\n");
  g_autofree char *last = g_strdup_printf ("{chain.c%u}", length);
  g_autofree char *expected = g_strdup_printf ("%u", length);
  g_autofree char *changed = g_strdup_printf ("%u", length + 5);

  for (guint index = 1; index <= length; index++)
    g_string_append_printf (text, "chain.c%u = {chain.c%u} + 1\n", index, index - 1);
  test_load (text->str);
  {
    g_autoptr (GyreComponent) b = point ("b");

    bind (b, "number", last);
    test_assert_text (b, "number", expected);
    test_load ("chain.c0 = 5\n");
    test_assert_text (b, "number", changed);
  }
  leave (executive);
}

static void
test_gone (void)
{
  GyreExecutive *executive = enter ();

  {
    g_autoptr (GyreComponent) a = point ("a");

    for (guint round = 0; round < 3; round++)
      {
        g_autoptr (GyreComponent) b = point (NULL);

        bind (b, "one", "{a.two}");
        test_set_text (a, "two", "3");
        test_assert_text (b, "one", "3");
      }
    test_set_text (a, "two", "4");
  }
  leave (executive);
}

/* Everything that can happen, in one order after the other: the values at the end are the same. */
enum { STEPS = 7 };

static void
take_step (guint step, GyreComponent **a, GyreComponent **b)
{
  switch (step)
    {
    case 0: *a = point ("a"); break;
    case 1: *b = point ("b"); break;
    case 2: test_load ("a.one = {base} + 1\n"); break;
    case 3: test_load ("b.one = {a.one} * {a.number}\nb.two = {.one} + {b.number}\n"); break;
    case 4: test_load ("base = 6\n"); break;
    case 5: test_load ("test.point.number = {base} - 1\n"); break;
    default: test_load ("b.number = 100\n"); break;
    }
}

static void
test_orders (void)
{
  for (guint round = 0; round < 200; round++)
    {
      GyreExecutive *executive = enter ();
      GyreComponent *a = NULL;
      GyreComponent *b = NULL;
      guint steps[STEPS] = { 0, 1, 2, 3, 4, 5, 6 };

      for (guint index = STEPS; index > 1; index--)
        {
          guint other = g_test_rand_int_range (0, index);
          guint step = steps[other];

          steps[other] = steps[index - 1];
          steps[index - 1] = step;
          take_step (step, &a, &b);
        }
      take_step (steps[0], &a, &b);
      test_assert_text (a, "one", "7");
      test_assert_text (a, "number", "5");
      test_assert_text (b, "one", "35");
      test_assert_text (b, "two", "135");
      g_object_unref (a);
      g_object_unref (b);
      leave (executive);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/binding/a-trait-follows-and-notifies", test_follow);
  g_test_add_func ("/model/binding/every-kind-follows", test_kinds);
  g_test_add_func ("/model/binding/a-file-binds-and-is-the-place", test_file);
  g_test_add_func ("/model/binding/what-is-undefined-is-told-and-heals", test_late);
  g_test_add_func ("/model/binding/what-is-set-otherwise-follows-no-more", test_unbind);
  g_test_add_func ("/model/binding/a-circle-is-refused-and-nothing-has-changed", test_cycle);
  g_test_add_func ("/model/binding/a-circle-in-a-file-is-refused-with-all-places", test_cycle_of_a_file);
  g_test_add_func ("/model/binding/a-refused-value-keeps-the-last-good-one-and-is-told-once", test_refused);
  g_test_add_func ("/model/binding/a-wrong-dimension-is-refused", test_dimension);
  g_test_add_func ("/model/binding/a-reference-outlives-what-it-names", test_replaced);
  g_test_add_func ("/model/binding/the-value-of-a-class-can-be-named", test_family);
  g_test_add_func ("/model/binding/what-a-class-says-is-bound-in-each-instance", test_class);
  g_test_add_func ("/model/binding/a-long-chain-of-settings-works", test_chain);
  g_test_add_func ("/model/binding/what-follows-can-go", test_gone);
  g_test_add_func ("/model/binding/the-order-of-saying-does-not-matter", test_orders);
  return g_test_run ();
}
