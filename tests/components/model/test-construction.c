/* test-construction.c: How an instance comes to be
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "model-fixtures.h"

#include "gyre-condition-private.h"
#include "gyre-construction-private.h"

/* A class that writes down what it meets. */
static GString *steps;
static double seen_at_configured, seen_at_initialize, seen_at_constructed;
static gboolean refuses, asks_for_itself;
static GObject *handed_around;

#define TEST_TYPE_DIARY (test_diary_get_type ())
G_DECLARE_FINAL_TYPE (TestDiary, test_diary, TEST, DIARY, GyreComponent)

struct _TestDiary
{
  GyreComponent parent_instance;

  double value;
};

static void
note (const char *step)
{
  if (steps != NULL)
    g_string_append_printf (steps, "%s%s", steps->len > 0 ? " " : "", step);
}

static void
on_class_registered (GyreActor *actor)
{
  note ("class_registered");
}

static char *
on_normalize_name (GyreActor *actor, const char *name)
{
  note ("normalize_name");
  return g_utf8_strdown (name, -1);
}

static void
on_staged (GyreActor *actor, const char *name, GyreLocator *locator)
{
  note ("staged");
}

static void
on_configured (GyreComponent *self, GyreReport *report)
{
  seen_at_configured = TEST_DIARY (self)->value;
  note ("configured");
  if (refuses)
    gyre_report_error (report, NULL, NULL, "configured refuses");
}

static void
on_initialized (GyreComponent *self, GyreReport *report)
{
  note ("initialized");
  if (refuses)
    gyre_report_error (report, NULL, NULL, "initialized refuses");
}

static void
on_registered (GyreComponent *self)
{
  note ("registered");
}

static void
test_diary_constructed (GObject *object)
{
  seen_at_constructed = TEST_DIARY (object)->value;
  note ("constructed");
  if (refuses)
    g_set_object (&handed_around, object);
  if (asks_for_itself)
    g_clear_object (&(GObject *) { (GObject *) gyre_component_new (test_diary_get_type (), NULL, NULL, NULL) });
}

static void
test_diary_initialize (GTypeInstance *instance, gpointer type_class)
{
  seen_at_initialize = ((TestDiary *) instance)->value;
  note ("initialize");
}

static void
test_diary_class_initialize (gpointer type_class, gpointer data)
{
  GyreComponentClass *class = type_class;

  note ("class_initialize");
  G_OBJECT_CLASS (type_class)->constructed = test_diary_constructed;
  class->class_registered = on_class_registered;
  class->normalize_name = on_normalize_name;
  class->staged = on_staged;
  class->configured = on_configured;
  class->initialized = on_initialized;
  class->registered = on_registered;
}

GYRE_DEFINE_COMPONENT (TestDiary, test_diary, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (gyre_real (value, 1.0, .aliases = "worth", .maximum = 100)),
  GYRE_BEHAVIORS (),
  .family = "test.diary",
  .class_initialize = test_diary_class_initialize,
  .initialize = test_diary_initialize)

#define TEST_TYPE_ABSTRACT (test_abstract_get_type ())
typedef struct { GyreComponent parent_instance; } TestAbstract;
typedef struct { GyreComponentClass parent_class; } TestAbstractClass;

GYRE_DEFINE_COMPONENT (TestAbstract, test_abstract, GYRE_TYPE_COMPONENT, GYRE_TRAITS (), GYRE_BEHAVIORS (),
  .family = "test.abstract", .abstract = TRUE)

typedef struct { GyreComponent parent_instance; double one, two; } TestInvalid;
typedef struct { GyreComponentClass parent_class; } TestInvalidClass;

GYRE_DEFINE_COMPONENT (TestInvalid, test_invalid, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (gyre_real (one, -1.0, .constraints = GYRE_POSITIVE), gyre_real (two, 2.0, .aliases = "one")),
  GYRE_BEHAVIORS (),
  .family = "test.invalid")

static char *
take_steps (void)
{
  char *text = steps != NULL ? g_string_free (steps, FALSE) : NULL;

  steps = NULL;
  return text;
}

