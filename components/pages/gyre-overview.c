/* gyre-overview.c: The classes of a package that has many, in groups
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What most of them have in common is no group: the first is the nearest ancestor of all, then come two levels of those that derive from it
 * and have descendants. Where nothing but that one is there, or families have three words, their first two words are the groups.
 */
#include "gyre-overview.h"

#include "gyre-page.h"
#include "gyre-sketch.h"

#include <string.h>

/* Below the ancestor of all. */
#define LEVELS 2
/* What can be read beside each other. */
#define MOST_GROUPS 60

typedef struct
{
  GPtrArray *classes;           /* of GyreDescription */
  GHashTable *groups;           /* name → GyreOverviewGroup */
} Census;

static void
group_free (gpointer data)
{
  GyreOverviewGroup *self = data;

  g_ptr_array_unref (self->members);
  g_free (self);
}

static GPtrArray *
get_ancestors (GyreDescription *description)
{
  return gyre_markup_count (description->hierarchy) > 0 ? description->hierarchy : description->pedigree;
}

static const char *
get_ancestor (GyreDescription *description, guint index)
{
  GPtrArray *ancestors = get_ancestors (description);

  return index < gyre_markup_count (ancestors) ? ((const GyreDescribedClass *) ancestors->pdata[index])->type : NULL;
}

static GPtrArray *
list_classes (GyreCatalogue *catalogue, const char *package)
{
  GPtrArray *classes = g_ptr_array_new ();

  for (guint index = 0; index < gyre_catalogue_get_length (catalogue); index++)
    {
      GyreDescription *description = gyre_catalogue_get (catalogue, index);

      if (g_strcmp0 (description->package, package) == 0 && description->subject == GYRE_DESCRIPTION_CLASS)
        g_ptr_array_add (classes, description);
    }
  return classes;
}

static GyreOverviewGroup *
take_group (Census *self, GyreCatalogue *catalogue, const char *name, const char *parent)
{
  GyreOverviewGroup *group = g_hash_table_lookup (self->groups, name);

  if (group == NULL)
    {
      group = g_new0 (GyreOverviewGroup, 1);
      *group = (GyreOverviewGroup) { g_intern_string (name), gyre_catalogue_find (catalogue, name), parent, 0, g_ptr_array_new () };
      g_hash_table_insert (self->groups, (gpointer) group->name, group);
    }
  return group;
}

/* Every ancestor is one, for now. */
static void
count_ancestors (Census *self, GyreCatalogue *catalogue)
{
  for (guint index = 0; index < self->classes->len; index++)
    {
      GyreDescription *description = self->classes->pdata[index];
      const char *name;

      for (guint step = 1; (name = get_ancestor (description, step)) != NULL; step++)
        take_group (self, catalogue, name, get_ancestor (description, step + 1))->count++;
    }
}

/* The nearest ancestor that all have; NULL: there is none. */
static const char *
find_root (Census *self)
{
  GyreDescription *first = self->classes->pdata[0];
  const char *name;

  for (guint step = 1; (name = get_ancestor (first, step)) != NULL; step++)
    if (((GyreOverviewGroup *) g_hash_table_lookup (self->groups, name))->count == self->classes->len)
      return name;
  return NULL;
}

/* How far it is from the ancestor of all; -1: it is above. */
static int
get_level (Census *self, const GyreOverviewGroup *group, const char *root)
{
  int level = 0;

  for (; group != NULL && !g_str_equal (group->name, root); level++)
    group = group->parent != NULL ? g_hash_table_lookup (self->groups, group->parent) : NULL;
  return group != NULL ? level : -1;
}

static int
compare_groups (gconstpointer first, gconstpointer second)
{
  const GyreOverviewGroup *left = *(GyreOverviewGroup * const *) first;
  const GyreOverviewGroup *right = *(GyreOverviewGroup * const *) second;

  return left->count != right->count ? (left->count < right->count ? 1 : -1) : strcmp (left->name, right->name);
}

static gboolean
is_shown (Census *self, const GyreOverviewGroup *group, const char *root)
{
  int level = root != NULL ? get_level (self, group, root) : 0;

  return group->count >= 2 && level >= 0 && level <= LEVELS;
}

/* Leaves those that are shown. A part is never larger than the whole, so the whole of each one is among the largest. */
static GPtrArray *
choose (Census *self, const char *root)
{
  g_autoptr (GList) all = g_hash_table_get_values (self->groups);
  g_autoptr (GPtrArray) others = g_ptr_array_new_with_free_func (group_free);
  GPtrArray *chosen = g_ptr_array_new_with_free_func (group_free);

  /* Levels are counted while all are there. */
  for (GList *group = all; group != NULL; group = group->next)
    g_ptr_array_add (is_shown (self, group->data, root) ? chosen : others, group->data);
  g_ptr_array_sort (chosen, compare_groups);
  while (chosen->len > MOST_GROUPS)
    g_ptr_array_add (others, g_ptr_array_steal_index (chosen, chosen->len - 1));
  for (guint index = 0; index < others->len; index++)
    g_hash_table_remove (self->groups, ((GyreOverviewGroup *) others->pdata[index])->name);
  if (root != NULL && chosen->len > 0)
    ((GyreOverviewGroup *) g_hash_table_lookup (self->groups, root))->parent = NULL;
  return chosen;
}

