/* gyre-snapshot-container.c: The lists and mappings of components in a snapshot
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Components of the tree in one trait are their numbers: a list `au`, a mapping `a{su}`. Components outside of the tree are said by a
 * text, as ever. A mixture has no form.
 */
#include "gyre-snapshot-reader-private.h"
#include "gyre-snapshot-writer-private.h"
#include "gyre-commit-private.h"
#include "gyre-facility-container-private.h"

typedef GyreSnapshotReader Reader;
typedef GyreSnapshotWriter Writer;

#define LIST G_VARIANT_TYPE ("au")
#define MAPPING G_VARIANT_TYPE ("a{su}")

/* Writing. */

gboolean
gyre_snapshot_writer_has_components (GyreComponent *component, const GyreTrait *trait)
{
  return gyre_facility_container_can_hold (trait) && gyre_facility_container_get_part (component, trait, 0) != NULL;
}

/* How many are there, and how many of them are in the tree. */
static guint
count (Writer *self, GyreComponent *component, const GyreTrait *trait, guint *n_inside)
{
  guint length = 0, number;
  GObject *part;

  *n_inside = 0;
  for (; (part = gyre_facility_container_get_part (component, trait, length)) != NULL; length++)
    *n_inside += gyre_snapshot_writer_find_number (self, part, &number);
  return length;
}

static GVariant *
new_numbers (Writer *self, GyreComponent *component, const GyreTrait *trait, guint length)
{
  gboolean is_mapping = trait->kind == &gyre_kind_mapping;
  GVariantBuilder builder;
  guint number = 0;

  g_variant_builder_init (&builder, is_mapping ? MAPPING : LIST);
  for (guint index = 0; index < length; index++)
    {
      gyre_snapshot_writer_find_number (self, gyre_facility_container_get_part (component, trait, index), &number);
      if (is_mapping)
        g_variant_builder_add (&builder, "{su}", gyre_mapping_get_key (gyre_component_peek (component, trait).mapping, index), number);
      else
        g_variant_builder_add (&builder, "u", number);
    }
  return g_variant_builder_end (&builder);
}

GVariant *
gyre_snapshot_writer_new_container (Writer *self, GyreComponent *component, const GyreTrait *trait)
{
  guint n_inside, length = count (self, component, trait, &n_inside);

  if (length == n_inside)
    return new_numbers (self, component, trait, length);
  if (n_inside > 0)
    {
      gyre_snapshot_writer_refuse (self, component, trait->descriptor.name, "some of its components are in the tree, and others are not");
      return NULL;
    }
  for (guint index = 0; index < length; index++)
    {
      GObject *part = gyre_facility_container_get_part (component, trait, index);

      if (GYRE_IS_COMPONENT (part) && gyre_component_get_name (GYRE_COMPONENT (part)) != NULL && !(self->flags & GYRE_SNAPSHOT_WITHOUT_NAMES))
        continue;
      gyre_snapshot_writer_refuse (self, component, trait->descriptor.name, "it has a component outside of the tree that has no name");
      return NULL;
    }
  return g_variant_new_take_string (trait->kind->print (trait, gyre_component_peek (component, trait)));
}

/* Reading. */

gboolean
gyre_snapshot_reader_is_container (GVariant *value)
{
  return g_variant_is_of_type (value, LIST) || g_variant_is_of_type (value, MAPPING);
}

gboolean
gyre_snapshot_reader_check_container (Reader *self, guint number, const GyreSnapshotItem *item, GError **error)
{
  gboolean is_list = item->trait->kind != &gyre_kind_mapping;
  gsize length = g_variant_n_children (item->components);

  if (!gyre_facility_container_can_hold (item->trait) || !g_variant_is_of_type (item->components, is_list ? LIST : MAPPING))
    return gyre_snapshot_reader_fail (self, number, GYRE_SNAPSHOT_ERROR_FORMAT, error, "%s: can't be several components", item->name);
  for (gsize index = 0; index < length; index++)
    {
      guint32 component = 0;

      if (is_list)
        g_variant_get_child (item->components, index, "u", &component);
      else
        g_variant_get_child (item->components, index, "{&su}", NULL, &component);
      if (component >= g_variant_n_children (self->list))
        return gyre_snapshot_reader_fail (self, number, GYRE_SNAPSHOT_ERROR_FORMAT, error, "%s: there is no component %u", item->name, component);
    }
  return TRUE;
}

static void
take_list (Reader *self, GVariant *numbers, GValue *native)
{
  gsize length;
  const guint32 *places = g_variant_get_fixed_array (numbers, &length, sizeof *places);
  g_autofree GObject **objects = g_new (GObject *, length + 1);

  for (gsize index = 0; index < length; index++)
    objects[index] = G_OBJECT (gyre_snapshot_reader_get_node (self, places[index])->component);
  g_value_take_boxed (g_value_init (native, GYRE_TYPE_LIST), gyre_list_new_of_objects (objects, (guint) length));
}

static void
take_mapping (Reader *self, GVariant *numbers, GValue *native)
{
  gsize length = g_variant_n_children (numbers);
  g_autofree const char **keys = g_new0 (const char *, length + 1);
  g_autofree GObject **objects = g_new0 (GObject *, length + 1);
  GVariantIter iterator;
  guint32 number;

  g_variant_iter_init (&iterator, numbers);
  for (gsize index = 0; g_variant_iter_next (&iterator, "{&su}", &keys[index], &number); index++)
    objects[index] = G_OBJECT (gyre_snapshot_reader_get_node (self, number)->component);
  g_value_take_boxed (g_value_init (native, GYRE_TYPE_MAPPING), gyre_mapping_new_of_objects (keys, objects));
}

gboolean
gyre_snapshot_reader_set_container (Reader *self, GyreComponent *component, const GyreSnapshotItem *item, GyreProvenance provenance,
                                    GError **error)
{
  g_auto (GValue) native = G_VALUE_INIT;

  if (g_variant_is_of_type (item->components, LIST))
    take_list (self, item->components, &native);
  else
    take_mapping (self, item->components, &native);
  return gyre_component_commit_gvalue (component, item->trait, &native, provenance, error);
}
