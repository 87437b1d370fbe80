/* gyre-registrar.h: The classes and interfaces of the process
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-actor.h"

GYRE_BEGIN_DECLARATIONS

#define GYRE_TYPE_REGISTRAR (gyre_registrar_get_type ())
G_DECLARE_FINAL_TYPE (GyreRegistrar, gyre_registrar, GYRE, REGISTRAR, GObject)

GyreRegistrar   *gyre_registrar_get_default      (void);

GyreRequirement *gyre_registrar_find             (GyreRegistrar *self,
                                                  const char    *family);
gboolean         gyre_registrar_has_package      (GyreRegistrar *self,
                                                  const char    *package);
GPtrArray       *gyre_registrar_list_classes     (GyreRegistrar *self);
GPtrArray       *gyre_registrar_list_interfaces  (GyreRegistrar *self);
GPtrArray       *gyre_registrar_list_implementers (GyreRegistrar *self,
                                                  GyreRole      *role);
char            *gyre_registrar_suggest_family   (GyreRegistrar *self,
                                                  const char    *family);

GYRE_END_DECLARATIONS