static void
test_order (void)
{
  g_autoptr (TestDiary) diary = NULL;
  g_autoptr (TestDiary) unnamed = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  steps = g_string_new (NULL);
  diary = test_new (TEST_TYPE_DIARY, "Ordered");
  first = take_steps ();
  g_assert_cmpstr (first, ==,
                   "class_initialize class_registered normalize_name staged configured initialize constructed "
                   "initialized registered");
  g_assert_cmpstr (gyre_component_get_name (GYRE_COMPONENT (diary)), ==, "ordered");
  steps = g_string_new (NULL);
  unnamed = test_new (TEST_TYPE_DIARY, NULL);
  second = take_steps ();
  g_assert_cmpstr (second, ==, "staged configured initialize constructed initialized registered");
}

static void
assert_seen (double expected, gboolean by_instance_function)
{
  g_assert_cmpfloat (seen_at_configured, ==, expected);
  g_assert_cmpfloat (seen_at_constructed, ==, expected);
  if (by_instance_function)
    g_assert_cmpfloat (seen_at_initialize, ==, expected);
}

static void
test_complete_before_code (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GyreComponent) by_call = NULL;
  g_autoptr (GObject) by_object = NULL;
  g_autoptr (GObject) by_text = NULL;
  g_autoptr (GyreComponent) by_keyword = NULL;
  g_autoptr (GyreComponent) by_values = NULL;
  const char *keywords[] = { "worth" };
  GValue values[] = { G_VALUE_INIT };

  test_load ("call.value = 2\n" "object.value = 3\n" "test.diary # text:\n    worth = 4\n");
  by_call = gyre_component_new (TEST_TYPE_DIARY, "call", &error, NULL);
  assert_seen (2, TRUE);
  by_object = g_object_new (TEST_TYPE_DIARY, "name", "object", NULL);
  assert_seen (3, FALSE);
  by_text = gyre_component_new_from_specification ("test.diary#text", &error);
  assert_seen (4, TRUE);
  by_keyword = gyre_component_new_family ("test.diary", NULL, &error, "worth", 5.0, NULL);
  assert_seen (5, TRUE);
  g_value_set_int (g_value_init (&values[0], G_TYPE_INT), 6);
  by_values = gyre_component_new_with_values (TEST_TYPE_DIARY, NULL, keywords, values, 1, NULL, &error);
  assert_seen (6, TRUE);
  g_assert_no_error (error);
}

static void
test_keywords_and_settings (void)
{
  g_autoptr (GyreExecutive) executive = gyre_executive_new ();
  g_autoptr (GyreComponent) first = NULL;
  g_autoptr (GyreComponent) second = NULL;
  g_autoptr (GyreComponent) third = NULL;

  gyre_executive_push (executive);
  test_load_as (executive, GYRE_CATEGORY_COMMAND, "test.diary.value = 10\n");
  test_load_as (executive, GYRE_CATEGORY_USER, "stronger.value = 20\n");
  test_load_as (executive, GYRE_CATEGORY_PACKAGE, "weaker.value = 30\n");
  first = gyre_component_new (TEST_TYPE_DIARY, NULL, NULL, "value", 1.5, NULL);
  second = gyre_component_new (TEST_TYPE_DIARY, "stronger", NULL, "value", 2.5, NULL);
  third = gyre_component_new (TEST_TYPE_DIARY, "weaker", NULL, "value", 3.5, NULL);
  test_assert_text (first, "value", "1.5");
  test_assert_text (second, "value", "20");
  test_assert_text (third, "value", "3.5");
  g_assert_cmpint (test_category_of (first, "value"), ==, GYRE_CATEGORY_CONSTRUCTION);
  g_assert_cmpint (test_category_of (second, "value"), ==, GYRE_CATEGORY_USER);
  gyre_executive_pop (executive);
}

static void
test_existing (void)
{
  g_autoptr (TestDiary) first = test_new (TEST_TYPE_DIARY, "existing");
  g_autoptr (TestDiary) second = test_new (TEST_TYPE_DIARY, "Existing");
  g_autoptr (GError) error = NULL;
  g_autoptr (GyreComponent) other = NULL;
  GyreNameserver *nameserver = gyre_executive_get_nameserver (gyre_executive_get_default ());
  g_autoptr (GyreLocator) locator = gyre_locator_new_file ("asking.c", 17, 3);
  g_autoptr (GyreLocator) holder = gyre_nameserver_dup_locator (nameserver, "existing");
  g_autofree char *place = gyre_locator_to_string (holder);

  g_assert_true (first == second);
  other = gyre_component_new_with_values (TEST_TYPE_BALL, "existing", NULL, NULL, 0, locator, &error);
  g_assert_null (other);
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_NAME, "'existing'", "TestDiary", "asking.c:17:3", place);
}

