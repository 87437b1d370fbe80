/* gyre-catalogue-rows.c: What a process knows, as rows of a file
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-catalogue-rows-private.h"

#include "gyre-catalogue-file-private.h"
#include "gyre-name.h"
#include "gyre-provider.h"
#include "gyre-registrar.h"

static char *
dup_valid (const char *text)
{
  return text != NULL ? g_utf8_make_valid (text, -1) : NULL;
}

static void
add_row (GPtrArray *rows, GyreDescription *description)
{
  GyreCatalogueRow *row = g_new0 (GyreCatalogueRow, 1);

  row->family = dup_valid (description->family);
  row->type = dup_valid (description->type);
  row->package = dup_valid (description->package);
  row->summary = dup_valid (description->summary);
  row->subject = (guint8) description->subject;
  row->flags = (guint8) ((description->is_internal ? GYRE_CATALOGUE_INTERNAL : 0)
                         | (description->mistakes != NULL ? GYRE_CATALOGUE_INVALID : 0)
                         | (description->is_abstract ? GYRE_CATALOGUE_ABSTRACT : 0));
  row->description = g_variant_ref_sink (gyre_description_to_variant (description));
  g_ptr_array_add (rows, row);
}

static void
add_rows (GPtrArray *rows, GPtrArray *records)
{
  for (guint index = 0; index < records->len; index++)
    {
      g_autoptr (GyreDescription) description = NULL;

      if (gyre_requirement_get_family (records->pdata[index]) == NULL)
        continue;
      description = gyre_description_new (records->pdata[index]);
      add_row (rows, description);
    }
}

/* Only their names: to describe another system's classes can load much. */
static void
add_provided (GPtrArray *rows, const GyreProvider *provider)
{
  g_autoptr (GPtrArray) families = gyre_provider_list (provider);

  for (guint index = 0; index < families->len; index++)
    {
      const GyreProvidedFamily *provided = families->pdata[index];
      GyreCatalogueRow *row = g_new0 (GyreCatalogueRow, 1);

      row->family = dup_valid (provided->family);
      row->type = g_strdup ("");
      row->package = g_strdup (provider->package);
      row->summary = dup_valid (provided->summary);
      row->subject = GYRE_DESCRIPTION_CLASS;
      row->flags = GYRE_CATALOGUE_PROVIDED;
      g_ptr_array_add (rows, row);
    }
}

static void
add_fingerprint (GVariantBuilder *list, const GyreProvider *provider)
{
  g_autofree char *fingerprint = gyre_provider_dup_fingerprint (provider);
  g_autofree char *text = dup_valid (fingerprint);

  g_variant_builder_add (list, "(ss)", provider->package, text);
}

static void
add_signs (GPtrArray *list, const GyreProvider *provider)
{
  g_auto (GStrv) signs = gyre_provider_list_signs (provider);

  for (guint index = 0; signs[index] != NULL; index++)
    g_ptr_array_add (list, g_strdup (signs[index]));
}

GBytes *
gyre_catalogue_rows_write_everything (GVariant *stamps, GVariant *notes)
{
  GyreRegistrar *registrar = gyre_registrar_get_default ();
  g_autoptr (GPtrArray) classes = gyre_registrar_list_classes (registrar);
  g_autoptr (GPtrArray) interfaces = gyre_registrar_list_interfaces (registrar);
  g_auto (GStrv) packages = gyre_provider_list_packages ();
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (gyre_catalogue_row_free);
  GyreCatalogueParts parts = { .version = GYRE_LIBRARY_VERSION, .stamps = stamps, .notes = notes, .rows = rows };
  g_autoptr (GPtrArray) signs = g_ptr_array_new_with_free_func (g_free);
  GVariantBuilder providers;

  add_rows (rows, classes);
  add_rows (rows, interfaces);
  g_variant_builder_init (&providers, G_VARIANT_TYPE ("a(ss)"));
  /* A list may renew what the fingerprint speaks of, so that comes behind. */
  for (guint index = 0; packages[index] != NULL; index++)
    {
      add_provided (rows, gyre_provider_get (packages[index]));
      add_fingerprint (&providers, gyre_provider_get (packages[index]));
      add_signs (signs, gyre_provider_get (packages[index]));
    }
  g_ptr_array_add (signs, NULL);
  parts.signs = gyre_signs_new ((const char * const *) signs->pdata);
  parts.providers = g_variant_builder_end (&providers);
  return gyre_catalogue_file_write (&parts);
}

GBytes *
gyre_catalogue_rows_write_provided (GVariant *stamps, GyreDescription *description)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (gyre_catalogue_row_free);
  GyreCatalogueParts parts = {
    .version = GYRE_LIBRARY_VERSION, .stamps = stamps, .notes = g_variant_new_array (G_VARIANT_TYPE ("(ss)"), NULL, 0), .rows = rows,
  };
  g_autofree char *package = gyre_name_dup_package (description->family);
  GVariantBuilder providers;

  g_variant_builder_init (&providers, G_VARIANT_TYPE ("a(ss)"));
  add_fingerprint (&providers, gyre_provider_get (package));
  parts.providers = g_variant_builder_end (&providers);
  add_row (rows, description);
  return gyre_catalogue_file_write (&parts);
}
