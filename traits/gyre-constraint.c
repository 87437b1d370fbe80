/* gyre-constraint.c: The rules that a trait's values keep
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-constraint-private.h"
#include "gyre-bound-private.h"
#include "gyre-container-private.h"
#include "gyre-kind-native-private.h"
#include "gyre-list.h"
#include "gyre-literal.h"
#include "gyre-name.h"
#include "gyre-real.h"
#include "gyre-rule-private.h"

#include <math.h>
#include <string.h>

G_DEFINE_BOXED_TYPE (GyreConstraint, gyre_constraint, gyre_constraint_copy, gyre_constraint_free)

/* What `.member` and `.like` were compiled to. It is made on first use and stays. */
typedef struct
{
  GPtrArray *members;      /* texts as gyre_trait_print() writes them */
  GArray *values;          /* the same, of a kind that compares values itself */
  GRegex *expression;
  GError *problem;         /* why one of them makes no sense */
} Rules;

static GyreConstraint *
constraint_new (GyreConstraintSort sort, const char *parameter)
{
  GyreConstraint *self = g_new0 (GyreConstraint, 1);

  self->sort = sort;
  self->parameter = g_strdup (parameter);
  return self;
}

/**
 * gyre_constraint_copy: (skip)
 * @constraint: a rule
 *
 * Returns: (transfer full): a copy
 *
 * Since: 0.1
 */
GyreConstraint *
gyre_constraint_copy (const GyreConstraint *constraint)
{
  GyreConstraint *copy = constraint_new (constraint->sort, constraint->parameter);

  copy->second = g_strdup (constraint->second);
  copy->text = g_strdup (constraint->text);
  if (constraint->parts != NULL)
    copy->parts = g_ptr_array_ref (constraint->parts);
  return copy;
}

/**
 * gyre_constraint_free: (skip)
 * @constraint: (transfer full): a rule
 *
 * Since: 0.1
 */
void
gyre_constraint_free (GyreConstraint *constraint)
{
  g_free (constraint->parameter);
  g_free (constraint->second);
  g_free (constraint->text);
  g_clear_pointer (&constraint->parts, g_ptr_array_unref);
  g_free (constraint);
}

/**
 * gyre_constraint_to_string:
 * @constraint: a rule
 *
 * Returns: (transfer full): the rule for a person: "at least 0", "one of a, b", "positive"
 *
 * Since: 0.1
 */
char *
gyre_constraint_to_string (const GyreConstraint *constraint)
{
  g_return_val_if_fail (constraint != NULL, NULL);

  if (constraint->text != NULL)
    return g_strdup (constraint->text);
  switch (constraint->sort)
    {
    case GYRE_CONSTRAINT_AT_LEAST: return g_strdup_printf ("at least %s", constraint->parameter);
    case GYRE_CONSTRAINT_AT_MOST: return g_strdup_printf ("at most %s", constraint->parameter);
    case GYRE_CONSTRAINT_POSITIVE: return g_strdup ("positive");
    case GYRE_CONSTRAINT_MEMBER: return g_strdup_printf ("one of %s", constraint->parameter);
    case GYRE_CONSTRAINT_LIKE: return g_strdup_printf ("like '%s'", constraint->parameter);
    case GYRE_CONSTRAINT_NOT_EMPTY:
    default: return g_strdup ("not empty");
    }
}

static void
add_number (GPtrArray *rules, GyreConstraintSort sort, const GyreTrait *trait, gboolean is_maximum)
{
  char buffer[GYRE_REAL_TEXT_SIZE];
  g_autofree char *whole = NULL;

  if (trait->whole)
    whole = trait->kind->print (trait, (GyreValue) { .present = TRUE, .integer = is_maximum ? trait->integer.maximum
                                                                                            : trait->integer.minimum });
  else
    gyre_real_to_string (is_maximum ? trait->real.maximum : trait->real.minimum, buffer);
  g_ptr_array_add (rules, constraint_new (sort, trait->whole ? whole : buffer));
}

static gboolean
has_minimum (const GyreTrait *trait)
{
  gint64 minimum, maximum;

  if (!trait->bounded)
    return FALSE;
  gyre_storage_get_range (gyre_kind_integer_storage (trait), &minimum, &maximum);
  return trait->whole ? gyre_storage_compare (gyre_kind_integer_storage (trait), trait->integer.minimum, minimum) > 0 : trait->real.minimum > -INFINITY;
}

