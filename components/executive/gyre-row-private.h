/* gyre-row-private.h: Processes that run in the same frames, side by side
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A row is an array of entries that is run from end to end. Its time is measured for 128 entries together, which costs them next
 * to nothing; where such a batch took too long, each of its entries is measured alone in the runs that follow, until all is
 * calm. What is known of a process is put together when it is asked for, from the record and what its batch has counted since
 * the process joined it.
 *
 * An entry that is taken out leaves a gap that does nothing: the order of the others stays. Gaps are closed between frames.
 */
#pragma once

#include "gyre-launch.h"
#include "gyre-slots-private.h"
#include "gyre-surroundings.h"
#include "gyre-wheel-private.h"

typedef struct _GyreRow GyreRow;
typedef struct _GyreProcessRecord GyreProcessRecord;
typedef struct _GyreRunnerTrace GyreRunnerTrace;

/* Of processes that are in no row. */
typedef struct
{
  GyreProcessRecord *first;
  GyreProcessRecord *last;
} GyreProcessList;

/* What the schedule knows of a process. */
struct _GyreProcessRecord
{
  GyreTimer timer;              /* when it runs by time, by a long period, or when it starts again; first */
  GyreSlot *slot;
  GyreRow *row;                 /* where it runs; NULL when it is in none */
  GyreProcessList *list;        /* of those who run in the next frame or in this one; NULL when it is in none */
  GyreProcessRecord *next;      /* in the list */
  GyreProcessRecord *previous;
  guint32 position;             /* in the row */
  guint8 state;                 /* GyreRunState */
  guint8 is_by_frames : 1;      /* the timer counts frames */
  guint8 is_restarting : 1;     /* the timer is the end of its pause after a failure */
  guint8 is_delayed : 1;        /* its next turn is at @due, although it does not run by time */
  guint8 is_halted : 1;         /* somebody has said that it runs no more */
  guint8 is_gone : 1;           /* it has ended while it ran */
  guint8 is_known_to_run : 1;   /* what the owner was told last */
  GyreLaunch launch;
  gint64 due;                   /* its turn, by time */
  guint n_failures_in_a_row;
  guint64 runs_at_failure;

  GyreAccounting accounting;    /* without what its batch has counted since it joined */
  guint64 turns_at_join;
  gint64 time_at_join;
};

/* All that a run looks at: four of them are in a line of the processor's cache. */
typedef struct
{
  GyreStep step;
  gpointer object;
} GyreRunEntry;

/* So many entries before its turn an object is fetched from memory: as many as run while memory answers. */
#define GYRE_ROW_AHEAD 64

/* 128 entries. */
typedef struct
{
  gint64 time;                  /* of all its runs */
  guint exact;                  /* runs that are still to be measured one by one */
} GyreBatch;

struct _GyreRow
{
  GyreRunEntry *entries;
  GyreProcessRecord **records;  /* of the entries; NULL: a gap */
  GyreBatch *batches;
  gpointer *objects;            /* for @step_many: the same objects; NULL for others */
  gpointer *lent;               /* what @step_many has in its hands when @objects had to grow meanwhile */
  GyreStepMany step_many;
  guint32 length;
  guint32 room;
  guint32 n_gaps;
  guint32 running;              /* the position that runs at this moment; G_MAXUINT32: none does */
  guint32 n_left_out;           /* who was taken out in this turn before it ran */
  GyreProcessRecord *left;      /* who was taken out while it ran, when its place is a gap now; NULL: it has ended */
  gboolean is_lending;          /* @step_many runs */
  guint64 turns;
};

/* A process failed; @record is NULL when it has ended meanwhile. @error is the function's. */
typedef void (*GyreRowFailed) (gpointer           data,
                               GyreProcessRecord *record,
                               GError            *error);

/* Somebody writes down who runs: a process, or @n_together (else 0) of a class of which @slot is one. What begin returns is
 * handed to end. */
struct _GyreRunnerTrace
{
  guint (*begin) (gpointer  data,
                  GyreSlot *slot,
                  guint     n_together);
  void  (*end)   (gpointer  data,
                  guint     track);
};

typedef struct
{
  GyreSurroundings *surroundings;
  GyreRowFailed failed;
  gpointer data;
  const GyreRunnerTrace *trace; /* NULL: nobody writes down who runs */
  gpointer trace_data;
  GyreRow *row;                 /* the row that runs at this moment; NULL: none does */
  GyreProcessRecord *alone;     /* who runs at this moment outside of the rows */
  gint64 last;                  /* when the last measurement ended */
} GyreRunner;

GyreRow  *gyre_row_new       (GyreStepMany       step_many);
void      gyre_row_free      (GyreRow           *row);

/* So that the next one can be added without memory. */
gboolean  gyre_row_reserve   (GyreRow           *row);
gboolean  gyre_row_add       (GyreRow           *row,
                              GyreProcessRecord *record);
void      gyre_row_remove    (GyreProcessRecord *record);

/* The entries that are there now. Returns how many ran. */
guint64   gyre_row_run       (GyreRow           *row,
                              GyreRunner        *runner);

/* When a quarter or more is gaps. Between frames. */
void      gyre_row_close_up  (GyreRow           *row);

/* What is known of the process now. */
void      gyre_row_account   (GyreProcessRecord *record,
                              GyreAccounting    *accounting);

/* Who runs at this moment; NULL when nobody does, or when it is not one of the schedule any more. */
GyreSlot *gyre_runner_get_current (GyreRunner     *runner);

/* One process alone, measured by itself. It may be gone afterwards, which its record says. */
void      gyre_runner_run    (GyreRunner        *runner,
                              GyreProcessRecord *record);
