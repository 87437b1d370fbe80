/* test-restoration.c: What a trait has when nobody has said anything to its instance
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "open-fixtures.h"

#include "gyre-restoration-private.h"

typedef struct { GyreComponent parent_instance; GyreList *tags; TestBall *ball; double radius; } RestorationList;
typedef struct { GyreComponentClass parent_class; } RestorationListClass;

GType restoration_list_get_type (void);

GYRE_DEFINE_COMPONENT (RestorationList, restoration_list, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (
    gyre_list (tags, string, "a"),
    gyre_facility (ball, test_ball, "test.shapes.ball"),
    gyre_real (radius, 0, .delegate = "ball.radius")),
  GYRE_BEHAVIORS (),
  .family = "test.restoration.list")

static GyreTransaction *
begin (void)
{
  return gyre_transaction_begin (gyre_executive_get_current ());
}

static void
reset_in_transaction (gpointer component, const char *trait)
{
  g_autoptr (GyreTransaction) transaction = begin ();
  g_autoptr (GError) error = NULL;

  gyre_transaction_reset (transaction, component, trait, &error);
  g_assert_no_error (error);
  gyre_transaction_commit (transaction, &error);
  g_assert_no_error (error);
}

static void
reset_alone (gpointer component, const char *trait)
{
  g_autoptr (GError) error = NULL;

  gyre_component_reset (component, trait, &error);
  g_assert_no_error (error);
}

static void (* const ways[]) (gpointer component, const char *trait) = { reset_alone, reset_in_transaction };

/* Also what is set later on top of it does not bring back what code has said. */
static void
test_list (void)
{
  static const char * const names[] = { "restored-alone", "restored-together" };

  for (guint index = 0; index < G_N_ELEMENTS (ways); index++)
    {
      g_autofree char *text = g_strdup_printf ("%s.tags += b\n", names[index]);
      g_autofree char *more = g_strdup_printf ("%s.tags += c\n", names[index]);
      g_autoptr (GyreComponent) list = NULL;

      test_load (text);
      list = test_new (restoration_list_get_type (), names[index]);
      test_assert_text (list, "tags", "(a, b)");
      test_set_text (list, "tags", "(x, y)");
      ways[index] (list, "tags");
      test_assert_text (list, "tags", "(a, b)");
      g_assert_cmpint (test_category_of (list, "tags"), ==, GYRE_CATEGORY_USER);
      test_load (more);
      test_assert_text (list, "tags", "(a, b, c)");
    }
}

/* The part gets what its class gives, and the component shows that. */
static void
test_delegate (void)
{
  for (guint index = 0; index < G_N_ELEMENTS (ways); index++)
    {
      g_autoptr (GyreComponent) list = test_new (restoration_list_get_type (), NULL);
      GyreComponent *ball = GYRE_COMPONENT (gyre_component_get_object (GYRE_COMPONENT (list), "ball", NULL));

      test_set_text (list, "radius", "5");
      test_assert_text (ball, "radius", "5");
      ways[index] (list, "radius");
      test_assert_text (ball, "radius", "1");
      test_assert_text (list, "radius", "1");
      g_assert_false (gyre_component_is_set (ball, "radius", NULL));
    }
}

static void
test_attribute (void)
{
  test_load ("test.open.colour = red\nrestored-open.size = 3\n");
  for (guint index = 0; index < G_N_ELEMENTS (ways); index++)
    {
      g_autoptr (TestOpen) open = test_new (TEST_TYPE_OPEN, "restored-open");

      test_set_text (open, "colour", "blue");
      test_set_text (open, "size", "4");
      test_set_text (open, "mood", "good");
      ways[index] (open, "colour");
      ways[index] (open, "size");
      ways[index] (open, "mood");
      test_assert_attributes (open, "colour size");
      test_assert_text (open, "colour", "red");
      test_assert_text (open, "size", "3");
      g_assert_false (gyre_component_is_set (GYRE_COMPONENT (open), "colour", NULL));
      g_assert_true (gyre_component_is_set (GYRE_COMPONENT (open), "size", NULL));
    }
}

/* What the class follows is followed again, and what was followed is not any more. */
static void
test_followed (void)
{
  test_load ("test.shapes.box.side = {restored-size.n} * 2\nrestored-size.n = 4\n");
  for (guint index = 0; index < G_N_ELEMENTS (ways); index++)
    {
      g_autoptr (TestBox) box = test_new (TEST_TYPE_BOX, NULL);
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (box->side, ==, 8);
      g_assert_true (gyre_component_bind (GYRE_COMPONENT (box), "side", "{restored-size.n} + 1", &error));
      g_assert_cmpint (box->side, ==, 5);
      ways[index] (box, "side");
      g_assert_cmpint (box->side, ==, 8);
      g_assert_cmpstr (gyre_component_get_binding (GYRE_COMPONENT (box), "side", NULL), ==, "{restored-size.n} * 2");
      g_assert_false (gyre_component_is_set (GYRE_COMPONENT (box), "side", NULL));
    }
}

static void
test_facility (void)
{
  for (guint index = 0; index < G_N_ELEMENTS (ways); index++)
    {
      g_autoptr (TestHost) host = test_new (TEST_TYPE_HOST, NULL);

      test_set_text (host, "ball", "none");
      ways[index] (host, "ball");
      g_assert_false (gyre_component_is_set (GYRE_COMPONENT (host), "ball", NULL));
      g_assert_true (TEST_IS_BALL (gyre_component_get_object (GYRE_COMPONENT (host), "ball", NULL)));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_object_unref (test_new (TEST_TYPE_BALL, NULL));
  g_object_unref (test_new (TEST_TYPE_BOX, NULL));
  g_test_add_func ("/model/restoration/list-is-what-settings-make-without-code", test_list);
  g_test_add_func ("/model/restoration/part-of-a-delegate-is-reset", test_delegate);
  g_test_add_func ("/model/restoration/attribute-gets-what-is-configured-or-goes", test_attribute);
  g_test_add_func ("/model/restoration/what-the-class-follows-is-followed-again", test_followed);
  g_test_add_func ("/model/restoration/facility-is-built-again", test_facility);
  return g_test_run ();
}
