/* gyre-rule-compiler.c: What rules come to for one trait
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The constant data of a rule is compiled once for each trait: bounds and members are read by the kind, expressions become a
 * GRegex. What is compiled stays as long as the trait, which is as long as the process.
 */
#include "gyre-rule-compiler-private.h"
#include "gyre-bound-private.h"
#include "gyre-constraint.h"
#include "gyre-kind-private.h"
#include "gyre-literal.h"
#include "gyre-quantity-number-private.h"
#include "gyre-rule-private.h"

#include <math.h>
#include <string.h>

/* gyre_rule_is_of_container: whether a rule speaks of a container and not of each of its elements. */
gboolean
gyre_rule_is_of_container (const GyreRule *rule)
{
  if (rule->sort == GYRE_RULE_SUBSET || rule->sort == GYRE_RULE_NOT_EMPTY || rule->sort == GYRE_RULE_LENGTH_AT_LEAST
      || rule->sort == GYRE_RULE_LENGTH_AT_MOST)
    return TRUE;
  for (const GyreRule * const *part = rule->parts; part != NULL && *part != NULL; part++)
    if (gyre_rule_is_of_container (*part))
      return TRUE;
  return FALSE;
}

/* gyre_rule_is_of_trait: whether a part of the rule of a declaration is this trait's, and not its elements' or its list's. */
gboolean
gyre_rule_is_of_trait (const GyreTrait *trait, const GyreRule *rule)
{
  if (rule->sort == GYRE_RULE_ALL)
    return TRUE;
  if (trait->is_element)
    return !gyre_rule_is_of_container (rule);
  return trait->element == NULL || !trait->element->is_element || gyre_rule_is_of_container (rule);
}

static gboolean
is_number (const GyreTrait *trait)
{
  return trait->whole || trait->kind == &gyre_kind_array || gyre_kind_is_a (trait->kind, &gyre_kind_real)
         || gyre_kind_is_a (trait->kind, &gyre_kind_quantity);
}

static gboolean
is_text (const GyreTrait *trait)
{
  return gyre_kind_is_a (trait->kind, &gyre_kind_string);
}

static gboolean
has_length (const GyreTrait *trait)
{
  return is_text (trait) || trait->kind == &gyre_kind_list || trait->kind == &gyre_kind_array;
}

/* gyre_rule_number_of: a number of the kind, in the units of the trait. */
long double
gyre_rule_number_of (const GyreTrait *trait, GyreValue value)
{
  double number = value.real;

  if (trait->whole)
    return value.integer;
  if (gyre_kind_is_a (trait->kind, &gyre_kind_quantity) && trait->units != NULL
      && !gyre_quantity_convert ((GyreQuantity) { value.real, value.dimension }, trait->units, &number, NULL))
    return NAN;
  return number;
}

static gboolean
refuse_sort (const GyreTrait *trait, const GyreRule *rule, GError **error)
{
  g_autofree char *text = gyre_rule_to_text (rule);
  g_autofree char *kind = gyre_trait_dup_kind_text (trait);

  gyre_value_error_set (error, GYRE_VALUE_ERROR_CONSTRAINT, GYRE_VALUE_ERROR_NOWHERE, NULL,
                        "has a rule '%s', which says nothing about the kind %s", text, kind);
  return FALSE;
}

static gboolean
read_number (const GyreTrait *trait, const char *text, long double *number, GError **error)
{
  GyreValue value = GYRE_NONE;
  GyreNumber plain;

  if (trait->kind == &gyre_kind_array)
    {
      if (!gyre_quantity_read_number (trait->units, text, &plain, error))
        return FALSE;
      *number = plain.real;
      return TRUE;
    }
  if (!trait->kind->parse (trait, text, &value, error))
    return FALSE;
  *number = gyre_rule_number_of (trait, value);
  return TRUE;
}

/* gyre_rule_dup_text: of a text the text itself, so that quotes do not change the order. */
char *
gyre_rule_dup_text (const GyreTrait *trait, GyreValue value)
{
  return is_text (trait) ? g_strdup (value.string) : gyre_trait_print (trait, value);
}

static gboolean
print_text (const GyreTrait *trait, const char *text, char **printed, GError **error)
{
  GyreValue value = GYRE_NONE;

  if (!trait->kind->parse (trait, text, &value, error))
    return FALSE;
  *printed = gyre_rule_dup_text (trait, value);
  gyre_kind_clear (trait->kind, &value);
  return TRUE;
}

static gboolean
compile_number (const GyreTrait *trait, const GyreRuleParameter *parameter, long double *number, GError **error)
{
  if (parameter->text != NULL)
    return read_number (trait, parameter->text, number, error);
  *number = gyre_kind_is_a (trait->kind, &gyre_kind_duration) ? gyre_kind_duration_scale (trait->units, parameter->number)
                                                              : parameter->number;
  return TRUE;
}

/* A number is what its text says: 0.1 is the decimal number 0.1, and not the binary one next to it. */
static gboolean
compile_value (const GyreTrait *trait, const GyreRuleParameter *parameter, GyreValue *value, GError **error)
{
  g_autofree char *text = gyre_rule_parameter_to_text (parameter);

  return trait->kind->parse (trait, text, value, error);
}

