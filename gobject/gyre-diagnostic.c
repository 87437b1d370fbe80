/* gyre-diagnostic.c: One mistake, told in full
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Messages quote what stands in files, and files hold anything. What is shown on a terminal must not be able to steer it,
 * so control characters, the marks that turn the direction of text, and bytes that are not UTF-8 are shown escaped.
 */
#include "gyre-diagnostic.h"
#include "gyre-diagnostic-private.h"

#include <string.h>

/* A line longer than this many characters is cut to those around the column, here: a mistake must not hold a whole file. */
#define EXCERPT_LENGTH 120

#define INVALID_BYTE ((gunichar) -1)

struct _GyreDiagnostic
{
  gint references;
  GyreSeverity severity;
  GyreLocator *locator;
  char *message;
  char *hint;
  char *excerpt;
  guint mark;               /* the character of the excerpt, from 1, that the mistake begins with; 0: unknown */
};

G_DEFINE_BOXED_TYPE (GyreDiagnostic, gyre_diagnostic, gyre_diagnostic_ref, gyre_diagnostic_unref)

/* Reads one character, or INVALID_BYTE, and returns where the next one begins. A byte that is not UTF-8 is a character. */
static const char *
read_character (const char *text, gunichar *character)
{
  *character = g_utf8_get_char_validated (text, -1);
  if (*character == (gunichar) -1 || *character == (gunichar) -2)
    {
      *character = INVALID_BYTE;
      return text + 1;
    }
  return g_utf8_next_char (text);
}

/* U+2028 and U+2029 break lines; the others turn the direction of the text around them. */
static gboolean
steers_the_terminal (gunichar character)
{
  return g_unichar_iscntrl (character) || (character >= 0x2028 && character <= 0x202e) ||
         (character >= 0x2066 && character <= 0x2069) || character == 0x200e || character == 0x200f || character == 0x061c;
}

/* Appends a character as it can be shown and returns the cells that it takes. */
static guint
append_character (GString *text, gunichar character, const char *bytes)
{
  gsize before = text->len;

  if (character == INVALID_BYTE)
    g_string_append_printf (text, "\\x%02x", (guchar) *bytes);
  else if (character == '\n')
    g_string_append (text, "\\n");
  else if (character == '\r')
    g_string_append (text, "\\r");
  else if (character == '\t')
    g_string_append (text, "\\t");
  else if (steers_the_terminal (character))
    g_string_append_printf (text, character < 0x80 ? "\\x%02x" : "\\u%04x", character);
  else
    {
      g_string_append_unichar (text, character);
      return g_unichar_iszerowidth (character) ? 0 : g_unichar_iswide (character) ? 2 : 1;
    }
  return (guint) (text->len - before);
}

static void
append_escaped (GString *text, const char *bytes)
{
  gunichar character;

  while (*bytes != '\0')
    {
      const char *next = read_character (bytes, &character);

      append_character (text, character, bytes);
      bytes = next;
    }
}

/* Messages are handed to bindings and to JSON, which take nothing but UTF-8. */
static char *
dup_valid (const char *text)
{
  GString *valid;

  if (text == NULL || g_utf8_validate (text, -1, NULL))
    return g_strdup (text);
  valid = g_string_new (NULL);
  append_escaped (valid, text);
  return g_string_free (valid, FALSE);
}

/* Where the character with this index stands, or the end of the text; *index becomes the index of what was found. */
static const char *
find_character (const char *text, const char *end, guint *index)
{
  gunichar character;
  guint count = 0;

  while (text < end && count < *index)
    {
      text = read_character (text, &character);
      count++;
    }
  *index = count;
  return MIN (text, end);
}

/* Keeps the line without its end and, of a long one, what is around the column. */
static void
diagnostic_take_excerpt (GyreDiagnostic *self, const char *line, guint column)
{
  const char *end = line + strlen (line);
  guint mark = column > 0 ? column - 1 : 0;
  guint first;
  guint length = EXCERPT_LENGTH;
  const char *start;
  const char *stop;

  while (end > line && (end[-1] == '\n' || end[-1] == '\r'))
    end--;
  find_character (line, end, &mark);
  first = mark > EXCERPT_LENGTH / 2 ? mark - EXCERPT_LENGTH / 2 : 0;
  if (first > 0)
    {
      guint rest = EXCERPT_LENGTH / 2;

      find_character (find_character (line, end, &mark), end, &rest);
      first -= MIN (first, EXCERPT_LENGTH / 2 - rest);
    }
  start = find_character (line, end, &first);
  stop = find_character (start, end, &length);
  self->excerpt = g_strdup_printf ("%s%.*s%s", first > 0 ? "…" : "", (int) (stop - start), start, stop < end ? "…" : "");
  self->mark = column == 0 ? 0 : mark - first + (first > 0 ? 2 : 1);
}

