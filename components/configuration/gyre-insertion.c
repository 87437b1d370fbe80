/* gyre-insertion.c: Events become settings
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-insertion-private.h"
#include "gyre-batch-private.h"

/* So many events are inserted before another thread gets its turn. */
#define EVENTS_HELD 64

/* Opens the sections between one that is open and one that stands in it. They nest no deeper than names. */
static void
push_sections (GyreEvents *events, GyreBatch *batch, guint open, guint number)
{
  const GyreEventSection *section = gyre_events_get_section (events, number);

  if (section->parent != open)
    push_sections (events, batch, open, section->parent);
  gyre_batch_push_section (batch, section->path, section->path_length, section->family, section->family_length,
                           section->line, section->family != NULL ? section->family_column : section->column);
}

/* A section has a greater number than every one that it stands in. */
static gboolean
stands_in (GyreEvents *events, guint number, guint outer)
{
  while (number > outer)
    number = gyre_events_get_section (events, number)->parent;
  return number == outer;
}

/* Closes and opens sections until only the one and those that it stands in are open. */
static void
enter_section (GyreEvents *events, GyreBatch *batch, guint *open, guint number)
{
  for (; !stands_in (events, number, *open); *open = gyre_events_get_section (events, *open)->parent)
    gyre_batch_pop_section (batch);
  if (number != *open)
    push_sections (events, batch, *open, number);
  *open = number;
}

/* A file is one source, and each word of a command line and each variable is one. */
static void
set_source (GyreEvents *events, GyreBatch *batch, guint position)
{
  g_autofree char *variable = NULL;

  if (events->place == GYRE_LOCATOR_ENVIRONMENT)
    variable = gyre_events_dup_variable (events, position);
  gyre_batch_set_source (batch, events->place,
                         events->place == GYRE_LOCATOR_FILE ? gyre_source_get_name (events->source)
                         : variable != NULL                 ? variable
                                                            : events->arguments[position - 1],
                         NULL);
}

/* What is open in the batch. */
typedef struct
{
  guint section;
  guint position;       /* of an argument or a variable */
} Place;

static inline void
insert_event (GyreEvents *events, const GyreEvent *event, GyreBatch *batch, Place *open)
{
  GyreSetting *setting;

  if (events->source == NULL && event->line != open->position)
    set_source (events, batch, open->position = event->line);
  if (event->section != open->section)
    enter_section (events, batch, &open->section, event->section);
  setting = gyre_batch_insert (batch, event->key, event->key_length, event->line, event->column,
                               event->value, event->value_length, event->value_line, event->value_column);
  if (event->operator != GYRE_SETTING_ASSIGN)
    gyre_batch_set_operator (batch, setting, event->operator);
}

/* Inserts the events from @first up to, and without, @stop. All sections of the batch are closed before and after. */
void
gyre_insertion_run (GyreEvents *events, guint first, guint stop, GyreBatch *batch)
{
  Place open = { 0, 0 };

  g_return_if_fail (events != NULL && batch != NULL && first <= stop && stop <= events->length);

  if (events->source != NULL)
    set_source (events, batch, 0);
  while (first < stop)
    {
      guint pause = MIN (stop, first + EVENTS_HELD);

      gyre_batch_hold (batch);
      for (; first < pause; first++)
        if (gyre_events_get (events, first)->key != NULL)
          insert_event (events, gyre_events_get (events, first), batch, &open);
      gyre_batch_release (batch);
    }
  enter_section (events, batch, &open.section, 0);
}
