/* test-yaml-plain.c: Simple yaml means the same with and without libyaml
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Whatever a text is, the events with all places, what is told, and the bytes that an editor would change are those that
 * libyaml leads to. The texts are made of pieces that are simple, nearly simple, and wrong, in any order.
 */
#include "gyre-yaml-plain-private.h"
#include "same-yaml.h"

/* Whether a text is read without libyaml. */
static gboolean
is_plain (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GyreSource) source = gyre_source_new_from_bytes ("test.yaml", bytes);
  g_autoptr (GyreEvents) events = gyre_events_new (source);
  g_autoptr (GyreReport) report = gyre_report_new ();
  GyreNesting nesting;
  gboolean is_read;

  gyre_nesting_init (&nesting, source, events, report);
  is_read = gyre_yaml_plain_read (&nesting, text, strlen (text));
  gyre_nesting_clear (&nesting);
  if (!is_read)
    g_assert_true (gyre_events_get_length (events) == 0 && gyre_report_get_length (report) == 0 && events->sections->len == 1);
  return is_read;
}

static void
test_plain_texts (void)
{
  static const char * const texts[] = {
    "a: 1\n", "a: 1", "a:\n  b: 2\n  c:\n    d: x y z\ne: 3\n", "a:\n", "a:\nb:", "a: # nothing\n# more\n\n   # and more\nb: c # d\n",
    "a: \"x: y\"\n'b c' : 'd # e'\n\"@include\": [ ]\n", "f#g:\n  h: 1\nf#g.i:\n  j: 2\n", "a +=: [1, x y, \"z, z\", -2.5]\n",
    "a:\n- 1\n- two words\n# comment\n- 'three'\nb:\n  - 4\n\n  - 5 # five\n", "a:\n  - 1\n  - 2", "  a: 1\n  b:\n     c: 2\n  d: ~\n",
    "a: [1,]\n", "a: [[1, [2, 'x'] ,], []]\nb:\n- [3]\n- [[4]] # y\n",
    "a: b#c:d\ne: true\nf: .inf\n", "a: 1\na: 2\n", "a:\n  b:\n    c:\n   \n", "a:\n- 1 # end", "a:\n  - 1\n  # end\n",
  };

  for (guint index = 0; index < G_N_ELEMENTS (texts); index++)
    {
      if (!is_plain (texts[index]))
        g_error ("<%s> is not plain", texts[index]);
      assert_same_yaml (texts[index]);
    }
}

static void
test_other_texts (void)
{
  static const char * const texts[] = {
    "", "# nothing\n", "a: 1\n b: 2\n", "a: b\n  c\n", "a: b: c\n", "a: b:\n", "a\n", "- a\n", "--- \na: 1\n", "...\n", "a: [,]\n",
    "a: [[1],,]\n", "a: [1] 2\n", "a: [[1]\n",
    "a: {b: 1}\n", "a: &x 1\nb: *x\n", "a: !!str 1\n", "a: |\n  b\n", "a: >\n  b\n", "? a\n: b\n", "a:\tb\n", "a: b\r\n",
    "a: 'it''s'\n", "a: \"x\\n\"\n", "a: \"x\n  y\"\n", "a: @b\n", "a: `b\n", "a: %b\n", "%YAML 1.2\n---\na: 1\n", "a: \xcf\x80\n", "a: -\n",
    "a: - b\n", "a: \"b\"c\n", "a: \"b\"#c\n", "\"a\":b\n", "a: 'b' c\n", "a:\n  - b\n c: 1\n", "a:\n  - b\n  c: 1\n", "a:\n - 1\n- 2\n",
    "a:\n  b: 1\n c: 2\n", "a: [1, 2\n", "a: [1 2]]\n", "<<: 1\n", "a: \x01\n", "a: \"\x7f\"\n", "a:\n  -\n", "a:\n  - b: c\n", "a:b: c\nd:e\n",
    "a: [b: c]\n", "a: [b #c]\n", "a: #\x01\n", ".a: 1\n", "-a: 1\n", "a:\n  - 'b'\n ", "a:\n   - b\n # c",
  };

  for (guint index = 0; index < G_N_ELEMENTS (texts); index++)
    {
      gboolean is_read = is_plain (texts[index]);

      if (is_read)
        g_error ("<%s> is plain", texts[index]);
      assert_same_yaml (texts[index]);
    }
}

