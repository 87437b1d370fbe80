/* gyre-codec-pml.c: Reads pml, which is XML
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * GMarkup reads the XML and calls a function for each tag; where the tag stands is found by going along in the text. It knows
 * no entities but XML's own five, so none can grow.
 */
#include "gyre-codec-pml-private.h"
#include "gyre-include-private.h"
#include "gyre-name.h"
#include "gyre-nesting-private.h"
#include "gyre-pml-text-private.h"
#include "gyre-source-private.h"

#include <string.h>

/* Deeper than any name. */
#define DEEPEST 512

typedef struct
{
  const char *name;
  const char *attributes[4];    /* that it may have */
  const char *parents[4];       /* that it may stand in */
} Element;

static const Element elements[] = {
  { "config", { NULL }, { "", NULL } },
  { "package", { "name", NULL }, { "config", "package", "component", NULL } },
  { "component", { "name", "family", NULL }, { "config", "package", "component", NULL } },
  { "bind", { "property", "operator", NULL }, { "config", "package", "component", NULL } },
  { "include", { "file", NULL }, { "config", NULL } },
};

/* An element that is open. */
typedef struct
{
  const Element *element;
  const char *start;            /* its `<` */
  const char *content;          /* the byte behind its tag */
} Frame;

typedef struct
{
  GyreSource *source;
  GyreReport *report;
  GyreNesting nesting;
  GyrePmlText text;
  const char *at;               /* what was read so far */
  GArray *frames;               /* of Frame */
  guint ignored;                /* elements that are open inside a wrong one, that one too */
  gboolean has_root;
  gboolean is_over;             /* it makes no sense to read on */
  gboolean is_empty;            /* the tag read last ends with `/>` */
} Parser;

static void G_GNUC_PRINTF (4, 5)
refuse (Parser *self, const char *at, const char *hint, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;
  guint line, column;

  if (!gyre_source_tells_more (self->report))
    return;
  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  gyre_walk_find (&self->text.walk, at - self->text.text, &line, &column);
  gyre_source_report (self->source, self->report, line, column, hint, "%s", message);
}

static const char *
get_parent (Parser *self)
{
  return self->frames->len > 0 ? g_array_index (self->frames, Frame, self->frames->len - 1).element->name : "";
}

/* Finds an element that may stand here. Tells where it may not. */
static const Element *
find_element (Parser *self, const char *name, const GyrePmlTag *tag)
{
  const char *parent = get_parent (self);
  const char *allowed[G_N_ELEMENTS (elements) + 1] = { NULL };
  g_autofree char *hint = NULL;
  g_autofree char *list = NULL;
  guint count = 0;

  for (guint index = 0; index < G_N_ELEMENTS (elements); index++)
    {
      if (!g_strv_contains (elements[index].parents, parent))
        continue;
      if (strcmp (elements[index].name, name) == 0)
        return &elements[index];
      allowed[count++] = elements[index].name;
    }
  if (!gyre_source_tells_more (self->report))
    return NULL;
  list = g_strjoinv (", ", (GStrv) allowed);
  hint = gyre_name_suggest (name, allowed);
  if (*parent == '\0')
    refuse (self, tag->start + 1, hint, "the outermost element must be 'config', is '%s'", name);
  else if (count == 0)
    refuse (self, tag->start + 1, hint, "'%s' must not hold other elements, holds '%s'", parent, name);
  else
    refuse (self, tag->start + 1, hint, "an element in '%s' must be one of %s, is '%s'", parent, list, name);
  return NULL;
}

/* GMarkup lets a '<' pass, which XML does not have in a value. */
static gboolean
check_value (Parser *self, const GyrePmlAttribute *attribute, const char *name)
{
  const char *at = memchr (attribute->value, '<', attribute->value_length);

  if (at != NULL)
    refuse (self, at, "write &lt; for '<'", "the value of '%s' must not have '<'", name);
  return at == NULL;
}

static gboolean
check_attributes (Parser *self, const Element *element, const GyrePmlTag *tag)
{
  gboolean is_good = TRUE;

  for (guint index = 0; index < tag->n_attributes; index++)
    {
      const GyrePmlAttribute *attribute = &tag->attributes[index];
      g_autofree char *name = g_strndup (attribute->name, attribute->name_length);
      g_autofree char *hint = NULL;
      g_autofree char *list = NULL;

      if (g_strv_contains (element->attributes, name))
        {
          is_good = check_value (self, attribute, name) && is_good;
          continue;
        }
      is_good = FALSE;
      if (!gyre_source_tells_more (self->report))
        continue;
      hint = gyre_name_suggest (name, element->attributes);
      list = g_strjoinv (", ", (GStrv) element->attributes);
      refuse (self, attribute->name, hint, *list != '\0' ? "an attribute of '%s' must be one of %s, is '%s'"
                                                         : "'%s' must not have attributes%s, has '%s'",
              element->name, list, name);
    }
  return is_good;
}

