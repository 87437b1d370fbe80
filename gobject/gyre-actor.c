/* gyre-actor.c: The record of a component class
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * N.B. init_class runs under GType's class lock: it takes no lock that another thread can hold while it waits for a class.
 */
#include "gyre-actor-private.h"
#include "gyre-declaration-error.h"
#include "gyre-declaration-private.h"
#include "gyre-record-private.h"
#include "gyre-registrar-private.h"
#include "gyre-requirement-private.h"

typedef GyreActorRecord GyreActorPrivate;

G_DEFINE_TYPE_WITH_PRIVATE (GyreActor, gyre_actor, GYRE_TYPE_REQUIREMENT)

GyreActorRecord *
gyre_actor_get_record (GyreActor *self)
{
  return gyre_actor_get_instance_private (self);
}

void
gyre_actor_set_model (GyreActor *self, const GyreActorModel *model)
{
  GyreActorRecord *record = gyre_actor_get_record (self);

  record->model = model;
  gyre_extent_initialize (&record->extent, model->extent_offset);
}

static void
add_role (GPtrArray *roles, gpointer role)
{
  if (!g_ptr_array_find (roles, role, NULL))
    g_ptr_array_add (roles, role);
}

/* What a class is obliged to: what it declares with all bases, then what its ancestors are. */
static void
actor_collect_roles (GyreActor *self, GyreDeclaration *declaration)
{
  GyreActorRecord *record = gyre_actor_get_record (self);

  for (guint index = 0; index < declaration->interfaces->len; index++)
    {
      GyreRole *role = gyre_role_get (g_array_index (declaration->interfaces, GType, index));
      if (role == NULL)
        continue;
      add_role (record->implements, role);
      GPtrArray *pedigree = gyre_requirement_get_pedigree (GYRE_REQUIREMENT (role));
      for (guint base = 0; base < pedigree->len; base++)
        add_role (record->roles, g_ptr_array_index (pedigree, base));
    }
  if (record->parent == NULL)
    return;

  GPtrArray *inherited = gyre_actor_get_record (record->parent)->roles;
  for (guint index = 0; index < inherited->len; index++)
    add_role (record->roles, g_ptr_array_index (inherited, index));
}

static gboolean
declares_behaviors (GyreDeclaration *declaration)
{
  for (guint index = 0; index < declaration->descriptors->len; index++)
    if (gyre_declaration_get_descriptor (declaration, index)->sort == GYRE_DESCRIPTOR_BEHAVIOR)
      return TRUE;
  return FALSE;
}

/* The roles in an order in which GType takes them: a base before what extends it, whatever the declaration says first. */
static GPtrArray *
actor_order_roles (GyreActor *self)
{
  GPtrArray *roles = gyre_actor_get_record (self)->roles;
  GPtrArray *ordered = g_ptr_array_new ();

  for (guint index = roles->len; index > 0; index--)
    {
      GPtrArray *pedigree = gyre_requirement_get_pedigree (g_ptr_array_index (roles, index - 1));
      for (guint base = pedigree->len; base > 0; base--)
        add_role (ordered, g_ptr_array_index (pedigree, base - 1));
    }
  return ordered;
}

/* An interface that an ancestor implements gets a table of its own only where the class could put something else into it. */
static void
actor_add_interfaces (GyreActor *self, GyreDeclaration *declaration, GType type)
{
  GInterfaceInfo information = { gyre_actor_get_record (self)->model->interface_initialize, NULL, self };
  gboolean again = declares_behaviors (declaration);
  g_autoptr (GPtrArray) roles = actor_order_roles (self);

  for (guint index = 0; index < roles->len; index++)
    {
      GType interface = gyre_requirement_get_gtype (g_ptr_array_index (roles, index));
      if (again || !g_type_is_a (type, interface))
        g_type_add_interface_static (type, interface, &information);
    }
}

