/* test-facility.c: How a component gets another one
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "model-fixtures.h"

static gpointer
part (gpointer host, const char *trait)
{
  g_autoptr (GError) error = NULL;
  GObject *object = gyre_component_get_object (GYRE_COMPONENT (host), trait, &error);

  g_assert_no_error (error);
  return object;
}

static void
test_interface_default (void)
{
  g_autoptr (TestHost) host = test_new (TEST_TYPE_HOST, "with-default");

  g_assert_null (host->shape);
  g_assert_true (TEST_IS_BALL (part (host, "shape")));
  g_assert_true ((gpointer) host->shape == part (host, "form"));
  g_assert_cmpstr (gyre_component_get_name (GYRE_COMPONENT (host->shape)), ==, "with-default.shape");
}

static void
test_unnamed (void)
{
  g_autoptr (TestHost) host = test_new (TEST_TYPE_HOST, NULL);

  g_assert_null (gyre_component_get_name (part (host, "shape")));
}

static void
test_settings_of_part (void)
{
  g_autoptr (TestHost) host = NULL;

  test_load ("configured-host.shape.radius = 4\n"
             "configured-host.ball.radius = 5\n");
  host = test_new (TEST_TYPE_HOST, "configured-host");
  g_assert_cmpfloat (TEST_BALL (part (host, "shape"))->radius, ==, 4);
  g_assert_cmpfloat (test_host_get_ball (host, NULL)->radius, ==, 5);
  test_load ("configured-host.shape.radius = 6\n");
  g_assert_cmpfloat (TEST_BALL (host->shape)->radius, ==, 6);
}

static void
test_settings_of_part_by_alias (void)
{
  g_autoptr (TestHost) host = NULL;

  test_load ("aliased-host.form.radius = 4\n");
  host = test_new (TEST_TYPE_HOST, "aliased-host");
  g_assert_cmpfloat (TEST_BALL (part (host, "shape"))->radius, ==, 4);
  test_load ("aliased-host.form.radius = 8\n");
  g_assert_cmpfloat (TEST_BALL (part (host, "shape"))->radius, ==, 8);
}

static void
test_texts (void)
{
  g_autoptr (TestHost) host = test_new (TEST_TYPE_HOST, "texts");
  g_autoptr (TestBox) living = test_new (TEST_TYPE_BOX, "texts-living");

  test_set_text (host, "shape", "test.shapes.box");
  g_assert_true (TEST_IS_BOX (part (host, "shape")));
  test_set_text (host, "shape", "ball");
  g_assert_true (TEST_IS_BALL (part (host, "shape")));
  test_set_text (host, "shape", "test.shapes.box#texts-living");
  g_assert_true (part (host, "shape") == living);
  test_set_text (host, "shape", "ball#texts-fresh");
  g_assert_cmpstr (gyre_component_get_name (part (host, "shape")), ==, "texts-fresh");
  test_set_text (host, "shape", "#texts-living");
  g_assert_true (part (host, "shape") == living);
  test_set_text (host, "shape", "#texts-nobody");
  g_assert_true (TEST_IS_BALL (part (host, "shape")));
  g_assert_cmpstr (gyre_component_get_name (part (host, "shape")), ==, "texts-nobody");
  test_set_text (host, "shape", "test.shapes");
  g_assert_true (TEST_IS_BALL (part (host, "shape")));
  test_set_text (host, "spare", "box");
  g_assert_true (TEST_IS_BOX (part (host, "spare")));
  test_set_text (host, "spare", "none");
  g_assert_null (part (host, "spare"));
}

static void
test_natives (void)
{
  g_autoptr (TestHost) host = test_new (TEST_TYPE_HOST, NULL);
  g_autoptr (TestBox) box = test_new (TEST_TYPE_BOX, NULL);
  g_auto (GValue) value = G_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  g_assert_true (test_host_set_shape (host, TEST_SHAPE (box), &error));
  g_assert_true ((gpointer) test_host_get_shape (host, &error) == box);
  g_assert_true (test_host_set_spare (host, TEST_SHAPE (box), &error));
  g_assert_true (test_host_set_spare (host, NULL, &error));
  g_assert_null (test_host_get_spare (host, &error));
  g_assert_no_error (error);
  g_value_set_gtype (g_value_init (&value, G_TYPE_GTYPE), TEST_TYPE_BALL);
  g_assert_true (gyre_component_set_value (GYRE_COMPONENT (host), "shape", &value, &error));
  g_assert_true (TEST_IS_BALL (part (host, "shape")));
  g_value_set_gtype (&value, TEST_TYPE_SHAPE);
  g_assert_true (gyre_component_set_value (GYRE_COMPONENT (host), "shape", &value, &error));
  g_assert_true (TEST_IS_BALL (part (host, "shape")));
  g_value_set_gtype (&value, G_TYPE_INVALID);
  g_assert_false (gyre_component_set_value (GYRE_COMPONENT (host), "shape", &value, &error));
  g_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_VALUE);
}

static void
test_incompatible (void)
{
  g_autoptr (TestHost) host = test_new (TEST_TYPE_HOST, "refusing");
  g_autoptr (TestStone) stone = test_new (TEST_TYPE_STONE, "refusing-stone");
  g_autoptr (TestBox) box G_GNUC_UNUSED = test_new (TEST_TYPE_BOX, "refusing-box");
  g_autoptr (GError) error = NULL;
  gpointer before = part (host, "shape");
  GyreComponent *component = GYRE_COMPONENT (host);

  g_assert_false (gyre_component_set_object (component, "shape", G_OBJECT (stone), &error));
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_INCOMPATIBLE, "refusing.shape", "measure");
  g_assert_false (gyre_component_set_text (component, "shape", "test.stone", &error));
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_INCOMPATIBLE, "measure");
  g_assert_false (gyre_component_set_text (component, "shape", "#refusing-stone", &error));
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_INCOMPATIBLE, "measure");
  g_assert_false (gyre_component_set_text (component, "shape", "ball#refusing-box", &error));
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_NAME, "refusing-box");
  g_assert_false (gyre_component_set_text (component, "shape", "bal", &error));
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_UNKNOWN, "did you mean");
  g_assert_false (gyre_component_set_text (component, "shape", "#", &error));
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_SPECIFICATION, "refusing.shape");
  g_assert_false (gyre_component_set_object (component, "shape", NULL, &error));
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_VALUE, "none");
  g_assert_false (gyre_component_set_real (component, "shape", 3, &error));
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_VALUE, "gdouble");
  g_assert_true (part (host, "shape") == before);
}

/* What a class-typed facility gives is a struct: structure alone is not enough, not even when the name is given away later. */
static void
test_class_typed (void)
{
  g_autoptr (TestHost) host = test_new (TEST_TYPE_HOST, "typed");
  g_autoptr (TestBox) box = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (gyre_component_set_text (GYRE_COMPONENT (host), "ball", "test.shapes.box", &error));
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_INCOMPATIBLE, "typed.ball");
  test_set_text (host, "ball", "#typed-later");
  box = test_new (TEST_TYPE_BOX, "typed-later");
  g_assert_null (test_host_get_ball (host, &error));
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_INCOMPATIBLE, "TestBall");
}

