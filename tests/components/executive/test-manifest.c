/* test-manifest.c: The files that were loaded, in order
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-manifest-private.h"

static char *
describe (GyreManifest *manifest)
{
  g_autoptr (GPtrArray) entries = gyre_manifest_dup_entries (manifest);
  GString *text = g_string_new (NULL);

  for (guint index = 0; index < entries->len; index++)
    {
      const GyreManifestEntry *entry = entries->pdata[index];

      g_string_append_printf (text, "%s%s", index > 0 ? ", " : "", entry->package != NULL ? "package " : "");
      g_string_append (text, entry->package != NULL ? entry->package : entry->file);
    }
  return g_string_free (text, FALSE);
}

static void
test_order (void)
{
  g_autoptr (GyreManifest) manifest = gyre_manifest_new ();
  g_autofree char *text = NULL;

  gyre_manifest_add_file (manifest, "b", GYRE_CATEGORY_USER);
  g_assert_true (gyre_manifest_add_package (manifest, "gauss"));
  gyre_manifest_add_file (manifest, "a", GYRE_CATEGORY_PACKAGE);
  gyre_manifest_add_file (manifest, "b", GYRE_CATEGORY_USER);
  text = describe (manifest);
  g_assert_cmpstr (text, ==, "b, package gauss, a, b");
}

static void
test_package_once (void)
{
  g_autoptr (GyreManifest) manifest = gyre_manifest_new ();
  g_autofree char *text = NULL;

  g_assert_false (gyre_manifest_has_package (manifest, "gauss"));
  g_assert_true (gyre_manifest_add_package (manifest, "gauss"));
  g_assert_false (gyre_manifest_add_package (manifest, "gauss"));
  g_assert_true (gyre_manifest_has_package (manifest, "gauss"));
  text = describe (manifest);
  g_assert_cmpstr (text, ==, "package gauss");
}

static void
test_append (void)
{
  g_autoptr (GyreManifest) manifest = gyre_manifest_new ();
  g_autoptr (GyreManifest) other = gyre_manifest_new ();
  g_autoptr (GPtrArray) read = g_ptr_array_new ();
  g_autofree char *text = NULL;

  gyre_manifest_add_package (manifest, "gauss");
  gyre_manifest_add_file (other, "a", GYRE_CATEGORY_USER);
  gyre_manifest_add_package (other, "gauss");
  g_ptr_array_add (read, (gpointer) "a");
  g_ptr_array_add (read, (gpointer) "inner");
  g_ptr_array_add (read, (gpointer) "a");
  gyre_manifest_append (manifest, other, read);
  text = describe (manifest);
  g_assert_cmpstr (text, ==, "package gauss, a");
  g_assert_true (gyre_manifest_has_file (manifest, "inner"));
  g_assert_false (gyre_manifest_has_file (manifest, "outer"));
}

static void
test_set_files (void)
{
  g_autoptr (GyreManifest) manifest = gyre_manifest_new ();
  g_autoptr (GyreManifest) none = gyre_manifest_new ();
  g_autoptr (GPtrArray) before = g_ptr_array_new ();
  g_autoptr (GPtrArray) after = g_ptr_array_new ();
  g_auto (GStrv) files = NULL;

  g_ptr_array_add (before, (gpointer) "a");
  g_ptr_array_add (after, (gpointer) "b");
  g_ptr_array_add (after, (gpointer) "c");
  char *known[] = { (char *) "a", NULL };

  gyre_manifest_append (manifest, none, before);
  g_ptr_array_index (before, 0) = (gpointer) "found-meanwhile";
  gyre_manifest_append (manifest, none, before);
  gyre_manifest_set_files (manifest, known, after);
  files = gyre_manifest_dup_files (manifest);
  g_assert_cmpuint (g_strv_length (files), ==, 3);
  g_assert_cmpstr (files[0], ==, "b");
  g_assert_cmpstr (files[1], ==, "c");
  g_assert_cmpstr (files[2], ==, "found-meanwhile");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/executive/manifest/entries-keep-their-order-and-files-repeat", test_order);
  g_test_add_func ("/executive/manifest/a-package-is-there-once", test_package_once);
  g_test_add_func ("/executive/manifest/another-one-is-added-with-its-files", test_append);
  g_test_add_func ("/executive/manifest/files-that-are-no-longer-read-are-forgotten-and-those-found-meanwhile-are-not", test_set_files);
  return g_test_run ();
}
