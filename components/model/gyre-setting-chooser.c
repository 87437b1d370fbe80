/* gyre-setting-chooser.c: Which settings a class or an instance takes
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A trait can be set under its name and under each alias; the strongest of all wins, whichever spelling it used. A name that is
 * no trait is a mistake, told with its place, unless the class is open: then gyre-dynamic-setting.c takes it.
 */
#include "gyre-setting-chooser-private.h"
#include "gyre-former-private.h"
#include "gyre-requirement.h"
#include "gyre-setting-private.h"
#include "gyre-target-private.h"

typedef struct
{
  GyreExecutive *executive;
  GyreRequirement *requirement;
  GyreConditionFunction judge;
  gpointer data;
  GPtrArray *chosen;
  GyreReport **report;
} Choice;

static void
report_unknown (Choice *choice, GyreSetting *setting, const char *fragment)
{
  g_autofree char *hint = gyre_requirement_suggest_trait (choice->requirement, fragment);
  g_autoptr (GyreLocator) locator = gyre_setting_dup_key_locator (setting);
  g_autofree char *owner = gyre_setting_dup_component (setting);

  if (*choice->report == NULL)
    *choice->report = gyre_report_new ();
  gyre_report_error (*choice->report, locator, hint, "%s has no trait '%s'", owner, fragment);
}

static void
report_behavior (Choice *choice, GyreSetting *setting, const char *fragment)
{
  g_autoptr (GyreLocator) locator = gyre_setting_dup_key_locator (setting);
  g_autofree char *owner = gyre_setting_dup_component (setting);

  if (*choice->report == NULL)
    *choice->report = gyre_report_new ();
  gyre_report_error (*choice->report, locator, NULL, "%s.%s: is a behavior and can't be set", owner, fragment);
}

static gboolean
holds (GyreSetting *setting, GyreConditionFunction judge, gpointer data)
{
  for (guint index = 0; index < gyre_setting_get_conditions (setting); index++)
    {
      g_autofree char *name = NULL;
      g_autofree char *family = NULL;

      gyre_setting_dup_condition (setting, index, &name, &family);
      if (judge == NULL || !judge (name, family, data))
        return FALSE;
    }
  return TRUE;
}

/* Where the chain of a trait comes from. */
typedef struct
{
  GArray *links;                /* of GyreSettingLink */
  GyreConditionFunction judge;
  gpointer data;
} Gathering;

static void
gather (GyreSettings *settings, guint node, gboolean is_entry, Gathering *gathering)
{
  GyreSetting *setting = gyre_settings_get_strongest (settings, node);

  for (; setting != NULL; setting = gyre_setting_get_shadowed (setting))
    if (holds (setting, gathering->judge, gathering->data))
      {
        const GyreSettingLink link = { setting, is_entry };

        g_array_append_val (gathering->links, link);
      }
}

static void
gather_entry (GyreSettings *settings, guint node, const char *fragment, GyreSetting *winner, gpointer data)
{
  gather (settings, node, TRUE, data);
}

static void
keep_stronger (GPtrArray *chosen, const GyreTrait *trait, GyreSetting *setting)
{
  for (guint index = 0; index < chosen->len; index++)
    {
      GyreChosenSetting *present = g_ptr_array_index (chosen, index);
      if (present->trait != trait)
        continue;
      if (gyre_setting_is_stronger (setting, present->setting))
        present->setting = setting;
      return;
    }

  GyreChosenSetting *fresh = g_new (GyreChosenSetting, 1);
  *fresh = (GyreChosenSetting) { trait, setting, NULL };
  g_ptr_array_add (chosen, fresh);
}

static void
chosen_free (gpointer data)
{
  GyreChosenSetting *self = data;

  g_clear_pointer (&self->chain, g_array_unref);
  g_free (self);
}

/* Whether a mapping has entries that were said one by one. */
static GyreSetting *
find_entry (GyreSettings *settings, guint node, Choice *choice, const char *fragment)
{
  GyreDescriptor *descriptor = gyre_former_resolve (choice->executive, choice->requirement, fragment);
  Gathering gathering = { NULL, choice->judge, choice->data };
  GyreSetting *found = NULL;

  if (descriptor == NULL || descriptor->sort != GYRE_DESCRIPTOR_PROPERTY || !gyre_target_has_entries ((GyreTrait *) descriptor))
    return NULL;
  gathering.links = g_array_new (FALSE, FALSE, sizeof (GyreSettingLink));
  gyre_settings_foreach_child (settings, node, gather_entry, &gathering);
  if (gathering.links->len > 0)
    found = g_array_index (gathering.links, GyreSettingLink, 0).setting;
  g_array_unref (gathering.links);
  return found;
}

