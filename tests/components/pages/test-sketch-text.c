/* test-sketch-text.c: A sketch as text that graphviz reads
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-drawing.h"
#include "gyre-sketch.h"

#include <stdio.h>
#include <string.h>

static const char * const hostile[] = {
  "", "\"", "\\", "\\\\", "a\\\"b", "\\N \\G \\l", "<b>bold</b>", "<", "]]>", "--><script>alert (1)</script>", "&amp;", "&lt;", "&bogus;", "&#0;",
  "a\nb", "\r\t\x01\x1f\x7f", "übermäßig", "名前", "😀", "\xff\xfe", "\xed\xa0\x80", "\xef\xbf\xbf", "a:b:c", "a->b", "{a|b}", "digraph", "node", "//", "/* */",
  "#", "%s%n", "\xc2\x85", " ", "\"; }", "`id`", "$(id)",
};

static void
add (GyreSketch *sketch, const char *text)
{
  gyre_sketch_add_place (sketch, &(GyrePlace) { text, text, text, text, text, text, NULL, GYRE_FORM_CLASS });
}

static GBytes *
draw (GyreSketch *sketch)
{
  g_autofree char *dot = gyre_sketch_to_dot (sketch);
  g_autoptr (GPtrArray) graphs = g_ptr_array_new ();
  g_autoptr (GPtrArray) pictures = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_utf8_validate (dot, -1, NULL));
  g_ptr_array_add (graphs, dot);
  pictures = gyre_drawing_render (graphs, "svg", &error);
  if (g_error_matches (error, GYRE_DRAWING_ERROR, GYRE_DRAWING_ERROR_MISSING))
    {
      g_test_skip (error->message);
      return NULL;
    }
  if (error != NULL)
    g_test_message ("%s", dot);
  g_assert_no_error (error);
  return g_bytes_ref (pictures->pdata[0]);
}

static guint
count (const char *text, const char *part)
{
  guint n_parts = 0;

  for (const char *place = strstr (text, part); place != NULL; place = strstr (place + 1, part))
    n_parts++;
  return n_parts;
}

/* A parser of XML that knows no HTML is the judge. */
static void
check_markup (GBytes *picture)
{
  static const GMarkupParser parser = { NULL };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, NULL, NULL);
  g_autoptr (GError) error = NULL;
  gsize length;
  const char *data = g_bytes_get_data (picture, &length);

  g_markup_parse_context_parse (context, data, (gssize) length, &error);
  g_assert_no_error (error);
  g_assert_null (g_strstr_len (data, (gssize) length, "<script"));
}

static void
hostile_names_are_text (void)
{
  g_autoptr (GyreSketch) sketch = gyre_sketch_new (hostile[1], FALSE);
  g_autofree char *dot = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GBytes) picture = NULL;

  for (guint index = 0; index < G_N_ELEMENTS (hostile); index++)
    add (sketch, hostile[index]);
  for (guint index = 0; index < G_N_ELEMENTS (hostile); index++)
    gyre_sketch_add_line (sketch, GYRE_LINE_DERIVES, hostile[index], hostile[(index + 1) % G_N_ELEMENTS (hostile)], hostile[index], 0);
  gyre_sketch_set_note (sketch, "a \"note\" \\ with <everything> & more");
  picture = draw (sketch);
  if (picture == NULL)
    return;
  check_markup (picture);
  text = g_strndup (g_bytes_get_data (picture, NULL), g_bytes_get_size (picture));
  g_assert_cmpuint (count (text, "class=\"node\""), ==, G_N_ELEMENTS (hostile));
  g_assert_cmpuint (count (text, "class=\"edge derives\""), ==, G_N_ELEMENTS (hostile));
  g_assert_nonnull (strstr (text, "&lt;b&gt;bold&lt;/b&gt;</text>"));
  g_assert_nonnull (strstr (text, "&amp;amp;</text>"));
  g_assert_nonnull (strstr (text, "übermäßig"));
}

static char *
random_text (void)
{
  GString *text = g_string_new (NULL);
  guint length = (guint) g_test_rand_int_range (0, 60);

  for (guint index = 0; index < length; index++)
    {
      const char *part = hostile[g_test_rand_int_range (0, G_N_ELEMENTS (hostile))];

      if (g_test_rand_int_range (0, 3) == 0)
        g_string_append (text, part);
      else
        g_string_append_c (text, (char) g_test_rand_int_range (1, 256));
    }
  return g_string_free (text, FALSE);
}

