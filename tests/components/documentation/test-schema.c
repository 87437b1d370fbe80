/* test-schema.c: What editors must know to help with configuration files
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "pond.h"

#include <string.h>

static void
a_class_is_found_by_family_and_by_its_parts (void)
{
  GyreExecutive *executive = pond_begin ("");
  g_autoptr (GPtrArray) requirements = g_ptr_array_new ();
  g_autofree char *text = NULL;

  g_ptr_array_add (requirements, gyre_executive_find_family (executive, "pond.fish", NULL));
  text = gyre_variant_to_json (gyre_schema_describe (requirements));
  g_assert_nonnull (strstr (text, "https://json-schema.org/draft/2020-12/schema"));
  g_assert_nonnull (strstr (text, "#/$defs/pond.fish"));
  g_assert_nonnull (strstr (text, "\"age\""));
  pond_end (executive);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/documentation/schema/a-class-is-found-by-family-and-by-its-parts", a_class_is_found_by_family_and_by_its_parts);
  return g_test_run ();
}
