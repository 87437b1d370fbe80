/* gyre-program-output.c: What the program says, and where
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Answers go to standard output, everything that is said about them to standard error, so that answers can be piped.
 */
#include "gyre-program.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

void
gyre_program_print (const char *text)
{
  fputs (text, stdout);
}

void
gyre_program_print_data (const char *data, gsize length)
{
  fwrite (data, 1, length, stdout);
}

/* What --color says: auto, always or never. */
static enum { COLOUR_AUTO, COLOUR_ALWAYS, COLOUR_NEVER } colour;

gboolean
gyre_program_set_colour (const char *wish)
{
  static const char * const words[] = { "auto", "always", "never" };

  for (guint index = 0; index < G_N_ELEMENTS (words); index++)
    if (wish == NULL || g_str_equal (wish, words[index]))
      {
        colour = index;
        return TRUE;
      }
  gyre_program_fail (GYRE_EXIT_USAGE, "--color: must be one of auto, always, never, is '%s'", wish);
  return FALSE;
}

/* See no-color.org: any text in NO_COLOR turns colours off. What the command line says beats it. */
gboolean
gyre_program_is_coloured (void)
{
  const char *wish = g_getenv ("NO_COLOR");
  const char *terminal = g_getenv ("TERM");

  if (colour != COLOUR_AUTO)
    return colour == COLOUR_ALWAYS;

  return isatty (STDOUT_FILENO) && (wish == NULL || *wish == '\0') && g_strcmp0 (terminal, "dumb") != 0;
}

/* What a terminal has that says nothing of it, and what is not enough for anything. */
#define USUAL_COLUMNS 80
#define LEAST_COLUMNS 20

/* How wide the terminal is; 0: the output is none, and lines are as long as they are. COLUMNS beats what the terminal says. */
guint
gyre_program_get_columns (void)
{
  const char *wish = g_getenv ("COLUMNS");
  struct winsize size = { 0 };
  guint64 columns = 0;

  if (!isatty (STDOUT_FILENO))
    return 0;
  if (wish == NULL || !g_ascii_string_to_unsigned (wish, 10, 1, G_MAXUINT16, &columns, NULL))
    columns = ioctl (STDOUT_FILENO, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
  return columns == 0 ? USUAL_COLUMNS : MAX ((guint) columns, LEAST_COLUMNS);
}

/* The command of the pager; NULL: none. */
static char *
dup_pager (const GyreCommand *command)
{
  const char *own = g_getenv ("GYRE_PAGER");
  const char *wish = own != NULL ? own : g_getenv ("PAGER");
  g_autofree char *less = NULL;

  if (command->has_no_pager || !isatty (STDOUT_FILENO) || g_strcmp0 (wish, "cat") == 0)
    return NULL;
  if (wish != NULL)
    return *wish != '\0' ? g_strdup (wish) : NULL;
  less = g_find_program_in_path ("less");
  return less != NULL ? g_strdup ("less -FRX") : NULL;
}

/* Prints a text that may be longer than the screen. */
void
gyre_program_print_page (const char *text, const GyreCommand *command)
{
  g_autofree char *pager = dup_pager (command);
  FILE *pipe = NULL;

  if (pager != NULL)
    {
      fflush (stdout);
      pipe = popen (pager, "w");
    }
  if (pipe == NULL)
    {
      gyre_program_print (text);
      return;
    }
  /* Somebody who has seen enough closes the pager before the end. */
  signal (SIGPIPE, SIG_IGN);
  fputs (text, pipe);
  pclose (pipe);
  signal (SIGPIPE, SIG_DFL);
}

/* Adds what another list has. */
void
gyre_program_append_elements (GVariantBuilder *list, GVariant *more)
{
  g_autoptr (GVariant) owned = g_variant_ref_sink (more);
  GVariantIter iterator;
  GVariant *element;

  g_variant_iter_init (&iterator, owned);
  while ((element = g_variant_iter_next_value (&iterator)) != NULL)
    {
      g_variant_builder_add_value (list, element);
      g_variant_unref (element);
    }
}

void
gyre_program_print_json (GVariant *variant)
{
  g_autofree char *text = gyre_variant_to_json (variant);

  puts (text);
}

void
gyre_program_print_report (GyreReport *report)
{
  for (guint index = 0; index < gyre_report_get_length (report); index++)
    {
      g_autofree char *text = gyre_diagnostic_to_string (gyre_report_get_diagnostic (report, index));

      fprintf (stderr, "%s%s", text, g_str_has_suffix (text, "\n") ? "" : "\n");
    }
}

/* Notes are mistakes for those who want it so. Returns whether there is no mistake. */
gboolean
gyre_program_tell_notes (GyreReport *report, gboolean is_strict)
{
  g_autoptr (GyreReport) strict = gyre_report_new ();

  for (guint index = 0; is_strict && index < gyre_report_get_length (report); index++)
    {
      GyreDiagnostic *note = gyre_report_get_diagnostic (report, index);
      g_autoptr (GyreDiagnostic) error = gyre_diagnostic_new (GYRE_SEVERITY_ERROR, gyre_diagnostic_get_locator (note), gyre_diagnostic_get_message (note),
                                                              gyre_diagnostic_get_hint (note), gyre_diagnostic_get_excerpt (note));

      gyre_report_add (strict, error);
    }
  gyre_program_print_report (is_strict ? strict : report);
  return gyre_report_get_errors (is_strict ? strict : report) == 0;
}

GyreExit
gyre_program_fail (GyreExit code, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  fprintf (stderr, "gyre: %s\n", message);
  return code;
}

/* Tells an error of the library, and what it means for the one who has called. */
GyreExit
gyre_program_fail_with (GError *error)
{
  GyreExit code = GYRE_EXIT_NEGATIVE;

  if (g_error_matches (error, GYRE_EXECUTIVE_ERROR, GYRE_EXECUTIVE_ERROR_UNKNOWN)
      || g_error_matches (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_UNKNOWN)
      || g_error_matches (error, GYRE_DECLARATION_ERROR, GYRE_DECLARATION_ERROR_UNKNOWN))
    code = GYRE_EXIT_NOT_FOUND;
  else if (g_error_matches (error, GYRE_REMOTE_ERROR, GYRE_REMOTE_ERROR_UNREACHABLE)
           || g_error_matches (error, GYRE_REMOTE_ERROR, GYRE_REMOTE_ERROR_UNSAFE))
    code = GYRE_EXIT_UNREACHABLE;
  else if (g_error_matches (error, GYRE_REMOTE_ERROR, GYRE_REMOTE_ERROR_QUESTION)
           || g_error_matches (error, GYRE_REMOTE_ERROR, GYRE_REMOTE_ERROR_NAME))
    code = GYRE_EXIT_USAGE;
  else if (error->domain == GYRE_EXECUTIVE_ERROR || error->domain == GYRE_CONFIGURATION_ERROR
           || g_error_matches (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_CONFIGURATION)
           || g_error_matches (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_SPECIFICATION)
           || g_error_matches (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_INCOMPATIBLE))
    code = GYRE_EXIT_USAGE;
  return gyre_program_fail (code, "%s", error->message);
}

/* An answer that could not be written is none. */
gboolean
gyre_program_finish_output (void)
{
  if (fflush (stdout) == 0 && !ferror (stdout))
    return TRUE;
  gyre_program_fail (GYRE_EXIT_NEGATIVE, "standard output can't be written: %s", g_strerror (errno));
  return FALSE;
}
