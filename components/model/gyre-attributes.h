/* gyre-attributes.h: Many traits of one component at once
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-component.h"

GYRE_BEGIN_DECLARATIONS

/* All of them are set, or none is. */
gboolean gyre_component_set_attributes              (GyreComponent       *self,
                                                     GError             **error,
                                                     ...) G_GNUC_NULL_TERMINATED;
gboolean gyre_component_set_attributes_with_values  (GyreComponent       *self,
                                                     const char * const  *traits,
                                                     const GValue        *values,
                                                     guint                n_traits,
                                                     GError             **error);
gboolean gyre_component_set_attributes_from_variant (GyreComponent       *self,
                                                     GVariant            *dictionary,
                                                     GError             **error);
gboolean gyre_component_set_attributes_from_text    (GyreComponent       *self,
                                                     const char          *text,
                                                     GError             **error);

GYRE_END_DECLARATIONS
