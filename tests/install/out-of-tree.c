/* out-of-tree.c: A component of thirty lines that knows Gyre only as it is installed
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <gyre.h>

G_DECLARE_FINAL_TYPE (TreeBranch, tree_branch, TREE, BRANCH, GyreComponent)
struct _TreeBranch { GyreComponent parent_instance; gint64 leaves; };

static gint64
tree_branch_count (TreeBranch *self, gint64 twigs, GError **error)
{
  if (twigs < 0)
    g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL, "a branch has no negative twigs");
  return self->leaves * twigs;
}

GYRE_DEFINE_COMPONENT (TreeBranch, tree_branch, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (gyre_integer (leaves, 7, .constraints = GYRE_POSITIVE, .summary = "how many leaves a twig has")),
  GYRE_BEHAVIORS (gyre_behavior (count, tree_branch_count, (integer, (integer, twigs)), .summary = "all leaves")),
  .family = "tree.branch", .summary = "a branch")

int
main (void)
{
  g_autoptr (GyreComponent) branch = gyre_component_new (tree_branch_get_type (), "low", NULL, "leaves", (gint64) 6, NULL);
  g_auto (GValue) result = G_VALUE_INIT;
  gyre_component_call_with_texts (branch, "count", (const char *[]) { "7", NULL }, &result, NULL);
  g_print ("%s has %d leaves\n", gyre_component_get_name (branch), (int) g_value_get_int64 (&result));
}
