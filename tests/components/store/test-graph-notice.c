/* test-graph-notice.c: What watchers have yet to hear
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "graph-fixture.h"

enum { MANY = 1000 };

typedef struct
{
  GString *text;
  guint batches;
  guint64 serial;          /* the only one to be heard, or 0 */
  gboolean sets_again;
} Heard;

static void
on_notices (GyreGraph *graph, const GyreNotice *notices, guint length, gpointer data)
{
  Heard *heard = data;

  g_assert_cmpuint (length, >=, 1);
  g_assert_cmpuint (length, <=, GYRE_GRAPH_TOGETHER);
  heard->batches++;
  for (guint index = 0; index < length; index++)
    {
      g_autofree char *text = notices[index].error == NULL ? gyre_term_to_text (notices[index].value)
                                                           : g_strdup (notices[index].error->message);
      if (heard->serial == 0 || heard->serial == notices[index].serial)
        g_string_append_printf (heard->text, "%s=%s;", gyre_graph_get_name (graph, notices[index].cell), text);
    }
  if (heard->sets_again)
    {
      heard->sets_again = FALSE;
      say (graph, "base", "9");
      g_string_append (heard->text, "set;");
    }
}

static void
on_cell (GyreGraph *graph, GyreCell cell, const GyreTerm *value, const GError *error, gpointer data)
{
  g_string_append_printf (((Heard *) data)->text, "alone %s;", gyre_graph_get_name (graph, cell));
}

static guint64
watch (GyreGraph *graph, const char *name, Heard *heard)
{
  return gyre_graph_watch_together (graph, gyre_graph_add (graph, name), on_notices, heard);
}

static void
test_together (void)
{
  g_autoptr (GyreGraph) graph = gyre_graph_new ();
  g_autoptr (GString) text = g_string_new (NULL), expected = g_string_new (NULL);
  Heard heard = { .text = text };

  say (graph, "base", "1");
  for (guint index = 0; index < MANY; index++)
    {
      g_autofree char *name = g_strdup_printf ("n%u", index);
      say (graph, name, "{base} + 1");
      g_assert_cmpuint (watch (graph, name, &heard), >, 0);
      g_string_append_printf (expected, "n%u=3;", index);
    }
  say (graph, "base", "2");
  g_assert_cmpstr (text->str, ==, expected->str);
  g_assert_cmpuint (heard.batches, <, MANY / 10);
}

static void
test_order (void)
{
  g_autoptr (GyreGraph) graph = gyre_graph_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  Heard heard = { .text = text }, other = { .text = text };

  say (graph, "base", "1");
  for (const char *name = "a\0b\0c\0d\0e\0"; *name != '\0'; name += 2)
    say (graph, name, strchr ("d", *name) != NULL ? "'{base}'" : "{base} + 1");
  watch (graph, "a", &heard);
  watch (graph, "b", &heard);
  gyre_graph_watch (graph, gyre_graph_find (graph, "c"), on_cell, &heard);
  watch (graph, "d", &other);
  watch (graph, "e", &heard);
  heard.sets_again = TRUE;
  say (graph, "base", "2");
  g_assert_cmpstr (text->str, ==, "a=3;b=3;set;alone c;d=\"2\";e=3;a=10;b=10;alone c;d=\"9\";e=10;");
  g_assert_cmpuint (other.batches, ==, 2);
}

static void
test_failures (void)
{
  g_autoptr (GyreGraph) graph = gyre_graph_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  Heard heard = { .text = text };

  say (graph, "base", "1");
  say (graph, "a", "{base} + 1");
  watch (graph, "a", &heard);
  say (graph, "base", NULL);
  say (graph, "base", "1");
  g_assert_cmpstr (text->str, ==, "a='base' is not defined, which is needed for 'a';a=2;");
}

/* The place of a watch is used again, its serial is not. */
static void
test_serials (void)
{
  g_autoptr (GyreGraph) graph = gyre_graph_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  Heard heard = { .text = text };
  guint64 first;

  say (graph, "base", "1");
  first = watch (graph, "base", &heard);
  gyre_graph_unwatch (graph, gyre_graph_find (graph, "base"));
  say (graph, "base", "2");
  g_assert_cmpstr (text->str, ==, "");
  heard.serial = watch (graph, "base", &heard);
  g_assert_cmpuint (heard.serial, !=, first);
  say (graph, "base", "3");
  g_assert_cmpstr (text->str, ==, "base=3;");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/components/store/graph-notice/one-who-watches-many-hears-of-several-at-once", test_together);
  g_test_add_func ("/components/store/graph-notice/order-is-kept-among-all-watchers", test_order);
  g_test_add_func ("/components/store/graph-notice/failures-are-told-too", test_failures);
  g_test_add_func ("/components/store/graph-notice/serial-tells-which-watch-it-was", test_serials);
  return g_test_run ();
}
