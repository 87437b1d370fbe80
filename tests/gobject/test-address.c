/* test-address.c: Which line an address belongs to, and locators that are made inside
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-address-private.h"
#include "gyre-locator-private.h"

static G_GNUC_NO_INLINE gconstpointer
where_am_i_called (void)
{
  return __builtin_return_address (0);
}

static void
test_line (void)
{
  gconstpointer address = where_am_i_called ();
  guint expected = __LINE__ - 1;
  g_autofree char *file = NULL;
  g_autofree char *function = NULL;
  guint line;

  gyre_address_resolve (address, &file, &line, &function);
  if (line == 0)
    {
      g_test_skip ("built without debug information, or without libdw");
      return;
    }
  g_assert_cmpstr (file, ==, "test-address.c");
  g_assert_cmpuint (line, ==, expected);
}

static void
test_function (void)
{
  g_autofree char *file = NULL;
  g_autofree char *function = NULL;
  guint line;

  gyre_address_resolve ((const char *) (gconstpointer) g_malloc + 4, &file, &line, &function);
  g_assert_cmpstr (function, ==, "g_malloc");
  g_assert_nonnull (file);
}

static void
test_nowhere (void)
{
  g_autofree char *file = NULL;
  g_autofree char *function = NULL;
  guint line;

  gyre_address_resolve (GSIZE_TO_POINTER (16), &file, &line, &function);
  g_assert_null (file);
  g_assert_null (function);
  g_assert_cmpuint (line, ==, 0);
}

static void
test_locator (void)
{
  g_autoptr (GyreLocator) locator = gyre_locator_new_address ((const char *) (gconstpointer) g_malloc + 4);
  g_autoptr (GyreLocator) nowhere = gyre_locator_new_address (GSIZE_TO_POINTER (16));
  g_autofree char *text = gyre_locator_to_string (nowhere);

  g_assert_cmpstr (gyre_locator_get_function (locator), ==, "g_malloc");
  g_assert_nonnull (gyre_locator_get_file (locator));
  g_assert_cmpstr (text, ==, "unknown code");
}

static void
test_locator_through (void)
{
  g_autoptr (GyreLocator) address = gyre_locator_new_address ((const char *) (gconstpointer) g_malloc + 4);
  g_autoptr (GyreLocator) family = gyre_locator_new_environment ("FAMILY");
  g_autoptr (GyreLocator) locator = gyre_locator_new_through (address, family);

  g_assert_cmpstr (gyre_locator_get_function (locator), ==, "g_malloc");
  g_assert_true (gyre_locator_get_through (locator) == family);
}

static void
test_shared_file (void)
{
  char *file = g_ref_string_new ("gauss.pfg");
  g_autoptr (GyreLocator) first = gyre_locator_new_shared_file (file, 3, 5);
  g_autoptr (GyreLocator) second = gyre_locator_new_shared_file (file, 4, 70000);
  g_autofree char *text = NULL;

  g_assert_true (gyre_locator_get_file (first) == file);
  g_assert_true (gyre_locator_get_file (second) == file);
  g_ref_string_release (file);
  text = gyre_locator_to_string (first);
  g_assert_cmpstr (text, ==, "gauss.pfg:3:5");
  g_assert_cmpint (gyre_locator_get_kind (second), ==, GYRE_LOCATOR_FILE);
  g_assert_cmpuint (gyre_locator_get_line (second), ==, 4);
  g_assert_cmpuint (gyre_locator_get_column (second), ==, 65535);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gobject/address/debug-information-tells-the-line", test_line);
  g_test_add_func ("/gobject/address/linker-tells-the-function", test_function);
  g_test_add_func ("/gobject/address/address-of-nothing-is-nowhere", test_nowhere);
  g_test_add_func ("/gobject/address/locator-resolves-when-asked", test_locator);
  g_test_add_func ("/gobject/address/locator-through-something-resolves-too", test_locator_through);
  g_test_add_func ("/gobject/address/locators-share-the-name-of-a-file", test_shared_file);
  return g_test_run ();
}
