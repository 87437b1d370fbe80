/* gyre-constraint.h: The rules that a trait's values keep
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-trait.h"

GYRE_BEGIN_DECLARATIONS

/**
 * GyreConstraintSort:
 * @GYRE_CONSTRAINT_AT_LEAST: a number has a least value
 * @GYRE_CONSTRAINT_AT_MOST: a number has a greatest value
 * @GYRE_CONSTRAINT_POSITIVE: a number is greater than 0
 * @GYRE_CONSTRAINT_MEMBER: the value is one of a list
 * @GYRE_CONSTRAINT_LIKE: the whole text matches a regular expression
 * @GYRE_CONSTRAINT_NOT_EMPTY: there is something in it
 * @GYRE_CONSTRAINT_EQUAL_TO: it is the very value
 * @GYRE_CONSTRAINT_GREATER_THAN: it is beyond a bound
 * @GYRE_CONSTRAINT_LESS_THAN: it is before a bound
 * @GYRE_CONSTRAINT_BETWEEN: it is between two bounds, which are excluded
 * @GYRE_CONSTRAINT_IN_RANGE: it is at least the first bound and less than the second
 * @GYRE_CONSTRAINT_NOT_NEGATIVE: a number is at least 0
 * @GYRE_CONSTRAINT_NEGATIVE: a number is less than 0
 * @GYRE_CONSTRAINT_SUBSET: all elements are of a list
 * @GYRE_CONSTRAINT_LENGTH_AT_LEAST: a text or container has a least length
 * @GYRE_CONSTRAINT_LENGTH_AT_MOST: a text or container has a greatest length
 * @GYRE_CONSTRAINT_NOT: its part is broken
 * @GYRE_CONSTRAINT_ALL: all its parts are kept
 * @GYRE_CONSTRAINT_ANY: one of its parts is kept
 *
 * Since: 0.1
 */
typedef enum
{
  GYRE_CONSTRAINT_AT_LEAST,
  GYRE_CONSTRAINT_AT_MOST,
  GYRE_CONSTRAINT_POSITIVE,
  GYRE_CONSTRAINT_MEMBER,
  GYRE_CONSTRAINT_LIKE,
  GYRE_CONSTRAINT_NOT_EMPTY,
  GYRE_CONSTRAINT_EQUAL_TO,
  GYRE_CONSTRAINT_GREATER_THAN,
  GYRE_CONSTRAINT_LESS_THAN,
  GYRE_CONSTRAINT_BETWEEN,
  GYRE_CONSTRAINT_IN_RANGE,
  GYRE_CONSTRAINT_NOT_NEGATIVE,
  GYRE_CONSTRAINT_NEGATIVE,
  GYRE_CONSTRAINT_SUBSET,
  GYRE_CONSTRAINT_LENGTH_AT_LEAST,
  GYRE_CONSTRAINT_LENGTH_AT_MOST,
  GYRE_CONSTRAINT_NOT,
  GYRE_CONSTRAINT_ALL,
  GYRE_CONSTRAINT_ANY,
} GyreConstraintSort;

/**
 * GyreConstraint:
 * @sort: which rule
 * @parameter: (nullable): its parameter as text: the bound, the list, the expression
 * @second: (nullable): the other bound of a range
 * @parts: (element-type GyreConstraint) (nullable): the rules that it combines
 *
 * One rule of a trait, as pages and schemas show it.
 *
 * Since: 0.1
 */
typedef struct
{
  GyreConstraintSort sort;
  char *parameter;
  char *second;
  GPtrArray *parts;
  /*< private >*/
  char *text;
} GyreConstraint;

#define GYRE_TYPE_CONSTRAINT (gyre_constraint_get_type ())
GType           gyre_constraint_get_type (void);
GyreConstraint *gyre_constraint_copy     (const GyreConstraint *constraint);
void            gyre_constraint_free     (GyreConstraint       *constraint);
char           *gyre_constraint_to_string (const GyreConstraint *constraint);

GPtrArray      *gyre_trait_list_constraints     (const GyreTrait *trait);
char           *gyre_trait_describe_constraints (const GyreTrait *trait);
void            gyre_trait_describe_constraint_schema (const GyreTrait *trait,
                                                 GVariantBuilder *builder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GyreConstraint, gyre_constraint_free)

GYRE_END_DECLARATIONS
