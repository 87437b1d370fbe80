/* test-routine.c: What debug information tells of a function
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-routine-private.h"

#include <string.h>

G_GNUC_NO_INLINE const char *test_routine_visible (GObject *first, const double *second, guint third, GError **error);

const char *
test_routine_visible (GObject *first, const double *second, guint third, GError **error)
{
  return third > 0 ? "some" : "none";
}

static const GyreRoutineParameter *
get (GyreRoutine *routine, guint index)
{
  return routine->parameters->pdata[index];
}

static void
debug_information_has_names_types_and_the_place (void)
{
  g_autoptr (GyreRoutine) routine = gyre_routine_find (G_CALLBACK (test_routine_visible));

  if (routine->file == NULL)
    {
      g_assert_cmpuint (routine->parameters->len, ==, 0);
      g_test_skip ("built without debug information, or without libdw");
      return;
    }
  g_assert_cmpstr (routine->name, ==, "test_routine_visible");
  g_assert_cmpstr (routine->result, ==, "const char *");
  g_assert_true (g_str_has_suffix (routine->file, "test-routine.c"));
  g_assert_cmpuint (routine->line, ==, 12);
  g_assert_cmpuint (routine->parameters->len, ==, 4);
  g_assert_cmpstr (get (routine, 0)->type, ==, "GObject *");
  g_assert_cmpstr (get (routine, 1)->name, ==, "second");
  g_assert_cmpstr (get (routine, 1)->type, ==, "const double *");
  g_assert_cmpstr (get (routine, 2)->type, ==, "guint");
  g_assert_cmpstr (get (routine, 3)->type, ==, "GError **");
}

static void
stripped_library_has_a_name_and_no_guess (void)
{
  g_autoptr (GyreRoutine) routine = gyre_routine_find (G_CALLBACK (g_object_new));
  g_autoptr (GyreRoutine) nowhere = gyre_routine_find (G_CALLBACK (routine));

  g_assert_cmpstr (routine->name, ==, "g_object_new");
  g_assert_null (nowhere->name);
  g_assert_null (nowhere->file);
  g_assert_cmpuint (nowhere->parameters->len, ==, 0);
}

static void
library_is_known_by_its_file_and_the_program_is_none (void)
{
  g_autofree char *library = gyre_routine_dup_module ((gconstpointer) g_type_name);
  g_autofree char *program = gyre_routine_dup_module ((gconstpointer) test_routine_visible);

  g_assert_nonnull (strstr (library, "libgobject-2.0.so"));
  g_assert_null (program);
  g_assert_false (gyre_routine_is_of_file (&library));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gobject/routine/debug-information-has-names-types-and-the-place", debug_information_has_names_types_and_the_place);
  g_test_add_func ("/gobject/routine/stripped-library-has-a-name-and-no-guess", stripped_library_has_a_name_and_no_guess);
  g_test_add_func ("/gobject/routine/library-is-known-by-its-file-and-the-program-is-none", library_is_known_by_its_file_and_the_program_is_none);
  return g_test_run ();
}
