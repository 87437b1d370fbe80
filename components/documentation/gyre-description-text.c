/* gyre-description-text.c: A description as aligned text
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A block for each member: a line with its name, kind and value, and under it what else there is to tell, one subject a line. Names and
 * kinds are padded by the columns that they take on a terminal. What has nothing to say has no line, so that a class without a word of its
 * author's shows what is known of it and nothing else.
 */
#include "gyre-description.h"
#include "gyre-paragraph.h"

#include <string.h>

#define BOLD "\033[1m"
#define FAINT "\033[2m"
#define PLAIN "\033[0m"

/* Names that are longer than this do not move everything else to the right. */
#define WIDEST 32

typedef struct
{
  GString *text;
  gboolean is_coloured;
  guint columns;            /* 0: lines are as long as they are */
} Page;

static void
append_styled (Page *page, const char *style, const char *text)
{
  g_string_append_printf (page->text, "%s%s%s", page->is_coloured ? style : "", text, page->is_coloured ? PLAIN : "");
}

static void
append_padding (Page *page, const char *text, guint width)
{
  for (guint column = gyre_paragraph_get_width (text); column < width; column++)
    g_string_append_c (page->text, ' ');
}

/* At a column; further lines begin at another one. */
static void
append_text (Page *page, const char *text, guint column, guint indent)
{
  gyre_paragraph_append (page->text, text, column, indent, page->columns);
}

/* A name of several words; each of its lines has the style, since pagers forget it at the end of a line. */
static void
append_styled_text (Page *page, const char *style, const char *text, guint column, guint indent)
{
  g_autoptr (GString) broken = g_string_new (NULL);
  g_auto (GStrv) lines = NULL;

  gyre_paragraph_append (broken, text, column, indent, page->columns);
  lines = g_strsplit (broken->str, "\n", -1);
  for (guint index = 0; lines[index] != NULL; index++)
    {
      gsize blanks = index > 0 ? strspn (lines[index], " ") : 0;

      g_string_append_printf (page->text, "%s%.*s", index > 0 ? "\n" : "", (int) blanks, lines[index]);
      append_styled (page, style, lines[index] + blanks);
    }
}

static void
append_row (Page *page, guint indent, const char *name, guint width, guint hanging, const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  g_string_append_printf (page->text, "%*s", (int) indent, "");
  append_styled (page, FAINT, name);
  append_padding (page, name, width);
  append_text (page, text, indent + MAX (width, gyre_paragraph_get_width (name)), indent + width + hanging);
  g_string_append_c (page->text, '\n');
}

/* One subject, such as `units  m`; nothing where there is no text. */
static void
append_field (Page *page, guint indent, const char *name, const char *text)
{
  append_row (page, indent, name, 12, 0, text);
}

static void
append_locator (Page *page, guint indent, const char *name, GyreLocator *locator)
{
  g_autofree char *place = locator != NULL ? gyre_locator_to_string (locator) : NULL;

  append_field (page, indent, name, place);
}

static void
append_deprecated (Page *page, const char *since)
{
  g_autofree char *text = since != NULL ? g_strconcat ("since ", since, NULL) : NULL;

  append_field (page, 6, "deprecated", text);
}

static char *
join_classes (GPtrArray *classes, const char *separator)
{
  GString *text = g_string_new (NULL);

  for (guint index = 0; index < classes->len; index++)
    {
      const GyreDescribedClass *class = classes->pdata[index];

      g_string_append (text, index > 0 ? separator : "");
      if (class->family != NULL)
        g_string_append_printf (text, "%s (%s)", class->family, class->type);
      else
        g_string_append (text, class->type);
    }
  return g_string_free (text, FALSE);
}

/* A title over a part of the page. */
static void
append_title (Page *page, const char *title)
{
  g_string_append_c (page->text, '\n');
  append_styled (page, BOLD, title);
  g_string_append_c (page->text, '\n');
}

static void
append_classes (Page *page, const char *name, GPtrArray *classes, const char *separator)
{
  g_autofree char *text = join_classes (classes, separator);

  append_field (page, 2, name, text);
}

/* As it is. An empty line has no blanks. */
static void
append_line (Page *page, guint indent, const char *line)
{
  g_string_append_printf (page->text, "%*s%s\n", *line != '\0' ? (int) indent : 0, "", line);
}

