/* gyre-page-chapter.c: The page of a chapter
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * MD4C writes HTML in which each `<` begins a tag, because what people wrote is escaped. So one pass over it finds the headings, links,
 * tables and blocks of code, and gives them what a site has besides: anchors, addresses of pages, colours, a place to copy from.
 */
#include "gyre-page-chapter.h"

#include "gyre-highlight.h"
#include "gyre-markdown.h"

#include <string.h>

typedef struct
{
  GyrePage page;
  GHashTable *sources;          /* source → GyreChapter */
  GHashTable *anchors;
  const GyreChapter *chapter;
  GPtrArray *origins;           /* of each fence, in order: `file: PATH`, `run: COMMAND`, or empty */
  GPtrArray *ends;              /* what closes each link that is open: static texts */
  gboolean is_heading;
} Writing;

/* Returns: (transfer full) (element-type utf8 GyreChapter): the chapters, by the names of their files of Markdown */
GHashTable *
gyre_page_list_sources (GPtrArray *chapters)
{
  GHashTable *sources = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint index = 0; index < chapters->len; index++)
    g_hash_table_insert (sources, ((GyreChapter *) chapters->pdata[index])->source, chapters->pdata[index]);
  return sources;
}

/* `<!-- file: PATH -->` belongs to the block of code below; any other comment is for those who read the source, and so is one
 * that names nothing. */
static char *
read_comment (const char *line)
{
  const char *end = strstr (line, "-->");
  g_autofree char *origin = NULL;

  if (end == NULL || !(g_str_has_prefix (line, "<!-- file: ") || g_str_has_prefix (line, "<!-- run: ")))
    return NULL;
  origin = g_strstrip (g_strndup (line + strlen ("<!-- "), (gsize) (end - line) - strlen ("<!-- ")));
  return strchr (origin, ' ') != NULL ? g_steal_pointer (&origin) : NULL;
}

/* Numbers the fences, takes comments and the title out. */
static char *
prepare (Writing *self, const char *markdown)
{
  g_auto (GStrv) lines = g_strsplit (markdown, "\n", -1);
  GString *text = g_string_sized_new (strlen (markdown) + 256);
  g_autofree char *origin = NULL;
  gboolean is_code = FALSE, has_title = FALSE;

  for (guint index = 0; lines[index] != NULL; index++)
    {
      const char *line = lines[index] + strspn (lines[index], " ");
      gboolean is_fence = g_str_has_prefix (line, "```");

      if (is_fence && !is_code)
        {
          g_string_append_printf (text, "%.*s```%u-%s\n", (int) (line - lines[index]), lines[index], self->origins->len, line + 3);
          g_ptr_array_add (self->origins, origin != NULL ? g_steal_pointer (&origin) : g_strdup (""));
        }
      else if (!is_code && g_str_has_prefix (line, "<!--") && strstr (line, "-->") != NULL)
        {
          g_free (origin);
          origin = read_comment (line);
        }
      else if (!is_code && !has_title && g_str_has_prefix (line, "# "))
        has_title = TRUE;
      else
        g_string_append_printf (text, "%s\n", lines[index]);
      is_code = is_fence ? !is_code : is_code;
    }
  return g_string_free (text, FALSE);
}

static char *
unescape (const char *html, gsize length)
{
  static const struct { const char *entity; char character; } entities[] = {
    { "&lt;", '<' }, { "&gt;", '>' }, { "&quot;", '"' }, { "&amp;", '&' },
  };
  GString *text = g_string_sized_new (length);

  for (const char *place = html; place < html + length;)
    {
      guint index = 0;

      while (index < G_N_ELEMENTS (entities) && !g_str_has_prefix (place, entities[index].entity))
        index++;
      g_string_append_c (text, index < G_N_ELEMENTS (entities) ? entities[index].character : *place);
      place += index < G_N_ELEMENTS (entities) ? strlen (entities[index].entity) : 1;
    }
  return g_string_free (text, FALSE);
}

/* The text of a piece of HTML. */
static char *
strip_tags (const char *html, gsize length)
{
  g_autoptr (GString) text = g_string_sized_new (length);
  gboolean is_tag = FALSE;

  for (gsize index = 0; index < length; index++)
    {
      is_tag = is_tag || html[index] == '<';
      if (!is_tag)
        g_string_append_c (text, html[index]);
      is_tag = is_tag && html[index] != '>';
    }
  return unescape (text->str, text->len);
}

