/* test-literal.c: The one grammar of values
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <gyre.h>

#include <string.h>

static const struct
{
  const char *text;
  const char *meaning;   /* NULL: none */
  gboolean is_quoted;
} scalars[] = {
  { "", "", FALSE },
  { " \t\r\n", "", FALSE },
  { "abc", "abc", FALSE },
  { "  a b\t", "a b", FALSE },
  { "a, (b", "a, (b", FALSE },
  { "(1, 2)", "(1, 2)", FALSE },
  { "it's", "it's", FALSE },
  { "say \"no\"", "say \"no\"", FALSE },
  { "a\\nb", "a\\nb", FALSE },
  { "{{a}}", "{a}", FALSE },
  { "{{{{", "{{", FALSE },
  { "none", NULL, FALSE },
  { " NoNe ", NULL, FALSE },
  { "none of it", "none of it", FALSE },
  { "nonesuch", "nonesuch", FALSE },
  { "\"none\"", "none", TRUE },
  { "''", "", TRUE },
  { " \" a \" ", " a ", TRUE },
  { "'say \"no\"'", "say \"no\"", TRUE },
  { "\"it's\"", "it's", TRUE },
  { "'\\n\\t\\r\\\\\\\"\\''", "\n\t\r\\\"'", TRUE },
  { "'\\x41\\u00e9\\U0001F600\\xe9'", "Aé😀é", TRUE },
  { "'{{\\x7b}}'", "{{}", TRUE },
  { "'a;b'", "a;b", TRUE },
};