/* Ties a record to a type that is there: the common part of our own classes and of those that other code declares. */
void
gyre_actor_attach (GyreActor *self, GyreDeclaration *declaration, GType type)
{
  GyreActorRecord *record = gyre_actor_get_record (self);
  GyreRequirement *parent = gyre_record_peek (g_type_parent (type));

  gyre_requirement_adopt_declaration (GYRE_REQUIREMENT (self), declaration, type);
  record->is_open = declaration->is_open;
  if (parent != NULL)
    {
      record->parent = GYRE_ACTOR (parent);
      record->is_open |= gyre_actor_get_record (record->parent)->is_open;
      if (record->model == NULL)
        gyre_actor_set_model (self, gyre_actor_get_record (record->parent)->model);
      g_ptr_array_extend (gyre_requirement_get_record (GYRE_REQUIREMENT (self))->pedigree,
                          gyre_requirement_get_pedigree (parent), NULL, NULL);
    }
  actor_collect_roles (self, declaration);
  gyre_record_attach (type, GYRE_REQUIREMENT (self));
}

/* Runs the step *init* and settles whether the class is valid. A class that is not leaves nothing in the registrar. */
void
gyre_actor_complete (GyreActor *self, gpointer type_class)
{
  GyreRecord *record = gyre_requirement_get_record (GYRE_REQUIREMENT (self));
  g_autoptr (GyreReport) report = gyre_report_new ();

  gyre_attribute_classifier_init_class (GYRE_ATTRIBUTE_CLASSIFIER (self), type_class, report);
  if (gyre_report_get_errors (report) == 0)
    gyre_registrar_add (gyre_registrar_get_default (), GYRE_REQUIREMENT (self), report);
  if (gyre_report_get_errors (report) > 0)
    {
      gyre_requirement_invalidate (GYRE_REQUIREMENT (self), report);
      return;
    }
  gyre_record_set_state (record, GYRE_REQUIREMENT_READY);
  gyre_actor_get_record (self)->model->finish (self, type_class);
  gyre_registrar_announce (gyre_registrar_get_default (), GYRE_REQUIREMENT (self));
}

static void
actor_class_trampoline (gpointer type_class, gpointer data)
{
  gyre_actor_complete (data, type_class);
}

/* A class whose parent is no component class must bring a model with its record. */
static gboolean
check_model (GyreActor *self, GyreDeclaration *declaration, GError **error)
{
  if (gyre_actor_get_record (self)->model != NULL || gyre_actor_peek (declaration->parent) != NULL)
    return TRUE;
  g_set_error (error, GYRE_DECLARATION_ERROR, GYRE_DECLARATION_ERROR_BASES, "%s: its parent %s is no component class",
               declaration->name, declaration->parent != G_TYPE_INVALID ? g_type_name (declaration->parent) : "(none)");
  return FALSE;
}

static gboolean
gyre_actor_new_class (GyreAttributeClassifier *classifier, GyreDeclaration *declaration, GError **error)
{
  GyreActor *self = GYRE_ACTOR (classifier);
  GTypeQuery parent = { 0 };
  GTypeInfo information = { 0 };
  GType type;

  if (!gyre_record_check_type_name (declaration->name, error) || !gyre_record_check_sizes (declaration, error)
      || !check_model (self, declaration, error))
    return FALSE;
  g_type_query (declaration->parent, &parent);
  information.base_init = declaration->base_initialize;
  information.class_init = actor_class_trampoline;
  information.class_data = self;
  information.class_size = MAX (declaration->class_size, parent.class_size);
  information.instance_size = MAX (declaration->instance_size, parent.instance_size);
  information.instance_init = declaration->initialize;
  type = g_type_register_static (declaration->parent, declaration->name, &information,
                                 declaration->is_abstract ? G_TYPE_FLAG_ABSTRACT : 0);
  if (type == G_TYPE_INVALID)
    {
      g_set_error (error, GYRE_DECLARATION_ERROR, GYRE_DECLARATION_ERROR_NAME,
                   "GObject refuses the type %s (its warning says why)", declaration->name);
      return FALSE;
    }
  gyre_actor_attach (self, declaration, type);
  actor_add_interfaces (self, declaration, type);
  return TRUE;
}