/* Reads the value of an attribute. Returns whether it is there. */
static gboolean
read_attribute (Parser *self, const GyrePmlTag *tag, const char *name, GyreNestingText *text)
{
  for (guint index = 0; index < tag->n_attributes; index++)
    {
      const GyrePmlAttribute *attribute = &tag->attributes[index];

      if (attribute->name_length != strlen (name) || memcmp (attribute->name, name, attribute->name_length) != 0)
        continue;
      gyre_pml_text_read (&self->text, attribute->value, attribute->value + attribute->value_length, text);
      return TRUE;
    }
  return FALSE;
}

static void
begin_map (Parser *self, const GyrePmlTag *tag)
{
  guint line, column;

  gyre_walk_find (&self->text.walk, tag->start - self->text.text, &line, &column);
  gyre_nesting_begin_map (&self->nesting, line, column, tag->stop - self->text.text);
}

/* Joins the two attributes of a component to the key of a condition. */
static void
say_condition (Parser *self, const GyreNestingText *family, const GyreNestingText *name)
{
  g_autoptr (GString) joined = g_string_new_len (family->text, family->length);
  GyreNestingPiece pieces[2] = { { 0, family->line, family->column }, { family->length + 1, name->line, name->column } };
  GyreNestingText key = *family;

  g_string_append_c (joined, '#');
  g_string_append_len (joined, name->text, name->length);
  key.text = joined->str;
  key.length = joined->len;
  key.n_pieces = G_N_ELEMENTS (pieces);
  key.pieces = pieces;
  gyre_nesting_key (&self->nesting, &key);
}

static gboolean
open_section (Parser *self, const Element *element, const GyrePmlTag *tag)
{
  g_autofree char *kept = NULL;
  GyreNestingText family, name;
  gboolean has_family = read_attribute (self, tag, "family", &family);

  if (has_family)
    family.text = kept = g_strndup (family.text, family.length);
  family.n_pieces = 0;
  self->nesting.may_repeat = TRUE;
  if (read_attribute (self, tag, "name", &name))
    {
      if (has_family)
        say_condition (self, &family, &name);
      else
        gyre_nesting_key (&self->nesting, &name);
    }
  else if (has_family)
    gyre_nesting_key (&self->nesting, &family);
  else
    {
      refuse (self, tag->start + 1, NULL, g_str_equal (element->name, "package") ? "a 'package' must have a 'name'"
                                                                                 : "a 'component' must have a 'name' or a 'family'");
      return FALSE;
    }
  begin_map (self, tag);
  return TRUE;
}

/* Reads the operator of a setting; it assigns unless it says something else. */
static GyreSettingOperator
read_operator (Parser *self, const GyrePmlTag *tag)
{
  GyreNestingText text;

  if (!read_attribute (self, tag, "operator", &text))
    return GYRE_SETTING_ASSIGN;
  for (guint operator = GYRE_SETTING_ASSIGN; operator <= GYRE_SETTING_PREPEND; operator++)
    if (strcmp (gyre_setting_operator_to_string (operator), self->text.decoded->str) == 0)
      return operator;
  gyre_source_report (self->source, self->report, text.line, text.column, NULL,
                      "an operator must be one of =, +=, -=, ^=, is '%.*s'", (int) MIN (text.length, 60), text.text);
  return GYRE_SETTING_ASSIGN;
}

static gboolean
open_bind (Parser *self, const GyrePmlTag *tag)
{
  GyreSettingOperator operator = read_operator (self, tag);
  GyreNestingText property;

  if (!read_attribute (self, tag, "property", &property))
    {
      refuse (self, tag->start + 1, NULL, "a 'bind' must have a 'property'");
      return FALSE;
    }
  self->nesting.may_repeat = operator != GYRE_SETTING_ASSIGN;
  gyre_nesting_key (&self->nesting, &property);
  self->nesting.event.operator = operator;
  return TRUE;
}

static gboolean
open_include (Parser *self, const GyrePmlTag *tag)
{
  GyreNestingText key = { .text = GYRE_INCLUDE_KEY, .length = strlen (GYRE_INCLUDE_KEY), .is_lasting = TRUE };
  GyreNestingText file;

  if (!read_attribute (self, tag, "file", &file))
    {
      refuse (self, tag->start + 1, NULL, "an 'include' must have a 'file'");
      return FALSE;
    }
  gyre_walk_find (&self->text.walk, tag->start + 1 - self->text.text, &key.line, &key.column);
  self->nesting.may_repeat = TRUE;
  gyre_nesting_key (&self->nesting, &key);
  gyre_nesting_scalar (&self->nesting, &file, GYRE_NESTING_STRING);
  return TRUE;
}

