/* test-kind-path.c: The kind of names of files
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "trait-fixture.h"

static void
test_one_spelling (void)
{
  GyreTrait *path = MAKE_TRAIT (POINTER (path), .initial = { .text = "./b//c" });
  g_autofree char *initial = gyre_trait_dup_initial_text (path);

  assert_reads (path, " a//b/./c/ ", "a/b/c");
  assert_reads (path, "", ".");
  assert_takes (path, native_string ("a//b"), "a/b");
  g_assert_cmpstr (initial, ==, "b/c");
}

static void
test_reads_back (void)
{
  GyreTrait *path = MAKE_TRAIT (POINTER (path));

  assert_reads (path, "./~x", "./~x");
  assert_reads (path, "'none'", "\"none\"");
  assert_reads (path, "'a;b '", "\"a;b \"");
  assert_reads (path, "~nobody-has-this-name/x", "~nobody-has-this-name/x");
}

static void
test_refused (void)
{
  GyreTrait *path = MAKE_TRAIT (POINTER (path));

  assert_refuses_native (path, native_string ("a\xff"), GYRE_VALUE_ERROR_TYPE, "must be UTF-8, has the byte 0xff after 1 others");
  assert_refuses_native (path, native_int (1), GYRE_VALUE_ERROR_TYPE, "must be of kind path, is a value of type gint");
  assert_refuses_native (path, native_string (NULL), GYRE_VALUE_ERROR_NULL, "may not be none");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/traits/kind-path/path-has-one-spelling-however-it-comes-in", test_one_spelling);
  g_test_add_func ("/traits/kind-path/printed-path-reads-back", test_reads_back);
  g_test_add_func ("/traits/kind-path/what-is-no-text-is-refused", test_refused);
  return g_test_run ();
}
