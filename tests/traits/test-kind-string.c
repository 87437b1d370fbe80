/* test-kind-string.c: The kind of texts
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "trait-fixture.h"

static GyreTrait *
string (void)
{
  return MAKE_TRAIT (POINTER (string), .nullable = TRUE);
}

static void
test_texts (void)
{
  assert_reads (string (), "  a, (b] ", "a, (b]");
  assert_reads (string (), "'  a  '", "\"  a  \"");
  assert_reads (string (), "none", "none");
  assert_reads (string (), "'none'", "\"none\"");
  assert_reads (string (), "", "\"\"");
  assert_reads (string (), "{{x}}", "{{x}}");
  assert_reads (string (), "'a\\tb\\u00e9'", "\"a\\tbé\"");
  assert_refuses (string (), "é {x", GYRE_VALUE_ERROR_SYNTAX,
                  "must not begin a reference with '{', as references cannot be read here (at character 3)");
  assert_refuses (MAKE_TRAIT (POINTER (string)), " none", GYRE_VALUE_ERROR_NULL, "may not be none (at character 2)");
}

static void
test_ascii (void)
{
  for (int first = 1; first < 128; first++)
    for (int second = 0; second < 128; second++)
      {
        char text[] = { (char) first, (char) second, '\0' };

        assert_survives (string (), (GyreValue) { .present = TRUE, .string = text });
      }
}

static void
append_random (GString *text, GRand *random)
{
  gunichar character = g_rand_boolean (random) ? (gunichar) g_rand_int_range (random, 1, 128)
                                               : (gunichar) g_rand_int_range (random, 1, 0x10ffff);

  if (g_unichar_validate (character))
    g_string_append_unichar (text, character);
}

static void
test_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (8);
  GyreTrait *trait = string ();

  for (gsize count = 0; count < 20000; count++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      for (gint length = g_rand_int_range (random, 0, 12); length > 0; length--)
        append_random (text, random);
      assert_survives (trait, (GyreValue) { .present = TRUE, .string = text->str });
    }
}

static void
test_native (void)
{
  assert_takes (string (), native_string ("a"), "a");
  assert_takes (string (), native_string (NULL), "none");
  assert_takes (string (), native_string ("none"), "\"none\"");
  assert_refuses_native (string (), native_int (1), GYRE_VALUE_ERROR_TYPE, "must be of kind string, is a value of type gint");
  assert_refuses_native (string (), native_string ("ab\xff"), GYRE_VALUE_ERROR_TYPE,
                         "must be UTF-8, has the byte 0xff after 2 others");
  assert_refuses (string (), "é\xff", GYRE_VALUE_ERROR_SYNTAX, "must be UTF-8, has the byte 0xff (at character 2)");
}

/* The table of a class is C: its texts have no quotes of ours. */
static void
test_initial (void)
{
  GyreTrait *trait = MAKE_TRAIT (POINTER (string), .initial = { .text = " none" });
  g_autofree char *text = gyre_trait_dup_initial_text (trait);
  g_autofree char *nothing = gyre_trait_dup_initial_text (string ());

  g_assert_cmpstr (text, ==, "\" none\"");
  g_assert_cmpstr (nothing, ==, "none");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/traits/kind-string/quotes-and-blanks-are-taken-off", test_texts);
  g_test_add_func ("/traits/kind-string/every-ascii-byte-reads-back", test_ascii);
  g_test_add_func ("/traits/kind-string/random-texts-read-back", test_random);
  g_test_add_func ("/traits/kind-string/native-text-is-taken-as-it-is", test_native);
  g_test_add_func ("/traits/kind-string/default-is-the-text-itself", test_initial);
  return g_test_run ();
}
