/* gyre-precedence.c: Who beats whom, and which files are looked for
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * One table says what each category is for; the files are those that the executive itself would load now, in its order.
 */
#include "gyre-precedence.h"
#include "gyre-variant-private.h"

static const struct { GyreCategory category; const char *sentence; } meanings[] = {
  { GYRE_CATEGORY_DEFAULTS, "what a class declares, or changes of what it inherits" },
  { GYRE_CATEGORY_BOOT, "what is found when the program starts" },
  { GYRE_CATEGORY_DISCOVERY, "what is found by looking around" },
  { GYRE_CATEGORY_PACKAGE, "files beside the module, and in the folders of the system" },
  { GYRE_CATEGORY_CONSTRUCTION, "what is said where an instance is built" },
  { GYRE_CATEGORY_PERSISTENT, "files in the folder of the user and in the working folder" },
  { GYRE_CATEGORY_USER, "files that somebody names: --config" },
  { GYRE_CATEGORY_COMMAND, "environment variables GYRE__…, then arguments" },
  { GYRE_CATEGORY_EXPLICIT, "what the program's code sets" },
  { GYRE_CATEGORY_FRAMEWORK, "what Gyre itself needs" },
};

G_STATIC_ASSERT (G_N_ELEMENTS (meanings) == GYRE_CATEGORIES);

static const char * const rules[] = {
  "what is said of an instance beats what is said of its class, and that beats what is said of the class's ancestors",
  "a stronger category beats a weaker one",
  "in a category, a setting that holds under conditions beats one that always holds",
  "of two that are equal so far, the later one wins; a file's lines count from top to bottom, an include counts where it stands",
  "+=, -= and ^= change what the weaker ones gave, and do not replace it",
};

static GVariant *
describe_categories (void)
{
  GVariantBuilder list;

  g_variant_builder_init (&list, G_VARIANT_TYPE ("av"));
  for (guint index = 0; index < G_N_ELEMENTS (meanings); index++)
    {
      GVariantBuilder fields;

      g_variant_builder_init (&fields, G_VARIANT_TYPE_VARDICT);
      gyre_fields_add_text (&fields, "category", gyre_category_get_name (meanings[index].category));
      gyre_fields_add_text (&fields, "summary", meanings[index].sentence);
      g_variant_builder_add (&list, "v", g_variant_builder_end (&fields));
    }
  return g_variant_builder_end (&list);
}

static GVariant *
describe_files (GPtrArray *files)
{
  GVariantBuilder list;

  g_variant_builder_init (&list, G_VARIANT_TYPE ("av"));
  for (guint index = 0; index < files->len; index++)
    {
      const GyreSearchHit *hit = files->pdata[index];
      GVariantBuilder fields;

      g_variant_builder_init (&fields, G_VARIANT_TYPE_VARDICT);
      gyre_fields_add_text (&fields, "file", hit->file);
      gyre_fields_add_text (&fields, "category", gyre_category_get_name (hit->category));
      g_variant_builder_add (&list, "v", g_variant_builder_end (&fields));
    }
  return g_variant_builder_end (&list);
}

/**
 * gyre_precedence_describe:
 * @executive: an executive
 * @package: (nullable): a package or an application, to see its files
 *
 * Tells the categories, weakest first, the rules, and the files of a package that are there now, in the order in which they are
 * loaded.
 *
 * Returns: (transfer floating): a dictionary
 *
 * Since: 0.1
 */
GVariant *
gyre_precedence_describe (GyreExecutive *executive, const char *package)
{
  g_autoptr (GPtrArray) files = NULL;
  GVariantBuilder fields;

  g_return_val_if_fail (GYRE_IS_EXECUTIVE (executive), NULL);

  g_variant_builder_init (&fields, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&fields, "{sv}", "categories", describe_categories ());
  g_variant_builder_add (&fields, "{sv}", "rules", g_variant_new_strv (rules, G_N_ELEMENTS (rules)));
  if (package != NULL)
    {
      files = gyre_executive_find_files (executive, package);
      g_variant_builder_add (&fields, "{sv}", "files", describe_files (files));
    }
  return g_variant_builder_end (&fields);
}

static void
append_files (GString *text, GPtrArray *files, const char *package)
{
  g_string_append_printf (text, "\nFiles of %s, in the order in which they are loaded:\n", package);
  for (guint index = 0; index < files->len; index++)
    {
      const GyreSearchHit *hit = files->pdata[index];

      g_string_append_printf (text, "  %-12s  %s\n", gyre_category_get_name (hit->category), hit->file);
    }
  if (files->len == 0)
    g_string_append (text, "  there are none\n");
}

/**
 * gyre_precedence_to_string:
 * @executive: an executive
 * @package: (nullable): a package or an application, to see its files
 *
 * Returns: (transfer full): what gyre_precedence_describe() tells, for people
 *
 * Since: 0.1
 */
char *
gyre_precedence_to_string (GyreExecutive *executive, const char *package)
{
  g_autoptr (GPtrArray) files = NULL;
  GString *text = g_string_new ("Who beats whom, weakest first:\n");

  g_return_val_if_fail (GYRE_IS_EXECUTIVE (executive), NULL);

  for (guint index = 0; index < G_N_ELEMENTS (meanings); index++)
    g_string_append_printf (text, "  %-12s  %s\n", gyre_category_get_name (meanings[index].category), meanings[index].sentence);
  g_string_append (text, "\nRules:\n");
  for (guint index = 0; index < G_N_ELEMENTS (rules); index++)
    g_string_append_printf (text, "  %u. %s\n", index + 1, rules[index]);
  if (package != NULL)
    {
      files = gyre_executive_find_files (executive, package);
      append_files (text, files, package);
    }
  return g_string_free (text, FALSE);
}
