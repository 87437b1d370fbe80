/* gst-pruning.h: A nested value without what is empty in it
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <glib.h>

GVariant *gyre_gst_prune (GVariant *variant);
