/* gyre-program.h: What the verbs of the `gyre` program share
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <gyre.h>

/* The program's answers, for scripts. Stable from now on. */
typedef enum
{
  GYRE_EXIT_OK = 0,
  GYRE_EXIT_NEGATIVE = 1,       /* a negative answer, or a behavior that failed */
  GYRE_EXIT_USAGE = 2,          /* a command line or a configuration with mistakes */
  GYRE_EXIT_NOT_FOUND = 3,      /* no such family, instance, behavior or key */
  GYRE_EXIT_UNREACHABLE = 4,    /* a running program can't be reached */
} GyreExit;

/* A command line, taken apart. */
typedef struct
{
  GStrv words;                  /* neither options nor settings, in order; the verb is the first */
  GArray *positions;            /* guint: where each word stands, from 1 */
  GStrv options;                /* the names of the program's own options that are given */
  GStrv settings;               /* the command line for the codec: everything that is not a setting is an empty word */
  GStrv module_path;
  gboolean is_json;
  gboolean is_help;
  gboolean is_version;
  gboolean has_no_pager;
  char *format;                 /* of the file that is written; NULL: pfg */
  char *output;                 /* the folder that pages are written to */
  char *without;                /* lines that are not drawn */
  char *links;                  /* the pattern of addresses */
  char *watch;                  /* how long messages are counted before they are drawn */
  gint64 depth;                 /* how many steps; -1: nobody said it */
  char *gir;                    /* an introspection repository that is read */
  char *pages;                  /* a folder of Markdown that is to be a part of them */
  gboolean is_strict;           /* a name that was configured and not built is a mistake */
  gboolean is_writing;          /* what would change is written */
  gboolean is_checking;         /* what would change is not shown */
  gboolean is_isolated;         /* no files are looked for, and no variables read */

  char *place;                  /* the program that is meant; NULL: this one */
  gint64 frames;                /* how many; -1: until it ends */
  char *rate;                   /* how many a second; NULL: on demand */
  char *seed;
  char *clock;
  char *trace;                  /* the file of the trace */
  char *name;                   /* by which the program can be reached */
  char *print_level;
  char *log_level;
  char *log_file;
  char *delay;
  char *interval;
  gboolean is_once;

  gboolean is_asking;           /* only whether there is such a thing */
  GStrv libraries;
  GStrv typelibs;
  char *colour;                 /* auto, always or never; NULL: auto */
} GyreCommand;

/* A verb, or a word behind the verb `configuration`. */
typedef struct
{
  const char *name;
  const char *parameters;
  const char *summary;
  guint least;                  /* how many words must follow */
  guint most;
  gboolean searches;            /* whether configuration files are looked for */
  GyreExit (*run) (GyreExecutive     *executive,
                   const GyreCommand *command,
                   GStrv              words);
  const char *options;          /* the options that it takes and most others do not, with spaces between them; NULL: none */
  const char *description;      /* what --help and the manual say behind the summary; NULL: nothing */
  GStrv (*dup_formats) (void);  /* what --format can be, for those who take it */
} GyreVerb;

/* What the exit status says. */
typedef struct
{
  GyreExit code;
  const char *summary;
} GyreExitRow;

/* gyre-program-command.c: */
gboolean gyre_command_read         (GyreCommand        *command,
                                    const char * const *arguments);
void     gyre_command_clear        (GyreCommand        *command);
const GOptionEntry *gyre_command_get_entries (void);
GyreLocator *gyre_command_locate   (const GyreCommand  *command,
                                    const char         *word);
char    *gyre_command_dup_help     (const GyreVerb     *verb,
                                    const char         *parameters,
                                    const char         *summary,
                                    const char         *description);

/* gyre-program-verbs.c: */
const GyreVerb *gyre_program_get_verbs               (void);
const GyreVerb *gyre_program_get_configuration_verbs (void);
const GyreExitRow *gyre_program_get_exits            (void);
const GyreVerb *gyre_verb_find                       (const GyreVerb *rows,
                                                      const char     *name);
char    *gyre_program_dup_takers   (const char         *option);
gboolean        gyre_verb_takes                      (const GyreVerb *verb,
                                                      const char     *option);
gboolean        gyre_verb_has_format                 (const GyreVerb *verb,
                                                      const char     *format);
char    *gyre_program_dup_format_help (const GyreVerb *verb);

