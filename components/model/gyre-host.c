/* gyre-host.c: What the classes around a part say of it
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-host-private.h"
#include "gyre-actor-private.h"
#include "gyre-class.h"
#include "gyre-commit-private.h"
#include "gyre-dynamic-setting-private.h"
#include "gyre-executive-private.h"
#include "gyre-record-private.h"
#include "gyre-requirement-private.h"
#include "gyre-setting-chooser-private.h"

#include <string.h>

/* Gives a part one value; what it has itself stays. */
static void
apply_setting (GyreComponent *part, const GyreChosenSetting *choice, GyreReport *report)
{
  GyreProvenance provenance;
  GyreState *state = gyre_state_peek (part);
  guint slot = choice->trait->descriptor.index;
  g_autoptr (GError) error = NULL;
  g_autoptr (GyreLocator) locator = NULL;

  gyre_setting_mark_used (choice->setting);
  if (state != NULL && state->provenances != NULL && gyre_provenance_is_set (&state->provenances[slot])
      && state->provenances[slot].from_class == GYRE_MEDIATOR_NONE)
    return;
  provenance = gyre_provenance_of_setting (choice->setting);
  provenance.from_class = GYRE_MEDIATOR_HOST;
  if (gyre_component_commit_text (part, choice->trait, gyre_setting_get_value (choice->setting), provenance, &error))
    return;
  locator = gyre_setting_dup_locator (choice->setting);
  gyre_report_error (report, locator, NULL, "%s", error->message);
}

/* What one class says of the parts at a path: `test.host.shape`. A part can be of another class than the one that it was said for,
 * so a trait that it does not have is only a warning. */
static void
apply_path (GyreComponent *part, GyreComponent *host, GyreActor *actor, const char *path, GyreReport *report)
{
  GyreExecutive *executive = gyre_component_get_executive (host);
  g_autofree char *name = g_strconcat (gyre_requirement_get_family (GYRE_REQUIREMENT (actor)), ".", path, NULL);
  g_autoptr (GyreReport) unknown = NULL;
  g_autoptr (GPtrArray) chosen =
    gyre_settings_choose_for (gyre_executive_get_settings (executive), executive, name,
                              GYRE_REQUIREMENT (gyre_component_get_actor (part)), NULL, NULL, &unknown);

  for (guint index = 0; index < chosen->len; index++)
    apply_setting (part, g_ptr_array_index (chosen, index), report);
  gyre_dynamic_take_host (part, name, report);
  if (unknown != NULL)
    {
      g_autofree char *text = gyre_report_to_string (unknown);
      g_warning ("%s: %s", gyre_requirement_get_public_name (GYRE_REQUIREMENT (gyre_component_get_actor (part))), text);
    }
}

/* The base classes first, so that the nearest has the last word. */
static void
apply_classes (GyreComponent *part, GyreComponent *host, GyreActor *actor, const char *path, GyreReport *report)
{
  if (actor == NULL)
    return;
  apply_classes (part, host, gyre_actor_get_parent (actor), path, report);
  if (gyre_requirement_get_family (GYRE_REQUIREMENT (actor)) != NULL)
    apply_path (part, host, actor, path, report);
}

/* The component that has the host as a part, by the names of both. */
static GyreComponent *
find_outer (GyreComponent *host, char **facility)
{
  const char *name = gyre_component_get_name (host);
  const char *dot = name != NULL ? strrchr (name, '.') : NULL;
  g_autofree char *owner = dot != NULL ? g_strndup (name, dot - name) : NULL;
  GObject *outer = owner != NULL
                     ? gyre_nameserver_find (gyre_executive_get_nameserver (gyre_component_get_executive (host)), owner) : NULL;

  if (outer != NULL && !GYRE_IS_COMPONENT (outer))
    g_clear_object (&outer);
  if (outer != NULL)
    *facility = g_strdup (dot + 1);
  return (GyreComponent *) outer;
}

/* Who stands further out knows more of how a part is used, and has the last word. */
void
gyre_host_apply (GyreComponent *part, GyreComponent *host, const GyreTrait *facility, GyreReport *report)
{
  g_autofree char *path = g_strdup (facility->descriptor.name);
  g_autoptr (GyreComponent) outer = g_object_ref (host);

  while (outer != NULL)
    {
      g_autofree char *name = NULL;
      GyreComponent *next;

      apply_classes (part, outer, gyre_component_get_actor (outer), path, report);
      next = find_outer (outer, &name);
      if (next != NULL)
        {
          g_autofree char *inner = g_steal_pointer (&path);
          path = g_strconcat (name, ".", inner, NULL);
        }
      g_object_unref (outer);
      outer = next;
    }
}

