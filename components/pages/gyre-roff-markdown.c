/* gyre-roff-markdown.c: Markdown as a part of a manual page
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * MD4C reads; here each block becomes a paragraph, a list or a display. A table becomes a display with its cells in columns, because tbl
 * is not everywhere; a quotation becomes a list of one item, because displays within displays are not. Raw HTML is text, as it is on the pages.
 */
#include "gyre-roff-markdown.h"

#include "gyre-roff.h"

#include <md4c.h>
#include <string.h>

typedef struct
{
  GString *page;
  GString *line;          /* escaped: the paragraph that is being read */
  GString *code;          /* text: the code block that is being read */
  GString *row;           /* text: the row of a table that is being read; NULL outside */
  guint paragraphs;       /* how many have begun in this block */
  guint depth;            /* in how many lists and quotations */
  gboolean is_code;       /* within a block of code */
} Reading;

/* Ends the paragraph that was read. */
static void
flush (Reading *self)
{
  if (self->line->len == 0)
    return;
  if (self->paragraphs++ > 0)
    g_string_append (self->page, ".Pp\n");
  gyre_roff_append_filled (self->page, self->line->str);
  g_string_truncate (self->line, 0);
}

static void
begin_list (Reading *self, const char *sort)
{
  flush (self);
  g_string_append_printf (self->page, ".Bl -%s\n", sort);
}

static int
enter_block (MD_BLOCKTYPE type, gpointer detail, gpointer data)
{
  Reading *self = data;

  if (type == MD_BLOCK_UL)
    begin_list (self, "bullet");
  else if (type == MD_BLOCK_OL)
    begin_list (self, "enum");
  else if (type == MD_BLOCK_LI)
    {
      flush (self);
      g_string_append (self->page, ".It\n");
      self->paragraphs = 0;
    }
  else if (type == MD_BLOCK_CODE)
    {
      flush (self);
      self->is_code = TRUE;
    }
  else if (type == MD_BLOCK_TABLE)
    {
      flush (self);
      self->row = g_string_new (NULL);
    }
  else if (type == MD_BLOCK_QUOTE)
    {
      flush (self);
      g_string_append (self->page, ".Bl -item -offset indent\n.It\n");
      self->paragraphs = 0;
    }
  if (type == MD_BLOCK_UL || type == MD_BLOCK_OL || type == MD_BLOCK_QUOTE)
    self->depth++;
  return 0;
}

static void
append_code (Reading *self, GString *code)
{
  if (code->len > 0)
    gyre_roff_append_literal (self->page, code->str);
  g_string_truncate (code, 0);
  self->is_code = FALSE;
  self->paragraphs = 1;
}

static void
append_heading (Reading *self)
{
  if (self->depth > 0 && self->line->len > 0)
    {
      g_string_prepend (self->line, "\\fB");
      g_string_append (self->line, "\\fR");
    }
  if (self->depth > 0 || self->line->len == 0)
    {
      flush (self);
      return;
    }
  g_string_append_printf (self->page, ".Ss \"\\&%s\"\n", self->line->str);
  g_string_truncate (self->line, 0);
  self->paragraphs = 0;
}

static void
leave_cell (Reading *self, MD_BLOCKTYPE type)
{
  if (type == MD_BLOCK_TR)
    g_string_append_c (self->row, '\n');
  else if (type != MD_BLOCK_TABLE)
    g_string_append (self->row, type == MD_BLOCK_TH || type == MD_BLOCK_TD ? "    " : "");
  else
    {
      append_code (self, self->row);
      g_string_free (g_steal_pointer (&self->row), TRUE);
    }
}

static int
leave_block (MD_BLOCKTYPE type, gpointer detail, gpointer data)
{
  Reading *self = data;

  if (self->row != NULL)
    leave_cell (self, type);
  else if (type == MD_BLOCK_H)
    append_heading (self);
  else if (type == MD_BLOCK_CODE)
    append_code (self, self->code);
  else
    flush (self);
  if (type == MD_BLOCK_UL || type == MD_BLOCK_OL || type == MD_BLOCK_QUOTE)
    {
      g_string_append (self->page, ".El\n");
      self->paragraphs = 1;
      self->depth--;
    }
  return 0;
}

