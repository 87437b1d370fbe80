/* gyre-command-line.c: Settings on the command line
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * An option is a key, perhaps with groups, which multiply out: `--a.(x,y).z=v` sets a.x.z and a.y.z. So reading a key with
 * groups gives a list of names; each remembers where its fragments stand in the word.
 */
#include "gyre-command-line.h"
#include "gyre-key-private.h"

#include <string.h>

/* Limits for words that are not what they should be, not for people. */
#define MOST_NAMES 4096
#define DEEPEST_GROUP 32

/* One of the names that a key with groups stands for. */
typedef struct
{
  GString *text;
  GArray *pieces;       /* of GyreKeyPiece */
} Name;

/* One word of the command line. */
typedef struct
{
  GyreEvents *events;
  GyreReport *report;
  const char *text;
  guint position;       /* from 1 */
  const char *at;       /* while groups are read */
  const char *stop;     /* the end of the key */
  const char *value;    /* what stands behind it */
  GyreSettingOperator operator;
  guint depth;
  guint32 *columns;     /* of each byte, while groups are read: they ask for many */
} Word;

/* The command line, while it is read. */
typedef struct
{
  GyreEvents *events;
  GyreReport *report;
  const GyreShortOption *options;
  guint position;       /* of the word that is read, from 1 */
  gboolean is_rest;     /* there are only words behind `--` */
} Line;

static guint
get_column (const Word *self, const char *at)
{
  return self->columns != NULL ? self->columns[at - self->text] : 1 + g_utf8_strlen (self->text, at - self->text);
}

static guint32 *
make_columns (const char *text)
{
  gsize length = strlen (text);
  guint32 *columns = g_new (guint32, length + 1);
  guint32 column = 0;

  for (gsize index = 0; index <= length; index++)
    columns[index] = column += ((guchar) text[index] & 0xc0) != 0x80;
  return columns;
}

static gboolean
report_at (const Word *self, const char *at, const char *hint, const char *message)
{
  g_autoptr (GyreLocator) locator = gyre_locator_new_argument (self->text, self->position, get_column (self, at));
  g_autoptr (GyreDiagnostic) diagnostic = gyre_diagnostic_new (GYRE_SEVERITY_ERROR, locator, message, hint, self->text);

  gyre_report_add (self->report, diagnostic);
  return FALSE;
}

static Name *
name_new (void)
{
  Name *self = g_new (Name, 1);

  *self = (Name) { g_string_new (NULL), g_array_new (FALSE, FALSE, sizeof (GyreKeyPiece)) };
  return self;
}

static void
name_free (gpointer data)
{
  Name *self = data;

  g_string_free (self->text, TRUE);
  g_array_unref (self->pieces);
  g_free (self);
}

static GPtrArray *
names_new (void)
{
  return g_ptr_array_new_with_free_func (name_free);
}

static void
name_append (Name *self, const Name *more)
{
  if (self->text->len > 0)
    g_string_append_c (self->text, '.');
  for (guint index = 0; index < more->pieces->len; index++)
    {
      GyreKeyPiece piece = g_array_index (more->pieces, GyreKeyPiece, index);

      piece.offset += self->text->len;
      g_array_append_val (self->pieces, piece);
    }
  g_string_append_len (self->text, more->text->str, more->text->len);
}

/* Puts each of the one names before each of the others. */
static GPtrArray *
multiply (GPtrArray *prefixes, GPtrArray *endings)
{
  GPtrArray *names = names_new ();

  for (guint outer = 0; outer < prefixes->len; outer++)
    for (guint inner = 0; inner < endings->len; inner++)
      {
        Name *name = name_new ();

        name_append (name, prefixes->pdata[outer]);
        name_append (name, endings->pdata[inner]);
        g_ptr_array_add (names, name);
      }
  return names;
}

static gboolean read_names (Word *self, GPtrArray **names);

