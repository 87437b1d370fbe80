/* gyre-rule.c: Rules that can be combined
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The constant data of a rule is compiled once for each trait: bounds are read by the kind, members are printed as the kind
 * prints them, expressions become a GRegex. What is compiled stays as long as the trait, which is as long as the process.
 */
#include "gyre-rule-private.h"
#include "gyre-kind-private.h"
#include "gyre-list.h"
#include "gyre-literal.h"
#include "gyre-quantity-number-private.h"

#include <math.h>
#include <string.h>

typedef struct _Node Node;
struct _Node
{
  const GyreRule *rule;
  long double low;
  long double high;
  char *text;              /* a bound that is no number, as the kind prints it */
  GPtrArray *members;      /* as the kind prints them */
  GRegex *expression;
  GPtrArray *parts;        /* of Node */
};

typedef struct
{
  Node *root;
  GError *problem;         /* why it makes no sense */
} Compiled;

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

static gsize
get_length (const GyreTrait *trait, GyreValue value)
{
  if (trait->kind == &gyre_kind_list)
    return gyre_list_get_length (value.list);
  if (trait->kind == &gyre_kind_array)
    return value.array->length;
  return g_utf8_strlen (value.string, -1);
}

/* A number of the kind, in the units of the trait. */
static long double
number_of (const GyreTrait *trait, GyreValue value)
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
  *number = number_of (trait, value);
  return TRUE;
}

/* A bound of a duration without units is in microseconds, as its field is; with units in them, as everything else. */
static long double
scale_number (const GyreTrait *trait, long double number)
{
  GyreValue value = GYRE_NONE;
  g_autofree char *text = NULL;

  if (!gyre_kind_is_a (trait->kind, &gyre_kind_duration) || trait->units == NULL)
    return number;
  text = g_strdup_printf ("%.17Lg", number);
  return trait->kind->parse (trait, text, &value, NULL) ? value.integer : number;
}

/* Of a text the text itself, so that quotes do not change the order. */
static char *
dup_text (const GyreTrait *trait, GyreValue value)
{
  return is_text (trait) ? g_strdup (value.string) : gyre_trait_print (trait, value);
}

static gboolean
print_text (const GyreTrait *trait, const char *text, char **printed, GError **error)
{
  GyreValue value = GYRE_NONE;

  if (!trait->kind->parse (trait, text, &value, error))
    return FALSE;
  *printed = dup_text (trait, value);
  gyre_kind_clear (trait->kind, &value);
  return TRUE;
}

static gboolean
compile_number (const GyreTrait *trait, const GyreRuleParameter *parameter, long double *number, GError **error)
{
  if (parameter->text != NULL)
    return read_number (trait, parameter->text, number, error);
  *number = scale_number (trait, parameter->number);
  return TRUE;
}

static gboolean
compile_bounds (const GyreTrait *trait, const GyreRule *rule, Node *node, GError **error)
{
  if (is_number (trait))
    return compile_number (trait, &rule->first, &node->low, error) && compile_number (trait, &rule->second, &node->high, error);
  if (rule->first.text == NULL || (rule->sort != GYRE_RULE_EQUAL_TO && !is_text (trait)) || rule->second.text != NULL)
    return refuse_sort (trait, rule, error);
  return print_text (trait, rule->first.text, &node->text, error);
}

static gboolean
compile_members (const GyreTrait *trait, const GyreRule *rule, Node *node, GError **error)
{
  g_autoptr (GyreLiteral) literal = gyre_literal_parse_list (rule->first.text, error);
  const GyreLiteral *element = literal != NULL ? gyre_literal_get_first (literal) : NULL;

  node->members = g_ptr_array_new_with_free_func (g_free);
  for (; element != NULL; element = gyre_literal_get_next (element))
    {
      g_autofree char *text = gyre_literal_dup_text (element);
      char *printed = NULL;

      if (!print_text (trait, text, &printed, error))
        return FALSE;
      g_ptr_array_add (node->members, printed);
    }
  return literal != NULL;
}

static gboolean
compile_expression (const GyreRule *rule, Node *node, GError **error)
{
  g_autofree char *whole = g_strdup_printf ("\\A(?:%s)\\z", rule->first.text);
  g_autoptr (GRegex) alone = g_regex_new (rule->first.text, G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT, error);

  if (alone != NULL)
    node->expression = g_regex_new (whole, G_REGEX_OPTIMIZE, G_REGEX_MATCH_DEFAULT, error);
  return node->expression != NULL;
}

static gboolean compile (const GyreTrait *trait, const GyreRule *rule, Node **node, GError **error);