/* By what they derive from. */
static GPtrArray *
list_by_ancestors (GyreCatalogue *catalogue, GPtrArray *classes)
{
  g_autoptr (GHashTable) groups = g_hash_table_new (g_str_hash, g_str_equal);
  Census census = { classes, groups };
  const char *root;
  GPtrArray *chosen;

  count_ancestors (&census, catalogue);
  root = find_root (&census);
  chosen = choose (&census, root);
  for (guint index = 0; root != NULL && index < classes->len; index++)
    {
      GyreOverviewGroup *group = NULL;

      for (guint step = 1; group == NULL; step++)
        group = g_hash_table_lookup (groups, get_ancestor (classes->pdata[index], step));
      g_ptr_array_add (group->members, classes->pdata[index]);
    }
  return chosen;
}

/* `shop.goods` of `shop.goods.chair`; NULL: the family has no more than two words. */
static char *
dup_beginning (GyreDescription *description)
{
  const char *second = description->family != NULL ? strchr (description->family, '.') : NULL;
  const char *third = second != NULL ? strchr (second + 1, '.') : NULL;

  return third != NULL ? g_strndup (description->family, (gsize) (third - description->family)) : NULL;
}

static GPtrArray *
list_by_families (GyreCatalogue *catalogue, GPtrArray *classes, guint *n_grouped)
{
  g_autoptr (GHashTable) groups = g_hash_table_new (g_str_hash, g_str_equal);
  Census census = { classes, groups };

  *n_grouped = 0;
  for (guint index = 0; index < classes->len; index++)
    {
      g_autofree char *beginning = dup_beginning (classes->pdata[index]);
      GyreOverviewGroup *group = beginning != NULL ? take_group (&census, catalogue, beginning, NULL) : NULL;

      if (group == NULL)
        continue;
      group->count++;
      *n_grouped += 1;
      g_ptr_array_add (group->members, classes->pdata[index]);
    }
  return choose (&census, NULL);
}

GPtrArray *
gyre_overview_list (GyreCatalogue *catalogue, const char *package)
{
  g_autoptr (GPtrArray) classes = list_classes (catalogue, package);
  g_autoptr (GPtrArray) by_families = NULL;
  g_autoptr (GPtrArray) by_ancestors = NULL;
  guint n_grouped;

  if (classes->len <= GYRE_OVERVIEW_MANY)
    return NULL;
  by_families = list_by_families (catalogue, classes, &n_grouped);
  if (n_grouped * 2 > classes->len && by_families->len > 1)
    return g_steal_pointer (&by_families);
  by_ancestors = list_by_ancestors (catalogue, classes);
  if (by_ancestors->len > 1)
    return g_steal_pointer (&by_ancestors);
  return by_families->len > 1 ? g_steal_pointer (&by_families) : NULL;
}

char *
gyre_overview_dup_anchor (const char *package, const GyreOverviewGroup *group)
{
  g_autofree char *name = g_strdup_printf ("%s-%s", package, group->name);

  return gyre_markup_dup_anchor ("group", name);
}

static void
add_group (GyreSketch *sketch, const char *package, const GyreOverviewGroup *group)
{
  gboolean is_class = group->description != NULL;
  g_autofree char *subtitle = g_strdup_printf ("%u classes", group->count);
  g_autofree char *anchor = gyre_overview_dup_anchor (package, group);
  g_autofree char *address = is_class ? gyre_page_dup_link (group->description) : g_strconcat ("#", anchor, NULL);
  g_autofree char *tooltip = g_strdup_printf ("%s: %s", group->name, subtitle);

  gyre_sketch_add_place (sketch, &(GyrePlace) {
    .name = group->name,
    .title = is_class ? gyre_description_get_public_name (group->description) : group->name,
    .subtitle = subtitle,
    .tooltip = tooltip,
    .address = address,
    .form = is_class ? GYRE_FORM_CLASS : GYRE_FORM_OUTSIDE,
  });
}

char *
gyre_overview_draw (GyreCatalogue *catalogue, const char *package)
{
  g_autoptr (GPtrArray) groups = gyre_overview_list (catalogue, package);
  g_autofree char *title = g_strdup_printf ("Classes of %s, in groups", package);
  g_autoptr (GyreSketch) sketch = groups != NULL ? gyre_sketch_new (title, FALSE) : NULL;

  if (sketch == NULL)
    return NULL;
  for (guint index = 0; index < groups->len; index++)
    add_group (sketch, package, groups->pdata[index]);
  for (guint index = 0; index < groups->len; index++)
    {
      const GyreOverviewGroup *group = groups->pdata[index];

      if (group->parent != NULL)
        gyre_sketch_add_line (sketch, GYRE_LINE_DERIVES, group->name, group->parent, NULL, 0);
    }
  gyre_sketch_set_note (sketch, "Each leads to its page, or to the list of its classes. A class from which only one other derives is not drawn.");
  return gyre_sketch_to_dot (sketch);
}