static void
append_lines (Page *page, guint indent, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);

  for (guint index = 0; lines[index] != NULL; index++)
    if (*lines[index] != '\0' || lines[index + 1] != NULL)
      append_line (page, indent, lines[index]);
}

/* How many bytes of a line stand before its words, with the mark of a list; FALSE for tables and code. */
static gboolean
is_prose (const char *line, guint *start)
{
  gsize blanks = strspn (line, " ");
  const char *mark = line + blanks + strspn (line + blanks, "0123456789");
  gboolean is_item = mark > line + blanks ? g_str_has_prefix (mark, ". ") : *mark != '\0' && strchr ("-*+", *mark) != NULL && mark[1] == ' ';

  *start = is_item ? (guint) (mark - line) + 2 : (guint) blanks;
  return blanks < 4 && line[blanks] != '|';
}

/* Markdown: prose is broken where the terminal ends. */
static void
append_paragraph (Page *page, guint indent, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);
  gboolean is_code = FALSE;
  guint start;

  for (guint index = 0; lines[index] != NULL; index++)
    {
      is_code = is_code != g_str_has_prefix (lines[index], "```");
      if (*lines[index] != '\0' && !is_code && is_prose (lines[index], &start))
        {
          g_string_append_printf (page->text, "%*s", (int) indent, "");
          append_text (page, lines[index], indent, indent + start);
          g_string_append_c (page->text, '\n');
        }
      else if (*lines[index] != '\0' || lines[index + 1] != NULL)
        append_line (page, indent, lines[index]);
    }
}

/* Interfaces one by one, each with what it obliges to. */
static void
append_promises (Page *page, const GyreDescription *self)
{
  const char *name = self->subject == GYRE_DESCRIPTION_INTERFACE ? "extends" : "interfaces";

  append_classes (page, name, self->interfaces, ", ");
  for (guint index = 0; index < self->interfaces->len; index++)
    {
      const GyreDescribedClass *class = self->interfaces->pdata[index];
      g_autofree char *members = class->asks != NULL ? g_strjoinv (", ", class->asks) : NULL;
      g_autofree char *text = members != NULL && *members != '\0'
                                ? g_strdup_printf ("%s: %s", class->family != NULL ? class->family : class->type, members) : NULL;

      append_field (page, 2, "asks", text);
    }
}

/* The file without its folder, which differs from machine to machine. */
static void
append_module (Page *page, const GyreDescription *self)
{
  g_autofree char *file = self->module != NULL ? g_path_get_basename (self->module) : NULL;
  g_autofree char *text = self->version != NULL ? g_strdup_printf ("%s, version %s", file, self->version) : g_strdup (file);

  append_field (page, 2, "module", text);
}

static void
append_head (Page *page, const GyreDescription *self)
{
  const char *public_name = self->family != NULL ? self->family : self->type;
  gboolean is_instance = self->subject == GYRE_DESCRIPTION_INSTANCE && self->specification != NULL;
  const char *title = is_instance ? self->specification : public_name;

  append_styled (page, BOLD, title);
  g_string_append (page->text, self->summary != NULL ? ": " : "");
  if (self->summary != NULL)
    append_text (page, self->summary, gyre_paragraph_get_width (title) + 2, 6);
  g_string_append_c (page->text, '\n');
  append_paragraph (page, 2, self->description);
  append_field (page, 2, "invalid", self->mistakes);
  append_field (page, 2, "type", self->type);
  append_field (page, 2, "family", self->family);
  append_module (page, self);
  append_field (page, 2, "abstract", self->is_abstract ? "only derived classes have instances" : NULL);
  append_field (page, 2, "open", self->is_open ? "takes attributes that nobody has declared" : NULL);
  append_locator (page, 2, "declared", self->declared);
  append_locator (page, 2, "built", self->built);
  append_classes (page, "hierarchy", self->hierarchy->len > 0 ? self->hierarchy : self->pedigree, " < ");
  append_classes (page, "derived", self->derived, ", ");
  append_promises (page, self);
  append_field (page, 2, "default", self->implementation);
  append_classes (page, "implemented", self->implementers, ", ");
}

