/* gyre-declaration.c: What a class statement says, in its order
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Texts are interned: the records that are made of them live as long as the process.
 */
#include "gyre-declaration-private.h"

G_DEFINE_BOXED_TYPE (GyreDeclaration, gyre_declaration, gyre_declaration_ref, gyre_declaration_unref)

/**
 * gyre_declaration_new:
 * @name: the name of the type: letters, digits, `_`, `-`, `+`, at least three
 * @parent: the parent class; %G_TYPE_INTERFACE for an interface
 *
 * Begins a declaration.
 *
 * Returns: (transfer full): an empty declaration
 *
 * Since: 0.1
 */
GyreDeclaration *
gyre_declaration_new (const char *name, GType parent)
{
  GyreDeclaration *self;

  g_return_val_if_fail (name != NULL, NULL);

  self = g_new0 (GyreDeclaration, 1);
  self->references = 1;
  self->name = g_intern_string (name);
  self->parent = parent;
  self->interfaces = g_array_new (FALSE, FALSE, sizeof (GType));
  self->descriptors = g_ptr_array_new ();
  return self;
}

/**
 * gyre_declaration_ref: (skip)
 * @declaration: a declaration
 *
 * Returns: (transfer full): @declaration
 *
 * Since: 0.1
 */
GyreDeclaration *
gyre_declaration_ref (GyreDeclaration *declaration)
{
  g_atomic_int_inc (&declaration->references);
  return declaration;
}

/**
 * gyre_declaration_unref: (skip)
 * @declaration: (transfer full): a declaration
 *
 * Since: 0.1
 */
void
gyre_declaration_unref (GyreDeclaration *declaration)
{
  if (!g_atomic_int_dec_and_test (&declaration->references))
    return;
  g_clear_pointer (&declaration->locator, gyre_locator_unref);
  g_clear_pointer (&declaration->constructor, g_closure_unref);
  g_array_unref (declaration->interfaces);
  g_clear_pointer (&declaration->defaults, g_ptr_array_unref);
  g_ptr_array_unref (declaration->descriptors);
  g_free (declaration);
}

/**
 * gyre_declaration_set_family:
 * @declaration: a declaration
 * @family: (nullable): the public dotted name of the class or interface
 *
 * Since: 0.1
 */
void
gyre_declaration_set_family (GyreDeclaration *declaration, const char *family)
{
  g_return_if_fail (declaration != NULL);
  declaration->family = g_intern_string (family);
}

/**
 * gyre_declaration_set_summary:
 * @declaration: a declaration
 * @summary: (nullable): one line
 * @description: (nullable): the long text, in Markdown
 *
 * Since: 0.1
 */
void
gyre_declaration_set_summary (GyreDeclaration *declaration, const char *summary, const char *description)
{
  g_return_if_fail (declaration != NULL);
  declaration->summary = g_intern_string (summary);
  declaration->description = g_intern_string (description);
}

/**
 * gyre_declaration_set_locator:
 * @declaration: a declaration
 * @locator: (nullable): where it stands
 *
 * Since: 0.1
 */
void
gyre_declaration_set_locator (GyreDeclaration *declaration, GyreLocator *locator)
{
  g_return_if_fail (declaration != NULL);
  if (locator != NULL)
    gyre_locator_ref (locator);
  g_clear_pointer (&declaration->locator, gyre_locator_unref);
  declaration->locator = locator;
}

/**
 * gyre_declaration_set_internal:
 * @declaration: a declaration
 * @is_internal: whether the class is scaffolding that is not shown and not configured
 *
 * Since: 0.1
 */
void
gyre_declaration_set_internal (GyreDeclaration *declaration, gboolean is_internal)
{
  g_return_if_fail (declaration != NULL);
  declaration->is_internal = is_internal;
}

/**
 * gyre_declaration_set_untracked:
 * @declaration: a declaration
 * @is_untracked: whether the class keeps no extent
 *
 * Instances of an untracked class are a little cheaper, are not listed, and are not reached by settings of their family
 * that arrive, change or go after their birth. Settings of their names reach them.
 *
 * Since: 0.1
 */
void
gyre_declaration_set_untracked (GyreDeclaration *declaration, gboolean is_untracked)
{
  g_return_if_fail (declaration != NULL);
  declaration->is_untracked = is_untracked;
}

/**
 * gyre_declaration_set_abstract:
 * @declaration: a declaration
 * @is_abstract: whether only derived classes have instances
 *
 * Since: 0.1
 */
void
gyre_declaration_set_abstract (GyreDeclaration *declaration, gboolean is_abstract)
{
  g_return_if_fail (declaration != NULL);
  declaration->is_abstract = is_abstract;
}

/**
 * gyre_declaration_set_open:
 * @declaration: a declaration
 * @is_open: whether its instances, and those of derived classes, take attributes that nobody has declared
 *
 * Opens a class: a name that is no trait becomes an attribute of the one instance that it is said to.
 *
 * Since: 0.1
 */
void
gyre_declaration_set_open (GyreDeclaration *declaration, gboolean is_open)
{
  g_return_if_fail (declaration != NULL);
  declaration->is_open = is_open;
}

/**
 * gyre_declaration_set_sizes:
 * @declaration: a declaration
 * @class_size: bytes of the class struct; 0 for the parent's
 * @instance_size: bytes of the instance struct; 0 for the parent's
 *
 * Since: 0.1
 */
void
gyre_declaration_set_sizes (GyreDeclaration *declaration, gsize class_size, gsize instance_size)
{
  g_return_if_fail (declaration != NULL);
  declaration->class_size = class_size;
  declaration->instance_size = instance_size;
}

