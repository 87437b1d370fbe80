/* gyre-literal.c: The one grammar of values
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The rules are written down in docs/guide/values.md. The nodes of a literal are one array: a list, then its elements, each
 * followed by its own. Each node is visited once: an element that begins with a bracket is read as a list, and where text
 * follows the closing bracket, as in `(1+2)*3`, it turns out to be bare text, its elements are forgotten, and reading goes
 * on from there. N.B. looking for the matching bracket first would read nested brackets once for each level.
 */
#include "gyre-literal.h"
#include "gyre-quotation-private.h"
#include "gyre-value-error-private.h"

#include <string.h>

struct _GyreLiteral
{
  const char *start;   /* in the text that the root owns; a quoted text without its quotes */
  gsize size;
  gsize offset;        /* in characters, of the first bracket or quote where there is one */
  gsize length;        /* of a list: its elements */
  gsize span;          /* nodes: this one and all below */
  guint8 kind;
  guint8 is_escaped;   /* the text is not what it means */
  guint8 is_last;
  char *owned;         /* the root's: the whole text */
};

typedef struct
{
  GyreScanner scanner;
  GArray *nodes;
  const char *counted;   /* characters are counted up to here, as each node starts behind the one before */
  gsize characters;
  const char *escaped;   /* the last place that is not what it means */
  guint depth;
} Parser;

/* The bracket that closes one, and the place of that one. */
typedef struct
{
  char closing;
  const char *place;
} Bracket;

static gboolean parse_elements (Parser *parser, gsize list, gboolean *ends_with_comma);

static char
closing_bracket (char byte)
{
  return byte == '(' ? ')' : byte == '[' ? ']' : '\0';
}

/* Whether an element ends here. */
static gboolean
byte_ends_element (char byte)
{
  return byte == '\0' || byte == ',' || byte == ')' || byte == ']';
}

static GyreLiteral *
parser_node (Parser *parser, gsize index)
{
  return &g_array_index (parser->nodes, GyreLiteral, index);
}

static gsize
parser_add_node (Parser *parser, GyreLiteralKind kind)
{
  GyreLiteral node = { .start = parser->scanner.cursor, .span = 1, .kind = kind };

  parser->characters += g_utf8_strlen (parser->counted, parser->scanner.cursor - parser->counted);
  parser->counted = parser->scanner.cursor;
  node.offset = parser->characters;
  g_array_append_val (parser->nodes, node);
  return parser->nodes->len - 1;
}

static gboolean
parser_refuse_depth (Parser *parser)
{
  return gyre_scanner_refuse (&parser->scanner, parser->scanner.cursor, NULL,
                              "must not nest brackets deeper than " G_STRINGIFY (GYRE_LITERAL_MAXIMUM_DEPTH));
}

/* The cursor stands at a bracket that closes something, or at the end. */
static gboolean
parser_close (Parser *parser, const Bracket *bracket)
{
  GyreScanner *scanner = &parser->scanner;

  if (*scanner->cursor == bracket->closing)
    {
      scanner->cursor++;
      return TRUE;
    }
  if (*scanner->cursor == '\0')
    return gyre_scanner_refuse (scanner, bracket->place, NULL, "must close the bracket %c", *bracket->place);
  return gyre_scanner_refuse (scanner, scanner->cursor, NULL, "must close %c with %c, has '%c'",
                              *bracket->place, bracket->closing, *scanner->cursor);
}

static gboolean
parser_refuse_closing (Parser *parser)
{
  return gyre_scanner_refuse (&parser->scanner, parser->scanner.cursor, "write the text in quotes if it is meant",
                              "must not have a '%c' that closes nothing", *parser->scanner.cursor);
}

