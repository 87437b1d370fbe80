/* gyre-expression-operand.c: What stands between the operators of an expression
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-expression-compiler-private.h"
#include "gyre-name.h"
#include "gyre-number.h"
#include "gyre-quotation-private.h"
#include "gyre-value-error-private.h"

#include <math.h>
#include <string.h>

/* The digits of a whole number beyond 64 bits, as far as they are exact. */
static void
read_wide (const char *digit, const char *end, GyreOperand *wide)
{
  gint radix = end - digit > 1 && *digit == '0' ? g_ascii_tolower (digit[1]) == 'x' ? 16 : g_ascii_tolower (digit[1]) == 'o' ? 8 : 2 : 10;
  GyreWide integer = 0;

  for (digit += radix == 10 ? 0 : 2; digit < end; digit++)
    if (*digit != '_' && (__builtin_mul_overflow (integer, (GyreWide) radix, &integer)
                          || __builtin_add_overflow (integer, (GyreWide) g_ascii_xdigit_value (*digit), &integer)))
      return;
  gyre_operand_set_integer (wide, integer);
}

gboolean
gyre_compiler_read_number (GyreCompiler *self)
{
  GyreToken token = self->token;
  GyreConstant constant = { .is_plain = TRUE };
  GyreNumber number;

  if (!gyre_number_from_text (token.start, token.end - token.start, &number, self->error))
    {
      if (self->error != NULL && *self->error != NULL)
        gyre_value_error_relocate (*self->error, gyre_expression_count (self->text, token.start - self->text), NULL);
      return FALSE;
    }
  constant.term = gyre_term_from_integer (0);
  if (number.is_integer)
    gyre_operand_set_integer (&constant.wide, number.integer);
  else
    gyre_operand_set_real (&constant.wide, number.real);
  constant.wide.overflow = number.overflow;
  if (number.overflow)
    read_wide (token.start, token.end, &constant.wide);
  gyre_compiler_add_constant (self, constant, token.start);
  self->takes_unit = TRUE;
  return gyre_compiler_advance (self);
}

static const struct
{
  const char *name;
  GyreTermKind kind;
  double value;
} words[] = {
  { "pi", GYRE_TERM_REAL, G_PI }, { "π", GYRE_TERM_REAL, G_PI }, { "tau", GYRE_TERM_REAL, 2 * G_PI }, { "e", GYRE_TERM_REAL, G_E },
  { "inf", GYRE_TERM_REAL, INFINITY }, { "nan", GYRE_TERM_REAL, NAN }, { "true", GYRE_TERM_BOOLEAN, 1 },
  { "false", GYRE_TERM_BOOLEAN, 0 }, { "none", GYRE_TERM_NONE, 0 },
};

static gboolean
read_constant (GyreCompiler *self)
{
  GyreConstant constant = { 0 };

  for (gsize index = 0; index < G_N_ELEMENTS (words); index++)
    if (gyre_token_is (&self->token, words[index].name))
      {
        constant.term.kind = words[index].kind;
        constant.is_plain = words[index].kind == GYRE_TERM_REAL;
        if (constant.is_plain)
          gyre_operand_set_real (&constant.wide, words[index].value);
        else
          constant.term = words[index].kind == GYRE_TERM_NONE ? constant.term : gyre_term_from_boolean (words[index].value != 0);
        gyre_compiler_add_constant (self, constant, self->token.start);
        return TRUE;
      }
  return FALSE;
}

/* What a word could have been: a function or a constant, else a unit. */
static char *
suggest (const char *word, gboolean is_called)
{
  const char * const *functions = gyre_function_get_names ();
  g_autoptr (GPtrArray) candidates = g_ptr_array_new ();
  char *hint;

  while (*functions != NULL)
    g_ptr_array_add (candidates, (gpointer) *functions++);
  for (gsize index = 0; !is_called && index < G_N_ELEMENTS (words); index++)
    g_ptr_array_add (candidates, (gpointer) words[index].name);
  g_ptr_array_add (candidates, NULL);
  hint = gyre_name_suggest (word, (const char * const *) candidates->pdata);
  if (hint == NULL && !is_called)
    hint = gyre_unit_suggest (word);
  if (hint == NULL && !is_called)
    hint = g_strdup_printf ("write {%s} for the value of a name, and \"%s\" for a text", word, word);
  return hint;
}

static gboolean
refuse_word (GyreCompiler *self, GyreToken token, gboolean is_called)
{
  /* A long word is quoted as far as a person reads. */
  glong length = MIN (40, g_utf8_strlen (token.start, token.end - token.start));
  g_autofree char *word = g_utf8_substring (token.start, 0, length);
  g_autofree char *hint = suggest (word, is_called);

  return gyre_compiler_refuse (self, token.start, GYRE_VALUE_ERROR_UNKNOWN, hint,
                               is_called ? "must be an expression, and '%s' is no function"
                                         : "must be an expression, and '%s' is no function, constant or unit", word);
}

/* gyre_compiler_read_unit: the word at the cursor is the name of a unit, or a mistake. */
gboolean
gyre_compiler_read_unit (GyreCompiler *self)
{
  GyreToken token = self->token;
  GyreConstant constant = { 0 };
  GyreQuantity unit;

  if (!gyre_unit_find (token.start, token.end - token.start, &unit, &constant.offset))
    return refuse_word (self, token, FALSE);
  constant.term = gyre_term_from_real (unit.magnitude, unit.dimension);
  constant.has_zero = constant.offset != 0;
  gyre_compiler_add_constant (self, constant, token.start);
  self->takes_unit = self->is_unit = TRUE;
  return gyre_compiler_advance (self);
}

