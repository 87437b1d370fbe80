/* test-name.c: What a name is, and which one was meant
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <gyre.h>

#include <string.h>

static void
assert_invalid (const char *name, const char *words)
{
  const char *reason = NULL;

  g_assert_false (gyre_name_is_valid (name, NULL));
  g_assert_false (gyre_name_is_valid (name, &reason));
  g_assert_nonnull (reason);
  g_assert_nonnull (strstr (reason, words));
}

static void
test_valid (void)
{
  static const char * const names[] = {
    "gauss", "gauss.functors.exp", "mc-π.box", "a.unit box of mine.c", "βγ_1/2*3+4", "名前.x", "a\\b~!@$%^&|<>?`",
  };

  for (guint index = 0; index < G_N_ELEMENTS (names); index++)
    {
      const char *reason = "not touched";

      g_assert_true (gyre_name_is_valid (names[index], &reason));
      g_assert_null (reason);
    }
}

static void
test_empty_fragments (void)
{
  assert_invalid (NULL, "empty");
  assert_invalid ("", "empty");
  assert_invalid (".", "empty");
  assert_invalid (".a", "empty");
  assert_invalid ("a.", "empty");
  assert_invalid ("a..b", "empty");
}

static void
test_blanks (void)
{
  assert_invalid (" ", "blank");
  assert_invalid (" a", "blank");
  assert_invalid ("a ", "blank");
  assert_invalid ("a. b", "blank");
  assert_invalid ("a .b", "blank");
  assert_invalid ("a. .b", "blank");
  assert_invalid ("a.\xc2\xa0" "b", "blank");
}

static void
test_reserved (void)
{
  for (const char *character = "=:;#{}()[],'\""; *character != '\0'; character++)
    {
      const char name[] = { 'a', *character, 'b', '\0' };

      assert_invalid (name, "any of");
    }
}

static void
test_control (void)
{
  assert_invalid ("a\nb", "control");
  assert_invalid ("a\tb", "control");
  assert_invalid ("a\x7f" "b", "control");
  assert_invalid ("a\xc2\x85" "b", "control");
  assert_invalid ("a\xe2\x80\xa8" "b", "control");
}

static void
test_not_utf8 (void)
{
  assert_invalid ("a\xff", "UTF-8");
  assert_invalid ("a.\xc3", "UTF-8");
}

static void
assert_split (const char *name, const char *expected)
{
  g_auto (GStrv) fragments = gyre_name_split (name);
  g_autofree char *joined = g_strjoinv ("|", fragments);

  g_assert_cmpstr (joined, ==, expected);
}

static void
test_split (void)
{
  g_auto (GStrv) empty = gyre_name_split ("");

  assert_split ("gauss.functors.exp", "gauss|functors|exp");
  assert_split ("  a . unit box\t.\xc2\xa0" "c ", "a|unit box|c");
  assert_split ("a..b.", "a||b|");
  assert_split (".", "|");
  assert_split ("\xff . \xc3", "\xff|\xc3");
  g_assert_cmpuint (g_strv_length (empty), ==, 1);
  g_assert_cmpstr (empty[0], ==, "");
}

static void
test_join (void)
{
  static const char * const fragments[] = { "a", "unit box", "c", NULL };
  g_autofree char *all = gyre_name_join (fragments, -1);
  g_autofree char *two = gyre_name_join (fragments, 2);
  g_autofree char *none = gyre_name_join (fragments, 0);

  g_assert_cmpstr (all, ==, "a.unit box.c");
  g_assert_cmpstr (two, ==, "a.unit box");
  g_assert_cmpstr (none, ==, "");
}

static void
test_package (void)
{
  g_autofree char *package = gyre_name_dup_package (" gauss .functors.exp");
  g_autofree char *alone = gyre_name_dup_package ("gauss");

  g_assert_cmpstr (package, ==, "gauss");
  g_assert_cmpstr (alone, ==, "gauss");
}

static void
test_property (void)
{
  g_autofree char *name = gyre_name_dup_property ("memory_size_2");
  g_autofree char *plain = gyre_name_dup_property ("radius");

  g_assert_cmpstr (name, ==, "memory-size-2");
  g_assert_cmpstr (plain, ==, "radius");
}

static const char * const traits[] = { "samples", "box", "mesh", "region", "integrand", "memory-size", "μ-value", NULL };

static void
assert_similar (const char *word, const char *expected)
{
  g_assert_cmpstr (gyre_name_find_similar (word, traits), ==, expected);
}

static void
test_slips (void)
{
  assert_similar ("sample", "samples");
  assert_similar ("sampless", "samples");
  assert_similar ("sumples", "samples");
  assert_similar ("smaples", "samples");
  assert_similar ("emsh", "mesh");
  assert_similar ("bxo", "box");
  assert_similar ("intergand", "integrand");
}

static void
test_spelling (void)
{
  static const char * const cases[] = { "abd", "ABC", NULL };

  assert_similar ("SAMPLES", "samples");
  assert_similar ("Μ-VALUE", "μ-value");
  assert_similar ("memory_size", "memory-size");
  assert_similar ("Memory Size", "memory-size");
  g_assert_cmpstr (gyre_name_find_similar ("abc", cases), ==, "ABC");
}

static void
test_prefix (void)
{
  static const char * const lengths[] = { "integrators", "integrand", NULL };

  assert_similar ("samp", "samples");
  assert_similar ("INTE", "integrand");
  assert_similar ("meshes2", "mesh");
  assert_similar ("boxofchocolates", NULL);
  g_assert_cmpstr (gyre_name_find_similar ("integ", lengths), ==, "integrand");
}

static void
test_far (void)
{
  assert_similar ("velocity", NULL);
  assert_similar ("", NULL);
  assert_similar ("q", NULL);
  assert_similar ("bat", NULL);
  assert_similar ("x", NULL);
  assert_similar ("\xff\xfe\xff", NULL);
}

static void
test_one_letter (void)
{
  static const char * const letters[] = { "a", "β", NULL };

  g_assert_null (gyre_name_find_similar ("b", letters));
  g_assert_cmpstr (gyre_name_find_similar ("A", letters), ==, "a");
  g_assert_cmpstr (gyre_name_find_similar ("ββ", letters), ==, "β");
}

static void
test_nearest (void)
{
  static const char * const names[] = { "radios", "radii", "radiuses", "radius", NULL };
  static const char * const equal[] = { "cat", "bat", NULL };

  g_assert_cmpstr (gyre_name_find_similar ("radiuS", names), ==, "radius");
  g_assert_cmpstr (gyre_name_find_similar ("rat", equal), ==, "cat");
}

static void
test_long (void)
{
  g_autofree char *longest = g_strnfill (128, 'x');
  g_autofree char *longer = g_strnfill (129, 'x');
  g_autofree char *endless = g_strnfill (1000000, 'x');
  const char *candidates[] = { endless, longer, longest, NULL };

  g_assert_true (gyre_name_find_similar (longest, candidates) == longest);
  g_assert_null (gyre_name_find_similar (longer, candidates));
  g_assert_null (gyre_name_find_similar (endless, candidates));
}

static void
test_suggest (void)
{
  g_autofree char *hint = gyre_name_suggest ("sampels", traits);

  g_assert_cmpstr (hint, ==, "did you mean 'samples'?");
  g_assert_null (gyre_name_suggest ("velocity", traits));
}

static void
test_any_bytes (void)
{
  for (guint round = 0; round < 2000; round++)
    {
      char bytes[160];
      guint length = (guint) g_test_rand_int_range (0, sizeof bytes);
      const char *candidates[] = { bytes, "samples", NULL };
      g_auto (GStrv) fragments = NULL;
      const char *reason;

      for (guint index = 0; index < length; index++)
        bytes[index] = g_test_rand_bit () ? (char) g_test_rand_int_range (1, 256) : ". \xc2\xa0"[round % 4];
      bytes[length] = '\0';
      g_assert_true (gyre_name_is_valid (bytes, &reason) == (reason == NULL));
      g_assert_true (reason != NULL || g_utf8_validate (bytes, -1, NULL));
      fragments = gyre_name_split (bytes);
      if (reason == NULL)
        {
          g_autofree char *joined = gyre_name_join ((const char * const *) fragments, -1);

          g_assert_cmpstr (joined, ==, bytes);
        }
      gyre_name_find_similar (bytes, candidates);
      gyre_name_find_similar ("samples", candidates);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gobject/name/fragments-may-hold-any-text", test_valid);
  g_test_add_func ("/gobject/name/empty-fragment-is-refused", test_empty_fragments);
  g_test_add_func ("/gobject/name/blanks-around-a-fragment-are-refused", test_blanks);
  g_test_add_func ("/gobject/name/characters-with-a-meaning-are-refused", test_reserved);
  g_test_add_func ("/gobject/name/control-characters-are-refused", test_control);
  g_test_add_func ("/gobject/name/bytes-that-are-not-utf8-are-refused", test_not_utf8);
  g_test_add_func ("/gobject/name/split-trims-and-leaves-nothing-out", test_split);
  g_test_add_func ("/gobject/name/join-takes-some-or-all", test_join);
  g_test_add_func ("/gobject/name/package-is-the-first-fragment", test_package);
  g_test_add_func ("/gobject/name/property-has-dashes", test_property);
  g_test_add_func ("/gobject/name/one-slip-is-near", test_slips);
  g_test_add_func ("/gobject/name/another-case-or-dash-is-nearest", test_spelling);
  g_test_add_func ("/gobject/name/beginning-of-a-name-is-near", test_prefix);
  g_test_add_func ("/gobject/name/another-word-is-not-near", test_far);
  g_test_add_func ("/gobject/name/one-letter-is-not-every-letter", test_one_letter);
  g_test_add_func ("/gobject/name/nearest-wins-and-then-the-first", test_nearest);
  g_test_add_func ("/gobject/name/very-long-words-have-no-near-ones", test_long);
  g_test_add_func ("/gobject/name/suggestion-asks", test_suggest);
  g_test_add_func ("/gobject/name/any-bytes-are-safe", test_any_bytes);
  return g_test_run ();
}
