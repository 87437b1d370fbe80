/* test-sketch.c: Places and lines between them, of which a picture is made
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-sketch-private.h"

static void
add (GyreSketch *sketch, const char *name, const char *cluster)
{
  gyre_sketch_add_place (sketch, &(GyrePlace) { .name = name, .title = name, .cluster = cluster });
}

static void
different_names_are_different_places (void)
{
  static const char * const names[] = { "a\"b", "a%22b", "a\\b", "a\\\\b", "a\xff", "a\xfe" };
  g_autoptr (GyreSketch) sketch = gyre_sketch_new (NULL, FALSE);
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint index = 0; index < G_N_ELEMENTS (names); index++)
    add (sketch, names[index], NULL);
  g_assert_cmpuint (gyre_sketch_get_length (sketch), ==, G_N_ELEMENTS (names));
  for (guint index = 0; index < sketch->places->len; index++)
    g_assert_true (g_hash_table_add (known, ((GyreSketchPlace *) sketch->places->pdata[index])->name));
}

static void
the_first_place_of_a_name_stays (void)
{
  g_autoptr (GyreSketch) sketch = gyre_sketch_new (NULL, FALSE);

  add (sketch, "a", "first");
  add (sketch, "a", "second");
  g_assert_cmpuint (gyre_sketch_get_length (sketch), ==, 1);
  g_assert_cmpuint (sketch->clusters->len, ==, 1);
  g_assert_true (gyre_sketch_has_place (sketch, "a"));
  g_assert_false (gyre_sketch_has_place (sketch, "b"));
}

static void
lines_between_the_same_places_are_one_with_all_labels (void)
{
  g_autoptr (GyreSketch) sketch = gyre_sketch_new (NULL, FALSE);
  GyreSketchLine *line;

  add (sketch, "a", NULL);
  add (sketch, "b", NULL);
  gyre_sketch_add_line (sketch, GYRE_LINE_FACILITY, "a", "b", "left", 2);
  gyre_sketch_add_line (sketch, GYRE_LINE_FACILITY, "a", "b", "right", 3);
  gyre_sketch_add_line (sketch, GYRE_LINE_FACILITY, "a", "nobody", "top", 0);
  g_assert_cmpuint (sketch->lines->len, ==, 1);
  line = sketch->lines->pdata[0];
  g_assert_cmpstr (line->label->str, ==, "left, right");
  g_assert_cmpuint (line->count, ==, 5);
  gyre_sketch_add_line (sketch, GYRE_LINE_CHILD, "a", "b", NULL, 0);
  gyre_sketch_add_line (sketch, GYRE_LINE_FACILITY, "b", "a", NULL, 0);
  g_assert_cmpuint (sketch->lines->len, ==, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pages/sketch/different-names-are-different-places", different_names_are_different_places);
  g_test_add_func ("/pages/sketch/the-first-place-of-a-name-stays", the_first_place_of_a_name_stays);
  g_test_add_func ("/pages/sketch/lines-between-the-same-places-are-one-with-all-labels", lines_between_the_same_places_are_one_with_all_labels);
  return g_test_run ();
}
