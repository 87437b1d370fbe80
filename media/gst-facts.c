/* gst-facts.c: The facts of an element that no class of ours has, in sections
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gst-facts.h"

#include <stdlib.h>
#include <string.h>

static void
row_free (gpointer data)
{
  GyreDescribedRow *self = data;

  g_free (self->name);
  g_free (self->text);
  g_free (self);
}

/* A section at the end of the description, without rows. */
GyreDescribedSection *
gyre_gst_section_begin (GyreDescription *description, const char *title)
{
  GyreDescribedSection *section = g_new (GyreDescribedSection, 1);

  *section = (GyreDescribedSection) { g_strdup (title), g_ptr_array_new_with_free_func (row_free) };
  g_ptr_array_add (description->sections, section);
  return section;
}

/* Takes the text. Nothing is told where there is none. */
void
gyre_gst_section_take (GyreDescribedSection *section, const char *name, char *text)
{
  GyreDescribedRow *row;

  if (text == NULL)
    return;
  row = g_new (GyreDescribedRow, 1);
  *row = (GyreDescribedRow) { g_strdup (name), g_utf8_make_valid (text, -1) };
  g_ptr_array_add (section->rows, row);
  g_free (text);
}

void
gyre_gst_section_add (GyreDescribedSection *section, const char *name, const char *text)
{
  gyre_gst_section_take (section, name, g_strdup (text));
}

/* `primary (256)`, `marginal + 1 (65)`. */
static char *
dup_rank_text (guint rank)
{
  static const struct { guint rank; const char *name; } names[] = {
    { GST_RANK_NONE, "none" }, { GST_RANK_MARGINAL, "marginal" }, { GST_RANK_SECONDARY, "secondary" }, { GST_RANK_PRIMARY, "primary" },
  };
  guint nearest = 0;
  int distance;

  for (guint index = 1; index < G_N_ELEMENTS (names); index++)
    if (abs ((int) (rank - names[index].rank)) < abs ((int) (rank - names[nearest].rank)))
      nearest = index;
  distance = (int) (rank - names[nearest].rank);
  if (distance == 0)
    return g_strdup_printf ("%s (%u)", names[nearest].name, rank);
  return g_strdup_printf ("%s %c %d (%u)", names[nearest].name, distance > 0 ? '+' : '-', abs (distance), rank);
}

/* Where the pages of the project tell of a plugin; NULL for plugins of others. */
static char *
dup_plugin_page (GstPlugin *plugin)
{
  static const char * const modules[] = {
    "gstreamer", "gst-plugins-base", "gst-plugins-good", "gst-plugins-ugly", "gst-plugins-bad", "gst-editing-services", "gst-libav",
    "gst-rtsp-server", NULL,
  };

  if (!g_strv_contains (modules, gst_plugin_get_source (plugin)))
    return NULL;
  return g_strdup_printf ("https://gstreamer.freedesktop.org/documentation/%s/", gst_plugin_get_name (plugin));
}

/* A plugin with one thing in it has one page. */
static char *
dup_element_page (GstPlugin *plugin, GstElementFactory *factory)
{
  g_autofree char *page = dup_plugin_page (plugin);
  GList *features;
  gboolean is_alone;

  if (page == NULL || gst_element_factory_get_skip_documentation (factory))
    return NULL;
  features = gst_registry_get_feature_list_by_plugin (gst_registry_get (), gst_plugin_get_name (plugin));
  is_alone = features != NULL && features->next == NULL;
  gst_plugin_feature_list_free (features);
  return g_strdup_printf (is_alone ? "%s#%s-page" : "%s%s.html", page, GST_OBJECT_NAME (factory));
}

/* What its author says, under the names that GStreamer has for it; three of them have a place in every description. */
static void
describe_metadata (GyreDescription *description, GstElementFactory *factory)
{
  g_autoptr (GstPlugin) plugin = gst_plugin_feature_get_plugin (GST_PLUGIN_FEATURE (factory));
  GyreDescribedSection *section = gyre_gst_section_begin (description, "element");
  g_auto (GStrv) keys = gst_element_factory_get_metadata_keys (factory);

  gyre_gst_section_add (section, "factory", GST_OBJECT_NAME (factory));
  gyre_gst_section_take (section, "rank", dup_rank_text (gst_plugin_feature_get_rank (GST_PLUGIN_FEATURE (factory))));
  for (guint index = 0; keys != NULL && keys[index] != NULL; index++)
    {
      const char *key = g_str_equal (keys[index], GST_ELEMENT_METADATA_KLASS) ? "classification"
                        : g_str_equal (keys[index], GST_ELEMENT_METADATA_DOC_URI) ? "documentation" : keys[index];

      gyre_gst_section_add (section, key, gst_element_factory_get_metadata (factory, keys[index]));
    }
  if (plugin != NULL && gst_element_factory_get_metadata (factory, GST_ELEMENT_METADATA_DOC_URI) == NULL)
    gyre_gst_section_take (section, "documentation", dup_element_page (plugin, factory));
}

