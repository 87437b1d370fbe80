/* gyre-journal.c: Settings in the order in which they were said
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-journal-private.h"
#include "gyre-memory-private.h"

#include <string.h>

struct _GyreJournalBlock
{
  GyreJournalBlock *next;
  GyreJournalBlock *previous;
  gsize size;
  gsize used;
  gsize sealed;                 /* nothing more comes in here */
  guint64 data[];
};

/* A batch of a few arguments stays small; a large file gets large blocks. */
enum
{
  SMALLEST_BLOCK = 1024 - sizeof (GyreJournalBlock),
  LARGEST_BLOCK = GYRE_MEMORY_LARGE - sizeof (GyreJournalBlock),
};

static void
add_block (GyreJournal *self, gsize needed)
{
  gsize size = self->last == NULL ? SMALLEST_BLOCK : MIN (self->last->size * 2 + sizeof (GyreJournalBlock), LARGEST_BLOCK);
  GyreJournalBlock *block;

  size = MAX (size, needed);
  block = gyre_memory_allocate (sizeof (GyreJournalBlock) + size);
  *block = (GyreJournalBlock) { .size = size, .previous = self->last };
  if (self->last == NULL)
    self->first = block;
  else
    self->last->next = block;
  self->last = block;
}

/* Makes room for a setting and copies the value, which may be any bytes; everything else is zero. */
GyreSetting *
gyre_journal_append (GyreJournal *self, const char *value, gsize length)
{
  gsize size = gyre_setting_get_size (length);
  GyreSetting *setting;

  if (self->last == NULL || self->last->sealed || self->last->size - self->last->used < size)
    add_block (self, size);
  setting = (GyreSetting *) ((char *) self->last->data + self->last->used);
  memset (setting, 0, sizeof (GyreSetting));
  memcpy (setting->value, value, length);
  setting->value[length] = '\0';
  setting->length = (gint) length;
  self->last->used += size;
  self->length++;
  return setting;
}

/* Takes over everything of @other, which is empty afterwards. */
void
gyre_journal_adopt (GyreJournal *self, GyreJournal *other)
{
  if (other->first == NULL)
    return;
  if (self->last == NULL)
    self->first = other->first;
  else
    self->last->next = other->first;
  other->first->previous = self->last;
  self->last = other->last;
  self->length += other->length;
  memset (other, 0, sizeof *other);
}

void
gyre_journal_clear (GyreJournal *self)
{
  while (self->first != NULL)
    {
      GyreJournalBlock *block = self->first;

      self->first = block->next;
      gyre_memory_free (block, sizeof (GyreJournalBlock) + block->size);
    }
  memset (self, 0, sizeof *self);
}

void
gyre_journal_seal (GyreJournal *self)
{
  if (self->last != NULL)
    self->last->sealed = TRUE;
}

void
gyre_journal_remove (GyreJournal *self, const GyreJournal *part)
{
  GyreJournal removed = *part;

  if (part->first == NULL)
    return;
  if (part->first->previous != NULL)
    part->first->previous->next = part->last->next;
  else
    self->first = part->last->next;
  if (part->last->next != NULL)
    part->last->next->previous = part->first->previous;
  else
    self->last = part->first->previous;
  self->length -= part->length;
  part->last->next = NULL;
  gyre_journal_clear (&removed);
}

/* The place behind the last setting: a walk up to here does not see what arrives later. */
GyreJournalCursor
gyre_journal_get_end (const GyreJournal *self)
{
  GyreJournalCursor end = { self->last, self->last != NULL ? self->last->used : 0 };

  return end;
}

/* The setting behind the cursor, which moves on; NULL at the end. */
GyreSetting *
gyre_journal_step (const GyreJournal *self, GyreJournalCursor *cursor, const GyreJournalCursor *end)
{
  GyreSetting *setting;

  if (end->block == NULL)
    return NULL;
  if (cursor->block == NULL)
    cursor->block = self->first;
  while (cursor->block != end->block && cursor->offset >= cursor->block->used)
    *cursor = (GyreJournalCursor) { cursor->block->next, 0 };
  if (cursor->block == end->block && cursor->offset >= end->offset)
    return NULL;
  setting = (GyreSetting *) ((char *) cursor->block->data + cursor->offset);
  cursor->offset += gyre_setting_get_size (g_atomic_int_get (&setting->length) & GYRE_SETTING_MAXIMUM_LENGTH);
  return setting;
}
