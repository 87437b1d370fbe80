/* test-docstring.c: What the printed docstring of the founding document tells, a description tells, claim by claim
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The class is the document's `Base`, with its defaults and the behaviors whose arguments differ: some required, some with defaults,
 * one that stands for any number. One has the
 * author's words and one has none at all.
 */
#include <gyre.h>

#include <string.h>

typedef struct
{
  GyreComponent parent_instance;
  gint64 memory_size;
  gint64 network_chunk_size;
} Base;
typedef GyreComponentClass BaseClass;

static gboolean
base_warning (Base *self, const char *message, const char *level, GError **error)
{
  return TRUE;
}

static gboolean
base_send_to (Base *self, const char *component_name, const char *message, GError **error)
{
  return TRUE;
}

static char *
base_create (Base *self, const char *instance_type, const char * const *arguments, GError **error)
{
  g_autofree char *words = g_strjoinv (", ", (GStrv) arguments);

  return g_strdup_printf ("%s (%s)", instance_type, words);
}

static GVariant *
base_read_messages (Base *self, GError **error)
{
  return g_variant_new_tuple (NULL, 0);
}

GYRE_DEFINE_COMPONENT (Base, base, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (
    gyre_integer (memory_size, 8096),
    gyre_integer (network_chunk_size, 4096)),
  GYRE_BEHAVIORS (
    gyre_behavior (read_messages, base_read_messages, (variant)),
    gyre_behavior (warning, base_warning, (nothing, (string, message), (string, level, .fallback = "Warning")),
                   .summary = "prints a message to the screen"),
    gyre_behavior (send_to, base_send_to, (nothing, (string, component_name), (string, message))),
    gyre_behavior (create, base_create, (string, (string, instance_type), (strings, arguments)))),
  .family = "founding.base",
  .summary = "a base object to inherit from",
  .description = "It can have *arbitrary* attributes.")

/* Derived, and without a written word. */
typedef struct
{
  Base parent_instance;
  gint64 priority;
} Process;
typedef GyreComponentClass ProcessClass;

static double
process_run (Process *self, GError **error)
{
  return 0;
}

GYRE_DEFINE_COMPONENT (Process, process, base_get_type (),
  GYRE_TRAITS (gyre_integer (priority, 20)),
  GYRE_BEHAVIORS (gyre_behavior (run, process_run, (real))),
  .family = "founding.process")

static char *
describe (GType type)
{
  g_autoptr (GyreDescription) description = gyre_description_new_for_type (type, NULL);

  return gyre_description_to_text (description, FALSE);
}

static void
assert_line (const char *text, const char *pattern)
{
  if (!g_regex_match_simple (pattern, text, G_REGEX_MULTILINE, 0))
    g_error ("no line is like '%s' in\n%s", pattern, text);
}

static void
class_is_named_and_the_author_is_quoted (void)
{
  g_autofree char *text = describe (base_get_type ());

  assert_line (text, "^founding\\.base: a base object to inherit from$");
  assert_line (text, "^  It can have \\*arbitrary\\* attributes\\.$");
  assert_line (text, "^  type +Base$");
}

static void
default_values_for_new_instances_are_listed (void)
{
  g_autofree char *text = describe (base_get_type ());

  assert_line (text, "^traits$");
  assert_line (text, "^  memory-size +integer +(= )8096$");
  assert_line (text, "^  network-chunk-size +integer +(= )4096$");
}

static void
behaviors_are_numbered (void)
{
  g_autofree char *text = describe (base_get_type ());

  assert_line (text, "^behaviors$");
  assert_line (text, "^  1\\. variant read-messages \\(\\)$");
  assert_line (text, "^  2\\. nothing warning \\(string message, string level = Warning\\)$");
  assert_line (text, "^  3\\. nothing send-to \\(string component_name, string message\\)$");
}

