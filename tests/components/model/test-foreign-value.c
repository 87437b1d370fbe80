/* test-foreign-value.c: Values that other code keeps
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-foreign-value-private.h"
#include "gyre-class.h"
#include "gyre-observer.h"

#include <string.h>

/* It keeps whole numbers only, a friend, and something that no kind knows. */
typedef struct
{
  GyreComponent parent_instance;
  double whole;
  GObject *friend;
  GBytes *bytes;
} Keeper;

typedef GyreComponentClass KeeperClass;

enum { WHOLE = 1, FRIEND, BYTES };

static GType keeper_get_type (void);
G_DEFINE_TYPE (Keeper, keeper, GYRE_TYPE_COMPONENT)

static void
keeper_get_property (GObject *object, guint property, GValue *value, GParamSpec *specification)
{
  Keeper *self = (Keeper *) object;

  if (property == WHOLE)
    g_value_set_double (value, self->whole);
  else if (property == FRIEND)
    g_value_set_object (value, self->friend);
  else
    g_value_set_boxed (value, self->bytes);
}

static void
keeper_set_property (GObject *object, guint property, const GValue *value, GParamSpec *specification)
{
  Keeper *self = (Keeper *) object;

  if (property == WHOLE)
    self->whole = (gint64) g_value_get_double (value);
  else if (property == FRIEND)
    g_set_object (&self->friend, g_value_get_object (value));
  else
    {
      g_clear_pointer (&self->bytes, g_bytes_unref);
      self->bytes = g_value_dup_boxed (value);
    }
}

static void
keeper_dispose (GObject *object)
{
  g_clear_object (&((Keeper *) object)->friend);
  g_clear_pointer (&((Keeper *) object)->bytes, g_bytes_unref);
  G_OBJECT_CLASS (keeper_parent_class)->dispose (object);
}

static void
keeper_class_init (KeeperClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->get_property = keeper_get_property;
  object_class->set_property = keeper_set_property;
  object_class->dispose = keeper_dispose;
  g_object_class_install_property (object_class, WHOLE,
                                   g_param_spec_double ("whole", NULL, NULL, 0, 100, 0, G_PARAM_READWRITE));
  g_object_class_install_property (object_class, FRIEND,
                                   g_param_spec_object ("friend", NULL, NULL, GYRE_TYPE_COMPONENT, G_PARAM_READWRITE));
  g_object_class_install_property (object_class, BYTES,
                                   g_param_spec_boxed ("bytes", NULL, NULL, G_TYPE_BYTES, G_PARAM_READWRITE));
}

static void
keeper_init (Keeper *self)
{
}

static GyreComponent *
keeper_new (const char *name)
{
  g_autoptr (GError) error = NULL;
  GyreComponent *component = gyre_component_new (keeper_get_type (), name, &error, NULL);

  g_assert_no_error (error);
  return component;
}

typedef struct
{
  guint count;
  double old_value;
  double new_value;
} Heard;

static void
on_change (GyreComponent *component, const GyreChange *change, gpointer data)
{
  Heard *heard = data;

  heard->count++;
  heard->old_value = change->old_value.real;
  heard->new_value = change->new_value.real;
}

static void
test_observed (void)
{
  g_autoptr (GyreComponent) component = keeper_new (NULL);
  g_autoptr (GError) error = NULL;
  Heard heard = { 0 };

  g_assert_cmpuint (gyre_component_observe (component, "whole", on_change, &heard, NULL, &error), >, 0);
  g_assert_true (gyre_component_set_real (component, "whole", 2.75, &error));
  g_assert_cmpuint (heard.count, ==, 1);
  g_assert_cmpfloat (heard.old_value, ==, 0);
  g_assert_cmpfloat (heard.new_value, ==, 2);
  g_assert_true (gyre_component_set_real (component, "whole", 2.25, &error));
  g_assert_cmpuint (heard.count, ==, 1);
}

static void
test_object (void)
{
  g_autoptr (GyreComponent) component = keeper_new (NULL);
  g_autoptr (GyreComponent) friend = keeper_new ("a-friend");
  g_autoptr (GObject) stranger = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (gyre_component_set_object (component, "friend", G_OBJECT (friend), &error));
  g_assert_true (((Keeper *) component)->friend == G_OBJECT (friend));
  g_assert_false (gyre_component_set_object (component, "friend", stranger, &error));
  g_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_VALUE);
  g_assert_true (((Keeper *) component)->friend == G_OBJECT (friend));
  g_clear_error (&error);
  g_assert_true (gyre_component_set_none (component, "friend", &error));
  g_assert_null (((Keeper *) component)->friend);
  g_assert_true (gyre_component_set_text (component, "friend", "#a-friend", &error));
  g_assert_no_error (error);
  g_assert_true (((Keeper *) component)->friend == G_OBJECT (friend));
  g_assert_false (gyre_component_set_text (component, "friend", "#nobody", &error));
  g_assert_nonnull (error);
}

static void
test_opaque (void)
{
  g_autoptr (GyreComponent) component = keeper_new (NULL);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("abc", 3);
  g_autoptr (GError) error = NULL;
  g_auto (GValue) value = G_VALUE_INIT;
  const GyreTrait *trait;

  trait = gyre_trait_of_descriptor (gyre_requirement_find_trait (GYRE_REQUIREMENT (gyre_component_get_actor (component)), "bytes"));
  g_assert_true (gyre_foreign_value_is_opaque (trait));
  g_value_set_boxed (g_value_init (&value, G_TYPE_BYTES), bytes);
  g_assert_true (gyre_component_set_value (component, "bytes", &value, &error));
  g_assert_true (((Keeper *) component)->bytes == bytes);
  g_assert_false (gyre_component_set_text (component, "bytes", "abc", &error));
  g_assert_nonnull (strstr (error->message, "no text form"));
  g_clear_error (&error);
  g_assert_false (gyre_component_set_real (component, "bytes", 1, &error));
  g_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_VALUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/foreign-value/observers-hear-what-has-come-of-it", test_observed);
  g_test_add_func ("/model/foreign-value/an-object-of-the-wrong-type-is-refused", test_object);
  g_test_add_func ("/model/foreign-value/what-no-kind-knows-is-passed-on", test_opaque);
  return g_test_run ();
}
