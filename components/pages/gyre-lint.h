/* gyre-lint.h: What is missing or wrong in the words about classes
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <gyre.h>

/* One mistake. */
typedef struct
{
  GyreLocator *place;     /* where the class or interface is declared; NULL where nobody knows */
  char *subject;          /* `family`, `family.member` or `family.behavior.argument` */
  const char *rule;       /* a word for the rule */
  char *message;          /* what is wrong */
  char *hint;
} GyreLintMistake;

GPtrArray *gyre_lint_check      (GyreCatalogue *catalogue);
char      *gyre_lint_to_text    (GPtrArray     *mistakes);
GVariant  *gyre_lint_to_variant (GPtrArray     *mistakes);
