/* test-class.c: The class side of components: records on demand, values of a class
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "model-fixtures.h"

typedef struct { GyreComponent parent_instance; double one, two; } TestBad;
typedef struct { GyreComponentClass parent_class; } TestBadClass;

GYRE_DEFINE_COMPONENT (TestBad, test_bad, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (gyre_real (one, -1.0, .constraints = GYRE_POSITIVE), gyre_real (two, 5.0, .maximum = 2)),
  GYRE_BEHAVIORS (),
  .family = "test.bad")

typedef struct { GyreComponent parent_instance; double one; } TestBase;
typedef struct { GyreComponentClass parent_class; } TestBaseClass;
typedef struct { TestBase parent_instance; } TestLeaf;
typedef struct { TestBaseClass parent_class; } TestLeafClass;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestBase, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestLeaf, g_object_unref)

static double
test_base_twice (TestBase *self, GError **error)
{
  return 2 * self->one;
}

GYRE_DEFINE_COMPONENT (TestBase, test_base, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (gyre_real (one, 1.0, .aliases = "uno", .maximum = 50)),
  GYRE_BEHAVIORS (gyre_behavior (twice, test_base_twice, (real))), .family = "test.base")
GYRE_DEFINE_COMPONENT (TestLeaf, test_leaf, test_base_get_type (), GYRE_TRAITS (), GYRE_BEHAVIORS (), .family = "test.leaf")

/* Plain GObject code, which has never heard of components. */
typedef struct { GObject parent_instance; int count; } TestPlain;
typedef GObjectClass TestPlainClass;

static GType test_plain_get_type (void);
G_DEFINE_TYPE (TestPlain, test_plain, G_TYPE_OBJECT)

static void
test_plain_get_property (GObject *object, guint property, GValue *value, GParamSpec *specification)
{
  g_value_set_int (value, ((TestPlain *) object)->count);
}

static void
test_plain_class_init (TestPlainClass *class)
{
  class->get_property = test_plain_get_property;
  g_object_class_install_property (class, 1, g_param_spec_int ("count", NULL, "how many", 0, 9, 3, G_PARAM_READABLE));
}

static void
test_plain_init (TestPlain *self)
{
}

static char *
default_text (GyreActor *actor, const char *trait)
{
  g_autoptr (GError) error = NULL;
  char *text = gyre_actor_dup_default (actor, trait, &error);

  g_assert_no_error (error);
  return text;
}

#define assert_default(actor, trait, expected) \
  do \
    { \
      g_autofree char *test_text = default_text (actor, trait); \
      g_assert_cmpstr (test_text, ==, expected); \
    } \
  while (FALSE)

static char *
default_place (GyreActor *actor, const char *trait)
{
  g_autoptr (GyreLocator) locator = gyre_actor_dup_default_locator (actor, trait, NULL);

  return gyre_locator_to_string (locator);
}

static GyreCategory
default_category (GyreActor *actor, const char *trait)
{
  GyrePriority priority = GYRE_PRIORITY_NONE;

  g_assert_true (gyre_actor_get_default_priority (actor, trait, &priority, NULL));
  return priority.category;
}

/* The warning comes once, at the declaration's place; who asks for an instance gets all of it as an error, each time. */
static void
test_invalid (void)
{
  GyreActor *actor;
  g_autoptr (GError) error = NULL;

  g_test_expect_message ("Gyre", G_LOG_LEVEL_WARNING, "*TestBad*");
  actor = gyre_actor_get (test_bad_get_type ());
  g_test_assert_expected_messages ();
  g_assert_nonnull (actor);
  g_assert_false (gyre_requirement_is_valid (GYRE_REQUIREMENT (actor), &error));
  test_assert_error (error, GYRE_DECLARATION_ERROR, GYRE_DECLARATION_ERROR_INVALID, "one", "two");
  for (guint index = 0; index < 2; index++)
    {
      GyreComponent *component = gyre_component_new (test_bad_get_type (), NULL, &error, NULL);
      g_assert_null (component);
      test_assert_error (error, GYRE_DECLARATION_ERROR, GYRE_DECLARATION_ERROR_INVALID, "one", "-1", "two", "5");
    }
  g_assert_true (gyre_actor_get (test_bad_get_type ()) == actor);
  g_assert_null (gyre_registrar_find (gyre_registrar_get_default (), "test.bad"));
  g_assert_false (gyre_actor_set_default (actor, "one", "1", &error));
  g_assert_error (error, GYRE_DECLARATION_ERROR, GYRE_DECLARATION_ERROR_INVALID);
}

