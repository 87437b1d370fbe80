/* gyre-interface.c: How an interface is declared
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-interface-private.h"
#include "gyre-actor.h"
#include "gyre-compatibility-private.h"
#include "gyre-declaration-private.h"
#include "gyre-record-private.h"
#include "gyre-registrar-private.h"
#include "gyre-requirement-private.h"

#include <string.h>

static void
fill (GyreDeclaration *declaration, const GyreInterfaceDeclaration *table)
{
  g_autoptr (GyreLocator) locator = gyre_locator_new_source (table->file, table->line, NULL);

  gyre_declaration_set_family (declaration, table->family);
  gyre_declaration_set_summary (declaration, table->summary, table->description);
  gyre_declaration_set_implementation (declaration, table->implementation);
  gyre_declaration_set_internal (declaration, table->internal);
  gyre_declaration_set_locator (declaration, locator);
  gyre_declaration_set_sizes (declaration, table->class_size, 0);
  for (guint index = 0; table->bases[index] != G_TYPE_INVALID; index++)
    gyre_declaration_implement (declaration, table->bases[index]);
  for (const GyreTraitDeclaration *row = table->traits; row->field != NULL; row++)
    gyre_declaration_add (declaration, &gyre_trait_new (row)->descriptor);
  for (const GyreBehaviorDeclaration *row = table->behaviors; row->name != NULL; row++)
    gyre_declaration_add (declaration, &gyre_behavior_new (row)->descriptor);
}

/* Runs the steps *new* and *init* of a record that has been prepared. */
static GType
complete (GyreRequirement *record, GyreDeclaration *declaration, GError **error)
{
  g_autoptr (GyreReport) report = gyre_report_new ();

  if (!gyre_attribute_classifier_new_class (GYRE_ATTRIBUTE_CLASSIFIER (record), declaration, error))
    {
      g_object_unref (record);
      return G_TYPE_INVALID;
    }
  gyre_attribute_classifier_init_class (GYRE_ATTRIBUTE_CLASSIFIER (record), NULL, report);
  gyre_compatibility_report_bases (GYRE_ROLE (record), report);
  if (gyre_report_get_errors (report) == 0)
    gyre_registrar_add (gyre_registrar_get_default (), record, report);
  if (gyre_report_get_errors (report) > 0)
    gyre_requirement_invalidate (record, report);
  else
    {
      gyre_record_set_state (gyre_requirement_get_record (record), GYRE_REQUIREMENT_READY);
      gyre_registrar_announce (gyre_registrar_get_default (), record);
    }
  return gyre_requirement_get_gtype (record);
}

/**
 * gyre_interface_register: (skip)
 * @declaration: a filled declaration whose parent is %G_TYPE_INTERFACE
 * @metaclass: the type of the record; %G_TYPE_INVALID for #GyreRole or what the bases have
 * @error: return location for an error of %GYRE_DECLARATION_ERROR
 *
 * Declares an interface by function calls. An interface that breaks a rule has a type all the same; its record says what is
 * wrong.
 *
 * Returns: the type, or %G_TYPE_INVALID when none could be made
 *
 * Since: 0.1
 */
GType
gyre_interface_register (GyreDeclaration *declaration, GType metaclass, GError **error)
{
  GyreRequirement *record;

  g_return_val_if_fail (declaration != NULL, G_TYPE_INVALID);

  record = gyre_record_new (metaclass, GYRE_TYPE_ROLE, (const GType *) (gpointer) declaration->interfaces->data,
                            declaration->interfaces->len, error);
  return record != NULL ? complete (record, declaration, error) : G_TYPE_INVALID;
}

/**
 * gyre_interface_define: (skip)
 * @declaration: the table
 *
 * Declares an interface from a table: what %GYRE_DEFINE_INTERFACE calls, once.
 *
 * Returns: the type; %G_TYPE_NONE when none could be made, of which a warning has told
 *
 * Since: 0.1
 */
