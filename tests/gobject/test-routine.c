/* test-routine.c: What debug information tells of a function
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-routine-private.h"

#include <gmodule.h>
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

  if (routine->parameters->len == 0)
    {
      g_test_skip ("built without debug information, or without libdw");
      return;
    }
  g_assert_cmpstr (routine->name, ==, "test_routine_visible");
  g_assert_cmpstr (routine->result, ==, "const char *");
  g_assert_true (g_str_has_suffix (routine->file, "test-routine.c"));
  g_assert_cmpuint (routine->line, ==, 13);
  g_assert_cmpuint (routine->parameters->len, ==, 4);
  g_assert_cmpstr (get (routine, 0)->type, ==, "GObject *");
  g_assert_cmpstr (get (routine, 1)->name, ==, "second");
  g_assert_cmpstr (get (routine, 1)->type, ==, "const double *");
  g_assert_cmpstr (get (routine, 2)->type, ==, "guint");
  g_assert_cmpstr (get (routine, 3)->type, ==, "GError **");
}

/* A library of one function, by a compiler; NULL where that is not there. */
static GModule *
build_library (const char *compiler, const char *folder)
{
  g_autofree char *program = g_find_program_in_path (compiler);
  g_autofree char *source = g_build_filename (folder, "leap.c", NULL);
  g_autofree char *library = g_build_filename (folder, "libleap.so", NULL);
  const char *words[] = { program, "-g", "-gdwarf-5", "-shared", "-fPIC", "-o", library, "leap.c", NULL };
  int status;

  if (program == NULL)
    return NULL;
  g_assert_true (g_file_set_contents (source, "\nint\nleap (int how_far)\n{\n  return how_far;\n}\n", -1, NULL));
  g_assert_true (g_spawn_sync (folder, (char **) words, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, &status, NULL));
  g_assert_cmpint (status, ==, 0);
  return g_module_open (library, G_MODULE_BIND_LOCAL);
}

/* Compilers number the files of debug information differently, clang also by how the file was named to it. */
static void
place_is_known_whoever_compiles (gconstpointer compiler)
{
  g_autofree char *folder = g_dir_make_tmp ("gyre-routine-XXXXXX", NULL);
  g_autofree char *command = g_strdup_printf ("rm -r '%s'", folder);
  GModule *module = build_library (compiler, folder);
  g_autoptr (GyreRoutine) known = gyre_routine_find (G_CALLBACK (test_routine_visible));
  gpointer leap = NULL;

  if (module == NULL || known->parameters->len == 0)
    g_test_skip ("no such compiler, or built without libdw");
  else
    {
      g_autoptr (GyreRoutine) routine = NULL;

      g_assert_true (g_module_symbol (module, "leap", &leap));
      routine = gyre_routine_find ((GCallback) leap);
      g_assert_nonnull (routine->file);
      g_assert_true (g_str_has_suffix (routine->file, "leap.c"));
      g_assert_cmpuint (routine->line, ==, 3);
      g_assert_cmpstr (get (routine, 0)->name, ==, "how_far");
    }
  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
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
  g_test_add_data_func ("/gobject/routine/place-is-known-whoever-compiles/gcc", "gcc", place_is_known_whoever_compiles);
  g_test_add_data_func ("/gobject/routine/place-is-known-whoever-compiles/clang", "clang", place_is_known_whoever_compiles);
  g_test_add_func ("/gobject/routine/stripped-library-has-a-name-and-no-guess", stripped_library_has_a_name_and_no_guess);
  g_test_add_func ("/gobject/routine/library-is-known-by-its-file-and-the-program-is-none", library_is_known_by_its_file_and_the_program_is_none);
  return g_test_run ();
}
