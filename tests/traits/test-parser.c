/* test-parser.c: Where a parser is in its text, and what its mistakes say
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-number.h"
#include "gyre-parser-private.h"

static GyreParser
begin (const char *text, GError **error)
{
  return (GyreParser) { .text = text, .cursor = text, .end = text + strlen (text), .error = error };
}

static void
places_count_characters_of_any_bytes (void)
{
  const char *text = "πx\xff\xfe=3";

  g_assert_cmpuint (gyre_parser_count_characters (text, text), ==, 0);
  g_assert_cmpuint (gyre_parser_count_characters (text, text + 2), ==, 1);
  g_assert_cmpuint (gyre_parser_count_characters (text, text + 5), ==, 4);
}

static void
blanks_and_tokens_are_passed (void)
{
  GyreParser parser = begin (" \t\n**2", NULL);

  gyre_parser_skip_blanks (&parser);
  g_assert_false (gyre_parser_accept (&parser, "**3"));
  g_assert_true (gyre_parser_accept (&parser, "**"));
  g_assert_true (gyre_parser_accept (&parser, "2"));
  g_assert_false (gyre_parser_accept (&parser, "2"));
  gyre_parser_skip_blanks (&parser);
  g_assert_true (parser.cursor == parser.end);
}

/* What stands behind the end of the text is not its. */
static void
nothing_behind_the_end_is_read (void)
{
  GyreParser parser = begin ("1  ", NULL);

  parser.end = parser.text + 1;
  g_assert_false (gyre_parser_accept (&parser, "1 "));
  parser.cursor++;
  gyre_parser_skip_blanks (&parser);
  g_assert_true (parser.cursor == parser.end);
}

static void
what_is_found_is_told_with_its_place (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) end = NULL;
  GyreParser parser = begin ("ππ schön", &error);

  parser.cursor += 5;
  g_assert_false (gyre_parser_expect (&parser, parser.end, "be a number", NULL));
  g_assert_error (error, GYRE_VALUE_ERROR, GYRE_VALUE_ERROR_SYNTAX);
  g_assert_nonnull (strstr (error->message, "must be a number, has 'schön'"));
  g_assert_nonnull (strstr (error->message, "at character 4"));
  parser.cursor = parser.end;
  parser.error = &end;
  g_assert_false (gyre_parser_expect (&parser, parser.end, "be a number", NULL));
  g_assert_nonnull (strstr (end->message, "must be a number, ends instead"));
}

/* A megabyte of foreign text is no message, and half a character neither. */
static void
long_words_are_quoted_by_their_beginning (void)
{
  g_autofree char *text = g_strnfill (1000, 'x');
  GyreParser parser = begin (text, NULL);
  g_autofree char *found = gyre_parser_dup_found (&parser, parser.cursor, parser.end);
  g_autofree char *nothing = NULL;

  g_assert_cmpuint (strlen (found), ==, 32);
  memcpy (text + 31, "ü", 2);
  g_free (found);
  found = gyre_parser_dup_found (&parser, parser.cursor, parser.end);
  g_assert_cmpuint (strlen (found), ==, 33);
  g_assert_true (g_str_has_suffix (found, "ü"));
  nothing = gyre_parser_dup_found (&parser, parser.cursor, parser.cursor);
  g_assert_cmpstr (nothing, ==, "x");
}

static void
nesting_has_an_end (void)
{
  g_autoptr (GError) error = NULL;
  GyreParser parser = begin ("(", &error);

  for (guint depth = 0; depth < GYRE_NUMBER_MAXIMUM_DEPTH; depth++)
    g_assert_true (gyre_parser_descend (&parser));
  g_assert_false (gyre_parser_descend (&parser));
  g_assert_nonnull (strstr (error->message, "must not nest"));
  g_assert_nonnull (strstr (error->message, "deeper than 64"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/traits/parser/places-count-characters-of-any-bytes", places_count_characters_of_any_bytes);
  g_test_add_func ("/traits/parser/blanks-and-tokens-are-passed", blanks_and_tokens_are_passed);
  g_test_add_func ("/traits/parser/nothing-behind-the-end-is-read", nothing_behind_the_end_is_read);
  g_test_add_func ("/traits/parser/what-is-found-is-told-with-its-place", what_is_found_is_told_with_its_place);
  g_test_add_func ("/traits/parser/long-words-are-quoted-by-their-beginning", long_words_are_quoted_by_their_beginning);
  g_test_add_func ("/traits/parser/nesting-has-an-end", nesting_has_an_end);
  return g_test_run ();
}
