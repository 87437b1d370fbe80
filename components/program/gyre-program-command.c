/* gyre-program-command.c: The command line, taken apart
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Three sorts of words are mixed: options of the program (`--json`), settings (`--family.trait=value`, `--config=FILE`), and words that are
 * neither. Settings have a dot in their key and the program's options have none, so a misspelt option is never taken for a setting.
 * What is no setting becomes an empty word for the codec of command lines, so that places still tell the position that each word had.
 */
#include "gyre-program.h"

#include <string.h>

static gboolean show_json, show_help, show_version, use_no_pager, is_isolated, is_strict, is_writing, is_checking;
static char **module_path;
static char **config;
static gint64 depth;
static char *without, *links, *watch;
static char *format, *gir, *output, *pages;
static char *place, *rate, *seed, *clock_name, *trace, *program_name, *print_level, *log_level, *log_file, *delay, *interval;
static gint64 frames;
static gboolean is_once, is_asking;
static char **libraries, **typelibs;
static char *colour;

static const GOptionEntry entries[] = {
  { "config", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &config, "Read this configuration file; any number, in order", "FILE" },
  { "module-path", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &module_path, "Look for modules in these folders first", "FOLDER" },
  { "format", 0, 0, G_OPTION_ARG_STRING, &format, "Write in this format", "FORMAT" },
  { "gir", 0, 0, G_OPTION_ARG_FILENAME, &gir, "Add words and defaults to this introspection repository", "FILE" },
  { "output", 0, 0, G_OPTION_ARG_FILENAME, &output, "Write pages to this folder, or a picture to this file", "FOLDER|FILE" },
  { "without", 0, 0, G_OPTION_ARG_STRING, &without, "Leave out lines of a picture: derives, implements, facilities, children, bindings or messages", "LINES" },
  { "depth", 0, 0, G_OPTION_ARG_INT64, &depth, "Draw so many steps from what is asked for; 0 draws all", "N" },
  { "links", 0, 0, G_OPTION_ARG_STRING, &links, "Let classes in a picture lead to these addresses; %s is the family", "PATTERN" },
  { "watch", 0, 0, G_OPTION_ARG_STRING, &watch, "Count messages for so long before a running program is drawn", "TIME" },
  { "pages", 0, 0, G_OPTION_ARG_FILENAME, &pages, "Make the Markdown files of this folder pages of the site", "FOLDER" },
  { "strict", 0, 0, G_OPTION_ARG_NONE, &is_strict, "Settings for an instance that was not built are mistakes", NULL },
  { "write", 0, 0, G_OPTION_ARG_NONE, &is_writing, "Change the files that are to be migrated", NULL },
  { "check", 0, 0, G_OPTION_ARG_NONE, &is_checking, "Only tell: whether files are to be migrated, what the words of modules lack", NULL },
  { "isolated", 0, 0, G_OPTION_ARG_NONE, &is_isolated, "Read only the configuration files that are named here", NULL },
  { "frames", 0, 0, G_OPTION_ARG_INT64, &frames, "Run so many frames, and end", "N" },
  { "rate", 0, 0, G_OPTION_ARG_STRING, &rate, "Run so many frames a second, or the fastest, or on-demand (the default)", "HZ|fastest|on-demand" },
  { "clock", 0, 0, G_OPTION_ARG_STRING, &clock_name, "Let time be real or virtual: then nothing is waited for, and the run can be repeated", "real|virtual" },
  { "seed", 0, 0, G_OPTION_ARG_STRING, &seed, "Begin chance with this number", "N" },
  { "trace", 0, 0, G_OPTION_ARG_FILENAME, &trace, "Write down what happens, for Chrome's and Perfetto's viewers", "FILE" },
  { "name", 0, 0, G_OPTION_ARG_STRING, &program_name, "Let the running program be reached by this name, besides its number", "NAME" },
  { "print-level", 0, 0, G_OPTION_ARG_STRING, &print_level, "Print alerts from this level on (notice)", "error|warning|notice|information|detail|debug" },
  { "log-level", 0, 0, G_OPTION_ARG_STRING, &log_level, "Log alerts from this level on", "error|warning|notice|information|detail|debug" },
  { "log-file", 0, 0, G_OPTION_ARG_FILENAME, &log_file, "Log alerts to this file; lines of JSON when it ends with .json", "FILE" },
  { "at", 0, 0, G_OPTION_ARG_STRING, &place, "Do it in the program that runs under this name or number", "NAME|PID" },
  { "delay", 0, 0, G_OPTION_ARG_STRING, &delay, "Post it for so much later: 2 s, 100 ms", "TIME" },
  { "interval", 0, 0, G_OPTION_ARG_STRING, &interval, "Show the top anew after so much time", "TIME" },
  { "once", 0, 0, G_OPTION_ARG_NONE, &is_once, "Show the top once", NULL },
  { "json", 0, 0, G_OPTION_ARG_NONE, &show_json, "Answer as JSON", NULL },
  { "exists", 0, 0, G_OPTION_ARG_NONE, &is_asking, "Only tell by the exit status whether there is what is to be inspected", NULL },
  { "library", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &libraries, "Inspect types of this library as well", "FILE" },
  { "typelib", 0, 0, G_OPTION_ARG_STRING_ARRAY, &typelibs, "Inspect types of this typelib as well, and take names of the arguments of signals from it: Gtk-3.0", "NAME" },
  { "color", 0, 0, G_OPTION_ARG_STRING, &colour, "Let names stand out: auto (the default: on a terminal), always or never", "auto|always|never" },
  { "no-pager", 0, 0, G_OPTION_ARG_NONE, &use_no_pager, "Do not show long answers in a pager", NULL },
  { "version", 0, 0, G_OPTION_ARG_NONE, &show_version, "Print the version", NULL },
  { "help", 'h', 0, G_OPTION_ARG_NONE, &show_help, "Print this help", NULL },
  { NULL },
};

