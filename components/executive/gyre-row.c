/* gyre-row.c: Processes that run in the same frames, side by side
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-row-private.h"

#include <sys/mman.h>

#define BATCH 128
#define LARGE_PAGE ((gsize) 1 << 21)
#define TOO_LONG (1000 * 1000)          /* nanoseconds for a batch */
#define N_EXACT 64                      /* runs that are measured one by one after that */
#define FIRST_ROOM 32

GyreRow *
gyre_row_new (GyreStepMany step_many)
{
  GyreRow *row = g_try_new0 (GyreRow, 1);

  if (row == NULL)
    return NULL;
  row->step_many = step_many;
  row->running = G_MAXUINT32;
  return row;
}

void
gyre_row_free (GyreRow *row)
{
  g_free (row->entries);
  g_free (row->records);
  g_free (row->batches);
  g_free (row->objects);
  g_free (row);
}

static gboolean
step_over (gpointer object, GError **error)
{
  return TRUE;
}

/* N.B. the class can start further instances while it steps: what it has in its hands must stay where it is. */
static gboolean
grow_objects (GyreRow *row, guint32 room)
{
  gboolean is_lent = row->is_lending && row->lent == NULL;
  gpointer *objects = is_lent ? g_try_new (gpointer, room) : g_try_renew (gpointer, row->objects, room);

  if (objects == NULL)
    return FALSE;
  if (is_lent)
    {
      memcpy (objects, row->objects, sizeof (gpointer) * row->length);
      row->lent = row->objects;
    }
  row->objects = objects;
  return TRUE;
}

static guint32
get_n_batches (guint32 length)
{
  return (length + BATCH - 1) / BATCH;
}

/* Whether the system maps a large array by large pages is its own affair, and nothing depends on it. */
static void
ask_for_large_pages (gpointer array, gsize size)
{
  gsize begin = ((gsize) array + LARGE_PAGE - 1) & ~(LARGE_PAGE - 1);
  gsize end = ((gsize) array + size) & ~(LARGE_PAGE - 1);

  if (begin < end)
    (void) madvise ((gpointer) begin, end - begin, MADV_HUGEPAGE);
}

/* N.B. what lies behind the entries is fetched ahead, too: it is there, and nothing. */
static gboolean
grow (GyreRow *row)
{
  guint32 room = MAX (row->room * 2, FIRST_ROOM);
  guint32 n_batches = get_n_batches (row->room), n_more = get_n_batches (room) - n_batches;
  gpointer entries = g_try_renew (GyreRunEntry, row->entries, room + GYRE_ROW_AHEAD);
  gpointer batches, records;

  if (entries == NULL)
    return FALSE;
  row->entries = entries;
  ask_for_large_pages (entries, sizeof (GyreRunEntry) * (room + GYRE_ROW_AHEAD));
  memset (row->entries + row->room, 0, sizeof (GyreRunEntry) * (room - row->room + GYRE_ROW_AHEAD));
  records = g_try_renew (GyreProcessRecord *, row->records, room);
  if (records == NULL)
    return FALSE;
  row->records = records;
  batches = g_try_renew (GyreBatch, row->batches, n_batches + n_more);
  if (batches == NULL)
    return FALSE;
  row->batches = batches;
  if (row->step_many != NULL && !grow_objects (row, room))
    return FALSE;
  memset (row->batches + n_batches, 0, sizeof (GyreBatch) * n_more);
  row->room = room;
  return TRUE;
}

static void
put (GyreRow *row, guint32 position, GyreProcessRecord *record)
{
  GyreSlot *slot = record->slot;

  row->entries[position] = (GyreRunEntry) { record->launch.step, slot->object };
  row->records[position] = record;
  if (row->objects != NULL)
    row->objects[position] = slot->object;
  record->row = row;
  record->position = position;
  record->turns_at_join = row->turns;
  record->time_at_join = row->batches[position / BATCH].time;
}

gboolean
gyre_row_reserve (GyreRow *row)
{
  return row->length < row->room || grow (row);
}

