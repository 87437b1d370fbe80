/* test-path.c: Names of files, as people write them
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <gyre.h>

#include <pwd.h>
#include <unistd.h>

static void
assert_normal (const char *text, const char *expected)
{
  g_autofree char *path = gyre_path_normalize (text);
  g_autofree char *again = gyre_path_normalize (path);

  g_assert_cmpstr (path, ==, expected);
  g_assert_cmpstr (again, ==, expected);
}

static void
test_separators (void)
{
  assert_normal ("a//b///c", "a/b/c");
  assert_normal ("//a", "/a");
  assert_normal ("a/", "a");
  assert_normal ("/", "/");
  assert_normal ("///", "/");
}

static void
test_dots (void)
{
  assert_normal ("", ".");
  assert_normal (".", ".");
  assert_normal ("./", ".");
  assert_normal ("./a/./b/.", "a/b");
  assert_normal ("/.", "/");
  assert_normal ("a/../b", "a/../b");
  assert_normal ("..", "..");
  assert_normal (".hidden/...", ".hidden/...");
}

static void
test_home (void)
{
  g_autofree char *folder = g_build_filename (g_get_home_dir (), "x", NULL);
  g_autofree char *home = gyre_path_normalize (g_get_home_dir ());

  assert_normal ("~", home);
  assert_normal ("~//x/", folder);
  assert_normal ("a/~", "a/~");
}

static void
test_user (void)
{
  struct passwd *entry = getpwuid (getuid ());
  g_autofree char *text = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *normal = NULL;

  if (entry == NULL)
    {
      g_test_skip ("this user has no entry");
      return;
    }
  text = g_strdup_printf ("~%s/x", entry->pw_name);
  expected = g_build_filename (entry->pw_dir, "x", NULL);
  normal = gyre_path_normalize (expected);
  assert_normal (text, normal);
}

static void
test_unknown_user (void)
{
  assert_normal ("~no-such-user-here/x", "~no-such-user-here/x");
}

static void
test_tilde_file (void)
{
  assert_normal ("./~", "./~");
  assert_normal (".//~x/y", "./~x/y");
}

static void
test_any_bytes (void)
{
  assert_normal ("\xff//\x01", "\xff/\x01");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/traits/path/doubled-separators-are-dropped", test_separators);
  g_test_add_func ("/traits/path/single-dots-are-dropped-and-double-ones-kept", test_dots);
  g_test_add_func ("/traits/path/tilde-is-the-home-folder", test_home);
  g_test_add_func ("/traits/path/tilde-and-user-is-the-home-folder-of-the-user", test_user);
  g_test_add_func ("/traits/path/unknown-user-stays", test_unknown_user);
  g_test_add_func ("/traits/path/file-that-begins-with-a-tilde-stays-a-file", test_tilde_file);
  g_test_add_func ("/traits/path/any-bytes-are-allowed", test_any_bytes);
  return g_test_run ();
}
