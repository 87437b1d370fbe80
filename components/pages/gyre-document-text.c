/* gyre-document-text.c: A catalogue as text, a line a member
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What users of a module rely on and nothing else: kinds, declared defaults, ranges, units, signatures. No words that explain, no places
 * in sources, nothing that is configured: so the text changes when the interface does, and a difference of two versions is what their
 * users must know. Inherited members stand where they are declared.
 */
#include "gyre-document-text.h"

#include "gyre-facts.h"
#include "gyre-publication.h"

static void
append_fact (GString *text, const char *title, const char *fact)
{
  if (fact != NULL && *fact != '\0')
    g_string_append_printf (text, "; %s%s", title, fact);
}

static void
append_trait (GString *text, const GyreDescribedTrait *trait)
{
  g_autofree char *aliases = trait->aliases != NULL ? g_strjoinv (", ", trait->aliases) : NULL;
  g_autofree char *words = trait->words != NULL ? g_strjoinv (" | ", trait->words) : NULL;
  g_autofree const char **remarks = gyre_described_trait_list_remarks (trait);

  g_string_append_printf (text, "  trait %s: %s", trait->name, trait->kind_text);
  if (trait->declared.text != NULL)
    g_string_append_printf (text, " = %s", trait->declared.text);
  append_fact (text, "", trait->rules);
  append_fact (text, g_strcmp0 (trait->units, "1") == 0 ? "" : "units ", gyre_described_trait_get_units (trait));
  append_fact (text, "", words);
  append_fact (text, "aliases ", aliases);
  for (guint index = 0; remarks[index] != NULL; index++)
    append_fact (text, "", remarks[index]);
  append_fact (text, "deprecated since ", trait->deprecated_since);
  g_string_append_c (text, '\n');
}

static void
append_behavior (GString *text, const GyreDescribedBehavior *behavior)
{
  g_autofree char *aliases = behavior->aliases != NULL ? g_strjoinv (", ", behavior->aliases) : NULL;

  g_string_append_printf (text, "  behavior %s", behavior->signature);
  append_fact (text, "aliases ", aliases);
  append_fact (text, "deprecated since ", behavior->deprecated_since);
  g_string_append_c (text, '\n');
}

/* Of an inherited trait, only another default is the class's own. */
static gboolean
is_same (GyreCatalogue *catalogue, const GyreDescribedTrait *trait)
{
  GyreDescription *owner = trait->owner != NULL ? gyre_catalogue_find (catalogue, trait->owner) : NULL;

  for (guint index = 0; owner != NULL && index < owner->traits->len; index++)
    {
      const GyreDescribedTrait *other = owner->traits->pdata[index];

      if (g_strcmp0 (other->name, trait->name) == 0)
        return g_strcmp0 (other->declared.text, trait->declared.text) == 0;
    }
  return TRUE;
}

static void
append_members (GString *text, GyreCatalogue *catalogue, GyreDescription *description)
{
  for (guint index = 0; index < description->traits->len; index++)
    {
      const GyreDescribedTrait *trait = description->traits->pdata[index];

      if (!trait->is_inherited || !is_same (catalogue, trait))
        append_trait (text, trait);
    }
  for (guint index = 0; index < description->behaviors->len; index++)
    {
      const GyreDescribedBehavior *behavior = description->behaviors->pdata[index];

      if (!behavior->is_inherited)
        append_behavior (text, behavior);
    }
  for (guint index = 0; index < description->signals->len; index++)
    {
      const GyreDescribedSignal *signal = description->signals->pdata[index];

      if (!signal->is_inherited)
        g_string_append_printf (text, "  signal %s\n", signal->signature != NULL ? signal->signature : signal->name);
    }
}

static void
append_subject (GString *text, GyreCatalogue *catalogue, GyreDescription *description)
{
  gboolean is_interface = description->subject == GYRE_DESCRIPTION_INTERFACE;
  g_autofree char *interfaces = gyre_facts_dup_classes (description->interfaces);
  g_autofree char *pedigree = gyre_facts_dup_classes (description->pedigree);
  const char *ancestors = strchr (pedigree, ',');

  g_string_append_printf (text, "\n%s%s %s (%s)\n", description->is_abstract ? "abstract " : "", is_interface ? "interface" : "class",
                          gyre_description_get_public_name (description), description->type);
  if (ancestors != NULL && !is_interface)
    g_string_append_printf (text, "  derives from%s\n", ancestors + 1);
  if (*interfaces != '\0')
    g_string_append_printf (text, "  %s %s\n", is_interface ? "extends" : "implements", interfaces);
  if (description->implementation != NULL)
    g_string_append_printf (text, "  default %s\n", description->implementation);
  append_members (text, catalogue, description);
}

/* Returns: (transfer full): the text */
char *
gyre_document_text_dup (GyreCatalogue *catalogue)
{
  GString *text = g_string_new ("; What these families are: kinds, declared defaults, ranges and units of traits; signatures of behaviors.\n");

  for (guint index = 0; index < gyre_catalogue_get_length (catalogue); index++)
    append_subject (text, catalogue, gyre_catalogue_get (catalogue, index));
  return g_string_free (text, FALSE);
}

/* Writes catalogue.txt into @folder. */
gboolean
gyre_text_write (GyreCatalogue *catalogue, const char *folder, GError **error)
{
  g_autoptr (GyrePublication) publication = gyre_publication_new (folder, "text");
  g_autofree char *text = gyre_document_text_dup (catalogue);

  return gyre_publication_add_text (publication, "catalogue.txt", g_string_new (text), error) && gyre_publication_write (publication, error);
}
