/* gyre-rule-compiler-private.h: What rules come to for one trait
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-rule.h"

typedef struct _GyreRuleNode GyreRuleNode;
struct _GyreRuleNode
{
  const GyreRule *rule;
  long double low;
  long double high;
  GyreValue least;         /* bounds of a kind that compares values itself */
  GyreValue greatest;
  char *text;              /* a bound that is no number, as the kind prints it */
  GPtrArray *members;      /* as the kind prints them */
  GArray *values;          /* the same, of a kind that compares values itself */
  GRegex *expression;
  GPtrArray *parts;        /* of GyreRuleNode */
};

typedef struct
{
  GyreRuleNode *root;      /* NULL: it speaks of the elements, or of the list */
  GError *problem;         /* why it makes no sense */
} GyreCompiledRule;

const GyreCompiledRule *gyre_rule_get_compiled        (const GyreTrait         *trait);
const GyreCompiledRule *gyre_rule_get_compiled_bounds (const GyreTrait         *trait);
gboolean                gyre_rule_makes_sense         (const GyreCompiledRule  *compiled,
                                                       GError                 **error);
long double             gyre_rule_number_of           (const GyreTrait         *trait,
                                                       GyreValue                value);
char                   *gyre_rule_dup_text            (const GyreTrait         *trait,
                                                       GyreValue                value);
