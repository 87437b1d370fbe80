/* test-reconfiguration.c: Settings that arrive when classes and instances are there already
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "model-fixtures.h"

#include "gyre-reconfiguration-private.h"

static void
test_late_family (void)
{
  g_autoptr (TestBall) plain = test_new (TEST_TYPE_BALL, NULL);
  g_autoptr (TestBall) own = test_new (TEST_TYPE_BALL, NULL);
  g_autoptr (TestBall) keyword = TEST_BALL (gyre_component_new (TEST_TYPE_BALL, NULL, NULL, "radius", 4.0, NULL));
  g_autoptr (TestBall) named = NULL;

  test_load ("late-named.radius = 6\n");
  named = test_new (TEST_TYPE_BALL, "late-named");
  test_ball_set_radius (own, 5, NULL);
  test_load ("test.shapes.ball.radius = 3\n");
  g_assert_cmpfloat (plain->radius, ==, 3);
  g_assert_cmpfloat (own->radius, ==, 5);
  g_assert_cmpfloat (keyword->radius, ==, 4);
  g_assert_cmpfloat (named->radius, ==, 6);
  test_assert_family_place (plain, "radius", "test.pfg:1:27");
  g_assert_cmpint (test_category_of (plain, "radius"), ==, GYRE_CATEGORY_USER);
  test_load_as (gyre_executive_get_default (), GYRE_CATEGORY_PACKAGE, "test.shapes.ball.radius = 9\n");
  g_assert_cmpfloat (plain->radius, ==, 3);
}

static void
test_late_name (void)
{
  g_autoptr (TestBox) box = test_new (TEST_TYPE_BOX, "late-box");

  test_load ("late-box.side = 7\n");
  g_assert_cmpint (box->side, ==, 7);
  test_load_as (gyre_executive_get_default (), GYRE_CATEGORY_PACKAGE, "late-box.side = 8\n");
  g_assert_cmpint (box->side, ==, 7);
  test_box_set_side (box, 9, NULL);
  test_load_as (gyre_executive_get_default (), GYRE_CATEGORY_COMMAND, "late-box.side = 10\n");
  g_assert_cmpint (box->side, ==, 9);
  g_assert_cmpint (test_category_of (box, "side"), ==, GYRE_CATEGORY_EXPLICIT);
  test_load_as (gyre_executive_get_default (), GYRE_CATEGORY_EXPLICIT, "late-box.side = 11\n");
  g_assert_cmpint (box->side, ==, 11);
}

static void
test_late_condition (void)
{
  g_autoptr (TestBox) box = test_new (TEST_TYPE_BOX, "conditional-box");

  test_load ("test.shapes.ball # conditional-box:\n    radius = 7\n");
  g_assert_cmpint (box->side, ==, 3);
  test_load ("test.shapes.box # conditional-box:\n    side = 7\n");
  g_assert_cmpint (box->side, ==, 7);
  test_load ("conditional-box.side = 8\n");
  g_assert_cmpint (box->side, ==, 7);
}

typedef struct { GyreComponent parent_instance; double a, b; } TestBase;
typedef struct { GyreComponentClass parent_class; } TestBaseClass;
typedef struct { TestBase parent_instance; double c; } TestDerived;
typedef struct { TestBaseClass parent_class; } TestDerivedClass;
GYRE_DEFINE_COMPONENT (TestBase, test_base, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (gyre_real (a, 1.0, .aliases = "alpha"), gyre_real (b, 1.0)), GYRE_BEHAVIORS (), .family = "test.base")
GYRE_DEFINE_COMPONENT (TestDerived, test_derived, test_base_get_type (),
  GYRE_TRAITS (gyre_real (c, 1.0)), GYRE_BEHAVIORS (), .family = "test.derived")

static void
test_late_base (void)
{
  g_autoptr (GyreExecutive) executive = gyre_executive_new ();
  g_autoptr (GyreComponent) derived = NULL;

  gyre_executive_push (executive);
  derived = test_new (test_derived_get_type (), NULL);
  test_load_as (executive, GYRE_CATEGORY_USER, "test.base.a = 5\n");
  test_assert_text (derived, "a", "5");
  test_load_as (executive, GYRE_CATEGORY_USER, "test.derived.a = 6\n");
  test_assert_text (derived, "a", "6");
  test_load_as (executive, GYRE_CATEGORY_USER, "test.base.a = 7\n");
  test_assert_text (derived, "a", "6");
  gyre_executive_pop (executive);
}

/* Two files of different weight and an instance, in a random order, give the same values every time. */
typedef struct
{
  GyreExecutive *executive;
  GyreComponent *instance;
  char *files[2];
} World;

