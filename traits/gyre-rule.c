/* gyre-rule.c: Rules that can be combined
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-rule-private.h"
#include "gyre-kind-private.h"
#include "gyre-list.h"
#include "gyre-real.h"
#include "gyre-rule-compiler-private.h"

#include <string.h>

static gsize
get_length (const GyreTrait *trait, GyreValue value)
{
  if (trait->kind == &gyre_kind_list)
    return gyre_list_get_length (value.list);
  if (trait->kind == &gyre_kind_array)
    return value.array->length;
  return g_utf8_strlen (value.string, -1);
}

static gboolean
is_among_values (const GyreTrait *trait, const GArray *values, GyreValue value)
{
  for (guint index = 0; index < values->len; index++)
    if (trait->kind->compare (g_array_index (values, GyreValue, index), value) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_member (const GyreTrait *trait, const GyreRuleNode *node, GyreValue value)
{
  g_autofree char *text = NULL;

  if (trait->kind->compare != NULL)
    return is_among_values (trait, node->values, value);
  text = gyre_rule_dup_text (trait, value);
  return g_ptr_array_find_with_equal_func (node->members, text, g_str_equal, NULL);
}

static gboolean
is_subset (const GyreTrait *trait, const GyreRuleNode *node, GyreValue value)
{
  for (guint index = 0; index < gyre_list_get_length (value.list); index++)
    if (!is_member (trait->element, node, gyre_list_get_value (value.list, index)))
      return FALSE;
  return TRUE;
}

/* Comparisons that not-a-number breaks, whatever they are. */
static gboolean
number_keeps (const GyreRuleNode *node, long double number)
{
  switch (node->rule->sort)
    {
    case GYRE_RULE_EQUAL_TO: return number == node->low;
    case GYRE_RULE_GREATER_THAN: return number > node->low;
    case GYRE_RULE_AT_LEAST: return number >= node->low;
    case GYRE_RULE_LESS_THAN: return number < node->low;
    case GYRE_RULE_AT_MOST: return number <= node->low;
    case GYRE_RULE_BETWEEN: return number > node->low && number < node->high;
    case GYRE_RULE_IN_RANGE: return number >= node->low && number < node->high;
    case GYRE_RULE_POSITIVE: return number > 0;
    case GYRE_RULE_NOT_NEGATIVE: return number >= 0;
    default: return number < 0;
    }
}

/* Texts are in the order of their code points. */
static gboolean
text_keeps (const GyreTrait *trait, const GyreRuleNode *node, GyreValue value)
{
  g_autofree char *text = gyre_rule_dup_text (trait, value);
  int order = strcmp (text, node->text);

  switch (node->rule->sort)
    {
    case GYRE_RULE_EQUAL_TO: return order == 0;
    case GYRE_RULE_GREATER_THAN: return order > 0;
    case GYRE_RULE_AT_LEAST: return order >= 0;
    case GYRE_RULE_LESS_THAN: return order < 0;
    default: return order <= 0;
    }
}

static gboolean
value_keeps (const GyreTrait *trait, const GyreRuleNode *node, GyreValue value)
{
  int order = trait->kind->compare (value, node->least);

  switch (node->rule->sort)
    {
    case GYRE_RULE_EQUAL_TO: return order == 0;
    case GYRE_RULE_GREATER_THAN:
    case GYRE_RULE_POSITIVE: return order > 0;
    case GYRE_RULE_AT_LEAST:
    case GYRE_RULE_NOT_NEGATIVE: return order >= 0;
    case GYRE_RULE_LESS_THAN:
    case GYRE_RULE_NEGATIVE: return order < 0;
    case GYRE_RULE_AT_MOST: return order <= 0;
    case GYRE_RULE_BETWEEN: return order > 0 && trait->kind->compare (value, node->greatest) < 0;
    default: return order >= 0 && trait->kind->compare (value, node->greatest) < 0;
    }
}

static gboolean
bound_keeps (const GyreTrait *trait, const GyreRuleNode *node, GyreValue value)
{
  if (node->least.present)
    return value_keeps (trait, node, value);
  return node->text != NULL ? text_keeps (trait, node, value) : number_keeps (node, gyre_rule_number_of (trait, value));
}

static const GyreRuleNode *find_broken (const GyreTrait *trait, const GyreRuleNode *node, GyreValue value);

static gboolean
some_part_keeps (const GyreTrait *trait, const GyreRuleNode *node, GyreValue value)
{
  for (guint index = 0; index < node->parts->len; index++)
    if (find_broken (trait, g_ptr_array_index (node->parts, index), value) == NULL)
      return TRUE;
  return FALSE;
}

