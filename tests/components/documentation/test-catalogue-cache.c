/* test-catalogue-cache.c: What is known of classes whose modules are not loaded
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "pond.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

typedef struct
{
  GyreExecutive *executive;
  GyreLinker *linker;
  char *folder;
  char *module;
  char *file;
} Scene;

static GVariant *
no_notes (void)
{
  return g_variant_new_array (G_VARIANT_TYPE ("(ss)"), NULL, 0);
}

static void
write_cache (Scene *scene)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (gyre_catalogue_cache_write (scene->file, gyre_catalogue_cache_take_stamps (scene->linker), no_notes (), &error));
  g_assert_no_error (error);
}

static void
begin (Scene *scene)
{
  scene->executive = pond_begin ("");
  scene->linker = gyre_linker_new ();
  scene->folder = g_dir_make_tmp ("cache-XXXXXX", NULL);
  scene->module = g_build_filename (scene->folder, "libx.so", NULL);
  scene->file = g_build_filename (scene->folder, "deep", "cache", NULL);
  g_file_set_contents (scene->module, "x", -1, NULL);
  gyre_linker_add_folder (scene->linker, scene->folder);
  g_type_class_unref (g_type_class_ref (POND_TYPE_PIKE));
  g_type_class_unref (g_type_class_ref (POND_TYPE_WEED));
  /* The folder of the cache must not be a change of the folder of modules. */
  g_autofree char *deep = g_path_get_dirname (scene->file);
  g_mkdir (deep, 0700);
  write_cache (scene);
}

static void
end (Scene *scene)
{
  g_autofree char *deep = g_path_get_dirname (scene->file);

  g_unlink (scene->file);
  g_unlink (scene->module);
  g_rmdir (deep);
  g_rmdir (scene->folder);
  g_free (scene->file);
  g_free (scene->module);
  g_free (scene->folder);
  g_object_unref (scene->linker);
  pond_end (scene->executive);
}

static void
families_are_found_by_name_type_and_beginning (void)
{
  g_autoptr (GyreCatalogueCache) cache = NULL;
  Scene scene;
  guint index = 99, place;

  begin (&scene);
  cache = gyre_catalogue_cache_open (scene.file);
  g_assert_true (gyre_catalogue_cache_find (cache, "pond.fish", &index));
  g_assert_cmpstr (gyre_catalogue_cache_get (cache, index).type, ==, "PondFish");
  g_assert_true (gyre_catalogue_cache_find (cache, "PondFood", &place));
  g_assert_cmpstr (gyre_catalogue_cache_get (cache, place).family, ==, "pond.food");
  g_assert_cmpint (gyre_catalogue_cache_get (cache, place).subject, ==, GYRE_DESCRIPTION_INTERFACE);
  g_assert_cmpstr (gyre_catalogue_cache_get (cache, place).summary, ==, "what is eaten");
  g_assert_cmpuint (gyre_catalogue_cache_find_prefix (cache, "pond.fi"), ==, index);
  g_assert_cmpuint (gyre_catalogue_cache_find_prefix (cache, "zzz"), ==, gyre_catalogue_cache_get_length (cache));
  g_assert_false (gyre_catalogue_cache_find (cache, "pond.fis", &index));
  g_assert_false (gyre_catalogue_cache_find (cache, "", &index));
  end (&scene);
}

static void
a_description_is_what_the_class_says (void)
{
  g_autoptr (GyreCatalogueCache) cache = NULL;
  g_autoptr (GyreDescription) description = NULL;
  g_autoptr (GVariant) told = NULL;
  g_autoptr (GVariant) said = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  Scene scene;
  guint index;

  begin (&scene);
  cache = gyre_catalogue_cache_open (scene.file);
  description = gyre_description_new (GYRE_REQUIREMENT (gyre_actor_get (POND_TYPE_PIKE)));
  g_assert_true (gyre_catalogue_cache_find (cache, "PondPike", &index));
  told = gyre_catalogue_cache_dup_description (cache, index);
  said = g_variant_ref_sink (gyre_description_to_variant (description));
  first = g_variant_print (told, TRUE);
  second = g_variant_print (said, TRUE);
  g_assert_cmpstr (first, ==, second);
  end (&scene);
}

static gboolean
is_fresh (Scene *scene)
{
  g_autoptr (GyreCatalogueCache) cache = gyre_catalogue_cache_open (scene->file);

  return cache != NULL && gyre_catalogue_cache_is_fresh (cache, scene->linker);
}

static void
a_change_of_any_module_makes_it_stale (void)
{
  g_autofree char *other = NULL;
  Scene scene;

  begin (&scene);
  g_assert_true (is_fresh (&scene));
  g_file_set_contents (scene.module, "y", -1, NULL);
  g_assert_false (is_fresh (&scene));
  write_cache (&scene);
  g_assert_true (is_fresh (&scene));
  g_usleep (20000);
  other = g_build_filename (scene.folder, "libother.so", NULL);
  g_file_set_contents (other, "z", -1, NULL);
  g_assert_false (is_fresh (&scene));
  g_unlink (other);
  end (&scene);
}

