/* gyre-requirement.c: What the records of classes and interfaces have in common
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-requirement-private.h"
#include "gyre-declaration-error.h"
#include "gyre-declaration-private.h"
#include "gyre-name.h"

#include <string.h>

typedef GyreRecord GyreRequirementPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (GyreRequirement, gyre_requirement, GYRE_TYPE_ATTRIBUTE_CLASSIFIER)

/* Only the record of a declaration that was refused ends; the others live as long as their types. */
static void
gyre_requirement_finalize (GObject *object)
{
  GyreRecord *record = gyre_requirement_get_record (GYRE_REQUIREMENT (object));

  g_clear_pointer (&record->local, g_ptr_array_unref);
  g_clear_pointer (&record->inherited, g_ptr_array_unref);
  g_clear_pointer (&record->pedigree, g_ptr_array_unref);
  g_clear_pointer (&record->namemap, gyre_namemap_free);
  g_clear_pointer (&record->slots, g_free);
  g_clear_pointer (&record->declaration, gyre_declaration_unref);
  g_clear_pointer (&record->report, gyre_report_unref);
  G_OBJECT_CLASS (gyre_requirement_parent_class)->finalize (object);
}

static void
gyre_requirement_class_init (GyreRequirementClass *class)
{
  G_OBJECT_CLASS (class)->finalize = gyre_requirement_finalize;
}

static void
gyre_requirement_init (GyreRequirement *self)
{
  GyreRecord *record = gyre_requirement_get_instance_private (self);

  record->local = g_ptr_array_new ();
  record->inherited = g_ptr_array_new ();
  record->pedigree = g_ptr_array_new ();
  g_ptr_array_add (record->pedigree, self);
}

GyreRecord *
gyre_requirement_get_record (GyreRequirement *self)
{
  return gyre_requirement_get_instance_private (self);
}

/* The step *new*, as far as classes and interfaces share it. */
void
gyre_requirement_adopt_declaration (GyreRequirement *self, GyreDeclaration *declaration, GType type)
{
  GyreRecord *record = gyre_requirement_get_record (self);

  record->type = type;
  record->declaration = gyre_declaration_ref (declaration);
  record->name = declaration->name;
  record->family = declaration->family;
  if (declaration->family != NULL)
    {
      g_autofree char *package = gyre_name_dup_package (declaration->family);
      record->package = g_intern_string (package);
    }
}

/* "GaussBall (gauss.shapes.ball), gauss-ball.c:20" */
char *
gyre_requirement_describe_place (GyreRequirement *self)
{
  GyreRecord *record = gyre_requirement_get_record (self);
  GString *text = g_string_new (record->name);

  if (record->family != NULL)
    g_string_append_printf (text, " (%s)", record->family);
  if (record->declaration->locator != NULL)
    {
      g_autofree char *place = gyre_locator_to_string (record->declaration->locator);
      g_string_append_printf (text, ", %s", place);
    }
  return g_string_free (text, FALSE);
}

/* Marks the record as invalid and tells so, once and completely. */
void
gyre_requirement_invalidate (GyreRequirement *self, GyreReport *report)
{
  GyreRecord *record = gyre_requirement_get_record (self);
  g_autofree char *text = gyre_report_to_string (report);

  record->report = gyre_report_ref (report);
  gyre_record_set_state (record, GYRE_REQUIREMENT_INVALID);
  g_warning ("the declaration of %s is invalid:\n%s", record->name, text);
}

/**
 * gyre_requirement_get_gtype:
 * @self: a record
 *
 * Returns: the type that it describes
 *
 * Since: 0.1
 */
GType
gyre_requirement_get_gtype (GyreRequirement *self)
{
  g_return_val_if_fail (GYRE_IS_REQUIREMENT (self), G_TYPE_INVALID);
  return gyre_requirement_get_record (self)->type;
}

/**
 * gyre_requirement_get_name:
 * @self: a record
 *
 * Returns: (transfer none): the name of the type
 *
 * Since: 0.1
 */
const char *
gyre_requirement_get_name (GyreRequirement *self)
{
  g_return_val_if_fail (GYRE_IS_REQUIREMENT (self), NULL);
  return gyre_requirement_get_record (self)->name;
}

/**
 * gyre_requirement_get_family:
 * @self: a record
 *
 * Returns: (nullable) (transfer none): the public dotted name of the class or interface
 *
 * Since: 0.1
 */
const char *
gyre_requirement_get_family (GyreRequirement *self)
{
  g_return_val_if_fail (GYRE_IS_REQUIREMENT (self), NULL);
  return gyre_requirement_get_record (self)->family;
}

/**
 * gyre_requirement_get_package:
 * @self: a record
 *
 * Returns: (nullable) (transfer none): the first fragment of the family
 *
 * Since: 0.1
 */
