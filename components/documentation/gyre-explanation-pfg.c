/* gyre-explanation-pfg.c: What is configured, as a file that can be read again
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Every setting stands in a section of its own if it has conditions, else in a line with its whole key. Which spelling of a value the
 * reader takes as that very value is found out by asking the reader.
 */
#include "gyre-explanation.h"
#include "gyre-codec.h"

#include <string.h>

/* Whether a text is read as one setting with this value, under these conditions. */
static gboolean
reads_back (const char *text, GyreSetting *setting)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GyreSource) source = gyre_source_new_from_bytes ("dump.pfg", bytes);
  g_autoptr (GyreReport) report = gyre_report_new ();
  g_autoptr (GyreEvents) events = gyre_codec_decode (gyre_codec_find ("pfg", NULL), source, report);
  g_autofree char *value = NULL;

  if (gyre_report_get_errors (report) > 0 || gyre_events_get_length (events) != 1)
    return FALSE;
  value = gyre_events_dup_value (events, 0);
  return g_str_equal (value, gyre_setting_get_value (setting))
         && gyre_events_get_condition_count (events, 0) == gyre_setting_get_conditions (setting);
}

/* What is left of a dotted name behind the section that it stands in. */
static const char *
strip_prefix (const char *name, const char *prefix)
{
  gsize length = strlen (prefix);

  return length > 0 && g_str_has_prefix (name, prefix) && name[length] == '.' ? name + length + 1 : name;
}

static char *
join_lines (const char *value, const char *separator)
{
  g_auto (GStrv) lines = g_strsplit (value, "\n", -1);

  return g_strjoinv (separator, lines);
}

static char *
write_setting (GyreSetting *setting, const char *value)
{
  GString *text = g_string_new (NULL);
  g_autofree char *key = gyre_setting_dup_written_key (setting);
  g_autofree char *section = g_strdup ("");
  g_autofree char *separator = NULL;
  g_autofree char *lines = NULL;
  guint depth = gyre_setting_get_conditions (setting);

  for (guint index = 0; index < depth; index++)
    {
      g_autofree char *name = NULL;
      g_autofree char *family = NULL;

      gyre_setting_dup_condition (setting, index, &name, &family);
      g_string_append_printf (text, "%*s%s # %s:\n", (int) index * 4, "", family, strip_prefix (name, section));
      g_free (section);
      section = g_steal_pointer (&name);
    }
  separator = g_strdup_printf ("\n%*s", (int) depth * 4 + 4, "");
  lines = join_lines (value, separator);
  g_string_append_printf (text, "%*s%s =%s%s\n", (int) depth * 4, "", strip_prefix (key, section),
                          strchr (value, '\n') != NULL ? separator : " ", lines);
  return g_string_free (text, FALSE);
}

/* A `;` begins a comment unless a backslash stands before it or it stands in quotes. */
static char *
escape_comments (const char *value)
{
  g_auto (GStrv) parts = g_strsplit (value, ";", -1);

  return g_strjoinv ("\\;", parts);
}

static void
append_setting (GString *text, GyreSetting *setting)
{
  g_autofree char *escaped = escape_comments (gyre_setting_get_value (setting));
  g_autofree char *priority = gyre_priority_to_string (gyre_setting_get_priority (setting));
  g_autoptr (GyreLocator) locator = gyre_setting_dup_locator (setting);
  g_autofree char *place = gyre_locator_to_string (locator);
  g_autofree char *comment = g_strdelimit (g_strdup_printf ("%s, %s", priority, place), "\n\r", ' ');
  const char *spellings[] = { gyre_setting_get_value (setting), escaped };

  g_string_append_printf (text, "; %s\n", comment);
  for (guint index = 0; index < G_N_ELEMENTS (spellings); index++)
    {
      g_autofree char *written = write_setting (setting, spellings[index]);

      if (reads_back (written, setting))
        {
          g_string_append (text, written);
          return;
        }
    }
  {
    g_autofree char *key = gyre_setting_dup_written_key (setting);

    g_string_append_printf (text, "; %s has a value that no file of this format can say\n", key);
  }
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
 * Writes everything that is configured as a file that gives the same again, with the place of each setting in a comment.
 *
 * Returns: (transfer full): the text; its last line ends with a newline
 *
 * Since: 0.1
 */
char *
gyre_explanation_to_pfg (GyreExecutive *executive)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (GYRE_IS_EXECUTIVE (executive), NULL);

  gyre_settings_foreach_node (gyre_executive_get_settings (executive), GYRE_SETTINGS_ROOT, append_key, text);
  return g_string_free (text, FALSE);
}
