/* gyre-explanation-pfg.c: What is configured, as a file that can be read again
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A setting with conditions stands in a section, every other one in a line with its whole key. Which spelling of a value the reader takes as
 * that very value is found out by asking the reader.
 */
#include "gyre-explanation.h"
#include "gyre-codec.h"

#include <string.h>

typedef struct
{
  GString *text;
  char *head;           /* of the section that the text ends in */
} Page;

/* Whether a text is read as one setting with this value, under these conditions. */
static gboolean
reads_back (const char *text, GyreSetting *setting)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GyreSource) source = gyre_source_new_from_bytes ("dump.pfg", bytes);
  g_autoptr (GyreReport) report = gyre_report_new ();
  g_autoptr (GyreEvents) events = gyre_codec_decode (gyre_codec_find ("pfg", NULL), source, report);
  g_autofree char *value = NULL;
  g_autofree char *wanted = g_strdup (gyre_setting_get_value (setting));

  if (gyre_report_get_errors (report) > 0 || gyre_events_get_length (events) != 1)
    return FALSE;
  value = gyre_events_dup_value (events, 0);
  /* Blanks around a value are no part of it. */
  return g_str_equal (g_strstrip (value), g_strstrip (wanted))
         && gyre_events_get_condition_count (events, 0) == gyre_setting_get_conditions (setting);
}

/* What is left of a dotted name behind the section that it stands in. */
static const char *
strip_prefix (const char *name, const char *prefix)
{
  gsize length = strlen (prefix);

  return length > 0 && g_str_has_prefix (name, prefix) && name[length] == '.' ? name + length + 1 : name;
}

/* The lines that open the section of a setting; *prefix becomes its full name. */
static char *
write_head (GyreSetting *setting, char **prefix)
{
  GString *text = g_string_new (NULL);

  *prefix = g_strdup ("");
  for (guint index = 0; index < gyre_setting_get_conditions (setting); index++)
    {
      g_autofree char *name = NULL;
      g_autofree char *family = NULL;

      gyre_setting_dup_condition (setting, index, &name, &family);
      g_string_append_printf (text, "%*s%s # %s:\n", (int) index * 4, "", family, strip_prefix (name, *prefix));
      g_free (*prefix);
      *prefix = g_steal_pointer (&name);
    }
  return g_string_free (text, FALSE);
}

static char *
write_assignment (GyreSetting *setting, const char *prefix, const char *value, const char *comment)
{
  g_autofree char *key = gyre_setting_dup_written_key (setting);
  int indent = (int) gyre_setting_get_conditions (setting) * 4;
  g_auto (GStrv) lines = g_strsplit (value, "\n", -1);
  g_autofree char *separator = g_strdup_printf ("\n%*s", indent + 4, "");
  g_autofree char *joined = g_strjoinv (separator, lines);

  return g_strdup_printf ("%*s%s =%s%s%s%s\n", indent, "", strip_prefix (key, prefix), strchr (value, '\n') != NULL ? separator : " ",
                          joined, comment != NULL ? "  ; " : "", comment != NULL ? comment : "");
}

/* A `;` begins a comment unless a backslash stands before it or it stands in quotes. */
static char *
escape_comments (const char *value)
{
  g_auto (GStrv) parts = g_strsplit (value, ";", -1);

  return g_strjoinv ("\\;", parts);
}

/* The comment: who has said it, and where. */
static char *
write_origin (GyreSetting *setting)
{
  g_autofree char *priority = gyre_priority_to_string (gyre_setting_get_priority (setting));
  g_autoptr (GyreLocator) locator = gyre_setting_dup_locator (setting);
  g_autofree char *place = gyre_locator_to_string (locator);

  return g_strdelimit (g_strdup_printf ("%s, %s", priority, place), "\n\r", ' ');
}

/* Tries the spellings of a value, the plainest first. NULL when none is read as the same. */
static char *
spell (GyreSetting *setting, const char *head, const char *prefix)
{
  g_autofree char *origin = write_origin (setting);
  g_autofree char *value = g_strstrip (g_strdup (gyre_setting_get_value (setting)));
  g_autofree char *escaped = escape_comments (value);
  const char *values[] = { value, escaped };

  for (guint index = 0; index < 2 * G_N_ELEMENTS (values); index++)
    {
      g_autofree char *line = write_assignment (setting, prefix, values[index % 2], index < G_N_ELEMENTS (values) ? origin : NULL);
      g_autofree char *whole = g_strconcat (head, line, NULL);

      if (reads_back (whole, setting))
        return g_steal_pointer (&line);
    }
  return NULL;
}

static void
append_setting (Page *page, GyreSetting *setting)
{
  g_autofree char *prefix = NULL;
  g_autofree char *head = write_head (setting, &prefix);
  g_autofree char *line = spell (setting, head, prefix);

  if (line == NULL)
    {
      g_autofree char *key = gyre_setting_dup_written_key (setting);

      g_string_append_printf (page->text, "; %s has a value that a file of this format can't say\n", key);
      return;
    }
  if (g_strcmp0 (page->head, head) != 0)
    g_string_append (page->text, head);
  g_string_append (page->text, line);
  g_free (page->head);
  page->head = g_steal_pointer (&head);
}

static void
append_key (GyreSettings *settings, guint node, const char *fragment, GyreSetting *winner, gpointer data)
{
  g_autoptr (GPtrArray) chain = g_ptr_array_new ();

  for (GyreSetting *setting = gyre_settings_get_strongest (settings, node); setting != NULL;
       setting = gyre_setting_get_conditions (setting) > 0 ? gyre_setting_get_shadowed (setting) : NULL)
    g_ptr_array_add (chain, setting);
  /* Weakest first: in a file the later of two wins. */
  for (guint index = chain->len; index > 0; index--)
    append_setting (data, chain->pdata[index - 1]);
}

/**
 * gyre_explanation_to_pfg:
 * @executive: an executive
 *
 * Writes everything that is in force as a file that gives the same again, with the place of each setting in a comment.
 *
 * Returns: (transfer full): the text; its last line ends with a newline
 *
 * Since: 0.1
 */
char *
gyre_explanation_to_pfg (GyreExecutive *executive)
{
  Page page = { NULL, NULL };

  g_return_val_if_fail (GYRE_IS_EXECUTIVE (executive), NULL);

  page.text = g_string_new (NULL);
  gyre_settings_foreach_node (gyre_executive_get_settings (executive), GYRE_SETTINGS_ROOT, append_key, &page);
  g_free (page.head);
  return g_string_free (page.text, FALSE);
}