static void
test_taken_for_object (void)
{
  g_autoptr (TestDiary) first G_GNUC_UNUSED = test_new (TEST_TYPE_DIARY, "claimed");
  g_autoptr (TestBall) second = NULL;

  g_test_expect_message ("Gyre", G_LOG_LEVEL_WARNING, "*'claimed'*TestDiary*asked for again (*");
  second = g_object_new (TEST_TYPE_BALL, "name", "claimed", NULL);
  g_test_assert_expected_messages ();
  g_assert_null (gyre_component_get_name (GYRE_COMPONENT (second)));
  g_assert_cmpfloat (second->radius, ==, 1);
}

static void
test_wrong_name_for_object (void)
{
  g_autoptr (TestBall) ball = NULL;

  g_test_expect_message ("Gyre", G_LOG_LEVEL_WARNING, "*'a..b': is not a name*");
  ball = g_object_new (TEST_TYPE_BALL, "name", "a..b", NULL);
  g_test_assert_expected_messages ();
  g_assert_null (gyre_component_get_name (GYRE_COMPONENT (ball)));
}

static void
test_unknown_keyword (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GyreComponent) component = NULL;
  const char *keywords[] = { "vaule" };
  GValue values[] = { G_VALUE_INIT };

  component = gyre_component_new (TEST_TYPE_DIARY, "mistaken", &error, "vaule", 1.0, NULL);
  g_assert_null (component);
  test_assert_error (error, GYRE_DECLARATION_ERROR, GYRE_DECLARATION_ERROR_UNKNOWN, "vaule", "did you mean 'value'?");
  g_value_set_double (g_value_init (&values[0], G_TYPE_DOUBLE), 1);
  component = gyre_component_new_with_values (TEST_TYPE_DIARY, "mistaken", keywords, values, 1, NULL, &error);
  g_assert_null (component);
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_CONFIGURATION, "vaule", "did you mean 'value'?");
  component = gyre_component_new (TEST_TYPE_BALL, NULL, &error, "measure", 1.0, NULL);
  g_assert_null (component);
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_READ_ONLY, "behavior");
}

static guint
extent_length (GType type)
{
  g_autoptr (GPtrArray) extent = gyre_actor_get_extent (gyre_actor_get (type));

  return extent->len;
}

/* Also when the constructor has given the failed instance away. */
static void
test_no_trace (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GyreComponent) component = NULL;
  g_autoptr (GObject) found = NULL;
  GyreNameserver *nameserver = gyre_executive_get_nameserver (gyre_executive_get_default ());
  guint before = extent_length (TEST_TYPE_DIARY);
  gpointer watched;

  refuses = TRUE;
  component = gyre_component_new (TEST_TYPE_DIARY, "refused", &error, "value", 1000.0, NULL);
  refuses = FALSE;
  g_assert_null (component);
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_CONFIGURATION, "refused.value", "1000",
                     "configured refuses", "initialized refuses");
  found = gyre_nameserver_find (nameserver, "refused");
  g_assert_null (found);
  g_assert_cmpuint (extent_length (TEST_TYPE_DIARY), ==, before);
  watched = handed_around;
  g_object_add_weak_pointer (handed_around, &watched);
  g_clear_object (&handed_around);
  g_assert_null (watched);
  component = gyre_component_new (TEST_TYPE_DIARY, "refused", &error, NULL);
  g_assert_no_error (error);
}

static void
test_settings_of_name_are_wrong (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GyreComponent) component = NULL;

  test_load ("twice-wrong.value = 101\n" "twice-wrong.vlaue = 3\n");
  component = gyre_component_new (TEST_TYPE_DIARY, "twice-wrong", &error, NULL);
  g_assert_null (component);
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_CONFIGURATION, "test.pfg:1:21", "101", "test.pfg:2:1",
                     "vlaue", "did you mean");
}

