/* gyre-bound.c: The bounds of a declaration
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Plain numbers have their bounds in the trait, where one comparison finds them. All other bounds, those of a date, of a decimal
 * number of any size, and all that are given as text, become a rule, which compares as the kind does.
 */
#include "gyre-bound-private.h"

#include <math.h>

/* What a declaration can say: its sign, `.minimum`, `.least`, `.maximum`, `.greatest`. */
#define MOST_BOUNDS 5

typedef struct
{
  GyreRule rule;
  const GyreRule *parts[MOST_BOUNDS + 1];
  GyreRule bounds[MOST_BOUNDS];
  guint count;
} Bounds;

/* gyre_bound_is_given: a row that is written by hand in C leaves bounds at 0, 0; the macros put infinities there. */
gboolean
gyre_bound_is_given (const GyreTraitDeclaration *declaration)
{
  return !(declaration->minimum == 0 && declaration->maximum == 0)
         && !(isinf (declaration->minimum) && isinf (declaration->maximum));
}

/* gyre_bound_has_sign: whether values of an ordered kind can be positive. A date has an order, and no zero. */
gboolean
gyre_bound_has_sign (const GyreKind *kind)
{
  return gyre_kind_is_a (kind, &gyre_kind_decimal) || gyre_kind_is_a (kind, &gyre_kind_fraction);
}

static void
add (Bounds *self, GyreRuleSort sort, long double number, const char *text)
{
  self->bounds[self->count] = (GyreRule) { .sort = sort, .first = { .number = number, .text = text } };
  self->parts[self->count] = &self->bounds[self->count];
  self->count++;
}

static void
add_numbers (Bounds *self, const GyreTraitDeclaration *declaration)
{
  if (gyre_bound_has_sign (declaration->kind) && (declaration->constraints & GYRE_POSITIVE))
    add (self, GYRE_RULE_POSITIVE, 0, NULL);
  else if (gyre_bound_has_sign (declaration->kind) && (declaration->constraints & GYRE_NOT_NEGATIVE))
    add (self, GYRE_RULE_AT_LEAST, 0, NULL);
  if (gyre_bound_is_given (declaration) && !isinf (declaration->minimum))
    add (self, GYRE_RULE_AT_LEAST, declaration->minimum, NULL);
  if (gyre_bound_is_given (declaration) && !isinf (declaration->maximum))
    add (self, GYRE_RULE_AT_MOST, declaration->maximum, NULL);
}

static void
add_texts (Bounds *self, const GyreTraitDeclaration *declaration)
{
  if (declaration->least != NULL)
    add (self, GYRE_RULE_AT_LEAST, 0, declaration->least);
  if (declaration->greatest != NULL)
    add (self, GYRE_RULE_AT_MOST, 0, declaration->greatest);
}

/* gyre_bound_make_rule: the bounds that the trait itself cannot keep; NULL for none. It lives as long as the trait. */
const GyreRule *
gyre_bound_make_rule (const GyreTraitDeclaration *declaration)
{
  Bounds all = { .rule = { .sort = GYRE_RULE_ALL } };
  Bounds *self;

  if (declaration->element != NULL)
    return NULL;
  if (declaration->kind->compare != NULL)
    add_numbers (&all, declaration);
  add_texts (&all, declaration);
  if (all.count == 0)
    return NULL;
  self = g_memdup2 (&all, sizeof all);
  for (guint index = 0; index < self->count; index++)
    self->parts[index] = &self->bounds[index];
  self->rule.parts = self->parts;
  return &self->rule;
}
