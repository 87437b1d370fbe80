/* test-edit-text.c: Where a change of a configuration would be made
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-edit-text-private.h"

#include <string.h>

static void
assert_set (GyreEditFormat format, const char *before, const char *value, const char *after)
{
  g_autoptr (GBytes) bytes = g_bytes_new (before, strlen (before));
  g_autoptr (GyreSource) source = gyre_source_new_from_bytes ("t", bytes);
  g_autoptr (GyreReport) report = gyre_report_new ();
  g_autofree char *found = NULL;
  GyreEditText text;
  GyreEditChange change;

  gyre_edit_text_read (&text, format, source, report);
  g_assert_cmpuint (gyre_report_get_errors (report), ==, 0);
  gyre_edit_text_set (&text, 0, value, &change);
  found = g_strdup_printf ("%.*s%s%s", (int) change.start, before, change.text, before + change.stop);
  g_assert_cmpstr (found, ==, after);
  g_free (change.text);
  gyre_events_unref (text.events);
}

static void
test_empty (void)
{
  assert_set (GYRE_EDIT_PFG, "a =\nb = 1\n", "2", "a = 2\nb = 1\n");
  assert_set (GYRE_EDIT_CFG, "a =\nb = 1\n", "2", "a = 2\nb = 1\n");
  assert_set (GYRE_EDIT_YAML, "a:\nb: 1\n", "2", "a: 2\nb: 1\n");
  assert_set (GYRE_EDIT_PML, "<config><bind property='a' /></config>", "2", "<config><bind property='a'>2</bind></config>");
}

static void
test_lines (void)
{
  assert_set (GYRE_EDIT_PFG, "a = 1\n", "x\ny", "a = \n    x\n    y\n");
  assert_set (GYRE_EDIT_PFG, "a =\n  x\n  y\nb = 2\n", "z", "a =\n  z\nb = 2\n");
  assert_set (GYRE_EDIT_YAML, "a: |\n  x\n  y\n\nb: 2\n", "z", "a: z\n\nb: 2\n");
  assert_set (GYRE_EDIT_YAML, "a:\n- x\n- y\n\nb: 2\n", "(z)", "a: [z]\n\nb: 2\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add_func ("/configuration/edit-text/" path, function)
  ADD ("empty-value-gets-one", test_empty);
  ADD ("lines-of-a-value-are-replaced-together", test_lines);
  return g_test_run ();
}
