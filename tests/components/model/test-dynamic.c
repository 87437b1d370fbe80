/* test-dynamic.c: Attributes that nobody has declared
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "open-fixtures.h"

#include "gyre-dynamic-private.h"

static void
test_setters (void)
{
  g_autoptr (TestOpen) open = test_new (TEST_TYPE_OPEN, NULL);
  GyreComponent *component = GYRE_COMPONENT (open);
  g_autoptr (GError) error = NULL;
  g_autoptr (GObject) object = g_object_new (G_TYPE_OBJECT, NULL);
  gint64 count = 0;
  double size = 0;
  gboolean is_on = FALSE;

  g_assert_true (gyre_component_is_open (component));
  g_assert_true (gyre_component_set_integer (component, "count", 3, &error));
  g_assert_true (gyre_component_set_real (component, "size", 2.5, &error));
  g_assert_true (gyre_component_set_boolean (component, "is-on", TRUE, &error));
  g_assert_true (gyre_component_set_string (component, "label", "12", &error));
  g_assert_true (gyre_component_set_object (component, "other", object, &error));
  g_assert_true (gyre_component_set_none (component, "nothing", &error));
  g_assert_no_error (error);
  test_assert_attributes (open, "count size is-on label other nothing");
  g_assert_true (gyre_component_get_integer (component, "count", &count, NULL) && count == 3);
  g_assert_true (gyre_component_get_real (component, "size", &size, NULL) && size == 2.5);
  g_assert_true (gyre_component_get_boolean (component, "is_on", &is_on, NULL) && is_on);
  g_assert_true (gyre_component_get_object (component, "other", NULL) == object);
  test_assert_text (open, "label", "\"12\"");
  test_assert_text (open, "nothing", "none");
  g_assert_true (gyre_component_is_set (component, "count", NULL));
}

static void
test_keywords (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GyreComponent) open = gyre_component_new (TEST_TYPE_OPEN, NULL, &error, "weight", 4.0, "count", "3", "label", "red one",
                                                       "sizes", "(1, 2.5)", NULL);
  g_auto (GValue) sizes = G_VALUE_INIT;

  g_assert_no_error (error);
  g_assert_cmpfloat (TEST_OPEN (open)->weight, ==, 4);
  test_assert_attributes (open, "count label sizes");
  test_assert_kind (open, "count", "integer");
  test_assert_kind (open, "sizes", "list");
  g_assert_true (gyre_component_get_value (open, "sizes", &sizes, NULL));
  g_assert_true (G_VALUE_HOLDS (&sizes, GYRE_TYPE_LIST));
  g_assert_cmpint (test_category_of (open, "count"), ==, GYRE_CATEGORY_CONSTRUCTION);
}

static void
test_values (void)
{
  const char *names[] = { "when", "words" };
  g_auto (GValue) when = G_VALUE_INIT;
  g_auto (GValue) words = G_VALUE_INIT;
  const char *texts[] = { "a", "b, c", NULL };
  g_autoptr (GDate) date = g_date_new_dmy (21, 11, 2026);
  g_autoptr (GyreComponent) open = NULL;
  g_autoptr (GError) error = NULL;

  g_value_set_boxed (g_value_init (&when, G_TYPE_DATE), date);
  g_value_set_boxed (g_value_init (&words, G_TYPE_STRV), texts);
  {
    const GValue values[] = { when, words };
    open = gyre_component_new_with_values (TEST_TYPE_OPEN, NULL, names, values, 2, NULL, &error);
  }
  g_assert_no_error (error);
  test_assert_kind (open, "when", "date");
  test_assert_text (open, "when", "2026-11-21");
  test_assert_text (open, "words", "(a, \"b, c\")");
  test_set_text (open, "when", "2027-01-01");
  test_assert_kind (open, "when", "date");
}

/* A closed class refuses with a suggestion, and nothing is built. */
static void
test_closed (void)
{
  g_autoptr (TestBall) ball = test_new (TEST_TYPE_BALL, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (gyre_component_is_open (GYRE_COMPONENT (ball)));
  g_assert_false (gyre_component_set_real (GYRE_COMPONENT (ball), "radios", 1, &error));
  test_assert_error (error, GYRE_DECLARATION_ERROR, GYRE_DECLARATION_ERROR_UNKNOWN, "no trait 'radios'", "radius");
  g_assert_null (gyre_component_new (TEST_TYPE_BALL, NULL, &error, "radios", "1", NULL));
  test_assert_error (error, GYRE_DECLARATION_ERROR, GYRE_DECLARATION_ERROR_UNKNOWN, "radius");
  g_assert_false (gyre_component_unset (GYRE_COMPONENT (ball), "radius", &error));
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_READ_ONLY, "declared");
}

