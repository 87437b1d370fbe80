/* gyre-bound.c: The bounds of a declaration
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Plain numbers have their bounds in the trait, where one comparison finds them. All other bounds, those of a date, of a decimal
 * number of any size, and all that are given as text, become a rule, which compares as the kind does.
 */
#include "gyre-bound-private.h"
#include "gyre-rule-compiler-private.h"

#include <math.h>
#include <string.h>

/* What a declaration can say: its sign, `.minimum`, `.least`, `.maximum`, `.greatest`. */
#define MOST_BOUNDS 5

typedef struct
{
  GyreRule rule;
  const GyreRule *parts[MOST_BOUNDS + 1];
  GyreRule bounds[MOST_BOUNDS];
  guint count;
} Bounds;

/* N.B. isinf () compares with the greatest number of 80 bits, which valgrind, with 64 of them, takes for an infinity itself. */
gboolean
gyre_bound_is_infinite (long double number)
{
  return number == HUGE_VALL || number == -HUGE_VALL;
}

/* gyre_bound_is_given: a row that is written by hand in C leaves bounds at 0, 0; the macros put infinities there. */
gboolean
gyre_bound_is_given (const GyreTraitDeclaration *declaration)
{
  return !(declaration->minimum == 0 && declaration->maximum == 0)
         && !(gyre_bound_is_infinite (declaration->minimum) && gyre_bound_is_infinite (declaration->maximum));
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
  if (gyre_bound_is_given (declaration) && !gyre_bound_is_infinite (declaration->minimum))
    add (self, GYRE_RULE_AT_LEAST, declaration->minimum, NULL);
  if (gyre_bound_is_given (declaration) && !gyre_bound_is_infinite (declaration->maximum))
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

static const GPtrArray *
get_parts (const GyreTrait *trait)
{
  const GyreCompiledRule *compiled = trait->options != NULL && trait->options->bounds != NULL ? gyre_rule_get_compiled_bounds (trait)
                                                                                              : NULL;

  return compiled != NULL && compiled->problem == NULL && compiled->root != NULL ? compiled->root->parts : NULL;
}

/* Whether one bound leaves at most what another one does. */
static gboolean
is_as_strict (const GyreTrait *trait, const GyreRuleNode *strict, const GyreRuleNode *bound)
{
  gboolean is_most = bound->rule->sort == GYRE_RULE_AT_MOST;
  int order;

  if ((strict->rule->sort == GYRE_RULE_AT_MOST) != is_most)
    return FALSE;
  if (bound->least.present)
    order = trait->kind->compare (strict->least, bound->least);
  else if (bound->text != NULL)
    order = strcmp (strict->text, bound->text);
  else
    order = (strict->low > bound->low) - (strict->low < bound->low);
  if (order == 0)
    return bound->rule->sort != GYRE_RULE_POSITIVE || strict->rule->sort == GYRE_RULE_POSITIVE;
  return is_most ? order < 0 : order > 0;
}

static long double
get_number (const GyreTrait *trait, gint64 integer, double real)
{
  if (!trait->whole)
    return real;
  return trait->storage == GYRE_STORAGE_UINT64 ? (long double) (guint64) integer : (long double) integer;
}

/* The plain bounds of a number can be as strict as one that is given as text. */
static gboolean
number_is_as_strict (const GyreTrait *trait, const GyreRuleNode *bound)
{
  if (!trait->bounded || bound->least.present || bound->text != NULL)
    return FALSE;
  if (bound->rule->sort == GYRE_RULE_AT_MOST)
    return get_number (trait, trait->whole ? trait->integer.maximum : 0, trait->real.maximum) <= bound->low;
  return get_number (trait, trait->whole ? trait->integer.minimum : 0, trait->real.minimum) >= bound->low;
}

/* gyre_bound_covers: whether the bounds of one trait leave all that those of another do. Both are of one order. */
gboolean
gyre_bound_covers (const GyreTrait *found, const GyreTrait *promised)
{
  const GPtrArray *bounds = get_parts (found);
  const GPtrArray *stricter = found->kind->compare == promised->kind->compare ? get_parts (promised) : NULL;

  for (guint index = 0; bounds != NULL && index < bounds->len; index++)
    {
      const GyreRuleNode *bound = g_ptr_array_index (bounds, index);
      gboolean covers = number_is_as_strict (promised, bound);

      for (guint other = 0; stricter != NULL && other < stricter->len && !covers; other++)
        covers = is_as_strict (found, g_ptr_array_index (stricter, other), bound);
      if (!covers)
        return FALSE;
    }
  return TRUE;
}
