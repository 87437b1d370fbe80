/* test-yaml-mistake.c: What libyaml complains about, in our words
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-yaml-mistake-private.h"

#include <string.h>

static void
assert_mistake (const char *text, const char *reason, gsize line, gsize column)
{
  yaml_parser_t parser;
  GyreYamlMistake mistake;
  gboolean is_good = TRUE, is_at_end = FALSE;

  g_assert_true (yaml_parser_initialize (&parser));
  yaml_parser_set_input_string (&parser, (const guchar *) text, strlen (text));
  while (is_good && !is_at_end)
    {
      yaml_event_t event;

      is_good = yaml_parser_parse (&parser, &event);
      if (!is_good)
        break;
      is_at_end = event.type == YAML_STREAM_END_EVENT;
      yaml_event_delete (&event);
    }
  g_assert_false (is_good);
  gyre_yaml_mistake_read (&mistake, &parser);
  gyre_yaml_mistake_look (&mistake, text, mistake.mark->index, strlen (text));
  g_assert_cmpstr (mistake.reason, ==, reason);
  g_assert_cmpuint (mistake.mark->line, ==, line);
  g_assert_cmpuint (mistake.mark->column, ==, column);
  yaml_parser_delete (&parser);
}

static void
test_words (void)
{
  assert_mistake ("a: 1\nb: [1\nc: 2\n", "a '[' must be closed by ']', with ',' between its elements", 1, 3);
  assert_mistake ("a: 'x\n", "a quoted text must be closed", 0, 3);
  assert_mistake ("a:\n\tb: 1\n", "the indentation must be made of blanks, has a tab", 1, 0);
  assert_mistake ("a: `x\n", "a text must not begin with '@', '`' or '%'", 0, 3);
}

static void
test_unknown (void)
{
  yaml_parser_t parser = { .error = YAML_PARSER_ERROR, .problem = "never heard of" };
  GyreYamlMistake mistake;

  gyre_yaml_mistake_read (&mistake, &parser);
  g_assert_null (mistake.reason);
  gyre_yaml_mistake_look (&mistake, "abc", 1, 3);
  g_assert_cmpstr (mistake.reason, ==, "the text must be yaml, is not from here on");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add_func ("/configuration/yaml-mistake/" path, function)
  ADD ("mistake-is-told-where-it-began", test_words);
  ADD ("unknown-mistake-has-words-too", test_unknown);
  return g_test_run ();
}
