/* gyre-rule-private.h: How rules are checked
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-rule.h"

gboolean  gyre_rule_holds            (const GyreTrait         *trait,
                                      GyreValue                value,
                                      GError                 **error);
gboolean  gyre_rule_check            (const GyreTrait         *trait,
                                      GError                 **error);
gboolean  gyre_rule_is_of_container  (const GyreRule          *rule);
gboolean  gyre_rule_is_of_trait      (const GyreTrait         *trait,
                                      const GyreRule          *rule);
char     *gyre_rule_parameter_to_text (const GyreRuleParameter *parameter);
char     *gyre_rule_dup_shown        (const GyreTrait         *trait,
                                      GyreValue                value);
