/* test-kind-stream.c: The kinds of input and output streams
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "kind-fixture.h"

static void
test_reads (void)
{
  GyreTrait *input = MAKE_TRAIT (POINTER (input_stream));
  GyreTrait *output = MAKE_TRAIT (POINTER (output_stream), .format = "append");

  assert_reads (input, "<stdin>", "stdin");
  assert_reads (input, "/a//b", "/a/b");
  assert_reads (input, "https://a/b", "https://a/b");
  assert_reads (input, "./stdin", "./stdin");
  assert_reads (output, "stdout", "stdout");
  assert_reads (output, "stderr", "stderr");
  assert_data (output, "'stderr'", "stderr");
}

static void
test_refused (void)
{
  GValue native = G_VALUE_INIT;

  assert_refuses (MAKE_TRAIT (POINTER (input_stream)), "stdout", GYRE_VALUE_ERROR_SYNTAX, "must be a stream to read from, is 'stdout' (at character 1)");
  assert_refuses (MAKE_TRAIT (POINTER (output_stream)), "stdin", GYRE_VALUE_ERROR_SYNTAX, "must be a stream to write to, is 'stdin' (at character 1)");
  assert_refuses (MAKE_TRAIT (POINTER (output_stream)), "''", GYRE_VALUE_ERROR_SYNTAX, "must say a stream, is '' (at character 2)");
  assert_declaration_fails (MAKE_TRAIT (POINTER (output_stream), .format = "apend"), "has a .format that is no way to write: 'apend'");
  g_value_take_boxed (g_value_init (&native, GYRE_TYPE_STREAM), gyre_stream_new ("x", GYRE_STREAM_READ, NULL));
  assert_refuses_native (MAKE_TRAIT (POINTER (output_stream)), native, GYRE_VALUE_ERROR_TYPE,
                         "must be an output stream, is 'x' for the other direction");
}

static GyreValue
make (GRand *random)
{
  GyreValue value = GYRE_NONE;

  while (!value.present)
    {
      g_autofree char *text = random_text (random, FIXTURE_CHARACTERS);
      value.pointer = gyre_stream_new (text, GYRE_STREAM_READ, NULL);
      value.present = value.pointer != NULL;
    }
  return value;
}

static void
test_property (void)
{
  assert_property (MAKE_TRAIT (POINTER (input_stream)), make);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/traits/kind-stream/name-path-and-uri-are-read", test_reads);
  g_test_add_func ("/traits/kind-stream/wrong-direction-is-refused", test_refused);
  g_test_add_func ("/traits/kind-stream/every-value-survives", test_property);
  return g_test_run ();
}
