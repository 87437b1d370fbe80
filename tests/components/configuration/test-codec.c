/* test-codec.c: File formats of configurations
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <gyre.h>

#include <string.h>

static void
test_pfg (void)
{
  g_autoptr (GError) error = NULL;
  const GyreCodec *codec = gyre_codec_find ("pfg", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (gyre_codec_get_encoding (codec), ==, "pfg");
  g_assert_cmpstr (gyre_codec_get_summary (codec), !=, "");
  g_assert_true (gyre_codec_find ("PFG", NULL) == codec);
}

static void
test_suffix (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (gyre_codec_find_for_file ("../a.b/gauss.v2.pfg", &error) == gyre_codec_find ("pfg", NULL));
  g_assert_no_error (error);
}

static void
test_unknown_suffix (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (gyre_codec_find_for_file ("gauss.pgf", &error));
  g_assert_error (error, GYRE_CONFIGURATION_ERROR, GYRE_CONFIGURATION_ERROR_UNKNOWN_ENCODING);
  g_assert_nonnull (strstr (error->message, "gauss.pgf: the encoding must be one of pfg, cfg"));
  g_assert_nonnull (strstr (error->message, "is 'pgf' ("));
}

static void
test_no_suffix (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (gyre_codec_find_for_file ("folder.pfg/gauss", &error));
  g_assert_error (error, GYRE_CONFIGURATION_ERROR, GYRE_CONFIGURATION_ERROR_UNKNOWN_ENCODING);
  g_assert_true (g_str_has_suffix (error->message, "is ''"));
}

static void
test_unknown_encoding (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (gyre_codec_find ("spreadsheet", &error));
  g_assert_error (error, GYRE_CONFIGURATION_ERROR, GYRE_CONFIGURATION_ERROR_UNKNOWN_ENCODING);
}

static void
test_encodings (void)
{
  g_auto (GStrv) encodings = gyre_codec_dup_encodings ();

  g_assert_true (g_strv_contains ((const char * const *) encodings, "pfg"));
  for (guint index = 0; encodings[index] != NULL; index++)
    g_assert_nonnull (gyre_codec_find (encodings[index], NULL));
}

static void
test_bytes_and_text (void)
{
  const char *text = "a = \xff\nb..c = 1\n";
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GyreSource) source = gyre_source_new_from_bytes ("a.pfg", bytes);
  g_autoptr (GyreReport) report = gyre_report_new ();
  g_autoptr (GyreEvents) events = gyre_codec_decode (gyre_codec_find ("pfg", NULL), source, report);

  g_assert_cmpuint (gyre_report_get_errors (report), ==, 2);
  g_assert_cmpuint (gyre_events_get_length (events), ==, 1);
}

static void
test_binary (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GyreSource) source = NULL;
  g_autoptr (GyreReport) report = gyre_report_new ();
  g_autoptr (GyreEvents) events = NULL;

  for (guint line = 0; line < 1000; line++)
    g_string_append (text, "\xff\n");
  bytes = g_bytes_new (text->str, text->len);
  source = gyre_source_new_from_bytes ("a.pfg", bytes);
  events = gyre_codec_decode (gyre_codec_find ("pfg", NULL), source, report);
  g_assert_cmpuint (gyre_report_get_errors (report), <, 30);
  g_assert_cmpuint (gyre_events_get_length (events), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add_func ("/configuration/codec/" path, function)
  ADD ("pfg-is-known-in-any-case", test_pfg);
  ADD ("file-is-known-by-its-suffix", test_suffix);
  ADD ("unknown-suffix-lists-and-suggests-known-ones", test_unknown_suffix);
  ADD ("file-without-suffix-is-refused", test_no_suffix);
  ADD ("unknown-encoding-is-refused", test_unknown_encoding);
  ADD ("listed-encodings-can-be-found", test_encodings);
  ADD ("bad-bytes-and-bad-lines-are-told-in-one-run", test_bytes_and_text);
  ADD ("file-that-is-no-text-is-told-in-few-lines", test_binary);
  return g_test_run ();
}
