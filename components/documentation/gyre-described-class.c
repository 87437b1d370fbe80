/* gyre-described-class.c: The relatives of a class or an interface
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Ancestors come nearest first, everything else in the order of public names, so that two runs say the same.
 */
#include "gyre-described-private.h"
#include "gyre-registrar.h"

/* The record of a type, if it has one by now; nothing is made for it. */
static GyreRequirement *
peek_record (GType type)
{
  GyreActor *actor = gyre_actor_peek (type);
  GyreRole *role = actor == NULL && G_TYPE_IS_INTERFACE (type) ? gyre_role_get (type) : NULL;

  return actor != NULL ? GYRE_REQUIREMENT (actor) : (GyreRequirement *) role;
}

/* The public name: a family, or else the name of the type. */
const char *
gyre_described_name_of_type (GType type)
{
  GyreRequirement *record = peek_record (type);

  return record != NULL ? gyre_requirement_get_public_name (record) : g_type_name (type);
}

static GyreDescribedClass *
class_new (const char *type, const char *family, const char *summary)
{
  GyreDescribedClass *self = g_new0 (GyreDescribedClass, 1);

  self->type = g_strdup (type);
  self->family = g_strdup (family);
  self->summary = g_strdup (summary);
  self->asks = g_new0 (char *, 1);
  return self;
}

void
gyre_described_add_record (GPtrArray *classes, GyreRequirement *requirement)
{
  g_ptr_array_add (classes, class_new (gyre_requirement_get_name (requirement), gyre_requirement_get_family (requirement),
                                       gyre_requirement_get_summary (requirement)));
}

void
gyre_described_add_type (GPtrArray *classes, GType type)
{
  GyreRequirement *record = peek_record (type);

  if (record != NULL)
    gyre_described_add_record (classes, record);
  else
    g_ptr_array_add (classes, class_new (g_type_name (type), NULL, NULL));
}

static int
compare_classes (gconstpointer first, gconstpointer second)
{
  const GyreDescribedClass *one = *(GyreDescribedClass * const *) first;
  const GyreDescribedClass *other = *(GyreDescribedClass * const *) second;

  return g_strcmp0 (one->family != NULL ? one->family : one->type, other->family != NULL ? other->family : other->type);
}

static gboolean
has_type (GPtrArray *classes, const char *type)
{
  for (guint index = 0; index < classes->len; index++)
    if (g_str_equal (((const GyreDescribedClass *) classes->pdata[index])->type, type))
      return TRUE;
  return FALSE;
}

/* What an interface obliges to: its members, as a class would declare them. */
static GStrv
list_members (GyreRequirement *interface)
{
  g_autoptr (GPtrArray) members = gyre_requirement_get_traits (interface);
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();

  for (guint index = 0; index < members->len; index++)
    {
      const GyreDescriptor *descriptor = members->pdata[index];
      g_autofree char *kind = NULL;
      g_autofree char *text = NULL;

      if (gyre_descriptor_get_sort (descriptor) == GYRE_DESCRIPTOR_BEHAVIOR)
        text = gyre_behavior_dup_signature_text ((const GyreBehavior *) descriptor);
      else
        {
          kind = gyre_described_kind_text ((const GyreTrait *) descriptor);
          text = g_strdup_printf ("%s %s", kind, gyre_descriptor_get_name (descriptor));
        }
      g_strv_builder_add (texts, text);
    }
  return g_strv_builder_end (texts);
}

/* The same of an interface of other code: its properties. */
static GStrv
list_properties (GType interface)
{
  gpointer vtable = g_type_default_interface_ref (interface);
  guint length = 0;
  g_autofree GParamSpec **properties = g_type_is_a (interface, G_TYPE_INTERFACE) && vtable != NULL
                                         ? g_object_interface_list_properties (vtable, &length) : NULL;
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();

  for (guint index = 0; index < length; index++)
    {
      g_autofree char *text = g_strdup_printf ("%s %s", g_type_name (properties[index]->value_type), properties[index]->name);

      g_strv_builder_add (texts, text);
    }
  g_type_default_interface_unref (vtable);
  return g_strv_builder_end (texts);
}

static void
add_promise (GPtrArray *interfaces, GType type, GyreRequirement *record)
{
  GyreDescribedClass *class;

  gyre_described_add_type (interfaces, type);
  class = interfaces->pdata[interfaces->len - 1];
  g_strfreev (class->asks);
  class->asks = record != NULL ? list_members (record) : list_properties (type);
}

