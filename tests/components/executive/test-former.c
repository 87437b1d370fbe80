/* test-former.c: Names that traits had
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <gyre.h>

#include "gyre-former-private.h"

#include <string.h>

typedef struct { GyreComponent parent_instance; int size; int other; } TestOld;
typedef struct { GyreComponentClass parent_class; } TestOldClass;

GYRE_DEFINE_COMPONENT (TestOld, test_old, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (
    gyre_integer (size, 1, .formerly = "width, breadth", .formerly_until = "2.0"),
    gyre_integer (other, 2)),
  GYRE_BEHAVIORS (), .family = "test.old")

static GyreRequirement *
record (void)
{
  gyre_executive_get_default ();
  return GYRE_REQUIREMENT (gyre_actor_get (test_old_get_type ()));
}

static void
test_names (void)
{
  g_autoptr (GyreExecutive) executive = gyre_executive_new ();
  const GyreTrait *size = gyre_former_find (record (), "breadth");
  g_auto (GStrv) names = gyre_former_dup_names (size);

  g_assert_cmpstr (gyre_trait_get_name (size), ==, "size");
  g_assert_cmpuint (g_strv_length (names), ==, 2);
  g_assert_null (gyre_former_find (record (), "size"));
  g_assert_null (gyre_former_find (record (), "depth"));
  g_assert_true (gyre_former_resolve (executive, record (), "width") == &size->descriptor);
}

static void
test_version (void)
{
  g_autoptr (GyreExecutive) executive = gyre_executive_new ();
  const GyreTrait *size = gyre_former_find (record (), "width");

  g_assert_false (gyre_former_is_over (executive, record (), size));
  gyre_executive_set_package_version (executive, "test", "1.10");
  g_assert_false (gyre_former_is_over (executive, record (), size));
  gyre_executive_set_package_version (executive, "test", "2.0");
  g_assert_true (gyre_former_is_over (executive, record (), size));
  g_assert_null (gyre_former_resolve (executive, record (), "width"));
}

static void
test_setting (void)
{
  GyreExecutive *executive = gyre_executive_new ();
  g_autoptr (GyreReport) report = gyre_report_new ();
  g_autofree char *told = NULL;
  g_autoptr (GError) error = NULL;

  record ();
  gyre_executive_push (executive);
  g_assert_true (gyre_executive_load_text (executive, "a.pfg", "test.old.width = 5\n", GYRE_CATEGORY_USER, report, NULL));
  told = gyre_report_to_string (report);
  g_assert_nonnull (strstr (told, "a.pfg:1:10: warning: test.old.width: is called 'size' now"));
  g_assert_nonnull (strstr (told, "write 'size'"));
  {
    g_autoptr (GyreComponent) old = gyre_component_new (test_old_get_type (), "x", NULL, NULL);
    gint64 size = 0;

    g_assert_true (gyre_component_get_integer (old, "size", &size, NULL));
    g_assert_cmpint (size, ==, 5);
    g_assert_true (gyre_executive_load_text (executive, "b.pfg", "x.breadth = 6\n", GYRE_CATEGORY_USER, report, NULL));
    g_assert_true (gyre_component_get_integer (old, "size", &size, NULL));
    g_assert_cmpint (size, ==, 6);
  }
  gyre_executive_set_package_version (executive, "test", "2.1");
  g_assert_false (gyre_executive_load_text (executive, "a.pfg", "test.old.width = 5\n", GYRE_CATEGORY_USER, NULL, &error));
  g_assert_nonnull (strstr (error->message, "is called 'size' now"));
  gyre_executive_pop (executive);
  g_object_unref (executive);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/executive/former/a-trait-is-found-by-the-names-that-it-had", test_names);
  g_test_add_func ("/executive/former/a-version-ends-former-names", test_version);
  g_test_add_func ("/executive/former/a-setting-under-a-former-name-works-with-a-warning", test_setting);
  return g_test_run ();
}
