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
} GyreConstraintSort;

/**
 * GyreConstraint:
 * @sort: which rule
 * @parameter: (nullable): its parameter as text: the bound, the list, the expression
 *
 * One rule of a trait, as pages and schemas show it.
 *
 * Since: 0.1
 */
typedef struct
{
  GyreConstraintSort sort;
  char *parameter;
} GyreConstraint;

#define GYRE_TYPE_CONSTRAINT (gyre_constraint_get_type ())
GType           gyre_constraint_get_type (void);
GyreConstraint *gyre_constraint_copy     (const GyreConstraint *constraint);
void            gyre_constraint_free     (GyreConstraint       *constraint);
char           *gyre_constraint_to_string (const GyreConstraint *constraint);

GPtrArray      *gyre_trait_list_constraints     (const GyreTrait *trait);
char           *gyre_trait_describe_constraints (const GyreTrait *trait);

GYRE_END_DECLARATIONS
