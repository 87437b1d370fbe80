/* gst-cache.h: What was found out of elements, for the next process
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <glib.h>

/* The name under which the list of all elements is kept; no element has it. */
#define GYRE_GST_CACHE_LIST "(all)"

GVariant *gyre_gst_cache_find (const char         *name,
                               const GVariantType *type);
gboolean  gyre_gst_cache_has_room (void);
void      gyre_gst_cache_keep (const char         *name,
                               GVariant           *variant);
void      gyre_gst_cache_restart (void);
