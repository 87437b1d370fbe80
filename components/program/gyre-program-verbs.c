/* gyre-program-verbs.c: What the program can be asked to do
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-program.h"

#include <string.h>

static const char run_help[] =
  "With a BEHAVIOR, that is called once, and the program ends. Without one, a component that is a process,\n"
  "or has a behavior 'run', runs: frame after frame until nothing is due any more, --frames have run, or\n"
  "SIGINT or SIGTERM ends it cleanly. With both a BEHAVIOR and one of --frames, --rate, --clock, --seed, --trace\n"
  "or --name, the behavior is called before the first frame. 'gyre run NAME run' calls 'run' once, as any other.";

static const char document_help[] =
  "The format is html (a web site, unless another is said), man (manual pages, in a folder for MANPATH), markdown,\n"
  "json (the catalogue as one document), schema (the JSON Schema of configuration files), text (a line a member,\n"
  "to be committed and compared) or gir (what --gir names, with the words and defaults of the classes in it).\n"
  "json, schema, text and gir are printed where --output is not said. man without a MODULE prints the manual page\n"
  "of this program. --check writes nothing: it tells what the words of the modules lack, and ends with 2 if anything.";

static const char completion_help[] =
  "With PROGRAM, a shell completes the command line of that program: families, names and traits of components, and its\n"
  "own options. The program is built with the library and calls gyre_completion_answer (); others are never run.";

/* What most verbs do not take. */
#define REACHING "at"
#define RUNNING "frames rate clock seed trace name print-level log-level log-file"
#define DOCUMENTING "format output pages check gir typelib"

static const GyreVerb verbs[] = {
  { "run", "SPECIFICATION [BEHAVIOR [ARGUMENT…]]", "build a component and call a behavior; without one, run it as a process, or show it when it is none",
    1, G_MAXUINT, TRUE, gyre_program_run, RUNNING, run_help },
  { "inspect", "FAMILY|TYPE|SPECIFICATION|MODULE", "show what a class, an interface, an instance, a module or any type of --library or --typelib is; --at shows an instance of a running program", 0, 1, TRUE, gyre_program_inspect, REACHING " exists library typelib" },
  { "list", "[families|interfaces|instances|modules|programs]", "list what there is; --at lists what lives in a running program", 0, 1, FALSE, gyre_program_list, REACHING },
  { "graph", "classes [MODULE…] | interfaces [MODULE…] | components SPECIFICATION… | components [NAME] --at=NAME|PID", "draw classes, interfaces or components that live, as dot, svg or png", 1, G_MAXUINT, FALSE, gyre_program_graph, REACHING " format frames rate clock seed output without depth links watch",
    NULL, gyre_program_dup_picture_formats },
  { "document", "[MODULE…] [--format=FORMAT] [--output=FOLDER] [--pages=FOLDER] [--check]", "write pages about the classes and interfaces of modules",
    0, G_MAXUINT, FALSE, gyre_program_document, DOCUMENTING, document_help, gyre_program_dup_page_formats },
  { "top", "[--at=NAME|PID] [--once] [--json]", "watch the processes of a running program", 0, 0, FALSE, gyre_program_top, REACHING " interval once" },
  { "get", "NAME.TRAIT [--at=NAME|PID]", "show a value in a running program", 1, 1, FALSE, gyre_program_remote, REACHING },
  { "set", "NAME.TRAIT VALUE [--at=NAME|PID]", "set a value in a running program", 2, 2, FALSE, gyre_program_remote, REACHING },
  { "call", "NAME BEHAVIOR [ARGUMENT…] [--at=NAME|PID]", "call a behavior in a running program, between two frames", 2, G_MAXUINT, FALSE, gyre_program_remote, REACHING },
  { "post", "NAME BEHAVIOR [ARGUMENT…] [--delay=TIME] [--at=NAME|PID]", "post an instruction in a running program", 2, G_MAXUINT, FALSE, gyre_program_remote, REACHING " delay" },
  { "pause", "NAME [--at=NAME|PID]", "let the turns of a process pass by", 1, 1, FALSE, gyre_program_remote, REACHING },
  { "resume", "NAME [--at=NAME|PID]", "let a process go on", 1, 1, FALSE, gyre_program_remote, REACHING },
  { "configuration", "check|diff|dump|explain|events|order|schema|template …", "check, show and explain configuration files", 0, G_MAXUINT, FALSE, NULL },
  { "completion", "bash|zsh|fish [PROGRAM…]", "print what makes a shell complete; source <(gyre completion bash)", 1, G_MAXUINT, FALSE, gyre_program_completion,
    NULL, completion_help },
  { NULL },
};

static const GyreVerb configuration_verbs[] = {
  { "check", "[FILE…]", "tell every mistake of these files, or else of all that are found", 0, G_MAXUINT, FALSE, gyre_program_check },
  { "dump", "[--format=FORMAT] --config=FILE…", "show everything that is configured, as a file that can be read again", 0, 0, TRUE, gyre_program_dump, "format", NULL,
    gyre_codec_dup_encodings },
  { "explain", "KEY --config=FILE…", "show which setting of a key is in force, and which ones lost", 1, 1, TRUE, gyre_program_explain },
  { "order", "[PACKAGE]", "show who beats whom, and which files of a package are there", 0, 1, FALSE, gyre_program_order },
  { "template", "FAMILY [--format=FORMAT]", "write a file with every trait of a class, as comments", 1, 1, FALSE, gyre_program_template, "format", NULL,
    gyre_codec_dup_encodings },
  { "schema", "[FAMILY…]", "write the JSON Schema of yaml and json files", 0, G_MAXUINT, FALSE, gyre_program_schema },
  { "diff", "FILE FILE", "show what two files say differently", 2, 2, FALSE, gyre_program_difference },
  { "migrate", "[--write|--check] FILE…", "call traits by their present names, and tell which ones are deprecated", 1, G_MAXUINT, FALSE, gyre_program_migrate, "write check" },
  { "events", "FILE…", "show what these files say, in order", 1, G_MAXUINT, FALSE, gyre_program_events },
  { NULL },
};

