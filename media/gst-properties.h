/* gst-properties.h: What GStreamer knows of properties and GObject does not
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <gst/gst.h>
#include <gyre.h>

void gyre_gst_describe_properties     (GyreDescription      *description,
                                       GstElement           *element);
void gyre_gst_describe_pad_properties (GyreDescribedSection *section,
                                       GType                 type);
