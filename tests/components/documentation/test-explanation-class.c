/* test-explanation-class.c: Of which class a component is, as far as its settings tell
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "pond.h"

#include <string.h>

static void
a_section_tells_the_class (void)
{
  GyreExecutive *executive = pond_begin ("pond.fish # hugo:\n  age = 7\n");
  g_autoptr (GVariant) row = g_variant_ref_sink (gyre_explanation_of_key (executive, "hugo.age", NULL));
  g_autofree char *family = pond_find (g_variant_ref (row), "family");

  g_assert_nonnull (strstr (family, "pond.fish"));
  pond_end (executive);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/documentation/explanation-class/a-section-tells-the-class", a_section_tells_the_class);
  return g_test_run ();
}
