/* test-define.c: A component class from a plain struct and one table
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "model-fixtures.h"

typedef enum { TEST_COLOUR_RED, TEST_COLOUR_DARK_BLUE } TestColour;

static GType
test_colour_get_type (void)
{
  static GType type;

  if (g_once_init_enter (&type))
    {
      static const GEnumValue words[] = {
        { TEST_COLOUR_RED, "TEST_COLOUR_RED", "red" }, { TEST_COLOUR_DARK_BLUE, "TEST_COLOUR_DARK_BLUE", "dark-blue" }, { 0 } };
      g_once_init_leave (&type, g_enum_register_static ("TestColour", words));
    }
  return type;
}

/* One trait of every kind, and a field for each. */
#define EVERY_KIND \
  GyreComponent parent_instance; \
  bool flag; \
  gint8 tiny; \
  guint32 word; \
  gint64 large; \
  double ratio; \
  char *title; \
  char *folder; \
  GyreMaybeBoolean maybe; \
  GyreMaybeInteger seed; \
  GyreMaybeReal limit; \
  TestColour colour; \
  GyreArray *points; \
  GyreList *words; \
  TestShape *shape;

typedef struct { EVERY_KIND } TestMacro;
typedef struct { GyreComponentClass parent_class; } TestMacroClass;
typedef struct { EVERY_KIND } TestCalls;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestMacro, g_object_unref)

static double
every_kind_twice (TestMacro *self, double value, GError **error)
{
  return 2 * value;
}

#define TRAITS_OF_EVERY_KIND GYRE_TRAITS ( \
  gyre_boolean (flag, true, .summary = "whether"), \
  gyre_integer (tiny, -3, .minimum = -5, .maximum = 5), \
  gyre_integer (word, 4000000000u), \
  gyre_integer (large, G_MAXINT64, .aliases = "big one, größe"), \
  gyre_real (ratio, 0.1, .units = "m/s", .constraints = GYRE_POSITIVE, .description = "long"), \
  gyre_string (title, "a b", .like = "[a-z ]*", .construct_only = TRUE), \
  gyre_path (folder, "/tmp", .nullable = TRUE), \
  gyre_maybe_boolean (maybe, "none"), \
  gyre_maybe_integer (seed, "2**40"), \
  gyre_maybe_real (limit, "1/4"), \
  gyre_enumeration (colour, test_colour, TEST_COLOUR_DARK_BLUE, .deprecated_since = "0.1"), \
  gyre_array (points, "((1, 2), (3, 4))", .constraints = GYRE_NOT_EMPTY), \
  gyre_list (words, string, "(one, 'two, three')"), \
  gyre_facility (shape, test_shape, "box"))
#define BEHAVIORS_OF_EVERY_KIND GYRE_BEHAVIORS ( \
  gyre_behavior (twice, every_kind_twice, (real, (real, value)), .aliases = "double", .summary = "two times"))

GYRE_DEFINE_COMPONENT (TestMacro, test_macro, GYRE_TYPE_COMPONENT, TRAITS_OF_EVERY_KIND, BEHAVIORS_OF_EVERY_KIND,
  .family = "test.macro", .summary = "every kind", .description = "of trait")

/* The same by function calls: the rows are those of the macro, everything else is said by a call of its own. */
static GType
register_by_calls (void)
{
  g_autoptr (GyreDeclaration) declaration = gyre_declaration_new ("TestCalls", GYRE_TYPE_COMPONENT);
  g_autoptr (GError) error = NULL;
  GType type;

  gyre_declaration_set_family (declaration, "test.calls");
  gyre_declaration_set_summary (declaration, "every kind", "of trait");
  gyre_declaration_set_sizes (declaration, sizeof (TestMacroClass), sizeof (TestCalls));
  for (const GyreTraitDeclaration *row = test_macro_traits; row->field != NULL; row++)
    gyre_declaration_add (declaration, (GyreDescriptor *) gyre_trait_new (row));
  for (const GyreBehaviorDeclaration *row = test_macro_behaviors; row->name != NULL; row++)
    gyre_declaration_add (declaration, (GyreDescriptor *) gyre_behavior_new (row));
  type = gyre_component_register (declaration, G_TYPE_INVALID, &error);
  g_assert_no_error (error);
  return type;
}

static const char *default_texts[] = {
  "true", "-3", "4000000000", "9223372036854775807", "0.1", "a b", "/tmp", "none", "1099511627776", "0.25", "dark-blue",
  "((1, 2), (3, 4))", "(one, 'two, three')", "box",
};

