/* test-manual.c: Manual pages
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-manual.h"

#include "exhibit.h"

#include <string.h>

static GyreDescription *
describe (void)
{
  return gyre_description_new (GYRE_REQUIREMENT (gyre_actor_get (gyre_specimen_get_type ())));
}

/* What mandoc says about a page; skips the test where there is no mandoc. */
static char *
run_mandoc (const char *page, const char *output, const char *level)
{
  g_autofree char *folder = g_dir_make_tmp ("gyre-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "page.5", NULL);
  const char *command[] = { "mandoc", output, level, path, NULL };
  char *text = NULL;

  g_assert_true (g_file_set_contents (path, page, -1, NULL));
  g_assert_true (g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, NULL, NULL));
  return text;
}

static gboolean
skip_without_mandoc (void)
{
  g_autofree char *program = g_find_program_in_path ("mandoc");

  if (program == NULL)
    g_test_skip ("mandoc is not installed");
  return program == NULL;
}

static void
a_page_has_its_sections_in_order (void)
{
  static const char * const sections[] = {
    ".Sh NAME\n", ".Sh SYNOPSIS\n", ".Sh DESCRIPTION\n", ".Sh CONFIGURATION\n", ".Sh BEHAVIORS\n", ".Sh FILES\n", ".Sh EXAMPLES\n", ".Sh SEE ALSO\n",
  };
  g_autoptr (GyreCatalogue) catalogue = gyre_catalogue_new ();
  g_autoptr (GyreDescription) description = describe ();
  g_autofree char *page = NULL;
  const char *place;

  g_free (description->example);
  description->example = g_strdup ("odd.specimen:\n    width = 1\n");
  gyre_catalogue_add (catalogue, description);
  page = gyre_manual_dup_page (catalogue, description);
  place = page;
  for (guint index = 0; index < G_N_ELEMENTS (sections); index++)
    {
      place = strstr (place, sections[index]);
      g_assert_nonnull (place);
    }
}

static void
a_page_without_a_word_is_a_page (void)
{
  g_autoptr (GyreCatalogue) catalogue = gyre_catalogue_new ();
  g_autoptr (GyreDescription) description = describe ();
  g_autofree char *page = NULL;
  g_autofree char *remarks = NULL;

  if (skip_without_mandoc ())
    return;
  g_clear_pointer (&description->summary, g_free);
  g_clear_pointer (&description->family, g_free);
  g_clear_pointer (&description->package, g_free);
  g_ptr_array_set_size (description->traits, 0);
  g_ptr_array_set_size (description->behaviors, 0);
  page = gyre_manual_dup_page (catalogue, description);
  remarks = run_mandoc (page, "-Tlint", "-Wwarning");
  g_assert_cmpstr (remarks, ==, "");
}

/* The page as a reader sees it, in one line. */
static char *
dup_seen (const char *page)
{
  g_autofree char *text = run_mandoc (page, "-Tutf8", "-Wunsupp");
  g_autoptr (GRegex) strikes = g_regex_new (".\b", 0, 0, NULL);
  g_autoptr (GRegex) spaces = g_regex_new ("[ \n]+", 0, 0, NULL);
  g_autofree char *plain = g_regex_replace_literal (strikes, text, -1, 0, "", 0, NULL);

  return g_regex_replace_literal (spaces, plain, -1, 0, " ", 0, NULL);
}

static void
odd_words_are_seen_as_they_are (void)
{
  g_autoptr (GyreCatalogue) catalogue = gyre_catalogue_new ();
  g_autoptr (GyreDescription) description = describe ();
  g_autofree char *page = NULL;
  g_autofree char *seen = NULL;

  if (skip_without_mandoc ())
    return;
  page = gyre_manual_dup_page (catalogue, description);
  seen = dup_seen (page);
  g_assert_nonnull (strstr (seen, ".Nm of \"an\" 'odd' \\ <specimen> *with* _marks_ | and β"));
  g_assert_nonnull (strstr (seen, ".from | one\\end 'to' \"the\" other: -β-"));
  g_assert_nonnull (strstr (seen, "a_b *c* <d> `e` | f"));
  g_assert_nonnull (strstr (seen, "real grow (real factor)"));
}

