/* gyre-catalogue.c: The descriptions of many classes and interfaces
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Families and types are keys of the same table; a family has a dot and a type has none, so they never meet. The order is made when
 * somebody asks, once after the last addition.
 */
#include "gyre-catalogue.h"

#include "gyre-provider.h"
#include "gyre-registrar.h"

struct _GyreCatalogue
{
  GObject parent_instance;

  GPtrArray *descriptions;
  GHashTable *names;
  gboolean is_sorted;
};

G_DEFINE_FINAL_TYPE (GyreCatalogue, gyre_catalogue, G_TYPE_OBJECT)

static void
gyre_catalogue_finalize (GObject *object)
{
  GyreCatalogue *self = GYRE_CATALOGUE (object);

  g_hash_table_unref (self->names);
  g_ptr_array_unref (self->descriptions);
  G_OBJECT_CLASS (gyre_catalogue_parent_class)->finalize (object);
}

static void
gyre_catalogue_class_init (GyreCatalogueClass *class)
{
  G_OBJECT_CLASS (class)->finalize = gyre_catalogue_finalize;
}

static void
gyre_catalogue_init (GyreCatalogue *self)
{
  self->descriptions = g_ptr_array_new_with_free_func ((GDestroyNotify) gyre_description_unref);
  self->names = g_hash_table_new (g_str_hash, g_str_equal);
}

/**
 * gyre_catalogue_new:
 *
 * Returns: (transfer full): an empty catalogue
 *
 * Since: 0.1
 */
GyreCatalogue *
gyre_catalogue_new (void)
{
  return g_object_new (GYRE_TYPE_CATALOGUE, NULL);
}

/**
 * gyre_catalogue_add:
 * @self: a catalogue
 * @description: what a class or an interface is
 *
 * Adds a description. One of a name that the catalogue has already is left out.
 *
 * Since: 0.1
 */
void
gyre_catalogue_add (GyreCatalogue *self, GyreDescription *description)
{
  g_return_if_fail (GYRE_IS_CATALOGUE (self));
  g_return_if_fail (description != NULL);

  if (g_hash_table_contains (self->names, gyre_description_get_public_name (description)))
    return;
  g_ptr_array_add (self->descriptions, gyre_description_ref (description));
  if (description->family != NULL)
    g_hash_table_insert (self->names, description->family, description);
  g_hash_table_insert (self->names, description->type, description);
  self->is_sorted = FALSE;
}

/* What a module tells of without bringing it. What can't be described is left out: its module says why when it is asked for it. */
static void
add_provided (GyreCatalogue *self, const GyreProvider *provider)
{
  g_autoptr (GPtrArray) families = gyre_provider_list (provider);

  for (guint index = 0; index < families->len; index++)
    {
      const GyreProvidedFamily *provided = families->pdata[index];
      g_autoptr (GyreDescription) description = gyre_provider_describe (provider, provided->family, NULL);

      if (description != NULL)
        gyre_catalogue_add (self, description);
    }
}

static void
add_records (GyreCatalogue *self, GPtrArray *records, const char *package)
{
  for (guint index = 0; index < records->len; index++)
    {
      g_autoptr (GyreDescription) description = NULL;

      if (gyre_requirement_is_internal (records->pdata[index]) || gyre_requirement_get_family (records->pdata[index]) == NULL)
        continue;
      if (package != NULL && g_strcmp0 (gyre_requirement_get_package (records->pdata[index]), package) != 0)
        continue;
      description = gyre_description_new (records->pdata[index]);
      gyre_catalogue_add (self, description);
    }
}

/**
 * gyre_catalogue_add_known:
 * @self: a catalogue
 * @package: (nullable): the package that is meant; %NULL: all of them
 *
 * Adds every class and interface that has a family and that the process knows now. No module is loaded for it. What a #GyreProvider
 * tells of is added when its package is named, and not with all of them: to describe another system's classes can load much.
 *
 * Since: 0.1
 */
void
gyre_catalogue_add_known (GyreCatalogue *self, const char *package)
{
  g_autoptr (GPtrArray) classes = NULL;
  g_autoptr (GPtrArray) interfaces = NULL;

  g_return_if_fail (GYRE_IS_CATALOGUE (self));

  classes = gyre_registrar_list_classes (gyre_registrar_get_default ());
  interfaces = gyre_registrar_list_interfaces (gyre_registrar_get_default ());
  add_records (self, classes, package);
  add_records (self, interfaces, package);
  if (package != NULL && gyre_provider_get (package) != NULL)
    add_provided (self, gyre_provider_get (package));
}

/**
 * gyre_catalogue_get_length:
 * @self: a catalogue
 *
 * Returns: how many descriptions it has
 *
 * Since: 0.1
 */
guint
gyre_catalogue_get_length (GyreCatalogue *self)
{
  g_return_val_if_fail (GYRE_IS_CATALOGUE (self), 0);

  return self->descriptions->len;
}

static int
compare_names (gconstpointer first, gconstpointer second)
{
  return g_strcmp0 (gyre_description_get_public_name (*(GyreDescription * const *) first),
                    gyre_description_get_public_name (*(GyreDescription * const *) second));
}

/**
 * gyre_catalogue_get:
 * @self: a catalogue
 * @index: which one, from 0, in the order of public names
 *
 * Returns: (transfer none): the description
 *
 * Since: 0.1
 */
GyreDescription *
gyre_catalogue_get (GyreCatalogue *self, guint index)
{
  g_return_val_if_fail (GYRE_IS_CATALOGUE (self), NULL);
  g_return_val_if_fail (index < self->descriptions->len, NULL);

  if (!self->is_sorted)
    g_ptr_array_sort (self->descriptions, compare_names);
  self->is_sorted = TRUE;
  return self->descriptions->pdata[index];
}

/**
 * gyre_catalogue_find:
 * @self: a catalogue
 * @name: a family, or the name of a type
 *
 * Returns: (transfer none) (nullable): the description; %NULL where the catalogue has none
 *
 * Since: 0.1
 */
GyreDescription *
gyre_catalogue_find (GyreCatalogue *self, const char *name)
{
  g_return_val_if_fail (GYRE_IS_CATALOGUE (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  return g_hash_table_lookup (self->names, name);
}