/* Reads a fragment, or several without a group between them. */
static gboolean
read_fragments (Word *self, GPtrArray *names)
{
  const char *start = self->at;
  const char *stop = start;
  GyreKey key;
  Name *name;
  gboolean is_good;

  while (stop < self->stop && strchr (self->depth > 0 ? ".,()" : ".()", *stop) == NULL)
    stop++;
  gyre_key_init (&key);
  is_good = gyre_key_read (&key, self->events, start, stop);
  if (is_good)
    {
      GyreKeyPiece piece = { 0, key.pieces->len > 0 ? g_array_index (key.pieces, GyreKeyPiece, 0).at : key.name };

      name = name_new ();
      g_string_append_len (name->text, key.name, key.length);
      g_array_append_val (name->pieces, piece);
      g_ptr_array_add (names, name);
    }
  else
    report_at (self, key.wrong, NULL, "option: a fragment of a name must not be empty");
  gyre_key_clear (&key);
  self->at = stop;
  return is_good;
}

/* Reads what stands between parentheses. */
static gboolean
read_group (Word *self, GPtrArray *names)
{
  const char *opened = self->at;

  if (++self->depth > DEEPEST_GROUP)
    return report_at (self, opened, NULL, "option: groups must not nest deeper than " G_STRINGIFY (DEEPEST_GROUP));
  do
    {
      g_autoptr (GPtrArray) member = NULL;

      self->at++;
      if (!read_names (self, &member))
        return FALSE;
      g_ptr_array_extend_and_steal (names, g_steal_pointer (&member));
    }
  while (self->at < self->stop && *self->at == ',');
  if (self->at == self->stop)
    return report_at (self, opened, "groups are written --a.(x,y).z=value", "option: a group must be closed by ')'");
  self->at++;
  self->depth--;
  while (self->at < self->stop && *self->at == ' ')
    self->at++;
  return TRUE;
}

/* What may stand after a fragment or a group: a dot, or inside a group a comma or its end. */
static gboolean
check_follower (Word *self)
{
  if (self->at == self->stop || *self->at == '.' || (self->depth > 0 && (*self->at == ',' || *self->at == ')')))
    return TRUE;
  return report_at (self, self->at, "groups are written --a.(x,y).z=value",
                    *self->at == ')' ? "option: a ')' must have a '(' before it"
                                     : "option: a group must be a whole fragment of its key");
}

/* Reads names up to the end of the key, or of the member of a group. */
static gboolean
read_names (Word *self, GPtrArray **names)
{
  *names = NULL;
  for (;; self->at++)
    {
      g_autoptr (GPtrArray) more = names_new ();
      const char *start = self->at;

      while (start < self->stop && *start == ' ')
        start++;
      if (start < self->stop && *start == '(')
        self->at = start;
      if (!(self->at < self->stop && *self->at == '(' ? read_group (self, more) : read_fragments (self, more)))
        return FALSE;
      if (!check_follower (self))
        return FALSE;
      if (*names != NULL && (gsize) (*names)->len * more->len <= MOST_NAMES)
        {
          GPtrArray *product = multiply (*names, more);

          g_ptr_array_unref (*names);
          *names = product;
        }
      else if (*names == NULL && more->len <= MOST_NAMES)
        *names = g_steal_pointer (&more);
      else
        return report_at (self, start, NULL, "option: must not stand for more than " G_STRINGIFY (MOST_NAMES) " keys");
      if (self->at == self->stop || *self->at != '.')
        return TRUE;
    }
}

/* Adds an assignment of what stands after the key. */
static void
add_assignment (const Word *self, const char *key, guint key_length, const char *at)
{
  const char *value = self->value;
  gboolean is_empty = *value == '\0';

  *gyre_events_add (self->events) = (GyreEvent) {
    .key = key,
    .key_length = key_length,
    .value = value,
    .value_length = strlen (value),
    .line = self->position,
    .column = get_column (self, at),
    .value_line = self->position,
    .value_column = get_column (self, is_empty ? at : value),
    .kind = GYRE_EVENT_ASSIGNMENT,
    .operator = self->operator,
  };
}

static void
add_pieces (const Word *self, GArray *pieces)
{
  for (guint index = 0; index < pieces->len; index++)
    {
      const GyreKeyPiece *piece = &g_array_index (pieces, GyreKeyPiece, index);

      gyre_events_add_segment (self->events, GYRE_EVENT_PART_KEY, piece->offset, self->position,
                               get_column (self, piece->at));
    }
}