static void
append_font (Reading *self, MD_SPANTYPE type, const char *font)
{
  if (self->row == NULL && (type == MD_SPAN_EM || type == MD_SPAN_STRONG || type == MD_SPAN_CODE))
    g_string_append (self->line, font != NULL ? font : type == MD_SPAN_EM ? "\\fI" : "\\fB");
}

static int
enter_span (MD_SPANTYPE type, gpointer detail, gpointer data)
{
  append_font (data, type, NULL);
  return 0;
}

/* A link says where it leads, except to a place of the same site. */
static int
leave_span (MD_SPANTYPE type, gpointer detail, gpointer data)
{
  Reading *self = data;

  append_font (self, type, "\\fR");
  if (type == MD_SPAN_A && self->row == NULL)
    {
      const MD_SPAN_A_DETAIL *link = detail;
      g_autofree char *target = g_strndup (link->href.text, link->href.size);
      g_autofree char *escaped = gyre_roff_escape_exactly (target);

      if (strstr (target, "://") != NULL && !g_str_has_suffix (self->line->str, escaped))
        g_string_append_printf (self->line, " \\(la%s\\(ra", escaped);
    }
  return 0;
}

/* What an entity stands for; an unknown one is the text that it is. */
static char *
dup_entity (const char *entity)
{
  static const struct
  {
    const char *entity;
    const char *text;
  } entities[] = {
    { "&lt;", "<" }, { "&gt;", ">" }, { "&amp;", "&" }, { "&quot;", "\"" }, { "&apos;", "'" }, { "&nbsp;", "\302\240" },
  };
  char text[7] = "";
  guint64 number;

  for (guint index = 0; index < G_N_ELEMENTS (entities); index++)
    if (g_str_equal (entities[index].entity, entity))
      return g_strdup (entities[index].text);
  if (entity[1] != '#')
    return g_strdup (entity);
  number = g_ascii_strtoull (entity + (g_ascii_tolower (entity[2]) == 'x' ? 3 : 2), NULL, g_ascii_tolower (entity[2]) == 'x' ? 16 : 10);
  g_unichar_to_utf8 (number > 0 && number <= 0x10ffff && g_unichar_validate (number) ? number : 0xfffd, text);
  return g_strdup (text);
}

static char *
dup_text (MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size)
{
  g_autofree char *owned = g_strndup (text, size);

  if (type == MD_TEXT_ENTITY)
    return dup_entity (owned);
  if (type == MD_TEXT_NULLCHAR)
    return g_strdup ("\357\277\275");
  return type == MD_TEXT_BR || type == MD_TEXT_SOFTBR ? g_strdup (" ") : g_steal_pointer (&owned);
}

static int
add_text (MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, gpointer data)
{
  Reading *self = data;
  g_autofree char *owned = dup_text (type, text, size);
  g_autofree char *escaped = type == MD_TEXT_CODE ? gyre_roff_escape_exactly (owned) : gyre_roff_escape (owned);

  if (self->row != NULL)
    g_string_append (self->row, owned);
  else if (self->is_code)
    g_string_append (self->code, owned);
  else
    g_string_append (self->line, escaped);
  return 0;
}

/* Adds a long text. What is not UTF-8 is shown as far as it is. Within a list there are no sections, so headings are words in bold. */
void
gyre_roff_append_markdown (GString *page, const char *markdown, gboolean is_nested)
{
  g_autofree char *valid = g_utf8_make_valid (markdown, -1);
  g_autoptr (GString) line = g_string_new (NULL);
  g_autoptr (GString) code = g_string_new (NULL);
  Reading reading = { .page = page, .line = line, .code = code, .depth = is_nested ? 1 : 0 };
  MD_PARSER parser = {
    .flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_NOHTML,
    .enter_block = enter_block, .leave_block = leave_block, .enter_span = enter_span, .leave_span = leave_span, .text = add_text,
  };

  md_parse (valid, strlen (valid), &parser, &reading);
}
