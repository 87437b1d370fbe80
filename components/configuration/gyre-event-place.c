/* gyre-event-place.c: Where the parts of an event were said
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A key or a value that is the text of its file, as it was written, has the place of its first character and needs no more.
 * For any other text segments tell from which byte on it stands at which place.
 */
#include "gyre-event-private.h"

#include <string.h>

/* Tells where a piece of the key or the value of the event added last stands. The key's come first, by offset. */
void
gyre_events_add_segment (GyreEvents *self, GyreEventPart part, guint offset, guint line, guint column)
{
  GyreEventSegment segment = { self->length - 1, part, offset, line, column };

  g_assert (self->length > 0);
  g_array_append_val (self->segments, segment);
}

/* Names a place. The line of an argument and of a variable is its position. */
static GyreLocator *
make_locator (GyreEvents *self, guint line, guint column)
{
  g_autofree char *variable = NULL;

  if (self->place == GYRE_LOCATOR_FILE)
    return gyre_locator_new_file (gyre_source_get_name (self->source), line, column);
  if (self->place == GYRE_LOCATOR_ARGUMENT)
    return gyre_locator_new_argument (self->arguments[line - 1], line, column);
  variable = gyre_events_dup_variable (self, line);
  return gyre_locator_new_variable (variable, column);
}

/* Whether a segment begins at or before a byte of a part of an event. */
static gboolean
is_at_or_before (const GyreEventSegment *segment, guint event, guint part, gsize offset)
{
  if (segment->event != event)
    return segment->event < event;
  if (segment->part != part)
    return segment->part < part;
  return segment->offset <= offset;
}

/* Finds the segment that a byte stands in; NULL where the text is as it was written. */
static const GyreEventSegment *
find_segment (GyreEvents *self, guint event, guint part, gsize offset)
{
  const GyreEventSegment *segments = (const GyreEventSegment *) self->segments->data;
  guint low = 0, high = self->segments->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (is_at_or_before (&segments[middle], event, part, offset))
        low = middle + 1;
      else
        high = middle;
    }
  return low > 0 && segments[low - 1].event == event && segments[low - 1].part == part ? &segments[low - 1] : NULL;
}

/* Names the place of a byte of `text`, which begins at a line and column unless a segment says otherwise. */
static GyreLocator *
find_place (GyreEvents *self, guint event, GyreEventPart part, const char *text, gsize offset, guint line, guint column)
{
  const GyreEventSegment *segment = find_segment (self, event, part, offset);

  if (segment == NULL)
    return make_locator (self, line, column + g_utf8_strlen (text, offset));
  return make_locator (self, segment->line,
                       segment->column + g_utf8_strlen (text + segment->offset, offset - segment->offset));
}

/* Moves a cursor to a byte of the value of an event. What is between that byte and the place before is read, no more. */
void
gyre_events_find_value_place (GyreEvents *self, guint index, GyreEventCursor *cursor, gsize offset)
{
  const GyreEvent *event = gyre_events_get (self, index);
  const GyreEventSegment *segment = find_segment (self, index, GYRE_EVENT_PART_VALUE, offset);

  if (cursor->line == 0 || cursor->segment != segment || offset < cursor->offset)
    {
      cursor->segment = segment;
      cursor->offset = segment != NULL ? segment->offset : 0;
      cursor->line = segment != NULL ? segment->line : event->value_line;
      cursor->column = segment != NULL ? segment->column : event->value_column;
    }
  cursor->column += g_utf8_strlen (event->value + cursor->offset, offset - cursor->offset);
  cursor->offset = offset;
}

/* The offset of a fragment in a name; of the last one when there are fewer. */
static gsize
find_fragment (const char *name, gsize length, guint fragment)
{
  const char *at = name;

  for (; fragment > 0; fragment--)
    {
      const char *dot = memchr (at, '.', name + length - at);

      if (dot == NULL)
        break;
      at = dot + 1;
    }
  return at - name;
}

/**
 * gyre_events_dup_fragment_locator:
 * @events: events
 * @index: which of them, from 0
 * @fragment: which fragment, as the event was written: those of its section first
 *
 * Names the place of one fragment of the key. A command and a source have none; for them it is the place of the value.
 *
 * Returns: (transfer full): the place
 *
 * Since: 0.1
 */
GyreLocator *
gyre_events_dup_fragment_locator (GyreEvents *events, guint index, guint fragment)
{
  const GyreEvent *event;
  const GyreEventSection *section;

  g_return_val_if_fail (events != NULL && index < events->length, NULL);

  event = gyre_events_get (events, index);
  if (event->key == NULL)
    return make_locator (events, event->value_line, event->value_column);
  if (events->place == GYRE_LOCATOR_ENVIRONMENT)
    return make_locator (events, event->line, 0);
  section = gyre_events_get_section (events, event->section);
  if (fragment >= section->depth)
    {
      gsize offset = find_fragment (event->key, event->key_length, fragment - section->depth);

      return find_place (events, index, GYRE_EVENT_PART_KEY, event->key, offset, event->line, event->column);
    }
  while (fragment < gyre_events_get_section (events, section->parent)->depth)
    section = gyre_events_get_section (events, section->parent);
  fragment -= gyre_events_get_section (events, section->parent)->depth;
  return make_locator (events, section->line,
                       section->column + g_utf8_strlen (section->path,
                                                        find_fragment (section->path, section->path_length, fragment)));
}

/**
 * gyre_events_dup_key_locator:
 * @events: events
 * @index: which of them, from 0
 *
 * Names the place where the event begins: the first character of its key, of its word, or of its source.
 *
 * Returns: (transfer full): the place
 *
 * Since: 0.1
 */
GyreLocator *
gyre_events_dup_key_locator (GyreEvents *events, guint index)
{
  const GyreEvent *event;

  g_return_val_if_fail (events != NULL && index < events->length, NULL);

  event = gyre_events_get (events, index);
  return make_locator (events, event->line, event->column);
}

/**
 * gyre_events_dup_condition_locator:
 * @events: events
 * @index: which of them, from 0
 * @condition: which of its conditions, from 0, the outermost first
 *
 * Names the place of the family of a condition.
 *
 * Returns: (transfer full): the place
 *
 * Since: 0.1
 */
GyreLocator *
gyre_events_dup_condition_locator (GyreEvents *events, guint index, guint condition)
{
  const GyreEventSection *section;

  g_return_val_if_fail (condition < gyre_events_get_condition_count (events, index), NULL);
  section = gyre_events_get_section (events, gyre_events_find_condition (events, events->events[index].section, condition));
  return make_locator (events, section->line, section->family_column);
}

/**
 * gyre_events_dup_value_locator:
 * @events: events
 * @index: which of them, from 0
 * @offset: a byte of the value, 0 for the value itself
 *
 * Names the place where a part of the value was written, also when the value has several lines.
 *
 * Returns: (transfer full): the place
 *
 * Since: 0.1
 */
GyreLocator *
gyre_events_dup_value_locator (GyreEvents *events, guint index, gsize offset)
{
  const GyreEvent *event;

  g_return_val_if_fail (events != NULL && index < events->length, NULL);

  event = gyre_events_get (events, index);
  return find_place (events, index, GYRE_EVENT_PART_VALUE, event->value, MIN (offset, event->value_length),
                     event->value_line, event->value_column);
}
