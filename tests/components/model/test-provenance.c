/* test-provenance.c: Who said a value, in sixteen bytes
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-batch.h"
#include "gyre-provenance-private.h"
#include "gyre-settings.h"

/* The count is the first field of a locator, and nobody else asks for it. */
static gint
references_of (GyreLocator *locator)
{
  return g_atomic_int_get ((gint *) (gpointer) locator);
}

static void
assert_place (const GyreProvenance *provenance, const char *expected)
{
  g_autoptr (GyreLocator) locator = gyre_provenance_dup_locator (provenance);
  g_autofree char *text = gyre_locator_to_string (locator);

  g_assert_cmpstr (text, ==, expected);
}

static void
assert_priority (const GyreProvenance *provenance, int category, guint conditional, guint rank)
{
  GyrePriority priority = gyre_provenance_get_priority (provenance);

  g_assert_cmpint (priority.category, ==, category);
  g_assert_cmpuint (priority.conditional, ==, conditional);
  g_assert_cmpuint (priority.rank, ==, rank);
}

static void
test_nobody (void)
{
  GyreProvenance provenance = { 0 };

  g_assert_cmpuint (sizeof provenance, <=, 16);
  g_assert_false (gyre_provenance_is_set (&provenance));
  g_assert_null (gyre_provenance_dup_locator (&provenance));
  assert_priority (&provenance, GYRE_CATEGORY_UNINITIALIZED, 0, 0);
}

static void
test_locator (void)
{
  g_autoptr (GyreLocator) locator = gyre_locator_new_file ("a.pfg", 3, 7);
  GyreProvenance provenance = gyre_provenance_of_locator (GYRE_CATEGORY_CONSTRUCTION, locator);

  g_assert_true (gyre_provenance_is_set (&provenance));
  assert_priority (&provenance, GYRE_CATEGORY_CONSTRUCTION, 0, 0);
  assert_place (&provenance, "a.pfg:3:7");
  gyre_provenance_clear (&provenance);
}

static void
test_without_locator (void)
{
  GyreProvenance provenance = gyre_provenance_of_locator (GYRE_CATEGORY_DEFAULTS, NULL);
  g_autoptr (GyreLocator) locator = gyre_provenance_dup_locator (&provenance);

  g_assert_true (gyre_provenance_is_set (&provenance));
  g_assert_cmpint (gyre_locator_get_kind (locator), ==, GYRE_LOCATOR_DEFAULT);
  gyre_provenance_clear (&provenance);
}

static G_GNUC_NO_INLINE GyreProvenance
said_by_caller (void)
{
  return gyre_provenance_of_address (__builtin_return_address (0));
}

static void
test_address (void)
{
  GyreProvenance provenance = said_by_caller ();
  guint expected = __LINE__ - 1;
  g_autoptr (GyreLocator) locator = gyre_provenance_dup_locator (&provenance);

  assert_priority (&provenance, GYRE_CATEGORY_EXPLICIT, 0, 0);
  g_assert_cmpint (gyre_locator_get_kind (locator), ==, GYRE_LOCATOR_SOURCE);
  if (gyre_locator_get_line (locator) == 0)
    {
      g_test_skip ("built without debug information, or without libdw");
      return;
    }
  g_assert_true (g_str_has_suffix (gyre_locator_get_file (locator), "test-provenance.c"));
  g_assert_cmpuint (gyre_locator_get_line (locator), ==, expected);
}

static void
test_no_address (void)
{
  GyreProvenance provenance = gyre_provenance_of_address (NULL);

  g_assert_true (gyre_provenance_is_set (&provenance));
  assert_place (&provenance, "g_object_set");
}

