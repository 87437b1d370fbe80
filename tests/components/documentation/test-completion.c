/* test-completion.c: How a program of a user completes in a shell
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "pond.h"

#include <glib/gstdio.h>

static gboolean is_loud;
static char *tune;

static const GOptionEntry entries[] = {
  { "loud", 'l', 0, G_OPTION_ARG_NONE, &is_loud, "Be heard", NULL },
  { "tune", 0, 0, G_OPTION_ARG_STRING, &tune, "Which tune", "march|waltz" },
  { "secret", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_NONE, &is_loud, "Nobody's business", NULL },
  { NULL },
};

static void
nobody_asks_and_nothing_happens (void)
{
  GyreExecutive *executive = pond_begin ("");

  g_unsetenv ("GYRE_COMPLETION_FILE");
  g_assert_false (gyre_completion_answer (executive, entries));
  g_setenv ("GYRE_COMPLETION_FILE", "", TRUE);
  g_assert_false (gyre_completion_answer (executive, entries));
  g_unsetenv ("GYRE_COMPLETION_FILE");
  pond_end (executive);
}

static void
who_asks_gets_families_and_options (void)
{
  GyreExecutive *executive = pond_begin ("");
  g_autofree char *folder = g_dir_make_tmp ("completion-XXXXXX", NULL);
  g_autofree char *file = g_build_filename (folder, "answer", NULL);
  g_autoptr (GyreCatalogueCache) cache = NULL;
  g_autoptr (GVariant) options = NULL;
  g_autofree char *text = NULL;
  guint index;

  gyre_actor_get (POND_TYPE_FISH);
  g_setenv ("GYRE_COMPLETION_FILE", file, TRUE);
  g_assert_true (gyre_completion_answer (executive, entries));
  g_unsetenv ("GYRE_COMPLETION_FILE");
  cache = gyre_catalogue_cache_open (file);
  g_assert_nonnull (cache);
  g_assert_true (gyre_catalogue_cache_find (cache, "pond.fish", &index));
  g_assert_true (gyre_catalogue_cache_is_fresh (cache, gyre_executive_get_linker (executive)));
  options = gyre_catalogue_cache_dup_notes (cache);
  text = g_variant_print (options, FALSE);
  g_assert_cmpstr (text, ==, "[('loud', 'Be heard'), ('tune=march|waltz', 'Which tune')]");
  g_unlink (file);
  g_rmdir (folder);
  pond_end (executive);
}

static void
what_cannot_be_written_is_an_answer_all_the_same (void)
{
  GyreExecutive *executive = pond_begin ("");

  g_setenv ("GYRE_COMPLETION_FILE", "/proc/nowhere/answer", TRUE);
  g_assert_true (gyre_completion_answer (executive, NULL));
  g_unsetenv ("GYRE_COMPLETION_FILE");
  pond_end (executive);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/documentation/completion/nobody-asks-and-nothing-happens", nobody_asks_and_nothing_happens);
  g_test_add_func ("/documentation/completion/who-asks-gets-families-and-options", who_asks_gets_families_and_options);
  g_test_add_func ("/documentation/completion/what-cannot-be-written-is-an-answer-all-the-same",
                   what_cannot_be_written_is_an_answer_all_the_same);
  return g_test_run ();
}