static void
test_scalars (void)
{
  for (gsize index = 0; index < G_N_ELEMENTS (scalars); index++)
    {
      g_autoptr (GError) error = NULL;
      gboolean is_none, is_quoted;
      g_autofree char *meaning = gyre_literal_scalar (scalars[index].text, &is_none, &is_quoted, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (meaning, ==, scalars[index].meaning);
      g_assert_cmpint (is_none, ==, scalars[index].meaning == NULL);
      g_assert_cmpint (is_quoted, ==, scalars[index].is_quoted);
    }
}

static const struct
{
  const char *text;
  gsize offset;
  const char *message;
} scalar_mistakes[] = {
  { "'a' b", 4, "must end after the quote, has 'b' (at character 5)" },
  { "'a''b'", 3, "must end after the quote, has ''' (at character 4)" },
  { " 'tis", 1, "must close the quote ' (at character 2)" },
  { "\"a\\\"", 0, "must close the quote \" (at character 1)" },
  { "é {x}", 2, "must not begin a reference with '{', as references cannot be read here (at character 3)" },
  { "a}", 1, "must not have a '}' that closes nothing (at character 2)" },
  { "'a}'", 2, "must not have a '}' that closes nothing (at character 3)" },
  { "'{x}'", 1, "must not begin a reference with '{', as references cannot be read here (at character 2)" },
  { "{{{", 2, "must not begin a reference with '{', as references cannot be read here (at character 3)" },
  { "'\\q'", 1, "must not have a backslash before anything but n t r \\ \" ' x u U (at character 2)" },
  { "'\\", 1, "must not have a backslash before anything but n t r \\ \" ' x u U (at character 2)" },
  { "'\\x4'", 1, "must name a character by the 2 hexadecimal digits after '\\x' (at character 2)" },
  { "'\\x00'", 1, "must name a character by the 2 hexadecimal digits after '\\x' (at character 2)" },
  { "'\\ud800'", 1, "must name a character by the 4 hexadecimal digits after '\\u' (at character 2)" },
  { "'\\U00110000'", 1, "must name a character by the 8 hexadecimal digits after '\\U' (at character 2)" },
  { "é\xff", 1, "must be UTF-8, has the byte 0xff (at character 2)" },
};

static void
test_scalar_mistakes (void)
{
  for (gsize index = 0; index < G_N_ELEMENTS (scalar_mistakes); index++)
    {
      g_autoptr (GError) error = NULL;
      gsize offset = G_MAXSIZE;
      gboolean is_none = TRUE;

      g_assert_null (gyre_literal_scalar (scalar_mistakes[index].text, &is_none, NULL, &error));
      g_assert_error (error, GYRE_VALUE_ERROR, GYRE_VALUE_ERROR_SYNTAX);
      g_assert_cmpstr (error->message, ==, scalar_mistakes[index].message);
      g_assert_true (gyre_value_error_get_offset (error, &offset));
      g_assert_cmpuint (offset, ==, scalar_mistakes[index].offset);
    }
}

static void
test_none_unexpected (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (gyre_literal_scalar ("none", NULL, NULL, &error));
  g_assert_error (error, GYRE_VALUE_ERROR, GYRE_VALUE_ERROR_NULL);
}

static void
test_reference_hint (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (gyre_literal_scalar ("{a.b}", NULL, NULL, &error));
  g_assert_cmpstr (gyre_value_error_get_hint (error), ==, "write {{ for a brace");
}

/* A canonical writing of a tree: texts in ‹›, quoted ones in «», none as ∅, lists in [], each with its offset. */
static void
describe (const GyreLiteral *literal, GString *text)
{
  g_autofree char *meaning = gyre_literal_dup_text (literal);
  const GyreLiteral *element = gyre_literal_get_first (literal);
  gsize length = 0;

  g_string_append_printf (text, "%" G_GSIZE_FORMAT, gyre_literal_get_offset (literal));
  switch (gyre_literal_get_kind (literal))
    {
    case GYRE_LITERAL_NONE:
      g_string_append (text, "∅");
      break;
    case GYRE_LITERAL_BARE:
      g_string_append_printf (text, "‹%s›", meaning);
      break;
    case GYRE_LITERAL_QUOTED:
      g_string_append_printf (text, "«%s»", meaning);
      break;
    case GYRE_LITERAL_LIST:
    default:
      g_string_append_c (text, '[');
      for (; element != NULL; element = gyre_literal_get_next (element), length++)
        {
          g_string_append (text, length > 0 ? " " : "");
          describe (element, text);
        }
      g_string_append_c (text, ']');
      break;
    }
  g_assert_cmpuint (length, ==, gyre_literal_get_length (literal));
}

static const struct
{
  const char *text;
  const char *tree;
} lists[] = {
  { "", "0[]" },
  { "  ", "2[]" },
  { "()", "0[]" },
  { " [ ] ", "1[]" },
  { "0", "0[0‹0›]" },
  { "(0)", "0[1‹0›]" },
  { "0,", "0[0‹0›]" },
  { "(0,)", "0[1‹0›]" },
  { "a, b ,c d", "0[0‹a› 3‹b› 6‹c d›]" },
  { "((0,1),(0,1))", "0[1[2‹0› 4‹1›] 7[8‹0› 10‹1›]]" },
  { "(0,1),(0,1)", "0[0[1‹0› 3‹1›] 6[7‹0› 9‹1›]]" },
  { "((0,1))", "0[1[2‹0› 4‹1›]]" },
  { "(0,1),", "0[0[1‹0› 3‹1›]]" },
  { "[(1), [2]]", "0[1[2‹1›] 6[7‹2›]]" },
  { "(())", "0[1[]]" },
  { "(),()", "0[0[] 3[]]" },
  { "none", "0∅" },
  { " NONE ", "1∅" },
  { "none,", "0[0∅]" },
  { "(none)", "0[1∅]" },
  { "(none, 'none', x none)", "0[1∅ 7«none» 15‹x none›]" },
  { "'a, b', \"(\"", "0[0«a, b» 8«(»]" },
  { "'a'", "0[0«a»]" },
  { "ππ, ρ, 'σ', τ", "0[0‹ππ› 4‹ρ› 7«σ» 12‹τ›]" },
  { "(1+2)*3, 4", "0[0‹(1+2)*3› 9‹4›]" },
  { "(1+2)*(3+4)", "0[0‹(1+2)*(3+4)›]" },
  { "((1+2)*3, (1))", "0[1‹(1+2)*3› 10[11‹1›]]" },
  { "2*(1+2)", "0[0‹2*(1+2)›]" },
  { "f(a, b), c[1]", "0[0‹f(a, b)› 9‹c[1]›]" },
  { "it's, b", "0[0‹it's› 6‹b›]" },
  { "a{{b}}, '{{'", "0[0‹a{b}› 8«{»]" },
  { "({{a}}) b, c", "0[0‹({a}) b› 11‹c›]" },
  { "a\\n, 'a\\n'", "0[0‹a\\n› 5«a\n»]" },
};

static void
test_lists (void)
{
  for (gsize index = 0; index < G_N_ELEMENTS (lists); index++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GyreLiteral) literal = gyre_literal_parse_list (lists[index].text, &error);
      g_autoptr (GString) tree = g_string_new (NULL);

      g_assert_no_error (error);
      describe (literal, tree);
      g_assert_cmpstr (tree->str, ==, lists[index].tree);
    }
}

