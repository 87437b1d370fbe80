/* gyre-expression-container.c: Texts with references, read for a trait
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * `[low: {a.b} * 2, high: 9]` is split by the grammar of values, which leaves what is between braces alone, and each part is
 * compiled where it stands, so that mistakes know their places. What is no list of parts is an expression that yields one:
 * `{other.list}`, `{a} if {b} else [1]`.
 */
#include "gyre-expression-container-private.h"
#include "gyre-container-private.h"
#include "gyre-expression-compiler-private.h"
#include "gyre-literal-private.h"
#include "gyre-quotation-private.h"
#include "gyre-value-error-private.h"

#include <string.h>

typedef struct
{
  GyreCompiler *compiler;
  const GyreLiteral *root;
} Reader;

static gboolean read_literal (Reader *self, const GyreTrait *trait, const GyreLiteral *literal);

GyreExpressionForm
gyre_expression_get_form (const GyreTrait *trait)
{
  return trait->kind->is_text || gyre_kind_is_a (trait->kind, &gyre_kind_string) ? GYRE_EXPRESSION_WRITTEN : GYRE_EXPRESSION_COMPUTED;
}

static gboolean
has_elements (const GyreTrait *trait)
{
  return gyre_container_get_element (trait, 0) != NULL;
}

/* Where the text of a literal stands in the text that is compiled. */
static const char *
find_place (Reader *self, const GyreLiteral *literal, const char **end)
{
  gsize size;
  const char *start = self->compiler->text + gyre_literal_get_place (self->root, literal, &size);

  *end = start + size;
  return start;
}

static gboolean
add_constant (Reader *self, GyreTerm term, const GyreLiteral *literal)
{
  const char *end;
  const char *place = find_place (self, literal, &end);

  gyre_compiler_add_constant (self->compiler, (GyreConstant) { .term = term }, place);
  return gyre_compiler_count (self->compiler, place);
}

static void
make_list (Reader *self, guint count, const GyreLiteral *literal)
{
  const char *end;

  gyre_compiler_emit (self->compiler, GYRE_STEP_LIST, count, find_place (self, literal, &end));
  self->compiler->stacked -= count;
  gyre_compiler_push (self->compiler, 1);
}

/* Numbers are numbers for those who follow the whole; what a number has not room for stays as it is written. */
static GyreTerm
read_constant (const GyreTrait *trait, const GyreLiteral *literal)
{
  g_autofree char *text = gyre_literal_dup_text (literal);
  gboolean is_list = gyre_literal_get_kind (literal) == GYRE_LITERAL_LIST;
  GyreTerm term;

  if (!is_list && (gyre_expression_get_form (trait) == GYRE_EXPRESSION_WRITTEN || gyre_kind_is_a (trait->kind, &gyre_kind_decimal)
                   || gyre_kind_is_a (trait->kind, &gyre_kind_fraction)))
    return gyre_term_from_string (text, -1);
  term = gyre_term_from_text (text, -1);
  if (trait->kind != &gyre_kind_integer || term.kind == GYRE_TERM_INTEGER)
    return term;
  gyre_term_clear (&term);
  return gyre_term_from_string (text, -1);
}

/* What has no references is read by its kind; `sqrt(2)` is no number to it, but can be computed. */
static gboolean
read_plain (Reader *self, const GyreTrait *trait, const GyreLiteral *literal)
{
  g_autofree char *source = gyre_literal_dup_source (literal);
  const char *end;
  const char *start = find_place (self, literal, &end);
  GError **error = self->compiler->error;
  GError *problem = NULL;
  GyreValue value = GYRE_NONE;

  if (gyre_trait_is_facility (trait) || gyre_trait_parse (trait, source, &value, &problem))
    {
      gyre_kind_clear (trait->kind, &value);
      return add_constant (self, read_constant (trait, literal), literal);
    }
  if (gyre_expression_get_form (trait) == GYRE_EXPRESSION_COMPUTED && gyre_literal_get_kind (literal) == GYRE_LITERAL_BARE)
    {
      GyreToken token = self->compiler->token;
      const char *outer = self->compiler->end;
      gboolean fine;

      self->compiler->error = NULL;
      fine = gyre_compiler_read_expression (self->compiler, start, end);
      self->compiler->error = error;
      self->compiler->token = token;
      self->compiler->end = outer;
      if (fine)
        {
          g_clear_error (&problem);
          return TRUE;
        }
    }
  gyre_value_error_relocate (problem, gyre_literal_get_offset (literal), NULL);
  g_propagate_error (error, problem);
  return FALSE;
}

/* A quoted computation: `"max({a.b}, 2)"`. The text is our own copy; what is left of the escapes are blanks. */
static const char *
undo_escapes (const char *start, const char *end)
{
  char *target = (char *) start;

  for (const char *cursor = start; cursor < end; cursor++)
    {
      if (*cursor == '\\' && cursor + 1 < end)
        cursor++;
      *target++ = *cursor;
    }
  memset (target, ' ', end - target);
  return target;
}

