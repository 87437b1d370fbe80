/* gst-fingerprint.h: What the elements that are installed come from
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <glib.h>

char *gyre_gst_dup_fingerprint (void);
GStrv gyre_gst_list_signs      (void);
