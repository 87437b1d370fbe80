/* gyre-expression-private.h: The steps that a text is compiled to
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Steps work on a stack of terms. Jumps lead forward only, so an expression ends after at most as many steps as it has; what
 * steps do with texts and lists is counted against GYRE_EXPRESSION_MAXIMUM_WORK.
 */
#pragma once

#include "gyre-expression.h"
#include "gyre-operand-private.h"
#include "gyre-term-private.h"
#include "gyre-trait.h"

typedef enum
{
  GYRE_STEP_CONSTANT,      /* pushes constants[operand] */
  GYRE_STEP_INPUT,         /* pushes inputs[operand] */
  GYRE_STEP_ADD,
  GYRE_STEP_SUBTRACT,
  GYRE_STEP_MULTIPLY,
  GYRE_STEP_DIVIDE,
  GYRE_STEP_FLOOR,
  GYRE_STEP_REMAINDER,
  GYRE_STEP_POWER,
  GYRE_STEP_LESS,
  GYRE_STEP_LESS_OR_EQUAL,
  GYRE_STEP_GREATER,
  GYRE_STEP_GREATER_OR_EQUAL,
  GYRE_STEP_EQUAL,
  GYRE_STEP_DIFFERENT,
  GYRE_STEP_NEGATE,
  GYRE_STEP_PLUS,          /* checks that there is a number */
  GYRE_STEP_NOT,
  GYRE_STEP_BOOLEAN,       /* checks that there is yes or no */
  GYRE_STEP_AND,           /* jumps over operand steps when there is no; takes yes away */
  GYRE_STEP_OR,            /* jumps over operand steps when there is yes; takes no away */
  GYRE_STEP_UNLESS,        /* takes yes or no away; jumps over operand steps when it was no */
  GYRE_STEP_JUMP,          /* jumps over operand steps */
  GYRE_STEP_LIST,          /* makes a list of operand terms */
  GYRE_STEP_INDEX,
  GYRE_STEP_CALL,          /* calls function with operand terms */
  GYRE_STEP_JOIN,          /* makes a text of operand terms */
} GyreStepCode;

typedef struct
{
  guint16 code;
  guint16 function;
  guint32 operand;
  guint32 place;           /* bytes before it in the text */
} GyreStep;

struct _GyreExpression
{
  gint references;
  guint n_steps;
  guint n_constants;
  guint n_names;
  guint depth;             /* terms on the stack, at most */
  gsize length;
  GyreStep *steps;
  GyreTerm *constants;
  char **names;
  guint32 *places;         /* of the names, in bytes */
  char *text;
};

/* What an evaluation may still do. */
typedef struct
{
  gint64 work;
  GError **error;
} GyreEvaluation;

gboolean gyre_evaluation_refuse    (GyreEvaluation *evaluation,
                                    GyreValueError  code,
                                    const char     *hint,
                                    const char     *format,
                                    ...) G_GNUC_PRINTF (4, 5);
gboolean gyre_evaluation_spend     (GyreEvaluation *evaluation,
                                    gsize           work);

/* Each puts the result into @left, and clears both when there were texts or lists. */
gboolean gyre_term_calculate       (GyreTerm       *left,
                                    GyreStepCode    code,
                                    GyreTerm       *right,
                                    GyreEvaluation *evaluation);
gboolean gyre_term_compare         (GyreTerm       *left,
                                    GyreStepCode    code,
                                    GyreTerm       *right,
                                    GyreEvaluation *evaluation);
gboolean gyre_term_order           (const GyreTerm *left,
                                    const GyreTerm *right,
                                    gboolean       *unordered,
                                    int            *order,
                                    GyreEvaluation *evaluation);
gboolean gyre_term_negate          (GyreTerm       *term,
                                    GyreEvaluation *evaluation);

/* The functions: a number for each name, -1 for none. */
gint     gyre_function_find        (const char     *name,
                                    gsize           length);
const char * const *gyre_function_get_names (void);
gboolean gyre_function_check       (guint           function,
                                    guint           n_arguments,
                                    GError        **error);
gboolean gyre_function_call        (guint           function,
                                    const GyreTerm *arguments,
                                    guint           n_arguments,
                                    GyreTerm       *result,
                                    GyreEvaluation *evaluation);

GyreExpression *gyre_expression_new_empty (const char *text,
                                    gssize          length,
                                    GError        **error);
gboolean gyre_expression_compile   (GyreExpression *expression,
                                    GyreExpressionForm form,
                                    const GyreTrait *trait,
                                    GError        **error);
gsize    gyre_expression_count     (const char     *text,
                                    gsize           bytes);