static const GyreExitRow exits[] = {
  { GYRE_EXIT_OK, "all is well" },
  { GYRE_EXIT_NEGATIVE, "a negative answer, or a behavior or a process that failed" },
  { GYRE_EXIT_USAGE, "a command line, a configuration or words about classes with mistakes" },
  { GYRE_EXIT_NOT_FOUND, "something is not there" },
  { GYRE_EXIT_UNREACHABLE, "a running program can't be reached" },
  { 0, NULL },
};

const GyreVerb *
gyre_program_get_verbs (void)
{
  return verbs;
}

const GyreVerb *
gyre_program_get_configuration_verbs (void)
{
  return configuration_verbs;
}

const GyreExitRow *
gyre_program_get_exits (void)
{
  return exits;
}

/* Returns: (nullable): the verb of this name among @rows */
const GyreVerb *
gyre_verb_find (const GyreVerb *rows, const char *name)
{
  for (; rows->name != NULL; rows++)
    if (g_str_equal (rows->name, name))
      return rows;
  return NULL;
}

static void
append_takers (GString *text, const GyreVerb *rows, const char *group, const char *option)
{
  for (; rows->name != NULL; rows++)
    {
      g_auto (GStrv) options = g_strsplit (rows->options != NULL ? rows->options : "", " ", -1);

      if (g_strv_contains ((const char * const *) options, option))
        g_string_append_printf (text, "%sgyre %s%s", text->len > 0 ? ", " : "", group, rows->name);
    }
}

/* Returns: (transfer full) (nullable): the verbs that take an option, for a person; NULL: all of them, as far as it means something */
char *
gyre_program_dup_takers (const char *option)
{
  GString *text = g_string_new (NULL);

  append_takers (text, verbs, "", option);
  append_takers (text, configuration_verbs, "configuration ", option);
  return g_string_free (text, text->len == 0);
}

/* Whether an option means something to a verb; NULL stands for no verb, to which only those mean something that every verb takes. */
gboolean
gyre_verb_takes (const GyreVerb *verb, const char *option)
{
  g_autofree char *takers = gyre_program_dup_takers (option);
  g_auto (GStrv) options = g_strsplit (verb != NULL && verb->options != NULL ? verb->options : "", " ", -1);

  return takers == NULL || g_strv_contains ((const char * const *) options, option);
}

/* `dot, svg or png` */
static char *
dup_alternatives (const GyreVerb *verb)
{
  g_auto (GStrv) formats = verb->dup_formats ();
  GString *text = g_string_new (NULL);

  for (guint index = 0; formats[index] != NULL; index++)
    g_string_append_printf (text, "%s%s", index == 0 ? "" : formats[index + 1] != NULL ? ", " : " or ", formats[index]);
  return g_string_free (text, FALSE);
}

/* Verbs that stand beside each other and have the same formats share a line. */
static void
append_formats (GString *text, const GyreVerb *rows, const char *group)
{
  for (; rows->name != NULL; rows++)
    {
      g_autofree char *formats = rows->dup_formats != NULL ? dup_alternatives (rows) : NULL;
      g_autofree char *next = formats != NULL ? g_strdup_printf (": %s", formats) : NULL;

      if (next != NULL && g_str_has_suffix (text->str, next))
        {
          g_string_truncate (text, text->len - strlen (next));
          g_string_append_printf (text, " and %s%s%s", group, rows->name, next);
        }
      else if (next != NULL)
        g_string_append_printf (text, "%s%s%s%s", text->len > 0 ? "; " : "", group, rows->name, next);
    }
}

/* Returns: (transfer full): what --format says of itself in the help of a verb; NULL: where all verbs are told */
char *
gyre_program_dup_format_help (const GyreVerb *verb)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *formats = verb != NULL && verb->dup_formats != NULL ? dup_alternatives (verb) : NULL;

  if (formats == NULL)
    {
      append_formats (text, verbs, "");
      append_formats (text, configuration_verbs, "configuration ");
    }
  return g_strdup_printf ("Write in this format%s%s", formats != NULL ? ": " : "; ", formats != NULL ? formats : text->str);
}

/* Whether a verb knows a format; where it does not, it tells which ones it knows. */
gboolean
gyre_verb_has_format (const GyreVerb *verb, const char *format)
{
  g_auto (GStrv) formats = verb->dup_formats != NULL ? verb->dup_formats () : NULL;
  g_autofree char *known = NULL;
  g_autofree char *hint = NULL;

  if (format == NULL || formats == NULL || g_strv_contains ((const char * const *) formats, format))
    return TRUE;
  known = g_strjoinv (", ", formats);
  hint = gyre_name_suggest (format, (const char * const *) formats);
  gyre_program_fail (GYRE_EXIT_USAGE, "--format: of gyre %s, it must be one of %s, is '%s'%s%s", verb->name, known, format,
                     hint != NULL ? "; " : "", hint != NULL ? hint : "");
  return FALSE;
}