static gboolean
has_maximum (const GyreTrait *trait)
{
  gint64 minimum, maximum;

  if (!trait->bounded)
    return FALSE;
  gyre_storage_get_range (gyre_kind_integer_storage (trait), &minimum, &maximum);
  return trait->whole ? gyre_storage_compare (gyre_kind_integer_storage (trait), trait->integer.maximum, maximum) < 0 : trait->real.maximum < INFINITY;
}

static gboolean
is_positive_only (const GyreTrait *trait)
{
  return (trait->constraints & GYRE_POSITIVE) != 0
         && (trait->whole ? trait->integer.minimum == 1 : trait->real.minimum == nextafter (0.0, 1.0));
}

/* What a combined rule says, as data. */
static GyreConstraint *
constraint_of_rule (const GyreRule *rule)
{
  static const GyreConstraintSort sorts[] = {
    [GYRE_RULE_EQUAL_TO] = GYRE_CONSTRAINT_EQUAL_TO, [GYRE_RULE_GREATER_THAN] = GYRE_CONSTRAINT_GREATER_THAN,
    [GYRE_RULE_AT_LEAST] = GYRE_CONSTRAINT_AT_LEAST, [GYRE_RULE_LESS_THAN] = GYRE_CONSTRAINT_LESS_THAN,
    [GYRE_RULE_AT_MOST] = GYRE_CONSTRAINT_AT_MOST, [GYRE_RULE_BETWEEN] = GYRE_CONSTRAINT_BETWEEN,
    [GYRE_RULE_IN_RANGE] = GYRE_CONSTRAINT_IN_RANGE, [GYRE_RULE_POSITIVE] = GYRE_CONSTRAINT_POSITIVE,
    [GYRE_RULE_NOT_NEGATIVE] = GYRE_CONSTRAINT_NOT_NEGATIVE, [GYRE_RULE_NEGATIVE] = GYRE_CONSTRAINT_NEGATIVE,
    [GYRE_RULE_MEMBER] = GYRE_CONSTRAINT_MEMBER, [GYRE_RULE_SUBSET] = GYRE_CONSTRAINT_SUBSET,
    [GYRE_RULE_LIKE] = GYRE_CONSTRAINT_LIKE, [GYRE_RULE_NOT_EMPTY] = GYRE_CONSTRAINT_NOT_EMPTY,
    [GYRE_RULE_LENGTH_AT_LEAST] = GYRE_CONSTRAINT_LENGTH_AT_LEAST, [GYRE_RULE_LENGTH_AT_MOST] = GYRE_CONSTRAINT_LENGTH_AT_MOST,
    [GYRE_RULE_NOT] = GYRE_CONSTRAINT_NOT, [GYRE_RULE_ALL] = GYRE_CONSTRAINT_ALL, [GYRE_RULE_ANY] = GYRE_CONSTRAINT_ANY,
  };
  GyreConstraint *self = constraint_new (sorts[rule->sort], NULL);

  self->text = gyre_rule_to_text (rule);
  if (rule->parts != NULL)
    self->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) gyre_constraint_free);
  for (const GyreRule * const *part = rule->parts; part != NULL && *part != NULL; part++)
    g_ptr_array_add (self->parts, constraint_of_rule (*part));
  if (rule->parts == NULL && rule->sort != GYRE_RULE_NOT_EMPTY && rule->sort != GYRE_RULE_POSITIVE
      && rule->sort != GYRE_RULE_NOT_NEGATIVE && rule->sort != GYRE_RULE_NEGATIVE)
    self->parameter = gyre_rule_parameter_to_text (&rule->first);
  if (rule->sort == GYRE_RULE_BETWEEN || rule->sort == GYRE_RULE_IN_RANGE)
    self->second = gyre_rule_parameter_to_text (&rule->second);
  return self;
}

/**
 * gyre_trait_list_constraints:
 * @trait: a trait
 *
 * Returns: (element-type GyreConstraint) (transfer full): its rules
 *
 * Since: 0.1
 */
