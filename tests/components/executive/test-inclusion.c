/* test-inclusion.c: Files within files
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-inclusion-private.h"
#include "gyre-source.h"

#include <glib/gstdio.h>

static void
test_itself (void)
{
  g_autofree char *folder = g_dir_make_tmp ("gyre-inclusion-XXXXXX", NULL);
  g_autofree char *file = g_build_filename (folder, "a.pfg", NULL);
  g_autofree char *same = g_build_filename (folder, ".", "a.pfg", NULL);
  g_autoptr (GyreLocator) place = gyre_locator_new_file (file, 4, 1);
  g_autoptr (GError) error = NULL;
  GyreInclusion outer = { NULL, file, NULL };
  GyreInclusion inner = { &outer, same, place };

  g_assert_true (g_file_set_contents (file, "", 0, NULL));
  g_assert_true (gyre_inclusion_check (&outer, NULL));
  g_assert_false (gyre_inclusion_check (&inner, &error));
  g_assert_error (error, GYRE_CONFIGURATION_ERROR, GYRE_CONFIGURATION_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "a.pfg:4:1 includes"));
  g_remove (file);
  g_rmdir (folder);
}

static void
test_depth (void)
{
  GyreInclusion inclusions[GYRE_INCLUSION_MAXIMUM_DEPTH + 2];
  g_autoptr (GyreLocator) place = gyre_locator_new_file ("a.pfg", 1, 1);
  g_autoptr (GError) error = NULL;

  for (guint depth = 0; depth < G_N_ELEMENTS (inclusions); depth++)
    inclusions[depth] = (GyreInclusion) { depth > 0 ? &inclusions[depth - 1] : NULL, "nowhere.pfg", depth > 0 ? place : NULL };
  g_assert_true (gyre_inclusion_check (&inclusions[GYRE_INCLUSION_MAXIMUM_DEPTH - 1], &error));
  g_assert_no_error (error);
  g_assert_false (gyre_inclusion_check (&inclusions[GYRE_INCLUSION_MAXIMUM_DEPTH], &error));
  g_assert_nonnull (strstr (error->message, "more than 32 deep"));
}

static void
test_places (void)
{
  g_autoptr (GyreLocator) first = gyre_locator_new_file ("outer.pfg", 1, 2);
  g_autoptr (GyreLocator) line = gyre_locator_new_file ("middle.pfg", 3, 4);
  GyreInclusion outer = { NULL, "outer.pfg", NULL };
  GyreInclusion middle = { &outer, "middle.pfg", first };
  g_autoptr (GyreLocator) place = gyre_inclusion_locate (&middle, line);
  g_autofree char *text = gyre_locator_to_string (place);

  g_assert_null (gyre_inclusion_get_place (&outer));
  g_assert_true (gyre_inclusion_get_place (&middle) == first);
  g_assert_cmpstr (text, ==, "middle.pfg:3:4, through outer.pfg:1:2");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/executive/inclusion/a-file-in-itself-is-told-with-the-way", test_itself);
  g_test_add_func ("/executive/inclusion/files-nest-so-deep-and-no-deeper", test_depth);
  g_test_add_func ("/executive/inclusion/a-place-tells-what-led-to-it", test_places);
  return g_test_run ();
}
