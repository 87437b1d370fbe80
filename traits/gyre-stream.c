/* gyre-stream.c: A stream that is opened on first use
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-stream.h"
#include "gyre-path.h"
#include "gyre-value-error-private.h"

#include <gio/gunixinputstream.h>
#include <gio/gunixoutputstream.h>
#include <string.h>
#include <unistd.h>

struct _GyreStream
{
  gatomicrefcount references;
  GyreStreamMode mode;
  int descriptor;    /* of a standard stream, or -1 */
  char *text;
  GMutex lock;
  GObject *opened;
};

G_DEFINE_BOXED_TYPE (GyreStream, gyre_stream, gyre_stream_ref, gyre_stream_unref)

static const struct { const char *text; int descriptor; } standard_streams[] = {
  { "stdin", STDIN_FILENO }, { "stdout", STDOUT_FILENO }, { "stderr", STDERR_FILENO },
  { "<stdin>", STDIN_FILENO }, { "<stdout>", STDOUT_FILENO }, { "<stderr>", STDERR_FILENO },
};

static gboolean
refuse (const char *rule, const char *text, GError **error)
{
  gyre_value_error_set (error, GYRE_VALUE_ERROR_SYNTAX, GYRE_VALUE_ERROR_NOWHERE, "write a path, a uri, stdin, stdout or stderr",
                        "must %s, is '%s'", rule, text);
  return FALSE;
}

/* "file:", "https:": letters, and no path in front of the colon. */
static gboolean
is_uri (const char *text)
{
  g_autofree char *scheme = g_uri_parse_scheme (text);

  return scheme != NULL && strlen (scheme) > 1;
}

/* A file can be called "stdin" or "http:x": its path keeps what tells it from those. */
static char *
dup_path (const char *text)
{
  char *path = gyre_path_normalize (text);
  gboolean is_special = is_uri (path);

  for (guint index = 0; index < G_N_ELEMENTS (standard_streams); index++)
    is_special |= strcmp (path, standard_streams[index].text) == 0;
  if (is_special)
    {
      g_autofree char *plain = path;
      path = g_strconcat ("./", plain, NULL);
    }
  return path;
}

static gboolean
take_text (GyreStream *self, const char *text, GError **error)
{
  gboolean is_input = self->mode == GYRE_STREAM_READ;

  self->descriptor = -1;
  for (guint index = 0; index < G_N_ELEMENTS (standard_streams); index++)
    if (strcmp (text, standard_streams[index].text) == 0)
      {
        self->descriptor = standard_streams[index].descriptor;
        self->text = g_strdup (standard_streams[self->descriptor].text);
        return is_input == (self->descriptor == STDIN_FILENO)
               || refuse (is_input ? "be a stream to read from" : "be a stream to write to", text, error);
      }
  if (*text == '\0')
    return refuse ("say a stream", text, error);
  self->text = is_uri (text) ? g_strdup (text) : dup_path (text);
  return TRUE;
}

/**
 * gyre_stream_new:
 * @text: `stdin`, `stdout`, `stderr`, a path or a uri
 * @mode: what is done with what is there
 * @error: return location for an error of [error@Gyre.ValueError]
 *
 * Says where a stream leads to. Nothing is opened, and nothing is looked for.
 *
 * Returns: (transfer full) (nullable): the stream; %NULL with @error if @text says none that can be used so
 *
 * Since: 0.1
 */
