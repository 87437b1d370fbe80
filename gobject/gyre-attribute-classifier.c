/* gyre-attribute-classifier.c: The root of all metaclasses
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-attribute-classifier.h"
#include "gyre-declaration-error.h"

G_DEFINE_ABSTRACT_TYPE (GyreAttributeClassifier, gyre_attribute_classifier, G_TYPE_OBJECT)

static GyreDeclaration *
real_prepare (GyreAttributeClassifier *self, const char *name, GType parent)
{
  return gyre_declaration_new (name, parent);
}

static GObject *
real_call (GyreAttributeClassifier *self, const GyreConstruction *construction, GError **error)
{
  g_set_error (error, GYRE_DECLARATION_ERROR, GYRE_DECLARATION_ERROR_INVALID,
               "a record of type %s does not build instances", G_OBJECT_TYPE_NAME (self));
  return NULL;
}

static void
gyre_attribute_classifier_class_init (GyreAttributeClassifierClass *class)
{
  class->prepare = real_prepare;
  class->call = real_call;
}

static void
gyre_attribute_classifier_init (GyreAttributeClassifier *self)
{
}

/**
 * gyre_attribute_classifier_prepare:
 * @self: a new record
 * @name: the name of the type to be
 * @parent: its parent type
 *
 * The first step: hands out the container of the declaration.
 *
 * Returns: (transfer full): an ordered container
 *
 * Since: 0.1
 */
GyreDeclaration *
gyre_attribute_classifier_prepare (GyreAttributeClassifier *self, const char *name, GType parent)
{
  g_return_val_if_fail (GYRE_IS_ATTRIBUTE_CLASSIFIER (self), NULL);
  return GYRE_ATTRIBUTE_CLASSIFIER_GET_CLASS (self)->prepare (self, name, parent);
}

/**
 * gyre_attribute_classifier_new_class:
 * @self: the record that *prepare* was called on
 * @declaration: the filled container
 * @error: return location for an error of %GYRE_DECLARATION_ERROR
 *
 * The second step: makes the type and the record.
 *
 * Returns: whether there is a type now
 *
 * Since: 0.1
 */
gboolean
gyre_attribute_classifier_new_class (GyreAttributeClassifier *self, GyreDeclaration *declaration, GError **error)
{
  g_return_val_if_fail (GYRE_IS_ATTRIBUTE_CLASSIFIER (self), FALSE);
  return GYRE_ATTRIBUTE_CLASSIFIER_GET_CLASS (self)->new_class (self, declaration, error);
}

/**
 * gyre_attribute_classifier_init_class: (skip)
 * @self: a record
 * @type_class: the class struct
 * @report: takes each broken rule
 *
 * The third step: harvests, checks, registers.
 *
 * Since: 0.1
 */
void
gyre_attribute_classifier_init_class (GyreAttributeClassifier *self, gpointer type_class, GyreReport *report)
{
  g_return_if_fail (GYRE_IS_ATTRIBUTE_CLASSIFIER (self));
  GYRE_ATTRIBUTE_CLASSIFIER_GET_CLASS (self)->init_class (self, type_class, report);
}

/**
 * gyre_attribute_classifier_call: (skip)
 * @self: a record
 * @construction: what is asked for
 * @error: return location for an error
 *
 * The fourth step: builds an instance, or finds the one that has the name already.
 *
 * Returns: (transfer full) (nullable): an instance
 *
 * Since: 0.1
 */
GObject *
gyre_attribute_classifier_call (GyreAttributeClassifier *self, const GyreConstruction *construction, GError **error)
{
  g_return_val_if_fail (GYRE_IS_ATTRIBUTE_CLASSIFIER (self), NULL);
  return GYRE_ATTRIBUTE_CLASSIFIER_GET_CLASS (self)->call (self, construction, error);
}
