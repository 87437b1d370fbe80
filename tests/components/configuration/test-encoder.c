/* test-encoder.c: Writes configurations, in any format
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <gyre.h>

#include "gyre-codec.h"

#include <string.h>

static const char * const formats[] = { "pfg", "cfg", "yaml", "json", "pml" };

/* What events mean, without places. */
static char *
describe (const char *encoding, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GyreSource) source = gyre_source_new_from_bytes ("t", bytes);
  g_autoptr (GyreReport) report = gyre_report_new ();
  g_autoptr (GyreEvents) events = gyre_codec_decode (gyre_codec_find (encoding, NULL), source, report);
  g_autofree char *told = gyre_report_to_string (report);
  GString *lines = g_string_new (NULL);

  g_assert_cmpstr (told, ==, "");
  for (guint index = 0; index < gyre_events_get_length (events); index++)
    {
      g_auto (GStrv) key = gyre_events_dup_key (events, index);
      g_auto (GStrv) component = gyre_events_dup_component (events, index);
      g_autofree char *key_text = g_strjoinv ("|", key);
      g_autofree char *component_text = g_strjoinv ("|", component);
      g_autofree char *value = gyre_events_dup_value (events, index);

      g_string_append_printf (lines, "%d [%s] %s %s <%s>", gyre_events_get_kind (events, index), component_text, key_text,
                              gyre_events_get_operator (events, index), value);
      for (guint condition = 0; condition < gyre_events_get_condition_count (events, index); condition++)
        {
          g_auto (GStrv) name = NULL;
          g_auto (GStrv) family = NULL;
          g_autofree char *name_text = NULL;
          g_autofree char *family_text = NULL;

          gyre_events_dup_condition (events, index, condition, &name, &family);
          name_text = g_strjoinv ("|", name);
          family_text = g_strjoinv ("|", family);
          g_string_append_printf (lines, " if %s is %s", name_text, family_text);
        }
      g_string_append_c (lines, '\n');
    }
  return g_string_free (lines, FALSE);
}

static const char * const values[] = {
  "1", "-2.50e+3", "0x_ff", "1_000", "010", "true", "True", "false", "none", "None", "null", "~", "yes", "n", "on", ".inf", "inf",
  "", "text", "two words", "it's", "\"quoted\"", "\"a ; b\"", "a ; b", "a \\; b", "a # b", "# a", "a: b", "a:", "- a", "-", "*", "&x",
  "!x", "@x", "%x", "`x`", "|", ">", "{a.b}", "{a} + {b}", "{{x}}", "()", "(1, 2)", "(a, (b, c), \"d, e\")", "(\"none\", none)",
  "[1,2]", "(1,2)", "a, b", "(a", "<a> & b", "C:\\dir\\new", "//x", "/* x */", "https://a.b/c?d=e&f", "9.81*kg*m/s**2", "πλμ",
  "a=b", "a\tb", "\"a\\nb\"", "x]]>y", "--", "'a, b', c", "?", "? a", ", a", "a,", "0", "=", "a = b",
};

/* Writes the same in a format: each value in sections of each sort. */
static char *
write_all (const char *encoding)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GyreEncoder) encoder = gyre_encoder_new (encoding, &error);
  char *text;

  g_assert_no_error (error);
  gyre_encoder_add_include (encoder, "first.pfg", FALSE);
  gyre_encoder_add_include (encoder, "second.d/*.pfg", TRUE);
  gyre_encoder_add (encoder, "top", GYRE_SETTING_ASSIGN, "first", "a comment\nof two lines -- and dashes -");
  for (guint index = 0; index < G_N_ELEMENTS (values); index++)
    {
      g_autofree char *key = g_strdup_printf ("key%u", index);

      gyre_encoder_open (encoder, NULL, index % 2 == 0 ? "gauss.shapes" : "gauss");
      gyre_encoder_add (encoder, key, GYRE_SETTING_ASSIGN, values[index], index % 5 == 0 ? "why" : NULL);
      gyre_encoder_add (encoder, "two words.λ", index % 4, "(x)", NULL);
      gyre_encoder_close (encoder);
      gyre_encoder_open (encoder, index % 3 == 0 ? "a.family" : NULL, "outer");
      gyre_encoder_open (encoder, "gauss.box", "π.inner");
      gyre_encoder_add (encoder, "a.b", GYRE_SETTING_ASSIGN, values[index], NULL);
      gyre_encoder_close (encoder);
      gyre_encoder_open (encoder, NULL, "empty");
      gyre_encoder_close (encoder);
      gyre_encoder_close (encoder);
    }
  text = gyre_encoder_finish (encoder, &error);
  g_assert_no_error (error);
  return text;
}

static void
test_same_events (void)
{
  g_autofree char *expected = NULL;

  for (guint index = 0; index < G_N_ELEMENTS (formats); index++)
    {
      g_autofree char *text = write_all (formats[index]);
      g_autofree char *found = describe (formats[index], text);

      if (expected == NULL)
        expected = g_strdup (found);
      g_assert_cmpstr (found, ==, expected);
    }
  g_assert_nonnull (strstr (expected, "if outer is a|family if outer|π|inner is gauss|box"));
}

