/* gyre-picture.c: Pictures of classes and interfaces, as text that graphviz reads
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * First the relations that the catalogue tells are collected, each once, though both of its ends may tell it. Then the places are
 * chosen, and the relations between these are drawn.
 */
#include "gyre-picture.h"

#include <string.h>

typedef struct
{
  GyreLine kind;
  char *from;
  char *to;
  char *label;
} Relation;

typedef struct
{
  GyreCatalogue *catalogue;
  const GyrePictureWish *wish;
  GPtrArray *relations;
  GHashTable *known;            /* those that are there */
  GHashTable *mentions;         /* public names that the catalogue has not → GyreDescribedClass, or NULL */
  GyreSketch *sketch;
} Picture;

static const GyrePictureWish no_wish = { NULL };

static void
relation_free (gpointer data)
{
  Relation *self = data;

  g_free (self->from);
  g_free (self->to);
  g_free (self->label);
  g_free (self);
}

/* Of an instance its class is drawn. */
static const char *
get_subject (GyreDescription *description)
{
  return description->family != NULL ? description->family : description->type;
}

static const char *
get_class_name (const GyreDescribedClass *class)
{
  return class->family != NULL ? class->family : class->type;
}

/* The name under which the catalogue has it: others may know the type alone. */
static const char *
get_name (Picture *self, const char *family, const char *type)
{
  GyreDescription *description = family != NULL ? gyre_catalogue_find (self->catalogue, family) : NULL;

  if (description == NULL && type != NULL)
    description = gyre_catalogue_find (self->catalogue, type);
  return description != NULL ? get_subject (description) : family != NULL ? family : type;
}

static void
mention (Picture *self, const GyreDescribedClass *class)
{
  g_hash_table_insert (self->mentions, (gpointer) get_class_name (class), (gpointer) class);
}

static void
relate (Picture *self, GyreLine kind, const char *from, const char *to, const char *label)
{
  g_autofree char *key = NULL;
  Relation *relation;

  if (((self->wish->omitted >> kind) & 1) != 0 || from == NULL || to == NULL)
    return;
  key = g_strdup_printf ("%d\n%s\n%s\n%s", kind, from, to, label != NULL ? label : "");
  if (!g_hash_table_add (self->known, g_steal_pointer (&key)))
    return;
  relation = g_new (Relation, 1);
  *relation = (Relation) { kind, g_strdup (from), g_strdup (to), g_strdup (label) };
  g_ptr_array_add (self->relations, relation);
}

static gboolean
has_interface (Picture *self, const GyreDescribedClass *class, const char *interface)
{
  GyreDescription *description = gyre_catalogue_find (self->catalogue, get_name (self, class->family, class->type));

  for (guint index = 0; description != NULL && index < description->interfaces->len; index++)
    {
      const GyreDescribedClass *promise = description->interfaces->pdata[index];

      if (g_str_equal (get_name (self, promise->family, promise->type), interface))
        return TRUE;
    }
  return FALSE;
}

/* Whether an ancestor, or another interface, is obliged to it as well: then it is drawn there. */
static gboolean
is_implied (Picture *self, GyreDescription *description, const char *interface)
{
  for (guint index = 1; index < description->pedigree->len; index++)
    if (has_interface (self, description->pedigree->pdata[index], interface))
      return TRUE;
  for (guint index = 0; index < description->interfaces->len; index++)
    {
      const GyreDescribedClass *other = description->interfaces->pdata[index];

      if (!g_str_equal (get_name (self, other->family, other->type), interface) && has_interface (self, other, interface))
        return TRUE;
    }
  return FALSE;
}

/* A base of an interface derives as a class does: the interface is obliged to what its base is. */
static void
relate_interfaces (Picture *self, GyreDescription *description, const char *name)
{
  GyreLine kind = description->subject == GYRE_DESCRIPTION_INTERFACE ? GYRE_LINE_DERIVES : GYRE_LINE_IMPLEMENTS;

  for (guint index = 0; index < description->interfaces->len; index++)
    {
      const GyreDescribedClass *interface = description->interfaces->pdata[index];
      const char *other = get_name (self, interface->family, interface->type);

      if (g_str_equal (other, name) || is_implied (self, description, other))
        continue;
      mention (self, interface);
      relate (self, kind, name, other, NULL);
    }
}

static void
relate_facilities (Picture *self, GyreDescription *description, const char *name)
{
  for (guint index = 0; index < description->traits->len; index++)
    {
      const GyreDescribedTrait *trait = description->traits->pdata[index];

      if (trait->interface == NULL || trait->is_inherited)
        continue;
      relate (self, GYRE_LINE_FACILITY, name, get_name (self, trait->interface, NULL), trait->name);
    }
}

