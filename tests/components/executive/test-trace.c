/* test-trace.c: What an executive does, written down as Chrome and Perfetto read it
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-trace-private.h"

#include <json-glib/json-glib.h>

static JsonArray *
read_events (GOutputStream *stream, JsonParser *parser)
{
  GMemoryOutputStream *memory = G_MEMORY_OUTPUT_STREAM (stream);
  g_autoptr (GError) error = NULL;

  json_parser_load_from_data (parser, g_memory_output_stream_get_data (memory),
                              (gssize) g_memory_output_stream_get_data_size (memory), &error);
  g_assert_no_error (error);
  return json_object_get_array_member (json_node_get_object (json_parser_get_root (parser)), "traceEvents");
}

static void
test_it_is_json_with_names_and_microseconds (void)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (JsonParser) parser = json_parser_new ();
  const GyreTraceArgument arguments[] = { { "text", "a \"b\"\n\\\xff", 0 }, { "number", NULL, 7 }, { NULL } };
  GyreTrace *trace = gyre_trace_new (stream, 5000);
  JsonArray *events;
  JsonObject *event;
  guint track;

  g_assert_cmpuint (gyre_trace_find_track (trace, 77), ==, 0);
  track = gyre_trace_add_track (trace, 77, "Ball0");
  g_assert_cmpuint (gyre_trace_find_track (trace, 77), ==, track);
  gyre_trace_begin (trace, track, "run", "run", 5000 + 1234567, arguments);
  gyre_trace_end (trace, track, 5000 + 2000000);
  gyre_trace_happen (trace, 0, "alert", "so it is", 5000 + 2000001, NULL);
  g_assert_true (gyre_trace_free (trace, NULL));

  events = read_events (stream, parser);
  g_assert_cmpuint (json_array_get_length (events), ==, 8);
  event = json_array_get_object_element (events, 3);
  g_assert_cmpstr (json_object_get_string_member (event, "name"), ==, "thread_name");
  g_assert_cmpstr (json_object_get_string_member (json_object_get_object_member (event, "args"), "name"), ==, "Ball0");
  event = json_array_get_object_element (events, 5);
  g_assert_cmpfloat (json_object_get_double_member (event, "ts"), ==, 1234.567);
  g_assert_cmpint (json_object_get_int_member (event, "tid"), ==, track);
  event = json_object_get_object_member (event, "args");
  g_assert_cmpstr (json_object_get_string_member (event, "text"), ==, "a \"b\"\n\\\357\277\275");
  g_assert_cmpint (json_object_get_int_member (event, "number"), ==, 7);
  g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (events, 7), "ph"), ==, "i");
}

/* A file that is full, as a stream of fixed size is. */
static void
test_what_can_not_be_written_is_told_at_the_end (void)
{
  char room[70000];
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new (room, sizeof room, NULL, NULL);
  g_autoptr (GError) error = NULL;
  GyreTrace *trace = gyre_trace_new (stream, 0);

  for (gint64 time = 0; time < 4000; time++)
    gyre_trace_end (trace, 0, time);
  g_assert_false (gyre_trace_free (trace, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/executive/trace/it-is-json-with-names-and-microseconds", test_it_is_json_with_names_and_microseconds);
  g_test_add_func ("/executive/trace/what-can-not-be-written-is-told-at-the-end", test_what_can_not_be_written_is_told_at_the_end);
  return g_test_run ();
}