static void
add_hierarchy (GPtrArray *classes, GType type)
{
  for (; type != G_TYPE_INVALID && type != G_TYPE_INTERFACE; type = g_type_parent (type))
    gyre_described_add_type (classes, type);
}

/* N.B. GType's list of derived types has those of other code too, and none that is internal is told. */
static void
add_derived (GPtrArray *classes, GType type)
{
  guint length = 0;
  g_autofree GType *children = g_type_children (type, &length);

  for (guint index = 0; index < length; index++)
    {
      GyreRequirement *record = peek_record (children[index]);

      if (record == NULL || !gyre_requirement_is_internal (record))
        gyre_described_add_type (classes, children[index]);
    }
  g_ptr_array_sort (classes, compare_classes);
}

static void
add_extensions (GPtrArray *classes, GyreRole *role)
{
  g_autoptr (GPtrArray) interfaces = gyre_registrar_list_interfaces (gyre_registrar_get_default ());

  for (guint index = 0; index < interfaces->len; index++)
    if (interfaces->pdata[index] != (gpointer) role && gyre_role_extends (interfaces->pdata[index], role)
        && !gyre_requirement_is_internal (interfaces->pdata[index]))
      gyre_described_add_record (classes, interfaces->pdata[index]);
  g_ptr_array_sort (classes, compare_classes);
}

static void
add_pedigree (GPtrArray *classes, GyreRequirement *requirement)
{
  GPtrArray *pedigree = gyre_requirement_get_pedigree (requirement);

  for (guint index = 0; pedigree != NULL && index < pedigree->len; index++)
    gyre_described_add_record (classes, pedigree->pdata[index]);
}

/* Promises in the order in which they were declared, then what other code implements. */
static void
add_promises (GyreDescription *self, GyreActor *actor)
{
  GPtrArray *roles = gyre_actor_get_roles (actor);
  guint length = 0;
  g_autofree GType *types = g_type_interfaces (gyre_requirement_get_gtype (GYRE_REQUIREMENT (actor)), &length);
  g_autoptr (GPtrArray) others = g_ptr_array_new_with_free_func (gyre_described_class_free);

  for (guint index = 0; roles != NULL && index < roles->len; index++)
    add_promise (self->interfaces, gyre_requirement_get_gtype (roles->pdata[index]), roles->pdata[index]);
  for (guint index = 0; index < length; index++)
    if (!has_type (self->interfaces, g_type_name (types[index])))
      add_promise (others, types[index], peek_record (types[index]));
  g_ptr_array_sort (others, compare_classes);
  g_ptr_array_extend_and_steal (self->interfaces, g_steal_pointer (&others));
}

static void
add_bases (GyreDescription *self, GyreRole *role)
{
  GPtrArray *pedigree = gyre_requirement_get_pedigree (GYRE_REQUIREMENT (role));

  for (guint index = 0; pedigree != NULL && index < pedigree->len; index++)
    if (pedigree->pdata[index] != (gpointer) role)
      add_promise (self->interfaces, gyre_requirement_get_gtype (pedigree->pdata[index]), pedigree->pdata[index]);
}

static void
add_obliged (GPtrArray *classes, GyreRole *role)
{
  g_autoptr (GPtrArray) actors = gyre_registrar_list_implementers (gyre_registrar_get_default (), role);

  for (guint index = 0; index < actors->len; index++)
    gyre_described_add_record (classes, actors->pdata[index]);
  g_ptr_array_sort (classes, compare_classes);
}

/* The known classes that can be what a facility asks for: an interface, or a class and what derives from it. */
void
gyre_described_add_implementers (GPtrArray *classes, GType type)
{
  GyreRole *role = G_TYPE_IS_INTERFACE (type) ? gyre_role_get (type) : NULL;
  g_autoptr (GPtrArray) records = role != NULL ? gyre_registrar_list_implementers (gyre_registrar_get_default (), role)
                                               : gyre_registrar_list_classes (gyre_registrar_get_default ());

  for (guint index = 0; index < records->len; index++)
    if ((role != NULL || g_type_is_a (gyre_requirement_get_gtype (records->pdata[index]), type))
        && !gyre_requirement_is_internal (records->pdata[index]) && !gyre_actor_is_abstract (records->pdata[index]))
      gyre_described_add_record (classes, records->pdata[index]);
  g_ptr_array_sort (classes, compare_classes);
}

