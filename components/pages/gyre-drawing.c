/* gyre-drawing.c: Graphs as SVG and PNG, drawn by graphviz
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Graphviz writes the pictures one after the other. Where one ends is seen without knowing what it shows: no text of a graph can
 * bring `</svg>` into an SVG, because graphviz writes `<` as an entity, and a PNG is made of chunks that say how long they are.
 */
#include "gyre-drawing.h"

#include <errno.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

G_DEFINE_QUARK (gyre-drawing-error-quark, gyre_drawing_error)

/* One run of graphviz. It reads and writes files without names: who reads a pipe must keep up with it, and who writes one that nobody
 * reads any more is ended by SIGPIPE. */
struct _GyreDrawing
{
  GSubprocess *process;         /* NULL: there is nothing to draw */
  int output;
  int messages;
  guint n_graphs;
  gboolean is_png;
};

typedef struct
{
  GMainLoop *loop;
  GSubprocess *process;
  gboolean is_late;
} Wait;

static void
on_end (GObject *process, GAsyncResult *result, gpointer data)
{
  Wait *self = data;

  g_subprocess_wait_finish (G_SUBPROCESS (process), result, NULL);
  g_main_loop_quit (self->loop);
}

static gboolean
on_late (gpointer data)
{
  Wait *self = data;

  self->is_late = TRUE;
  g_subprocess_force_exit (self->process);
  return G_SOURCE_REMOVE;
}

/* Returns: whether it came to its end by itself */
static gboolean
wait_for (GSubprocess *process, guint seconds)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (GMainLoop) loop = g_main_loop_new (context, FALSE);
  g_autoptr (GSource) limit = g_timeout_source_new_seconds (seconds);
  Wait wait = { loop, process, FALSE };

  g_main_context_push_thread_default (context);
  g_source_set_callback (limit, on_late, &wait, NULL);
  g_source_attach (limit, context);
  g_subprocess_wait_async (process, NULL, on_end, &wait);
  g_main_loop_run (loop);
  g_source_destroy (limit);
  g_main_context_pop_thread_default (context);
  return !wait.is_late;
}

/* What graphviz says, in one line; its own name for standard input tells nobody anything. */
static char *
dup_message (GBytes *messages)
{
  gsize length = 0;
  const char *data = g_bytes_get_data (messages, &length);
  g_autofree char *valid = data != NULL ? g_utf8_make_valid (data, (gssize) length) : NULL;
  g_autoptr (GString) text = g_string_new (valid);

  g_string_replace (text, "Error: ", "", 0);
  g_string_replace (text, "<stdin>: ", "", 0);
  g_string_replace (text, "\n", " ", 0);
  return g_strchomp (g_strdup (text->str));
}

static void
set_room_error (GError **error)
{
  g_set_error (error, GYRE_DRAWING_ERROR, GYRE_DRAWING_ERROR_FAILED, "no room for what graphviz reads and writes: %s", g_strerror (errno));
}

/* A file without a name. */
static int
open_file (const char *purpose, GError **error)
{
  int file = memfd_create (purpose, MFD_CLOEXEC);

  if (file < 0)
    set_room_error (error);
  return file;
}

static gboolean
write_all (int file, const char *text, gsize length, GError **error)
{
  while (length > 0)
    {
      gssize n_written = write (file, text, length);

      if (n_written < 0 && errno == EINTR)
        continue;
      if (n_written < 0)
        {
          set_room_error (error);
          return FALSE;
        }
      text += n_written;
      length -= (gsize) n_written;
    }
  return TRUE;
}

static int
open_input (GPtrArray *graphs, GError **error)
{
  int file = open_file ("graphs", error);

  for (guint index = 0; file >= 0 && index < graphs->len; index++)
    {
      const char *graph = graphs->pdata[index];

      if (!write_all (file, graph, strlen (graph), error) || !write_all (file, "\n", 1, error))
        {
          close (file);
          return -1;
        }
    }
  if (file >= 0)
    lseek (file, 0, SEEK_SET);
  return file;
}

static GBytes *
read_all (int file)
{
  g_autoptr (GMappedFile) mapped = g_mapped_file_new_from_fd (file, FALSE, NULL);

  return mapped != NULL ? g_mapped_file_get_bytes (mapped) : g_bytes_new (NULL, 0);
}

/* Graphviz calls the second picture of a run `page0,1_NAME`: but a picture is the same wherever it stands. */
static GBytes *
name_svg (const char *first, gsize length)
{
  const char *identifier = g_strstr_len (first, (gssize) length, "id=\"page0,");
  const char *name = identifier != NULL ? g_strstr_len (identifier, (gssize) length - (identifier - first), "_") : NULL;
  GString *text;

  if (name == NULL)
    return g_bytes_new (first, length);
  text = g_string_new_len (first, (gssize) length);
  g_string_erase (text, identifier + 4 - first, name + 1 - (identifier + 4));
  return g_string_free_to_bytes (text);
}

/* From `<svg` to `</svg>`: what stands before it is for programs that have only the file's name to go by, and would be wrong inside
 * of a page. Returns where the next one can begin; NULL: there is none. */
static const char *
take_svg (const char *data, const char *end, GPtrArray *pictures)
{
  const char *first = g_strstr_len (data, end - data, "<svg");
  const char *last = first != NULL ? g_strstr_len (first, end - first, "</svg>") : NULL;

  if (last == NULL)
    return NULL;
  last += strlen ("</svg>");
  g_ptr_array_add (pictures, name_svg (first, (gsize) (last - first)));
  return last;
}

