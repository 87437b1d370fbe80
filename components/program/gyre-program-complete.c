/* gyre-program-complete.c: gyre complete: what could be typed next
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Shells ask this, people do not, so no help tells of it:
 *   gyre complete bash BREAKS LINE          the line up to the cursor, and what breaks words
 *   gyre complete zsh|fish WORD… WORD       the words up to the cursor; the last one is being typed
 * The first line of the answer says what the shell is to add itself: `words`: nothing; the candidates follow, one a line. `files`
 * and `folders`: those, for the path in the third line; the second one is what stands before that path in the word.
 * `gyre complete program bash|zsh|fish …` is asked in the same way about the line of another program, which is the first word.
 */
#include "gyre-program-complete.h"
#include "gyre-program-line.h"

#include <stdio.h>
#include <string.h>

/* How a line is read, word by word. */
typedef struct
{
  GyreCompletion completion;
  GString *module_path;
  const GOptionEntry *pending;          /* the option whose value is the next word */
  gboolean is_behind;                   /* of `--`: there are words only */
} Reading;

static void
candidate_free (gpointer data)
{
  GyreCandidate *self = data;

  g_free (self->text);
  g_free (self->summary);
  g_free (self);
}

/* Adds a word, if it begins as what is typed, and none is there yet. */
void
gyre_completion_add (GyreCompletion *self, const char *text, const char *summary, gboolean is_final)
{
  GyreCandidate *candidate;

  if (!g_str_has_prefix (text, self->text) || strpbrk (text, "\t\n\r") != NULL || g_hash_table_contains (self->texts, text))
    return;
  candidate = g_new (GyreCandidate, 1);
  *candidate = (GyreCandidate) { g_strdup (text), summary != NULL ? g_strdelimit (g_strdup (summary), "\t\n\r", ' ') : NULL, is_final };
  g_ptr_array_add (self->candidates, candidate);
  g_hash_table_add (self->texts, candidate->text);
}

/* The part of the word that is not certain yet. */
const char *
gyre_completion_get_rest (GyreCompletion *self)
{
  return g_str_has_prefix (self->text, self->prefix) ? self->text + strlen (self->prefix) : "";
}

static const GOptionEntry *
find_option (const char *name, gsize length)
{
  for (const GOptionEntry *entry = gyre_command_get_entries (); entry->long_name != NULL; entry++)
    if (strlen (entry->long_name) == length && strncmp (entry->long_name, name, length) == 0)
      return entry;
  return NULL;
}

/* The shell opens `~` only when the line runs. */
static char *
dup_path (const char *value)
{
  if (g_str_has_prefix (value, "~/"))
    return g_build_filename (g_get_home_dir (), value + 2, NULL);
  return g_strdup (value);
}

/* Options that change what there is to offer. */
static void
note_option (Reading *self, const GOptionEntry *entry, const char *value)
{
  g_autofree char *path = dup_path (value);

  if (g_str_equal (entry->long_name, "config"))
    g_ptr_array_add (self->completion.files, g_steal_pointer (&path));
  else if (g_str_equal (entry->long_name, "at"))
    self->completion.place = value;
  else if (g_str_equal (entry->long_name, "module-path"))
    g_string_append_printf (self->module_path, "%s%s", self->module_path->len > 0 ? G_SEARCHPATH_SEPARATOR_S : "", path);
}

static void
read_word (Reading *self, const char *word)
{
  const char *equal = strchr (word, '=');
  gsize length = equal != NULL ? (gsize) (equal - word) : strlen (word);
  const GOptionEntry *entry = g_str_has_prefix (word, "--") ? find_option (word + 2, length - 2) : NULL;

  /* Of all our options a program takes this one. */
  if (self->completion.program != NULL && (entry == NULL || !g_str_equal (entry->long_name, "config") || equal == NULL))
    entry = NULL;
  if (self->pending != NULL)
    note_option (self, g_steal_pointer (&self->pending), word);
  else if (self->is_behind || *word != '-' || word[1] == '\0' || g_ascii_isdigit (word[1]))
    g_ptr_array_add (self->completion.words, (gpointer) word);
  else if (g_str_equal (word, "--"))
    self->is_behind = TRUE;
  else if (entry != NULL && entry->arg_description != NULL && equal != NULL)
    note_option (self, entry, equal + 1);
  else if (entry != NULL && entry->arg_description != NULL)
    self->pending = entry;
}