static void
test_fresh (void)
{
  g_autoptr (TestMacro) macro = test_new (test_macro_get_type (), NULL);
  g_autoptr (GPtrArray) traits = gyre_requirement_get_traits (GYRE_REQUIREMENT (gyre_actor_get (test_macro_get_type ())));

  g_assert_true (macro->flag);
  g_assert_cmpint (macro->tiny, ==, -3);
  g_assert_cmpuint (macro->word, ==, 4000000000u);
  g_assert_cmpint (macro->large, ==, G_MAXINT64);
  g_assert_cmpfloat (macro->ratio, ==, 0.1);
  g_assert_cmpstr (macro->title, ==, "a b");
  g_assert_cmpstr (macro->folder, ==, "/tmp");
  g_assert_false (macro->maybe.present);
  g_assert_true (macro->seed.present && macro->seed.value == (gint64) 1 << 40);
  g_assert_true (macro->limit.present && macro->limit.value == 0.25);
  g_assert_cmpint (macro->colour, ==, TEST_COLOUR_DARK_BLUE);
  g_assert_true (macro->points->rank == 2 && macro->points->values[3] == 4);
  g_assert_cmpuint (gyre_list_get_length (macro->words), ==, 2);
  g_assert_null (macro->shape);
  for (guint index = 0; index + 1 < traits->len; index++)
    {
      g_autofree char *text = gyre_trait_dup_initial_text (traits->pdata[index]);
      g_autoptr (GError) error = NULL;
      g_autofree char *now = gyre_component_dup_text (GYRE_COMPONENT (macro), gyre_trait_get_name (traits->pdata[index]), &error);

      g_assert_no_error (error);
      g_assert_cmpstr (now, ==, text);
    }
}

static void
assert_same_specification (GParamSpec *left, GParamSpec *right)
{
  g_assert_cmpstr (left->name, ==, right->name);
  g_assert_cmpint (left->flags, ==, right->flags);
  g_assert_true (left->value_type == right->value_type);
  g_assert_true (G_PARAM_SPEC_TYPE (left) == G_PARAM_SPEC_TYPE (right));
  g_assert_cmpstr (g_param_spec_get_blurb (left), ==, g_param_spec_get_blurb (right));
  g_assert_cmpint (g_param_values_cmp (left, g_param_spec_get_default_value (left), g_param_spec_get_default_value (right)), ==, 0);
}

static void
assert_same_trait (GyreTrait *left, GyreTrait *right)
{
  g_autofree char *left_kind = gyre_trait_dup_kind_text (left);
  g_autofree char *right_kind = gyre_trait_dup_kind_text (right);
  g_autofree char *left_initial = gyre_trait_dup_initial_text (left);
  g_autofree char *right_initial = gyre_trait_dup_initial_text (right);

  g_assert_cmpstr (left_kind, ==, right_kind);
  g_assert_cmpstr (left_initial, ==, right_initial);
  g_assert_cmpstr (left->units, ==, right->units);
  g_assert_cmpstr (gyre_trait_get_options (left)->member, ==, gyre_trait_get_options (right)->member);
  g_assert_cmpstr (gyre_trait_get_options (left)->like, ==, gyre_trait_get_options (right)->like);
  g_assert_cmpuint (left->offset, ==, right->offset);
  g_assert_cmpuint (left->storage, ==, right->storage);
  g_assert_cmpuint (left->constraints, ==, right->constraints);
  g_assert_true (left->nullable == right->nullable && left->construct_only == right->construct_only
                 && left->simple == right->simple && left->bounded == right->bounded);
  g_assert_true (left->integer.minimum == right->integer.minimum && left->integer.maximum == right->integer.maximum);
  assert_same_specification (left->specification, right->specification);
}

static void
assert_same_descriptor (GyreDescriptor *left, GyreDescriptor *right)
{
  g_assert_cmpint (left->sort, ==, right->sort);
  g_assert_cmpint (left->index, ==, right->index);
  g_assert_cmpstr (left->name, ==, right->name);
  g_assert_cmpstr (left->identifier, ==, right->identifier);
  g_assert_cmpstr (left->aliases, ==, right->aliases);
  g_assert_cmpstr (left->summary, ==, right->summary);
  g_assert_cmpstr (left->description, ==, right->description);
  g_assert_cmpstr (left->deprecated_since, ==, right->deprecated_since);
  if (left->sort != GYRE_DESCRIPTOR_BEHAVIOR)
    assert_same_trait ((GyreTrait *) left, (GyreTrait *) right);
}

