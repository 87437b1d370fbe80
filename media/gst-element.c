/* gst-element.c: What an element is
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * One element is built to be looked at, and let go. GStreamer starts when somebody asks for the first time: its own registry says which
 * plugins there are, and only the plugin of the element is loaded.
 */
#include "gst-element.h"
#include "gst-facts.h"
#include "gst-pads.h"
#include "gst-properties.h"

#include <string.h>

#define PREFIX "gst."

/* Starting it again is no error, and costs nothing. */
static gboolean
start (GError **error)
{
  g_autoptr (GError) problem = NULL;

  if (gst_init_check (NULL, NULL, &problem))
    return TRUE;
  g_set_error (error, GYRE_EXECUTIVE_ERROR, GYRE_EXECUTIVE_ERROR_UNKNOWN, "GStreamer does not start: %s",
               problem != NULL ? problem->message : "it does not say why");
  return FALSE;
}

static int
compare_families (gconstpointer first, gconstpointer second)
{
  return strcmp ((*(GyreProvidedFamily * const *) first)->family, (*(GyreProvidedFamily * const *) second)->family);
}

/* All factories of the registry; no plugin is loaded. */
static void
read_registry (GPtrArray *families)
{
  GList *features = gst_registry_get_feature_list (gst_registry_get (), GST_TYPE_ELEMENT_FACTORY);

  for (GList *feature = features; feature != NULL; feature = feature->next)
    {
      g_autofree char *family = g_strconcat (PREFIX, GST_OBJECT_NAME (feature->data), NULL);
      const char *text = gst_element_factory_get_metadata (feature->data, GST_ELEMENT_METADATA_LONGNAME);
      g_autofree char *summary = g_utf8_make_valid (text != NULL ? text : "", -1);

      g_ptr_array_add (families, gyre_provided_family_new (family, summary));
    }
  gst_plugin_feature_list_free (features);
  g_ptr_array_sort (families, compare_families);
}

GPtrArray *
gyre_gst_list_elements (void)
{
  GPtrArray *families = g_ptr_array_new_with_free_func ((GDestroyNotify) gyre_provided_family_free);

  if (start (NULL))
    read_registry (families);
  return families;
}

/* The element of a family, built; its factory too. */
static GstElement *
build (const char *family, GstElementFactory **factory, GError **error)
{
  const char *name = family + strlen (PREFIX);
  g_autoptr (GstElementFactory) found = gst_element_factory_find (name);
  GstElementFactory *loaded = found != NULL ? GST_ELEMENT_FACTORY (gst_plugin_feature_load (GST_PLUGIN_FEATURE (found))) : NULL;
  GstElement *element = loaded != NULL ? gst_element_factory_create (loaded, NULL) : NULL;

  if (element != NULL)
    {
      *factory = loaded;
      return gst_object_ref_sink (element);
    }
  g_set_error (error, GYRE_EXECUTIVE_ERROR, GYRE_EXECUTIVE_ERROR_UNKNOWN, "GStreamer has no element '%s'%s", name,
               found == NULL ? "" : loaded == NULL ? ": its plugin can't be loaded" : ": it can't be built");
  g_clear_pointer (&loaded, gst_object_unref);
  return NULL;
}

/* The place of a text of GStreamer's own in a description. */
static void
describe_head (GyreDescription *description, const char *family, GstElementFactory *factory)
{
  g_free (description->family);
  g_free (description->package);
  g_free (description->summary);
  g_free (description->description);
  g_clear_pointer (&description->module, g_free);
  g_clear_pointer (&description->version, g_free);
  g_clear_pointer (&description->example, g_free);
  description->family = g_strdup (family);
  description->package = g_strdup ("gst");
  description->summary = g_strdup (gst_element_factory_get_metadata (factory, GST_ELEMENT_METADATA_LONGNAME));
  description->description = g_strdup (gst_element_factory_get_metadata (factory, GST_ELEMENT_METADATA_DESCRIPTION));
}

GyreDescription *
gyre_gst_describe_element (const char *family, GError **error)
{
  g_autoptr (GstElementFactory) factory = NULL;
  g_autoptr (GstElement) element = NULL;
  GyreDescription *description;

  g_return_val_if_fail (g_str_has_prefix (family, PREFIX), NULL);

  if (!start (error))
    return NULL;
  element = build (family, &factory, error);
  if (element == NULL)
    return NULL;
  description = gyre_description_new (GYRE_REQUIREMENT (gyre_actor_get (G_OBJECT_TYPE (element))));
  describe_head (description, family, factory);
  gyre_gst_describe_properties (description, element);
  gyre_gst_describe_facts (description, factory, element);
  gyre_gst_describe_pads (description, factory, element);
  return description;
}