/* The verb, or the one within its group, and how many words it takes; NULL: it is not said yet. `verbs`: those that it could be. */
static const GyreVerb *
get_verb (GyreCompletion *self, const GyreVerb **verbs, guint *first)
{
  const GyreVerb *verb;

  *verbs = gyre_program_get_verbs ();
  *first = 1;
  verb = self->words->len > 0 ? gyre_verb_find (*verbs, self->words->pdata[0]) : NULL;
  if (verb == NULL || verb->run != NULL)
    return verb;
  *verbs = gyre_program_get_configuration_verbs ();
  *first = 2;
  return self->words->len > 1 ? gyre_verb_find (*verbs, self->words->pdata[1]) : NULL;
}

static void
fill_setting (GyreCompletion *self, const char *equal)
{
  g_autofree char *key = g_strndup (self->text + 2, (gsize) (equal - self->text) - 2);

  gyre_completion_fill_values (self, key);
}

/* `--option=value`, `--family.trait=value`, or what is before the `=`. */
static void
fill_dashes (Reading *self, const GyreVerb *verb)
{
  GyreCompletion *completion = &self->completion;
  const char *equal = strchr (completion->text, '=');
  g_autofree char *prefix = NULL;
  const GOptionEntry *entry;

  if (equal != NULL)
    {
      prefix = g_strndup (completion->text, (gsize) (equal - completion->text) + 1);
      entry = find_option (prefix + 2, strlen (prefix) - 3);
      completion->prefix = prefix;
      if (entry != NULL && entry->arg_description != NULL)
        gyre_completion_fill_option (completion, entry, verb);
      else if (entry == NULL)
        fill_setting (completion, equal);
    }
  else
    {
      gyre_completion_fill_options (completion, verb);
      completion->prefix = "--";
      if (strlen (completion->text) > 2)
        gyre_completion_fill_keys (completion, "=");
    }
}

static void
fill (Reading *self)
{
  GyreCompletion *completion = &self->completion;
  const GyreVerb *verbs;
  guint first;
  const GyreVerb *verb = get_verb (completion, &verbs, &first);
  gboolean is_dashed = g_str_has_prefix (completion->text, "-") && !self->is_behind;

  completion->is_live = completion->place != NULL || (verb != NULL && verb->run == gyre_program_remote);
  if (verb != NULL || (is_dashed && strlen (completion->text) > 2))
    completion->cache = gyre_program_fetch_cache (completion->executive, self->module_path->str);
  if (self->pending != NULL)
    gyre_completion_fill_option (completion, self->pending, verb);
  else if (is_dashed && !g_str_equal (completion->text, "-") && !g_str_has_prefix (completion->text, "--"))
    return;
  else if (is_dashed)
    fill_dashes (self, verb);
  else if (verb != NULL)
    gyre_completion_fill_word (completion, verb, first);
  else if (completion->words->len < first)
    gyre_completion_fill_verbs (completion, verbs);
}

/* `seed=N` as an option of a program: its value. */
static void
fill_own_value (GyreCompletion *self, const char *option, const char *description)
{
  GOptionEntry entry = { .long_name = option, .arg_description = description };

  gyre_completion_fill_option (self, &entry, NULL);
}

