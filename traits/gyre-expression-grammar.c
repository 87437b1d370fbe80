/* gyre-expression-grammar.c: The grammar of expressions
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A parser by ranks of operators, as Python has them, and a unit behind a number binds stronger than a sign and weaker than
 * a power: `-2 m**2` is the negative of two square metres. It calls itself for what is in brackets or behind an operator, and
 * nests at most GYRE_EXPRESSION_MAXIMUM_DEPTH deep.
 */
#include "gyre-expression-compiler-private.h"

#include <string.h>

typedef enum
{
  RANK_CONDITION,
  RANK_OR,
  RANK_AND,
  RANK_NOT,
  RANK_COMPARISON,
  RANK_SUM,
  RANK_PRODUCT,
  RANK_SIGN,
  RANK_UNIT,
  RANK_POWER,
} Rank;

static const struct
{
  const char *text;
  Rank rank;
  GyreStepCode code;
} operators[] = {
  { "+", RANK_SUM, GYRE_STEP_ADD }, { "-", RANK_SUM, GYRE_STEP_SUBTRACT }, { "*", RANK_PRODUCT, GYRE_STEP_MULTIPLY },
  { "/", RANK_PRODUCT, GYRE_STEP_DIVIDE }, { "//", RANK_PRODUCT, GYRE_STEP_FLOOR }, { "%", RANK_PRODUCT, GYRE_STEP_REMAINDER },
  { "**", RANK_POWER, GYRE_STEP_POWER }, { "^", RANK_POWER, GYRE_STEP_POWER }, { "<", RANK_COMPARISON, GYRE_STEP_LESS },
  { "<=", RANK_COMPARISON, GYRE_STEP_LESS_OR_EQUAL }, { ">", RANK_COMPARISON, GYRE_STEP_GREATER },
  { ">=", RANK_COMPARISON, GYRE_STEP_GREATER_OR_EQUAL }, { "==", RANK_COMPARISON, GYRE_STEP_EQUAL },
  { "!=", RANK_COMPARISON, GYRE_STEP_DIFFERENT }, { "and", RANK_AND, GYRE_STEP_AND }, { "or", RANK_OR, GYRE_STEP_OR },
  { "if", RANK_CONDITION, GYRE_STEP_UNLESS },
};

static gboolean read_rank (GyreCompiler *self, Rank least);

static gboolean
expect (GyreCompiler *self, const char *expectation, const char *hint)
{
  g_autofree char *found = NULL;

  if (self->token.kind == GYRE_TOKEN_END)
    return gyre_compiler_refuse (self, self->token.start, GYRE_VALUE_ERROR_SYNTAX, hint, "must %s, ends instead", expectation);
  found = g_utf8_substring (self->token.start, 0, MIN (32, g_utf8_strlen (self->token.start, self->token.end - self->token.start)));
  return gyre_compiler_refuse (self, self->token.start, GYRE_VALUE_ERROR_SYNTAX, hint, "must %s, has '%s'", expectation, found);
}

static gint
find_operator (const GyreToken *token)
{
  for (gsize index = 0; index < G_N_ELEMENTS (operators); index++)
    if (gyre_token_is (token, operators[index].text))
      return (gint) index;
  return -1;
}

static gboolean
token_is_keyword (const GyreToken *token)
{
  return gyre_token_is (token, "else") || gyre_token_is (token, "not") || find_operator (token) >= 0;
}

static gboolean
descend (GyreCompiler *self)
{
  if (self->depth == GYRE_EXPRESSION_MAXIMUM_DEPTH)
    return gyre_compiler_refuse (self, self->token.start, GYRE_VALUE_ERROR_SYNTAX, NULL,
                                 "must not nest brackets, signs, powers and conditions deeper than "
                                 G_STRINGIFY (GYRE_EXPRESSION_MAXIMUM_DEPTH));
  self->depth++;
  return TRUE;
}

/* Reads what is nested. Other operands have ranks that rise, so they cannot be deeper than there are ranks. */
static gboolean
read_nested (GyreCompiler *self, Rank least)
{
  gboolean fine = descend (self) && read_rank (self, least);

  self->depth--;
  return fine;
}

/*
 * gyre_compiler_read_items: expressions with commas between them up to a bracket, which is read too. @length of them have been
 * read before. A comma may stand behind the last one.
 */
gboolean
gyre_compiler_read_items (GyreCompiler *self, const char *closing, guint length, guint *count)
{
  while (!gyre_token_is (&self->token, closing))
    {
      if (!read_nested (self, RANK_CONDITION))
        return FALSE;
      length++;
      if (gyre_token_is (&self->token, ","))
        {
          if (!gyre_compiler_advance (self))
            return FALSE;
        }
      else if (!gyre_token_is (&self->token, closing))
        return expect (self, *closing == ')' ? "go on with an operator, ',' or ')'" : "go on with an operator, ',' or ']'", NULL);
    }
  *count = length;
  return gyre_compiler_advance (self);
}

