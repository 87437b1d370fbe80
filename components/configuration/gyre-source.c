/* gyre-source.c: The text of a configuration file in memory
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-source-private.h"
#include "gyre-diagnostic-private.h"

#include <string.h>

/* So many lines with bad bytes are told one by one; a file of another kind has them everywhere. */
#define FAULTS_TOLD 20

/* Of a longer line a mistake takes only so many bytes along, half of them before its place: more than a diagnostic shows. */
#define LONG_LINE 2000

/* The first byte of a line that is not text. */
typedef struct
{
  gsize offset;
  guchar byte;
} Fault;

struct _GyreSource
{
  gint references;
  guint faulty_lines;     /* may be more than there are faults */
  char *name;
  GBytes *bytes;          /* what `text` points into */
  const char *text;
  gsize length;
  gboolean is_ascii;      /* a column is a byte */
  GArray *faults;         /* of Fault, at most FAULTS_TOLD; NULL when all is well */
  gsize index;            /* a GArray of guint32, the offset of each line's start, once somebody has asked */
};

G_DEFINE_BOXED_TYPE (GyreSource, gyre_source, gyre_source_ref, gyre_source_unref)
G_DEFINE_QUARK (gyre-configuration-error-quark, gyre_configuration_error)

/* Steps over bytes that are neither NUL nor above 127, eight at a time. */
static const char *
skip_plain (const char *at, const char *end)
{
  const guint64 low = G_GUINT64_CONSTANT (0x0101010101010101);
  const guint64 high = G_GUINT64_CONSTANT (0x8080808080808080);
  guint64 word;

  for (; end - at >= 8; at += 8)
    {
      memcpy (&word, at, sizeof word);
      if ((word | (word - low)) & high)
        break;
    }
  while (at < end && (signed char) *at > 0)
    at++;
  return at;
}

/* Finds the next byte that is not part of a text, or @end. */
static const char *
find_fault (const char *at, const char *end)
{
  gunichar character;

  for (at = skip_plain (at, end); at < end; at = skip_plain (at, end))
    {
      if (*at == '\0')
        return at;
      character = g_utf8_get_char_validated (at, end - at);
      if (character == (gunichar) -1 || character == (gunichar) -2)
        return at;
      at = g_utf8_next_char (at);
    }
  return end;
}

static void
add_fault (GyreSource *self, gsize offset)
{
  Fault fault = { offset, self->text[offset] };

  self->faulty_lines++;
  if (self->faults == NULL)
    self->faults = g_array_new (FALSE, FALSE, sizeof (Fault));
  if (self->faults->len < FAULTS_TOLD)
    g_array_append_val (self->faults, fault);
}

/* Puts a copy without the bad bytes in the place of the text. */
static void
repair (GyreSource *self, const char *first)
{
  char *copy = g_memdup2 (self->text, self->length);
  const char *end = self->text + self->length;
  const char *line_end = self->text;

  for (const char *at = first; at < end; at = find_fault (at + 1, end))
    {
      gsize offset = at - self->text;

      if (at >= line_end)
        {
          add_fault (self, offset);
          line_end = memchr (at, '\n', end - at);
          if (line_end == NULL)
            line_end = end;
        }
      copy[offset] = '?';
    }
  g_bytes_unref (self->bytes);
  self->bytes = g_bytes_new_take (copy, self->length);
  self->text = copy;
}

/**
 * gyre_source_new_from_bytes:
 * @name: what the text is called in diagnostics
 * @bytes: any bytes
 *
 * Takes @bytes for the text of a configuration. What of it is not text is told by [method@Gyre.Source.check].
 *
 * Returns: (transfer full): a source
 *
 * Since: 0.1
 */
GyreSource *
gyre_source_new_from_bytes (const char *name, GBytes *bytes)
{
  GyreSource *self;
  const char *fault;

  g_return_val_if_fail (name != NULL && bytes != NULL, NULL);
  g_return_val_if_fail (g_bytes_get_size (bytes) < 512 * 1024 * 1024, NULL);

  self = g_new0 (GyreSource, 1);
  self->references = 1;
  self->name = g_strdup (name);
  self->bytes = g_bytes_ref (bytes);
  self->text = g_bytes_get_data (bytes, &self->length);
  if (self->text == NULL)
    self->text = "";
  if (self->length >= 3 && memcmp (self->text, "\xef\xbb\xbf", 3) == 0)
    {
      self->text += 3;
      self->length -= 3;
    }
  fault = skip_plain (self->text, self->text + self->length);
  self->is_ascii = fault == self->text + self->length;
  fault = find_fault (fault, self->text + self->length);
  if (fault < self->text + self->length)
    repair (self, fault);
  return self;
}

/**
 * gyre_source_new_from_file:
 * @path: (type filename): the file, as the user wrote it
 * @error: return location of an error
 *
 * Reads a file. Fails with %GYRE_CONFIGURATION_ERROR_NOT_FOUND or %GYRE_CONFIGURATION_ERROR_UNREADABLE.
 *
 * Returns: (transfer full): a source, or %NULL with @error set
 *
 * Since: 0.1
 */