static gboolean
compile_parts (const GyreTrait *trait, const GyreRule *rule, Node *node, GError **error)
{
  node->parts = g_ptr_array_new ();
  for (const GyreRule * const *part = rule->parts; *part != NULL; part++)
    {
      Node *compiled = NULL;
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
compile_sort (const GyreTrait *trait, const GyreRule *rule, Node *node, GError **error)
{
  switch (rule->sort)
    {
    case GYRE_RULE_POSITIVE:
    case GYRE_RULE_NOT_NEGATIVE:
    case GYRE_RULE_NEGATIVE:
      return is_number (trait) || refuse_sort (trait, rule, error);
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
compile (const GyreTrait *trait, const GyreRule *rule, Node **node, GError **error)
{
  *node = g_new0 (Node, 1);
  (*node)->rule = rule;
  return compile_sort (trait, rule, *node, error);
}

static const Compiled *
get_compiled (const GyreTrait *trait)
{
  gpointer *place = &trait->options->compiled_rule;

  if (g_once_init_enter (place))
    {
      Compiled *compiled = g_new0 (Compiled, 1);

      if (gyre_rule_is_of_trait (trait, trait->options->rule))
        compile (trait, trait->options->rule, &compiled->root, &compiled->problem);
      g_once_init_leave (place, compiled);
    }
  return trait->options->compiled_rule;
}

/* gyre_rule_check: whether the rule of a declaration makes sense for the kind. */
gboolean
gyre_rule_check (const GyreTrait *trait, GError **error)
{
  const Compiled *compiled;

  if (trait->options == NULL || trait->options->rule == NULL)
    return TRUE;
  compiled = get_compiled (trait);
  if (compiled->problem == NULL)
    return TRUE;
  gyre_value_error_set (error, GYRE_VALUE_ERROR_CONSTRAINT, GYRE_VALUE_ERROR_NOWHERE, NULL,
                        g_str_has_prefix (compiled->problem->message, "has a rule") ? "%s" : "has a rule .rule that cannot be read: %s",
                        compiled->problem->message);
  return FALSE;
}

static gboolean
is_among (const GPtrArray *members, const char *text)
{
  for (guint index = 0; index < members->len; index++)
    if (strcmp (g_ptr_array_index (members, index), text) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_subset (const GyreTrait *trait, const Node *node, GyreValue value)
{
  for (guint index = 0; index < gyre_list_get_length (value.list); index++)
    {
      g_autofree char *text = dup_text (trait->element, gyre_list_get_value (value.list, index));

      if (!is_among (node->members, text))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_member (const GyreTrait *trait, const Node *node, GyreValue value)
{
  g_autofree char *text = dup_text (trait, value);

  return is_among (node->members, text);
}

/* Comparisons that not-a-number breaks, whatever they are. */
static gboolean
number_keeps (const Node *node, long double number)
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
text_keeps (const GyreTrait *trait, const Node *node, GyreValue value)
{
  g_autofree char *text = dup_text (trait, value);
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

static const Node *find_broken (const GyreTrait *trait, const Node *node, GyreValue value);

static gboolean
some_part_keeps (const GyreTrait *trait, const Node *node, GyreValue value)
{
  for (guint index = 0; index < node->parts->len; index++)
    if (find_broken (trait, g_ptr_array_index (node->parts, index), value) == NULL)
      return TRUE;
  return FALSE;
}

static gboolean
keeps (const GyreTrait *trait, const Node *node, GyreValue value)
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
    default: return node->text != NULL ? text_keeps (trait, node, value) : number_keeps (node, number_of (trait, value));
    }
}

/* The part that is broken: of several that must all be kept the first, of several of which one must be kept the whole. */
static const Node *
find_broken (const GyreTrait *trait, const Node *node, GyreValue value)
{
  const Node *broken = NULL;

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
  return gyre_trait_is_secret (trait) ? g_strdup ("something else") : gyre_trait_print (trait, value);
}

static gboolean
refuse (const Node *node, const char *subject, const char *found, GError **error)
{
  g_autofree char *text = gyre_rule_to_text (node->rule);

  gyre_value_error_set (error, GYRE_VALUE_ERROR_CONSTRAINT, GYRE_VALUE_ERROR_NOWHERE, NULL, "%smust be %s, is %s", subject, text, found);
  return FALSE;
}

/* The numbers of an array have no trait of their own. */
static gboolean
numbers_keep (const GyreTrait *trait, const Node *node, const GyreArray *array, GError **error)
{
  char buffer[GYRE_REAL_TEXT_SIZE];

  for (gsize index = 0; index < array->length; index++)
    {
      GyreValue number = { .present = TRUE, .real = array->values[index] };
      const Node *broken = find_broken (trait, node, number);
      g_autofree char *subject = broken != NULL ? g_strdup_printf ("number %" G_GSIZE_FORMAT " ", index) : NULL;

      if (broken != NULL)
        return refuse (broken, subject, gyre_real_to_string (number.real, buffer), error);
    }
  return TRUE;
}

static gboolean
array_keeps (const GyreTrait *trait, const Node *node, GyreValue value, GError **error)
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

/* gyre_rule_holds: checks a present value against the rule of its trait, if there is one. */
gboolean
gyre_rule_holds (const GyreTrait *trait, GyreValue value, GError **error)
{
  const Compiled *compiled;
  const Node *broken;
  g_autofree char *found = NULL;

  if (trait->options == NULL || trait->options->rule == NULL)
    return TRUE;
  if (!gyre_rule_check (trait, error))
    return FALSE;
  compiled = get_compiled (trait);
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