static gboolean
is_reference (const char *start, const char *end)
{
  return start < end && *start == '{' && gyre_expression_find_closing (start, end) == end - 1
         && memchr (start + 1, '{', end - start - 1) == NULL;
}

static gboolean
read_referring (Reader *self, const GyreTrait *trait, const GyreLiteral *literal)
{
  const char *end;
  const char *start = find_place (self, literal, &end);
  gboolean is_quoted = gyre_literal_get_kind (literal) == GYRE_LITERAL_QUOTED;

  if (gyre_trait_is_facility (trait))
    return gyre_compiler_refuse (self->compiler, start, GYRE_VALUE_ERROR_TYPE, "write a family, family#name, #name, or none",
                                 "what is a component can't follow other values");
  if (gyre_expression_get_form (trait) == GYRE_EXPRESSION_WRITTEN && (is_quoted || !is_reference (start, end)))
    return gyre_compiler_read_text (self->compiler, start, end, is_quoted);
  if (is_quoted)
    end = undo_escapes (start, end);
  return gyre_compiler_read_expression (self->compiler, start, end);
}

static gboolean
refuse_key (Reader *self, const GyreLiteral *literal, const char *key)
{
  const char *end;

  return gyre_compiler_refuse (self->compiler, find_place (self, literal, &end), GYRE_VALUE_ERROR_SYNTAX, NULL,
                               "must have each key once, has '%s' again", key);
}

static gboolean
read_entries (Reader *self, const GyreTrait *trait, const GyreLiteral *list)
{
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const GyreLiteral *key = gyre_literal_get_first (list);

  while (key != NULL)
    {
      const GyreLiteral *literal = gyre_literal_get_next (key);
      g_autofree char *name = gyre_literal_dup_text (key);

      if (g_hash_table_contains (keys, name))
        return refuse_key (self, key, name);
      if (!add_constant (self, gyre_term_from_string (name, -1), key) || !read_literal (self, trait->element, literal))
        return FALSE;
      make_list (self, 2, key);
      g_hash_table_add (keys, g_steal_pointer (&name));
      key = gyre_literal_get_next (literal);
    }
  make_list (self, gyre_literal_get_length (list), list);
  return TRUE;
}

static gboolean
read_elements (Reader *self, const GyreTrait *trait, const GyreLiteral *list)
{
  guint index = 0;

  for (const GyreLiteral *literal = gyre_literal_get_first (list); literal != NULL; literal = gyre_literal_get_next (literal), index++)
    {
      const GyreTrait *element = gyre_container_get_element (trait, index);
      const char *end;

      if (element == NULL)
        return gyre_compiler_refuse (self->compiler, find_place (self, literal, &end), GYRE_VALUE_ERROR_DIMENSION, NULL,
                                     "must have %u parts", index);
      if (!read_literal (self, element, literal))
        return FALSE;
    }
  make_list (self, index, list);
  return TRUE;
}

static gboolean
read_literal (Reader *self, const GyreTrait *trait, const GyreLiteral *literal)
{
  const char *end;
  const char *start = find_place (self, literal, &end);

  if (gyre_literal_get_kind (literal) == GYRE_LITERAL_NONE && !trait->nullable)
    return gyre_compiler_refuse (self->compiler, start, GYRE_VALUE_ERROR_NULL, "write \"none\" for the word", "may not be none");
  if (gyre_literal_get_kind (literal) == GYRE_LITERAL_NONE)
    return add_constant (self, (GyreTerm) { .kind = GYRE_TERM_NONE }, literal);
  if (gyre_literal_get_kind (literal) == GYRE_LITERAL_LIST && has_elements (trait))
    return (gyre_container_is_mapping (trait) ? read_entries : read_elements) (self, trait, literal);
  return gyre_text_has_references (start, end - start) ? read_referring (self, trait, literal) : read_plain (self, trait, literal);
}

/* gyre_compiler_read_container: the whole text is made of parts. */
gboolean
gyre_compiler_read_container (GyreCompiler *self, const GyreTrait *trait)
{
  g_autoptr (GyreLiteral) root = gyre_literal_parse_references (trait, self->text, self->error);
  Reader reader = { self, root };

  if (root == NULL)
    return FALSE;
  if (gyre_literal_get_kind (root) == GYRE_LITERAL_LIST)
    return read_literal (&reader, trait, root);
  return gyre_compiler_refuse (self, self->text, GYRE_VALUE_ERROR_SYNTAX, NULL, "must be a %s in brackets", trait->kind->name);
}

static GyreExpression *
new_of_parts (const GyreTrait *trait, const char *text, GError **error)
{
  g_autoptr (GyreExpression) self = gyre_expression_new_empty (text, -1, error);

  return self != NULL && gyre_expression_compile (self, GYRE_EXPRESSION_COMPUTED, trait, error) ? g_steal_pointer (&self) : NULL;
}