static void
test_by_calls (void)
{
  GType type = register_by_calls ();
  GyreRequirement *macro = GYRE_REQUIREMENT (gyre_actor_get (test_macro_get_type ()));
  GyreRequirement *calls = GYRE_REQUIREMENT (gyre_actor_get (type));
  GPtrArray *left = gyre_requirement_get_local_traits (macro);
  GPtrArray *right = gyre_requirement_get_local_traits (calls);
  g_autoptr (GHashTable) left_names = gyre_requirement_get_namemap (macro);
  g_autoptr (GHashTable) right_names = gyre_requirement_get_namemap (calls);
  g_autoptr (GyreComponent) component = test_new (type, NULL);

  g_assert_cmpuint (left->len, ==, right->len);
  for (guint index = 0; index < left->len; index++)
    assert_same_descriptor (left->pdata[index], right->pdata[index]);
  g_assert_cmpuint (g_hash_table_size (left_names), ==, g_hash_table_size (right_names));
  g_assert_cmpstr (gyre_requirement_get_summary (macro), ==, gyre_requirement_get_summary (calls));
  g_assert_cmpstr (gyre_requirement_get_description (macro), ==, gyre_requirement_get_description (calls));
  for (guint index = 0; index < G_N_ELEMENTS (default_texts); index++)
    {
      GyreDescriptor *descriptor = right->pdata[index];
      if (descriptor->sort == GYRE_DESCRIPTOR_PROPERTY && strcmp (descriptor->name, "words") != 0
          && strcmp (descriptor->name, "title") != 0)
        test_assert_text (component, descriptor->name, default_texts[index]);
    }
}

/* Three levels, each with hooks, and a redeclared trait. */
static GString *levels;

typedef struct { GyreComponent parent_instance; double x; char *text; double plain; } TestLevel1;
typedef struct { GyreComponentClass parent_class; double (*ask) (TestLevel1 *self); } TestLevel1Class;
typedef struct { TestLevel1 parent_instance; double x; char *text; } TestLevel2;
typedef struct { TestLevel1Class parent_class; } TestLevel2Class;
typedef struct { TestLevel2 parent_instance; char *plain; } TestLevel3;
typedef struct { TestLevel2Class parent_class; } TestLevel3Class;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestLevel2, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestLevel3, g_object_unref)

#define LEVEL(prefix, digit) \
  static gpointer prefix##_parent_class; \
  static void prefix##_constructed (GObject *object) \
  { \
    G_OBJECT_CLASS (prefix##_parent_class)->constructed (object); \
    if (levels != NULL) \
      g_string_append (levels, "c" digit " "); \
  } \
  static void prefix##_initialize (GTypeInstance *instance, gpointer type_class) \
  { \
    if (levels != NULL) \
      g_string_append (levels, "i" digit " "); \
  } \
  static void prefix##_class_initialize (gpointer type_class, gpointer data) \
  { \
    G_OBJECT_CLASS (type_class)->constructed = prefix##_constructed; \
  }
LEVEL (test_level1, "1")
LEVEL (test_level2, "2")
LEVEL (test_level3, "3")

GYRE_DEFINE_COMPONENT (TestLevel1, test_level1, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (gyre_real (x, 1.0), gyre_string (text, "one"), gyre_real (plain, 0.5)), GYRE_BEHAVIORS (),
  .family = "test.level1", .class_initialize = test_level1_class_initialize, .initialize = test_level1_initialize)
GYRE_DEFINE_COMPONENT (TestLevel2, test_level2, test_level1_get_type (),
  GYRE_TRAITS (gyre_real (x, 2.0, .maximum = 10), gyre_string (text, "two")), GYRE_BEHAVIORS (),
  .family = "test.level2", .class_initialize = test_level2_class_initialize, .initialize = test_level2_initialize)
GYRE_DEFINE_COMPONENT (TestLevel3, test_level3, test_level2_get_type (),
  GYRE_TRAITS (gyre_string (plain, "other kind")), GYRE_BEHAVIORS (),
  .family = "test.level3", .class_initialize = test_level3_class_initialize, .initialize = test_level3_initialize,
  GYRE_DEFAULTS ({ "x", "3" }, { "text", "three" }))

static void
test_chain_up (void)
{
  g_autoptr (GObject) object = NULL;
  g_autofree char *text = NULL;

  g_type_class_unref (g_type_class_ref (test_level3_get_type ()));
  levels = g_string_new (NULL);
  object = g_object_new (test_level3_get_type (), NULL);
  text = g_string_free (g_steal_pointer (&levels), FALSE);
  g_assert_cmpstr (text, ==, "i1 i2 i3 c1 c2 c3 ");
}

static void
test_shadowing (void)
{
  g_autoptr (TestLevel2) two = test_new (test_level2_get_type (), NULL);
  g_autoptr (GError) error = NULL;
  TestLevel1 *one = &two->parent_instance;
  double seen = 0;

  g_assert_cmpfloat (two->x, ==, 2);
  g_assert_cmpfloat (one->x, ==, 2);
  g_assert_cmpstr (one->text, ==, "two");
  g_assert_true (test_level1_set_x (one, 5, &error));
  g_assert_cmpfloat (two->x, ==, 5);
  g_assert_cmpfloat (one->x, ==, 5);
  g_assert_false (test_level1_set_x (one, 11, &error));
  g_clear_error (&error);
  g_object_set (two, "x", 6.0, NULL);
  g_object_get (two, "x", &seen, NULL);
  g_assert_cmpfloat (seen, ==, 6);
  g_assert_cmpfloat (one->x, ==, 6);
  g_assert_true (test_level2_set_text (two, "new", &error));
  g_assert_cmpstr (one->text, ==, "new");
}

/* The ancestor's field keeps the ancestor's default, and its setter says what is wrong. */
static void
test_other_kind (void)
{
  g_autoptr (TestLevel3) three = test_new (test_level3_get_type (), NULL);
  g_autoptr (GError) error = NULL;
  TestLevel1 *one = (TestLevel1 *) three;

  g_assert_cmpfloat (one->plain, ==, 0.5);
  g_assert_cmpstr (three->plain, ==, "other kind");
  g_assert_false (test_level1_set_plain (one, 4, &error));
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_VALUE, "test.level3.plain");
  g_assert_cmpstr (three->plain, ==, "other kind");
}