/* Eight bytes, then chunks: the length of the content, a name, the content, a sum of four bytes; IEND is the last. */
static const char *
take_png (const char *data, const char *end, GPtrArray *pictures)
{
  const char *place = data + 8;

  if (end - data < 8 || memcmp (data, "\211PNG\r\n\032\n", 8) != 0)
    return NULL;
  while (end - place >= 12)
    {
      gboolean is_last = memcmp (place + 4, "IEND", 4) == 0;
      guint32 length;

      memcpy (&length, place, sizeof length);
      length = GUINT32_FROM_BE (length);
      if ((gsize) (end - place) - 12 < length)
        return NULL;
      place += 12 + (gsize) length;
      if (is_last)
        {
          g_ptr_array_add (pictures, g_bytes_new (data, (gsize) (place - data)));
          return place;
        }
    }
  return NULL;
}

static GPtrArray *
split (GBytes *output, gboolean is_png)
{
  GPtrArray *pictures = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  gsize length;
  const char *data = g_bytes_get_data (output, &length);
  const char *end = data + length;

  while (data != NULL && data < end)
    data = is_png ? take_png (data, end, pictures) : take_svg (data, end, pictures);
  return pictures;
}

/* A picture without paper for pages, which may be dark; one on white paper for everybody else. */
static gboolean
start (GyreDrawing *self, const char *path, GPtrArray *graphs, GError **error)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_NONE);
  g_autoptr (GError) problem = NULL;
  int input = open_input (graphs, error);

  if (input < 0)
    return FALSE;
  g_subprocess_launcher_take_stdin_fd (launcher, input);
  self->output = open_file ("pictures", error);
  self->messages = self->output >= 0 ? open_file ("messages", error) : -1;
  if (self->messages < 0)
    return FALSE;
  g_subprocess_launcher_take_stdout_fd (launcher, dup (self->output));
  g_subprocess_launcher_take_stderr_fd (launcher, dup (self->messages));
  self->process = g_subprocess_launcher_spawn (launcher, &problem, path, self->is_png ? "-Tpng" : "-Tsvg",
                                               self->is_png ? "-Gbgcolor=white" : "-Gbgcolor=transparent", NULL);
  if (self->process == NULL)
    g_set_error (error, GYRE_DRAWING_ERROR, GYRE_DRAWING_ERROR_FAILED, "%s can't be run: %s", path, problem->message);
  return self->process != NULL;
}

/* N.B. graphviz ends with success after some mistakes, and goes on with the next graph after others: pictures are counted. */
static GPtrArray *
take_pictures (GyreDrawing *self, GError **error)
{
  g_autoptr (GBytes) output = read_all (self->output);
  g_autoptr (GBytes) messages = read_all (self->messages);
  g_autoptr (GPtrArray) pictures = split (output, self->is_png);
  g_autofree char *message = dup_message (messages);

  if (g_subprocess_get_successful (self->process) && pictures->len == self->n_graphs)
    return g_steal_pointer (&pictures);
  if (*message != '\0')
    g_set_error (error, GYRE_DRAWING_ERROR, GYRE_DRAWING_ERROR_GRAPH, "graphviz has drawn %u of %u graphs: %s", pictures->len,
                 self->n_graphs, message);
  else
    g_set_error (error, GYRE_DRAWING_ERROR, GYRE_DRAWING_ERROR_FAILED, "graphviz has drawn %u of %u graphs and does not say why",
                 pictures->len, self->n_graphs);
  return NULL;
}

void
gyre_drawing_free (GyreDrawing *self)
{
  if (self->process != NULL)
    g_subprocess_force_exit (self->process);
  g_clear_object (&self->process);
  if (self->output >= 0)
    close (self->output);
  if (self->messages >= 0)
    close (self->messages);
  g_free (self);
}

GyreDrawing *
gyre_drawing_begin (GPtrArray *graphs, const char *format, GError **error)
{
  gboolean is_png = g_strcmp0 (format, "png") == 0;
  g_autofree char *path = g_find_program_in_path ("dot");
  g_autoptr (GyreDrawing) self = NULL;

  g_return_val_if_fail (graphs != NULL, NULL);

  if (!is_png && g_strcmp0 (format, "svg") != 0)
    {
      g_set_error (error, GYRE_DRAWING_ERROR, GYRE_DRAWING_ERROR_FORMAT, "'%s': a drawing must be svg or png", format);
      return NULL;
    }
  self = g_new (GyreDrawing, 1);
  *self = (GyreDrawing) { NULL, -1, -1, graphs->len, is_png };
  if (graphs->len == 0)
    return g_steal_pointer (&self);
  if (path == NULL)
    {
      g_set_error_literal (error, GYRE_DRAWING_ERROR, GYRE_DRAWING_ERROR_MISSING,
                           "the program 'dot' is not there; install graphviz (apt install graphviz), or ask for the format dot");
      return NULL;
    }
  return start (self, path, graphs, error) ? g_steal_pointer (&self) : NULL;
}

GPtrArray *
gyre_drawing_end (GyreDrawing *drawing, guint seconds, GError **error)
{
  g_autoptr (GyreDrawing) self = drawing;

  if (self->process == NULL)
    return g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  if (wait_for (self->process, seconds))
    return take_pictures (self, error);
  g_set_error (error, GYRE_DRAWING_ERROR, GYRE_DRAWING_ERROR_TIME, "graphviz has not drawn %u graph%s within %u s; draw less at once",
               self->n_graphs, self->n_graphs == 1 ? "" : "s", seconds);
  return NULL;
}

GPtrArray *
gyre_drawing_render (GPtrArray *graphs, const char *format, GError **error)
{
  GyreDrawing *drawing = gyre_drawing_begin (graphs, format, error);

  return drawing != NULL ? gyre_drawing_end (drawing, GYRE_DRAWING_PATIENCE, error) : NULL;
}
