/* gyre-event.c: What a configuration says, one event a setting
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-event-private.h"
#include "gyre-memory-private.h"

#include <string.h>

#define CHUNK_SIZE (16 * 1024)

G_DEFINE_BOXED_TYPE (GyreEvents, gyre_events, gyre_events_ref, gyre_events_unref)

/* Memory that nobody touches costs nothing: a guess may be too large. */
static GyreEvents *
events_new (guint expected_sections)
{
  static const GyreEventSection whole = { NULL };
  GyreEvents *self = g_new0 (GyreEvents, 1);

  self->references = 1;
  self->sections = g_array_sized_new (FALSE, FALSE, sizeof (GyreEventSection), expected_sections);
  self->segments = g_array_new (FALSE, FALSE, sizeof (GyreEventSegment));
  self->chunks = g_ptr_array_new_with_free_func (g_free);
  g_array_append_val (self->sections, whole);
  return self;
}

/**
 * gyre_events_new:
 * @source: the text that the events will come from
 *
 * Makes an empty list, to be filled by a codec. It keeps @source alive.
 *
 * Returns: (transfer full): a list
 *
 * Since: 0.1
 */
GyreEvents *
gyre_events_new (GyreSource *source)
{
  GyreEvents *self;
  gsize length;

  g_return_val_if_fail (source != NULL, NULL);
  gyre_source_get_text (source, &length);
  self = events_new (1 + length / 256);
  self->source = gyre_source_ref (source);
  self->place = GYRE_LOCATOR_FILE;
  return self;
}

/**
 * gyre_events_new_for_arguments:
 * @arguments: (array zero-terminated=1): the words of a command line, without the program
 *
 * Makes an empty list for the events of a command line. It keeps a copy of @arguments.
 *
 * Returns: (transfer full): a list
 *
 * Since: 0.1
 */
GyreEvents *
gyre_events_new_for_arguments (const char * const *arguments)
{
  GyreEvents *self;

  g_return_val_if_fail (arguments != NULL, NULL);
  self = events_new (1);
  self->arguments = g_strdupv ((GStrv) arguments);
  self->place = GYRE_LOCATOR_ARGUMENT;
  return self;
}

/**
 * gyre_events_new_for_environment:
 * @environment: (array zero-terminated=1): variables, `NAME=value`
 *
 * Makes an empty list for what variables say. It keeps a copy of @environment.
 *
 * Returns: (transfer full): a list
 *
 * Since: 0.1
 */
GyreEvents *
gyre_events_new_for_environment (const char * const *environment)
{
  GyreEvents *self;

  g_return_val_if_fail (environment != NULL, NULL);
  self = events_new (1);
  self->arguments = g_strdupv ((GStrv) environment);
  self->place = GYRE_LOCATOR_ENVIRONMENT;
  return self;
}

/**
 * gyre_events_ref: (skip)
 * @events: events
 *
 * Returns: (transfer full): @events
 *
 * Since: 0.1
 */
GyreEvents *
gyre_events_ref (GyreEvents *events)
{
  g_atomic_int_inc (&events->references);
  return events;
}

/**
 * gyre_events_unref: (skip)
 * @events: (transfer full): events
 *
 * Since: 0.1
 */
void
gyre_events_unref (GyreEvents *events)
{
  if (!g_atomic_int_dec_and_test (&events->references))
    return;
  g_clear_pointer (&events->source, gyre_source_unref);
  g_strfreev (events->arguments);
  g_array_unref (events->sections);
  g_array_unref (events->segments);
  g_clear_pointer (&events->spans, g_array_unref);
  g_clear_pointer (&events->section_spans, g_array_unref);
  g_ptr_array_unref (events->chunks);
  g_free (events->events);
  g_free (events);
}

/* Makes room for more records. The first guess is more than most files of the source's size have: memory that nobody touches
 * costs nothing. */
void
gyre_events_grow (GyreEvents *self)
{
  gsize length = 0;

  if (self->allocated == 0 && self->source != NULL)
    gyre_source_get_text (self->source, &length);
  if (self->allocated == 0)
    self->allocated = 16 + length / 16;
  else
    self->allocated *= 2;
  self->events = g_renew (GyreEvent, self->events, self->allocated);
  gyre_memory_advise (self->events, self->allocated * sizeof (GyreEvent));
}

