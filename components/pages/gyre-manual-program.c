/* gyre-manual-program.c: The manual page of a program
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The program fills the rows from the tables by which it works, so that nothing is told twice.
 */
#include "gyre-manual-program.h"

#include "gyre-manual.h"
#include "gyre-roff.h"

#include <string.h>

static void
row_free (gpointer data)
{
  GyreManualRow *row = data;

  g_free (row->name);
  g_free (row->argument);
  g_free (row->summary);
  g_free (row->takers);
  g_free (row);
}

static void
verb_free (gpointer data)
{
  GyreManualVerb *verb = data;

  g_free (verb->name);
  g_free (verb->parameters);
  g_free (verb->summary);
  g_free (verb->description);
  g_free (verb);
}

GyreManualProgram *
gyre_manual_program_new (const char *name, const char *summary, const char *description)
{
  GyreManualProgram *self = g_new (GyreManualProgram, 1);

  *self = (GyreManualProgram) {
    g_strdup (name), g_strdup (summary), g_strdup (description), g_ptr_array_new_with_free_func (verb_free),
    g_ptr_array_new_with_free_func (row_free), g_ptr_array_new_with_free_func (row_free), g_ptr_array_new_with_free_func (row_free),
    g_ptr_array_new_with_free_func (row_free), g_ptr_array_new_with_free_func (row_free),
  };
  return self;
}

void
gyre_manual_program_free (GyreManualProgram *self)
{
  g_free (self->name);
  g_free (self->summary);
  g_free (self->description);
  g_ptr_array_unref (self->verbs);
  g_ptr_array_unref (self->options);
  g_ptr_array_unref (self->variables);
  g_ptr_array_unref (self->files);
  g_ptr_array_unref (self->statuses);
  g_ptr_array_unref (self->examples);
  g_free (self);
}

void
gyre_manual_program_add_verb (GyreManualProgram *self, const char *group, const char *name, const char *parameters, const char *summary,
                              const char *description)
{
  GyreManualVerb *verb = g_new (GyreManualVerb, 1);

  *verb = (GyreManualVerb) { g_strconcat (group, name, NULL), g_strdup (parameters), g_strdup (summary), g_strdup (description) };
  g_ptr_array_add (self->verbs, verb);
}

void
gyre_manual_program_add_row (GPtrArray *rows, const char *name, const char *argument, const char *summary, const char *takers)
{
  GyreManualRow *row = g_new (GyreManualRow, 1);

  *row = (GyreManualRow) { g_strdup (name), g_strdup (argument), g_strdup (summary), g_strdup (takers) };
  g_ptr_array_add (rows, row);
}

static void
append_verb (GString *page, const char *before, const GyreManualVerb *verb)
{
  g_autofree char *name = gyre_roff_escape_argument (verb->name);
  g_autofree char *parameters = gyre_roff_escape_argument (verb->parameters);

  g_string_append_printf (page, ".%s Cm %s%s%s\n", before, name, *verb->parameters != '\0' ? " Ar " : "",
                          *verb->parameters != '\0' ? parameters : "");
}

static void
append_synopsis (GString *page, GyreManualProgram *self)
{
  g_autofree char *name = gyre_roff_escape_argument (self->name);
  g_autofree char *before = g_strdup_printf ("Nm %s", name);

  g_string_append (page, ".Sh SYNOPSIS\n");
  for (guint index = 0; index < self->verbs->len; index++)
    append_verb (page, before, self->verbs->pdata[index]);
}

static void
append_verbs (GString *page, GyreManualProgram *self)
{
  if (self->verbs->len == 0)
    return;
  g_string_append (page, ".Bl -tag -width Ds\n");
  for (guint index = 0; index < self->verbs->len; index++)
    {
      const GyreManualVerb *verb = self->verbs->pdata[index];

      append_verb (page, "It", verb);
      gyre_roff_append_text (page, verb->summary);
      if (verb->description != NULL)
        {
          g_string_append (page, ".Pp\n");
          gyre_roff_append_text (page, verb->description);
        }
    }
  g_string_append (page, ".El\n");
}

/* `--rate=HZ`, and who takes it. A short one is said as it is: `-h`. */
static void
append_option (GString *page, const GyreManualRow *row)
{
  g_autofree char *word = g_strdup_printf ("--%s", row->name);
  g_autofree char *name = gyre_roff_escape_argument (word);
  g_autofree char *argument = gyre_roff_escape_argument (row->argument != NULL ? row->argument : "");

  g_string_append_printf (page, row->argument != NULL ? ".It Cm %s Ns = Ns Ar %s\n" : ".It Cm %s\n", name, argument);
  gyre_roff_append_text (page, row->summary);
  if (row->takers != NULL)
    {
      g_autofree char *takers = g_strdup_printf ("For %s.", row->takers);

      g_string_append (page, ".br\n");
      gyre_roff_append_text (page, takers);
    }
}

static void
append_options (GString *page, GPtrArray *options)
{
  if (options->len == 0)
    return;
  g_string_append (page, ".Sh OPTIONS\n.Bl -tag -width Ds\n");
  for (guint index = 0; index < options->len; index++)
    append_option (page, options->pdata[index]);
  g_string_append (page, ".El\n");
}

static void
append_rows (GString *page, const char *title, const char *item, GPtrArray *rows)
{
  if (rows->len == 0)
    return;
  g_string_append_printf (page, ".Sh %s\n.Bl -tag -width Ds\n", title);
  for (guint index = 0; index < rows->len; index++)
    {
      const GyreManualRow *row = rows->pdata[index];

      gyre_roff_append_macro (page, item, row->name, NULL);
      gyre_roff_append_text (page, row->summary);
    }
  g_string_append (page, ".El\n");
}

static void
append_examples (GString *page, GPtrArray *examples)
{
  g_string_append (page, examples->len > 0 ? ".Sh EXAMPLES\n" : "");
  for (guint index = 0; index < examples->len; index++)
    {
      const GyreManualRow *row = examples->pdata[index];

      g_string_append (page, index > 0 ? ".Pp\n" : "");
      gyre_roff_append_text (page, row->summary);
      gyre_roff_append_literal (page, row->name);
    }
}

/* Returns: (transfer full): the page, for section 1 */
char *
gyre_manual_program_dup_page (GyreManualProgram *self)
{
  GString *page = g_string_new (NULL);

  gyre_manual_append_head (page, self->name, "1", self->summary);
  append_synopsis (page, self);
  g_string_append (page, ".Sh DESCRIPTION\n");
  gyre_roff_append_text (page, self->description);
  append_verbs (page, self);
  append_options (page, self->options);
  append_rows (page, "ENVIRONMENT", "It Ev", self->variables);
  append_rows (page, "FILES", "It Pa", self->files);
  append_rows (page, "EXIT STATUS", "It Li", self->statuses);
  append_examples (page, self->examples);
  return gyre_roff_finish (page);
}