/* The options that a program has named, and the one that all take. `equal`: the one before it is meant, and FALSE says that there is none. */
static gboolean
fill_own_options (GyreCompletion *self, const char *equal)
{
  g_autoptr (GVariant) options = gyre_catalogue_cache_dup_notes (self->cache);
  const char *option, *summary;
  GVariantIter iterator;

  g_variant_iter_init (&iterator, options);
  while (g_variant_iter_next (&iterator, "(&s&s)", &option, &summary))
    {
      gsize length = strcspn (option, "=");
      g_autofree char *whole = g_strdup_printf ("--%.*s", (int) (length + (option[length] == '=')), option);

      if (equal == NULL)
        gyre_completion_add (self, whole, *summary != '\0' ? summary : NULL, option[length] == '\0');
      else if (option[length] == '=' && g_str_equal (self->prefix, whole))
        {
          fill_own_value (self, option, option + length + 1);
          return TRUE;
        }
    }
  if (equal == NULL)
    gyre_completion_add (self, "--config=", "Read this configuration file; any number, in order", FALSE);
  else if (g_str_equal (self->prefix, "--config="))
    self->mode = GYRE_COMPLETION_FILES;
  return equal != NULL && self->mode == GYRE_COMPLETION_FILES;
}

/* The line of a program: its options, settings, and files, since nobody knows what its words are. */
static void
fill_program (Reading *self)
{
  GyreCompletion *completion = &self->completion;
  const char *equal = strchr (completion->text, '=');
  g_autofree char *prefix = equal != NULL ? g_strndup (completion->text, (gsize) (equal - completion->text) + 1) : NULL;

  completion->cache = gyre_program_fetch_program (completion->executive, completion->program);
  if (completion->cache == NULL || self->is_behind || !g_str_has_prefix (completion->text, "-"))
    completion->mode = GYRE_COMPLETION_FILES;
  else if (prefix != NULL)
    {
      completion->prefix = prefix;
      if (!fill_own_options (completion, equal) && strlen (prefix) > 3)
        fill_setting (completion, equal);
      completion->prefix = "";
    }
  else
    {
      fill_own_options (completion, NULL);
      completion->prefix = "--";
      if (strlen (completion->text) > 2)
        gyre_completion_fill_keys (completion, "=");
    }
}

/* How much of the word stands before a path. Folders can be several: `one:two`. */
static gsize
get_path_start (Reading *self)
{
  const char *text = self->completion.text;
  const char *equal = self->pending == NULL && g_str_has_prefix (text, "--") ? strchr (text, '=') : NULL;
  const char *colon = self->completion.mode == GYRE_COMPLETION_FOLDERS ? strrchr (text, G_SEARCHPATH_SEPARATOR) : NULL;

  return (gsize) (MAX (equal != NULL ? equal + 1 : text, colon != NULL ? colon + 1 : text) - text);
}

static int
compare_texts (gconstpointer first, gconstpointer second)
{
  return strcmp ((*(GyreCandidate * const *) first)->text, (*(GyreCandidate * const *) second)->text);
}

static void
print_candidate (const GyreCandidate *candidate, const char *shell, const GyreTypedLine *line)
{
  const char *summary = candidate->summary != NULL ? candidate->summary : "";
  g_autofree char *quoted = line != NULL ? gyre_typed_line_quote (line, candidate->text, candidate->is_final) : NULL;

  if (quoted != NULL)
    printf ("%s\n", quoted);
  else if (g_str_equal (shell, "zsh"))
    printf ("%s\t%s\t%s\n", candidate->is_final ? "+" : "-", candidate->text, summary);
  else
    printf ("%s\t%s\n", candidate->text, summary);
}

static void
print_answer (Reading *self, const char *shell, const GyreTypedLine *line)
{
  static const char * const modes[] = { "words", "files", "folders" };
  GyreCompletion *completion = &self->completion;
  gsize start = get_path_start (self);

  printf ("%s\n", modes[completion->mode]);
  if (completion->mode != GYRE_COMPLETION_WORDS)
    printf ("%.*s\n%s\n%ld\n", (int) start, completion->text, completion->text + start,
            line != NULL ? g_utf8_strlen (completion->text, (gssize) line->fixed) : 0);
  g_ptr_array_sort (completion->candidates, compare_texts);
  for (guint index = 0; completion->mode == GYRE_COMPLETION_WORDS && index < completion->candidates->len; index++)
    print_candidate (completion->candidates->pdata[index], shell, line);
}

