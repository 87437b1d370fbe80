/* gyre-tree.c: Parents and children, holders and members
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-tree-private.h"
#include "gyre-identity-private.h"
#include "gyre-kin-private.h"

static gboolean G_GNUC_PRINTF (4, 5)
refuse (GyreComponent *self, GyreComponent *other, GError **error, const char *format, ...)
{
  g_autofree char *name = gyre_component_dup_unique_name (self);
  g_autofree char *other_name = other != NULL ? gyre_component_dup_unique_name (other) : NULL;
  g_autofree char *reason = NULL;
  va_list arguments;

  va_start (arguments, format);
  reason = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_TREE, "%s%s%s: %s", name, other_name != NULL ? ", " : "",
               other_name != NULL ? other_name : "", reason);
  return FALSE;
}

static gboolean
refuse_memory (GyreComponent *self, GyreComponent *other, GError **error)
{
  return refuse (self, other, error, "there is no memory");
}

/* Whether it can hold something: not when it ends. */
gboolean
gyre_tree_check_parent (GyreComponent *self, GError **error)
{
  if (!gyre_identity_has (self, GYRE_IDENTITY_DELETING | GYRE_IDENTITY_ENDED))
    return TRUE;
  return refuse (self, NULL, error, "it is deleted and can't hold anything");
}

static gboolean
check_pair (GyreComponent *self, GyreComponent *other, GError **error)
{
  if (!gyre_tree_check_parent (self, error))
    return FALSE;
  if (gyre_identity_has (other, GYRE_IDENTITY_DELETING | GYRE_IDENTITY_ENDED))
    return refuse (self, other, error, "the second one is deleted and can't be held");
  if (self == other)
    return refuse (self, NULL, error, "can't hold itself");
  if (gyre_component_get_executive (self) != gyre_component_get_executive (other))
    return refuse (self, other, error, "must be of one executive");
  return TRUE;
}

/* What has no children is nobody's ancestor, so what was just built costs no walk. */
static gboolean
is_ancestor (GyreComponent *self, GyreComponent *descendant)
{
  if (gyre_component_count_children (self) == 0)
    return FALSE;
  while (descendant != NULL && descendant != self)
    descendant = gyre_component_get_parent (descendant);
  return descendant != NULL;
}

/**
 * gyre_component_adopt:
 * @self: a component
 * @child: a component without a parent
 * @error: return location for %GYRE_COMPONENT_ERROR_TREE
 *
 * Makes @self the parent of @child: it keeps it alive, and when it is deleted so is the child. What is adopted last is the
 * last child. A component that has a parent already, also this one, must be released by it first.
 *
 * Returns: whether it is the child now
 *
 * Since: 0.1
 */
gboolean
gyre_component_adopt (GyreComponent *self, GyreComponent *child, GError **error)
{
  GyreComponent *parent;

  g_return_val_if_fail (GYRE_IS_COMPONENT (self) && GYRE_IS_COMPONENT (child), FALSE);

  parent = gyre_component_get_parent (child);
  if (!check_pair (self, child, error))
    return FALSE;
  if (parent == self)
    return refuse (self, child, error, "the first one is the parent already");
  if (parent != NULL)
    {
      g_autofree char *name = gyre_component_dup_unique_name (parent);
      return refuse (self, child, error, "a component has one parent, it is a child of %s; release it there first", name);
    }
  if (is_ancestor (child, self))
    return refuse (self, child, error, "can't be the child of its own descendant");
  if (gyre_kin_ensure (self) == NULL || gyre_kin_ensure (child) == NULL)
    return refuse_memory (self, child, error);
  gyre_kin_tie_child (self, child);
  return TRUE;
}

/**
 * gyre_component_release:
 * @self: a component
 * @child: a child of it
 * @error: return location for %GYRE_COMPONENT_ERROR_TREE
 *
 * The inverse of gyre_component_adopt(): @child has no parent any more. When nobody else keeps it, it ends.
 *
 * Returns: whether it was a child
 *
 * Since: 0.1
 */
gboolean
gyre_component_release (GyreComponent *self, GyreComponent *child, GError **error)
{
  g_return_val_if_fail (GYRE_IS_COMPONENT (self) && GYRE_IS_COMPONENT (child), FALSE);

  if (gyre_component_get_parent (child) != self)
    return refuse (self, child, error, "the second one is no child of the first one");
  if (gyre_identity_has (child, GYRE_IDENTITY_DELETING))
    return refuse (self, child, error, "the second one is being deleted");
  g_object_unref (gyre_kin_untie (&gyre_kin_peek (child)->parent));
  return TRUE;
}

