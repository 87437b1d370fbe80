/* fuzz-events.h: What must hold for the events of any bytes
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Keys have fragments, texts are UTF-8, and each place is in the text. Asking for everything finds what is read out of bounds.
 */
#pragma once

#include <gyre.h>

#include <stddef.h>
#include <stdint.h>
#include <string.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static inline void
check_list (GStrv list, gboolean may_be_empty)
{
  g_assert_true (may_be_empty || list[0] != NULL);
  for (guint index = 0; list[index] != NULL; index++)
    g_assert_true (list[index][0] != '\0' && g_utf8_validate (list[index], -1, NULL));
  g_strfreev (list);
}

static inline void
check_locator (GyreLocator *locator)
{
  g_autofree char *text = gyre_locator_to_string (locator);

  g_assert_true (g_utf8_validate (text, -1, NULL));
  if (gyre_locator_get_kind (locator) != GYRE_LOCATOR_ENVIRONMENT)
    {
      g_assert_cmpuint (gyre_locator_get_line (locator), >, 0);
      g_assert_cmpuint (gyre_locator_get_column (locator), >, 0);
    }
  gyre_locator_unref (locator);
}

static inline void
check_event (GyreEvents *events, guint index)
{
  g_autofree char *value = gyre_events_dup_value (events, index);
  GyreEventKind kind = gyre_events_get_kind (events, index);
  gboolean is_conditional = kind == GYRE_EVENT_CONDITIONAL;

  g_assert_true (g_utf8_validate (value, -1, NULL));
  g_assert_nonnull (gyre_events_get_operator (events, index));
  check_list (gyre_events_dup_key (events, index), kind == GYRE_EVENT_SOURCE || kind == GYRE_EVENT_COMMAND);
  check_list (gyre_events_dup_component (events, index), !is_conditional);
  check_locator (gyre_events_dup_key_locator (events, index));
  check_locator (gyre_events_dup_fragment_locator (events, index, 0));
  check_locator (gyre_events_dup_fragment_locator (events, index, 1));
  check_locator (gyre_events_dup_value_locator (events, index, 0));
  check_locator (gyre_events_dup_value_locator (events, index, 5));
  g_assert_cmpint (is_conditional, ==, gyre_events_get_condition_count (events, index) > 0);
  for (guint condition = 0; condition < gyre_events_get_condition_count (events, index); condition++)
    {
      GStrv name, family;

      gyre_events_dup_condition (events, index, condition, &name, &family);
      check_list (name, FALSE);
      check_list (family, FALSE);
      check_locator (gyre_events_dup_condition_locator (events, index, condition));
    }
}

/* Checks everything that was read, and writes every diagnostic. */
static inline void
check_events (GyreEvents *events, GyreReport *report)
{
  g_autofree char *told = gyre_report_to_string (report);

  g_assert_true (g_utf8_validate (told, -1, NULL));
  for (guint index = 0; index < gyre_events_get_length (events); index++)
    check_event (events, index);
}

/* Reads the bytes with a codec; they end where the memory ends. */
static inline void
check_codec (const char *encoding, const uint8_t *data, size_t size)
{
  g_autofree uint8_t *copy = g_memdup2 (data, size);
  g_autoptr (GBytes) bytes = g_bytes_new_static (copy, size);
  g_autoptr (GyreSource) source = gyre_source_new_from_bytes ("fuzz", bytes);
  g_autoptr (GyreReport) report = gyre_report_new ();
  g_autoptr (GyreEvents) events = gyre_codec_decode (gyre_codec_find (encoding, NULL), source, report);

  check_events (events, report);
}

/* Cuts the bytes into texts, one a line. */
static inline GStrv
cut_texts (const uint8_t *data, size_t size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);

  return g_strsplit (text, "\n", 1000);
}
