/* gyre-term.c: A value while an expression is computed
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Lists nest at most GYRE_TERM_MAXIMUM_DEPTH deep when they are computed, and as deep as literals when they are read, so what
 * walks over them may call itself.
 */
#include "gyre-term.h"
#include "gyre-literal.h"
#include "gyre-number.h"
#include "gyre-quotation-private.h"
#include "gyre-term-private.h"

#include <string.h>

G_STATIC_ASSERT (sizeof (GyreTerm) == 16);

static void
list_unref (GyreTermList *list)
{
  if (!g_atomic_int_dec_and_test (&list->references))
    return;
  for (guint index = 0; index < list->length; index++)
    gyre_term_clear (&list->terms[index]);
  g_free (list);
}

/**
 * gyre_term_copy: (skip)
 * @term: a term
 *
 * Copies a term; its text or list is shared. Any thread may call it.
 *
 * Returns: a term that the caller owns
 *
 * Since: 0.1
 */
GyreTerm
gyre_term_copy (GyreTerm term)
{
  if (term.kind == GYRE_TERM_STRING)
    g_ref_string_acquire (term.string);
  else if (term.kind == GYRE_TERM_LIST)
    g_atomic_int_inc (&term.list->references);
  return term;
}

/**
 * gyre_term_clear: (skip)
 * @term: (inout): a term that the caller owns
 *
 * Drops what a term owns, and leaves it undefined.
 *
 * Since: 0.1
 */
void
gyre_term_clear (GyreTerm *term)
{
  if (term->kind == GYRE_TERM_STRING)
    g_ref_string_release (term->string);
  else if (term->kind == GYRE_TERM_LIST)
    list_unref (term->list);
  *term = (GyreTerm) { .kind = GYRE_TERM_UNDEFINED };
}

static gboolean
lists_equal (const GyreTermList *list, const GyreTermList *other)
{
  if (list == other)
    return TRUE;
  if (list->length != other->length)
    return FALSE;
  for (guint index = 0; index < list->length; index++)
    if (!gyre_term_equal (list->terms[index], other->terms[index]))
      return FALSE;
  return TRUE;
}

/**
 * gyre_term_equal: (skip)
 * @term: a term
 * @other: another
 *
 * Compares as traits do: terms of two kinds are different, so 1 and 1.0 are; so are 0.0 and -0.0; every not-a-number is
 * the same.
 *
 * Returns: whether both are the same
 *
 * Since: 0.1
 */
gboolean
gyre_term_equal (GyreTerm term, GyreTerm other)
{
  if (term.kind != other.kind)
    return FALSE;
  switch (term.kind)
    {
    case GYRE_TERM_BOOLEAN:
      return !term.boolean == !other.boolean;
    case GYRE_TERM_INTEGER:
      return term.integer == other.integer;
    case GYRE_TERM_REAL:
      return term.dimension == other.dimension && gyre_real_equal (term.real, other.real);
    case GYRE_TERM_STRING:
      return term.string == other.string || strcmp (term.string, other.string) == 0;
    case GYRE_TERM_LIST:
      return lists_equal (term.list, other.list);
    default:
      return TRUE;
    }
}

/**
 * gyre_term_list_new: (skip)
 * @length: how many terms
 *
 * Makes a list of undefined terms, for the caller to fill and to seal ([func@Gyre.term_list_seal]).
 *
 * Returns: a new list with one reference
 *
 * Since: 0.1
 */
GyreTermList *
gyre_term_list_new (guint length)
{
  GyreTermList *list = g_malloc0 (sizeof (GyreTermList) + (gsize) length * sizeof (GyreTerm));

  list->references = 1;
  list->length = length;
  return list;
}

/* How many terms there are in a term, itself among them. */
guint
gyre_term_get_weight (const GyreTerm *term)
{
  guint64 weight = 1;

  if (term->kind != GYRE_TERM_LIST)
    return 1;
  if (term->list->weight != 0)
    return term->list->weight;
  for (guint index = 0; index < term->list->length; index++)
    weight += gyre_term_get_weight (&term->list->terms[index]);
  return (guint) MIN (weight, G_MAXUINT);
}