/* Gives memory that lives as long as the list. */
gpointer
gyre_events_allocate (GyreEvents *self, gsize size)
{
  gpointer memory;

  size = (MAX (size, 1) + 7) & ~(gsize) 7;
  if (size > CHUNK_SIZE / 4)
    {
      memory = g_malloc (size);
      g_ptr_array_add (self->chunks, memory);
      return memory;
    }
  if (size > self->room_left)
    {
      self->room = g_malloc (CHUNK_SIZE);
      self->room_left = CHUNK_SIZE;
      g_ptr_array_add (self->chunks, self->room);
    }
  memory = self->room;
  self->room += size;
  self->room_left -= size;
  return memory;
}

/* The name of the variable at a position, from 1. */
char *
gyre_events_dup_variable (GyreEvents *self, guint position)
{
  const char *text = self->arguments[position - 1];

  return g_strndup (text, strcspn (text, "="));
}

static guint
count_fragments (const char *name, gsize length)
{
  guint fragments = length > 0 ? 1 : 0;

  for (gsize offset = 0; offset < length; offset++)
    fragments += name[offset] == '.';
  return fragments;
}

/* Adds a section; its depth and the number of its conditions are worked out here. */
guint
gyre_events_add_section (GyreEvents *self, const GyreEventSection *section)
{
  const GyreEventSection *parent = gyre_events_get_section (self, section->parent);
  GyreEventSection copy = *section;

  copy.depth = parent->depth + count_fragments (section->path, section->path_length);
  g_assert (copy.depth <= GYRE_EVENTS_DEEPEST);
  copy.n_conditions = parent->n_conditions + (section->family != NULL);
  g_array_append_val (self->sections, copy);
  return self->sections->len - 1;
}

/**
 * gyre_events_get_source:
 * @events: events
 *
 * Returns: (transfer none) (nullable): the text that they come from, %NULL for a command line
 *
 * Since: 0.1
 */
GyreSource *
gyre_events_get_source (GyreEvents *events)
{
  g_return_val_if_fail (events != NULL, NULL);
  return events->source;
}

/**
 * gyre_events_get_length:
 * @events: events
 *
 * Returns: how many there are
 *
 * Since: 0.1
 */
guint
gyre_events_get_length (GyreEvents *events)
{
  g_return_val_if_fail (events != NULL, 0);
  return events->length;
}

/**
 * gyre_events_get_kind:
 * @events: events
 * @index: which of them, from 0
 *
 * Returns: what the event asks for
 *
 * Since: 0.1
 */
GyreEventKind
gyre_events_get_kind (GyreEvents *events, guint index)
{
  g_return_val_if_fail (events != NULL && index < events->length, GYRE_EVENT_ASSIGNMENT);
  return events->events[index].kind;
}

/* Splits a name at its dots into the list that `to` points into. */
static void
copy_fragments (char **to, const char *name, gsize length)
{
  const char *end = length > 0 ? name + length : name;

  for (const char *at = name; at < end;)
    {
      const char *dot = memchr (at, '.', end - at);

      if (dot == NULL)
        dot = end;
      *to++ = g_strndup (at, dot - at);
      at = dot + 1;
    }
}

/* Writes the full name of a section, and what follows it, as a list. */
static GStrv
dup_name (GyreEvents *self, guint number, const char *more, gsize more_length)
{
  const GyreEventSection *section = gyre_events_get_section (self, number);
  GStrv name = g_new0 (char *, section->depth + count_fragments (more, more_length) + 1);

  copy_fragments (name + section->depth, more, more_length);
  while (number != 0)
    {
      guint parent = section->parent;

      copy_fragments (name + gyre_events_get_section (self, parent)->depth, section->path, section->path_length);
      number = parent;
      section = gyre_events_get_section (self, number);
    }
  return name;
}

/* The bytes of a key before its last fragment: 0, or up to and with its last dot. */
static gsize
find_last_fragment (const GyreEvent *event)
{
  const char *dot = event->key_length > 0 ? memrchr (event->key, '.', event->key_length) : NULL;

  return dot != NULL ? dot + 1 - event->key : 0;
}

/**
 * gyre_events_dup_key:
 * @events: events
 * @index: which of them, from 0
 *
 * Gives the fragments of the key. For a conditional event that is one, the name of a trait of its component; a command
 * and a source have none.
 *
 * Returns: (transfer full): the fragments
 *
 * Since: 0.1
 */