static gboolean
parse_quoted (Parser *parser, gsize index)
{
  GyreScanner *scanner = &parser->scanner;
  g_autofree char *found = NULL;
  GyreLiteral *node = parser_node (parser, index);
  gboolean is_escaped;

  node->kind = GYRE_LITERAL_QUOTED;
  node->start = scanner->cursor + 1;
  if (!gyre_scanner_skip_quoted (scanner, &is_escaped))
    return FALSE;
  node->is_escaped = is_escaped;
  if (is_escaped)
    parser->escaped = node->start;
  node->size = scanner->cursor - 1 - node->start;
  gyre_scanner_skip_blanks (scanner);
  if (byte_ends_element (*scanner->cursor))
    return TRUE;
  found = gyre_scanner_dup_found (scanner);
  return gyre_scanner_refuse (scanner, scanner->cursor, "quotes stand around the whole of an element",
                              "must go on with a comma after the quote, has '%s'", found);
}

/* Brackets within bare text: they pair up, and commas between them do not end the element. */
typedef struct
{
  Bracket brackets[GYRE_LITERAL_MAXIMUM_DEPTH];
  guint length;
} OpenBrackets;

static gboolean
parse_bare_byte (Parser *parser, OpenBrackets *open)
{
  GyreScanner *scanner = &parser->scanner;
  char byte = *scanner->cursor;

  if (byte == '{' || byte == '}')
    {
      parser->escaped = scanner->cursor;
      return gyre_scanner_skip_brace (scanner);
    }
  if (byte == ')' || byte == ']')
    {
      open->length--;
      return parser_close (parser, &open->brackets[open->length]);
    }
  if (closing_bracket (byte) != '\0')
    {
      if (parser->depth + open->length >= GYRE_LITERAL_MAXIMUM_DEPTH)
        return parser_refuse_depth (parser);
      open->brackets[open->length++] = (Bracket) { closing_bracket (byte), scanner->cursor };
    }
  scanner->cursor++;
  return TRUE;
}

/* The cursor can stand behind the first part of the text, which has proved not to be a list. */
static gboolean
parse_bare (Parser *parser, gsize index)
{
  GyreScanner *scanner = &parser->scanner;
  const char *end = scanner->cursor;
  OpenBrackets open;
  GyreLiteral *node;

  open.length = 0;
  while (*scanner->cursor != '\0' && (open.length > 0 || !byte_ends_element (*scanner->cursor)))
    {
      gboolean is_blank = gyre_quotation_is_blank (*scanner->cursor);

      if (!parse_bare_byte (parser, &open))
        return FALSE;
      if (!is_blank)
        end = scanner->cursor;
    }
  if (open.length > 0)
    return parser_close (parser, &open.brackets[open.length - 1]);

  node = parser_node (parser, index);
  node->size = end - node->start;
  node->is_escaped = parser->escaped != NULL && parser->escaped >= node->start;
  node->kind = gyre_quotation_is_none (node->start, node->size) ? GYRE_LITERAL_NONE : GYRE_LITERAL_BARE;
  return TRUE;
}

static gboolean
parse_brackets (Parser *parser, gsize index)
{
  GyreScanner *scanner = &parser->scanner;
  Bracket bracket = { closing_bracket (*scanner->cursor), scanner->cursor };
  const char *end;

  if (parser->depth == GYRE_LITERAL_MAXIMUM_DEPTH)
    return parser_refuse_depth (parser);
  parser->depth++;
  scanner->cursor++;
  if (!parse_elements (parser, index, NULL) || !parser_close (parser, &bracket))
    return FALSE;
  parser->depth--;

  end = scanner->cursor;
  gyre_scanner_skip_blanks (scanner);
  if (byte_ends_element (*scanner->cursor))
    {
      parser_node (parser, index)->kind = GYRE_LITERAL_LIST;
      parser_node (parser, index)->size = end - bracket.place;
      return TRUE;
    }
  scanner->cursor = end;
  g_array_set_size (parser->nodes, index + 1);
  parser_node (parser, index)->length = 0;
  parser_node (parser, index)->span = 1;
  return parse_bare (parser, index);
}

