/* gyre-kinship.c: Who derives from whom, and who implements what, among the classes of a catalogue
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Each list begins with what the description itself tells, and goes on with what the catalogue knows besides, in the order of names.
 */
#include "gyre-kinship.h"

struct _GyreKinship
{
  GHashTable *derived;          /* type → GPtrArray of GyreDescribedClass */
  GHashTable *implementers;     /* type → GPtrArray of GyreDescribedClass */
};

static void
described_class_free (gpointer data)
{
  GyreDescribedClass *self = data;

  g_free (self->type);
  g_free (self->family);
  g_free (self->summary);
  g_free (self);
}

static void
add_class (GPtrArray *classes, const char *type, const char *family, const char *summary)
{
  GyreDescribedClass *class = g_new0 (GyreDescribedClass, 1);

  *class = (GyreDescribedClass) { .type = g_strdup (type), .family = g_strdup (family), .summary = g_strdup (summary) };
  g_ptr_array_add (classes, class);
}

static GPtrArray *
take_list (GHashTable *table, const char *type)
{
  GPtrArray *list = g_hash_table_lookup (table, type);

  if (list == NULL)
    {
      list = g_ptr_array_new_with_free_func (described_class_free);
      g_hash_table_insert (table, g_strdup (type), list);
    }
  return list;
}

/* What the description of the ancestor or the interface says itself. */
static void
begin (GHashTable *table, GHashTable *seen, const char *type, GPtrArray *classes)
{
  GPtrArray *list = take_list (table, type);

  for (guint index = 0; index < gyre_markup_count (classes); index++)
    {
      const GyreDescribedClass *class = classes->pdata[index];

      if (g_hash_table_add (seen, g_strconcat (type, " ", class->type, NULL)))
        add_class (list, class->type, class->family, class->summary);
    }
}

static void
go_on (GHashTable *table, GHashTable *seen, const char *type, GyreDescription *description)
{
  if (g_hash_table_add (seen, g_strconcat (type, " ", description->type, NULL)))
    add_class (take_list (table, type), description->type, description->family, description->summary);
}

static void
read_description (GyreKinship *self, GHashTable *derivations, GHashTable *promises, GyreDescription *description)
{
  GPtrArray *ancestors = gyre_markup_count (description->hierarchy) > 1 ? description->hierarchy : description->pedigree;

  if (description->subject == GYRE_DESCRIPTION_CLASS && gyre_markup_count (ancestors) > 1)
    go_on (self->derived, derivations, ((GyreDescribedClass *) ancestors->pdata[1])->type, description);
  for (guint index = 0; index < gyre_markup_count (description->interfaces); index++)
    {
      const GyreDescribedClass *interface = description->interfaces->pdata[index];
      gboolean is_class = description->subject == GYRE_DESCRIPTION_CLASS;

      go_on (is_class ? self->implementers : self->derived, is_class ? promises : derivations, interface->type, description);
    }
}

GyreKinship *
gyre_kinship_new (GyreCatalogue *catalogue)
{
  GyreKinship *self = g_new0 (GyreKinship, 1);
  g_autoptr (GHashTable) derivations = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) promises = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  self->derived = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->implementers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  for (guint index = 0; index < gyre_catalogue_get_length (catalogue); index++)
    {
      GyreDescription *description = gyre_catalogue_get (catalogue, index);

      begin (self->derived, derivations, description->type, description->derived);
      begin (self->implementers, promises, description->type, description->implementers);
    }
  for (guint index = 0; index < gyre_catalogue_get_length (catalogue); index++)
    read_description (self, derivations, promises, gyre_catalogue_get (catalogue, index));
  return self;
}

void
gyre_kinship_free (GyreKinship *self)
{
  g_hash_table_unref (self->derived);
  g_hash_table_unref (self->implementers);
  g_free (self);
}

/* Returns: (transfer none): those that derive from it at once; of an interface, those that it is a base of */
GPtrArray *
gyre_kinship_get_derived (GyreKinship *self, GyreDescription *description)
{
  return take_list (self->derived, description->type);
}

/* Returns: (transfer none): the classes that promise it */
GPtrArray *
gyre_kinship_get_implementers (GyreKinship *self, GyreDescription *description)
{
  return take_list (self->implementers, description->type);
}
