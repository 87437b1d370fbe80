/* gyre-program-verbs.c: What the program can be asked to do
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-program.h"

static const GyreVerb verbs[] = {
  { "run", "SPECIFICATION [BEHAVIOR [ARGUMENT…]]", "build a component and call a behavior; without one, run it as a process, or show it when it is none",
    1, G_MAXUINT, TRUE, gyre_program_run },
  { "inspect", "FAMILY|TYPE|SPECIFICATION|MODULE", "show what a class, an interface, an instance, a module or any type of --library or --typelib is; --at shows an instance of a running program", 0, 1, TRUE, gyre_program_inspect },
  { "list", "[families|interfaces|instances|modules|programs]", "list what there is; --at lists what lives in a running program", 0, 1, FALSE, gyre_program_list },
  { "graph", "classes [MODULE…] | interfaces [MODULE…] | components SPECIFICATION… | components [NAME] --at=NAME|PID", "draw classes, interfaces or components that live, as dot, svg or png", 1, G_MAXUINT, FALSE, gyre_program_graph },
  { "document", "MODULE… [--format=FORMAT] --output=FOLDER [--pages=FOLDER]", "write pages about the classes and interfaces of modules", 1, G_MAXUINT, FALSE, gyre_program_document },
  { "top", "[--at=NAME|PID] [--once] [--json]", "watch the processes of a running program", 0, 0, FALSE, gyre_program_top },
  { "get", "NAME.TRAIT [--at=NAME|PID]", "show a value in a running program", 1, 1, FALSE, gyre_program_remote },
  { "set", "NAME.TRAIT VALUE [--at=NAME|PID]", "set a value in a running program", 2, 2, FALSE, gyre_program_remote },
  { "call", "NAME BEHAVIOR [ARGUMENT…] [--at=NAME|PID]", "call a behavior in a running program, between two frames", 2, G_MAXUINT, FALSE, gyre_program_remote },
  { "post", "NAME BEHAVIOR [ARGUMENT…] [--delay=TIME] [--at=NAME|PID]", "post an instruction in a running program", 2, G_MAXUINT, FALSE, gyre_program_remote },
  { "pause", "NAME [--at=NAME|PID]", "let the turns of a process pass by", 1, 1, FALSE, gyre_program_remote },
  { "resume", "NAME [--at=NAME|PID]", "let a process go on", 1, 1, FALSE, gyre_program_remote },
  { "configuration", "check|diff|dump|explain|events|order|schema|template …", "check, show and explain configuration files", 0, G_MAXUINT, FALSE, NULL },
  { NULL },
};

static const GyreVerb configuration_verbs[] = {
  { "check", "[FILE…]", "tell every mistake of these files, or else of all that are found", 0, G_MAXUINT, FALSE, gyre_program_check },
  { "dump", "[--format=FORMAT] --config=FILE…", "show everything that is configured, as a file that can be read again", 0, 0, TRUE, gyre_program_dump },
  { "explain", "KEY --config=FILE…", "show which setting of a key is in force, and which ones lost", 1, 1, TRUE, gyre_program_explain },
  { "order", "[PACKAGE]", "show who beats whom, and which files of a package are there", 0, 1, FALSE, gyre_program_order },
  { "template", "FAMILY [--format=FORMAT]", "write a file with every trait of a class, as comments", 1, 1, FALSE, gyre_program_template },
  { "schema", "[FAMILY…]", "write the JSON Schema of yaml and json files", 0, G_MAXUINT, FALSE, gyre_program_schema },
  { "diff", "FILE FILE", "show what two files say differently", 2, 2, FALSE, gyre_program_difference },
  { "migrate", "[--write|--check] FILE…", "call traits by their present names, and tell which ones are deprecated", 1, G_MAXUINT, FALSE, gyre_program_migrate },
  { "events", "FILE…", "show what these files say, in order", 1, G_MAXUINT, FALSE, gyre_program_events },
  { NULL },
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
