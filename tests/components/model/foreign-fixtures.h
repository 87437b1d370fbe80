/* foreign-fixtures.h: A GObject class that knows nothing of Gyre
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "open-fixtures.h"

#define TEST_TYPE_LAMP (test_lamp_get_type ())
G_DECLARE_FINAL_TYPE (TestLamp, test_lamp, TEST, LAMP, GObject)

struct _TestLamp
{
  GObject parent_instance;

  int power;
  char *colour;
  gint64 n_blinks;
};

G_DEFINE_FINAL_TYPE (TestLamp, test_lamp, G_TYPE_OBJECT)

static void
test_lamp_get_property (GObject *object, guint property, GValue *value, GParamSpec *specification)
{
  if (property == 1)
    g_value_set_int (value, TEST_LAMP (object)->power);
  else if (property == 2)
    g_value_set_string (value, TEST_LAMP (object)->colour);
  else
    g_value_set_int64 (value, TEST_LAMP (object)->n_blinks);
}

static void
test_lamp_set_property (GObject *object, guint property, const GValue *value, GParamSpec *specification)
{
  if (property == 1)
    TEST_LAMP (object)->power = g_value_get_int (value);
  else
    {
      g_free (TEST_LAMP (object)->colour);
      TEST_LAMP (object)->colour = g_value_dup_string (value);
    }
}

static void
test_lamp_finalize (GObject *object)
{
  g_free (TEST_LAMP (object)->colour);
  G_OBJECT_CLASS (test_lamp_parent_class)->finalize (object);
}

static gint64
test_lamp_blink (TestLamp *self, int times)
{
  return self->n_blinks += times;
}

static void
test_lamp_class_init (TestLampClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->get_property = test_lamp_get_property;
  object_class->set_property = test_lamp_set_property;
  object_class->finalize = test_lamp_finalize;
  g_object_class_install_property (object_class, 1, g_param_spec_int ("power", NULL, NULL, 0, 100, 40, G_PARAM_READWRITE));
  g_object_class_install_property (object_class, 2, g_param_spec_string ("colour", NULL, NULL, NULL, G_PARAM_READWRITE));
  g_object_class_install_property (object_class, 3, g_param_spec_int64 ("n-blinks", NULL, NULL, 0, G_MAXINT64, 0, G_PARAM_READABLE));
  g_signal_new_class_handler ("blink", TEST_TYPE_LAMP, G_SIGNAL_RUN_LAST | G_SIGNAL_ACTION, G_CALLBACK (test_lamp_blink), NULL, NULL, NULL,
                              G_TYPE_INT64, 1, G_TYPE_INT);
  g_signal_new ("burnt-out", TEST_TYPE_LAMP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
test_lamp_init (TestLamp *self)
{
  self->power = 40;
}

static inline gpointer
test_wrap (gpointer object, const char *name, gboolean is_proxy)
{
  g_autoptr (GError) error = NULL;
  GyreComponent *component = (is_proxy ? gyre_proxy_new : gyre_wrapper_new) (object, name, &error);

  g_assert_no_error (error);
  return component;
}