static const struct
{
  const char *text;
  gsize offset;
  const char *message;
} list_mistakes[] = {
  { ",", 0, "must not have an empty element (at character 1)" },
  { "1,,2", 2, "must not have an empty element (at character 3)" },
  { "(,)", 1, "must not have an empty element (at character 2)" },
  { "(1, , 2)", 4, "must not have an empty element (at character 5)" },
  { "π, (1", 3, "must close the bracket ( (at character 4)" },
  { "(1,", 0, "must close the bracket ( (at character 1)" },
  { "f(1", 1, "must close the bracket ( (at character 2)" },
  { "(1]", 2, "must close ( with ), has ']' (at character 3)" },
  { "[1)", 2, "must close [ with ], has ')' (at character 3)" },
  { "f(1]", 3, "must close ( with ), has ']' (at character 4)" },
  { "1)", 1, "must not have a ')' that closes nothing (at character 2)" },
  { "(1))", 3, "must not have a ')' that closes nothing (at character 4)" },
  { "]", 0, "must not have a ']' that closes nothing (at character 1)" },
  { "'a' b", 4, "must go on with a comma after the quote, has 'b' (at character 5)" },
  { "('a', 'b)", 6, "must close the quote ' (at character 7)" },
  { "1, {a}", 3, "must not begin a reference with '{', as references cannot be read here (at character 4)" },
  { "1, a}", 4, "must not have a '}' that closes nothing (at character 5)" },
  { "1, '\\q'", 4, "must not have a backslash before anything but n t r \\ \" ' x u U (at character 5)" },
  { "1, \xc3", 3, "must be UTF-8, has the byte 0xc3 (at character 4)" },
};

static void
test_list_mistakes (void)
{
  for (gsize index = 0; index < G_N_ELEMENTS (list_mistakes); index++)
    {
      g_autoptr (GError) error = NULL;
      gsize offset = G_MAXSIZE;

      g_assert_null (gyre_literal_parse_list (list_mistakes[index].text, &error));
      g_assert_error (error, GYRE_VALUE_ERROR, GYRE_VALUE_ERROR_SYNTAX);
      g_assert_cmpstr (error->message, ==, list_mistakes[index].message);
      g_assert_true (gyre_value_error_get_offset (error, &offset));
      g_assert_cmpuint (offset, ==, list_mistakes[index].offset);
    }
}

static void
append_repeated (GString *text, const char *piece, gsize count)
{
  for (gsize index = 0; index < count; index++)
    g_string_append (text, piece);
}

static void
test_depth (void)
{
  static const char *const pieces[][3] = { { "(", "", ")" }, { "f(", "", ")" }, { "(", "", ")x" } };

  for (gsize index = 0; index < G_N_ELEMENTS (pieces); index++)
    for (gsize depth = 64; depth <= 65; depth++)
      {
        g_autoptr (GString) text = g_string_new (NULL);
        g_autoptr (GyreLiteral) literal = NULL;
        g_autoptr (GError) error = NULL;

        append_repeated (text, pieces[index][0], depth);
        append_repeated (text, pieces[index][2], depth);
        literal = gyre_literal_parse_list (text->str, &error);
        g_assert_true ((literal != NULL) == (depth == 64));
        g_assert_true (literal != NULL || strstr (error->message, "deeper than 64") != NULL);
      }
}

static void
test_peek (void)
{
  g_autoptr (GyreLiteral) literal = gyre_literal_parse_list ("ab, 'cd', 'e\\n', {{, (1) + (2)", NULL);
  const GyreLiteral *element = gyre_literal_get_first (literal);
  gsize length = 0;

  g_assert_cmpint (strncmp (gyre_literal_peek_text (element, &length), "ab", 2), ==, 0);
  g_assert_cmpuint (length, ==, 2);
  element = gyre_literal_get_next (element);
  g_assert_cmpint (strncmp (gyre_literal_peek_text (element, &length), "cd", 2), ==, 0);
  g_assert_cmpuint (length, ==, 2);
  element = gyre_literal_get_next (element);
  g_assert_null (gyre_literal_peek_text (element, &length));
  element = gyre_literal_get_next (element);
  g_assert_null (gyre_literal_peek_text (element, &length));
  element = gyre_literal_get_next (element);
  g_assert_cmpint (strncmp (gyre_literal_peek_text (element, &length), "(1) + (2)", 9), ==, 0);
  g_assert_cmpuint (length, ==, 9);
  g_assert_null (gyre_literal_get_next (element));
}

