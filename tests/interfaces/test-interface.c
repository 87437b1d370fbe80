/* test-interface.c: Interfaces from a table, and what a call through them reaches
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "../gobject/plain-model.h"

typedef struct _TestShape TestShape;
typedef struct
{
  GTypeInterface parent;
  double   (*measure) (TestShape *self, GError **error);
  gboolean (*grow)    (TestShape *self, double factor, gint64 times, GError **error);
} TestShapeInterface;

GYRE_DEFINE_INTERFACE (TestShape, test_shape,
  GYRE_TRAITS (
    gyre_required_real (radius, .constraints = GYRE_NOT_NEGATIVE, .summary = "how far it reaches"),
    gyre_required_list (labels, string)),
  GYRE_BEHAVIORS (
    gyre_required (measure, (real), .summary = "how large it is"),
    gyre_required (grow, (nothing, (real, factor), (integer, times)))),
  .family = "test.interface.shapes", .implementation = "test.interface.ball", .summary = "something with an inside")

typedef struct _TestSolid TestSolid;
typedef struct
{
  GTypeInterface parent;
  double (*weigh) (TestSolid *self, GError **error);
} TestSolidInterface;

GYRE_DEFINE_INTERFACE (TestSolid, test_solid,
  GYRE_TRAITS (gyre_required_list (layers, real, .constraints = GYRE_POSITIVE)),
  GYRE_BEHAVIORS (gyre_required (weigh, (real))),
  GYRE_EXTENDS (test_shape_get_type ()), .family = "test.interface.solids")

typedef struct { GTypeInterface parent; } TestTwistedInterface;

GYRE_DEFINE_INTERFACE (TestTwisted, test_twisted, GYRE_TRAITS (), GYRE_BEHAVIORS (),
  GYRE_EXTENDS (test_shape_get_type (), test_solid_get_type ()))

static double
ball_measure (Plain *self, GError **error)
{
  return 4.5;
}

static double
cube_measure (Plain *self, GError **error)
{
  return 8;
}

static double
ball_weigh (Plain *self, GError **error)
{
  return 2;
}

static gboolean
ball_grow (Plain *self, double factor, gint64 times, GError **error)
{
  if (factor * (double) times == 6)
    return TRUE;
  g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_FAILED, "%g", factor * (double) times);
  return FALSE;
}

#define BALL_TRAITS \
  { PLAIN_TRAIT ("radius", real), PLAIN_TRAIT ("labels", list, .element = &gyre_kind_string), \
    PLAIN_TRAIT ("layers", list, .element = &gyre_kind_real) }
#define BALL_BEHAVIORS \
  PLAIN_BEHAVIOR ("measure", (real), .function = G_CALLBACK (ball_measure)), \
  PLAIN_BEHAVIOR ("grow", (nothing, (real, factor), (integer, times)), .function = G_CALLBACK (ball_grow))

static GyreActor *
declare_ball (const char *name, GType interface)
{
  const PlainClass table = {
    .name = name, .implements = { interface }, .traits = BALL_TRAITS,
    .behaviors = { BALL_BEHAVIORS, PLAIN_BEHAVIOR ("weigh", (real), .function = G_CALLBACK (ball_weigh)) },
  };
  return plain_declare (&table);
}

static gpointer
build (GyreActor *actor)
{
  const GyreConstruction construction = { .name = NULL };
  g_autoptr (GError) error = NULL;
  GObject *object = gyre_attribute_classifier_call (GYRE_ATTRIBUTE_CLASSIFIER (actor), &construction, &error);

  g_assert_no_error (error);
  return object;
}

static void
test_table (void)
{
  GyreRole *role = gyre_role_get (test_shape_get_type ());
  GyreRequirement *record = GYRE_REQUIREMENT (role);
  g_autofree char *names = plain_join (gyre_requirement_get_local_traits (record));
  g_autofree char *place = gyre_locator_to_string (gyre_requirement_get_locator (record));
  GyreTrait *labels = (GyreTrait *) gyre_requirement_find_trait (record, "labels");

  g_assert_cmpstr (gyre_requirement_get_name (record), ==, "TestShape");
  g_assert_cmpstr (gyre_requirement_get_summary (record), ==, "something with an inside");
  g_assert_cmpstr (gyre_role_get_implementation (role), ==, "test.interface.ball");
  g_assert_cmpstr (names, ==, "radius labels measure grow");
  g_assert_true (labels->element->kind == &gyre_kind_string);
  plain_assert_contains (place, "test-interface.c:");
  g_assert_true (gyre_registrar_find (gyre_registrar_get_default (), "test.interface.shapes") == record);
  g_assert_true (G_TYPE_IS_INTERFACE (test_shape_get_type ()));
}

static void
test_extends (void)
{
  GyreRole *solid = gyre_role_get (test_solid_get_type ());

  g_assert_true (gyre_role_extends (solid, gyre_role_get (test_shape_get_type ())));
  g_assert_nonnull (gyre_requirement_find_trait (GYRE_REQUIREMENT (solid), "measure"));
  g_assert_cmpstr (gyre_role_get_implementation (solid), ==, "test.interface.ball");
}

static void
test_no_type (void)
{
  g_test_expect_message ("Gyre", G_LOG_LEVEL_WARNING, "*TestTwisted: the bases have no consistent order*");
  g_assert_cmpuint (test_twisted_get_type (), ==, G_TYPE_NONE);
  g_test_assert_expected_messages ();
  g_assert_cmpuint (test_twisted_get_type (), ==, G_TYPE_NONE);
}

static void
test_dispatch (void)
{
  g_autoptr (GObject) ball = build (declare_ball ("InterfaceBall", test_solid_get_type ()));
  g_autoptr (GError) error = NULL;

  g_assert_cmpfloat (test_shape_measure ((TestShape *) ball, &error), ==, 4.5);
  g_assert_cmpfloat (test_solid_weigh ((TestSolid *) ball, &error), ==, 2);
  g_assert_true (test_shape_grow ((TestShape *) ball, 2.0, 3, &error));
  g_assert_no_error (error);
  g_assert_false (test_shape_grow ((TestShape *) ball, 2.0, 4, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_FAILED);
  g_assert_cmpstr (error->message, ==, "8");

  TestShapeInterface *table = g_type_interface_peek (((GTypeInstance *) ball)->g_class, test_shape_get_type ());
  g_assert_true ((GCallback) table->measure == G_CALLBACK (ball_measure));
}

static void
test_structural_dispatch (void)
{
  g_autoptr (GObject) ball = build (declare_ball ("InterfaceStructural", G_TYPE_INVALID));

  g_assert_false (g_type_is_a (G_OBJECT_TYPE (ball), test_shape_get_type ()));
  g_assert_cmpfloat (test_shape_measure ((TestShape *) ball, NULL), ==, 4.5);
}

static void
test_overriding (void)
{
  GyreActor *ball = declare_ball ("InterfaceOverridden", test_solid_get_type ());
  const GType parent = gyre_requirement_get_gtype (GYRE_REQUIREMENT (ball));
  const PlainClass cube = { .name = "InterfaceOverriding", .parent = parent,
                            .behaviors = { PLAIN_BEHAVIOR ("measure", (real), .function = G_CALLBACK (cube_measure)) } };
  const PlainClass same = { .name = "InterfaceInheriting", .parent = parent };
  g_autoptr (GObject) overriding = build (plain_declare (&cube));
  g_autoptr (GObject) inheriting = build (plain_declare (&same));
  g_autoptr (GObject) original = build (ball);

  g_assert_cmpfloat (test_shape_measure ((TestShape *) overriding, NULL), ==, 8);
  g_assert_cmpfloat (test_solid_weigh ((TestSolid *) overriding, NULL), ==, 2);
  g_assert_cmpfloat (test_shape_measure ((TestShape *) inheriting, NULL), ==, 4.5);
  g_assert_cmpfloat (test_shape_measure ((TestShape *) original, NULL), ==, 4.5);
}

static void
test_nothing_to_call (void)
{
  const PlainClass other = { .name = "InterfaceOther", .behaviors = {
    PLAIN_BEHAVIOR ("measure", (integer), .function = G_CALLBACK (ball_measure)),
    PLAIN_BEHAVIOR ("swell", (nothing, (real, factor), (integer, times)), .aliases = "grow",
                    .function = G_CALLBACK (ball_grow)) } };
  g_autoptr (GObject) object = build (plain_declare (&other));
  g_autoptr (GObject) foreign = g_object_new (G_TYPE_OBJECT, NULL);
  gpointer objects[] = { object, foreign, NULL };

  for (guint index = 0; index < G_N_ELEMENTS (objects); index++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_cmpfloat (test_shape_measure (objects[index], &error), ==, 0);
      g_assert_error (error, GYRE_BEHAVIOR_ERROR, GYRE_BEHAVIOR_ERROR_ABSTRACT);
      g_assert_false (test_shape_grow (objects[index], 2, 3, NULL));
    }
}

static void
test_no_struct (void)
{
  const PlainClass role = { .name = "InterfaceStructless", .parent = G_TYPE_INTERFACE,
                            .behaviors = { PLAIN_BEHAVIOR ("measure", (real)) } };
  GType type = gyre_requirement_get_gtype (GYRE_REQUIREMENT (plain_declare_interface (&role)));
  g_autoptr (GObject) ball = build (declare_ball ("InterfaceOfStructless", type));
  GTypeInterface *table = g_type_interface_peek (((GTypeInstance *) ball)->g_class, type);

  g_assert_cmpuint (table->g_type, ==, type);
  g_assert_true (gyre_interface_find_function (ball, type, 0, "measure", NULL) == G_CALLBACK (ball_measure));
}

static void
test_calls_make_the_same (void)
{
  static const GyreTraitDeclaration radius = PLAIN_TRAIT ("radius", real, .constraints = GYRE_NOT_NEGATIVE);
  const PlainClass table = {
    .name = "InterfaceByCalls", .family = "test.interface.by-calls", .parent = G_TYPE_INTERFACE,
    .implementation = "test.interface.ball",
    .traits = { radius, PLAIN_TRAIT ("labels", list, .element = &gyre_kind_string) },
    .behaviors = { PLAIN_BEHAVIOR ("measure", (real)), PLAIN_BEHAVIOR ("grow", (nothing, (real, factor), (integer, times))) },
  };
  GyreRequirement *calls = GYRE_REQUIREMENT (plain_declare_interface (&table));
  GyreRequirement *macro = GYRE_REQUIREMENT (gyre_role_get (test_shape_get_type ()));
  g_autofree char *names = plain_join (gyre_requirement_get_local_traits (calls));
  g_autofree char *others = plain_join (gyre_requirement_get_local_traits (macro));

  g_assert_cmpstr (names, ==, others);
  g_assert_true (gyre_requirement_is_compatible (calls, macro, NULL));
  g_assert_true (gyre_requirement_is_compatible (macro, calls, NULL));
}

static gpointer
ask_for_type (gpointer data)
{
  return GSIZE_TO_POINTER (test_solid_get_type ());
}

static void
test_threads (void)
{
  GThread *threads[4];

  for (guint index = 0; index < G_N_ELEMENTS (threads); index++)
    threads[index] = g_thread_new ("asks", ask_for_type, NULL);
  for (guint index = 0; index < G_N_ELEMENTS (threads); index++)
    g_assert_cmpuint (GPOINTER_TO_SIZE (g_thread_join (threads[index])), ==, test_solid_get_type ());
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/interfaces/interface/several-threads-declare-it-once", test_threads);
  g_test_add_func ("/interfaces/interface/table-becomes-a-record", test_table);
  g_test_add_func ("/interfaces/interface/extension-has-what-its-base-promises", test_extends);
  g_test_add_func ("/interfaces/interface/refused-declaration-is-told-once-and-asked-again", test_no_type);
  g_test_add_func ("/interfaces/interface/call-reaches-the-class", test_dispatch);
  g_test_add_func ("/interfaces/interface/call-reaches-a-class-that-only-fits", test_structural_dispatch);
  g_test_add_func ("/interfaces/interface/call-reaches-the-nearest-class", test_overriding);
  g_test_add_func ("/interfaces/interface/call-without-a-behavior-is-an-error", test_nothing_to_call);
  g_test_add_func ("/interfaces/interface/behaviors-need-no-struct", test_no_struct);
  g_test_add_func ("/interfaces/interface/function-calls-declare-the-same", test_calls_make_the_same);
  return g_test_run ();
}