/* The founding text lists all arguments as required and the defaults without their names; here each argument tells its own. */
static void
arguments_are_required_or_have_defaults (void)
{
  g_autofree char *text = describe (base_get_type ());

  assert_line (text, "^      prints a message to the screen\n      required    message: string\n      default     level: string = Warning$");
  assert_line (text, "^      required    component_name: string\n      required    message: string$");
}

/* "Variable positional arguments: args", and they arrive. */
static void
variable_arguments_are_told (void)
{
  g_autofree char *text = describe (base_get_type ());
  g_autoptr (GyreComponent) base = gyre_component_new (base_get_type (), NULL, NULL, NULL);
  const char * const texts[] = { "Ball", "3", "red", NULL };
  g_auto (GValue) result = G_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  assert_line (text, "^  4\\. string create \\(string instance_type, string arguments …\\)\n      required    instance_type: string\n      variable    arguments: string$");
  gyre_component_call_with_texts (base, "create", texts, &result, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (g_value_get_string (&result), ==, "Ball (3, red)");
}

static void
class_hierarchy_is_printed (void)
{
  g_autofree char *text = describe (process_get_type ());

  assert_line (text, "^  hierarchy +founding\\.process \\(Process\\) < founding\\.base \\(Base\\) < GyreComponent < GObject$");
}

/* "Abundant docstrings, even if the author neglected or declined to write one." */
static void
class_without_a_word_is_documented_with_what_it_inherits (void)
{
  g_autofree char *text = describe (process_get_type ());

  assert_line (text, "^founding\\.process$");
  assert_line (text, "^  priority +integer +(= )20$");
  assert_line (text, "^  memory-size +integer +(= )8096$");
  assert_line (text, "^  1\\. real run \\(\\)$");
  assert_line (text, "^  3\\. nothing warning \\(string message, string level = Warning\\)$");
  assert_line (text, "^      owner       founding\\.base$");
  assert_line (text, "^example$");
  assert_line (text, "^  founding\\.process:\n      priority = 20\n      memory-size = 8096\n      network-chunk-size = 4096$");
}

static void
two_descriptions_are_the_same (void)
{
  g_autofree char *first = describe (process_get_type ());
  g_autofree char *second = describe (process_get_type ());

  g_assert_cmpstr (first, ==, second);
}

static void
instance_tells_what_its_class_tells_and_its_values (void)
{
  g_autoptr (GyreComponent) process = gyre_component_new (process_get_type (), "first", NULL, "priority", G_GINT64_CONSTANT (7), NULL);
  g_autoptr (GyreDescription) description = gyre_description_new_for_instance (G_OBJECT (process));
  g_autofree char *text = gyre_description_to_text (description, FALSE);

  assert_line (text, "^founding\\.process#first$");
  assert_line (text, "^  priority +integer +(= )7$");
  assert_line (text, "^      default     20  default ");
  assert_line (text, "^  1\\. real run \\(\\)$");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stories/docstring/class-is-named-and-the-author-is-quoted", class_is_named_and_the_author_is_quoted);
  g_test_add_func ("/stories/docstring/default-values-for-new-instances-are-listed", default_values_for_new_instances_are_listed);
  g_test_add_func ("/stories/docstring/behaviors-are-numbered", behaviors_are_numbered);
  g_test_add_func ("/stories/docstring/arguments-are-required-or-have-defaults", arguments_are_required_or_have_defaults);
  g_test_add_func ("/stories/docstring/variable-arguments-are-told", variable_arguments_are_told);
  g_test_add_func ("/stories/docstring/class-hierarchy-is-printed", class_hierarchy_is_printed);
  g_test_add_func ("/stories/docstring/class-without-a-word-is-documented-with-what-it-inherits", class_without_a_word_is_documented_with_what_it_inherits);
  g_test_add_func ("/stories/docstring/two-descriptions-are-the-same", two_descriptions_are_the_same);
  g_test_add_func ("/stories/docstring/instance-tells-what-its-class-tells-and-its-values", instance_tells_what_its_class_tells_and_its_values);
  return g_test_run ();
}
