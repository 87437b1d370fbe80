/* gyre-compatibility-private.h: The check of a class when it is declared
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-compatibility.h"
#include "gyre-report.h"

void gyre_compatibility_report       (GyreActor  *actor,
                                      GyreReport *report);
void gyre_compatibility_report_bases (GyreRole   *role,
                                      GyreReport *report);
