/* test-provenance.c: Who said a value, in sixteen bytes
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-provenance-private.h"
#include "gyre-settings.h"

static void
test_size (void)
{
  g_assert_cmpuint (sizeof (GyreProvenance), ==, 16);
}

static void
test_locator (void)
{
  g_autoptr (GyreLocator) locator = gyre_locator_new_file ("a.pfg", 3, 4);
  GyreProvenance first = gyre_provenance_of_locator (GYRE_CATEGORY_USER, locator);
  GyreProvenance second = gyre_provenance_copy (&first);
  g_autoptr (GyreLocator) found = NULL;
  g_autofree char *text = NULL;

  g_assert_true (gyre_provenance_is_set (&first));
  gyre_provenance_clear (&first);
  g_assert_false (gyre_provenance_is_set (&first));
  g_assert_null (gyre_provenance_dup_locator (&first));
  g_assert_cmpint (gyre_priority_compare (gyre_provenance_get_priority (&first), GYRE_PRIORITY_NONE), ==, 0);
  found = gyre_provenance_dup_locator (&second);
  text = gyre_locator_to_string (found);
  g_assert_cmpstr (text, ==, "a.pfg:3:4");
  g_assert_cmpint (gyre_provenance_get_priority (&second).category, ==, GYRE_CATEGORY_USER);
  gyre_provenance_clear (&second);
}

static void
test_address (void)
{
  GyreProvenance provenance = gyre_provenance_of_address ((gconstpointer) test_address);
  GyreProvenance nowhere = gyre_provenance_of_address (NULL);
  g_autoptr (GyreLocator) first = gyre_provenance_dup_locator (&provenance);
  g_autoptr (GyreLocator) second = gyre_provenance_dup_locator (&nowhere);

  g_assert_nonnull (first);
  g_assert_nonnull (second);
  g_assert_cmpint (gyre_provenance_get_priority (&provenance).category, ==, GYRE_CATEGORY_EXPLICIT);
}

static void
test_setting (void)
{
  g_autoptr (GyreSettings) settings = gyre_settings_new ();
  g_autoptr (GyreLocator) locator = gyre_locator_new_file ("b.pfg", 1, 2);
  GyreSetting *setting = gyre_settings_insert (settings, GYRE_CATEGORY_COMMAND, "a.b", "1", locator);
  GyreProvenance provenance = gyre_provenance_of_setting (setting);
  g_autoptr (GyreLocator) found = gyre_provenance_dup_locator (&provenance);
  g_autofree char *text = gyre_locator_to_string (found);

  g_assert_cmpstr (text, ==, "b.pfg:1:2");
  g_assert_cmpint (gyre_priority_compare (gyre_provenance_get_priority (&provenance), gyre_setting_get_priority (setting)), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/provenance/takes-sixteen-bytes", test_size);
  g_test_add_func ("/model/provenance/locator-is-kept-by-each-copy", test_locator);
  g_test_add_func ("/model/provenance/address-is-said-by-code", test_address);
  g_test_add_func ("/model/provenance/setting-has-its-place-and-priority", test_setting);
  return g_test_run ();
}