static gboolean
parse_element (Parser *parser, gsize *index)
{
  GyreScanner *scanner = &parser->scanner;

  if (*scanner->cursor == ',')
    return gyre_scanner_refuse (scanner, scanner->cursor, "write \"\" for an empty text", "must not have an empty element");
  *index = parser_add_node (parser, GYRE_LITERAL_BARE);
  if (gyre_quotation_is_quote (*scanner->cursor))
    return parse_quoted (parser, *index);
  if (closing_bracket (*scanner->cursor) != '\0')
    return parse_brackets (parser, *index);
  return parse_bare (parser, *index);
}

/* Reads up to the bracket that closes the list, or to the end. */
static gboolean
parse_elements (Parser *parser, gsize list, gboolean *ends_with_comma)
{
  GyreScanner *scanner = &parser->scanner;
  gsize length = 0;
  gsize index = 0;
  gboolean comma = FALSE;

  gyre_scanner_skip_blanks (scanner);
  while (*scanner->cursor == ',' || !byte_ends_element (*scanner->cursor))
    {
      if (!parse_element (parser, &index))
        return FALSE;
      length++;
      comma = *scanner->cursor == ',';
      if (!comma)
        break;
      scanner->cursor++;
      gyre_scanner_skip_blanks (scanner);
    }
  if (length > 0)
    parser_node (parser, index)->is_last = TRUE;
  parser_node (parser, list)->length = length;
  parser_node (parser, list)->span = parser->nodes->len - list;
  if (ends_with_comma != NULL)
    *ends_with_comma = comma;
  return TRUE;
}

/* One pair of brackets around everything adds nothing, and neither does the list of a lone `none`. */
static gboolean
parser_unwraps (Parser *parser, gboolean ends_with_comma)
{
  GyreLiteralKind kind;

  if (ends_with_comma || parser_node (parser, 0)->length != 1)
    return FALSE;
  kind = parser_node (parser, 1)->kind;
  return kind == GYRE_LITERAL_LIST || kind == GYRE_LITERAL_NONE;
}

static gboolean
parse_document (Parser *parser)
{
  gboolean ends_with_comma;

  gyre_scanner_skip_blanks (&parser->scanner);
  parser_add_node (parser, GYRE_LITERAL_LIST);
  if (!parse_elements (parser, 0, &ends_with_comma))
    return FALSE;
  if (*parser->scanner.cursor != '\0')
    return parser_refuse_closing (parser);
  if (parser_unwraps (parser, ends_with_comma))
    g_array_remove_index (parser->nodes, 0);
  return TRUE;
}

/**
 * gyre_literal_parse_list: (skip)
 * @text: a text; any bytes are allowed
 * @error: return location for an error of [error@Gyre.ValueError]
 *
 * Reads a text as a list: elements with commas between them, and one pair of brackets `( )` or `[ ]` around everything if one
 * likes. `0`, `(0)` and `[0,]` are a list of one element; an empty text and `()` have none; `((0,1),(0,1))` and
 * `(0,1),(0,1)` have two. The bare word `none` alone is no list but %GYRE_LITERAL_NONE. It takes time in proportion to
 * the length of @text. Any thread may call it.
 *
 * Returns: (transfer full) (nullable): a list or none; %NULL with @error if @text breaks the grammar
 *
 * Since: 0.1
 */
GyreLiteral *
gyre_literal_parse_list (const char *text, GError **error)
{
  g_autofree char *copy = NULL;
  Parser parser = { .scanner = { .error = error } };
  GyreLiteral *root;

  g_return_val_if_fail (text != NULL, NULL);

  copy = g_strdup (text);
  parser.scanner.text = parser.scanner.cursor = parser.counted = copy;
  if (!gyre_scanner_validate (&parser.scanner))
    return NULL;
  parser.nodes = g_array_new (FALSE, FALSE, sizeof (GyreLiteral));
  if (!parse_document (&parser))
    {
      g_array_unref (parser.nodes);
      return NULL;
    }
  root = (GyreLiteral *) g_array_free (parser.nodes, FALSE);
  root->is_last = TRUE;
  root->owned = g_steal_pointer (&copy);
  return root;
}

