/* gyre-records-private.h: What the schedule knows of processes, and the order in which some of them run
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Records lie together, and not between the objects of the processes: those are what a frame goes through. A record that was given
 * back is the first to be taken again.
 */
#pragma once

#include "gyre-row-private.h"

typedef struct _GyreRecordChunk GyreRecordChunk;

typedef struct
{
  GyreRecordChunk *chunks;
  GyreTimer *free;              /* linked by their timers */
} GyreRecords;

/* Everything in it is 0; NULL when there is no memory. */
GyreProcessRecord *gyre_records_take      (GyreRecords       *records);
void               gyre_records_give_back (GyreRecords       *records,
                                           GyreProcessRecord *record);

/* Whoever still has one. */
void               gyre_records_clear     (GyreRecords       *records);

/* Who is in no list. It allocates nothing. */
void               gyre_process_list_append (GyreProcessList   *list,
                                           GyreProcessRecord *record);

/* Out of the list in which it is, if it is in one. */
void               gyre_process_list_remove (GyreProcessRecord *record);
