/* gyre-explanation-class.c: Of which class a component is, as far as its settings tell
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-explanation-private.h"
#include "gyre-executive-private.h"
#include "gyre-specification-private.h"

#include <string.h>

/* Facilities within facilities are followed this far. */
#define DEEPEST 32

static GyreRequirement *find_class_of (GyreExecutive *executive, const char *component, guint depth);

/* Splits a dotted name before its last part. */
gboolean
gyre_explanation_split (const char *name, char **component, char **fragment)
{
  const char *dot = strrchr (name, '.');

  if (dot == NULL || dot == name || dot[1] == '\0')
    return FALSE;
  *component = g_strndup (name, dot - name);
  *fragment = g_strdup (dot + 1);
  return TRUE;
}

/* A name, and the family that its section gives to it. */
typedef struct
{
  const char *name;
  char *family;
} Section;

static void
note_family (Section *section, GyreSetting *setting)
{
  for (guint index = 0; section->family == NULL && index < gyre_setting_get_conditions (setting); index++)
    {
      g_autofree char *name = NULL;
      g_autofree char *candidate = NULL;

      gyre_setting_dup_condition (setting, index, &name, &candidate);
      if (g_str_equal (name, section->name))
        section->family = g_steal_pointer (&candidate);
    }
}

static void
note_families_of_node (GyreSettings *settings, guint node, const char *fragment, GyreSetting *winner, gpointer data)
{
  for (GyreSetting *setting = gyre_settings_get_strongest (settings, node); setting != NULL;
       setting = gyre_setting_get_shadowed (setting))
    note_family (data, setting);
}

/* The family that a section `family # name` gives to a name. */
static char *
find_conditional_family (GyreExecutive *executive, const char *component)
{
  GyreSettings *settings = gyre_executive_get_settings (executive);
  guint node = gyre_settings_find (settings, component);
  Section section = { component, NULL };

  if (node != GYRE_SETTINGS_NOWHERE)
    gyre_settings_foreach_node (settings, node, note_families_of_node, &section);
  return section.family;
}

/* The text of a facility: as it is set for the host, else as the host's class has it. */
static char *
dup_facility_text (GyreExecutive *executive, const char *host, GyreRequirement *requirement, const char *name)
{
  GyreSettings *settings = gyre_executive_get_settings (executive);
  g_autofree char *key = g_strdup_printf ("%s.%s", host, name);
  guint node = gyre_settings_find (settings, key);
  GyreSetting *setting = node != GYRE_SETTINGS_NOWHERE ? gyre_settings_get_strongest (settings, node) : NULL;

  if (setting != NULL)
    return g_strdup (gyre_setting_get_value (setting));
  return GYRE_IS_ACTOR (requirement) ? gyre_actor_dup_default (GYRE_ACTOR (requirement), name, NULL) : NULL;
}

/* The class of a facility that has no name but that of its host and its trait. */
static GyreRequirement *
find_class_of_facility (GyreExecutive *executive, const char *component, guint depth)
{
  g_autofree char *host = NULL;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;
  g_autofree char *family = NULL;
  g_autofree char *instance = NULL;
  GyreRequirement *requirement;
  GyreDescriptor *trait;
  GyreActor *actor;

  if (depth > DEEPEST || !gyre_explanation_split (component, &host, &name))
    return NULL;
  requirement = find_class_of (executive, host, depth + 1);
  trait = requirement != NULL ? gyre_requirement_find_trait (requirement, name) : NULL;
  if (trait == NULL || gyre_descriptor_get_sort (trait) != GYRE_DESCRIPTOR_FACILITY)
    return NULL;
  text = dup_facility_text (executive, host, requirement, trait->name);
  if (text == NULL)
    return NULL;
  gyre_specification_split (text, &family, &instance);
  if (family == NULL)
    return NULL;
  actor = gyre_specification_find_class (executive, family, gyre_trait_get_value_type ((const GyreTrait *) trait), NULL, NULL);
  return actor != NULL ? GYRE_REQUIREMENT (actor) : NULL;
}

static GyreRequirement *
find_class_of (GyreExecutive *executive, const char *component, guint depth)
{
  g_autoptr (GObject) instance = gyre_nameserver_find (gyre_executive_get_nameserver (executive), component);
  g_autofree char *family = NULL;
  GyreRequirement *requirement;

  if (instance != NULL)
    return GYRE_REQUIREMENT (gyre_actor_get (G_OBJECT_TYPE (instance)));
  requirement = gyre_executive_find_family (executive, component, NULL);
  if (requirement != NULL)
    return requirement;
  family = find_conditional_family (executive, component);
  requirement = family != NULL ? gyre_executive_find_family (executive, family, NULL) : NULL;
  return requirement != NULL ? requirement : find_class_of_facility (executive, component, depth);
}

GyreRequirement *
gyre_explanation_find_class (GyreExecutive *executive, const char *component)
{
  return find_class_of (executive, component, 0);
}