/**
 * gyre_literal_free: (skip)
 * @literal: (transfer full): what [func@Gyre.Literal.parse_list] gave
 *
 * Frees a literal and its elements.
 *
 * Since: 0.1
 */
void
gyre_literal_free (GyreLiteral *literal)
{
  g_free (literal->owned);
  g_free (literal);
}

/**
 * gyre_literal_get_kind: (skip)
 * @literal: a literal
 *
 * Returns: what it is
 *
 * Since: 0.1
 */
GyreLiteralKind
gyre_literal_get_kind (const GyreLiteral *literal)
{
  g_return_val_if_fail (literal != NULL, GYRE_LITERAL_NONE);
  return literal->kind;
}

/**
 * gyre_literal_get_offset: (skip)
 * @literal: a literal
 *
 * Tells where it stands: how many characters of the parsed text come before its first one, which is the quote or the bracket
 * of those that have one.
 *
 * Returns: characters
 *
 * Since: 0.1
 */
gsize
gyre_literal_get_offset (const GyreLiteral *literal)
{
  g_return_val_if_fail (literal != NULL, 0);
  return literal->offset;
}

/**
 * gyre_literal_get_length: (skip)
 * @literal: a literal
 *
 * Returns: how many elements a list has; 0 for what is no list
 *
 * Since: 0.1
 */
gsize
gyre_literal_get_length (const GyreLiteral *literal)
{
  g_return_val_if_fail (literal != NULL, 0);
  return literal->length;
}

/**
 * gyre_literal_get_first: (skip)
 * @literal: a literal
 *
 * Begins a walk over the elements of a list.
 *
 * Returns: (transfer none) (nullable): the first element
 *
 * Since: 0.1
 */
const GyreLiteral *
gyre_literal_get_first (const GyreLiteral *literal)
{
  g_return_val_if_fail (literal != NULL, NULL);
  return literal->length > 0 ? literal + 1 : NULL;
}

/**
 * gyre_literal_get_next: (skip)
 * @literal: an element of a list
 *
 * Goes on with a walk over the elements of a list.
 *
 * Returns: (transfer none) (nullable): the element after @literal in the same list
 *
 * Since: 0.1
 */
const GyreLiteral *
gyre_literal_get_next (const GyreLiteral *literal)
{
  g_return_val_if_fail (literal != NULL, NULL);
  return literal->is_last ? NULL : literal + literal->span;
}

/**
 * gyre_literal_peek_text: (skip)
 * @literal: a literal that is bare or quoted
 * @length: (out): its length in bytes; no NUL ends it
 *
 * Looks at the text without copying it, where it stands as it is meant.
 *
 * Returns: (transfer none) (nullable): the text; %NULL if it has escapes or braces, which only
 *   [method@Gyre.Literal.dup_text] undoes
 *
 * Since: 0.1
 */
const char *
gyre_literal_peek_text (const GyreLiteral *literal, gsize *length)
{
  g_return_val_if_fail (literal != NULL && length != NULL, NULL);
  *length = literal->size;
  return literal->is_escaped ? NULL : literal->start;
}

/**
 * gyre_literal_dup_text: (skip)
 * @literal: a literal
 *
 * Tells the text that a literal means: without quotes, escapes and second braces. That of a list is the list as it stands.
 *
 * Returns: (transfer full): the text
 *
 * Since: 0.1
 */
char *
gyre_literal_dup_text (const GyreLiteral *literal)
{
  g_return_val_if_fail (literal != NULL, NULL);
  if (literal->is_escaped)
    return gyre_quotation_decode (literal->start, literal->size, literal->kind == GYRE_LITERAL_QUOTED);
  return g_strndup (literal->start, literal->size);
}

