/* parse-yaml.c: How fast settings are read from yaml, beside libyaml
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * libyaml makes its events, which are counted.
 */
#include "parse-nested.h"

#include <yaml.h>

static char *
make_text (guint keys, gboolean is_in_order)
{
  GString *text = g_string_new (NULL);

  for (guint key = 0; key < keys; key++)
    {
      if (key % NESTED_KEYS_IN_SECTION == 0)
        g_string_append_printf (text, "gauss.instances.number%u:\n", nested_get_section (key, keys, is_in_order));
      g_string_append_printf (text, "  setting%u: %u.25\n", nested_get_setting (key, is_in_order), key);
    }
  return g_string_free (text, FALSE);
}

static double
time_peer (const char *text, guint keys)
{
  yaml_parser_t parser;
  guint count = 0;
  gboolean is_at_end = FALSE;
  double start = benchmark_now ();
  double stop;

  if (!yaml_parser_initialize (&parser))
    g_error ("libyaml: cannot begin");
  yaml_parser_set_input_string (&parser, (const guchar *) text, strlen (text));
  while (!is_at_end)
    {
      yaml_event_t event;

      if (!yaml_parser_parse (&parser, &event))
        g_error ("libyaml: cannot read");
      count += event.type == YAML_SCALAR_EVENT;
      is_at_end = event.type == YAML_STREAM_END_EVENT;
      yaml_event_delete (&event);
    }
  yaml_parser_delete (&parser);
  stop = benchmark_now ();
  if (count != 2 * keys + keys / NESTED_KEYS_IN_SECTION)
    g_error ("libyaml: %u tokens", count);
  return MAX (stop - start, 1e-6);
}

static const NestedFormat format = {
  "yaml", make_text, time_peer,
  { "yaml, 10 k keys with locators, against libyaml's bare events",
    "yaml, 1 M keys with locators, against libyaml's bare events",
    "yaml, 1 M keys in no order, against libyaml's bare events" },
};

int
main (int argc, char **argv)
{
  return nested_run (&format, "parse-yaml", argc, argv);
}
