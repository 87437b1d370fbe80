/* gyre-program-top.c: gyre top: the processes of a program that runs
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What happens in a second is the difference of two looks at what has happened so far.
 */
#include "gyre-program.h"

#include <signal.h>
#include <stdio.h>
#include <sys/ioctl.h>
#include <unistd.h>

#define USUAL_INTERVAL (1 * G_USEC_PER_SEC)
#define FIRST_INTERVAL (G_USEC_PER_SEC / 4)     /* between the two looks of --once */
#define USUAL_ROWS 40

static guint64
get_number (GVariant *fields, const char *name)
{
  guint64 number = 0;

  g_variant_lookup (fields, name, "t", &number);
  return number;
}

static const char *
get_text (GVariant *fields, const char *name)
{
  const char *text = NULL;

  g_variant_lookup (fields, name, "m&s", &text);
  return text != NULL ? text : "";
}

/* By the clock of the program that is looked at, which may be a virtual one. */
static double
get_rate (GVariant *before, GVariant *now, const char *name)
{
  double seconds = ((double) get_number (now, "time") - (double) get_number (before, "time")) / 1e9;
  double difference = (double) get_number (now, name) - (double) get_number (before, name);

  return seconds > 0 ? difference / seconds : 0;
}

static GVariant *
add_rates (GVariant *before, GVariant *now)
{
  GVariantDict fields;

  g_variant_dict_init (&fields, now);
  g_variant_dict_insert (&fields, "frames-per-second", "d", get_rate (before, now, "frame"));
  g_variant_dict_insert (&fields, "runs-per-second", "d", get_rate (before, now, "runs"));
  g_variant_dict_insert (&fields, "messages-per-second", "d", get_rate (before, now, "messages"));
  g_variant_dict_insert (&fields, "instructions-per-second", "d", get_rate (before, now, "instructions"));
  return g_variant_ref_sink (g_variant_dict_end (&fields));
}

static void
append_head (GString *page, GyreRemote *remote, GVariant *top)
{
  double frames = 0, runs = 0, messages = 0, instructions = 0;

  g_variant_lookup (top, "frames-per-second", "d", &frames);
  g_variant_lookup (top, "runs-per-second", "d", &runs);
  g_variant_lookup (top, "messages-per-second", "d", &messages);
  g_variant_lookup (top, "instructions-per-second", "d", &instructions);
  g_string_append_printf (page, "%s (process %d): frame %" G_GUINT64_FORMAT ", %" G_GUINT64_FORMAT " late, %" G_GUINT64_FORMAT
                          " processes\n", gyre_remote_get_name (remote), gyre_remote_get_process (remote),
                          get_number (top, "frame"), get_number (top, "late"), get_number (top, "n-processes"));
  g_string_append_printf (page, "a second: %.1f frames, %.1f runs, %.1f messages, %.1f instructions; %" G_GUINT64_FORMAT
                          " dropped, %" G_GUINT64_FORMAT " dead\n\n", frames, runs, messages, instructions,
                          get_number (top, "dropped"), get_number (top, "dead"));
}

static void
append_process (GString *page, GVariant *process)
{
  guint64 room = get_number (process, "memory-size");
  double fill = room > 0 ? 100.0 * (double) get_number (process, "waiting-bytes") / (double) room : 0;

  g_string_append_printf (page, "%-28s %-8s %12" G_GUINT64_FORMAT " %12.3f %12.3f %8" G_GUINT64_FORMAT " %8" G_GUINT64_FORMAT
                          " %6.1f%% %8" G_GUINT64_FORMAT "\n", get_text (process, "name"), get_text (process, "state"),
                          get_number (process, "runs"), (double) get_number (process, "total") / 1e6,
                          (double) get_number (process, "longest") / 1e6,
                          get_number (process, "late") + get_number (process, "missed"), get_number (process, "failures"), fill,
                          get_number (process, "waiting-messages"));
}

