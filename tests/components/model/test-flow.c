/* test-flow.c: How values come to the traits that follow others
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "model-fixtures.h"

enum { MANY = 300 };

typedef struct
{
  GyreComponent parent_instance;
  double one, two, length;
  int number;
  bool flag;
} TestRiver;
typedef struct { GyreComponentClass parent_class; } TestRiverClass;

GYRE_DEFINE_COMPONENT (TestRiver, test_river, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (
    gyre_real (one, 1),
    gyre_real (two, 2, .constraints = GYRE_NOT_NEGATIVE),
    gyre_real (length, 5, .units = "mm"),
    gyre_integer (number, 3, .maximum = 100),
    gyre_boolean (flag, FALSE)),
  GYRE_BEHAVIORS (), .family = "test.river")

typedef struct
{
  GyreExecutive *executive;
  TestRiver *rivers[MANY];
  GString *heard;
} Land;

static void
say (Land *land, const char *text)
{
  g_autoptr (GError) error = NULL;

  gyre_executive_set (land->executive, "base", text, GYRE_CATEGORY_USER, NULL, &error);
  g_assert_no_error (error);
}

static void
bind (TestRiver *river, const char *trait, const char *text)
{
  g_autoptr (GError) error = NULL;

  gyre_component_bind (GYRE_COMPONENT (river), trait, text, &error);
  g_assert_no_error (error);
}

static void
land_init (Land *self)
{
  gyre_executive_get_default ();
  gyre_actor_get (test_river_get_type ());
  self->executive = gyre_executive_new ();
  gyre_executive_push (self->executive);
  self->heard = g_string_new (NULL);
  say (self, "10");
  for (guint index = 0; index < MANY; index++)
    {
      self->rivers[index] = test_new (test_river_get_type (), NULL);
      bind (self->rivers[index], "one", "{base} * 2");
      bind (self->rivers[index], "number", "{base} + 1");
    }
}

static void
land_clear (Land *self)
{
  for (guint index = 0; index < MANY; index++)
    g_clear_object (&self->rivers[index]);
  gyre_executive_pop (self->executive);
  g_object_unref (self->executive);
  g_string_free (self->heard, TRUE);
}

static void
test_all (void)
{
  Land land;

  land_init (&land);
  bind (land.rivers[7], "flag", "{base} > 20");
  bind (land.rivers[7], "length", "{base} * 1 cm");
  say (&land, "30");
  for (guint index = 0; index < MANY; index++)
    {
      g_assert_cmpfloat (land.rivers[index]->one, ==, 60);
      g_assert_cmpint (land.rivers[index]->number, ==, 31);
    }
  g_assert_true (land.rivers[7]->flag);
  g_assert_cmpfloat_with_epsilon (land.rivers[7]->length, 300, 1e-9);
  land_clear (&land);
}

static void
test_refused (void)
{
  Land land;

  land_init (&land);
  bind (land.rivers[5], "two", "20 - {base}");
  g_test_expect_message ("Gyre", G_LOG_LEVEL_WARNING, "*two: must be at least 0*");
  say (&land, "25");
  g_test_assert_expected_messages ();
  g_assert_cmpfloat (land.rivers[5]->two, ==, 10);
  g_assert_cmpfloat (land.rivers[5]->one, ==, 50);
  say (&land, "15");
  g_assert_cmpfloat (land.rivers[5]->two, ==, 5);
  land_clear (&land);
}

static void
on_change (GyreComponent *component, const GyreChange *change, gpointer data)
{
  g_string_append_printf (data, "%s %g→%g;", gyre_trait_get_name (change->trait), change->old_value.real, change->new_value.real);
}

static void
on_notify (GObject *object, GParamSpec *specification, gpointer data)
{
  g_string_append_printf (data, "notify %s;", specification->name);
}

static void
test_heard (void)
{
  Land land;

  land_init (&land);
  gyre_component_observe (GYRE_COMPONENT (land.rivers[3]), "one", on_change, land.heard, NULL, NULL);
  g_signal_connect (land.rivers[3], "notify::one", G_CALLBACK (on_notify), land.heard);
  say (&land, "11");
  g_assert_cmpstr (land.heard->str, ==, "one 20→22;notify one;");
  g_string_truncate (land.heard, 0);
  say (&land, "11.0");
  g_assert_cmpstr (land.heard->str, ==, "");
  land_clear (&land);
}

static void
on_change_end_all (GyreComponent *component, const GyreChange *change, gpointer data)
{
  Land *land = data;
  g_autoptr (GError) error = NULL;

  gyre_component_set_real (GYRE_COMPONENT (land->rivers[12]), "one", -1, &error);
  gyre_component_unbind (GYRE_COMPONENT (land->rivers[13]), "one", &error);
  bind (land->rivers[14], "one", "{base} * 3");
  for (guint index = 20; index < MANY; index++)
    g_clear_object (&land->rivers[index]);
  g_assert_no_error (error);
}

/* All of them are in one batch with the one whose observer does it. */
static void
test_ended_meanwhile (void)
{
  Land land;

  land_init (&land);
  gyre_component_observe (GYRE_COMPONENT (land.rivers[10]), "one", on_change_end_all, &land, NULL, NULL);
  g_object_add_weak_pointer (G_OBJECT (land.rivers[20]), (gpointer *) &land.rivers[20]);
  say (&land, "50");
  g_assert_cmpfloat (land.rivers[11]->one, ==, 100);
  g_assert_cmpint (land.rivers[12]->number, ==, 51);
  g_assert_cmpfloat (land.rivers[12]->one, ==, -1);
  g_assert_cmpfloat (land.rivers[13]->one, ==, 20);
  g_assert_cmpfloat (land.rivers[14]->one, ==, 150);
  g_assert_cmpfloat (land.rivers[19]->one, ==, 100);
  g_assert_null (land.rivers[20]);
  say (&land, "60");
  g_assert_cmpfloat (land.rivers[12]->one, ==, -1);
  g_assert_cmpfloat (land.rivers[13]->one, ==, 20);
  g_assert_cmpfloat (land.rivers[14]->one, ==, 180);
  land_clear (&land);
}

static void
on_change_let_go (GyreComponent *component, const GyreChange *change, gpointer data)
{
  g_object_unref (component);
}

static void
test_lets_itself_go (void)
{
  Land land;
  TestRiver *river;

  land_init (&land);
  river = land.rivers[4];
  gyre_component_observe (GYRE_COMPONENT (river), "one", on_change_let_go, &land, NULL, NULL);
  gyre_component_observe (GYRE_COMPONENT (river), "number", on_change, land.heard, NULL, NULL);
  g_object_add_weak_pointer (G_OBJECT (river), (gpointer *) &land.rivers[4]);
  say (&land, "11");
  g_assert_null (land.rivers[4]);
  g_assert_cmpstr (land.heard->str, ==, "");
  g_assert_cmpfloat (land.rivers[5]->one, ==, 22);
  land_clear (&land);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/flow/all-that-follow-have-the-value", test_all);
  g_test_add_func ("/model/flow/a-refused-value-leaves-the-old-one-and-the-others-go-on", test_refused);
  g_test_add_func ("/model/flow/observers-and-handlers-hear-of-a-change-and-of-nothing-else", test_heard);
  g_test_add_func ("/model/flow/what-ends-meanwhile-hears-nothing", test_ended_meanwhile);
  g_test_add_func ("/model/flow/a-component-that-goes-hears-nothing-of-the-rest", test_lets_itself_go);
  return g_test_run ();
}