GyreSource *
gyre_source_new_from_file (const char *path, GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *name = NULL;
  char *text = NULL;
  gsize length = 0;

  g_return_val_if_fail (path != NULL, NULL);

  name = g_filename_display_name (path);
  if (!g_file_get_contents (path, &text, &length, &reason))
    {
      gboolean is_missing = g_error_matches (reason, G_FILE_ERROR, G_FILE_ERROR_NOENT);

      g_set_error (error, GYRE_CONFIGURATION_ERROR,
                   is_missing ? GYRE_CONFIGURATION_ERROR_NOT_FOUND : GYRE_CONFIGURATION_ERROR_UNREADABLE,
                   is_missing ? "%s: there is no such file" : "%s: cannot be read: %s", name, reason->message);
      return NULL;
    }
  bytes = g_bytes_new_take (text, length);
  if (length >= 512 * 1024 * 1024)
    {
      g_set_error (error, GYRE_CONFIGURATION_ERROR, GYRE_CONFIGURATION_ERROR_UNREADABLE,
                   "%s: must have less than 512 MiB, has %" G_GSIZE_FORMAT " bytes", name, length);
      return NULL;
    }
  return gyre_source_new_from_bytes (name, bytes);
}

/**
 * gyre_source_ref: (skip)
 * @source: a source
 *
 * Returns: (transfer full): @source
 *
 * Since: 0.1
 */
GyreSource *
gyre_source_ref (GyreSource *source)
{
  g_atomic_int_inc (&source->references);
  return source;
}

/**
 * gyre_source_unref: (skip)
 * @source: (transfer full): a source
 *
 * Since: 0.1
 */
void
gyre_source_unref (GyreSource *source)
{
  if (!g_atomic_int_dec_and_test (&source->references))
    return;
  if (source->index != 0)
    g_array_unref (GSIZE_TO_POINTER (source->index));
  g_clear_pointer (&source->faults, g_array_unref);
  g_bytes_unref (source->bytes);
  g_free (source->name);
  g_free (source);
}

/**
 * gyre_source_get_name:
 * @source: a source
 *
 * Returns: (transfer none): the name, as the user gave it
 *
 * Since: 0.1
 */
const char *
gyre_source_get_name (GyreSource *source)
{
  g_return_val_if_fail (source != NULL, NULL);
  return source->name;
}

/**
 * gyre_source_get_text: (skip)
 * @source: a source
 * @length: (out): the number of bytes
 *
 * Gives the whole text, which need not end in a NUL byte and lives as long as @source.
 *
 * Returns: (transfer none): the text
 *
 * Since: 0.1
 */
const char *
gyre_source_get_text (GyreSource *source, gsize *length)
{
  g_return_val_if_fail (source != NULL && length != NULL, NULL);
  *length = source->length;
  return source->text;
}

static GArray *
make_index (GyreSource *self)
{
  GArray *starts = g_array_new (FALSE, FALSE, sizeof (guint32));
  const char *end = self->text + self->length;
  guint32 start = 0;

  g_array_append_val (starts, start);
  for (const char *at = self->text; (at = memchr (at, '\n', end - at)) != NULL;)
    {
      at++;
      start = at - self->text;
      g_array_append_val (starts, start);
    }
  return starts;
}

static const GArray *
get_index (GyreSource *self)
{
  if (g_once_init_enter (&self->index))
    g_once_init_leave (&self->index, GPOINTER_TO_SIZE (make_index (self)));
  return GSIZE_TO_POINTER (self->index);
}

/* Finds the text of a line without its end. Returns whether there is such a line. */
static gboolean
find_line (GyreSource *self, guint line, gsize *start, gsize *end)
{
  const GArray *starts = get_index (self);

  if (line == 0 || line > starts->len)
    return FALSE;
  *start = g_array_index (starts, guint32, line - 1);
  *end = line < starts->len ? g_array_index (starts, guint32, line) - 1 : self->length;
  if (*end > *start && self->text[*end - 1] == '\r')
    --*end;
  return TRUE;
}

/**
 * gyre_source_dup_line:
 * @source: a source
 * @line: a line, from 1
 *
 * Returns: (transfer full) (nullable): the text of the line without its end, or %NULL where there is no such line
 *
 * Since: 0.1
 */
char *
gyre_source_dup_line (GyreSource *source, guint line)
{
  gsize start, end;

  g_return_val_if_fail (source != NULL, NULL);

  return find_line (source, line, &start, &end) ? g_strndup (source->text + start, end - start) : NULL;
}

/* Copies what a diagnostic shows of a line: all of it, or the part around a column of a long one. A file may be one line and have
 * a thousand mistakes. *column becomes that of the copy. */
