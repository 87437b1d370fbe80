/* test-insertion.c: Events become settings
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-codec.h"
#include "gyre-command-line.h"
#include "gyre-environment.h"
#include "gyre-insertion-private.h"

#include <string.h>

static void
append_setting (GyreSetting *setting, gpointer data)
{
  GString *text = data;
  g_autofree char *key = gyre_setting_dup_key (setting);
  g_autoptr (GyreLocator) key_locator = gyre_setting_dup_key_locator (setting);
  g_autoptr (GyreLocator) locator = gyre_setting_dup_locator (setting);
  g_autofree char *key_place = gyre_locator_to_string (key_locator);
  g_autofree char *place = gyre_locator_to_string (locator);

  g_string_append_printf (text, "%s = <%s> %s %s:%u", key, gyre_setting_get_value (setting), key_place, place,
                          gyre_locator_get_column (locator));
  for (guint index = 0; index < gyre_setting_get_conditions (setting); index++)
    {
      g_autofree char *name = NULL;
      g_autofree char *family = NULL;

      gyre_setting_dup_condition (setting, index, &name, &family);
      g_string_append_printf (text, " if %s is %s", name, family);
    }
  g_string_append_c (text, '\n');
}

static void
assert_settings (GyreEvents *events, guint first, guint stop, const char *expected)
{
  g_autoptr (GyreSettings) settings = gyre_settings_new ();
  g_autoptr (GyreBatch) batch = gyre_batch_new (settings, GYRE_CATEGORY_USER);
  g_autoptr (GString) found = g_string_new (NULL);

  gyre_insertion_run (events, first, stop, batch);
  g_assert_cmpuint (gyre_batch_get_depth (batch), ==, 0);
  gyre_batch_foreach (batch, append_setting, found);
  g_assert_cmpstr (found->str, ==, expected);
}

static GyreEvents *
read_events (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GyreSource) source = gyre_source_new_from_bytes ("a.pfg", bytes);
  g_autoptr (GyreReport) report = gyre_report_new ();
  GyreEvents *events = gyre_codec_decode (gyre_codec_find ("pfg", NULL), source, report);

  g_assert_cmpuint (gyre_report_get_length (report), ==, 0);
  return events;
}

static void
test_file (void)
{
  g_autoptr (GyreEvents) events = read_events ("a:\n  b:\n    c:\n      x = 1\n  d . e:\n    y . z = two words\nw = 3\n");

  assert_settings (events, 0, 3,
                   "a.b.c.x = <1> a.pfg:4:7 a.pfg:4:11:11\n"
                   "a.d.e.y.z = <two words> a.pfg:6:5 a.pfg:6:13:13\n"
                   "w = <3> a.pfg:7:1 a.pfg:7:5:5\n");
}

static void
test_conditions (void)
{
  g_autoptr (GyreEvents) events = read_events ("f.g # a:\n  h # b:\n    c.x = 1\n  y = 2\nz = 3\n");

  assert_settings (events, 0, 3,
                   "a.b.c.x = <1> a.pfg:3:5 a.pfg:3:11:11 if a is f.g if a.b is h\n"
                   "a.y = <2> a.pfg:4:3 a.pfg:4:7:7 if a is f.g\n"
                   "z = <3> a.pfg:5:1 a.pfg:5:5:5\n");
}

static void
test_command_line (void)
{
  static const char * const arguments[] = { "--a=1", "run", "--(b,c).d=2", "--config=x.pfg", "--e", NULL };
  g_autoptr (GyreReport) report = gyre_report_new ();
  g_autoptr (GyreEvents) events = gyre_command_line_parse (arguments, report);

  assert_settings (events, 0, 4,
                   "a = <1> argument 1 '--a=1' argument 1 '--a=1':5\n"
                   "b.d = <2> argument 3 '--(b,c).d=2' argument 3 '--(b,c).d=2':11\n"
                   "c.d = <2> argument 3 '--(b,c).d=2' argument 3 '--(b,c).d=2':11\n");
  assert_settings (events, 4, gyre_events_get_length (events), "e = <> argument 5 '--e' argument 5 '--e':3\n");
}

static void
test_environment (void)
{
  static const char * const variables[] = { "GYRE__b__x=2", "GYRE__a_b+=1", NULL };
  g_autoptr (GyreReport) report = gyre_report_new ();
  g_autoptr (GyreEvents) events = gyre_environment_parse (variables, report);

  assert_settings (events, 0, 2,
                   "a-b = <1> environment variable GYRE__a_b+ environment variable GYRE__a_b+:1\n"
                   "b.x = <2> environment variable GYRE__b__x environment variable GYRE__b__x:1\n");
}

static void
note_operator (GyreSetting *setting, gpointer data)
{
  g_string_append_printf (data, "%s ", gyre_setting_operator_to_string (gyre_setting_get_operator (setting)));
}

static void
test_operators (void)
{
  g_autoptr (GyreEvents) events = read_events ("a = 1\na += 2\na -= 3\na ^= 4\n");
  g_autoptr (GyreSettings) settings = gyre_settings_new ();
  g_autoptr (GyreBatch) batch = gyre_batch_new (settings, GYRE_CATEGORY_USER);
  g_autoptr (GString) found = g_string_new (NULL);

  gyre_insertion_run (events, 0, 4, batch);
  gyre_batch_foreach (batch, note_operator, found);
  g_assert_cmpstr (found->str, ==, "= += -= ^= ");
}

static void
test_many (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GyreEvents) events = NULL;
  g_autoptr (GyreSettings) settings = gyre_settings_new ();
  g_autoptr (GyreBatch) batch = gyre_batch_new (settings, GYRE_CATEGORY_USER);

  for (guint key = 0; key < 20000; key++)
    {
      if (key % 30 == 0)
        g_string_append_printf (text, "s%u:\n", key);
      g_string_append_printf (text, "  k%u = %u\n", key, key);
    }
  events = read_events (text->str);
  gyre_insertion_run (events, 0, gyre_events_get_length (events), batch);
  gyre_batch_commit (batch);
  g_assert_cmpuint (gyre_settings_get_length (settings), ==, 20000);
  g_assert_cmpstr (gyre_setting_get_value (gyre_settings_get_winner (settings, gyre_settings_find (settings, "s19980.k19999"))), ==,
                   "19999");
}

static void
test_part (void)
{
  g_autoptr (GyreEvents) events = read_events ("a:\n  x = 1\n  y = 2\nb:\n  z = 3\n");

  assert_settings (events, 1, 2, "a.y = <2> a.pfg:3:3 a.pfg:3:7:7\n");
  assert_settings (events, 3, 3, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add_func ("/configuration/insertion/" path, function)
  ADD ("settings-have-the-names-and-places-of-their-events", test_file);
  ADD ("settings-have-the-conditions-of-their-sections", test_conditions);
  ADD ("each-argument-is-a-source", test_command_line);
  ADD ("part-of-the-events-can-be-inserted", test_part);
  ADD ("each-variable-is-a-source", test_environment);
  ADD ("settings-have-the-operators-of-their-events", test_operators);
  ADD ("any-number-of-events-can-be-inserted", test_many);
  return g_test_run ();
}
