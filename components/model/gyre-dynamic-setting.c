/* gyre-dynamic-setting.c: What is configured for attributes that nobody has declared
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The rules are those of traits: what is said for the name of an instance is weighed against what code says; what is said for a
 * family is what the instance has while nobody has said anything to it, and the nearest class has the last word.
 */
#include "gyre-dynamic-setting-private.h"
#include "gyre-actor-private.h"
#include "gyre-binding-private.h"
#include "gyre-commit-private.h"
#include "gyre-condition-private.h"
#include "gyre-executive-private.h"
#include "gyre-former-private.h"
#include "gyre-requirement-private.h"
#include "gyre-settings.h"

/* What a walk over the settings of one name does. */
typedef struct
{
  GyreComponent *component;
  GyreMediator mediator;
  GyreReport *report;
} Taking;

static gboolean
is_declared (GyreComponent *component, const char *fragment)
{
  GyreExecutive *executive = gyre_component_get_executive (component);

  return gyre_former_resolve (executive, GYRE_REQUIREMENT (gyre_component_get_actor (component)), fragment) != NULL;
}

/* Whether what the attribute has counts more. */
static gboolean
is_kept (const GyreDynamic *dynamic, GyreSetting *setting, GyreMediator mediator)
{
  if (dynamic == NULL || dynamic->shape == NULL)
    return FALSE;
  if (mediator == GYRE_MEDIATOR_CLASS)
    return dynamic->provenance.from_class != GYRE_MEDIATOR_CLASS;
  if (mediator == GYRE_MEDIATOR_HOST || dynamic->provenance.from_class != GYRE_MEDIATOR_NONE)
    return mediator == GYRE_MEDIATOR_HOST && dynamic->provenance.from_class == GYRE_MEDIATOR_NONE;
  return gyre_priority_compare (gyre_setting_get_priority (setting), gyre_provenance_get_priority (&dynamic->provenance)) < 0;
}

static gboolean
commit_setting (GyreComponent *component, const char *fragment, GyreSetting *setting, GyreMediator mediator, GError **error)
{
  GyreProvenance provenance = gyre_provenance_of_setting (setting);
  GyreDescriptor *descriptor;

  gyre_setting_mark_used (setting);
  if (is_kept (gyre_dynamic_find (component, fragment), setting, mediator))
    return TRUE;
  if (gyre_setting_get_operator (setting) != GYRE_SETTING_ASSIGN)
    {
      g_set_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_CONFIGURATION, "%s: only a list that is declared can be said in parts",
                   fragment);
      return FALSE;
    }
  provenance.from_class = mediator;
  descriptor = gyre_dynamic_get_settable (component, fragment, error);
  return descriptor != NULL
         && gyre_dynamic_commit_text (component, (const GyreTrait *) descriptor, gyre_setting_get_value (setting), provenance, error);
}

static void
visit (GyreSettings *settings, guint node, const char *fragment, GyreSetting *winner, gpointer data)
{
  Taking *self = data;
  GyreSetting *setting = self->mediator == GYRE_MEDIATOR_NONE
                           ? gyre_settings_choose (settings, node, gyre_condition_holds, self->component) : winner;
  g_autoptr (GError) error = NULL;
  g_autoptr (GyreLocator) locator = NULL;

  if (setting == NULL || is_declared (self->component, fragment)
      || commit_setting (self->component, fragment, setting, self->mediator, &error))
    return;
  locator = gyre_setting_dup_locator (setting);
  gyre_report_error (self->report, locator, NULL, "%s", error->message);
}

static void
take (GyreComponent *component, const char *name, GyreMediator mediator, GyreReport *report)
{
  GyreSettings *settings = gyre_executive_get_settings (gyre_component_get_executive (component));
  guint node = name != NULL ? gyre_settings_find (settings, name) : GYRE_SETTINGS_NOWHERE;
  Taking taking = { component, mediator, report };

  if (node != GYRE_SETTINGS_NOWHERE)
    gyre_settings_foreach_child (settings, node, visit, &taking);
}

/* The base classes first. A class that is not open refuses the names itself. */
static void
take_families (GyreComponent *component, GyreActor *actor, GyreReport *report)
{
  if (actor == NULL || !gyre_actor_is_open (actor))
    return;
  take_families (component, gyre_actor_get_parent (actor), report);
  take (component, gyre_requirement_get_family (GYRE_REQUIREMENT (actor)), GYRE_MEDIATOR_CLASS, report);
}

gboolean
gyre_dynamic_follow_class (GyreComponent *component, GError **error)
{
  g_autoptr (GyreReport) report = NULL;

  if (gyre_component_is_open (component))
    {
      report = gyre_report_new ();
      take_families (component, gyre_component_get_birth (component)->actor, report);
      take (component, gyre_component_get_name (component), GYRE_MEDIATOR_NONE, report);
      if (!gyre_report_to_error (report, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_CONFIGURATION, error))
        return FALSE;
    }
  return gyre_binding_bind_class (component, error);
}

void
gyre_dynamic_take_host (GyreComponent *part, const char *name, GyreReport *report)
{
  if (gyre_component_is_open (part))
    take (part, name, GYRE_MEDIATOR_HOST, report);
}

static void
warn_refused (GyreSetting *setting, GError *error)
{
  g_autoptr (GyreLocator) locator = gyre_setting_dup_locator (setting);
  g_autofree char *place = gyre_locator_to_string (locator);

  g_warning ("%s: %s", place, error->message);
}

