/* test-command-line.c: Settings on the command line
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <gyre.h>

#include <string.h>

static char *
describe (GyreEvents *events)
{
  static const char * const kinds[] = { "assignment", "conditional", "command", "source" };
  GString *text = g_string_new (NULL);

  for (guint index = 0; index < gyre_events_get_length (events); index++)
    {
      g_auto (GStrv) key = gyre_events_dup_key (events, index);
      g_autofree char *key_text = g_strjoinv ("|", key);
      g_autofree char *value = gyre_events_dup_value (events, index);
      g_autoptr (GyreLocator) key_place = gyre_events_dup_key_locator (events, index);
      g_autoptr (GyreLocator) value_place = gyre_events_dup_value_locator (events, index, 0);

      g_assert_cmpint (gyre_locator_get_kind (key_place), ==, GYRE_LOCATOR_ARGUMENT);
      g_string_append_printf (text, "%u:%u %s %s <%s> %u:%u\n", gyre_locator_get_line (key_place),
                              gyre_locator_get_column (key_place), kinds[gyre_events_get_kind (events, index)], key_text,
                              value, gyre_locator_get_line (value_place), gyre_locator_get_column (value_place));
    }
  return g_string_free (text, FALSE);
}

#define WORDS(...) ((const char * const[]) { __VA_ARGS__, NULL })

static void
assert_events (const char * const *arguments, const char *expected)
{
  g_autoptr (GyreReport) report = gyre_report_new ();
  g_autoptr (GyreEvents) events = gyre_command_line_parse (arguments, report);
  g_autofree char *found = describe (events);

  g_assert_cmpuint (gyre_report_get_length (report), ==, 0);
  g_assert_cmpstr (found, ==, expected);
}

static void
assert_mistake (const char *argument, guint column, const char *message)
{
  g_autoptr (GyreReport) report = gyre_report_new ();
  g_autoptr (GyreEvents) events = gyre_command_line_parse (WORDS ("word", argument), report);
  GyreDiagnostic *told;
  GyreLocator *place;

  g_assert_cmpuint (gyre_report_get_errors (report), ==, 1);
  told = gyre_report_get_diagnostic (report, 0);
  place = gyre_diagnostic_get_locator (told);
  g_assert_cmpstr (gyre_diagnostic_get_message (told), ==, message);
  g_assert_cmpint (gyre_locator_get_kind (place), ==, GYRE_LOCATOR_ARGUMENT);
  g_assert_cmpuint (gyre_locator_get_line (place), ==, 2);
  g_assert_cmpuint (gyre_locator_get_column (place), ==, column);
  g_assert_cmpuint (gyre_events_get_length (events), ==, 1);
}

static void
test_prefixes (void)
{
  assert_events (WORDS ("--a.b=v", "-a.b=v"), "1:3 assignment a|b <v> 1:7\n2:2 assignment a|b <v> 2:6\n");
}

static void
test_no_value (void)
{
  assert_events (WORDS ("--a", "--a="), "1:3 assignment a <> 1:3\n2:3 assignment a <> 2:3\n");
}

static void
test_equal_signs (void)
{
  assert_events (WORDS ("--a=b=c==", "--a== (x)"), "1:3 assignment a <b=c==> 1:5\n2:3 assignment a <= (x)> 2:5\n");
}

static void
test_blanks (void)
{
  assert_events (WORDS ("--two words.μ =  3"), "1:3 assignment two words|μ <  3> 1:16\n");
  assert_events (WORDS ("--a . b=3"), "1:3 assignment a|b <3> 1:9\n");
}

static void
test_groups (void)
{
  assert_events (WORDS ("--a.(x,y).z=v"), "1:3 assignment a|x|z <v> 1:13\n1:3 assignment a|y|z <v> 1:13\n");
}

static void
test_groups_multiply (void)
{
  assert_events (WORDS ("--(a,b).(x, y)=v"),
                 "1:4 assignment a|x <v> 1:16\n1:4 assignment a|y <v> 1:16\n"
                 "1:6 assignment b|x <v> 1:16\n1:6 assignment b|y <v> 1:16\n");
  assert_events (WORDS ("--(a.b,c.(d,e)).f"),
                 "1:4 assignment a|b|f <> 1:4\n1:8 assignment c|d|f <> 1:8\n1:8 assignment c|e|f <> 1:8\n");
}

static void
test_group_places (void)
{
  g_autoptr (GyreReport) report = gyre_report_new ();
  g_autoptr (GyreEvents) events = gyre_command_line_parse (WORDS ("--a.(x,yy).z=v"), report);
  g_autoptr (GyreLocator) second = gyre_events_dup_fragment_locator (events, 1, 1);
  g_autoptr (GyreLocator) third = gyre_events_dup_fragment_locator (events, 1, 2);

  g_assert_cmpuint (gyre_locator_get_column (second), ==, 8);
  g_assert_cmpuint (gyre_locator_get_column (third), ==, 12);
}

static void
test_parentheses_in_value (void)
{
  assert_events (WORDS ("--a=(1,2", "--b=)"), "1:3 assignment a <(1,2> 1:5\n2:3 assignment b <)> 2:5\n");
}

static void
test_commands (void)
{
  assert_events (WORDS ("run", "--a=1", "word two", "-", ""),
                 "1:1 command  <run> 1:1\n2:3 assignment a <1> 2:5\n3:1 command  <word two> 3:1\n"
                 "4:1 command  <-> 4:1\n5:1 command  <> 5:1\n");
}

static void
test_double_dash (void)
{
  assert_events (WORDS ("--a=1", "--", "--b=2", "--", "-c"),
                 "1:3 assignment a <1> 1:5\n3:1 command  <--b=2> 3:1\n4:1 command  <--> 4:1\n5:1 command  <-c> 5:1\n");
}

static void
test_config (void)
{
  assert_events (WORDS ("--a=1", "--config=one.pfg, two.pfg", "--a=2", "-config=three"),
                 "1:3 assignment a <1> 1:5\n2:10 source  <one.pfg> 2:10\n2:19 source  <two.pfg> 2:19\n"
                 "3:3 assignment a <2> 3:5\n4:9 source  <three> 4:9\n");
  assert_events (WORDS ("--app.config=x"), "1:3 assignment app|config <x> 1:14\n");
}

static void
test_nothing (void)
{
  assert_events ((const char * const[]) { NULL }, "");
}

static void
test_empty_fragment (void)
{
  assert_mistake ("--a..b", 5, "option: a fragment of a name must not be empty");
  assert_mistake ("--μ..b=1", 5, "option: a fragment of a name must not be empty");
  assert_mistake ("--a.=1", 5, "option: a fragment of a name must not be empty");
  assert_mistake ("--a.(x,,y)=1", 8, "option: a fragment of a name must not be empty");
  assert_mistake ("--a.()=1", 6, "option: a fragment of a name must not be empty");
}

static void
test_no_key (void)
{
  assert_mistake ("--=3", 3, "option: a name must stand here");
  assert_mistake ("-=3", 2, "option: a name must stand here");
  assert_mistake ("-- =3", 4, "option: a name must stand here");
}

static void
test_unbalanced (void)
{
  assert_mistake ("--a.(x,y.z=v", 5, "option: a group must be closed by ')'");
  assert_mistake ("--a.x),y=v", 6, "option: a ')' must have a '(' before it");
  assert_mistake ("--a.x(y)=v", 6, "option: a group must be a whole fragment of its key");
  assert_mistake ("--a.(x)y=v", 8, "option: a group must be a whole fragment of its key");
}

static void
test_too_many (void)
{
  g_autoptr (GString) many = g_string_new ("--(a,b)");
  g_autoptr (GString) deep = g_string_new ("--");

  for (guint index = 0; index < 20; index++)
    g_string_append (many, ".(a,b)");
  assert_mistake (many->str, 3 + 12 * 6, "option: must not stand for more than 4096 keys");
  for (guint index = 0; index < 1000; index++)
    g_string_append_c (deep, '(');
  assert_mistake (deep->str, 3 + 32, "option: groups must not nest deeper than 32");
}

static void
test_missing_source (void)
{
  assert_mistake ("--config", 9, "config: the name of a file must stand here");
  assert_mistake ("--config=", 10, "config: the name of a file must stand here");
}

static void
test_bad_bytes (void)
{
  assert_mistake ("--a=\xff", 5, "an argument must be UTF-8, is not at byte 0xff");
}

static void
test_all_mistakes (void)
{
  g_autoptr (GyreReport) report = gyre_report_new ();
  g_autoptr (GyreEvents) events = gyre_command_line_parse (WORDS ("--a..b", "--c=1", "--=3", "--(d"), report);
  g_autofree char *told = gyre_report_to_string (report);

  g_assert_cmpuint (gyre_report_get_errors (report), ==, 3);
  g_assert_cmpuint (gyre_events_get_length (events), ==, 1);
  g_assert_true (g_str_has_prefix (told, "argument 1 '--a..b': error: option: a fragment of a name must not be empty\n"
                                         "  --a..b\n      ^\n"));
}

static void
test_operators (void)
{
  g_autoptr (GyreReport) report = gyre_report_new ();
  g_autoptr (GyreEvents) events = gyre_command_line_parse (WORDS ("--a.b+=1", "--a-=2=3", "-c^=4", "--(x,y).z += 5", "--d+", "--e+ =6"),
                                                           report);
  static const char * const operators[] = { "+=", "-=", "^=", "+=", "+=", "=", "=" };

  g_assert_cmpuint (gyre_report_get_length (report), ==, 0);
  g_assert_cmpuint (gyre_events_get_length (events), ==, G_N_ELEMENTS (operators));
  for (guint index = 0; index < G_N_ELEMENTS (operators); index++)
    g_assert_cmpstr (gyre_events_get_operator (events, index), ==, operators[index]);
  assert_events (WORDS ("--a.b+=1", "--d+", "--e+ =6"),
                 "1:3 assignment a|b <1> 1:8\n2:3 assignment d+ <> 2:3\n3:3 assignment e+ <6> 3:7\n");
}

static void
test_refused_keys (void)
{
  assert_mistake ("--=3", 3, "option: a name must stand here");
  assert_mistake ("--+=3", 3, "option: a name must stand here");
  assert_mistake ("--a..b=3", 5, "option: a fragment of a name must not be empty");
  assert_mistake ("--@include=a", 3, "option: a key must not begin with '@'");
}

static const GyreShortOption short_options[] = { { 'v', "application.verbose", "true" }, { 'n', "mesh.points", NULL }, { 0 } };

static void
assert_short (const char * const *arguments, const char *expected)
{
  g_autoptr (GyreReport) report = gyre_report_new ();
  g_autoptr (GyreEvents) events = gyre_command_line_parse_with (arguments, short_options, report);
  g_autofree char *found = describe (events);

  g_assert_cmpuint (gyre_report_get_length (report), ==, 0);
  g_assert_cmpstr (found, ==, expected);
}

static void
test_short_options (void)
{
  assert_short (WORDS ("-v", "-n", "5", "x"), "1:1 assignment application|verbose <true> 1:1\n"
                                              "3:1 assignment mesh|points <5> 3:1\n4:1 command  <x> 4:1\n");
  assert_short (WORDS ("-n=7", "-n", "-8"), "1:1 assignment mesh|points <7> 1:4\n3:1 assignment mesh|points <-8> 3:1\n");
  assert_short (WORDS ("-w", "-vv=1", "-", "--", "-v"), "1:2 assignment w <> 1:2\n2:2 assignment vv <1> 2:5\n"
                                                        "3:1 command  <-> 3:1\n5:1 command  <-v> 5:1\n");
}

static void
test_refused_short_options (void)
{
  static const char * const lines[][3] = { { "-n", NULL }, { "-n", "--a=1", NULL }, { "-v=1", NULL } };

  for (guint index = 0; index < G_N_ELEMENTS (lines); index++)
    {
      g_autoptr (GyreReport) report = gyre_report_new ();
      g_autoptr (GyreEvents) events = gyre_command_line_parse_with (lines[index], short_options, report);

      g_assert_nonnull (events);
      g_assert_cmpuint (gyre_report_get_errors (report), ==, 1);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add_func ("/configuration/command-line/" path, function)
  ADD ("one-or-two-dashes-begin-an-option", test_prefixes);
  ADD ("option-without-value-has-the-empty-text", test_no_value);
  ADD ("value-may-hold-equal-signs", test_equal_signs);
  ADD ("key-may-hold-blanks-and-any-script", test_blanks);
  ADD ("group-stands-for-several-keys", test_groups);
  ADD ("groups-at-any-level-multiply-out", test_groups_multiply);
  ADD ("members-of-groups-know-their-places", test_group_places);
  ADD ("parentheses-in-a-value-are-text", test_parentheses_in_value);
  ADD ("other-words-are-commands-in-order", test_commands);
  ADD ("after-two-dashes-every-word-is-a-command", test_double_dash);
  ADD ("config-is-a-source-at-its-place", test_config);
  ADD ("no-words-give-no-events", test_nothing);
  ADD ("empty-fragment-is-refused-at-its-place", test_empty_fragment);
  ADD ("option-without-key-is-refused", test_no_key);
  ADD ("unbalanced-group-is-refused", test_unbalanced);
  ADD ("groups-without-measure-are-refused", test_too_many);
  ADD ("config-without-a-file-is-refused", test_missing_source);
  ADD ("argument-that-is-not-text-is-refused", test_bad_bytes);
  ADD ("all-mistakes-are-told-in-one-run", test_all_mistakes);
  ADD ("operators-stand-right-before-the-equal-sign", test_operators);
  ADD ("keys-that-are-no-names-are-told", test_refused_keys);
  ADD ("short-options-are-what-the-application-declares", test_short_options);
  ADD ("short-option-without-its-value-is-told", test_refused_short_options);
  return g_test_run ();
}