gboolean
gyre_row_add (GyreRow *row, GyreProcessRecord *record)
{
  if (!gyre_row_reserve (row))
    return FALSE;
  put (row, row->length++, record);
  return TRUE;
}

void
gyre_row_account (GyreProcessRecord *record, GyreAccounting *accounting)
{
  GyreRow *row = record->row;
  guint32 in_batch;

  *accounting = record->accounting;
  if (row == NULL)
    return;
  in_batch = MIN (BATCH, row->length - record->position / BATCH * BATCH);
  accounting->runs += row->turns - record->turns_at_join;
  accounting->total += (row->batches[record->position / BATCH].time - record->time_at_join) / in_batch;
}

/* Its turn has begun with that of its row, and it has not run in it. */
static gboolean
is_left_out (GyreRow *row, GyreProcessRecord *record)
{
  return record->position > row->running && record->turns_at_join < row->turns;
}

static void
leave (GyreProcessRecord *record)
{
  GyreAccounting accounting;

  gyre_row_account (record, &accounting);
  record->accounting = accounting;
  record->row = NULL;
}

void
gyre_row_remove (GyreProcessRecord *record)
{
  GyreRow *row = record->row;
  guint32 position = record->position;
  gboolean left_out = is_left_out (row, record);

  leave (record);
  record->accounting.runs -= left_out;
  row->n_left_out += left_out;
  if (row->running == position)
    row->left = record;
  row->entries[position] = (GyreRunEntry) { .step = step_over };
  row->records[position] = NULL;
  row->n_gaps++;
}

/* Who runs at this moment in a row. N.B. it can have been taken out of its place meanwhile, and then its record can be gone; the
 * record of the component can even be that of another one by now. */
static GyreProcessRecord *
get_running (GyreRow *row)
{
  GyreProcessRecord *record = row->records[row->running];

  return record != NULL ? record : row->left;
}

/* One entry, measured alone. */
static void
run_exactly (GyreRow *row, guint32 position, GyreRunner *runner)
{
  GyreProcessRecord *record = row->records[position];
  GError *error = NULL;
  gint64 now, time;

  if (record == NULL)
    return;
  row->running = position;
  if (!row->entries[position].step (row->entries[position].object, &error))
    runner->failed (runner->data, get_running (row), error);
  now = gyre_surroundings_get_time (runner->surroundings);
  time = now - runner->last;
  runner->last = now;
  record = row->records[position];
  if (record == NULL)
    return;
  record->accounting.longest = MAX (record->accounting.longest, time);
  record->accounting.total += time;
}

static void
run_batch_exactly (GyreRow *row, guint32 begin, guint32 end, GyreRunner *runner)
{
  GyreBatch *batch = &row->batches[begin / BATCH];
  gint64 start = runner->last;

  for (guint32 position = begin; position < end; position++)
    run_exactly (row, position, runner);
  batch = &row->batches[begin / BATCH];
  batch->exact = runner->last - start > TOO_LONG ? N_EXACT : batch->exact - 1;
}

static void
run_batch (GyreRow *row, guint32 begin, guint32 end, GyreRunner *runner)
{
  gint64 now;

  for (guint32 position = begin; position < end; position++)
    {
      GyreRunEntry *entry = &row->entries[position];
      GError *error = NULL;

      __builtin_prefetch (entry[GYRE_ROW_AHEAD].object, 1);
      row->running = position;
      if (G_UNLIKELY (!entry->step (entry->object, &error)))
        runner->failed (runner->data, get_running (row), error);
    }
  now = gyre_surroundings_get_time (runner->surroundings);
  row->batches[begin / BATCH].time += now - runner->last;
  if (G_UNLIKELY (now - runner->last > TOO_LONG))
    row->batches[begin / BATCH].exact = N_EXACT;
  runner->last = now;
}

