/* gyre-facts.h: What is told about a member, fact by fact
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Lists of #GyreDescribedRow, in the order in which a page shows them. What a description does not have is left out.
 */
#pragma once

#include <gyre.h>

GPtrArray  *gyre_facts_list_trait    (const GyreDescribedTrait    *trait);
GPtrArray  *gyre_facts_list_behavior (const GyreDescribedBehavior *behavior);
GPtrArray  *gyre_facts_list_signal   (const GyreDescribedSignal   *signal);
GPtrArray  *gyre_facts_list_subject  (GyreDescription             *description);

const char *gyre_facts_get_default   (const GyreDescribedTrait    *trait);
const char *gyre_facts_get_function  (const GyreDescribedBehavior *behavior);
char       *gyre_facts_dup_module    (const GyreDescription       *description);
char       *gyre_facts_dup_argument  (const GyreDescribedArgument *argument);
char       *gyre_facts_dup_classes   (GPtrArray                   *classes);
