/* gyre-setting-chooser.c: Which settings a class or an instance takes
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A trait can be set under its name and under each alias; the strongest of all wins, whichever spelling it used. A name that is
 * no trait is a mistake, told with its place.
 */
#include "gyre-setting-chooser-private.h"
#include "gyre-requirement.h"

typedef struct
{
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

static void
keep_stronger (GPtrArray *chosen, const GyreTrait *trait, GyreSetting *setting)
{
  for (guint index = 0; index < chosen->len; index++)
    {
      GyreChosenSetting *present = g_ptr_array_index (chosen, index);
      if (present->trait != trait)
        continue;
      if (gyre_priority_compare (gyre_setting_get_priority (setting), gyre_setting_get_priority (present->setting)) > 0)
        present->setting = setting;
      return;
    }

  GyreChosenSetting *fresh = g_new (GyreChosenSetting, 1);
  *fresh = (GyreChosenSetting) { trait, setting };
  g_ptr_array_add (chosen, fresh);
}

static void
visit_child (GyreSettings *settings, guint node, const char *fragment, GyreSetting *winner, gpointer data)
{
  Choice *choice = data;
  GyreSetting *setting = choice->judge != NULL ? gyre_settings_choose (settings, node, choice->judge, choice->data) : winner;
  GyreDescriptor *descriptor;

  if (setting == NULL)
    return;
  descriptor = gyre_requirement_find_trait (choice->requirement, fragment);
  if (descriptor == NULL)
    report_unknown (choice, setting, fragment);
  else if (descriptor->sort == GYRE_DESCRIPTOR_BEHAVIOR)
    report_behavior (choice, setting, fragment);
  else
    keep_stronger (choice->chosen, (const GyreTrait *) descriptor, setting);
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
gyre_settings_choose_for (GyreSettings *settings, const char *name, GyreRequirement *requirement,
                          GyreConditionFunction judge, gpointer data, GyreReport **report)
{
  Choice choice = { requirement, judge, data, g_ptr_array_new_with_free_func (g_free), report };
  guint node = gyre_settings_find (settings, name);

  if (node != GYRE_SETTINGS_NOWHERE)
    gyre_settings_foreach_child (settings, node, visit_child, &choice);
  return choice.chosen;
}
