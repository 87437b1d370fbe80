/* gyre-facility-private.h: How a component gets another one
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-state-private.h"

GObject  *gyre_facility_build       (GyreComponent   *component,
                                     const GyreTrait *trait,
                                     GError         **error);
gboolean  gyre_facility_bind        (GyreComponent   *component,
                                     const GyreTrait *trait,
                                     GObject         *object,
                                     GyreProvenance   provenance,
                                     GError         **error);
gboolean  gyre_facility_bind_text   (GyreComponent   *component,
                                     const GyreTrait *trait,
                                     const char      *text,
                                     GyreProvenance   provenance,
                                     GError         **error);
gboolean  gyre_facility_bind_gvalue (GyreComponent   *component,
                                     const GyreTrait *trait,
                                     const GValue    *source,
                                     GyreProvenance   provenance,
                                     GError         **error);
void      gyre_facility_drop        (GyreComponent   *component,
                                     const GyreTrait *trait);
void      gyre_facility_release_all (GyreComponent *component,
                                     const guint16   *owned);
char     *gyre_facility_dup_text    (GyreComponent   *component,
                                     const GyreTrait *trait);
gboolean  gyre_facility_check_object (GyreComponent  *component,
                                     const GyreTrait *trait,
                                     GObject         *object,
                                     GError         **error);
gboolean  gyre_facility_check_text  (GyreComponent   *component,
                                     const GyreTrait *trait,
                                     const char      *text,
                                     GyreValue       *value,
                                     GError         **error);
gboolean  gyre_facility_read_gvalue (const GyreTrait *trait,
                                     const GValue    *source,
                                     GObject        **object,
                                     char           **text,
                                     GError         **error);
