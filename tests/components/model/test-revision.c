/* test-revision.c: Meanings change together or not at all
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "model-fixtures.h"

#include "gyre-revision-private.h"

static gboolean
is_defined (GyreBindings *bindings, GyreCell cell)
{
  GyreTerm term = { 0 };
  gboolean is_there = gyre_graph_read (gyre_bindings_get_graph (bindings), cell, &term, NULL);

  if (is_there)
    gyre_term_clear (&term);
  return is_there;
}

static void
say (GyreExecutive *executive, const char *text)
{
  g_autoptr (GyreReport) report = gyre_report_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (gyre_executive_load_text (executive, "revision.pfg", text, GYRE_CATEGORY_USER, report, &error));
  g_assert_no_error (error);
}

static void
test_nothing_is_in_force_before_the_end (void)
{
  g_autoptr (GyreExecutive) executive = gyre_executive_new ();
  GyreBindings *bindings = gyre_bindings_get (executive);
  GyreRevision *revision;
  GyreCell cell;

  say (executive, "well:\n    depth = 3\n");
  revision = gyre_revision_begin (bindings);
  cell = gyre_bindings_require (bindings, "well.depth");
  gyre_revision_touch (revision, cell);
  g_assert_false (is_defined (bindings, cell));
  g_assert_true (gyre_revision_end (revision, NULL));
  g_assert_true (is_defined (bindings, cell));
}

static void
test_what_is_dropped_has_changed_nothing (void)
{
  g_autoptr (GyreExecutive) executive = gyre_executive_new ();
  GyreBindings *bindings = gyre_bindings_get (executive);
  GyreRevision *revision;
  GyreCell cell;

  say (executive, "well:\n    depth = 3\n");
  revision = gyre_revision_begin (bindings);
  cell = gyre_bindings_require (bindings, "well.depth");
  gyre_revision_touch (revision, cell);
  g_assert_true (gyre_revision_check (revision, NULL));
  gyre_revision_drop (revision);
  g_assert_false (is_defined (bindings, cell));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  /* With the first class the executive learns who lets its bindings go. */
  gyre_executive_get_default ();
  gyre_actor_get (TEST_TYPE_BALL);
  g_test_add_func ("/model/revision/nothing-is-in-force-before-the-end", test_nothing_is_in_force_before_the_end);
  g_test_add_func ("/model/revision/what-is-dropped-has-changed-nothing", test_what_is_dropped_has_changed_nothing);
  return g_test_run ();
}