/* What is declared to be implemented must be an interface of ours that can be kept. */
static void
actor_check_interfaces (GyreActor *self, GyreReport *report)
{
  GyreRequirement *requirement = GYRE_REQUIREMENT (self);
  GArray *interfaces = gyre_requirement_get_record (requirement)->declaration->interfaces;

  for (guint index = 0; index < interfaces->len; index++)
    {
      GType interface = g_array_index (interfaces, GType, index);
      GyreRole *role = gyre_role_get (interface);

      if (role == NULL)
        gyre_report_error (report, gyre_requirement_get_locator (requirement), NULL,
                           "%s: can't implement %s: it is no interface that Gyre knows",
                           gyre_requirement_get_public_name (requirement), g_type_name (interface));
      else if (!gyre_requirement_is_valid (GYRE_REQUIREMENT (role), NULL))
        gyre_report_error (report, gyre_requirement_get_locator (requirement), NULL,
                           "%s: can't implement %s: its declaration is invalid",
                           gyre_requirement_get_public_name (requirement), g_type_name (interface));
    }
}

static void
gyre_actor_init_class (GyreAttributeClassifier *classifier, gpointer type_class, GyreReport *report)
{
  GyreActor *self = GYRE_ACTOR (classifier);
  GyreRecord *record = gyre_requirement_get_record (GYRE_REQUIREMENT (self));
  const GyreActorModel *model = gyre_actor_get_record (self)->model;

  gyre_requirement_harvest (GYRE_REQUIREMENT (self), report);
  actor_check_interfaces (self, report);
  model->install (self, type_class, report);
  if (record->declaration->class_initialize != NULL)
    record->declaration->class_initialize (type_class, NULL);
  model->check (self, type_class, report);
}

static GObject *
gyre_actor_call (GyreAttributeClassifier *classifier, const GyreConstruction *construction, GError **error)
{
  GyreActor *self = GYRE_ACTOR (classifier);
  return gyre_actor_get_record (self)->model->construct (self, construction, error);
}

/* Only the record of a declaration that was refused ends. */
static void
gyre_actor_finalize (GObject *object)
{
  GyreActorRecord *record = gyre_actor_get_record (GYRE_ACTOR (object));

  g_clear_pointer (&record->implements, g_ptr_array_unref);
  g_clear_pointer (&record->roles, g_ptr_array_unref);
  g_clear_pointer (&record->derived, g_ptr_array_unref);
  G_OBJECT_CLASS (gyre_actor_parent_class)->finalize (object);
}

static void
gyre_actor_class_init (GyreActorClass *class)
{
  G_OBJECT_CLASS (class)->finalize = gyre_actor_finalize;
  GyreAttributeClassifierClass *classifier_class = GYRE_ATTRIBUTE_CLASSIFIER_CLASS (class);

  classifier_class->new_class = gyre_actor_new_class;
  classifier_class->init_class = gyre_actor_init_class;
  classifier_class->call = gyre_actor_call;
}

static void
gyre_actor_init (GyreActor *self)
{
  GyreActorRecord *record = gyre_actor_get_record (self);

  record->implements = g_ptr_array_new ();
  record->roles = g_ptr_array_new ();
  record->derived = g_ptr_array_new ();
}

/**
 * gyre_actor_peek:
 * @type: a type
 *
 * Returns: (nullable) (transfer none): the record of exactly this class, if it has one by now
 *
 * Since: 0.1
 */
GyreActor *
gyre_actor_peek (GType type)
{
  GyreRequirement *record = gyre_record_peek (type);
  return record != NULL && GYRE_IS_ACTOR (record) ? GYRE_ACTOR (record) : NULL;
}

/**
 * gyre_actor_get_parent:
 * @self: a class record
 *
 * Returns: (nullable) (transfer none): the record of the parent class
 *
 * Since: 0.1
 */