typedef struct
{
  const char * const *arguments;
  GPtrArray *own;         /* the program's options, for GOption */
  GPtrArray *names;       /* of these options */
  GPtrArray *words;
  GArray *positions;
  GPtrArray *settings;
  gboolean is_good;
} Reading;

/* The options, ended by one without a name. What stands for a value says how it is completed: small letters are words, capitals a sort. */
const GOptionEntry *
gyre_command_get_entries (void)
{
  return entries;
}

static GOptionContext *
context_new (const char *parameters, const GOptionEntry *shown)
{
  GOptionContext *context = g_option_context_new (parameters);

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_add_main_entries (context, shown, NULL);
  return context;
}

/* `-1`, `-.5`, `-inf`: an argument of a behavior. */
static gboolean
is_number (const char *word)
{
  return word[0] == '-' && (g_ascii_isdigit (word[1]) || (word[1] == '.' && g_ascii_isdigit (word[2])) || g_str_equal (word, "-inf"));
}

static const GOptionEntry *
find_entry (const char *word, gsize length)
{
  for (const GOptionEntry *entry = entries; entry->long_name != NULL; entry++)
    if (strlen (entry->long_name) == length && strncmp (entry->long_name, word, length) == 0)
      return entry;
  return NULL;
}

static void
refuse (Reading *self, const char *word, gsize length)
{
  g_autofree char *name = g_strndup (word, length);
  g_autofree char *readable = g_utf8_make_valid (name, -1);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  const char *similar;

  for (const GOptionEntry *entry = entries; entry->long_name != NULL; entry++)
    g_ptr_array_add (names, (gpointer) entry->long_name);
  g_ptr_array_add (names, NULL);
  similar = gyre_name_find_similar (readable, (const char * const *) names->pdata);
  if (similar != NULL)
    gyre_program_fail (GYRE_EXIT_USAGE, "unknown option '--%s'; did you mean '--%s'?", readable, similar);
  else
    gyre_program_fail (GYRE_EXIT_USAGE, "unknown option '--%s'; settings are written --family.trait=value or --name.trait=value",
                       readable);
  self->is_good = FALSE;
}

static void
add_empty (GPtrArray *list)
{
  g_ptr_array_add (list, g_strdup (""));
}

