/* test-quotation.c: Any text, written so that graphviz takes it for text
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-drawing.h"
#include "gyre-quotation.h"

#include <string.h>

static void
text_becomes_what_xml_can_have (void)
{
  g_autofree char *text = gyre_quotation_clean ("a\nb\tc\x01\xff\xef\xbf\xbf\xc2\x85");
  g_autofree char *nothing = gyre_quotation_clean (NULL);

  g_assert_cmpstr (text, ==, "a b c\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd");
  g_assert_cmpstr (nothing, ==, "");
}

static void
long_text_loses_its_middle (void)
{
  g_autofree char *text = gyre_quotation_shorten ("übermäßig lang", 9);
  g_autofree char *whole = gyre_quotation_shorten ("kurz", 9);

  g_assert_cmpstr (text, ==, "über…lang");
  g_assert_cmpstr (whole, ==, "kurz");
}

static void
names_are_written_as_in_addresses (void)
{
  g_autofree char *plain = gyre_quotation_encode ("gauss.shapes.ball");
  g_autofree char *strange = gyre_quotation_encode ("a\"\\%&<>\n");
  g_autofree char *endless = g_strnfill (1000, 'x');
  g_autofree char *ended = gyre_quotation_encode (endless);

  g_assert_cmpstr (plain, ==, "gauss.shapes.ball");
  g_assert_cmpstr (strange, ==, "a%22%5C%25%26%3C%3E%0A");
  g_assert_cmpuint (strlen (ended), <, 40);
}

static void
brackets_end_a_label_as_well_as_letters_do (void)
{
  static const char * const texts[] = { "]", "real[3]", "]]", "]]>", "[a]", "]&" };

  for (guint index = 0; index < G_N_ELEMENTS (texts); index++)
    {
      g_autoptr (GString) dot = g_string_new ("digraph { a [label=<");
      g_autoptr (GPtrArray) graphs = g_ptr_array_new ();
      g_autoptr (GPtrArray) pictures = NULL;
      g_autoptr (GError) error = NULL;

      gyre_quotation_append_markup (dot, texts[index]);
      g_string_append (dot, ">]; b [label=<<b>");
      gyre_quotation_append_markup (dot, texts[index]);
      g_string_append (dot, "</b>>]; }");
      g_ptr_array_add (graphs, dot->str);
      pictures = gyre_drawing_render (graphs, "svg", &error);
      if (g_error_matches (error, GYRE_DRAWING_ERROR, GYRE_DRAWING_ERROR_MISSING))
        {
          g_test_skip (error->message);
          return;
        }
      g_assert_no_error (error);
    }
}

/* What a reader of the SVG gets to see, after all that graphviz does with it: of a place, and of a cell of a table. How many
 * backslashes are left of some depends on its version. */
static void
tooltips_come_through_as_they_are (void)
{
  static const char * const texts[] = { "a & b", "&lt;", "\\N \\G", "\"x\" <y> 'z'", "a\\", "&#92;" };

  for (guint index = 0; index < G_N_ELEMENTS (texts); index++)
    {
      g_autoptr (GString) dot = g_string_new ("digraph { a [label=<x>");
      g_autoptr (GPtrArray) graphs = g_ptr_array_new ();
      g_autoptr (GPtrArray) pictures = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *escaped = g_markup_escape_text (texts[index], -1);
      g_autofree char *svg = NULL;
      g_autoptr (GString) seen = NULL;
      const char *place;
      guint n_seen = 0;

      gyre_quotation_append_text (dot, ", tooltip=", texts[index]);
      g_string_append (dot, "]; b [label=<<table><tr><td href=\"#\"");
      gyre_quotation_append_value (dot, " title=", texts[index]);
      g_string_append (dot, ">x</td></tr></table>>]; }");
      g_ptr_array_add (graphs, dot->str);
      pictures = gyre_drawing_render (graphs, "svg", &error);
      if (g_error_matches (error, GYRE_DRAWING_ERROR, GYRE_DRAWING_ERROR_MISSING))
        {
          g_test_skip (error->message);
          return;
        }
      g_assert_no_error (error);
      svg = g_strndup (g_bytes_get_data (pictures->pdata[0], NULL), g_bytes_get_size (pictures->pdata[0]));
      seen = g_string_new (svg);
      g_string_replace (seen, "&#39;", "&apos;", 0);
      g_string_replace (seen, "&#45;", "-", 0);
      g_string_replace (seen, "&#92;", "\\", 0);
      while (g_string_replace (seen, "\\\\", "\\", 0) > 0)
        ;
      for (place = strstr (seen->str, "xlink:title=\""); place != NULL; place = strstr (place + 1, "xlink:title=\""))
        {
          const char *value = place + strlen ("xlink:title=\"");

          if (!g_str_has_prefix (value, escaped) || value[strlen (escaped)] != '"')
            g_error ("'%s' is seen as %.60s", texts[index], value);
          n_seen++;
        }
      g_assert_cmpuint (n_seen, ==, 2);
    }
}

static void
addresses_have_no_quotes (void)
{
  g_autoptr (GString) dot = g_string_new (NULL);

  gyre_quotation_append_address (dot, "URL=", "a b.html?x=\"><script>&y=\\#z");
  g_assert_cmpstr (dot->str, ==, "URL=\"a%20b.html?x=%22%3E%3Cscript%3E&amp;y=%5C#z\"");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pages/quotation/text-becomes-what-xml-can-have", text_becomes_what_xml_can_have);
  g_test_add_func ("/pages/quotation/long-text-loses-its-middle", long_text_loses_its_middle);
  g_test_add_func ("/pages/quotation/names-are-written-as-in-addresses", names_are_written_as_in_addresses);
  g_test_add_func ("/pages/quotation/brackets-end-a-label-as-well-as-letters-do", brackets_end_a_label_as_well_as_letters_do);
  g_test_add_func ("/pages/quotation/tooltips-come-through-as-they-are", tooltips_come_through_as_they_are);
  g_test_add_func ("/pages/quotation/addresses-have-no-quotes", addresses_have_no_quotes);
  return g_test_run ();
}
