/* gyre-priority.c: How much weight a setting has
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-priority.h"

#include <string.h>

static const char *const category_names[] = {
  [GYRE_CATEGORY_DEFAULTS] = "defaults",
  [GYRE_CATEGORY_BOOT] = "boot",
  [GYRE_CATEGORY_DISCOVERY] = "discovery",
  [GYRE_CATEGORY_PACKAGE] = "package",
  [GYRE_CATEGORY_CONSTRUCTION] = "construction",
  [GYRE_CATEGORY_PERSISTENT] = "persistent",
  [GYRE_CATEGORY_USER] = "user",
  [GYRE_CATEGORY_COMMAND] = "command",
  [GYRE_CATEGORY_EXPLICIT] = "explicit",
  [GYRE_CATEGORY_FRAMEWORK] = "framework",
};

G_STATIC_ASSERT (G_N_ELEMENTS (category_names) == GYRE_CATEGORIES);
G_STATIC_ASSERT (sizeof (GyrePriority) == 8);

/**
 * gyre_category_get_name:
 * @category: a category
 *
 * Returns: (transfer none): its name, `uninitialized` for anything that is not one
 *
 * Since: 0.1
 */
const char *
gyre_category_get_name (GyreCategory category)
{
  if (category < GYRE_CATEGORY_DEFAULTS || category > GYRE_CATEGORY_FRAMEWORK)
    return "uninitialized";
  return category_names[category];
}

/**
 * gyre_category_from_name:
 * @name: a text
 * @category: (out) (optional): the category of that name
 *
 * Finds a category that something can be said in by its name.
 *
 * Returns: whether there is one
 *
 * Since: 0.1
 */
gboolean
gyre_category_from_name (const char *name, GyreCategory *category)
{
  g_return_val_if_fail (name != NULL, FALSE);

  for (int index = 0; index < GYRE_CATEGORIES; index++)
    if (strcmp (category_names[index], name) == 0)
      {
        if (category != NULL)
          *category = index;
        return TRUE;
      }
  return FALSE;
}

/**
 * gyre_priority_compare: (skip)
 * @left: a priority
 * @right: another
 *
 * Returns: less than, equal to or greater than 0 when @left is weaker than, as strong as or stronger than @right
 *
 * Since: 0.1
 */
int
gyre_priority_compare (GyrePriority left, GyrePriority right)
{
  if (left.category != right.category)
    return left.category < right.category ? -1 : 1;
  if (left.conditional != right.conditional)
    return left.conditional < right.conditional ? -1 : 1;
  return (left.rank > right.rank) - (left.rank < right.rank);
}

/**
 * gyre_priority_to_string: (skip)
 * @priority: a priority
 *
 * Writes the priority for a person: `user 3`, `user 3, conditional`.
 *
 * Returns: (transfer full): the text
 *
 * Since: 0.1
 */
char *
gyre_priority_to_string (GyrePriority priority)
{
  return g_strdup_printf ("%s %u%s", gyre_category_get_name (priority.category), priority.rank,
                          priority.conditional ? ", conditional" : "");
}
