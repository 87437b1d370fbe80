/* fuzz-pml.c: Any bytes can be read as pml
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Reads the bytes, asks for everything that each event can tell, and writes every diagnostic. What must hold for all
 * bytes is asserted: keys have fragments, texts are UTF-8, and each place is in the text.
 */
#include <gyre.h>

#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static void
check_list (GStrv list, gboolean may_be_empty)
{
  g_assert_true (may_be_empty || list[0] != NULL);
  for (guint index = 0; list[index] != NULL; index++)
    g_assert_true (list[index][0] != '\0' && g_utf8_validate (list[index], -1, NULL));
  g_strfreev (list);
}

static void
check_locator (GyreLocator *locator)
{
  g_autofree char *text = gyre_locator_to_string (locator);

  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_cmpuint (gyre_locator_get_line (locator), >, 0);
  g_assert_cmpuint (gyre_locator_get_column (locator), >, 0);
  gyre_locator_unref (locator);
}

static void
check_event (GyreEvents *events, guint index)
{
  g_autofree char *value = gyre_events_dup_value (events, index);
  gboolean is_conditional = gyre_events_get_kind (events, index) == GYRE_EVENT_CONDITIONAL;

  g_assert_true (g_utf8_validate (value, -1, NULL));
  check_list (gyre_events_dup_key (events, index), gyre_events_get_kind (events, index) == GYRE_EVENT_SOURCE);
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

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GyreSource) source = gyre_source_new_from_bytes ("fuzz.pml", bytes);
  g_autoptr (GyreReport) report = gyre_report_new ();
  g_autoptr (GyreEvents) events = gyre_codec_decode (gyre_codec_find ("pml", NULL), source, report);
  g_autofree char *told = gyre_report_to_string (report);

  g_assert_true (g_utf8_validate (told, -1, NULL));
  for (guint index = 0; index < gyre_events_get_length (events); index++)
    check_event (events, index);
  return 0;
}