static const struct { const char *key; const char *section; } keys[] = {
  { "test.base.a", NULL }, { "test.base.alpha", NULL }, { "test.base.b", NULL }, { "test.derived.a", NULL },
  { "test.derived.b", NULL }, { "test.derived.c", NULL }, { "thing.a", NULL }, { "thing.b", NULL }, { "thing.c", NULL },
  { "a", "test.derived # thing:" }, { "c", "test.derived # thing:" }, { "b", "test.base # thing:" },
};

static char *
write_file (GRand *random)
{
  GString *text = g_string_new (NULL);

  for (guint count = g_rand_int_range (random, 0, 6); count > 0; count--)
    {
      guint index = g_rand_int_range (random, 0, G_N_ELEMENTS (keys));
      if (keys[index].section != NULL)
        g_string_append_printf (text, "%s\n    ", keys[index].section);
      g_string_append_printf (text, "%s = %d\n", keys[index].key, g_rand_int_range (random, 2, 1000));
    }
  return g_string_free (text, FALSE);
}

static void
take_step (World *world, guint step)
{
  static const GyreCategory categories[] = { GYRE_CATEGORY_USER, GYRE_CATEGORY_COMMAND };

  if (step < 2)
    test_load_as (world->executive, categories[step], world->files[step]);
  else
    world->instance = test_new (test_derived_get_type (), "thing");
}

static char *
play (World *world, const guint *order)
{
  const char *traits[] = { "a", "b", "c" };
  GString *outcome = g_string_new (NULL);

  world->executive = gyre_executive_new ();
  gyre_executive_push (world->executive);
  for (guint index = 0; index < 3; index++)
    take_step (world, order[index]);
  for (guint index = 0; index < 3; index++)
    {
      g_autofree char *text = gyre_component_dup_text (world->instance, traits[index], NULL);
      g_autoptr (GyreLocator) locator = gyre_component_dup_value_locator (world->instance, traits[index], NULL);
      g_autofree char *place = gyre_locator_to_string (locator);
      g_string_append_printf (outcome, "%s=%s (%s, %d) ", traits[index], text, place,
                              test_category_of (world->instance, traits[index]));
    }
  gyre_executive_pop (world->executive);
  g_clear_object (&world->instance);
  g_clear_object (&world->executive);
  return g_string_free (outcome, FALSE);
}

static void
test_order (void)
{
  static const guint orders[6][3] = { { 0, 1, 2 }, { 0, 2, 1 }, { 1, 0, 2 }, { 1, 2, 0 }, { 2, 0, 1 }, { 2, 1, 0 } };
  g_autoptr (GRand) random = g_rand_new_with_seed (g_test_rand_int ());

  for (guint round = 0; round < 150; round++)
    {
      World world = { NULL, NULL, { write_file (random), write_file (random) } };
      g_autofree char *expected = play (&world, orders[0]);
      for (guint index = 1; index < 6; index++)
        {
          g_autofree char *outcome = play (&world, orders[index]);
          if (strcmp (outcome, expected) != 0)
            g_error ("order %u: %s, not %s, of user:\n%scommand:\n%s", index, outcome, expected, world.files[0], world.files[1]);
        }
      g_free (world.files[0]);
      g_free (world.files[1]);
    }
}

static void
test_before_the_class (void)
{
  g_autoptr (GyreComponent) component = NULL;
  g_autoptr (GyreDeclaration) declaration = gyre_declaration_new ("TestLater", test_base_get_type ());

  test_load ("later.thing.alpha = 5\n");
  gyre_declaration_set_family (declaration, "later.thing");
  component = test_new (gyre_component_register (declaration, G_TYPE_INVALID, NULL), NULL);
  test_assert_text (component, "a", "5");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gyre_executive_get_default ();
  gyre_actor_get (TEST_TYPE_BALL);
  gyre_actor_get (TEST_TYPE_BOX);
  gyre_actor_get (test_derived_get_type ());
  g_test_add_func ("/model/reconfiguration/late-family-setting-reaches-those-whose-value-is-the-class-s", test_late_family);
  g_test_add_func ("/model/reconfiguration/late-setting-of-a-name-yields-to-higher-priority-only", test_late_name);
  g_test_add_func ("/model/reconfiguration/late-condition-reaches-the-instance-it-holds-for", test_late_condition);
  g_test_add_func ("/model/reconfiguration/late-setting-of-the-base-reaches-derived-that-follow-it", test_late_base);
  g_test_add_func ("/model/reconfiguration/settings-can-come-before-the-class", test_before_the_class);
  g_test_add_func ("/model/reconfiguration/order-of-arrival-does-not-matter", test_order);
  return g_test_run ();
}
