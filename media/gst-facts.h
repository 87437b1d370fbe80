/* gst-facts.h: The facts of an element that no class of ours has, in sections
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <gst/gst.h>
#include <gyre.h>

GyreDescribedSection *gyre_gst_section_begin (GyreDescription      *description,
                                              const char           *title);
void                  gyre_gst_section_add   (GyreDescribedSection *section,
                                              const char           *name,
                                              const char           *text);
void                  gyre_gst_section_take  (GyreDescribedSection *section,
                                              const char           *name,
                                              char                 *text);

void                  gyre_gst_describe_facts (GyreDescription     *description,
                                               GstElementFactory   *factory,
                                               GstElement          *element);
