/* gyre-explanation-file.c: What is configured, as a file that can be read again
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Settings are written in the order of their weight, the weakest first, since in a file the later of two wins; so the settings of a class
 * and those of its instances keep their order as well. Settings of the same section that follow each other stand in one section.
 */
#include "gyre-codec.h"
#include "gyre-encoder.h"
#include "gyre-explanation-private.h"
#include "gyre-secrecy.h"

#include <string.h>

typedef struct
{
  GyreExecutive *executive;
  GyreSecrecy *secrecy;
  const char *encoding;
  GyreEncoder *encoder;
  char *section;        /* what says which section is open */
  guint depth;          /* how many are open, one in the other */
} Page;

static char *
dup_conditions (GyreSetting *setting)
{
  GString *text = g_string_new (NULL);

  for (guint index = 0; index < gyre_setting_get_conditions (setting); index++)
    {
      g_autofree char *name = NULL;
      g_autofree char *family = NULL;

      gyre_setting_dup_condition (setting, index, &name, &family);
      g_string_append_printf (text, "%s#%s ", family, name);
    }
  return g_string_free (text, FALSE);
}

/* What is left of a dotted name behind the section that it stands in. */
static const char *
strip_prefix (const char *name, const char *prefix)
{
  gsize length = strlen (prefix);

  return length > 0 && g_str_has_prefix (name, prefix) && name[length] == '.' ? name + length + 1 : name;
}

/* Opens the sections of the conditions, or else that of the component. Gives the name of the innermost. */
static char *
open_sections (GyreEncoder *encoder, GyreSetting *setting, guint *depth)
{
  char *prefix = g_strdup ("");

  *depth = gyre_setting_get_conditions (setting);
  for (guint index = 0; index < *depth; index++)
    {
      g_autofree char *name = NULL;
      g_autofree char *family = NULL;

      gyre_setting_dup_condition (setting, index, &name, &family);
      gyre_encoder_open (encoder, family, strip_prefix (name, prefix));
      g_free (prefix);
      prefix = g_steal_pointer (&name);
    }
  if (*depth == 0)
    {
      g_autofree char *key = gyre_setting_dup_written_key (setting);
      char *dot = strrchr (key, '.');

      if (dot == NULL)
        return prefix;
      *dot = '\0';
      gyre_encoder_open (encoder, NULL, key);
      *depth = 1;
      g_free (prefix);
      prefix = g_steal_pointer (&key);
    }
  return prefix;
}

static void
close_sections (GyreEncoder *encoder, guint depth)
{
  while (depth-- > 0)
    gyre_encoder_close (encoder);
}

/* Whether the format can say this setting at all. */
static gboolean
can_be_said (const Page *page, GyreSetting *setting, const char *comment)
{
  g_autoptr (GyreEncoder) encoder = gyre_encoder_new (page->encoding, NULL);
  g_autofree char *key = gyre_setting_dup_written_key (setting);
  g_autofree char *text = NULL;
  g_autofree char *prefix = NULL;
  guint depth = 0;

  prefix = open_sections (encoder, setting, &depth);
  gyre_encoder_add (encoder, strip_prefix (key, prefix), gyre_setting_get_operator (setting), gyre_setting_get_value (setting), comment);
  close_sections (encoder, depth);
  text = gyre_encoder_finish (encoder, NULL);
  return text != NULL;
}