static guint
term_get_depth (const GyreTerm *term)
{
  guint depth = 0;

  if (term->kind != GYRE_TERM_LIST)
    return 0;
  if (term->list->weight != 0)
    return term->list->depth;
  for (guint index = 0; index < term->list->length; index++)
    depth = MAX (depth, term_get_depth (&term->list->terms[index]));
  return depth + 1;
}

/**
 * gyre_term_list_seal: (skip)
 * @list: a list that has been filled
 *
 * Counts what is in a list, so that nobody has to do it again.
 *
 * Since: 0.1
 */
void
gyre_term_list_seal (GyreTermList *list)
{
  GyreTerm term = gyre_term_from_list (list);

  list->depth = term_get_depth (&term);
  list->weight = gyre_term_get_weight (&term);
}

GyreTerm
gyre_term_from_string (const char *text, gssize length)
{
  return (GyreTerm) { .kind = GYRE_TERM_STRING, .string = g_ref_string_new_len (text, length) };
}

static GyreTerm term_from_literal (const GyreLiteral *literal);

static gboolean
text_is (const char *text, gsize length, const char *word)
{
  return strlen (word) == length && g_ascii_strncasecmp (text, word, length) == 0;
}

/* Words that happen to be arithmetic or a unit stay words: a number begins with what begins a number. */
static gboolean
text_may_be_number (const char *text, gsize length)
{
  return strchr ("+-.(", *text) != NULL || g_ascii_isdigit (*text) || text_is (text, length, "inf") || text_is (text, length, "nan");
}

static gboolean
read_number (const char *text, gsize length, GyreTerm *term)
{
  GyreNumber number;
  GyreQuantity quantity;

  if (!text_may_be_number (text, length))
    return FALSE;
  if (gyre_number_from_text (text, length, &number, NULL))
    *term = number.is_integer ? gyre_term_from_integer (number.integer) : gyre_term_from_real (number.real, GYRE_DIMENSIONLESS);
  else if (gyre_quantity_from_text (text, length, &quantity, NULL))
    *term = gyre_term_from_real (quantity.magnitude, quantity.dimension);
  else
    return FALSE;
  return TRUE;
}

static GyreTerm
term_from_bare (const char *text, gsize length)
{
  GyreTerm term = { .kind = GYRE_TERM_NONE };

  if (length == 0)
    return gyre_term_from_string ("", 0);
  if (text_is (text, length, "none"))
    return term;
  if (text_is (text, length, "true") || text_is (text, length, "yes"))
    return gyre_term_from_boolean (TRUE);
  if (text_is (text, length, "false") || text_is (text, length, "no"))
    return gyre_term_from_boolean (FALSE);
  return read_number (text, length, &term) ? term : gyre_term_from_string (text, length);
}

static GyreTerm
list_from_literal (const GyreLiteral *literal)
{
  GyreTermList *list = gyre_term_list_new (gyre_literal_get_length (literal));
  guint index = 0;

  for (const GyreLiteral *part = gyre_literal_get_first (literal); part != NULL; part = gyre_literal_get_next (part))
    list->terms[index++] = term_from_literal (part);
  gyre_term_list_seal (list);
  return gyre_term_from_list (list);
}

static GyreTerm
term_from_literal (const GyreLiteral *literal)
{
  g_autofree char *text = NULL;

  switch (gyre_literal_get_kind (literal))
    {
    case GYRE_LITERAL_LIST:
      return list_from_literal (literal);
    case GYRE_LITERAL_NONE:
      return (GyreTerm) { .kind = GYRE_TERM_NONE };
    case GYRE_LITERAL_BARE:
      text = gyre_literal_dup_text (literal);
      return term_from_bare (text, strlen (text));
    case GYRE_LITERAL_QUOTED:
    default:
      text = gyre_literal_dup_text (literal);
      return gyre_term_from_string (text, -1);
    }
}

static gboolean
read_list (const char *text, GyreTerm *term)
{
  g_autoptr (GyreLiteral) literal = *text == '(' || *text == '[' ? gyre_literal_parse_list (text, NULL) : NULL;

  if (literal == NULL)
    return FALSE;
  *term = list_from_literal (literal);
  return TRUE;
}