const char *
gyre_requirement_get_package (GyreRequirement *self)
{
  g_return_val_if_fail (GYRE_IS_REQUIREMENT (self), NULL);
  return gyre_requirement_get_record (self)->package;
}

/**
 * gyre_requirement_get_public_name:
 * @self: a record
 *
 * Returns: (transfer none): the family, or the name of the type where there is none
 *
 * Since: 0.1
 */
const char *
gyre_requirement_get_public_name (GyreRequirement *self)
{
  g_return_val_if_fail (GYRE_IS_REQUIREMENT (self), NULL);

  GyreRecord *record = gyre_requirement_get_record (self);
  return record->family != NULL ? record->family : record->name;
}

/**
 * gyre_requirement_get_summary:
 * @self: a record
 *
 * Returns: (nullable) (transfer none): one line
 *
 * Since: 0.1
 */
const char *
gyre_requirement_get_summary (GyreRequirement *self)
{
  g_return_val_if_fail (GYRE_IS_REQUIREMENT (self), NULL);
  return gyre_requirement_get_record (self)->declaration->summary;
}

/**
 * gyre_requirement_get_description:
 * @self: a record
 *
 * Returns: (nullable) (transfer none): the long text, in Markdown
 *
 * Since: 0.1
 */
const char *
gyre_requirement_get_description (GyreRequirement *self)
{
  g_return_val_if_fail (GYRE_IS_REQUIREMENT (self), NULL);
  return gyre_requirement_get_record (self)->declaration->description;
}

/**
 * gyre_requirement_get_locator:
 * @self: a record
 *
 * Returns: (nullable) (transfer none): where the declaration stands
 *
 * Since: 0.1
 */
GyreLocator *
gyre_requirement_get_locator (GyreRequirement *self)
{
  g_return_val_if_fail (GYRE_IS_REQUIREMENT (self), NULL);
  return gyre_requirement_get_record (self)->declaration->locator;
}

/**
 * gyre_requirement_is_internal:
 * @self: a record
 *
 * Returns: whether it is scaffolding, which is not shown and not configured
 *
 * Since: 0.1
 */
gboolean
gyre_requirement_is_internal (GyreRequirement *self)
{
  g_return_val_if_fail (GYRE_IS_REQUIREMENT (self), FALSE);
  return gyre_requirement_get_record (self)->declaration->is_internal;
}

/**
 * gyre_requirement_is_valid:
 * @self: a record
 * @error: return location for %GYRE_DECLARATION_ERROR_INVALID, which lists each broken rule
 *
 * Returns: whether the declaration kept all rules
 *
 * Since: 0.1
 */
gboolean
gyre_requirement_is_valid (GyreRequirement *self, GError **error)
{
  g_return_val_if_fail (GYRE_IS_REQUIREMENT (self), FALSE);

  GyreRecord *record = gyre_requirement_get_record (self);
  if (gyre_record_get_state (record) != GYRE_REQUIREMENT_INVALID)
    return TRUE;
  return gyre_report_to_error (record->report, GYRE_DECLARATION_ERROR, GYRE_DECLARATION_ERROR_INVALID, error);
}

/**
 * gyre_requirement_get_report:
 * @self: a record
 *
 * Returns: (nullable) (transfer none): the broken rules; %NULL when there are none
 *
 * Since: 0.1
 */
GyreReport *
gyre_requirement_get_report (GyreRequirement *self)
{
  g_return_val_if_fail (GYRE_IS_REQUIREMENT (self), NULL);
  return gyre_requirement_get_record (self)->report;
}

/**
 * gyre_requirement_get_local_traits:
 * @self: a record
 *
 * Returns: (element-type GyreDescriptor) (transfer none): the traits that it declares itself, in order
 *
 * Since: 0.1
 */
GPtrArray *
gyre_requirement_get_local_traits (GyreRequirement *self)
{
  g_return_val_if_fail (GYRE_IS_REQUIREMENT (self), NULL);
  return gyre_requirement_get_record (self)->local;
}

/**
 * gyre_requirement_get_inherited_traits:
 * @self: a record
 *
 * Returns: (element-type GyreDescriptor) (transfer none): the traits of its ancestors that nothing shadows, nearest first
 *
 * Since: 0.1
 */
GPtrArray *
gyre_requirement_get_inherited_traits (GyreRequirement *self)
{
  g_return_val_if_fail (GYRE_IS_REQUIREMENT (self), NULL);
  return gyre_requirement_get_record (self)->inherited;
}

/**
 * gyre_requirement_get_traits:
 * @self: a record
 *
 * Returns: (element-type GyreDescriptor) (transfer container): local, then inherited traits
 *
 * Since: 0.1
 */
GPtrArray *
gyre_requirement_get_traits (GyreRequirement *self)
{
  g_return_val_if_fail (GYRE_IS_REQUIREMENT (self), NULL);

  GyreRecord *record = gyre_requirement_get_record (self);
  GPtrArray *traits = g_ptr_array_copy (record->local, NULL, NULL);
  g_ptr_array_extend (traits, record->inherited, NULL, NULL);
  return traits;
}