/* As any verb would. */
static void
add_modules (Reading *self)
{
  char *path[] = { self->module_path->str, NULL };
  GyreCommand command = { .module_path = self->module_path->len > 0 ? path : NULL };

  gyre_program_add_modules (self->completion.executive, &command);
}

/* Answers for words without the program's name; the last one is being typed. */
static void
answer (const char *shell, char **words, guint count, const GyreTypedLine *line, const char *program)
{
  Reading reading = {
    .completion = {
      .program = program, .text = words[count - 1], .prefix = "", .executive = gyre_executive_get_default (),
      .words = g_ptr_array_new (), .files = g_ptr_array_new_with_free_func (g_free),
      .candidates = g_ptr_array_new_with_free_func (candidate_free), .texts = g_hash_table_new (g_str_hash, g_str_equal),
    },
    .module_path = g_string_new (NULL),
  };

  for (guint index = 0; index + 1 < count; index++)
    read_word (&reading, words[index]);
  if (program != NULL)
    fill_program (&reading);
  else
    {
      add_modules (&reading);
      fill (&reading);
    }
  print_answer (&reading, shell, line);
  g_clear_pointer (&reading.completion.cache, gyre_catalogue_cache_free);
  g_clear_pointer (&reading.completion.instances, g_hash_table_unref);
  g_hash_table_unref (reading.completion.texts);
  g_ptr_array_unref (reading.completion.candidates);
  g_ptr_array_unref (reading.completion.files);
  g_ptr_array_unref (reading.completion.words);
  g_string_free (reading.module_path, TRUE);
}

/* fish gives the word that is being typed with its quotes. */
static void
open_last (char **words, guint count, GPtrArray *opened)
{
  g_autoptr (GyreTypedLine) line = gyre_typed_line_split (words[count - 1], "");

  for (guint index = 0; index + 1 < count; index++)
    g_ptr_array_add (opened, g_strdup (words[index]));
  g_ptr_array_add (opened, g_strdup (line->words->pdata[line->words->len - 1]));
}

/* Answers a shell about a line whose first word is the program. */
static GyreExit
complete_line (int count, char **words, gboolean is_program)
{
  g_autoptr (GPtrArray) opened = g_ptr_array_new_with_free_func (g_free);
  const char *shell = count > 0 ? words[0] : "";

  if (g_str_equal (shell, "bash") && count == 3)
    {
      g_autoptr (GyreTypedLine) line = gyre_typed_line_split (words[2], words[1]);

      if (line->words->len > 1)
        answer (shell, (char **) line->words->pdata + 1, line->words->len - 1, line, is_program ? line->words->pdata[0] : NULL);
      return GYRE_EXIT_OK;
    }
  if ((!g_str_equal (shell, "zsh") && !g_str_equal (shell, "fish")) || count < 3)
    return gyre_program_fail (GYRE_EXIT_USAGE, "complete is asked by shells: gyre completion bash, zsh or fish prints how");
  if (g_str_equal (shell, "fish"))
    open_last (words + 2, (guint) count - 2, opened);
  answer (shell, opened->len > 0 ? (char **) opened->pdata : words + 2, (guint) count - 2, NULL, is_program ? words[1] : NULL);
  return GYRE_EXIT_OK;
}

GyreExit
gyre_program_complete (int count, char **words)
{
  gboolean is_program = count > 0 && g_str_equal (words[0], "program");

  for (int index = 0; index < count; index++)
    if (!g_utf8_validate (words[index], -1, NULL))
      return GYRE_EXIT_USAGE;
  return complete_line (count - is_program, words + is_program, is_program);
}
