/* gyre-include.c: Configurations that name others to be read
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-include-private.h"
#include "gyre-name.h"

#include <glob.h>
#include <string.h>

/* A list with so many mistakes is no list. */
#define MISTAKES_TOLD 20

/* The events of the files that a list names, while it is read. */
typedef struct
{
  GyreEvents *events;
  GyreReport *report;
  GyreEvent whole;      /* the directive, whose value is the list */
  guint index;          /* of the directive */
  GArray *found;        /* of GyreEvent, one for each path */
  GyreEventCursor cursor;
  guint mistakes;       /* that were told */
} Reading;

static void
report_at (Reading *self, gsize offset, const char *hint, const char *message)
{
  self->mistakes++;
  gyre_events_find_value_place (self->events, self->index, &self->cursor, offset);
  gyre_source_report (self->events->source, self->report, self->cursor.line, self->cursor.column, hint, "%s: %s",
                      GYRE_INCLUDE_KEY, message);
}

static gboolean
is_blank (char byte)
{
  return g_ascii_isspace (byte);
}

static void
trim (const char **start, const char **stop)
{
  while (*start < *stop && is_blank (**start))
    ++*start;
  while (*stop > *start && is_blank ((*stop)[-1]))
    --*stop;
}

/* Adds the path between two bytes of the list. */
static void
add_path (Reading *self, const char *start, const char *stop)
{
  GyreEvent event = self->whole;
  gboolean is_quoted;

  trim (&start, &stop);
  gyre_events_find_value_place (self->events, self->index, &self->cursor, start - self->whole.value);
  event.value_line = self->cursor.line;
  event.value_column = self->cursor.column;
  event.optional = start < stop && *start == '?';
  start += event.optional;
  trim (&start, &stop);
  is_quoted = stop - start >= 2 && (*start == '"' || *start == '\'') && stop[-1] == *start;
  start += is_quoted;
  stop -= is_quoted;
  if (start == stop)
    {
      report_at (self, MIN ((gsize) (start - self->whole.value), self->whole.value_length),
                 "files are written one.pfg, ?two.pfg, conf.d/*.pfg", "the path of a file must stand here");
      return;
    }
  event.key = NULL;
  event.key_length = 0;
  event.value = start;
  event.value_length = stop - start;
  g_array_append_val (self->found, event);
}

/* Finds the byte that ends the path: a comma, a line's end, or the end of the list. */
static const char *
find_path_end (Reading *self, const char *start, const char *stop)
{
  const char *at = start;

  while (at < stop && (is_blank (*at) || *at == '?'))
    at++;
  if (at < stop && (*at == '"' || *at == '\''))
    {
      const char *closing = memchr (at + 1, *at, stop - at - 1);

      if (closing == NULL)
        report_at (self, at - self->whole.value, NULL, "a quoted path must be closed");
      at = closing != NULL ? closing : stop;
    }
  while (at < stop && *at != ',' && *at != '\n')
    at++;
  return at;
}

static const char *
skip_blanks (const char *at, const char *stop)
{
  while (at < stop && is_blank (*at))
    at++;
  return at;
}

static void
read_paths (Reading *self, const char *at, const char *stop)
{
  gboolean has_more = TRUE;

  while (has_more && self->mistakes < MISTAKES_TOLD)
    {
      const char *start = skip_blanks (at, stop);
      const char *path_end = find_path_end (self, start, stop);

      add_path (self, start, path_end);
      at = skip_blanks (path_end, stop);
      has_more = at < stop;
      if (at < stop && *at == ',')
        at++;
    }
}

/* Without the parentheses that a list may have around it. */
static void
read_list (Reading *self)
{
  const char *start = self->whole.value;
  const char *stop = start + self->whole.value_length;

  trim (&start, &stop);
  if (stop - start >= 2 && ((*start == '(' && stop[-1] == ')') || (*start == '[' && stop[-1] == ']')))
    {
      start++;
      stop--;
    }
  read_paths (self, start, stop);
}

