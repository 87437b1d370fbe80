/* gyre-attribute-classifier.h: The root of all metaclasses
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-declaration.h"
#include "gyre-report.h"

GYRE_BEGIN_DECLARATIONS

/**
 * GyreConstruction:
 * @name: (nullable): the public name of the instance
 * @locator: (nullable): where the instance is asked for
 * @keywords: (array length=n_keywords) (nullable): names or aliases of traits
 * @values: (array length=n_keywords) (nullable): their values
 * @n_keywords: the number of both
 *
 * What somebody who wants an instance says: the argument of the metaclass step *call*.
 *
 * Since: 0.1
 */
typedef struct
{
  const char *name;
  GyreLocator *locator;
  const char * const *keywords;
  const GValue *values;
  guint n_keywords;
} GyreConstruction;

#define GYRE_TYPE_ATTRIBUTE_CLASSIFIER (gyre_attribute_classifier_get_type ())
G_DECLARE_DERIVABLE_TYPE (GyreAttributeClassifier, gyre_attribute_classifier, GYRE, ATTRIBUTE_CLASSIFIER, GObject)

/**
 * GyreAttributeClassifierClass:
 * @parent_class: the parent
 * @prepare: hands out the ordered container that a declaration fills; a metaclass can put members of its own into it
 * @new_class: makes the type and the record from the filled declaration
 * @init_class: harvests, checks and registers, when the class struct is there; each broken rule goes into the report
 * @call: builds an instance
 *
 * The four steps of a metaclass, as Python's `__prepare__`, `__new__`, `__init__`, `__call__`. A class record is an instance
 * of its metaclass. Override a step and chain up.
 *
 * Since: 0.1
 */
struct _GyreAttributeClassifierClass
{
  GObjectClass parent_class;

  GyreDeclaration *(*prepare)    (GyreAttributeClassifier *self,
                                  const char              *name,
                                  GType                    parent);
  gboolean         (*new_class)  (GyreAttributeClassifier *self,
                                  GyreDeclaration         *declaration,
                                  GError                 **error);
  void             (*init_class) (GyreAttributeClassifier *self,
                                  gpointer                 type_class,
                                  GyreReport              *report);
  GObject         *(*call)       (GyreAttributeClassifier *self,
                                  const GyreConstruction  *construction,
                                  GError                 **error);

  /*< private >*/
  gpointer padding[4];
};

GyreDeclaration *gyre_attribute_classifier_prepare    (GyreAttributeClassifier *self,
                                                       const char              *name,
                                                       GType                    parent);
gboolean         gyre_attribute_classifier_new_class  (GyreAttributeClassifier *self,
                                                       GyreDeclaration         *declaration,
                                                       GError                 **error);
void             gyre_attribute_classifier_init_class (GyreAttributeClassifier *self,
                                                       gpointer                 type_class,
                                                       GyreReport              *report);
GObject         *gyre_attribute_classifier_call       (GyreAttributeClassifier *self,
                                                       const GyreConstruction  *construction,
                                                       GError                 **error);

GYRE_END_DECLARATIONS
