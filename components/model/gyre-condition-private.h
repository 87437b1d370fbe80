/* gyre-condition-private.h: Whether what a section's head says is so
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-component.h"

/* Who is asked for: the instance can be half built, and so be known to nobody else. */
typedef struct
{
  GyreExecutive *executive;
  const char *name;
  const char *family;
} GyreJudgement;

GyreJudgement gyre_condition_judgement (GyreComponent *component);
gboolean      gyre_condition_judge     (const char    *name,
                                        const char    *family,
                                        gpointer       data);
gboolean      gyre_condition_holds     (GyreComponent *component,
                                        const char    *name,
                                        const char    *family);