static void
relate_ancestors (Picture *self, GPtrArray *ancestors)
{
  for (guint index = 0; index + 1 < ancestors->len; index++)
    {
      const GyreDescribedClass *class = ancestors->pdata[index];
      const GyreDescribedClass *parent = ancestors->pdata[index + 1];

      mention (self, parent);
      relate (self, GYRE_LINE_DERIVES, get_name (self, class->family, class->type), get_name (self, parent->family, parent->type), NULL);
    }
}

static void
relate_description (Picture *self, GyreDescription *description)
{
  const char *name = get_subject (description);

  if (description->subject != GYRE_DESCRIPTION_INTERFACE)
    relate_ancestors (self, description->pedigree);
  relate_interfaces (self, description, name);
  relate_facilities (self, description, name);
}

static void
picture_begin (Picture *self, GyreCatalogue *catalogue, const GyrePictureWish *wish, const char *title)
{
  *self = (Picture) {
    .catalogue = catalogue,
    .wish = wish != NULL ? wish : &no_wish,
    .relations = g_ptr_array_new_with_free_func (relation_free),
    .known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
    .mentions = g_hash_table_new (g_str_hash, g_str_equal),
    .sketch = gyre_sketch_new (title, FALSE),
  };
  for (guint index = 0; index < gyre_catalogue_get_length (catalogue); index++)
    relate_description (self, gyre_catalogue_get (catalogue, index));
}

/* A class that nobody has described derives from those that its descendants tell. */
static char *
picture_end (Picture *self)
{
  char *dot;

  for (guint index = 0; index < self->relations->len; index++)
    {
      const Relation *relation = self->relations->pdata[index];

      gyre_sketch_add_line (self->sketch, relation->kind, relation->from, relation->to, relation->label, 0);
    }
  dot = gyre_sketch_to_dot (self->sketch);
  gyre_sketch_free (self->sketch);
  g_hash_table_unref (self->mentions);
  g_hash_table_unref (self->known);
  g_ptr_array_unref (self->relations);
  return dot;
}

static char *
dup_address (Picture *self, GyreDescription *description)
{
  g_autoptr (GString) address = NULL;

  if (self->wish->address != NULL)
    return self->wish->address (description, self->wish->data);
  if (self->wish->pattern == NULL)
    return NULL;
  address = g_string_new (self->wish->pattern);
  g_string_replace (address, "%s", get_subject (description), 0);
  return g_strdup (address->str);
}

static GyreForm
get_form (GyreDescription *description)
{
  if (description->subject == GYRE_DESCRIPTION_INTERFACE)
    return GYRE_FORM_INTERFACE;
  if (description->mistakes != NULL)
    return GYRE_FORM_INVALID;
  return description->is_abstract ? GYRE_FORM_ABSTRACT : GYRE_FORM_CLASS;
}

/* `gauss.shapes.ball: what it is`. */
static char *
dup_tooltip (const char *name, const char *summary)
{
  return summary != NULL ? g_strdup_printf ("%s: %s", name, summary) : g_strdup (name);
}

static void
add_description (Picture *self, GyreDescription *description, gboolean is_subject)
{
  const char *name = get_subject (description);
  g_autofree char *tooltip = dup_tooltip (name, description->summary);
  g_autofree char *address = dup_address (self, description);

  gyre_sketch_add_place (self->sketch, &(GyrePlace) {
    .name = name,
    .title = name,
    .subtitle = g_strcmp0 (name, description->type) != 0 ? description->type : NULL,
    .tooltip = tooltip,
    .address = address,
    .cluster = description->package,
    .form = is_subject ? GYRE_FORM_SUBJECT : get_form (description),
  });
}

/* What the catalogue has, else what is said of it elsewhere. */
static void
add_name (Picture *self, const char *name)
{
  GyreDescription *description = gyre_catalogue_find (self->catalogue, name);
  const GyreDescribedClass *class = g_hash_table_lookup (self->mentions, name);
  g_autofree char *tooltip = dup_tooltip (name, class != NULL ? class->summary : NULL);
  g_autofree char *package = gyre_name_dup_package (name);

  if (description != NULL)
    {
      add_description (self, description, FALSE);
      return;
    }
  gyre_sketch_add_place (self->sketch, &(GyrePlace) {
    .name = name,
    .title = name,
    .subtitle = class != NULL && class->family != NULL ? class->type : NULL,
    .tooltip = tooltip,
    .cluster = class != NULL && class->family != NULL && *package != '\0' ? package : NULL,
    .form = GYRE_FORM_OUTSIDE,
  });
}

static gboolean
is_meant (GyreDescription *description, const char * const *packages)
{
  if (packages == NULL || packages[0] == NULL)
    return TRUE;
  return description->package != NULL && g_strv_contains (packages, description->package);
}

/* Whom the lines lead to, so many steps; 0: until no one is new. What is needed is added, in the order of the relations. With
 * @both_ways whom they come from as well. */
