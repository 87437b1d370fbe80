/* test-reader.c: Reads texts line by line
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "events.h"
#include "gyre-reader-private.h"

static const guint8 classes[256] = { GYRE_HEAD_CLASSES, [';'] = GYRE_HEAD_STOP };

static void
test_head (void)
{
  static const char text[] = "μ.b\\;c = 1\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GyreSource) source = gyre_source_new_from_bytes ("a", bytes);
  g_autoptr (GyreEvents) events = gyre_events_new (source);
  g_autoptr (GyreReport) report = gyre_report_new ();
  GyreReader reader;
  GyreHead head;

  gyre_reader_init (&reader, source, events, report);
  gyre_reader_scan_head (&reader, classes, reader.at, &head);
  g_assert_cmpint (*head.stop, ==, '=');
  g_assert_cmpuint (head.column, ==, 1);
  g_assert_cmpuint (head.wide, ==, 1);
  g_assert_cmpuint (head.flags, ==, GYRE_HEAD_HAS_DOTS | GYRE_HEAD_HAS_ESCAPES);
  g_assert_cmpuint (gyre_reader_get_column (&reader, head.stop), ==, 8);
  g_assert_false (gyre_head_is_word (&head, gyre_written_trim (head.start, head.stop)));
  gyre_reader_skip_line (&reader, head.stop);
  g_assert_true (reader.at == reader.end);
  gyre_reader_clear (&reader);
}

static void
test_word (void)
{
  static const char * const words[] = { "radius", "a-b", "λ", "a.b", "@include", "#a", "a+", "a)" };

  for (guint index = 0; index < G_N_ELEMENTS (words); index++)
    {
      const char *text = words[index];
      GyreHead head = { text, text + strlen (text), 1, 0, strchr (text, '.') != NULL ? GYRE_HEAD_HAS_DOTS : 0 };

      g_assert_cmpint (gyre_head_is_word (&head, head.stop), ==, index < 2);
    }
}

static void
test_blanks (void)
{
  static const char text[] = " \t x";
  gint indentation;

  g_assert_true (gyre_reader_measure_blanks (text, text + strlen (text), &indentation) == text + 3);
  g_assert_cmpint (indentation, ==, 9);
}

static void
test_shown (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  while (text->len < 100)
    g_string_append (text, "π");
  g_string_prepend_c (text, 'x');
  g_assert_cmpint (gyre_reader_get_shown_length (text->str, text->str + 5), ==, 5);
  g_assert_cmpint (gyre_reader_get_shown_length (text->str, text->str + text->len), ==, 59);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add_func ("/configuration/reader/" path, function)
  ADD ("head-ends-before-the-equal-sign", test_head);
  ADD ("word-needs-no-second-look", test_word);
  ADD ("tab-goes-to-the-next-multiple-of-eight", test_blanks);
  ADD ("messages-show-whole-characters", test_shown);
  return g_test_run ();
}
