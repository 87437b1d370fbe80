/* test-picture.c: Pictures of classes and interfaces
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "../documentation/pond.h"

#include "gyre-picture.h"

#include <string.h>

static GyreCatalogue *
new_catalogue (void)
{
  GyreCatalogue *catalogue = gyre_catalogue_new ();

  g_type_class_unref (g_type_class_ref (POND_TYPE_PIKE));
  g_type_class_unref (g_type_class_ref (POND_TYPE_WEED));
  gyre_catalogue_add_known (catalogue, "pond");
  return catalogue;
}

/* Whether a line of that class is drawn. */
static gboolean
has_line (const char *dot, const char *from, const char *to, const char *class)
{
  g_autofree char *line = g_strdup_printf ("\"%s\" -> \"%s\" [class=%s,", from, to, class);

  return strstr (dot, line) != NULL;
}

static guint
count_lines (const char *dot)
{
  guint n_lines = 0;

  for (const char *place = strstr (dot, "\" -> \""); place != NULL; place = strstr (place + 1, "\" -> \""))
    n_lines++;
  return n_lines;
}

static void
lines_are_what_the_records_say (void)
{
  GyreExecutive *executive = pond_begin ("");
  g_autoptr (GyreCatalogue) catalogue = new_catalogue ();
  g_autofree char *dot = gyre_picture_draw_packages (catalogue, (const char * const[]) { "pond", NULL }, NULL);

  g_assert_true (has_line (dot, "pond.pike", "pond.fish", "derives"));
  g_assert_true (has_line (dot, "pond.weed", "pond.food", "implements"));
  g_assert_true (has_line (dot, "pond.fish", "pond.food", "facility"));
  g_assert_false (has_line (dot, "pond.pike", "pond.food", "facility"));
  g_assert_true (has_line (dot, "pond.fish", "GyreComponent", "derives"));
  g_assert_true (has_line (dot, "pond.weed", "GyreComponent", "derives"));
  g_assert_cmpuint (count_lines (dot), ==, 5);
  g_assert_nonnull (strstr (dot, "pond.fish: whatever swims"));
  pond_end (executive);
}

static void
omitted_lines_are_not_drawn (void)
{
  GyreExecutive *executive = pond_begin ("");
  g_autoptr (GyreCatalogue) catalogue = new_catalogue ();
  GyrePictureWish wish = { .omitted = 1 << GYRE_LINE_FACILITY | 1 << GYRE_LINE_IMPLEMENTS };
  g_autofree char *dot = gyre_picture_draw_packages (catalogue, NULL, &wish);

  g_assert_cmpuint (count_lines (dot), ==, 3);
  g_assert_null (strstr (dot, "class=facility"));
  pond_end (executive);
}

static char *
get_address (GyreDescription *description, gpointer data)
{
  return g_strconcat (data, description->type, NULL);
}

static void
places_lead_to_pages_of_the_catalogue (void)
{
  GyreExecutive *executive = pond_begin ("");
  g_autoptr (GyreCatalogue) catalogue = new_catalogue ();
  GyrePictureWish pattern = { .pattern = "reference/%s.html" };
  GyrePictureWish asked = { .address = get_address, .data = (gpointer) "see:" };
  g_autofree char *dot = gyre_picture_draw_packages (catalogue, NULL, &pattern);
  g_autofree char *other = gyre_picture_draw_packages (catalogue, NULL, &asked);

  g_assert_nonnull (strstr (dot, "URL=\"reference/pond.pike.html\""));
  g_assert_null (strstr (dot, "GyreComponent.html"));
  g_assert_nonnull (strstr (other, "URL=\"see:PondPike\""));
  pond_end (executive);
}