static char *
scan_quoted (GyreScanner *scanner)
{
  const char *start = scanner->cursor + 1;
  const char *end;
  g_autofree char *found = NULL;
  gboolean is_escaped;

  if (!gyre_scanner_skip_quoted (scanner, &is_escaped))
    return NULL;
  end = scanner->cursor - 1;
  gyre_scanner_skip_blanks (scanner);
  if (*scanner->cursor == '\0')
    return gyre_quotation_decode (start, end - start, TRUE);
  found = gyre_scanner_dup_found (scanner);
  gyre_scanner_refuse (scanner, scanner->cursor, "quotes stand around the whole of a value",
                       "must end after the quote, has '%s'", found);
  return NULL;
}

static char *
scan_bare (GyreScanner *scanner, gboolean *is_none)
{
  const char *start = scanner->cursor;
  const char *end = start;

  while (*scanner->cursor != '\0')
    {
      gboolean is_blank = gyre_quotation_is_blank (*scanner->cursor);

      if (*scanner->cursor != '{' && *scanner->cursor != '}')
        scanner->cursor++;
      else if (!gyre_scanner_skip_brace (scanner))
        return NULL;
      if (!is_blank)
        end = scanner->cursor;
    }
  *is_none = gyre_quotation_is_none (start, end - start);
  return *is_none ? NULL : gyre_quotation_decode (start, end - start, FALSE);
}

/**
 * gyre_literal_scalar: (skip)
 * @text: a text; any bytes are allowed
 * @is_none: (out) (optional): whether it is the bare word `none`; where this is %NULL, that word is an error
 * @is_quoted: (out) (optional): whether it stands in quotes
 * @error: return location for an error of [error@Gyre.ValueError]
 *
 * Reads a text as one value: without the blanks around it, and without quotes and escapes. Brackets and commas are
 * nothing special here, and neither is a quote in the midst of bare text. Any thread may call it.
 *
 * Returns: (transfer full) (nullable): the text; %NULL if it is none, and %NULL with @error if it breaks the grammar
 *
 * Since: 0.1
 */
char *
gyre_literal_scalar (const char *text, gboolean *is_none, gboolean *is_quoted, GError **error)
{
  GyreScanner scanner = { .text = text, .cursor = text, .error = error };
  gboolean none = FALSE;
  gboolean quoted;
  char *meaning;

  g_return_val_if_fail (text != NULL, NULL);

  if (!gyre_scanner_validate (&scanner))
    return NULL;
  gyre_scanner_skip_blanks (&scanner);
  quoted = gyre_quotation_is_quote (*scanner.cursor);
  meaning = quoted ? scan_quoted (&scanner) : scan_bare (&scanner, &none);
  if (is_none != NULL)
    *is_none = none;
  else if (none)
    gyre_value_error_set (error, GYRE_VALUE_ERROR_NULL, GYRE_VALUE_ERROR_NOWHERE, "write \"none\" for the word",
                          "must not be none");
  if (is_quoted != NULL)
    *is_quoted = quoted;
  return meaning;
}

/**
 * gyre_literal_quote:
 * @text: a text
 *
 * Writes a text as a value: bare where it can be, else in quotes. [func@Gyre.Literal.scalar] reads it back. What is
 * no UTF-8 in @text becomes U+FFFD.
 *
 * Returns: (transfer full): the value's text
 *
 * Since: 0.1
 */
char *
gyre_literal_quote (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);
  return gyre_quotation_write (text, "");
}

/**
 * gyre_literal_quote_element:
 * @text: a text
 *
 * Writes a text as an element of a list: bare where it can be, else in quotes. [func@Gyre.Literal.parse_list] reads
 * it back. What is no UTF-8 in @text becomes U+FFFD.
 *
 * Returns: (transfer full): the element's text
 *
 * Since: 0.1
 */
char *
gyre_literal_quote_element (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);
  return gyre_quotation_write (text, ",()[]");
}