/* `guide/../a/./b` is `a/b`; NULL when it leads out of the pages. */
static char *
resolve (const char *source, const char *link)
{
  g_autofree char *folder = g_path_get_dirname (source);
  g_autofree char *joined = g_strconcat (g_str_equal (folder, ".") ? "" : folder, "/", link, NULL);
  g_auto (GStrv) parts = g_strsplit (joined, "/", -1);
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  for (guint index = 0; parts[index] != NULL; index++)
    if (g_str_equal (parts[index], ".."))
      {
        if (kept->len == 0)
          return NULL;
        g_ptr_array_set_size (kept, (gint) kept->len - 1);
      }
    else if (*parts[index] != '\0' && !g_str_equal (parts[index], "."))
      g_ptr_array_add (kept, parts[index]);
  g_ptr_array_add (kept, NULL);
  return g_strjoinv ("/", (char **) kept->pdata);
}

static const GyreChapter *
find_chapter (Writing *self, const char *path)
{
  g_autofree char *resolved = resolve (self->chapter->source, path);
  g_autofree char *readme = resolved != NULL ? g_strconcat (resolved, *resolved != '\0' ? "/README.md" : "README.md", NULL) : NULL;
  const GyreChapter *chapter = resolved != NULL ? g_hash_table_lookup (self->sources, resolved) : NULL;

  return chapter == NULL && readme != NULL ? g_hash_table_lookup (self->sources, readme) : chapter;
}

/* A link to another file of Markdown leads to its page; one to a file that has no page is none. */
static void
append_link (Writing *self, const char *target)
{
  GString *html = self->page.body;
  g_autofree char *path = g_strndup (target, strcspn (target, "#"));
  g_autofree char *plain = g_uri_unescape_string (path, NULL);
  const GyreChapter *chapter = *path != '\0' && plain != NULL ? find_chapter (self, plain) : NULL;
  gboolean is_away = chapter == NULL && *path != '\0' && strstr (path, "://") == NULL && !g_str_has_prefix (path, "mailto:");
  g_autofree char *link = chapter != NULL ? gyre_markup_dup_link (chapter->file) : NULL;

  g_ptr_array_add (self->ends, (gpointer) (is_away ? "</span>" : "</a>"));
  if (is_away)
    gyre_markup_append (html, "<span class=\"away\" title=\"$\">", target, NULL);
  else if (chapter != NULL)
    gyre_markup_append (html, "<a href=\"$$$\">", self->page.root, link, target + strlen (path), NULL);
  else
    gyre_markup_append (html, "<a href=\"$\">", target, NULL);
}

static void
append_heading (Writing *self, const char *start, const char *end, char level)
{
  g_autofree char *title = strip_tags (start, (gsize) (end - start));
  g_autofree char *anchor = gyre_chapter_dup_slug (title, self->anchors);
  char tag[] = { 'h', level, '\0' };

  gyre_markup_append (self->page.body, "<$ id=\"$\"><a href=\"#$\">", tag, anchor, anchor, NULL);
  self->is_heading = TRUE;
  if (level == '2')
    gyre_markup_append (self->page.contents, "<li><a href=\"#$\">$</a></li>\n", anchor, title, NULL);
  else if (level == '3')
    gyre_page_append_entry (&self->page, anchor, title);
}

/* @language is `12-c`: the number of the fence, and what it says. */
static void
append_code (Writing *self, const char *language, const char *code, gsize length)
{
  GString *html = self->page.body;
  char *rest = NULL;
  guint64 number = g_ascii_strtoull (language, &rest, 10);
  const char *origin = *language != '\0' && number < self->origins->len ? self->origins->pdata[number] : "";
  gboolean is_command = g_str_has_prefix (origin, "run: ");
  g_autofree char *text = unescape (code, length);

  g_string_append (html, "<div class=\"code\">");
  if (*origin != '\0')
    gyre_markup_append (html, "<p class=\"origin$\">$</p>", is_command ? " command" : "",
                        origin + strcspn (origin, " ") + 1, NULL);
  g_string_append (html, "<pre tabindex=\"0\"><code>");
  gyre_highlight_append (html, text, rest != NULL && *rest == '-' ? rest + 1 : "");
  g_string_append (html, "</code></pre></div>\n");
}

/* Returns what stands behind a block of code. */
static const char *
take_code (Writing *self, const char *place)
{
  const char *end = strstr (place, "</code></pre>");
  const char *code = strstr (place, "<code");
  const char *start = code != NULL ? strchr (code, '>') : NULL;
  const char *class = strstr (place, "language-");
  g_autofree char *language = NULL;

  if (end == NULL || start == NULL)
    return place + strlen (place);
  language = class != NULL && class < start ? g_strndup (class + strlen ("language-"), strcspn (class, "\"") - strlen ("language-")) : g_strdup ("");
  append_code (self, language, start + 1, (gsize) (end - start - 1));
  return end + strlen ("</code></pre>");
}

