/* gyre-shown-private.h: The properties of another object as attributes of a component
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-dynamic-private.h"

/* Keeps the object. The component outlives it, or frees it when it is disposed of. */
GyreShown   *gyre_shown_new           (GyreComponent    *component,
                                       GObject          *object,
                                       gboolean          is_first);
void         gyre_shown_end           (GyreShown        *self);
void         gyre_shown_free          (GyreShown        *self);

/* What any value of a property is; NULL when no kind knows them. */
const GyreTrait *gyre_shown_get_shape (GParamSpec       *property);
GObject     *gyre_shown_get_object    (GyreShown        *self);
gboolean     gyre_shown_is_first      (GyreShown        *self);

/* The attribute of a property with the value that it has now; NULL when the object has none of that name that a kind knows. */
GyreDynamic *gyre_shown_find          (GyreShown        *self,
                                       const char       *name);
void         gyre_shown_forget_cells  (GyreShown        *self);
void         gyre_shown_list          (GyreShown        *self,
                                       GStrvBuilder     *names);

/* What the property shall be, as the object takes it, or why it can't be that; and giving it to the object. */
gboolean     gyre_shown_read_text     (GyreComponent    *component,
                                       const GyreTrait  *trait,
                                       const char       *text,
                                       GValue           *native,
                                       GError          **error);
gboolean     gyre_shown_read_native   (GyreComponent    *component,
                                       const GyreTrait  *trait,
                                       const GValue     *source,
                                       GValue           *native,
                                       GError          **error);
/* Takes the value. */
gboolean     gyre_shown_read_value    (GyreComponent    *component,
                                       const GyreTrait  *trait,
                                       GyreValue         value,
                                       GValue           *native,
                                       GError          **error);
gboolean     gyre_shown_write         (GyreComponent    *component,
                                       GyreDynamic      *dynamic,
                                       const GValue     *native,
                                       GyreProvenance    provenance);

/* As gyre_dynamic_commit_text() and its kin. */
gboolean     gyre_shown_commit_text   (GyreComponent    *component,
                                       const GyreTrait  *trait,
                                       const char       *text,
                                       GyreProvenance    provenance,
                                       GError          **error);
gboolean     gyre_shown_commit_value  (GyreComponent    *component,
                                       const GyreTrait  *trait,
                                       GyreValue         value,
                                       GyreProvenance    provenance,
                                       GError          **error);
gboolean     gyre_shown_commit_native (GyreComponent    *component,
                                       const GyreTrait  *trait,
                                       const GValue     *native,
                                       GyreProvenance    provenance,
                                       GError          **error);
