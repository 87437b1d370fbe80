/* test-manual-program.c: The manual page of a program
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-manual-program.h"

static GyreManualProgram *
program_new (void)
{
  GyreManualProgram *program = gyre_manual_program_new ("spin", "turns -- and \\turns", "It spins. It stops.");

  gyre_manual_program_add_verb (program, "wheel ", "turn", "[TIMES…]", "turn it", ".so it goes");
  gyre_manual_program_add_verb (program, "", "stop", "", "stop it", NULL);
  gyre_manual_program_add_row (program->options, "rate", "HZ", "so often", "spin turn");
  gyre_manual_program_add_row (program->options, "help", NULL, "this", NULL);
  gyre_manual_program_add_row (program->statuses, "0", NULL, "well", NULL);
  gyre_manual_program_add_row (program->examples, "spin turn --rate='1'", NULL, "Once:", NULL);
  return program;
}

static void
verbs_options_and_statuses_are_told (void)
{
  g_autoptr (GyreManualProgram) program = program_new ();
  g_autofree char *page = gyre_manual_program_dup_page (program);

  g_assert_nonnull (strstr (page, ".Nm \"spin\" Cm \"wheel turn\" Ar \"[TIMES\\[u2026]]\"\n"));
  g_assert_nonnull (strstr (page, ".It Cm \"wheel turn\" Ar \"[TIMES\\[u2026]]\"\nturn it\n.Pp\n\\&.so it goes\n"));
  g_assert_nonnull (strstr (page, ".It Cm \"stop\"\nstop it\n"));
  g_assert_nonnull (strstr (page, ".It Cm \"\\-\\-rate\" Ns = Ns Ar \"\\&HZ\"\nso often\n.br\nFor spin turn.\n"));
  g_assert_nonnull (strstr (page, ".It Cm \"\\-\\-help\"\nthis\n.El"));
  g_assert_nonnull (strstr (page, ".Sh EXIT STATUS\n.Bl -tag -width Ds\n.It Li \"\\&0\"\nwell\n"));
  g_assert_nonnull (strstr (page, "spin turn \\-\\-rate=\\(aq1\\(aq\n"));
  g_assert_null (strstr (page, ".Sh FILES"));
}

static void
mandoc_finds_nothing (void)
{
  g_autofree char *folder = g_dir_make_tmp ("gyre-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "spin.1", NULL);
  g_autofree char *mandoc = g_find_program_in_path ("mandoc");
  const char *command[] = { "mandoc", "-Tlint", "-Wwarning", path, NULL };
  g_autoptr (GyreManualProgram) program = program_new ();
  g_autofree char *page = gyre_manual_program_dup_page (program);
  g_autofree char *remarks = NULL;

  if (mandoc == NULL)
    {
      g_test_skip ("mandoc is not installed");
      return;
    }
  g_assert_true (g_file_set_contents (path, page, -1, NULL));
  g_assert_true (g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &remarks, NULL, NULL, NULL));
  g_assert_cmpstr (remarks, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pages/manual-program/verbs-options-and-statuses-are-told", verbs_options_and_statuses_are_told);
  g_test_add_func ("/pages/manual-program/mandoc-finds-nothing", mandoc_finds_nothing);
  return g_test_run ();
}
