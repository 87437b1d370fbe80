/* events.h: What the tests of formats have in common
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Events written as text, with their places or without: without, the same content is the same text whatever the format.
 */
#pragma once

#include "gyre-codec-private.h"

#include <string.h>

static inline GyreEvents *
read_bytes (const char *encoding, const char *name, const char *text, gsize length, GyreReport *report)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length);
  g_autoptr (GyreSource) source = gyre_source_new_from_bytes (name, bytes);

  return gyre_codec_decode (gyre_codec_find (encoding, NULL), source, report);
}

/* Reads a text without mistakes. */
static inline GyreEvents *
read_text (const char *encoding, const char *text)
{
  g_autoptr (GyreReport) report = gyre_report_new ();
  g_autofree char *name = g_strconcat ("test.", encoding, NULL);
  GyreEvents *events = read_bytes (encoding, name, text, strlen (text), report);
  g_autofree char *told = gyre_report_to_string (report);

  g_assert_cmpstr (told, ==, "");
  g_assert_cmpuint (gyre_report_get_length (report), ==, 0);
  return events;
}

static inline char *
join_list (GStrv list, const char *separator)
{
  g_auto (GStrv) owned = list;

  return g_strjoinv (separator, owned);
}

static inline void
append_place (GString *text, GyreLocator *locator)
{
  g_autoptr (GyreLocator) owned = locator;

  g_string_append_printf (text, "%u:%u", gyre_locator_get_line (owned), gyre_locator_get_column (owned));
}

static inline void
append_conditions (GString *text, GyreEvents *events, guint index, gboolean with_places)
{
  for (guint condition = 0; condition < gyre_events_get_condition_count (events, index); condition++)
    {
      g_autofree char *name_text = NULL;
      g_autofree char *family_text = NULL;
      GStrv name, family;

      gyre_events_dup_condition (events, index, condition, &name, &family);
      name_text = join_list (name, "|");
      family_text = join_list (family, "|");
      g_string_append_printf (text, " if %s is %s", name_text, family_text);
      if (with_places)
        {
          g_string_append_c (text, ' ');
          append_place (text, gyre_events_dup_condition_locator (events, index, condition));
        }
    }
}

static inline void
append_event (GString *text, GyreEvents *events, guint index, gboolean with_places)
{
  static const char * const kinds[] = { "assignment", "conditional", "command", "source" };
  g_autofree char *key = join_list (gyre_events_dup_key (events, index), "|");
  g_autofree char *component = join_list (gyre_events_dup_component (events, index), "|");
  g_autofree char *value = gyre_events_dup_value (events, index);
  g_autofree char *shown = g_strescape (value, "πλμ‘’\317\200\316\273\274\"");

  if (with_places)
    {
      append_place (text, gyre_events_dup_key_locator (events, index));
      g_string_append_c (text, ' ');
    }
  g_string_append_printf (text, "%s ", kinds[gyre_events_get_kind (events, index)]);
  if (*component != '\0')
    g_string_append_printf (text, "[%s] ", component);
  g_string_append_printf (text, "%s %s <%s>", key, gyre_events_get_operator (events, index), shown);
  if (gyre_events_is_optional (events, index))
    g_string_append (text, " optional");
  if (with_places)
    {
      g_string_append_c (text, ' ');
      append_place (text, gyre_events_dup_value_locator (events, index, 0));
    }
  append_conditions (text, events, index, with_places);
  g_string_append_c (text, '\n');
}

static inline char *
describe_events (GyreEvents *events, gboolean with_places)
{
  GString *text = g_string_new (NULL);

  for (guint index = 0; index < gyre_events_get_length (events); index++)
    append_event (text, events, index, with_places);
  return g_string_free (text, FALSE);
}

/* Asserts that two texts, each in its format, say the same in the same order. */
static inline void
assert_same_content (const char *encoding, const char *text, const char *other_encoding, const char *other_text)
{
  g_autoptr (GyreEvents) events = read_text (encoding, text);
  g_autoptr (GyreEvents) others = read_text (other_encoding, other_text);
  g_autofree char *found = describe_events (events, FALSE);
  g_autofree char *expected = describe_events (others, FALSE);

  g_assert_cmpstr (found, !=, "");
  g_assert_cmpstr (found, ==, expected);
}