typedef struct { GyreComponent parent_instance; double one, two; } TestWrong;
typedef struct { GyreComponentClass parent_class; } TestWrongClass;

GYRE_DEFINE_COMPONENT (TestWrong, test_wrong, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (gyre_real (one, 1.0, .maximum = 2), gyre_real (two, 1.0, .maximum = 2)),
  GYRE_BEHAVIORS (),
  .family = "test.wrong")

static void
test_class_with_wrong_settings (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GyreComponent) component = NULL;
  g_autoptr (GObject) object = NULL;

  test_load ("test.wrong.one = 3\n" "test.wrong.two = x\n" "test.wrong.three = 1\n");
  component = gyre_component_new (test_wrong_get_type (), NULL, &error, NULL);
  g_assert_null (component);
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_CONFIGURATION, "test.pfg:1:18", "test.pfg:2:18",
                     "test.pfg:3:1", "three");
  g_test_expect_message ("Gyre", G_LOG_LEVEL_WARNING, "*test.wrong.one*");
  object = g_object_new (test_wrong_get_type (), NULL);
  g_test_assert_expected_messages ();
}

static void
test_invalid_class (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GyreComponent) component = NULL;

  g_test_expect_message ("Gyre", G_LOG_LEVEL_WARNING, "*TestInvalid*");
  component = gyre_component_new (test_invalid_get_type (), "never", &error, NULL);
  g_test_assert_expected_messages ();
  g_assert_null (component);
  test_assert_error (error, GYRE_DECLARATION_ERROR, GYRE_DECLARATION_ERROR_INVALID, "one", "two");
  component = gyre_component_new (test_invalid_get_type (), "never", &error, "one", 2.0, NULL);
  g_assert_null (component);
  test_assert_error (error, GYRE_DECLARATION_ERROR, GYRE_DECLARATION_ERROR_INVALID, "one", "two");
  g_assert_null (gyre_registrar_find (gyre_registrar_get_default (), "test.invalid"));
}

static void
test_abstract (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GyreComponent) component = gyre_component_new (TEST_TYPE_ABSTRACT, NULL, &error, NULL);

  g_assert_null (component);
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_INVALID, "test.abstract", "abstract");
  component = gyre_component_new (GYRE_TYPE_COMPONENT, NULL, &error, NULL);
  g_assert_null (component);
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_INVALID, "abstract");
}

static void
test_name_is_free_again (void)
{
  TestDiary *first = test_new (TEST_TYPE_DIARY, "short-lived");
  g_autoptr (TestBall) second = NULL;

  g_object_unref (first);
  second = test_new (TEST_TYPE_BALL, "short-lived");
  g_assert_true (TEST_IS_BALL (second));
}

static void
test_endless (void)
{
  g_autoptr (GyreComponent) component = NULL;
  guint before = extent_length (TEST_TYPE_DIARY);

  asks_for_itself = TRUE;
  component = gyre_component_new (TEST_TYPE_DIARY, NULL, NULL, NULL);
  asks_for_itself = FALSE;
  g_assert_nonnull (component);
  g_assert_cmpuint (extent_length (TEST_TYPE_DIARY), ==, before + 1);
}

static void
test_extent (void)
{
  TestStone *stones[3];
  g_autoptr (GPtrArray) extent = NULL;
  g_autoptr (GPtrArray) rest = NULL;

  for (guint index = 0; index < 3; index++)
    stones[index] = test_new (TEST_TYPE_STONE, NULL);
  extent = gyre_actor_get_extent (gyre_actor_get (TEST_TYPE_STONE));
  g_assert_cmpuint (extent->len, ==, 3);
  for (guint index = 0; index < 3; index++)
    g_assert_true (extent->pdata[index] == stones[index]);
  g_ptr_array_set_size (extent, 0);
  g_object_unref (stones[1]);
  rest = gyre_actor_get_extent (gyre_actor_get (TEST_TYPE_STONE));
  g_assert_cmpuint (rest->len, ==, 2);
  g_assert_true (rest->pdata[0] == stones[0] && rest->pdata[1] == stones[2]);
  g_object_unref (stones[0]);
  g_object_unref (stones[2]);
}

