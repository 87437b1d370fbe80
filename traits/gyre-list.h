/* gyre-list.h: Values of one kind, one after the other
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-kind.h"

GYRE_BEGIN_DECLARATIONS

#define GYRE_TYPE_LIST (gyre_list_get_type ())
GType        gyre_list_get_type    (void);

/**
 * GyreList:
 *
 * A counted list of values of one kind, and also a set (each element once, in the order in which they were first mentioned) or
 * a tuple (one kind a part). It is filled by who makes it and never changed afterwards, so any thread may read it.
 *
 * Since: 0.1
 */
GyreList    *gyre_list_new         (const GyreKind *kind,
                                    guint           length);
GyreList    *gyre_list_new_tuple   (const GyreKind * const *kinds,
                                    guint           length);
GyreList    *gyre_list_ref         (GyreList       *list);
void         gyre_list_unref       (GyreList       *list);
guint        gyre_list_get_length  (const GyreList *list);
const GyreKind *gyre_list_get_kind (const GyreList *list,
                                    guint           index);
GyreValue    gyre_list_get_value   (const GyreList *list,
                                    guint           index);
void         gyre_list_take_value  (GyreList       *list,
                                    guint           index,
                                    GyreValue       value);
const char  *gyre_list_get_string  (const GyreList *list,
                                    guint           index);
double       gyre_list_get_real    (const GyreList *list,
                                    guint           index);
gint64       gyre_list_get_integer (const GyreList *list,
                                    guint           index);
gboolean     gyre_list_get_boolean (const GyreList *list,
                                    guint           index);
GyreList    *gyre_list_get_list    (const GyreList *list,
                                    guint           index);
GyreMapping *gyre_list_get_mapping (const GyreList *list,
                                    guint           index);
GObject     *gyre_list_get_object  (const GyreList *list,
                                    guint           index);
GyreList    *gyre_list_replace     (const GyreList *list,
                                    guint           position,
                                    guint           removed,
                                    const GyreList *added);
gboolean     gyre_list_equal       (const GyreList *list,
                                    const GyreList *other);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GyreList, gyre_list_unref)

GYRE_END_DECLARATIONS
