/* gyre-literal.c: The one grammar of values
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The rules are written down in docs/guide/values.md. The nodes of a literal are one array: a list, then its elements, each
 * followed by its own. Each node is visited once: an element that begins with a bracket is read as a list, and where text
 * follows the closing bracket, as in `(1+2)*3`, it turns out to be bare text, its elements are forgotten, and reading goes
 * on from there. N.B. looking for the matching bracket first would read nested brackets once for each level.
 */
#include "gyre-literal-private.h"
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

static gboolean parse_elements (Parser *parser, gsize list, const GyreTrait *trait, gboolean *ends_with_comma);

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
parse_brackets (Parser *parser, gsize index, const GyreTrait *trait)
{
  GyreScanner *scanner = &parser->scanner;
  Bracket bracket = { closing_bracket (*scanner->cursor), scanner->cursor };
  const char *end;

  if (parser->depth == GYRE_LITERAL_MAXIMUM_DEPTH)
    return parser_refuse_depth (parser);
  parser->depth++;
  scanner->cursor++;
  if (!parse_elements (parser, index, trait, NULL) || !parser_close (parser, &bracket))
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

/* Reads "key:", which becomes a literal before that of the value. */
static gboolean
parse_key (Parser *parser)
{
  GyreScanner *scanner = &parser->scanner;
  gsize index = parser_add_node (parser, GYRE_LITERAL_BARE);
  GyreLiteral *node = parser_node (parser, index);
  gboolean is_quoted, is_escaped;
  const char *end;

  if (!gyre_scanner_skip_key (scanner, &end, &is_quoted, &is_escaped))
    return FALSE;
  node->kind = is_quoted ? GYRE_LITERAL_QUOTED : GYRE_LITERAL_BARE;
  node->is_escaped = is_escaped;
  node->start += is_quoted;
  node->size = end - node->start;
  gyre_scanner_skip_blanks (scanner);
  if (*scanner->cursor != ',' && byte_ends_element (*scanner->cursor))
    return gyre_scanner_refuse (scanner, scanner->cursor, "write \"\" for an empty text", "must have a value after the key");
  return TRUE;
}

static gboolean
parse_element (Parser *parser, gsize *index, const GyreTrait *trait)
{
  GyreScanner *scanner = &parser->scanner;

  if (*scanner->cursor == ',')
    return gyre_scanner_refuse (scanner, scanner->cursor, "write \"\" for an empty text", "must not have an empty element");
  *index = parser_add_node (parser, GYRE_LITERAL_BARE);
  if (gyre_quotation_is_quote (*scanner->cursor))
    return parse_quoted (parser, *index);
  if (closing_bracket (*scanner->cursor) != '\0')
    return parse_brackets (parser, *index, trait);
  return parse_bare (parser, *index);
}

/* Reads up to the bracket that closes the list, or to the end. */
static gboolean
parse_elements (Parser *parser, gsize list, const GyreTrait *trait, gboolean *ends_with_comma)
{
  GyreScanner *scanner = &parser->scanner;
  gsize length = 0;
  gsize index = 0;
  gboolean comma = FALSE;
  gboolean is_mapping = trait != NULL && gyre_kind_is_a (trait->kind, &gyre_kind_mapping);

  gyre_scanner_skip_blanks (scanner);
  while (*scanner->cursor == ',' || !byte_ends_element (*scanner->cursor))
    {
      if (is_mapping && *scanner->cursor != ',' && !parse_key (parser))
        return FALSE;
      if (!parse_element (parser, &index, gyre_container_get_element (trait, length)))
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

/* Reads the text as one pair of brackets. */
static gboolean
parse_whole (Parser *parser, const GyreTrait *trait)
{
  if (closing_bracket (*parser->scanner.cursor) == '\0')
    return FALSE;
  parser_add_node (parser, GYRE_LITERAL_LIST);
  if (!parse_brackets (parser, 0, trait) || *parser->scanner.cursor != '\0')
    return FALSE;
  parser_node (parser, 0)->is_last = TRUE;
  return parser_node (parser, 0)->kind == GYRE_LITERAL_LIST;
}

static void
parser_rewind (Parser *parser)
{
  g_array_set_size (parser->nodes, 0);
  parser->scanner.cursor = parser->counted = parser->scanner.text;
  parser->characters = 0;
  parser->escaped = NULL;
  parser->depth = 0;
  gyre_scanner_skip_blanks (&parser->scanner);
}

/* Where keys are, one must know whether the first bracket is that of the whole: it is if that makes sense. */
static gboolean
parse_whole_or_rewind (Parser *parser, const GyreTrait *trait, GError **problem)
{
  GError **error = parser->scanner.error;
  gboolean done;

  parser->scanner.error = problem;
  done = parse_whole (parser, trait);
  parser->scanner.error = error;
  if (!done)
    parser_rewind (parser);
  return done;
}

static gboolean
parse_parts (Parser *parser, const GyreTrait *trait)
{
  gboolean ends_with_comma;

  parser_add_node (parser, GYRE_LITERAL_LIST);
  if (!parse_elements (parser, 0, trait, &ends_with_comma))
    return FALSE;
  if (*parser->scanner.cursor != '\0')
    return parser_refuse_closing (parser);
  if (trait == NULL && parser_unwraps (parser, ends_with_comma))
    g_array_remove_index (parser->nodes, 0);
  return TRUE;
}

static gboolean
parse_document (Parser *parser, const GyreTrait *trait)
{
  g_autoptr (GError) problem = NULL;

  gyre_scanner_skip_blanks (&parser->scanner);
  if (trait != NULL && parse_whole_or_rewind (parser, trait, &problem))
    return TRUE;
  if (problem == NULL)
    return parse_parts (parser, trait);
  if (gyre_kind_is_a (trait->kind, &gyre_kind_mapping) || !parse_parts (parser, trait))
    {
      g_clear_error (parser->scanner.error);
      g_propagate_error (parser->scanner.error, g_steal_pointer (&problem));
      return FALSE;
    }
  return TRUE;
}

static GyreLiteral *
parse_text (const GyreTrait *trait, const char *text, gboolean takes_references, GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autofree char *copy = g_strdup (text);
  Parser parser = { .scanner = { .error = &problem, .takes_references = takes_references } };
  GyreLiteral *root;

  parser.scanner.text = parser.scanner.cursor = parser.counted = copy;
  parser.nodes = g_array_new (FALSE, FALSE, sizeof (GyreLiteral));
  if (!gyre_scanner_validate (&parser.scanner) || !parse_document (&parser, trait))
    {
      g_array_unref (parser.nodes);
      g_propagate_error (error, g_steal_pointer (&problem));
      return NULL;
    }
  root = (GyreLiteral *) g_array_free (parser.nodes, FALSE);
  root->is_last = TRUE;
  root->owned = g_steal_pointer (&copy);
  return root;
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
  return gyre_literal_parse_container (NULL, text, error);
}

/*
 * gyre_literal_parse_container: the same for a trait with mappings in it (NULL where there are none): between the brackets of a
 * mapping a key and a colon stand before each value. There each element is two literals, the key and the value.
 */
GyreLiteral *
gyre_literal_parse_container (const GyreTrait *trait, const char *text, GError **error)
{
  g_return_val_if_fail (text != NULL, NULL);
  return parse_text (trait, text, FALSE, error);
}

GyreLiteral *
gyre_literal_parse_references (const GyreTrait *trait, const char *text, GError **error)
{
  return parse_text (gyre_container_has_mapping (trait) ? trait : NULL, text, TRUE, error);
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

/* gyre_literal_dup_source: the text as it was written, quotes and all, for what reads it once more. */
char *
gyre_literal_dup_source (const GyreLiteral *literal)
{
  gsize quote = literal->kind == GYRE_LITERAL_QUOTED ? 1 : 0;

  return g_strndup (literal->start - quote, literal->size + 2 * quote);
}

gsize
gyre_literal_get_place (const GyreLiteral *root, const GyreLiteral *literal, gsize *size)
{
  *size = literal->size;
  return literal->start - root->owned;
}