GStrv
gyre_events_dup_key (GyreEvents *events, guint index)
{
  const GyreEvent *event;
  gsize last;

  g_return_val_if_fail (events != NULL && index < events->length, NULL);

  event = gyre_events_get (events, index);
  if (event->kind != GYRE_EVENT_CONDITIONAL)
    return dup_name (events, event->section, event->key, event->key_length);
  last = find_last_fragment (event);
  return dup_name (events, 0, event->key + last, event->key_length - last);
}

/**
 * gyre_events_dup_component:
 * @events: events
 * @index: which of them, from 0
 *
 * Gives the fragments of the name of the component that a conditional event speaks of: its section, and all fragments of
 * its key but the last. For other events there are none.
 *
 * Returns: (transfer full): the fragments
 *
 * Since: 0.1
 */
GStrv
gyre_events_dup_component (GyreEvents *events, guint index)
{
  const GyreEvent *event;
  gsize last;

  g_return_val_if_fail (events != NULL && index < events->length, NULL);

  event = gyre_events_get (events, index);
  if (event->kind != GYRE_EVENT_CONDITIONAL)
    return g_new0 (char *, 1);
  last = find_last_fragment (event);
  return dup_name (events, event->section, event->key, last > 0 ? last - 1 : 0);
}

/**
 * gyre_events_get_operator:
 * @events: events
 * @index: which of them, from 0
 *
 * Gives how the value is combined with what the key has already, as pfg and cfg write it. A command and a source have "=".
 *
 * Returns: (transfer none): "=", or for lists "+=" (append), "-=" (remove), "^=" (prepend)
 *
 * Since: 0.1
 */
const char *
gyre_events_get_operator (GyreEvents *events, guint index)
{
  g_return_val_if_fail (events != NULL && index < events->length, NULL);
  return gyre_setting_operator_to_string (events->events[index].operator);
}

/**
 * gyre_events_is_optional:
 * @events: events
 * @index: which of them, from 0
 *
 * Tells whether the event is a source that may be missing, written with a `?` before its path.
 *
 * Returns: whether it is no mistake when there is no such file
 *
 * Since: 0.1
 */
gboolean
gyre_events_is_optional (GyreEvents *events, guint index)
{
  g_return_val_if_fail (events != NULL && index < events->length, FALSE);
  return events->events[index].optional;
}

/**
 * gyre_events_dup_value:
 * @events: events
 * @index: which of them, from 0
 *
 * Returns: (transfer full): the value; the word of a command; the path of a source, which may be a pattern
 *
 * Since: 0.1
 */
char *
gyre_events_dup_value (GyreEvents *events, guint index)
{
  g_return_val_if_fail (events != NULL && index < events->length, NULL);
  return g_strndup (events->events[index].value, events->events[index].value_length);
}

/**
 * gyre_events_get_condition_count:
 * @events: events
 * @index: which of them, from 0
 *
 * Returns: how many conditions must hold for the event to have an effect; 0 unless it is conditional
 *
 * Since: 0.1
 */
guint
gyre_events_get_condition_count (GyreEvents *events, guint index)
{
  g_return_val_if_fail (events != NULL && index < events->length, 0);
  return gyre_events_get_section (events, events->events[index].section)->n_conditions;
}

/* Finds the section that says a condition. They count from 0, the outermost first. */
guint
gyre_events_find_condition (GyreEvents *self, guint section, guint condition)
{
  for (;; section = gyre_events_get_section (self, section)->parent)
    {
      const GyreEventSection *candidate = gyre_events_get_section (self, section);

      if (candidate->family != NULL && candidate->n_conditions == condition + 1)
        return section;
    }
}

/**
 * gyre_events_dup_condition:
 * @events: events
 * @index: which of them, from 0
 * @condition: which of its conditions, from 0, the outermost first
 * @name: (out) (transfer full): fragments of the full name of an instance
 * @family: (out) (transfer full): fragments of the family that it must be of
 *
 * Gives one of the conditions that must all hold.
 *
 * Since: 0.1
 */
void
gyre_events_dup_condition (GyreEvents *events, guint index, guint condition, GStrv *name, GStrv *family)
{
  const GyreEventSection *section;
  guint number;

  g_return_if_fail (condition < gyre_events_get_condition_count (events, index) && name != NULL && family != NULL);

  number = gyre_events_find_condition (events, events->events[index].section, condition);
  section = gyre_events_get_section (events, number);
  *name = dup_name (events, number, NULL, 0);
  *family = g_new0 (char *, count_fragments (section->family, section->family_length) + 1);
  copy_fragments (*family, section->family, section->family_length);
}
