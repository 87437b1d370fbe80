/* gst-value.h: The texts of values that elements have
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <gst/gst.h>
#include <gyre.h>

char *gyre_gst_value_dup_text (const GValue *value);
char *gyre_gst_caps_dup_text  (GstCaps      *caps);