/* Whether a text is not in brackets and has no comma: then it is one element, or yields all of them. */
static gboolean
is_lone (const GyreTrait *trait, const char *text)
{
  g_autoptr (GyreLiteral) root = gyre_container_is_mapping (trait) ? NULL : gyre_literal_parse_references (trait, text, NULL);
  const GyreLiteral *first = root != NULL && gyre_literal_get_length (root) == 1 ? gyre_literal_get_first (root) : NULL;
  gsize size;

  return first != NULL && gyre_literal_get_kind (first) != GYRE_LITERAL_LIST
         && gyre_literal_get_place (root, first, &size) <= strspn (text, " \t\n\v\f\r") + (gyre_literal_get_kind (first) == GYRE_LITERAL_QUOTED);
}

GyreExpression *
gyre_expression_new_for (const GyreTrait *trait, const char *text, gssize length, GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autoptr (GError) other = NULL;
  g_autofree char *copy = NULL;
  GyreExpression *self = NULL;
  gboolean is_whole;

  if (!has_elements (trait))
    return gyre_expression_new (text, length, gyre_expression_get_form (trait), error);
  copy = g_strndup (text, length < 0 ? strlen (text) : (gsize) length);
  is_whole = is_lone (trait, copy);
  if (is_whole)
    self = gyre_expression_new (copy, -1, GYRE_EXPRESSION_COMPUTED, &other);
  if (self == NULL)
    self = new_of_parts (trait, copy, &problem);
  if (self == NULL && !is_whole)
    self = gyre_expression_new (copy, -1, GYRE_EXPRESSION_COMPUTED, &other);
  if (self != NULL)
    return self;
  is_whole = is_whole || *copy == '{';
  g_propagate_error (error, is_whole ? g_steal_pointer (&other) : g_steal_pointer (&problem));
  return NULL;
}

static gboolean
is_pair (const GyreTerm *term)
{
  return term->kind == GYRE_TERM_LIST && term->list->length == 2 && term->list->terms[0].kind == GYRE_TERM_STRING;
}

static void
append_term (const GyreTrait *trait, const GyreTerm *term, GString *text)
{
  gboolean is_mapping = trait != NULL && gyre_container_is_mapping (trait);

  if (trait == NULL || term->kind != GYRE_TERM_LIST || !has_elements (trait))
    {
      gyre_term_append_element (term, text);
      return;
    }
  g_string_append_c (text, '[');
  for (guint index = 0; index < term->list->length; index++)
    {
      const GyreTerm *part = &term->list->terms[index];

      g_string_append (text, index > 0 ? ", " : "");
      if (is_mapping && is_pair (part))
        {
          g_autofree char *key = gyre_literal_quote_key (part->list->terms[0].string);

          g_string_append_printf (text, "%s: ", key);
          part = &part->list->terms[1];
        }
      append_term (gyre_container_get_element (trait, index), part, text);
    }
  g_string_append_c (text, ']');
}

char *
gyre_expression_dup_text_for (const GyreTrait *trait, const GyreTerm *term)
{
  GString *text;

  if (term->kind != GYRE_TERM_LIST || !has_elements (trait))
    return gyre_term_to_text (*term);
  text = g_string_new (NULL);
  append_term (trait, term, text);
  return g_string_free (text, FALSE);
}

/* What a text is among other elements: a list, or something else that is one; GYRE_LITERAL_NONE where it needs quotes or brackets. */
static GyreLiteralKind
find_shape (const GyreTrait *element, const char *text)
{
  const GyreTrait list = { .kind = &gyre_kind_list, .element = (GyreTrait *) element };
  g_autofree char *written = g_strdup_printf ("[%s,]", text);
  g_autoptr (GyreLiteral) root = gyre_literal_parse_references (&list, written, NULL);

  if (root == NULL || gyre_literal_get_kind (root) != GYRE_LITERAL_LIST || gyre_literal_get_length (root) != 1)
    return GYRE_LITERAL_NONE;
  return gyre_literal_get_kind (gyre_literal_get_first (root));
}

/* What is between braces stays as it is; it is read before the quotes are. */
char *
gyre_expression_quote_element (const GyreTrait *element, const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  gboolean is_written = !has_elements (element) && gyre_expression_get_form (element) == GYRE_EXPRESSION_WRITTEN;
  const char *end = stripped + strlen (stripped);
  GyreLiteralKind shape = find_shape (element, stripped);
  GString *quoted;

  if (shape == GYRE_LITERAL_LIST || (shape != GYRE_LITERAL_NONE && (!has_elements (element) || is_lone (element, stripped))))
    return g_steal_pointer (&stripped);
  if (has_elements (element))
    return g_strdup_printf ("[%s]", stripped);
  quoted = g_string_new ("\"");
  for (const char *cursor = stripped; cursor < end; cursor++)
    {
      const char *closing = is_written && *cursor == '{' && cursor[1] != '{' ? gyre_expression_find_closing (cursor, end) : NULL;

      if (closing != NULL)
        {
          g_string_append_len (quoted, cursor, closing - cursor);
          cursor = closing;
        }
      else if (*cursor == '"' || *cursor == '\\')
        g_string_append_c (quoted, '\\');
      g_string_append_c (quoted, *cursor);
    }
  g_string_append_c (quoted, '"');
  return g_string_free (quoted, FALSE);
}
