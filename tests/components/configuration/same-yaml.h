/* same-yaml.h: Whether a text of yaml means the same with and without libyaml
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * All that can be known of it is compared: events, all their places, what is told, and the bytes that an editor would change.
 */
#pragma once

#include "events.h"
#include "gyre-codec-yaml-private.h"

typedef void (*DecodeYaml) (GyreSource *source, GyreEvents *events, GyreReport *report);

static inline void
append_spans (GString *text, GArray *spans)
{
  for (guint index = 0; index < spans->len; index++)
    {
      const GyreEventSpan *span = &g_array_index (spans, GyreEventSpan, index);

      g_string_append_printf (text, "%u-%u %u-%u\n", span->key_start, span->key_stop, span->value_start, span->value_stop);
    }
}

static inline void
append_value_places (GString *text, GyreEvents *events)
{
  for (guint index = 0; index < gyre_events_get_length (events); index++)
    {
      g_autofree char *value = gyre_events_dup_value (events, index);
      gsize length = strlen (value);

      /* Aliases make long values of short texts: of those, some four thousand places are looked at. */
      for (gsize offset = 0; offset <= length; offset += 1 + length / 4096)
        append_place (text, gyre_events_dup_value_locator (events, index, offset));
      g_string_append_c (text, '\n');
    }
}

/* All that can be known of a text. */
static inline char *
describe_yaml (DecodeYaml decode, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GyreSource) source = gyre_source_new_from_bytes ("test.yaml", bytes);
  g_autoptr (GyreEvents) events = gyre_events_new (source);
  g_autoptr (GyreReport) report = gyre_report_new ();
  g_autofree char *told = NULL;
  g_autofree char *described = NULL;
  GString *all = g_string_new (NULL);

  events->spans = g_array_new (FALSE, TRUE, sizeof (GyreEventSpan));
  events->section_spans = g_array_new (FALSE, TRUE, sizeof (GyreEventSpan));
  decode (source, events, report);
  told = gyre_report_to_string (report);
  described = describe_events (events, TRUE);
  g_string_append_printf (all, "%s%s", told, described);
  append_spans (all, events->spans);
  append_spans (all, events->section_spans);
  append_value_places (all, events);
  return g_string_free (all, FALSE);
}

/* Asserts that a text means the same with and without libyaml. */
static inline void
assert_same_yaml (const char *text)
{
  g_autofree char *found = describe_yaml (gyre_codec_yaml_decode, text);
  g_autofree char *expected = describe_yaml (gyre_codec_yaml_decode_all, text);

  if (strcmp (found, expected) == 0)
    return;
  g_test_message ("the text is <%s>", text);
  g_assert_cmpstr (found, ==, expected);
}
