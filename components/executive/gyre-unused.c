/* gyre-unused.c: What was configured and never used, or follows what nobody says
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-circle-private.h"
#include "gyre-executive-private.h"
#include "gyre-secrecy.h"

#include <string.h>

/* The names that were told already. */
typedef struct
{
  GyreExecutive *executive;
  GyreReport *report;
  GHashTable *told;
} Unused;

/* Whether what a setting speaks of begins with the family of a class or an interface. */
static gboolean
has_family (GyreExecutive *executive, const char *component)
{
  g_autofree char *prefix = g_strdup (component);

  for (;;)
    {
      char *dot = strrchr (prefix, '.');

      if (gyre_executive_peek_family (executive, prefix) != NULL)
        return TRUE;
      if (dot == NULL)
        return FALSE;
      *dot = '\0';
    }
}

static char *
suggest_name (GyreExecutive *executive, const char *component)
{
  char *hint = gyre_nameserver_suggest (gyre_executive_get_nameserver (executive), component);

  return hint != NULL ? hint : gyre_registrar_suggest_family (gyre_executive_get_registrar (executive), component);
}

/* Whether an instance lives that has a facility of this name, which nobody has asked for yet. */
static gboolean
is_facility_of_living (GyreExecutive *executive, const char *name, const char *facility)
{
  g_autoptr (GObject) host = gyre_nameserver_find (gyre_executive_get_nameserver (executive), name);
  GyreActor *actor = host != NULL ? gyre_actor_peek (G_OBJECT_TYPE (host)) : NULL;
  GyreDescriptor *trait = actor != NULL ? gyre_requirement_find_trait (GYRE_REQUIREMENT (actor), facility) : NULL;

  return trait != NULL && gyre_descriptor_get_sort (trait) == GYRE_DESCRIPTOR_FACILITY;
}

/* Whether a name is that of a part of something that was told already, or that lives. */
static gboolean
is_part (Unused *self, const char *component)
{
  for (const char *dot = strchr (component, '.'); dot != NULL; dot = strchr (dot + 1, '.'))
    {
      g_autofree char *host = g_strndup (component, dot - component);
      g_autofree char *facility = g_strndup (dot + 1, strcspn (dot + 1, "."));

      if (g_hash_table_contains (self->told, host) || is_facility_of_living (self->executive, host, facility))
        return TRUE;
    }
  return FALSE;
}

static void
report_unused (GyreSetting *setting, gpointer data)
{
  Unused *self = data;
  g_autofree char *component = gyre_setting_dup_component (setting);
  g_autoptr (GObject) living = NULL;
  g_autoptr (GyreLocator) said = NULL;
  g_autoptr (GyreLocator) place = NULL;
  g_autofree char *hint = NULL;

  if (*component == '\0' || g_hash_table_contains (self->told, component) || has_family (self->executive, component))
    return;
  living = gyre_nameserver_find (gyre_executive_get_nameserver (self->executive), component);
  if (living != NULL || is_part (self, component))
    return;
  said = gyre_setting_dup_key_locator (setting);
  place = gyre_secrecy_conceal_locator (said);
  hint = suggest_name (self->executive, component);
  gyre_report_note (self->report, place, hint, "no instance '%s' was built", component);
  g_hash_table_add (self->told, g_steal_pointer (&component));
}

/**
 * gyre_executive_report_unused:
 * @self: an executive
 * @report: where a note is made for each
 *
 * Tells which names were configured although no instance of that name was built.
 *
 * Since: 0.1
 */
void
gyre_executive_report_unused (GyreExecutive *self, GyreReport *report)
{
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Unused unused = { self, report, told };

  g_return_if_fail (GYRE_IS_EXECUTIVE (self) && report != NULL);

  gyre_settings_foreach_unused (gyre_executive_get_settings (self), report_unused, &unused);
}

/* Whether a name that is followed can have a value: something was said of it or of its component, or its component lives. A part
 * of what lives is built when somebody wants it. */
static gboolean
is_said (Unused *self, const char *name)
{
  GyreSettings *settings = gyre_executive_get_settings (self->executive);
  g_autofree char *component = NULL;
  const char *dot = strrchr (name, '.');
  g_autoptr (GObject) living = NULL;

  if (gyre_settings_find (settings, name) != GYRE_SETTINGS_NOWHERE)
    return TRUE;
  for (const char *stop = strchr (name, '.'); stop != NULL; stop = strchr (stop + 1, '.'))
    {
      g_autofree char *outer = g_strndup (name, stop - name);

      if (gyre_settings_find (settings, outer) != GYRE_SETTINGS_NOWHERE)
        return TRUE;
    }
  component = g_strndup (name, dot != NULL ? dot - name : 0);
  if (dot == NULL || has_family (self->executive, component))
    return dot != NULL;
  living = gyre_nameserver_find (gyre_executive_get_nameserver (self->executive), component);
  return living != NULL || is_part (self, component);
}

/* Whether the text of a setting can be that of a secret. Only asked when there is something to tell. */
static gboolean
is_secret (Unused *self, GyreSetting *setting)
{
  g_autofree char *key = gyre_setting_dup_key (setting);
  g_autoptr (GyreSecrecy) secrecy = gyre_secrecy_new (self->executive, NULL);

  return gyre_secrecy_covers (secrecy, key);
}

static void
note_unsaid (Unused *self, GyreSetting *setting, const char *name)
{
  g_autoptr (GyreLocator) said = gyre_setting_dup_locator (setting);
  g_autoptr (GyreLocator) place = gyre_secrecy_conceal_locator (said);

  if (is_secret (self, setting))
    gyre_report_note (self->report, place, "say it, or build the instance", "a secret follows a name of which nothing is said");
  else
    gyre_report_note (self->report, place, "say it, or build the instance", "follows '%s', of which nothing is said", name);
}

static void
report_unsaid (GyreSetting *setting, gpointer data)
{
  Unused *self = data;
  const char *text = gyre_setting_get_value (setting);
  g_autoptr (GyreExpression) expression = gyre_text_has_references (text, -1) ? gyre_circle_compile (text, NULL) : NULL;
  g_autofree char *owner = NULL;

  if (expression == NULL)
    return;
  owner = gyre_setting_dup_component (setting);
  for (guint index = 0; index < gyre_expression_get_length (expression); index++)
    {
      g_autofree char *name = gyre_reference_resolve (gyre_expression_get_name (expression, index), owner);

      if (name == NULL || !is_said (self, name))
        note_unsaid (self, setting, name != NULL ? name : gyre_expression_get_name (expression, index));
    }
}

/* Notes the settings that nobody has used so far, and that follow what nobody says. */
void
gyre_executive_report_unsaid (GyreExecutive *self, GyreReport *report)
{
  g_autoptr (GHashTable) told = g_hash_table_new (g_str_hash, g_str_equal);
  Unused unsaid = { self, report, told };

  gyre_settings_foreach_unused (gyre_executive_get_settings (self), report_unsaid, &unsaid);
}