static void
test_changed_defaults (void)
{
  g_autoptr (TestLevel3) three = test_new (test_level3_get_type (), NULL);
  g_autoptr (TestLevel2) two = test_new (test_level2_get_type (), NULL);

  g_assert_cmpfloat (three->parent_instance.x, ==, 3);
  g_assert_cmpstr (three->parent_instance.text, ==, "three");
  g_assert_cmpfloat (two->x, ==, 2);
}

static void
test_changed_defaults_by_calls (void)
{
  g_autoptr (GyreDeclaration) declaration = gyre_declaration_new ("TestLevel2Calls", test_level2_get_type ());
  g_autoptr (GyreComponent) component = NULL;

  gyre_declaration_set_default (declaration, "x", "9");
  component = test_new (gyre_component_register (declaration, G_TYPE_INVALID, NULL), NULL);
  test_assert_text (component, "x", "9");
}

static void
test_wrong_defaults (void)
{
  g_autoptr (GyreDeclaration) declaration = gyre_declaration_new ("TestLevel2Wrong", test_level2_get_type ());
  g_autoptr (GyreComponent) component = NULL;
  g_autoptr (GError) error = NULL;

  gyre_declaration_set_default (declaration, "x", "11");
  gyre_declaration_set_default (declaration, "y", "1");
  g_test_expect_message ("Gyre", G_LOG_LEVEL_WARNING, "*TestLevel2Wrong*");
  component = gyre_component_new (gyre_component_register (declaration, G_TYPE_INVALID, NULL), NULL, &error, NULL);
  g_test_assert_expected_messages ();
  g_assert_null (component);
  test_assert_error (error, GYRE_DECLARATION_ERROR, GYRE_DECLARATION_ERROR_INVALID, "'x'", "'y'");
}

typedef struct { TestLevel1 parent_instance; } TestOtherSort;
typedef struct { TestLevel1Class parent_class; } TestOtherSortClass;

static double
other_sort_x (TestOtherSort *self, GError **error)
{
  return 0;
}

GYRE_DEFINE_COMPONENT (TestOtherSort, test_other_sort, test_level1_get_type (), GYRE_TRAITS (),
  GYRE_BEHAVIORS (gyre_behavior (x, other_sort_x, (real))), .family = "test.other-sort")

static void
test_other_sort_is_refused (void)
{
  g_autoptr (GyreComponent) component = NULL;
  g_autoptr (GError) error = NULL;

  g_test_expect_message ("Gyre", G_LOG_LEVEL_WARNING, "*TestOtherSort*");
  component = gyre_component_new (test_other_sort_get_type (), NULL, &error, NULL);
  g_test_assert_expected_messages ();
  g_assert_null (component);
  test_assert_error (error, GYRE_DECLARATION_ERROR, GYRE_DECLARATION_ERROR_INVALID, "'x'", "test.level1", "behavior");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/define/fresh-instance-holds-the-declared-defaults", test_fresh);
  g_test_add_func ("/model/define/calls-give-the-record-that-the-macro-gives", test_by_calls);
  g_test_add_func ("/model/define/parent-class-chains-up-through-all-levels", test_chain_up);
  g_test_add_func ("/model/define/redeclared-trait-is-seen-by-everybody", test_shadowing);
  g_test_add_func ("/model/define/ancestor-keeps-its-default-behind-a-trait-of-another-kind", test_other_kind);
  g_test_add_func ("/model/define/inherited-defaults-change-without-redeclaring", test_changed_defaults);
  g_test_add_func ("/model/define/inherited-defaults-change-by-calls", test_changed_defaults_by_calls);
  g_test_add_func ("/model/define/wrong-changed-defaults-are-all-told", test_wrong_defaults);
  g_test_add_func ("/model/define/value-can-not-become-a-behavior", test_other_sort_is_refused);
  return g_test_run ();
}