static char *
said_by (const GyreDescribedValue *value)
{
  g_autofree char *place = value->locator != NULL ? gyre_locator_to_string (value->locator) : NULL;

  if (value->priority.category == GYRE_CATEGORY_UNINITIALIZED)
    return g_strdup (place);
  if (value->priority.category == GYRE_CATEGORY_DEFAULTS)
    return g_strdup (place != NULL ? place : "default");
  return g_strdup_printf ("%s%s%s%s", gyre_category_get_name (value->priority.category),
                          value->priority.conditional ? ", conditional" : "", place != NULL ? ", " : "",
                          place != NULL ? place : "");
}

/* Flags that no other line tells. */
static char *
list_flags (const GyreDescribedTrait *trait)
{
  static const char * const told[] = { "readable", "writable", "construct-only", "explicit-notify", "lax-validation", "deprecated",
                                       "secret", "restart", "computed", "delegate", NULL };
  g_autoptr (GPtrArray) others = g_ptr_array_new ();

  for (guint index = 0; trait->flags != NULL && trait->flags[index] != NULL; index++)
    if (!g_strv_contains (told, trait->flags[index]))
      g_ptr_array_add (others, trait->flags[index]);
  g_ptr_array_add (others, NULL);
  return g_strjoinv (", ", (char **) others->pdata);
}

/* The type in C of a property of other code, where the kind alone does not say it. */
static const char *
get_native (const GyreDescribedTrait *trait)
{
  static const char * const plain[] = { "gdouble", "gint64", "gchararray", "gboolean", NULL };

  if (trait->native == NULL || trait->key != NULL || g_strv_contains (plain, trait->native) || strstr (trait->kind_text, trait->native) != NULL)
    return NULL;
  return g_str_equal (trait->kind, "real") || g_str_equal (trait->kind, "integer") ? trait->native : NULL;
}

/* An instance shows its value, and the default only where it differs; a class shows the default. */
static void
append_values (Page *page, const GyreDescribedTrait *trait, gboolean is_instance)
{
  g_autofree char *value_place = is_instance ? said_by (&trait->value) : NULL;
  g_autofree char *fallback_place = said_by (&trait->fallback);
  g_autofree char *fallback = NULL;

  if (is_instance)
    append_field (page, 6, "from", value_place);
  else if (trait->fallback.locator != NULL)
    append_field (page, 6, "from", fallback_place);
  if (is_instance && trait->fallback.text != NULL && g_strcmp0 (trait->fallback.text, trait->value.text) != 0)
    {
      fallback = g_strdup_printf ("%s%s%s", trait->fallback.text, fallback_place != NULL ? "  " : "",
                                  fallback_place != NULL ? fallback_place : "");
      append_field (page, 6, "default", fallback);
    }
}

/* The words of an enumeration or of flags: in one line, or where each has something to say, one by one. */
static void
append_words (Page *page, const GyreDescribedTrait *trait)
{
  g_autoptr (GString) line = g_string_new (NULL);
  gboolean is_list = FALSE;

  for (guint index = 0; index < trait->values->len; index++)
    is_list = is_list || ((const GyreDescribedWord *) trait->values->pdata[index])->summary != NULL;
  for (guint index = 0; index < trait->values->len; index++)
    {
      const GyreDescribedWord *word = trait->values->pdata[index];
      g_autofree char *text = g_strdup_printf ("%s (%" G_GINT64_FORMAT ")%s%s", word->word, word->value, word->summary != NULL ? ": " : "",
                                               word->summary != NULL ? word->summary : "");

      if (is_list)
        append_row (page, 6, index == 0 ? "words" : "", 12, 2, text);
      else
        g_string_append_printf (line, "%s%s", line->len > 0 ? ", " : "", word->word);
    }
  for (guint index = 0; trait->values->len == 0 && trait->words != NULL && trait->words[index] != NULL; index++)
    g_string_append_printf (line, "%s%s", line->len > 0 ? ", " : "", trait->words[index]);
  append_field (page, 6, "words", line->str);
}

static void
append_implementers (Page *page, const GyreDescribedTrait *trait)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint index = 0; index < trait->implementers->len; index++)
    {
      const GyreDescribedClass *class = trait->implementers->pdata[index];

      g_string_append_printf (text, "%s%s", index > 0 ? ", " : "", class->family != NULL ? class->family : class->type);
    }
  append_field (page, 6, "can be", text->str);
}

/* Who declares it, and whose it replaces. */
static void
append_owner (Page *page, const char *owner, gboolean is_inherited, const char *shadows)
{
  append_field (page, 6, "owner", is_inherited ? owner : NULL);
  append_field (page, 6, "shadows", shadows);
}

