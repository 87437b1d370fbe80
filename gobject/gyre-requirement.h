/* gyre-requirement.h: What the records of classes and interfaces have in common
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-attribute-classifier.h"

GYRE_BEGIN_DECLARATIONS

#define GYRE_TYPE_REQUIREMENT (gyre_requirement_get_type ())
G_DECLARE_DERIVABLE_TYPE (GyreRequirement, gyre_requirement, GYRE, REQUIREMENT, GyreAttributeClassifier)

/**
 * GyreRequirementClass:
 * @parent_class: the parent
 *
 * The metaclass of whatever has traits and a public name: component classes ([class@Gyre.Actor]) and interfaces
 * ([class@Gyre.Role]). Records live as long as the process; any thread may read one when its class has been made.
 *
 * Since: 0.1
 */
struct _GyreRequirementClass
{
  GyreAttributeClassifierClass parent_class;

  /*< private >*/
  gpointer padding[4];
};

GType            gyre_requirement_get_gtype           (GyreRequirement *self);
const char      *gyre_requirement_get_name            (GyreRequirement *self);
const char      *gyre_requirement_get_family          (GyreRequirement *self);
const char      *gyre_requirement_get_package         (GyreRequirement *self);
const char      *gyre_requirement_get_public_name     (GyreRequirement *self);
const char      *gyre_requirement_get_summary         (GyreRequirement *self);
const char      *gyre_requirement_get_description     (GyreRequirement *self);
GyreLocator     *gyre_requirement_get_locator         (GyreRequirement *self);
gboolean         gyre_requirement_is_internal         (GyreRequirement *self);
gboolean         gyre_requirement_is_valid            (GyreRequirement *self,
                                                       GError         **error);
GyreReport      *gyre_requirement_get_report          (GyreRequirement *self);

GPtrArray       *gyre_requirement_get_local_traits    (GyreRequirement *self);
GPtrArray       *gyre_requirement_get_inherited_traits (GyreRequirement *self);
GPtrArray       *gyre_requirement_get_traits          (GyreRequirement *self);
GPtrArray       *gyre_requirement_get_pedigree        (GyreRequirement *self);
GyreDescriptor  *gyre_requirement_find_trait          (GyreRequirement *self,
                                                       const char      *name);
GyreDescriptor  *gyre_requirement_get_trait           (GyreRequirement *self,
                                                       const char      *name,
                                                       GError         **error);
GHashTable      *gyre_requirement_get_namemap         (GyreRequirement *self);
GHashTable      *gyre_requirement_get_traitmap        (GyreRequirement *self);
char            *gyre_requirement_suggest_trait       (GyreRequirement *self,
                                                       const char      *name);

GYRE_END_DECLARATIONS