static void
visit_child (GyreSettings *settings, guint node, const char *fragment, GyreSetting *winner, gpointer data)
{
  Choice *choice = data;
  GyreSetting *setting = choice->judge != NULL ? gyre_settings_choose (settings, node, choice->judge, choice->data) : winner;
  GyreDescriptor *descriptor;

  if (setting == NULL)
    setting = find_entry (settings, node, choice, fragment);
  if (setting == NULL)
    return;
  descriptor = gyre_former_resolve (choice->executive, choice->requirement, fragment);
  if (descriptor == NULL && GYRE_IS_ACTOR (choice->requirement) && gyre_actor_is_open (GYRE_ACTOR (choice->requirement)))
    return;
  if (descriptor == NULL)
    report_unknown (choice, setting, fragment);
  else if (descriptor->sort == GYRE_DESCRIPTOR_BEHAVIOR)
    report_behavior (choice, setting, fragment);
  else
    keep_stronger (choice->chosen, (const GyreTrait *) descriptor, setting);
}

/* Under one of the names of the trait. */
static void
gather_name (GyreSettings *settings, guint owner, const char *name, Gathering *gathering)
{
  guint node = gyre_settings_find_child (settings, owner, name);

  if (node == GYRE_SETTINGS_NOWHERE)
    return;
  gather (settings, node, FALSE, gathering);
  gyre_settings_foreach_child (settings, node, gather_entry, gathering);
}

static int
compare_links (gconstpointer left, gconstpointer right)
{
  const GyreSetting *one = ((const GyreSettingLink *) left)->setting, *other = ((const GyreSettingLink *) right)->setting;

  return one == other ? 0 : gyre_setting_is_stronger (one, other) ? 1 : -1;
}

/* What is weaker than a plain value does not count. */
static void
cut (GArray *links)
{
  for (guint index = links->len; index > 0; index--)
    {
      const GyreSettingLink *link = &g_array_index (links, GyreSettingLink, index - 1);

      if (link->is_entry || gyre_setting_get_operator (link->setting) != GYRE_SETTING_ASSIGN)
        continue;
      g_array_remove_range (links, 0, index - 1);
      return;
    }
}

/*
 * gyre_settings_list_chain:
 *
 * Everything that was said of one trait and holds, the weakest first, from the strongest plain value on.
 *
 * Returns: (element-type GyreSettingLink) (transfer full): empty when nothing was said
 */
GArray *
gyre_settings_list_chain (GyreSettings *settings, const char *name, const GyreTrait *trait, GyreConditionFunction judge,
                          gpointer data)
{
  Gathering gathering = { g_array_new (FALSE, FALSE, sizeof (GyreSettingLink)), judge, data };
  guint owner = name != NULL ? gyre_settings_find (settings, name) : GYRE_SETTINGS_NOWHERE;
  g_auto (GStrv) aliases = gyre_descriptor_dup_aliases (&trait->descriptor);
  g_auto (GStrv) former = gyre_former_dup_names (trait);

  if (owner == GYRE_SETTINGS_NOWHERE)
    return gathering.links;
  gather_name (settings, owner, trait->descriptor.name, &gathering);
  for (guint index = 0; aliases[index] != NULL; index++)
    gather_name (settings, owner, aliases[index], &gathering);
  for (guint index = 0; former[index] != NULL; index++)
    gather_name (settings, owner, former[index], &gathering);
  g_array_sort (gathering.links, compare_links);
  cut (gathering.links);
  return gathering.links;
}

gboolean
gyre_setting_chain_is_composed (GArray *chain)
{
  const GyreSettingLink *first = chain->len > 0 ? &g_array_index (chain, GyreSettingLink, 0) : NULL;

  return chain->len > 1
         || (first != NULL && (first->is_entry || gyre_setting_get_operator (first->setting) != GYRE_SETTING_ASSIGN));
}

/* Only what has elements can be said in parts; the others keep what they have, and whoever takes it refuses the operator. */
static void
add_chain (GyreSettings *settings, const char *name, Choice *choice, GyreChosenSetting *chosen)
{
  GArray *chain;

  if (chosen->trait->element == NULL && chosen->trait->kind != &gyre_kind_array)
    return;
  chain = gyre_settings_list_chain (settings, name, chosen->trait, choice->judge, choice->data);
  if (!gyre_setting_chain_is_composed (chain))
    {
      g_array_unref (chain);
      return;
    }
  chosen->setting = g_array_index (chain, GyreSettingLink, chain->len - 1).setting;
  chosen->chain = chain;
}

/*
 * gyre_settings_choose_for:
 * @name: a family, or the name of an instance
 * @requirement: the record of the class
 * @judge: says whether a condition holds; NULL where only unconditional settings count
 * @report: where mistakes go; made when there is one
 *
 * Returns: (element-type GyreChosenSetting) (transfer full): one setting for each trait that was set
 */
GPtrArray *
gyre_settings_choose_for (GyreSettings *settings, GyreExecutive *executive, const char *name, GyreRequirement *requirement,
                          GyreConditionFunction judge, gpointer data, GyreReport **report)
{
  Choice choice = { executive, requirement, judge, data, g_ptr_array_new_with_free_func (chosen_free), report };
  guint node = gyre_settings_find (settings, name);

  if (node != GYRE_SETTINGS_NOWHERE)
    gyre_settings_foreach_child (settings, node, visit_child, &choice);
  for (guint index = 0; index < choice.chosen->len; index++)
    add_chain (settings, name, &choice, g_ptr_array_index (choice.chosen, index));
  return choice.chosen;
}