static void
test_setting (void)
{
  g_autoptr (GyreSettings) settings = gyre_settings_new ();
  g_autoptr (GyreLocator) first = gyre_locator_new_file ("a.pfg", 1, 2);
  g_autoptr (GyreLocator) second = gyre_locator_new_file ("b.pfg", 3, 4);
  GyreProvenance provenance;

  gyre_settings_insert (settings, GYRE_CATEGORY_USER, "mc.samples", "1", first);
  provenance = gyre_provenance_of_setting (gyre_settings_insert (settings, GYRE_CATEGORY_USER, "mc.samples", "2", second));
  assert_priority (&provenance, GYRE_CATEGORY_USER, 0, 2);
  assert_place (&provenance, "b.pfg:3:4");
  gyre_provenance_clear (&provenance);
  g_assert_false (gyre_provenance_is_set (&provenance));
}

static void
test_conditional_setting (void)
{
  g_autoptr (GyreSettings) settings = gyre_settings_new ();
  g_autoptr (GyreBatch) batch = gyre_batch_new (settings, GYRE_CATEGORY_COMMAND);
  GyreProvenance provenance;
  GyreSetting *setting;

  gyre_batch_push_section (batch, "mc", -1, "gauss.mc", -1, 1, 1);
  gyre_batch_insert (batch, "samples", -1, 2, 3, "7", -1, 2, 13);
  gyre_batch_commit (batch);
  setting = gyre_settings_get_strongest (settings, gyre_settings_find (settings, "mc.samples"));
  provenance = gyre_provenance_of_setting (setting);
  assert_priority (&provenance, GYRE_CATEGORY_COMMAND, 1, gyre_setting_get_rank (setting));
  g_assert_cmpint (gyre_priority_compare (gyre_provenance_get_priority (&provenance), gyre_setting_get_priority (setting)), ==, 0);
}

static void
test_copy (void)
{
  g_autoptr (GyreLocator) locator = gyre_locator_new_file ("a.pfg", 3, 7);
  GyreProvenance provenance = gyre_provenance_of_locator (GYRE_CATEGORY_USER, locator);
  GyreProvenance copy;

  provenance.conditional = 1;
  provenance.rank = 9;
  provenance.from_class = TRUE;
  copy = gyre_provenance_copy (&provenance);
  g_assert_cmpint (references_of (locator), ==, 3);
  gyre_provenance_clear (&provenance);
  assert_priority (&copy, GYRE_CATEGORY_USER, 1, 9);
  g_assert_true (copy.from_class);
  assert_place (&copy, "a.pfg:3:7");
  gyre_provenance_clear (&copy);
}

static void
test_clear (void)
{
  g_autoptr (GyreLocator) locator = gyre_locator_new_file ("a.pfg", 3, 7);
  GyreProvenance provenance = gyre_provenance_of_locator (GYRE_CATEGORY_USER, locator);

  g_assert_cmpint (references_of (locator), ==, 2);
  gyre_provenance_clear (&provenance);
  g_assert_cmpint (references_of (locator), ==, 1);
  g_assert_false (gyre_provenance_is_set (&provenance));
  g_assert_null (gyre_provenance_dup_locator (&provenance));
  gyre_provenance_clear (&provenance);
  g_assert_cmpint (references_of (locator), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/provenance/of-nobody-has-no-place-and-no-priority", test_nobody);
  g_test_add_func ("/model/provenance/of-a-locator-is-its-place-and-the-category", test_locator);
  g_test_add_func ("/model/provenance/without-a-locator-is-a-default", test_without_locator);
  g_test_add_func ("/model/provenance/of-an-address-is-the-line-of-the-caller", test_address);
  g_test_add_func ("/model/provenance/of-no-address-is-the-setter-of-objects", test_no_address);
  g_test_add_func ("/model/provenance/of-a-setting-is-its-place-and-its-rank", test_setting);
  g_test_add_func ("/model/provenance/of-a-conditional-setting-says-that-it-is-one", test_conditional_setting);
  g_test_add_func ("/model/provenance/copy-outlives-the-original", test_copy);
  g_test_add_func ("/model/provenance/clear-drops-its-reference-once", test_clear);
  return g_test_run ();
}
