/* gyre-journal-private.h: Settings in the order in which they were said
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Settings stand one after the other in blocks and never move. A journal can take over the blocks of another one: that is
 * how a batch becomes part of its store. Not for several threads at once: the owner has a lock.
 */
#pragma once

#include "gyre-setting-private.h"

typedef struct _GyreJournalBlock GyreJournalBlock;

typedef struct
{
  GyreJournalBlock *first;
  GyreJournalBlock *last;
  guint length;             /* how many settings */
} GyreJournal;

/* A place between two settings; all zero is the beginning. */
typedef struct
{
  GyreJournalBlock *block;
  gsize offset;
} GyreJournalCursor;

GyreSetting       *gyre_journal_append  (GyreJournal             *journal,
                                         const char              *value,
                                         gsize                    length);
void               gyre_journal_adopt   (GyreJournal             *journal,
                                         GyreJournal             *other);
void               gyre_journal_clear   (GyreJournal             *journal);
/* What is appended from now on gets another block. */
void               gyre_journal_seal    (GyreJournal             *journal);
/* Takes blocks out that were adopted together, between two seals. They are freed. */
void               gyre_journal_remove  (GyreJournal             *journal,
                                         const GyreJournal       *part);

GyreJournalCursor  gyre_journal_get_end (const GyreJournal       *journal);
GyreSetting       *gyre_journal_step    (const GyreJournal       *journal,
                                         GyreJournalCursor       *cursor,
                                         const GyreJournalCursor *end);
