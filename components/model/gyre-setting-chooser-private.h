/* gyre-setting-chooser-private.h: Which settings a class or an instance takes
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-report.h"
#include "gyre-executive.h"
#include "gyre-trait.h"

typedef struct
{
  const GyreTrait *trait;
  GyreSetting *setting;         /* the strongest */
  GArray *chain;                /* of GyreSettingLink, where several make the value together; else NULL */
} GyreChosenSetting;

/* One of the settings that make a value together. */
typedef struct
{
  GyreSetting *setting;
  gboolean is_entry;            /* of a mapping: the key is the last fragment of the setting's */
} GyreSettingLink;

GPtrArray *gyre_settings_choose_for (GyreSettings           *settings,
                                     GyreExecutive          *executive,
                                     const char             *name,
                                     GyreRequirement        *requirement,
                                     GyreConditionFunction   judge,
                                     gpointer                data,
                                     GyreReport            **report);
GArray    *gyre_settings_list_chain (GyreSettings          *settings,
                                     const char             *name,
                                     const GyreTrait        *trait,
                                     GyreConditionFunction   judge,
                                     gpointer                data);

/* Whether a chain says more than one plain value. */
gboolean   gyre_setting_chain_is_composed (GArray           *chain);
