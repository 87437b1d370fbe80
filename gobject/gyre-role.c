/* gyre-role.c: The record of an interface
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * An interface can extend several others. Their order is Python's: C3, so that a base never stands before what extends it
 * and the order of each list of bases is kept; where that is impossible the declaration is refused.
 */
#include "gyre-role.h"
#include "gyre-declaration-error.h"
#include "gyre-declaration-private.h"
#include "gyre-record-private.h"
#include "gyre-registrar.h"
#include "gyre-requirement-private.h"

G_DEFINE_TYPE (GyreRole, gyre_role, GYRE_TYPE_REQUIREMENT)

/* Whether a role stands behind the first place of one of the lists. */
static gboolean
is_in_a_tail (GPtrArray *lists, gpointer role)
{
  for (guint index = 0; index < lists->len; index++)
    {
      guint position = 0;
      if (g_ptr_array_find (g_ptr_array_index (lists, index), role, &position) && position > 0)
        return TRUE;
    }
  return FALSE;
}

static gpointer
next_in_order (GPtrArray *lists)
{
  for (guint index = 0; index < lists->len; index++)
    {
      GPtrArray *list = g_ptr_array_index (lists, index);
      if (list->len > 0 && !is_in_a_tail (lists, g_ptr_array_index (list, 0)))
        return g_ptr_array_index (list, 0);
    }
  return NULL;
}

static void
drop_first (GPtrArray *lists, gpointer role)
{
  for (guint index = 0; index < lists->len; index++)
    {
      GPtrArray *list = g_ptr_array_index (lists, index);
      if (list->len > 0 && g_ptr_array_index (list, 0) == role)
        g_ptr_array_remove_index (list, 0);
    }
}

static gboolean
is_exhausted (GPtrArray *lists)
{
  for (guint index = 0; index < lists->len; index++)
    if (((GPtrArray *) g_ptr_array_index (lists, index))->len > 0)
      return FALSE;
  return TRUE;
}

static gboolean
refuse_base (GyreDeclaration *declaration, GType base, const char *rule, GError **error)
{
  g_set_error (error, GYRE_DECLARATION_ERROR, GYRE_DECLARATION_ERROR_BASES, "%s: the base %s %s",
               declaration->family != NULL ? declaration->family : declaration->name, g_type_name (base), rule);
  return FALSE;
}

static gboolean
check_bases (GyreDeclaration *declaration, GError **error)
{
  for (guint index = 0; index < declaration->interfaces->len; index++)
    {
      GType base = g_array_index (declaration->interfaces, GType, index);

      if (gyre_role_get (base) == NULL)
        return refuse_base (declaration, base, "is no interface that Gyre knows", error);
      for (guint other = 0; other < index; other++)
        if (g_array_index (declaration->interfaces, GType, other) == base)
          return refuse_base (declaration, base, "is named twice", error);
    }
  return TRUE;
}

/* The lists that C3 merges: the order of each base, then the bases as declared. */
static GPtrArray *
collect_orders (GyreDeclaration *declaration)
{
  GPtrArray *lists = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  GPtrArray *bases = g_ptr_array_new ();

  for (guint index = 0; index < declaration->interfaces->len; index++)
    {
      GyreRole *base = gyre_role_get (g_array_index (declaration->interfaces, GType, index));
      g_ptr_array_add (lists, g_ptr_array_copy (gyre_requirement_get_pedigree (GYRE_REQUIREMENT (base)), NULL, NULL));
      g_ptr_array_add (bases, base);
    }
  g_ptr_array_add (lists, bases);
  return lists;
}

static gboolean
role_order_bases (GyreRole *self, GyreDeclaration *declaration, GError **error)
{
  GyreRecord *record = gyre_requirement_get_record (GYRE_REQUIREMENT (self));
  g_autoptr (GPtrArray) lists = collect_orders (declaration);

  while (!is_exhausted (lists))
    {
      gpointer role = next_in_order (lists);
      if (role == NULL)
        {
          g_set_error (error, GYRE_DECLARATION_ERROR, GYRE_DECLARATION_ERROR_BASES,
                       "%s: the bases have no consistent order: name an interface before those that it extends",
                       declaration->family != NULL ? declaration->family : declaration->name);
          return FALSE;
        }
      g_ptr_array_add (record->pedigree, role);
      drop_first (lists, role);
    }
  return TRUE;
}

static gboolean
gyre_role_new_class (GyreAttributeClassifier *classifier, GyreDeclaration *declaration, GError **error)
{
  GyreRole *self = GYRE_ROLE (classifier);
  GTypeInfo information = { .class_size = MAX (declaration->class_size, sizeof (GTypeInterface)) };
  GType type;

  if (!gyre_record_check_type_name (declaration->name, error) || !check_bases (declaration, error)
      || !role_order_bases (self, declaration, error) || !gyre_record_check_sizes (declaration, error))
    return FALSE;
  type = g_type_register_static (G_TYPE_INTERFACE, declaration->name, &information, 0);
  g_type_interface_add_prerequisite (type, G_TYPE_OBJECT);
  for (guint index = 0; index < declaration->interfaces->len; index++)
    g_type_interface_add_prerequisite (type, g_array_index (declaration->interfaces, GType, index));
  gyre_requirement_adopt_declaration (GYRE_REQUIREMENT (self), declaration, type);
  gyre_record_attach (type, GYRE_REQUIREMENT (self));
  return TRUE;
}

static void
gyre_role_init_class (GyreAttributeClassifier *classifier, gpointer type_class, GyreReport *report)
{
  gyre_requirement_harvest (GYRE_REQUIREMENT (classifier), report);
}

static void
gyre_role_class_init (GyreRoleClass *class)
{
  GyreAttributeClassifierClass *classifier_class = GYRE_ATTRIBUTE_CLASSIFIER_CLASS (class);

  classifier_class->new_class = gyre_role_new_class;
  classifier_class->init_class = gyre_role_init_class;
}

static void
gyre_role_init (GyreRole *self)
{
}

/**
 * gyre_role_get:
 * @interface: the type of an interface
 *
 * Returns: (nullable) (transfer none): its record; %NULL for an interface that Gyre does not know
 *
 * Since: 0.1
 */
GyreRole *
gyre_role_get (GType interface)
{
  GyreRequirement *record = gyre_record_peek (interface);
  return GYRE_IS_ROLE (record) ? GYRE_ROLE (record) : NULL;
}

/**
 * gyre_role_get_implementation:
 * @self: a role
 *
 * Returns: (nullable) (transfer none): the family of the suggested default implementation; the bases' where it names none
 *
 * Since: 0.1
 */
const char *
gyre_role_get_implementation (GyreRole *self)
{
  g_return_val_if_fail (GYRE_IS_ROLE (self), NULL);

  GPtrArray *pedigree = gyre_requirement_get_pedigree (GYRE_REQUIREMENT (self));
  for (guint index = 0; index < pedigree->len; index++)
    {
      GyreRecord *record = gyre_requirement_get_record (g_ptr_array_index (pedigree, index));
      if (record->declaration->implementation != NULL)
        return record->declaration->implementation;
    }
  return NULL;
}

/**
 * gyre_role_extends:
 * @self: a role
 * @other: another
 *
 * Returns: whether @self is @other or promises all that @other does by extending it
 *
 * Since: 0.1
 */
gboolean
gyre_role_extends (GyreRole *self, GyreRole *other)
{
  g_return_val_if_fail (GYRE_IS_ROLE (self) && GYRE_IS_ROLE (other), FALSE);
  return g_ptr_array_find (gyre_requirement_get_pedigree (GYRE_REQUIREMENT (self)), other, NULL);
}