GPtrArray *
gyre_trait_list_constraints (const GyreTrait *trait)
{
  GPtrArray *rules = g_ptr_array_new_with_free_func ((GDestroyNotify) gyre_constraint_free);
  const GyreTrait *subject = trait->element != NULL ? trait->element : trait;
  const GyreRule *bounds = gyre_trait_get_options (subject)->bounds;

  if (is_positive_only (subject))
    g_ptr_array_add (rules, constraint_new (GYRE_CONSTRAINT_POSITIVE, NULL));
  else if (has_minimum (subject))
    add_number (rules, GYRE_CONSTRAINT_AT_LEAST, subject, FALSE);
  if (has_maximum (subject))
    add_number (rules, GYRE_CONSTRAINT_AT_MOST, subject, TRUE);
  for (const GyreRule * const *part = bounds != NULL ? bounds->parts : NULL; part != NULL && *part != NULL; part++)
    g_ptr_array_add (rules, constraint_of_rule (*part));
  if (gyre_trait_get_options (subject)->member != NULL)
    g_ptr_array_add (rules, constraint_new (GYRE_CONSTRAINT_MEMBER, gyre_trait_get_options (subject)->member));
  if (gyre_trait_get_options (subject)->like != NULL)
    g_ptr_array_add (rules, constraint_new (GYRE_CONSTRAINT_LIKE, gyre_trait_get_options (subject)->like));
  if (trait->constraints & GYRE_NOT_EMPTY)
    g_ptr_array_add (rules, constraint_new (GYRE_CONSTRAINT_NOT_EMPTY, NULL));
  if (gyre_trait_get_options (trait)->rule != NULL)
    g_ptr_array_add (rules, constraint_of_rule (gyre_trait_get_options (trait)->rule));
  if (subject != trait && !subject->is_element && gyre_trait_get_options (subject)->rule != NULL)
    g_ptr_array_add (rules, constraint_of_rule (gyre_trait_get_options (subject)->rule));
  return rules;
}

/**
 * gyre_trait_describe_constraints:
 * @trait: a trait
 *
 * Returns: (nullable) (transfer full): its rules for a person, joined by "and"; %NULL where there are none
 *
 * Since: 0.1
 */
char *
gyre_trait_describe_constraints (const GyreTrait *trait)
{
  g_return_val_if_fail (trait != NULL, NULL);

  g_autoptr (GPtrArray) rules = gyre_trait_list_constraints (trait);
  GString *text = g_string_new (NULL);
  for (guint index = 0; index < rules->len; index++)
    {
      g_autofree char *rule = gyre_constraint_to_string (g_ptr_array_index (rules, index));
      g_string_append_printf (text, "%s%s", index > 0 ? " and " : "", rule);
    }
  return g_string_free (text, text->len == 0);
}

static gboolean
refuse (const GyreTrait *trait, GyreValue value, GError **error)
{
  g_autofree char *rules = gyre_trait_describe_constraints (trait);
  g_autofree char *text = gyre_rule_dup_shown (trait, value);

  gyre_value_error_set (error, GYRE_VALUE_ERROR_CONSTRAINT, GYRE_VALUE_ERROR_NOWHERE, NULL, "must be %s, is %s", rules, text);
  return FALSE;
}

/* "element 1,0" */
static char *
dup_position (const GyreArray *array, gsize index)
{
  g_autofree char *position = NULL;

  for (guint dimension = array->rank; dimension-- > 0; index /= array->shape[dimension])
    {
      char *longer = g_strdup_printf ("%" G_GSIZE_FORMAT "%s%s", index % array->shape[dimension],
                                      position != NULL ? "," : "", position != NULL ? position : "");
      g_free (position);
      position = longer;
    }
  return g_strconcat ("element ", position, NULL);
}

static gboolean
refuse_element (const GyreTrait *trait, const GyreArray *array, gsize index, GError **error)
{
  g_autofree char *rules = gyre_trait_describe_constraints (trait);
  g_autofree char *position = dup_position (array, index);
  char buffer[GYRE_REAL_TEXT_SIZE];

  gyre_value_error_set (error, GYRE_VALUE_ERROR_CONSTRAINT, GYRE_VALUE_ERROR_NOWHERE, NULL, "%s must be %s, is %s",
                        position, rules, gyre_real_to_string (array->values[index], buffer));
  return FALSE;
}

/* gyre_constraints_find: the first number of an array that is out of bounds. Returns whether there is one. */
gboolean
gyre_constraints_find (const GyreTrait *trait, const GyreArray *array, gsize *index)
{
  if (!trait->bounded)
    return FALSE;
  for (*index = 0; *index < array->length; *index += 1)
    if (!(array->values[*index] >= trait->real.minimum && array->values[*index] <= trait->real.maximum))
      return TRUE;
  return FALSE;
}