/**
 * gyre_diagnostic_new:
 * @severity: how bad it is
 * @locator: (nullable): where it is
 * @message: what is wrong: subject, rule, what was found
 * @hint: (nullable): what may help
 * @excerpt: (nullable) (type filename): the line of text that the mistake stands in; the locator's column counts its
 *   characters
 *
 * Tells a mistake. Bytes of @message and @hint that are not UTF-8 are escaped; an @excerpt longer than about 120
 * characters is cut to those around the column.
 *
 * Returns: (transfer full): a diagnostic
 *
 * Since: 0.1
 */
GyreDiagnostic *
gyre_diagnostic_new (GyreSeverity severity, GyreLocator *locator, const char *message, const char *hint,
                     const char *excerpt)
{
  return gyre_diagnostic_new_around (severity, locator, message, hint, excerpt,
                                     locator != NULL ? gyre_locator_get_column (locator) : 0);
}

/* Tells a mistake whose excerpt is a part of the line, for lines that are too long to be copied for each mistake. @column
 * counts from the excerpt's start; what is left out on either side must be more than an excerpt shows. */
GyreDiagnostic *
gyre_diagnostic_new_around (GyreSeverity severity, GyreLocator *locator, const char *message, const char *hint,
                            const char *excerpt, guint column)
{
  GyreDiagnostic *self;

  g_return_val_if_fail (message != NULL, NULL);

  self = g_slice_new0 (GyreDiagnostic);
  self->references = 1;
  self->severity = severity;
  self->locator = locator != NULL ? gyre_locator_ref (locator) : NULL;
  self->message = dup_valid (message);
  self->hint = dup_valid (hint);
  if (excerpt != NULL)
    diagnostic_take_excerpt (self, excerpt, column);
  return self;
}

/**
 * gyre_diagnostic_ref: (skip)
 * @diagnostic: a diagnostic
 *
 * Returns: (transfer full): @diagnostic
 *
 * Since: 0.1
 */
GyreDiagnostic *
gyre_diagnostic_ref (GyreDiagnostic *diagnostic)
{
  g_return_val_if_fail (diagnostic != NULL, NULL);
  g_atomic_int_inc (&diagnostic->references);
  return diagnostic;
}

/**
 * gyre_diagnostic_unref: (skip)
 * @diagnostic: (transfer full): a diagnostic
 *
 * Since: 0.1
 */
void
gyre_diagnostic_unref (GyreDiagnostic *diagnostic)
{
  g_return_if_fail (diagnostic != NULL);
  if (!g_atomic_int_dec_and_test (&diagnostic->references))
    return;
  g_clear_pointer (&diagnostic->locator, gyre_locator_unref);
  g_free (diagnostic->message);
  g_free (diagnostic->hint);
  g_free (diagnostic->excerpt);
  g_slice_free (GyreDiagnostic, diagnostic);
}

/**
 * gyre_diagnostic_get_severity:
 * @diagnostic: a diagnostic
 *
 * Returns: how bad it is
 *
 * Since: 0.1
 */
GyreSeverity
gyre_diagnostic_get_severity (GyreDiagnostic *diagnostic)
{
  g_return_val_if_fail (diagnostic != NULL, GYRE_SEVERITY_ERROR);
  return diagnostic->severity;
}

/**
 * gyre_diagnostic_get_locator:
 * @diagnostic: a diagnostic
 *
 * Returns: (nullable) (transfer none): where it is
 *
 * Since: 0.1
 */
GyreLocator *
gyre_diagnostic_get_locator (GyreDiagnostic *diagnostic)
{
  g_return_val_if_fail (diagnostic != NULL, NULL);
  return diagnostic->locator;
}