/**
 * gyre_component_get_parent:
 * @self: a component
 *
 * Returns: (transfer none) (nullable): the component that created or adopted it
 *
 * Since: 0.1
 */
GyreComponent *
gyre_component_get_parent (GyreComponent *self)
{
  GyreKin *kin;

  g_return_val_if_fail (GYRE_IS_COMPONENT (self), NULL);

  kin = gyre_kin_peek (self);
  return kin != NULL ? kin->parent.holder : NULL;
}

/**
 * gyre_component_count_children:
 * @self: a component
 *
 * Returns: how many children it has
 *
 * Since: 0.1
 */
guint
gyre_component_count_children (GyreComponent *self)
{
  g_return_val_if_fail (GYRE_IS_COMPONENT (self), 0);
  return gyre_kin_peek (self) != NULL ? gyre_kin_peek (self)->children.length : 0;
}

/**
 * gyre_component_get_child:
 * @self: a component
 * @position: from 0 on, in the order of adoption
 *
 * To ask for one after the other, in either direction, costs as much as to list them.
 *
 * Returns: (transfer none) (nullable): the child at this position; %NULL when there are not so many
 *
 * Since: 0.1
 */
GyreComponent *
gyre_component_get_child (GyreComponent *self, guint position)
{
  GyreTie *tie;

  g_return_val_if_fail (GYRE_IS_COMPONENT (self), NULL);

  tie = gyre_kin_peek (self) != NULL ? gyre_kin_get_nth (&gyre_kin_peek (self)->children, position) : NULL;
  return tie != NULL ? tie->member : NULL;
}

static GPtrArray *
list_ties (const GyreTies *ties, GType type)
{
  GPtrArray *components = g_ptr_array_new_full (ties != NULL ? ties->length : 0, g_object_unref);

  for (GyreTie *tie = ties != NULL ? ties->first : NULL; tie != NULL; tie = tie->next)
    if (type == G_TYPE_INVALID || g_type_is_a (G_OBJECT_TYPE (tie->member), type))
      g_ptr_array_add (components, g_object_ref (tie->member));
  return components;
}

/**
 * gyre_component_list_children:
 * @self: a component
 * @type: a class or interface; %G_TYPE_INVALID for any
 *
 * Returns: (element-type GyreComponent) (transfer full): its children that are of this type, in the order of adoption
 *
 * Since: 0.1
 */
GPtrArray *
gyre_component_list_children (GyreComponent *self, GType type)
{
  g_return_val_if_fail (GYRE_IS_COMPONENT (self), NULL);
  return list_ties (gyre_kin_peek (self) != NULL ? &gyre_kin_peek (self)->children : NULL, type);
}

/* The one that comes next, parents before their children; the depth goes with it. */
static GyreComponent *
walk (GyreComponent *root, GyreComponent *component, guint *depth)
{
  GyreKin *kin = gyre_kin_peek (component);

  if (kin != NULL && kin->children.first != NULL)
    {
      ++*depth;
      return kin->children.first->member;
    }
  while (component != root && gyre_kin_peek (component)->parent.next == NULL)
    {
      component = gyre_kin_peek (component)->parent.holder;
      --*depth;
    }
  return component != root ? gyre_kin_peek (component)->parent.next->member : NULL;
}

/**
 * gyre_component_list_family_tree:
 * @self: a component
 *
 * Returns: (element-type GyreComponent) (transfer full): the component and its descendants; each is followed by its own
 *
 * Since: 0.1
 */
GPtrArray *
gyre_component_list_family_tree (GyreComponent *self)
{
  GPtrArray *components;
  guint depth = 0;

  g_return_val_if_fail (GYRE_IS_COMPONENT (self), NULL);

  components = g_ptr_array_new_with_free_func (g_object_unref);
  for (GyreComponent *component = self; component != NULL; component = walk (self, component, &depth))
    g_ptr_array_add (components, g_object_ref (component));
  return components;
}

