/* test-compatibility.c: What a report says of a class and an interface, or of any two of them
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "../gobject/plain-model.h"

static GType
type_of (gpointer record)
{
  return gyre_requirement_get_gtype (record);
}

static GyreRequirement *
declare_shapes (const char *name, const char *family)
{
  const PlainClass table = {
    .name = name, .family = family, .parent = G_TYPE_INTERFACE,
    .traits = { PLAIN_TRAIT ("radius", real), PLAIN_TRAIT ("label", string) },
    .behaviors = { PLAIN_BEHAVIOR ("measure", (real)) },
  };
  return GYRE_REQUIREMENT (plain_declare_interface (&table));
}

static GyreRequirement *
declare_ball (const char *name, const char *family, GType interface)
{
  const PlainClass table = {
    .name = name, .family = family, .implements = { interface },
    .traits = { PLAIN_TRAIT ("radius", real), PLAIN_TRAIT ("label", string) },
    .behaviors = { PLAIN_BEHAVIOR ("measure", (real)) },
  };
  return GYRE_REQUIREMENT (plain_declare (&table));
}

static void
test_itself (void)
{
  GyreRequirement *shapes = declare_shapes ("SelfShapes", NULL);
  GyreRequirement *ball = declare_ball ("SelfBall", NULL, type_of (shapes));

  g_assert_true (gyre_requirement_is_compatible (shapes, shapes, NULL));
  g_assert_true (gyre_requirement_is_compatible (ball, ball, NULL));
}

static void
test_structure (void)
{
  GyreRequirement *shapes = declare_shapes ("StructureShapes", NULL);
  GyreRequirement *ball = declare_ball ("StructureBall", NULL, G_TYPE_INVALID);
  g_autoptr (GyreCompatibility) report = gyre_compatibility_check (ball, shapes);
  g_autofree char *text = gyre_compatibility_to_string (report);

  g_assert_true (gyre_compatibility_holds (report));
  g_assert_cmpuint (gyre_compatibility_get_length (report), ==, 0);
  g_assert_cmpstr (text, ==, "");
  g_assert_true (gyre_compatibility_to_error (report, NULL));
}

static void
test_all_are_told (void)
{
  GyreRequirement *shapes = declare_shapes ("AllShapes", "test.all.shapes");
  const PlainClass table = {
    .name = "AllBall", .family = "test.all.ball",
    .traits = { PLAIN_TRAIT ("radius", string), PLAIN_TRAIT ("labels", string, .aliases = "label") },
    .behaviors = { PLAIN_BEHAVIOR ("measure", (real, (integer, n))) },
  };
  GyreRequirement *ball = GYRE_REQUIREMENT (plain_declare (&table));
  g_autoptr (GyreCompatibility) report = gyre_compatibility_check (ball, shapes);
  g_autofree char *text = gyre_compatibility_to_string (report);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (gyre_compatibility_get_length (report), ==, 3);
  g_assert_cmpint (gyre_compatibility_get_code (report, 0), ==, GYRE_COMPATIBILITY_ERROR_KIND);
  g_assert_cmpstr (gyre_compatibility_get_subject (report, 0), ==, "radius");
  g_assert_cmpstr (gyre_compatibility_get_message (report, 0), ==,
                   "test.all.ball does not keep test.all.shapes: trait 'radius' is of kind string, promised is real");
  g_assert_cmpint (gyre_compatibility_get_code (report, 1), ==, GYRE_COMPATIBILITY_ERROR_MISSING);
  plain_assert_contains (gyre_compatibility_get_message (report, 1), "'label' is only an alias of 'labels'");
  g_assert_cmpint (gyre_compatibility_get_code (report, 2), ==, GYRE_COMPATIBILITY_ERROR_SIGNATURE);
  g_assert_cmpstr (gyre_compatibility_get_message (report, 2), ==,
                   "test.all.ball does not keep test.all.shapes: behavior 'measure' is 'real measure (integer n)', "
                   "promised 'real measure ()'");
  g_assert_false (gyre_compatibility_to_error (report, &error));
  g_assert_error (error, GYRE_COMPATIBILITY_ERROR, GYRE_COMPATIBILITY_ERROR_KIND);
  g_assert_cmpstr (error->message, ==, text);
}

static void
test_obligation (void)
{
  GyreRequirement *shapes = declare_shapes ("ObligationShapes", "test.obligation.shapes");
  GyreRequirement *others = declare_shapes ("ObligationOthers", "test.obligation.others");
  GyreRequirement *ball = declare_ball ("ObligationBall", "test.obligation.ball", type_of (others));
  const PlainClass heir = { .name = "ObligationHeir", .parent = type_of (ball) };
  g_autoptr (GError) error = NULL;

  g_assert_true (gyre_requirement_is_compatible (ball, others, NULL));
  g_assert_false (gyre_requirement_is_compatible (ball, shapes, &error));
  g_assert_error (error, GYRE_COMPATIBILITY_ERROR, GYRE_COMPATIBILITY_ERROR_OBLIGATION);
  g_assert_cmpstr (error->message, ==, "test.obligation.ball does not keep test.obligation.shapes: "
                                       "it has declared test.obligation.others and not test.obligation.shapes");
  g_assert_false (gyre_requirement_is_compatible (GYRE_REQUIREMENT (plain_declare (&heir)), shapes, NULL));
}

static void
test_line (void)
{
  GyreRequirement *shapes = declare_shapes ("LineShapes", NULL);
  const PlainClass round = { .name = "LineRound", .parent = G_TYPE_INTERFACE, .implements = { type_of (shapes) } };
  const PlainClass solid = { .name = "LineSolid", .parent = G_TYPE_INTERFACE, .implements = { type_of (shapes) },
                             .traits = { PLAIN_TRAIT ("density", real) } };
  GyreRequirement *round_role = GYRE_REQUIREMENT (plain_declare_interface (&round));
  GyreRequirement *solid_role = GYRE_REQUIREMENT (plain_declare_interface (&solid));
  GyreRequirement *ball = declare_ball ("LineBall", NULL, type_of (round_role));
  GyreRequirement *base_ball = declare_ball ("LineBaseBall", NULL, type_of (shapes));
  g_autoptr (GyreCompatibility) sibling = gyre_compatibility_check (ball, solid_role);

  g_assert_true (gyre_requirement_is_compatible (ball, shapes, NULL));
  g_assert_true (gyre_requirement_is_compatible (base_ball, round_role, NULL));
  g_assert_cmpuint (gyre_compatibility_get_length (sibling), ==, 2);
  g_assert_cmpint (gyre_compatibility_get_code (sibling, 0), ==, GYRE_COMPATIBILITY_ERROR_OBLIGATION);
  g_assert_cmpstr (gyre_compatibility_get_subject (sibling, 0), ==, "LineSolid");
  g_assert_cmpint (gyre_compatibility_get_code (sibling, 1), ==, GYRE_COMPATIBILITY_ERROR_MISSING);
}

static void
test_between_interfaces_and_classes (void)
{
  GyreRequirement *shapes = declare_shapes ("BetweenShapes", NULL);
  GyreRequirement *others = declare_shapes ("BetweenOthers", NULL);
  GyreRequirement *ball = declare_ball ("BetweenBall", NULL, type_of (shapes));
  const PlainClass table = { .name = "BetweenHeir", .parent = type_of (ball), .traits = { PLAIN_TRAIT ("more", real) } };
  GyreRequirement *heir = GYRE_REQUIREMENT (plain_declare (&table));
  g_autoptr (GyreCompatibility) report = NULL;

  g_assert_true (gyre_requirement_is_compatible (shapes, others, NULL));
  g_assert_true (gyre_requirement_is_compatible (heir, ball, NULL));
  report = gyre_compatibility_check (ball, heir);
  g_assert_cmpuint (gyre_compatibility_get_length (report), ==, 1);
  g_assert_cmpstr (gyre_compatibility_get_subject (report, 0), ==, "more");
}

static void
test_class_is_made (void)
{
  const PlainClass table = { .name = "UnmadeBall",
                             .traits = { PLAIN_TRAIT ("radius", real), PLAIN_TRAIT ("label", string) },
                             .behaviors = { PLAIN_BEHAVIOR ("measure", (real)) } };
  GyreRequirement *shapes = declare_shapes ("UnmadeShapes", NULL);

  g_assert_true (gyre_requirement_is_compatible (plain_prepare_class (&table, NULL), shapes, NULL));
}

static void
test_declaration_tells_once (void)
{
  GyreRequirement *shapes = declare_shapes ("OnceShapes", NULL);
  const PlainClass left = { .name = "OnceLeft", .parent = G_TYPE_INTERFACE, .implements = { type_of (shapes) } };
  const PlainClass right = { .name = "OnceRight", .parent = G_TYPE_INTERFACE, .implements = { type_of (shapes) },
                             .traits = { PLAIN_TRAIT ("label", string) } };
  const GType left_type = type_of (plain_declare_interface (&left));
  const PlainClass ball = {
    .name = "OnceBall", .implements = { left_type, type_of (plain_declare_interface (&right)) },
    .traits = { PLAIN_TRAIT ("radus", real) },
    .behaviors = { PLAIN_BEHAVIOR ("measure", (real)) },
  };
  g_autofree char *text = plain_declare_invalid (&ball);

  g_assert_cmpstr (text, ==,
                   "plain.c:10:1: OnceBall does not keep OnceShapes: 'radius' is missing, promised is a trait of kind real "
                   "(did you mean 'radus'?)\n"
                   "plain.c:10:1: OnceBall does not keep OnceRight: 'label' is missing, promised is a trait of kind string "
                   "(it is promised at plain.c:10:1)");
}

static void
test_interface_keeps_its_bases (void)
{
  GyreRequirement *shapes = declare_shapes ("BaseShapes", NULL);
  const PlainClass table = { .name = "BaseBreaker", .parent = G_TYPE_INTERFACE, .implements = { type_of (shapes) },
                             .traits = { PLAIN_TRAIT ("label", real) } };
  g_autofree char *text = plain_declare_invalid (&table);

  plain_assert_contains (text, "BaseBreaker does not keep BaseShapes: trait 'label' is of kind real, promised is string");
}

static void
test_boxed (void)
{
  GyreRequirement *shapes = declare_shapes ("BoxedShapes", NULL);
  GyreRequirement *plain = GYRE_REQUIREMENT (gyre_actor_peek (plain_get_type ()));
  GyreCompatibility *report = gyre_compatibility_check (plain, shapes);
  GyreCompatibility *copy = g_boxed_copy (GYRE_TYPE_COMPATIBILITY, report);

  gyre_compatibility_unref (report);
  g_assert_cmpuint (gyre_compatibility_get_length (copy), ==, 3);
  g_boxed_free (GYRE_TYPE_COMPATIBILITY, copy);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/interfaces/compatibility/anything-keeps-its-own-promises", test_itself);
  g_test_add_func ("/interfaces/compatibility/structure-is-enough-for-who-declares-nothing", test_structure);
  g_test_add_func ("/interfaces/compatibility/every-broken-promise-is-told", test_all_are_told);
  g_test_add_func ("/interfaces/compatibility/declared-others-is-refused-though-it-fits", test_obligation);
  g_test_add_func ("/interfaces/compatibility/base-and-extension-are-of-one-line-and-siblings-are-not", test_line);
  g_test_add_func ("/interfaces/compatibility/any-two-can-be-compared", test_between_interfaces_and_classes);
  g_test_add_func ("/interfaces/compatibility/class-is-made-when-it-is-asked-about", test_class_is_made);
  g_test_add_func ("/interfaces/compatibility/declaration-tells-each-broken-promise-once", test_declaration_tells_once);
  g_test_add_func ("/interfaces/compatibility/interface-keeps-what-its-bases-promise", test_interface_keeps_its_bases);
  g_test_add_func ("/interfaces/compatibility/copy-is-a-reference", test_boxed);
  return g_test_run ();
}
