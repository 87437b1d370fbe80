/* gyre-program-difference.c: gyre configuration diff: what two files say differently
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-program.h"

#include <string.h>

/* What a file says of a key: the values, and where they stand. */
typedef struct
{
  GString *values;
  GString *places;
} Said;

static void
said_free (gpointer data)
{
  Said *self = data;

  g_string_free (self->values, TRUE);
  g_string_free (self->places, TRUE);
  g_free (self);
}

/* The key with its conditions. */
static char *
dup_subject (GyreSetting *setting)
{
  g_autofree char *key = gyre_setting_dup_key (setting);
  GString *text = g_string_new (key);

  for (guint index = 0; index < gyre_setting_get_conditions (setting); index++)
    {
      g_autofree char *name = NULL;
      g_autofree char *family = NULL;

      gyre_setting_dup_condition (setting, index, &name, &family);
      g_string_append_printf (text, "%s%s is %s", index == 0 ? " if " : " and ", name, family);
    }
  return g_string_free (text, FALSE);
}

/* In the order of the file; an assignment leaves nothing of what was said before. */
static void
note_setting (GyreSetting *setting, gpointer data)
{
  g_autofree char *subject = dup_subject (setting);
  Said *said = g_hash_table_lookup (data, subject);
  g_autoptr (GyreLocator) locator = gyre_setting_dup_locator (setting);
  g_autofree char *place = gyre_locator_to_string (locator);

  if (said == NULL)
    {
      said = g_new (Said, 1);
      *said = (Said) { g_string_new (NULL), g_string_new (NULL) };
      g_hash_table_insert (data, g_steal_pointer (&subject), said);
    }
  if (gyre_setting_get_operator (setting) == GYRE_SETTING_ASSIGN)
    {
      g_string_truncate (said->values, 0);
      g_string_truncate (said->places, 0);
    }
  g_string_append_printf (said->values, "%s%s %s", said->values->len > 0 ? "; " : "",
                          gyre_setting_operator_to_string (gyre_setting_get_operator (setting)), gyre_setting_get_value (setting));
  g_string_append_printf (said->places, "%s%s", said->places->len > 0 ? ", " : "", place);
}

/* What a file says; NULL, and all mistakes told, when it has some. */
static GHashTable *
read_file (const GyreCommand *command, const char *file)
{
  g_autoptr (GyreExecutive) executive = gyre_executive_new ();
  g_autoptr (GyreReport) report = gyre_report_new ();
  g_autoptr (GError) error = NULL;
  GHashTable *table = NULL;

  gyre_program_add_modules (executive, command);
  if (gyre_executive_load (executive, file, GYRE_CATEGORY_USER, report, &error))
    {
      table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, said_free);
      gyre_settings_foreach (gyre_executive_get_settings (executive), note_setting, table);
    }
  gyre_program_print_report (report);
  if (table == NULL && gyre_report_get_errors (report) == 0)
    gyre_program_fail (GYRE_EXIT_USAGE, "%s", error->message);
  return table;
}

static int
compare_subjects (gconstpointer left, gconstpointer right)
{
  return strcmp (*(char * const *) left, *(char * const *) right);
}

static GPtrArray *
list_subjects (GHashTable *left, GHashTable *right)
{
  GPtrArray *subjects = g_ptr_array_new ();
  GHashTableIter iterator;
  gpointer key;

  g_hash_table_iter_init (&iterator, left);
  while (g_hash_table_iter_next (&iterator, &key, NULL))
    g_ptr_array_add (subjects, key);
  g_hash_table_iter_init (&iterator, right);
  while (g_hash_table_iter_next (&iterator, &key, NULL))
    if (!g_hash_table_contains (left, key))
      g_ptr_array_add (subjects, key);
  g_ptr_array_sort (subjects, compare_subjects);
  return subjects;
}

/* Secrets are compared, but not shown. */
static gboolean
is_secret (GyreExecutive *executive, GyreSecrecy *secrecy, const char *subject)
{
  g_autofree char *whole = g_strndup (subject, strcspn (subject, " "));
  g_autofree char *key = g_strndup (subject, strcspn (subject, " "));
  const char *mark = strstr (subject, " is ");
  const char *last = NULL;
  char *dot = strrchr (key, '.');
  g_autofree char *family = NULL;

  if (dot == NULL)
    return gyre_secrecy_covers (secrecy, key);
  for (; mark != NULL; mark = strstr (last, " is "))
    last = mark + 4;
  *dot = '\0';
  family = last != NULL ? g_strndup (last, strcspn (last, " ")) : g_strdup (key);
  return gyre_secrecy_covers_setting (secrecy, gyre_executive_find_family (executive, family, NULL), whole);
}

static void
append_side (GString *page, GVariantBuilder *fields, const char *side, const Said *said, gboolean is_hidden)
{
  GVariantBuilder row;
  const char *value = said == NULL ? "" : is_hidden ? "= (a secret)" : said->values->str;

  if (said != NULL)
    g_string_append_printf (page, "  %s %s  %s\n", side, value, said->places->str);
  else
    g_string_append_printf (page, "  %s says nothing\n", side);
  g_variant_builder_init (&row, G_VARIANT_TYPE_VARDICT);
  if (said != NULL)
    {
      g_variant_builder_add (&row, "{sv}", "value", g_variant_new_string (value));
      g_variant_builder_add (&row, "{sv}", "place", g_variant_new_string (said->places->str));
    }
  g_variant_builder_add (fields, "{sv}", side, g_variant_builder_end (&row));
}

static guint
compare (GyreExecutive *executive, GHashTable *left, GHashTable *right, GString *page, GVariantBuilder *list)
{
  g_autoptr (GPtrArray) subjects = list_subjects (left, right);
  g_autoptr (GyreSecrecy) secrecy = gyre_secrecy_new (executive, NULL);
  guint count = 0;

  for (guint index = 0; index < subjects->len; index++)
    {
      const char *subject = subjects->pdata[index];
      const Said *first = g_hash_table_lookup (left, subject);
      const Said *second = g_hash_table_lookup (right, subject);
      gboolean is_hidden = is_secret (executive, secrecy, subject);
      GVariantBuilder fields;

      if (first != NULL && second != NULL && g_string_equal (first->values, second->values))
        continue;
      count++;
      g_string_append_printf (page, "%s\n", subject);
      g_variant_builder_init (&fields, G_VARIANT_TYPE_VARDICT);
      g_variant_builder_add (&fields, "{sv}", "key", g_variant_new_string (subject));
      append_side (page, &fields, "first", first, is_hidden);
      append_side (page, &fields, "second", second, is_hidden);
      g_variant_builder_add (list, "v", g_variant_builder_end (&fields));
    }
  return count;
}

GyreExit
gyre_program_difference (GyreExecutive *executive, const GyreCommand *command, GStrv words)
{
  g_autoptr (GHashTable) left = read_file (command, words[0]);
  g_autoptr (GHashTable) right = read_file (command, words[1]);
  g_autoptr (GString) page = g_string_new (NULL);
  GVariantBuilder list;
  guint count;

  if (left == NULL || right == NULL)
    return GYRE_EXIT_USAGE;
  g_variant_builder_init (&list, G_VARIANT_TYPE ("av"));
  count = compare (executive, left, right, page, &list);
  if (command->is_json)
    gyre_program_print_json (g_variant_builder_end (&list));
  else
    gyre_program_print_page (page->str, command);
  g_variant_builder_clear (&list);
  return count > 0 ? GYRE_EXIT_NEGATIVE : GYRE_EXIT_OK;
}
