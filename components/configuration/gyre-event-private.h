/* gyre-event-private.h: How events are stored, for those who make them and those who apply them
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Loading must keep up with three million settings a second, locators included. So an event is one record of 48 bytes in
 * an array; its texts are borrowed from the source (not NUL-terminated) or stand in an arena that dies with the list; and
 * what a section says for all of its settings (the prefix of names, the conditions) is told once, in the section.
 *
 * Names are dotted texts without blanks around the dots, as the store takes them: the text of the file itself wherever it
 * was written so.
 */
#pragma once

#include "gyre-event.h"
#include "gyre-setting.h"

/* No name has more fragments than this: a limit for files that are not what they should be, not for people. */
#define GYRE_EVENTS_DEEPEST 256

/* A section; section 0 is the whole file. Its full name is the name of the parent and then `path`. */
typedef struct
{
  const char *path;
  const char *family;                   /* NULL where the section has no condition of its own */
  guint32 path_length;
  guint32 family_length;
  guint32 parent;                       /* always smaller than the section's own number */
  guint32 line;
  guint32 column;                       /* of the path */
  guint32 family_column;
  guint16 depth;                        /* fragments of the full name */
  guint16 n_conditions;                 /* conditions of this section and all that it stands in */
} GyreEventSection;

typedef struct
{
  const char *key;                      /* NULL for a command and a source */
  const char *value;
  guint32 key_length;
  guint32 value_length;
  guint32 section;
  guint32 line;                         /* of the key; the position of an argument or of a variable */
  guint32 column;
  guint32 value_line;
  guint32 value_column;
  guint8 kind;                          /* a GyreEventKind */
  guint8 operator;                      /* a GyreSettingOperator */
  guint8 optional;                      /* of a source: nothing is said where there is no such file */
} GyreEvent;

G_STATIC_ASSERT (GLIB_SIZEOF_VOID_P != 8 || sizeof (GyreEvent) == 48);

typedef enum
{
  GYRE_EVENT_PART_KEY,
  GYRE_EVENT_PART_VALUE,
} GyreEventPart;

/* From byte `offset` of a part of `event` on, the text stands at this place: for texts that are not as they were written,
 * because they have several lines, or lost a backslash or blanks. */
typedef struct
{
  guint32 event;
  guint32 part;
  guint32 offset;
  guint32 line;
  guint32 column;
} GyreEventSegment;

/* A place in the value of an event, for who asks for many of them from left to right. All zero is the beginning. */
typedef struct
{
  const GyreEventSegment *segment;
  gsize offset;
  guint line;           /* 0 before the first call */
  guint column;
} GyreEventCursor;

/* The bytes of the source that say a setting or a section, quotes and brackets included: for those who edit. */
typedef struct
{
  guint32 key_start;
  guint32 key_stop;
  guint32 value_start;
  guint32 value_stop;
} GyreEventSpan;

struct _GyreEvents
{
  gint references;
  guint length;
  guint allocated;
  GyreEvent *events;
  GArray *sections;                     /* of GyreEventSection */
  GArray *segments;                     /* of GyreEventSegment, by event, part and offset */
  GyreSource *source;                   /* NULL for a command line and an environment */
  GStrv arguments;                      /* the words or the variables, `NAME=value`; NULL for a file */
  GyreLocatorKind place;                /* what sort of place the events come from */
  char *room;                           /* what is left of the last chunk */
  gsize room_left;
  GPtrArray *chunks;
  GArray *spans;                        /* of GyreEventSpan, by event, of formats that nest; NULL unless somebody edits */
  GArray *section_spans;                /* of GyreEventSpan, by section; NULL like these */
};

void     gyre_events_grow        (GyreEvents              *self);
gpointer gyre_events_allocate    (GyreEvents              *self,
                                  gsize                    size);
guint    gyre_events_add_section (GyreEvents              *self,
                                  const GyreEventSection  *section);
char    *gyre_events_dup_variable (GyreEvents             *self,
                                  guint                    position);
guint    gyre_events_find_condition (GyreEvents           *self,
                                  guint                    section,
                                  guint                    condition);
void     gyre_events_add_segment (GyreEvents              *self,
                                  GyreEventPart            part,
                                  guint                    offset,
                                  guint                    line,
                                  guint                    column);

void     gyre_events_find_value_place (GyreEvents         *self,
                                  guint                    index,
                                  GyreEventCursor         *cursor,
                                  gsize                    offset);

/* Adds a record for the caller to fill, every field of it. It stays where it is until the next one is added. */
static inline GyreEvent *
gyre_events_add (GyreEvents *self)
{
  if (G_UNLIKELY (self->length == self->allocated))
    gyre_events_grow (self);
  return &self->events[self->length++];
}

static inline const GyreEvent *
gyre_events_get (const GyreEvents *self, guint index)
{
  return &self->events[index];
}

static inline const GyreEventSection *
gyre_events_get_section (const GyreEvents *self, guint section)
{
  return &g_array_index (self->sections, GyreEventSection, section);
}