static gboolean
bounds_hold (const GyreTrait *trait, GyreValue value, GError **error)
{
  GyreValue found = value;
  gsize index;

  if (trait->kind == &gyre_kind_array)
    return !gyre_constraints_find (trait, value.array, &index) || refuse_element (trait, value.array, index, error);
  if (gyre_kind_is_a (trait->kind, &gyre_kind_quantity) && trait->units != NULL
      && !gyre_quantity_convert ((GyreQuantity) { value.real, value.dimension }, trait->units, &value.real, error))
    return FALSE;
  if (trait->whole ? gyre_storage_compare (gyre_kind_integer_storage (trait), value.integer, trait->integer.minimum) >= 0
                     && gyre_storage_compare (gyre_kind_integer_storage (trait), value.integer, trait->integer.maximum) <= 0
                   : value.real >= trait->real.minimum && value.real <= trait->real.maximum)
    return TRUE;
  return refuse (trait, found, error);
}

static gboolean
is_empty (const GyreTrait *trait, GyreValue value)
{
  if (gyre_container_is (trait))
    return gyre_container_get_length (trait, value) == 0;
  if (trait->kind == &gyre_kind_array)
    return value.array->length == 0;
  return gyre_kind_is_a (trait->kind, &gyre_kind_string) && *value.string == '\0';
}

static gboolean
compile_member (const GyreTrait *trait, const char *text, Rules *rules)
{
  GyreValue value = GYRE_NONE;

  if (!trait->kind->parse (trait, text, &value, &rules->problem))
    return FALSE;
  g_ptr_array_add (rules->members, trait->kind->print (trait, value));
  if (trait->kind->compare != NULL)
    g_array_append_val (rules->values, value);
  else
    gyre_kind_clear (trait->kind, &value);
  return TRUE;
}

/* Each member is read as a value of the trait and printed again, so that `1e3` in the list allows 1000. */
static void
compile_members (const GyreTrait *trait, Rules *rules)
{
  g_autoptr (GyreLiteral) literal = gyre_literal_parse_list (gyre_trait_get_options (trait)->member, &rules->problem);
  const GyreLiteral *element = literal != NULL ? gyre_literal_get_first (literal) : NULL;
  gboolean fine = literal != NULL;

  rules->members = g_ptr_array_new_with_free_func (g_free);
  rules->values = g_array_new (FALSE, FALSE, sizeof (GyreValue));
  for (; fine && element != NULL; element = gyre_literal_get_next (element))
    {
      g_autofree char *text = gyre_literal_dup_text (element);
      fine = compile_member (trait, text, rules);
    }
  if (!fine)
    g_prefix_error (&rules->problem, "has a rule .member that cannot be read: ");
}

/* As it stands first, as `a)(b` would be an expression between our parentheses. */
static void
compile_expression (const GyreTrait *trait, Rules *rules)
{
  g_autofree char *whole = g_strdup_printf ("\\A(?:%s)\\z", gyre_trait_get_options (trait)->like);
  g_autoptr (GRegex) alone = g_regex_new (gyre_trait_get_options (trait)->like, G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT,
                                          &rules->problem);

  if (alone != NULL)
    rules->expression = g_regex_new (whole, G_REGEX_OPTIMIZE, G_REGEX_MATCH_DEFAULT, &rules->problem);
  if (rules->expression == NULL)
    g_prefix_error (&rules->problem, "has a rule .like that cannot be read: ");
}

static gboolean
has_text_rules (const GyreTrait *trait)
{
  return trait->options != NULL && (trait->options->member != NULL || trait->options->like != NULL);
}

static Rules *
compile_rules (const GyreTrait *trait)
{
  gpointer *place = (gpointer *) &trait->options->compiled;

  if (g_once_init_enter (place))
    {
      Rules *rules = g_new0 (Rules, 1);
      if (gyre_trait_get_options (trait)->member != NULL)
        compile_members (trait, rules);
      if (gyre_trait_get_options (trait)->like != NULL && rules->problem == NULL)
        compile_expression (trait, rules);
      g_once_init_leave (place, rules);
    }
  return trait->options->compiled;
}

static gboolean
rules_make_sense (const Rules *rules, GError **error)
{
  if (rules->problem == NULL)
    return TRUE;
  gyre_value_error_set (error, GYRE_VALUE_ERROR_CONSTRAINT, GYRE_VALUE_ERROR_NOWHERE, NULL, "%s", rules->problem->message);
  return FALSE;
}

static gboolean
refuse_rule (const GyreTrait *trait, const char *rule, GError **error)
{
  g_autofree char *kind = gyre_trait_dup_kind_text (trait);

  gyre_value_error_set (error, GYRE_VALUE_ERROR_CONSTRAINT, GYRE_VALUE_ERROR_NOWHERE, NULL,
                        "has a rule %s, which says nothing about the kind %s", rule, kind);
  return FALSE;
}