/* The public name of the nearest ancestor of the owner that has a member of the same name. */
const char *
gyre_described_find_shadowed (const GyreDescriptor *descriptor)
{
  GPtrArray *pedigree = descriptor->owner != NULL ? gyre_requirement_get_pedigree (descriptor->owner) : NULL;

  for (guint index = 1; pedigree != NULL && index < pedigree->len; index++)
    {
      GPtrArray *locals = gyre_requirement_get_local_traits (pedigree->pdata[index]);

      for (guint member = 0; member < locals->len; member++)
        if (g_strcmp0 (gyre_descriptor_get_name (locals->pdata[member]), descriptor->name) == 0)
          return gyre_requirement_get_public_name (pedigree->pdata[index]);
    }
  return NULL;
}

/* What an interface that the owner promises says of the member: the first that has words for it. */
const GyreDescriptor *
gyre_described_find_promised (const GyreDescriptor *descriptor)
{
  GPtrArray *roles = GYRE_IS_ACTOR (descriptor->owner) ? gyre_actor_get_roles (GYRE_ACTOR (descriptor->owner)) : NULL;

  for (guint index = 0; roles != NULL && index < roles->len; index++)
    {
      const GyreDescriptor *promised = gyre_requirement_find_trait (roles->pdata[index], descriptor->name);

      if (promised != NULL && promised->sort == descriptor->sort && promised->summary != NULL && g_str_equal (promised->name, descriptor->name))
        return promised;
    }
  return NULL;
}

/* The words of the author, else those of the interface, and whose they are. */
void
gyre_described_say (const GyreDescriptor *descriptor, char **summary, char **description, char **said_by)
{
  gboolean is_silent = descriptor->summary == NULL && descriptor->description == NULL;
  const GyreDescriptor *promised = is_silent ? gyre_described_find_promised (descriptor) : NULL;
  const GyreDescriptor *speaker = promised != NULL ? promised : descriptor;

  *summary = g_strdup (speaker->summary);
  *description = g_strdup (speaker->description);
  *said_by = promised != NULL ? g_strdup (gyre_requirement_get_public_name (promised->owner)) : NULL;
}

void
gyre_describe_relations (GyreDescription *self, GyreRequirement *requirement)
{
  GType type = gyre_requirement_get_gtype (requirement);

  add_pedigree (self->pedigree, requirement);
  add_hierarchy (self->hierarchy, type);
  if (GYRE_IS_ACTOR (requirement))
    {
      self->is_abstract = gyre_actor_is_abstract (GYRE_ACTOR (requirement)) || G_TYPE_IS_ABSTRACT (type);
      self->is_open = gyre_actor_is_open (GYRE_ACTOR (requirement));
      add_derived (self->derived, type);
      add_promises (self, GYRE_ACTOR (requirement));
    }
  else
    {
      self->implementation = g_strdup (gyre_role_get_implementation (GYRE_ROLE (requirement)));
      add_bases (self, GYRE_ROLE (requirement));
      add_extensions (self->derived, GYRE_ROLE (requirement));
      add_obliged (self->implementers, GYRE_ROLE (requirement));
    }
}

/* Classes that implement an interface of other code, as far as they are known; those that only inherit it are left out. */
static void
add_known_implementers (GPtrArray *classes, GType parent, GType interface)
{
  guint length = 0;
  g_autofree GType *children = g_type_children (parent, &length);

  for (guint index = 0; index < length; index++)
    if (g_type_is_a (children[index], interface))
      gyre_described_add_type (classes, children[index]);
    else
      add_known_implementers (classes, children[index], interface);
}

/* An interface that is none of ours has no record: its type is all that is known. */
void
gyre_describe_interface (GyreDescription *self, GType interface)
{
  guint length = 0;
  g_autofree GType *bases = g_type_interface_prerequisites (interface, &length);

  gyre_described_add_type (self->pedigree, interface);
  gyre_described_add_type (self->hierarchy, interface);
  for (guint index = 0; index < length; index++)
    if (G_TYPE_IS_INTERFACE (bases[index]))
      add_promise (self->interfaces, bases[index], peek_record (bases[index]));
  add_known_implementers (self->implementers, G_TYPE_OBJECT, interface);
  g_ptr_array_sort (self->implementers, compare_classes);
}
