/* gyre-program-manual.c: The manual page of this program
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-program.h"

#include "gyre-manual-program.h"

static const char description[] =
  "A component is an object whose class declares traits (typed values with defaults, units and rules), behaviors (what can be called) and "
  "interfaces (what it promises). Classes come from modules and have public names, their families, such as gauss.shapes.ball. "
  "A SPECIFICATION is a family, or a family and a name: gauss.shapes.ball#unit.\n\n"
  "--family.trait=value and --name.trait=value set traits, anywhere on the line. They beat files, and the last one wins.";

static const struct
{
  const char *name;
  const char *summary;
} variables[] = {
  { "GYRE_MODULE_PATH", "folders in which modules are looked for, with colons between them" },
  { "GYRE_CONFIGURATION_PATH", "folders in which configuration files are looked for" },
  { "GYRE__FAMILY__TRAIT", "sets a trait, as an argument --family.trait=value does; two low lines stand for a point" },
  { "NO_COLOR", "any text turns colours off" },
  { "PAGER", "shows long answers on a terminal; cat or nothing: no pager" },
  { "XDG_RUNTIME_DIR", "where running programs are reached" },
  { NULL, NULL },
}, files[] = {
  { "PACKAGE.pfg, PACKAGE.yaml, …", "the configuration of a package; gyre configuration order PACKAGE tells where it is looked for" },
  { NULL, NULL },
}, examples[] = {
  { "gyre inspect gauss.shapes.ball", "What a class is:" },
  { "gyre run 'gauss.integrators.montecarlo#mc' integrate --mc.samples=1e6", "Build a component and call it:" },
  { "gyre run tower.clock --rate=1 --name=tower", "Run a process, once a second:" },
  { "gyre set clock.step 2 --at=tower", "Change it while it runs:" },
  { "gyre document gauss --format=man --output=share/man", "Write its manual pages:" },
  { NULL, NULL },
};

static void
add_verbs (GyreManualProgram *manual, const GyreVerb *verbs, const char *group)
{
  for (; verbs->name != NULL; verbs++)
    if (verbs->run != NULL)
      gyre_manual_program_add_verb (manual, group, verbs->name, verbs->parameters, verbs->summary, verbs->description);
}

static void
add_options (GyreManualProgram *manual)
{
  for (const GOptionEntry *entry = gyre_command_get_entries (); entry->long_name != NULL; entry++)
    {
      g_autofree char *takers = gyre_program_dup_takers (entry->long_name);
      g_autofree char *formats = g_str_equal (entry->long_name, "format") ? gyre_program_dup_format_help (NULL) : NULL;

      gyre_manual_program_add_row (manual->options, entry->long_name, entry->arg_description, formats != NULL ? formats : entry->description,
                                   takers);
    }
}

/* Returns: (transfer full): the page, from the tables by which the program works */
char *
gyre_program_dup_manual (void)
{
  g_autoptr (GyreManualProgram) manual = gyre_manual_program_new ("gyre", "runs, inspects, documents and configures components", description);

  add_verbs (manual, gyre_program_get_verbs (), "");
  add_verbs (manual, gyre_program_get_configuration_verbs (), "configuration ");
  add_options (manual);
  for (guint index = 0; variables[index].name != NULL; index++)
    gyre_manual_program_add_row (manual->variables, variables[index].name, NULL, variables[index].summary, NULL);
  for (guint index = 0; files[index].name != NULL; index++)
    gyre_manual_program_add_row (manual->files, files[index].name, NULL, files[index].summary, NULL);
  for (const GyreExitRow *row = gyre_program_get_exits (); row->summary != NULL; row++)
    {
      g_autofree char *code = g_strdup_printf ("%d", row->code);

      gyre_manual_program_add_row (manual->statuses, code, NULL, row->summary, NULL);
    }
  for (guint index = 0; examples[index].name != NULL; index++)
    gyre_manual_program_add_row (manual->examples, examples[index].name, NULL, examples[index].summary, NULL);
  return gyre_manual_program_dup_page (manual);
}