static gboolean
compile_values (const GyreTrait *trait, const GyreRule *rule, GyreRuleNode *node, GError **error)
{
  if (!compile_value (trait, &rule->first, &node->least, error))
    return FALSE;
  return (rule->sort != GYRE_RULE_BETWEEN && rule->sort != GYRE_RULE_IN_RANGE)
         || compile_value (trait, &rule->second, &node->greatest, error);
}

static gboolean
compile_sign (const GyreTrait *trait, const GyreRule *rule, GyreRuleNode *node, GError **error)
{
  if (gyre_bound_has_sign (trait->kind))
    return compile_value (trait, &rule->first, &node->least, error);
  return is_number (trait) || refuse_sort (trait, rule, error);
}

static gboolean
compile_bounds (const GyreTrait *trait, const GyreRule *rule, GyreRuleNode *node, GError **error)
{
  if (is_number (trait))
    return compile_number (trait, &rule->first, &node->low, error) && compile_number (trait, &rule->second, &node->high, error);
  if (trait->kind->compare != NULL)
    return compile_values (trait, rule, node, error);
  if (rule->first.text == NULL || (rule->sort != GYRE_RULE_EQUAL_TO && !is_text (trait)) || rule->second.text != NULL)
    return refuse_sort (trait, rule, error);
  return print_text (trait, rule->first.text, &node->text, error);
}

static gboolean
compile_member (const GyreTrait *trait, const char *text, GyreRuleNode *node, GError **error)
{
  GyreValue value = GYRE_NONE;
  char *printed = NULL;

  if (trait->kind->compare == NULL)
    {
      if (!print_text (trait, text, &printed, error))
        return FALSE;
      g_ptr_array_add (node->members, printed);
      return TRUE;
    }
  if (!trait->kind->parse (trait, text, &value, error))
    return FALSE;
  g_array_append_val (node->values, value);
  return TRUE;
}

static gboolean
compile_members (const GyreTrait *trait, const GyreRule *rule, GyreRuleNode *node, GError **error)
{
  g_autoptr (GyreLiteral) literal = gyre_literal_parse_list (rule->first.text, error);
  const GyreLiteral *element = literal != NULL ? gyre_literal_get_first (literal) : NULL;

  node->members = g_ptr_array_new_with_free_func (g_free);
  node->values = g_array_new (FALSE, FALSE, sizeof (GyreValue));
  for (; element != NULL; element = gyre_literal_get_next (element))
    {
      g_autofree char *text = gyre_literal_dup_text (element);

      if (!compile_member (trait, text, node, error))
        return FALSE;
    }
  return literal != NULL;
}

static gboolean
compile_expression (const GyreRule *rule, GyreRuleNode *node, GError **error)
{
  g_autofree char *whole = g_strdup_printf ("\\A(?:%s)\\z", rule->first.text);
  g_autoptr (GRegex) alone = g_regex_new (rule->first.text, G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT, error);

  if (alone != NULL)
    node->expression = g_regex_new (whole, G_REGEX_OPTIMIZE, G_REGEX_MATCH_DEFAULT, error);
  return node->expression != NULL;
}

static gboolean compile (const GyreTrait *trait, const GyreRule *rule, GyreRuleNode **node, GError **error);

static gboolean
compile_parts (const GyreTrait *trait, const GyreRule *rule, GyreRuleNode *node, GError **error)
{
  node->parts = g_ptr_array_new ();
  for (const GyreRule * const *part = rule->parts; *part != NULL; part++)
    {
      GyreRuleNode *compiled = NULL;
      gboolean fine;

      if (rule->sort == GYRE_RULE_ALL && !gyre_rule_is_of_trait (trait, *part))
        continue;
      fine = compile (trait, *part, &compiled, error);
      g_ptr_array_add (node->parts, compiled);
      if (!fine)
        return FALSE;
    }
  return TRUE;
}

static gboolean
compile_sort (const GyreTrait *trait, const GyreRule *rule, GyreRuleNode *node, GError **error)
{
  switch (rule->sort)
    {
    case GYRE_RULE_POSITIVE:
    case GYRE_RULE_NOT_NEGATIVE:
    case GYRE_RULE_NEGATIVE:
      return compile_sign (trait, rule, node, error);
    case GYRE_RULE_MEMBER:
      return trait->kind->structured ? refuse_sort (trait, rule, error) : compile_members (trait, rule, node, error);
    case GYRE_RULE_SUBSET:
      return trait->kind != &gyre_kind_list ? refuse_sort (trait, rule, error)
                                            : compile_members (trait->element, rule, node, error);
    case GYRE_RULE_LIKE:
      return is_text (trait) ? compile_expression (rule, node, error) : refuse_sort (trait, rule, error);
    case GYRE_RULE_NOT_EMPTY:
    case GYRE_RULE_LENGTH_AT_LEAST:
    case GYRE_RULE_LENGTH_AT_MOST:
      return has_length (trait) || refuse_sort (trait, rule, error);
    case GYRE_RULE_NOT:
    case GYRE_RULE_ALL:
    case GYRE_RULE_ANY:
      return compile_parts (trait, rule, node, error);
    default:
      return compile_bounds (trait, rule, node, error);
    }
}