static void
add_neighbours (Picture *self, guint depth, gboolean both_ways)
{
  gboolean is_more = TRUE;

  for (guint step = 0; is_more && (depth == 0 || step < depth); step++)
    {
      g_autoptr (GPtrArray) names = g_ptr_array_new ();

      for (guint index = 0; index < self->relations->len; index++)
        {
          const Relation *relation = self->relations->pdata[index];

          if (gyre_sketch_has_place (self->sketch, relation->from) && !gyre_sketch_has_place (self->sketch, relation->to))
            g_ptr_array_add (names, relation->to);
          if (both_ways && gyre_sketch_has_place (self->sketch, relation->to) && !gyre_sketch_has_place (self->sketch, relation->from))
            g_ptr_array_add (names, relation->from);
        }
      for (guint index = 0; index < names->len; index++)
        add_name (self, names->pdata[index]);
      is_more = names->len > 0;
    }
}

static char *
join_title (const char *what, const char * const *packages)
{
  g_autofree char *names = packages != NULL && packages[0] != NULL ? g_strjoinv (", ", (GStrv) packages) : NULL;

  return names != NULL ? g_strdup_printf ("%s of %s", what, names) : g_strdup_printf ("%s", what);
}

/* Returns: (transfer full): a graph of the classes and interfaces of some packages, and of what they depend on */
char *
gyre_picture_draw_packages (GyreCatalogue *catalogue, const char * const *packages, const GyrePictureWish *wish)
{
  g_autofree char *title = join_title ("Classes and interfaces", packages);
  Picture picture;

  g_return_val_if_fail (GYRE_IS_CATALOGUE (catalogue), NULL);

  picture_begin (&picture, catalogue, wish, title);
  for (guint index = 0; index < gyre_catalogue_get_length (catalogue); index++)
    if (is_meant (gyre_catalogue_get (catalogue, index), packages))
      add_description (&picture, gyre_catalogue_get (catalogue, index), FALSE);
  add_neighbours (&picture, picture.wish->depth, FALSE);
  return picture_end (&picture);
}

/* Returns: (transfer full): a graph of the interfaces of some packages, who implements them and who has facilities of them */
char *
gyre_picture_draw_interfaces (GyreCatalogue *catalogue, const char * const *packages, const GyrePictureWish *wish)
{
  g_autofree char *title = join_title ("Interfaces", packages);
  Picture picture;

  g_return_val_if_fail (GYRE_IS_CATALOGUE (catalogue), NULL);

  picture_begin (&picture, catalogue, wish, title);
  for (guint index = 0; index < gyre_catalogue_get_length (catalogue); index++)
    {
      GyreDescription *description = gyre_catalogue_get (catalogue, index);

      if (description->subject == GYRE_DESCRIPTION_INTERFACE && is_meant (description, packages))
        add_description (&picture, description, FALSE);
    }
  add_neighbours (&picture, MAX (picture.wish->depth, 1), TRUE);
  return picture_end (&picture);
}

static void
add_ancestors (Picture *self, GyreDescription *description)
{
  GPtrArray *ancestors = description->hierarchy->len > 0 ? description->hierarchy : description->pedigree;

  if (description->subject == GYRE_DESCRIPTION_INTERFACE)
    return;
  relate_ancestors (self, ancestors);
  for (guint index = 1; index < ancestors->len; index++)
    {
      const GyreDescribedClass *ancestor = ancestors->pdata[index];

      add_name (self, get_name (self, ancestor->family, ancestor->type));
    }
}

/* What the description alone tells: the catalogue may have neither it nor them. */
static void
add_descendants (Picture *self, GPtrArray *classes, GyreLine kind, const char *name)
{
  for (guint index = 0; index < classes->len; index++)
    {
      const GyreDescribedClass *class = classes->pdata[index];

      mention (self, class);
      relate (self, kind, get_name (self, class->family, class->type), name, NULL);
    }
}

/* Returns: (transfer full): a graph of one class or interface, its ancestors, its descendants and whom it has to do with */
char *
gyre_picture_draw_kin (GyreCatalogue *catalogue, GyreDescription *description, const GyrePictureWish *wish)
{
  const char *name = get_subject (description);
  g_autofree char *title = g_strdup_printf ("Relatives of %s", name);
  Picture picture;

  g_return_val_if_fail (GYRE_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (description != NULL, NULL);

  picture_begin (&picture, catalogue, wish, title);
  relate_description (&picture, description);
  add_descendants (&picture, description->derived, GYRE_LINE_DERIVES, name);
  add_descendants (&picture, description->implementers, GYRE_LINE_IMPLEMENTS, name);
  add_description (&picture, description, TRUE);
  add_neighbours (&picture, MAX (picture.wish->depth, 1), TRUE);
  add_ancestors (&picture, description);
  return picture_end (&picture);
}
