/* test-sign.c: What shows from outside that a provider may tell something else
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-sign-private.h"

#include <glib/gstdio.h>

static void
a_name_that_comes_into_a_folder_is_a_sign (void)
{
  g_autofree char *folder = g_dir_make_tmp ("sign-XXXXXX", NULL);
  g_autofree char *file = g_build_filename (folder, "plugin.so", NULL);
  const char *names[] = { folder, NULL };
  g_autoptr (GVariant) signs = g_variant_ref_sink (gyre_signs_new (names));

  g_assert_true (gyre_signs_hold (signs));
  g_assert_true (g_file_set_contents (file, "x", -1, NULL));
  g_assert_false (gyre_signs_hold (signs));
  g_unlink (file);
  g_rmdir (folder);
}

static void
a_file_that_is_not_there_may_come (void)
{
  g_autofree char *folder = g_dir_make_tmp ("sign-XXXXXX", NULL);
  g_autofree char *file = g_build_filename (folder, "registry", NULL);
  const char *names[] = { file, NULL };
  g_autoptr (GVariant) signs = g_variant_ref_sink (gyre_signs_new (names));

  g_assert_true (gyre_signs_hold (signs));
  g_assert_true (g_file_set_contents (file, "x", -1, NULL));
  g_assert_false (gyre_signs_hold (signs));
  g_unlink (file);
  g_rmdir (folder);
}

static void
a_variable_is_a_sign (void)
{
  const char *names[] = { "$GYRE_TEST_SIGN", NULL };
  g_autoptr (GVariant) unset = NULL;
  g_autoptr (GVariant) empty = NULL;

  g_unsetenv ("GYRE_TEST_SIGN");
  unset = g_variant_ref_sink (gyre_signs_new (names));
  g_assert_true (gyre_signs_hold (unset));
  g_setenv ("GYRE_TEST_SIGN", "", TRUE);
  g_assert_false (gyre_signs_hold (unset));
  empty = g_variant_ref_sink (gyre_signs_new (names));
  g_assert_true (gyre_signs_hold (empty));
  g_setenv ("GYRE_TEST_SIGN", "\xff", TRUE);
  g_assert_false (gyre_signs_hold (empty));
}

static void
without_a_sign_nothing_changes (void)
{
  g_autoptr (GVariant) signs = g_variant_ref_sink (gyre_signs_new (NULL));

  g_assert_true (gyre_signs_hold (signs));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/documentation/sign/a-name-that-comes-into-a-folder-is-one", a_name_that_comes_into_a_folder_is_a_sign);
  g_test_add_func ("/documentation/sign/a-file-that-is-not-there-may-come", a_file_that_is_not_there_may_come);
  g_test_add_func ("/documentation/sign/a-variable-is-one", a_variable_is_a_sign);
  g_test_add_func ("/documentation/sign/without-one-nothing-changes", without_a_sign_nothing_changes);
  return g_test_run ();
}