/**
 * gyre_requirement_get_pedigree:
 * @self: a record
 *
 * Returns: (element-type GyreRequirement) (transfer none): itself and its ancestors, nearest first
 *
 * Since: 0.1
 */
GPtrArray *
gyre_requirement_get_pedigree (GyreRequirement *self)
{
  g_return_val_if_fail (GYRE_IS_REQUIREMENT (self), NULL);
  return gyre_requirement_get_record (self)->pedigree;
}

/**
 * gyre_requirement_find_trait:
 * @self: a record
 * @name: a name or an alias
 *
 * Returns: (nullable) (transfer none): the trait that is called so
 *
 * Since: 0.1
 */
GyreDescriptor *
gyre_requirement_find_trait (GyreRequirement *self, const char *name)
{
  g_return_val_if_fail (GYRE_IS_REQUIREMENT (self) && name != NULL, NULL);

  GyreRecord *record = gyre_requirement_get_record (self);
  guint slot = record->namemap != NULL ? gyre_namemap_find (record->namemap, name) : GYRE_NAMEMAP_MISSING;
  return slot != GYRE_NAMEMAP_MISSING ? record->slots[slot] : NULL;
}

static void
collect_name (const char *name, guint index, gpointer data)
{
  g_ptr_array_add (data, (gpointer) name);
}

/**
 * gyre_requirement_suggest_trait:
 * @self: a record
 * @name: a name that it does not have
 *
 * Returns: (nullable) (transfer full): "did you mean …?"
 *
 * Since: 0.1
 */
char *
gyre_requirement_suggest_trait (GyreRequirement *self, const char *name)
{
  g_return_val_if_fail (GYRE_IS_REQUIREMENT (self) && name != NULL, NULL);

  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  GyreRecord *record = gyre_requirement_get_record (self);
  if (record->namemap != NULL)
    gyre_namemap_foreach (record->namemap, collect_name, names);
  g_ptr_array_add (names, NULL);
  return gyre_name_suggest (name, (const char * const *) names->pdata);
}

/**
 * gyre_requirement_get_trait:
 * @self: a record
 * @name: a name or an alias
 * @error: return location for %GYRE_DECLARATION_ERROR_UNKNOWN
 *
 * Returns: (nullable) (transfer none): the trait that is called so
 *
 * Since: 0.1
 */
GyreDescriptor *
gyre_requirement_get_trait (GyreRequirement *self, const char *name, GError **error)
{
  GyreDescriptor *descriptor = gyre_requirement_find_trait (self, name);

  if (descriptor == NULL)
    {
      g_autofree char *hint = gyre_requirement_suggest_trait (self, name);
      g_set_error (error, GYRE_DECLARATION_ERROR, GYRE_DECLARATION_ERROR_UNKNOWN, "%s has no trait '%s'%s%s",
                   gyre_requirement_get_public_name (self), name, hint != NULL ? "; " : "", hint != NULL ? hint : "");
    }
  return descriptor;
}

typedef struct
{
  GyreRecord *record;
  GHashTable *table;
} NamemapCopy;

static void
copy_name (const char *name, guint index, gpointer data)
{
  NamemapCopy *copy = data;
  g_hash_table_insert (copy->table, (gpointer) name, (gpointer) copy->record->slots[index]->name);
}

/**
 * gyre_requirement_get_namemap:
 * @self: a record
 *
 * Returns: (element-type utf8 utf8) (transfer container): each name and alias → the canonical name
 *
 * Since: 0.1
 */
GHashTable *
gyre_requirement_get_namemap (GyreRequirement *self)
{
  g_return_val_if_fail (GYRE_IS_REQUIREMENT (self), NULL);

  NamemapCopy copy = { gyre_requirement_get_record (self), g_hash_table_new (g_str_hash, g_str_equal) };
  if (copy.record->namemap != NULL)
    gyre_namemap_foreach (copy.record->namemap, copy_name, &copy);
  return copy.table;
}

/**
 * gyre_requirement_get_traitmap:
 * @self: a record
 *
 * Returns: (element-type utf8 GyreDescriptor) (transfer container): each canonical name → the trait
 *
 * Since: 0.1
 */
GHashTable *
gyre_requirement_get_traitmap (GyreRequirement *self)
{
  g_return_val_if_fail (GYRE_IS_REQUIREMENT (self), NULL);

  GHashTable *table = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) traits = gyre_requirement_get_traits (self);
  for (guint index = 0; index < traits->len; index++)
    {
      GyreDescriptor *descriptor = g_ptr_array_index (traits, index);
      g_hash_table_insert (table, (gpointer) descriptor->name, descriptor);
    }
  return table;
}