static gboolean
keeps (const GyreTrait *trait, const GyreRuleNode *node, GyreValue value)
{
  switch (node->rule->sort)
    {
    case GYRE_RULE_MEMBER: return is_member (trait, node, value);
    case GYRE_RULE_SUBSET: return is_subset (trait, node, value);
    case GYRE_RULE_LIKE: return g_regex_match (node->expression, value.string, 0, NULL);
    case GYRE_RULE_NOT_EMPTY: return get_length (trait, value) > 0;
    case GYRE_RULE_LENGTH_AT_LEAST: return get_length (trait, value) >= node->rule->first.number;
    case GYRE_RULE_LENGTH_AT_MOST: return get_length (trait, value) <= node->rule->first.number;
    case GYRE_RULE_NOT: return !some_part_keeps (trait, node, value);
    case GYRE_RULE_ANY: return some_part_keeps (trait, node, value);
    default: return bound_keeps (trait, node, value);
    }
}

/* The part that is broken: of several that must all be kept the first, of several of which one must be kept the whole. */
static const GyreRuleNode *
find_broken (const GyreTrait *trait, const GyreRuleNode *node, GyreValue value)
{
  const GyreRuleNode *broken = NULL;

  if (node->rule->sort != GYRE_RULE_ALL)
    return keeps (trait, node, value) ? NULL : node;
  for (guint index = 0; index < node->parts->len && broken == NULL; index++)
    broken = find_broken (trait, g_ptr_array_index (node->parts, index), value);
  return broken;
}

/* gyre_rule_dup_shown: a value for a message; that of a secret stays one. */
char *
gyre_rule_dup_shown (const GyreTrait *trait, GyreValue value)
{
  return gyre_trait_is_secret (trait) ? g_strdup ("***") : gyre_trait_print (trait, value);
}

static gboolean
refuse (const GyreRuleNode *node, const char *subject, const char *found, GError **error)
{
  g_autofree char *text = gyre_rule_to_text (node->rule);

  gyre_value_error_set (error, GYRE_VALUE_ERROR_CONSTRAINT, GYRE_VALUE_ERROR_NOWHERE, NULL, "%smust be %s, is %s", subject, text, found);
  return FALSE;
}

/* The numbers of an array have no trait of their own. */
static gboolean
numbers_keep (const GyreTrait *trait, const GyreRuleNode *node, const GyreArray *array, GError **error)
{
  char buffer[GYRE_REAL_TEXT_SIZE];

  for (gsize index = 0; index < array->length; index++)
    {
      GyreValue number = { .present = TRUE, .real = array->values[index] };
      const GyreRuleNode *broken = find_broken (trait, node, number);
      g_autofree char *subject = broken != NULL ? g_strdup_printf ("number %" G_GSIZE_FORMAT " ", index) : NULL;

      if (broken != NULL)
        return refuse (broken, subject, gyre_real_to_string (number.real, buffer), error);
    }
  return TRUE;
}

static gboolean
array_keeps (const GyreTrait *trait, const GyreRuleNode *node, GyreValue value, GError **error)
{
  gboolean fine = TRUE;

  if (node->rule->sort == GYRE_RULE_ALL)
    {
      for (guint index = 0; index < node->parts->len && fine; index++)
        fine = array_keeps (trait, g_ptr_array_index (node->parts, index), value, error);
      return fine;
    }
  if (!gyre_rule_is_of_container (node->rule))
    return numbers_keep (trait, node, value.array, error);
  if (keeps (trait, node, value))
    return TRUE;
  g_autofree char *found = gyre_rule_dup_shown (trait, value);
  return refuse (node, "", found, error);
}

static gboolean
compiled_holds (const GyreTrait *trait, const GyreCompiledRule *compiled, GyreValue value, GError **error)
{
  const GyreRuleNode *broken;
  g_autofree char *found = NULL;

  if (!gyre_rule_makes_sense (compiled, error))
    return FALSE;
  if (compiled->root == NULL)
    return TRUE;
  if (trait->kind == &gyre_kind_array)
    return array_keeps (trait, compiled->root, value, error);
  broken = find_broken (trait, compiled->root, value);
  if (broken == NULL)
    return TRUE;
  found = gyre_rule_dup_shown (trait, value);
  return refuse (broken, "", found, error);
}

/* gyre_rule_holds: checks a present value against the bounds and the rule of its trait, if there are any. */
gboolean
gyre_rule_holds (const GyreTrait *trait, GyreValue value, GError **error)
{
  if (trait->options == NULL)
    return TRUE;
  return (trait->options->bounds == NULL || compiled_holds (trait, gyre_rule_get_compiled_bounds (trait), value, error))
         && (trait->options->rule == NULL || compiled_holds (trait, gyre_rule_get_compiled (trait), value, error));
}
