/* gyre-chapter.c: Pages of Markdown that become pages of a site
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A folder's README is its first page, and its links are the order of the others: there is one table of contents, and it is the one that
 * people write. What no README links comes last, by name.
 */
#include "gyre-chapter.h"

#include <string.h>

#define README "README.md"

static void
chapter_free (gpointer data)
{
  GyreChapter *self = data;

  g_free (self->source);
  g_free (self->file);
  g_free (self->title);
  g_free (self->markdown);
  g_free (self);
}

/* A heading without its marks of Markdown: `code`, *emphasis*, [text](address). */
static char *
strip_marks (const char *heading)
{
  GString *plain = g_string_new (NULL);

  for (const char *place = heading; *place != '\0'; place++)
    if (place[0] == ']' && place[1] == '(' && strchr (place, ')') != NULL)
      place = strchr (place, ')');
    else if (strchr ("`*[", *place) == NULL)
      g_string_append_c (plain, *place);
  g_strstrip (plain->str);
  return g_string_free (plain, FALSE);
}

/* The first line of a README of this tree says the folder before a colon; a page of a site has no need of that. */
static char *
dup_title (const char *source, const char *markdown)
{
  const char *line = g_str_has_prefix (markdown, "# ") ? markdown + 2 : NULL;
  g_autofree char *heading = NULL;
  g_autofree char *title = NULL;
  gsize folder;

  if (line == NULL && strstr (markdown, "\n# ") != NULL)
    line = strstr (markdown, "\n# ") + 3;
  if (line == NULL)
    return g_path_get_basename (source);
  heading = g_strndup (line, strcspn (line, "\n"));
  title = strip_marks (heading);
  folder = strcspn (title, " ");
  if (g_str_has_suffix (source, README) && folder > 1 && title[folder - 1] == ':' && title[folder] == ' ')
    {
      memmove (title, title + folder + 1, strlen (title + folder + 1) + 1);
      *title = g_ascii_toupper (*title);
    }
  return g_steal_pointer (&title);
}

static char *
dup_file (const char *source)
{
  g_autofree char *stem = g_strndup (source, strlen (source) - strlen (".md"));
  g_autofree char *folder = g_path_get_dirname (source);
  g_autofree char *name = g_path_get_basename (source);

  if (!g_str_equal (name, README))
    return g_strconcat (stem, ".html", NULL);
  return g_str_equal (folder, ".") ? g_strdup ("index.html") : g_strconcat (folder, "/index.html", NULL);
}

static gboolean
read_chapter (GPtrArray *chapters, const char *root, const char *source, GError **error)
{
  g_autofree char *path = g_build_filename (root, source, NULL);
  g_autoptr (GError) problem = NULL;
  g_autofree char *text = NULL;
  GyreChapter *chapter;

  if (!g_file_get_contents (path, &text, NULL, &problem))
    {
      g_set_error (error, problem->domain, problem->code, "%s: can't be read: %s", path, problem->message);
      return FALSE;
    }
  if (!g_utf8_validate (text, -1, NULL))
    {
      g_set_error (error, G_CONVERT_ERROR, G_CONVERT_ERROR_ILLEGAL_SEQUENCE, "%s: a page must be UTF-8", path);
      return FALSE;
    }
  chapter = g_new (GyreChapter, 1);
  *chapter = (GyreChapter) {
    .source = g_strdup (source),
    .file = dup_file (source),
    .title = dup_title (source, text),
    .markdown = g_steal_pointer (&text),
  };
  g_ptr_array_add (chapters, chapter);
  return TRUE;
}

typedef struct
{
  char *name;           /* of a file or a folder */
  gsize place;          /* where the README speaks of it */
} Entry;

static void
entry_free (gpointer data)
{
  g_free (((Entry *) data)->name);
  g_free (data);
}

static int
compare_entries (gconstpointer first, gconstpointer second)
{
  const Entry *left = *(const Entry * const *) first;
  const Entry *right = *(const Entry * const *) second;

  if (left->place != right->place)
    return left->place < right->place ? -1 : 1;
  return strcmp (left->name, right->name);
}

/* Where a README links a name first. */
static gsize
find_link (const char *readme, const char *name)
{
  g_autofree char *link = g_strconcat ("](", name, NULL);
  const char *place = readme != NULL ? strstr (readme, link) : NULL;

  if (g_str_equal (name, README))
    return 0;
  return place != NULL ? (gsize) (place - readme) + 1 : G_MAXSIZE;
}

