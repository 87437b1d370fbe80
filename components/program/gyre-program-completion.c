/* gyre-program-completion.c: gyre completion: what makes a shell complete
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-program.h"

#include <gio/gio.h>

GyreExit
gyre_program_completion (GyreExecutive *executive, const GyreCommand *command, GStrv words)
{
  static const char * const shells[] = { "bash", "zsh", "fish", NULL };
  g_autofree char *name = g_strconcat ("/gyre/completion/gyre.", words[0], NULL);
  g_autoptr (GBytes) script = NULL;
  g_autofree char *hint = NULL;

  if (g_strv_contains (shells, words[0]))
    script = g_resources_lookup_data (name, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  if (script != NULL)
    {
      gyre_program_print (g_bytes_get_data (script, NULL));
      return GYRE_EXIT_OK;
    }
  hint = gyre_name_suggest (words[0], shells);
  return gyre_program_fail (GYRE_EXIT_USAGE, "'%s' is no shell that can be completed; %s", words[0], hint != NULL ? hint : "there are bash, zsh and fish");
}
