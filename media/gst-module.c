/* gst-module.c: The module of the package gst: every element of GStreamer that is installed, to be read
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gst-element.h"
#include "gst-fingerprint.h"

GYRE_MODULE_PROVIDER (
  .package = "gst",
  .noun = "an element of GStreamer",
  .list = gyre_gst_list_elements,
  .describe = gyre_gst_describe_element,
  .fingerprint = gyre_gst_dup_fingerprint,
  .signs = gyre_gst_list_signs)