static void
test_limits (void)
{
  g_autoptr (GString) deep = g_string_new (NULL);
  g_autofree char *word = g_strnfill (1100, 'a');

  for (gsize length = 990; length <= 1030; length++)
    {
      g_autofree char *text = g_strdup_printf ("%.*s: 1\n", (int) length, word);

      assert_same_yaml (text);
    }
  for (guint depth = 0; depth < 80; depth++)
    {
      g_autofree char *opened = g_strnfill (depth, '[');
      g_autofree char *closed = g_strnfill (depth, ']');
      g_autofree char *list = g_strdup_printf ("a: %s1%s\nb:\n- %s2%s\n", opened, closed, opened, closed);

      assert_same_yaml (list);
      g_string_append_printf (deep, "%*sa:\n", (int) depth, "");
      assert_same_yaml (deep->str);
    }
}

/* Makes a text of pieces. */
static char *
make_text (GRand *random)
{
  static const char * const pieces[] = {
    "a", "b", "c.d", "e#f", "10", "2.5", "-1", "~", "true", "x y", "\"q\"", "'r s'", "\"t: u\"", "[1, 2]", "[a, 'b']", "[[1], c, ]", "[]", "a:", "b:", "c:",
    "d.e:", "f#g:", "h +=:", "\"k\":", ": ", ":", " ", "  ", "    ", "\n", "\n", "\n", "\n", "\n  ", "\n    ", "\n  ", "\n- ", "\n  - ", "- ", "# x",
    " # y", "#", "\n\n", "-", "?", ",", "[", "]", "{", "}", "&z ", "*z", "!", "|", ">", "'", "\"", "%", "@", "\t", "\r", "\\", "---", "...", "<<",
    "\xcf\x80", "\x01", "none",
  };
  GString *text = g_string_new (NULL);
  guint count = g_rand_int_range (random, 1, 24);
  guint width = g_rand_boolean (random) ? G_N_ELEMENTS (pieces) : 43;

  for (guint index = 0; index < count; index++)
    g_string_append (text, pieces[g_rand_int_range (random, 0, width)]);
  return g_string_free (text, FALSE);
}

/* Makes lines that are mostly right. */
static char *
make_lines (GRand *random)
{
  static const char * const values[] = {
    " 1", "", " x y", " \"a b\"", " [1, b]", "  'c'  ", " d # e", " #f", " g:h", " -3", " a: b", " 'it''s'", " - 1", " [ [2, 3] , e,]", " |", " ~", " i#", "\t",
  };
  static const char * const heads[] = { "", "", "", "", "", "", "", "", "", "", "# ", "- " };
  GString *text = g_string_new (NULL);
  guint count = g_rand_int_range (random, 1, 12);
  guint width = g_rand_int_range (random, 0, 8) > 0 ? 10 : G_N_ELEMENTS (values);
  guint indentation = 0;

  for (guint index = 0; index < count; index++)
    {
      guint kind = g_rand_int_range (random, 0, 10);
      const char *value = values[g_rand_int_range (random, 0, width)];

      if (kind == 0)
        indentation = 2 * g_rand_int_range (random, 0, 4);
      else if (kind < 7 && text->len > 0 && text->str[text->len - 2] == ':')
        indentation += 2;
      else if (kind == 9 && indentation > 0)
        indentation -= 2;
      if (g_rand_int_range (random, 0, 30) == 0)
        g_string_append_printf (text, "%*s-%s\n", (int) indentation, "", value);
      else
        g_string_append_printf (text, "%*s%sk%u:%s\n", (int) indentation, "", heads[g_rand_int_range (random, 0, G_N_ELEMENTS (heads))],
                                g_rand_int_range (random, 0, 9), value);
    }
  if (g_rand_int_range (random, 0, 4) == 0)
    g_string_truncate (text, g_rand_int_range (random, 0, text->len + 1));
  return g_string_free (text, FALSE);
}

static void
test_random_texts (void)
{
  GRand *random = g_rand_new_with_seed (g_test_rand_int ());
  guint rounds = g_getenv ("GYRE_TEST_ROUNDS") != NULL ? atoi (g_getenv ("GYRE_TEST_ROUNDS")) : 10000;
  guint plain = 0;

  for (guint round = 0; round < rounds; round++)
    {
      g_autofree char *text = round % 2 == 0 ? make_text (random) : make_lines (random);

      assert_same_yaml (text);
      plain += is_plain (text);
    }
  g_test_message ("%u of %u are plain", plain, rounds);
  g_assert_cmpuint (plain, >, rounds / 10);
  g_rand_free (random);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add_func ("/configuration/yaml-plain/" path, function)
  ADD ("simple-texts-are-read-as-libyaml-reads-them", test_plain_texts);
  ADD ("other-texts-are-left-to-libyaml", test_other_texts);
  ADD ("long-keys-and-deep-maps-are-left-to-libyaml", test_limits);
  ADD ("random-texts-mean-the-same-with-and-without-libyaml", test_random_texts);
  return g_test_run ();
}