/* An option of the program. `--option VALUE` is the same as `--option=VALUE`. Returns how many words it takes. */
static guint
read_entry (Reading *self, const GOptionEntry *entry, guint index)
{
  const char *word = self->arguments[index];
  gboolean takes_value = entry->arg_description != NULL;
  gboolean is_split = takes_value && strchr (word, '=') == NULL;
  const char *value = is_split ? self->arguments[index + 1] : NULL;
  g_autofree char *whole = value != NULL ? g_strdup_printf ("--%s=%s", entry->long_name, value) : g_strdup (word);

  if (!takes_value && strchr (word, '=') != NULL)
    {
      gyre_program_fail (GYRE_EXIT_USAGE, "option '--%s' takes no value", entry->long_name);
      self->is_good = FALSE;
    }
  g_ptr_array_add (self->names, g_strdup (entry->long_name));
  if (entry->arg_data == &config && (!is_split || value != NULL))
    g_ptr_array_add (self->settings, g_strdup (whole));
  else
    add_empty (self->settings);
  if (value != NULL)
    add_empty (self->settings);
  g_ptr_array_add (self->own, g_steal_pointer (&whole));
  return value != NULL ? 2 : 1;
}

static guint
read_option (Reading *self, guint index)
{
  const char *word = self->arguments[index];
  const char *name = word + (word[1] == '-' ? 2 : 1);
  gsize length = strcspn (name, "=");
  const GOptionEntry *entry = word[1] == '-' ? find_entry (name, length) : NULL;

  if (entry != NULL)
    return read_entry (self, entry, index);
  if (g_str_equal (word, "-h"))
    g_ptr_array_add (self->own, g_strdup (word));
  else if (memchr (name, '.', length) == NULL && memchr (name, '(', length) == NULL)
    refuse (self, name, length);
  else
    {
      g_ptr_array_add (self->settings, g_strdup (word));
      return 1;
    }
  add_empty (self->settings);
  return 1;
}

static guint
read_word (Reading *self, guint index)
{
  guint position = index + 1;

  g_ptr_array_add (self->words, g_strdup (self->arguments[index]));
  g_array_append_val (self->positions, position);
  add_empty (self->settings);
  return 1;
}

static void
read_words (Reading *self)
{
  guint index = 0;

  while (self->arguments[index] != NULL && !g_str_equal (self->arguments[index], "--"))
    {
      const char *word = self->arguments[index];
      gboolean is_option = word[0] == '-' && word[1] != '\0' && !is_number (word);

      index += is_option ? read_option (self, index) : read_word (self, index);
    }
  /* Behind `--` everything is a word. */
  while (self->arguments[index] != NULL && self->arguments[index + 1] != NULL)
    read_word (self, ++index);
}

static GStrv
end_list (GPtrArray *list)
{
  g_ptr_array_add (list, NULL);
  return (GStrv) g_ptr_array_free (list, FALSE);
}

/* GOption reads the program's own options, and tells what is wrong with their values. */
static gboolean
parse_own (GPtrArray *own)
{
  g_autoptr (GOptionContext) context = context_new (NULL, entries);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) arguments = NULL;

  g_ptr_array_insert (own, 0, g_strdup ("gyre"));
  arguments = end_list (own);
  if (g_option_context_parse_strv (context, &arguments, &error))
    return TRUE;
  gyre_program_fail (GYRE_EXIT_USAGE, "%s", error->message);
  return FALSE;
}

static gboolean
check_words (GStrv words)
{
  gboolean is_good = TRUE;

  for (guint index = 0; words[index] != NULL; index++)
    if (!g_utf8_validate (words[index], -1, NULL))
      {
        g_autofree char *readable = g_utf8_make_valid (words[index], -1);

        gyre_program_fail (GYRE_EXIT_USAGE, "'%s': an argument must be UTF-8", readable);
        is_good = FALSE;
      }
  return is_good;
}