static GPtrArray *
list_entries (const char *path, GError **error)
{
  g_autoptr (GDir) folder = NULL;
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (entry_free);
  g_autofree char *readme_path = g_build_filename (path, README, NULL);
  g_autofree char *readme = NULL;
  g_autoptr (GError) problem = NULL;
  const char *name;

  folder = g_dir_open (path, 0, &problem);
  if (folder == NULL)
    {
      g_set_error (error, problem->domain, problem->code, "%s: the folder of pages can't be read: %s", path, problem->message);
      return NULL;
    }
  g_file_get_contents (readme_path, &readme, NULL, NULL);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *below = g_build_filename (path, name, NULL);
      gboolean is_folder = g_file_test (below, G_FILE_TEST_IS_DIR) && !g_file_test (below, G_FILE_TEST_IS_SYMLINK);
      Entry *entry;

      if (*name == '.' || !g_utf8_validate (name, -1, NULL) || !(is_folder || g_str_has_suffix (name, ".md")))
        continue;
      entry = g_new (Entry, 1);
      *entry = (Entry) { is_folder ? g_strconcat (name, "/", NULL) : g_strdup (name), 0 };
      entry->place = find_link (readme, entry->name);
      g_ptr_array_add (entries, entry);
    }
  g_ptr_array_sort (entries, compare_entries);
  return g_steal_pointer (&entries);
}

/* Reads the files of a folder, and then those of the folders below it. */
static gboolean
read_folder (GPtrArray *chapters, const char *root, const char *below, GError **error)
{
  g_autofree char *path = *below != '\0' ? g_build_filename (root, below, NULL) : g_strdup (root);
  g_autoptr (GPtrArray) entries = list_entries (path, error);
  gboolean is_good = entries != NULL;

  for (guint turn = 0; turn < 2; turn++)
    for (guint index = 0; is_good && index < entries->len; index++)
      {
        const char *name = ((Entry *) entries->pdata[index])->name;
        g_autofree char *source = g_strconcat (below, name, NULL);
        gboolean is_folder = g_str_has_suffix (name, "/");

        if (turn == 0 && !is_folder)
          is_good = read_chapter (chapters, root, source, error);
        else if (turn == 1 && is_folder)
          is_good = read_folder (chapters, root, source, error);
      }
  return is_good;
}

/* Returns: (transfer full): each file of Markdown of @folder and below, in order; NULL and an error where one can't be read */
GPtrArray *
gyre_chapter_read_folder (const char *folder, GError **error)
{
  g_autoptr (GPtrArray) chapters = g_ptr_array_new_with_free_func (chapter_free);

  return read_folder (chapters, folder, "", error) ? g_steal_pointer (&chapters) : NULL;
}

/* Returns: (transfer full): the anchor of a heading, as those make it who show Markdown; a second one of the name gets a number */
char *
gyre_chapter_dup_slug (const char *heading, GHashTable *used)
{
  g_autofree char *lower = g_utf8_strdown (heading, -1);
  GString *slug = g_string_new (NULL);
  guint number;

  for (const char *place = lower; *place != '\0'; place = g_utf8_next_char (place))
    {
      gunichar character = g_utf8_get_char (place);

      if (g_unichar_isalnum (character) || character == '-' || character == '_')
        g_string_append_unichar (slug, character);
      else if (character == ' ')
        g_string_append_c (slug, '-');
    }
  number = GPOINTER_TO_UINT (g_hash_table_lookup (used, slug->str));
  g_hash_table_insert (used, g_strdup (slug->str), GUINT_TO_POINTER (number + 1));
  if (number > 0)
    g_string_append_printf (slug, "-%u", number);
  return g_string_free (slug, FALSE);
}

/* Returns: (transfer full) (element-type utf8): the headings below the title, as plain texts; those of code are none */
GPtrArray *
gyre_chapter_list_headings (const GyreChapter *chapter)
{
  GPtrArray *headings = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) lines = g_strsplit (chapter->markdown, "\n", -1);
  gboolean is_code = FALSE;

  for (guint index = 0; lines[index] != NULL; index++)
    if (g_str_has_prefix (lines[index], "```"))
      is_code = !is_code;
    else if (!is_code && (g_str_has_prefix (lines[index], "## ") || g_str_has_prefix (lines[index], "### ")))
      g_ptr_array_add (headings, strip_marks (strchr (lines[index], ' ') + 1));
  return headings;
}
