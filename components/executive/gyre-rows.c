/* gyre-rows.c: All rows of a schedule
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-rows-private.h"

/* The rows of a class that steps all its instances at once. */
typedef struct
{
  GyreStepMany step_many;
  guint period;
  guint phase;
  GyreRow *row;
} ManyRow;

void
gyre_rows_init (GyreRows *self)
{
  self->many = g_array_new (FALSE, FALSE, sizeof (ManyRow));
}

void
gyre_rows_clear (GyreRows *self)
{
  for (guint period = 1; period <= GYRE_ROWS_LONGEST_PERIOD; period++)
    {
      GyreRow **rows = self->rows[period - 1];

      for (guint phase = 0; rows != NULL && phase < period; phase++)
        g_clear_pointer (&rows[phase], gyre_row_free);
      g_free (rows);
    }
  for (guint index = 0; index < self->many->len; index++)
    gyre_row_free (g_array_index (self->many, ManyRow, index).row);
  g_array_unref (self->many);
}

static GyreRow *
ensure_many_row (GyreRows *self, GyreStepMany step_many, guint period, guint phase)
{
  ManyRow many = { step_many, period, phase, NULL };

  for (guint index = 0; index < self->many->len; index++)
    {
      const ManyRow *known = &g_array_index (self->many, ManyRow, index);

      if (known->step_many == step_many && known->period == period && known->phase == phase)
        return known->row;
    }
  many.row = gyre_row_new (step_many);
  if (many.row != NULL)
    g_array_append_val (self->many, many);
  return many.row;
}

static GyreRow *
ensure_row (GyreRows *self, guint period, guint phase)
{
  GyreRow ***rows = &self->rows[period - 1];

  if (*rows == NULL)
    *rows = g_try_new0 (GyreRow *, period);
  if (*rows == NULL)
    return NULL;
  if ((*rows)[phase] == NULL)
    (*rows)[phase] = gyre_row_new (NULL);
  self->periods |= G_GUINT64_CONSTANT (1) << (period - 1);
  return (*rows)[phase];
}

GyreRow *
gyre_rows_get (GyreRows *self, const GyreLaunch *launch)
{
  guint period = gyre_rows_get_period (launch);
  guint phase = gyre_rows_get_phase (launch);

  return launch->step_many != NULL ? ensure_many_row (self, launch->step_many, period, phase) : ensure_row (self, period, phase);
}

static guint64
run_row (GyreRow *row, GyreRunner *runner)
{
  guint64 n_runs = gyre_row_run (row, runner);

  gyre_row_close_up (row);
  return n_runs;
}

guint64
gyre_rows_run (GyreRows *self, GyreRunner *runner, guint64 frame)
{
  guint64 n_runs = 0;

  for (guint64 periods = self->periods; periods != 0; periods &= periods - 1)
    {
      guint period = (guint) __builtin_ctzll (periods) + 1;
      GyreRow *row = self->rows[period - 1][frame % period];

      if (row != NULL)
        n_runs += run_row (row, runner);
    }
  for (guint index = 0; index < self->many->len; index++)
    {
      const ManyRow *many = &g_array_index (self->many, ManyRow, index);

      if (frame % many->period == many->phase)
        n_runs += run_row (many->row, runner);
    }
  return n_runs;
}