static char *
make_random_value (void)
{
  static const char * const parts[] = { "a", "1", " ", ",", "(", ")", "[", "]", "\\", ";", "#", ":", "=", "{", "}", "&", "<",
                                        "π", "-", "none", "true", "0", ".5", "/", "*", "@", "!", "|", "%" };
  GString *text = g_string_new (NULL);
  guint length = g_test_rand_int_range (0, 8);

  for (guint index = 0; index < length; index++)
    g_string_append (text, parts[g_test_rand_int_range (0, G_N_ELEMENTS (parts))]);
  return g_strstrip (g_string_free (text, FALSE));
}

static void
add_random (GyreEncoder *encoder, GString *expected, guint depth, const char *prefix, const char *conditions)
{
  guint count = g_test_rand_int_range (1, 6);

  for (guint index = 0; index < count; index++)
    {
      g_autofree char *name = g_strdup_printf ("%sn%u", prefix, index);
      g_autofree char *inner = g_strconcat (name, ".", NULL);
      gboolean is_conditional = g_test_rand_bit ();

      if (depth < 3 && g_test_rand_int_range (0, 3) == 0)
        {
          g_autofree char *both = g_strdup_printf ("%s%s", conditions, is_conditional ? "c" : "");

          gyre_encoder_open (encoder, is_conditional ? "f.g" : NULL, strrchr (name, 'n'));
          add_random (encoder, expected, depth + 1, inner, both);
          gyre_encoder_close (encoder);
        }
      else if (depth > 0)
        {
          g_autofree char *value = make_random_value ();

          gyre_encoder_add (encoder, strrchr (name, 'n'), index % 4, value, NULL);
          g_string_append_printf (expected, "%s:%s:%s\n", name, conditions, value);
        }
    }
}

/* The encoder reads back what it writes, and compares: no error means the same events. */
static void
test_random (void)
{
  for (guint format = 0; format < G_N_ELEMENTS (formats); format++)
    for (guint round = 0; round < 1000; round++)
      {
        g_autoptr (GString) expected = g_string_new (NULL);
        g_autoptr (GError) error = NULL;
        g_autoptr (GyreEncoder) encoder = gyre_encoder_new (formats[format], NULL);
        g_autofree char *text = NULL;
        g_autofree char *found = NULL;

        add_random (encoder, expected, 0, "", "");
        text = gyre_encoder_finish (encoder, &error);
        g_assert_no_error (error);
        found = describe (formats[format], text);
        for (const char *line = expected->str; *line != '\0'; line = strchr (line, '\n') + 1)
          {
            const char *value = strchr (strchr (line, ':') + 1, ':') + 1;
            g_autofree char *shown = g_strdup_printf ("<%.*s>", (int) strcspn (value, "\n"), value);

            g_assert_nonnull (strstr (found, shown));
          }
      }
}

static void
test_lines (void)
{
  static const char * const able[] = { "pfg", "yaml", "json", "pml" };
  g_autoptr (GyreEncoder) unable = gyre_encoder_new ("cfg", NULL);
  g_autoptr (GError) error = NULL;

  for (guint index = 0; index < G_N_ELEMENTS (able); index++)
    {
      g_autoptr (GyreEncoder) encoder = gyre_encoder_new (able[index], NULL);
      g_autofree char *text = NULL;
      g_autofree char *found = NULL;

      gyre_encoder_open (encoder, NULL, "a");
      gyre_encoder_add (encoder, "b", GYRE_SETTING_ASSIGN, "one\ntwo ; three", NULL);
      gyre_encoder_close (encoder);
      text = gyre_encoder_finish (encoder, &error);
      g_assert_no_error (error);
      found = describe (able[index], text);
      g_assert_cmpstr (found, ==, "0 [] a|b = <one\ntwo ; three>\n");
    }
  gyre_encoder_open (unable, NULL, "a");
  gyre_encoder_add (unable, "b", GYRE_SETTING_ASSIGN, "one\ntwo", NULL);
  gyre_encoder_close (unable);
  g_assert_null (gyre_encoder_finish (unable, &error));
  g_assert_error (error, GYRE_CONFIGURATION_ERROR, GYRE_CONFIGURATION_ERROR_INVALID);
}

static void
test_unknown (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (gyre_encoder_new ("toml", &error));
  g_assert_error (error, GYRE_CONFIGURATION_ERROR, GYRE_CONFIGURATION_ERROR_UNKNOWN_ENCODING);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add_func ("/configuration/encoder/" path, function)
  ADD ("same-content-gives-the-same-events-in-every-format", test_same_events);
  ADD ("random-configurations-read-back-as-they-were", test_random);
  ADD ("lines-are-kept-or-refused", test_lines);
  ADD ("unknown-encoding-is-refused", test_unknown);
  return g_test_run ();
}