static void
no_bytes_can_break_a_picture (void)
{
  for (guint round = 0; round < 8; round++)
    {
      g_autoptr (GyreSketch) sketch = gyre_sketch_new ("fuzz", FALSE);
      g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_autofree char *previous = g_strdup ("");
      g_autofree char *text = NULL;
      g_autoptr (GBytes) picture = NULL;

      add (sketch, "");
      g_hash_table_add (names, g_strdup (""));
      for (guint index = 0; index < 40; index++)
        {
          g_autofree char *name = random_text ();

          add (sketch, name);
          g_hash_table_add (names, g_strdup (name));
          gyre_sketch_add_line (sketch, GYRE_LINE_CHILD, previous, name, name, 0);
          g_free (g_steal_pointer (&previous));
          previous = g_steal_pointer (&name);
        }
      picture = draw (sketch);
      if (picture == NULL)
        return;
      check_markup (picture);
      text = g_strndup (g_bytes_get_data (picture, NULL), g_bytes_get_size (picture));
      g_assert_cmpuint (count (text, "class=\"node\""), ==, g_hash_table_size (names));
    }
}

static void
long_titles_lose_their_middle_and_tooltips_keep_all (void)
{
  g_autoptr (GyreSketch) sketch = gyre_sketch_new (NULL, FALSE);
  g_autofree char *dot = NULL;

  add (sketch, "orchestra.sections.of.very.many.players.strings");
  dot = gyre_sketch_to_dot (sketch);
  g_assert_nonnull (strstr (dot, "label=<orchestra.section…ny.players.strings"));
  g_assert_nonnull (strstr (dot, "tooltip=\"orchestra.sections.of.very.many.players.strings\""));
}

static void
a_legend_has_what_the_picture_has (void)
{
  g_autoptr (GyreSketch) sketch = gyre_sketch_new (NULL, FALSE);
  g_autofree char *dot = NULL;

  add (sketch, "a");
  add (sketch, "b");
  gyre_sketch_add_line (sketch, GYRE_LINE_DERIVES, "a", "b", NULL, 0);
  dot = gyre_sketch_to_dot (sketch);
  g_assert_nonnull (strstr (dot, "■ class"));
  g_assert_nonnull (strstr (dot, "derives from"));
  g_assert_null (strstr (dot, "■ interface"));
  g_assert_null (strstr (dot, "implements"));
}

static void
a_hundred_leaves_are_no_tower (void)
{
  g_autoptr (GyreSketch) sketch = gyre_sketch_new (NULL, FALSE);
  g_autoptr (GBytes) picture = NULL;
  g_autofree char *text = NULL;
  double width, height;

  add (sketch, "root");
  for (guint index = 0; index < 100; index++)
    {
      g_autofree char *name = g_strdup_printf ("package.class-%02u", index);

      gyre_sketch_add_place (sketch, &(GyrePlace) { .name = name, .title = name });
      gyre_sketch_add_line (sketch, GYRE_LINE_DERIVES, name, "root", NULL, 0);
    }
  picture = draw (sketch);
  if (picture == NULL)
    return;
  text = g_strndup (g_bytes_get_data (picture, NULL), 100);
  g_assert_cmpint (sscanf (text, "<svg width=\"%lfpt\" height=\"%lfpt\"", &width, &height), ==, 2);
  g_assert_cmpfloat (height, <, 2 * width);
  g_assert_cmpfloat (width, <, 3 * height);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pages/sketch-text/hostile-names-are-text", hostile_names_are_text);
  g_test_add_func ("/pages/sketch-text/no-bytes-can-break-a-picture", no_bytes_can_break_a_picture);
  g_test_add_func ("/pages/sketch-text/long-titles-lose-their-middle-and-tooltips-keep-all", long_titles_lose_their_middle_and_tooltips_keep_all);
  g_test_add_func ("/pages/sketch-text/a-legend-has-what-the-picture-has", a_legend_has_what_the_picture_has);
  g_test_add_func ("/pages/sketch-text/a-hundred-leaves-are-no-tower", a_hundred_leaves_are_no_tower);
  return g_test_run ();
}