/**
 * gyre_diagnostic_get_message:
 * @diagnostic: a diagnostic
 *
 * Returns: (transfer none): what is wrong
 *
 * Since: 0.1
 */
const char *
gyre_diagnostic_get_message (GyreDiagnostic *diagnostic)
{
  g_return_val_if_fail (diagnostic != NULL, NULL);
  return diagnostic->message;
}

/**
 * gyre_diagnostic_get_hint:
 * @diagnostic: a diagnostic
 *
 * Returns: (nullable) (transfer none): what may help
 *
 * Since: 0.1
 */
const char *
gyre_diagnostic_get_hint (GyreDiagnostic *diagnostic)
{
  g_return_val_if_fail (diagnostic != NULL, NULL);
  return diagnostic->hint;
}

/**
 * gyre_diagnostic_get_excerpt:
 * @diagnostic: a diagnostic
 *
 * Returns: (nullable) (transfer none) (type filename): the line of text that it stands in, with any bytes that the file
 *   has; a long one is cut, and `…` stands for what is not there
 *
 * Since: 0.1
 */
const char *
gyre_diagnostic_get_excerpt (GyreDiagnostic *diagnostic)
{
  g_return_val_if_fail (diagnostic != NULL, NULL);
  return diagnostic->excerpt;
}

static void
append_locator (GString *text, GyreLocator *locator)
{
  g_autofree char *place = NULL;

  if (locator == NULL)
    return;
  place = gyre_locator_to_string (locator);
  append_escaped (text, place);
  g_string_append (text, ": ");
}

/* The excerpt, and a line with a caret under the mark: blanks as wide as what stands before it, tabs for tabs. */
static void
append_excerpt (GString *text, GyreDiagnostic *self)
{
  g_autoptr (GString) caret = g_string_new ("\n  ");
  const char *bytes = self->excerpt;
  guint index = 1;
  gunichar character;

  g_string_append (text, "\n  ");
  for (; *bytes != '\0'; index++)
    {
      const char *next = read_character (bytes, &character);
      guint cells = 0;

      if (character == '\t')
        g_string_append_c (text, '\t');
      else
        cells = append_character (text, character, bytes);
      if (index < self->mark && character == '\t')
        g_string_append_c (caret, '\t');
      else if (index < self->mark)
        g_string_append_printf (caret, "%*s", (int) cells, "");
      bytes = next;
    }
  if (self->mark > 0)
    g_string_append_printf (text, "%s^", caret->str);
}

/**
 * gyre_diagnostic_to_string:
 * @diagnostic: a diagnostic
 *
 * Writes the mistake for a person, in four lines at most, the last one without a line end:
 *
 * ```
 * gauss.pfg:12:9: error: gauss.shapes.ball.radius: must be at least 0, is -1
 *   radius = -1
 *            ^
 *   hint: a ball without volume has the radius 0
 * ```
 *
 * Returns: (transfer full): the text, which is UTF-8 and holds nothing that steers a terminal
 *
 * Since: 0.1
 */
char *
gyre_diagnostic_to_string (GyreDiagnostic *diagnostic)
{
  static const char * const words[] = { "note", "warning", "error" };
  GString *text;

  g_return_val_if_fail (diagnostic != NULL, NULL);

  text = g_string_new (NULL);
  append_locator (text, diagnostic->locator);
  g_string_append_printf (text, "%s: ", words[MIN ((guint) diagnostic->severity, GYRE_SEVERITY_ERROR)]);
  append_escaped (text, diagnostic->message);
  if (diagnostic->excerpt != NULL)
    append_excerpt (text, diagnostic);
  if (diagnostic->hint != NULL)
    {
      g_string_append (text, "\n  hint: ");
      append_escaped (text, diagnostic->hint);
    }
  return g_string_free (text, FALSE);
}

/*
 * gyre_diagnostic_append_line:
 * @diagnostic: a diagnostic
 * @text: what grows
 *
 * Appends place, message and hint in one line: `gauss.pfg:12:9: message (hint)`.
 */
void
gyre_diagnostic_append_line (GyreDiagnostic *diagnostic, GString *text)
{
  append_locator (text, diagnostic->locator);
  append_escaped (text, diagnostic->message);
  if (diagnostic->hint == NULL)
    return;
  g_string_append (text, " (");
  append_escaped (text, diagnostic->hint);
  g_string_append_c (text, ')');
}