typedef struct
{
  GString *heard;
} Heard;

static void
hear (GyreComponent *component, const GyreChange *change, gpointer data)
{
  g_autofree char *before = gyre_trait_print (change->trait, change->old_value);
  g_autofree char *after = gyre_trait_print (change->trait, change->new_value);

  g_string_append_printf (data, "%s %s: %s>%s;", gyre_trait_get_name (change->trait), gyre_trait_get_kind_name (change->trait), before, after);
}

static void
test_observers (void)
{
  g_autoptr (TestOpen) open = test_new (TEST_TYPE_OPEN, NULL);
  g_autoptr (GString) one = g_string_new (NULL);
  g_autoptr (GString) all = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (gyre_component_observe (GYRE_COMPONENT (open), "count", hear, one, NULL, &error), ==, 0);
  test_assert_error (error, GYRE_DECLARATION_ERROR, GYRE_DECLARATION_ERROR_UNKNOWN, "count");
  gyre_component_observe (GYRE_COMPONENT (open), NULL, hear, all, NULL, &error);
  test_set_text (open, "count", "1");
  gyre_component_observe (GYRE_COMPONENT (open), "count", hear, one, NULL, &error);
  g_assert_no_error (error);
  test_set_text (open, "count", "1");
  test_set_text (open, "count", "2");
  test_set_text (open, "count", "many");
  test_set_text (open, "other", "x");
  gyre_component_unset (GYRE_COMPONENT (open), "count", &error);
  g_assert_no_error (error);
  test_set_text (open, "count", "5");
  g_assert_cmpstr (one->str, ==, "count integer: 1>2;count integer: 2>none;count string: none>many;count string: many>none;count integer: none>5;");
  g_assert_true (g_str_has_prefix (all->str, "count integer: none>1;count integer: 1>2;"));
  g_assert_cmpstr (open->told, ==, "count");
}

static void
test_names (void)
{
  static const char * const wrong[] = { "", "a.b", "name", "a = b", " x", "{x}" };
  g_autoptr (TestOpen) open = test_new (TEST_TYPE_OPEN, NULL);
  g_autoptr (GError) error = NULL;

  for (guint index = 0; index < G_N_ELEMENTS (wrong); index++)
    {
      g_assert_false (gyre_component_set_text (GYRE_COMPONENT (open), wrong[index], "1", &error));
      test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_NAME, "can't be an attribute");
    }
  test_set_text (open, "größe des Ganzen", "1");
  test_set_text (open, "a_b", "1");
  test_set_text (open, "a-b", "2");
  test_assert_attributes (open, "größe des Ganzen a-b");
}