static gboolean
check_directive (Reading *self)
{
  const GyreEvent *event = &self->whole;
  g_autofree char *key = g_strndup (event->key, event->key_length);
  const char *message = NULL;
  const char *hint = NULL;

  if (strcmp (key, GYRE_INCLUDE_KEY) != 0)
    {
      message = "a key that begins with '@' must be '" GYRE_INCLUDE_KEY "'";
      hint = "other keys must not begin with '@'";
    }
  else if (event->section != 0)
    {
      message = "must stand outside of all sections";
      hint = "files are included as a whole: write it at the top of the file";
    }
  else if (event->operator != GYRE_SETTING_ASSIGN)
    message = "must be followed by '='";
  if (message != NULL)
    gyre_source_report (self->events->source, self->report, event->line, event->column, hint, "%.60s: %s", key, message);
  return message == NULL;
}

/* Puts the sources that it names in the place of the event added last, which is a key that begins with `@`, the list of
 * paths, and perhaps where the parts of that list stand. */
void
gyre_include_read (GyreEvents *events, GyreReport *report)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (GyreEvent));
  guint index = events->length - 1;
  Reading reading = { events, report, events->events[index], index, found };

  reading.whole.kind = GYRE_EVENT_SOURCE;
  if (check_directive (&reading))
    read_list (&reading);
  while (events->segments->len > 0
         && g_array_index (events->segments, GyreEventSegment, events->segments->len - 1).event == index)
    g_array_set_size (events->segments, events->segments->len - 1);
  events->length--;
  for (guint path = 0; path < found->len; path++)
    *gyre_events_add (events) = g_array_index (found, GyreEvent, path);
}

static GStrv
list_one (const char *path)
{
  GStrv list = g_new0 (char *, 2);

  list[0] = g_strdup (path);
  return list;
}

/* The folder that the paths of a source start from, as they would be written before them. */
static char *
dup_base (GyreEvents *events)
{
  g_autofree char *folder = NULL;

  if (events->source == NULL)
    return g_strdup ("");
  folder = g_path_get_dirname (gyre_source_get_name (events->source));
  return strcmp (folder, ".") == 0 ? g_strdup ("") : g_strconcat (folder, G_DIR_SEPARATOR_S, NULL);
}

/* A folder's name must not act as a pattern. */
static char *
escape_pattern (const char *text)
{
  GString *escaped = g_string_new (NULL);

  for (; *text != '\0'; text++)
    {
      if (strchr ("*?[\\", *text) != NULL)
        g_string_append_c (escaped, '\\');
      g_string_append_c (escaped, *text);
    }
  return g_string_free (escaped, FALSE);
}

static GStrv
find_matches (const char *base, const char *pattern)
{
  g_autofree char *escaped = escape_pattern (base);
  g_autofree char *whole = g_strconcat (escaped, pattern, NULL);
  glob_t matches = { 0 };
  GStrv list = g_new0 (char *, 1);

  if (glob (whole, 0, NULL, &matches) == 0)
    {
      g_strfreev (list);
      list = g_strdupv (matches.gl_pathv);
    }
  globfree (&matches);
  return list;
}

/* Finds the files that a source names: those that match a pattern in the order of their names, one path as it is. Fails with
 * GYRE_CONFIGURATION_ERROR_NOT_FOUND where there is none; for an optional source that is an empty list. */
GStrv
gyre_include_find_files (GyreEvents *events, guint index, GError **error)
{
  g_autofree char *path = gyre_events_dup_value (events, index);
  g_autofree char *base = g_path_is_absolute (path) ? g_strdup ("") : dup_base (events);
  g_autofree char *whole = g_strconcat (base, path, NULL);
  gboolean is_pattern = strpbrk (path, "*?[") != NULL;
  GStrv files;

  if (g_file_test (whole, G_FILE_TEST_EXISTS))
    return list_one (whole);
  files = is_pattern ? find_matches (base, path) : g_new0 (char *, 1);
  if (files[0] != NULL || gyre_events_is_optional (events, index))
    return files;
  g_strfreev (files);
  g_set_error (error, GYRE_CONFIGURATION_ERROR, GYRE_CONFIGURATION_ERROR_NOT_FOUND,
               is_pattern ? "%s: no file matches the pattern; '?' before it allows that" : "%s: there is no such file", whole);
  return NULL;
}
