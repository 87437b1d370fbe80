/* gyre-expression-compiler-private.h: What is known while a text is compiled
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-expression-private.h"
#include "gyre-expression-scanner-private.h"

/* A constant that may still be computed with: whole numbers have more than 64 bits until then. */
typedef struct
{
  GyreTerm term;
  GyreOperand wide;        /* of a plain number */
  double offset;           /* of a unit: the zero of its scale */
  gboolean is_plain;
  gboolean has_zero;       /* of a scale of temperatures that does not begin at the absolute zero */
} GyreConstant;

typedef struct
{
  const char *text;        /* the whole text */
  const char *end;         /* of what is being read */
  GyreToken token;         /* what stands at the cursor */
  GArray *steps;
  GArray *constants;
  GPtrArray *names;
  GArray *places;
  GHashTable *numbers;     /* of the names */
  guint stacked;
  guint highest;
  guint depth;
  guint words;
  guint texts;             /* that we are in */
  guint64 moved;           /* steps of conditions */
  gboolean takes_unit;     /* a unit may follow */
  gboolean is_unit;        /* a unit has just been read */
  GError **error;
} GyreCompiler;

gboolean gyre_compiler_refuse         (GyreCompiler   *self,
                                       const char     *place,
                                       GyreValueError  code,
                                       const char     *hint,
                                       const char     *format,
                                       ...) G_GNUC_PRINTF (5, 6);
gboolean gyre_compiler_advance        (GyreCompiler   *self);
gboolean gyre_compiler_count          (GyreCompiler   *self,
                                       const char     *place);
void     gyre_compiler_push           (GyreCompiler   *self,
                                       guint           count);
guint    gyre_compiler_emit           (GyreCompiler   *self,
                                       GyreStepCode    code,
                                       guint           operand,
                                       const char     *place);
void     gyre_compiler_add_constant   (GyreCompiler   *self,
                                       GyreConstant    constant,
                                       const char     *place);
gboolean gyre_compiler_add_reference  (GyreCompiler   *self,
                                       const char     *start,
                                       const char     *end);
gboolean gyre_compiler_fold           (GyreCompiler   *self,
                                       guint           start,
                                       guint           middle,
                                       GyreStepCode    code,
                                       const char     *place);
gboolean gyre_compiler_place_scale    (GyreCompiler   *self,
                                       guint           start,
                                       const char     *place);
gboolean gyre_compiler_settle         (GyreCompiler   *self);

/* The grammar: an expression between two places, and a text with references. */
gboolean gyre_compiler_read_expression (GyreCompiler  *self,
                                       const char     *start,
                                       const char     *end);
gboolean gyre_compiler_read_text      (GyreCompiler   *self,
                                       const char     *start,
                                       const char     *end,
                                       gboolean        is_quoted);
gboolean gyre_compiler_read_number    (GyreCompiler   *self);
gboolean gyre_compiler_read_word      (GyreCompiler   *self);
gboolean gyre_compiler_read_unit      (GyreCompiler   *self);
gboolean gyre_compiler_read_call      (GyreCompiler   *self,
                                       guint           function);
gboolean gyre_compiler_read_items     (GyreCompiler   *self,
                                       const char     *closing,
                                       guint           length,
                                       guint          *count);
gboolean gyre_compiler_read_container (GyreCompiler   *self,
                                       const GyreTrait *trait);