static void
test_structural (void)
{
  g_autoptr (TestHost) host = test_new (TEST_TYPE_HOST, NULL);
  g_autoptr (GError) error = NULL;

  test_set_text (host, "shape", "test.quiet");
  g_assert_true (TEST_IS_QUIET (part (host, "shape")));
  g_assert_cmpfloat (test_shape_measure (host->shape, &error), ==, 7);
  g_assert_no_error (error);
}

static void
test_old_part_goes (void)
{
  g_autoptr (TestHost) host = test_new (TEST_TYPE_HOST, "dropping");
  g_autoptr (TestBall) kept = g_object_ref (part (host, "shape"));
  gpointer watched = kept;

  g_object_add_weak_pointer (G_OBJECT (kept), &watched);
  test_set_text (host, "shape", "box");
  g_assert_true (TEST_IS_BOX (part (host, "shape")));
  g_assert_cmpstr (gyre_component_get_name (part (host, "shape")), ==, "dropping.shape");
  g_assert_null (gyre_component_get_name (GYRE_COMPONENT (kept)));
  g_clear_object (&kept);
  g_assert_null (watched);
}

static void
count (GObject *object, GParamSpec *specification, gpointer data)
{
  ++*(guint *) data;
}

static void
test_notify (void)
{
  g_autoptr (TestHost) host = test_new (TEST_TYPE_HOST, NULL);
  g_autoptr (TestBall) ball = test_new (TEST_TYPE_BALL, NULL);
  guint notified = 0;
  g_autoptr (GObject) built = NULL;

  g_signal_connect (host, "notify::shape", G_CALLBACK (count), &notified);
  test_set_text (host, "shape", "box");
  g_assert_cmpuint (notified, ==, 1);
  built = g_object_ref (part (host, "shape"));
  g_assert_cmpuint (notified, ==, 1);
  test_set_text (host, "shape", "box");
  g_assert_cmpuint (notified, ==, 1);
  g_assert_true (part (host, "shape") == (gpointer) built);
  test_host_set_shape (host, TEST_SHAPE (ball), NULL);
  g_assert_cmpuint (notified, ==, 2);
  test_host_set_shape (host, TEST_SHAPE (ball), NULL);
  g_assert_cmpuint (notified, ==, 2);
  g_object_set (host, "shape", built, NULL);
  g_assert_cmpuint (notified, ==, 3);
}