static char *
print_top (GyreRemote *remote, GVariant *top, guint n_rows)
{
  g_autoptr (GVariant) processes = g_variant_lookup_value (top, "processes", G_VARIANT_TYPE ("av"));
  gsize n_processes = processes != NULL ? g_variant_n_children (processes) : 0;
  GString *page = g_string_new (NULL);

  append_head (page, remote, top);
  g_string_append_printf (page, "%-28s %-8s %12s %12s %12s %8s %8s %7s %8s\n", "NAME", "STATE", "RUNS", "TIME ms", "LONGEST ms",
                          "LATE", "FAILURES", "MAILBOX", "MESSAGES");
  for (gsize index = 0; index < MIN (n_processes, n_rows); index++)
    {
      g_autoptr (GVariant) boxed = g_variant_get_child_value (processes, index);
      g_autoptr (GVariant) process = g_variant_get_variant (boxed);

      append_process (page, process);
    }
  return g_string_free (page, FALSE);
}

static guint
get_rows (void)
{
  struct winsize size;

  if (!isatty (STDOUT_FILENO) || ioctl (STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_row < 8)
    return USUAL_ROWS;
  return size.ws_row - 5u;
}

static void
show (GyreRemote *remote, const GyreCommand *command, GVariant *top)
{
  gboolean is_terminal = isatty (STDOUT_FILENO) && !command->is_once;
  g_autofree char *text = NULL;

  if (command->is_json)
    {
      gyre_program_print_json (top);
      fflush (stdout);
      return;
    }
  text = print_top (remote, top, get_rows ());
  if (is_terminal)
    gyre_program_print ("\033[H\033[2J");
  gyre_program_print (text);
  fflush (stdout);
}

static volatile sig_atomic_t is_over;

static void
end_it (int number)
{
  is_over = TRUE;
}

static GVariant *
look (GyreRemote *remote, GError **error)
{
  GVariantDict options;

  g_variant_dict_init (&options, NULL);
  g_variant_dict_insert (&options, "limit", "u", (guint32) 1000);
  return gyre_remote_ask (remote, "top", NULL, g_variant_dict_end (&options), error);
}

static gboolean
read_interval (const GyreCommand *command, gulong *interval)
{
  g_autoptr (GError) error = NULL;
  GyreQuantity quantity;
  double seconds;

  *interval = command->is_once ? FIRST_INTERVAL : USUAL_INTERVAL;
  if (command->interval == NULL)
    return TRUE;
  if (gyre_quantity_from_text (command->interval, -1, &quantity, &error) && gyre_quantity_convert (quantity, "s", &seconds, &error)
      && seconds >= 0.01 && seconds <= 3600)
    {
      *interval = (gulong) (seconds * G_USEC_PER_SEC);
      return TRUE;
    }
  gyre_program_fail (GYRE_EXIT_USAGE, "--interval: %s", error != NULL ? error->message : "must be a time between 10 ms and 1 h");
  return FALSE;
}

static GyreExit
watch (GyreRemote *remote, const GyreCommand *command, gulong interval)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) before = look (remote, &error);

  while (before != NULL && !is_over)
    {
      g_autoptr (GVariant) now = NULL;
      g_autoptr (GVariant) top = NULL;

      g_usleep (interval);
      if (is_over)
        break;
      now = look (remote, &error);
      if (now == NULL)
        break;
      top = add_rates (before, now);
      show (remote, command, top);
      if (command->is_once)
        break;
      g_variant_unref (before);
      before = g_steal_pointer (&now);
    }
  return error == NULL || is_over ? GYRE_EXIT_OK : gyre_program_fail_with (error);
}

GyreExit
gyre_program_top (GyreExecutive *executive, const GyreCommand *command, GStrv words)
{
  struct sigaction action = { .sa_handler = end_it };
  g_autoptr (GyreRemote) remote = NULL;
  g_autoptr (GError) error = NULL;
  gulong interval;

  if (!read_interval (command, &interval))
    return GYRE_EXIT_USAGE;
  remote = gyre_remote_new (command->place, &error);
  if (remote == NULL)
    return gyre_program_fail_with (error);
  sigaction (SIGINT, &action, NULL);
  sigaction (SIGTERM, &action, NULL);
  return watch (remote, command, interval);
}
