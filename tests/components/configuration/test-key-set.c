/* test-key-set.c: The keys that a section has given values to
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "events.h"
#include "gyre-key-set-private.h"

static GyreEvents *
events_new (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("\n", 1);
  g_autoptr (GyreSource) source = gyre_source_new_from_bytes ("a.pfg", bytes);

  return gyre_events_new (source);
}

static void
note (GyreKeySet *set, GyreEvents *events, const char *key, GyreSettingOperator operator, GyreReport *report)
{
  char *copy = gyre_events_allocate (events, strlen (key));

  *gyre_events_add (events) = (GyreEvent) { .key = memcpy (copy, key, strlen (key)), .value = "", .key_length = strlen (key),
                                            .line = events->length, .column = 1, .operator = operator };
  gyre_key_set_note (set, events, report);
}

/* Notes so many keys, then some of them again: more than a thousand mistakes are not told. */
static void
assert_all_found (guint keys)
{
  g_autoptr (GyreEvents) events = events_new ();
  g_autoptr (GyreReport) report = gyre_report_new ();
  guint again = MIN (keys, 900);
  GyreKeySet set;

  gyre_key_set_init (&set);
  for (guint key = 0; key < keys + again; key++)
    {
      g_autofree char *text = g_strdup_printf ("key%u", key % keys);

      note (&set, events, text, GYRE_SETTING_ASSIGN, report);
      if (key + 1 == keys)
        g_assert_cmpuint (gyre_report_get_errors (report), ==, 0);
    }
  g_assert_cmpuint (gyre_report_get_errors (report), ==, again);
  gyre_key_set_clear (&set);
}

static void
test_few (void)
{
  assert_all_found (1);
  assert_all_found (GYRE_KEY_SET_FEW);
}

static void
test_many (void)
{
  assert_all_found (GYRE_KEY_SET_FEW + 1);
  assert_all_found (5000);
}

static void
test_same_bit (void)
{
  g_autoptr (GyreEvents) events = events_new ();
  g_autoptr (GyreReport) report = gyre_report_new ();
  GyreKeySet set;

  gyre_key_set_init (&set);
  for (char byte = 'a'; byte < 'k'; byte++)
    {
      char key[] = { 'x', byte, 'x', 'y', 'x', '\0' };

      note (&set, events, key, GYRE_SETTING_ASSIGN, report);
    }
  g_assert_cmpuint (gyre_report_get_errors (report), ==, 0);
  g_assert_cmpuint (set.length, ==, 10);
  gyre_key_set_clear (&set);
}

static void
test_operators (void)
{
  g_autoptr (GyreEvents) events = events_new ();
  g_autoptr (GyreReport) report = gyre_report_new ();
  g_autofree char *told = NULL;
  GyreKeySet set;

  gyre_key_set_init (&set);
  note (&set, events, "a", GYRE_SETTING_ASSIGN, report);
  note (&set, events, "a", GYRE_SETTING_APPEND, report);
  note (&set, events, "a", GYRE_SETTING_REMOVE, report);
  g_assert_cmpuint (gyre_report_get_errors (report), ==, 0);
  note (&set, events, "a", GYRE_SETTING_ASSIGN, report);
  told = gyre_report_to_string (report);
  g_assert_true (g_str_has_prefix (told, "a.pfg:4:1: error: 'a': a section must give a key one value, gives it one at a.pfg:1:1"));
  gyre_key_set_clear (&set);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add_func ("/configuration/key-set/" path, function)
  ADD ("second-of-a-few-is-found", test_few);
  ADD ("second-of-many-is-found", test_many);
  ADD ("keys-that-look-alike-to-the-filter-are-different", test_same_bit);
  ADD ("only-assignments-count", test_operators);
  return g_test_run ();
}