static void
read_groups (Word *self, const char *start)
{
  g_autoptr (GPtrArray) names = NULL;
  g_autofree guint32 *columns = self->columns = make_columns (self->text);

  self->at = start;
  if (!read_names (self, &names))
    return;
  for (guint index = 0; index < names->len; index++)
    {
      const Name *name = names->pdata[index];
      char *copy = gyre_events_allocate (self->events, name->text->len);

      add_assignment (self, memcpy (copy, name->text->str, name->text->len), name->text->len,
                      g_array_index (name->pieces, GyreKeyPiece, 0).at);
      add_pieces (self, name->pieces);
    }
}

static void
read_key (Word *self, const char *start)
{
  GyreKey key;

  gyre_key_init (&key);
  if (gyre_key_read (&key, self->events, start, self->stop))
    {
      add_assignment (self, key.name, key.length,
                      key.pieces->len > 0 ? g_array_index (key.pieces, GyreKeyPiece, 0).at : key.name);
      add_pieces (self, key.pieces);
    }
  else
    {
      g_autofree char *message = g_strdup_printf ("option: %s", key.reason);

      report_at (self, key.wrong, "options are written --key=value", message);
    }
  gyre_key_clear (&key);
}

/* Adds an event that has no key. */
static void
add_text (const Word *self, GyreEventKind kind, const char *start, gsize length)
{
  guint column = get_column (self, start);

  *gyre_events_add (self->events) = (GyreEvent) {
    .value = start,
    .value_length = length,
    .line = self->position,
    .column = column,
    .value_line = self->position,
    .value_column = column,
    .kind = kind,
  };
}

/* Adds a source for each of the names after `--config=`. */
static void
read_sources (const Word *self)
{
  const char *start = *self->stop == '=' ? self->stop + 1 : self->stop;
  gboolean has_more = TRUE;

  while (has_more)
    {
      const char *stop = start + strcspn (start, ",");
      const char *last = stop;

      while (start < stop && g_ascii_isspace (*start))
        start++;
      while (last > start && g_ascii_isspace (last[-1]))
        last--;
      if (last > start)
        add_text (self, GYRE_EVENT_SOURCE, start, last - start);
      else
        report_at (self, start, "files are written --config=one.pfg,two.pfg", "config: the name of a file must stand here");
      has_more = *stop == ',';
      start = stop + 1;
    }
}

static gboolean
is_config (const char *start, const char *stop)
{
  while (start < stop && *start == ' ')
    start++;
  while (start < stop && stop[-1] == ' ')
    stop--;
  return stop - start == 6 && memcmp (start, "config", 6) == 0;
}

static void
read_option (Word *self)
{
  const char *start = self->text + (self->text[1] == '-' ? 2 : 1);

  self->stop = start + strcspn (start, "=");
  self->value = *self->stop == '=' ? self->stop + 1 : self->stop;
  if (is_config (start, self->stop))
    {
      read_sources (self);
      return;
    }
  if (*self->stop == '=')
    self->operator = gyre_key_read_operator (start, &self->stop);
  if (*start == '@')
    report_at (self, start, "files are written --config=one.pfg,two.pfg", "option: a key must not begin with '@'");
  else if (strcspn (start, "()") < (gsize) (self->stop - start))
    read_groups (self, start);
  else
    read_key (self, start);
}

static const GyreShortOption *
find_short_option (const Line *self, const char *text)
{
  const GyreShortOption *option = self->options;

  if (text[1] == '\0' || (text[2] != '\0' && text[2] != '='))
    return NULL;
  while (option != NULL && option->letter != text[1] && option->letter != '\0')
    option++;
  return option != NULL && option->letter != '\0' ? option : NULL;
}

/* A word that an option with a value takes: anything that is no long option. */
static gboolean
is_value (const char *text)
{
  return text != NULL && !g_str_has_prefix (text, "--");
}

