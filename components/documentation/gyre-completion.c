/* gyre-completion.c: How a program of a user completes in a shell
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Nobody presses TAB to run a program. So it is run once, by `gyre complete`, with a variable that names a file; it writes what it knows there
 * and ends. From then on the file answers, until the program, the library or a module changes.
 */
#include "gyre-completion.h"

#include "gyre-catalogue-cache.h"

#define VARIABLE "GYRE_COMPLETION_FILE"

/* Pairs of an option, with what stands for its value, and its line of words: `seed=N`. */
static GVariant *
list_options (const GOptionEntry *entries)
{
  GVariantBuilder options;

  g_variant_builder_init (&options, G_VARIANT_TYPE ("a(ss)"));
  for (; entries != NULL && entries->long_name != NULL; entries++)
    {
      const char *value = entries->arg_description;
      g_autofree char *option = g_strconcat (entries->long_name, value != NULL ? "=" : "", value, NULL);

      if ((entries->flags & G_OPTION_FLAG_HIDDEN) == 0 && *entries->long_name != '\0')
        g_variant_builder_add (&options, "(ss)", option, entries->description != NULL ? entries->description : "");
    }
  return g_variant_builder_end (&options);
}

static void
load_modules (GyreLinker *linker)
{
  g_auto (GStrv) packages = gyre_linker_list_available (linker);

  for (guint index = 0; packages[index] != NULL; index++)
    gyre_linker_load (linker, packages[index], NULL);
}

/**
 * gyre_completion_answer:
 * @executive: the executive of the program, which knows its folders of modules
 * @entries: (nullable) (array zero-terminated=1): the options of the program itself, as for #GOptionContext; what stands for a value says how
 *   it is completed: `FILE`, `FOLDER`, or words such as `fast|slow`
 *
 * Lets a shell complete the command line of a program: families, names of components, traits, their values, and the program's own
 * options. Call it first in `main ()`, as soon as the program's own classes are known and before anything is done, and end the program
 * with 0 when it answers %TRUE:
 *
 * |[<!-- language="C" -->
 * if (gyre_completion_answer (executive, NULL))
 *   return 0;
 * ]|
 *
 * Then `source <(gyre completion bash PROGRAM)` makes bash complete it; zsh and fish likewise. A program that does not call this is never
 * run for a TAB.
 *
 * It looks at the variable `GYRE_COMPLETION_FILE` of the environment, which `gyre complete` sets, and does nothing where that is not set. Call
 * it in the thread of the executive.
 *
 * Returns: whether somebody asked; the program has nothing else to do then
 *
 * Since: 0.1
 */
gboolean
gyre_completion_answer (GyreExecutive *executive, const GOptionEntry *entries)
{
  const char *file = g_getenv (VARIABLE);
  g_autoptr (GVariant) stamps = NULL;
  g_autoptr (GVariant) options = NULL;
  GyreLinker *linker;

  g_return_val_if_fail (GYRE_IS_EXECUTIVE (executive), FALSE);

  if (file == NULL || *file == '\0')
    return FALSE;
  linker = gyre_executive_get_linker (executive);
  stamps = g_variant_ref_sink (gyre_catalogue_cache_take_stamps (linker));
  options = g_variant_ref_sink (list_options (entries));
  load_modules (linker);
  gyre_catalogue_cache_write (file, stamps, options, NULL);
  return TRUE;
}