static void
assert_text_reads_back (const char *text)
{
  g_autofree char *scalar = gyre_literal_quote (text);
  g_autofree char *element = gyre_literal_quote_element (text);
  g_autofree char *pair = g_strdup_printf ("(%s, %s)", element, element);
  g_autofree char *again = gyre_literal_scalar (scalar, NULL, NULL, NULL);
  g_autoptr (GyreLiteral) list = gyre_literal_parse_list (pair, NULL);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  g_assert_cmpstr (again, ==, text);
  g_assert_nonnull (list);
  g_assert_cmpuint (gyre_literal_get_length (list), ==, 2);
  first = gyre_literal_dup_text (gyre_literal_get_first (list));
  second = gyre_literal_dup_text (gyre_literal_get_next (gyre_literal_get_first (list)));
  g_assert_cmpstr (first, ==, text);
  g_assert_cmpstr (second, ==, text);
  g_assert_cmpint (gyre_literal_get_kind (gyre_literal_get_first (list)), !=, GYRE_LITERAL_NONE);
  g_assert_cmpint (gyre_literal_get_kind (gyre_literal_get_first (list)), !=, GYRE_LITERAL_LIST);
}

static void
test_every_byte_reads_back (void)
{
  for (gunichar first = 1; first < 128; first++)
    for (gunichar second = 0; second < 128; second++)
      {
        char text[] = { (char) first, (char) second, '\0' };

        assert_text_reads_back (text);
      }
  assert_text_reads_back ("");
  assert_text_reads_back ("none");
}

static void
test_random_texts_read_back (void)
{
  static const char *const pieces[] = {
    "a", "none", " ", ",", "(", ")", "[", "]", "{", "}", "\"", "'", "\\", "\n", "\x01", "π", "😀", ";", "x41", "\xc2\xa0",
  };
  g_autoptr (GRand) random = g_rand_new_with_seed (41);

  for (gsize count = 0; count < 20000; count++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      for (gint length = g_rand_int_range (random, 0, 9); length > 0; length--)
        g_string_append (text, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
      assert_text_reads_back (text->str);
    }
}

static void
test_wide_list (void)
{
  g_autoptr (GString) text = g_string_new ("(");
  g_autoptr (GyreLiteral) literal = NULL;
  gsize count = 0;

  append_repeated (text, "(π),", 100000);
  g_string_append_c (text, ')');
  literal = gyre_literal_parse_list (text->str, NULL);
  for (const GyreLiteral *element = gyre_literal_get_first (literal); element != NULL; element = gyre_literal_get_next (element))
    {
      g_assert_cmpuint (gyre_literal_get_offset (element), ==, 1 + 4 * count);
      count++;
    }
  g_assert_cmpuint (count, ==, 100000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/traits/literal/scalar-is-trimmed-and-unquoted", test_scalars);
  g_test_add_func ("/traits/literal/mistake-in-a-scalar-has-its-place", test_scalar_mistakes);
  g_test_add_func ("/traits/literal/none-is-refused-where-nobody-asks-for-it", test_none_unexpected);
  g_test_add_func ("/traits/literal/reference-has-a-hint", test_reference_hint);
  g_test_add_func ("/traits/literal/list-keeps-every-element-and-its-place", test_lists);
  g_test_add_func ("/traits/literal/mistake-in-a-list-has-its-place", test_list_mistakes);
  g_test_add_func ("/traits/literal/nesting-is-limited", test_depth);
  g_test_add_func ("/traits/literal/plain-text-is-not-copied", test_peek);
  g_test_add_func ("/traits/literal/every-ascii-character-reads-back", test_every_byte_reads_back);
  g_test_add_func ("/traits/literal/random-texts-read-back", test_random_texts_read_back);
  g_test_add_func ("/traits/literal/long-list-is-walked-in-order", test_wide_list);
  return g_test_run ();
}
