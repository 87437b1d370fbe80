/* gyre-manual.c: Manual pages
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * One page in mdoc(7) for each class and interface, in section 5 because it says what a configuration file can say. Sections stand in
 * the order in which mdoc wants them.
 */
#include "gyre-manual.h"

#include "gyre-facts.h"
#include "gyre-markup.h"
#include "gyre-roff-markdown.h"
#include "gyre-roff.h"

/* The day of the page: of the sources where a build says it, so that two builds give the same. */
static char *
dup_day (void)
{
  static const char * const months[] = {
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
  };
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  g_autoptr (GDateTime) day = epoch != NULL ? g_date_time_new_from_unix_utc (g_ascii_strtoll (epoch, NULL, 10)) : NULL;

  if (day == NULL)
    day = g_date_time_new_now_utc ();
  return g_strdup_printf ("%s %d, %d", months[g_date_time_get_month (day) - 1], g_date_time_get_day_of_month (day),
                          g_date_time_get_year (day));
}

/* What each page begins with: its title, and NAME. */
void
gyre_manual_append_head (GString *page, const char *name, const char *section, const char *summary)
{
  g_autofree char *day = dup_day ();
  g_autofree char *capitals = g_utf8_strup (name, -1);
  g_autofree char *title = gyre_roff_escape_argument (capitals);

  g_string_append_printf (page, ".Dd %s\n.Dt %s %s\n.Os Gyre\n.Sh NAME\n", day, title, section);
  gyre_roff_append_macro (page, "Nm", name, NULL);
  gyre_roff_append_macro (page, "Nd", summary, NULL);
}

static void
append_facts (GString *page, GPtrArray *facts)
{
  if (facts->len > 0)
    g_string_append (page, ".Bl -tag -width Implemented -compact\n");
  for (guint index = 0; index < facts->len; index++)
    {
      const GyreDescribedRow *row = facts->pdata[index];
      g_autofree char *text = gyre_roff_escape_exactly (row->text);

      gyre_roff_append_macro (page, "It", row->name, NULL);
      gyre_roff_append_filled (page, text);
    }
  if (facts->len > 0)
    g_string_append (page, ".El\n");
  g_ptr_array_unref (facts);
}

/* The words about a member, and then its facts. */
static void
append_body (GString *page, const char *summary, const char *description, GPtrArray *facts)
{
  gyre_roff_append_text (page, summary);
  if (description != NULL)
    {
      g_string_append (page, summary != NULL && *summary != '\0' ? ".Pp\n" : "");
      gyre_roff_append_markdown (page, description, TRUE);
    }
  append_facts (page, facts);
}

static void
append_traits (GString *page, GyreDescription *description)
{
  if (description->traits->len == 0)
    return;
  g_string_append (page, ".Sh CONFIGURATION\n.Bl -tag -width Ds\n");
  for (guint index = 0; index < description->traits->len; index++)
    {
      const GyreDescribedTrait *trait = description->traits->pdata[index];
      g_autofree char *name = gyre_roff_escape_argument (trait->name);
      g_autofree char *kind = gyre_roff_escape_argument (trait->kind_text != NULL ? trait->kind_text : trait->kind);

      g_string_append_printf (page, ".It Va %s Pq Em %s\n", name, kind);
      append_body (page, trait->summary, trait->description, gyre_facts_list_trait (trait));
    }
  g_string_append (page, ".El\n");
}

static void
append_behaviors (GString *page, GyreDescription *description)
{
  if (description->behaviors->len == 0)
    return;
  g_string_append (page, ".Sh BEHAVIORS\n.Bl -tag -width Ds\n");
  for (guint index = 0; index < description->behaviors->len; index++)
    {
      const GyreDescribedBehavior *behavior = description->behaviors->pdata[index];

      gyre_roff_append_macro (page, "It Sy", behavior->signature, NULL);
      append_body (page, behavior->summary, behavior->description, gyre_facts_list_behavior (behavior));
    }
  g_string_append (page, ".El\n");
}