/* What is said under a condition is no default of a class. */
static gboolean
never (const char *name, const char *family, gpointer data)
{
  return FALSE;
}

/* The setting that the instance has by its name, or else by the nearest of its families. */
GyreSetting *
gyre_dynamic_find_setting (GyreComponent *component, const char *fragment, GyreMediator *mediator)
{
  GyreSettings *settings = gyre_executive_get_settings (gyre_component_get_executive (component));
  const char *name = gyre_component_get_name (component);
  GyreActor *actor = gyre_component_get_actor (component);
  guint owner = name != NULL ? gyre_settings_find (settings, name) : GYRE_SETTINGS_NOWHERE;
  guint node = owner != GYRE_SETTINGS_NOWHERE ? gyre_settings_find_child (settings, owner, fragment) : GYRE_SETTINGS_NOWHERE;
  GyreSetting *setting = node != GYRE_SETTINGS_NOWHERE ? gyre_settings_choose (settings, node, gyre_condition_holds, component) : NULL;

  *mediator = setting != NULL ? GYRE_MEDIATOR_NONE : GYRE_MEDIATOR_CLASS;
  for (; setting == NULL && actor != NULL && gyre_actor_is_open (actor); actor = gyre_actor_get_parent (actor))
    {
      const char *family = gyre_requirement_get_family (GYRE_REQUIREMENT (actor));

      owner = family != NULL ? gyre_settings_find (settings, family) : GYRE_SETTINGS_NOWHERE;
      node = owner != GYRE_SETTINGS_NOWHERE ? gyre_settings_find_child (settings, owner, fragment) : GYRE_SETTINGS_NOWHERE;
      setting = node != GYRE_SETTINGS_NOWHERE ? gyre_settings_choose (settings, node, never, NULL) : NULL;
    }
  return setting;
}

gboolean
gyre_dynamic_restore (GyreComponent *component, GyreDynamic *dynamic, GError **error)
{
  GyreMediator mediator = GYRE_MEDIATOR_NONE;
  GyreSetting *setting = gyre_dynamic_find_setting (component, dynamic->trait.descriptor.name, &mediator);
  GyreProvenance provenance;

  if (setting == NULL && dynamic->property != NULL)
    {
      gyre_binding_end (component, &dynamic->trait);
      return TRUE;
    }
  if (setting == NULL)
    return gyre_dynamic_remove (component, dynamic, error);
  gyre_setting_mark_used (setting);
  provenance = gyre_provenance_of_setting (setting);
  provenance.from_class = mediator;
  return gyre_dynamic_commit_text (component, &dynamic->trait, gyre_setting_get_value (setting), provenance, error);
}

static void
take_or_warn (GyreComponent *component, GyreSetting *setting, GyreMediator mediator)
{
  g_autoptr (GError) error = NULL;

  if (!commit_setting (component, gyre_setting_get_fragment (setting), setting, mediator, &error))
    warn_refused (setting, error);
}

/* A nearer class can say something else; a weaker setting may have come after a stronger one. */
static void
pass_on (GyreComponent *component, GyreSetting *setting)
{
  GyreMediator mediator = GYRE_MEDIATOR_NONE;

  if (gyre_dynamic_find_setting (component, gyre_setting_get_fragment (setting), &mediator) == setting && mediator == GYRE_MEDIATOR_CLASS)
    take_or_warn (component, setting, mediator);
}

static void
pass_on_to_extent (GyreExecutive *executive, GyreActor *actor, GyreSetting *setting)
{
  g_autoptr (GPtrArray) extent = gyre_actor_get_extent (actor);
  g_autoptr (GPtrArray) derived = gyre_actor_get_derived (actor);

  for (guint index = 0; index < extent->len; index++)
    if (gyre_component_get_executive (extent->pdata[index]) == executive
        && !is_declared (extent->pdata[index], gyre_setting_get_fragment (setting)))
      pass_on (extent->pdata[index], setting);
  for (guint index = 0; index < derived->len; index++)
    pass_on_to_extent (executive, derived->pdata[index], setting);
}

gboolean
gyre_dynamic_take_for_class (GyreExecutive *executive, GyreActor *actor, GyreSetting *setting)
{
  if (!gyre_actor_is_open (actor))
    return FALSE;
  pass_on_to_extent (executive, actor, setting);
  return TRUE;
}

gboolean
gyre_dynamic_take_for_instance (GyreComponent *component, GyreSetting *setting)
{
  if (!gyre_component_is_open (component) || is_declared (component, gyre_setting_get_fragment (setting)))
    return FALSE;
  take_or_warn (component, setting, GYRE_MEDIATOR_NONE);
  return TRUE;
}

/* The list can change while one is restored, so each is looked for again by its place from behind. */
void
gyre_dynamic_recall (GyreComponent *component, GHashTable *nodes)
{
  for (guint index = gyre_dynamics_get_length (component); index > 0; index--)
    {
      GyreDynamic *dynamic = index <= gyre_dynamics_get_length (component) ? gyre_dynamics_get (component, index - 1) : NULL;
      g_autoptr (GError) error = NULL;

      if (dynamic == NULL || dynamic->shape == NULL || dynamic->provenance.kind != GYRE_SOURCE_SETTING
          || !g_hash_table_contains (nodes, GUINT_TO_POINTER (gyre_setting_get_node ((GyreSetting *) dynamic->provenance.source))))
        continue;
      if (!gyre_dynamic_restore (component, dynamic, &error))
        g_warning ("%s", error->message);
    }
}