/* The name of a family that has a page is a link to it. */
static const char *
take_word (Writing *self, const char *place)
{
  const char *start = place + strlen ("<code>");
  const char *end = strstr (start, "</code>");
  g_autofree char *word = end != NULL ? unescape (start, (gsize) (end - start)) : NULL;

  if (word == NULL || self->is_heading || self->ends->len > 0 || gyre_catalogue_find (self->page.catalogue, word) == NULL)
    {
      g_string_append (self->page.body, "<code>");
      return start;
    }
  gyre_page_append_name (&self->page, word, word);
  return end + strlen ("</code>");
}

/* Returns what stands behind the tag that begins at @place. */
static const char *
take_tag (Writing *self, const char *place)
{
  GString *html = self->page.body;
  const char *end = strchr (place, '>');

  if (g_str_has_prefix (place, "<pre>"))
    return take_code (self, place);
  if (g_str_has_prefix (place, "<code>"))
    return take_word (self, place);
  if (place[1] == 'h' && g_ascii_isdigit (place[2]) && place[3] == '>')
    append_heading (self, place + 4, strstr (place, "</h"), place[2]);
  else if (g_str_has_prefix (place, "</h") && g_ascii_isdigit (place[3]))
    {
      g_string_append_printf (html, "</a>%.*s", (int) (end + 1 - place), place);
      self->is_heading = FALSE;
    }
  else if (g_str_has_prefix (place, "<a href=\""))
    {
      const char *start = place + strlen ("<a href=\"");
      g_autofree char *target = unescape (start, strcspn (start, "\""));

      append_link (self, target);
    }
  else if (g_str_has_prefix (place, "</a>"))
    {
      g_string_append (html, self->ends->len > 0 ? self->ends->pdata[self->ends->len - 1] : "");
      g_ptr_array_set_size (self->ends, MAX ((gint) self->ends->len - 1, 0));
    }
  else if (g_str_has_prefix (place, "<table>"))
    g_string_append (html, "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Table\"><table>");
  else if (g_str_has_prefix (place, "</table>"))
    g_string_append (html, "</table></div>");
  else
    g_string_append_len (html, place, end + 1 - place);
  return end + 1;
}

static void
append_text (Writing *self)
{
  g_autofree char *markdown = prepare (self, self->chapter->markdown);
  g_autofree char *html = gyre_markdown_to_html (markdown);

  g_string_append (self->page.body, "<div class=\"prose\">\n");
  for (const char *place = html; *place != '\0';)
    {
      gsize length = strcspn (place, "<");

      g_string_append_len (self->page.body, place, (gssize) length);
      place += length;
      if (*place == '<')
        place = take_tag (self, place);
    }
  g_string_append (self->page.body, "</div>\n");
}

static gboolean
is_beside (const GyreChapter *first, const GyreChapter *second)
{
  g_autofree char *left = g_path_get_dirname (first->source);
  g_autofree char *right = g_path_get_dirname (second->source);

  return g_str_equal (left, right);
}

static void
append_turn (Writing *self, GPtrArray *chapters, guint index, gint step, const char *arrow)
{
  const GyreChapter *other = index + step < chapters->len ? chapters->pdata[index + step] : NULL;
  g_autofree char *link = other != NULL ? gyre_markup_dup_link (other->file) : NULL;

  if (other != NULL && is_beside (self->chapter, other))
    gyre_markup_append (self->page.body, "<a rel=\"$\" href=\"$$\">$$$</a>\n", step < 0 ? "prev" : "next", self->page.root, link,
                        step < 0 ? arrow : "", other->title, step < 0 ? "" : arrow, NULL);
}

/* From a page to the root. */
static char *
dup_root (const char *file)
{
  GString *root = g_string_new (NULL);

  for (const char *place = strchr (file, '/'); place != NULL; place = strchr (place + 1, '/'))
    g_string_append (root, "../");
  return g_string_free (root, FALSE);
}

/* Returns: (transfer full): the page of one of @chapters */
GString *
gyre_page_write_chapter (GyreCatalogue *catalogue, GPtrArray *chapters, GHashTable *sources, guint index)
{
  const GyreChapter *chapter = chapters->pdata[index];
  g_autofree char *root = dup_root (chapter->file);
  g_autofree char *current = gyre_markup_dup_link (chapter->file);
  g_autoptr (GHashTable) anchors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) origins = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) ends = g_ptr_array_new ();
  Writing self = { .sources = sources, .anchors = anchors, .chapter = chapter, .origins = origins, .ends = ends };

  gyre_page_begin (&self.page, catalogue, root);
  gyre_markup_append (self.page.body, "<h1>$</h1>\n", chapter->title, NULL);
  append_text (&self);
  g_string_append (self.page.body, "<nav class=\"turn\" aria-label=\"Next pages\">\n");
  append_turn (&self, chapters, index, -1, "← ");
  append_turn (&self, chapters, index, 1, " →");
  g_string_append (self.page.body, "</nav>\n");
  return gyre_page_end (&self.page, chapter->title, NULL, current);
}
