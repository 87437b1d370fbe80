/* gst-pruning.c: A nested value without what is empty in it
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A field that is missing from a description is empty, so one that is empty can be missing. Of most properties that is two thirds of the
 * fields, which nobody has to read then.
 */
#include "gst-pruning.h"

static gboolean
is_empty (GVariant *value)
{
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_BOOLEAN))
    return !g_variant_get_boolean (value);
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_INT64))
    return g_variant_get_int64 (value) == 0;
  return g_variant_is_container (value) && g_variant_n_children (value) == 0;
}

static GVariant *
prune_fields (GVariant *fields)
{
  GVariantBuilder builder;
  GVariantIter iterator;
  const char *name;
  GVariant *value;

  g_variant_builder_init (&builder, G_VARIANT_TYPE_VARDICT);
  g_variant_iter_init (&iterator, fields);
  while (g_variant_iter_next (&iterator, "{&sv}", &name, &value))
    {
      g_autoptr (GVariant) held = value;

      if (!is_empty (value))
        g_variant_builder_add (&builder, "{sv}", name, gyre_gst_prune (value));
    }
  return g_variant_builder_end (&builder);
}

static GVariant *
prune_list (GVariant *list)
{
  GVariantBuilder builder;
  GVariantIter iterator;
  GVariant *value;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("av"));
  g_variant_iter_init (&iterator, list);
  while (g_variant_iter_next (&iterator, "v", &value))
    {
      g_autoptr (GVariant) held = value;

      g_variant_builder_add (&builder, "v", gyre_gst_prune (value));
    }
  return g_variant_builder_end (&builder);
}

/* (transfer floating): the same; what is of another form than fields, lists and what may be missing stays as it is. */
GVariant *
gyre_gst_prune (GVariant *variant)
{
  g_autoptr (GVariant) inner = NULL;

  if (g_variant_is_of_type (variant, G_VARIANT_TYPE_VARDICT))
    return prune_fields (variant);
  if (g_variant_is_of_type (variant, G_VARIANT_TYPE ("av")))
    return prune_list (variant);
  if (!g_variant_is_of_type (variant, G_VARIANT_TYPE_MAYBE))
    return g_variant_new_from_bytes (g_variant_get_type (variant), g_variant_get_data_as_bytes (variant), TRUE);
  inner = g_variant_get_maybe (variant);
  return gyre_gst_prune (inner);
}