static gboolean
open_element (Parser *self, const Element *element, const GyrePmlTag *tag)
{
  if (strcmp (element->name, "bind") == 0)
    return open_bind (self, tag);
  if (strcmp (element->name, "include") == 0)
    return open_include (self, tag);
  if (strcmp (element->name, "config") != 0)
    return open_section (self, element, tag);
  if (self->has_root)
    {
      refuse (self, tag->start + 1, NULL, "a file must have one 'config'");
      return FALSE;
    }
  begin_map (self, tag);
  self->has_root = TRUE;
  return TRUE;
}

/* Ends the reading: more open elements cost GMarkup time and mean nothing. */
static void
stop_at_depth (Parser *self, const char *at, GError **error)
{
  refuse (self, at, NULL, "elements must not nest deeper than %d", DEEPEST);
  self->is_over = TRUE;
  g_set_error_literal (error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT, "too deep");
}

static void
on_start (GMarkupParseContext *context, const char *name, const char **names, const char **values, gpointer data, GError **error)
{
  Parser *self = data;
  const Element *element;
  GyrePmlTag tag;
  Frame frame = { NULL };

  gyre_pml_text_find_tag (&self->text, self->at, &tag);
  self->at = tag.stop;
  self->is_empty = tag.stop - tag.start > 2 && tag.stop[-2] == '/';
  frame.start = tag.start;
  frame.content = tag.stop;
  if (self->frames->len + self->ignored == DEEPEST)
    {
      stop_at_depth (self, tag.start, error);
      return;
    }
  if (self->ignored > 0 || (element = find_element (self, name, &tag)) == NULL)
    {
      self->ignored++;
      return;
    }
  frame.element = element;
  if (!check_attributes (self, element, &tag) || !open_element (self, element, &tag))
    {
      self->ignored++;
      return;
    }
  g_array_append_val (self->frames, frame);
}

/* Reads the value of a setting. */
static void
close_bind (Parser *self, const Frame *frame, const char *stop)
{
  const char *next;
  GyreNestingText text;
  guint parts = 0;

  for (const char *at = frame->content; at < stop; at = next)
    {
      gyre_pml_text_read (&self->text, at, gyre_pml_text_next (&self->text, at, stop, &next), &text);
      parts += text.length > 0;
    }
  gyre_pml_text_read (&self->text, frame->content, frame->content, &text);
  if (parts > 1)
    gyre_nesting_begin_list (&self->nesting, text.line, text.column, text.start);
  for (const char *at = frame->content; at < stop && parts > 0; at = next)
    {
      gyre_pml_text_read (&self->text, at, gyre_pml_text_next (&self->text, at, stop, &next), &text);
      text.start = frame->content - self->text.text;
      text.stop = stop - self->text.text;
      if (text.length > 0)
        gyre_nesting_scalar (&self->nesting, &text, GYRE_NESTING_STRING);
    }
  if (parts > 1)
    gyre_nesting_end_list (&self->nesting, text.line, text.column, stop - self->text.text);
  else if (parts == 0)
    gyre_nesting_scalar (&self->nesting, &text, GYRE_NESTING_STRING);
}

static void
on_end (GMarkupParseContext *context, const char *name, gpointer data, GError **error)
{
  Parser *self = data;
  Frame *frame;
  const char *stop = self->at;

  if (!self->is_empty)
    {
      stop = gyre_pml_text_find_end (&self->text, self->at);
      self->at = MIN (stop + 2, self->text.end);
    }
  self->is_empty = FALSE;
  if (self->ignored > 0)
    {
      self->ignored--;
      return;
    }
  frame = &g_array_index (self->frames, Frame, self->frames->len - 1);
  if (strcmp (name, "bind") == 0)
    close_bind (self, frame, stop);
  else if (strcmp (name, "include") != 0)
    gyre_nesting_end_map (&self->nesting, stop - self->text.text);
  g_array_set_size (self->frames, self->frames->len - 1);
}

/* Only values are made of text. */
static void
on_text (GMarkupParseContext *context, const char *text, gsize length, gpointer data, GError **error)
{
  Parser *self = data;
  const char *stop = text + length;

  if (self->ignored > 0 || strcmp (get_parent (self), "bind") == 0)
    return;
  while (text < stop && g_ascii_isspace (*text))
    text++;
  if (text == stop)
    return;
  for (const char *at = self->at; at < self->text.end; at++)
    if (!g_ascii_isspace (*at))
      {
        const char *next;

        if (*at == '<')
          {
            at = gyre_pml_text_next (&self->text, at, self->text.end, &next) == at ? next - 1 : at;
            continue;
          }
        refuse (self, at, "a value is written <bind property=\"name\">value</bind>", "text must stand in a 'bind'");
        return;
      }
}

