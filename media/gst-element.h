/* gst-element.h: What an element is
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <gst/gst.h>
#include <gyre.h>

GPtrArray       *gyre_gst_list_elements    (void);
GyreDescription *gyre_gst_describe_element (const char  *family,
                                            GError     **error);
