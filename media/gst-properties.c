/* gst-properties.c: What GStreamer knows of properties and GObject does not
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What a property of an element is, every description tells. Here it gets the words of GStreamer's own flags, the ranges of GStreamer's
 * own types, and the value that a fresh element has: what a property declares as its default is often another one.
 */
#include "gst-properties.h"
#include "gst-facts.h"
#include "gst-value.h"

#include <string.h>

/* GObject knows what a library adds by the number of its bit: `user-1`. */
static gboolean
is_flag_of_ours (const char *word)
{
  static const guint flags[] = {
    GST_PARAM_CONTROLLABLE, GST_PARAM_MUTABLE_READY, GST_PARAM_MUTABLE_PAUSED, GST_PARAM_MUTABLE_PLAYING,
    GST_PARAM_CONDITIONALLY_AVAILABLE, GST_PARAM_DOC_SHOW_DEFAULT,
  };
  guint64 bit = 0;

  if (!g_str_has_prefix (word, "user-") || !g_ascii_string_to_unsigned (word + strlen ("user-"), 10, 0, 31, &bit, NULL))
    return FALSE;
  for (guint index = 0; index < G_N_ELEMENTS (flags); index++)
    if (flags[index] == 1u << (G_PARAM_USER_SHIFT + bit))
      return TRUE;
  return FALSE;
}

/* Of the three that tell in which states a property can be changed, the widest counts. */
static GStrv
dup_flags (GParamSpec *specification, GStrv known)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  guint flags = specification->flags;

  for (guint index = 0; known != NULL && known[index] != NULL; index++)
    if (!is_flag_of_ours (known[index]))
      g_strv_builder_add (words, known[index]);
  if (flags & GST_PARAM_CONTROLLABLE)
    g_strv_builder_add (words, "controllable");
  if (flags & GST_PARAM_CONDITIONALLY_AVAILABLE)
    g_strv_builder_add (words, "conditionally-available");
  if (flags & GST_PARAM_MUTABLE_PLAYING)
    g_strv_builder_add (words, "changeable-until-playing");
  else if (flags & GST_PARAM_MUTABLE_PAUSED)
    g_strv_builder_add (words, "changeable-until-paused");
  else if (flags & GST_PARAM_MUTABLE_READY)
    g_strv_builder_add (words, "changeable-until-ready");
  return g_strv_builder_end (words);
}

/* The name that an element makes for itself ends in how many of its sort there were before; a description says what the first has. */
static char *
dup_first_name (const char *name)
{
  gsize length = strlen (name);

  while (length > 0 && g_ascii_isdigit (name[length - 1]))
    length--;
  return g_strdup_printf ("%.*s0", (int) length, name);
}

static char *
dup_fresh_text (GstElement *element, GParamSpec *specification)
{
  g_auto (GValue) value = G_VALUE_INIT;

  if ((specification->flags & G_PARAM_READABLE) == 0)
    return gyre_gst_value_dup_text (g_param_spec_get_default_value (specification));
  g_value_init (&value, specification->value_type);
  g_object_get_property (G_OBJECT (element), specification->name, &value);
  if (specification->owner_type == GST_TYPE_OBJECT && g_str_equal (specification->name, "name"))
    return dup_first_name (g_value_get_string (&value));
  return gyre_gst_value_dup_text (&value);
}

static void
take_text (char **place, char *text)
{
  g_free (*place);
  *place = text;
}

static void
describe_range (GyreDescribedTrait *trait, GParamSpec *specification)
{
  GstParamSpecFraction *fraction;

  if (!GST_IS_PARAM_SPEC_FRACTION (specification))
    return;
  fraction = GST_PARAM_SPEC_FRACTION (specification);
  take_text (&trait->least, g_strdup_printf ("%d/%d", fraction->min_num, fraction->min_den));
  take_text (&trait->most, g_strdup_printf ("%d/%d", fraction->max_num, fraction->max_den));
}

static void
describe_property (GyreDescribedTrait *trait, GParamSpec *specification)
{
  GStrv flags = dup_flags (specification, trait->flags);

  g_strfreev (trait->flags);
  trait->flags = flags;
  describe_range (trait, specification);
  /* No line of a file that anybody has says these. */
  g_clear_pointer (&trait->declared.locator, gyre_locator_unref);
  g_clear_pointer (&trait->fallback.locator, gyre_locator_unref);
  take_text (&trait->declared.text, gyre_gst_value_dup_text (g_param_spec_get_default_value (specification)));
}

static GyreDescribedTrait *
find_trait (GyreDescription *description, const char *name)
{
  for (guint index = 0; index < description->traits->len; index++)
    if (g_str_equal (((GyreDescribedTrait *) description->traits->pdata[index])->name, name))
      return description->traits->pdata[index];
  return NULL;
}

void
gyre_gst_describe_properties (GyreDescription *description, GstElement *element)
{
  guint length = 0;
  g_autofree GParamSpec **specifications = g_object_class_list_properties (G_OBJECT_GET_CLASS (element), &length);

  for (guint index = 0; index < length; index++)
    {
      GyreDescribedTrait *trait = find_trait (description, specifications[index]->name);

      if (trait == NULL)
        continue;
      describe_property (trait, specifications[index]);
      take_text (&trait->fallback.text, dup_fresh_text (element, specifications[index]));
    }
}

/* `gint, 0 to 10 = 5; readable, writable: how deep it is`. */
static char *
dup_property_text (const GyreDescribedTrait *trait)
{
  g_autofree char *flags = trait->flags != NULL ? g_strjoinv (", ", trait->flags) : NULL;
  GString *text = g_string_new (trait->native);

  if (trait->least != NULL && trait->most != NULL)
    g_string_append_printf (text, ", %s to %s", trait->least, trait->most);
  g_string_append_printf (text, " = %s; %s", trait->declared.text, flags != NULL ? flags : "");
  if (trait->summary != NULL)
    g_string_append_printf (text, ": %s", trait->summary);
  return g_string_free (text, FALSE);
}

static gboolean
is_of_every_pad (GType owner)
{
  return owner == G_TYPE_OBJECT || owner == GST_TYPE_OBJECT || owner == GST_TYPE_PAD;
}

/* The properties that pads of a class have and others have not, with what they declare: there is no pad to ask. */
void
gyre_gst_describe_pad_properties (GyreDescribedSection *section, GType type)
{
  g_autoptr (GyreDescription) description = gyre_description_new (GYRE_REQUIREMENT (gyre_actor_get (type)));
  g_autoptr (GTypeClass) class = g_type_class_ref (type);
  guint length = 0;
  g_autofree GParamSpec **specifications = g_object_class_list_properties ((GObjectClass *) class, &length);

  for (guint index = 0; index < length; index++)
    {
      GyreDescribedTrait *trait = find_trait (description, specifications[index]->name);

      if (trait == NULL || is_of_every_pad (specifications[index]->owner_type))
        continue;
      describe_property (trait, specifications[index]);
      gyre_gst_section_take (section, trait->name, dup_property_text (trait));
    }
}
