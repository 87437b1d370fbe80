/* test-drawing.c: Graphs as SVG and PNG
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Where graphviz is not installed only what is said about that is tested.
 */
#include "gyre-drawing.h"

#include <glib/gstdio.h>
#include <string.h>

static gboolean
has_graphviz (void)
{
  g_autofree char *path = g_find_program_in_path ("dot");

  if (path == NULL)
    g_test_skip ("graphviz is not installed");
  return path != NULL;
}

static GPtrArray *
new_graphs (const char *first, const char *second)
{
  GPtrArray *graphs = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (graphs, g_strdup (first));
  if (second != NULL)
    g_ptr_array_add (graphs, g_strdup (second));
  return graphs;
}

static void
many_graphs_become_as_many_svgs_in_order (void)
{
  g_autoptr (GPtrArray) graphs = new_graphs ("digraph one { lion }", "digraph two { \"</svg><svg>\" -> tiger }");
  g_autoptr (GPtrArray) pictures = NULL;
  g_autoptr (GError) error = NULL;

  if (!has_graphviz ())
    return;
  pictures = gyre_drawing_render (graphs, "svg", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (pictures->len, ==, 2);
  for (guint index = 0; index < 2; index++)
    {
      gsize length;
      const char *data = g_bytes_get_data (pictures->pdata[index], &length);

      g_assert_true (length > 100 && memcmp (data, "<svg ", 5) == 0 && memcmp (data + length - 6, "</svg>", 6) == 0);
      g_assert_true ((g_strstr_len (data, (gssize) length, ">lion<") != NULL) == (index == 0));
      g_assert_true ((g_strstr_len (data, (gssize) length, ">tiger<") != NULL) == (index == 1));
    }
}

static void
a_picture_is_the_same_wherever_it_stands (void)
{
  g_autoptr (GPtrArray) graphs = new_graphs ("digraph one { id=picture; lion }", "digraph one { id=picture; lion }");
  g_autoptr (GPtrArray) pictures = NULL;

  if (!has_graphviz ())
    return;
  pictures = gyre_drawing_render (graphs, "svg", NULL);
  g_assert_nonnull (pictures);
  g_assert_true (g_bytes_equal (pictures->pdata[0], pictures->pdata[1]));
}

static guint32
read_number (const guint8 *data)
{
  guint32 number;

  memcpy (&number, data, sizeof number);
  return GUINT32_FROM_BE (number);
}

static void
many_graphs_become_as_many_pngs_of_a_size (void)
{
  g_autoptr (GPtrArray) graphs = new_graphs ("digraph { lion }", "digraph { lion -> tiger -> leopard }");
  g_autoptr (GPtrArray) pictures = NULL;
  g_autoptr (GError) error = NULL;
  const guint8 *small, *large;

  if (!has_graphviz ())
    return;
  pictures = gyre_drawing_render (graphs, "png", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (pictures->len, ==, 2);
  small = g_bytes_get_data (pictures->pdata[0], NULL);
  large = g_bytes_get_data (pictures->pdata[1], NULL);
  g_assert_cmpmem (small + 12, 4, "IHDR", 4);
  g_assert_cmpmem (large + 12, 4, "IHDR", 4);
  g_assert_cmpuint (read_number (small + 16), >, 20);
  g_assert_cmpuint (read_number (small + 20), >, 20);
  g_assert_cmpuint (read_number (large + 20), >, 2 * read_number (small + 20));
  g_assert_cmpuint (read_number (large + 20), <, 2000);
}

/* Far more than a pipe holds, in and out. */
static void
large_graphs_do_not_block (void)
{
  g_autoptr (GString) text = g_string_new ("digraph { node [tooltip=\"");
  g_autoptr (GPtrArray) graphs = NULL;
  g_autoptr (GPtrArray) pictures = NULL;
  g_autoptr (GError) error = NULL;

  if (!has_graphviz ())
    return;
  for (guint index = 0; index < 400; index++)
    g_string_append (text, "a long explanation");
  g_string_append (text, "\"] ");
  for (guint index = 0; index < 300; index++)
    g_string_append_printf (text, "node_%u; ", index);
  g_string_append (text, "}");
  graphs = g_ptr_array_new ();
  for (guint index = 0; index < 20; index++)
    g_ptr_array_add (graphs, text->str);
  pictures = gyre_drawing_render (graphs, "svg", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (pictures->len, ==, 20);
  g_assert_cmpuint (g_bytes_get_size (pictures->pdata[19]), >, 1000 * 1000);
}

static void
what_graphviz_does_not_understand_is_an_error_with_its_words (void)
{
  g_autoptr (GPtrArray) graphs = new_graphs ("digraph { a }", "digraph { a -> -> }");
  g_autoptr (GError) error = NULL;

  if (!has_graphviz ())
    return;
  g_assert_null (gyre_drawing_render (graphs, "svg", &error));
  g_assert_error (error, GYRE_DRAWING_ERROR, GYRE_DRAWING_ERROR_GRAPH);
  g_assert_nonnull (strstr (error->message, "syntax error"));
  g_assert_null (strstr (error->message, "stdin"));
}

static void
two_graphs_where_one_was_announced_are_an_error (void)
{
  g_autoptr (GPtrArray) graphs = new_graphs ("digraph { a } digraph { b }", NULL);
  g_autoptr (GError) error = NULL;

  if (!has_graphviz ())
    return;
  g_assert_null (gyre_drawing_render (graphs, "svg", &error));
  g_assert_error (error, GYRE_DRAWING_ERROR, GYRE_DRAWING_ERROR_FAILED);
}

static void
another_format_is_refused_with_the_legal_ones (void)
{
  g_autoptr (GPtrArray) graphs = new_graphs ("digraph { a }", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (gyre_drawing_render (graphs, "gif", &error));
  g_assert_error (error, GYRE_DRAWING_ERROR, GYRE_DRAWING_ERROR_FORMAT);
  g_assert_nonnull (strstr (error->message, "svg or png"));
}

static void
no_graphs_are_no_pictures (void)
{
  g_autoptr (GPtrArray) graphs = g_ptr_array_new ();
  g_autoptr (GPtrArray) pictures = gyre_drawing_render (graphs, "svg", NULL);

  g_assert_cmpuint (pictures->len, ==, 0);
}

/* Whoever does not want them any more lets them go. */
static void
several_are_drawn_at_the_same_time (void)
{
  g_autoptr (GPtrArray) first = new_graphs ("digraph { lion }", NULL);
  g_autoptr (GPtrArray) second = new_graphs ("digraph { tiger }", "digraph { leopard }");
  g_autoptr (GPtrArray) pictures = NULL;
  g_autoptr (GyreDrawing) unwanted = NULL;
  GyreDrawing *drawing, *other;

  if (!has_graphviz ())
    return;
  drawing = gyre_drawing_begin (first, "svg", NULL);
  other = gyre_drawing_begin (second, "png", NULL);
  unwanted = gyre_drawing_begin (second, "svg", NULL);
  pictures = gyre_drawing_end (other, GYRE_DRAWING_PATIENCE, NULL);
  g_assert_cmpuint (pictures->len, ==, 2);
  g_ptr_array_unref (pictures);
  pictures = gyre_drawing_end (drawing, GYRE_DRAWING_PATIENCE, NULL);
  g_assert_cmpuint (pictures->len, ==, 1);
}

/* A program of that name that does what @script says stands first on the path. */
static char *
replace_graphviz (const char *script)
{
  g_autofree char *folder = g_dir_make_tmp ("gyre-drawing-XXXXXX", NULL);
  g_autofree char *program = g_build_filename (folder, "dot", NULL);

  if (script != NULL)
    {
      g_assert_true (g_file_set_contents_full (program, script, -1, G_FILE_SET_CONTENTS_NONE, 0700, NULL));
    }
  g_setenv ("PATH", folder, TRUE);
  return g_steal_pointer (&folder);
}

static void
missing_graphviz_is_told_with_its_package (void)
{
  g_autofree char *path = g_strdup (g_getenv ("PATH"));
  g_autoptr (GPtrArray) graphs = new_graphs ("digraph { a }", NULL);
  g_autofree char *folder = replace_graphviz (NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (gyre_drawing_render (graphs, "svg", &error));
  g_setenv ("PATH", path, TRUE);
  g_assert_error (error, GYRE_DRAWING_ERROR, GYRE_DRAWING_ERROR_MISSING);
  g_assert_nonnull (strstr (error->message, "apt install graphviz"));
  g_rmdir (folder);
}

static void
who_does_not_come_to_an_end_is_ended (void)
{
  g_autofree char *path = g_strdup (g_getenv ("PATH"));
  g_autoptr (GPtrArray) graphs = new_graphs ("digraph { a }", NULL);
  g_autofree char *folder = replace_graphviz ("#!/bin/sh\nexec /bin/sleep 1000\n");
  g_autofree char *program = g_build_filename (folder, "dot", NULL);
  g_autoptr (GError) error = NULL;
  GyreDrawing *drawing;

  drawing = gyre_drawing_begin (graphs, "svg", &error);
  g_assert_no_error (error);
  g_assert_null (gyre_drawing_end (drawing, 1, &error));
  g_setenv ("PATH", path, TRUE);
  g_assert_error (error, GYRE_DRAWING_ERROR, GYRE_DRAWING_ERROR_TIME);
  g_remove (program);
  g_rmdir (folder);
}

/* More than a pipe holds: whoever wrote it into one would be ended with SIGPIPE. */
static void
who_ends_before_it_has_read_all_is_an_error (void)
{
  g_autofree char *path = g_strdup (g_getenv ("PATH"));
  g_autofree char *text = g_strnfill (1000 * 1000, ' ');
  g_autoptr (GPtrArray) graphs = new_graphs (text, NULL);
  g_autofree char *folder = replace_graphviz ("#!/bin/sh\nexit 3\n");
  g_autofree char *program = g_build_filename (folder, "dot", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (gyre_drawing_render (graphs, "svg", &error));
  g_setenv ("PATH", path, TRUE);
  g_assert_error (error, GYRE_DRAWING_ERROR, GYRE_DRAWING_ERROR_FAILED);
  g_remove (program);
  g_rmdir (folder);
}

static void
half_a_picture_is_an_error (void)
{
  g_autofree char *path = g_strdup (g_getenv ("PATH"));
  g_autoptr (GPtrArray) graphs = new_graphs ("digraph { a }", NULL);
  g_autofree char *folder = replace_graphviz ("#!/bin/sh\n/usr/bin/printf '\\211PNG\\r\\n\\032\\n\\377\\377\\377\\377IHDRxxxx'\n");
  g_autofree char *program = g_build_filename (folder, "dot", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (gyre_drawing_render (graphs, "png", &error));
  g_setenv ("PATH", path, TRUE);
  g_assert_error (error, GYRE_DRAWING_ERROR, GYRE_DRAWING_ERROR_FAILED);
  g_remove (program);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pages/drawing/many-graphs-become-as-many-svgs-in-order", many_graphs_become_as_many_svgs_in_order);
  g_test_add_func ("/pages/drawing/a-picture-is-the-same-wherever-it-stands", a_picture_is_the_same_wherever_it_stands);
  g_test_add_func ("/pages/drawing/many-graphs-become-as-many-pngs-of-a-size", many_graphs_become_as_many_pngs_of_a_size);
  g_test_add_func ("/pages/drawing/large-graphs-do-not-block", large_graphs_do_not_block);
  g_test_add_func ("/pages/drawing/what-graphviz-does-not-understand-is-an-error-with-its-words", what_graphviz_does_not_understand_is_an_error_with_its_words);
  g_test_add_func ("/pages/drawing/two-graphs-where-one-was-announced-are-an-error", two_graphs_where_one_was_announced_are_an_error);
  g_test_add_func ("/pages/drawing/another-format-is-refused-with-the-legal-ones", another_format_is_refused_with_the_legal_ones);
  g_test_add_func ("/pages/drawing/no-graphs-are-no-pictures", no_graphs_are_no_pictures);
  g_test_add_func ("/pages/drawing/missing-graphviz-is-told-with-its-package", missing_graphviz_is_told_with_its_package);
  g_test_add_func ("/pages/drawing/who-does-not-come-to-an-end-is-ended", who_does_not_come_to_an_end_is_ended);
  g_test_add_func ("/pages/drawing/who-ends-before-it-has-read-all-is-an-error", who_ends_before_it_has_read_all_is_an_error);
  g_test_add_func ("/pages/drawing/several-are-drawn-at-the-same-time", several_are_drawn_at_the_same_time);
  g_test_add_func ("/pages/drawing/half-a-picture-is-an-error", half_a_picture_is_an_error);
  return g_test_run ();
}
