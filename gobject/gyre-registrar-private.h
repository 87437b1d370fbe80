/* gyre-registrar-private.h: How records come into the registrar
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-registrar.h"

gboolean   gyre_registrar_add         (GyreRegistrar   *self,
                                       GyreRequirement *record,
                                       GyreReport      *report);
void       gyre_registrar_announce    (GyreRegistrar   *self,
                                       GyreRequirement *record);
GPtrArray *gyre_registrar_dup_derived (GyreRegistrar   *self,
                                       GyreActor       *actor);