/* The rest of the first line: the kind, and the value at a column of its own. Its sign stays with it. */
static void
append_kind (Page *page, const GyreDescribedTrait *trait, const char *value, guint column, guint width)
{
  guint kind_width = gyre_paragraph_get_width (trait->kind_text);
  g_autofree char *first = g_strndup (value != NULL ? value : "", value != NULL ? strcspn (value, " ") : 0);

  g_string_append (page->text, "  ");
  append_text (page, trait->kind_text, column + 2, 10);
  if (value != NULL)
    {
      column += 4 + MAX (width, kind_width);
      if (page->columns > 0 && column + 2 + gyre_paragraph_get_width (first) > page->columns)
        g_string_append_printf (page->text, "\n%*s= ", (int) (column = 10), "");
      else
        g_string_append_printf (page->text, "%*s= ", (int) (MAX (width, kind_width) - kind_width) + 2, "");
      append_text (page, value, column + 2, 12);
    }
  g_string_append_c (page->text, '\n');
}

static void
append_trait (Page *page, const GyreDescribedTrait *trait, guint name_width, guint kind_width, gboolean is_instance)
{
  const char *value = is_instance ? trait->value.text : trait->fallback.text != NULL ? trait->fallback.text : trait->declared.text;
  g_autofree char *aliases = g_strjoinv (", ", trait->aliases);
  g_autofree char *flags = list_flags (trait);
  g_autofree const char **list = gyre_described_trait_list_remarks (trait);
  g_autofree char *remarks = g_strjoinv ("; ", (char **) list);

  g_string_append (page->text, "  ");
  append_styled (page, BOLD, trait->name);
  append_padding (page, trait->name, name_width);
  append_kind (page, trait, value, 2 + MAX (name_width, gyre_paragraph_get_width (trait->name)), kind_width);
  append_paragraph (page, 6, trait->summary);
  append_paragraph (page, 6, trait->description);
  append_field (page, 6, "words of", trait->said_by);
  append_values (page, trait, is_instance);
  append_field (page, 6, "range", trait->rules);
  append_words (page, trait);
  append_implementers (page, trait);
  append_field (page, 6, "units", gyre_described_trait_get_units (trait));
  append_field (page, 6, "aliases", aliases);
  append_owner (page, trait->is_dynamic ? "this instance" : trait->owner, trait->is_dynamic || trait->is_inherited, trait->shadows);
  append_field (page, 6, "native", get_native (trait));
  append_field (page, 6, "flags", flags);
  append_field (page, 6, "remarks", remarks);
  append_deprecated (page, trait->deprecated_since);
}

static void
append_traits (Page *page, const GyreDescription *self)
{
  guint name_width = 0, kind_width = 0;
  guint widest = page->columns > 0 ? MIN (WIDEST, page->columns / 3) : WIDEST;

  for (guint index = 0; index < self->traits->len; index++)
    {
      const GyreDescribedTrait *trait = self->traits->pdata[index];

      name_width = MAX (name_width, MIN (gyre_paragraph_get_width (trait->name), widest));
      kind_width = MAX (kind_width, MIN (gyre_paragraph_get_width (trait->kind_text), widest));
    }
  if (self->traits->len > 0)
    append_title (page, "traits");
  for (guint index = 0; index < self->traits->len; index++)
    append_trait (page, self->traits->pdata[index], name_width, kind_width, self->subject == GYRE_DESCRIPTION_INSTANCE);
}

static void
append_argument (Page *page, const GyreDescribedArgument *argument)
{
  const char *role = argument->is_variable ? "variable" : argument->is_required ? "required" : "default";
  g_autofree char *text = g_strdup_printf ("%s: %s%s%s%s%s", argument->name, argument->kind, argument->fallback != NULL ? " = " : "",
                                           argument->fallback != NULL ? argument->fallback : "",
                                           argument->summary != NULL ? ": " : "",
                                           argument->summary != NULL ? argument->summary : "");

  append_field (page, 6, role, text);
}

