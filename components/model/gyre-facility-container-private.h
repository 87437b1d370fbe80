/* gyre-facility-container-private.h: Several facilities in one trait
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-facility-container.h"
#include "gyre-state-private.h"

gboolean gyre_facility_container_is      (const GyreTrait *trait);
gboolean gyre_facility_container_check   (GyreComponent   *component,
                                          const GyreTrait *trait,
                                          GyreValue        value,
                                          GError         **error);
gboolean gyre_facility_container_build   (GyreComponent   *component,
                                          const GyreTrait *trait,
                                          GError         **error);
void     gyre_facility_container_release (GyreComponent   *component,
                                          const GyreTrait *trait,
                                          GyreValue        old_value);
gboolean gyre_facility_container_can_hold (const GyreTrait *trait);
GObject *gyre_facility_container_get_part (GyreComponent  *component,
                                          const GyreTrait *trait,
                                          guint            index);
void     gyre_facility_container_drop    (GyreComponent   *component,
                                          const GyreTrait *trait,
                                          GHashTable      *objects);
void     gyre_facility_container_dispose (GyreComponent   *component,
                                          const GyreTrait *trait);