static void
on_other (GMarkupParseContext *context, const char *text, gsize length, gpointer data, GError **error)
{
  Parser *self = data;
  const char *at;

  if (length < 9 || g_ascii_strncasecmp (text, "<!DOCTYPE", 9) != 0)
    return;
  at = memmem (self->at, self->text.end - self->at, text, 9);
  refuse (self, at != NULL ? at : self->at, "drop it: entities and declarations are not read",
          "the text must not have a document type");
}

/* Whether the tag at a place closes an element of this name. */
static gboolean
is_end_of (Parser *self, const char *at, const char *name)
{
  gsize length = strlen (name);

  return (gsize) (self->text.end - at) > length + 2 && memcmp (at + 2, name, length) == 0
         && (at[2 + length] == '>' || g_ascii_isspace (at[2 + length]));
}

/* Tells where the text stops to be XML. */
static void
report_mistake (Parser *self, GMarkupParseContext *context)
{
  gint line, column;
  const char *last = self->text.end;

  if (self->is_over)
    return;
  g_markup_parse_context_get_position (context, &line, &column);
  if (self->frames->len > 0 && self->ignored == 0 && gyre_pml_text_find_end (&self->text, self->at) == self->text.end)
    {
      const Frame *frame = &g_array_index (self->frames, Frame, self->frames->len - 1);

      refuse (self, frame->start, NULL, "'<%s>' must be closed by '</%s>'", frame->element->name, frame->element->name);
      return;
    }
  last = gyre_pml_text_find_end (&self->text, self->at);
  if (last + 1 < self->text.end && last[1] == '/' && self->frames->len > 0 && self->ignored == 0
      && !is_end_of (self, last, get_parent (self)))
    {
      refuse (self, last, NULL, "'</%s>' must stand here, as '<%s>' is open", get_parent (self), get_parent (self));
      return;
    }
  gyre_source_report (self->source, self->report, MAX (line, 1), MAX (column, 1),
                      "write &amp; for '&' and &lt; for '<'; values of attributes stand in quotes",
                      "the text must be XML, is not from here on");
}

/* The bytes are UTF-8; who says something else has saved them otherwise or has copied that line. */
static gboolean
check_encoding (Parser *self)
{
  const char *end = self->text.end;
  const char *stop, *at;
  gsize length;

  if (end - self->text.text < 5 || memcmp (self->text.text, "<?xml", 5) != 0)
    return TRUE;
  stop = memmem (self->text.text, end - self->text.text, "?>", 2);
  stop = stop != NULL ? stop : end;
  at = memmem (self->text.text, stop - self->text.text, "encoding", 8);
  if (at == NULL)
    return TRUE;
  while (at < stop && *at != '"' && *at != '\'')
    at++;
  at += at < stop;
  for (length = 0; at + length < stop && at[length] != '"' && at[length] != '\'';)
    length++;
  if ((length == 5 && g_ascii_strncasecmp (at, "UTF-8", 5) == 0)
      || (length == 8 && g_ascii_strncasecmp (at, "US-ASCII", 8) == 0))
    return TRUE;
  refuse (self, at, "save the file as UTF-8 and say so", "the encoding must be UTF-8, is '%.*s'", (int) MIN (length, 60), at);
  return FALSE;
}

static void
parse (Parser *self)
{
  static const GMarkupParser functions = { on_start, on_end, on_text, on_other, NULL };
  GMarkupParseContext *context = g_markup_parse_context_new (&functions, G_MARKUP_TREAT_CDATA_AS_TEXT, self, NULL);

  if (!g_markup_parse_context_parse (context, self->text.text, self->text.end - self->text.text, NULL)
      || !g_markup_parse_context_end_parse (context, NULL))
    report_mistake (self, context);
  g_markup_parse_context_free (context);
}

/* Adds the events of a pml text, and tells its mistakes. */
void
gyre_codec_pml_decode (GyreSource *source, GyreEvents *events, GyreReport *report)
{
  Parser self = { source, report };

  gyre_nesting_init (&self.nesting, source, events, report);
  gyre_pml_text_init (&self.text, source);
  self.at = self.text.text;
  self.frames = g_array_new (FALSE, FALSE, sizeof (Frame));
  if (check_encoding (&self))
    parse (&self);
  g_array_unref (self.frames);
  gyre_pml_text_clear (&self.text);
  gyre_nesting_clear (&self.nesting);
}
