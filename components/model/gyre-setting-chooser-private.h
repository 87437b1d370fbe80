/* gyre-setting-chooser-private.h: Which settings a class or an instance takes
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-report.h"
#include "gyre-settings.h"
#include "gyre-trait.h"

typedef struct
{
  const GyreTrait *trait;
  GyreSetting *setting;
} GyreChosenSetting;

GPtrArray *gyre_settings_choose_for (GyreSettings           *settings,
                                     const char             *name,
                                     GyreRequirement        *requirement,
                                     GyreConditionFunction   judge,
                                     gpointer                data,
                                     GyreReport            **report);