GType
gyre_interface_define (const GyreInterfaceDeclaration *declaration)
{
  g_autoptr (GyreDeclaration) container = NULL;
  g_autoptr (GError) error = NULL;
  GyreRequirement *record;
  guint n_bases = 0;
  GType type = G_TYPE_INVALID;

  g_return_val_if_fail (declaration != NULL, G_TYPE_INVALID);

  while (declaration->bases[n_bases] != G_TYPE_INVALID)
    n_bases++;
  record = gyre_record_new (declaration->metaclass, GYRE_TYPE_ROLE, declaration->bases, n_bases, &error);
  if (record != NULL)
    {
      container = gyre_attribute_classifier_prepare (GYRE_ATTRIBUTE_CLASSIFIER (record), declaration->name, G_TYPE_INTERFACE);
      fill (container, declaration);
      type = complete (record, container, &error);
    }
  if (error != NULL)
    g_warning ("%s:%u: %s", declaration->file, declaration->line, error->message);
  return type != G_TYPE_INVALID ? type : G_TYPE_NONE;  /* g_once_init_leave() takes no 0, and would wait for ever */
}

/* An interface that is declared without a struct has no place for functions: a slot of 0 is GType's own. */
static gboolean
has_slot (guint slot)
{
  return slot >= sizeof (GTypeInterface);
}

/* What a class does for a promised behavior: by the canonical name and the same signature. */
static GCallback
find_function (GyreActor *actor, GyreBehavior *promised)
{
  GyreDescriptor *found = gyre_requirement_find_trait (GYRE_REQUIREMENT (actor), promised->descriptor.name);
  GyreBehavior *behavior = (GyreBehavior *) found;

  if (found == NULL || found->sort != GYRE_DESCRIPTOR_BEHAVIOR || strcmp (found->name, promised->descriptor.name) != 0)
    return NULL;
  return gyre_signature_equal (&behavior->signature, &promised->signature) ? behavior->function : NULL;
}

static GyreActor *
find_actor (gpointer self)
{
  GType type = self != NULL ? G_TYPE_FROM_INSTANCE (self) : G_TYPE_INVALID;

  while (type != G_TYPE_INVALID && gyre_actor_peek (type) == NULL)
    type = g_type_parent (type);
  return gyre_actor_peek (type);
}

static GyreBehavior *
find_promised (GType interface, const char *name)
{
  GyreRole *role = gyre_role_get (interface);
  GyreDescriptor *promised = role != NULL ? gyre_requirement_find_trait (GYRE_REQUIREMENT (role), name) : NULL;

  return promised != NULL && promised->sort == GYRE_DESCRIPTOR_BEHAVIOR ? (GyreBehavior *) promised : NULL;
}

/**
 * gyre_interface_find_function: (skip)
 * @self: an instance
 * @interface: the type of an interface
 * @slot: where the function stands in the interface's struct, in bytes
 * @name: the behavior's name
 * @error: return location for %GYRE_BEHAVIOR_ERROR_ABSTRACT
 *
 * Finds what an instance does for a behavior of an interface: through the interface when its class has declared it, else by
 * the name and the signature, as a class can be compatible without saying so.
 *
 * Returns: (nullable): the function
 *
 * Since: 0.1
 */
GCallback
gyre_interface_find_function (gpointer self, GType interface, guint slot, const char *name, GError **error)
{
  gpointer table = self != NULL ? g_type_interface_peek (((GTypeInstance *) self)->g_class, interface) : NULL;
  GCallback function = table != NULL && has_slot (slot) ? G_STRUCT_MEMBER (GCallback, table, slot) : NULL;

  if (G_LIKELY (function != NULL))
    return function;

  GyreBehavior *promised = find_promised (interface, name);
  GyreActor *actor = find_actor (self);
  if (promised != NULL && actor != NULL)
    function = find_function (actor, promised);
  if (function != NULL)
    return function;
  g_set_error (error, GYRE_BEHAVIOR_ERROR, GYRE_BEHAVIOR_ERROR_ABSTRACT, "%s has no behavior '%s' as %s promises it",
               self != NULL ? G_OBJECT_TYPE_NAME (self) : "nothing", name, g_type_name (interface));
  return NULL;
}

/* Puts the behaviors of a class into the struct of an interface that it implements. GType calls it with the class's record. */
void
gyre_interface_initialize (gpointer table, gpointer data)
{
  GyreActor *actor = data;
  GyreRole *role = gyre_role_get (G_TYPE_FROM_INTERFACE (table));
  GPtrArray *promised = gyre_requirement_get_local_traits (GYRE_REQUIREMENT (role));

  for (guint index = 0; index < promised->len; index++)
    {
      GyreBehavior *wanted = g_ptr_array_index (promised, index);

      if (wanted->descriptor.sort == GYRE_DESCRIPTOR_BEHAVIOR && has_slot (wanted->slot))
        G_STRUCT_MEMBER (GCallback, table, wanted->slot) = find_function (actor, wanted);
    }
}