/* gyre_constraints_check: whether the rules of a declaration make sense together and for the kind. */
gboolean
gyre_constraints_check (const GyreTrait *trait, GError **error)
{
  const GyreTrait *subject = trait->element != NULL ? trait->element : trait;
  gboolean is_text = gyre_kind_is_a (subject->kind, &gyre_kind_string);
  gboolean is_number = subject->whole || subject->kind == &gyre_kind_array || gyre_kind_is_a (subject->kind, &gyre_kind_real)
                       || gyre_kind_is_a (subject->kind, &gyre_kind_quantity) || gyre_bound_has_sign (subject->kind);

  if (subject->kind->check_options != NULL && !subject->kind->check_options (subject, error))
    return FALSE;
  if (subject->misbounded || (trait->misbounded && !subject->is_element))
    return refuse_rule (trait, ".minimum or .maximum", error);
  if ((subject->constraints & (GYRE_POSITIVE | GYRE_NOT_NEGATIVE)) && !is_number)
    return refuse_rule (trait, subject->constraints & GYRE_POSITIVE ? "GYRE_POSITIVE" : "GYRE_NOT_NEGATIVE", error);
  if ((trait->constraints & GYRE_NOT_EMPTY) && !is_text && trait->element == NULL && trait->kind != &gyre_kind_array)
    return refuse_rule (trait, "GYRE_NOT_EMPTY", error);
  if (gyre_trait_get_options (subject)->like != NULL && !is_text)
    return refuse_rule (trait, ".like", error);
  if (subject->bounded && (subject->whole ? gyre_storage_compare (gyre_kind_integer_storage (subject), subject->integer.minimum, subject->integer.maximum) > 0
                                          : !(subject->real.minimum <= subject->real.maximum)))
    {
      g_autofree char *rules = gyre_trait_describe_constraints (trait);
      gyre_value_error_set (error, GYRE_VALUE_ERROR_CONSTRAINT, GYRE_VALUE_ERROR_NOWHERE, NULL,
                            "has rules that no value keeps: %s", rules);
      return FALSE;
    }
  if (has_text_rules (subject) && !rules_make_sense (compile_rules (subject), error))
    return FALSE;
  return gyre_rule_check (trait, error) && (subject == trait || gyre_rule_check (subject, error));
}

static gboolean
is_member (const GyreTrait *trait, const Rules *rules, GyreValue value)
{
  g_autofree char *text = NULL;

  for (guint index = 0; index < rules->values->len; index++)
    if (trait->kind->compare (g_array_index (rules->values, GyreValue, index), value) == 0)
      return TRUE;
  text = trait->kind->print (trait, value);
  return g_ptr_array_find_with_equal_func (rules->members, text, g_str_equal, NULL);
}

static gboolean
refuse_member (const GyreTrait *trait, const Rules *rules, GyreValue value, GError **error)
{
  g_autofree char *text = gyre_rule_dup_shown (trait, value);
  g_autoptr (GPtrArray) words = g_ptr_array_copy (rules->members, NULL, NULL);
  g_autofree char *hint = NULL;

  g_ptr_array_set_free_func (words, NULL);
  g_ptr_array_add (words, NULL);
  hint = gyre_name_suggest (text, (const char * const *) words->pdata);
  gyre_value_error_set (error, GYRE_VALUE_ERROR_CONSTRAINT, GYRE_VALUE_ERROR_NOWHERE, hint, "must be one of %s, is %s",
                        gyre_trait_get_options (trait)->member, text);
  return FALSE;
}

/* Checks a present value against the rules that the declaration gives. */
gboolean
gyre_constraints_hold (const GyreTrait *trait, GyreValue value, GError **error)
{
  if (trait->options != NULL && !gyre_rule_holds (trait, value, error))
    return FALSE;
  if (trait->bounded && !bounds_hold (trait, value, error))
    return FALSE;
  if ((trait->constraints & GYRE_NOT_EMPTY) && is_empty (trait, value))
    {
      gyre_value_error_set (error, GYRE_VALUE_ERROR_CONSTRAINT, GYRE_VALUE_ERROR_NOWHERE, NULL, "must not be empty");
      return FALSE;
    }
  if (trait->element != NULL || !has_text_rules (trait))
    return TRUE;

  Rules *rules = compile_rules (trait);
  if (!rules_make_sense (rules, error))
    return FALSE;
  if (gyre_trait_get_options (trait)->member != NULL && !is_member (trait, rules, value))
    return refuse_member (trait, rules, value, error);
  if (rules->expression != NULL && !g_regex_match (rules->expression, value.string, 0, NULL))
    return refuse (trait, value, error);
  return TRUE;
}