/* Words of which roff or Markdown would make something, in any order. */
static char *
dup_odd_text (void)
{
  static const char * const words[] = {
    ".", "'", "\\", "\"", "-", "--", "Pp", "No", ".Sh", "'so", "\\f", "\\(", "\\[", "\n", "\n\n", "\t", " ", "  ", "β", "\314\201", "😀", "\302\240",
    "a", "word", "|", "`", "``", "*", "_", "#", "# ", "- ", "1. ", "> ", "    ", "```\n", "[x](y://z)", "&lt;", "&#0;", "<b>", "\001", "\357\277\276", "%", "$", "{", "}",
    ",", ";", ":", "(", ")", "|a|b|\n|-|-|\n|c|d|\n", "\377", "https://a.b/c", "\\&", "\\n(.s", "\r",
  };
  GString *text = g_string_new (NULL);

  for (int count = g_test_rand_int_range (1, 12); count > 0; count--)
    g_string_append (text, words[g_test_rand_int_range (0, G_N_ELEMENTS (words))]);
  return g_string_free (text, FALSE);
}

static void
spoil (char **text)
{
  g_free (*text);
  *text = dup_odd_text ();
}

static void
spoil_all (GyreDescription *description)
{
  spoil (&description->summary);
  spoil (&description->description);
  spoil (&description->module);
  spoil (&description->example);
  for (guint index = 0; index < description->traits->len; index++)
    {
      GyreDescribedTrait *trait = description->traits->pdata[index];

      spoil (&trait->name);
      spoil (&trait->kind_text);
      spoil (&trait->summary);
      spoil (&trait->description);
      spoil (&trait->units);
      spoil (&trait->fallback.text);
    }
  for (guint index = 0; index < description->behaviors->len; index++)
    {
      GyreDescribedBehavior *behavior = description->behaviors->pdata[index];

      spoil (&behavior->signature);
      spoil (&behavior->summary);
      spoil (&behavior->description);
    }
}

static void
no_words_make_a_page_wrong (void)
{
  g_autoptr (GyreCatalogue) catalogue = gyre_catalogue_new ();

  if (skip_without_mandoc ())
    return;
  for (guint round = 0; round < 200; round++)
    {
      g_autoptr (GyreDescription) description = describe ();
      g_autofree char *page = NULL;
      g_autofree char *remarks = NULL;

      spoil_all (description);
      page = gyre_manual_dup_page (catalogue, description);
      remarks = run_mandoc (page, "-Tlint", "-Wwarning");
      if (*remarks != '\0')
        g_test_message ("%s\n%s", remarks, page);
      g_assert_cmpstr (remarks, ==, "");
    }
}

static void
relatives_are_referred_to_where_they_have_a_page (void)
{
  g_autoptr (GyreCatalogue) alone = gyre_catalogue_new ();
  g_autoptr (GyreCatalogue) together = gyre_catalogue_new ();
  g_autoptr (GyreDescription) base = gyre_description_new (GYRE_REQUIREMENT (gyre_actor_get (GYRE_TYPE_COMPONENT)));
  g_autoptr (GyreDescription) description = describe ();
  g_autofree char *short_page = NULL;
  g_autofree char *page = NULL;

  gyre_catalogue_add (alone, description);
  gyre_catalogue_add (together, description);
  gyre_catalogue_add (together, base);
  short_page = gyre_manual_dup_page (alone, description);
  page = gyre_manual_dup_page (together, description);
  g_assert_true (g_str_has_suffix (short_page, ".Sh SEE ALSO\n.Xr gyre 1\n"));
  g_assert_true (g_str_has_suffix (page, ".Sh SEE ALSO\n.Xr gyre 1 ,\n.Xr \"GyreComponent\" 5\n"));
}

static void
each_class_has_a_file (void)
{
  g_autofree char *folder = g_dir_make_tmp ("gyre-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "man5", "odd.specimen.5", NULL);
  g_autoptr (GyreCatalogue) catalogue = gyre_catalogue_new ();
  g_autoptr (GyreDescription) description = describe ();

  gyre_catalogue_add (catalogue, description);
  g_assert_true (gyre_manual_write (catalogue, folder, NULL));
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pages/manual/a-page-has-its-sections-in-order", a_page_has_its_sections_in_order);
  g_test_add_func ("/pages/manual/a-page-without-a-word-is-a-page", a_page_without_a_word_is_a_page);
  g_test_add_func ("/pages/manual/odd-words-are-seen-as-they-are", odd_words_are_seen_as_they_are);
  g_test_add_func ("/pages/manual/no-words-make-a-page-wrong", no_words_make_a_page_wrong);
  g_test_add_func ("/pages/manual/relatives-are-referred-to-where-they-have-a-page", relatives_are_referred_to_where_they_have_a_page);
  g_test_add_func ("/pages/manual/each-class-has-a-file", each_class_has_a_file);
  return g_test_run ();
}