/* One file each. */
char    *gyre_program_dup_manual   (void);
GyreExit gyre_program_run          (GyreExecutive *executive, const GyreCommand *command, GStrv words);
GyreExit gyre_program_inspect      (GyreExecutive *executive, const GyreCommand *command, GStrv words);
GyreExit gyre_program_graph        (GyreExecutive *executive, const GyreCommand *command, GStrv words);
GyreExit gyre_program_document     (GyreExecutive *executive, const GyreCommand *command, GStrv words);
GyreExit gyre_program_list         (GyreExecutive *executive, const GyreCommand *command, GStrv words);
GyreExit gyre_program_check        (GyreExecutive *executive, const GyreCommand *command, GStrv words);
GyreExit gyre_program_events       (GyreExecutive *executive, const GyreCommand *command, GStrv words);
GyreExit gyre_program_dump         (GyreExecutive *executive, const GyreCommand *command, GStrv words);
GyreExit gyre_program_template     (GyreExecutive *executive, const GyreCommand *command, GStrv words);
GyreExit gyre_program_schema       (GyreExecutive *executive, const GyreCommand *command, GStrv words);
GyreExit gyre_program_difference   (GyreExecutive *executive, const GyreCommand *command, GStrv words);
GyreExit gyre_program_migrate      (GyreExecutive *executive, const GyreCommand *command, GStrv words);
GyreExit gyre_program_order        (GyreExecutive *executive, const GyreCommand *command, GStrv words);
GyreExit gyre_program_explain      (GyreExecutive *executive, const GyreCommand *command, GStrv words);

GyreExit gyre_program_completion   (GyreExecutive *executive, const GyreCommand *command, GStrv words);
GyreExit gyre_program_remote       (GyreExecutive *executive, const GyreCommand *command, GStrv words);
GyreExit gyre_program_top          (GyreExecutive *executive, const GyreCommand *command, GStrv words);

/* gyre-program-remote.c: */
gboolean gyre_program_read_time    (const char         *option,
                                    const char         *text,
                                    gint64             *nanoseconds);
/* gyre-program-document.c: pages. */
GStrv    gyre_program_dup_page_formats (void);

/* gyre-program-graph.c: pictures. */
GStrv    gyre_program_dup_picture_formats (void);
GStrv    gyre_program_dup_picture_lines (void);

/* gyre-program-process.c: running frames. */
gboolean gyre_program_wants_frames (const GyreCommand  *command);
gboolean gyre_program_prepare      (GyreExecutive      *executive,
                                    const GyreCommand  *command);
gboolean gyre_program_is_process   (GObject            *instance);
gboolean gyre_program_try_frames   (GyreExecutive      *executive,
                                    const GyreCommand  *command,
                                    GPtrArray          *instances);
GyreExit gyre_program_run_frames   (GyreExecutive      *executive,
                                    const GyreCommand  *command,
                                    GObject            *instance);

/* gyre-program-loading.c: modules and settings. */
void     gyre_program_add_folders      (GyreExecutive     *executive,
                                        const char        *path);
void     gyre_program_add_modules      (GyreExecutive     *executive,
                                        const GyreCommand *command);
gboolean gyre_program_load_settings    (GyreExecutive     *executive,
                                        const GyreCommand *command);
gboolean gyre_program_find_settings    (GyreExecutive     *executive,
                                        const char        *specification);
gboolean gyre_program_tell_found       (GyreExecutive     *executive);
void     gyre_program_load_all_modules (GyreExecutive     *executive);
gboolean gyre_program_needs_config     (GyreExecutive     *executive,
                                        const GyreCommand *command);

/* gyre-program-output.c: standard output for answers, standard error for everything that is said about them. */
void     gyre_program_print            (const char        *text);
void     gyre_program_print_data       (const char        *data,
                                        gsize              length);
void     gyre_program_print_page       (const char        *text,
                                        const GyreCommand *command);
void     gyre_program_print_json       (GVariant          *variant);
void     gyre_program_append_elements  (GVariantBuilder   *list,
                                        GVariant          *more);
void     gyre_program_print_report     (GyreReport        *report);
gboolean gyre_program_tell_notes       (GyreReport        *report,
                                        gboolean           is_strict);
GyreExit gyre_program_fail             (GyreExit           code,
                                        const char        *format,
                                        ...) G_GNUC_PRINTF (2, 3);
GyreExit gyre_program_fail_with        (GError            *error);
gboolean gyre_program_set_colour       (const char        *wish);
gboolean gyre_program_is_coloured      (void);
guint    gyre_program_get_columns      (void);
gboolean gyre_program_finish_output    (void);

/* gyre-program-progress.c: a bar on a terminal. */
void     gyre_program_begin_progress   (void);
void     gyre_program_end_progress     (void);