GyreActor *
gyre_actor_get_parent (GyreActor *self)
{
  g_return_val_if_fail (GYRE_IS_ACTOR (self), NULL);
  return gyre_actor_get_record (self)->parent;
}

/**
 * gyre_actor_get_derived:
 * @self: a class record
 *
 * Returns: (element-type GyreActor) (transfer container): the valid classes that derive directly from it
 *
 * Since: 0.1
 */
GPtrArray *
gyre_actor_get_derived (GyreActor *self)
{
  g_return_val_if_fail (GYRE_IS_ACTOR (self), NULL);
  return gyre_registrar_dup_derived (gyre_registrar_get_default (), self);
}

/**
 * gyre_actor_get_implements:
 * @self: a class record
 *
 * Returns: (element-type GyreRole) (transfer none): the interfaces that the class itself declares to implement
 *
 * Since: 0.1
 */
GPtrArray *
gyre_actor_get_implements (GyreActor *self)
{
  g_return_val_if_fail (GYRE_IS_ACTOR (self), NULL);
  return gyre_actor_get_record (self)->implements;
}

/**
 * gyre_actor_get_roles:
 * @self: a class record
 *
 * Returns: (element-type GyreRole) (transfer none): all interfaces that it is obliged to, also through bases and ancestors
 *
 * Since: 0.1
 */
GPtrArray *
gyre_actor_get_roles (GyreActor *self)
{
  g_return_val_if_fail (GYRE_IS_ACTOR (self), NULL);
  return gyre_actor_get_record (self)->roles;
}

/**
 * gyre_actor_plays:
 * @self: a class record
 * @role: an interface's
 *
 * Returns: whether the class has declared, itself or through an ancestor, to implement the interface
 *
 * Since: 0.1
 */
gboolean
gyre_actor_plays (GyreActor *self, GyreRole *role)
{
  g_return_val_if_fail (GYRE_IS_ACTOR (self) && GYRE_IS_ROLE (role), FALSE);
  return g_ptr_array_find (gyre_actor_get_record (self)->roles, role, NULL);
}

/**
 * gyre_actor_is_abstract:
 * @self: a class record
 *
 * Returns: whether only derived classes have instances
 *
 * Since: 0.1
 */
gboolean
gyre_actor_is_abstract (GyreActor *self)
{
  g_return_val_if_fail (GYRE_IS_ACTOR (self), FALSE);
  return G_TYPE_IS_ABSTRACT (gyre_requirement_get_gtype (GYRE_REQUIREMENT (self)));
}

/**
 * gyre_actor_is_open:
 * @self: a class record
 *
 * Returns: whether the class or an ancestor was declared open: then an instance takes attributes that nobody has declared
 *
 * Since: 0.1
 */
gboolean
gyre_actor_is_open (GyreActor *self)
{
  g_return_val_if_fail (GYRE_IS_ACTOR (self), FALSE);
  return gyre_actor_get_record (self)->is_open;
}

/**
 * gyre_actor_is_tracked:
 * @self: a class record
 *
 * Returns: whether the class keeps its extent
 *
 * Since: 0.1
 */
gboolean
gyre_actor_is_tracked (GyreActor *self)
{
  g_return_val_if_fail (GYRE_IS_ACTOR (self), FALSE);
  return !gyre_requirement_get_record (GYRE_REQUIREMENT (self))->declaration->is_untracked;
}

/**
 * gyre_actor_get_extent:
 * @self: a class record
 *
 * Returns: (element-type GObject) (transfer full): the living instances of exactly this class, oldest first
 *
 * Since: 0.1
 */
GPtrArray *
gyre_actor_get_extent (GyreActor *self)
{
  g_return_val_if_fail (GYRE_IS_ACTOR (self), NULL);
  return gyre_extent_snapshot (&gyre_actor_get_record (self)->extent,
                               g_type_class_peek (gyre_requirement_get_gtype (GYRE_REQUIREMENT (self))));
}