/* The part of a component, if it was built for it and not lent to it. */
static GyreComponent *
get_own_part (GyreComponent *host, const GyreTrait *facility)
{
  gpointer part = *(gpointer *) gyre_component_get_field (host, facility);
  const char *name = gyre_component_get_name (host);
  g_autofree char *expected = name != NULL ? gyre_trait_dup_path (facility, name) : NULL;

  return GYRE_IS_COMPONENT (part) && g_strcmp0 (gyre_component_get_name (part), expected) == 0 ? part : NULL;
}

static const GyreTrait *
find_facility (GyreComponent *component, const char *name)
{
  GyreDescriptor *descriptor = gyre_requirement_find_trait (GYRE_REQUIREMENT (gyre_component_get_actor (component)), name);

  return descriptor != NULL && descriptor->sort == GYRE_DESCRIPTOR_FACILITY
         && !gyre_trait_is_foreign ((const GyreTrait *) descriptor) ? (const GyreTrait *) descriptor : NULL;
}

/* Goes from a component to the part at the end of a path, as far as there are parts. */
static void
take_for_instance (GyreComponent *host, char **path, GyreReport *report)
{
  GyreComponent *part = host;
  const GyreTrait *facility = NULL;

  for (guint index = 0; path[index] != NULL && part != NULL; index++)
    {
      host = part;
      facility = find_facility (host, path[index]);
      part = facility != NULL ? get_own_part (host, facility) : NULL;
    }
  if (part != NULL && facility != NULL)
    gyre_host_apply (part, host, facility, report);
}

static void
take_for_class (GyreExecutive *executive, GyreActor *actor, char **path, GyreReport *report)
{
  g_autoptr (GPtrArray) extent = gyre_actor_get_extent (actor);
  g_autoptr (GPtrArray) derived = gyre_actor_get_derived (actor);

  for (guint index = 0; index < extent->len; index++)
    if (gyre_component_get_executive (g_ptr_array_index (extent, index)) == executive)
      take_for_instance (g_ptr_array_index (extent, index), path, report);
  for (guint index = 0; index < derived->len; index++)
    take_for_class (executive, g_ptr_array_index (derived, index), path, report);
}

/* Finds the class whose family begins the name; what follows is the path. */
void
gyre_host_take (GyreExecutive *executive, GyreSetting *setting)
{
  g_autofree char *name = gyre_setting_dup_component (setting);
  g_autoptr (GyreReport) report = NULL;

  for (char *dot = strrchr (name, '.'); dot != NULL; dot = strrchr (name, '.'))
    {
      GyreRequirement *record;
      g_autofree char *full = gyre_setting_dup_component (setting);
      g_auto (GStrv) path = g_strsplit (full + (dot + 1 - name), ".", -1);

      *dot = '\0';
      record = gyre_registrar_find (gyre_registrar_get_default (), name);
      if (!GYRE_IS_ACTOR (record))
        continue;
      report = gyre_report_new ();
      take_for_class (executive, GYRE_ACTOR (record), path, report);
      break;
    }
  if (report != NULL && gyre_report_get_length (report) > 0)
    {
      g_autofree char *text = gyre_report_to_string (report);
      g_warning ("%s", text);
    }
}

static void
alias_part (GyreSettings *settings, const char *host, const GyreTrait *trait)
{
  g_auto (GStrv) aliases = gyre_descriptor_dup_aliases (&trait->descriptor);
  g_autofree char *target = gyre_trait_dup_path (trait, host);

  for (guint index = 0; aliases[index] != NULL; index++)
    {
      g_autofree char *alias = g_strconcat (host, ".", aliases[index], NULL);
      gyre_settings_alias (settings, alias, target, NULL);
    }
}

/* What is said about host.alias.x is said about the part host.trait, before and after it is built. */
void
gyre_host_alias_parts (GyreComponent *component)
{
  GyreSettings *settings = gyre_executive_get_settings (gyre_component_get_executive (component));
  GyreRecord *record = gyre_requirement_get_record (GYRE_REQUIREMENT (gyre_component_get_actor (component)));

  for (guint slot = 0; slot < record->n_slots; slot++)
    if (record->slots[slot]->sort == GYRE_DESCRIPTOR_FACILITY && record->slots[slot]->index == slot
        && record->slots[slot]->aliases != NULL)
      alias_part (settings, gyre_component_get_name (component), (const GyreTrait *) record->slots[slot]);
}