/**
 * gyre_term_from_text: (skip)
 * @text: (array length=length): a text without references; any bytes
 * @length: its length in bytes, or -1 if it ends with a NUL
 *
 * Guesses what a text means that belongs to no trait: a number or arithmetic between numbers, a quantity, `none`, `true` and
 * `yes`, `false` and `no`, a list in brackets; everything else is a text, and so is everything in quotes.
 *
 * Returns: a term that the caller owns
 *
 * Since: 0.1
 */
GyreTerm
gyre_term_from_text (const char *text, gssize length)
{
  g_autofree char *copy = g_utf8_make_valid (text, length);
  g_autofree char *scalar = NULL;
  gboolean is_none = FALSE, is_quoted = FALSE;
  GyreTerm term;

  g_strstrip (copy);
  if (gyre_quotation_is_none (copy, strlen (copy)))
    return (GyreTerm) { .kind = GYRE_TERM_NONE };
  if (read_number (copy, strlen (copy), &term) || read_list (copy, &term))
    return term;
  scalar = gyre_literal_scalar (copy, &is_none, &is_quoted, NULL);
  if (scalar == NULL)
    return gyre_term_from_string (copy, -1);
  return is_quoted ? gyre_term_from_string (scalar, -1) : term_from_bare (scalar, strlen (scalar));
}

/* A text that would be read as something else has quotes. */
static char *
quote (const char *text, gboolean is_element)
{
  g_autofree char *bare = is_element ? gyre_literal_quote_element (text) : gyre_literal_quote (text);
  GyreTerm term = gyre_term_from_text (bare, -1);
  gboolean fine = term.kind == GYRE_TERM_STRING && strcmp (term.string, text) == 0;

  gyre_term_clear (&term);
  if (fine || *bare == '"')
    return g_steal_pointer (&bare);
  /* Every character that needs quotes has been doubled or is plain: only the quotes are missing. */
  return gyre_quotation_write (text, text);
}

static void
append (const GyreTerm *term, GString *text, gboolean is_element)
{
  g_autofree char *part = NULL;
  char real[GYRE_REAL_TEXT_SIZE];

  switch (term->kind)
    {
    case GYRE_TERM_BOOLEAN:
      g_string_append (text, term->boolean ? "true" : "false");
      break;
    case GYRE_TERM_INTEGER:
      g_string_append_printf (text, "%" G_GINT64_FORMAT, term->integer);
      break;
    case GYRE_TERM_REAL:
      if (term->dimension != GYRE_DIMENSIONLESS)
        part = gyre_quantity_to_text ((GyreQuantity) { term->real, term->dimension });
      g_string_append (text, part != NULL ? part : gyre_real_to_string (term->real, real));
      break;
    case GYRE_TERM_STRING:
      part = quote (term->string, is_element);
      g_string_append (text, part);
      break;
    case GYRE_TERM_LIST:
      g_string_append_c (text, '(');
      for (guint index = 0; index < term->list->length; index++)
        {
          g_string_append (text, index > 0 ? ", " : "");
          append (&term->list->terms[index], text, TRUE);
        }
      g_string_append_c (text, ')');
      break;
    default:
      g_string_append (text, "none");
    }
}

/* What stands for a term in a text that is made of several: a text stands there as it is. */
void
gyre_term_append (const GyreTerm *term, GString *text)
{
  if (term->kind == GYRE_TERM_STRING)
    g_string_append (text, term->string);
  else
    append (term, text, FALSE);
}

/* How a term is written among others. */
void
gyre_term_append_element (const GyreTerm *term, GString *text)
{
  append (term, text, TRUE);
}

/**
 * gyre_term_to_text: (skip)
 * @term: a term
 *
 * Writes a term so that the kinds of traits read it as the same value, and [func@Gyre.term_from_text] as an equal term; a real
 * number that is whole is written without a point.
 *
 * Returns: (transfer full): a text
 *
 * Since: 0.1
 */
char *
gyre_term_to_text (GyreTerm term)
{
  GString *text = g_string_new (NULL);

  append (&term, text, FALSE);
  return g_string_free (text, FALSE);
}

/* What a term is, for a message. */
const char *
gyre_term_kind_to_name (const GyreTerm *term)
{
  static const char * const names[] = {
    "nothing", "none", "yes or no", "a whole number", "a real number", "a text", "a list",
  };

  if (term->kind == GYRE_TERM_REAL && term->dimension != GYRE_DIMENSIONLESS)
    return "a quantity";
  return names[term->kind];
}
