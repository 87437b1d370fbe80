/* snapshot-fixtures.h: Trees that the tests of snapshots save
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "open-fixtures.h"

#define TEST_TYPE_SAFE (test_safe_get_type ())
G_DECLARE_FINAL_TYPE (TestSafe, test_safe, TEST, SAFE, GyreComponent)

struct _TestSafe
{
  GyreComponent parent_instance;

  char *word;
  gint64 size;
  guint n_knocks;
  char *heard;
};

static gboolean
test_safe_knock (TestSafe *self, const char *what, GError **error)
{
  self->n_knocks++;
  g_free (self->heard);
  self->heard = g_strdup (what);
  return TRUE;
}

static void
test_safe_finalize (GObject *object)
{
  g_free (TEST_SAFE (object)->heard);
  G_OBJECT_CLASS (g_type_class_peek (GYRE_TYPE_COMPONENT))->finalize (object);
}

static void
test_safe_class_init (gpointer type_class, gpointer data)
{
  G_OBJECT_CLASS (type_class)->finalize = test_safe_finalize;
}

GYRE_DEFINE_COMPONENT (TestSafe, test_safe, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (
    gyre_secret (word, NULL, .nullable = TRUE),
    gyre_integer (size, 1, .construct_only = TRUE)),
  GYRE_BEHAVIORS (gyre_behavior (knock, test_safe_knock, (nothing, (string, what)))),
  .family = "test.safe",
  .class_initialize = test_safe_class_init)

static inline GVariant *
test_snapshot (gpointer component, GyreSnapshotFlags flags)
{
  g_autoptr (GError) error = NULL;
  GVariant *snapshot = gyre_component_take_snapshot (GYRE_COMPONENT (component), flags, &error);

  g_assert_no_error (error);
  return snapshot;
}

static inline gpointer
test_restore (GVariant *snapshot, GyreSnapshotFlags flags)
{
  g_autoptr (GError) error = NULL;
  GyreComponent *component = gyre_component_new_from_snapshot (snapshot, flags, &error);

  g_assert_no_error (error);
  return component;
}

static inline void
test_delete (gpointer component)
{
  gyre_component_delete (component);
  g_object_unref (component);
}

static inline void
test_adopt (gpointer parent, gpointer child)
{
  g_autoptr (GError) error = NULL;

  gyre_component_adopt (parent, child, &error);
  g_assert_no_error (error);
  g_object_unref (child);
}
