/* gyre-variant-private.h: How dictionaries are filled
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-variant.h"

/* Fields of a dictionary. An absent text or value is null, not a missing field. */
void      gyre_fields_add_text    (GVariantBuilder  *fields,
                                   const char       *name,
                                   const char       *text);
void      gyre_fields_add_texts   (GVariantBuilder  *fields,
                                   const char       *name,
                                   const char * const *texts);
void      gyre_fields_add_number  (GVariantBuilder  *fields,
                                   const char       *name,
                                   gint64            number);
void      gyre_fields_add_boolean (GVariantBuilder  *fields,
                                   const char       *name,
                                   gboolean          value);
void      gyre_fields_add_variant (GVariantBuilder  *fields,
                                   const char       *name,
                                   GVariant         *value);
void      gyre_fields_add_locator (GVariantBuilder  *fields,
                                   const char       *name,
                                   GyreLocator      *locator);
void      gyre_fields_add_priority (GVariantBuilder *fields,
                                   GyrePriority      priority);

/* Values in the order of the dictionary's fields. */
GVariant *gyre_variant_new_text   (const char       *text);
