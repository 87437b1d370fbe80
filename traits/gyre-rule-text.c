/* gyre-rule-text.c: What rules say, in words
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-real.h"
#include "gyre-rule-private.h"

#include <math.h>

/* gyre_rule_parameter_to_text: a number or text as it was declared. */
char *
gyre_rule_parameter_to_text (const GyreRuleParameter *parameter)
{
  char buffer[GYRE_REAL_TEXT_SIZE];

  if (parameter->text != NULL)
    return g_strdup (parameter->text);
  if (fabsl (parameter->number) < 0x1p63L && parameter->number == (long double) (gint64) parameter->number)
    return g_strdup_printf ("%" G_GINT64_FORMAT, (gint64) parameter->number);
  return g_strdup (gyre_real_to_string ((double) parameter->number, buffer));
}

static char *
join_parts (const GyreRule *rule, const char *word)
{
  GString *text = g_string_new (NULL);

  for (const GyreRule * const *part = rule->parts; *part != NULL; part++)
    {
      g_autofree char *said = gyre_rule_to_text (*part);
      g_string_append_printf (text, "%s(%s)", text->len > 0 ? word : "", said);
    }
  return g_string_free (text, FALSE);
}

static char *
negate (const GyreRule *rule)
{
  g_autofree char *said = gyre_rule_to_text (rule->parts[0]);

  return g_strdup_printf (rule->parts[0]->parts != NULL ? "not (%s)" : "not %s", said);
}

/**
 * gyre_rule_to_text: (skip)
 * @rule: a rule
 *
 * Returns: (transfer full): the rule for a person: "(greater than 0) and (not equal to 3)"
 *
 * Since: 0.1
 */
char *
gyre_rule_to_text (const GyreRule *rule)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  g_return_val_if_fail (rule != NULL, NULL);

  first = gyre_rule_parameter_to_text (&rule->first);
  second = gyre_rule_parameter_to_text (&rule->second);
  switch (rule->sort)
    {
    case GYRE_RULE_EQUAL_TO: return g_strdup_printf ("equal to %s", first);
    case GYRE_RULE_GREATER_THAN: return g_strdup_printf ("greater than %s", first);
    case GYRE_RULE_AT_LEAST: return g_strdup_printf ("at least %s", first);
    case GYRE_RULE_LESS_THAN: return g_strdup_printf ("less than %s", first);
    case GYRE_RULE_AT_MOST: return g_strdup_printf ("at most %s", first);
    case GYRE_RULE_BETWEEN: return g_strdup_printf ("between %s and %s, without these", first, second);
    case GYRE_RULE_IN_RANGE: return g_strdup_printf ("at least %s and less than %s", first, second);
    case GYRE_RULE_POSITIVE: return g_strdup ("positive");
    case GYRE_RULE_NOT_NEGATIVE: return g_strdup ("at least 0");
    case GYRE_RULE_NEGATIVE: return g_strdup ("negative");
    case GYRE_RULE_MEMBER: return g_strdup_printf ("one of %s", first);
    case GYRE_RULE_SUBSET: return g_strdup_printf ("a subset of %s", first);
    case GYRE_RULE_LIKE: return g_strdup_printf ("like '%s'", first);
    case GYRE_RULE_NOT_EMPTY: return g_strdup ("not empty");
    case GYRE_RULE_LENGTH_AT_LEAST: return g_strdup_printf ("of a length of at least %s", first);
    case GYRE_RULE_LENGTH_AT_MOST: return g_strdup_printf ("of a length of at most %s", first);
    case GYRE_RULE_NOT: return negate (rule);
    case GYRE_RULE_ALL: return join_parts (rule, " and ");
    case GYRE_RULE_ANY:
    default: return join_parts (rule, " or ");
    }
}