static void
test_two_executives (void)
{
  GyreExecutive *one = gyre_executive_new ();
  GyreExecutive *two = gyre_executive_new ();
  g_autoptr (TestBall) first = NULL;
  g_autoptr (TestBall) second = NULL;
  gpointer watched = one;

  g_object_add_weak_pointer (G_OBJECT (one), &watched);
  test_load_as (one, GYRE_CATEGORY_USER, "same.radius = 2\n" "test.shapes.ball.label = one\n");
  test_load_as (two, GYRE_CATEGORY_USER, "same.radius = 3\n");
  gyre_executive_push (one);
  first = test_new (TEST_TYPE_BALL, "same");
  gyre_executive_pop (one);
  gyre_executive_push (two);
  second = test_new (TEST_TYPE_BALL, "same");
  gyre_executive_pop (two);
  g_assert_true (first != second);
  g_assert_cmpfloat (first->radius, ==, 2);
  g_assert_cmpfloat (second->radius, ==, 3);
  g_assert_cmpstr (first->label, ==, "one");
  g_assert_cmpstr (second->label, ==, "plain");
  g_assert_true (gyre_component_get_executive (GYRE_COMPONENT (first)) == one);
  /* An instance keeps what it is explained by. */
  g_object_unref (one);
  g_object_unref (two);
  g_assert_nonnull (watched);
  test_assert_place (first, "radius", "test.pfg:1:15");
  g_clear_object (&first);
  g_assert_null (watched);
}

static void
test_is_name (void)
{
  g_autoptr (TestBall) ball = test_new (TEST_TYPE_BALL, "judged");
  g_autoptr (TestBox) box G_GNUC_UNUSED = test_new (TEST_TYPE_BOX, "judged-box");
  GyreComponent *component = GYRE_COMPONENT (ball);

  g_assert_true (gyre_condition_holds ("judged", "test.shapes.ball", component));
  g_assert_false (gyre_condition_holds ("judged", "test.shapes.box", component));
  g_assert_true (gyre_condition_holds ("judged-box", "test.shapes.box", component));
  g_assert_false (gyre_condition_holds ("nobody", "test.shapes.box", component));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/construction/steps-have-one-order", test_order);
  g_test_add_func ("/model/construction/configuration-is-complete-before-code-of-the-class", test_complete_before_code);
  g_test_add_func ("/model/construction/keywords-beat-the-family-and-weaker-settings-of-the-name", test_keywords_and_settings);
  g_test_add_func ("/model/construction/name-of-the-class-is-found-of-another-class-refused-with-both-places", test_existing);
  g_test_add_func ("/model/construction/object-with-a-taken-name-stays-unnamed-and-warns", test_taken_for_object);
  g_test_add_func ("/model/construction/object-with-what-is-no-name-stays-unnamed-and-warns", test_wrong_name_for_object);
  g_test_add_func ("/model/construction/unknown-keyword-is-refused-with-a-suggestion", test_unknown_keyword);
  g_test_add_func ("/model/construction/failed-instance-leaves-no-trace", test_no_trace);
  g_test_add_func ("/model/construction/all-wrong-settings-of-a-name-are-told", test_settings_of_name_are_wrong);
  g_test_add_func ("/model/construction/class-with-wrong-settings-builds-nothing-and-tells-all", test_class_with_wrong_settings);
  g_test_add_func ("/model/construction/invalid-class-is-an-error-and-is-not-registered", test_invalid_class);
  g_test_add_func ("/model/construction/abstract-class-has-no-instances", test_abstract);
  g_test_add_func ("/model/construction/name-is-free-again-when-its-holder-is-gone", test_name_is_free_again);
  g_test_add_func ("/model/construction/components-that-ask-for-each-other-without-end-are-stopped", test_endless);
  g_test_add_func ("/model/construction/extent-is-oldest-first-and-keeps-nothing-alive", test_extent);
  g_test_add_func ("/model/construction/executives-do-not-mix-and-live-as-long-as-their-instances", test_two_executives);
  g_test_add_func ("/model/construction/condition-holds-for-a-name-of-exactly-the-family", test_is_name);
  return g_test_run ();
}