static void
another_path_has_another_file (void)
{
  Scene scene;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  begin (&scene);
  first = gyre_catalogue_cache_dup_file (scene.linker, NULL);
  gyre_linker_add_folder (scene.linker, "/nowhere");
  second = gyre_catalogue_cache_dup_file (scene.linker, NULL);
  g_assert_cmpstr (first, !=, second);
  g_assert_false (is_fresh (&scene));
  end (&scene);
}

static void
what_is_no_cache_is_ignored_and_written_anew (void)
{
  static const char * const contents[] = { "", "GyreCat\n", "no cache at all, but longer than the head of one, so that there is something to look at" };
  Scene scene;

  begin (&scene);
  for (guint index = 0; index < G_N_ELEMENTS (contents); index++)
    {
      g_file_set_contents (scene.file, contents[index], -1, NULL);
      g_assert_null (gyre_catalogue_cache_open (scene.file));
      write_cache (&scene);
      g_assert_true (is_fresh (&scene));
    }
  g_unlink (scene.file);
  g_assert_null (gyre_catalogue_cache_open (scene.file));
  g_mkdir (scene.file, 0700);
  g_assert_null (gyre_catalogue_cache_open (scene.file));
  g_rmdir (scene.file);
  g_assert_cmpint (mkfifo (scene.file, 0600), ==, 0);
  g_assert_null (gyre_catalogue_cache_open (scene.file));
  end (&scene);
}

static void
a_folder_that_can_not_be_is_an_error (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *file = NULL;
  Scene scene;

  begin (&scene);
  file = g_build_filename (scene.module, "below", "cache", NULL);
  g_assert_false (gyre_catalogue_cache_write (file, gyre_catalogue_cache_take_stamps (scene.linker), no_notes (), &error));
  g_assert_nonnull (error);
  g_assert_true (error->domain == G_FILE_ERROR);
  end (&scene);
}

static gpointer
write_often (gpointer data)
{
  for (guint count = 0; count < 20; count++)
    write_cache (data);
  return NULL;
}

static void
many_writers_leave_a_whole_file (void)
{
  GThread *writers[4];
  Scene scene;

  begin (&scene);
  for (guint index = 0; index < G_N_ELEMENTS (writers); index++)
    writers[index] = g_thread_new ("writer", write_often, &scene);
  for (guint count = 0; count < 200; count++)
    {
      g_autoptr (GyreCatalogueCache) cache = gyre_catalogue_cache_open (scene.file);

      g_assert_nonnull (cache);
    }
  for (guint index = 0; index < G_N_ELEMENTS (writers); index++)
    g_thread_join (writers[index]);
  g_assert_true (is_fresh (&scene));
  end (&scene);
}

static void
notes_are_kept (void)
{
  g_autoptr (GyreCatalogueCache) cache = NULL;
  g_autoptr (GVariant) notes = NULL;
  const char *package, *message;
  GVariantBuilder list;
  Scene scene;

  begin (&scene);
  g_variant_builder_init (&list, G_VARIANT_TYPE ("a(ss)"));
  g_variant_builder_add (&list, "(ss)", "broken", "it has no head");
  g_assert_true (gyre_catalogue_cache_write (scene.file, gyre_catalogue_cache_take_stamps (scene.linker), g_variant_builder_end (&list), NULL));
  cache = gyre_catalogue_cache_open (scene.file);
  notes = gyre_catalogue_cache_dup_notes (cache);
  g_variant_get_child (notes, 0, "(&s&s)", &package, &message);
  g_assert_cmpstr (package, ==, "broken");
  g_assert_cmpstr (message, ==, "it has no head");
  end (&scene);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(test, path) g_test_add_func ("/documentation/catalogue-cache/" path, test)
  ADD (families_are_found_by_name_type_and_beginning, "families-are-found-by-name-type-and-beginning");
  ADD (a_description_is_what_the_class_says, "a-description-is-what-the-class-says");
  ADD (a_change_of_any_module_makes_it_stale, "a-change-of-any-module-makes-it-stale");
  ADD (another_path_has_another_file, "another-path-has-another-file");
  ADD (what_is_no_cache_is_ignored_and_written_anew, "what-is-no-cache-is-ignored-and-written-anew");
  ADD (a_folder_that_can_not_be_is_an_error, "a-folder-that-can-not-be-is-an-error");
  ADD (many_writers_leave_a_whole_file, "many-writers-leave-a-whole-file");
  ADD (notes_are_kept, "notes-are-kept");
#undef ADD
  return g_test_run ();
}