static void
test_plain (void)
{
  GyreActor *actor = gyre_actor_get (test_plain_get_type ());
  GyrePriority priority;
  GPtrArray *traits;
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (actor);
  g_assert_true (gyre_actor_get (test_plain_get_type ()) == actor);
  g_assert_true (gyre_requirement_get_gtype (GYRE_REQUIREMENT (actor)) == test_plain_get_type ());
  g_assert_cmpstr (gyre_requirement_get_public_name (GYRE_REQUIREMENT (actor)), ==, "TestPlain");
  traits = gyre_requirement_get_local_traits (GYRE_REQUIREMENT (actor));
  g_assert_cmpuint (traits->len, ==, 1);
  g_assert_cmpstr (((GyreDescriptor *) traits->pdata[0])->name, ==, "count");
  assert_default (actor, "count", "3");
  g_assert_null (gyre_actor_dup_default_locator (actor, "count", &error));
  g_assert_false (gyre_actor_get_default_priority (actor, "count", &priority, &error));
  g_assert_false (gyre_actor_set_default (actor, "count", "4", &error));
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_INVALID, "TestPlain");
}

static void
test_no_class (void)
{
  g_assert_null (gyre_actor_get (G_TYPE_INVALID));
  g_assert_null (gyre_actor_get (G_TYPE_INT));
  g_assert_null (gyre_actor_get (TEST_TYPE_SHAPE));
  g_assert_null (gyre_actor_get (G_TYPE_PARAM_INT));
  g_assert_nonnull (gyre_actor_get (G_TYPE_OBJECT));
  g_assert_nonnull (gyre_actor_get (GYRE_TYPE_COMPONENT));
}

/* Where a class value is from: the declaration, a file, the program. */
static void
test_provenance (void)
{
  GyreExecutive *executive = gyre_executive_new ();
  GyreActor *actor = gyre_actor_get (test_base_get_type ());
  g_autoptr (GError) error = NULL;
  g_autofree char *declared = NULL;
  g_autofree char *loaded = NULL;
  g_autofree char *coded = NULL;

  gyre_executive_push (executive);
  assert_default (actor, "uno", "1");
  declared = default_place (actor, "one");
  g_assert_true (g_str_has_prefix (declared, "test-class.c:") || strstr (declared, "/test-class.c:") != NULL);
  g_assert_cmpint (default_category (actor, "one"), ==, GYRE_CATEGORY_DEFAULTS);
  test_load_as (executive, GYRE_CATEGORY_PACKAGE, "test.base.uno = 7\n");
  assert_default (actor, "one", "7");
  loaded = default_place (actor, "one");
  g_assert_cmpstr (loaded, ==, "test.pfg:1:17");
  g_assert_cmpint (default_category (actor, "one"), ==, GYRE_CATEGORY_PACKAGE);
  g_assert_true (gyre_actor_set_default (actor, "uno", "8", &error));
  g_assert_no_error (error);
  assert_default (actor, "one", "8");
  coded = default_place (actor, "one");
  g_assert_cmpstr (coded, !=, loaded);
  g_assert_cmpint (default_category (actor, "one"), ==, GYRE_CATEGORY_EXPLICIT);
  gyre_executive_pop (executive);
  assert_default (actor, "one", "1");
  g_object_unref (executive);
}

