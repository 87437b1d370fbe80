/* parse-json.c: How fast settings are read from json, beside yajl
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * yajl calls a function that does nothing for each token.
 */
#include "parse-nested.h"

#include <yajl_parse.h>

static char *
make_text (guint keys, gboolean is_in_order)
{
  GString *text = g_string_new ("{\n");

  for (guint key = 0; key < keys; key++)
    {
      if (key % NESTED_KEYS_IN_SECTION == 0)
        g_string_append_printf (text, "%s  \"gauss.instances.number%u\": {\n", key > 0 ? "\n  },\n" : "",
                                nested_get_section (key, keys, is_in_order));
      else
        g_string_append (text, ",\n");
      g_string_append_printf (text, "    \"setting%u\": %u.25", nested_get_setting (key, is_in_order), key);
    }
  g_string_append (text, "\n  }\n}\n");
  return g_string_free (text, FALSE);
}

static int
count_text (void *data, const unsigned char *text, size_t length)
{
  ++*(guint *) data;
  return 1;
}

static int
count_number (void *data, const char *text, size_t length)
{
  ++*(guint *) data;
  return 1;
}

static double
time_peer (const char *text, guint keys)
{
  yajl_callbacks callbacks = { .yajl_map_key = count_text, .yajl_number = count_number, .yajl_string = count_text };
  guint count = 0;
  yajl_handle handle = yajl_alloc (&callbacks, NULL, &count);
  double start = benchmark_now ();
  double stop;

  if (yajl_parse (handle, (const unsigned char *) text, strlen (text)) != yajl_status_ok
      || yajl_complete_parse (handle) != yajl_status_ok)
    g_error ("yajl: cannot read");
  stop = benchmark_now ();
  yajl_free (handle);
  if (count != 2 * keys + keys / NESTED_KEYS_IN_SECTION)
    g_error ("yajl: %u tokens", count);
  return MAX (stop - start, 1e-6);
}

static const NestedFormat format = {
  "json", make_text, time_peer,
  { "json, 10 k keys with locators, against yajl's bare tokens",
    "json, 1 M keys with locators, against yajl's bare tokens",
    "json, 1 M keys in no order, against yajl's bare tokens" },
};

int
main (int argc, char **argv)
{
  return nested_run (&format, "parse-json", argc, argv);
}
