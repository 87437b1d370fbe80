/* gyre-template.c: A configuration file to begin with
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Each trait of a class with what can be told about it. The assignments are comments, so that the file changes nothing until
 * somebody takes one of them out of its comment.
 */
#include "gyre-template.h"
#include "gyre-codec.h"
#include "gyre-description.h"
#include "gyre-encoder.h"

#include <string.h>

/* A section that only stands around an assignment while it is written. */
#define AROUND "around.it"

static void
add_line (GyreEncoder *encoder, const char *title, const char *text)
{
  g_autofree char *line = NULL;

  if (text == NULL)
    return;
  line = g_strconcat (title, text, NULL);
  gyre_encoder_add_comment (encoder, line);
}

static gboolean
is_frame (const char *line)
{
  return *line == '\0' || strstr (line, AROUND) != NULL || g_str_equal (line, "{") || g_str_equal (line, "}")
         || g_str_has_prefix (line, "<?") || g_str_has_prefix (line, "</") || g_str_has_prefix (line, "<config");
}

/* An assignment as the format writes it; NULL when it can't. */
static char *
dup_assignment (const char *encoding, const char *key, const char *value)
{
  g_autoptr (GyreEncoder) encoder = gyre_encoder_new (encoding, NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *whole = NULL;
  g_auto (GStrv) lines = NULL;

  gyre_encoder_open (encoder, NULL, AROUND);
  gyre_encoder_add (encoder, key, GYRE_SETTING_ASSIGN, value, NULL);
  gyre_encoder_close (encoder);
  whole = gyre_encoder_finish (encoder, NULL);
  lines = g_strsplit (whole != NULL ? whole : "", "\n", -1);
  for (guint index = 0; lines[index] != NULL; index++)
    if (!is_frame (g_strstrip (lines[index])))
      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n    " : "", lines[index]);
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

static void
add_remarks (GyreEncoder *encoder, const GyreDescribedTrait *trait)
{
  g_autofree char *title = g_strdup_printf ("%s: %s", trait->name, trait->kind_text);
  g_autofree const char **remarks = gyre_described_trait_list_remarks (trait);

  gyre_encoder_add_comment (encoder, title);
  add_line (encoder, "  ", trait->summary);
  add_line (encoder, "  units: ", gyre_described_trait_get_units (trait));
  add_line (encoder, "  range: ", trait->rules);
  for (guint index = 0; remarks[index] != NULL; index++)
    add_line (encoder, "  ", remarks[index]);
  add_line (encoder, "  deprecated since ", trait->deprecated_since);
}

static void
add_trait (GyreEncoder *encoder, const char *encoding, GyreRequirement *requirement, const GyreDescribedTrait *trait)
{
  const GyreTrait *declared = (const GyreTrait *) gyre_requirement_find_trait (requirement, trait->name);
  const char *text = trait->declared.text != NULL ? trait->declared.text : "none";
  g_autofree char *assignment = NULL;

  add_remarks (encoder, trait);
  if (declared != NULL && gyre_trait_is_secret (declared))
    gyre_encoder_add_comment (encoder, "  a secret; its default is left out");
  else
    {
      assignment = dup_assignment (encoding, trait->name, text);
      add_line (encoder, assignment != NULL ? "" : "  default: ", assignment != NULL ? assignment : text);
    }
  gyre_encoder_add_comment (encoder, "");
}

/**
 * gyre_template_write:
 * @requirement: the record of a class
 * @encoding: a format: pfg, cfg, yaml, json or pml
 * @error: return location for an error of %GYRE_CONFIGURATION_ERROR
 *
 * Writes a file with every trait of a class that can be set: what it is, its units, its rules, and in a comment the assignment of its
 * default. The file can be loaded, and changes nothing.
 *
 * Fails with %GYRE_CONFIGURATION_ERROR_UNKNOWN_ENCODING when there is no such format.
 *
 * Returns: (transfer full): the text
 *
 * Since: 0.1
 */
char *
gyre_template_write (GyreRequirement *requirement, const char *encoding, GError **error)
{
  g_autoptr (GyreDescription) description = NULL;
  g_autoptr (GyreEncoder) encoder = NULL;

  g_return_val_if_fail (GYRE_IS_REQUIREMENT (requirement) && encoding != NULL, NULL);

  encoder = gyre_encoder_new (encoding, error);
  if (encoder == NULL)
    return NULL;
  description = gyre_description_new (requirement);
  add_line (encoder, "", description->summary);
  gyre_encoder_open (encoder, NULL, gyre_requirement_get_public_name (requirement));
  for (guint index = 0; index < description->traits->len; index++)
    {
      const GyreDescribedTrait *trait = description->traits->pdata[index];

      if (!trait->read_only)
        add_trait (encoder, encoding, requirement, trait);
    }
  gyre_encoder_close (encoder);
  return gyre_encoder_finish (encoder, error);
}