gboolean
gyre_compiler_read_call (GyreCompiler *self, guint function)
{
  GyreToken token = self->token;
  guint count = 0;
  guint step;

  if (!gyre_compiler_advance (self) || !gyre_compiler_advance (self))
    return FALSE;
  if (gyre_token_is (&self->token, ")"))
    {
      if (!gyre_compiler_advance (self))
        return FALSE;
    }
  else if (!gyre_compiler_read_items (self, ")", 0, &count))
    return FALSE;
  if (!gyre_function_check (function, count, self->error))
    {
      if (self->error != NULL && *self->error != NULL)
        gyre_value_error_relocate (*self->error, gyre_expression_count (self->text, token.start - self->text), NULL);
      return FALSE;
    }
  step = gyre_compiler_emit (self, GYRE_STEP_CALL, count, token.start);
  g_array_index (self->steps, GyreStep, step).function = function;
  self->stacked -= count;
  gyre_compiler_push (self, 1);
  self->takes_unit = self->is_unit = FALSE;
  return TRUE;
}

/* gyre_compiler_read_word: a call, a constant or a unit. A function has the name of no unit that follows a bracket. */
gboolean
gyre_compiler_read_word (GyreCompiler *self)
{
  GyreToken token = self->token;
  GyreToken next;
  gint function;

  if (!gyre_token_scan (self->text, token.end, self->end, &next, self->error))
    return FALSE;
  if (gyre_token_is (&next, "("))
    {
      function = gyre_function_find (token.start, token.end - token.start);
      return function >= 0 ? gyre_compiler_read_call (self, (guint) function) : refuse_word (self, token, TRUE);
    }
  self->takes_unit = self->is_unit = FALSE;
  if (read_constant (self))
    return gyre_compiler_advance (self);
  return gyre_compiler_read_unit (self);
}

/* A piece of a text as it stands there, between references. */
static gboolean
add_piece (GyreCompiler *self, const char *start, const char *end, gboolean is_quoted, guint *count)
{
  GyreConstant constant = { 0 };
  g_autofree char *quoted = NULL;
  g_autofree char *meaning = NULL;
  GyreScanner scanner = { .error = self->error };
  gboolean is_escaped;

  if (start == end)
    return TRUE;
  if (is_quoted)
    {
      quoted = g_strdup_printf ("%c%.*s%c", start[-1] == '\'' ? '\'' : '"', (int) (end - start), start, start[-1] == '\'' ? '\'' : '"');
      scanner.text = scanner.cursor = quoted;
      if (memchr (start, '\\', end - start) != NULL && !gyre_scanner_skip_quoted (&scanner, &is_escaped))
        {
          if (self->error != NULL && *self->error != NULL)
            {
              gsize place = 0;

              gyre_value_error_get_offset (*self->error, &place);
              gyre_value_error_forget_place (*self->error);
              gyre_value_error_relocate (*self->error, gyre_expression_count (self->text, start - self->text) + place - (place > 0), NULL);
            }
          return FALSE;
        }
    }
  meaning = gyre_quotation_decode (start, end - start, is_quoted);
  constant.term = gyre_term_from_string (meaning, -1);
  gyre_compiler_add_constant (self, constant, start);
  (*count)++;
  return TRUE;
}

/* What is between braces: a name, or an expression when there are braces in it. Returns the place behind it, or NULL. */
static const char *
read_braces (GyreCompiler *self, const char *start, const char *end)
{
  const char *closing = gyre_expression_find_closing (start, end);
  gboolean fine;

  if (closing == NULL)
    {
      gyre_compiler_refuse (self, start, GYRE_VALUE_ERROR_SYNTAX, "write {{ for a brace", "must close the brace '{'");
      return NULL;
    }
  if (memchr (start + 1, '{', closing - start - 1) == NULL)
    fine = gyre_compiler_count (self, start) && gyre_compiler_add_reference (self, start + 1, closing);
  else
    fine = gyre_compiler_read_expression (self, start + 1, closing);
  return fine ? closing + 1 : NULL;
}

/* gyre_compiler_read_text: a text in which what is between braces stands for its value. */
gboolean
gyre_compiler_read_text (GyreCompiler *self, const char *start, const char *end, gboolean is_quoted)
{
  const char *piece = start;
  const char *cursor = start;
  GyreToken token = self->token;
  const char *outer = self->end;
  guint first = self->steps->len;
  guint count = 0;

  while (cursor < end)
    {
      if (is_quoted && *cursor == '\\' && cursor + 1 < end)
        cursor += 2;
      else if (*cursor != '{' && *cursor != '}')
        cursor++;
      else if (cursor + 1 < end && cursor[1] == *cursor)
        cursor += 2;
      else if (*cursor == '}')
        return gyre_compiler_refuse (self, cursor, GYRE_VALUE_ERROR_SYNTAX, "write }} for a brace", "must not have a '}' that closes nothing");
      else
        {
          if (!add_piece (self, piece, cursor, is_quoted, &count) || (cursor = piece = read_braces (self, cursor, end)) == NULL)
            return FALSE;
          count++;
        }
    }
  self->token = token;
  self->end = outer;
  if (!add_piece (self, piece, end, is_quoted, &count))
    return FALSE;
  if (count == 1 && self->steps->len == first + 1 && g_array_index (self->steps, GyreStep, first).code == GYRE_STEP_CONSTANT)
    return TRUE;
  gyre_compiler_emit (self, GYRE_STEP_JOIN, count, start);
  self->stacked -= count;
  gyre_compiler_push (self, 1);
  return TRUE;
}
