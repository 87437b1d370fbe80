/* test-described-module.c: Which file brings a class, and of which version it is
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "pond.h"

#include <string.h>

static void
class_of_the_program_has_no_module (void)
{
  GyreExecutive *executive = pond_begin ("");
  g_autoptr (GyreDescription) pike = gyre_description_new (GYRE_REQUIREMENT (gyre_actor_get (POND_TYPE_PIKE)));

  g_assert_null (pike->module);
  g_assert_null (pike->version);
  pond_end (executive);
}

static void
class_of_a_library_tells_its_file_and_version (void)
{
  GyreExecutive *executive = pond_begin ("");
  g_autoptr (GObject) action = G_OBJECT (g_simple_action_new ("swim", NULL));
  g_autoptr (GyreDescription) description = gyre_description_new_for_instance (action);

  g_assert_nonnull (strstr (description->module, "libgio-2.0.so"));
  g_assert_true (g_str_has_prefix (description->version, "0."));
  pond_end (executive);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/documentation/described-module/class-of-the-program-has-no-module", class_of_the_program_has_no_module);
  g_test_add_func ("/documentation/described-module/class-of-a-library-tells-its-file-and-version", class_of_a_library_tells_its_file_and_version);
  return g_test_run ();
}
