/* test-roster.c: Places of which the same is to be said
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-roster.h"

#include <string.h>

/* A root with so many children, who all have sent something to it. */
static GyreSketch *
new_family (guint n_children)
{
  GyreSketch *sketch = gyre_sketch_new (NULL, TRUE);

  gyre_sketch_add_place (sketch, &(GyrePlace) { .name = "root", .title = "root" });
  for (guint index = 0; index < n_children; index++)
    {
      g_autofree char *name = g_strdup_printf ("child-%u", index);

      gyre_sketch_add_place (sketch, &(GyrePlace) { .name = name, .title = name, .group = "children" });
      gyre_sketch_add_line (sketch, GYRE_LINE_CHILD, "root", name, NULL, 0);
      gyre_sketch_add_line (sketch, GYRE_LINE_MESSAGES, name, "root", NULL, index);
    }
  return sketch;
}

static guint
count (const char *text, const char *part)
{
  guint n_parts = 0;

  for (const char *place = strstr (text, part); place != NULL; place = strstr (place + 1, part))
    n_parts++;
  return n_parts;
}

static void
those_alike_stand_in_one_table_with_one_line (void)
{
  g_autoptr (GyreSketch) sketch = new_family (100);
  g_autofree char *dot = gyre_sketch_to_dot (sketch);

  g_assert_cmpuint (count (dot, "class=child"), ==, 1);
  g_assert_cmpuint (count (dot, "class=messages"), ==, 1);
  g_assert_cmpuint (count (dot, "<td border"), ==, 100);
  g_assert_nonnull (strstr (dot, "100 × children"));
  g_assert_nonnull (strstr (dot, "label=<4950×>"));
}

static void
who_has_a_line_of_its_own_stands_for_itself (void)
{
  g_autoptr (GyreSketch) sketch = new_family (100);
  g_autofree char *dot = NULL;

  gyre_sketch_add_line (sketch, GYRE_LINE_FOLLOWS, "child-7", "child-8", "size", 0);
  dot = gyre_sketch_to_dot (sketch);
  g_assert_cmpuint (count (dot, "<td border"), ==, 98);
  g_assert_nonnull (strstr (dot, "\"child-7\" -> \"child-8\" [class=follows"));
  g_assert_nonnull (strstr (dot, "\"root\" -> \"child-7\" [class=child"));
}

static void
other_groups_and_frames_are_other_tables (void)
{
  g_autoptr (GyreSketch) sketch = new_family (60);
  g_autofree char *dot = NULL;

  for (guint index = 0; index < 20; index++)
    {
      g_autofree char *name = g_strdup_printf ("guest-%u", index);

      gyre_sketch_add_place (sketch, &(GyrePlace) { .name = name, .title = name, .group = "guests", .cluster = index < 10 ? "a" : "b" });
    }
  dot = gyre_sketch_to_dot (sketch);
  g_assert_cmpuint (count (dot, "<table"), ==, 3);
  g_assert_cmpuint (count (dot, "10 × guests"), ==, 2);
}

static void
small_pictures_have_no_tables (void)
{
  g_autoptr (GyreSketch) sketch = new_family (30);
  g_autofree char *dot = gyre_sketch_to_dot (sketch);

  g_assert_cmpuint (count (dot, "<table"), ==, 0);
  g_assert_cmpuint (count (dot, "class=child"), ==, 30);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pages/roster/those-alike-stand-in-one-table-with-one-line", those_alike_stand_in_one_table_with_one_line);
  g_test_add_func ("/pages/roster/who-has-a-line-of-its-own-stands-for-itself", who_has_a_line_of_its_own_stands_for_itself);
  g_test_add_func ("/pages/roster/other-groups-and-frames-are-other-tables", other_groups_and_frames_are_other_tables);
  g_test_add_func ("/pages/roster/small-pictures-have-no-tables", small_pictures_have_no_tables);
  return g_test_run ();
}