static void
test_derived (void)
{
  g_autoptr (GyreExecutive) executive = gyre_executive_new ();
  GyreActor *base = gyre_actor_get (test_base_get_type ());
  GyreActor *leaf = gyre_actor_get (test_leaf_get_type ());
  g_autoptr (TestLeaf) before = NULL;
  g_autoptr (TestLeaf) after = NULL;

  gyre_executive_push (executive);
  before = test_new (test_leaf_get_type (), NULL);
  g_assert_true (gyre_actor_set_default (base, "one", "3", NULL));
  assert_default (leaf, "one", "3");
  after = test_new (test_leaf_get_type (), NULL);
  g_assert_cmpfloat (before->parent_instance.one, ==, 1);
  g_assert_cmpfloat (after->parent_instance.one, ==, 3);
  g_assert_true (gyre_actor_set_default (leaf, "one", "4", NULL));
  g_assert_true (gyre_actor_set_default (base, "one", "5", NULL));
  assert_default (leaf, "one", "4");
  assert_default (base, "one", "5");
  gyre_executive_pop (executive);
}

static void
test_refused (void)
{
  GyreActor *actor = gyre_actor_get (test_base_get_type ());
  GyrePriority priority;
  g_autoptr (GError) error = NULL;

  g_assert_false (gyre_actor_set_default (actor, "one", "51", &error));
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_VALUE, "test.base.one", "51");
  g_assert_false (gyre_actor_set_default (actor, "one", "x", &error));
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_VALUE, "test.base.one", "x");
  assert_default (actor, "one", "1");
  g_assert_false (gyre_actor_set_default (actor, "onn", "1", &error));
  test_assert_error (error, GYRE_DECLARATION_ERROR, GYRE_DECLARATION_ERROR_UNKNOWN, "onn", "did you mean 'one'?");
  g_assert_null (gyre_actor_dup_default (actor, "onn", &error));
  test_assert_error (error, GYRE_DECLARATION_ERROR, GYRE_DECLARATION_ERROR_UNKNOWN, "onn");
  g_assert_null (gyre_actor_dup_default_locator (actor, "onn", &error));
  test_assert_error (error, GYRE_DECLARATION_ERROR, GYRE_DECLARATION_ERROR_UNKNOWN, "onn");
  g_assert_false (gyre_actor_get_default_priority (actor, "onn", &priority, &error));
  test_assert_error (error, GYRE_DECLARATION_ERROR, GYRE_DECLARATION_ERROR_UNKNOWN, "onn");
  g_assert_false (gyre_actor_set_default (actor, "twice", "1", &error));
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_UNKNOWN, "test.base.twice", "behavior");
}

static void
test_register_refused (void)
{
  g_autoptr (GyreDeclaration) taken = gyre_declaration_new ("TestBase", GYRE_TYPE_COMPONENT);
  g_autoptr (GError) error = NULL;

  gyre_module_mention (test_base_get_type ());
  g_assert_true (gyre_component_register (taken, G_TYPE_INVALID, &error) == G_TYPE_INVALID);
  test_assert_error (error, GYRE_DECLARATION_ERROR, GYRE_DECLARATION_ERROR_NAME, "TestBase", "test-class.c:");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gyre_executive_get_default ();
  g_test_add_func ("/model/class/a-wrong-default-is-warned-of-once-and-told-to-all-who-ask", test_invalid);
  g_test_add_func ("/model/class/a-class-that-is-no-component-has-a-record-and-keeps-its-defaults", test_plain);
  g_test_add_func ("/model/class/what-is-no-class-has-no-record", test_no_class);
  g_test_add_func ("/model/class/a-default-knows-who-said-it-where", test_provenance);
  g_test_add_func ("/model/class/a-changed-default-concerns-later-instances-of-derived-classes-too", test_derived);
  g_test_add_func ("/model/class/a-refused-default-leaves-the-old-one", test_refused);
  g_test_add_func ("/model/class/a-type-is-declared-once", test_register_refused);
  return g_test_run ();
}