/* Adds what a short option says. The place is that of its value. */
static void
read_short_option (Line *self, Word *word, const GyreShortOption *option)
{
  const char *next = self->events->arguments[self->position];
  GyreEvent event = { .key = option->key, .key_length = strlen (option->key), .kind = GYRE_EVENT_ASSIGNMENT };

  event.column = event.value_column = 1;
  if (word->text[2] == '=' && option->value == NULL)
    {
      event.value = word->text + 3;
      event.value_column = event.value[0] != '\0' ? 4 : 1;
    }
  else if (word->text[2] == '=')
    {
      report_at (word, word->text + 2, NULL, "option: must not have a value");
      return;
    }
  else if (option->value != NULL)
    event.value = option->value;
  else if (is_value (next) && g_utf8_validate (next, -1, NULL))
    {
      event.value = next;
      self->position++;
    }
  else
    {
      report_at (word, word->text, "write it as the next word", "option: must be followed by a text that is its value");
      return;
    }
  event.value_length = strlen (event.value);
  event.line = event.value_line = self->position;
  *gyre_events_add (self->events) = event;
}

static void
read_word (Line *self, Word *word)
{
  const GyreShortOption *option;
  const char *wrong;

  if (!g_utf8_validate (word->text, -1, &wrong))
    {
      g_autoptr (GyreLocator) locator = NULL;
      g_autofree char *valid = g_utf8_make_valid (word->text, -1);

      locator = gyre_locator_new_argument (valid, word->position, get_column (word, wrong));
      gyre_report_error (self->report, locator, NULL, "an argument must be UTF-8, is not at byte 0x%02x", (guchar) *wrong);
    }
  else if (self->is_rest || word->text[0] != '-' || word->text[1] == '\0')
    add_text (word, GYRE_EVENT_COMMAND, word->text, strlen (word->text));
  else if (strcmp (word->text, "--") == 0)
    self->is_rest = TRUE;
  else if ((option = find_short_option (self, word->text)) != NULL)
    read_short_option (self, word, option);
  else
    read_option (word);
}

/**
 * gyre_command_line_parse:
 * @arguments: (array zero-terminated=1): the words, without the program's name
 * @report: where every mistake is told
 *
 * Reads a command line:
 *
 * - `--key=value` and `-key=value` assign; the value may hold any `=`. `--key` and `--key=` assign the empty text.
 * - `--key+=value`, `-=` and `^=` append to a list, remove from it, and prepend. Blanks before the operator make it a part of
 *   the key, as in files.
 * - A key may have blanks, and groups at any level: `--a.(x,y).z=v` assigns to a.x.z and a.y.z.
 * - `--config=one,two` asks for files to be read at this place.
 * - Every other word is a command, as is `-`, and every word after `--`.
 *
 * Where @report has errors after it, the events should not be used.
 *
 * Returns: (transfer full): the events, in the order of the words
 *
 * Since: 0.1
 */
GyreEvents *
gyre_command_line_parse (const char * const *arguments, GyreReport *report)
{
  return gyre_command_line_parse_with (arguments, NULL, report);
}

/**
 * gyre_command_line_parse_with: (skip)
 * @arguments: (array zero-terminated=1): the words, without the program's name
 * @options: (nullable): the short options of the application, the last one with a letter of 0
 * @report: where every mistake is told
 *
 * Reads a command line as [func@Gyre.command_line_parse] does, with short options. A word is one when it is a `-`, a letter of
 * the table, and nothing more, or a `=` and a value: `-v`, `-n 5`, `-n=5`.
 *
 * Returns: (transfer full): the events, in the order of the words
 *
 * Since: 0.1
 */
GyreEvents *
gyre_command_line_parse_with (const char * const *arguments, const GyreShortOption *options, GyreReport *report)
{
  Line line = { .report = report, .options = options };

  g_return_val_if_fail (arguments != NULL && report != NULL, NULL);

  line.events = gyre_events_new_for_arguments (arguments);
  while (line.events->arguments[line.position] != NULL)
    {
      Word word = { .events = line.events, .report = report, .text = line.events->arguments[line.position] };

      word.position = ++line.position;
      read_word (&line, &word);
    }
  return line.events;
}