static gboolean
compile (const GyreTrait *trait, const GyreRule *rule, GyreRuleNode **node, GError **error)
{
  *node = g_new0 (GyreRuleNode, 1);
  (*node)->rule = rule;
  return compile_sort (trait, rule, *node, error);
}

static GyreCompiledRule *
compile_whole (const GyreTrait *trait, const GyreRule *rule)
{
  GyreCompiledRule *compiled = g_new0 (GyreCompiledRule, 1);

  if (gyre_rule_is_of_trait (trait, rule))
    compile (trait, rule, &compiled->root, &compiled->problem);
  return compiled;
}

/* gyre_rule_get_compiled: the rule of a declaration that has one. */
const GyreCompiledRule *
gyre_rule_get_compiled (const GyreTrait *trait)
{
  gpointer *place = &trait->options->compiled_rule;

  if (g_once_init_enter (place))
    g_once_init_leave (place, compile_whole (trait, trait->options->rule));
  return trait->options->compiled_rule;
}

/* The last part is the one that cannot be read. */
static void
name_bound (GyreCompiledRule *compiled)
{
  const GyreRuleNode *last = g_ptr_array_index (compiled->root->parts, compiled->root->parts->len - 1);
  const GyreRule *bound = last->rule;
  gboolean is_least = bound->sort == GYRE_RULE_AT_LEAST;
  g_autofree char *text = gyre_rule_parameter_to_text (&bound->first);

  if (!g_str_has_prefix (compiled->problem->message, "has a rule"))
    g_prefix_error (&compiled->problem, "has a rule %s '%s' that cannot be read: ",
                    bound->first.text != NULL ? is_least ? ".least" : ".greatest" : is_least ? ".minimum" : ".maximum", text);
}

static gboolean
is_beyond (const GyreTrait *trait, const GyreRuleNode *low, const GyreRuleNode *high)
{
  if (low->least.present)
    return trait->kind->compare (low->least, high->least) + (low->rule->sort == GYRE_RULE_POSITIVE ? 1 : 0) > 0;
  return low->text != NULL ? strcmp (low->text, high->text) > 0 : low->low > high->low;
}

static void
check_order (const GyreTrait *trait, GyreCompiledRule *compiled)
{
  const GPtrArray *parts = compiled->root != NULL && compiled->problem == NULL ? compiled->root->parts : NULL;

  for (guint low = 0; parts != NULL && low < parts->len; low++)
    for (guint high = low + 1; high < parts->len && compiled->problem == NULL; high++)
      {
        const GyreRuleNode *left = parts->pdata[low], *right = parts->pdata[high];
        g_autofree char *rules = NULL;

        if (left->rule->sort == GYRE_RULE_AT_MOST || right->rule->sort != GYRE_RULE_AT_MOST || !is_beyond (trait, left, right))
          continue;
        rules = gyre_trait_describe_constraints (trait);
        gyre_value_error_set (&compiled->problem, GYRE_VALUE_ERROR_CONSTRAINT, GYRE_VALUE_ERROR_NOWHERE, NULL,
                              "has rules that no value keeps: %s", rules);
      }
}

/* gyre_rule_get_compiled_bounds: those of a declaration that has some. */
const GyreCompiledRule *
gyre_rule_get_compiled_bounds (const GyreTrait *trait)
{
  gpointer *place = &trait->options->compiled_bounds;

  if (g_once_init_enter (place))
    {
      GyreCompiledRule *compiled = compile_whole (trait, trait->options->bounds);

      if (compiled->problem != NULL)
        name_bound (compiled);
      check_order (trait, compiled);
      g_once_init_leave (place, compiled);
    }
  return trait->options->compiled_bounds;
}

/* gyre_rule_makes_sense: whether it could be compiled. */
gboolean
gyre_rule_makes_sense (const GyreCompiledRule *compiled, GError **error)
{
  if (compiled->problem == NULL)
    return TRUE;
  gyre_value_error_set (error, GYRE_VALUE_ERROR_CONSTRAINT, GYRE_VALUE_ERROR_NOWHERE, NULL,
                        g_str_has_prefix (compiled->problem->message, "has ") ? "%s" : "has a rule .rule that cannot be read: %s",
                        compiled->problem->message);
  return FALSE;
}

/* gyre_rule_check: whether the rule and the bounds of a declaration make sense for the kind. */
gboolean
gyre_rule_check (const GyreTrait *trait, GError **error)
{
  if (trait->options == NULL)
    return TRUE;
  return (trait->options->bounds == NULL || gyre_rule_makes_sense (gyre_rule_get_compiled_bounds (trait), error))
         && (trait->options->rule == NULL || gyre_rule_makes_sense (gyre_rule_get_compiled (trait), error));
}
