/* gyre-expression.h: What a text with references computes
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-term.h"

GYRE_BEGIN_DECLARATIONS

/**
 * GyreExpressionForm: (skip)
 * @GYRE_EXPRESSION_COMPUTED: the whole text is an expression: `{a.b} * 2 + 1`, `max({x}, 30 ms)`, `({a}, {b})`
 * @GYRE_EXPRESSION_WRITTEN: a text in which the value of each `{…}` stands for it: `/data/{run.name}.txt`. What is between the
 *   braces is a reference, or an expression if it is none: `{ {a.n} + 1 }`
 *
 * How a text is read.
 *
 * Since: 0.1
 */
typedef enum
{
  GYRE_EXPRESSION_COMPUTED,
  GYRE_EXPRESSION_WRITTEN,
} GyreExpressionForm;

/**
 * GyreExpression: (skip)
 *
 * A compiled text: a list of steps and the names that it refers to. It runs no code of anybody, reads no file and no
 * environment, and ends. Counted; it never changes, so any thread may use it.
 *
 * Since: 0.1
 */
typedef struct _GyreExpression GyreExpression;

/**
 * GYRE_EXPRESSION_MAXIMUM_LENGTH: (skip)
 *
 * The longest text, in bytes, that is compiled.
 *
 * Since: 0.1
 */
#define GYRE_EXPRESSION_MAXIMUM_LENGTH 1048576

/**
 * GYRE_EXPRESSION_MAXIMUM_DEPTH: (skip)
 *
 * How deep brackets, signs, powers and conditions may nest.
 *
 * Since: 0.1
 */
#define GYRE_EXPRESSION_MAXIMUM_DEPTH 128

/**
 * GYRE_EXPRESSION_MAXIMUM_WORK: (skip)
 *
 * How much one evaluation may do: a step counts 1, so does each term of a list that it looks at, and each 16 bytes of a text.
 *
 * Since: 0.1
 */
#define GYRE_EXPRESSION_MAXIMUM_WORK 1048576

/**
 * GYRE_EXPRESSION_MAXIMUM_WORDS: (skip)
 *
 * How many words a text may have that are compiled: numbers, names, operators, brackets.
 *
 * Since: 0.1
 */
#define GYRE_EXPRESSION_MAXIMUM_WORDS 131072

/**
 * GYRE_EXPRESSION_MAXIMUM_TEXTS: (skip)
 *
 * How deep texts may stand in the braces of texts.
 *
 * Since: 0.1
 */
#define GYRE_EXPRESSION_MAXIMUM_TEXTS 4

/* Whether a text has a reference in it: a brace that is not doubled. What has none needs no expression. */
gboolean        gyre_text_has_references            (const char           *text,
                                                     gssize                length);

/* Errors know their offset in characters. */
GyreExpression *gyre_expression_new                 (const char           *text,
                                                     gssize                length,
                                                     GyreExpressionForm    form,
                                                     GError              **error);
GyreExpression *gyre_expression_ref                 (GyreExpression       *expression);
void            gyre_expression_unref               (GyreExpression       *expression);

/* The names between braces as they are written, each once: `a.b`, `.sibling`, `..uncle.trait`. */
guint           gyre_expression_get_length          (const GyreExpression *expression);
const char     *gyre_expression_get_name            (const GyreExpression *expression,
                                                     guint                 index);
gsize           gyre_expression_get_offset          (const GyreExpression *expression,
                                                     guint                 index);

/* The whole name that a relative one means for a trait of @owner: one dot is @owner's own trait, each further dot goes one name
 * further out. NULL when there is no further out. */
char           *gyre_reference_resolve              (const char           *name,
                                                     const char           *owner);

/* Computes it. @inputs has one borrowed term for each name, in their order; none of them is undefined. The result is owned
 * by the caller. Fails with %GYRE_VALUE_ERROR, at the offset of the step that failed. */
gboolean        gyre_expression_evaluate            (const GyreExpression *expression,
                                                     const GyreTerm       *inputs,
                                                     GyreTerm             *result,
                                                     GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GyreExpression, gyre_expression_unref)

GYRE_END_DECLARATIONS
