/* gyre-program-completion.c: gyre completion: what makes a shell complete
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-program.h"

#include <gio/gio.h>
#include <string.h>

/* Behind this line a script says who is completed. */
#define MARK "# Whose words are completed:\n"

static const struct
{
  const char *shell;
  const char *line;             /* of one program */
} scripts[] = {
  { "bash", "complete -F _gyre_program %s\n" },
  { "zsh", "  compdef _gyre_program %s\n" },
  { "fish", "complete -c %s -f -a '(__gyre_complete_program)'\n" },
};

/* A name means nothing to a shell, and is one that it finds. */
static gboolean
check_name (const char *name)
{
  static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._+-";

  if (*name != '\0' && *name != '-' && strspn (name, letters) == strlen (name))
    return TRUE;
  gyre_program_fail (GYRE_EXIT_USAGE, "'%s' is no name of a program: it must be one word of letters, digits, '.', '_', '+' and '-'", name);
  return FALSE;
}

/* The functions of a script, and behind them the programs instead of ours. As a file of zsh's function path it begins with their names. */
static char *
dup_script (guint shell, const char *script, GStrv programs)
{
  const char *mark = strstr (script, MARK);
  gboolean is_zsh = g_str_equal (scripts[shell].shell, "zsh");
  g_autofree char *names = g_strjoinv (" ", programs);
  GString *text = g_string_new (NULL);

  if (is_zsh)
    g_string_append_printf (text, "#compdef %s\n", names);
  script += is_zsh ? strcspn (script, "\n") + 1 : 0;
  g_string_append_len (text, script, mark - script);
  g_string_append (text, is_zsh ? "if (( $+compstate )); then\n  _gyre_program \"$@\"\nelse\n" : "");
  for (guint index = 0; programs[index] != NULL; index++)
    g_string_append_printf (text, scripts[shell].line, programs[index]);
  g_string_append (text, is_zsh ? "fi\n" : "");
  return g_string_free (text, FALSE);
}

static GyreExit
print_script (guint shell, GStrv programs)
{
  g_autofree char *name = g_strconcat ("/gyre/completion/gyre.", scripts[shell].shell, NULL);
  g_autoptr (GBytes) script = g_resources_lookup_data (name, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autofree char *text = NULL;

  for (guint index = 0; programs[index] != NULL; index++)
    if (!check_name (programs[index]))
      return GYRE_EXIT_USAGE;
  if (programs[0] != NULL)
    text = dup_script (shell, g_bytes_get_data (script, NULL), programs);
  gyre_program_print (text != NULL ? text : g_bytes_get_data (script, NULL));
  return GYRE_EXIT_OK;
}

GyreExit
gyre_program_completion (GyreExecutive *executive, const GyreCommand *command, GStrv words)
{
  const char *shells[G_N_ELEMENTS (scripts) + 1] = { NULL };
  g_autofree char *hint = NULL;

  for (guint index = 0; index < G_N_ELEMENTS (scripts); index++)
    {
      shells[index] = scripts[index].shell;
      if (g_str_equal (words[0], shells[index]))
        return print_script (index, words + 1);
    }
  hint = gyre_name_suggest (words[0], shells);
  return gyre_program_fail (GYRE_EXIT_USAGE, "'%s' is no shell that can be completed; %s", words[0], hint != NULL ? hint : "there are bash, zsh and fish");
}