/* All at once; gaps are closed up first. */
static void
run_many (GyreRow *row, GyreRunner *runner)
{
  gint64 now;

  row->is_lending = TRUE;
  row->step_many (row->objects, row->length);
  row->is_lending = FALSE;
  g_clear_pointer (&row->lent, g_free);
  now = gyre_surroundings_get_time (runner->surroundings);
  for (guint32 begin = 0; begin < row->length; begin += BATCH)
    row->batches[begin / BATCH].time += (now - runner->last) * MIN (BATCH, row->length - begin) / row->length;
  runner->last = now;
}

static void
close_up (GyreRow *row)
{
  guint32 length = 0;

  if (row->n_gaps == 0)
    return;
  for (guint32 position = 0; position < row->length; position++)
    {
      GyreProcessRecord *record = row->records[position];

      if (record == NULL)
        continue;
      leave (record);
      put (row, length++, record);
    }
  row->length = length;
  row->n_gaps = 0;
}

void
gyre_row_close_up (GyreRow *row)
{
  if (row->n_gaps * 4 > row->length)
    close_up (row);
}

static void
run_traced (GyreRow *row, GyreRunner *runner)
{
  guint32 length = row->length;

  for (guint32 position = 0; position < length; position++)
    {
      const GyreRunnerTrace *trace = runner->trace;
      guint track = row->records[position] != NULL && trace != NULL
                    ? trace->begin (runner->trace_data, row->records[position]->slot, 0) : 0;

      run_exactly (row, position, runner);
      if (track != 0)
        trace->end (runner->trace_data, track);
    }
}

static void
run_many_traced (GyreRow *row, GyreRunner *runner)
{
  const GyreRunnerTrace *trace = runner->trace;
  guint track = trace->begin (runner->trace_data, row->records[0]->slot, row->length);

  run_many (row, runner);
  trace->end (runner->trace_data, track);
}

static void
run_batches (GyreRow *row, GyreRunner *runner)
{
  guint32 length = row->length;

  for (guint32 begin = 0; begin < length; begin += BATCH)
    if (G_UNLIKELY (row->batches[begin / BATCH].exact > 0))
      run_batch_exactly (row, begin, MIN (begin + BATCH, length), runner);
    else
      run_batch (row, begin, MIN (begin + BATCH, length), runner);
}

guint64
gyre_row_run (GyreRow *row, GyreRunner *runner)
{
  guint32 n_runs;

  if (row->step_many != NULL)
    close_up (row);
  n_runs = row->length - row->n_gaps;
  if (n_runs == 0)
    return 0;
  row->turns++;
  row->n_left_out = 0;
  runner->row = row;
  if (G_UNLIKELY (runner->trace != NULL))
    (row->step_many != NULL ? run_many_traced : run_traced) (row, runner);
  else if (row->step_many != NULL)
    run_many (row, runner);
  else
    run_batches (row, runner);
  runner->row = NULL;
  row->running = G_MAXUINT32;
  return n_runs - row->n_left_out;
}

GyreSlot *
gyre_runner_get_current (GyreRunner *runner)
{
  const GyreProcessRecord *record = runner->alone;

  if (record == NULL && runner->row != NULL && runner->row->running != G_MAXUINT32)
    record = get_running (runner->row);
  return record != NULL && !record->is_gone ? record->slot : NULL;
}

void
gyre_runner_run (GyreRunner *runner, GyreProcessRecord *record)
{
  gpointer object = record->slot->object;
  const GyreRunnerTrace *trace = runner->trace;
  guint track = G_UNLIKELY (trace != NULL) ? trace->begin (runner->trace_data, record->slot, 0) : 0;
  GError *error = NULL;
  gint64 now, time;

  runner->alone = record;
  record->accounting.runs++;
  if (record->launch.step == NULL)
    record->launch.step_many (&object, 1);
  else if (!record->launch.step (object, &error))
    runner->failed (runner->data, record->is_gone ? NULL : record, error);
  runner->alone = NULL;
  if (G_UNLIKELY (trace != NULL))
    trace->end (runner->trace_data, track);
  now = gyre_surroundings_get_time (runner->surroundings);
  time = now - runner->last;
  runner->last = now;
  record->accounting.total += time;
  record->accounting.longest = MAX (record->accounting.longest, time);
}