/* Asserts what a text means, with every place. */
static inline void
assert_events_of (const char *encoding, const char *text, const char *expected)
{
  g_autoptr (GyreEvents) events = read_text (encoding, text);
  g_autofree char *found = describe_events (events, TRUE);

  g_assert_cmpstr (found, ==, expected);
}

/* Asserts that a text has one mistake, and how what is told of it begins. */
static inline void
assert_mistake_of (const char *encoding, const char *text, const char *expected)
{
  g_autoptr (GyreReport) report = gyre_report_new ();
  g_autofree char *name = g_strconcat ("test.", encoding, NULL);
  g_autoptr (GyreEvents) events = read_bytes (encoding, name, text, strlen (text), report);
  g_autofree char *told = gyre_report_to_string (report);

  g_assert_nonnull (events);
  if (!g_str_has_prefix (told, expected))
    g_assert_cmpstr (told, ==, expected);
  g_assert_cmpuint (gyre_report_get_errors (report), ==, 1);
}

/* Asserts what a text means, wherever it says so. */
static inline void
assert_meaning (const char *encoding, const char *text, const char *expected)
{
  g_autoptr (GyreEvents) events = read_text (encoding, text);
  g_autofree char *found = describe_events (events, FALSE);

  g_assert_cmpstr (found, ==, expected);
}

/* Asserts what is told, among others, of a text that has mistakes. */
static inline void
assert_told (const char *encoding, const char *text, const char *expected)
{
  g_autoptr (GyreReport) report = gyre_report_new ();
  g_autoptr (GyreEvents) events = read_bytes (encoding, "t", text, strlen (text), report);
  g_autofree char *told = gyre_report_to_string (report);

  g_assert_cmpuint (gyre_report_get_errors (report), >, 0);
  if (strstr (told, expected) == NULL)
    g_assert_cmpstr (told, ==, expected);
}

/* Asserts the place of a byte of a value. */
static inline void
assert_value_place (GyreEvents *events, guint index, gsize offset, guint line, guint column)
{
  g_autoptr (GyreLocator) locator = gyre_events_dup_value_locator (events, index, offset);

  g_assert_cmpuint (gyre_locator_get_line (locator), ==, line);
  g_assert_cmpuint (gyre_locator_get_column (locator), ==, column);
}

/* One file for each way of being wrong, and what is told about it. Run the test with GYRE_TEST_WRITE_EXPECTED=1 in the
 * environment to make the expectation of a new one, and read what it wrote. */
static inline void
check_fixture (gconstpointer data)
{
  const char *path = data;
  const char *encoding = strrchr (path, '.') + 1;
  g_autoptr (GyreReport) report = gyre_report_new ();
  g_autoptr (GyreEvents) events = NULL;
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *stem = g_strndup (path, encoding - 1 - path);
  g_autofree char *expected_path = g_strconcat (stem, ".expected", NULL);
  g_autofree char *text = NULL;
  g_autofree char *found = NULL;
  g_autofree char *expected = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  events = read_bytes (encoding, name, text, length, report);
  found = gyre_report_get_length (report) > 0 ? gyre_report_to_string (report) : describe_events (events, TRUE);
  g_assert_cmpint (g_str_has_prefix (name, "good"), ==, gyre_report_get_errors (report) == 0);
  if (g_getenv ("GYRE_TEST_WRITE_EXPECTED") != NULL)
    g_assert_true (g_file_set_contents (expected_path, found, -1, NULL));
  g_assert_true (g_file_get_contents (expected_path, &expected, NULL, NULL));
  g_assert_cmpstr (found, ==, expected);
}

static inline void
add_fixtures (const char *encoding, guint at_least)
{
  g_autofree char *folder = g_build_filename (g_getenv ("GYRE_TEST_SOURCE"), "fixtures", encoding, NULL);
  g_autofree char *suffix = g_strconcat (".", encoding, NULL);
  g_autoptr (GDir) files = g_dir_open (folder, 0, NULL);
  const char *name;
  guint count = 0;

  g_assert_nonnull (files);
  while ((name = g_dir_read_name (files)) != NULL)
    if (g_str_has_suffix (name, suffix))
      {
        g_autofree char *path = g_strdup_printf ("/configuration/codec-%s/fixture/%.*s", encoding,
                                                 (int) (strlen (name) - strlen (suffix)), name);

        g_test_add_data_func_full (path, g_build_filename (folder, name, NULL), check_fixture, g_free);
        count++;
      }
  g_assert_cmpuint (count, >=, at_least);
}
