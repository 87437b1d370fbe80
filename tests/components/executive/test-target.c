/* test-target.c: What the settings of a name are about
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "classes.h"
#include "gyre-target-private.h"

#include <glib/gstdio.h>

static void
test_rows (void)
{
  static const struct { const char *name, *family; guint matched, length; const char *next, *message; } rows[] = {
    { "", NULL, 0, 0, NULL, NULL },
    { "mc", NULL, 0, 1, NULL, NULL },
    { "test", NULL, 0, 1, NULL, NULL },
    { "test.integrator", "test.integrator", 2, 2, NULL, NULL },
    { "test.integrator.region.mesh", "test.integrator", 2, 4, "region", NULL },
    { "test.shapes", "test.shapes", 2, 2, NULL, "test.shapes is an interface, which has no settings" },
    { "test.shapes.bal", "test.shapes", 2, 3, "bal", "no family 'test.shapes.bal'" },
    { "test.integratr.region", NULL, 0, 3, NULL, "no family 'test.integratr'" },
  };
  g_autoptr (GyreExecutive) executive = gyre_executive_new ();
  GyreTargets *targets = gyre_targets_new (executive);

  for (guint index = 0; index < G_N_ELEMENTS (rows); index++)
    {
      char *warning = NULL;
      const GyreTarget *target = gyre_targets_find (targets, rows[index].name, &warning);

      g_assert_null (warning);
      g_assert_cmpstr (target->record != NULL ? gyre_requirement_get_family (target->record) : NULL, ==, rows[index].family);
      g_assert_cmpuint (target->matched, ==, rows[index].matched);
      g_assert_cmpuint (target->length, ==, rows[index].length);
      g_assert_cmpstr (target->next, ==, rows[index].next);
      g_assert_cmpstr (target->message, ==, rows[index].message);
      g_assert_true (gyre_targets_find (targets, rows[index].name, &warning) == target);
    }
  gyre_targets_free (targets);
}

static void
test_broken_module (void)
{
  g_autoptr (GyreExecutive) executive = gyre_executive_new ();
  GyreTargets *targets = gyre_targets_new (executive);
  g_autofree char *folder = g_dir_make_tmp ("gyre-target-XXXXXX", NULL);
  g_autofree char *file = g_build_filename (folder, "broken.so", NULL);
  g_autofree char *warning = NULL;
  char *again = NULL;

  g_assert_true (g_file_set_contents (file, "text", -1, NULL));
  gyre_linker_add_folder (gyre_executive_get_linker (executive), folder);
  g_assert_true (gyre_targets_has_module (targets, "broken"));
  g_assert_false (gyre_targets_has_module (targets, "absent"));
  g_assert_null (gyre_targets_find (targets, "broken.a", &warning)->message);
  g_assert_true (g_str_has_prefix (warning, "the module of 'broken' can't be loaded: "));
  gyre_targets_find (targets, "broken.b", &again);
  g_assert_null (again);
  gyre_targets_free (targets);
  g_remove (file);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  classes_define_all ();
  g_test_add_func ("/executive/target/longest-family-and-near-misses-are-found", test_rows);
  g_test_add_func ("/executive/target/broken-module-is-told-once", test_broken_module);
  return g_test_run ();
}