static void
test_late_setting (void)
{
  g_autoptr (TestHost) host = test_new (TEST_TYPE_HOST, "late-host");
  g_autoptr (TestHost) other = test_new (TEST_TYPE_HOST, NULL);

  g_assert_true (TEST_IS_BALL (part (host, "shape")));
  test_load ("late-host.shape = box\n");
  g_assert_true (TEST_IS_BOX (part (host, "shape")));
  g_assert_true (TEST_IS_BALL (part (other, "shape")));
}

static void
test_cycle (void)
{
  TestHost *host = test_new (TEST_TYPE_HOST, "cyclic");
  TestBall *ball = g_object_ref (part (host, "shape"));
  gpointer watched = host;

  g_object_set_data_full (G_OBJECT (ball), "host", g_object_ref (host), g_object_unref);
  g_object_unref (ball);
  g_object_add_weak_pointer (G_OBJECT (host), &watched);
  g_object_run_dispose (G_OBJECT (host));
  g_object_unref (host);
  g_assert_null (watched);
}

static void
test_disposed (void)
{
  g_autoptr (TestHost) host = test_new (TEST_TYPE_HOST, "disposed");
  g_autoptr (GError) error = NULL;

  g_object_run_dispose (G_OBJECT (host));
  g_assert_null (test_host_get_shape (host, &error));
  g_assert_no_error (error);
}

static void
test_text_back (void)
{
  g_autoptr (TestHost) host = test_new (TEST_TYPE_HOST, "printing");

  test_assert_text (host, "shape", "test.shapes.ball");
  test_assert_text (host, "spare", "none");
  g_assert_nonnull (part (host, "shape"));
  test_assert_text (host, "shape", "test.shapes.ball#printing.shape");
  test_set_text (host, "spare", "test.shapes.ball#printing.shape");
  g_assert_true (part (host, "spare") == part (host, "shape"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_type_ensure (TEST_TYPE_HOST);
  g_type_ensure (TEST_TYPE_BALL);
  g_type_ensure (TEST_TYPE_BOX);
  g_type_ensure (TEST_TYPE_QUIET);
  g_type_ensure (TEST_TYPE_STONE);
  for (guint index = 0; index < 5; index++)
    {
      GType types[] = { TEST_TYPE_HOST, TEST_TYPE_BALL, TEST_TYPE_BOX, TEST_TYPE_QUIET, TEST_TYPE_STONE };
      gyre_actor_get (types[index]);
    }
  g_test_add_func ("/model/facility/default-is-that-of-the-interface-and-is-built-when-asked-for", test_interface_default);
  g_test_add_func ("/model/facility/part-of-an-unnamed-host-has-no-name", test_unnamed);
  g_test_add_func ("/model/facility/settings-for-host-and-trait-reach-the-part", test_settings_of_part);
  g_test_add_func ("/model/facility/settings-by-an-alias-of-the-trait-reach-the-part", test_settings_of_part_by_alias);
  g_test_add_func ("/model/facility/every-form-of-text-is-understood", test_texts);
  g_test_add_func ("/model/facility/instance-class-interface-and-null-are-values", test_natives);
  g_test_add_func ("/model/facility/incompatible-is-refused-and-the-old-part-stays", test_incompatible);
  g_test_add_func ("/model/facility/class-asked-for-is-the-class-given", test_class_typed);
  g_test_add_func ("/model/facility/structure-is-enough-for-an-interface", test_structural);
  g_test_add_func ("/model/facility/replaced-part-goes-and-gives-its-name-back", test_old_part_goes);
  g_test_add_func ("/model/facility/change-is-notified-once-and-the-same-again-never", test_notify);
  g_test_add_func ("/model/facility/late-setting-reaches-the-host", test_late_setting);
  g_test_add_func ("/model/facility/dispose-breaks-cycles", test_cycle);
  g_test_add_func ("/model/facility/disposed-host-builds-no-parts", test_disposed);
  g_test_add_func ("/model/facility/text-says-the-same-again", test_text_back);
  return g_test_run ();
}
