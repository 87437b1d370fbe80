/* gyre-boxed.c: A boxed value that knows its type
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-boxed.h"

struct _GyreBoxed
{
  gatomicrefcount references;
  GType type;
  gpointer content;
};

G_DEFINE_BOXED_TYPE (GyreBoxed, gyre_boxed, gyre_boxed_ref, gyre_boxed_unref)

/**
 * gyre_boxed_new: (skip)
 * @type: a boxed type
 * @content: (not nullable): a value of that type; it is copied
 *
 * Returns: (transfer full): the value with its type
 *
 * Since: 0.1
 */
GyreBoxed *
gyre_boxed_new (GType type, gconstpointer content)
{
  GyreBoxed *self;

  g_return_val_if_fail (G_TYPE_IS_BOXED (type) && content != NULL, NULL);
  self = g_new0 (GyreBoxed, 1);
  g_atomic_ref_count_init (&self->references);
  self->type = type;
  self->content = g_boxed_copy (type, content);
  return self;
}

/**
 * gyre_boxed_ref:
 * @boxed: a value
 *
 * Returns: (transfer full): the same
 *
 * Since: 0.1
 */
GyreBoxed *
gyre_boxed_ref (GyreBoxed *boxed)
{
  g_return_val_if_fail (boxed != NULL, NULL);
  g_atomic_ref_count_inc (&boxed->references);
  return boxed;
}

/**
 * gyre_boxed_unref:
 * @boxed: (transfer full): a value
 *
 * Since: 0.1
 */
void
gyre_boxed_unref (GyreBoxed *boxed)
{
  g_return_if_fail (boxed != NULL);
  if (!g_atomic_ref_count_dec (&boxed->references))
    return;
  g_boxed_free (boxed->type, boxed->content);
  g_free (boxed);
}

/**
 * gyre_boxed_get_content: (skip)
 * @boxed: (nullable): a value
 *
 * Returns: (transfer none) (nullable): what was boxed; %NULL of nothing
 *
 * Since: 0.1
 */
gconstpointer
gyre_boxed_get_content (const GyreBoxed *boxed)
{
  return boxed != NULL ? boxed->content : NULL;
}

/**
 * gyre_boxed_get_content_type:
 * @boxed: a value
 *
 * Returns: its type
 *
 * Since: 0.1
 */
GType
gyre_boxed_get_content_type (const GyreBoxed *boxed)
{
  g_return_val_if_fail (boxed != NULL, G_TYPE_INVALID);
  return boxed->type;
}
