/* gyre-rule.h: Rules that can be combined
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A rule is constant data that a row of a table points to:
 *
 *     gyre_real (ratio, 1, .rule = GYRE_ALL_OF (GYRE_GREATER_THAN (0), GYRE_NOT (GYRE_EQUAL_TO (3))))
 *
 * A parameter is a number, in the units of the trait, or a text that the kind reads: `GYRE_AT_MOST ("2 h")`.
 */
#pragma once

#include "gyre-trait.h"

GYRE_BEGIN_DECLARATIONS

/**
 * GyreRuleSort: (skip)
 * @GYRE_RULE_EQUAL_TO: the very value
 * @GYRE_RULE_GREATER_THAN: beyond a bound
 * @GYRE_RULE_AT_LEAST: a bound or beyond it
 * @GYRE_RULE_LESS_THAN: before a bound
 * @GYRE_RULE_AT_MOST: a bound or before it
 * @GYRE_RULE_BETWEEN: between two bounds, which are excluded
 * @GYRE_RULE_IN_RANGE: from the first bound to before the second
 * @GYRE_RULE_POSITIVE: greater than 0
 * @GYRE_RULE_NOT_NEGATIVE: at least 0, which pyre calls positive
 * @GYRE_RULE_NEGATIVE: less than 0
 * @GYRE_RULE_MEMBER: one of a list
 * @GYRE_RULE_SUBSET: a container all of whose elements are of a list
 * @GYRE_RULE_LIKE: a text that an expression matches as a whole
 * @GYRE_RULE_NOT_EMPTY: a text or container with something in it
 * @GYRE_RULE_LENGTH_AT_LEAST: a text with so many characters, a container with so many elements, or more
 * @GYRE_RULE_LENGTH_AT_MOST: with so many or fewer
 * @GYRE_RULE_NOT: what breaks another rule
 * @GYRE_RULE_ALL: what keeps all of several
 * @GYRE_RULE_ANY: what keeps one of several
 *
 * Since: 0.1
 */
typedef enum
{
  GYRE_RULE_EQUAL_TO = 1,
  GYRE_RULE_GREATER_THAN,
  GYRE_RULE_AT_LEAST,
  GYRE_RULE_LESS_THAN,
  GYRE_RULE_AT_MOST,
  GYRE_RULE_BETWEEN,
  GYRE_RULE_IN_RANGE,
  GYRE_RULE_POSITIVE,
  GYRE_RULE_NOT_NEGATIVE,
  GYRE_RULE_NEGATIVE,
  GYRE_RULE_MEMBER,
  GYRE_RULE_SUBSET,
  GYRE_RULE_LIKE,
  GYRE_RULE_NOT_EMPTY,
  GYRE_RULE_LENGTH_AT_LEAST,
  GYRE_RULE_LENGTH_AT_MOST,
  GYRE_RULE_NOT,
  GYRE_RULE_ALL,
  GYRE_RULE_ANY,
} GyreRuleSort;

/**
 * GyreRuleParameter: (skip)
 * @number: a number, where @text is %NULL
 * @text: (nullable): a text
 *
 * Since: 0.1
 */
typedef struct
{
  long double number;
  const char *text;
} GyreRuleParameter;

/**
 * GyreRule: (skip)
 * @sort: which rule
 * @first: its parameter
 * @second: the other bound of a range
 * @parts: (nullable): the rules that it combines; %NULL ends them
 *
 * A rule, as constant data. The macros write it. A list that gives no rows for its elements hands a rule on to them, but for
 * the parts that speak of the list: not empty, length, subset.
 *
 * Since: 0.1
 */
struct _GyreRule
{
  GyreRuleSort sort;
  GyreRuleParameter first;
  GyreRuleParameter second;
  const GyreRule * const *parts;
};

#ifndef __GI_SCANNER__
#define GYRE_RULE_PARAMETER(value) \
  { .number = _Generic ((value), char *: 0, const char *: 0, default: (value)), \
    .text = _Generic ((value), char *: (value), const char *: (value), default: NULL) }
#define GYRE_RULE(...) (&(const GyreRule) { __VA_ARGS__ })
#define GYRE_RULE_OF(sort_, value) GYRE_RULE (.sort = GYRE_RULE_##sort_, .first = GYRE_RULE_PARAMETER (value))
#define GYRE_RULE_OF_PARTS(sort_, ...) \
  GYRE_RULE (.sort = GYRE_RULE_##sort_, .parts = (const GyreRule * const[]) { __VA_ARGS__, NULL })

#define GYRE_EQUAL_TO(value) GYRE_RULE_OF (EQUAL_TO, value)
#define GYRE_GREATER_THAN(value) GYRE_RULE_OF (GREATER_THAN, value)
#define GYRE_AT_LEAST(value) GYRE_RULE_OF (AT_LEAST, value)
#define GYRE_LESS_THAN(value) GYRE_RULE_OF (LESS_THAN, value)
#define GYRE_AT_MOST(value) GYRE_RULE_OF (AT_MOST, value)
#define GYRE_BETWEEN(low, high) \
  GYRE_RULE (.sort = GYRE_RULE_BETWEEN, .first = GYRE_RULE_PARAMETER (low), .second = GYRE_RULE_PARAMETER (high))
#define GYRE_IN_RANGE(low, high) \
  GYRE_RULE (.sort = GYRE_RULE_IN_RANGE, .first = GYRE_RULE_PARAMETER (low), .second = GYRE_RULE_PARAMETER (high))
#define GYRE_IS_POSITIVE GYRE_RULE (.sort = GYRE_RULE_POSITIVE)
#define GYRE_IS_NOT_NEGATIVE GYRE_RULE (.sort = GYRE_RULE_NOT_NEGATIVE)
#define GYRE_IS_NEGATIVE GYRE_RULE (.sort = GYRE_RULE_NEGATIVE)
#define GYRE_MEMBER_OF(list) GYRE_RULE (.sort = GYRE_RULE_MEMBER, .first = { .text = (list) })
#define GYRE_SUBSET_OF(list) GYRE_RULE (.sort = GYRE_RULE_SUBSET, .first = { .text = (list) })
#define GYRE_LIKE(expression) GYRE_RULE (.sort = GYRE_RULE_LIKE, .first = { .text = (expression) })
#define GYRE_IS_NOT_EMPTY GYRE_RULE (.sort = GYRE_RULE_NOT_EMPTY)
#define GYRE_LENGTH_AT_LEAST(length) GYRE_RULE (.sort = GYRE_RULE_LENGTH_AT_LEAST, .first = { .number = (length) })
#define GYRE_LENGTH_AT_MOST(length) GYRE_RULE (.sort = GYRE_RULE_LENGTH_AT_MOST, .first = { .number = (length) })
#define GYRE_NOT(rule) GYRE_RULE_OF_PARTS (NOT, rule)
#define GYRE_ALL_OF(...) GYRE_RULE_OF_PARTS (ALL, __VA_ARGS__)
#define GYRE_ANY_OF(...) GYRE_RULE_OF_PARTS (ANY, __VA_ARGS__)
#endif

char *gyre_rule_to_text (const GyreRule *rule);

GYRE_END_DECLARATIONS