/**
 * gyre_declaration_set_initializers: (skip)
 * @declaration: a declaration
 * @class_initialize: (nullable): as the class_init of a #GTypeInfo
 * @initialize: (nullable): as its instance_init; the traits hold their configured values already when it runs
 *
 * Since: 0.1
 */
void
gyre_declaration_set_initializers (GyreDeclaration *declaration, GClassInitFunc class_initialize, GInstanceInitFunc initialize)
{
  g_return_if_fail (declaration != NULL);
  declaration->class_initialize = class_initialize;
  declaration->initialize = initialize;
}

/**
 * gyre_declaration_set_constructor:
 * @declaration: a declaration
 * @constructor: called with each new instance of the class, and of those derived from it that have none of their own, when its
 *   traits hold their configured values; it tells a failure with gyre_behavior_raise()
 *
 * Gives a class of another language a constructor, which also instances meet that C code builds.
 *
 * Since: 0.1
 */
void
gyre_declaration_set_constructor (GyreDeclaration *declaration, GClosure *constructor)
{
  g_return_if_fail (declaration != NULL && constructor != NULL);
  g_closure_ref (constructor);
  g_closure_sink (constructor);
  if (G_CLOSURE_NEEDS_MARSHAL (constructor))
    g_closure_set_marshal (constructor, g_cclosure_marshal_VOID__VOID);
  g_clear_pointer (&declaration->constructor, g_closure_unref);
  declaration->constructor = constructor;
}

/**
 * gyre_declaration_set_implementation:
 * @declaration: the declaration of an interface
 * @family: (nullable): the family of the class that a facility gets when nobody says another
 *
 * Since: 0.1
 */
void
gyre_declaration_set_implementation (GyreDeclaration *declaration, const char *family)
{
  g_return_if_fail (declaration != NULL);
  declaration->implementation = g_intern_string (family);
}

/**
 * gyre_declaration_implement:
 * @declaration: a declaration
 * @interface: an interface that a class promises, or that an interface extends
 *
 * Since: 0.1
 */
void
gyre_declaration_implement (GyreDeclaration *declaration, GType interface)
{
  g_return_if_fail (declaration != NULL && interface != G_TYPE_INVALID);
  g_array_append_val (declaration->interfaces, interface);
}

/**
 * gyre_declaration_add:
 * @declaration: a declaration
 * @descriptor: (transfer full): a member; it lives as long as the process from now on
 *
 * Adds a member behind those that are there.
 *
 * Since: 0.1
 */
void
gyre_declaration_add (GyreDeclaration *declaration, GyreDescriptor *descriptor)
{
  g_return_if_fail (declaration != NULL && descriptor != NULL);
  if (declaration->is_shared)
    {
      GPtrArray *copy = g_ptr_array_copy (declaration->descriptors, NULL, NULL);

      g_ptr_array_unref (declaration->descriptors);
      declaration->descriptors = copy;
      declaration->is_shared = FALSE;
    }
  g_ptr_array_add (declaration->descriptors, descriptor);
}

/**
 * gyre_declaration_set_default:
 * @declaration: the declaration of a class
 * @trait: the name or an alias of an inherited trait
 * @text: the text of the default that it has in this class and in those derived from it
 *
 * Changes an inherited default without redeclaring the trait.
 *
 * Since: 0.1
 */
void
gyre_declaration_set_default (GyreDeclaration *declaration, const char *trait, const char *text)
{
  g_return_if_fail (declaration != NULL && trait != NULL && text != NULL);

  if (declaration->defaults == NULL)
    declaration->defaults = g_ptr_array_new ();
  g_ptr_array_add (declaration->defaults, (gpointer) g_intern_string (trait));
  g_ptr_array_add (declaration->defaults, (gpointer) g_intern_string (text));
}

/**
 * gyre_declaration_get_name:
 * @declaration: a declaration
 *
 * Returns: (transfer none): the name of the type
 *
 * Since: 0.1
 */
const char *
gyre_declaration_get_name (GyreDeclaration *declaration)
{
  g_return_val_if_fail (declaration != NULL, NULL);
  return declaration->name;
}

/**
 * gyre_declaration_get_length:
 * @declaration: a declaration
 *
 * Returns: the number of members so far
 *
 * Since: 0.1
 */
guint
gyre_declaration_get_length (GyreDeclaration *declaration)
{
  g_return_val_if_fail (declaration != NULL, 0);
  return declaration->descriptors->len;
}

/**
 * gyre_declaration_get_descriptor:
 * @declaration: a declaration
 * @index: below the length
 *
 * Returns: (transfer none): a member
 *
 * Since: 0.1
 */
GyreDescriptor *
gyre_declaration_get_descriptor (GyreDeclaration *declaration, guint index)
{
  g_return_val_if_fail (declaration != NULL && index < declaration->descriptors->len, NULL);
  return g_ptr_array_index (declaration->descriptors, index);
}

/* Whether a member of this canonical name is there already. */
gboolean
gyre_declaration_has (GyreDeclaration *declaration, const char *name)
{
  for (guint index = 0; index < declaration->descriptors->len; index++)
    if (g_strcmp0 (gyre_declaration_get_descriptor (declaration, index)->name, name) == 0)
      return TRUE;
  return FALSE;
}

/* The list itself, for the record that is made of it: what is added later goes into a copy. */
GPtrArray *
gyre_declaration_share_descriptors (GyreDeclaration *declaration)
{
  declaration->is_shared = TRUE;
  return g_ptr_array_ref (declaration->descriptors);
}