static void
interfaces_stand_between_their_implementers_and_those_who_ask_for_them (void)
{
  GyreExecutive *executive = pond_begin ("");
  g_autoptr (GyreCatalogue) catalogue = new_catalogue ();
  const char * const packages[] = { "pond", NULL };
  g_autofree char *dot = gyre_picture_draw_interfaces (catalogue, packages, NULL);

  g_assert_true (has_line (dot, "pond.weed", "pond.food", "implements"));
  g_assert_true (has_line (dot, "pond.fish", "pond.food", "facility"));
  g_assert_null (strstr (dot, "pond.pike"));
  pond_end (executive);
}

static void
relatives_are_ancestors_descendants_and_neighbours (void)
{
  GyreExecutive *executive = pond_begin ("");
  g_autoptr (GyreCatalogue) catalogue = new_catalogue ();
  g_autofree char *fish = gyre_picture_draw_kin (catalogue, gyre_catalogue_find (catalogue, "pond.fish"), NULL);
  g_autofree char *food = gyre_picture_draw_kin (catalogue, gyre_catalogue_find (catalogue, "pond.food"), NULL);

  g_assert_true (has_line (fish, "pond.pike", "pond.fish", "derives"));
  g_assert_true (has_line (fish, "pond.fish", "GyreComponent", "derives"));
  g_assert_true (has_line (fish, "pond.fish", "pond.food", "facility"));
  g_assert_null (strstr (fish, "pond.weed"));
  g_assert_true (has_line (food, "pond.weed", "pond.food", "implements"));
  g_assert_null (strstr (food, "pond.pike"));
  pond_end (executive);
}

static void
relatives_are_drawn_without_a_catalogue_too (void)
{
  GyreExecutive *executive = pond_begin ("");
  g_autoptr (GyreCatalogue) catalogue = gyre_catalogue_new ();
  g_autoptr (GyreDescription) pike = gyre_description_new (GYRE_REQUIREMENT (gyre_actor_get (POND_TYPE_PIKE)));
  g_autofree char *dot = gyre_picture_draw_kin (catalogue, pike, NULL);

  g_assert_true (has_line (dot, "pond.pike", "pond.fish", "derives"));
  g_assert_true (has_line (dot, "pond.fish", "GyreComponent", "derives"));
  pond_end (executive);
}

static void
the_same_catalogue_gives_the_same_bytes (void)
{
  GyreExecutive *executive = pond_begin ("");
  g_autoptr (GyreCatalogue) catalogue = new_catalogue ();
  g_autoptr (GyreCatalogue) reversed = gyre_catalogue_new ();
  g_autofree char *first = gyre_picture_draw_packages (catalogue, NULL, NULL);
  g_autofree char *second = NULL;

  for (guint index = gyre_catalogue_get_length (catalogue); index > 0; index--)
    gyre_catalogue_add (reversed, gyre_catalogue_get (catalogue, index - 1));
  second = gyre_picture_draw_packages (reversed, NULL, NULL);
  g_assert_cmpstr (first, ==, second);
  pond_end (executive);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pages/picture/lines-are-what-the-records-say", lines_are_what_the_records_say);
  g_test_add_func ("/pages/picture/omitted-lines-are-not-drawn", omitted_lines_are_not_drawn);
  g_test_add_func ("/pages/picture/places-lead-to-pages-of-the-catalogue", places_lead_to_pages_of_the_catalogue);
  g_test_add_func ("/pages/picture/interfaces-stand-between-their-implementers-and-those-who-ask-for-them",
                   interfaces_stand_between_their_implementers_and_those_who_ask_for_them);
  g_test_add_func ("/pages/picture/relatives-are-ancestors-descendants-and-neighbours", relatives_are_ancestors_descendants_and_neighbours);
  g_test_add_func ("/pages/picture/relatives-are-drawn-without-a-catalogue-too", relatives_are_drawn_without_a_catalogue_too);
  g_test_add_func ("/pages/picture/the-same-catalogue-gives-the-same-bytes", the_same_catalogue_gives_the_same_bytes);
  return g_test_run ();
}