static void
make_list (GyreCompiler *self, guint count, const char *place)
{
  gyre_compiler_emit (self, GYRE_STEP_LIST, count, place);
  self->stacked -= count;
  gyre_compiler_push (self, 1);
  self->takes_unit = self->is_unit = FALSE;
}

/* Parentheses group one expression, and make a list of several or none. */
static gboolean
read_brackets (GyreCompiler *self)
{
  const char *place = self->token.start;
  gboolean is_list = *place == '[';
  guint count = 0;

  if (!gyre_compiler_advance (self))
    return FALSE;
  if (!is_list && !gyre_token_is (&self->token, ")"))
    {
      if (!read_nested (self, RANK_CONDITION))
        return FALSE;
      if (gyre_token_is (&self->token, ")"))
        {
          self->takes_unit = TRUE;
          self->is_unit = FALSE;
          return gyre_compiler_advance (self);
        }
      if (!gyre_token_is (&self->token, ","))
        return expect (self, "go on with an operator, ',' or ')'", NULL);
      if (!gyre_compiler_advance (self))
        return FALSE;
      count = 1;
    }
  if (!gyre_compiler_read_items (self, is_list ? "]" : ")", count, &count))
    return FALSE;
  make_list (self, count, place);
  return TRUE;
}

static gboolean
read_quoted (GyreCompiler *self)
{
  if (self->texts == GYRE_EXPRESSION_MAXIMUM_TEXTS)
    return gyre_compiler_refuse (self, self->token.start, GYRE_VALUE_ERROR_SYNTAX, "name a part of it",
                                 "must not have texts in texts deeper than " G_STRINGIFY (GYRE_EXPRESSION_MAXIMUM_TEXTS));
  self->texts++;
  if (!gyre_compiler_read_text (self, self->token.start + 1, self->token.end - 1, TRUE))
    return FALSE;
  self->texts--;
  self->takes_unit = self->is_unit = FALSE;
  return gyre_compiler_advance (self);
}

static gboolean
read_reference (GyreCompiler *self)
{
  if (!gyre_compiler_add_reference (self, self->token.start + 1, self->token.end - 1))
    return FALSE;
  self->takes_unit = TRUE;
  self->is_unit = FALSE;
  return gyre_compiler_advance (self);
}

/* A sign or `not`, and what it belongs to. */
static gboolean
read_sign (GyreCompiler *self, Rank least)
{
  const char *place = self->token.start;
  gboolean is_not = *place == 'n';
  guint start = self->steps->len;

  if (!gyre_compiler_advance (self) || !read_nested (self, MAX (least, is_not ? RANK_NOT : RANK_SIGN)))
    return FALSE;
  return gyre_compiler_fold (self, start, start, is_not ? GYRE_STEP_NOT : *place == '-' ? GYRE_STEP_NEGATE : GYRE_STEP_PLUS, place);
}

static gboolean
read_operand (GyreCompiler *self, Rank least)
{
  const GyreToken *token = &self->token;

  if (gyre_token_is (token, "-") || gyre_token_is (token, "+") || (gyre_token_is (token, "not") && least <= RANK_NOT))
    return read_sign (self, least);
  if (gyre_token_is (token, "(") || gyre_token_is (token, "["))
    return read_brackets (self);
  if (token->kind == GYRE_TOKEN_NUMBER)
    {
      self->is_unit = FALSE;
      return gyre_compiler_read_number (self);
    }
  if (token->kind == GYRE_TOKEN_REFERENCE)
    return read_reference (self);
  if (token->kind == GYRE_TOKEN_QUOTED)
    return read_quoted (self);
  if (token->kind == GYRE_TOKEN_WORD && !token_is_keyword (token))
    return gyre_compiler_read_word (self);
  return expect (self, "be an expression", NULL);
}

/* The step @jump leads behind the last one. */
static void
land (GyreCompiler *self, guint jump)
{
  g_array_index (self->steps, GyreStep, jump).operand = self->steps->len - jump - 1;
}

static gboolean
read_alternative (GyreCompiler *self, GyreStepCode code, Rank rank, const char *place)
{
  guint jump = gyre_compiler_emit (self, code, 0, place);

  self->stacked--;
  if (!read_rank (self, rank + 1))
    return FALSE;
  gyre_compiler_emit (self, GYRE_STEP_BOOLEAN, code, place);
  land (self, jump);
  return TRUE;
}

