/* gyre-manual-program.h: The manual page of a program
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <gyre.h>

/* An option, a variable, a file, a status: what is said of it in one line. */
typedef struct
{
  char *name;
  char *argument;       /* of an option; NULL: it takes none */
  char *summary;
  char *takers;         /* of an option: the verbs that take it; NULL: all of them */
} GyreManualRow;

/* Something that the program can be asked to do. */
typedef struct
{
  char *name;           /* with the words before it: `configuration check` */
  char *parameters;
  char *summary;
  char *description;    /* prose; NULL: nothing */
} GyreManualVerb;

/* What a page tells. Rows are #GyreManualRow. */
typedef struct
{
  char *name;
  char *summary;
  char *description;
  GPtrArray *verbs;     /* GyreManualVerb */
  GPtrArray *options;
  GPtrArray *variables;
  GPtrArray *files;
  GPtrArray *statuses;
  GPtrArray *examples;  /* name: the command; summary: what it does */
} GyreManualProgram;

GyreManualProgram *gyre_manual_program_new      (const char        *name,
                                                 const char        *summary,
                                                 const char        *description);
void               gyre_manual_program_free     (GyreManualProgram *self);
void               gyre_manual_program_add_verb (GyreManualProgram *self,
                                                 const char        *group,
                                                 const char        *name,
                                                 const char        *parameters,
                                                 const char        *summary,
                                                 const char        *description);
void               gyre_manual_program_add_row  (GPtrArray         *rows,
                                                 const char        *name,
                                                 const char        *argument,
                                                 const char        *summary,
                                                 const char        *takers);
char              *gyre_manual_program_dup_page (GyreManualProgram *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GyreManualProgram, gyre_manual_program_free)
