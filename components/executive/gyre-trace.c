/* gyre-trace.c: What an executive does, written down as Chrome and Perfetto read it
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-trace-private.h"

#define BUFFER_SIZE 65536
#define PROCESS 1                       /* not the real number: the same run shall give the same file */

struct _GyreTrace
{
  GOutputStream *stream;
  GString *buffer;
  GHashTable *tracks;           /* handle → track */
  gint64 start;
  gboolean has_events;
  GError *error;                /* the first that went wrong; then nothing is written any more */
};

static void
flush (GyreTrace *self)
{
  if (self->error == NULL)
    g_output_stream_write_all (self->stream, self->buffer->str, self->buffer->len, NULL, NULL, &self->error);
  g_string_truncate (self->buffer, 0);
}

static void
append_text (GString *buffer, const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  g_string_append_c (buffer, '"');
  for (const char *at = valid; *at != '\0'; at++)
    if (*at == '"' || *at == '\\')
      g_string_append_printf (buffer, "\\%c", *at);
    else if ((guchar) *at < ' ')
      g_string_append_printf (buffer, "\\u%04x", (guint) *at);
    else
      g_string_append_c (buffer, *at);
  g_string_append_c (buffer, '"');
}

static void
append_arguments (GString *buffer, const GyreTraceArgument *arguments)
{
  if (arguments == NULL || arguments->name == NULL)
    return;
  g_string_append (buffer, ",\"args\":{");
  for (const GyreTraceArgument *argument = arguments; argument->name != NULL; argument++)
    {
      g_string_append_printf (buffer, "%s\"%s\":", argument == arguments ? "" : ",", argument->name);
      if (argument->text != NULL)
        append_text (buffer, argument->text);
      else
        g_string_append_printf (buffer, "%" G_GUINT64_FORMAT, argument->number);
    }
  g_string_append_c (buffer, '}');
}

static void
append_event (GyreTrace *self, char phase, guint track, const char *category, const char *name, const GyreTraceArgument *arguments,
              const gint64 *time)
{
  GString *buffer = self->buffer;

  g_string_append (buffer, self->has_events ? ",\n" : "\n");
  self->has_events = TRUE;
  g_string_append_printf (buffer, "{\"ph\":\"%c\",\"pid\":%u,\"tid\":%u", phase, PROCESS, track);
  if (time != NULL)
    g_string_append_printf (buffer, ",\"ts\":%" G_GINT64_FORMAT ".%03u", (*time - self->start) / 1000,
                            (guint) ((*time - self->start) % 1000));
  if (phase == 'i')
    g_string_append (buffer, ",\"s\":\"t\"");
  if (category != NULL)
    g_string_append_printf (buffer, ",\"cat\":\"%s\"", category);
  if (name != NULL)
    {
      g_string_append (buffer, ",\"name\":");
      append_text (buffer, name);
    }
  append_arguments (buffer, arguments);
  g_string_append_c (buffer, '}');
  if (buffer->len >= BUFFER_SIZE)
    flush (self);
}

static void
name_track (GyreTrace *self, guint track, const char *name)
{
  const GyreTraceArgument called[] = { { "name", name, 0 }, { NULL } };
  const GyreTraceArgument place[] = { { "sort_index", NULL, track }, { NULL } };

  append_event (self, 'M', track, NULL, "thread_name", called, NULL);
  append_event (self, 'M', track, NULL, "thread_sort_index", place, NULL);
}

GyreTrace *
gyre_trace_new (GOutputStream *stream, gint64 time)
{
  GyreTrace *self = g_new0 (GyreTrace, 1);
  const GyreTraceArgument called[] = { { "name", "gyre", 0 }, { NULL } };

  self->stream = g_object_ref (stream);
  self->buffer = g_string_sized_new (BUFFER_SIZE + 1024);
  self->tracks = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->start = time;
  g_string_append (self->buffer, "{\"displayTimeUnit\":\"ns\",\"traceEvents\":[");
  append_event (self, 'M', 0, NULL, "process_name", called, NULL);
  name_track (self, 0, "executive");
  return self;
}

gboolean
gyre_trace_free (GyreTrace *self, GError **error)
{
  gboolean is_good;

  g_string_append (self->buffer, "\n]}\n");
  flush (self);
  g_output_stream_close (self->stream, NULL, self->error == NULL ? &self->error : NULL);
  is_good = self->error == NULL;
  if (!is_good)
    g_propagate_error (error, self->error);
  g_object_unref (self->stream);
  g_string_free (self->buffer, TRUE);
  g_hash_table_unref (self->tracks);
  g_free (self);
  return is_good;
}

guint
gyre_trace_find_track (GyreTrace *self, GyreHandle component)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->tracks, &component));
}

guint
gyre_trace_add_track (GyreTrace *self, GyreHandle component, const char *name)
{
  guint track = g_hash_table_size (self->tracks) + 1;

  g_hash_table_insert (self->tracks, g_memdup2 (&component, sizeof component), GUINT_TO_POINTER (track));
  name_track (self, track, name);
  return track;
}

void
gyre_trace_begin (GyreTrace *self, guint track, const char *category, const char *name, gint64 time,
                  const GyreTraceArgument *arguments)
{
  append_event (self, 'B', track, category, name, arguments, &time);
}

void
gyre_trace_end (GyreTrace *self, guint track, gint64 time)
{
  append_event (self, 'E', track, NULL, NULL, NULL, &time);
}

void
gyre_trace_happen (GyreTrace *self, guint track, const char *category, const char *name, gint64 time,
                   const GyreTraceArgument *arguments)
{
  append_event (self, 'i', track, category, name, arguments, &time);
}