static gboolean
is_secret (const Page *page, GyreSetting *setting)
{
  g_autofree char *component = gyre_setting_dup_component (setting);
  GyreRequirement *requirement = gyre_explanation_find_class (page->executive, component);
  g_autofree char *key = gyre_setting_dup_key (setting);

  return gyre_secrecy_covers_setting (page->secrecy, requirement, key);
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

/* Sections stay open as long as what follows belongs there. */
static char *
enter_section (Page *page, GyreSetting *setting)
{
  g_autofree char *conditions = dup_conditions (setting);
  g_autofree char *key = gyre_setting_dup_written_key (setting);
  char *dot = strrchr (key, '.');
  char *section;
  guint count = gyre_setting_get_conditions (setting);

  if (dot != NULL)
    *dot = '\0';
  section = g_strdup_printf ("%s%s", conditions, count == 0 && dot != NULL ? key : "");
  if (g_strcmp0 (section, page->section) != 0)
    {
      close_sections (page->encoder, page->depth);
      g_free (open_sections (page->encoder, setting, &page->depth));
      g_free (page->section);
      page->section = section;
    }
  else
    g_free (section);
  if (count > 0)
    {
      char *name = NULL;
      g_autofree char *family = NULL;

      gyre_setting_dup_condition (setting, count - 1, &name, &family);
      return name;
    }
  return dot != NULL ? g_steal_pointer (&key) : g_strdup ("");
}

static void
append_setting (gpointer element, gpointer data)
{
  Page *page = data;
  GyreSetting *setting = element;
  g_autofree char *origin = write_origin (setting);
  g_autofree char *key = gyre_setting_dup_written_key (setting);
  g_autofree char *prefix = NULL;
  g_autofree char *remark = NULL;

  if (is_secret (page, setting))
    remark = g_strdup_printf ("%s is a secret; its value is left out", key);
  else if (!can_be_said (page, setting, origin))
    remark = g_strdup_printf ("%s has a value that a file of this format can't say", key);
  if (remark != NULL)
    {
      gyre_encoder_add_comment (page->encoder, remark);
      return;
    }
  prefix = enter_section (page, setting);
  gyre_encoder_add (page->encoder, strip_prefix (key, prefix), gyre_setting_get_operator (setting), gyre_setting_get_value (setting),
                    origin);
}

/* What the settings of a node come to: down to the first that leaves nothing of weaker ones. Of those with the same conditions, an
 * assignment leaves nothing of the weaker ones. */
static void
gather_chain (GyreSettings *settings, guint node, const char *fragment, GyreSetting *winner, gpointer data)
{
  g_autoptr (GHashTable) settled = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (GyreSetting *setting = gyre_settings_get_strongest (settings, node); setting != NULL; setting = gyre_setting_get_shadowed (setting))
    {
      gboolean is_assignment = gyre_setting_get_operator (setting) == GYRE_SETTING_ASSIGN;
      g_autofree char *conditions = dup_conditions (setting);

      if (gyre_setting_is_withdrawn (setting) || g_hash_table_contains (settled, conditions))
        continue;
      g_ptr_array_add (data, setting);
      if (is_assignment && gyre_setting_get_conditions (setting) == 0)
        return;
      if (is_assignment)
        g_hash_table_add (settled, g_steal_pointer (&conditions));
    }
}

static int
compare_settings (gconstpointer left, gconstpointer right)
{
  return gyre_priority_compare (gyre_setting_get_priority (*(GyreSetting * const *) left),
                                gyre_setting_get_priority (*(GyreSetting * const *) right));
}

/**
 * gyre_explanation_to_text:
 * @executive: an executive
 * @encoding: a format: pfg, cfg, yaml, json or pml
 * @error: return location for an error of %GYRE_CONFIGURATION_ERROR
 *
 * Writes everything that is in force as a file that gives the same again, with the place of each setting in a comment. The values of
 * secrets are left out, and a comment says so; so it does of a value that the format can't say.
 *
 * Fails with %GYRE_CONFIGURATION_ERROR_UNKNOWN_ENCODING when there is no such format.
 *
 * Returns: (transfer full): the text; its last line ends with a newline
 *
 * Since: 0.1
 */
char *
gyre_explanation_to_text (GyreExecutive *executive, const char *encoding, GError **error)
{
  g_autoptr (GPtrArray) settings = g_ptr_array_new ();
  g_autoptr (GyreEncoder) encoder = NULL;
  g_autoptr (GyreSecrecy) secrecy = gyre_secrecy_new (executive, NULL);
  Page page = { executive, secrecy, encoding };

  g_return_val_if_fail (GYRE_IS_EXECUTIVE (executive) && encoding != NULL, NULL);

  encoder = gyre_encoder_new (encoding, error);
  if (encoder == NULL)
    return NULL;
  page.encoder = encoder;
  gyre_settings_foreach_node (gyre_executive_get_settings (executive), GYRE_SETTINGS_ROOT, gather_chain, settings);
  g_ptr_array_sort (settings, compare_settings);
  g_ptr_array_foreach (settings, append_setting, &page);
  close_sections (encoder, page.depth);
  g_free (page.section);
  return gyre_encoder_finish (encoder, error);
}

/**
 * gyre_explanation_to_pfg:
 * @executive: an executive
 *
 * Does what gyre_explanation_to_text() does, as pfg.
 *
 * Returns: (transfer full): the text; its last line ends with a newline
 *
 * Since: 0.1
 */
char *
gyre_explanation_to_pfg (GyreExecutive *executive)
{
  g_return_val_if_fail (GYRE_IS_EXECUTIVE (executive), NULL);

  return gyre_explanation_to_text (executive, "pfg", NULL);
}
