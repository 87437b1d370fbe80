/* gst-pads.h: The pads that an element has, and those that it can have
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <gst/gst.h>
#include <gyre.h>

void gyre_gst_describe_pads (GyreDescription   *description,
                             GstElementFactory *factory,
                             GstElement        *element);