/* A refused value leaves the old one, and an attribute that never had one is not there. */
static void
test_refused (void)
{
  g_autoptr (TestOpen) open = test_new (TEST_TYPE_OPEN, NULL);
  g_autoptr (GError) error = NULL;
  g_auto (GValue) huge = G_VALUE_INIT;

  g_value_set_uint64 (g_value_init (&huge, G_TYPE_UINT64), G_MAXUINT64);
  g_assert_false (gyre_component_set_value (GYRE_COMPONENT (open), "huge", &huge, &error));
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_VALUE, "test.open.huge");
  g_assert_false (gyre_component_set_text (GYRE_COMPONENT (open), "follower", "{.follower} + 1", &error));
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_VALUE, "test.open.follower");
  test_assert_attributes (open, "");
  g_assert_false (gyre_component_set_integer (GYRE_COMPONENT (open), "limit", 0, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  test_assert_attributes (open, "");
  test_set_text (open, "limit", "10");
  g_assert_false (gyre_component_set_real (GYRE_COMPONENT (open), "weight", 11, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_false (gyre_component_set_integer (GYRE_COMPONENT (open), "limit", 0, &error));
  g_clear_error (&error);
  test_assert_text (open, "limit", "10");
}

static void
unset_again (GyreComponent *component, const GyreChange *change, gpointer data)
{
  guint *n_calls = data;

  if (++*n_calls < 3)
    gyre_component_unset (component, "count", NULL);
}

static void
dispose (GyreComponent *component, const GyreChange *change, gpointer data)
{
  g_object_run_dispose (G_OBJECT (component));
}

static void
make_text (GyreComponent *component, const GyreChange *change, gpointer data)
{
  if (change->trait == NULL || g_str_equal (gyre_trait_get_kind_name (change->trait), "integer"))
    gyre_component_set_string (component, "count", "text", NULL);
}

/* Who hears behind somebody that gives it another kind gets values of the kind that he is told. */
static void
test_other_kind (void)
{
  g_autoptr (TestOpen) open = test_new (TEST_TYPE_OPEN, NULL);
  g_autoptr (GString) heard = g_string_new (NULL);

  test_set_text (open, "count", "1");
  gyre_component_observe (GYRE_COMPONENT (open), "count", make_text, NULL, NULL, NULL);
  gyre_component_observe (GYRE_COMPONENT (open), "count", hear, heard, NULL, NULL);
  test_set_text (open, "count", "2");
  g_assert_nonnull (strstr (heard->str, "count integer: 1>2;"));
  g_assert_nonnull (strstr (heard->str, "count string: none>text;"));
  test_assert_text (open, "count", "text");
}

/* Whoever hears can change the attribute, and end the component. */
static void
test_reentry (void)
{
  g_autoptr (TestOpen) open = test_new (TEST_TYPE_OPEN, NULL);
  g_autoptr (TestOpen) other = test_new (TEST_TYPE_OPEN, NULL);
  g_autoptr (GError) error = NULL;
  guint n_calls = 0;

  gyre_component_observe (GYRE_COMPONENT (open), NULL, unset_again, &n_calls, NULL, NULL);
  test_set_text (open, "count", "text");
  test_assert_attributes (open, "");
  test_set_text (other, "count", "1");
  gyre_component_observe (GYRE_COMPONENT (other), NULL, dispose, NULL, NULL, NULL);
  test_set_text (other, "count", "text");
  test_assert_attributes (other, "");
  g_assert_false (gyre_component_set_integer (GYRE_COMPONENT (other), "count", 1, &error));
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_NAME, "ended");
}

/* An attribute has the kind of what it follows, and goes on when that changes. */
static void
test_follow (void)
{
  g_autoptr (TestOpen) leader = test_new (TEST_TYPE_OPEN, "leader");
  g_autoptr (TestOpen) open = test_new (TEST_TYPE_OPEN, NULL);
  g_autoptr (GError) error = NULL;

  test_set_text (open, "double", "2 * {leader.weight}");
  test_set_text (open, "greeting", "about {leader.size} cm");
  test_assert_attributes (open, "double greeting");
  test_assert_kind (open, "double", "real");
  test_assert_text (open, "double", "2.0");
  test_assert_text (open, "greeting", "none");
  test_set_text (leader, "size", "170");
  test_assert_text (open, "greeting", "about 170 cm");
  test_set_text (leader, "weight", "3");
  test_assert_text (open, "double", "6.0");
  test_set_text (open, "copy", "{leader.size}");
  test_assert_kind (open, "copy", "integer");
  test_set_text (leader, "size", "tall");
  test_assert_kind (open, "copy", "string");
  test_assert_text (open, "copy", "tall");
  g_assert_cmpstr (gyre_component_get_binding (GYRE_COMPONENT (open), "copy", &error), ==, "{leader.size}");
  test_set_text (open, "copy", "5");
  g_assert_null (gyre_component_get_binding (GYRE_COMPONENT (open), "copy", &error));
  test_set_text (leader, "size", "1");
  test_assert_text (open, "copy", "5");
  g_assert_no_error (error);
}

static void
test_followed (void)
{
  g_autoptr (TestOpen) open = NULL;
  g_autoptr (TestBall) ball = test_new (TEST_TYPE_BALL, NULL);
  g_autoptr (GError) error = NULL;

  test_set_text (ball, "radius", "{comes-later.size} + {comes-later.small_size}");
  open = test_new (TEST_TYPE_OPEN, "comes-later");
  test_set_text (open, "size", "4");
  test_set_text (open, "small-size", "2");
  g_assert_cmpfloat (ball->radius, ==, 6);
  test_set_text (open, "size", "5.5");
  g_assert_cmpfloat (ball->radius, ==, 7.5);
  g_assert_true (gyre_component_unset (GYRE_COMPONENT (open), "size", &error));
  g_assert_cmpfloat (ball->radius, ==, 7.5);
  g_assert_false (gyre_component_check_binding (GYRE_COMPONENT (ball), "radius", &error));
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_VALUE, "comes-later.size");
  test_set_text (open, "size", "1");
  g_assert_cmpfloat (ball->radius, ==, 3);
}

static void
test_bindings (void)
{
  g_autoptr (TestOpen) open = test_new (TEST_TYPE_OPEN, "bound");
  g_autoptr (GError) error = NULL;

  g_assert_true (gyre_component_bind (GYRE_COMPONENT (open), "area", "{.width} * {.width}", &error));
  test_assert_text (open, "area", "none");
  test_set_text (open, "width", "3");
  test_assert_text (open, "area", "9");
  g_assert_false (gyre_component_bind (GYRE_COMPONENT (open), "width", "{.area}", &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  test_assert_text (open, "area", "9");
  g_assert_true (gyre_component_unbind (GYRE_COMPONENT (open), "area", &error));
  test_set_text (open, "width", "4");
  test_assert_text (open, "area", "9");
  g_assert_true (gyre_component_bind (GYRE_COMPONENT (open), "area", "{.width} * 1 m", &error));
  test_assert_kind (open, "area", "quantity");
  g_assert_true (gyre_component_unset (GYRE_COMPONENT (open), "area", &error));
  test_set_text (open, "width", "5");
  test_assert_attributes (open, "width");
  g_assert_no_error (error);
}

/* Who says it is told, and what it follows. */
static void
test_provenance (void)
{
  g_autoptr (TestOpen) leader = NULL;
  g_autoptr (TestOpen) open = NULL;
  g_autoptr (GyreLocator) locator = NULL;
  g_autofree char *place = NULL;

  test_load ("told-leader.size = 3\ntold.copy = {told-leader.size}\n");
  leader = test_new (TEST_TYPE_OPEN, "told-leader");
  open = test_new (TEST_TYPE_OPEN, "told");
  test_assert_text (open, "copy", "3");
  g_assert_cmpint (test_category_of (open, "copy"), ==, GYRE_CATEGORY_USER);
  locator = gyre_component_dup_value_locator (GYRE_COMPONENT (open), "copy", NULL);
  place = gyre_locator_to_string (locator);
  g_assert_nonnull (strstr (place, "test.pfg:2"));
}

/* What hears can end what it hears of. */
static void
test_follow_reentry (void)
{
  g_autoptr (TestOpen) leader = test_new (TEST_TYPE_OPEN, "re-leader");
  g_autoptr (TestOpen) open = test_new (TEST_TYPE_OPEN, NULL);
  guint n_calls = 0;

  test_set_text (leader, "count", "1");
  test_set_text (open, "count", "{re-leader.count}");
  gyre_component_observe (GYRE_COMPONENT (open), NULL, unset_again, &n_calls, NULL, NULL);
  test_set_text (leader, "count", "2");
  test_assert_attributes (open, "");
  test_set_text (leader, "count", "3");
  test_assert_attributes (open, "");
}

/* Components that are deleted together and hold each other go. */
static void
test_deleted_circle (void)
{
  TestOpen *one = test_new (TEST_TYPE_OPEN, NULL);
  TestOpen *other = test_new (TEST_TYPE_OPEN, NULL);
  g_autoptr (TestOpen) outside = test_new (TEST_TYPE_OPEN, NULL);
  gpointer watched = one;

  g_object_add_weak_pointer (G_OBJECT (one), &watched);
  gyre_component_set_object (GYRE_COMPONENT (one), "other", G_OBJECT (other), NULL);
  gyre_component_set_object (GYRE_COMPONENT (other), "other", G_OBJECT (one), NULL);
  gyre_component_set_object (GYRE_COMPONENT (outside), "other", G_OBJECT (one), NULL);
  gyre_component_adopt (GYRE_COMPONENT (one), GYRE_COMPONENT (other), NULL);
  g_object_unref (other);
  gyre_component_delete (GYRE_COMPONENT (one));
  g_object_unref (one);
  g_assert_null (watched);
  test_assert_text (outside, "other", "none");
}

/* Objects that hold each other go when one of them is disposed of. */
static void
test_circle (void)
{
  TestOpen *open = test_new (TEST_TYPE_OPEN, NULL);
  gpointer watched = open;

  g_object_add_weak_pointer (G_OBJECT (open), &watched);
  gyre_component_set_object (GYRE_COMPONENT (open), "self", G_OBJECT (open), NULL);
  g_object_run_dispose (G_OBJECT (open));
  g_object_unref (open);
  g_assert_null (watched);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/dynamic/every-setter-makes-an-attribute-of-its-kind", test_setters);
  g_test_add_func ("/model/dynamic/keywords-that-nobody-declared-are-texts", test_keywords);
  g_test_add_func ("/model/dynamic/native-values-keep-their-kind", test_values);
  g_test_add_func ("/model/dynamic/closed-class-refuses-with-a-suggestion", test_closed);
  g_test_add_func ("/model/dynamic/observers-hear-also-of-another-kind", test_observers);
  g_test_add_func ("/model/dynamic/observers-get-values-of-the-kind-that-they-are-told", test_other_kind);
  g_test_add_func ("/model/dynamic/names-are-those-that-a-setting-can-have", test_names);
  g_test_add_func ("/model/dynamic/refused-value-leaves-everything-as-it-was", test_refused);
  g_test_add_func ("/model/dynamic/observers-can-unset-and-dispose", test_reentry);
  g_test_add_func ("/model/dynamic/follows-others-and-takes-their-kind", test_follow);
  g_test_add_func ("/model/dynamic/others-follow-it-while-it-is-there", test_followed);
  g_test_add_func ("/model/dynamic/bound-and-unbound-as-a-trait", test_bindings);
  g_test_add_func ("/model/dynamic/place-of-what-follows-is-known", test_provenance);
  g_test_add_func ("/model/dynamic/observers-can-unset-what-follows", test_follow_reentry);
  g_test_add_func ("/model/dynamic/deleted-components-that-hold-each-other-go", test_deleted_circle);
  g_test_add_func ("/model/dynamic/disposed-component-lets-objects-go", test_circle);
  return g_test_run ();
}