static void
append_behavior (Page *page, const GyreDescribedBehavior *behavior, guint number)
{
  g_autofree char *aliases = g_strjoinv (", ", behavior->aliases);

  g_string_append_printf (page->text, "  %u. ", number);
  append_styled_text (page, BOLD, behavior->signature, number < 10 ? 5 : 6, 10);
  g_string_append_c (page->text, '\n');
  append_paragraph (page, 6, behavior->summary);
  append_paragraph (page, 6, behavior->description);
  append_field (page, 6, "words of", behavior->said_by);
  for (guint index = 0; index < behavior->arguments->len; index++)
    append_argument (page, behavior->arguments->pdata[index]);
  append_field (page, 6, "aliases", aliases);
  append_owner (page, behavior->owner, behavior->is_inherited, behavior->shadows);
  append_locator (page, 6, "source", behavior->locator);
  append_deprecated (page, behavior->deprecated_since);
}

static void
append_behaviors (Page *page, const GyreDescription *self)
{
  if (self->behaviors->len > 0)
    append_title (page, "behaviors");
  for (guint index = 0; index < self->behaviors->len; index++)
    append_behavior (page, self->behaviors->pdata[index], index + 1);
}

static void
append_signals (Page *page, const GyreDescription *self)
{
  if (self->signals->len > 0)
    append_title (page, "signals");
  for (guint index = 0; index < self->signals->len; index++)
    {
      const GyreDescribedSignal *signal = self->signals->pdata[index];
      g_autofree char *flags = g_strjoinv (", ", signal->flags);

      g_string_append (page->text, "  ");
      append_styled_text (page, BOLD, signal->signature, 2, 10);
      g_string_append_c (page->text, '\n');
      append_paragraph (page, 6, signal->summary);
      append_owner (page, signal->owner, signal->is_inherited, NULL);
      append_field (page, 6, "flags", flags);
    }
}

static void
append_children (Page *page, const GyreDescription *self)
{
  if (self->children->len > 0)
    append_title (page, "children");
  for (guint index = 0; index < self->children->len; index++)
    {
      const GyreDescribedInstance *child = self->children->pdata[index];

      g_string_append_printf (page->text, "  %s  %s\n", child->name, child->family != NULL ? child->family : child->type);
    }
}

static void
append_sections (Page *page, const GyreDescription *self)
{
  for (guint index = 0; index < self->sections->len; index++)
    {
      const GyreDescribedSection *section = self->sections->pdata[index];

      guint width = 12;

      append_title (page, section->title);
      for (guint row = 0; row < section->rows->len; row++)
        width = MAX (width, gyre_paragraph_get_width (((const GyreDescribedRow *) section->rows->pdata[row])->name) + 2);
      for (guint row = 0; row < section->rows->len; row++)
        append_row (page, 2, ((const GyreDescribedRow *) section->rows->pdata[row])->name, width, 0,
                    ((const GyreDescribedRow *) section->rows->pdata[row])->text);
    }
}

/* An instance has its own values above; a class shows how to say others. */
static void
append_example (Page *page, const GyreDescription *self)
{
  if (self->example == NULL || self->subject != GYRE_DESCRIPTION_CLASS)
    return;
  append_title (page, "example");
  append_lines (page, 2, self->example);
}

/**
 * gyre_description_to_text:
 * @description: a description
 * @is_coloured: whether names stand out by a terminal's control sequences
 *
 * Writes a description for a person.
 *
 * Returns: (transfer full): the text; its last line ends with a newline
 *
 * Since: 0.1
 */
char *
gyre_description_to_text (GyreDescription *description, gboolean is_coloured)
{
  return gyre_description_to_page (description, is_coloured, 0);
}

/**
 * gyre_description_to_page:
 * @description: a description
 * @is_coloured: whether names stand out by a terminal's control sequences
 * @columns: how many columns the terminal has; 0: lines are as long as they are
 *
 * Writes a description for a person who sees so many columns. Examples, which are to be copied, keep their lines.
 *
 * Returns: (transfer full): the text; its last line ends with a newline
 *
 * Since: 0.1
 */
char *
gyre_description_to_page (GyreDescription *description, gboolean is_coloured, guint columns)
{
  Page page;

  g_return_val_if_fail (description != NULL, NULL);

  page = (Page) { g_string_new (NULL), is_coloured, columns };
  append_head (&page, description);
  append_traits (&page, description);
  append_behaviors (&page, description);
  append_signals (&page, description);
  append_children (&page, description);
  append_sections (&page, description);
  append_example (&page, description);
  return g_string_free (page.text, FALSE);
}