static void
describe_plugin (GyreDescription *description, GstElementFactory *factory)
{
  g_autoptr (GstPlugin) plugin = gst_plugin_feature_get_plugin (GST_PLUGIN_FEATURE (factory));
  GyreDescribedSection *section;

  if (plugin == NULL)
    return;
  description->module = g_strdup (gst_plugin_get_filename (plugin));
  description->version = g_strdup (gst_plugin_get_version (plugin));
  section = gyre_gst_section_begin (description, "plugin");
  gyre_gst_section_add (section, "name", gst_plugin_get_name (plugin));
  gyre_gst_section_add (section, "description", gst_plugin_get_description (plugin));
  gyre_gst_section_add (section, "file", gst_plugin_get_filename (plugin));
  gyre_gst_section_add (section, "version", gst_plugin_get_version (plugin));
  gyre_gst_section_add (section, "license", gst_plugin_get_license (plugin));
  gyre_gst_section_add (section, "source module", gst_plugin_get_source (plugin));
  gyre_gst_section_add (section, "release date", gst_plugin_get_release_date_string (plugin));
  gyre_gst_section_add (section, "package", gst_plugin_get_package (plugin));
  gyre_gst_section_add (section, "origin", gst_plugin_get_origin (plugin));
  gyre_gst_section_take (section, "documentation", dup_plugin_page (plugin));
}

static const char *
clock_of (GstElement *element)
{
  gboolean is_required = GST_OBJECT_FLAG_IS_SET (element, GST_ELEMENT_FLAG_REQUIRE_CLOCK);

  if (GST_OBJECT_FLAG_IS_SET (element, GST_ELEMENT_FLAG_PROVIDE_CLOCK))
    return is_required ? "required, provided" : "provided";
  return is_required ? "required" : "none";
}

static void
describe_flags (GyreDescription *description, GstElement *element)
{
  static const struct { guint flag; const char *name; } names[] = {
    { GST_ELEMENT_FLAG_SOURCE, "source" }, { GST_ELEMENT_FLAG_SINK, "sink" }, { GST_ELEMENT_FLAG_LOCKED_STATE, "locked-state" },
    { GST_ELEMENT_FLAG_PROVIDE_CLOCK, "provide-clock" }, { GST_ELEMENT_FLAG_REQUIRE_CLOCK, "require-clock" },
    { GST_ELEMENT_FLAG_INDEXABLE, "indexable" },
  };
  g_autoptr (GString) text = g_string_new (NULL);
  GyreDescribedSection *section;

  for (guint index = 0; index < G_N_ELEMENTS (names); index++)
    if (GST_OBJECT_FLAG_IS_SET (element, names[index].flag))
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", names[index].name);
  section = gyre_gst_section_begin (description, "behavior");
  gyre_gst_section_add (section, "flags", text->len > 0 ? text->str : "none");
  gyre_gst_section_add (section, "clock", clock_of (element));
}

static void
describe_uris (GyreDescription *description, GstElement *element)
{
  const char * const *protocols;
  GyreDescribedSection *section;
  GstURIType type;

  if (!GST_IS_URI_HANDLER (element))
    return;
  type = gst_uri_handler_get_uri_type (GST_URI_HANDLER (element));
  protocols = gst_uri_handler_get_protocols (GST_URI_HANDLER (element));
  section = gyre_gst_section_begin (description, "addresses");
  gyre_gst_section_add (section, "acts as", type == GST_URI_SRC ? "source" : type == GST_URI_SINK ? "sink" : "unknown");
  gyre_gst_section_take (section, "protocols", protocols != NULL && *protocols != NULL ? g_strjoinv (", ", (GStrv) protocols)
                                               : g_strdup ("none"));
}

/* The parts that a bin is born with: their names in it, and their families. */
static void
describe_children (GyreDescription *description, GstElement *element)
{
  GyreDescribedSection *section;

  if (!GST_IS_BIN (element) || GST_BIN (element)->children == NULL)
    return;
  section = gyre_gst_section_begin (description, "children");
  for (GList *child = GST_BIN (element)->children; child != NULL; child = child->next)
    {
      GstElementFactory *factory = gst_element_get_factory (child->data);

      gyre_gst_section_take (section, GST_OBJECT_NAME (child->data),
                             factory != NULL ? g_strconcat ("gst.", GST_OBJECT_NAME (factory), NULL)
                             : g_strdup (G_OBJECT_TYPE_NAME (child->data)));
    }
}

static void
describe_presets (GyreDescription *description, GstElement *element)
{
  g_auto (GStrv) names = GST_IS_PRESET (element) ? gst_preset_get_preset_names (GST_PRESET (element)) : NULL;
  GyreDescribedSection *section;

  if (names == NULL || names[0] == NULL)
    return;
  section = gyre_gst_section_begin (description, "presets");
  for (guint index = 0; names[index] != NULL; index++)
    {
      char *comment = NULL;

      gst_preset_get_meta (GST_PRESET (element), names[index], "comment", &comment);
      gyre_gst_section_take (section, names[index], comment != NULL ? comment : g_strdup ("without a comment"));
    }
}

/* Everything but properties, signals and pads. */
void
gyre_gst_describe_facts (GyreDescription *description, GstElementFactory *factory, GstElement *element)
{
  describe_metadata (description, factory);
  describe_plugin (description, factory);
  describe_flags (description, element);
  describe_uris (description, element);
  describe_children (description, element);
  describe_presets (description, element);
}