static void
append_signals (GString *page, GyreDescription *description)
{
  if (description->signals->len == 0)
    return;
  g_string_append (page, ".Sh SIGNALS\n.Bl -tag -width Ds\n");
  for (guint index = 0; index < description->signals->len; index++)
    {
      const GyreDescribedSignal *signal = description->signals->pdata[index];

      gyre_roff_append_macro (page, "It Sy", signal->signature != NULL ? signal->signature : signal->name, NULL);
      append_body (page, signal->summary, NULL, gyre_facts_list_signal (signal));
    }
  g_string_append (page, ".El\n");
}

/* What only some have: each is a section of its own. */
static void
append_sections (GString *page, GyreDescription *description)
{
  for (guint index = 0; index < description->sections->len; index++)
    {
      const GyreDescribedSection *section = description->sections->pdata[index];
      g_autofree char *title = g_utf8_strup (section->title, -1);

      gyre_roff_append_macro (page, "Sh", title, NULL);
      g_string_append (page, ".Bl -tag -width Ds\n");
      for (guint row = 0; row < section->rows->len; row++)
        {
          const GyreDescribedRow *fact = section->rows->pdata[row];

          gyre_roff_append_macro (page, "It", fact->name, NULL);
          gyre_roff_append_text (page, fact->text);
        }
      g_string_append (page, ".El\n");
    }
}

/* How a class is said in a configuration and on a command line. An interface has no instances; what it asks for is said in a facility. */
static void
append_synopsis (GString *page, GyreDescription *description)
{
  const char *name = gyre_description_get_public_name (description);
  g_autofree char *section = gyre_roff_escape_argument (name);
  g_autofree char *setting = g_strdup_printf ("--%s.trait", name);
  g_autofree char *escaped = gyre_roff_escape_argument (setting);

  g_string_append_printf (page, ".Sh SYNOPSIS\n.Nm gyre Cm inspect Ar %s\n", section);
  if (description->subject == GYRE_DESCRIPTION_INTERFACE || description->is_abstract || description->family == NULL)
    return;
  g_string_append_printf (page, ".Nm gyre Cm run Ar %s Ns Op # Ns Ar name\n.Op Ar behavior Op Ar argument ...\n.Op Cm %s Ns = Ns Ar value\n",
                          section, escaped);
}

static void
append_files (GString *page, GyreDescription *description)
{
  g_autofree char *module = description->module != NULL ? g_path_get_basename (description->module) : NULL;

  if (module == NULL && description->package == NULL)
    return;
  g_string_append (page, ".Sh FILES\n.Bl -tag -width Ds\n");
  if (module != NULL)
    {
      gyre_roff_append_macro (page, "It Pa", module, NULL);
      gyre_roff_append_text (page, "the module that brings it");
    }
  if (description->package != NULL)
    {
      g_autofree char *file = g_strdup_printf ("%s.pfg", description->package);

      gyre_roff_append_macro (page, "It Pa", file, NULL);
      g_string_append (page, "the configuration of the package; where it is looked for is told by\n");
      gyre_roff_append_macro (page, "Ic gyre configuration order", description->package, NULL);
    }
  g_string_append (page, ".El\n");
}

/* A class that can run is called from the command line. */
static void
append_examples (GString *page, GyreDescription *description)
{
  const char *name = gyre_description_get_public_name (description);
  g_autoptr (GString) command = g_string_new (NULL);

  if (description->subject == GYRE_DESCRIPTION_INTERFACE || description->is_abstract || description->family == NULL)
    return;
  for (guint index = 0; index < description->behaviors->len && command->len == 0; index++)
    {
      const GyreDescribedBehavior *behavior = description->behaviors->pdata[index];

      if (!behavior->is_inherited && behavior->arguments->len == 0)
        g_string_printf (command, "gyre run %s %s", name, behavior->name);
    }
  if (description->example == NULL && command->len == 0)
    return;
  g_string_append (page, ".Sh EXAMPLES\n");
  if (description->example != NULL)
    {
      g_string_append (page, "A configuration that loads:\n");
      gyre_roff_append_literal (page, description->example);
    }
  if (command->len > 0)
    {
      g_string_append (page, description->example != NULL ? ".Pp\nA call:\n" : "A call:\n");
      gyre_roff_append_literal (page, command->str);
    }
}