GyreStream *
gyre_stream_new (const char *text, GyreStreamMode mode, GError **error)
{
  g_autoptr (GyreStream) self = NULL;

  g_return_val_if_fail (text != NULL, NULL);
  self = g_new0 (GyreStream, 1);
  g_atomic_ref_count_init (&self->references);
  g_mutex_init (&self->lock);
  self->mode = mode;
  return take_text (self, text, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * gyre_stream_ref:
 * @stream: a stream
 *
 * Returns: (transfer full): the same
 *
 * Since: 0.1
 */
GyreStream *
gyre_stream_ref (GyreStream *stream)
{
  g_return_val_if_fail (stream != NULL, NULL);
  g_atomic_ref_count_inc (&stream->references);
  return stream;
}

/**
 * gyre_stream_unref:
 * @stream: (transfer full): a stream; it is closed with the last reference to what was opened
 *
 * Since: 0.1
 */
void
gyre_stream_unref (GyreStream *stream)
{
  g_return_if_fail (stream != NULL);
  if (!g_atomic_ref_count_dec (&stream->references))
    return;
  g_clear_object (&stream->opened);
  g_mutex_clear (&stream->lock);
  g_free (stream->text);
  g_free (stream);
}

/**
 * gyre_stream_get_text:
 * @stream: a stream
 *
 * Returns: (transfer none): where it leads to
 *
 * Since: 0.1
 */
const char *
gyre_stream_get_text (const GyreStream *stream)
{
  g_return_val_if_fail (stream != NULL, NULL);
  return stream->text;
}

/**
 * gyre_stream_get_mode:
 * @stream: a stream
 *
 * Returns: what is done with what is there
 *
 * Since: 0.1
 */
GyreStreamMode
gyre_stream_get_mode (const GyreStream *stream)
{
  g_return_val_if_fail (stream != NULL, GYRE_STREAM_READ);
  return stream->mode;
}

/**
 * gyre_stream_is_open:
 * @stream: a stream
 *
 * Returns: whether somebody has asked for it
 *
 * Since: 0.1
 */
gboolean
gyre_stream_is_open (GyreStream *stream)
{
  gboolean is_open;

  g_return_val_if_fail (stream != NULL, FALSE);
  g_mutex_lock (&stream->lock);
  is_open = stream->opened != NULL;
  g_mutex_unlock (&stream->lock);
  return is_open;
}

static gpointer
open_file (GyreStream *self, GError **error)
{
  g_autoptr (GFile) file = is_uri (self->text) ? g_file_new_for_uri (self->text) : g_file_new_for_path (self->text);

  switch (self->mode)
    {
    case GYRE_STREAM_REPLACE: return g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, NULL, error);
    case GYRE_STREAM_APPEND: return g_file_append_to (file, G_FILE_CREATE_NONE, NULL, error);
    case GYRE_STREAM_CREATE: return g_file_create (file, G_FILE_CREATE_NONE, NULL, error);
    case GYRE_STREAM_READ:
    default: return g_file_read (file, NULL, error);
    }
}

/* Called with the lock held. A failure is not kept: the file may be there the next time. */
static gpointer
open_locked (GyreStream *self, GError **error)
{
  if (self->opened != NULL)
    return self->opened;
  if (self->descriptor == STDIN_FILENO)
    self->opened = G_OBJECT (g_unix_input_stream_new (self->descriptor, FALSE));
  else if (self->descriptor >= 0)
    self->opened = G_OBJECT (g_unix_output_stream_new (self->descriptor, FALSE));
  else
    self->opened = open_file (self, error);
  return self->opened;
}

static gpointer
open_once (GyreStream *self, GError **error)
{
  gpointer opened;

  g_mutex_lock (&self->lock);
  opened = open_locked (self, error);
  if (opened != NULL)
    g_object_ref (opened);
  g_mutex_unlock (&self->lock);
  if (opened == NULL)
    g_prefix_error (error, "'%s' can't be opened: ", self->text);
  return opened;
}

/**
 * gyre_stream_open_input:
 * @stream: a stream of mode %GYRE_STREAM_READ
 * @error: return location for an error of GIO, which says where the stream leads to
 *
 * Gets the stream, and opens it if nobody has asked for it yet. It blocks as long as that takes.
 *
 * Returns: (transfer full) (nullable): the same stream each time; %NULL with @error if it can't be opened
 *
 * Since: 0.1
 */
GInputStream *
gyre_stream_open_input (GyreStream *stream, GError **error)
{
  g_return_val_if_fail (stream != NULL && stream->mode == GYRE_STREAM_READ, NULL);
  return open_once (stream, error);
}

/**
 * gyre_stream_open_output:
 * @stream: a stream of another mode
 * @error: return location for an error of GIO, which says where the stream leads to
 *
 * Gets the stream, and opens it if nobody has asked for it yet. It blocks as long as that takes.
 *
 * Returns: (transfer full) (nullable): the same stream each time; %NULL with @error if it can't be opened
 *
 * Since: 0.1
 */
GOutputStream *
gyre_stream_open_output (GyreStream *stream, GError **error)
{
  g_return_val_if_fail (stream != NULL && stream->mode != GYRE_STREAM_READ, NULL);
  return open_once (stream, error);
}
