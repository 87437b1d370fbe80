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

#define PATIENCE 120

G_DEFINE_QUARK (gyre-drawing-error-quark, gyre_drawing_error)

/* One run of graphviz. */
typedef struct
{
  GSubprocess *process;
  GMainLoop *loop;
  GBytes *output;
  GBytes *messages;
  GError *error;
  gboolean is_late;
} Run;

static void
run_clear (Run *self)
{
  g_clear_object (&self->process);
  g_clear_pointer (&self->loop, g_main_loop_unref);
  g_clear_pointer (&self->output, g_bytes_unref);
  g_clear_pointer (&self->messages, g_bytes_unref);
  g_clear_error (&self->error);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Run, run_clear)

static void
on_end (GObject *process, GAsyncResult *result, gpointer data)
{
  Run *self = data;

  g_subprocess_communicate_finish (G_SUBPROCESS (process), result, &self->output, &self->messages, &self->error);
  g_main_loop_quit (self->loop);
}

/* The loop goes on until the pipes are closed. */
static gboolean
on_late (gpointer data)
{
  Run *self = data;

  self->is_late = TRUE;
  g_subprocess_force_exit (self->process);
  return G_SOURCE_REMOVE;
}

static void
communicate (Run *self, guint seconds)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (GSource) limit = g_timeout_source_new_seconds (seconds);

  g_main_context_push_thread_default (context);
  self->loop = g_main_loop_new (context, FALSE);
  g_source_set_callback (limit, on_late, self, NULL);
  g_source_attach (limit, context);
  g_subprocess_communicate_async (self->process, NULL, NULL, on_end, self);
  g_main_loop_run (self->loop);
  g_source_destroy (limit);
  g_main_context_pop_thread_default (context);
}

/* What graphviz says, in one line; its own name for standard input tells nobody anything. */
static char *
dup_message (GBytes *messages)
{
  gsize length = 0;
  const char *data = messages != NULL ? g_bytes_get_data (messages, &length) : NULL;
  g_autofree char *valid = data != NULL ? g_utf8_make_valid (data, (gssize) length) : NULL;
  g_autoptr (GString) text = g_string_new (valid);

  g_string_replace (text, "Error: ", "", 0);
  g_string_replace (text, "<stdin>: ", "", 0);
  g_string_replace (text, "\n", " ", 0);
  return g_strchomp (g_strdup (text->str));
}

static void
set_input_error (GError **error)
{
  g_set_error (error, GYRE_DRAWING_ERROR, GYRE_DRAWING_ERROR_FAILED, "no room to hand graphs to graphviz: %s", g_strerror (errno));
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
          set_input_error (error);
          return FALSE;
        }
      text += n_written;
      length -= (gsize) n_written;
    }
  return TRUE;
}

/* What graphviz reads: a file without a name. N.B. a pipe would end us with SIGPIPE where graphviz ends before it has read all. */
static int
open_input (GPtrArray *graphs, GError **error)
{
  int file = memfd_create ("graphs", MFD_CLOEXEC);

  if (file < 0)
    {
      set_input_error (error);
      return -1;
    }
  for (guint index = 0; index < graphs->len; index++)
    {
      const char *graph = graphs->pdata[index];

      if (!write_all (file, graph, strlen (graph), error) || !write_all (file, "\n", 1, error))
        {
          close (file);
          return -1;
        }
    }
  lseek (file, 0, SEEK_SET);
  return file;
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
static GSubprocess *
start (GPtrArray *graphs, gboolean is_png, GError **error)
{
  GSubprocessFlags flags = G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE;
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (flags);
  g_autofree char *path = g_find_program_in_path ("dot");
  g_autoptr (GError) problem = NULL;
  GSubprocess *process;
  int input;

  if (path == NULL)
    {
      g_set_error_literal (error, GYRE_DRAWING_ERROR, GYRE_DRAWING_ERROR_MISSING,
                           "the program 'dot' is not there; install graphviz (apt install graphviz), or ask for the format dot");
      return NULL;
    }
  input = open_input (graphs, error);
  if (input < 0)
    return NULL;
  g_subprocess_launcher_take_stdin_fd (launcher, input);
  process = g_subprocess_launcher_spawn (launcher, &problem, path, is_png ? "-Tpng" : "-Tsvg",
                                         is_png ? "-Gbgcolor=white" : "-Gbgcolor=transparent", NULL);
  if (process == NULL)
    g_set_error (error, GYRE_DRAWING_ERROR, GYRE_DRAWING_ERROR_FAILED, "%s can't be run: %s", path, problem->message);
  return process;
}

/* N.B. graphviz ends with success after some mistakes, and goes on with the next graph after others: pictures are counted. */
static GPtrArray *
finish (Run *self, guint n_graphs, gboolean is_png, guint seconds, GError **error)
{
  g_autoptr (GPtrArray) pictures = NULL;
  g_autofree char *message = dup_message (self->messages);

  if (self->is_late)
    {
      g_set_error (error, GYRE_DRAWING_ERROR, GYRE_DRAWING_ERROR_TIME, "graphviz has not drawn %u graph%s within %u s; draw less at once",
                   n_graphs, n_graphs == 1 ? "" : "s", seconds);
      return NULL;
    }
  pictures = self->output != NULL ? split (self->output, is_png) : g_ptr_array_new ();
  if (self->error == NULL && g_subprocess_get_successful (self->process) && pictures->len == n_graphs)
    return g_steal_pointer (&pictures);
  if (*message != '\0')
    g_set_error (error, GYRE_DRAWING_ERROR, GYRE_DRAWING_ERROR_GRAPH, "graphviz has drawn %u of %u graphs: %s", pictures->len, n_graphs,
                 message);
  else
    g_set_error (error, GYRE_DRAWING_ERROR, GYRE_DRAWING_ERROR_FAILED, "graphviz has drawn %u of %u graphs%s%s", pictures->len, n_graphs,
                 self->error != NULL ? ": " : " and does not say why", self->error != NULL ? self->error->message : "");
  return NULL;
}

GPtrArray *
gyre_drawing_render_within (GPtrArray *graphs, const char *format, guint seconds, GError **error)
{
  gboolean is_png = g_strcmp0 (format, "png") == 0;
  g_auto (Run) run = { NULL };

  g_return_val_if_fail (graphs != NULL, NULL);

  if (!is_png && g_strcmp0 (format, "svg") != 0)
    {
      g_set_error (error, GYRE_DRAWING_ERROR, GYRE_DRAWING_ERROR_FORMAT, "'%s': a drawing must be svg or png", format);
      return NULL;
    }
  if (graphs->len == 0)
    return g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  run.process = start (graphs, is_png, error);
  if (run.process == NULL)
    return NULL;
  communicate (&run, seconds);
  return finish (&run, graphs->len, is_png, seconds, error);
}

GPtrArray *
gyre_drawing_render (GPtrArray *graphs, const char *format, GError **error)
{
  return gyre_drawing_render_within (graphs, format, PATIENCE, error);
}
