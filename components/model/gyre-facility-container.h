/* gyre-facility-container.h: Several facilities in one trait
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-list.h"
#include "gyre-mapping.h"

GYRE_BEGIN_DECLARATIONS

GyreList    *gyre_list_new_of_objects    (GObject            **objects,
                                          guint                length);
GyreMapping *gyre_mapping_new_of_objects (const char * const  *keys,
                                          GObject            **objects);

GYRE_END_DECLARATIONS
