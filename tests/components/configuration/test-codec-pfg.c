/* test-codec-pfg.c: What pfg files mean, and how their mistakes are told
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "events.h"

#define assert_events(text, expected) assert_events_of ("pfg", text, expected)
#define assert_mistake(text, expected) assert_mistake_of ("pfg", text, expected)

static void
test_keeps_order (void)
{
  assert_events ("a # b:\n  x = 1\nb.x = 2\na # b:\n  x = 3\n",
                 "2:3 conditional [b] x = <1> 2:7 if b is a 1:1\n"
                 "3:1 assignment b|x = <2> 3:7\n"
                 "5:3 conditional [b] x = <3> 5:7 if b is a 4:1\n");
}

static void
test_nested_sections (void)
{
  assert_events ("a:\n  b.c:\n    d = 1\n  e = 2\nf = 3\n",
                 "3:5 assignment a|b|c|d = <1> 3:9\n"
                 "4:3 assignment a|e = <2> 4:7\n"
                 "5:1 assignment f = <3> 5:5\n");
}

static void
test_conditions_accumulate (void)
{
  assert_events ("f.g # a:\n  h # b.c:\n    d:\n      x = 1\n",
                 "4:7 conditional [a|b|c|d] x = <1> 4:11 if a is f|g 1:1 if a|b|c is h 2:3\n");
}

static void
test_prefix_of_conditional (void)
{
  assert_events ("p:\n  f # a:\n    x = 1\n", "3:5 conditional [p|a] x = <1> 3:9 if p|a is f 2:3\n");
}

static void
test_dotted_key_in_conditional (void)
{
  assert_events ("f # a:\n  b.c.x = 1\n", "2:3 conditional [a|b|c] x = <1> 2:11 if a is f 1:1\n");
}

static void
test_key_any_text (void)
{
  assert_events ("two words . grüße 3 = 1\n", "1:1 assignment two words|gr\303\274\303\237e 3 = <1> 1:23\n");
  assert_events ("a-b_c(d)=1\n", "1:1 assignment a-b_c(d) = <1> 1:10\n");
}

static void
test_value_with_equal_sign (void)
{
  assert_events ("a = b = c: d # e\n", "1:1 assignment a = <b = c: d # e> 1:5\n");
}

static void
test_empty_value (void)
{
  assert_events ("a =\nb =   ; nothing\nc =", "1:1 assignment a = <> 1:3\n2:1 assignment b = <> 2:3\n3:1 assignment c = <> 3:3\n");
}

static void
test_lines_are_joined (void)
{
  assert_events ("a:\n  b =\n    one\n      two ; comment\n\n   three = 3\n  c = 4\n",
                 "2:3 assignment a|b = <one\\ntwo\\nthree = 3> 3:5\n7:3 assignment a|c = <4> 7:7\n");
}

static void
test_comments (void)
{
  assert_events ("; one\na = 1;2\n  ; three = 3\nb = x \\; y ; z\nc = \"a ; b\" ; c\nd = ('a;', [ \"b;\"], c;d)\n",
                 "2:1 assignment a = <1> 2:5\n"
                 "4:1 assignment b = <x ; y> 4:5\n"
                 "5:1 assignment c = <\"a ; b\"> 5:5\n"
                 "6:1 assignment d = <('a;', [ \"b;\"], c> 6:5\n");
}

static void
test_quotes (void)
{
  assert_events ("a = it's ; x\nb = \"\\\"; \" ; y\nc =\n  \"one ;\n\n  two\" ; z\nd = ''\n",
                 "1:1 assignment a = <it's> 1:5\n"
                 "2:1 assignment b = <\"\\\\\"; \"> 2:5\n"
                 "3:1 assignment c = <\"one ;\\n\\ntwo\"> 4:3\n"
                 "7:1 assignment d = <''> 7:5\n");
}

static void
test_backslash_stays_elsewhere (void)
{
  assert_events ("a = C:\\dir\\n \\\\; x\n", "1:1 assignment a = <C:\\\\dir\\\\n \\\\; x> 1:5\n");
}

static void
test_columns_count_characters (void)
{
  assert_events ("μ:\n  σσ . β = ππ\n", "2:3 assignment \316\274|\317\203\317\203|\316\262 = <\317\200\317\200> 2:12\n");
}

static void
assert_place (GyreLocator *locator, guint line, guint column)
{
  g_autoptr (GyreLocator) owned = locator;

  g_assert_cmpuint (gyre_locator_get_line (owned), ==, line);
  g_assert_cmpuint (gyre_locator_get_column (owned), ==, column);
}

static void
test_places_inside (void)
{
  g_autoptr (GyreEvents) events = read_text ("pfg", "s.t:\n  a . bb = x \\; y\n  l =\n      (1,\n    22)\n");

  assert_place (gyre_events_dup_fragment_locator (events, 0, 1), 1, 3);
  assert_place (gyre_events_dup_fragment_locator (events, 0, 2), 2, 3);
  assert_place (gyre_events_dup_fragment_locator (events, 0, 3), 2, 7);
  assert_place (gyre_events_dup_value_locator (events, 0, 1), 2, 13);
  assert_place (gyre_events_dup_value_locator (events, 0, 2), 2, 15);
  assert_place (gyre_events_dup_value_locator (events, 0, 4), 2, 17);
  assert_place (gyre_events_dup_value_locator (events, 1, 1), 4, 8);
  assert_place (gyre_events_dup_value_locator (events, 1, 4), 5, 5);
  assert_place (gyre_events_dup_value_locator (events, 1, 6), 5, 7);
  assert_place (gyre_events_dup_value_locator (events, 1, 999), 5, 8);
}

static void
test_carriage_returns (void)
{
  assert_events ("a:\r\n  b = 1\r\n\r\n  c =\r\n    2\r\n    3\r\n",
                 "2:3 assignment a|b = <1> 2:7\n4:3 assignment a|c = <2\\n3> 5:5\n");
}

static void
test_section_without_lines (void)
{
  assert_events ("a:\nb:\n  c:\nd = 1", "4:1 assignment d = <1> 4:5\n");
  assert_events ("", "");
  assert_events ("\n \n\t\n;", "");
}

static void
test_long_lines (void)
{
  g_autofree char *value = g_strnfill (1000000, 'x');
  g_autofree char *text = g_strconcat ("a = ", value, "\nb = 1\n", NULL);
  g_autoptr (GyreEvents) events = read_text ("pfg", text);
  g_autofree char *found = gyre_events_dup_value (events, 0);

  g_assert_cmpuint (gyre_events_get_length (events), ==, 2);
  g_assert_cmpstr (found, ==, value);
}

static void
test_tab_inside_line (void)
{
  assert_events ("a\t=\t1\t\n", "1:1 assignment a = <1> 1:5\n");
}

static void
test_mistake_is_at_its_character (void)
{
  assert_mistake ("a:\n  μμ..b = 1\n", "test.pfg:2:6: error: ");
  assert_mistake ("a:\n  μ = \"b\n", "test.pfg:2:7: error: ");
  assert_mistake ("μ # a..b:\n", "test.pfg:1:7: error: ");
  assert_mistake ("μ: 3\n", "test.pfg:1:4: error: ");
}

static void
test_one_mistake_is_told_once (void)
{
  assert_mistake ("a(:\n  x = 1\n  b:\n    y = 2\n", "test.pfg:1:1: error: ");
  assert_mistake ("nothing\n   x = 1\n   y = 2\nz = 1\n", "test.pfg:1:1: error: ");
  assert_mistake ("a = 1\n  b = 2\n  c:\n    d = 3\n  e = 4\nf = 5\n", "test.pfg:2:3: error: ");
}

static void
test_goes_on_after_a_mistake (void)
{
  g_autoptr (GyreReport) report = gyre_report_new ();
  g_autoptr (GyreEvents) events = read_bytes ("pfg", "t", "a..b = 1\nc = 2\nd\ne = 3", 22, report);
  g_autofree char *found = describe_events (events, TRUE);

  g_assert_cmpuint (gyre_report_get_errors (report), ==, 2);
  g_assert_cmpstr (found, ==, "2:1 assignment c = <2> 2:5\n4:1 assignment e = <3> 4:5\n");
}

static void
test_operators (void)
{
  assert_events ("a += 1\na+=1\nb.c -= 2\nd ^=3\ne+ = 4\nf- = g-=h\n",
                 "1:1 assignment a += <1> 1:6\n"
                 "2:1 assignment a += <1> 2:4\n"
                 "3:1 assignment b|c -= <2> 3:8\n"
                 "4:1 assignment d ^= <3> 4:5\n"
                 "5:1 assignment e+ = <4> 5:6\n"
                 "6:1 assignment f- = <g-=h> 6:6\n");
  assert_events ("f # a:\n  μ += 1\n", "2:3 conditional [a] μ += <1> 2:8 if a is f 1:1\n");
  assert_mistake ("+= 1\n", "test.pfg:1:1: error: key: a name must stand here");
}

static void
test_includes (void)
{
  assert_events ("@include = a.pfg\nx = 1\n@include = ?b.pfg, 'c d.pfg' ; both\n",
                 "1:1 source  = <a.pfg> 1:12\n"
                 "2:1 assignment x = <1> 2:5\n"
                 "3:1 source  = <b.pfg> optional 3:12\n"
                 "3:1 source  = <c d.pfg> 3:20\n");
  assert_events ("@include =\n  a.pfg\n  b/*.pfg,\n  c.pfg\n",
                 "1:1 source  = <a.pfg> 2:3\n1:1 source  = <b/*.pfg> 3:3\n1:1 source  = <c.pfg> 4:3\n");
  assert_mistake ("a:\n  @include = b.pfg\n", "test.pfg:2:3: error: @include: must stand outside of all sections");
  assert_mistake ("@inclood = b.pfg\n", "test.pfg:1:1: error: @inclood: a key that begins with '@' must be '@include'");
  assert_mistake ("@include += b.pfg\n", "test.pfg:1:1: error: @include: must be followed by '='");
  assert_mistake ("@include =\n", "test.pfg:1:10: error: @include: the path of a file must stand here");
  assert_mistake ("@include = a.pfg, , c\n", "test.pfg:1:19: error: @include: the path of a file must stand here");
}

static void
test_key_twice (void)
{
  assert_mistake ("a:\n  x = 1\n  y = 2\n  x = 3\n",
                  "test.pfg:4:3: error: 'x': a section must give a key one value, gives it one at test.pfg:2:3 already");
  assert_mistake ("a . b = 1\na.b = 2\n", "test.pfg:2:1: error: 'a.b': a section must give a key one value");
  assert_events ("a:\n  x = 1\na:\n  x = 2\n", "2:3 assignment a|x = <1> 2:7\n4:3 assignment a|x = <2> 4:7\n");
  assert_events ("x = 1\nx += 2\nx += 2\n",
                 "1:1 assignment x = <1> 1:5\n2:1 assignment x += <2> 2:6\n3:1 assignment x += <2> 3:6\n");
}

static void
test_cut_anywhere (void)
{
  static const char text[] = "\xef\xbb\xbf@include = a, ?\"b\"\nf # a:\n  x.y += μ ; c\n  z =\n    'a\n    b' \\; c\r\n";

  for (gsize length = 0; length <= strlen (text); length++)
    {
      g_autoptr (GyreReport) report = gyre_report_new ();
      g_autofree char *copy = g_memdup2 (text, length);
      g_autoptr (GyreEvents) events = read_bytes ("pfg", "t", copy, length, report);
      g_autofree char *found = describe_events (events, TRUE);
      g_autofree char *told = gyre_report_to_string (report);

      g_assert_true (*found != '\0' || *told != '\0' || length < 4);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_fixtures ("pfg", 29);
#define ADD(path, function) g_test_add_func ("/configuration/codec-pfg/" path, function)
  ADD ("events-keep-the-order-of-the-file", test_keeps_order);
  ADD ("nested-sections-prefix-names", test_nested_sections);
  ADD ("nested-conditions-accumulate", test_conditions_accumulate);
  ADD ("condition-is-on-the-full-name", test_prefix_of_conditional);
  ADD ("dotted-key-in-conditional-names-a-component", test_dotted_key_in_conditional);
  ADD ("key-is-any-text-before-the-equal-sign", test_key_any_text);
  ADD ("value-may-hold-equal-signs-colons-and-hashes", test_value_with_equal_sign);
  ADD ("nothing-after-the-equal-sign-is-the-empty-text", test_empty_value);
  ADD ("deeper-lines-are-joined-by-newlines", test_lines_are_joined);
  ADD ("comment-ends-a-line-unless-escaped-or-quoted", test_comments);
  ADD ("quote-opens-at-the-start-of-values-and-elements", test_quotes);
  ADD ("backslash-goes-only-before-a-semicolon", test_backslash_stays_elsewhere);
  ADD ("columns-count-characters", test_columns_count_characters);
  ADD ("every-byte-of-keys-and-values-has-a-place", test_places_inside);
  ADD ("carriage-returns-are-no-part-of-a-value", test_carriage_returns);
  ADD ("section-without-lines-says-nothing", test_section_without_lines);
  ADD ("very-long-lines-are-fine", test_long_lines);
  ADD ("tabs-inside-a-line-are-blanks", test_tab_inside_line);
  ADD ("mistake-is-told-at-its-first-character", test_mistake_is_at_its_character);
  ADD ("one-mistake-is-told-once", test_one_mistake_is_told_once);
  ADD ("text-may-end-anywhere", test_cut_anywhere);
  ADD ("operators-stand-right-before-the-equal-sign", test_operators);
  ADD ("include-names-files-to-be-read", test_includes);
  ADD ("key-that-a-section-says-twice-is-a-mistake", test_key_twice);
  ADD ("reading-goes-on-after-a-mistake", test_goes_on_after_a_mistake);
  return g_test_run ();
}
