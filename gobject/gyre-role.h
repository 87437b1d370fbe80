/* gyre-role.h: The record of an interface
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-requirement.h"

GYRE_BEGIN_DECLARATIONS

#define GYRE_TYPE_ROLE (gyre_role_get_type ())
G_DECLARE_DERIVABLE_TYPE (GyreRole, gyre_role, GYRE, ROLE, GyreRequirement)

/**
 * GyreRoleClass:
 * @parent_class: the parent
 *
 * The metaclass of interfaces. Its instances, the records, are made by declarations (%GYRE_DEFINE_INTERFACE), live as
 * long as the process, and any thread may read them.
 *
 * Since: 0.1
 */
struct _GyreRoleClass
{
  GyreRequirementClass parent_class;

  /*< private >*/
  gpointer padding[4];
};

GyreRole   *gyre_role_get                (GType        interface);
const char *gyre_role_get_implementation (GyreRole    *self);
gboolean    gyre_role_extends            (GyreRole    *self,
                                          GyreRole    *other);

GYRE_END_DECLARATIONS