/* `a if c else b`: the steps of @c, which come later in the text, go before those of @a. */
static gboolean
read_condition (GyreCompiler *self, guint start, const char *place)
{
  guint length = self->steps->len - start;
  GyreStep *steps;
  guint unless, jump;

  /* Each condition around others moves all of them once more. */
  self->moved += length;
  if (self->moved > GYRE_EXPRESSION_MAXIMUM_WORK)
    return gyre_compiler_refuse (self, place, GYRE_VALUE_ERROR_SYNTAX, "name a part of it",
                                 "must not have so much before the 'if' of conditions around conditions");
  steps = g_memdup2 (&g_array_index (self->steps, GyreStep, start), length * sizeof (GyreStep));
  g_array_set_size (self->steps, start);
  self->stacked--;
  if (!read_nested (self, RANK_OR))
    {
      g_free (steps);
      return FALSE;
    }
  unless = gyre_compiler_emit (self, GYRE_STEP_UNLESS, 0, place);
  g_array_append_vals (self->steps, steps, length);
  g_free (steps);
  jump = gyre_compiler_emit (self, GYRE_STEP_JUMP, 0, place);
  land (self, unless);
  self->stacked--;
  if (!gyre_token_is (&self->token, "else"))
    return expect (self, "go on with an operator or 'else'", "a condition is written 'a if b else c'");
  if (!gyre_compiler_advance (self) || !read_nested (self, RANK_CONDITION))
    return FALSE;
  land (self, jump);
  return TRUE;
}

static gboolean
read_index (GyreCompiler *self)
{
  const char *place = self->token.start;

  if (!gyre_compiler_advance (self) || !read_nested (self, RANK_CONDITION))
    return FALSE;
  if (!gyre_token_is (&self->token, "]"))
    return expect (self, "go on with an operator or ']'", NULL);
  gyre_compiler_emit (self, GYRE_STEP_INDEX, 0, place);
  self->stacked--;
  self->takes_unit = self->is_unit = FALSE;
  return gyre_compiler_advance (self);
}

static gboolean
refuse_chain (GyreCompiler *self)
{
  return gyre_compiler_refuse (self, self->token.start, GYRE_VALUE_ERROR_SYNTAX, "write 'a < b and b < c'",
                               "must not compare the result of a comparison");
}

/* An operator and what is on its right, which binds stronger; a power's own right binds as strong. */
static gboolean
read_operator (GyreCompiler *self, gint row, guint start)
{
  const char *place = self->token.start;
  Rank rank = operators[row].rank;
  guint middle = self->steps->len;
  gint next;

  if (*place == '^' && !self->is_unit)
    return gyre_compiler_refuse (self, place, GYRE_VALUE_ERROR_SYNTAX, "write ** for a power", "must have an operator, has '^'");
  if (!gyre_compiler_advance (self))
    return FALSE;
  self->is_unit = self->takes_unit = FALSE;
  if (rank == RANK_CONDITION)
    return read_condition (self, start, place);
  if (rank == RANK_AND || rank == RANK_OR)
    return read_alternative (self, operators[row].code, rank, place);
  if (rank == RANK_POWER ? !read_nested (self, rank) : !read_rank (self, rank + 1))
    return FALSE;
  next = find_operator (&self->token);
  if (rank == RANK_COMPARISON && next >= 0 && operators[next].rank == RANK_COMPARISON)
    return refuse_chain (self);
  return gyre_compiler_fold (self, start, middle, operators[row].code, place);
}

/* A unit behind a number, a name, brackets or another unit. */
static gboolean
read_unit (GyreCompiler *self, guint start)
{
  const char *place = self->token.start;
  guint unit = self->steps->len;

  if (!gyre_compiler_read_unit (self))
    return FALSE;
  if (gyre_token_is (&self->token, "**") || gyre_token_is (&self->token, "^"))
    {
      if (!read_operator (self, find_operator (&self->token), unit))
        return FALSE;
      self->takes_unit = self->is_unit = TRUE;
    }
  else if (g_array_index (self->constants, GyreConstant, self->constants->len - 1).has_zero)
    return gyre_compiler_place_scale (self, start, place);
  return gyre_compiler_fold (self, start, unit, GYRE_STEP_MULTIPLY, place);
}

static gboolean
read_rank (GyreCompiler *self, Rank least)
{
  guint start = self->steps->len;
  gboolean fine = read_operand (self, least);

  while (fine)
    {
      gint row = find_operator (&self->token);

      if (gyre_token_is (&self->token, "["))
        fine = read_index (self);
      else if (row >= 0 && operators[row].rank >= least)
        fine = read_operator (self, row, start);
      else if (row < 0 && self->takes_unit && least <= RANK_UNIT && self->token.kind == GYRE_TOKEN_WORD
               && !token_is_keyword (&self->token))
        fine = read_unit (self, start);
      else
        break;
    }
  return fine;
}

/* gyre_compiler_read_expression: the whole between two places is an expression. */
gboolean
gyre_compiler_read_expression (GyreCompiler *self, const char *start, const char *end)
{
  GyreToken outer = self->token;
  const char *outer_end = self->end;

  self->end = end;
  self->token = (GyreToken) { GYRE_TOKEN_END, start, start };
  if (!gyre_compiler_advance (self) || !read_nested (self, RANK_CONDITION))
    return FALSE;
  if (self->token.kind != GYRE_TOKEN_END)
    return expect (self, "go on with an operator", NULL);
  self->token = outer;
  self->end = outer_end;
  return TRUE;
}
