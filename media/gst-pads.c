/* gst-pads.c: The pads that an element has, and those that it can have
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gst-pads.h"
#include "gst-facts.h"
#include "gst-properties.h"
#include "gst-value.h"

#include <string.h>

static const char *
direction_of (GstPadDirection direction)
{
  return direction == GST_PAD_SRC ? "source" : direction == GST_PAD_SINK ? "sink" : "unknown";
}

static const char *
presence_of (GstPadPresence presence)
{
  return presence == GST_PAD_ALWAYS ? "always" : presence == GST_PAD_SOMETIMES ? "sometimes"
         : presence == GST_PAD_REQUEST ? "on request" : "unknown";
}

static int
compare_templates (gconstpointer first, gconstpointer second)
{
  return strcmp (((const GstStaticPadTemplate *) first)->name_template, ((const GstStaticPadTemplate *) second)->name_template);
}

/* `source, always: video/x-raw, width=[ 1, 2147483647 ]`. */
static void
describe_template (GyreDescribedSection *section, GstStaticPadTemplate *template)
{
  GstCaps *caps = template->static_caps.string != NULL ? gst_static_caps_get (&template->static_caps) : NULL;
  g_autofree char *text = caps != NULL ? gyre_gst_caps_dup_text (caps) : NULL;

  gyre_gst_section_take (section, template->name_template,
                         g_strdup_printf ("%s, %s%s%s", direction_of (template->direction), presence_of (template->presence),
                                          text != NULL ? ": " : "", text != NULL ? text : ""));
  g_clear_pointer (&caps, gst_caps_unref);
}

/* Pads of a class of their own have properties of their own. */
static void
describe_pad_class (GyreDescription *description, GstElement *element, const char *name)
{
  GstPadTemplate *template = gst_element_class_get_pad_template (GST_ELEMENT_GET_CLASS (element), name);
  GType type = template != NULL ? GST_PAD_TEMPLATE_GTYPE (template) : G_TYPE_NONE;
  g_autofree char *title = NULL;

  if (type == G_TYPE_NONE || type == GST_TYPE_PAD)
    return;
  title = g_strdup_printf ("pad %s (%s)", name, g_type_name (type));
  gyre_gst_describe_pad_properties (gyre_gst_section_begin (description, title), type);
}

static void
describe_templates (GyreDescription *description, GstElementFactory *factory, GstElement *element)
{
  g_autoptr (GList) templates = g_list_sort (g_list_copy ((GList *) gst_element_factory_get_static_pad_templates (factory)),
                                             compare_templates);
  GyreDescribedSection *section;

  if (templates == NULL)
    return;
  section = gyre_gst_section_begin (description, "pad templates");
  for (GList *template = templates; template != NULL; template = template->next)
    describe_template (section, template->data);
  for (GList *template = templates; template != NULL; template = template->next)
    describe_pad_class (description, element, ((GstStaticPadTemplate *) template->data)->name_template);
}

static void
describe_born_pads (GyreDescription *description, GstElement *element)
{
  GyreDescribedSection *section;

  if (element->pads == NULL)
    return;
  section = gyre_gst_section_begin (description, "pads");
  for (GList *member = element->pads; member != NULL; member = member->next)
    {
      GstPad *pad = member->data;
      const char *template = pad->padtemplate != NULL ? GST_PAD_TEMPLATE_NAME_TEMPLATE (pad->padtemplate) : NULL;

      gyre_gst_section_take (section, GST_OBJECT_NAME (pad),
                             template != NULL ? g_strdup_printf ("%s, of the template %s", direction_of (GST_PAD_DIRECTION (pad)), template)
                             : g_strdup (direction_of (GST_PAD_DIRECTION (pad))));
    }
}

/* Templates in the order of their names, as gst-inspect-1.0 has them; pads in the order in which they came. */
void
gyre_gst_describe_pads (GyreDescription *description, GstElementFactory *factory, GstElement *element)
{
  describe_templates (description, factory, element);
  describe_born_pads (description, element);
}
