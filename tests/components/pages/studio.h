/* studio.h: A catalogue of a package that has more classes than one picture can show
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <gyre.h>

static inline void
studio_add_ancestor (GPtrArray *ancestors, const char *type)
{
  GyreDescribedClass *class = g_new0 (GyreDescribedClass, 1);

  class->type = g_strdup (type);
  g_ptr_array_add (ancestors, class);
}

/* A class whose ancestors are named with blanks between them, the nearest first. */
static inline void
studio_add_class (GyreCatalogue *catalogue, const char *family, const char *ancestors)
{
  g_autoptr (GyreDescription) description = gyre_description_new_for_type (G_TYPE_CANCELLABLE, NULL);
  g_auto (GStrv) types = g_strsplit (ancestors, " ", -1);

  g_free (description->type);
  description->type = g_strdup_printf ("Type-%s", family);
  description->family = g_strdup (family);
  description->package = gyre_name_dup_package (family);
  g_ptr_array_set_size (description->hierarchy, 0);
  studio_add_ancestor (description->hierarchy, description->type);
  for (guint index = 0; types[index] != NULL; index++)
    studio_add_ancestor (description->hierarchy, types[index]);
  gyre_catalogue_add (catalogue, description);
}

/* A hundred sources, of which ten push, sixty sinks, and some without relatives. */
static inline GyreCatalogue *
studio_new (void)
{
  GyreCatalogue *catalogue = gyre_catalogue_new ();

  for (guint index = 0; index < 100; index++)
    {
      g_autofree char *family = g_strdup_printf ("studio.source%u", index);

      studio_add_class (catalogue, family, index < 10 ? "Push Source Element Thing GObject" : "Source Element Thing GObject");
    }
  for (guint index = 0; index < 60; index++)
    {
      g_autofree char *family = g_strdup_printf ("studio.sink%u", index);

      studio_add_class (catalogue, family, "Sink Element Thing GObject");
    }
  studio_add_class (catalogue, "studio.alone", "Hermit Element Thing GObject");
  studio_add_class (catalogue, "studio.bare", "Element Thing GObject");
  return catalogue;
}