static void
add_names (GHashTable *names, GyreCatalogue *catalogue, GPtrArray *classes, GyreDescription *except)
{
  for (guint index = 0; index < classes->len; index++)
    {
      const GyreDescribedClass *class = classes->pdata[index];
      const char *name = class->family != NULL ? class->family : class->type;
      GyreDescription *found = gyre_catalogue_find (catalogue, name);

      if (found != NULL && found != except)
        g_hash_table_add (names, gyre_roff_escape_argument (gyre_description_get_public_name (found)));
    }
}

/* The pages of the same catalogue that have to do with this one, and the program's. */
static void
append_relatives (GString *page, GyreCatalogue *catalogue, GyreDescription *description)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GList) sorted = NULL;

  add_names (names, catalogue, description->pedigree, description);
  add_names (names, catalogue, description->derived, description);
  add_names (names, catalogue, description->interfaces, description);
  add_names (names, catalogue, description->implementers, description);
  for (guint index = 0; index < description->traits->len; index++)
    {
      const GyreDescribedTrait *trait = description->traits->pdata[index];
      GyreDescription *found = trait->interface != NULL ? gyre_catalogue_find (catalogue, trait->interface) : NULL;

      if (found != NULL && found != description)
        g_hash_table_add (names, gyre_roff_escape_argument (gyre_description_get_public_name (found)));
    }
  g_string_append_printf (page, ".Sh SEE ALSO\n.Xr gyre 1%s\n", g_hash_table_size (names) > 0 ? " ," : "");
  sorted = g_list_sort (g_hash_table_get_keys (names), (GCompareFunc) g_ascii_strcasecmp);
  for (GList *link = sorted; link != NULL; link = link->next)
    g_string_append_printf (page, ".Xr %s 5%s\n", (char *) link->data, link->next != NULL ? " ," : "");
}

/* Returns: (transfer full): the manual page of a class or an interface */
char *
gyre_manual_dup_page (GyreCatalogue *catalogue, GyreDescription *description)
{
  GString *page = g_string_new (NULL);
  gboolean is_interface = description->subject == GYRE_DESCRIPTION_INTERFACE;

  gyre_manual_append_head (page, gyre_description_get_public_name (description), "5",
                           description->summary != NULL ? description->summary : is_interface ? "an interface" : "a class of components");
  append_synopsis (page, description);
  g_string_append (page, ".Sh DESCRIPTION\n");
  if (description->description != NULL)
    {
      gyre_roff_append_markdown (page, description->description, FALSE);
      g_string_append (page, ".Pp\n");
    }
  append_facts (page, gyre_facts_list_subject (description));
  append_traits (page, description);
  append_behaviors (page, description);
  append_signals (page, description);
  append_sections (page, description);
  append_files (page, description);
  append_examples (page, description);
  append_relatives (page, catalogue, description);
  return gyre_roff_finish (page);
}

/* Adds a page for each class and interface, in man5/. */
gboolean
gyre_manual_add_pages (GyrePublication *publication, GyreCatalogue *catalogue, GError **error)
{
  for (guint index = 0; index < gyre_catalogue_get_length (catalogue); index++)
    {
      GyreDescription *description = gyre_catalogue_get (catalogue, index);
      g_autofree char *page = gyre_manual_dup_page (catalogue, description);
      g_autofree char *name = gyre_markup_dup_file (gyre_description_get_public_name (description));
      g_autofree char *file = g_strdup_printf ("man5/%s.5", name);

      if (!gyre_publication_add_text (publication, file, g_string_new (page), error))
        return FALSE;
    }
  return TRUE;
}

/* Writes a page for each class and interface into man5/ below @folder, which is then a folder for MANPATH. */
gboolean
gyre_manual_write (GyreCatalogue *catalogue, const char *folder, GError **error)
{
  g_autoptr (GyrePublication) publication = gyre_publication_new (folder, "man");

  return gyre_manual_add_pages (publication, catalogue, error) && gyre_publication_write (publication, error);
}
