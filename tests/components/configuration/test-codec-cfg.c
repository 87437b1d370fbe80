/* test-codec-cfg.c: What cfg files mean, and how their mistakes are told
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "events.h"

#define assert_events(text, expected) assert_events_of ("cfg", text, expected)
#define assert_mistake(text, expected) assert_mistake_of ("cfg", text, expected)

static void
test_order (void)
{
  assert_events ("[a # b]\nx = 1\n[b]\nx = 2\n[a # b]\nx = 3\n",
                 "2:1 conditional [b] x = <1> 2:5 if b is a 1:2\n"
                 "4:1 assignment b|x = <2> 4:5\n"
                 "6:1 conditional [b] x = <3> 6:5 if b is a 5:2\n");
}

static void
test_sections (void)
{
  assert_events ("[ a . b ]\nc.d = 1\n", "2:1 assignment a|b|c|d = <1> 2:7\n");
  assert_events ("[f.g # a.b]\nc.x = 1\n", "2:1 conditional [a|b|c] x = <1> 2:7 if a|b is f|g 1:2\n");
  assert_events ("[f.g \"a b\" ]\nx = 1\n", "2:1 conditional [a b] x = <1> 2:5 if a b is f|g 1:2\n");
  assert_events ("x = 1\n[a]\n", "1:1 assignment x = <1> 1:5\n");
}

static void
test_nesting (void)
{
  assert_events ("[p > f # a > h # b.c > d]\nx = 1\n",
                 "2:1 conditional [p|a|b|c|d] x = <1> 2:5 if p|a is f 1:6 if p|a|b|c is h 1:14\n");
}

static void
test_same_as_pfg (void)
{
  assert_same_content ("cfg", "top = 1\n[a.b]\nx = 1\nc.y += 2\n[f # n]\nz = a = b\n[f # n > g.h # m]\nw -= 3\n[a]\nv=\n",
                       "pfg", "top = 1\na:\n  b:\n    x = 1\n    c:\n      y += 2\nf # n:\n  z = a = b\n  g.h # m:\n    w -= 3\n"
                              "a:\n  v =\n");
  assert_same_content ("cfg", "@include = a.cfg, ?b.cfg\nx = 1\n", "pfg", "@include = a.cfg\n@include =\n  ?b.cfg\nx = 1\n");
}

static void
test_comments (void)
{
  assert_events ("#a = 1\n;b = 2\n  # c = 3\n\t; d\nx = a # b ; c\n", "5:1 assignment x = <a # b ; c> 5:5\n");
}

static void
test_values (void)
{
  assert_events ("a =  b = c  \nd=\ne =\nf = \"g ; ' \\n\n",
                 "1:1 assignment a = <b = c> 1:6\n2:1 assignment d = <> 2:2\n3:1 assignment e = <> 3:3\n"
                 "4:1 assignment f = <\"g ; ' \\\\n> 4:5\n");
  assert_events ("μμ . σ = π", "1:1 assignment μμ|σ = <π> 1:10\n");
}

static void
test_depth (void)
{
  assert_events ("[a]\n  x = 1\n  y = 2\nz = 3\n",
                 "2:3 assignment a|x = <1> 2:7\n3:3 assignment a|y = <2> 3:7\n4:1 assignment a|z = <3> 4:5\n");
  assert_mistake ("x = (1,\n  2) = 3\n", "test.cfg:2:3: error: a setting must not stand deeper than the one before it");
  assert_mistake ("x = (1,\n  2)\n", "test.cfg:2:3: error: a line must be a section '[name]', a setting 'key = value' or a comment");
}

static void
test_goes_on (void)
{
  g_autoptr (GyreReport) report = gyre_report_new ();
  static const char text[] = "a\nb = 1\n[c\nd = 2\n[e]\nf = 3";
  g_autoptr (GyreEvents) events = read_bytes ("cfg", "t.cfg", text, strlen (text), report);
  g_autofree char *found = describe_events (events, FALSE);

  g_assert_cmpuint (gyre_report_get_errors (report), ==, 2);
  g_assert_cmpstr (found, ==, "assignment b = <1>\nassignment d = <2>\nassignment e|f = <3>\n");
}

/* Reads the same bytes with both. */
static void
assert_same_as_keyfile (const char *text, guint keys)
{
  g_autoptr (GyreEvents) events = read_text ("cfg", text);
  g_autoptr (GKeyFile) keyfile = g_key_file_new ();
  g_autoptr (GError) error = NULL;

  g_key_file_load_from_data (keyfile, text, strlen (text), G_KEY_FILE_NONE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (gyre_events_get_length (events), ==, keys);
  for (guint index = 0; index < keys; index++)
    {
      g_auto (GStrv) key = gyre_events_dup_key (events, index);
      g_autofree char *value = gyre_events_dup_value (events, index);
      guint length = g_strv_length (key);
      g_autofree char *name = g_steal_pointer (&key[length - 1]);
      g_autofree char *group = g_strjoinv (".", key);
      g_autofree char *found = g_key_file_get_value (keyfile, group, name, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (found, ==, value);
      key[length - 1] = NULL;
    }
}

static void
test_keyfile (void)
{
  assert_same_as_keyfile ("# a comment\n[gauss.shapes.ball]\nradius=1\ncenter = (0, 0)\nname=two words\nempty=\n\n"
                          "[gauss.shapes.box]\n# another\npath = C:\\dir\\n\nlist=a;b;c;\nequal = a=b # c\nquoted = \"x\"\nunit=µm\n", 9);
}

static void
test_random_like_keyfile (void)
{
  for (guint round = 0; round < 200; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      guint keys = 0;

      for (gint section = g_test_rand_int_range (0, 5); section >= 0; section--)
        {
          g_string_append_printf (text, "%s[s%d.t%d]\n", g_test_rand_bit () ? "# c\n\n" : "", section, section);
          for (gint key = g_test_rand_int_range (0, 40); key >= 0; key--, keys++)
            {
              g_autofree char *blanks = g_strnfill (g_test_rand_int_range (0, 3), ' ');
              static const char * const values[] = { "1", "a b", "x = y", "", "(1, 2);", "μ", "\"q\"", "a\\b", "#", ";" };

              g_string_append_printf (text, "k%d%s=%s%s\n", key, blanks, blanks, values[g_test_rand_int_range (0, 10)]);
            }
        }
      assert_same_as_keyfile (text->str, keys);
    }
}

static void
test_cut_anywhere (void)
{
  static const char text[] = "\xef\xbb\xbf@include = a, ?\"b\"\n[f # a > g \"b c\"]\nx.y += μ\n; c\n  z = 3\r\n";

  for (gsize length = 0; length <= strlen (text); length++)
    {
      g_autoptr (GyreReport) report = gyre_report_new ();
      g_autofree char *copy = g_memdup2 (text, length);
      g_autoptr (GyreEvents) events = read_bytes ("cfg", "t", copy, length, report);
      g_autofree char *found = describe_events (events, TRUE);
      g_autofree char *told = gyre_report_to_string (report);

      g_assert_true (*found != '\0' || *told != '\0' || length < 14);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_fixtures ("cfg", 27);
#define ADD(path, function) g_test_add_func ("/configuration/codec-cfg/" path, function)
  ADD ("events-keep-the-order-of-the-file", test_order);
  ADD ("section-is-a-prefix-or-a-condition", test_sections);
  ADD ("arrow-leads-into-a-section-within-a-section", test_nesting);
  ADD ("same-content-gives-the-same-events-as-pfg", test_same_as_pfg);
  ADD ("comment-begins-a-line-and-nothing-else", test_comments);
  ADD ("value-is-the-rest-of-the-line", test_values);
  ADD ("deeper-line-is-a-mistake", test_depth);
  ADD ("reading-goes-on-after-a-mistake", test_goes_on);
  ADD ("plain-file-is-the-same-to-gkeyfile", test_keyfile);
  ADD ("random-plain-files-are-the-same-to-gkeyfile", test_random_like_keyfile);
  ADD ("text-may-end-anywhere", test_cut_anywhere);
  return g_test_run ();
}