/**
 * gyre_component_describe_family_tree:
 * @self: a component
 *
 * Describes the component and its descendants; each is followed by its own. A row has the unique name, the name of the class,
 * and the depth: 0 for @self, 1 for its children and so on.
 *
 * Returns: (transfer full): rows, of the type `a(ssu)`
 *
 * Since: 0.1
 */
GVariant *
gyre_component_describe_family_tree (GyreComponent *self)
{
  GVariantBuilder builder;
  guint depth = 0;

  g_return_val_if_fail (GYRE_IS_COMPONENT (self), NULL);

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(ssu)"));
  for (GyreComponent *component = self; component != NULL; component = walk (self, component, &depth))
    {
      g_autofree char *name = gyre_component_dup_unique_name (component);
      g_variant_builder_add (&builder, "(ssu)", name, G_OBJECT_TYPE_NAME (component), depth);
    }
  return g_variant_ref_sink (g_variant_builder_end (&builder));
}

/**
 * gyre_component_add:
 * @self: a component
 * @member: another one
 * @error: return location for %GYRE_COMPONENT_ERROR_TREE
 *
 * Makes @self hold @member: it keeps it alive, and lets it go when it ends. To add a component twice is an error.
 *
 * Returns: whether it is a member now
 *
 * Since: 0.1
 */
gboolean
gyre_component_add (GyreComponent *self, GyreComponent *member, GError **error)
{
  g_return_val_if_fail (GYRE_IS_COMPONENT (self) && GYRE_IS_COMPONENT (member), FALSE);

  if (!check_pair (self, member, error))
    return FALSE;
  if (gyre_kin_find_member (self, member) != NULL)
    return refuse (self, member, error, "the second one is a member of the first one already");
  if (gyre_kin_ensure (self) == NULL || gyre_kin_ensure (member) == NULL || !gyre_kin_tie_member (self, member))
    return refuse_memory (self, member, error);
  return TRUE;
}

/**
 * gyre_component_remove:
 * @self: a component
 * @member: a member of it
 * @error: return location for %GYRE_COMPONENT_ERROR_TREE
 *
 * The inverse of gyre_component_add(). When nobody else keeps @member, it ends.
 *
 * Returns: whether it was a member
 *
 * Since: 0.1
 */
gboolean
gyre_component_remove (GyreComponent *self, GyreComponent *member, GError **error)
{
  GyreTie *tie;

  g_return_val_if_fail (GYRE_IS_COMPONENT (self) && GYRE_IS_COMPONENT (member), FALSE);

  tie = gyre_kin_find_member (self, member);
  if (tie == NULL)
    return refuse (self, member, error, "the second one is no member of the first one");
  g_object_unref (gyre_kin_untie (tie));
  return TRUE;
}

/**
 * gyre_component_count_members:
 * @self: a component
 *
 * Returns: how many members it has
 *
 * Since: 0.1
 */
guint
gyre_component_count_members (GyreComponent *self)
{
  g_return_val_if_fail (GYRE_IS_COMPONENT (self), 0);
  return gyre_kin_peek (self) != NULL ? gyre_kin_peek (self)->members.length : 0;
}

/**
 * gyre_component_list_members:
 * @self: a component
 * @type: a class or interface; %G_TYPE_INVALID for any
 *
 * Returns: (element-type GyreComponent) (transfer full): its members that are of this type, in the order in which they were added
 *
 * Since: 0.1
 */
GPtrArray *
gyre_component_list_members (GyreComponent *self, GType type)
{
  g_return_val_if_fail (GYRE_IS_COMPONENT (self), NULL);
  return list_ties (gyre_kin_peek (self) != NULL ? &gyre_kin_peek (self)->members : NULL, type);
}

/**
 * gyre_component_list_holders:
 * @self: a component
 *
 * Returns: (element-type GyreComponent) (transfer full): those of which it is a member; the last to add it is the first
 *
 * Since: 0.1
 */
GPtrArray *
gyre_component_list_holders (GyreComponent *self)
{
  GPtrArray *holders;

  g_return_val_if_fail (GYRE_IS_COMPONENT (self), NULL);

  holders = g_ptr_array_new_with_free_func (g_object_unref);
  for (GyreTie *tie = gyre_kin_peek (self) != NULL ? gyre_kin_peek (self)->holders : NULL; tie != NULL; tie = tie->other)
    g_ptr_array_add (holders, g_object_ref (tie->holder));
  return holders;
}
