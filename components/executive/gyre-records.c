/* gyre-records.c: What the schedule knows of processes, and the order in which some of them run
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-records-private.h"

#include <string.h>

#define RECORDS_AT_ONCE 64

struct _GyreRecordChunk
{
  GyreRecordChunk *next;
  GyreProcessRecord records[RECORDS_AT_ONCE];
};

void
gyre_records_give_back (GyreRecords *records, GyreProcessRecord *record)
{
  record->timer.next = records->free;
  records->free = &record->timer;
}

static gboolean
add_chunk (GyreRecords *records)
{
  GyreRecordChunk *chunk = g_try_new (GyreRecordChunk, 1);

  if (chunk == NULL)
    return FALSE;
  chunk->next = records->chunks;
  records->chunks = chunk;
  for (guint index = RECORDS_AT_ONCE; index-- > 0;)
    gyre_records_give_back (records, &chunk->records[index]);
  return TRUE;
}

GyreProcessRecord *
gyre_records_take (GyreRecords *records)
{
  GyreProcessRecord *record;

  if (records->free == NULL && !add_chunk (records))
    return NULL;
  record = (GyreProcessRecord *) records->free;
  records->free = record->timer.next;
  memset (record, 0, sizeof *record);
  return record;
}

void
gyre_records_clear (GyreRecords *records)
{
  for (GyreRecordChunk *chunk = records->chunks, *next; chunk != NULL; chunk = next)
    {
      next = chunk->next;
      g_free (chunk);
    }
  *records = (GyreRecords) { NULL, NULL };
}

void
gyre_process_list_append (GyreProcessList *list, GyreProcessRecord *record)
{
  record->list = list;
  record->next = NULL;
  record->previous = list->last;
  *(list->last != NULL ? &list->last->next : &list->first) = record;
  list->last = record;
}

void
gyre_process_list_remove (GyreProcessRecord *record)
{
  GyreProcessList *list = record->list;

  if (list == NULL)
    return;
  *(record->previous != NULL ? &record->previous->next : &list->first) = record->next;
  *(record->next != NULL ? &record->next->previous : &list->last) = record->previous;
  record->list = NULL;
}