static char *
dup_excerpt (GyreSource *self, guint line, guint *column)
{
  gsize start, end;
  gsize skipped = *column > LONG_LINE / 2 ? *column - LONG_LINE / 2 : 0;

  if (!find_line (self, line, &start, &end))
    return NULL;
  if (end - start <= LONG_LINE || !self->is_ascii)
    return g_strndup (self->text + start, end - start);
  skipped = MIN (skipped, end - start - LONG_LINE);
  *column -= skipped;
  return g_strndup (self->text + start + skipped, LONG_LINE);
}

/**
 * gyre_source_find_place:
 * @source: a source
 * @offset: a byte of the text
 * @line: (out): its line, from 1
 * @column: (out): its column in characters, from 1
 *
 * Finds the line and the column of a byte. The first call reads the whole text, later ones are cheap.
 *
 * Since: 0.1
 */
void
gyre_source_find_place (GyreSource *source, gsize offset, guint *line, guint *column)
{
  const GArray *starts;
  guint low = 0, high;

  g_return_if_fail (source != NULL && offset <= source->length && line != NULL && column != NULL);

  starts = get_index (source);
  high = starts->len;
  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (starts, guint32, middle) <= offset)
        low = middle;
      else
        high = middle;
    }
  *line = low + 1;
  if (source->is_ascii)
    *column = 1 + offset - g_array_index (starts, guint32, low);
  else
    *column = 1 + g_utf8_strlen (source->text + g_array_index (starts, guint32, low),
                                 offset - g_array_index (starts, guint32, low));
}

static void
report_fault (GyreSource *self, GyreReport *report, const Fault *fault)
{
  guint line, column;

  gyre_source_find_place (self, fault->offset, &line, &column);
  if (fault->byte == '\0')
    gyre_source_report (self, report, line, column, "a configuration is text; this may be a file of another kind",
                        "the text must not have NUL bytes");
  else
    gyre_source_report (self, report, line, column, "save the file as UTF-8",
                        "the text must be UTF-8, is not at byte 0x%02x", fault->byte);
}

/**
 * gyre_source_check:
 * @source: a source
 * @report: where mistakes are told
 *
 * Tells the bytes of @source that are not text: the first of each line, and how many more lines have some.
 *
 * Returns: whether all of it is text
 *
 * Since: 0.1
 */
gboolean
gyre_source_check (GyreSource *source, GyreReport *report)
{
  g_return_val_if_fail (source != NULL && report != NULL, FALSE);

  if (source->faults == NULL)
    return TRUE;
  for (guint index = 0; index < source->faults->len; index++)
    report_fault (source, report, &g_array_index (source->faults, Fault, index));
  if (source->faulty_lines > source->faults->len)
    {
      g_autoptr (GyreLocator) locator = gyre_locator_new_file (source->name, 0, 0);

      gyre_report_error (report, locator, NULL, "%u more lines are not UTF-8 text",
                         source->faulty_lines - source->faults->len);
    }
  return FALSE;
}

/**
 * gyre_source_is_text:
 * @source: a source
 *
 * Tells whether @source is a text, perhaps with some bad bytes. Where most likely it is a file of another kind, telling
 * what is wrong with each of its lines helps nobody.
 *
 * Returns: whether it is worth reading
 *
 * Since: 0.1
 */
gboolean
gyre_source_is_text (GyreSource *source)
{
  g_return_val_if_fail (source != NULL, FALSE);
  return source->faulty_lines <= FAULTS_TOLD;
}

/**
 * gyre_source_report: (skip)
 * @source: a source
 * @report: where the mistake is told
 * @line: the line, from 1
 * @column: the column in characters, from 1
 * @hint: (nullable): what could be done about it
 * @format: subject, rule, what was found
 * @...: the values of @format
 *
 * Tells a mistake in the text, together with the line that it stands in. When @report has a thousand errors, the next one is
 * that there are more, and then no more are told.
 *
 * Since: 0.1
 */
void
gyre_source_report (GyreSource *source, GyreReport *report, guint line, guint column, const char *hint, const char *format, ...)
{
  g_autoptr (GyreLocator) locator = NULL;
  g_autoptr (GyreDiagnostic) diagnostic = NULL;
  g_autofree char *message = NULL;
  g_autofree char *excerpt = NULL;
  va_list arguments;

  g_return_if_fail (source != NULL && report != NULL && format != NULL);

  if (gyre_report_get_errors (report) == GYRE_SOURCE_MISTAKES_TOLD)
    {
      locator = gyre_locator_new_file (source->name, line, column);
      gyre_report_error (report, locator, NULL, "from here on mistakes are not told: there are more than %d", GYRE_SOURCE_MISTAKES_TOLD);
    }
  if (!gyre_source_tells_more (report))
    return;
  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  locator = gyre_locator_new_file (source->name, line, column);
  excerpt = dup_excerpt (source, line, &column);
  diagnostic = gyre_diagnostic_new_around (GYRE_SEVERITY_ERROR, locator, message, hint, excerpt, column);
  gyre_report_add (report, diagnostic);
}