/* Takes a command line apart, without the program's name. Tells every mistake on standard error; FALSE if there is one. */
gboolean
gyre_command_read (GyreCommand *command, const char * const *arguments)
{
  Reading reading = {
    arguments, g_ptr_array_new (), g_ptr_array_new (), g_ptr_array_new (), g_array_new (FALSE, FALSE, sizeof (guint)), g_ptr_array_new (),
    TRUE,
  };

  frames = -1;
  depth = -1;
  read_words (&reading);
  reading.is_good = parse_own (reading.own) && reading.is_good;
  *command = (GyreCommand) {
    .place = g_steal_pointer (&place),
    .frames = frames,
    .rate = g_steal_pointer (&rate),
    .seed = g_steal_pointer (&seed),
    .clock = g_steal_pointer (&clock_name),
    .trace = g_steal_pointer (&trace),
    .name = g_steal_pointer (&program_name),
    .print_level = g_steal_pointer (&print_level),
    .log_level = g_steal_pointer (&log_level),
    .log_file = g_steal_pointer (&log_file),
    .delay = g_steal_pointer (&delay),
    .interval = g_steal_pointer (&interval),
    .is_once = is_once,
    .is_asking = is_asking,
    .libraries = g_steal_pointer (&libraries),
    .typelibs = g_steal_pointer (&typelibs),
    .colour = g_steal_pointer (&colour),
    .words = end_list (reading.words),
    .options = end_list (reading.names),
    .positions = reading.positions,
    .settings = end_list (reading.settings),
    .module_path = g_steal_pointer (&module_path),
    .is_json = show_json,
    .is_help = show_help,
    .is_version = show_version,
    .has_no_pager = use_no_pager,
    .format = format != NULL ? g_ascii_strdown (format, -1) : NULL,
    .gir = g_steal_pointer (&gir),
    .output = g_steal_pointer (&output),
    .without = g_steal_pointer (&without),
    .links = g_steal_pointer (&links),
    .watch = g_steal_pointer (&watch),
    .depth = depth,
    .pages = g_steal_pointer (&pages),
    .is_strict = is_strict,
    .is_writing = is_writing,
    .is_checking = is_checking,
    .is_isolated = is_isolated,
  };
  g_clear_pointer (&config, g_strfreev);
  g_clear_pointer (&format, g_free);
  return check_words (command->words) && gyre_program_set_colour (command->colour) && reading.is_good;
}

void
gyre_command_clear (GyreCommand *command)
{
  g_strfreev (command->words);
  g_array_unref (command->positions);
  g_strfreev (command->options);
  g_strfreev (command->settings);
  g_strfreev (command->module_path);
  g_free (command->format);
  g_free (command->gir);
  g_free (command->output);
  g_free (command->without);
  g_free (command->links);
  g_free (command->watch);
  g_free (command->pages);
  g_free (command->place);
  g_free (command->rate);
  g_free (command->seed);
  g_free (command->clock);
  g_free (command->trace);
  g_free (command->name);
  g_free (command->print_level);
  g_free (command->log_level);
  g_free (command->log_file);
  g_free (command->delay);
  g_free (command->interval);
  g_strfreev (command->libraries);
  g_strfreev (command->typelibs);
  g_free (command->colour);
}

/* The place of one of the command's words. */
GyreLocator *
gyre_command_locate (const GyreCommand *command, const char *word)
{
  guint index = 0;

  while (command->words[index] != word)
    index++;
  return gyre_locator_new_argument (word, g_array_index (command->positions, guint, index), 1);
}

/* What a verb takes; all options where there is no verb. Which formats there are depends on the verb. */
static GArray *
list_entries (const GyreVerb *verb, const char *formats)
{
  GArray *shown = g_array_new (TRUE, FALSE, sizeof (GOptionEntry));

  for (const GOptionEntry *entry = entries; entry->long_name != NULL; entry++)
    {
      GOptionEntry row = *entry;

      if (row.arg_data == &format)
        row.description = formats;
      if (verb == NULL || gyre_verb_takes (verb, entry->long_name))
        g_array_append_val (shown, row);
    }
  return shown;
}

/* The help of a verb, with the options that mean something to it; of the program, where @verb is NULL. */
char *
gyre_command_dup_help (const GyreVerb *verb, const char *parameters, const char *summary, const char *description)
{
  g_autofree char *formats = gyre_program_dup_format_help (verb);
  g_autoptr (GArray) shown = list_entries (verb, formats);
  g_autoptr (GOptionContext) context = context_new (parameters, (const GOptionEntry *) (gpointer) shown->data);

  g_option_context_set_summary (context, summary);
  g_option_context_set_description (context, description);
  return g_option_context_get_help (context, TRUE, NULL);
}
